#include "fram-place-window.h"

#include "fram-discreet.h"
#include "fram-employer-dialog.h"
#include "fram-outside-dialog.h"
#include "fram-part-rows.h"

#include <glib/gi18n-lib.h>

struct _FramPlaceWindow
{
  AdwWindow parent_instance;

  /* borrowed */
  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  GtkButton *edit;
  FramPartRows *rows;

  /* owned */
  FramDesk *desk;
  FramExternalDetails *details;
  GPtrArray *people; /* FramPersonMatch; NULL until it was asked for */

  FramUuid place;
};

G_DEFINE_FINAL_TYPE (FramPlaceWindow, fram_place_window, ADW_TYPE_WINDOW)

static void load (FramPlaceWindow *self);
static void show_details (FramPlaceWindow *self);

void
fram_place_dial (GtkWidget *widget, const char *phone)
{
  g_autoptr (GAppInfo) handler = g_app_info_get_default_for_uri_scheme ("tel");
  g_autofree char *uri = g_strconcat ("tel:", phone, NULL);

  g_strdelimit (uri, " ", '-');
  if (handler != NULL)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME);
}

static void
on_undo_clicked_cb (FramPlaceWindow *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
}

static void
toast (FramPlaceWindow *self, const char *what, gboolean with_undo)
{
  AdwToast *shown = adw_toast_new (what);

  if (with_undo)
    {
      adw_toast_set_button_label (shown, _ ("_Undo"));
      g_signal_connect_object (shown, "button-clicked", G_CALLBACK (on_undo_clicked_cb), self, G_CONNECT_SWAPPED);
    }
  adw_toast_overlay_add_toast (self->toasts, shown);
}

static void
on_written_cb (FramPlaceWindow *self, const char *what)
{
  toast (self, what, TRUE);
}

static void
on_edit_clicked_cb (FramPlaceWindow *self)
{
  FramEmployerDialog *dialog = fram_employer_dialog_new (self->desk, GTK_WIDGET (self), &self->place);

  g_signal_connect_object (dialog, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_call_clicked_cb (FramPlaceWindow *self)
{
  fram_place_dial (GTK_WIDGET (self), self->details->place->contact_phone);
}

/* One thing that is done, told by a toast. */
typedef struct
{
  FramUuid thing;
  gboolean on;
  gboolean (*func) (FramDesk *desk, const FramUuid *thing, gboolean on, char **what, GError **error);
} Doing;

static gpointer
do_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Doing *doing = data;
  char *what = NULL;

  doing->func (desk, &doing->thing, doing->on, &what, error);
  return what;
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramPlaceWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk != NULL)
    toast (self, what != NULL ? what : error->message, what != NULL);
}

static void
run (FramPlaceWindow *self, const Doing *doing)
{
  fram_desk_run_async (self->desk, do_on_desk, g_memdup2 (doing, sizeof *doing), g_free, g_free, NULL, on_done_cb,
                       g_object_ref (self));
}

static void
on_use_clicked_cb (FramPlaceWindow *self)
{
  Doing doing = { self->place, !self->details->place->active, fram_desk_set_external_place_used };

  run (self, &doing);
}

static void
on_held_clicked_cb (FramPlaceWindow *self, GtkWidget *button)
{
  Doing doing = { .on = TRUE, .func = fram_desk_set_follow_up_held };

  if (fram_uuid_parse (g_object_get_data (G_OBJECT (button), "key"), &doing.thing))
    run (self, &doing);
}

static void
on_end_clicked_cb (FramPlaceWindow *self, GtkWidget *button)
{
  FramOutsideEndDialog *dialog =
      fram_outside_end_dialog_new (self->desk, GTK_WIDGET (self), g_object_get_data (G_OBJECT (button), "stay"));

  g_signal_connect_object (dialog, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
close_soon (gpointer self)
{
  gtk_window_close (self);
  return G_SOURCE_REMOVE;
}

/* The participant's page is behind this window, which goes once the row is done with its key. */
static void
open_person (FramPlaceWindow *self, const char *case_no)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (window == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-person-at", "(ss)", case_no, "plan");
  g_idle_add_full (G_PRIORITY_DEFAULT, close_soon, g_object_ref (self), g_object_unref);
}

static void
on_person_activated_cb (FramPlaceWindow *self, GtkWidget *row)
{
  open_person (self, g_object_get_data (G_OBJECT (row), "case-no"));
}

static void
set_person (FramPlaceWindow *self, GtkWidget *row, const char *case_no)
{
  g_object_set_data_full (G_OBJECT (row), "case-no", g_strdup (case_no), g_free);
  fram_part_rows_set_activated (row, G_CALLBACK (on_person_activated_cb), self);
}

static void
add_fact (FramPlaceWindow *self, GtkWidget *group, const char *key, const char *title, const char *value)
{
  if (value != NULL && value[0] != '\0')
    {
      GtkWidget *row = fram_part_rows_add (self->rows, group, key, title, value);

      g_object_set (row, "subtitle-lines", 0, NULL);
    }
}

static void
add_phone (FramPlaceWindow *self, GtkWidget *group, const FramExternalPlace *place)
{
  g_autofree char *name = NULL;
  GtkWidget *row, *button;

  if (place->contact_phone == NULL)
    return;
  row = fram_part_rows_add (self->rows, group, "phone", _ ("Phone"), place->contact_phone);
  /* TRANSLATORS: an employer or a contact there */
  name = g_strdup_printf (_ ("Call %s"), place->contact_name != NULL ? place->contact_name : place->employer);
  button = fram_part_rows_add_suffix (row, C_ ("button", "_Call"), name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_call_clicked_cb), self, G_CONNECT_SWAPPED);
}

static void
show_place (FramPlaceWindow *self)
{
  const FramExternalPlace *place = self->details->place;
  GtkWidget *group = fram_part_rows_add_group (self->rows, NULL, NULL);
  GtkWidget *contact;

  add_fact (self, group, "free", _ ("Places"), place->free_text);
  add_fact (self, group, "tasks", _ ("What there is to do"), place->tasks);
  add_fact (self, group, "fields", _ ("Kinds of work"), place->field_names);
  add_fact (self, group, "areas", _ ("Can be adapted"), place->area_names);
  add_fact (self, group, "adaptations", _ ("In the employer's words"), place->adaptations);
  add_fact (self, group, "note", _ ("Note"), place->note);
  if (place->contact_name == NULL && place->contact_phone == NULL && place->contact_email == NULL &&
      place->address == NULL)
    return;
  contact = fram_part_rows_add_group (self->rows, _ ("Contact"), NULL);
  add_fact (self, contact, "contact", _ ("Name"), place->contact_name);
  add_phone (self, contact, place);
  add_fact (self, contact, "email", _ ("E-mail"), place->contact_email);
  add_fact (self, contact, "address", _ ("Address"), place->address);
}

static void
add_stay (FramPlaceWindow *self, GtkWidget *under, const FramExternalStay *stay, gboolean may_end)
{
  char key[FRAM_UUID_TEXT_SIZE];
  g_autofree char *shown = fram_discreet_shown_name (GTK_WIDGET (self), stay->name);
  GtkWidget *row = fram_part_rows_add (self->rows, under, fram_uuid_format (&stay->placement, key), shown, stay->text);

  if (may_end)
    {
      g_autofree char *name = g_strdup_printf (_ ("End the stay of %s"), shown);
      GtkWidget *button = fram_part_rows_add_suffix (row, C_ ("placement", "_End…"), name);

      g_object_set_data (G_OBJECT (button), "stay", (gpointer)stay);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_end_clicked_cb), self, G_CONNECT_SWAPPED);
    }
  set_person (self, row, stay->case_no);
}

static void
show_stays (FramPlaceWindow *self)
{
  const FramExternalDetails *details = self->details;
  GtkWidget *group = fram_part_rows_add_group (self->rows, _ ("Who is there"), NULL), *earlier;
  g_autofree char *hidden = NULL;

  for (guint i = 0; i < details->now->len; i++)
    add_stay (self, group, g_ptr_array_index (details->now, i), details->may_hold);
  if (details->hidden > 0)
    hidden = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person whom you may not see.",
                                           "%u people whom you may not see.", details->hidden),
                              details->hidden);
  if (hidden != NULL || details->now->len == 0)
    fram_part_rows_add_nothing (self->rows, group, hidden != NULL ? hidden : _ ("Nobody now or to come."));
  if (details->earlier->len == 0)
    return;
  earlier = fram_part_rows_add_expander (self->rows, group, "earlier", _ ("Earlier"));
  for (guint i = 0; i < details->earlier->len; i++)
    add_stay (self, earlier, g_ptr_array_index (details->earlier, i), FALSE);
}

static void
add_follow_up (FramPlaceWindow *self, GtkWidget *under, const FramExternalFollowUp *follow_up)
{
  char key[FRAM_UUID_TEXT_SIZE];
  g_autofree char *shown = fram_discreet_shown_name (GTK_WIDGET (self), follow_up->name);
  GtkWidget *row;

  fram_uuid_format (&follow_up->booking, key);
  row = fram_part_rows_add (self->rows, under, key, shown, follow_up->text);
  if (follow_up->due)
    fram_part_rows_set_icon (row, "alarm-symbolic", C_ ("follow-up", "Due"));
  if (follow_up->due && self->details->may_hold)
    {
      /* TRANSLATORS: a person; the follow-up with that person has been held */
      g_autofree char *name = g_strdup_printf (_ ("The follow-up of %s was held"), shown);
      GtkWidget *button = fram_part_rows_add_suffix (row, C_ ("follow-up", "_Held"), name);

      g_object_set_data_full (G_OBJECT (button), "key", g_strdup (key), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_held_clicked_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
show_follow_ups (FramPlaceWindow *self)
{
  const GPtrArray *all = self->details->follow_ups;
  GtkWidget *group, *held = NULL;

  if (all->len == 0)
    return;
  group = fram_part_rows_add_group (self->rows, _ ("Follow-ups"), NULL);
  for (guint i = 0; i < all->len; i++)
    {
      const FramExternalFollowUp *follow_up = g_ptr_array_index (all, i);

      if (!follow_up->open && held == NULL)
        held = fram_part_rows_add_expander (self->rows, group, "held", C_ ("follow-ups", "Held"));
      add_follow_up (self, follow_up->open ? group : held, follow_up);
    }
}

static gpointer
read_people (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_who_fits (desk, data, error);
}

static void
on_people_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramPlaceWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  if (people == NULL)
    {
      toast (self, error->message, FALSE);
      return;
    }
  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = g_steal_pointer (&people);
  show_details (self);
}

static void
on_who_clicked_cb (FramPlaceWindow *self)
{
  fram_desk_run_async (self->desk, read_people, g_memdup2 (&self->place, sizeof self->place), g_free,
                       (GDestroyNotify)g_ptr_array_unref, NULL, on_people_read_cb, g_object_ref (self));
}

static void
show_people (FramPlaceWindow *self)
{
  GtkWidget *group, *button;

  if (!self->details->may_match)
    return;
  group = fram_part_rows_add_group (
      self->rows, _ ("Who could fit?"),
      self->people != NULL ? _ ("Enrolled people without an external place, by name. By wishes only.") : NULL);
  if (self->people == NULL)
    {
      button = gtk_button_new_with_mnemonic (_ ("_Look among the enrolled"));
      fram_widget_set_accessible_name (button, _ ("Look among the enrolled"));
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), button);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_who_clicked_cb), self, G_CONNECT_SWAPPED);
      return;
    }
  for (guint i = 0; i < self->people->len; i++)
    {
      const FramPersonMatch *match = g_ptr_array_index (self->people, i);
      g_autofree char *shown = fram_discreet_shown_name (GTK_WIDGET (self), match->name);

      set_person (self, fram_part_rows_add (self->rows, group, match->case_no, shown, match->reasons), match->case_no);
    }
  if (self->people->len == 0)
    fram_part_rows_add_nothing (self->rows, group, _ ("Nobody's wish is answered by this place."));
}

static void
show_use (FramPlaceWindow *self)
{
  gboolean active = self->details->place->active;
  GtkWidget *group, *button;

  if (!self->details->may_write)
    return;
  group = fram_part_rows_add_group (self->rows, NULL, NULL);
  button = gtk_button_new_with_mnemonic (active ? _ ("_No longer used") : _ ("_Use again"));
  fram_widget_set_accessible_name (button, active ? _ ("No longer used") : _ ("Use again"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_use_clicked_cb), self, G_CONNECT_SWAPPED);
}

static void
show_details (FramPlaceWindow *self)
{
  const FramExternalPlace *place = self->details->place;

  adw_window_title_set_title (self->title, place->employer);
  gtk_window_set_title (GTK_WINDOW (self), place->employer);
  gtk_widget_set_visible (GTK_WIDGET (self->edit), self->details->may_write);
  fram_part_rows_begin (self->rows);
  fram_part_rows_set_hint (self->rows, NULL);
  show_place (self);
  show_stays (self);
  show_follow_ups (self);
  show_people (self);
  show_use (self);
  fram_part_rows_end (self->rows);
}

static gpointer
read_place (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_external_place (desk, data, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramPlaceWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  FramExternalDetails *details = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk == NULL || fram_part_rows_is_stale (self->rows, result))
    g_clear_pointer (&details, fram_external_details_free);
  else if (details == NULL)
    fram_part_rows_set_trouble (self->rows, error->message);
  else
    {
      FramExternalDetails *old = self->details;

      /* the rows point into the old one until they are gone */
      self->details = details;
      show_details (self);
      g_clear_pointer (&old, fram_external_details_free);
    }
}

static void
load (FramPlaceWindow *self)
{
  fram_desk_run_async (self->desk, read_place, g_memdup2 (&self->place, sizeof self->place), g_free,
                       (GDestroyNotify)fram_external_details_free, fram_part_rows_ask (self->rows), on_read_cb,
                       g_object_ref (self));
}

static void
on_changed_cb (FramPlaceWindow *self)
{
  if (self->people != NULL)
    on_who_clicked_cb (self);
  load (self);
}

static void
fram_place_window_dispose (GObject *object)
{
  FramPlaceWindow *self = FRAM_PLACE_WINDOW (object);

  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fram_place_window_parent_class)->dispose (object);
}

static void
fram_place_window_finalize (GObject *object)
{
  FramPlaceWindow *self = FRAM_PLACE_WINDOW (object);

  g_clear_pointer (&self->details, fram_external_details_free);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_place_window_parent_class)->finalize (object);
}

static void
fram_place_window_class_init (FramPlaceWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_place_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = fram_place_window_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_content (FramPlaceWindow *self)
{
  GtkWidget *clamp = adw_clamp_new (), *scroller = gtk_scrolled_window_new ();

  self->rows = fram_part_rows_new ("");
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "fram-column");
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->rows));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
fram_place_window_init (FramPlaceWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", NULL));
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  self->edit = GTK_BUTTON (gtk_button_new_with_mnemonic (_ ("_Edit")));
  fram_widget_set_accessible_name (self->edit, _ ("Edit"));
  gtk_widget_set_visible (GTK_WIDGET (self->edit), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), GTK_WIDGET (self->edit));
  adw_toast_overlay_set_child (self->toasts, make_content (self));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toasts));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 600, 700);
  gtk_widget_set_size_request (GTK_WIDGET (self), 320, -1);
  g_signal_connect_object (self->edit, "clicked", G_CALLBACK (on_edit_clicked_cb), self, G_CONNECT_SWAPPED);
}

/**
 * fram_place_window_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @place: which place
 *
 * Returns: (transfer floating): the window
 */
FramPlaceWindow *
fram_place_window_new (FramDesk *desk, GtkWidget *parent, const FramUuid *place)
{
  FramPlaceWindow *self = g_object_new (FRAM_TYPE_PLACE_WINDOW, NULL);
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;

  self->desk = g_object_ref (desk);
  self->place = *place;
  gtk_window_set_title (GTK_WINDOW (self), _ ("External place"));
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}
