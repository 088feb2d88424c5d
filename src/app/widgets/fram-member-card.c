#include "fram-member-card.h"

#include "fram-booking-dialog.h"
#include "fram-discreet.h"
#include "fram-part-rows.h"
#include "fram-session-strip.h"
#include "fram-words.h"

#include <glib/gi18n.h>

struct _FramMemberCard
{
  AdwWindow parent_instance;

  /* borrowed */
  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  FramPartRows *rows;

  /* owned */
  FramDesk *desk;
  FramMember *member;

  FramUuid enrolment;
  guint busy; /* reads and writes on their way */
};

G_DEFINE_FINAL_TYPE (FramMemberCard, fram_member_card, ADW_TYPE_WINDOW)

static void
on_undo_clicked_cb (FramMemberCard *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
}

static void
toast (FramMemberCard *self, const char *what, gboolean with_undo)
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
on_written_cb (FramMemberCard *self, const char *what)
{
  if (what != NULL)
    toast (self, what, TRUE);
}

static void
book (FramMemberCard *self, const FramUuid *booking)
{
  FramBookingDialog *dialog =
      fram_booking_dialog_new (self->desk, GTK_WIDGET (self), &self->member->participant, booking);

  fram_booking_dialog_propose (dialog, "samtal");
  g_signal_connect_object (dialog, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_book_clicked_cb (FramMemberCard *self)
{
  book (self, NULL);
}

static void
on_move_clicked_cb (FramMemberCard *self, GtkWidget *widget)
{
  FramUuid id;

  if (fram_uuid_parse (g_object_get_data (G_OBJECT (widget), "booking"), &id))
    book (self, &id);
}

/* What became of a talk. */
typedef struct
{
  FramUuid booking;
  const char *status;
} Telling;

static gpointer
tell_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Telling *telling = data;
  char *what = NULL;

  fram_desk_set_booking_status (desk, &telling->booking, telling->status, &what, error);
  return what;
}

static void
on_told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramMemberCard) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  self->busy--;
  if (self->desk != NULL)
    toast (self, what != NULL ? what : error->message, what != NULL);
}

static void
on_tell_clicked_cb (FramMemberCard *self, GtkWidget *button)
{
  Telling telling = { .status = g_object_get_data (G_OBJECT (button), "status") };

  if (!fram_uuid_parse (g_object_get_data (G_OBJECT (button), "booking"), &telling.booking))
    return;
  self->busy++;
  fram_desk_run_async (self->desk, tell_on_desk, g_memdup2 (&telling, sizeof telling), g_free, g_free, NULL, on_told_cb,
                       g_object_ref (self));
}

static GtkWidget *
add_button (FramMemberCard *self, GtkWidget *row, const char *label, const char *words, const char *status)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", label, words);
  GtkWidget *button = fram_part_rows_add_suffix (row, label, name);

  g_object_set_data_full (G_OBJECT (button), "booking", g_strdup (fram_part_rows_key_of (row)), g_free);
  g_object_set_data (G_OBJECT (button), "status", (gpointer)status);
  g_signal_connect_object (button, "clicked",
                           status != NULL ? G_CALLBACK (on_tell_clicked_cb) : G_CALLBACK (on_move_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static gboolean
is_open (const FramBooking *booking)
{
  return booking->may_change && g_strcmp0 (booking->status, "bokat") == 0;
}

static void
add_talk (FramMemberCard *self, GtkWidget *under, const FramBooking *booking)
{
  char key[FRAM_UUID_TEXT_SIZE];
  g_autofree char *words = fram_booking_to_words (booking);
  const char *status = fram_booking_status_get_name (booking->status);
  g_autofree char *text = status != NULL && booking->place != NULL
                              ? g_strdup_printf ("%s · %s", status, booking->place)
                              : g_strdup (status != NULL ? status : booking->place);
  GtkWidget *row = fram_part_rows_add (self->rows, under, fram_uuid_format (&booking->id, key), words, text);

  if (!is_open (booking))
    return;
  if (booking->to_be_told)
    {
      add_button (self, row, C_ ("talk", "Held"), words, "genomfort");
      add_button (self, row, C_ ("talk", "Did not come"), words, "uteblev");
      return;
    }
  add_button (self, row, C_ ("talk", "Move…"), words, NULL);
  add_button (self, row, C_ ("talk", "Call off"), words, "avbokat");
}

static void
show_talks (FramMemberCard *self)
{
  const FramMember *member = self->member;
  GtkWidget *group = fram_part_rows_add_group (self->rows, _ ("Your talks"), NULL), *earlier = NULL;
  guint open = 0;

  for (guint i = 0; i < member->bookings->len; i++)
    if (is_open (g_ptr_array_index (member->bookings, i)))
      {
        add_talk (self, group, g_ptr_array_index (member->bookings, i));
        open++;
      }
  if (open == 0)
    fram_part_rows_add_nothing (self->rows, group, _ ("No talk of yours is booked."));
  for (guint i = 0; i < member->bookings->len; i++)
    {
      const FramBooking *booking = g_ptr_array_index (member->bookings, i);

      if (is_open (booking))
        continue;
      if (earlier == NULL)
        earlier = fram_part_rows_add_expander (self->rows, group, "earlier", _ ("Earlier"));
      add_talk (self, earlier, booking);
    }
  if (member->may_book)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Book a talk"));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      fram_widget_set_accessible_name (button, _ ("Book a talk"));
      adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);

      g_signal_connect_object (button, "clicked", G_CALLBACK (on_book_clicked_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
add_group (FramMemberCard *self, GtkWidget *under, const FramMemberGroup *group)
{
  char key[FRAM_UUID_TEXT_SIZE];
  g_autofree char *day = fram_date_to_words (group->since);
  /* TRANSLATORS: a day, "12 November 2026" */
  g_autofree char *text =
      g_strdup_printf (group->waiting ? _ ("waits for a place since %s") : _ ("member since %s"), day);
  GtkWidget *row = fram_part_rows_add (self->rows, under, fram_uuid_format (&group->group, key), group->name, text);
  GtkWidget *strip;

  if (group->n_last == 0)
    return;
  strip = fram_session_strip_new ();
  fram_session_strip_set_sessions (FRAM_SESSION_STRIP (strip), group->last, group->last_day, group->n_last);
  gtk_widget_set_valign (strip, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), strip);
}

static void
show_groups (FramMemberCard *self)
{
  GtkWidget *group = fram_part_rows_add_group (self->rows, _ ("In your groups"), NULL);

  for (guint i = 0; i < self->member->groups->len; i++)
    add_group (self, group, g_ptr_array_index (self->member->groups, i));
}

/* On a screen that others see the number stays away. */
static void
show_phone (FramMemberCard *self)
{
  GtkWidget *group = fram_part_rows_add_group (self->rows, NULL, NULL);
  gboolean hidden = fram_discreet_is_on (GTK_WIDGET (self));
  const char *phone = self->member->phone;

  fram_part_rows_add (self->rows, group, "phone", _ ("Phone"),
                      phone == NULL ? _ ("No number is written down.")
                      : hidden      ? _ ("Hidden in discreet mode")
                                    : phone);
}

static void
show_member (FramMemberCard *self)
{
  g_autofree char *name = fram_discreet_shown_name (GTK_WIDGET (self), self->member->name);

  adw_window_title_set_title (self->title, name);
  gtk_window_set_title (GTK_WINDOW (self), name);
  fram_part_rows_begin (self->rows);
  show_phone (self);
  show_groups (self);
  show_talks (self);
  fram_part_rows_end (self->rows);
}

static gpointer
read_member (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_member (desk, data, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramMemberCard) self = data;
  g_autoptr (GError) error = NULL;
  FramMember *member = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  self->busy--;
  if (self->desk == NULL || fram_part_rows_is_stale (self->rows, result))
    g_clear_pointer (&member, fram_member_free);
  else if (member == NULL)
    fram_part_rows_set_trouble (self->rows, error->message);
  else
    {
      FramMember *old = self->member;

      self->member = member;
      show_member (self);
      g_clear_pointer (&old, fram_member_free);
    }
}

static void
load (FramMemberCard *self)
{
  self->busy++;
  fram_desk_run_async (self->desk, read_member, g_memdup2 (&self->enrolment, sizeof self->enrolment), g_free,
                       (GDestroyNotify)fram_member_free, fram_part_rows_ask (self->rows), on_read_cb,
                       g_object_ref (self));
}

static void
on_changed_cb (FramMemberCard *self)
{
  if (self->desk != NULL)
    load (self);
}

/* Whoever sits down next is not to see what the one before looked at. */
static void
on_person_changed_cb (FramMemberCard *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_discreet_changed (GtkWidget *widget, gboolean discreet)
{
  FramMemberCard *self = FRAM_MEMBER_CARD (widget);

  if (self->member != NULL)
    show_member (self);
}

static void
fram_member_card_dispose (GObject *object)
{
  g_clear_object (&FRAM_MEMBER_CARD (object)->desk);
  G_OBJECT_CLASS (fram_member_card_parent_class)->dispose (object);
}

static void
fram_member_card_finalize (GObject *object)
{
  g_clear_pointer (&FRAM_MEMBER_CARD (object)->member, fram_member_free);
  G_OBJECT_CLASS (fram_member_card_parent_class)->finalize (object);
}

static void
fram_member_card_class_init (FramMemberCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_member_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = fram_member_card_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_content (FramMemberCard *self)
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
fram_member_card_init (FramMemberCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", NULL));
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_toast_overlay_set_child (self->toasts, make_content (self));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toasts));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 560);
  gtk_widget_set_size_request (GTK_WIDGET (self), 320, -1);
  fram_discreet_follow (GTK_WIDGET (self), on_discreet_changed);
}

/**
 * fram_member_card_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @enrolment: whose
 *
 * Returns: (transfer floating): the card, of somebody outside the own groups with one sentence that says so
 */
FramMemberCard *
fram_member_card_new (FramDesk *desk, GtkWidget *parent, const FramUuid *enrolment)
{
  FramMemberCard *self = g_object_new (FRAM_TYPE_MEMBER_CARD, NULL);
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;

  self->desk = g_object_ref (desk);
  self->enrolment = *enrolment;
  gtk_window_set_title (GTK_WINDOW (self), _ ("Group member"));
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "person-changed", G_CALLBACK (on_person_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}

/**
 * fram_member_card_present:
 * @parent: a widget of the window it belongs to
 * @desk: the desk
 * @enrolment: whose
 *
 * Opens the card of a member of a group.
 */
void
fram_member_card_present (GtkWidget *parent, FramDesk *desk, const FramUuid *enrolment)
{
  gtk_window_present (GTK_WINDOW (fram_member_card_new (desk, parent, enrolment)));
}

/**
 * fram_member_card_get_member:
 * @self: a card
 *
 * Returns: (nullable): whom it shows, %NULL while that is read and where it may not be seen
 */
const FramMember *
fram_member_card_get_member (FramMemberCard *self)
{
  g_return_val_if_fail (FRAM_IS_MEMBER_CARD (self), NULL);
  return self->member;
}

gboolean
fram_member_card_is_idle (FramMemberCard *self)
{
  g_return_val_if_fail (FRAM_IS_MEMBER_CARD (self), TRUE);
  return self->busy == 0;
}
