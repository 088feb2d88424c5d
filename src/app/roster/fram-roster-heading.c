#include "fram-roster-heading.h"

#include "fram-status.h"

#include <glib/gi18n-lib.h>

struct _FramRosterHeading
{
  GtkWidget parent_instance;

  /* borrowed */
  GtkWidget *hours;
  GtkWidget *letters;
  GtkWidget *last;
  GtkWidget *notes;
};

G_DEFINE_FINAL_TYPE (FramRosterHeading, fram_roster_heading, GTK_TYPE_WIDGET)

static FramRosterLayout *
get_layout (FramRosterHeading *self)
{
  return FRAM_ROSTER_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
}

static GtkWidget *
add (FramRosterHeading *self, FramRosterColumn column, GtkWidget *child)
{
  GtkLayoutChild *place;

  gtk_widget_set_parent (child, GTK_WIDGET (self));
  place = gtk_layout_manager_get_layout_child (GTK_LAYOUT_MANAGER (get_layout (self)), child);
  g_object_set (place, "column", column, NULL);
  return child;
}

static GtkWidget *
heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
fram_roster_heading_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (fram_roster_heading_parent_class)->dispose (object);
}

static void
fram_roster_heading_class_init (FramRosterHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_roster_heading_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, FRAM_TYPE_ROSTER_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "rosterheading");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fram_roster_heading_init (FramRosterHeading *self)
{
  add (self, FRAM_COLUMN_NAME, heading (C_ ("column", "Name")));
  add (self, FRAM_COLUMN_PLAN, heading (C_ ("column", "Planned")));
  self->hours = add (self, FRAM_COLUMN_HOURS, heading (C_ ("column", "Hours")));
  self->letters = add (self, FRAM_COLUMN_MARK, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  self->last = add (self, FRAM_COLUMN_LAST, heading (C_ ("column", "Last 10 sessions")));
  self->notes = add (self, FRAM_COLUMN_NOTES, heading (C_ ("column", "To keep in mind")));
  gtk_box_set_homogeneous (GTK_BOX (self->letters), TRUE);
}

GtkWidget *
fram_roster_heading_new (void)
{
  return g_object_new (FRAM_TYPE_ROSTER_HEADING, NULL);
}

/**
 * fram_roster_heading_set_statuses:
 * @self: headings
 * @statuses: (element-type FramStatus): the programme's statuses
 */
void
fram_roster_heading_set_statuses (FramRosterHeading *self, const GArray *statuses)
{
  GtkWidget *child;

  g_return_if_fail (FRAM_IS_ROSTER_HEADING (self));
  while ((child = gtk_widget_get_first_child (self->letters)) != NULL)
    gtk_box_remove (GTK_BOX (self->letters), child);
  for (guint i = 0; i < statuses->len; i++)
    {
      const FramStatus *status = &g_array_index (statuses, FramStatus, i);
      GtkWidget *letter = gtk_label_new (fram_status_get_letter (status));

      gtk_widget_set_tooltip_text (letter, fram_status_get_name (status));
      gtk_widget_set_hexpand (letter, TRUE);
      gtk_box_append (GTK_BOX (self->letters), letter);
    }
}

void
fram_roster_heading_set_metrics (FramRosterHeading *self, const FramRosterMetrics *metrics)
{
  g_return_if_fail (FRAM_IS_ROSTER_HEADING (self));
  fram_roster_layout_set_metrics (get_layout (self), metrics);
}

void
fram_roster_heading_set_form (FramRosterHeading *self, FramRosterForm form)
{
  g_return_if_fail (FRAM_IS_ROSTER_HEADING (self));
  gtk_widget_set_visible (GTK_WIDGET (self), form != FRAM_ROSTER_NARROW);
  gtk_widget_set_visible (self->hours, form != FRAM_ROSTER_MEDIUM);
  gtk_widget_set_visible (self->last, form == FRAM_ROSTER_WIDE || form == FRAM_ROSTER_ROOMY);
  gtk_widget_set_visible (self->notes, form == FRAM_ROSTER_WIDE);
  fram_roster_layout_set_form (get_layout (self), form);
}
