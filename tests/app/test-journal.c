#include "window-test.h"

#include "fram-booking-dialog.h"
#include "fram-changes.h"
#include "fram-desk-absence.h"
#include "fram-desk-journal.h"
#include "fram-journal-private.h"
#include "fram-participant-page.h"

/* The journal of a participant in the window: what is written is kept, found again, signed and copied; meetings are booked. */

static char *
case_no_of (FramDesk *desk, const char *name)
{
  FramPeopleQuery query = { .search = name };
  g_autoptr (GPtrArray) people = fram_desk_people (desk, &query, NULL);

  g_assert_cmpuint (people->len, ==, 1);
  return g_strdup (((FramPersonRow *)g_ptr_array_index (people, 0))->case_no);
}

static void
insert (FramChanges *changes, FramRecord *record)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (fram_changes_insert (changes, record, &error), ==, FRAM_WRITTEN_ADDED);
  g_assert_no_error (error);
}

/* Nadia is Leyla's case worker; she has written @n entries. */
static void
make_journal (Fixture *f, guint n)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
  g_autoptr (FramDesk) desk = fram_desk_open (f->path, clock, NULL);
  g_autofree char *case_no = case_no_of (desk, "Leyla");
  g_autoptr (FramDb) db = fram_db_open (f->path, clock, NULL);
  g_autoptr (FramViewer) system = fram_viewer_new_system (fram_clock_today (clock));
  g_autoptr (FramChanges) changes = NULL;
  g_autoptr (FramViewer) nadia = NULL;
  g_autoptr (FramRecord) worker = fram_record_new (FRAM_ENTITY_CASE_WORKER, NULL);
  FramUuid enrolment, participant;

  g_assert_true (fram_desk_find_enrolment (desk, case_no, &enrolment, NULL));
  g_assert_true (fram_desk_person_id (desk, case_no, &participant, NULL));
  g_assert_true (fram_desk_sit_down_as (desk, "nadia", NULL));
  nadia = fram_desk_dup_viewer (desk);
  changes = fram_changes_begin (db, system, "test", NULL, NULL);
  fram_record_set_ref (worker, "enrolment", &enrolment);
  fram_record_set_ref (worker, "staff", &nadia->id);
  fram_record_set_date (worker, "from_day", fram_test_date ("2026-10-01"));
  insert (changes, worker);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FramRecord) entry = fram_record_new (FRAM_ENTITY_JOURNAL_ENTRY, NULL);
      g_autofree char *text = g_strdup_printf ("Entry number %u: we talked about the week and what went well.", i);

      fram_record_set_ref (entry, "participant", &participant);
      fram_record_set_text (entry, "kind", i % 2 == 0 ? "samtal" : "telefon");
      fram_record_set_int (entry, "at", fram_instant_new (fram_test_date ("2026-10-01") + (FramDate)(i % 40), 600));
      fram_record_set_text (entry, "text", text);
      fram_record_set_ref (entry, "staff", &nadia->id);
      fram_record_set_int (entry, "signed", fram_instant_new (fram_test_date ("2026-11-11"), 600));
      insert (changes, entry);
    }
  g_assert_true (fram_changes_commit (changes, NULL, NULL));
}

static FramParticipantPage *
front (Fixture *f)
{
  FramPage *page = fram_tabs_get_page (f->window->tabs);

  return FRAM_IS_PARTICIPANT_PAGE (page) ? FRAM_PARTICIPANT_PAGE (page) : NULL;
}

/* The journal in front, before it is read. */
static FramJournalSection *
ask_for_journal (Fixture *f)
{
  g_autofree char *case_no = case_no_of (fram_window_get_desk (f->window), "Leyla");
  FramJournalSection *section;

  g_action_group_activate_action (G_ACTION_GROUP (f->window), "open-person", g_variant_new_string (case_no));
  WAIT_FOR (front (f) != NULL && fram_participant_page_get_case (front (f)) != NULL);
  section = FRAM_JOURNAL_SECTION (fram_participant_page_get_section (front (f), "journal"));
  gtk_widget_activate_action (GTK_WIDGET (section), "participant.go", "s", "journal");
  return section;
}

static FramJournalSection *
open_journal (Fixture *f)
{
  FramJournalSection *section = ask_for_journal (f);

  WAIT_FOR (section->journal != NULL);
  return section;
}

static void
type (FramJournalSection *section, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (fram_journal_editor_get_text (section->editor));

  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
}

static FramJournal *
on_disk (Fixture *f, const char *who)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
  g_autoptr (FramDesk) desk = fram_desk_open (f->path, clock, NULL);
  g_autofree char *case_no = case_no_of (desk, "Leyla");
  FramUuid participant;

  g_assert_true (fram_desk_person_id (desk, case_no, &participant, NULL));
  g_assert_true (fram_desk_sit_down_as (desk, who, NULL));
  return fram_desk_journal (desk, &participant, NULL, NULL);
}

static gboolean
is_draft_on_disk (Fixture *f, const char *text)
{
  g_autoptr (FramJournal) journal = on_disk (f, "nadia");

  for (guint i = 0; i < journal->drafts->len; i++)
    if (g_strcmp0 (((const FramEntry *)g_ptr_array_index (journal->drafts, i))->text, text) == 0)
      return TRUE;
  return FALSE;
}

static void
test_a_pause_keeps_what_is_written (Fixture *f, gconstpointer data)
{
  FramJournalSection *section;

  make_register (f);
  make_journal (f, 0);
  open_as (f, "nadia");
  section = open_journal (f);
  g_assert_true (says (section, "Nothing is written yet"));
  gtk_widget_activate_action (GTK_WIDGET (section), "journal.write", NULL);
  g_assert_true (fram_journal_editor_is_open (section->editor));
  type (section, "She came ");
  type (section, "on time.");
  WAIT_FOR (says (section, "Draft kept 09.00"));
  g_assert_true (is_draft_on_disk (f, "She came on time."));
}

static void
test_a_tab_that_closes_keeps_what_was_just_written (Fixture *f, gconstpointer data)
{
  FramJournalSection *section;

  make_register (f);
  make_journal (f, 0);
  open_as (f, "nadia");
  section = open_journal (f);
  gtk_widget_activate_action (GTK_WIDGET (section), "journal.write", NULL);
  type (section, "Half a sen");
  act (f, "tab-close");
  WAIT_FOR (front (f) == NULL);
  g_assert_true (is_draft_on_disk (f, "Half a sen"));
}

static void
test_a_window_that_closes_keeps_what_was_just_written (Fixture *f, gconstpointer data)
{
  FramJournalSection *section;

  make_register (f);
  make_journal (f, 0);
  open_as (f, "nadia");
  section = open_journal (f);
  gtk_widget_activate_action (GTK_WIDGET (section), "journal.write", NULL);
  type (section, "Half a sen");
  close_window (f);
  g_assert_true (is_draft_on_disk (f, "Half a sen"));
}

static void
test_locking_keeps_what_was_just_written (Fixture *f, gconstpointer data)
{
  FramJournalSection *section;

  make_register (f);
  make_journal (f, 0);
  open_as (f, "nadia");
  section = open_journal (f);
  gtk_widget_activate_action (GTK_WIDGET (section), "journal.write", NULL);
  type (section, "Somebody came in");
  act (f, "lock");
  g_assert_true (is_draft_on_disk (f, "Somebody came in"));
}

static void
test_a_call_begins_an_entry (Fixture *f, gconstpointer data)
{
  g_autoptr (FramJournal) journal = NULL;
  g_autofree char *case_no = NULL;
  FramJournalSection *section;

  make_register (f);
  make_journal (f, 0);
  open_as (f, "nadia");
  case_no = case_no_of (fram_window_get_desk (f->window), "Leyla");
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "open-person-at",
                                  g_variant_new ("(ss)", case_no, "journal+call"));
  WAIT_FOR (front (f) != NULL && fram_participant_page_get_case (front (f)) != NULL);
  section = FRAM_JOURNAL_SECTION (fram_participant_page_get_section (front (f), "journal"));
  WAIT_FOR (fram_journal_editor_is_open (section->editor));
  type (section, "She will come tomorrow.");
  WAIT_FOR (says (section, "Draft kept"));
  journal = on_disk (f, "nadia");
  g_assert_cmpstr (((const FramEntry *)g_ptr_array_index (journal->drafts, 0))->kind, ==, "telefon");
}

static void
test_the_draft_is_there_again (Fixture *f, gconstpointer data)
{
  FramJournalSection *section;

  make_register (f);
  make_journal (f, 0);
  open_as (f, "nadia");
  section = open_journal (f);
  gtk_widget_activate_action (GTK_WIDGET (section), "journal.write", NULL);
  type (section, "To be gone on with");
  close_window (f);
  open_window (f);
  open_as (f, "nadia");
  section = open_journal (f);
  WAIT_FOR (fram_journal_editor_is_open (section->editor));
  type (section, "");
  g_assert_true (says (section, "Your draft"));
}

static void
test_signing_makes_an_entry (Fixture *f, gconstpointer data)
{
  FramJournalSection *section;
  g_autoptr (FramJournal) journal = NULL;

  make_register (f);
  make_journal (f, 0);
  open_as (f, "nadia");
  section = open_journal (f);
  gtk_widget_activate_action (GTK_WIDGET (section), "journal.write", NULL);
  gtk_widget_activate_action (GTK_WIDGET (section), "journal.sign", NULL);
  g_assert_true (says (section, "Nothing is written yet. Write what is to be kept, then sign."));
  type (section, "Agreed on three days.");
  gtk_widget_activate_action (GTK_WIDGET (section), "journal.sign", NULL);
  WAIT_FOR (!fram_journal_editor_is_open (section->editor));
  WAIT_FOR (says (section, "Agreed on three days.") && says (section, "Signed"));
  journal = on_disk (f, "nadia");
  g_assert_cmpuint (journal->entries->len, ==, 1);
  g_assert_cmpuint (journal->drafts->len, ==, 0);
}

static void
test_undoing_closes_the_editor (Fixture *f, gconstpointer data)
{
  FramJournalSection *section;

  make_register (f);
  make_journal (f, 0);
  open_as (f, "nadia");
  section = open_journal (f);
  gtk_widget_activate_action (GTK_WIDGET (section), "journal.write", NULL);
  type (section, "Never mind");
  WAIT_FOR (says (section, "Draft kept"));
  g_assert_true (fram_desk_undo (fram_window_get_desk (f->window), NULL, NULL));
  WAIT_FOR (!fram_journal_editor_is_open (section->editor));
  g_assert_true (fram_desk_redo (fram_window_get_desk (f->window), NULL, NULL));
  WAIT_FOR (says (section, "Never mind"));
}

static guint
count_cards (GtkWidget *widget)
{
  guint n = FRAM_IS_JOURNAL_CARD (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_cards (child);
  return n;
}

static void
test_a_thousand_entries_are_not_all_drawn (Fixture *f, gconstpointer data)
{
  FramJournalSection *section;

  make_register (f);
  make_journal (f, 1000);
  open_as (f, "nadia");
  section = open_journal (f);
  WAIT_FOR (g_list_model_get_n_items (G_LIST_MODEL (section->items)) == 1000);
  WAIT_FOR (says (section, "Entry number"));
  g_assert_cmpuint (count_cards (GTK_WIDGET (section)), <, 400);
  gtk_editable_set_text (GTK_EDITABLE (section->search), "NUMBER 77");
  WAIT_FOR (g_list_model_get_n_items (G_LIST_MODEL (section->items)) == 11);
  gtk_editable_set_text (GTK_EDITABLE (section->search), "nowhere");
  WAIT_FOR (says (section, "Nothing found"));
}

static void
test_what_is_being_written_stays_when_it_is_read_again (Fixture *f, gconstpointer data)
{
  FramJournalSection *section;
  FramDesk *desk;
  g_autofree char *case_no = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter from, to;
  g_autofree char *text = NULL;

  make_register (f);
  make_journal (f, 3);
  open_as (f, "nadia");
  section = open_journal (f);
  desk = fram_window_get_desk (f->window);
  case_no = case_no_of (desk, "Leyla");
  gtk_widget_activate_action (GTK_WIDGET (section), "journal.write", NULL);
  type (section, "First");
  g_assert_true (
      fram_desk_place (desk, case_no, "snickeri", fram_test_date ("2026-11-16"), FRAM_DATE_NONE, "mon 09-12", NULL));
  wait_ms (200);
  type (section, " second");
  wait_ms (1200);
  buffer = gtk_text_view_get_buffer (fram_journal_editor_get_text (section->editor));
  gtk_text_buffer_get_bounds (buffer, &from, &to);
  text = gtk_text_buffer_get_text (buffer, &from, &to, FALSE);
  g_assert_cmpstr (text, ==, "First second");
  g_assert_true (is_draft_on_disk (f, "First second"));
}

static FramBookingDialog *
find_dialog (void)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWidget) one = g_list_model_get_item (all, i);

      if (FRAM_IS_BOOKING_DIALOG (one))
        return FRAM_BOOKING_DIALOG (one);
    }
  return NULL;
}

static void
set_field (FramBookingDialog *dialog, const char *name, const char *text)
{
  GObject *row = gtk_widget_get_template_child (GTK_WIDGET (dialog), FRAM_TYPE_BOOKING_DIALOG, name);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
test_booking_says_what_stands_against_it (Fixture *f, gconstpointer data)
{
  FramJournalSection *section;
  FramBookingDialog *dialog;

  make_register (f);
  make_journal (f, 0);
  open_as (f, "nadia");
  section = open_journal (f);
  gtk_widget_activate_action (GTK_WIDGET (section), "participant.add", "s", "meeting");
  WAIT_FOR (find_dialog () != NULL && says (find_dialog (), "Book a meeting with Leyla Åkesson"));
  dialog = find_dialog ();
  set_field (dialog, "day", "2026-11-26");
  set_field (dialog, "time", "9.30");
  WAIT_FOR (says (dialog, "Woodwork 09–12 is in the plan that day."));
  set_field (dialog, "time", "13");
  WAIT_FOR (!says (dialog, "Woodwork 09–12 is in the plan that day."));
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (says (section, "Thursday 26 November 2026 13–14"));
  WAIT_FOR (find_dialog () == NULL);
}

static void
test_what_was_held_is_written_about (Fixture *f, gconstpointer data)
{
  FramJournalSection *section;
  FramBookingEdit edit = { .kind = "trepartsmote",
                           .day = fram_test_date ("2026-11-10"),
                           .starts = 600,
                           .minutes = 45,
                           .parties = "anvisande handläggare" };
  g_autoptr (FramJournal) journal = NULL;
  FramUuid id;
  char text[FRAM_UUID_TEXT_SIZE];

  make_register (f);
  make_journal (f, 0);
  open_as (f, "nadia");
  section = open_journal (f);
  edit.participant = section->participant;
  g_assert_true (fram_desk_book (fram_window_get_desk (f->window), &edit, &id, NULL, NULL));
  WAIT_FOR (says (section, "Was it held?"));
  gtk_widget_activate_action (GTK_WIDGET (section), "journal.held", "s", fram_uuid_format (&id, text));
  g_assert_true (fram_journal_editor_is_open (section->editor));
  WAIT_FOR (!says (section, "Was it held?"));
  type (section, "We agreed.");
  WAIT_FOR (says (section, "Draft kept"));
  journal = on_disk (f, "nadia");
  g_assert_cmpstr (((const FramEntry *)g_ptr_array_index (journal->drafts, 0))->kind, ==, "trepartsmote");
  g_assert_cmpint (((const FramEntry *)g_ptr_array_index (journal->drafts, 0))->minutes, ==, 45);
  g_assert_cmpint (((const FramEntry *)g_ptr_array_index (journal->drafts, 0))->day, ==, fram_test_date ("2026-11-10"));
}

/* An entry of tomorrow is refused in words, and what is written beside it is kept. */
static void
test_a_wrong_day_loses_no_words (Fixture *f, gconstpointer data)
{
  FramJournalSection *section;

  make_register (f);
  make_journal (f, 0);
  open_as (f, "nadia");
  section = open_journal (f);
  gtk_widget_activate_action (GTK_WIDGET (section), "journal.write", NULL);
  gtk_editable_set_text (
      GTK_EDITABLE (gtk_widget_get_template_child (GTK_WIDGET (section->editor), FRAM_TYPE_JOURNAL_EDITOR, "day")),
      "2026-11-13");
  type (section, "Kept all the same");
  WAIT_FOR (says (section, "Choose today or an earlier day"));
  WAIT_FOR (is_draft_on_disk (f, "Kept all the same"));
}

static void
test_who_does_not_write_sees_bookings_only (Fixture *f, gconstpointer data)
{
  FramJournalSection *section;

  make_register (f);
  make_journal (f, 3);
  /* an administrator books, and reads no notes */
  open_as (f, "karin");
  section = open_journal (f);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (section->write)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (section->copy)));
  g_assert_false (says (section, "Entry number"));
  gtk_widget_activate_action (GTK_WIDGET (section), "journal.write", NULL);
  g_assert_false (fram_journal_editor_is_open (section->editor));
}

/* Ctrl+N at once after Ctrl+3: the entry begins as soon as the journal is read. */
static void
test_an_entry_asked_for_early_is_begun (Fixture *f, gconstpointer data)
{
  FramJournalSection *section;

  make_register (f);
  make_journal (f, 3);
  open_as (f, "nadia");
  section = ask_for_journal (f);
  g_assert_null (section->journal);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (section), "journal.write", NULL));
  WAIT_FOR (fram_journal_editor_is_open (section->editor));
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = start_at_home (&argc, &argv);
  int status;

#define ADD(name) g_test_add ("/app/journal/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (a_pause_keeps_what_is_written);
  ADD (an_entry_asked_for_early_is_begun);
  ADD (a_tab_that_closes_keeps_what_was_just_written);
  ADD (a_window_that_closes_keeps_what_was_just_written);
  ADD (locking_keeps_what_was_just_written);
  ADD (a_call_begins_an_entry);
  ADD (the_draft_is_there_again);
  ADD (signing_makes_an_entry);
  ADD (undoing_closes_the_editor);
  ADD (a_thousand_entries_are_not_all_drawn);
  ADD (what_is_being_written_stays_when_it_is_read_again);
  ADD (booking_says_what_stands_against_it);
  ADD (what_was_held_is_written_about);
  ADD (a_wrong_day_loses_no_words);
  ADD (who_does_not_write_sees_bookings_only);
#undef ADD
  status = g_test_run ();
  remove_files (home);
  return status;
}
