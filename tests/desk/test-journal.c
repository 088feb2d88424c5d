#include "desk-fixture.h"

#include "fram-changes.h"
#include "fram-desk-absence.h"
#include "fram-desk-journal.h"
#include "fram-journal.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* Who writes and reads in a journal, what becomes of a draft, and what is copied out of it. */

typedef struct
{
  Fixture base;
  FramUuid amina; /* the participant */
  FramUuid enrolment;
  FramUuid rebecka; /* Amina's case worker */
  FramUuid jonas;   /* another one */
} House;

static void
put (House *h, FramRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (h->base.path, h->base.clock, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (h->base.today);
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "test", NULL, &error);

  g_assert_cmpint (fram_changes_insert (changes, record, &error), ==, FRAM_WRITTEN_ADDED);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
  g_assert_no_error (error);
}

static void
give_case_worker (House *h)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_CASE_WORKER, NULL);

  fram_record_set_ref (record, "enrolment", &h->enrolment);
  fram_record_set_ref (record, "staff", &h->rebecka);
  fram_record_set_date (record, "from_day", fram_test_date ("2026-09-01"));
  put (h, record);
}

static void
set_up (House *h, gconstpointer unused)
{
  Fixture *f = &h->base;
  g_autoptr (GError) error = NULL;

  fixture_set_up (f, NULL);
  g_assert_true (fram_desk_find_enrolment (f->desk, f->amina, &h->enrolment, &error));
  g_assert_true (fram_desk_person_id (f->desk, f->amina, &h->amina, &error));
  h->rebecka = fixture_hire (f, "Rebecka Memic", FRAM_ROLE_CASE_WORKER, NULL);
  h->jonas = fixture_hire (f, "Jonas Ek", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Dragana Andersen", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL);
  fixture_hire (f, "Doris Berg", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL);
  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Stig Sökare", FRAM_ROLE_PLACE_FINDER, NULL);
  fixture_hire (f, "Lena Ahmadi", FRAM_ROLE_MANAGER, NULL);
  fixture_hire (f, "Teresa Sundberg", FRAM_ROLE_ADMINISTRATOR, NULL);
  give_case_worker (h);
}

static void
tear_down (House *h, gconstpointer unused)
{
  fixture_tear_down (&h->base, NULL);
}

static void
turn_clock (House *h, const char *now)
{
  Fixture *f = &h->base;

  g_clear_object (&f->desk);
  fram_clock_unref (f->clock);
  f->clock = fram_clock_new_from_text (now);
  f->today = fram_clock_today (f->clock);
  fixture_reopen (f);
}

static FramDraft *
draft_of (House *h, const char *kind, const char *text)
{
  FramDraft *draft = fram_draft_new ();

  draft->participant = h->amina;
  draft->enrolment = h->enrolment;
  draft->kind = g_strdup (kind);
  draft->day = h->base.today;
  draft->time = 8 * 60 + 30;
  draft->text = g_strdup (text);
  return draft;
}

static void
save (House *h, FramDraft *draft)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_desk_save_draft (h->base.desk, draft, &draft->id, &error));
  g_assert_no_error (error);
}

static FramUuid
write_signed (House *h, const char *kind, const char *text)
{
  g_autoptr (FramDraft) draft = draft_of (h, kind, text);
  g_autoptr (GError) error = NULL;

  save (h, draft);
  g_assert_true (fram_desk_sign_entry (h->base.desk, &draft->id, NULL, &error));
  g_assert_no_error (error);
  return draft->id;
}

static FramJournal *
journal_as (House *h, const char *who)
{
  g_autoptr (GError) error = NULL;
  FramJournal *journal;

  if (who != NULL)
    fixture_sit (&h->base, who);
  journal = fram_desk_journal (h->base.desk, &h->amina, NULL, &error);
  g_assert_no_error (error);
  return journal;
}

static const FramEntry *
first (const FramJournal *journal)
{
  g_assert_cmpuint (journal->entries->len, >, 0);
  return g_ptr_array_index (journal->entries, 0);
}

/* The number of lines of the access log with that act and class. */
static guint
logged (House *h, const char *act, const char *klass)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDesk) owner = fram_desk_open (h->base.path, h->base.clock, &error);
  g_autoptr (GPtrArray) lines = fram_desk_log (owner, NULL, 0, &error);
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const FramLogLine *line = g_ptr_array_index (lines, i);

      n += g_strcmp0 (line->act, act) == 0 && g_strcmp0 (line->klass, klass) == 0;
    }
  return n;
}

static void
test_a_case_worker_writes_and_reads (House *h, gconstpointer unused)
{
  g_autoptr (FramJournal) journal = NULL;
  const FramEntry *entry;

  fixture_sit (&h->base, "Rebecka Memic");
  write_signed (h, "trepartsmote", "We agreed on two days a week.");
  journal = journal_as (h, NULL);
  g_assert_true (journal->sees_notes && journal->may_write && !journal->as_ot);
  g_assert_cmpuint (journal->entries->len, ==, 1);
  entry = first (journal);
  g_assert_cmpstr (entry->title, ==, "Three-party meeting");
  g_assert_cmpstr (entry->author, ==, "Rebecka Memic");
  g_assert_cmpint (entry->day, ==, h->base.today);
  g_assert_cmpint (entry->time, ==, 8 * 60 + 30);
  g_assert_true (entry->signed_at != 0 && entry->may_correct && !entry->by_ot);
}

static void
test_other_roles_read_nothing (House *h, gconstpointer unused)
{
  static const char *const others[] = { "Jonas Ek",    "Dragana Andersen", "Per Wallin",
                                        "Stig Sökare", "Lena Ahmadi",      "Teresa Sundberg" };

  fixture_sit (&h->base, "Rebecka Memic");
  write_signed (h, "samtal", "Only for the case worker.");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (FramJournal) journal = journal_as (h, others[i]);

      g_assert_cmpuint (journal->entries->len, ==, 0);
      g_assert_cmpuint (journal->drafts->len, ==, 0);
      g_assert_cmpuint (journal->n_all, ==, 0);
      g_assert_false (journal->sees_notes);
    }
}

static void
test_other_roles_write_nothing (House *h, gconstpointer unused)
{
  static const char *const others[] = { "Jonas Ek", "Per Wallin", "Stig Sökare", "Lena Ahmadi", "Teresa Sundberg" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (FramDraft) draft = draft_of (h, "anteckning", "Something");
      g_autoptr (GError) error = NULL;

      fixture_sit (&h->base, others[i]);
      g_assert_false (fram_desk_save_draft (h->base.desk, draft, &draft->id, &error));
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
    }
}

static void
test_an_ot_keeps_own_entries (House *h, gconstpointer unused)
{
  g_autoptr (FramJournal) own = NULL;
  g_autoptr (FramJournal) colleague = NULL;
  g_autoptr (FramJournal) case_worker = NULL;

  fixture_sit (&h->base, "Rebecka Memic");
  write_signed (h, "samtal", "The case worker's.");
  fixture_sit (&h->base, "Dragana Andersen");
  write_signed (h, "anteckning", "Tried a higher bench.");
  own = journal_as (h, NULL);
  g_assert_true (own->as_ot && !own->sees_notes);
  g_assert_cmpuint (own->entries->len, ==, 1);
  g_assert_cmpstr (first (own)->text, ==, "Tried a higher bench.");
  colleague = journal_as (h, "Doris Berg");
  g_assert_cmpuint (colleague->entries->len, ==, 0);
  case_worker = journal_as (h, "Rebecka Memic");
  g_assert_cmpuint (case_worker->entries->len, ==, 1);
  g_assert_cmpstr (first (case_worker)->text, ==, "The case worker's.");
}

static void
add_deputy (House *h, const char *from, const char *to)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ROLE_GRANT, NULL);

  fram_record_set_ref (record, "staff", &h->jonas);
  fram_record_set_text (record, "role", "case_worker");
  fram_record_set_ref (record, "deputy_for", &h->rebecka);
  fram_record_set_date (record, "from_day", fram_test_date (from));
  fram_record_set_date (record, "to_day", fram_test_date (to));
  put (h, record);
}

static void
test_a_deputy_reads_and_writes_while_it_lasts (House *h, gconstpointer unused)
{
  g_autoptr (FramJournal) before = NULL;
  g_autoptr (FramJournal) during = NULL;
  g_autoptr (FramJournal) after = NULL;

  fixture_sit (&h->base, "Rebecka Memic");
  write_signed (h, "samtal", "Before the holiday.");
  add_deputy (h, "2026-11-16", "2026-11-20");
  before = journal_as (h, "Jonas Ek");
  g_assert_false (before->sees_notes);
  turn_clock (h, "2026-11-18T10:00");
  during = journal_as (h, "Jonas Ek");
  g_assert_true (during->sees_notes && during->may_write);
  g_assert_cmpuint (during->entries->len, ==, 1);
  write_signed (h, "telefon", "Called; all is well.");
  turn_clock (h, "2026-11-21T10:00");
  after = journal_as (h, "Jonas Ek");
  g_assert_false (after->sees_notes || after->may_write);
  g_assert_cmpuint (after->entries->len, ==, 0);
  g_clear_pointer (&during, fram_journal_free);
  during = journal_as (h, "Rebecka Memic");
  g_assert_cmpuint (during->entries->len, ==, 2);
  g_assert_cmpstr (first (during)->author, ==, "Jonas Ek");
}

static void
test_a_draft_is_its_authors (House *h, gconstpointer unused)
{
  g_autoptr (FramDraft) draft = draft_of (h, "samtal", "Half a sen");
  g_autoptr (FramJournal) own = NULL;
  g_autoptr (FramJournal) deputy = NULL;
  g_autoptr (FramDesk) owner = NULL;
  g_autoptr (FramJournal) system = NULL;
  g_autoptr (GError) error = NULL;

  add_deputy (h, "2026-11-01", "2026-11-30");
  fixture_sit (&h->base, "Rebecka Memic");
  save (h, draft);
  own = journal_as (h, NULL);
  g_assert_cmpuint (own->drafts->len, ==, 1);
  g_assert_cmpuint (own->entries->len, ==, 0);
  owner = fram_desk_open (h->base.path, h->base.clock, &error);
  system = fram_desk_journal (owner, &h->amina, NULL, &error);
  g_assert_cmpuint (system->drafts->len + system->entries->len, ==, 0);
  deputy = journal_as (h, "Jonas Ek");
  g_assert_true (deputy->sees_notes);
  g_assert_cmpuint (deputy->drafts->len + deputy->entries->len, ==, 0);
  g_assert_false (fram_desk_save_draft (h->base.desk, draft, &draft->id, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (fram_desk_sign_entry (h->base.desk, &draft->id, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (fram_desk_discard_draft (h->base.desk, &draft->id, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
}

static void
test_a_draft_with_nothing_but_attendees_is_kept (House *h, gconstpointer unused)
{
  g_autoptr (FramDraft) draft = draft_of (h, "sip", "");
  g_autoptr (FramJournal) journal = NULL;
  g_autoptr (GError) error = NULL;

  fixture_sit (&h->base, "Rebecka Memic");
  draft->attendees = g_strdup ("Amina; Vårdcentralen");
  save (h, draft);
  turn_clock (h, "2026-11-14T09:00");
  journal = journal_as (h, "Rebecka Memic");
  g_assert_cmpuint (journal->drafts->len, ==, 1);
  g_assert_cmpstr (((const FramEntry *)g_ptr_array_index (journal->drafts, 0))->attendees, ==, "Amina; Vårdcentralen");
  g_assert_false (fram_desk_sign_entry (h->base.desk, &draft->id, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  /* its first words are of today: it is a draft until tonight */
  g_free (draft->text);
  draft->text = g_strdup ("Now there is something.");
  save (h, draft);
  g_clear_pointer (&journal, fram_journal_free);
  journal = journal_as (h, NULL);
  g_assert_cmpuint (journal->drafts->len, ==, 1);
}

static void
test_writing_is_one_undo_step_and_no_line_of_the_log (House *h, gconstpointer unused)
{
  g_autoptr (FramDraft) draft = draft_of (h, "samtal", "");
  g_autoptr (FramJournal) journal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  guint before;

  fixture_sit (&h->base, "Rebecka Memic");
  before = logged (h, "changed", "note");
  for (guint i = 1; i <= 40; i++)
    {
      g_free (draft->text);
      draft->text = g_strnfill (i * 10, 'x');
      save (h, draft);
    }
  g_assert_cmpuint (logged (h, "opened", "note"), ==, 0);
  g_assert_cmpuint (logged (h, "changed", "note") - before, <=, 1);
  g_assert_true (fram_desk_undo (h->base.desk, &what, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (what, ==, "Undone: A journal entry about Amina Hassan is begun.");
  g_assert_false (fram_desk_can_undo (h->base.desk));
  journal = journal_as (h, NULL);
  g_assert_cmpuint (journal->drafts->len, ==, 0);
  g_assert_true (fram_desk_redo (h->base.desk, NULL, &error));
  g_clear_pointer (&journal, fram_journal_free);
  journal = journal_as (h, NULL);
  g_assert_cmpuint (journal->drafts->len, ==, 1);
  g_assert_cmpuint (strlen (((const FramEntry *)g_ptr_array_index (journal->drafts, 0))->text), ==, 400);
}

static void
test_words_after_an_undoing_bring_the_draft_back (House *h, gconstpointer unused)
{
  g_autoptr (FramDraft) draft = draft_of (h, "samtal", "One");
  g_autoptr (FramJournal) journal = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid id;

  fixture_sit (&h->base, "Rebecka Memic");
  save (h, draft);
  id = draft->id;
  g_assert_true (fram_desk_undo (h->base.desk, NULL, &error));
  g_free (draft->text);
  draft->text = g_strdup ("One two");
  save (h, draft);
  g_assert_true (fram_uuid_equal (&draft->id, &id));
  journal = journal_as (h, NULL);
  g_assert_cmpuint (journal->drafts->len, ==, 1);
}

static void
test_what_is_signed_does_not_change (House *h, gconstpointer unused)
{
  g_autoptr (FramJournal) journal = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid id;

  fixture_sit (&h->base, "Rebecka Memic");
  id = write_signed (h, "samtal", "As it was.");
  g_assert_false (fram_desk_can_undo (h->base.desk));
  g_assert_false (fram_desk_discard_draft (h->base.desk, &id, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_false (fram_desk_sign_entry (h->base.desk, &id, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_CHANGED);
  journal = journal_as (h, NULL);
  g_assert_cmpstr (first (journal)->text, ==, "As it was.");
}

static void
test_words_that_come_after_signing_are_a_correction (House *h, gconstpointer unused)
{
  g_autoptr (FramDraft) draft = draft_of (h, "samtal", "As it was.");
  g_autoptr (FramJournal) journal = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid id;

  fixture_sit (&h->base, "Rebecka Memic");
  save (h, draft);
  id = draft->id;
  g_assert_true (fram_desk_sign_entry (h->base.desk, &id, NULL, &error));
  save (h, draft);
  g_assert_true (fram_uuid_equal (&draft->id, &id));
  g_free (draft->text);
  draft->text = g_strdup ("As it was, and more.");
  save (h, draft);
  g_assert_false (fram_uuid_equal (&draft->id, &id));
  journal = journal_as (h, NULL);
  g_assert_cmpuint (journal->drafts->len, ==, 1);
  g_assert_cmpstr (first (journal)->text, ==, "As it was.");
}

static void
test_a_correction_keeps_the_earlier_version (House *h, gconstpointer unused)
{
  g_autoptr (FramDraft) draft = NULL;
  g_autoptr (FramJournal) before = NULL;
  g_autoptr (FramJournal) after = NULL;
  g_autoptr (GError) error = NULL;
  const FramEntry *entry;

  fixture_sit (&h->base, "Rebecka Memic");
  draft = draft_of (h, "samtal", "Three days a week.");
  draft->replaces = write_signed (h, "samtal", "Two days a week.");
  save (h, draft);
  before = journal_as (h, NULL);
  g_assert_cmpstr (first (before)->text, ==, "Two days a week.");
  g_assert_true (fram_desk_sign_entry (h->base.desk, &draft->id, NULL, &error));
  after = journal_as (h, NULL);
  g_assert_cmpuint (after->entries->len, ==, 1);
  entry = first (after);
  g_assert_cmpstr (entry->text, ==, "Three days a week.");
  g_assert_nonnull (entry->earlier);
  g_assert_cmpuint (entry->earlier->len, ==, 1);
  g_assert_cmpstr (((const FramEntry *)g_ptr_array_index (entry->earlier, 0))->text, ==, "Two days a week.");
}

static void
test_notes_sign_themselves_at_midnight (House *h, gconstpointer unused)
{
  g_autoptr (FramDraft) draft = NULL;
  g_autoptr (FramJournal) late = NULL;
  g_autoptr (FramJournal) next = NULL;
  FramUuid id;

  turn_clock (h, "2026-11-12T23:59");
  fixture_sit (&h->base, "Rebecka Memic");
  draft = draft_of (h, "anteckning", "Written late.");
  save (h, draft);
  id = draft->id;
  late = journal_as (h, NULL);
  g_assert_cmpuint (late->drafts->len, ==, 1);
  /* another person opens the register */
  turn_clock (h, "2026-11-13T00:00");
  fixture_sit (&h->base, "Per Wallin");
  g_assert_cmpuint (fram_desk_sign_past_midnight (h->base.desk), ==, 0);
  next = journal_as (h, "Rebecka Memic");
  g_assert_cmpuint (next->drafts->len, ==, 0);
  g_assert_cmpint (first (next)->signed_at, ==, fram_instant_new (fram_test_date ("2026-11-13"), 0));
  g_assert_cmpstr (first (next)->author, ==, "Rebecka Memic");
  /* what was still in the editor at midnight is not lost */
  g_free (draft->text);
  draft->text = g_strdup ("Written late, and a little later.");
  save (h, draft);
  g_assert_false (fram_uuid_equal (&draft->id, &id));
}

static void
test_an_entry_counts_as_signed_before_it_is_stamped (House *h, gconstpointer unused)
{
  FramDate day = fram_test_date ("2026-11-12");
  gint64 evening = fram_instant_new (day, 23 * 60 + 59);
  gint64 midnight = fram_instant_new (day + 1, 0);

  g_assert_cmpint (fram_journal_signed_at (0, evening, TRUE, midnight - 1), ==, 0);
  g_assert_cmpint (fram_journal_signed_at (0, evening, TRUE, midnight), ==, midnight);
  g_assert_cmpint (fram_journal_signed_at (0, evening, FALSE, midnight), ==, 0);
  g_assert_cmpint (fram_journal_signed_at (evening, evening, TRUE, midnight), ==, evening);
  /* the night on which clocks go back has 25 hours */
  day = fram_test_date ("2026-10-25");
  g_assert_cmpint (fram_journal_midnight_after (fram_instant_new (day, 30)) - fram_instant_new (day, 0), ==,
                   25 * 3600 * 1000);
}

static void
test_an_entry_tells_of_what_has_been (House *h, gconstpointer unused)
{
  g_autoptr (FramDraft) draft = draft_of (h, "samtal", "Tomorrow");
  g_autoptr (GError) error = NULL;

  fixture_sit (&h->base, "Rebecka Memic");
  draft->day = h->base.today + 1;
  g_assert_false (fram_desk_save_draft (h->base.desk, draft, &draft->id, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  draft->day = h->base.today - 20;
  save (h, draft);
  g_free (draft->kind);
  draft->kind = g_strdup ("gossip");
  g_assert_false (fram_desk_save_draft (h->base.desk, draft, &draft->id, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
}

static void
test_reading_is_logged_once_in_a_sitting (House *h, gconstpointer unused)
{
  g_autoptr (FramJournal) a = journal_as (h, "Rebecka Memic");
  g_autoptr (FramJournal) b = journal_as (h, NULL);
  g_autoptr (FramJournal) c = NULL;

  g_assert_cmpuint (logged (h, "opened", "note"), ==, 1);
  c = journal_as (h, "Rebecka Memic");
  g_assert_cmpuint (logged (h, "opened", "note"), ==, 2);
}

static void
test_searching_within_finds_words_that_begin_so (House *h, gconstpointer unused)
{
  g_autoptr (FramJournal) found = NULL;
  g_autoptr (FramJournal) kind = NULL;
  g_autoptr (FramJournal) year = NULL;
  FramJournalQuery words = { .search = "BANKEN hög" };
  FramJournalQuery calls = { .kind = "telefon" };
  FramJournalQuery other = { .year = 2025 };

  fixture_sit (&h->base, "Rebecka Memic");
  write_signed (h, "samtal", "Högre bänken fungerar.");
  write_signed (h, "telefon", "Ringde om schemat.");
  found = fram_desk_journal (h->base.desk, &h->amina, &words, NULL);
  g_assert_cmpuint (found->entries->len, ==, 1);
  g_assert_cmpuint (found->n_all, ==, 2);
  g_assert_cmpuint (found->kinds->len, ==, 2);
  g_assert_cmpuint (found->years->len, ==, 1);
  kind = fram_desk_journal (h->base.desk, &h->amina, &calls, NULL);
  g_assert_cmpstr (first (kind)->text, ==, "Ringde om schemat.");
  year = fram_desk_journal (h->base.desk, &h->amina, &other, NULL);
  g_assert_cmpuint (year->entries->len, ==, 0);
}

static void
test_copied_text_is_exact_and_logged (House *h, gconstpointer unused)
{
  g_autoptr (FramDraft) draft =
      draft_of (h, "trepartsmote", "We agreed on two days a week.\n\nShe starts on Monday.\n");
  g_autoptr (GError) error = NULL;
  g_autofree char *one = NULL;
  g_autofree char *all = NULL;

  fixture_sit (&h->base, "Rebecka Memic");
  draft->attendees = g_strdup ("Amina Hassan; anvisande handläggare");
  draft->minutes = 45;
  draft->interpreter = TRUE;
  save (h, draft);
  g_assert_true (fram_desk_sign_entry (h->base.desk, &draft->id, NULL, &error));
  one = fram_desk_journal_text (h->base.desk, &h->amina, &draft->id, 1, FRAM_DATE_NONE, FRAM_DATE_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (one, ==,
                   "2026-11-12 08.30 · Three-party meeting\n"
                   "Attendees: Amina Hassan, anvisande handläggare\n"
                   "Duration: 45 minutes\n"
                   "Interpreter: yes\n"
                   "\n"
                   "We agreed on two days a week.\n\nShe starts on Monday.\n"
                   "\n"
                   "Written by: Rebecka Memic\n"
                   "Signed 2026-11-12 09.14\n");
  g_assert_cmpuint (logged (h, "exported", "note"), ==, 1);
  write_signed (h, "telefon", "Called.");
  all = fram_desk_journal_text (h->base.desk, &h->amina, NULL, 0, h->base.today, h->base.today, &error);
  g_assert_true (g_str_has_prefix (all, one));
  g_assert_nonnull (strstr (all, "\n----\n\n2026-11-12 08.30 · Telephone\nInterpreter: no\n\nCalled.\n"));
  g_assert_null (fram_desk_journal_text (h->base.desk, &h->amina, NULL, 0, h->base.today + 1, FRAM_DATE_NONE, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
}

static void
test_nothing_is_copied_by_who_may_not_read (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  FramUuid id;

  fixture_sit (&h->base, "Rebecka Memic");
  id = write_signed (h, "samtal", "Only for the case worker.");
  fixture_sit (&h->base, "Lena Ahmadi");
  g_assert_null (fram_desk_journal_text (h->base.desk, &h->amina, &id, 1, FRAM_DATE_NONE, FRAM_DATE_NONE, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  g_assert_cmpuint (logged (h, "exported", "note"), ==, 0);
}

static void
protect (House *h)
{
  g_autoptr (GError) error = NULL;
  FramPersonEdit edit = { .given_name = "Amina",
                          .family_name = "Hassan",
                          .sex = "F",
                          .birth_date = fram_test_date ("1990-05-01"),
                          .enrolled = fram_test_date ("2026-09-01"),
                          .is_protected = TRUE };

  g_assert_true (fram_desk_edit_person (h->base.desk, &h->amina, &edit, &error));
  g_assert_no_error (error);
}

static void
test_a_protected_person_has_a_journal_for_the_named_only (House *h, gconstpointer unused)
{
  g_autoptr (FramJournal) named = NULL;
  g_autoptr (FramDraft) draft = draft_of (h, "samtal", "Something");
  g_autoptr (GError) error = NULL;

  fixture_sit (&h->base, "Dragana Andersen");
  write_signed (h, "anteckning", "Before it was known.");
  fixture_reopen (&h->base);
  protect (h);
  fixture_sit (&h->base, "Dragana Andersen");
  g_assert_null (fram_desk_journal (h->base.desk, &h->amina, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (fram_desk_save_draft (h->base.desk, draft, &draft->id, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  /* today's case worker is named */
  named = journal_as (h, "Rebecka Memic");
  g_assert_true (named->sees_notes && named->may_write);
}

static void
test_imported_meetings_stand_in_the_stream (House *h, gconstpointer unused)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_EVENT, NULL);
  g_autoptr (FramJournal) own = NULL;
  g_autoptr (FramJournal) manager = NULL;

  fram_record_set_ref (record, "participant", &h->amina);
  fram_record_set_ref (record, "enrolment", &h->enrolment);
  fram_record_set_date (record, "day", fram_test_date ("2026-10-01"));
  fram_record_set_text (record, "kind", "trepartsmote");
  fram_record_set_text (record, "parties", "deltagare; FRAM");
  fram_record_set_text (record, "status", "genomfort");
  fram_record_set_text (record, "note", "Two days a week");
  put (h, record);
  own = journal_as (h, "Rebecka Memic");
  g_assert_true (first (own)->is_event && !first (own)->may_correct);
  g_assert_cmpstr (first (own)->text, ==, "Two days a week");
  manager = journal_as (h, "Lena Ahmadi");
  g_assert_cmpuint (manager->entries->len, ==, 1);
  g_assert_null (first (manager)->text);
}

/* A program that writes a draft without a pause and says which is on disk. */
static void
write_for_ever (House *h, int fd)
{
  g_autoptr (FramDesk) desk = fram_desk_open (h->base.path, h->base.clock, NULL);
  FramDraft *draft = draft_of (h, "samtal", NULL);

  g_random_set_seed ((guint32)getpid ());
  if (desk == NULL || !fram_desk_sit_down_as (desk, "Rebecka Memic", NULL))
    _exit (3);
  for (guint32 i = 1;; i++)
    {
      g_free (draft->text);
      draft->text = g_strdup_printf ("word %u", i);
      if (!fram_desk_save_draft (desk, draft, &draft->id, NULL) || write (fd, &i, sizeof i) != sizeof i)
        _exit (4);
    }
}

static guint32
kill_and_read (House *h, guint ms)
{
  guint32 told = 0, n;
  int fds[2];
  pid_t child;

  g_assert_cmpint (pipe (fds), ==, 0);
  child = fork ();
  if (child == 0)
    write_for_ever (h, fds[1]);
  close (fds[1]);
  if (read (fds[0], &told, sizeof told) != sizeof told)
    told = 0;
  g_usleep (1000 * ms);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  while (read (fds[0], &n, sizeof n) == sizeof n)
    told = n;
  close (fds[0]);
  return told;
}

static void
test_a_killed_program_loses_no_word_that_was_saved (House *h, gconstpointer unused)
{
  g_clear_object (&h->base.desk);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (FramJournal) journal = NULL;
      guint32 told = kill_and_read (h, 7 + 17 * i), found;

      g_assert_cmpuint (told, >, 0);
      fixture_reopen (&h->base);
      journal = journal_as (h, "Rebecka Memic");
      g_assert_cmpuint (journal->drafts->len, ==, i + 1);
      found = 0;
      for (guint d = 0; d < journal->drafts->len; d++)
        found = MAX (found, (guint32)atoi (((const FramEntry *)g_ptr_array_index (journal->drafts, d))->text + 5));
      g_assert_cmpuint (found, >=, told);
      g_clear_object (&h->base.desk);
    }
  fixture_reopen (&h->base);
}

int
main (int argc, char *argv[])
{
  fram_test_init (&argc, &argv);
#define ADD(name) g_test_add ("/desk/journal/" #name, House, NULL, set_up, test_##name, tear_down)
  ADD (a_case_worker_writes_and_reads);
  ADD (other_roles_read_nothing);
  ADD (other_roles_write_nothing);
  ADD (an_ot_keeps_own_entries);
  ADD (a_deputy_reads_and_writes_while_it_lasts);
  ADD (a_draft_is_its_authors);
  ADD (a_draft_with_nothing_but_attendees_is_kept);
  ADD (writing_is_one_undo_step_and_no_line_of_the_log);
  ADD (words_after_an_undoing_bring_the_draft_back);
  ADD (what_is_signed_does_not_change);
  ADD (words_that_come_after_signing_are_a_correction);
  ADD (a_correction_keeps_the_earlier_version);
  ADD (notes_sign_themselves_at_midnight);
  ADD (an_entry_counts_as_signed_before_it_is_stamped);
  ADD (an_entry_tells_of_what_has_been);
  ADD (reading_is_logged_once_in_a_sitting);
  ADD (searching_within_finds_words_that_begin_so);
  ADD (copied_text_is_exact_and_logged);
  ADD (nothing_is_copied_by_who_may_not_read);
  ADD (a_protected_person_has_a_journal_for_the_named_only);
  ADD (imported_meetings_stand_in_the_stream);
  ADD (a_killed_program_loses_no_word_that_was_saved);
#undef ADD
  return g_test_run ();
}
