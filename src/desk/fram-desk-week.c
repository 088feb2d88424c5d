#include "fram-desk-week.h"

#include "fram-expected.h"
#include "fram-rights.h"
#include "fram-sheet-private.h"
#include "fram-streak.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

/* Rosters of many days: everything is read with one query per table and put together here. */

#define MOST_DAYS 62

static void
clear_days (gpointer data)
{
  FramSheetDay *day = data;

  g_free (day->note);
}

static void
clear_week (gpointer data)
{
  FramSheetWeek *week = data;

  g_free (week->closed_by);
}

static FramSheet *
sheet_new (FramDesk *self, const FramStoredActivity *activity, FramDate from, FramDate to)
{
  FramSheet *sheet = g_new0 (FramSheet, 1);

  sheet->activity = activity->id;
  sheet->name = g_strdup (fram_desk_activity_name (activity));
  sheet->is_group = activity->is_group;
  sheet->from = from;
  sheet->to = to;
  sheet->today = fram_clock_today (self->clock);
  sheet->days = g_array_new (FALSE, TRUE, sizeof (FramSheetDay));
  g_array_set_clear_func (sheet->days, clear_days);
  sheet->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_sheet_row_free);
  sheet->weeks = g_array_new (FALSE, TRUE, sizeof (FramSheetWeek));
  g_array_set_clear_func (sheet->weeks, clear_week);
  sheet->refusal = fram_desk_marking_refusal (self, activity->row, FRAM_DATE_NONE);
  sheet->may_mark = sheet->refusal == NULL;
  return sheet;
}

/* When the house is open that day; of a group when its session is. */
static void
add_hours (FramSheetDay *day, const FramSheetSources *s, const GArray *hours)
{
  fram_desk_session_hours (s->sessions, day->day, &day->opens, &day->closes);
  for (guint i = 0; !s->activity->is_group && i < hours->len; i++)
    {
      const FramOpening *opening = &g_array_index (hours, FramOpening, i);

      if (opening->weekday != fram_date_get_weekday (day->day))
        continue;
      day->opens = day->opens == FRAM_TIME_NONE ? opening->opens : MIN (day->opens, opening->opens);
      day->closes = MAX (day->closes, opening->closes);
    }
}

static gboolean
has_marks (const GPtrArray *marks, FramDate day)
{
  for (guint i = 0; i < marks->len; i++)
    if (((const FramStoredMark *)g_ptr_array_index (marks, i))->day == day)
      return TRUE;
  return FALSE;
}

static GArray *
keys_of_day (const FramSheetSources *s, FramDate day)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (FramMarkKey));

  for (guint i = 0; i < s->marks->len; i++)
    {
      const FramStoredMark *mark = g_ptr_array_index (s->marks, i);
      FramMarkKey key = { mark->enrolment, mark->part, mark->planned_minutes };

      if (mark->day == day)
        g_array_append_val (keys, key);
    }
  return keys;
}

/* Who is expected on one day, and the day's head. */
static void
add_day (FramSheetSources *s, FramSheet *sheet, FramDate date, const GArray *hours)
{
  FramDayInfo info = fram_desk_day_info (s->desk, date, s->activity->is_group ? 0 : s->activity->row);
  FramSheetDay day = { .day = date,
                       .is_off = info.kind != FRAM_DAY_OPEN || !fram_desk_has_session (s->sessions, date) };
  g_autoptr (GArray) session = s->activity->is_group ? fram_desk_slots_of_session (s->sessions, s->spans, date) : NULL;
  g_autoptr (GArray) keys = keys_of_day (s, date);

  if (info.kind != FRAM_DAY_OPEN || (info.name != NULL && info.closed_from != FRAM_TIME_NONE))
    day.note = g_strdup (info.name);
  else
    day.note = fram_desk_changed_note (s->sessions, date);
  add_hours (&day, s, hours);
  g_array_append_val (sheet->days, day);
  g_ptr_array_add (s->expected,
                   fram_expected_of_day (s->spans, session != NULL ? session : s->slots, keys, date, day.is_off));
}

static void
add_days (FramSheetSources *s, FramSheet *sheet)
{
  g_autoptr (GArray) hours = fram_sheet_load_hours (s->desk->db, s->activity->row);

  for (FramDate date = sheet->from; date <= sheet->to; date++)
    if (fram_date_get_weekday (date) < 6 || has_marks (s->marks, date))
      add_day (s, sheet, date, hours);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;

  return (x > y) - (x < y);
}

/* Everybody who is on one of the days. */
static void
collect_enrolments (FramSheetSources *s)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint d = 0; d < s->expected->len; d++)
    {
      const GArray *day = g_ptr_array_index (s->expected, d);

      for (guint i = 0; i < day->len; i++)
        g_array_append_val (all, g_array_index (day, FramExpected, i).enrolment);
    }
  g_array_sort (all, compare_numbers);
  s->enrolments = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < all->len; i++)
    if (i == 0 || g_array_index (all, gint64, i) != g_array_index (all, gint64, i - 1))
      g_array_append_val (s->enrolments, g_array_index (all, gint64, i));
  g_array_unref (all);
}

static gboolean
load_sources (FramSheetSources *s, FramSheet *sheet, GError **error)
{
  FramDb *db = s->desk->db;
  gint64 row = s->activity->row;
  g_autofree char *alerts = NULL;

  s->spans = fram_sheet_load_stays (db, row, sheet->from, sheet->to, error);
  if (s->spans == NULL)
    return FALSE;
  s->sessions = fram_desk_sessions_around (s->desk, s->activity, sheet->to);
  s->slots = s->activity->is_group ? g_array_new (FALSE, FALSE, sizeof (FramPlanSlot))
                                   : fram_sheet_load_slots (db, row, sheet->from, sheet->to, error);
  s->marks = s->slots != NULL ? fram_sheet_load_marks (db, row, sheet->from, sheet->to, error) : NULL;
  if (s->marks == NULL)
    return FALSE;
  s->expected = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  add_days (s, sheet);
  collect_enrolments (s);
  s->people = fram_sheet_load_people (db, s->desk->viewer, row, s->enrolments, error);
  alerts = fram_hint_load_setting (db, "streak_alerts");
  s->alerts = fram_streak_alerts (alerts);
  s->before = s->people != NULL
                  ? fram_sheet_load_marks_before (db, row, s->enrolments, sheet->from,
                                                  MAX (FRAM_STRIP_LENGTH, fram_streak_longest_alert (s->alerts)), error)
                  : NULL;
  s->planned = s->before != NULL ? fram_sheet_load_planned (db, s->enrolments, sheet->from, sheet->to, error) : NULL;
  s->splits = s->planned != NULL ? fram_sheet_load_splits (db, row, sheet->from, sheet->to, error) : NULL;
  return s->splits != NULL;
}

static FramSheet *
make_sheet (FramDesk *self, const FramStoredActivity *activity, FramDate from, FramDate to, GError **error)
{
  g_autoptr (FramSheet) sheet = sheet_new (self, activity, from, to);
  g_auto (FramSheetSources) s = { .desk = self, .activity = activity };

  if (!load_sources (&s, sheet, error) || !fram_desk_add_weeks (self, activity->row, sheet, error))
    return NULL;
  fram_sheet_make_rows (&s, sheet);
  fram_sheet_count (&s, sheet);
  return g_steal_pointer (&sheet);
}

static gboolean
check_days (FramDate from, FramDate to, GError **error)
{
  if (from != FRAM_DATE_NONE && to >= from && to - from < MOST_DAYS)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
               _ ("A roster of several days has at most %d of them; choose fewer."), MOST_DAYS);
  return FALSE;
}

/**
 * fram_desk_sheet:
 * @self: the desk
 * @activity: a workshop or group
 * @from: first day
 * @to: last day
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_NOT_FOUND, %FRAM_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): the roster of those days as far as the person at the keyboard may see it
 */
FramSheet *
fram_desk_sheet (FramDesk *self, const FramUuid *activity, FramDate from, FramDate to, GError **error)
{
  g_autoptr (FramStoredActivity) stored = NULL;
  FramSheet *sheet;

  if (!check_days (from, to, error))
    return NULL;
  FRAM_DESK_LOCKED (self);
  if (!fram_rights_may_see_roster (self->viewer, fram_db_find_row (self->db, activity)))
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED, _ ("Your roles do not let you see this roster."));
      return NULL;
    }
  fram_db_begin_read (self->db);
  stored = fram_desk_load_activity (self, activity, error);
  sheet = stored != NULL ? make_sheet (self, stored, from, to, error) : NULL;
  fram_db_end_read (self->db);
  return sheet;
}

/**
 * fram_desk_week:
 * @self: the desk
 * @activity: a workshop or group
 * @day: a day of the week
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the sheet from Monday to Sunday
 */
FramSheet *
fram_desk_week (FramDesk *self, const FramUuid *activity, FramDate day, GError **error)
{
  FramDate monday = fram_date_monday (day);

  return fram_desk_sheet (self, activity, monday, monday != FRAM_DATE_NONE ? monday + 6 : monday, error);
}

/**
 * fram_desk_month:
 * @self: the desk
 * @activity: a workshop or group
 * @day: a day of the month
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the sheet from the first to the last of the month
 */
FramSheet *
fram_desk_month (FramDesk *self, const FramUuid *activity, FramDate day, GError **error)
{
  FramDate first = fram_date_first_of_month (day);

  return fram_desk_sheet (self, activity, first, first != FRAM_DATE_NONE ? fram_date_add_months (first, 1) - 1 : first,
                          error);
}
