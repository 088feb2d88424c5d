#include "fram-desk-group-private.h"

#include "fram-group-edit-store.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* Whether a group's series may become what `next` says. */

gboolean
fram_group_check_time (int starts, int minutes, GError **error)
{
  if (starts != FRAM_TIME_NONE && (starts < 0 || starts >= 24 * 60))
    return fram_group_refuse (error, _ ("Write the time as hours and minutes, for example 13:00."));
  if (minutes == 0 || minutes < -1)
    return fram_group_refuse (error, _ ("A session must end after it begins."));
  if (starts != FRAM_TIME_NONE && minutes > 0 && starts + minutes > 24 * 60)
    return fram_group_refuse (error, _ ("A session must end before midnight."));
  return TRUE;
}

static gboolean
is_in_closed_part (const FramDayInfo *info, int starts, int minutes)
{
  int end = starts + (minutes > 0 ? minutes : 60);

  return info->closed_from != FRAM_TIME_NONE && info->closed_to != FRAM_TIME_NONE && starts != FRAM_TIME_NONE &&
         starts < info->closed_to && end > info->closed_from;
}

/* The day that a person chose for a session. */
gboolean
fram_group_check_day (const FramGroupCase *self, FramDate day, int starts, int minutes, GError **error)
{
  FramDayInfo info;
  g_autofree char *words = NULL;

  if (day == FRAM_DATE_NONE)
    return fram_group_refuse (error, _ ("Write the day as year-month-day."));
  info = fram_day_info (day, self->closed, 0);
  words = fram_date_to_short_words (day);
  if (info.kind == FRAM_DAY_WEEKEND)
    return fram_group_refuse (error, _ ("Groups meet from Monday to Friday. Choose one of those days."));
  if (info.kind != FRAM_DAY_OPEN)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                 /* Translators: a date, and a holiday or what a closed day is called */
                 _ ("The house is closed on %1$s: %2$s. Choose another day."), words,
                 info.name != NULL ? info.name : "");
  else if (is_in_closed_part (&info, starts, minutes))
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                 /* Translators: a date, and what a closed day is called */
                 _ ("A part of %1$s is closed: %2$s. Choose another time."), words, info.name != NULL ? info.name : "");
  else
    return TRUE;
  return FALSE;
}

static gboolean
has_day (const GArray *days, FramDate day)
{
  for (guint i = 0; i < days->len; i++)
    if (g_array_index (days, FramDate, i) == day)
      return TRUE;
  return FALSE;
}

static GArray *
held_days_of (const GArray *sessions)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (FramDate));

  for (guint i = 0; i < sessions->len; i++)
    if (fram_session_is_held (&g_array_index (sessions, FramSession, i)))
      g_array_append_val (days, g_array_index (sessions, FramSession, i).day);
  return days;
}

/* A day on which attendance is marked stays a day of the group. */
static gboolean
check_marks (const FramGroupCase *self, const GArray *before, const GArray *after, GError **error)
{
  g_autoptr (GArray) marked = fram_group_load_marked_days (self->desk->db, self->record->row, FRAM_DATE_NONE, error);
  g_autoptr (GArray) old = held_days_of (before);
  g_autoptr (GArray) new = held_days_of (after);

  for (guint i = 0; marked != NULL && i < marked->len; i++)
    {
      FramDate day = g_array_index (marked, FramDate, i);
      g_autofree char *words = NULL;

      if (!has_day (old, day) || has_day (new, day))
        continue;
      words = fram_date_to_short_words (day);
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_CONSTRAINT,
                   /* Translators: a date */
                   _ ("Attendance is marked on %s, so that session stays. Choose a later session with “this and "
                      "following”, or clear the marks first."),
                   words);
      return FALSE;
    }
  return marked != NULL;
}

static gboolean
is_double (const GArray *days, FramDate day)
{
  guint n = 0;

  for (guint i = 0; i < days->len; i++)
    n += g_array_index (days, FramDate, i) == day;
  return n > 1;
}

static gboolean
check_doubles (const GArray *before, const GArray *after, GError **error)
{
  g_autoptr (GArray) old = held_days_of (before);
  g_autoptr (GArray) new = held_days_of (after);

  for (guint i = 1; i < new->len; i++)
    {
      FramDate day = g_array_index (new, FramDate, i);
      g_autofree char *words = NULL;

      if (g_array_index (new, FramDate, i - 1) != day || is_double (old, day))
        continue;
      words = fram_date_to_short_words (day);
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_CONSTRAINT,
                   /* Translators: a date */
                   _ ("The group has a session on %s already; there is one a day. Choose another day."), words);
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_same (const FramSession *a, const FramSession *b)
{
  return a->day == b->day && fram_session_is_held (a) == fram_session_is_held (b) && a->starts == b->starts &&
         a->minutes == b->minutes && a->place == b->place && a->leader == b->leader;
}

/* Returns: (transfer full): those of one that are not the same in the other */
static GArray *
find_changed (const GArray *sessions, const GArray *others)
{
  GArray *changed = g_array_new (FALSE, FALSE, sizeof (FramSession));
  g_autoptr (GHashTable) by_day = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < others->len; i++)
    {
      FramSession *other = &g_array_index (others, FramSession, i);

      if (!other->is_away)
        g_hash_table_insert (by_day, GINT_TO_POINTER (other->planned), other);
    }
  for (guint i = 0; i < sessions->len; i++)
    {
      const FramSession *one = &g_array_index (sessions, FramSession, i);
      const FramSession *other = g_hash_table_lookup (by_day, GINT_TO_POINTER (one->planned));

      if (!one->is_away && (other == NULL || !is_same (one, other)))
        g_array_append_vals (changed, one, 1);
    }
  return changed;
}

static gboolean
check_reason (const FramGroupCase *self, const GArray *changed, const char *reason, GError **error)
{
  g_autofree char *given = fram_group_trimmed (reason);

  for (guint i = 0; given == NULL && i < changed->len; i++)
    {
      FramDate day = g_array_index (changed, FramSession, i).day;
      g_autofree char *words = NULL;

      if (!fram_desk_needs_reason (self->desk, day))
        continue;
      words = fram_date_to_short_words (day);
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                   /* Translators: a date */
                   _ ("%s is more than seven days ago. Write why that session is changed, or choose a later one."),
                   words);
      return FALSE;
    }
  return TRUE;
}

static FramDate
earliest (const FramSeries *series)
{
  FramDate first = fram_group_first (series);

  for (guint i = 0; first != FRAM_DATE_NONE && i < series->changes->len; i++)
    {
      const FramSessionChange *change = &g_array_index (series->changes, FramSessionChange, i);

      first = MIN (first, change->to_day != FRAM_DATE_NONE ? MIN (change->day, change->to_day) : change->day);
    }
  return first;
}

/* No day with marks is lost, there is one session a day, what is long ago is changed with a reason, and no room is taken. */
gboolean
fram_group_check (const FramGroupCase *self, const char *reason, GError **error)
{
  FramDate first = MIN (earliest (self->record->series), earliest (self->next));
  FramDate horizon = fram_group_horizon (self, FRAM_DATE_NONE);
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  g_autoptr (GArray) gone = NULL;
  g_autoptr (GArray) changed = NULL;

  if (fram_group_first (self->next) == FRAM_DATE_NONE)
    return TRUE;
  if (first == FRAM_DATE_NONE) /* a group that had no days yet */
    first = earliest (self->next);
  before = fram_series_expand (self->record->series, first, horizon, self->closed);
  after = fram_series_expand (self->next, first, horizon, self->closed);
  gone = find_changed (before, after);
  changed = find_changed (after, before);
  return check_marks (self, before, after, error) && check_doubles (before, after, error) &&
         check_reason (self, gone, reason, error) && check_reason (self, changed, reason, error) &&
         fram_group_check_rooms (self, before, changed, error);
}
