#include "fram-ics.h"

#include "fram-clock.h"
#include "fram-recurrence.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>

#define ZONE       "Europe/Stockholm"
#define PRODUCT    "-//Framsteg//Framsteg//SV"
#define MINUTES    (24 * 60)
#define STAMP_SIZE 20

/* Summer time in Sweden as it has been since 1996 (directive 2000/84/EC: from the last Sunday of March to the last of
 * October, at one o'clock UTC). It is in the file so that no program needs rules of its own. */
static const char zone_text[] = "BEGIN:VTIMEZONE\r\n"
                                "TZID:" ZONE "\r\n"
                                "BEGIN:DAYLIGHT\r\n"
                                "DTSTART:19960331T020000\r\n"
                                "TZOFFSETFROM:+0100\r\n"
                                "TZOFFSETTO:+0200\r\n"
                                "TZNAME:CEST\r\n"
                                "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
                                "END:DAYLIGHT\r\n"
                                "BEGIN:STANDARD\r\n"
                                "DTSTART:19961027T030000\r\n"
                                "TZOFFSETFROM:+0200\r\n"
                                "TZOFFSETTO:+0100\r\n"
                                "TZNAME:CET\r\n"
                                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
                                "END:STANDARD\r\n"
                                "END:VTIMEZONE\r\n";

struct _FramIcs
{
  icalcomponent *calendar;
  gint64 now;
  guint n_events;
};

/* "20261112T083000", and without a time "20261112" */
static void
write_stamp (FramDate day, int minute, char stamp[STAMP_SIZE])
{
  int year, month, of_month;

  if (minute >= MINUTES)
    {
      day += minute / MINUTES;
      minute %= MINUTES;
    }
  fram_date_get_ymd (day, &year, &month, &of_month);
  if (minute < 0)
    g_snprintf (stamp, STAMP_SIZE, "%04d%02d%02d", year, month, of_month);
  else
    g_snprintf (stamp, STAMP_SIZE, "%04d%02d%02dT%02d%02d00", year, month, of_month, minute / 60, minute % 60);
}

/* UTC: "20261112T073000Z" */
static void
write_instant (gint64 instant, char stamp[STAMP_SIZE])
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant / 1000);

  g_snprintf (stamp, STAMP_SIZE, "%04d%02d%02dT%02d%02d%02dZ", g_date_time_get_year (time),
              g_date_time_get_month (time), g_date_time_get_day_of_month (time), g_date_time_get_hour (time),
              g_date_time_get_minute (time), g_date_time_get_second (time));
}

static void
add_time (icalcomponent *event, icalproperty_kind kind, FramDate day, int minute)
{
  icalproperty *property = icalproperty_new (kind);
  char stamp[STAMP_SIZE];

  write_stamp (day, minute, stamp);
  icalproperty_set_value_from_string (property, stamp, minute < 0 ? "DATE" : "DATE-TIME");
  if (minute >= 0)
    icalproperty_add_parameter (property, icalparameter_new_tzid (ZONE));
  icalcomponent_add_property (event, property);
}

static void
add_text (icalcomponent *event, icalproperty_kind kind, const char *text)
{
  icalproperty *property;

  if (text == NULL || text[0] == '\0')
    return;
  property = icalproperty_new (kind);
  icalproperty_set_value (property, icalvalue_new_text (text));
  icalcomponent_add_property (event, property);
}

static icalcomponent *
new_event (FramIcs *self, const char *uid)
{
  icalcomponent *event = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  icalproperty *stamp = icalproperty_new (ICAL_DTSTAMP_PROPERTY);
  char now[STAMP_SIZE];

  write_instant (self->now, now);
  icalproperty_set_value_from_string (stamp, now, "DATE-TIME");
  add_text (event, ICAL_UID_PROPERTY, uid);
  icalcomponent_add_property (event, stamp);
  icalcomponent_add_component (self->calendar, event);
  self->n_events++;
  return event;
}

/* Whole days end with the day after the last (RFC 5545, 3.6.1). */
static void
add_times (icalcomponent *event, FramDate day, FramDate to_day, int starts, int ends)
{
  add_time (event, ICAL_DTSTART_PROPERTY, day, starts);
  if (starts < 0)
    add_time (event, ICAL_DTEND_PROPERTY, (to_day != FRAM_DATE_NONE ? to_day : day) + 1, FRAM_TIME_NONE);
  else
    add_time (event, ICAL_DTEND_PROPERTY, day, MAX (ends, starts + 1));
}

/* A session that is called off stays in the calendar and says so: who looks at the day shall not wait for it. */
static void
add_words (icalcomponent *event, const char *title, const char *place, const char *text, gboolean cancelled)
{
  /* TRANSLATORS: what stands in somebody's calendar instead of the name of a session that is called off */
  g_autofree char *off = cancelled ? g_strdup_printf (_ ("Cancelled: %s"), title) : NULL;

  add_text (event, ICAL_SUMMARY_PROPERTY, off != NULL ? off : title);
  add_text (event, ICAL_LOCATION_PROPERTY, place);
  add_text (event, ICAL_DESCRIPTION_PROPERTY, text);
  if (!cancelled)
    return;
  icalcomponent_add_property (event, icalproperty_new_status (ICAL_STATUS_CANCELLED));
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
}

/**
 * fram_ics_new:
 * @name: what the calendar is called
 * @now: when it is made, UTC milliseconds
 *
 * Returns: (transfer full): a calendar without events
 */
FramIcs *
fram_ics_new (const char *name, gint64 now)
{
  FramIcs *self = g_new0 (FramIcs, 1);
  icalproperty *shown = icalproperty_new_x (name);

  self->now = now;
  self->calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  icalcomponent_add_property (self->calendar, icalproperty_new_prodid (PRODUCT));
  icalcomponent_add_property (self->calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (self->calendar, icalproperty_new_calscale ("GREGORIAN"));
  icalproperty_set_x_name (shown, "X-WR-CALNAME");
  icalcomponent_add_property (self->calendar, shown);
  icalcomponent_add_component (self->calendar, icalcomponent_new_from_string (zone_text));
  return self;
}

void
fram_ics_free (FramIcs *self)
{
  icalcomponent_free (self->calendar);
  g_free (self);
}

/**
 * fram_ics_add_event:
 * @self: a calendar
 * @what: something that is once
 */
void
fram_ics_add_event (FramIcs *self, const FramIcsEvent *what)
{
  icalcomponent *event = new_event (self, what->uid);

  add_times (event, what->day, what->to_day, what->starts, what->ends);
  add_words (event, what->title, what->place, what->text, what->cancelled);
}

static const char *
name_of (GHashTable *names, gint64 row)
{
  return names != NULL && row != 0 ? g_hash_table_lookup (names, &row) : NULL;
}

/* What is said about a session: why it is changed, who steps in, and what holds for all of them. */
static char *
session_text (const FramIcsSeries *what, const FramSession *session)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *substitute = name_of (what->people, session->leader);

  if (session->reason != NULL)
    g_ptr_array_add (lines, g_strdup (session->reason));
  if (substitute != NULL)
    /* TRANSLATORS: of a session of a group: who leads it instead */
    g_ptr_array_add (lines, g_strdup_printf (_ ("Substitute: %s"), substitute));
  if (what->text != NULL)
    g_ptr_array_add (lines, g_strdup (what->text));
  g_ptr_array_add (lines, NULL);
  return lines->len > 1 ? g_strjoinv ("\n", (char **)lines->pdata) : NULL;
}

static void
fill_session (icalcomponent *event, const FramIcsSeries *what, const FramSession *session)
{
  g_autofree char *text = session_text (what, session);

  add_times (event, session->day, FRAM_DATE_NONE, session->starts, fram_session_get_end (session));
  add_words (event, what->title, name_of (what->places, session->place), text, session->kind == FRAM_SESSION_CANCELLED);
}

/* Whether a session is other than the step says. A remark is not for everybody and is not written. */
static gboolean
is_changed (const FramSession *session, const FramSeriesStep *step)
{
  return session->kind == FRAM_SESSION_CANCELLED || session->day != session->planned ||
         session->starts != step->starts || session->minutes != step->minutes || session->place != step->place ||
         session->leader != 0 || session->reason != NULL;
}

/* An override of one session; it has the name of the series and the time at which it would have been. */
static void
add_override (FramIcs *self, const FramIcsSeries *what, const char *uid, const FramSeriesStep *step,
              const FramSession *session)
{
  icalcomponent *event = new_event (self, uid);

  add_time (event, ICAL_RECURRENCEID_PROPERTY, session->planned, step->starts);
  fill_session (event, what, session);
}

static gboolean
has_day (const GArray *days, FramDate day)
{
  for (guint i = 0; i < days->len; i++)
    if (g_array_index (days, FramDate, i) == day)
      return TRUE;
  return FALSE;
}

/* A rule without its own end; "COUNT" would count from another day than before. */
static char *
endless_rule (const char *rrule)
{
  g_auto (GStrv) parts = g_strsplit (g_ascii_strncasecmp (rrule, "RRULE:", 6) == 0 ? rrule + 6 : rrule, ";", -1);
  g_autoptr (GString) rule = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0' && g_ascii_strncasecmp (parts[i], "COUNT=", 6) != 0 &&
        g_ascii_strncasecmp (parts[i], "UNTIL=", 6) != 0)
      g_string_append_printf (rule, "%s%s", rule->len > 0 ? ";" : "", parts[i]);
  return g_string_free (g_steal_pointer (&rule), FALSE);
}

/* UNTIL is the end of the last day: in UTC where there is a time of day (RFC 5545, 3.3.10). Programs that take summer time
 * for winter time in it would lose a last session whose own time stood there. */
static void
add_rule (icalcomponent *event, const char *rule, FramDate last, int starts)
{
  char stamp[STAMP_SIZE];
  g_autofree char *text = NULL;

  if (starts < 0)
    write_stamp (last, FRAM_TIME_NONE, stamp);
  else
    write_instant (fram_instant_new (last, MINUTES - 1), stamp);
  text = g_strdup_printf ("%s;UNTIL=%s", rule, stamp);
  icalcomponent_add_property (event, icalproperty_new_rrule (icalrecurrencetype_from_string (text)));
}

/* The days of @days that are not among @others. */
static void
add_days_besides (icalcomponent *event, icalproperty_kind kind, const GArray *days, const GArray *others, int starts)
{
  for (guint i = 0; i < days->len; i++)
    if (!has_day (others, g_array_index (days, FramDate, i)))
      add_time (event, kind, g_array_index (days, FramDate, i), starts);
}

/* The rule gives most of the days; those that it gives in vain are taken out, and those that it lacks are added, so that
 * the file has the very days of the series. A rule that would give more in vain than not is left out. */
static void
add_days (icalcomponent *event, const FramSeriesStep *step, const GArray *days)
{
  FramDate first = g_array_index (days, FramDate, 0), last = g_array_index (days, FramDate, days->len - 1);
  g_autofree char *rule = endless_rule (step->rrule);
  g_autoptr (GArray) by_rule = fram_recurrence_expand (rule, first, first, last, NULL);

  if (by_rule == NULL || by_rule->len >= 2 * days->len)
    {
      g_clear_pointer (&by_rule, g_array_unref);
      by_rule = g_array_new (FALSE, FALSE, sizeof (FramDate));
      g_array_append_val (by_rule, first);
    }
  else
    add_rule (event, rule, last, step->starts);
  add_days_besides (event, ICAL_EXDATE_PROPERTY, by_rule, days, step->starts);
  add_days_besides (event, ICAL_RDATE_PROPERTY, days, by_rule, step->starts);
}

static int
by_day (gconstpointer a, gconstpointer b)
{
  return *(const FramDate *)a < *(const FramDate *)b ? -1 : *(const FramDate *)a > *(const FramDate *)b;
}

/* The sessions of a step by the days on which the rule has them. */
static GArray *
days_of_step (const FramSeries *series, guint n, const GArray *sessions)
{
  FramDate from = g_array_index (series->steps, FramSeriesStep, n).from;
  FramDate end =
      n + 1 < series->steps->len ? g_array_index (series->steps, FramSeriesStep, n + 1).from - 1 : G_MAXINT32;
  GArray *days = g_array_new (FALSE, FALSE, sizeof (FramDate));

  for (guint i = 0; i < sessions->len; i++)
    {
      const FramSession *session = &g_array_index (sessions, FramSession, i);

      if (session->kind != FRAM_SESSION_EXTRA && session->planned >= from && session->planned <= end)
        g_array_append_val (days, session->planned);
    }
  g_array_sort (days, by_day);
  return days;
}

/* "UUID", and of later steps "UUID-from-20260901" */
static char *
uid_of_step (const FramIcsSeries *what, guint n)
{
  char stamp[STAMP_SIZE];

  write_stamp (g_array_index (what->series->steps, FramSeriesStep, n).from, FRAM_TIME_NONE, stamp);
  return n == 0 ? g_strdup (what->uid) : g_strdup_printf ("%s-from-%s", what->uid, stamp);
}

static void
add_recurring (FramIcs *self, const FramIcsSeries *what, const char *uid, const FramSeriesStep *step,
               const GArray *days)
{
  icalcomponent *event = new_event (self, uid);
  FramSession plain = { 0 };

  plain.day = plain.planned = g_array_index (days, FramDate, 0);
  plain.starts = step->starts;
  plain.minutes = step->minutes;
  plain.place = step->place;
  fill_session (event, what, &plain);
  add_days (event, step, days);
}

/* Each step is a series of its own in the file: a rule has one time of day. What is only one session is no series. */
static void
add_step (FramIcs *self, const FramIcsSeries *what, guint n, const GArray *sessions)
{
  const FramSeriesStep step = fram_series_whole_step (what->series, n);
  g_autoptr (GArray) days = days_of_step (what->series, n, sessions);
  g_autofree char *uid = uid_of_step (what, n);

  if (days->len > 1)
    add_recurring (self, what, uid, &step, days);
  for (guint i = 0; days->len > 0 && i < sessions->len; i++)
    {
      const FramSession *session = &g_array_index (sessions, FramSession, i);

      if (session->kind == FRAM_SESSION_EXTRA || !has_day (days, session->planned))
        continue;
      if (days->len == 1)
        fill_session (new_event (self, uid), what, session);
      else if (is_changed (session, &step))
        add_override (self, what, uid, &step, session);
    }
}

static void
add_extras (FramIcs *self, const FramIcsSeries *what, const GArray *sessions)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      const FramSession *session = &g_array_index (sessions, FramSession, i);
      g_autofree char *uid = NULL;
      char stamp[STAMP_SIZE];

      if (session->kind != FRAM_SESSION_EXTRA)
        continue;
      write_stamp (session->planned, FRAM_TIME_NONE, stamp);
      uid = g_strdup_printf ("%s-extra-%s", what->uid, stamp);
      fill_session (new_event (self, uid), what, session);
    }
}

/* The empty place of a session that was moved is none in a calendar. */
static GArray *
sessions_of (const FramIcsSeries *what)
{
  GArray *sessions = fram_series_expand (what->series, what->from, what->to, what->closed_days);
  guint kept = 0;

  for (guint i = 0; i < sessions->len; i++)
    {
      const FramSession session = g_array_index (sessions, FramSession, i);

      if (!session.is_away && (what->wanted == NULL || what->wanted (&session, what->data)))
        g_array_index (sessions, FramSession, kept++) = session;
    }
  g_array_set_size (sessions, kept);
  return sessions;
}

/**
 * fram_ics_add_series:
 * @self: a calendar
 * @what: a series of sessions
 *
 * Writes one recurring event for each step of the series, with a rule that ends with the last session wanted, the days that
 * it is not held taken out, and an override for each session that is changed; extra sessions are events of their own.
 */
void
fram_ics_add_series (FramIcs *self, const FramIcsSeries *what)
{
  g_autoptr (GArray) sessions = sessions_of (what);

  for (guint n = 0; n < what->series->steps->len; n++)
    add_step (self, what, n, sessions);
  add_extras (self, what, sessions);
}

guint
fram_ics_count (const FramIcs *self)
{
  return self->n_events;
}

/**
 * fram_ics_to_text:
 * @self: a calendar
 *
 * Returns: (transfer full): the file: UTF-8, lines of at most 75 octets with the ends that the format asks for
 */
char *
fram_ics_to_text (FramIcs *self)
{
  char *text = icalcomponent_as_ical_string_r (self->calendar);
  char *copy = g_strdup (text);

  icalmemory_free_buffer (text);
  return copy;
}
