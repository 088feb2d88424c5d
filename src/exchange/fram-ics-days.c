#include "fram-ics-days.h"

#include "fram-error.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

/* A calendar of holidays, from wherever it comes: what is wrong in it is told, and the rest is read. */

#define LARGEST    (4 * 1024 * 1024)
#define MAX_DAYS   20000
#define LONGEST    366 /* an event of more days than that is no holiday */
#define MAX_REPEAT 1000

static void
day_clear (gpointer data)
{
  g_free (((FramIcsDay *)data)->name);
}

void
fram_ics_days_free (FramIcsDays *self)
{
  g_array_unref (self->days);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, sentence);
  return FALSE;
}

/* UTF-8, with or without its mark; what an older program wrote is taken as Windows-1252. */
static char *
plain_text (const char *text, gsize length, GError **error)
{
  char *plain = NULL;

  if (length > LARGEST)
    return refuse (error, _ ("The file is too large for a calendar of holidays.")), NULL;
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    text += 3, length -= 3;
  if (memchr (text, '\0', length) == NULL)
    plain = g_utf8_validate_len (text, length, NULL)
                ? g_strndup (text, length)
                : g_convert (text, (gssize)length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  if (plain == NULL)
    refuse (error, _ ("This is no calendar file. Choose a file in the iCalendar format (.ics)."));
  return plain;
}

/* How often a line of its own is there. */
static guint
count_lines (char **lines, const char *wanted)
{
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += g_ascii_strncasecmp (lines[i], wanted, strlen (wanted)) == 0 && lines[i][strlen (wanted)] <= ' ';
  return n;
}

/* A file that was cut off on its way is refused as a whole: half a year of holidays looks like a whole one. */
static gboolean
check_ends (const char *plain, GError **error)
{
  g_auto (GStrv) lines = g_strsplit_set (plain, "\n\r", -1);

  if (count_lines (lines, "BEGIN:VCALENDAR") == 0)
    return refuse (error, _ ("This is no calendar file. Choose a file in the iCalendar format (.ics)."));
  if (count_lines (lines, "BEGIN:VCALENDAR") != count_lines (lines, "END:VCALENDAR") ||
      count_lines (lines, "BEGIN:VEVENT") != count_lines (lines, "END:VEVENT"))
    return refuse (error, _ ("The calendar file ends too early: a part of it is missing. Get it anew."));
  return TRUE;
}

static FramDate
date_of (struct icaltimetype time)
{
  return icaltime_is_null_time (time) ? FRAM_DATE_NONE : fram_date_new (time.year, time.month, time.day);
}

static struct icaltimetype
to_ical (FramDate date)
{
  struct icaltimetype time = { .is_date = 1 };

  fram_date_get_ymd (date, &time.year, &time.month, &time.day);
  return time;
}

static gboolean
is_left_out (icalcomponent *event, FramDate day)
{
  for (icalproperty *p = icalcomponent_get_first_property (event, ICAL_EXDATE_PROPERTY); p != NULL;
       p = icalcomponent_get_next_property (event, ICAL_EXDATE_PROPERTY))
    if (date_of (icalproperty_get_exdate (p)) == day)
      return TRUE;
  return FALSE;
}

static void
add_day (FramIcsDays *self, FramDate from, FramDate to, const char *name)
{
  FramIcsDay day = { from, to, g_strstrip (g_strdup (name)) };

  g_array_append_val (self->days, day);
}

/* A holiday that is written down once for all years. */
static void
add_repeated (FramIcsDays *self, icalcomponent *event, FramDate first, int n_days, const char *name, FramDate from,
              FramDate to)
{
  icalproperty *property = icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY);
  icalrecur_iterator *iterator = icalrecur_iterator_new (icalproperty_get_rrule (property), to_ical (first));
  FramDate day;

  for (guint n = 0; iterator != NULL && n < MAX_REPEAT; n++)
    {
      day = date_of (icalrecur_iterator_next (iterator));
      if (day == FRAM_DATE_NONE || day > to)
        break;
      if (day + n_days - 1 >= from && !is_left_out (event, day))
        add_day (self, day, day + n_days - 1, name);
    }
  if (iterator != NULL)
    icalrecur_iterator_free (iterator);
}

/* The day after the last one stands in DTEND; without it the event takes its DURATION, or one day. */
static int
count_days (icalcomponent *event, FramDate first)
{
  icalproperty *duration = icalcomponent_get_first_property (event, ICAL_DURATION_PROPERTY);
  icalproperty *end = icalcomponent_get_first_property (event, ICAL_DTEND_PROPERTY);
  FramDate after = end != NULL ? date_of (icalproperty_get_dtend (end)) : FRAM_DATE_NONE;

  if (end != NULL)
    return after == FRAM_DATE_NONE ? 0 : MAX (after - first, 1);
  if (duration != NULL)
    return MAX (icaldurationtype_as_int (icalproperty_get_duration (duration)) / (24 * 60 * 60), 1);
  return 1;
}

/* Other programs write whole days as from midnight to midnight. */
static gboolean
is_whole_day (icalcomponent *event, struct icaltimetype start)
{
  icalproperty *end = icalcomponent_get_first_property (event, ICAL_DTEND_PROPERTY);
  struct icaltimetype after;

  if (start.is_date)
    return TRUE;
  if (end == NULL || icaltime_is_utc (start) || start.hour != 0 || start.minute != 0)
    return FALSE;
  after = icalproperty_get_dtend (end);
  return !after.is_date && !icaltime_is_utc (after) && after.hour == 0 && after.minute == 0 &&
         date_of (after) > date_of (start);
}

static void
read_event (FramIcsDays *self, icalcomponent *event, FramDate from, FramDate to)
{
  icalproperty *start = icalcomponent_get_first_property (event, ICAL_DTSTART_PROPERTY);
  const char *name = icalcomponent_get_summary (event);
  FramDate first = start != NULL ? date_of (icalproperty_get_dtstart (start)) : FRAM_DATE_NONE;
  int n_days = first != FRAM_DATE_NONE ? count_days (event, first) : 0;

  if (n_days < 1 || n_days > LONGEST || name == NULL || name[strspn (name, " \t\n")] == '\0')
    self->unreadable++;
  else if (icalcomponent_get_status (event) == ICAL_STATUS_CANCELLED)
    self->cancelled++;
  else if (!is_whole_day (event, icalproperty_get_dtstart (start)))
    self->timed++;
  else if (icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY) != NULL)
    add_repeated (self, event, first, n_days, name, from, to);
  else
    add_day (self, first, first + n_days - 1, name);
}

/* A calendar may stand in another one, as some programs write several into a file. */
static void
read_events (FramIcsDays *self, icalcomponent *of, FramDate from, FramDate to)
{
  for (icalcomponent *part = icalcomponent_get_first_component (of, ICAL_ANY_COMPONENT);
       part != NULL && self->days->len < MAX_DAYS; part = icalcomponent_get_next_component (of, ICAL_ANY_COMPONENT))
    if (icalcomponent_isa (part) == ICAL_VEVENT_COMPONENT)
      read_event (self, part, from, to);
    else if (icalcomponent_isa (part) == ICAL_VCALENDAR_COMPONENT)
      read_events (self, part, from, to);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const FramIcsDay *x = a, *y = b;

  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return x->to != y->to ? (x->to < y->to ? -1 : 1) : g_strcmp0 (x->name, y->name);
}

/* The same day twice in a file is one. */
static void
drop_twins (GArray *days)
{
  g_array_sort (days, compare_days);
  for (guint i = days->len; i > 1; i--)
    if (compare_days (&g_array_index (days, FramIcsDay, i - 2), &g_array_index (days, FramIcsDay, i - 1)) == 0)
      g_array_remove_index (days, i - 1);
}

/**
 * fram_ics_days_from_text:
 * @text: a calendar file (RFC 5545)
 * @length: how long it is in bytes
 * @from: of what repeats: the first day wanted
 * @to: likewise the last
 * @error: return location; %FRAM_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): the whole days in it
 */
FramIcsDays *
fram_ics_days_from_text (const char *text, gsize length, FramDate from, FramDate to, GError **error)
{
  g_autofree char *plain = plain_text (text, length, error);
  icalcomponent *calendar;
  FramIcsDays *self;

  if (plain == NULL || !check_ends (plain, error))
    return NULL;
  calendar = icalparser_parse_string (plain);
  if (calendar == NULL)
    return refuse (error, _ ("The calendar file cannot be read. Get it anew, or write the days in by hand.")), NULL;
  self = g_new0 (FramIcsDays, 1);
  self->days = g_array_new (FALSE, FALSE, sizeof (FramIcsDay));
  g_array_set_clear_func (self->days, day_clear);
  read_events (self, calendar, from, to);
  if (icalcomponent_isa (calendar) == ICAL_VEVENT_COMPONENT)
    read_event (self, calendar, from, to);
  icalcomponent_free (calendar);
  drop_twins (self->days);
  return self;
}
