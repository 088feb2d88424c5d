#include "fram-window-private.h"

#include "fram-print-dialog.h"

/* Printing: of the page in view, and the dialog that rosters ask for. */

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramPage *page = fram_tabs_get_page (((FramWindow *)data)->tabs);

  if (page != NULL)
    fram_page_print (page);
}

/* A workshop's or group's id, which sheet, and a day of it. */
static void
on_print_roster (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramWindow *self = data;
  const char *id, *code, *text;
  FramPrintKind kind;
  FramUuid activity;
  FramDate day;

  g_variant_get (parameter, "(&s&s&s)", &id, &code, &text);
  day = fram_date_parse (text);
  if (fram_uuid_parse (id, &activity) && fram_print_kind_from_code (code, &kind) && day != FRAM_DATE_NONE)
    gtk_window_present (fram_print_dialog_new (fram_window_get_desk (self), GTK_WIDGET (self), &activity, kind, day));
}

static const GActionEntry entries[] = {
  { "print", on_print },
  { "print-roster", on_print_roster, "(sss)" },
};

void
fram_window_add_print_actions (FramWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* Only a page that can be printed offers it. */
void
fram_window_show_print (FramWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "print");
  GAction *of_roster = g_action_map_lookup_action (G_ACTION_MAP (self), "print-roster");
  FramPage *page = g_action_get_enabled (of_roster) ? fram_tabs_get_page (self->tabs) : NULL;

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), page != NULL && fram_page_can_print (page));
}

void
fram_window_enable_print_actions (FramWindow *self, gboolean working)
{
  GAction *of_roster = g_action_map_lookup_action (G_ACTION_MAP (self), "print-roster");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (of_roster), working);
  fram_window_show_print (self);
}
