#include "fram-clock.h"
#include "fram-ics.h"

#include <stdio.h>
#include <string.h>

/* Writes calendars of groups whose sessions are known, and the sessions, for another program to compare:
 * `ics-cases CASE calendar` prints the file, `ics-cases CASE sessions` "date start end place state" for each. */

typedef struct
{
  const char *name;
  void (*make) (FramSeries *series, GArray *closed);
  FramIcsWantedFunc wanted;
} Case;

static FramDate
day_of (const char *text)
{
  return fram_date_parse (text);
}

/* through both changes of the clock and the year with a week 53 */
static void
make_weekly (FramSeries *series, GArray *closed)
{
  fram_series_add_step (series, day_of ("2026-01-06"), "FREQ=WEEKLY;BYDAY=TU,SU", 2 * 60 + 30, 90, 1);
}

static void
make_fortnight (FramSeries *series, GArray *closed)
{
  FramClosedDay summer = { day_of ("2026-06-29"), day_of ("2026-08-02"), 0,
                           FRAM_TIME_NONE,        FRAM_TIME_NONE,        g_strdup ("Summer") };

  g_array_append_val (closed, summer);
  fram_series_add_step (series, day_of ("2026-01-15"), "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", 13 * 60, 60, 1);
}

static void
make_changed (FramSeries *series, GArray *closed)
{
  FramSessionChange *change;

  fram_series_add_step (series, day_of ("2026-02-02"), "FREQ=WEEKLY;BYDAY=MO,TH", 9 * 60, 120, 1);
  fram_series_add_change (series, day_of ("2026-03-05"), FRAM_SESSION_CANCELLED)->reason =
      g_strdup ("Course; Åre, 2 days");
  change = fram_series_add_change (series, day_of ("2026-03-26"), FRAM_SESSION_MOVED);
  change->to_day = day_of ("2026-03-31"); /* over the change of the clock */
  change->starts = 14 * 60;
  change = fram_series_add_change (series, day_of ("2026-04-07"), FRAM_SESSION_EXTRA);
  change->place = 2;
  change = fram_series_add_change (series, day_of ("2026-04-16"), FRAM_SESSION_KEPT);
  change->minutes = 45;
  change->leader = 7;
}

/* this and following, twice: another day and time, then another place only */
static void
make_steps (FramSeries *series, GArray *closed)
{
  fram_series_add_step (series, day_of ("2026-01-12"), "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", 10 * 60, 60, 1);
  fram_series_add_step (series, day_of ("2026-05-04"), "FREQ=WEEKLY;BYDAY=FR", 8 * 60 + 15, -1, 0);
  fram_series_add_step (series, day_of ("2026-09-09"), NULL, FRAM_TIME_NONE, -1, 2);
  series->last = day_of ("2026-12-18");
}

/* a course of twelve that loses some to holidays and one to illness */
static void
make_course (FramSeries *series, GArray *closed)
{
  fram_series_add_step (series, day_of ("2026-03-16"), "FREQ=WEEKLY;BYDAY=MO,FR", 9 * 60, 150, 1);
  fram_series_add_change (series, day_of ("2026-03-27"), FRAM_SESSION_CANCELLED);
  series->sessions = 12;
}

static void
make_monthly (FramSeries *series, GArray *closed)
{
  fram_series_add_step (series, day_of ("2026-01-01"), "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=18",
                        15 * 60, 60, 0);
}

static void
make_without_time (FramSeries *series, GArray *closed)
{
  fram_series_add_step (series, day_of ("2026-10-01"), "FREQ=WEEKLY;BYDAY=TH", FRAM_TIME_NONE, -1, 0);
  fram_series_add_change (series, day_of ("2026-12-03"), FRAM_SESSION_CANCELLED);
  fram_series_add_change (series, day_of ("2026-12-10"), FRAM_SESSION_MOVED)->to_day = day_of ("2026-12-11");
}

static void
make_one (FramSeries *series, GArray *closed)
{
  fram_series_add_step (series, day_of ("2026-11-12"), "FREQ=DAILY;COUNT=1", 9 * 60, 60, 1);
  fram_series_add_change (series, day_of ("2026-11-12"), FRAM_SESSION_MOVED)->to_day = day_of ("2026-11-13");
}

/* only the sessions in which somebody steps in */
static gboolean
is_of_substitute (const FramSession *session, gpointer data)
{
  return session->leader != 0;
}

static void
make_substitute (FramSeries *series, GArray *closed)
{
  fram_series_add_step (series, day_of ("2026-01-05"), "FREQ=WEEKLY;BYDAY=MO,TU,WE", 9 * 60, 60, 1);
  fram_series_add_change (series, day_of ("2026-02-03"), FRAM_SESSION_KEPT)->leader = 7;
  fram_series_add_change (series, day_of ("2026-08-05"), FRAM_SESSION_KEPT)->leader = 7;
  fram_series_add_change (series, day_of ("2026-11-10"), FRAM_SESSION_KEPT)->leader = 7;
}

static const Case cases[] = {
  { "weekly", make_weekly },
  { "fortnight", make_fortnight },
  { "changed", make_changed },
  { "steps", make_steps },
  { "course", make_course },
  { "monthly", make_monthly },
  { "timeless", make_without_time },
  { "one", make_one },
  { "substitute", make_substitute, is_of_substitute },
};

static GHashTable *
names_of (const char *first, gint64 one, const char *second, gint64 two)
{
  GHashTable *names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  g_hash_table_insert (names, g_memdup2 (&one, sizeof one), g_strdup (first));
  g_hash_table_insert (names, g_memdup2 (&two, sizeof two), g_strdup (second));
  return names;
}

static void
print_calendar (const FramIcsSeries *what)
{
  g_autoptr (FramIcs) ics = fram_ics_new ("Återhämtning; kalender", fram_instant_new (day_of ("2026-11-12"), 9 * 60));
  g_autofree char *text = NULL;

  fram_ics_add_series (ics, what);
  text = fram_ics_to_text (ics);
  fwrite (text, 1, strlen (text), stdout);
}

static void
print_sessions (const FramIcsSeries *what)
{
  g_autoptr (GArray) sessions = fram_series_expand (what->series, what->from, what->to, what->closed_days);

  for (guint i = 0; i < sessions->len; i++)
    {
      const FramSession *session = &g_array_index (sessions, FramSession, i);
      const char *place = session->place != 0 ? g_hash_table_lookup (what->places, &session->place) : "";
      g_autofree char *day = fram_date_to_text (session->day), *starts = NULL, *ends = NULL;

      if (session->is_away || (what->wanted != NULL && !what->wanted (session, what->data)))
        continue;
      starts = session->starts < 0 ? g_strdup ("") : fram_time_format (session->starts);
      ends = session->starts < 0 ? g_strdup ("") : fram_time_format (fram_session_get_end (session));
      printf ("%s|%s|%s|%s|%s\n", day, starts, ends, place, fram_session_is_held (session) ? "held" : "cancelled");
    }
}

static void
run (const Case *one, gboolean calendar)
{
  g_autoptr (FramSeries) series = fram_series_new (1);
  g_autoptr (GArray) closed = fram_closed_days_new ();
  g_autoptr (GHashTable) places = names_of ("Rum 1", 1, "Ateljén, ”Ö”; plan 2", 2);
  g_autoptr (GHashTable) people = names_of ("Örjan Kadhim", 7, "Nobody", 8);
  FramIcsSeries what = {
    "019a0000-0000-7000-8000-000000000001",
    "Återhämtningsgruppen för dig som är ny, på tisdagar; välkommen, hälsar vi som leder den här gruppen",
    "Ledare: Samir Sandberg\nTa med: anteckningsbok",
    series,
    day_of ("2026-01-01"),
    day_of ("2027-01-31"),
    closed,
    one->wanted,
    NULL,
    places,
    people
  };

  one->make (series, closed);
  if (calendar)
    print_calendar (&what);
  else
    print_sessions (&what);
}

int
main (int argc, char **argv)
{
  for (guint i = 0; argc == 1 && i < G_N_ELEMENTS (cases); i++)
    printf ("%s\n", cases[i].name);
  for (guint i = 0; argc == 3 && i < G_N_ELEMENTS (cases); i++)
    if (strcmp (argv[1], cases[i].name) == 0)
      run (&cases[i], strcmp (argv[2], "calendar") == 0);
  return 0;
}
