#include "fram-desk-group-private.h"

#include "fram-recurrence.h"

/* A group's series in memory: what is written down of it, changed. */

FramSeries *
fram_series_dup (const FramSeries *self)
{
  FramSeries *copy = fram_series_new (self->group);

  copy->last = self->last;
  copy->sessions = self->sessions;
  for (guint i = 0; i < self->steps->len; i++)
    {
      const FramSeriesStep *step = &g_array_index (self->steps, FramSeriesStep, i);

      fram_series_add_step (copy, step->from, step->rrule, step->starts, step->minutes, step->place);
    }
  for (guint i = 0; i < self->changes->len; i++)
    {
      FramSessionChange change = g_array_index (self->changes, FramSessionChange, i);

      change.reason = g_strdup (change.reason);
      change.remark = g_strdup (change.remark);
      g_array_append_val (copy->changes, change);
    }
  return copy;
}

/* The change of a session, to be written to; one that says nothing where there was none. */
FramSessionChange *
fram_series_take_change (FramSeries *self, FramDate day)
{
  FramSessionChange change = { day, FRAM_SESSION_KEPT, FRAM_DATE_NONE, FRAM_TIME_NONE, -1, 0, 0, NULL, NULL };
  guint at = 0;

  while (at < self->changes->len && g_array_index (self->changes, FramSessionChange, at).day < day)
    at++;
  if (at == self->changes->len || g_array_index (self->changes, FramSessionChange, at).day != day)
    g_array_insert_val (self->changes, at, change);
  return &g_array_index (self->changes, FramSessionChange, at);
}

void
fram_series_drop_change (FramSeries *self, FramDate day)
{
  fram_series_drop_changes (self, day, day);
}

void
fram_series_drop_changes (FramSeries *self, FramDate from, FramDate to)
{
  for (guint i = self->changes->len; i > 0; i--)
    {
      FramDate day = g_array_index (self->changes, FramSessionChange, i - 1).day;

      if (day >= from && (to == FRAM_DATE_NONE || day <= to))
        g_array_remove_index (self->changes, i - 1);
    }
}

static gboolean
is_empty_change (const FramSessionChange *change)
{
  return change->kind == FRAM_SESSION_KEPT && change->starts == FRAM_TIME_NONE && change->minutes < 0 &&
         change->place == 0 && change->leader == 0 && change->remark == NULL;
}

void
fram_series_drop_empty_changes (FramSeries *self)
{
  for (guint i = self->changes->len; i > 0; i--)
    if (is_empty_change (&g_array_index (self->changes, FramSessionChange, i - 1)))
      g_array_remove_index (self->changes, i - 1);
}

/* Whether the rules have that day, a holiday or not. */
gboolean
fram_series_plans (const FramSeries *self, FramDate day)
{
  FramSeriesStep step;

  if (self->steps->len == 0 || day < fram_group_first (self) || (self->last != FRAM_DATE_NONE && day > self->last))
    return FALSE;
  step = fram_series_step_at (self, day);
  return step.rrule != NULL && fram_recurrence_has (step.rrule, step.from, day);
}

/* What became of sessions that there are no more: a cancellation of a day that the group does not meet on. */
void
fram_series_drop_orphans (FramSeries *self, FramDate from)
{
  for (guint i = self->changes->len; i > 0; i--)
    {
      const FramSessionChange *change = &g_array_index (self->changes, FramSessionChange, i - 1);

      if (change->day >= from && change->kind != FRAM_SESSION_EXTRA && !fram_series_plans (self, change->day))
        g_array_remove_index (self->changes, i - 1);
    }
}

/* Never the first one, which is the group itself. */
void
fram_series_drop_steps (FramSeries *self, FramDate from)
{
  for (guint i = self->steps->len; i > 1; i--)
    if (g_array_index (self->steps, FramSeriesStep, i - 1).from >= from)
      g_array_remove_index (self->steps, i - 1);
}

/* Another first day; steps that would begin before it begin nothing. */
void
fram_series_set_first (FramSeries *self, FramDate first)
{
  if (self->steps->len == 0)
    return;
  for (guint i = self->steps->len; i > 1; i--)
    if (g_array_index (self->steps, FramSeriesStep, i - 1).from <= first)
      g_array_remove_index (self->steps, i - 1);
  if (first == FRAM_DATE_NONE)
    g_array_set_size (self->steps, 0);
  else
    g_array_index (self->steps, FramSeriesStep, 0).from = first;
}

void
fram_series_drop_empty_steps (FramSeries *self)
{
  for (guint i = self->steps->len; i > 1; i--)
    {
      const FramSeriesStep *step = &g_array_index (self->steps, FramSeriesStep, i - 1);

      if (step->rrule == NULL && step->starts == FRAM_TIME_NONE && step->minutes < 0 && step->place == 0)
        g_array_remove_index (self->steps, i - 1);
    }
}

/* The step that begins that day, to be written to; the last of all, or one that was there. */
FramSeriesStep *
fram_series_take_step (FramSeries *self, FramDate from)
{
  FramSeriesStep *last = &g_array_index (self->steps, FramSeriesStep, self->steps->len - 1);

  g_assert (last->from <= from);
  return last->from == from ? last : fram_series_add_step (self, from, NULL, FRAM_TIME_NONE, -1, 0);
}

/* As it would be if nothing had become of it. */
FramSession
fram_series_as_planned (const FramSeries *self, FramDate day)
{
  FramSeriesStep step = fram_series_step_at (self, day);
  FramSession session = { .day = day,
                          .planned = day,
                          .kind = FRAM_SESSION_KEPT,
                          .to_day = FRAM_DATE_NONE,
                          .starts = step.starts,
                          .minutes = step.minutes,
                          .place = step.place };

  return session;
}
