#include "fram-view-switch.h"

#include "fram-attendance-page.h"

#include <glib/gi18n-lib.h>

struct _FramViewSwitch
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (FramViewSwitch, fram_view_switch, GTK_TYPE_BOX)

static const struct
{
  const char *view;
  const char *label;
  const char *tooltip;
} views[] = {
  { "day", NC_ ("view", "Day"), N_ ("The day (Ctrl+1)") },
  { "week", NC_ ("view", "Week"), N_ ("The week (Ctrl+2)") },
  { "month", NC_ ("view", "Month"), N_ ("The month (Ctrl+3)") },
};

/* A page by itself, as tests make it, has no other views. */
static void
fram_view_switch_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fram_view_switch_parent_class)->root (widget);
  gtk_widget_set_visible (widget, gtk_widget_get_ancestor (widget, FRAM_TYPE_ATTENDANCE_PAGE) != NULL);
}

static void
fram_view_switch_class_init (FramViewSwitchClass *klass)
{
  GTK_WIDGET_CLASS (klass)->root = fram_view_switch_root;
}

static void
fram_view_switch_init (FramViewSwitch *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_widget_add_css_class (GTK_WIDGET (self), "fram-view-switch");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (GTK_WIDGET (self),
                          TRUE); /* in a narrow head; the box around it does not grow in a wide one */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("View of the roster"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      const char *label = g_dpgettext2 (NULL, "view", views[i].label);
      GtkWidget *button = gtk_toggle_button_new_with_label (label);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "attendance.view");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", views[i].view);
      gtk_widget_set_tooltip_text (button, _ (views[i].tooltip));
      gtk_widget_set_hexpand (button, TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_box_append (GTK_BOX (self), button);
    }
}

GtkWidget *
fram_view_switch_new (void)
{
  return g_object_new (FRAM_TYPE_VIEW_SWITCH, NULL);
}
