#include "fram-view-switch.h"

#include "fram-attendance-page.h"

#include <glib/gi18n-lib.h>

struct _FramViewSwitch
{
  GtkBox parent_instance;

  gboolean is_other; /* of another page than the roster */
};

G_DEFINE_FINAL_TYPE (FramViewSwitch, fram_view_switch, GTK_TYPE_BOX)

static const FramViewChoice views[] = {
  { "day", NC_ ("view", "Day"), N_ ("The day (Ctrl+1)") },
  { "week", NC_ ("view", "Week"), N_ ("The week (Ctrl+2)") },
  { "month", NC_ ("view", "Month"), N_ ("The month (Ctrl+3)") },
};

/* A page by itself, as tests make it, has no other views. */
static void
fram_view_switch_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fram_view_switch_parent_class)->root (widget);
  gtk_widget_set_visible (widget, FRAM_VIEW_SWITCH (widget)->is_other ||
                                      gtk_widget_get_ancestor (widget, FRAM_TYPE_ATTENDANCE_PAGE) != NULL);
}

static void
fram_view_switch_class_init (FramViewSwitchClass *klass)
{
  GTK_WIDGET_CLASS (klass)->root = fram_view_switch_root;
}

static void
fill (FramViewSwitch *self, const char *action, const FramViewChoice *choices, guint n, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (guint i = 0; i < n; i++)
    {
      const char *label = g_dpgettext2 (NULL, "view", choices[i].label);
      GtkWidget *button = gtk_toggle_button_new_with_label (label);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", choices[i].view);
      gtk_widget_set_tooltip_text (button, _ (choices[i].tooltip));
      gtk_widget_set_hexpand (button, TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_box_append (GTK_BOX (self), button);
    }
}

static void
fram_view_switch_init (FramViewSwitch *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_widget_add_css_class (GTK_WIDGET (self), "fram-view-switch");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (GTK_WIDGET (self),
                          TRUE); /* in a narrow head; the box around it does not grow in a wide one */
  fill (self, "attendance.view", views, G_N_ELEMENTS (views), _ ("View of the roster"));
}

GtkWidget *
fram_view_switch_new (void)
{
  return g_object_new (FRAM_TYPE_VIEW_SWITCH, NULL);
}

/**
 * fram_view_switch_new_with:
 * @action: a stateful action of another page, with a text
 * @choices: (array length=n): what it can be told
 * @n: how many
 * @name: what a screen reader calls them together
 */
GtkWidget *
fram_view_switch_new_with (const char *action, const FramViewChoice *choices, guint n, const char *name)
{
  FramViewSwitch *self = g_object_new (FRAM_TYPE_VIEW_SWITCH, NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  self->is_other = TRUE;
  fill (self, action, choices, n, name);
  return GTK_WIDGET (self);
}
