#include "fram-series.h"

static const char *const codes[] = { "kept", "cancelled", "moved", "extra" };

static void
step_clear (gpointer data)
{
  FramSeriesStep *self = data;

  g_free (self->rrule);
}

static void
change_clear (gpointer data)
{
  FramSessionChange *self = data;

  g_free (self->reason);
  g_free (self->remark);
}

/**
 * fram_series_new:
 * @group: row number of the group
 *
 * Returns: (transfer full): a series without days
 */
FramSeries *
fram_series_new (gint64 group)
{
  FramSeries *self = g_new0 (FramSeries, 1);

  self->group = group;
  self->last = FRAM_DATE_NONE;
  self->steps = g_array_new (FALSE, TRUE, sizeof (FramSeriesStep));
  self->changes = g_array_new (FALSE, TRUE, sizeof (FramSessionChange));
  g_array_set_clear_func (self->steps, step_clear);
  g_array_set_clear_func (self->changes, change_clear);
  return self;
}

void
fram_series_free (FramSeries *self)
{
  g_array_unref (self->steps);
  g_array_unref (self->changes);
  g_free (self);
}

/**
 * fram_series_add_step:
 * @self: a series
 * @from: first day, after that of the step before
 * @rrule: (nullable): the days
 * @starts: minutes since midnight, or %FRAM_TIME_NONE
 * @minutes: length, or -1
 * @place: row number, or 0
 *
 * Returns: (transfer none): the step, until the next one is added
 */
FramSeriesStep *
fram_series_add_step (FramSeries *self, FramDate from, const char *rrule, int starts, int minutes, gint64 place)
{
  FramSeriesStep step = { from, g_strdup (rrule), starts, minutes, place };

  g_array_append_val (self->steps, step);
  return &g_array_index (self->steps, FramSeriesStep, self->steps->len - 1);
}

/**
 * fram_series_add_change:
 * @self: a series
 * @day: the day by the series, after that of the change before
 * @kind: what became of the session
 *
 * Returns: (transfer none): the change, with everything else as in the series, until the next one is added
 */
FramSessionChange *
fram_series_add_change (FramSeries *self, FramDate day, FramSessionChangeKind kind)
{
  FramSessionChange change = { day, kind, FRAM_DATE_NONE, FRAM_TIME_NONE, -1, 0, 0, NULL, NULL };

  g_array_append_val (self->changes, change);
  return &g_array_index (self->changes, FramSessionChange, self->changes->len - 1);
}

/**
 * fram_series_find_change:
 * @self: a series
 * @day: the day by the series
 *
 * Returns: (nullable): what became of that session; %NULL where nothing was changed
 */
const FramSessionChange *
fram_series_find_change (const FramSeries *self, FramDate day)
{
  guint from = 0, to = self->changes->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (g_array_index (self->changes, FramSessionChange, middle).day < day)
        from = middle + 1;
      else
        to = middle;
    }
  if (from == self->changes->len || g_array_index (self->changes, FramSessionChange, from).day != day)
    return NULL;
  return &g_array_index (self->changes, FramSessionChange, from);
}

const char *
fram_session_change_kind_get_code (FramSessionChangeKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (codes), NULL);
  return codes[kind];
}

gboolean
fram_session_change_kind_from_code (const char *code, FramSessionChangeKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (codes[i], code) == 0)
      {
        *kind = (FramSessionChangeKind)i;
        return TRUE;
      }
  return FALSE;
}
