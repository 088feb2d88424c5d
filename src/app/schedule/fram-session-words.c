#include "fram-session-panel-private.h"

#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* A session in words, for the panel. */

/* "Thursday 12 November": of days near by, so that nobody asks for the year. */
char *
fram_session_day_words (FramDate day)
{
  g_autofree char *date = fram_date_to_near_words (day, day);

  /* Translators: a weekday and a day of a month: "Thursday 12 November" */
  return g_strdup_printf (C_ ("date", "%1$s %2$s"), fram_weekday_name (fram_date_get_weekday (day)), date);
}

/* "Thursday 12 November, 09–11" */
char *
fram_session_when_words (const FramScheduleSession *session)
{
  g_autofree char *plain = fram_session_day_words (session->day);
  g_autofree char *day = fram_text_capitalise (plain);
  g_autofree char *times = fram_time_range_to_text (session->starts, session->ends);

  if (session->starts == FRAM_TIME_NONE)
    return g_steal_pointer (&day);
  /* Translators: a day and times: "Thursday 12 November, 09–11" */
  return g_strdup_printf (_ ("%1$s, %2$s"), day, times);
}

static void
add (GString *text, const char *more)
{
  if (more != NULL && more[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", more);
}

/* "Room 1 · Nadia F. and Tomas W. · session 6 of 12" */
char *
fram_session_where_words (const FramScheduleSession *session)
{
  GString *text = g_string_new (NULL);
  g_autofree char *number = NULL;

  add (text, session->place);
  add (text, session->leaders);
  if (session->held && session->of > 0)
    /* Translators: of a course: the how manieth session, and of how many */
    number = g_strdup_printf (_ ("session %1$d of %2$d"), session->number, session->of);
  else if (session->held && session->number > 0)
    /* Translators: the how manieth session of a group */
    number = g_strdup_printf (_ ("session %d"), session->number);
  add (text, number);
  return g_string_free (text, FALSE);
}

static char *
cancelled_words (const FramScheduleSession *session)
{
  g_autofree char *returns = NULL;

  if (session->returns == FRAM_DATE_NONE)
    return g_strdup (_ ("Cancelled."));
  returns = fram_session_day_words (session->returns);
  /* Translators: the day of the next session of a group */
  return g_strdup_printf (_ ("Cancelled. Next time is %s."), returns);
}

static char *
moved_words (const FramScheduleSession *session)
{
  g_autofree char *day = fram_session_day_words (session->is_away ? session->to_day : session->planned);

  if (session->is_away)
    return g_strdup_printf (_ ("Moved to %s."), day);
  return g_strdup_printf (_ ("Moved here from %s."), day);
}

static char *
changed_words (const FramScheduleSession *session)
{
  if (session->is_away)
    return moved_words (session);
  switch (session->change)
    {
    case FRAM_SESSION_CANCELLED: return cancelled_words (session);
    case FRAM_SESSION_MOVED: return moved_words (session);
    case FRAM_SESSION_EXTRA: return g_strdup (_ ("An extra session."));
    case FRAM_SESSION_KEPT:
    default: return session->held ? NULL : cancelled_words (session);
    }
}

/**
 * fram_session_state_words:
 * @session: a session
 *
 * Returns: (transfer full) (nullable): what became of it, and why; %NULL where it is as it was planned
 */
char *
fram_session_state_words (const FramScheduleSession *session)
{
  g_autofree char *changed = changed_words (session);
  GString *text = g_string_new (changed);

  if (session->substitute != NULL)
    {
      /* Translators: who steps in for the leader of a group */
      g_autofree char *substitute = g_strdup_printf (_ ("%s steps in."), session->substitute);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", substitute);
    }
  if (session->reason != NULL && session->reason[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", session->reason);
  return g_string_free (text, text->len == 0);
}

/* "7 of 8 places are taken · 2 wait" */
char *
fram_session_members_words (const FramScheduleSession *session)
{
  GString *text = g_string_new (NULL);
  g_autofree char *taken = NULL, *waiting = NULL;
  int n = session->members;

  if (session->capacity > 0)
    /* Translators: how many of the places in a group are taken */
    taken =
        g_strdup_printf (ngettext ("%1$d of %2$d place is taken", "%1$d of %2$d places are taken", session->capacity),
                         n, session->capacity);
  else
    taken = g_strdup_printf (ngettext ("%d member", "%d members", n), n);
  if (session->waiting > 0)
    /* Translators: people who wait for a place in a group */
    waiting = g_strdup_printf (ngettext ("%d waits", "%d wait", session->waiting), session->waiting);
  add (text, taken);
  add (text, waiting);
  return g_string_free (text, FALSE);
}

typedef struct
{
  int here, told, missing, left;
} Counts;

static void
count (const FramRosterRow *row, Counts *counts)
{
  if (row->kind == FRAM_ROSTER_UNPLANNED)
    return;
  if (row->status == NULL && row->planned_status == NULL)
    counts->left++;
  else if (row->status == NULL)
    counts->told++;
  else if (row->status->counts == FRAM_COUNTS_PRESENT)
    counts->here++;
  else if (g_str_equal (row->status->code, "absent_unnotified"))
    counts->missing++;
  else
    counts->told++;
}

/**
 * fram_session_counts_words:
 * @roster: the roster of a session
 *
 * Returns: (transfer full): "5 here · 1 told · 1 left"
 */
char *
fram_session_counts_words (const FramRoster *roster)
{
  Counts counts = { 0 };
  GString *text = g_string_new (NULL);
  g_autofree char *here = NULL, *told = NULL, *missing = NULL, *left = NULL;

  for (guint i = 0; i < roster->rows->len; i++)
    count (roster->rows->pdata[i], &counts);
  /* Translators: so many members of a group are here */
  here = g_strdup_printf (ngettext ("%d here", "%d here", counts.here), counts.here);
  /* Translators: so many have told that they do not come */
  told = g_strdup_printf (ngettext ("%d told", "%d told", counts.told), counts.told);
  /* Translators: so many stayed away without a word */
  missing = g_strdup_printf (ngettext ("%d missing", "%d missing", counts.missing), counts.missing);
  /* Translators: so many are not marked yet */
  left = g_strdup_printf (ngettext ("%d left", "%d left", counts.left), counts.left);
  add (text, here);
  add (text, counts.told > 0 ? told : NULL);
  add (text, counts.missing > 0 ? missing : NULL);
  add (text, counts.left > 0 ? left : NULL);
  return g_string_free (text, FALSE);
}
