#include "fram-test.h"

#include "fram-commitment.h"

/* Due points of what was promised (DOMAIN.md, "Commitments"), by table. */

static const FramCommitmentRule papers = { FRAM_DUE_FROM_REFERRAL, 0, 0, FRAM_SIGN_PAPERS };
static const FramCommitmentRule contact = { FRAM_DUE_FROM_ENROLMENT, 30, 30, FRAM_SIGN_CONTACT };
static const FramCommitmentRule handover = { FRAM_DUE_FROM_OFFICER_CHANGE, 14, 0, FRAM_SIGN_HANDOVER };
static const FramCommitmentRule training = { FRAM_DUE_FROM_PLACEMENT, 56, 56, FRAM_SIGN_FOLLOW_UP };
static const FramCommitmentRule support = { FRAM_DUE_FROM_PLACEMENT, 90, 0, FRAM_SIGN_SUPPORT };
static const FramCommitmentRule next_step = { FRAM_DUE_FROM_TARGET_DAY, -42, 0, FRAM_SIGN_NONE };
static const FramCommitmentRule report = { FRAM_DUE_FROM_CLOSING, 92, 0, FRAM_SIGN_REPORT };

static FramDate
maybe (const char *text)
{
  return text != NULL ? fram_test_date (text) : FRAM_DATE_NONE;
}

/* "contact 2026-11-02, handover 2026-11-09" */
static GArray *
signs_of (const char *text)
{
  GArray *signs = g_array_new (FALSE, FALSE, sizeof (FramSign));
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ", ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", 2);
      FramSign sign = { fram_sign_kind_from_code (words[0]), fram_test_date (words[1]) };

      g_array_append_val (signs, sign);
    }
  return signs;
}

static GArray *
days_of (const char *text)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (FramDate));
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ", ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      FramDate day = fram_test_date (parts[i]);

      g_array_append_val (days, day);
    }
  return days;
}

/* "1 2026-10-01 done 2026-09-20; 2 2026-10-31 late" */
static char *
describe (const GArray *points)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < points->len; i++)
    {
      const FramCommitmentPoint *point = &g_array_index (points, FramCommitmentPoint, i);
      char due[FRAM_DATE_TEXT_SIZE], done[FRAM_DATE_TEXT_SIZE];

      g_string_append_printf (text, "%s%d %s %s", i > 0 ? "; " : "", point->ordinal, fram_date_format (point->due, due),
                              fram_commitment_state_get_code (point->state));
      if (point->done != FRAM_DATE_NONE)
        g_string_append_printf (text, " %s", fram_date_format (point->done, done));
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  const FramCommitmentRule *rule;
  const char *at, *received, *enrolled, *training_from, *training_to, *target, *closed, *changes, *signs, *expected;
} Case;

static char *
find (const Case *c, const GArray *records)
{
  g_autoptr (GArray) changes = days_of (c->changes), signs = signs_of (c->signs);
  FramCommitmentFacts facts = { maybe (c->at),
                                maybe (c->received),
                                maybe (c->enrolled),
                                maybe (c->training_from),
                                maybe (c->training_to),
                                maybe (c->target),
                                maybe (c->closed),
                                changes,
                                signs,
                                records };
  g_autoptr (GArray) points = fram_commitments_find (c->rule, 1, &facts);

  return describe (points);
}

static void
check (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *found = find (&cases[i], NULL);

      if (g_strcmp0 (found, cases[i].expected) != 0)
        g_error ("case %u: %s, not %s", i, found, cases[i].expected);
    }
}

static void
test_due_points (void)
{
  static const Case cases[] = {
    /* before its day, on it, after it: to come, due for two weeks, late */
    { &papers, .at = "2026-03-31", .received = "2026-04-20", .expected = "1 2026-04-20 to_come" },
    { &papers, .at = "2026-04-06", .received = "2026-04-20", .expected = "1 2026-04-20 due" },
    { &papers, .at = "2026-04-05", .received = "2026-04-20", .expected = "1 2026-04-20 to_come" },
    { &papers, .at = "2026-04-20", .received = "2026-04-20", .expected = "1 2026-04-20 due" },
    { &papers, .at = "2026-04-21", .received = "2026-04-20", .expected = "1 2026-04-20 late" },
    { &papers, .at = "2026-11-12", .received = "2026-04-20", .signs = "papers 2026-05-04",
      .expected = "1 2026-04-20 done 2026-05-04" },
    /* what shows it to be done has not come yet, or is of another kind */
    { &papers, .at = "2026-04-21", .received = "2026-04-20", .signs = "papers 2026-05-04",
      .expected = "1 2026-04-20 late" },
    { &papers, .at = "2026-04-21", .received = "2026-04-20", .signs = "study_visit 2026-04-19",
      .expected = "1 2026-04-20 late" },
    /* what starts its clock has not happened */
    { &papers, .at = "2026-11-12", .expected = "" },
    { &support, .at = "2026-11-12", .enrolled = "2026-01-07", .expected = "" },
    { &report, .at = "2026-11-12", .enrolled = "2026-01-07", .expected = "" },
    /* over the year's end, and a leap day */
    { &report, .at = "2026-11-12", .enrolled = "2026-01-07", .closed = "2026-10-15",
      .expected = "1 2027-01-15 to_come" },
    { &support, .at = "2024-03-01", .enrolled = "2023-12-01", .training_from = "2023-12-01",
      .expected = "1 2024-02-29 late" },
    /* before a day that lies ahead */
    { &next_step, .at = "2026-11-12", .enrolled = "2026-07-01", .target = "2026-12-28",
      .expected = "1 2026-11-16 due" },
    { &next_step, .at = "2026-11-17", .enrolled = "2026-07-01", .target = "2026-12-28",
      .expected = "1 2026-11-16 late" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_regular (void)
{
  static const Case cases[] = {
    /* one for each stretch of thirty days, and the next one is told */
    { &contact, .at = "2026-11-12", .enrolled = "2026-09-01", .signs = "contact 2026-09-10, contact 2026-10-30",
      .expected = "1 2026-10-01 done 2026-09-10; 2 2026-10-31 done 2026-10-30; 3 2026-11-30 to_come" },
    /* several in one stretch are one; the first and the last day belong to it, the day after does not */
    { &contact, .at = "2026-10-01", .enrolled = "2026-09-01", .signs = "contact 2026-09-01, contact 2026-10-01",
      .expected = "1 2026-10-01 done 2026-09-01" },
    { &contact, .at = "2026-10-02", .enrolled = "2026-09-01", .signs = "contact 2026-10-02",
      .expected = "1 2026-10-01 lapsed; 2 2026-10-31 done 2026-10-02" },
    /* a missed one is late until the next is held or was due itself: never two late ones */
    { &contact, .at = "2026-10-20", .enrolled = "2026-09-01", .expected = "1 2026-10-01 late; 2 2026-10-31 due" },
    { &contact, .at = "2026-11-12", .enrolled = "2026-09-01",
      .expected = "1 2026-10-01 lapsed; 2 2026-10-31 late; 3 2026-11-30 to_come" },
    /* it has not begun */
    { &contact, .at = "2026-07-01", .enrolled = "2026-09-01", .expected = "" },
    { &contact, .at = "2026-08-20", .enrolled = "2026-09-01", .expected = "1 2026-10-01 to_come" },
    /* over the year's end */
    { &contact, .at = "2027-01-05", .enrolled = "2026-12-10", .expected = "1 2027-01-09 due" },
    /* training: as long as it goes on */
    { &training, .at = "2026-11-12", .enrolled = "2026-06-01", .training_from = "2026-06-08",
      .signs = "follow_up 2026-07-01",
      .expected = "1 2026-08-03 done 2026-07-01; 2 2026-09-28 late; 3 2026-11-23 due" },
    { &training, .at = "2026-11-12", .enrolled = "2026-06-01", .training_from = "2026-06-08",
      .training_to = "2026-09-01", .signs = "follow_up 2026-07-01", .expected = "1 2026-08-03 done 2026-07-01" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_changes (void)
{
  static const Case cases[] = {
    { &handover, .at = "2026-11-12", .enrolled = "2026-06-01", .changes = "2026-11-02",
      .expected = "1 2026-11-16 due" },
    /* held up to thirty days before; each change has its own */
    { &handover, .at = "2026-11-12", .enrolled = "2026-06-01", .changes = "2026-08-10, 2026-11-02",
      .signs = "handover 2026-08-04, handover 2026-11-09",
      .expected = "1 2026-08-24 done 2026-08-04; 2 2026-11-16 done 2026-11-09" },
    { &handover, .at = "2026-11-12", .enrolled = "2026-06-01", .changes = "2026-08-10, 2026-11-02",
      .signs = "handover 2026-11-09", .expected = "1 2026-08-24 late; 2 2026-11-16 done 2026-11-09" },
    { &handover, .at = "2026-11-12", .enrolled = "2026-06-01", .changes = "2026-08-10", .signs = "handover 2026-07-10",
      .expected = "1 2026-08-24 late" },
    { &handover, .at = "2026-11-12", .enrolled = "2026-06-01", .expected = "" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* A closed enrolment has nothing overdue but what follows its closing. */
static void
test_closed (void)
{
  static const Case cases[] = {
    { &papers, .at = "2026-11-12", .received = "2026-01-10", .enrolled = "2026-02-01", .closed = "2026-08-01",
      .expected = "1 2026-01-10 lapsed" },
    { &contact, .at = "2026-11-12", .enrolled = "2026-06-01", .closed = "2026-08-10", .signs = "contact 2026-06-20",
      .expected = "1 2026-07-01 done 2026-06-20; 2 2026-07-31 lapsed" },
    /* what would come due after it is not asked for */
    { &next_step, .at = "2026-11-12", .enrolled = "2026-06-01", .target = "2026-11-28", .closed = "2026-08-10",
      .expected = "" },
    /* on its last day it still goes on */
    { &papers, .at = "2026-08-01", .received = "2026-01-10", .enrolled = "2026-02-01", .closed = "2026-08-01",
      .expected = "1 2026-01-10 late" },
    { &report, .at = "2026-11-12", .enrolled = "2026-01-07", .closed = "2026-08-01", .expected = "1 2026-11-01 late" },
    { &report, .at = "2026-11-12", .enrolled = "2026-01-07", .closed = "2026-08-01", .signs = "report 2026-11-02",
      .expected = "1 2026-11-01 done 2026-11-02" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* What somebody wrote goes before what is worked out. */
static void
test_written (void)
{
  Case moved = { &next_step, .at = "2026-11-12", .enrolled = "2026-07-01", .target = "2026-12-20" };
  Case regular = { &contact, .at = "2026-11-12", .enrolled = "2026-09-01" };
  FramCommitmentRecord record = { 0, 1, fram_test_date ("2026-12-01"), FRAM_DATE_NONE };
  FramCommitmentRecord ticked = { 0, 2, FRAM_DATE_NONE, fram_test_date ("2026-11-11") };
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (FramCommitmentRecord));
  g_autofree char *before = find (&moved, NULL), *after = NULL, *done = NULL;

  g_assert_cmpstr (before, ==, "1 2026-11-08 late");
  g_array_append_val (records, record);
  after = find (&moved, records);
  g_assert_cmpstr (after, ==, "1 2026-12-01 to_come");
  g_array_index (records, FramCommitmentRecord, 0) = ticked;
  done = find (&regular, records);
  g_assert_cmpstr (done, ==, "1 2026-10-01 lapsed; 2 2026-10-31 done 2026-11-11; 3 2026-11-30 to_come");
}

static void
test_meetings (void)
{
  g_assert_true (fram_sign_of_meeting ("trepartsmote", FRAM_SIGN_CONTACT));
  g_assert_true (fram_sign_of_meeting ("trepartsmote", FRAM_SIGN_FOLLOW_UP));
  g_assert_true (fram_sign_of_meeting ("overlamning", FRAM_SIGN_HANDOVER));
  g_assert_true (fram_sign_of_meeting ("anvisningssvar", FRAM_SIGN_FINAL_DOCUMENT));
  g_assert_true (fram_sign_of_meeting ("uppfoljning_extern_plats", FRAM_SIGN_FOLLOW_UP));
  g_assert_false (fram_sign_of_meeting ("avstamning_telefon", FRAM_SIGN_FOLLOW_UP));
  g_assert_false (fram_sign_of_meeting ("beslut", FRAM_SIGN_CONTACT));
  g_assert_false (fram_sign_of_meeting ("trepartsmote", FRAM_SIGN_NONE));
  g_assert_false (fram_sign_of_meeting (NULL, FRAM_SIGN_CONTACT));
}

static void
test_codes (void)
{
  FramDueFrom from;

  g_assert_true (fram_due_from_from_code ("officer_change", &from));
  g_assert_cmpint (from, ==, FRAM_DUE_FROM_OFFICER_CHANGE);
  g_assert_false (fram_due_from_from_code ("full_moon", &from));
  g_assert_false (fram_due_from_from_code (NULL, &from));
  g_assert_cmpint (fram_sign_kind_from_code ("final_document"), ==, FRAM_SIGN_FINAL_DOCUMENT);
  g_assert_cmpint (fram_sign_kind_from_code (NULL), ==, FRAM_SIGN_NONE);
  g_assert_cmpstr (fram_commitment_state_get_code (FRAM_COMMITMENT_TO_COME), ==, "to_come");
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/rules/commitment/due-points", test_due_points);
  g_test_add_func ("/rules/commitment/regular-ones", test_regular);
  g_test_add_func ("/rules/commitment/changes-of-officer", test_changes);
  g_test_add_func ("/rules/commitment/closed-enrolments", test_closed);
  g_test_add_func ("/rules/commitment/what-was-written-goes-first", test_written);
  g_test_add_func ("/rules/commitment/meetings", test_meetings);
  g_test_add_func ("/rules/commitment/codes", test_codes);
  return g_test_run ();
}
