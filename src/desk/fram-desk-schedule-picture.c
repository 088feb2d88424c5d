#include "fram-desk-schedule-picture.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* A schedule as blocks with words, the times apart: for the window, where a line tells how far the marks are, and for the
 * wall, where everybody reads it. */

typedef struct
{
  const FramSchedule *schedule;
  FramSchedulePicture *picture;
  gboolean for_wall;
  GHashTable *told; /* groups whose line for next time stands already: FramUuid */
} Maker;

static gboolean
is_over (const FramSchedule *self, const FramScheduleSession *session)
{
  return session->day < self->today ||
         (session->day == self->today && session->ends != FRAM_TIME_NONE && session->ends <= self->now);
}

static void
add (GPtrArray *lines, char *line)
{
  if (line != NULL && line[0] != '\0')
    g_ptr_array_add (lines, line);
  else
    g_free (line);
}

/* That it is cancelled, and when the group is back. */
static void
add_cancelled (const Maker *m, const FramScheduleSession *session, GPtrArray *lines)
{
  g_autofree char *day = NULL;

  if (session->returns == FRAM_DATE_NONE)
    {
      add (lines, g_strdup (C_ ("session", "Cancelled")));
      return;
    }
  day = m->for_wall ? fram_date_to_near_words (session->returns, m->schedule->today)
                    : fram_date_to_short_words (session->returns);
  /* TRANSLATORS: a session of a group that is cancelled, and the day on which the group meets again */
  add (lines, g_strdup_printf (_ ("Cancelled, back %s"), day));
}

static void
add_change (const Maker *m, const FramScheduleSession *session, GPtrArray *lines)
{
  g_autofree char *day = NULL;

  if (session->is_away)
    {
      day = fram_date_to_short_words (session->to_day);
      /* TRANSLATORS: a day */
      add (lines, g_strdup_printf (_ ("Moved to %s"), day));
    }
  else if (session->change == FRAM_SESSION_CANCELLED)
    add_cancelled (m, session, lines);
  else if (session->change == FRAM_SESSION_MOVED && session->planned != session->day)
    {
      day = fram_date_to_short_words (session->planned);
      /* TRANSLATORS: a day */
      add (lines, g_strdup_printf (_ ("Moved from %s"), day));
    }
  else if (session->change == FRAM_SESSION_EXTRA)
    add (lines, g_strdup (C_ ("session", "Extra session")));
}

/* Of those whose marks the person at the keyboard sees. */
static void
add_count (const Maker *m, const FramScheduleSession *session, GPtrArray *lines)
{
  gboolean over = is_over (m->schedule, session);
  int left = session->expected - session->marked;

  if (m->for_wall || !session->sees_names || !session->held || session->expected <= 0)
    return;
  if (session->marked == 0)
    {
      add (lines,
           over ? g_strdup_printf (ngettext ("%d not marked", "%d not marked", session->expected), session->expected)
                : g_strdup_printf (ngettext ("%d expected", "%d expected", session->expected), session->expected));
      return;
    }
  if (!over)
    /* TRANSLATORS: a session that goes on: how many are there, of how many who are expected */
    add (lines, g_strdup_printf (_ ("%1$d of %2$d here"), session->present, session->expected));
  else if (left == 0)
    /* TRANSLATORS: a session that is over: how many came, of how many who were expected */
    add (lines, g_strdup_printf (_ ("%1$d of %2$d came"), session->present, session->expected));
  else
    /* TRANSLATORS: a session that is over: how many came, of how many, and how many nobody has marked yet */
    add (lines,
         g_strdup_printf (ngettext ("%1$d of %2$d came, %3$d not marked", "%1$d of %2$d came, %3$d not marked", left),
                          session->present, session->expected, left));
}

static void
add_leaders (const Maker *m, const FramScheduleSession *session, GPtrArray *lines)
{
  if (m->for_wall || session->is_away || session->change == FRAM_SESSION_CANCELLED)
    return;
  if (session->substitute != NULL)
    /* TRANSLATORS: who leads a session in somebody else's place */
    add (lines, g_strdup_printf (_ ("Substitute: %s"), session->substitute));
  else
    add (lines, g_strdup (session->leaders));
}

/* The line for next time stands on the next session alone. */
static void
add_next_line (const Maker *m, const FramScheduleSession *session, GPtrArray *lines)
{
  if (!m->for_wall || !session->held || session->next_line == NULL || session->next_line[0] == '\0' ||
      is_over (m->schedule, session) || !g_hash_table_add (m->told, (gpointer)&session->group))
    return;
  /* TRANSLATORS: a line that a group has agreed on: "Next time: we bring a photo" */
  add (lines, g_strdup_printf (_ ("Next time: %s"), session->next_line));
}

static GPtrArray *
lines_of (const Maker *m, const FramScheduleSession *session)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  gboolean changed_first = !session->held;

  if (changed_first)
    add_change (m, session, lines);
  add (lines, g_strdup (session->place));
  if (!changed_first)
    add_change (m, session, lines);
  if (session->own)
    add_count (m, session, lines);
  add_leaders (m, session, lines);
  if (!session->own)
    add_count (m, session, lines);
  add_next_line (m, session, lines);
  if (session->change != FRAM_SESSION_KEPT)
    add (lines, g_strdup (session->reason));
  return lines;
}

/* All of it as one sentence: name, day and time, what there is to read, and whose it is. */
static char *
spoken_of (const FramScheduleBlock *block, const GPtrArray *lines, gboolean own)
{
  g_autofree char *day = fram_date_to_words (block->day);
  g_autofree char *time = fram_time_range_to_text (block->starts, block->ends);
  g_autoptr (GString) all = g_string_new (NULL);

  g_string_append_printf (all, "%s, %s", block->title, day);
  if (time[0] != '\0')
    g_string_append_printf (all, ", %s", time);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (all, ", %s", (const char *)g_ptr_array_index (lines, i));
  if (own)
    g_string_append_printf (all, ", %s", C_ ("session", "your group"));
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
finish_block (FramScheduleBlock *block, GPtrArray *lines, gboolean own, guint tag)
{
  block->tag = tag;
  block->spoken = spoken_of (block, lines, own);
  g_ptr_array_add (lines, NULL);
  block->lines = (char **)g_ptr_array_free (lines, FALSE);
}

static FramScheduleStyle
style_of (const Maker *m, const FramScheduleSession *session)
{
  if (session->is_away)
    return FRAM_SCHEDULE_AWAY;
  if (session->change == FRAM_SESSION_CANCELLED)
    return FRAM_SCHEDULE_CANCELLED;
  return session->own && !m->for_wall ? FRAM_SCHEDULE_OWN : FRAM_SCHEDULE_OTHER;
}

static void
add_session (const Maker *m, guint n)
{
  const FramScheduleSession *session = g_ptr_array_index (m->schedule->sessions, n);
  FramScheduleBlock *block = fram_schedule_picture_add (m->picture, style_of (m, session), session->day,
                                                        session->starts, session->ends, session->name);

  block->colour = session->colour;
  finish_block (block, lines_of (m, session), session->own && !m->for_wall, n);
}

static void
add_talk (const Maker *m, guint n)
{
  const FramScheduleTalk *talk = g_ptr_array_index (m->schedule->talks, n);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  add (lines, g_strdup (talk->name));
  add (lines, g_strdup (talk->place));
  finish_block (
      fram_schedule_picture_add (m->picture, FRAM_SCHEDULE_TALK, talk->day, talk->starts, talk->ends, talk->kind_name),
      lines, FALSE, m->schedule->sessions->len + n);
}

static gboolean
has_something (const Maker *m, FramDate day)
{
  for (guint i = 0; i < m->schedule->sessions->len; i++)
    if (((const FramScheduleSession *)g_ptr_array_index (m->schedule->sessions, i))->day == day)
      return TRUE;
  for (guint i = 0; !m->for_wall && i < m->schedule->talks->len; i++)
    if (((const FramScheduleTalk *)g_ptr_array_index (m->schedule->talks, i))->day == day)
      return TRUE;
  return FALSE;
}

static void
add_day (const Maker *m, const FramScheduleDay *day)
{
  g_autofree char *note = g_strdup (day->name);

  /* a week is Monday to Friday, unless something stands on its end */
  if (fram_date_get_weekday (day->day) > 5 && m->schedule->days->len > 1 && !has_something (m, day->day))
    return;
  if (!day->off && day->name != NULL && day->closed_from != FRAM_TIME_NONE)
    {
      g_autofree char *time = fram_time_range_to_text (day->closed_from, day->closed_to);

      g_free (note);
      note = g_strdup_printf ("%s %s", day->name, time);
    }
  fram_schedule_picture_add_day (m->picture, day->day, day->off, note);
}

/**
 * fram_desk_schedule_picture:
 * @self: a schedule
 * @for_wall: it is to hang where everybody reads it
 *
 * Returns: (transfer full): the picture: own groups filled, with how far their marks are
 */
FramSchedulePicture *
fram_desk_schedule_picture (const FramSchedule *self, gboolean for_wall)
{
  g_autoptr (GHashTable) told = g_hash_table_new (fram_uuid_hash, (GEqualFunc)fram_uuid_equal);
  Maker m = { self, fram_schedule_picture_new (), for_wall, told };

  for (guint i = 0; i < self->days->len; i++)
    add_day (&m, g_ptr_array_index (self->days, i));
  for (guint i = 0; i < self->sessions->len; i++)
    add_session (&m, i);
  for (guint i = 0; !for_wall && i < self->talks->len; i++)
    add_talk (&m, i);
  if (!for_wall)
    {
      g_array_append_vals (m.picture->open, self->open->data, self->open->len);
      m.picture->today = self->today;
      if (self->today >= self->from && self->today <= self->to)
        m.picture->now = self->now;
    }
  fram_schedule_picture_fit (m.picture);
  return m.picture;
}
