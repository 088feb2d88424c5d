#include "fram-desk-journal-private.h"

#include "fram-journal.h"
#include "fram-rights.h"

#include <glib/gi18n-lib.h>

/* Drafts, and how they become entries. */

/* A draft is its author's: rosters, hours and people have not changed. */
static const FramChanged changed_journal = { FRAM_UUID_NONE, FRAM_DATE_NONE, FALSE };

static const char *const draft_columns[] = { "kind",        "at",      "minutes", "attendees", "text",
                                             "interpreter", "booking", "begun",   NULL };

FramDraft *
fram_draft_new (void)
{
  FramDraft *self = g_new0 (FramDraft, 1);

  self->day = FRAM_DATE_NONE;
  self->time = FRAM_TIME_NONE;
  self->minutes = -1;
  return self;
}

FramDraft *
fram_draft_copy (const FramDraft *self)
{
  FramDraft *copy = g_memdup2 (self, sizeof *self);

  copy->kind = g_strdup (self->kind);
  copy->attendees = g_strdup (self->attendees);
  copy->text = g_strdup (self->text);
  return copy;
}

void
fram_draft_free (FramDraft *self)
{
  g_free (self->kind);
  g_free (self->attendees);
  g_free (self->text);
  g_free (self);
}

static gboolean
refuse (GError **error, FramError code, const char *sentence)
{
  g_set_error_literal (error, FRAM_ERROR, (int)code, sentence);
  return FALSE;
}

static gboolean
require_write (FramDesk *self, gint64 participant, FramWrites *writes, GError **error)
{
  *writes = fram_desk_writes_notes (self, participant);
  if (*writes != FRAM_WRITES_NOTHING)
    return TRUE;
  if (fram_db_get_read_only_reason (self->db) != NULL)
    return refuse (error, FRAM_ERROR_READ_ONLY, fram_db_get_read_only_reason (self->db));
  return refuse (error, FRAM_ERROR_DENIED,
                 _ ("Your roles do not let you write in this journal. Ask an administrator."));
}

static gboolean
check_draft (FramDesk *self, const FramDraft *draft, GError **error)
{
  if (!fram_journal_kind_is_known (draft->kind))
    return refuse (error, FRAM_ERROR_INVALID, _ ("Choose what kind of entry it is."));
  if (draft->day == FRAM_DATE_NONE || draft->time < 0 || draft->time >= 24 * 60)
    return refuse (error, FRAM_ERROR_INVALID, _ ("Say on which day and at what time it was."));
  if (draft->day > self->viewer->today)
    return refuse (error, FRAM_ERROR_INVALID,
                   _ ("An entry tells of what has been. Choose today or an earlier day, or book a meeting instead."));
  return TRUE;
}

/* An empty text is a value here: a draft of which nothing but the kind is known. */
static void
set_words (FramRecord *record, const char *text)
{
  FramValue *value = &record->values[fram_entity_find_column (record->entity, "text")];

  fram_value_clear (value);
  value->kind = FRAM_VALUE_TEXT;
  value->text = g_strdup (text != NULL ? text : "");
}

static void
fill_record (FramDesk *self, FramRecord *record, const FramDraft *draft, const FramStoredEntry *before)
{
  gboolean had_words = before != NULL && fram_journal_has_words (before->text);

  fram_record_set_text (record, "kind", draft->kind);
  fram_record_set_int (record, "at", fram_instant_new (draft->day, draft->time));
  if (draft->minutes > 0)
    fram_record_set_int (record, "minutes", draft->minutes);
  fram_record_set_text (record, "attendees", draft->attendees);
  fram_record_set_int (record, "interpreter", draft->interpreter);
  fram_record_set_ref (record, "booking", &draft->booking);
  fram_record_set_int (record, "begun", had_words ? before->begun : fram_clock_now (self->clock));
  set_words (record, draft->text);
}

static gboolean
is_as_written (const FramStoredEntry *stored, const FramDraft *draft)
{
  return g_strcmp0 (stored->kind, draft->kind) == 0 && stored->at == fram_instant_new (draft->day, draft->time) &&
         MAX (stored->minutes, 0) == MAX (draft->minutes, 0) &&
         g_strcmp0 (stored->attendees != NULL ? stored->attendees : "",
                    draft->attendees != NULL ? draft->attendees : "") == 0 &&
         g_strcmp0 (stored->text, draft->text != NULL ? draft->text : "") == 0 &&
         stored->interpreter == (draft->interpreter != 0) && fram_uuid_equal (&stored->booking, &draft->booking);
}

/* What is begun is one undo step; the words that follow are none. */
static gboolean
begin_draft (FramDesk *self, const FramDraft *draft, const FramStoredCase *stored, FramWrites writes,
             const FramUuid *replaces, FramUuid *id, GError **error)
{
  g_autoptr (FramChanges) changes = fram_changes_begin (self->db, self->viewer, "journal", NULL, error);
  g_autoptr (FramRecord) record = NULL;
  g_autofree char *name = fram_desk_case_name (stored);
  /* TRANSLATORS: a person's name; undone, the draft goes away */
  g_autofree char *what = g_strdup_printf (_ ("A journal entry about %s is begun."), name);

  if (changes == NULL)
    return FALSE;
  *id = !fram_uuid_is_none (&draft->id) && fram_db_find_row (self->db, &draft->id) == 0 ? draft->id
                                                                                        : fram_uuid_new (self->clock);
  record = fram_record_new (FRAM_ENTITY_JOURNAL_ENTRY, id);
  fill_record (self, record, draft, NULL);
  fram_record_set_ref (record, "participant", &stored->participant_id);
  fram_record_set_ref (record, "enrolment", &draft->enrolment);
  fram_record_set_ref (record, "replaces", replaces);
  fram_record_set_int (record, "by_ot", writes == FRAM_WRITES_OT);
  if (!self->viewer->is_system)
    fram_record_set_ref (record, "staff", &self->viewer->id);
  if (fram_changes_insert (changes, record, error) == FRAM_WRITTEN_FAILED ||
      !fram_desk_finish (self, changes, what, &changed_journal, error))
    return FALSE;
  ((FramUndoStep *)g_ptr_array_index (self->undo, self->undo->len - 1))->draft = fram_db_find_row (self->db, id);
  return TRUE;
}

static gboolean
go_on (FramDesk *self, const FramDraft *draft, const FramStoredEntry *before, GError **error)
{
  g_autoptr (FramChanges) changes = NULL;
  g_autoptr (FramRecord) record = NULL;

  if (!before->gone && is_as_written (before, draft))
    return TRUE;
  changes = fram_changes_begin (self->db, self->viewer, "journal", NULL, error);
  if (changes == NULL)
    return FALSE;
  record = fram_record_new (FRAM_ENTITY_JOURNAL_ENTRY, &before->id);
  fill_record (self, record, draft, before);
  /* thrown away or undone beside an editor in which somebody goes on writing */
  if (before->gone &&
      fram_changes_bring_back (changes, FRAM_ENTITY_JOURNAL_ENTRY, &before->id, error) == FRAM_WRITTEN_FAILED)
    return FALSE;
  return fram_changes_amend (changes, record, draft_columns, error) != FRAM_WRITTEN_FAILED &&
         fram_changes_commit (changes, NULL, error);
}

/* What a correction stands for must be signed, and of the same person. */
static gboolean
check_replaced (FramDesk *self, const FramUuid *replaced, gint64 participant, FramWrites writes, GError **error)
{
  g_autoptr (FramStoredEntry) entry = NULL;

  if (fram_uuid_is_none (replaced))
    return TRUE;
  entry = fram_journal_load_one (self->db, self->viewer, fram_db_find_row (self->db, replaced), error);
  if (entry == NULL && error != NULL && *error != NULL)
    return FALSE;
  if (entry == NULL || entry->participant != participant)
    return refuse (error, FRAM_ERROR_NOT_FOUND, _ ("The entry that is to be corrected is not there."));
  if (fram_desk_entry_signed_at (self, entry) == 0)
    return refuse (error, FRAM_ERROR_INVALID, _ ("This entry is not signed yet; just go on writing in it."));
  if (entry->by_ot != (writes == FRAM_WRITES_OT))
    return refuse (error, FRAM_ERROR_DENIED, _ ("This entry is somebody else's; only its author can correct it."));
  return TRUE;
}

/* The draft as it is on disk, or the version that was signed since. */
static gboolean
save_known (FramDesk *self, const FramDraft *draft, const FramStoredCase *stored, FramWrites writes, FramUuid *id,
            GError **error)
{
  g_autoptr (FramStoredEntry) before =
      fram_journal_load_own (self->db, self->viewer, fram_db_find_row (self->db, &draft->id), error);

  if (before == NULL && error != NULL && *error != NULL)
    return FALSE;
  if (before == NULL || before->participant != stored->participant)
    return refuse (error, FRAM_ERROR_NOT_FOUND, _ ("This draft is somebody else's; only its author can change it."));
  *id = before->id;
  if (fram_desk_entry_signed_at (self, before) == 0)
    return go_on (self, draft, before, error);
  if (is_as_written (before, draft))
    return TRUE;
  fram_desk_sign_past_midnight (self);
  return begin_draft (self, draft, stored, writes, &before->id, id, error);
}

/**
 * fram_desk_save_draft:
 * @self: the desk
 * @draft: what stands in the editor
 * @id: (out): where it is on disk
 * @error: return location; then it is as it was on disk
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_save_draft (FramDesk *self, const FramDraft *draft, FramUuid *id, GError **error)
{
  g_autoptr (FramStoredCase) stored = NULL;
  g_autoptr (GError) local = NULL;
  FramWrites writes;
  gboolean ok;

  FRAM_DESK_LOCKED (self);
  stored = fram_desk_load_case (self, &draft->participant, error);
  if (stored == NULL || !require_write (self, stored->participant, &writes, error) || !check_draft (self, draft, error))
    return FALSE;
  if (!fram_uuid_is_none (&draft->id) && fram_db_find_row (self->db, &draft->id) != 0)
    ok = save_known (self, draft, stored, writes, id, &local);
  else
    ok = check_replaced (self, &draft->replaces, stored->participant, writes, &local) &&
         begin_draft (self, draft, stored, writes, &draft->replaces, id, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return ok;
}

/* An undo step of a draft that is signed now would be refused for ever. */
static void
forget_steps (GPtrArray *steps, gint64 row)
{
  for (guint i = steps->len; i > 0; i--)
    if (((const FramUndoStep *)g_ptr_array_index (steps, i - 1))->draft == row)
      g_ptr_array_remove_index (steps, i - 1);
}

static gboolean
stamp (FramChanges *changes, const FramUuid *id, gint64 at, GError **error)
{
  static const char *const columns[] = { "signed", NULL };
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_JOURNAL_ENTRY, id);

  fram_record_set_int (record, "signed", at);
  return fram_changes_update (changes, record, columns, error) != FRAM_WRITTEN_FAILED;
}

static FramStoredEntry *
load_draft (FramDesk *self, const FramUuid *id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (FramStoredEntry) entry =
      fram_journal_load_own (self->db, self->viewer, fram_db_find_row (self->db, id), &local);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (entry == NULL || entry->gone)
    refuse (error, FRAM_ERROR_NOT_FOUND, _ ("There is no such draft of yours."));
  else if (fram_desk_entry_signed_at (self, entry) != 0)
    refuse (error, FRAM_ERROR_CHANGED, _ ("This entry is signed and does not change any more. Write a correction."));
  else
    return g_steal_pointer (&entry);
  return NULL;
}

static gboolean
sign (FramDesk *self, const FramStoredEntry *entry, GError **error)
{
  g_autoptr (FramChanges) changes = fram_changes_begin (self->db, self->viewer, "journal-sign", NULL, error);

  if (changes == NULL || !stamp (changes, &entry->id, fram_clock_now (self->clock), error) ||
      !fram_changes_commit (changes, NULL, error))
    return FALSE;
  forget_steps (self->undo, entry->row);
  forget_steps (self->redo, entry->row);
  fram_desk_emit_changed (self, &changed_journal);
  return TRUE;
}

/**
 * fram_desk_sign_entry:
 * @self: the desk
 * @entry: a draft of the person at the keyboard
 * @what: (out) (optional): a sentence for the toast
 * @error: return location; %FRAM_ERROR_INVALID where there is nothing to sign
 *
 * Returns: whether it is signed on disk
 */
gboolean
fram_desk_sign_entry (FramDesk *self, const FramUuid *entry, char **what, GError **error)
{
  g_autoptr (FramStoredEntry) stored = NULL;
  FramWrites writes;

  FRAM_DESK_LOCKED (self);
  stored = load_draft (self, entry, error);
  if (stored == NULL || !require_write (self, stored->participant, &writes, error))
    return FALSE;
  if (!fram_journal_has_words (stored->text))
    return refuse (error, FRAM_ERROR_INVALID, _ ("Nothing is written yet. Write what is to be kept, then sign."));
  if (!sign (self, stored, error))
    return FALSE;
  if (what != NULL)
    *what = g_strdup_printf (_ ("Signed: %s."), fram_journal_kind_get_name (stored->kind));
  return TRUE;
}

/**
 * fram_desk_discard_draft:
 * @self: the desk
 * @entry: a draft of the person at the keyboard
 * @what: (out) (optional): a sentence for the toast
 * @error: return location
 *
 * Returns: whether it is gone
 */
gboolean
fram_desk_discard_draft (FramDesk *self, const FramUuid *entry, char **what, GError **error)
{
  g_autoptr (FramStoredEntry) stored = NULL;
  g_autoptr (FramChanges) changes = NULL;

  FRAM_DESK_LOCKED (self);
  stored = load_draft (self, entry, error);
  if (stored == NULL)
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "journal", NULL, error);
  if (changes == NULL ||
      fram_changes_remove (changes, FRAM_ENTITY_JOURNAL_ENTRY, &stored->id, error) == FRAM_WRITTEN_FAILED ||
      !fram_desk_finish (self, changes, _ ("The draft is thrown away."), &changed_journal, error))
    return FALSE;
  ((FramUndoStep *)g_ptr_array_index (self->undo, self->undo->len - 1))->draft = stored->row;
  if (what != NULL)
    *what = g_strdup (_ ("The draft is thrown away."));
  return TRUE;
}

static gboolean
stamp_all (FramDesk *self, const GPtrArray *entries, GError **error)
{
  g_autoptr (FramViewer) system = fram_viewer_new_system (self->viewer->today);
  g_autoptr (FramChanges) changes = fram_changes_begin (self->db, system, "journal-midnight", NULL, error);

  if (changes == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const FramStoredEntry *entry = g_ptr_array_index (entries, i);

      if (!stamp (changes, &entry->id, fram_journal_midnight_after (entry->begun), error))
        return FALSE;
    }
  return fram_changes_commit (changes, NULL, error);
}

/**
 * fram_desk_sign_past_midnight:
 * @self: the desk
 *
 * Notes sign themselves at midnight. They count as signed from then on; this writes it down, in nobody's name but with
 * their authors', and where it cannot be written now it will be another time.
 *
 * Returns: how many were signed
 */
guint
fram_desk_sign_past_midnight (FramDesk *self)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  FRAM_DESK_LOCKED (self);
  if (fram_db_get_read_only_reason (self->db) != NULL)
    return 0;
  entries = fram_journal_load_past_midnight (self->db, fram_instant_new (fram_clock_today (self->clock), 0), &error);
  n = entries != NULL ? entries->len : 0;
  if (n > 0 && !stamp_all (self, entries, &error))
    n = 0;
  if (error != NULL)
    g_info ("Signing past midnight: %s", error->message);
  for (guint i = 0; i < n; i++)
    {
      forget_steps (self->undo, ((const FramStoredEntry *)g_ptr_array_index (entries, i))->row);
      forget_steps (self->redo, ((const FramStoredEntry *)g_ptr_array_index (entries, i))->row);
    }
  if (n > 0)
    fram_desk_emit_changed (self, &changed_journal);
  return n;
}
