#include "fram-booking-dialog.h"

#include "fram-choices.h"
#include "fram-field-error.h"
#include "fram-text.h"
#include "fram-typed-date.h"
#include "fram-typed-time.h"
#include "fram-words.h"

#include <glib/gi18n.h>

#define ASK_MS 250

/* So long it takes to read what stands against it. */
#define READ_US (1 * G_USEC_PER_SEC)

struct _FramBookingDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwComboRow *kind;
  AdwEntryRow *day;
  AdwEntryRow *time;
  AdwEntryRow *minutes;
  FramFieldError *day_error;
  FramFieldError *time_error;
  FramFieldError *minutes_error;
  AdwPreferencesGroup *clashes;
  AdwComboRow *staff;
  AdwEntryRow *parties;
  AdwEntryRow *place;
  AdwComboRow *room;
  AdwActionRow *interpreter_row;
  GtkSwitch *interpreter;

  /* owned */
  FramUuid participant;
  FramUuid booking; /* none for a new one; then what was booked */
  FramBookingFacts *facts;
  char *proposed;
  GPtrArray *rows; /* of what stands against it */
  GCancellable *asking;
  guint ask;
  char *asked; /* the time that the desk is asked about */
  char *known; /* the time whose clashes have been said, and since when they stand there */
  gint64 since;
};

G_DEFINE_FINAL_TYPE (FramBookingDialog, fram_booking_dialog, FRAM_TYPE_FORM_DIALOG)

/* What the desk gets: an edit that owns its texts. */
typedef struct
{
  FramBookingEdit edit;
  char *kind;
  char *place;
  char *parties;
  gboolean careful; /* what stands against it has not been said yet */
  FramUuid made;
  char *what;
} Work;

static void
work_free (Work *work)
{
  g_free (work->kind);
  g_free (work->place);
  g_free (work->parties);
  g_free (work->what);
  g_free (work);
}

static Work *
work_copy (const Work *work)
{
  Work *copy = g_memdup2 (work, sizeof *work);

  copy->edit.kind = copy->kind = g_strdup (work->kind);
  copy->edit.place = copy->place = g_strdup (work->place);
  copy->edit.parties = copy->parties = g_strdup (work->parties);
  copy->what = NULL;
  return copy;
}

/* Whoever types fast and presses Return has not seen that somebody is taken: that is said first, once. */
static gboolean
is_free (FramDesk *desk, const FramBookingEdit *edit, GError **error)
{
  g_autoptr (GPtrArray) clashes = fram_desk_booking_clashes (desk, edit, error);

  if (clashes == NULL)
    return FALSE;
  for (guint i = 0; i < clashes->len; i++)
    {
      const FramClash *clash = g_ptr_array_index (clashes, i);

      if (clash->grave)
        {
          g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, clash->text);
          return FALSE;
        }
    }
  return TRUE;
}

static gpointer
book_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = work_copy (data);

  if ((!work->careful || is_free (desk, &work->edit, error)) &&
      fram_desk_book (desk, &work->edit, &work->made, &work->what, error))
    return work;
  work_free (work);
  return NULL;
}

static FramDate
today_of (FramBookingDialog *self)
{
  return fram_clock_today (fram_desk_get_clock (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self))));
}

static char *
text_of (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* What is typed, as far as it can be read; @wrong is the first field that cannot. */
static Work *
read_fields (FramBookingDialog *self, gboolean say, FramFieldError **wrong)
{
  Work *work = g_new0 (Work, 1);
  g_autofree char *day = text_of (self->day);
  g_autofree char *time = text_of (self->time);
  g_autofree char *minutes = text_of (self->minutes);
  const char *staff = fram_choices_get (self->staff);
  gint64 number = -1;

  *wrong = NULL;
  work->edit.id = self->booking;
  work->edit.participant = self->participant;
  work->edit.kind = work->kind = g_strdup (fram_choices_get (self->kind));
  work->place =
      self->facts != NULL && self->facts->only_own ? g_strdup (fram_choices_get (self->room)) : text_of (self->place);
  work->edit.place = work->place;
  work->edit.parties = work->parties = text_of (self->parties);
  work->edit.interpreter = gtk_switch_get_active (self->interpreter);
  if (staff == NULL || !fram_uuid_parse (staff, &work->edit.staff))
    work->edit.staff = FRAM_UUID_NONE;
  if (minutes[0] != '\0' && (!fram_int_parse (minutes, &number) || number < 1 || number > 12 * 60))
    *wrong = self->minutes_error;
  work->edit.minutes = (int)number;
  work->edit.starts = FRAM_TIME_NONE;
  if (time[0] != '\0' && !fram_typed_time_parse (time, &work->edit.starts))
    *wrong = self->time_error;
  work->edit.day = fram_typed_date_parse (day, today_of (self));
  if (work->edit.day == FRAM_DATE_NONE)
    *wrong = self->day_error;
  if (say && *wrong == self->day_error)
    fram_field_error_set (*wrong, _ ("Say on which day it is, for example 2026-11-26, “fri” or “26/11”."));
  else if (say && *wrong == self->time_error)
    fram_field_error_set (*wrong, _ ("Write the time as hours and minutes, for example 13.30."));
  else if (say && *wrong != NULL)
    fram_field_error_set (*wrong, _ ("Say how many minutes it takes, twelve hours at most."));
  return work;
}

/* Same words, same clashes. */
static char *
when_of (const Work *work)
{
  char staff[FRAM_UUID_TEXT_SIZE];

  return g_strdup_printf ("%d %d %d %s", work->edit.day, work->edit.starts, work->edit.minutes,
                          fram_uuid_format (&work->edit.staff, staff));
}

static gboolean
fram_booking_dialog_write (FramFormDialog *dialog)
{
  FramBookingDialog *self = FRAM_BOOKING_DIALOG (dialog);
  FramFieldError *wrong;
  Work *work = read_fields (self, TRUE, &wrong);

  fram_form_dialog_set_trouble (dialog, NULL);
  if (wrong == NULL)
    {
      g_autofree char *when = when_of (work);

      work->careful = !fram_form_dialog_is_live (dialog) &&
                      (g_strcmp0 (when, self->known) != 0 || g_get_monotonic_time () - self->since < READ_US);
      g_free (self->known);
      self->known = g_steal_pointer (&when);
      self->since = 0;
      fram_form_dialog_run (dialog, book_on_desk, work, (GDestroyNotify)work_free, (GDestroyNotify)work_free);
      return TRUE;
    }
  fram_field_error_focus (wrong);
  work_free (work);
  return FALSE;
}

static char *
fram_booking_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  FramBookingDialog *self = FRAM_BOOKING_DIALOG (dialog);
  Work *work = answer;

  self->booking = work->made;
  return g_steal_pointer (&work->what);
}

/* What stands against it */

static void
forget_rows (FramBookingDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->clashes, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_clash (FramBookingDialog *self, const FramClash *clash)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon =
      gtk_image_new_from_icon_name (clash->grave ? "dialog-warning-symbolic" : "dialog-information-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), clash->text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_widget_add_css_class (icon, clash->grave ? "fram-warning-text" : "fram-dim");
  adw_preferences_group_add (self->clashes, row);
  g_ptr_array_add (self->rows, row);
}

static gpointer
ask_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_booking_clashes (desk, &((Work *)data)->edit, error);
}

static void
on_clashes_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramBookingDialog) self = data;
  g_autoptr (GPtrArray) clashes = fram_desk_run_finish (FRAM_DESK (source), result, NULL);

  if (clashes == NULL || fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) == NULL)
    return;
  forget_rows (self);
  for (guint i = 0; i < clashes->len; i++)
    add_clash (self, g_ptr_array_index (clashes, i));
  if (g_strcmp0 (self->known, self->asked) != 0)
    {
      g_free (self->known);
      self->known = g_strdup (self->asked);
      self->since = g_get_monotonic_time ();
    }
  gtk_widget_set_visible (GTK_WIDGET (self->clashes), clashes->len > 0);
}

static gboolean
on_ask (gpointer data)
{
  FramBookingDialog *self = data;
  FramFieldError *wrong;
  Work *work;

  self->ask = 0;
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  work = read_fields (self, FALSE, &wrong);
  if (work->edit.day == FRAM_DATE_NONE)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->clashes), FALSE);
      work_free (work);
      return G_SOURCE_REMOVE;
    }
  g_free (self->asked);
  self->asked = when_of (work);
  fram_desk_run_async (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)), ask_desk, work, (GDestroyNotify)work_free,
                       (GDestroyNotify)g_ptr_array_unref, self->asking, on_clashes_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
on_time_changed_cb (FramBookingDialog *self)
{
  fram_form_dialog_text_changed (FRAM_FORM_DIALOG (self));
  g_clear_handle_id (&self->ask, g_source_remove);
  if (self->facts != NULL)
    self->ask = g_timeout_add (ASK_MS, on_ask, self);
}

/* An appointment elsewhere is not with us. */
static void
on_kind_chosen_cb (FramBookingDialog *self)
{
  gboolean elsewhere = g_strcmp0 (fram_choices_get (self->kind), "annan_bokning") == 0;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->parties),
                                 elsewhere ? _ ("With whom, and about what") : _ ("Who else takes part"));
  if (elsewhere && self->facts != NULL && fram_uuid_is_none (&self->booking))
    fram_choices_select (self->staff, NULL);
  fram_form_dialog_choice_made (FRAM_FORM_DIALOG (self));
}

static void
fram_booking_dialog_dispose (GObject *object)
{
  FramBookingDialog *self = FRAM_BOOKING_DIALOG (object);

  g_clear_handle_id (&self->ask, g_source_remove);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->facts, fram_booking_facts_free);
  g_clear_pointer (&self->proposed, g_free);
  g_clear_pointer (&self->asked, g_free);
  g_clear_pointer (&self->known, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_booking_dialog_parent_class)->dispose (object);
}

static void
bind (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, FramBookingDialog, kind);
  gtk_widget_class_bind_template_child (klass, FramBookingDialog, day);
  gtk_widget_class_bind_template_child (klass, FramBookingDialog, time);
  gtk_widget_class_bind_template_child (klass, FramBookingDialog, minutes);
  gtk_widget_class_bind_template_child (klass, FramBookingDialog, day_error);
  gtk_widget_class_bind_template_child (klass, FramBookingDialog, time_error);
  gtk_widget_class_bind_template_child (klass, FramBookingDialog, minutes_error);
  gtk_widget_class_bind_template_child (klass, FramBookingDialog, clashes);
  gtk_widget_class_bind_template_child (klass, FramBookingDialog, staff);
  gtk_widget_class_bind_template_child (klass, FramBookingDialog, parties);
  gtk_widget_class_bind_template_child (klass, FramBookingDialog, place);
  gtk_widget_class_bind_template_child (klass, FramBookingDialog, room);
  gtk_widget_class_bind_template_child (klass, FramBookingDialog, interpreter_row);
  gtk_widget_class_bind_template_child (klass, FramBookingDialog, interpreter);
  gtk_widget_class_bind_template_callback (klass, fram_form_dialog_text_changed);
  gtk_widget_class_bind_template_callback (klass, fram_form_dialog_choice_made);
  gtk_widget_class_bind_template_callback (klass, on_kind_chosen_cb);
  gtk_widget_class_bind_template_callback (klass, on_time_changed_cb);
}

static void
fram_booking_dialog_class_init (FramBookingDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_booking_dialog_dispose;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_booking_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_booking_dialog_done;
  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/se/framsteg/Framsteg/ui/fram-booking-dialog.ui");
  bind (GTK_WIDGET_CLASS (klass));
}

static void
fram_booking_dialog_init (FramBookingDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Filling in */

typedef struct
{
  FramUuid participant;
  FramUuid booking;
} Asked;

typedef struct
{
  FramBookingFacts *facts;
  FramBooking *booking;
} Known;

static void
known_free (Known *known)
{
  g_clear_pointer (&known->facts, fram_booking_facts_free);
  g_clear_pointer (&known->booking, fram_booking_free);
  g_free (known);
}

static gpointer
read_known (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  Known *known = g_new0 (Known, 1);

  known->facts = fram_desk_booking_facts (desk, &asked->participant, error);
  if (known->facts != NULL && !fram_uuid_is_none (&asked->booking))
    known->booking = fram_desk_booking (desk, &asked->booking, error);
  if (known->facts != NULL && (fram_uuid_is_none (&asked->booking) || known->booking != NULL))
    return known;
  known_free (known);
  return NULL;
}

static void
fill_choices (FramBookingDialog *self)
{
  const char *const *kinds = fram_meeting_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    if (!self->facts->only_own || g_str_equal (kinds[i], "samtal"))
      fram_choices_add (self->kind, kinds[i], fram_meeting_kind_get_name (kinds[i]));
  if (!self->facts->only_own)
    fram_choices_add (self->staff, NULL, C_ ("staff", "Nobody of us"));
  for (guint i = 0; i < self->facts->staff->len; i++)
    {
      const FramChoice *choice = g_ptr_array_index (self->facts->staff, i);

      fram_choices_add (self->staff, choice->code, choice->name);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->parties), !self->facts->only_own);
}

/* Talks of one's own have no text: a room is chosen, and what there is but one of is not asked. */
static void
show_own_only (FramBookingDialog *self, const FramBooking *booking)
{
  const char *before = booking != NULL ? booking->place : NULL;

  if (!self->facts->only_own)
    return;
  fram_choices_add (self->room, NULL, C_ ("room", "None"));
  for (guint i = 0; i < self->facts->places->len; i++)
    {
      const FramChoice *choice = g_ptr_array_index (self->facts->places, i);

      fram_choices_add (self->room, choice->code, choice->name);
    }
  if (before != NULL && before[0] != '\0' && !fram_choices_select (self->room, before))
    {
      fram_choices_add (self->room, before, before);
      fram_choices_select (self->room, before);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->kind), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->staff), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->place), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->interpreter_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->room), TRUE);
}

static void
show_interpreter (FramBookingDialog *self)
{
  g_autofree char *words = NULL;

  if (!self->facts->needs_interpreter)
    return;
  words = self->facts->language != NULL && self->facts->language[0] != '\0'
              /* TRANSLATORS: a language */
              ? g_strdup_printf (_ ("Needed: %s. Asked for by itself."), self->facts->language)
              : g_strdup (_ ("Needed, and asked for by itself."));
  adw_action_row_set_subtitle (self->interpreter_row, words);
  gtk_switch_set_active (self->interpreter, TRUE);
}

static void
show_new (FramBookingDialog *self)
{
  g_autofree char *title = g_strdup_printf (
      self->facts->only_own ? _ ("Book a talk with %s") : _ ("Book a meeting with %s"), self->facts->name);
  char me[FRAM_UUID_TEXT_SIZE];

  fram_form_dialog_set_title (FRAM_FORM_DIALOG (self), title);
  gtk_editable_set_text (GTK_EDITABLE (self->minutes), "60");
  if (!fram_choices_select (self->kind, self->proposed != NULL ? self->proposed : "uppfoljning"))
    fram_choices_select (self->kind, "samtal");
  fram_choices_select (self->staff, fram_uuid_format (&self->facts->me, me));
  gtk_widget_grab_focus (GTK_WIDGET (self->day));
}

static void
show_booking (FramBookingDialog *self, const FramBooking *booking)
{
  g_autofree char *title = g_strdup_printf (
      self->facts->only_own ? _ ("Move a talk with %s") : _ ("Move or change a meeting with %s"), self->facts->name);
  g_autofree char *minutes = booking->minutes > 0 ? g_strdup_printf ("%d", booking->minutes) : g_strdup ("");
  g_autofree char *time = fram_time_to_words (booking->starts);
  char text[FRAM_DATE_TEXT_SIZE], staff[FRAM_UUID_TEXT_SIZE];

  fram_form_dialog_set_title (FRAM_FORM_DIALOG (self), title);
  fram_choices_select (self->kind, booking->kind);
  gtk_editable_set_text (GTK_EDITABLE (self->day), fram_date_format (booking->day, text));
  gtk_editable_set_text (GTK_EDITABLE (self->time), time);
  gtk_editable_set_text (GTK_EDITABLE (self->minutes), minutes);
  gtk_editable_set_text (GTK_EDITABLE (self->place), booking->place != NULL ? booking->place : "");
  gtk_editable_set_text (GTK_EDITABLE (self->parties), booking->parties != NULL ? booking->parties : "");
  fram_choices_select (self->staff,
                       fram_uuid_is_none (&booking->staff) ? NULL : fram_uuid_format (&booking->staff, staff));
  gtk_switch_set_active (self->interpreter, booking->interpreter);
  gtk_widget_grab_focus (GTK_WIDGET (self->day));
}

static void
on_known_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramBookingDialog) self = data;
  g_autoptr (GError) error = NULL;
  Known *known = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) == NULL)
    ; /* the window has gone meanwhile */
  else if (known == NULL)
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), error->message);
  else
    {
      self->facts = g_steal_pointer (&known->facts);
      fill_choices (self);
      show_interpreter (self);
      if (known->booking != NULL)
        show_booking (self, known->booking);
      else
        show_new (self);
      show_own_only (self, known->booking);
      fram_form_dialog_start (FRAM_FORM_DIALOG (self));
      on_time_changed_cb (self);
    }
  g_clear_pointer (&known, known_free);
}

/**
 * fram_booking_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @participant: with whom
 * @booking: (nullable): the booking to be moved or changed; %NULL for a new one
 *
 * Returns: (transfer floating): the dialog
 */
FramBookingDialog *
fram_booking_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *participant, const FramUuid *booking)
{
  FramBookingDialog *self = g_object_new (FRAM_TYPE_BOOKING_DIALOG, NULL);
  Asked asked = { *participant, booking != NULL ? *booking : FRAM_UUID_NONE };

  self->participant = asked.participant;
  self->booking = asked.booking;
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent,
                           booking == NULL ? _ ("Book a meeting") : _ ("Move or change a meeting"),
                           booking == NULL ? _ ("_Book") : _ ("_Save"));
  fram_desk_run_async (desk, read_known, g_memdup2 (&asked, sizeof asked), g_free, (GDestroyNotify)known_free, NULL,
                       on_known_cb, g_object_ref (self));
  return self;
}

/* The kind to begin with. */
void
fram_booking_dialog_propose (FramBookingDialog *self, const char *kind)
{
  g_free (self->proposed);
  self->proposed = g_strdup (kind);
}

/* After `written`: what was booked. */
const FramUuid *
fram_booking_dialog_get_booking (FramBookingDialog *self)
{
  return &self->booking;
}
