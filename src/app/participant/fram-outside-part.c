#include "fram-outside-part.h"

#include "fram-find-place-dialog.h"
#include "fram-outside-dialog.h"
#include "fram-part-rows.h"

#include <glib/gi18n.h>

struct _FramOutsidePart
{
  AdwBin parent_instance;

  /* borrowed */
  FramPartRows *rows;
  GtkWidget *find;

  /* owned */
  FramDesk *desk;
  FramOutside *outside;
  char *case_no;

  FramUuid enrolment;
  FramDate today;
  gboolean shown;
};

static void fram_outside_part_section_init (FramSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FramOutsidePart, fram_outside_part, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FRAM_TYPE_SECTION, fram_outside_part_section_init))

/**
 * fram_outside_part_is_for:
 * @what: a participant
 *
 * Returns: whether the person at the keyboard may see where the participant is outside
 */
gboolean
fram_outside_part_is_for (const FramCase *what)
{
  return what->sees_plan && !fram_uuid_is_none (&what->enrolment);
}

static void
on_written_cb (FramOutsidePart *self, const char *what)
{
  fram_section_toast (GTK_WIDGET (self), what, TRUE);
}

static void
on_find_clicked_cb (FramOutsidePart *self)
{
  FramFindPlaceDialog *dialog = fram_find_place_dialog_new (self->desk, GTK_WIDGET (self), self->case_no);

  g_signal_connect_object (dialog, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_ending (FramOutsidePart *self, const FramExternalStay *stay)
{
  FramOutsideEndDialog *dialog = fram_outside_end_dialog_new (self->desk, GTK_WIDGET (self), stay);

  g_signal_connect_object (dialog, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_end_clicked_cb (FramOutsidePart *self, GtkWidget *button)
{
  open_ending (self, g_object_get_data (G_OBJECT (button), "stay"));
}

static gpointer
hold_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  char *what = NULL;

  fram_desk_set_follow_up_held (desk, data, TRUE, &what, error);
  return what;
}

static void
on_held_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramOutsidePart) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk != NULL)
    fram_section_toast (GTK_WIDGET (self), what != NULL ? what : error->message, what != NULL);
}

static void
on_held_clicked_cb (FramOutsidePart *self, GtkWidget *button)
{
  FramUuid id;

  if (fram_uuid_parse (g_object_get_data (G_OBJECT (button), "key"), &id))
    fram_desk_run_async (self->desk, hold_on_desk, g_memdup2 (&id, sizeof id), g_free, g_free, NULL, on_held_cb,
                         g_object_ref (self));
}

static void
add_stay (FramOutsidePart *self, GtkWidget *under, const FramExternalStay *stay, gboolean over)
{
  char key[FRAM_UUID_TEXT_SIZE];
  GtkWidget *row =
      fram_part_rows_add (self->rows, under, fram_uuid_format (&stay->placement, key), stay->name, stay->text);

  if (!over && self->outside->may_place)
    {
      g_autofree char *name = g_strdup_printf (_ ("End the stay at %s"), stay->name);
      GtkWidget *button = fram_part_rows_add_suffix (row, C_ ("placement", "_End…"), name);

      g_object_set_data (G_OBJECT (button), "stay", (gpointer)stay);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_end_clicked_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
add_follow_up (FramOutsidePart *self, GtkWidget *under, const FramExternalFollowUp *follow_up)
{
  char key[FRAM_UUID_TEXT_SIZE];
  g_autofree char *title = follow_up->employer[0] != '\0' ? g_strdup_printf (_ ("Follow-up at %s"), follow_up->employer)
                                                          : g_strdup (_ ("Follow-up at the external place"));
  GtkWidget *row;

  fram_uuid_format (&follow_up->booking, key);
  row = fram_part_rows_add (self->rows, under, key, title, follow_up->text);
  if (follow_up->due)
    fram_part_rows_set_icon (row, "alarm-symbolic", C_ ("follow-up", "Due"));
  if (follow_up->due && self->outside->may_place)
    {
      g_autofree char *name = g_strdup_printf (_ ("The follow-up at %s was held"), follow_up->employer);
      GtkWidget *button = fram_part_rows_add_suffix (row, C_ ("follow-up", "_Held"), name);

      g_object_set_data_full (G_OBJECT (button), "key", g_strdup (key), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_held_clicked_cb), self, G_CONNECT_SWAPPED);
    }
}

static gboolean
is_over (FramOutsidePart *self, const FramExternalStay *stay)
{
  return stay->to != FRAM_DATE_NONE && stay->to < self->today;
}

/* What is and comes in the open, what was folded. */
static void
show_things (FramOutsidePart *self, GtkWidget *group)
{
  const GPtrArray *stays = self->outside->stays, *follow_ups = self->outside->follow_ups;
  GtkWidget *earlier = NULL;
  guint n = 0;

  for (guint i = 0; i < stays->len; i++)
    if (!is_over (self, g_ptr_array_index (stays, i)))
      {
        add_stay (self, group, g_ptr_array_index (stays, i), FALSE);
        n++;
      }
  for (guint i = 0; i < follow_ups->len; i++)
    if (((const FramExternalFollowUp *)g_ptr_array_index (follow_ups, i))->open)
      {
        add_follow_up (self, group, g_ptr_array_index (follow_ups, i));
        n++;
      }
  if (n == 0)
    fram_part_rows_add_nothing (self->rows, group, _ ("Not placed outside now."));
  if (n == stays->len + follow_ups->len)
    return;
  earlier = fram_part_rows_add_expander (self->rows, group, "earlier", _ ("Earlier"));
  for (guint i = 0; i < stays->len; i++)
    if (is_over (self, g_ptr_array_index (stays, i)))
      add_stay (self, earlier, g_ptr_array_index (stays, i), TRUE);
  for (guint i = 0; i < follow_ups->len; i++)
    if (!((const FramExternalFollowUp *)g_ptr_array_index (follow_ups, i))->open)
      add_follow_up (self, earlier, g_ptr_array_index (follow_ups, i));
}

static void
show_outside (FramOutsidePart *self)
{
  g_autofree char *wish =
      self->outside->wish != NULL ? g_strdup_printf (_ ("Wished place: %s"), self->outside->wish) : NULL;

  gtk_widget_set_visible (self->find, self->outside->may_match);
  fram_part_rows_begin (self->rows);
  fram_part_rows_set_hint (self->rows, NULL);
  show_things (self, fram_part_rows_add_group (self->rows, NULL, wish));
  fram_part_rows_end (self->rows);
}

static gpointer
read_outside (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_outside (desk, data, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramOutsidePart) self = user_data;
  g_autoptr (GError) error = NULL;
  FramOutside *outside = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (!self->shown || fram_part_rows_is_stale (self->rows, result))
    g_clear_pointer (&outside, fram_outside_free);
  else if (outside == NULL)
    fram_part_rows_set_trouble (self->rows, error->message);
  else
    {
      FramOutside *old = self->outside;

      /* the rows point into the old one until they are gone */
      self->outside = outside;
      show_outside (self);
      g_clear_pointer (&old, fram_outside_free);
    }
}

static void
section_show (FramSection *section, FramDesk *desk, const FramCase *what)
{
  FramOutsidePart *self = FRAM_OUTSIDE_PART (section);

  self->shown = what != NULL && fram_outside_part_is_for (what);
  g_set_object (&self->desk, desk);
  if (!self->shown)
    return;
  self->enrolment = what->enrolment;
  self->today = fram_clock_today (fram_desk_get_clock (desk));
  g_free (self->case_no);
  self->case_no = g_strdup (what->person->row->case_no);
  fram_desk_run_async (desk, read_outside, g_memdup2 (&self->enrolment, sizeof self->enrolment), g_free,
                       (GDestroyNotify)fram_outside_free, fram_part_rows_ask (self->rows), on_read_cb,
                       g_object_ref (self));
}

/* A stay at an external place; placements in workshops belong to the weekly plan. */
static gboolean
section_edit (FramSection *section, FramEntity entity, const FramUuid *id)
{
  FramOutsidePart *self = FRAM_OUTSIDE_PART (section);

  if (entity != FRAM_ENTITY_PLACEMENT || self->outside == NULL || !self->shown)
    return FALSE;
  for (guint i = 0; i < self->outside->stays->len; i++)
    {
      const FramExternalStay *stay = g_ptr_array_index (self->outside->stays, i);
      char key[FRAM_UUID_TEXT_SIZE];

      if (!fram_uuid_equal (&stay->placement, id))
        continue;
      if (self->outside->may_place && !is_over (self, stay))
        open_ending (self, stay);
      else
        fram_part_rows_focus (self->rows, fram_uuid_format (id, key));
      return TRUE;
    }
  return FALSE;
}

static gboolean
section_add (FramSection *section, const char *what)
{
  FramOutsidePart *self = FRAM_OUTSIDE_PART (section);

  if (g_strcmp0 (what, "external") != 0 || !self->shown || self->outside == NULL || !self->outside->may_match)
    return FALSE;
  on_find_clicked_cb (self);
  return TRUE;
}

static void
section_focus (FramSection *section)
{
  fram_part_rows_focus (FRAM_OUTSIDE_PART (section)->rows, NULL);
}

static char *
section_dup_selection (FramSection *section)
{
  return fram_part_rows_dup_table (FRAM_OUTSIDE_PART (section)->rows);
}

static void
fram_outside_part_section_init (FramSectionInterface *iface)
{
  iface->show = section_show;
  iface->focus = section_focus;
  iface->edit = section_edit;
  iface->add = section_add;
  iface->dup_selection = section_dup_selection;
}

static void
fram_outside_part_dispose (GObject *object)
{
  FramOutsidePart *self = FRAM_OUTSIDE_PART (object);

  self->shown = FALSE;
  g_clear_object (&self->desk);
  g_clear_pointer (&self->case_no, g_free);
  G_OBJECT_CLASS (fram_outside_part_parent_class)->dispose (object);
}

static void
fram_outside_part_finalize (GObject *object)
{
  g_clear_pointer (&FRAM_OUTSIDE_PART (object)->outside, fram_outside_free);
  G_OBJECT_CLASS (fram_outside_part_parent_class)->finalize (object);
}

static void
fram_outside_part_class_init (FramOutsidePartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_outside_part_dispose;
  G_OBJECT_CLASS (klass)->finalize = fram_outside_part_finalize;
}

static void
fram_outside_part_init (FramOutsidePart *self)
{
  self->rows = fram_part_rows_new (_ ("External place"));
  self->find = fram_part_rows_add_action (self->rows, _ ("_Find a place…"));
  gtk_widget_set_visible (self->find, FALSE);
  g_signal_connect_object (self->find, "clicked", G_CALLBACK (on_find_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->rows));
}

/**
 * fram_outside_part_new:
 *
 * Returns: (transfer floating): the part
 */
GtkWidget *
fram_outside_part_new (void)
{
  return g_object_new (FRAM_TYPE_OUTSIDE_PART, NULL);
}
