#include "fram-journal-editor.h"

#include "fram-form-dialog.h"
#include "fram-journal.h"
#include "fram-text.h"
#include "fram-typed-date.h"
#include "fram-typed-time.h"
#include "fram-words.h"

#include <glib/gi18n.h>

/* A pause in typing. */
#define PAUSE_MS 700

struct _FramJournalEditor
{
  AdwBin parent_instance;

  /* borrowed */
  GtkLabel *title;
  GtkDropDown *kind;
  GtkEditable *day;
  GtkEditable *time;
  GtkEditable *minutes;
  GtkEditable *attendees;
  GtkCheckButton *interpreter;
  GtkTextView *text;
  GtkLabel *state;
  GtkButton *next;
  GtkWidget *discard;
  GtkWidget *sign;

  /* owned */
  FramDesk *desk;
  FramDraft *draft; /* NULL: nothing is being written */
  GCancellable *cancellable;
  guint pause;
  gboolean filling; /* the fields, by the program */
  gboolean dirty;   /* something was changed and is not on disk */
  gboolean saving;
  gboolean on_disk; /* there is a draft on disk */
  gboolean signing;
};

enum
{
  CLOSED,
  SAID,
  BOOK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramJournalEditor, fram_journal_editor, ADW_TYPE_BIN)

static void
say_state (FramJournalEditor *self, const char *sentence, gboolean wrong)
{
  gtk_label_set_label (self->state, sentence);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "fram-error-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), "fram-error-text");
}

static void
say_saved (FramJournalEditor *self)
{
  g_autofree char *time = fram_time_to_words (fram_clock_minute (fram_desk_get_clock (self->desk)));
  /* TRANSLATORS: a time of day */
  g_autofree char *words = g_strdup_printf (_ ("Draft kept %s. Signs itself at midnight."), time);

  say_state (self, words, FALSE);
}

static char *
written (FramJournalEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  return gtk_text_buffer_get_text (buffer, &from, &to, FALSE);
}

static void
mark_wrong (GtkEditable *entry, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* A day or time that cannot be read leaves what was there, so that the words beside it are kept all the same. */
static const char *
collect_time (FramJournalEditor *self)
{
  FramDate today = fram_clock_today (fram_desk_get_clock (self->desk));
  FramDate day = fram_typed_date_parse (gtk_editable_get_text (self->day), today);
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->minutes)));
  gboolean wrong_day = day == FRAM_DATE_NONE || day > today, wrong_time, wrong_minutes;
  gint64 minutes = -1;
  int time;

  wrong_time = !fram_typed_time_parse (gtk_editable_get_text (self->time), &time) || time == FRAM_TIME_NONE;
  wrong_minutes = typed[0] != '\0' && (!fram_int_parse (typed, &minutes) || minutes < 1 || minutes > 24 * 60);
  if (!wrong_day)
    self->draft->day = day;
  if (!wrong_time)
    self->draft->time = time;
  if (!wrong_minutes)
    self->draft->minutes = (int)minutes;
  mark_wrong (self->day, wrong_day);
  mark_wrong (self->time, wrong_time);
  mark_wrong (self->minutes, wrong_minutes);
  if (wrong_day)
    return _ ("Choose today or an earlier day, for example 2026-11-12 or “mon”.");
  if (wrong_time)
    return _ ("Write the time as hours and minutes, for example 13.30.");
  return wrong_minutes ? _ ("Say in minutes how long it took.") : NULL;
}

/* Takes over what stands in the fields. Returns: what is wrong, or NULL */
static const char *
collect (FramJournalEditor *self)
{
  g_free (self->draft->kind);
  g_free (self->draft->attendees);
  g_free (self->draft->text);
  self->draft->kind = g_strdup (fram_journal_kinds ()[gtk_drop_down_get_selected (self->kind)]);
  self->draft->attendees = g_strstrip (g_strdup (gtk_editable_get_text (self->attendees)));
  self->draft->text = written (self);
  self->draft->interpreter = gtk_check_button_get_active (self->interpreter);
  return collect_time (self);
}

/* Nothing but what the program filled in is nothing to keep. */
static gboolean
is_worth_keeping (FramJournalEditor *self)
{
  return self->on_disk || fram_journal_has_words (self->draft->text) || self->draft->attendees[0] != '\0' ||
         !fram_uuid_is_none (&self->draft->booking);
}

static gpointer
save_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  FramUuid id;

  return fram_desk_save_draft (desk, data, &id, error) ? g_memdup2 (&id, sizeof id) : NULL;
}

static void save_now (FramJournalEditor *self);

/* Signed since, the entry goes on as a correction of itself. */
static void
take_id (FramJournalEditor *self, const FramUuid *id)
{
  if (!fram_uuid_equal (id, &self->draft->id))
    {
      self->draft->replaces = self->draft->id;
      self->draft->id = *id;
      gtk_label_set_label (self->title, _ ("Correction"));
    }
  self->on_disk = TRUE;
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramJournalEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree FramUuid *id = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->draft == NULL)
    return;
  self->saving = FALSE;
  if (id == NULL)
    {
      g_autofree char *words = g_strdup_printf (_ ("Not kept: %s"), error->message);

      self->dirty = TRUE;
      say_state (self, words, TRUE);
      return;
    }
  take_id (self, id);
  if (self->dirty)
    save_now (self);
  else if (!gtk_widget_has_css_class (GTK_WIDGET (self->day), "error") &&
           !gtk_widget_has_css_class (GTK_WIDGET (self->time), "error"))
    say_saved (self);
}

/* Off the main loop, one after the other. */
static void
save_now (FramJournalEditor *self)
{
  const char *wrong;

  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->draft == NULL || !self->dirty || self->saving)
    return;
  wrong = collect (self);
  if (wrong != NULL)
    say_state (self, wrong, TRUE);
  if (!is_worth_keeping (self))
    return;
  self->dirty = FALSE;
  self->saving = TRUE;
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  fram_desk_run_async (self->desk, save_on_desk, fram_draft_copy (self->draft), (GDestroyNotify)fram_draft_free, g_free,
                       self->cancellable, on_saved_cb, g_object_ref (self));
}

static gboolean
on_pause (gpointer data)
{
  FramJournalEditor *self = data;

  self->pause = 0;
  save_now (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed_cb (FramJournalEditor *self)
{
  if (self->filling || self->draft == NULL)
    return;
  self->dirty = TRUE;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, on_pause, self);
}

/**
 * fram_journal_editor_flush:
 * @self: the editor
 *
 * Writes down at once what is being written, waiting for the disk: the tab closes, the screen is locked or the program
 * ends.
 */
void
fram_journal_editor_flush (FramJournalEditor *self)
{
  g_autoptr (GError) error = NULL;
  FramUuid id;

  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->draft == NULL || (!self->dirty && !self->saving))
    return;
  /* what is on its way is older than what stands here */
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->saving = self->dirty = FALSE;
  collect (self);
  if (!is_worth_keeping (self))
    return;
  if (fram_desk_save_draft (self->desk, self->draft, &id, &error))
    {
      take_id (self, &id);
      say_saved (self);
      return;
    }
  self->dirty = TRUE;
  say_state (self, error->message, TRUE);
}

/* Signing and throwing away */

static gpointer
sign_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  FramDraft *draft = data;
  char *what = NULL;
  FramUuid id;

  if (fram_desk_save_draft (desk, draft, &id, error))
    fram_desk_sign_entry (desk, &id, &what, error);
  return what;
}

static gpointer
discard_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  char *what = NULL;

  fram_desk_discard_draft (desk, &((FramDraft *)data)->id, &what, error);
  return what;
}

static void
on_ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramJournalEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);
  gboolean signing = self->signing;

  self->signing = FALSE;
  if (self->draft == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (what == NULL)
    {
      say_state (self, error->message, TRUE);
      return;
    }
  fram_journal_editor_close (self);
  g_signal_emit (self, signals[SAID], 0, what, !signing);
  g_signal_emit (self, signals[CLOSED], 0, signing);
}

static void
end (FramJournalEditor *self, FramDeskFunc func)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->saving = self->dirty = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  fram_desk_run_async (self->desk, func, fram_draft_copy (self->draft), (GDestroyNotify)fram_draft_free, g_free, NULL,
                       on_ended_cb, g_object_ref (self));
}

/**
 * fram_journal_editor_sign:
 * @self: the editor
 *
 * Signs what is written, if it can be.
 */
void
fram_journal_editor_sign (FramJournalEditor *self)
{
  const char *wrong;

  if (self->draft == NULL || self->signing)
    return;
  wrong = collect (self);
  if (wrong == NULL && !fram_journal_has_words (self->draft->text))
    wrong = _ ("Nothing is written yet. Write what is to be kept, then sign.");
  if (wrong != NULL)
    {
      say_state (self, wrong, TRUE);
      return;
    }
  self->signing = TRUE;
  end (self, sign_on_desk);
}

static void
on_discard_clicked_cb (FramJournalEditor *self)
{
  if (self->draft == NULL)
    return;
  fram_journal_editor_flush (self);
  if (self->on_disk)
    {
      end (self, discard_on_desk);
      return;
    }
  fram_journal_editor_close (self);
  g_signal_emit (self, signals[CLOSED], 0, FALSE);
}

/* What is written stays; it stands among the entries as a draft. */
static void
on_leave_clicked_cb (FramJournalEditor *self)
{
  fram_journal_editor_close (self);
  g_signal_emit (self, signals[CLOSED], 0, FALSE);
}

static void
on_next_clicked_cb (FramJournalEditor *self)
{
  fram_journal_editor_flush (self);
  g_signal_emit (self, signals[BOOK], 0);
}

/* Filling in */

static void
show_next (FramJournalEditor *self, const char *words)
{
  g_autofree char *label = words != NULL ? g_strdup_printf (_ ("Next: %s"), words) : g_strdup (_ ("Book the next…"));

  gtk_button_set_label (self->next, label);
  fram_widget_set_accessible_name (self->next, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next), words == NULL);
}

static void
fill (FramJournalEditor *self)
{
  const char *const *kinds = fram_journal_kinds ();
  g_autofree char *time = fram_time_to_words (self->draft->time);
  g_autofree char *minutes = self->draft->minutes > 0 ? g_strdup_printf ("%d", self->draft->minutes) : g_strdup ("");
  char day[FRAM_DATE_TEXT_SIZE];

  self->filling = TRUE;
  for (guint i = 0; kinds[i] != NULL; i++)
    if (g_strcmp0 (kinds[i], self->draft->kind) == 0)
      gtk_drop_down_set_selected (self->kind, i);
  gtk_editable_set_text (self->day, fram_date_format (self->draft->day, day));
  gtk_editable_set_text (self->time, time);
  gtk_editable_set_text (self->minutes, minutes);
  gtk_editable_set_text (self->attendees, self->draft->attendees != NULL ? self->draft->attendees : "");
  gtk_check_button_set_active (self->interpreter, self->draft->interpreter);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), self->draft->text != NULL ? self->draft->text : "",
                            -1);
  self->filling = FALSE;
  collect (self);
}

static void
take (FramJournalEditor *self, FramDesk *desk, FramDraft *draft, gboolean on_disk, const char *title)
{
  fram_journal_editor_close (self);
  g_set_object (&self->desk, desk);
  self->draft = draft;
  self->on_disk = on_disk;
  if (fram_uuid_is_none (&draft->id))
    draft->id = fram_uuid_new (fram_desk_get_clock (desk));
  gtk_label_set_label (self->title, title);
  show_next (self, NULL);
  fill (self);
  say_state (self, on_disk ? _ ("Draft. Signs itself at midnight.") : _ ("What you write is kept as you write."),
             FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * fram_journal_editor_begin:
 * @self: the editor
 * @desk: the desk
 * @draft: how it begins
 *
 * Begins a new entry. What is being written is on disk before.
 */
void
fram_journal_editor_begin (FramJournalEditor *self, FramDesk *desk, const FramDraft *draft)
{
  take (self, desk, fram_draft_copy (draft), FALSE, _ ("New entry"));
}

static FramDraft *
draft_of (const FramUuid *participant, const FramEntry *entry)
{
  FramDraft *draft = fram_draft_new ();

  draft->participant = *participant;
  draft->kind = g_strdup (entry->kind);
  draft->day = entry->day;
  draft->time = entry->time;
  draft->minutes = entry->minutes;
  draft->attendees = g_strdup (entry->attendees);
  draft->interpreter = entry->interpreter;
  draft->text = g_strdup (entry->text);
  draft->booking = entry->booking;
  return draft;
}

/* Goes on with a draft. */
void
fram_journal_editor_open (FramJournalEditor *self, FramDesk *desk, const FramUuid *participant, const FramEntry *entry)
{
  FramDraft *draft = draft_of (participant, entry);

  draft->id = entry->id;
  draft->replaces = entry->replaces;
  take (self, desk, draft, TRUE, fram_uuid_is_none (&entry->replaces) ? _ ("Your draft") : _ ("Correction"));
  if (entry->next != NULL)
    show_next (self, entry->next);
}

/* Writes a new version of what is signed. */
void
fram_journal_editor_correct (FramJournalEditor *self, FramDesk *desk, const FramUuid *participant,
                             const FramEntry *entry)
{
  FramDraft *draft = draft_of (participant, entry);

  draft->replaces = entry->id;
  take (self, desk, draft, FALSE, _ ("Correction"));
}

/* The next meeting, booked in the same talk. */
void
fram_journal_editor_set_next (FramJournalEditor *self, const FramUuid *booking, const char *words)
{
  if (self->draft == NULL)
    return;
  self->draft->booking = *booking;
  show_next (self, words);
  self->dirty = TRUE;
  save_now (self);
}

/* Leaves what is being written; it is on disk. */
void
fram_journal_editor_close (FramJournalEditor *self)
{
  fram_journal_editor_flush (self);
  g_clear_pointer (&self->draft, fram_draft_free);
  self->on_disk = self->dirty = self->saving = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

gboolean
fram_journal_editor_is_open (FramJournalEditor *self)
{
  return self->draft != NULL;
}

gboolean
fram_journal_editor_is_clean (FramJournalEditor *self)
{
  return !self->dirty && !self->saving && !self->signing;
}

gboolean
fram_journal_editor_is_on_disk (FramJournalEditor *self)
{
  return self->on_disk;
}

const FramUuid *
fram_journal_editor_get_entry (FramJournalEditor *self)
{
  return self->draft != NULL ? &self->draft->id : NULL;
}

GtkTextView *
fram_journal_editor_get_text (FramJournalEditor *self)
{
  return self->text;
}

void
fram_journal_editor_focus (FramJournalEditor *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
fram_journal_editor_dispose (GObject *object)
{
  FramJournalEditor *self = FRAM_JOURNAL_EDITOR (object);

  if (self->draft != NULL)
    fram_journal_editor_flush (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->draft, fram_draft_free);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fram_journal_editor_parent_class)->dispose (object);
}

static void
fram_journal_editor_class_init (FramJournalEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_journal_editor_dispose;
  signals[CLOSED] = g_signal_new ("closed", FRAM_TYPE_JOURNAL_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SAID] = g_signal_new ("said", FRAM_TYPE_JOURNAL_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[BOOK] =
      g_signal_new ("book", FRAM_TYPE_JOURNAL_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/se/framsteg/Framsteg/ui/fram-journal-editor.ui");
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), on_changed_cb);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), on_discard_clicked_cb);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), on_leave_clicked_cb);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), on_next_clicked_cb);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), fram_journal_editor_sign);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), save_now);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), FramJournalEditor, title);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), FramJournalEditor, kind);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), FramJournalEditor, day);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), FramJournalEditor, time);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), FramJournalEditor, minutes);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), FramJournalEditor, attendees);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), FramJournalEditor, interpreter);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), FramJournalEditor, text);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), FramJournalEditor, state);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), FramJournalEditor, next);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), FramJournalEditor, discard);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), FramJournalEditor, sign);
}

static void
add_kinds (FramJournalEditor *self)
{
  const char *const *kinds = fram_journal_kinds ();
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    gtk_string_list_append (names, fram_journal_kind_get_name (kinds[i]));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (names));
  g_object_unref (names);
}

static void
fram_journal_editor_init (FramJournalEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_kinds (self);
  show_next (self, NULL);
  fram_widget_set_accessible_name (self->discard, _ ("Throw the draft away"));
  fram_widget_set_accessible_name (self->sign, _ ("Sign now"));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
