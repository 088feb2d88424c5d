#include "fram-test.h"

#include "fram-session.h"

#include <libical/ical.h>

/* Which days a group meets: by table, and against libical's own expansion of the same series. */

/* Texts of a test's author; %NULL ends a list. */
typedef struct
{
  const char *from;
  const char *rrule;
  int starts;
} Step;

typedef struct
{
  const char *day;
  FramSessionChangeKind kind;
  const char *to_day;
} Change;

typedef struct
{
  const char *about;
  Step steps[4];
  Change changes[6];
  const char *last;
  int sessions;
  const char *from;
  const char *to;
  const char *expected;
} Case;

static FramSeries *
series_of (const Case *c)
{
  FramSeries *series = fram_series_new (1);

  for (guint i = 0; i < G_N_ELEMENTS (c->steps) && c->steps[i].from != NULL; i++)
    fram_series_add_step (series, fram_test_date (c->steps[i].from), c->steps[i].rrule,
                          c->steps[i].starts != 0 ? c->steps[i].starts : FRAM_TIME_NONE, i == 0 ? 90 : -1, 0);
  for (guint i = 0; i < G_N_ELEMENTS (c->changes) && c->changes[i].day != NULL; i++)
    {
      FramSessionChange *change =
          fram_series_add_change (series, fram_test_date (c->changes[i].day), c->changes[i].kind);

      if (c->changes[i].to_day != NULL)
        change->to_day = fram_test_date (c->changes[i].to_day);
    }
  if (c->last != NULL)
    series->last = fram_test_date (c->last);
  series->sessions = c->sessions;
  return series;
}

/* "2026-11-12#1" is the first that is held, "x" is called off, ">" is where one went that was moved, "+" is extra. */
static char *
to_text (const GArray *sessions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sessions->len; i++)
    {
      const FramSession *session = &g_array_index (sessions, FramSession, i);
      g_autofree char *day = fram_date_to_text (session->day);
      g_autofree char *to_day = fram_date_to_text (session->to_day);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", day);
      if (session->is_away)
        g_string_append_printf (text, ">%s", to_day);
      else if (session->kind == FRAM_SESSION_CANCELLED)
        g_string_append_c (text, 'x');
      else
        g_string_append_printf (text, "%s#%d", session->kind == FRAM_SESSION_EXTRA ? "+" : "", session->number);
    }
  return g_string_free (text, FALSE);
}

static void
check (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FramSeries) series = series_of (&cases[i]);
      g_autoptr (GArray) sessions =
          fram_series_expand (series, fram_test_date (cases[i].from), fram_test_date (cases[i].to), NULL);
      g_autofree char *text = to_text (sessions);

      g_test_message ("%s", cases[i].about);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_days (void)
{
  static const Case cases[] = {
    { .about = "the clocks go forward on 29 March 2026: Mondays stay Mondays",
      .steps = { { "2026-03-16", "FREQ=WEEKLY;BYDAY=MO", 540 } },
      .from = "2026-03-16",
      .to = "2026-04-03",
      .expected = "2026-03-16#1 2026-03-23#2 2026-03-30#3" },
    { .about = "and back on 25 October",
      .steps = { { "2026-10-19", "FREQ=WEEKLY;BYDAY=MO,FR", 540 } },
      .from = "2026-10-19",
      .to = "2026-10-31",
      .expected = "2026-10-19#1 2026-10-23#2 2026-10-26#3 2026-10-30#4" },
    { .about =
          "2026 has a week 53: every second week goes on in its rhythm; Christmas Eve and New Year's Eve are days off",
      .steps = { { "2026-12-03", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", 780 } },
      .from = "2026-12-01",
      .to = "2027-01-31",
      .expected = "2026-12-03#1 2026-12-17#2 2027-01-14#3 2027-01-28#4" },
    { .about = "Good Friday, May Day, and Midsummer's Eve fall on Fridays in 2026",
      .steps = { { "2026-03-27", "FREQ=WEEKLY;BYDAY=FR", 780 } },
      .from = "2026-03-27",
      .to = "2026-06-26",
      .expected = "2026-03-27#1 2026-04-10#2 2026-04-17#3 2026-04-24#4 2026-05-08#5 2026-05-15#6 2026-05-22#7"
                  " 2026-05-29#8 2026-06-05#9 2026-06-12#10 2026-06-26#11" },
    { .about = "Ascension Day is on 14 May in 2026",
      .steps = { { "2026-05-07", "FREQ=WEEKLY", 780 } },
      .from = "2026-05-01",
      .to = "2026-05-31",
      .expected = "2026-05-07#1 2026-05-21#2 2026-05-28#3" },
    { .about = "and on 6 May in 2027",
      .steps = { { "2027-04-29", "FREQ=WEEKLY", 780 } },
      .from = "2027-04-29",
      .to = "2027-05-14",
      .expected = "2027-04-29#1 2027-05-13#2" },
    { .about = "nothing before the first day or after the last, which counts",
      .steps = { { "2026-11-05", "FREQ=WEEKLY", 780 } },
      .last = "2026-11-19",
      .from = "2026-10-01",
      .to = "2026-12-31",
      .expected = "2026-11-05#1 2026-11-12#2 2026-11-19#3" },
    { .about = "numbers are counted from the first day, not from the period",
      .steps = { { "2026-11-02", "FREQ=WEEKLY;BYDAY=MO,TH", 780 } },
      .from = "2026-11-12",
      .to = "2026-11-17",
      .expected = "2026-11-12#4 2026-11-16#5" },
    { .about = "a group without a rule has the extra sessions that were written down",
      .steps = { { "2026-11-02", NULL, 780 } },
      .changes = { { "2026-11-04", FRAM_SESSION_EXTRA, NULL } },
      .from = "2026-11-01",
      .to = "2026-11-30",
      .expected = "2026-11-04+#1" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_changes (void)
{
  static const Case cases[] = {
    { .about = "one is called off, one has a remark only",
      .steps = { { "2026-11-05", "FREQ=WEEKLY", 780 } },
      .changes = { { "2026-11-12", FRAM_SESSION_CANCELLED, NULL }, { "2026-11-19", FRAM_SESSION_KEPT, NULL } },
      .from = "2026-11-05",
      .to = "2026-11-26",
      .expected = "2026-11-05#1 2026-11-12x 2026-11-19#2 2026-11-26#3" },
    { .about = "moved to the day after; its old day keeps an empty place",
      .steps = { { "2026-11-05", "FREQ=WEEKLY", 780 } },
      .changes = { { "2026-11-12", FRAM_SESSION_MOVED, "2026-11-13" } },
      .from = "2026-11-05",
      .to = "2026-11-19",
      .expected = "2026-11-05#1 2026-11-12>2026-11-13 2026-11-13#2 2026-11-19#3" },
    { .about = "moved out of the period",
      .steps = { { "2026-11-05", "FREQ=WEEKLY", 780 } },
      .changes = { { "2026-11-12", FRAM_SESSION_MOVED, "2026-11-17" } },
      .from = "2026-11-09",
      .to = "2026-11-15",
      .expected = "2026-11-12>2026-11-17" },
    { .about = "moved into the period from before it",
      .steps = { { "2026-11-05", "FREQ=WEEKLY", 780 } },
      .changes = { { "2026-11-12", FRAM_SESSION_MOVED, "2026-11-17" } },
      .from = "2026-11-16",
      .to = "2026-11-22",
      .expected = "2026-11-17#2 2026-11-19#3" },
    { .about = "moved into the period from after it",
      .steps = { { "2026-11-05", "FREQ=WEEKLY", 780 } },
      .changes = { { "2026-11-19", FRAM_SESSION_MOVED, "2026-11-10" } },
      .from = "2026-11-09",
      .to = "2026-11-15",
      .expected = "2026-11-10#2 2026-11-12#3" },
    { .about = "moved past the last day of the group",
      .steps = { { "2026-11-05", "FREQ=WEEKLY", 780 } },
      .changes = { { "2026-11-19", FRAM_SESSION_MOVED, "2026-11-23" } },
      .last = "2026-11-19",
      .from = "2026-11-09",
      .to = "2026-11-30",
      .expected = "2026-11-12#2 2026-11-19>2026-11-23 2026-11-23#3" },
    { .about = "moved and then called off: on the new day, and nowhere else",
      .steps = { { "2026-11-05", "FREQ=WEEKLY", 780 } },
      .changes = { { "2026-11-12", FRAM_SESSION_CANCELLED, "2026-11-13" } },
      .from = "2026-11-05",
      .to = "2026-11-19",
      .expected = "2026-11-05#1 2026-11-13x 2026-11-19#2" },
    { .about = "moved to a day that has a session of its own",
      .steps = { { "2026-11-05", "FREQ=WEEKLY", 780 } },
      .changes = { { "2026-11-12", FRAM_SESSION_MOVED, "2026-11-19" } },
      .from = "2026-11-12",
      .to = "2026-11-19",
      .expected = "2026-11-12>2026-11-19 2026-11-19#2 2026-11-19#3" },
    { .about = "a holiday is no session, but it can be moved to another day",
      .steps = { { "2026-05-07", "FREQ=WEEKLY", 780 } },
      .changes = { { "2026-05-14", FRAM_SESSION_MOVED, "2026-05-13" } },
      .from = "2026-05-07",
      .to = "2026-05-21",
      .expected = "2026-05-07#1 2026-05-13#2 2026-05-21#3" },
    { .about = "extra ones count; one on a day of the series is that session; one on a holiday is none",
      .steps = { { "2026-11-05", "FREQ=WEEKLY", 780 } },
      .changes = { { "2026-11-09", FRAM_SESSION_EXTRA, NULL },
                   { "2026-11-12", FRAM_SESSION_EXTRA, NULL },
                   { "2026-12-24", FRAM_SESSION_EXTRA, NULL } },
      .last = "2026-11-19",
      .from = "2026-11-05",
      .to = "2026-12-31",
      .expected = "2026-11-05#1 2026-11-09+#2 2026-11-12#3 2026-11-19#4" },
    { .about = "an extra one that was moved is held on its new day",
      .steps = { { "2026-11-05", "FREQ=WEEKLY", 780 } },
      .changes = { { "2026-11-09", FRAM_SESSION_EXTRA, "2026-11-10" } },
      .from = "2026-11-05",
      .to = "2026-11-12",
      .expected = "2026-11-05#1 2026-11-10+#2 2026-11-12#3" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_steps (void)
{
  static const Case cases[] = {
    { .about = "another time from a day on: every second week stays in its rhythm",
      .steps = { { "2026-09-01", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", 780 }, { "2026-09-22", NULL, 840 } },
      .from = "2026-09-01",
      .to = "2026-10-31",
      .expected = "2026-09-01#1 2026-09-15#2 2026-09-29#3 2026-10-13#4 2026-10-27#5" },
    { .about = "other days from two days on, each counted from its own first day",
      .steps = { { "2026-09-01", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", 780 },
                 { "2026-09-23", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", 0 },
                 { "2026-10-22", "FREQ=WEEKLY;BYDAY=TH", 0 } },
      .from = "2026-09-01",
      .to = "2026-10-31",
      .expected = "2026-09-01#1 2026-09-15#2 2026-09-23#3 2026-10-07#4 2026-10-21#5 2026-10-22#6 2026-10-29#7" },
    { .about = "what was moved before the split stays where it is after it",
      .steps = { { "2026-11-05", "FREQ=WEEKLY;BYDAY=TH", 780 }, { "2026-11-16", "FREQ=WEEKLY;BYDAY=MO", 0 } },
      .changes = { { "2026-11-12", FRAM_SESSION_MOVED, "2026-11-18" } },
      .from = "2026-11-05",
      .to = "2026-11-23",
      .expected = "2026-11-05#1 2026-11-12>2026-11-18 2026-11-16#2 2026-11-18#3 2026-11-23#4" },
    { .about = "two steps of one day, from two machines: the later one holds, and no session is there twice",
      .steps = { { "2026-11-05", "FREQ=WEEKLY;BYDAY=TH", 780 },
                 { "2026-11-16", "FREQ=WEEKLY;BYDAY=MO", 0 },
                 { "2026-11-16", "FREQ=WEEKLY;BYDAY=TU", 0 } },
      .from = "2026-11-05",
      .to = "2026-11-24",
      .expected = "2026-11-05#1 2026-11-12#2 2026-11-17#3 2026-11-24#4" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_courses (void)
{
  static const Case cases[] = {
    { .about = "four sessions; Ascension Day and one that is called off do not count",
      .steps = { { "2026-05-07", "FREQ=WEEKLY", 780 } },
      .changes = { { "2026-05-21", FRAM_SESSION_CANCELLED, NULL } },
      .sessions = 4,
      .from = "2026-05-01",
      .to = "2026-12-31",
      .expected = "2026-05-07#1 2026-05-21x 2026-05-28#2 2026-06-04#3 2026-06-11#4" },
    { .about = "an extra one ends the course a week earlier",
      .steps = { { "2026-11-05", "FREQ=WEEKLY", 780 } },
      .changes = { { "2026-11-10", FRAM_SESSION_EXTRA, NULL } },
      .sessions = 3,
      .from = "2026-11-01",
      .to = "2026-12-31",
      .expected = "2026-11-05#1 2026-11-10+#2 2026-11-12#3" },
    { .about = "the last one was moved to before its day, which is told",
      .steps = { { "2026-11-05", "FREQ=WEEKLY", 780 } },
      .changes = { { "2026-11-19", FRAM_SESSION_MOVED, "2026-11-17" }, { "2026-11-26", FRAM_SESSION_CANCELLED, NULL } },
      .sessions = 3,
      .from = "2026-11-01",
      .to = "2026-12-31",
      .expected = "2026-11-05#1 2026-11-12#2 2026-11-17#3 2026-11-19>2026-11-17" },
    { .about = "a change of a session that the course does not have any more is not told",
      .steps = { { "2026-11-05", "FREQ=WEEKLY", 780 } },
      .changes = { { "2026-11-19", FRAM_SESSION_MOVED, "2026-11-24" } },
      .sessions = 2,
      .from = "2026-11-01",
      .to = "2026-12-31",
      .expected = "2026-11-05#1 2026-11-12#2" },
    { .about = "the last day ends a course before it has all of them",
      .steps = { { "2026-11-05", "FREQ=WEEKLY", 780 } },
      .last = "2026-11-12",
      .sessions = 3,
      .from = "2026-11-01",
      .to = "2026-12-31",
      .expected = "2026-11-05#1 2026-11-12#2" },
    { .about = "in a period after its end there is nothing",
      .steps = { { "2026-11-05", "FREQ=WEEKLY", 780 } },
      .sessions = 3,
      .from = "2026-11-20",
      .to = "2026-12-31",
      .expected = "" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_closed_days (void)
{
  static const Case c = { .steps = { { "2026-11-05", "FREQ=WEEKLY", 780 } },
                          .changes = { { "2026-11-12", FRAM_SESSION_MOVED, "2026-11-20" } } };
  g_autoptr (FramSeries) series = series_of (&c);
  g_autoptr (GArray) closed = fram_closed_days_new ();
  FramClosedDay house = {
    fram_test_date ("2026-11-19"), fram_test_date ("2026-11-20"), 0, FRAM_TIME_NONE, FRAM_TIME_NONE,
    g_strdup ("Planning days")
  };
  FramClosedDay shop = {
    fram_test_date ("2026-11-26"), fram_test_date ("2026-11-26"), 7, FRAM_TIME_NONE, FRAM_TIME_NONE, NULL
  };
  g_autoptr (GArray) sessions = NULL;
  g_autofree char *text = NULL;

  g_array_append_val (closed, house);
  g_array_append_val (closed, shop);
  sessions = fram_series_expand (series, fram_test_date ("2026-11-01"), fram_test_date ("2026-11-30"), closed);
  text = to_text (sessions);
  g_assert_cmpstr (text, ==, "2026-11-05#1 2026-11-12>2026-11-20 2026-11-26#2");
}

/* The time, the place and the leader of each session, by step and by change. */
static void
test_times_and_places (void)
{
  g_autoptr (FramSeries) series = fram_series_new (1);
  FramSessionChange *change;
  g_autoptr (GArray) sessions = NULL;
  const FramSession *s;

  fram_series_add_step (series, fram_test_date ("2026-11-05"), "FREQ=WEEKLY", 13 * 60, 90, 11);
  fram_series_add_step (series, fram_test_date ("2026-11-16"), NULL, 14 * 60, -1, 12);
  change = fram_series_add_change (series, fram_test_date ("2026-11-12"), FRAM_SESSION_KEPT);
  change->minutes = 60;
  change->leader = 5;
  change->reason = g_strdup ("Sara is away");
  change = fram_series_add_change (series, fram_test_date ("2026-11-26"), FRAM_SESSION_MOVED);
  change->to_day = fram_test_date ("2026-11-27");
  change->starts = 9 * 60;
  change->place = 13;
  fram_series_add_change (series, fram_test_date ("2026-11-30"), FRAM_SESSION_EXTRA);
  sessions = fram_series_expand (series, fram_test_date ("2026-11-01"), fram_test_date ("2026-11-30"), NULL);
  s = &g_array_index (sessions, FramSession, 0);
  g_assert_cmpint (sessions->len, ==, 6);
  g_assert_true (s[0].starts == 13 * 60 && s[0].minutes == 90 && s[0].place == 11 && s[0].leader == 0);
  g_assert_true (s[1].starts == 13 * 60 && s[1].minutes == 60 && s[1].place == 11 && s[1].leader == 5);
  g_assert_cmpint (fram_session_get_end (&s[1]), ==, 14 * 60);
  g_assert_cmpstr (s[1].reason, ==, "Sara is away");
  g_assert_true (s[2].starts == 14 * 60 && s[2].minutes == 90 && s[2].place == 12);
  /* the empty place is told as it was, the session as it is */
  g_assert_true (s[3].is_away && s[3].starts == 14 * 60 && s[3].place == 12 && s[3].number == 0);
  g_assert_true (s[4].starts == 9 * 60 && s[4].place == 13 && s[4].number == 4);
  g_assert_true (s[5].kind == FRAM_SESSION_EXTRA && s[5].starts == 14 * 60 && s[5].minutes == 90 && s[5].place == 12);
}

static void
test_questions (void)
{
  static const Case c = { .steps = { { "2026-11-05", "FREQ=WEEKLY", 780 } },
                          .changes = { { "2026-11-12", FRAM_SESSION_CANCELLED, NULL },
                                       { "2026-11-19", FRAM_SESSION_MOVED, "2026-11-20" } },
                          .sessions = 4 };
  g_autoptr (FramSeries) series = series_of (&c);
  FramSession session;

  g_assert_true (fram_series_find (series, fram_test_date ("2026-11-05"), NULL, &session));
  g_assert_cmpint (session.number, ==, 1);
  g_assert_false (fram_series_find (series, fram_test_date ("2026-11-12"), NULL, &session));
  g_assert_cmpint (session.kind, ==, FRAM_SESSION_CANCELLED);
  g_assert_false (fram_series_find (series, fram_test_date ("2026-11-19"), NULL, &session));
  fram_assert_date (session.to_day, "2026-11-20");
  g_assert_true (fram_series_find (series, fram_test_date ("2026-11-20"), NULL, NULL));
  g_assert_false (fram_series_find (series, fram_test_date ("2026-11-06"), NULL, NULL));
  fram_assert_date (fram_series_last_day (series, NULL), "2026-12-03");
  fram_assert_date (fram_series_next (series, fram_test_date ("2026-11-05"), NULL, &session), "2026-11-20");
  g_assert_cmpint (session.number, ==, 2);
  fram_assert_date (fram_series_previous (series, fram_test_date ("2026-11-20"), NULL, &session), "2026-11-05");
  g_assert_cmpint (fram_series_previous (series, fram_test_date ("2026-11-05"), NULL, NULL), ==, FRAM_DATE_NONE);
  g_assert_cmpint (fram_series_next (series, fram_test_date ("2026-12-03"), NULL, NULL), ==, FRAM_DATE_NONE);
}

static void
test_usual (void)
{
  static const Case c = { .steps = { { "2026-09-01", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", 780 },
                                     { "2026-12-23", "FREQ=WEEKLY;BYDAY=TH", 840 } } };
  g_autoptr (FramSeries) series = series_of (&c);
  g_autoptr (FramSeries) none = fram_series_new (2);
  g_autoptr (GArray) before = fram_series_usual (series, fram_test_date ("2026-11-12"));
  g_autoptr (GArray) after = fram_series_usual (series, fram_test_date ("2027-01-12"));
  g_autoptr (GArray) nothing = fram_series_usual (none, fram_test_date ("2027-01-12"));

  g_assert_cmpint (before->len, ==, 2);
  g_assert_cmpint (fram_date_get_weekday (g_array_index (before, FramSession, 1).day), ==, 4);
  g_assert_cmpint (g_array_index (before, FramSession, 1).starts, ==, 780);
  /* the first one falls on Christmas Eve, and is Thursday all the same */
  g_assert_cmpint (after->len, ==, 1);
  g_assert_cmpint (fram_date_get_weekday (g_array_index (after, FramSession, 0).day), ==, 4);
  g_assert_cmpint (g_array_index (after, FramSession, 0).starts, ==, 840);
  g_assert_cmpint (nothing->len, ==, 0);
}

/* A series made up of random numbers, and the same one as an event of libical's. */
typedef struct
{
  char *rrule;
  FramDate first;
  FramDate end;
  FramSeries *series;
  icalcomponent *event;
  GHashTable *taken; /* days on which something is held or changed already */
  GString *words;    /* what it is, for whoever must mend it */
} Random;

static struct icaltimetype
at_noon (FramDate day)
{
  struct icaltimetype time = icaltime_null_time ();

  fram_date_get_ymd (day, &time.year, &time.month, &time.day);
  time.hour = 12;
  time.zone = icaltimezone_get_utc_timezone ();
  return time;
}

static char *
random_rule (void)
{
  static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  int interval = g_test_rand_int_range (1, 4);
  g_autoptr (GString) by_day = g_string_new (NULL);

  switch (g_test_rand_int_range (0, 8))
    {
    case 0: return g_strdup_printf ("FREQ=DAILY;INTERVAL=%d", interval);
    case 1:
      return g_strdup_printf ("FREQ=MONTHLY;INTERVAL=%d;BYDAY=%d%s", interval, g_test_rand_int_range (1, 5),
                              days[g_test_rand_int_range (0, 5)]);
    case 2: return g_strdup_printf ("FREQ=MONTHLY;BYMONTHDAY=%d", g_test_rand_int_range (1, 29));
    default: break;
    }
  for (guint i = 0; i < 5; i++)
    if (g_test_rand_int_range (0, 3) == 0 || (i == 4 && by_day->len == 0))
      g_string_append_printf (by_day, "%s%s", by_day->len > 0 ? "," : "", days[i]);
  return g_strdup_printf ("FREQ=WEEKLY;INTERVAL=%d;BYDAY=%s", interval, by_day->str);
}

/* The first day of a rule from some day on; libical takes DTSTART itself for a session. */
static FramDate
first_of (const char *rrule, FramDate from)
{
  icalrecur_iterator *iterator = icalrecur_iterator_new (icalrecurrencetype_from_string (rrule), at_noon (from));
  struct icaltimetype time = icalrecur_iterator_next (iterator);

  icalrecur_iterator_free (iterator);
  return fram_date_new (time.year, time.month, time.day);
}

static void
add_rdate (Random *r, FramDate day)
{
  struct icaldatetimeperiodtype when = { .time = at_noon (day), .period = icalperiodtype_null_period () };

  icalcomponent_add_property (r->event, icalproperty_new_rdate (when));
}

static void
add_held (icalcomponent *event, struct icaltime_span *span, void *data)
{
  FramDate day = (FramDate)(span->start / (24 * 60 * 60));

  g_array_append_val ((GArray *)data, day);
}

static int
by_day (gconstpointer a, gconstpointer b)
{
  return *(const FramDate *)a - *(const FramDate *)b;
}

/* What libical says, without days off. */
static GArray *
days_of_event (const Random *r, FramDate from, FramDate to)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (FramDate));
  guint kept = 0;

  icalcomponent_foreach_recurrence (r->event, at_noon (r->first - 400), at_noon (r->end + 400), add_held, days);
  g_array_sort (days, by_day);
  for (guint i = 0; i < days->len; i++)
    {
      FramDate day = g_array_index (days, FramDate, i);

      if (day >= from && day <= to && fram_day_is_open (day, NULL, 0))
        g_array_index (days, FramDate, kept++) = day;
    }
  g_array_set_size (days, kept);
  return days;
}

static FramDate
free_day (Random *r)
{
  FramDate day;

  do
    day = g_test_rand_int_range (r->first - 20, r->end + 20);
  while (g_hash_table_contains (r->taken, GINT_TO_POINTER (day)));
  g_hash_table_add (r->taken, GINT_TO_POINTER (day));
  return day;
}

/* What becomes of a session, or of a free day: in the series as a change, in the event as dates in and out. */
static void
change_day (Random *r, FramDate day, gboolean planned)
{
  int dice = planned ? g_test_rand_int_range (0, 12) : 3;
  FramSessionChange *change;

  if (dice > 2 && planned)
    return;
  change = fram_series_add_change (r->series, day, planned ? (FramSessionChangeKind)dice : FRAM_SESSION_EXTRA);
  if (planned && dice == FRAM_SESSION_KEPT)
    return;
  if (planned)
    icalcomponent_add_property (r->event, icalproperty_new_exdate (at_noon (day)));
  if (dice == FRAM_SESSION_MOVED)
    change->to_day = free_day (r);
  if (dice == FRAM_SESSION_MOVED || !planned)
    add_rdate (r, dice == FRAM_SESSION_MOVED ? change->to_day : day);
  g_string_append_printf (r->words, " %s %d>%d", fram_session_change_kind_get_code (change->kind), day - r->first,
                          change->to_day != FRAM_DATE_NONE ? change->to_day - r->first : 0);
}

static void
random_init (Random *r)
{
  g_autoptr (GArray) planned = NULL;
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);
  g_autofree char *first = NULL;

  r->rrule = random_rule ();
  r->first = first_of (r->rrule, fram_test_date ("2026-01-01") + g_test_rand_int_range (0, 1500));
  r->end = r->first + g_test_rand_int_range (30, 500);
  r->series = fram_series_new (1);
  fram_series_add_step (r->series, r->first, r->rrule, 780, 90, 0);
  r->series->last = r->end;
  r->event = icalcomponent_new_vevent ();
  icalcomponent_add_property (r->event, icalproperty_new_dtstart (at_noon (r->first)));
  icalcomponent_add_property (r->event, icalproperty_new_dtend (at_noon (r->first)));
  r->taken = g_hash_table_new (NULL, NULL);
  first = fram_date_to_text (r->first);
  r->words = g_string_new (NULL);
  g_string_append_printf (r->words, "%s from %s for %d days:", r->rrule, first, r->end - r->first);
  {
    struct icalrecurrencetype rule = icalrecurrencetype_from_string (r->rrule);

    rule.until = at_noon (r->end);
    icalcomponent_add_property (r->event, icalproperty_new_rrule (rule));
  }
  planned = days_of_event (r, r->first, r->end);
  for (FramDate day = r->first; day <= r->end; day++)
    if (!fram_day_is_open (day, NULL, 0))
      g_hash_table_add (r->taken, GINT_TO_POINTER (day));
  for (guint i = 0; i < planned->len; i++)
    {
      g_hash_table_add (r->taken, GINT_TO_POINTER (g_array_index (planned, FramDate, i)));
      g_hash_table_add (days, GINT_TO_POINTER (g_array_index (planned, FramDate, i)));
    }
  for (FramDate day = r->first; day <= r->end; day++)
    {
      gboolean is_planned = g_hash_table_contains (days, GINT_TO_POINTER (day));

      if (is_planned)
        change_day (r, day, TRUE);
      else if (g_test_rand_int_range (0, 40) == 0 && !g_hash_table_contains (r->taken, GINT_TO_POINTER (day)))
        {
          g_hash_table_add (r->taken, GINT_TO_POINTER (day));
          change_day (r, day, FALSE);
        }
    }
}

static void
random_clear (Random *r)
{
  icalcomponent_free (r->event);
  fram_series_free (r->series);
  g_hash_table_unref (r->taken);
  g_string_free (r->words, TRUE);
  g_free (r->rrule);
}

static char *
join (const char *words, const GArray *days)
{
  GString *text = g_string_new (words);

  for (guint i = 0; i < days->len; i++)
    {
      g_autofree char *day = fram_date_to_text (g_array_index (days, FramDate, i));

      g_string_append_printf (text, " %s", day);
    }
  return g_string_free (text, FALSE);
}

static char *
held_text (const Random *r, const FramSeries *series, FramDate from, FramDate to)
{
  g_autoptr (GArray) sessions = fram_series_held (series, from, to, NULL);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (FramDate));

  for (guint i = 0; i < sessions->len; i++)
    g_array_append_val (days, g_array_index (sessions, FramSession, i).day);
  return join (r->words->str, days);
}

static void
test_against_libical (void)
{
  for (guint run = 0; run < 300; run++)
    {
      Random r = { 0 };
      g_autoptr (GArray) wanted = NULL;
      g_autofree char *theirs = NULL, *ours = NULL;
      FramDate from, to;

      random_init (&r);
      from = g_test_rand_int_range (r.first - 30, r.end);
      to = run % 3 == 0 ? r.end + 60 : g_test_rand_int_range (from, r.end + 40);
      if (run % 3 == 0)
        from = r.first - 60;
      wanted = days_of_event (&r, from, to);
      theirs = join (r.words->str, wanted);
      ours = held_text (&r, r.series, from, to);
      g_assert_cmpstr (ours, ==, theirs);
      random_clear (&r);
    }
}

/* Numbers run from 1 without holes, and a part of the time tells the same of it as the whole. */
static void
test_parts_and_whole (void)
{
  for (guint run = 0; run < 200; run++)
    {
      Random r = { 0 };
      g_autoptr (GArray) whole = NULL, part = NULL;
      FramDate from, to;
      int number = 0;
      guint at = 0;

      random_init (&r);
      r.series->sessions = run % 2 == 0 ? g_test_rand_int_range (1, 12) : 0;
      whole = fram_series_expand (r.series, r.first - 100, r.end + 100, NULL);
      for (guint i = 0; i < whole->len; i++)
        if (fram_session_is_held (&g_array_index (whole, FramSession, i)))
          g_assert_cmpint (g_array_index (whole, FramSession, i).number, ==, ++number);
        else
          g_assert_cmpint (g_array_index (whole, FramSession, i).number, ==, 0);
      if (r.series->sessions > 0)
        g_assert_cmpint (number, <=, r.series->sessions);
      from = g_test_rand_int_range (r.first - 30, r.end);
      to = g_test_rand_int_range (from, r.end + 40);
      part = fram_series_expand (r.series, from, to, NULL);
      g_test_message ("%s", r.words->str);
      for (guint i = 0; i < whole->len; i++)
        {
          const FramSession *one = &g_array_index (whole, FramSession, i);

          if (one->day < from || one->day > to)
            continue;
          g_assert_cmpuint (at, <, part->len);
          g_assert_cmpmem (one, sizeof *one, &g_array_index (part, FramSession, at), sizeof *one);
          at++;
        }
      g_assert_cmpuint (at, ==, part->len);
      random_clear (&r);
    }
}

/* "This and the following" with another time keeps every session, on whatever day it is cut. */
static void
test_split_loses_nothing (void)
{
  for (guint run = 0; run < 200; run++)
    {
      Random r = { 0 };
      g_autofree char *before = NULL, *after = NULL;
      g_autoptr (GArray) sessions = NULL;
      FramDate cut, second;

      random_init (&r);
      cut = g_test_rand_int_range (r.first + 1, r.end + 1);
      second = g_test_rand_int_range (cut, r.end + 30);
      before = held_text (&r, r.series, r.first - 60, r.end + 60);
      fram_series_add_step (r.series, cut, NULL, 840, -1, 0);
      fram_series_add_step (r.series, second, NULL, FRAM_TIME_NONE, 60, 0);
      after = held_text (&r, r.series, r.first - 60, r.end + 60);
      g_assert_cmpstr (after, ==, before);
      sessions = fram_series_held (r.series, r.first - 60, r.end + 60, NULL);
      for (guint i = 0; i < sessions->len; i++)
        {
          const FramSession *session = &g_array_index (sessions, FramSession, i);

          g_assert_cmpint (session->starts, ==, session->planned < cut ? 780 : 840);
          g_assert_cmpint (session->minutes, ==, session->planned < second ? 90 : 60);
        }
      random_clear (&r);
    }
}

int
main (int argc, char *argv[])
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/calendar/session/days", test_days);
  g_test_add_func ("/calendar/session/changes", test_changes);
  g_test_add_func ("/calendar/session/this-and-following", test_steps);
  g_test_add_func ("/calendar/session/courses", test_courses);
  g_test_add_func ("/calendar/session/closed-days", test_closed_days);
  g_test_add_func ("/calendar/session/times-and-places", test_times_and_places);
  g_test_add_func ("/calendar/session/questions", test_questions);
  g_test_add_func ("/calendar/session/usual", test_usual);
  g_test_add_func ("/calendar/session/against-libical", test_against_libical);
  g_test_add_func ("/calendar/session/parts-and-whole", test_parts_and_whole);
  g_test_add_func ("/calendar/session/split-loses-nothing", test_split_loses_nothing);
  return g_test_run ();
}
