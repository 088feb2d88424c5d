#include "fram-plan-section.h"

#include "fram-goals-part.h"
#include "fram-outside-part.h"
#include "fram-support-part.h"
#include "fram-target-part.h"
#include "fram-week-plan-part.h"
#include "fram-carriers-part.h"
#include "fram-commitments-part.h"

struct _FramPlanSection
{
  AdwBin parent_instance;

  /* borrowed */
  GtkBox *column;
  GPtrArray *parts; /* FramSection, in order; the widgets belong to the column */
};

static void fram_plan_section_section_init (FramSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FramPlanSection, fram_plan_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FRAM_TYPE_SECTION, fram_plan_section_section_init))

typedef struct
{
  GtkWidget *(*make) (void);
  gboolean (*is_for) (const FramCase *what);
} Part;

static gboolean
sees_commitments (const FramCase *what)
{
  return what->sees_plan && !fram_uuid_is_none (&what->enrolment);
}

static gboolean
sees_carriers (const FramCase *what)
{
  return !fram_uuid_is_none (&what->enrolment);
}

static gboolean
sees_support (const FramCase *what)
{
  return what->sees_support && !fram_uuid_is_none (&what->enrolment);
}

/* From top to bottom. A line here is all that a new part needs; NULL ends the table. */
static const Part kinds[] = {
  { fram_goals_part_new, fram_goals_part_is_for },   { fram_week_plan_part_new, fram_week_plan_part_is_for },
  { fram_target_part_new, fram_target_part_is_for }, { fram_outside_part_new, fram_outside_part_is_for },
  { fram_support_part_new, sees_support },           { fram_commitments_part_new, sees_commitments },
  { fram_carriers_part_new, sees_carriers },         { NULL, NULL },
};

static void
section_show (FramSection *section, FramDesk *desk, const FramCase *what)
{
  FramPlanSection *self = FRAM_PLAN_SECTION (section);

  for (guint i = 0; i < self->parts->len; i++)
    {
      GtkWidget *part = g_ptr_array_index (self->parts, i);

      gtk_widget_set_visible (part, what != NULL && kinds[i].is_for (what));
      fram_section_show (FRAM_SECTION (part), desk, what);
    }
}

static gboolean
section_edit (FramSection *section, FramEntity entity, const FramUuid *id)
{
  FramPlanSection *self = FRAM_PLAN_SECTION (section);

  for (guint i = 0; i < self->parts->len; i++)
    if (gtk_widget_get_visible (g_ptr_array_index (self->parts, i)) &&
        fram_section_edit (g_ptr_array_index (self->parts, i), entity, id))
      return TRUE;
  return FALSE;
}

static gboolean
section_add (FramSection *section, const char *what)
{
  FramPlanSection *self = FRAM_PLAN_SECTION (section);

  for (guint i = 0; i < self->parts->len; i++)
    if (gtk_widget_get_visible (g_ptr_array_index (self->parts, i)) &&
        fram_section_add (g_ptr_array_index (self->parts, i), what))
      return TRUE;
  return FALSE;
}

/* The first part in view that does it does it for all. */
static FramSection *
find_printing (FramPlanSection *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (gtk_widget_get_visible (g_ptr_array_index (self->parts, i)) &&
        fram_section_can_print (g_ptr_array_index (self->parts, i)))
      return g_ptr_array_index (self->parts, i);
  return NULL;
}

static gboolean
section_can_print (FramSection *section)
{
  return find_printing (FRAM_PLAN_SECTION (section)) != NULL;
}

static void
section_print (FramSection *section)
{
  FramSection *part = find_printing (FRAM_PLAN_SECTION (section));

  if (part != NULL)
    fram_section_print (part);
}

static char *
section_dup_selection (FramSection *section)
{
  FramPlanSection *self = FRAM_PLAN_SECTION (section);

  for (guint i = 0; i < self->parts->len; i++)
    {
      char *table = fram_section_dup_selection (g_ptr_array_index (self->parts, i));

      if (table != NULL)
        return table;
    }
  return NULL;
}

static void
section_flush (FramSection *section)
{
  FramPlanSection *self = FRAM_PLAN_SECTION (section);

  for (guint i = 0; i < self->parts->len; i++)
    fram_section_flush (g_ptr_array_index (self->parts, i));
}

static void
section_focus (FramSection *section)
{
  FramPlanSection *self = FRAM_PLAN_SECTION (section);

  for (guint i = 0; i < self->parts->len; i++)
    if (gtk_widget_get_visible (g_ptr_array_index (self->parts, i)))
      {
        fram_section_focus (g_ptr_array_index (self->parts, i));
        return;
      }
}

static void
fram_plan_section_section_init (FramSectionInterface *iface)
{
  iface->show = section_show;
  iface->focus = section_focus;
  iface->edit = section_edit;
  iface->add = section_add;
  iface->can_print = section_can_print;
  iface->print = section_print;
  iface->dup_selection = section_dup_selection;
  iface->flush = section_flush;
}

static void
fram_plan_section_finalize (GObject *object)
{
  g_ptr_array_unref (FRAM_PLAN_SECTION (object)->parts);
  G_OBJECT_CLASS (fram_plan_section_parent_class)->finalize (object);
}

static void
fram_plan_section_class_init (FramPlanSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fram_plan_section_finalize;
}

static void
fram_plan_section_init (FramPlanSection *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  self->parts = g_ptr_array_new ();
  self->column = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  gtk_widget_add_css_class (GTK_WIDGET (self->column), "fram-column");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 960);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 800);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->column));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
  for (guint i = 0; kinds[i].make != NULL; i++)
    {
      GtkWidget *part = kinds[i].make ();

      gtk_widget_set_visible (part, FALSE);
      gtk_box_append (self->column, part);
      g_ptr_array_add (self->parts, part);
    }
}

/**
 * fram_plan_section_new:
 *
 * Returns: (transfer floating): the section
 */
GtkWidget *
fram_plan_section_new (void)
{
  return g_object_new (FRAM_TYPE_PLAN_SECTION, NULL);
}
