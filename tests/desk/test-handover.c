#include "relay-house.h"

#include "fram-desk-carrier.h"
#include "fram-desk-commitment.h"
#include "fram-desk-handover.h"
#include "fram-desk-paper.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* “Stafettpinnen” (UX.md, "Case worker"), and what was promised about a participant. */

static FramHandover *
begin (RelayHouse *h)
{
  g_autoptr (GError) error = NULL;
  FramHandover *handover = fram_desk_begin_handover (h->base.desk, &h->enrolment, &error);

  g_assert_no_error (error);
  return handover;
}

static void
write_text (FramHandover *handover, FramHandoverField field, const char *text)
{
  g_free (handover->texts[field]);
  handover->texts[field] = g_strdup (text);
}

static FramUuid
approved (RelayHouse *h, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramHandover) handover = begin (h);

  write_text (handover, FRAM_HANDOVER_NOT_AGAIN, text);
  g_assert_true (fram_desk_save_handover (h->base.desk, handover, &error));
  g_assert_true (fram_desk_approve_handover (h->base.desk, &handover->id, h->base.today, NULL, &error));
  g_assert_no_error (error);
  return handover->id;
}

static void
test_it_begins_with_what_is_recorded (RelayHouse *h, gconstpointer unused)
{
  g_autoptr (FramHandover) handover = begin (h);

  g_assert_cmpint (handover->version, ==, 1);
  g_assert_false (handover->is_saved);
  g_assert_cmpstr (handover->texts[FRAM_HANDOVER_AGREED], ==, "Torsdag 9–12: Snickeri");
  g_assert_nonnull (strstr (handover->texts[FRAM_HANDOVER_CONTACTS], "Min handläggare: Rebecka Memic"));
  g_assert_cmpstr (handover->texts[FRAM_HANDOVER_NOT_AGAIN], ==, "");
}

static void
test_a_draft_is_gone_on_with (RelayHouse *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramHandover) handover = begin (h), again = NULL;

  write_text (handover, FRAM_HANDOVER_GOOD_AT, "Jag är noggrann.\nJag hjälper andra.");
  g_assert_true (fram_desk_save_handover (h->base.desk, handover, &error));
  g_assert_false (fram_desk_can_redo (h->base.desk));
  again = begin (h);
  g_assert_true (fram_uuid_equal (&again->id, &handover->id));
  g_assert_cmpint (again->version, ==, 1);
  g_assert_cmpstr (again->texts[FRAM_HANDOVER_GOOD_AT], ==, "Jag är noggrann.\nJag hjälper andra.");
}

/* What was said to be kept is kept, whatever becomes of the program. */
static void
test_a_draft_survives_a_killed_program (RelayHouse *h, gconstpointer unused)
{
  g_autofree char *path = g_strdup (h->base.path);
  g_autoptr (FramHandover) found = NULL;
  pid_t child;
  int status;

  g_clear_object (&h->base.desk);
  child = fork ();
  if (child == 0)
    {
      FramDesk *desk = fram_desk_open (path, h->base.clock, NULL);
      FramHandover *handover;

      if (desk == NULL || !fram_desk_sit_down_as (desk, "Rebecka Memic", NULL))
        _exit (1);
      handover = fram_desk_begin_handover (desk, &h->enrolment, NULL);
      write_text (handover, FRAM_HANDOVER_WANT, "Jag vill arbeta i kök.");
      if (fram_desk_save_handover (desk, handover, NULL))
        kill (getpid (), SIGKILL);
      _exit (2);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  fixture_reopen (&h->base);
  fixture_sit (&h->base, "Rebecka Memic");
  found = begin (h);
  g_assert_cmpstr (found->texts[FRAM_HANDOVER_WANT], ==, "Jag vill arbeta i kök.");
}

static void
test_an_approved_version_stays (RelayHouse *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  FramUuid first = approved (h, "Min skada i ryggen.");
  g_autoptr (FramHandover) old = fram_desk_handover (h->base.desk, &first, &error), next = NULL, same = NULL;

  g_assert_cmpint (old->approved, ==, h->base.today);
  write_text (old, FRAM_HANDOVER_NOT_AGAIN, "Något annat.");
  g_assert_false (fram_desk_save_handover (h->base.desk, old, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (fram_desk_discard_handover (h->base.desk, &first, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  /* a new one begins with what was approved */
  next = begin (h);
  g_assert_cmpint (next->version, ==, 2);
  g_assert_cmpstr (next->texts[FRAM_HANDOVER_NOT_AGAIN], ==, "Min skada i ryggen.");
  write_text (next, FRAM_HANDOVER_NOT_AGAIN, "Ryggen är bra nu.");
  g_assert_true (fram_desk_save_handover (h->base.desk, next, &error));
  same = fram_desk_handover (h->base.desk, &first, &error);
  g_assert_cmpstr (same->texts[FRAM_HANDOVER_NOT_AGAIN], ==, "Min skada i ryggen.");
}

static void
test_what_cannot_be_approved (RelayHouse *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramHandover) handover = begin (h);

  for (int field = 0; field < FRAM_N_HANDOVER_FIELDS; field++)
    write_text (handover, (FramHandoverField)field, " \n");
  g_assert_true (fram_desk_save_handover (h->base.desk, handover, &error));
  g_assert_false (fram_desk_approve_handover (h->base.desk, &handover->id, h->base.today, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  write_text (handover, FRAM_HANDOVER_WORKS, "Korta pass.");
  g_assert_true (fram_desk_save_handover (h->base.desk, handover, &error));
  g_assert_false (fram_desk_approve_handover (h->base.desk, &handover->id, h->base.today + 1, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (fram_desk_give_handover (h->base.desk, &handover->id, "Dragana Berg", h->base.today, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
}

static const FramCommitmentRow *
find_row (const GPtrArray *rows, const char *code, int ordinal)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const FramCommitmentRow *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (row->code, code) == 0 && row->ordinal == ordinal)
        return row;
    }
  return NULL;
}

static GPtrArray *
promises (RelayHouse *h)
{
  FramCommitmentQuery query = { .enrolment = &h->enrolment };
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = fram_desk_commitments (h->base.desk, &query, &error);

  g_assert_no_error (error);
  return rows;
}

/* Given on at a change of case worker, the new one reads it, and the handover that was promised is done. */
static void
test_given_on_at_a_change (RelayHouse *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  FramUuid id = approved (h, "Min skada i ryggen.");
  FramCarrierChange to = { h->dragana, h->base.today, FRAM_DATE_NONE };
  g_autoptr (FramHandover) read = NULL;
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  g_assert_true (fram_desk_change_case_worker (h->base.desk, &h->enrolment, &to, NULL, &error));
  before = promises (h);
  g_assert_cmpint (find_row (before, "handover", 1)->state, ==, FRAM_COMMITMENT_DUE);
  g_assert_cmpstr (find_row (before, "handover", 1)->whose, ==, "programme");
  g_assert_true (fram_desk_give_handover (h->base.desk, &id, "Dragana Berg", h->base.today, NULL, &error));
  g_assert_no_error (error);
  after = promises (h);
  g_assert_cmpint (find_row (after, "handover", 1)->state, ==, FRAM_COMMITMENT_DONE);
  fixture_sit (&h->base, "Dragana Berg");
  read = fram_desk_handover (h->base.desk, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->texts[FRAM_HANDOVER_NOT_AGAIN], ==, "Min skada i ryggen.");
  g_assert_cmpuint (read->given->len, ==, 1);
  g_assert_cmpstr (((FramGiven *)g_ptr_array_index (read->given, 0))->to, ==, "Dragana Berg");
}

/* Class document: an own case worker and nobody else. */
static void
test_who_sees_and_writes (RelayHouse *h, gconstpointer unused)
{
  static const char *const others[] = { "Dragana Berg", "Lena Ahmadi",    "Teresa Sundberg",
                                        "Per Wallin",   "Samir Sandberg", "Asta Lind" };
  FramUuid id = approved (h, "Min skada i ryggen.");

  g_assert_true (relay_house_sees (h, "Rebecka Memic"));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (relay_house_sees (h, others[i]));
      g_assert_null (fram_desk_handover (h->base.desk, &id, NULL));
      g_assert_null (fram_desk_handover_paper (h->base.desk, &id, NULL));
      g_assert_null (fram_desk_begin_handover (h->base.desk, &h->enrolment, &error));
      g_assert_nonnull (error);
    }
}

static void
test_the_paper_is_one_page (RelayHouse *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  FramUuid id = approved (h, "Min skada i ryggen.");
  g_autoptr (FramPaper) paper = fram_desk_handover_paper (h->base.desk, &id, &error);
  g_autofree char *path = g_build_filename (h->base.directory, "sheet.pdf", NULL);
  FramSheetFile file = { .path = path };
  g_auto (GStrv) files = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (paper->n_pages, ==, 1);
  files = fram_desk_save_paper (h->base.desk, paper, &file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (files), ==, 1);
  g_unlink (path);
}

static void
test_ticked_and_undone (RelayHouse *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  g_autoptr (GPtrArray) before = promises (h), after = NULL, again = NULL;

  g_assert_cmpint (find_row (before, "papers", 1)->state, ==, FRAM_COMMITMENT_LATE);
  g_assert_cmpstr (find_row (before, "papers", 1)->whose, ==, "AF");
  g_assert_cmpint (find_row (before, "papers", 1)->due, ==, fram_test_date ("2026-09-01"));
  g_assert_true (
      fram_desk_set_commitment_done (h->base.desk, &h->enrolment, "papers", 1, h->base.today, &what, &error));
  after = promises (h);
  g_assert_cmpint (find_row (after, "papers", 1)->done, ==, h->base.today);
  g_assert_true (fram_desk_undo (h->base.desk, NULL, &error));
  again = promises (h);
  g_assert_cmpint (find_row (again, "papers", 1)->state, ==, FRAM_COMMITMENT_LATE);
  g_assert_false (
      fram_desk_set_commitment_done (h->base.desk, &h->enrolment, "papers", 1, h->base.today + 1, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
}

static void
test_moved_and_noted (RelayHouse *h, gconstpointer unused)
{
  FramCommitmentEdit edit = { fram_test_date ("2026-12-01"), FRAM_DATE_NONE, "Väntar på läkarintyg" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) moved = NULL, back = NULL, seen = NULL;

  g_assert_true (fram_desk_edit_commitment (h->base.desk, &h->enrolment, "papers", 1, &edit, NULL, &error));
  moved = promises (h);
  g_assert_cmpint (find_row (moved, "papers", 1)->state, ==, FRAM_COMMITMENT_TO_COME);
  g_assert_true (find_row (moved, "papers", 1)->is_moved);
  g_assert_cmpstr (find_row (moved, "papers", 1)->note, ==, "Väntar på läkarintyg");
  /* a note is for the own case worker only */
  fixture_sit (&h->base, "Lena Ahmadi");
  seen = promises (h);
  g_assert_cmpint (find_row (seen, "papers", 1)->due, ==, fram_test_date ("2026-12-01"));
  g_assert_null (find_row (seen, "papers", 1)->note);
  /* the day that is worked out anyway is not a moved one */
  fixture_sit (&h->base, "Rebecka Memic");
  edit.due = fram_test_date ("2026-09-01");
  g_assert_true (fram_desk_edit_commitment (h->base.desk, &h->enrolment, "papers", 1, &edit, NULL, &error));
  back = promises (h);
  g_assert_false (find_row (back, "papers", 1)->is_moved);
}

/* Class plan, written by case workers and administrators; what hidden facts show is left out. */
static void
test_who_ticks (RelayHouse *h, gconstpointer unused)
{
  static const struct
  {
    const char *who;
    gboolean sees_papers;
    gboolean sees_contact;
    gboolean writes;
  } cases[] = { { "Rebecka Memic", TRUE, TRUE, TRUE }, { "Dragana Berg", FALSE, TRUE, TRUE },
                { "Lena Ahmadi", TRUE, TRUE, FALSE },  { "Teresa Sundberg", TRUE, TRUE, TRUE },
                { "Per Wallin", FALSE, TRUE, FALSE },  { "Asta Lind", FALSE, TRUE, FALSE },
                { "Olle Odlare", FALSE, FALSE, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows = NULL;

      fixture_sit (&h->base, cases[i].who);
      rows = promises (h);
      g_assert_cmpint (find_row (rows, "papers", 1) != NULL, ==, cases[i].sees_papers);
      g_assert_cmpint (find_row (rows, "contact", 1) != NULL, ==, cases[i].sees_contact);
      g_assert_cmpint (
          fram_desk_set_commitment_done (h->base.desk, &h->enrolment, "contact", 2, h->base.today, NULL, &error), ==,
          cases[i].writes);
      if (cases[i].writes)
        g_assert_true (fram_desk_undo (h->base.desk, NULL, &error));
      else
        g_assert_nonnull (error);
    }
}

static void
test_the_own_list (RelayHouse *h, gconstpointer unused)
{
  FramCommitmentQuery query = { .own = TRUE, .open = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = fram_desk_commitments (h->base.desk, &query, &error), none = NULL, ours = NULL;
  gboolean late = TRUE;

  g_assert_cmpuint (rows->len, >, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      const FramCommitmentRow *row = g_ptr_array_index (rows, i);

      g_assert_cmpstr (row->name, ==, "Carlos Molina");
      g_assert_true (late || row->state != FRAM_COMMITMENT_LATE);
      late = row->state == FRAM_COMMITMENT_LATE;
    }
  g_assert_cmpuint (fram_desk_count_late_commitments (h->base.desk), >, 0);
  query.whose = "programme";
  ours = fram_desk_commitments (h->base.desk, &query, &error);
  g_assert_cmpuint (ours->len, ==, 0);
  query.whose = NULL;
  fixture_sit (&h->base, "Dragana Berg");
  none = fram_desk_commitments (h->base.desk, &query, &error);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (fram_desk_count_late_commitments (h->base.desk), ==, 0);
}

/* Reading the list is in the log, once per look; the sidebar's figure is no reading. */
static void
test_listing_is_logged (RelayHouse *h, gconstpointer unused)
{
  FramCommitmentQuery query = { .own = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  guint listed = 0;

  fram_desk_count_late_commitments (h->base.desk);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) rows = fram_desk_commitments (h->base.desk, &query, &error);

      g_assert_no_error (error);
    }
  fixture_sit (&h->base, "Lena Ahmadi");
  lines = fram_desk_log (h->base.desk, NULL, 100, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    listed += g_strcmp0 (((FramLogLine *)g_ptr_array_index (lines, i))->detail, "commitments") == 0;
  g_assert_cmpuint (listed, ==, 1);
}

#define ADD(name, function)                                                                                            \
  g_test_add ("/desk/handover/" name, RelayHouse, NULL, relay_house_set_up, function, relay_house_tear_down)
#define PROMISE(name, function)                                                                                        \
  g_test_add ("/desk/commitment/" name, RelayHouse, NULL, relay_house_set_up, function, relay_house_tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("it-begins-with-what-is-recorded", test_it_begins_with_what_is_recorded);
  ADD ("a-draft-is-gone-on-with", test_a_draft_is_gone_on_with);
  ADD ("a-draft-survives-a-killed-program", test_a_draft_survives_a_killed_program);
  ADD ("an-approved-version-stays", test_an_approved_version_stays);
  ADD ("what-cannot-be-approved", test_what_cannot_be_approved);
  ADD ("given-on-at-a-change", test_given_on_at_a_change);
  ADD ("who-sees-and-writes", test_who_sees_and_writes);
  ADD ("the-paper-is-one-page", test_the_paper_is_one_page);
  PROMISE ("ticked-and-undone", test_ticked_and_undone);
  PROMISE ("moved-and-noted", test_moved_and_noted);
  PROMISE ("who-ticks", test_who_ticks);
  PROMISE ("the-own-list", test_the_own_list);
  PROMISE ("listing-is-logged", test_listing_is_logged);
  return g_test_run ();
}
