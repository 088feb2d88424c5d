#include "fram-schedule-page-private.h"

#include "fram-rights.h"

#include <glib/gi18n.h>

/* What can be done with the schedule beside reading it. */

static void
on_change_view (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramScheduleView view;

  if (fram_schedule_view_parse (g_variant_get_string (parameter, NULL), &view))
    fram_schedule_page_choose_view (data, view);
}

static const GActionEntry entries[] = {
  { "view", on_change_view, "s", "'fit'", NULL },
};

void
fram_schedule_page_add_actions (FramSchedulePage *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "schedule", G_ACTION_GROUP (self->actions));
}

/* Who may do what, for another person anew. */
void
fram_schedule_page_enable_actions (FramSchedulePage *self)
{
}

void
fram_schedule_page_make_menu (FramSchedulePage *self)
{
  g_autoptr (GMenu) menu = g_menu_new (), out = g_menu_new ();

  g_menu_append (out, _ ("_Week for the Wall…"), "win.print");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (out));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), G_MENU_MODEL (menu));
}
