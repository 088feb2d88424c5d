#include "fram-desk-capacity.h"

#include "fram-capacity-paper.h"
#include "fram-capacity-store.h"
#include "fram-desk-private.h"
#include "fram-group-store.h"
#include "fram-hint-store.h"
#include "fram-rights.h"
#include "fram-session.h"

#include <glib/gi18n-lib.h>

/* Ten years of weeks are drawn and counted; more is a slip of the hand. */
#define MAX_DAYS (53 * 7 * 20)

static gboolean
check (FramDesk *self, FramDate from, FramDate to, GError **error)
{
  if (!fram_rights_reaches_site (self->viewer, FRAM_CLASS_BASIC, TRUE))
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                         _ ("Counts of the whole house are for case workers, managers and administrators."));
  else if (from == FRAM_DATE_NONE || to < from || to - from > MAX_DAYS)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                         _ ("Choose a first week and a later last one, at most twenty years apart."));
  else
    return TRUE;
  return FALSE;
}

static int
read_places (FramDesk *self, const char *setting, int otherwise)
{
  g_autofree char *text = fram_hint_load_setting (self->db, setting);
  gint64 places = text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;

  return places > 0 && places < G_MAXINT ? (int)places : otherwise;
}

static gboolean
count_practice (FramDesk *self, FramCapacity *capacity, FramDate from, FramDate to, GError **error)
{
  g_autoptr (GArray) spans = fram_capacity_load_practice (self->db, from, to, error);

  if (spans == NULL)
    return FALSE;
  fram_capacity_count (capacity, FRAM_CAPACITY_PRACTICE, spans);
  return TRUE;
}

static const FramGroupRecord *
find_group (const GPtrArray *groups, gint64 row)
{
  for (guint low = 0, high = groups->len; low < high;)
    {
      guint middle = (low + high) / 2;
      const FramGroupRecord *group = g_ptr_array_index (groups, middle);

      if (group->row == row)
        return group;
      if (group->row < row)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* Nobody is in a group that has not begun or is over, whatever the membership says. */
static gboolean
clip (FramDesk *self, const GPtrArray *groups, const FramGroupStay *stay, FramSpan *span)
{
  const FramGroupRecord *group = find_group (groups, stay->group);
  FramDate last;

  if (stay->waiting || group == NULL || group->series->steps->len == 0)
    return FALSE;
  *span = stay->span;
  last = fram_series_last_day (group->series, fram_desk_closed_days (self));
  span->from = MAX (span->from, g_array_index (group->series->steps, FramSeriesStep, 0).from);
  if (last != FRAM_DATE_NONE)
    span->to = span->to == FRAM_DATE_NONE ? last : MIN (span->to, last);
  return span->to == FRAM_DATE_NONE || span->to >= span->from;
}

static gboolean
count_groups (FramDesk *self, FramCapacity *capacity, FramDate from, FramDate to, GError **error)
{
  g_autoptr (GArray) stays = fram_group_load_stays (self->db, 0, from, to, error);
  g_autoptr (GPtrArray) groups = stays != NULL ? fram_group_load_all (self->db, from, to, error) : NULL;
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (FramSpan));

  if (groups == NULL)
    return FALSE;
  for (guint i = 0; i < stays->len; i++)
    {
      FramSpan span;

      if (clip (self, groups, &g_array_index (stays, FramGroupStay, i), &span))
        g_array_append_val (spans, span);
    }
  fram_capacity_count (capacity, FRAM_CAPACITY_GROUPS, spans);
  return TRUE;
}

/**
 * fram_desk_capacity:
 * @self: the desk
 * @from: a day of the first week
 * @to: a day of the last week
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): how many take part
 */
FramCapacity *
fram_desk_capacity (FramDesk *self, FramDate from, FramDate to, GError **error)
{
  g_autoptr (FramCapacity) capacity = NULL;
  gboolean read;

  FRAM_DESK_LOCKED (self);
  if (!check (self, from, to, error))
    return NULL;
  from = fram_date_monday (from);
  to = fram_date_monday (to) + 6;
  capacity = fram_capacity_new (from, to);
  fram_db_begin_read (self->db);
  capacity->today = fram_clock_today (self->clock);
  capacity->places[FRAM_CAPACITY_PRACTICE] =
      read_places (self, "practice_places", fram_capacity_load_workshop_places (self->db));
  capacity->places[FRAM_CAPACITY_GROUPS] = read_places (self, "group_places", 0);
  read = count_practice (self, capacity, from, to, error) && count_groups (self, capacity, from, to, error);
  fram_db_end_read (self->db);
  return read ? g_steal_pointer (&capacity) : NULL;
}

/**
 * fram_desk_capacity_paper:
 * @self: the desk
 * @from: a day of the first week
 * @to: a day of the last week
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): the curve on paper
 */
FramPaper *
fram_desk_capacity_paper (FramDesk *self, FramDate from, FramDate to, GError **error)
{
  FramCapacity *capacity = fram_desk_capacity (self, from, to, error);

  if (capacity == NULL)
    return NULL;
  FRAM_DESK_LOCKED (self);
  return fram_capacity_paper_new (capacity, self->viewer->is_system ? NULL : self->viewer->name,
                                  fram_clock_now (self->clock));
}
