#include "fram-schedule-page-private.h"

#include "fram-desk-ics.h"
#include "fram-desk-schedule-print.h"
#include "fram-drawing-dialog.h"
#include "fram-group-dialog.h"
#include "fram-rights.h"
#include "fram-schedule-capacity.h"

#include <glib/gi18n.h>

/* What can be done with the schedule beside reading it: paper, a calendar file, a new group. */

/* --- paper --- */

static gpointer
read_wall (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_schedule_wall (desk, *(const FramDate *)data, error);
}

static void
on_wall_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramSchedulePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramPaper) paper = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL || self->desk != FRAM_DESK (source))
    return;
  if (paper != NULL)
    gtk_window_present (fram_drawing_dialog_new (self->desk, GTK_WIDGET (self), paper));
  else
    fram_page_toast (FRAM_PAGE (self), error->message, FALSE);
}

/**
 * fram_schedule_page_print:
 * @self: a page
 *
 * Shows the week in view as it hangs on the wall: all groups, and no name of a participant.
 */
void
fram_schedule_page_print (FramSchedulePage *self)
{
  fram_desk_run_async (self->desk, read_wall, g_memdup2 (&self->day, sizeof self->day), g_free,
                       (GDestroyNotify)fram_paper_unref, NULL, on_wall_read_cb, g_object_ref (self));
}

/* --- a calendar file --- */

/* What is asked for, and the path once it is known. */
typedef struct
{
  FramScheduleOf of;
  FramUuid id;
  char *path;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->path);
  g_free (order);
}

static gpointer
save_ics (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;
  const FramUuid *id = order->of > FRAM_SCHEDULE_OF_MINE ? &order->id : NULL;

  return fram_desk_save_ics (desk, order->of, id, order->path, error) ? g_path_get_basename (order->path) : NULL;
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramSchedulePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = fram_desk_run_finish (FRAM_DESK (source), result, &error);
  /* Translators: the name of a file */
  g_autofree char *text = name != NULL ? g_strdup_printf (_ ("The calendar is saved as “%s”."), name) : NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    fram_page_toast (FRAM_PAGE (self), text != NULL ? text : error->message, FALSE);
}

/**
 * fram_schedule_page_save_ics:
 * @self: a page
 * @path: where to
 *
 * Saves the sessions of those in view as a calendar for other programs.
 */
void
fram_schedule_page_save_ics (FramSchedulePage *self, const char *path)
{
  Order *order = g_new0 (Order, 1);

  order->of = fram_schedule_filter_get (self->filter, &order->id);
  order->path = g_strdup (path);
  fram_desk_run_async (self->desk, save_ics, order, order_free, g_free, NULL, on_saved_cb, g_object_ref (self));
}

static void
on_place_chosen_cb (FramSchedulePage *self, int response, GtkNativeDialog *chooser)
{
  g_autoptr (GFile) file =
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    fram_schedule_page_save_ics (self, path);
  else if (file != NULL)
    fram_page_toast (FRAM_PAGE (self), _ ("Choose a folder on this computer."), FALSE);
  g_clear_object (&self->chooser);
}

/* Whose calendar it is does not stand in the name of a file: folders are shown to others. */
char *
fram_schedule_page_dup_ics_name (FramSchedulePage *self)
{
  const char *name = fram_schedule_filter_get_name (self->filter);

  if (fram_schedule_filter_get (self->filter, NULL) == FRAM_SCHEDULE_OF_PARTICIPANT)
    /* TRANSLATORS: name of a file: the participant's own calendar; there is no name of a person in it */
    name = _ ("my-week");
  return g_strdelimit (g_strdup_printf ("%s.ics", name != NULL ? name : _ ("groups")), "/\\:", '-');
}

static void
on_ics (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramSchedulePage *self = data;
  g_autofree char *file = fram_schedule_page_dup_ics_name (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!GTK_IS_WINDOW (root))
    return;
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Save the Calendar"), GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _ ("_Save"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), file);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_place_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* --- the rest --- */

static void
on_new_group (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramSchedulePage *self = data;

  gtk_window_present (GTK_WINDOW (fram_group_dialog_new (self->desk, GTK_WIDGET (self), NULL)));
}

static void
on_change_view (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramScheduleView view;

  if (fram_schedule_view_parse (g_variant_get_string (parameter, NULL), &view))
    fram_schedule_page_choose_view (data, view);
}

static void
on_capacity (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramSchedulePage *self = data;

  fram_schedule_show_capacity (FRAM_PAGE (self), self->desk);
}

/* A press of the view that is in view changes nothing. */
static const GActionEntry entries[] = {
  { "view", on_change_view, "s", "'week'", NULL },
  { "ics", on_ics },
  { "new-group", on_new_group },
  { "capacity", on_capacity },
};

void
fram_schedule_page_add_actions (FramSchedulePage *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "schedule", G_ACTION_GROUP (self->actions));
}

static void
enable (FramSchedulePage *self, const char *name, gboolean may)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), may);
}

/* Who may do what, for another person anew: what is not for somebody is not in the menu. */
void
fram_schedule_page_enable_actions (FramSchedulePage *self)
{
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (self->desk);
  gboolean may =
      fram_rights_reaches_site (viewer, FRAM_CLASS_SHOP, TRUE) && fram_desk_get_read_only_reason (self->desk) == NULL;

  enable (self, "new-group", may);
  enable (self, "capacity", fram_rights_reaches_site (viewer, FRAM_CLASS_BASIC, TRUE));
  fram_schedule_page_make_menu (self);
}

void
fram_schedule_page_make_menu (FramSchedulePage *self)
{
  g_autoptr (GMenu) menu = g_menu_new (), out = g_menu_new (), groups = g_menu_new (), counts = g_menu_new ();

  g_menu_append (out, _ ("_Week for the Wall…"), "win.print");
  g_menu_append (out, _ ("Save as _Calendar (ICS)…"), "schedule.ics");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (out));
  if (g_action_group_get_action_enabled (G_ACTION_GROUP (self->actions), "new-group"))
    {
      g_menu_append (groups, _ ("_New Group…"), "schedule.new-group");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (groups));
    }
  if (g_action_group_get_action_enabled (G_ACTION_GROUP (self->actions), "capacity"))
    {
      g_menu_append (counts, _ ("_Places Taken Week by Week…"), "schedule.capacity");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (counts));
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), G_MENU_MODEL (menu));
}
