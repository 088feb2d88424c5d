#include "fram-window-private.h"

#include "fram-create-dialog.h"
#include "fram-desk-house.h"
#include "fram-desk-pin.h"
#include "fram-opening.h"

#include "fram-words.h"

#include <glib/gi18n.h>

static void
show_bar (FramWindow *self, const char *text)
{
  gtk_label_set_label (self->bar_label, text != NULL ? text : "");
  gtk_revealer_set_reveal_child (self->bar, text != NULL);
}

/**
 * fram_window_show_start:
 * @self: the window
 *
 * First start: never an empty window without a next step.
 */
void
fram_window_show_start (FramWindow *self)
{
  show_bar (self, NULL);
  fram_message_page_say (
      self->message, FRAM_APP_ID, _ ("Welcome to Framsteg"),
      _ ("Attendance, plans and progress in work-oriented rehabilitation. There is no register here yet."));
  fram_message_page_offer (self->message, _ ("Open the Demonstration Register"), "win.demonstration", TRUE);
  fram_message_page_offer (self->message, _ ("Create a Register …"), "win.create-register", FALSE);
  fram_message_page_offer (self->message, _ ("Open a File …"), "win.open-register", FALSE);
  fram_window_show (self, "message");
}

typedef struct
{
  int code;
  const char *icon;
  const char *title;
  const char *advice;
  gboolean offer_restore;
} Fault;

static const Fault faults[] = {
  { FRAM_ERROR_NOT_A_REGISTER, "dialog-question-symbolic", N_ ("This is Not a Register"), N_ ("Choose another file."),
    FALSE },
  { FRAM_ERROR_CORRUPT, "dialog-error-symbolic", N_ ("The Register is Damaged"),
    N_ ("The file is left as it is. Put the latest backup in its place; the damaged file is then kept beside it."),
    TRUE },
  { FRAM_ERROR_BUSY, "dialog-warning-symbolic", N_ ("The Register is in Use"), NULL, FALSE },
  { FRAM_ERROR_FULL, "drive-harddisk-symbolic", N_ ("The Disk is Full"), NULL, FALSE },
  { FRAM_ERROR_NO_REGISTER, "dialog-question-symbolic", N_ ("There is No Register There"),
    N_ ("If it lies on a removable disk, connect that and try again. No new file was made."), TRUE },
};

static void
show_fault (FramWindow *self, const GError *error)
{
  const Fault *fault = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; error->domain == FRAM_ERROR && i < G_N_ELEMENTS (faults); i++)
    if (error->code == faults[i].code)
      fault = &faults[i];
  text = g_strdup_printf ("%s %s", error->message, fault != NULL && fault->advice != NULL ? _ (fault->advice) : "");
  show_bar (self, NULL);
  fram_message_page_say (self->message, fault != NULL ? fault->icon : "dialog-error-symbolic",
                         fault != NULL ? _ (fault->title) : _ ("The Register Cannot be Opened"), g_strstrip (text));
  fram_message_page_offer (self->message, _ ("Try Again"), "win.retry", TRUE);
  if (fault != NULL && fault->offer_restore)
    fram_message_page_offer (self->message, _ ("Restore from a Backup …"), "win.restore", FALSE);
  fram_message_page_offer (self->message, _ ("Open Another File …"), "win.open-register", FALSE);
  fram_message_page_offer (self->message, _ ("Open the Demonstration Register"), "win.demonstration", FALSE);
  fram_window_show (self, "message");
}

/* An old register is brought up to date while it opens; that is said when it takes more than a moment. */
static void
on_waiting_cb (FramWindow *self)
{
  show_bar (self, NULL);
  fram_message_page_say (self->message, "system-run-symbolic", _ ("Opening the Register"),
                         _ ("It is looked through, and brought up to date where an older version made it."));
  fram_message_page_offer (self->message, _ ("Cancel"), "win.stop", TRUE);
  fram_message_page_offer (self->message, _ ("Open Another File …"), "win.open-register", FALSE);
  fram_message_page_set_progress (self->message, -1);
  fram_window_show (self, "message");
}

/**
 * fram_window_stop_opening:
 * @self: the window
 *
 * A register that takes too long is not waited for.
 */
void
fram_window_stop_opening (FramWindow *self)
{
  if (!fram_seat_stop_opening (self->seat))
    return;
  fram_message_page_say (self->message, "system-run-symbolic", _ ("The Register was Not Opened"),
                         _ ("Opening was cancelled. Nothing in the register was changed by that."));
  fram_message_page_offer (self->message, _ ("Try Again"), "win.retry", TRUE);
  fram_message_page_offer (self->message, _ ("Open Another File …"), "win.open-register", FALSE);
  fram_message_page_offer (self->message, _ ("Open the Demonstration Register"), "win.demonstration", FALSE);
  fram_window_show (self, "message");
}

/**
 * fram_window_open:
 * @self: the window
 * @path: a register
 * @as: (nullable): who is at the keyboard; %NULL for who was there last
 *
 * Opens a register off the main loop.
 */
void
fram_window_open (FramWindow *self, const char *path, const char *as)
{
  fram_seat_set_host (self->seat, self);
  fram_seat_open (self->seat, path, as);
}

static void
on_failed_cb (FramWindow *self, const GError *error)
{
  g_autofree char *usual = fram_desk_default_path ();

  if (g_error_matches (error, FRAM_ERROR, FRAM_ERROR_NO_REGISTER) &&
      g_strcmp0 (fram_seat_get_path (self->seat), usual) == 0)
    fram_window_show_start (self);
  else
    show_fault (self, error);
}

static void
destroy_window (gpointer window)
{
  gtk_window_destroy (window);
  g_object_unref (window);
}

static gboolean
destroy_all (gpointer data)
{
  return G_SOURCE_REMOVE;
}

/* What somebody had open in dialogs is not for the next. They go in the next turn of the main loop, since one of them may
 * be what tells us. */
static void
close_dialogs (FramWindow *self)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();
  GPtrArray *dialogs = g_ptr_array_new_with_free_func (destroy_window);

  for (GList *l = all; l != NULL; l = l->next)
    if (GTK_IS_WINDOW (l->data) && gtk_window_get_transient_for (l->data) == GTK_WINDOW (self))
      {
        g_ptr_array_add (dialogs, g_object_ref (l->data));
        /* this window may be gone by then */
        gtk_window_set_transient_for (l->data, NULL);
      }
  g_idle_add_full (G_PRIORITY_DEFAULT, destroy_all, dialogs, (GDestroyNotify)g_ptr_array_unref);
}

static void
on_leaving_cb (FramWindow *self)
{
  close_dialogs (self);
  self->restored = FALSE;
  fram_tabs_close_all (self->tabs);
  if (fram_seat_get_host (self->seat) != self)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
show_site (FramWindow *self)
{
  FramDesk *desk = fram_window_get_desk (self);
  g_autofree char *site = fram_desk_get_site_name (desk);

  if (fram_desk_is_demonstration (desk))
    {
      g_autofree char *day = fram_date_to_day_month (fram_desk_get_home_day (desk));
      /* Translators: the register is the demonstration, which shows this day, "12 November" */
      g_autofree char *text = g_strdup_printf (_ ("Demonstration, %s"), day);

      adw_window_title_set_subtitle (self->title, text);
    }
  else
    adw_window_title_set_subtitle (self->title, site != NULL ? site : "");
}

static void
on_desk_changed_cb (FramWindow *self)
{
  FramDesk *desk = fram_window_get_desk (self);

  fram_window_forget_lock (self);
  fram_tabs_set_desk (self->tabs, desk);
  fram_sidebar_set_desk (self->sidebar, desk);
  if (self->search != NULL)
    fram_search_set_desk (FRAM_SEARCH (self->search), desk);
  show_bar (self, desk != NULL ? fram_desk_get_read_only_reason (desk) : NULL);
  if (desk != NULL)
    show_site (self);
}

static void
offer_first_person (FramWindow *self)
{
  fram_message_page_say (self->message, "avatar-default-symbolic", _ ("Nobody Works Here Yet"),
                         _ ("The register has no staff. Say who you are; you will administer it."));
  fram_message_page_offer (self->message, _ ("Add Yourself …"), "win.first-person", TRUE);
  fram_message_page_offer (self->message, _ ("Open Another File …"), "win.open-register", FALSE);
  fram_window_show (self, "message");
}

/**
 * fram_window_ask_person:
 * @self: the window
 *
 * Shows who can sit down at the keyboard.
 */
void
fram_window_ask_person (FramWindow *self)
{
  g_autoptr (GError) error = NULL;
  FramDesk *desk = fram_window_get_desk (self);
  g_autoptr (GPtrArray) staff = fram_desk_staff (desk, FALSE, &error);
  g_autoptr (GArray) with_pin = staff != NULL ? fram_desk_pin_holders (desk, &error) : NULL;

  /* who cannot be read is not nobody: the first person of a register becomes its administrator */
  if (with_pin == NULL)
    {
      show_fault (self, error);
      return;
    }
  if (staff->len == 0)
    {
      offer_first_person (self);
      return;
    }
  fram_window_show (self, "who");
  fram_window_fill_who (self, staff, with_pin);
  if (fram_uuid_is_none (fram_seat_get_wanted (self->seat)))
    fram_who_page_show_tiles (self->who);
  else
    fram_who_page_choose (self->who, fram_seat_get_wanted (self->seat));
}

/* Pages that show today follow the day. */
static void
on_day_changed_cb (FramWindow *self)
{
  show_site (self);
  fram_sidebar_refresh (self->sidebar);
  fram_tabs_reload (self->tabs, TRUE);
}

/**
 * fram_window_start_work:
 * @self: a window of a register where somebody sits
 *
 * Shows the register and the person, without tabs as yet.
 */
void
fram_window_start_work (FramWindow *self)
{
  if (fram_window_get_desk (self) != fram_tabs_get_desk (self->tabs))
    on_desk_changed_cb (self);
  fram_window_show_person (self);
  fram_window_show (self, "work");
  fram_sidebar_refresh (self->sidebar);
}

/**
 * fram_window_put_tabs:
 * @self: a window
 * @what: what was open in it
 *
 * Puts tabs back; those that are not for this person stay away.
 */
void
fram_window_put_tabs (FramWindow *self, const FramSessionWindow *what)
{
  fram_tabs_restore (self->tabs, what, NULL);
  self->restored = fram_tabs_get_count (self->tabs) > 0;
}

/* What was open comes back at once; only a first page has to wait until the workshops are known. */
static void
on_sat_down_cb (FramWindow *self)
{
  fram_window_start_work (self);
  if (fram_seat_get_host (self->seat) == self)
    fram_window_restore_windows (self);
}

/**
 * fram_window_sit_down:
 * @self: the window
 * @person: who
 *
 * The person's own tabs come back, or the first page of the role.
 */
void
fram_window_sit_down (FramWindow *self, const FramUuid *person)
{
  g_autoptr (GError) error = NULL;

  fram_seat_set_host (self->seat, self);
  if (!fram_seat_sit_down (self->seat, person, &error))
    fram_window_say (self, error->message, FALSE);
}

static void
on_keep_cb (FramWindow *self, GPtrArray *windows)
{
  g_ptr_array_add (windows, fram_window_describe (self));
}

static void
on_trouble_cb (FramWindow *self, const char *text)
{
  fram_window_say (self, text, FALSE);
}

/**
 * fram_window_follow_seat:
 * @self: a window with its seat
 *
 * The window shows what happens to the register and to the person.
 */
void
fram_window_follow_seat (FramWindow *self)
{
  static const struct
  {
    const char *signal;
    GCallback callback;
  } handlers[] = {
    { "waiting", G_CALLBACK (on_waiting_cb) },           { "failed", G_CALLBACK (on_failed_cb) },
    { "desk-changed", G_CALLBACK (on_desk_changed_cb) }, { "asking", G_CALLBACK (fram_window_ask_person) },
    { "trouble", G_CALLBACK (on_trouble_cb) },           { "keep", G_CALLBACK (on_keep_cb) },
    { "leaving", G_CALLBACK (on_leaving_cb) },           { "sat-down", G_CALLBACK (on_sat_down_cb) },
    { "day-changed", G_CALLBACK (on_day_changed_cb) },   { "undo-changed", G_CALLBACK (fram_window_show_undo) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (self->seat, handlers[i].signal, handlers[i].callback, self, G_CONNECT_SWAPPED);
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramWindow) self = data;
  g_autoptr (GError) error = NULL;
  FramUuid person = FRAM_UUID_NONE;
  g_autofree char *path = fram_opening_finish (result, &person, &error);

  if (self->seat == NULL)
    return;
  g_clear_object (&self->making);
  if (path == NULL)
    {
      fram_window_show_start (self);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        fram_window_say (self, error->message, FALSE);
      return;
    }
  if (!fram_uuid_is_none (&person))
    fram_session_set_person (fram_seat_get_session (self->seat), path, &person);
  fram_window_open (self, path, NULL);
}

static void
on_progress (double fraction, gpointer data)
{
  FramWindow *self = data;

  fram_message_page_set_progress (self->message, fraction);
}

/**
 * fram_window_make_demo:
 * @self: the window
 *
 * Opens the demonstration register, made the first time.
 */
void
fram_window_make_demo (FramWindow *self)
{
  g_autofree char *path = fram_opening_demo_path ();

  if (self->making != NULL)
    return;
  fram_seat_forget_desk (self->seat);
  self->making = g_cancellable_new ();
  fram_message_page_say (self->message, "system-run-symbolic", _ ("Making the Demonstration"),
                         _ ("Three years of an invented programme are written. This takes a few seconds."));
  fram_message_page_offer (self->message, _ ("Cancel"), "win.stop", FALSE);
  fram_message_page_set_progress (self->message, 0);
  fram_window_show (self, "message");
  fram_opening_demo_async (path, fram_seat_get_clock (self->seat), self->making, on_progress, on_made_cb,
                           g_object_ref (self));
}

static void
on_create_cb (FramCreateDialog *dialog, FramStaff *staff, gpointer data)
{
  FramWindow *self = data;
  g_autofree char *path = fram_desk_default_path ();

  fram_opening_create_async (path, fram_seat_get_clock (self->seat), staff, on_made_cb, g_object_ref (self));
}

void
fram_window_make_register (FramWindow *self)
{
  GtkWindow *dialog = fram_create_dialog_new (GTK_WINDOW (self));

  g_signal_connect_object (dialog, "create", G_CALLBACK (on_create_cb), self, 0);
  gtk_window_present (dialog);
}

static void
on_file_chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (FramWindow) self = data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      path = g_file_get_path (file);
      fram_window_open (self, path, NULL);
    }
  g_object_unref (dialog);
}

void
fram_window_choose_file (FramWindow *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Open a Register"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_file_chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
