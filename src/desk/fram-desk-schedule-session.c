#include "fram-desk-schedule-private.h"

#include "fram-rights.h"

#include <glib/gi18n-lib.h>

/* One session as it stands in the schedule. */

void
fram_schedule_session_free (FramScheduleSession *self)
{
  g_free (self->code);
  g_free (self->kind);
  g_free (self->kind_name);
  g_free (self->name);
  g_free (self->place);
  g_free (self->leaders);
  g_free (self->substitute);
  g_free (self->reason);
  g_free (self->remark);
  g_free (self->next_line);
  g_free (self);
}

static gboolean
lasts_on (const FramSpan *span, FramDate day)
{
  return span->from <= day && (span->to == FRAM_DATE_NONE || span->to >= day);
}

static gboolean
is_granted (const FramScheduleSources *s, gint64 group)
{
  for (guint i = 0; i < s->granted->len; i++)
    if (g_array_index (s->granted, gint64, i) == group)
      return TRUE;
  return FALSE;
}

/* Whoever is ill and has a substitute keeps the group as one of the own. */
static gboolean
is_own (const FramScheduleSources *s, gint64 group, const FramSession *session)
{
  gint64 staff = s->desk->viewer->staff;

  return staff != 0 && (session->leader == staff || is_granted (s, group) ||
                        fram_schedule_sources_leads (s, group, staff, session->day));
}

/* Stays and marks come in order of their groups: where those of a group begin. */
static guint
first_of (const GArray *rows, gint64 group)
{
  guint low = 0, high = rows->len, size = g_array_get_element_size ((GArray *)rows);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      /* the group is the first member of both */
      if (*(const gint64 *)(rows->data + (gsize)middle * size) < group)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
count_members (const FramScheduleSources *s, gint64 group, FramScheduleSession *row)
{
  for (guint i = first_of (s->stays, group); i < s->stays->len; i++)
    {
      const FramGroupStay *stay = &g_array_index (s->stays, FramGroupStay, i);

      if (stay->group != group)
        return;
      if (!lasts_on (&stay->span, row->day))
        continue;
      row->members += !stay->waiting;
      row->waiting += stay->waiting;
    }
}

static gboolean
is_member (const FramScheduleSources *s, gint64 group, gint64 enrolment, FramDate day)
{
  for (guint i = first_of (s->seen, group); i < s->seen->len; i++)
    {
      const FramGroupStay *stay = &g_array_index (s->seen, FramGroupStay, i);

      if (stay->group != group)
        return FALSE;
      if (stay->span.enrolment == enrolment && lasts_on (&stay->span, day))
        return TRUE;
    }
  return FALSE;
}

/* Whom the viewer sees: a person who has two stays on the same day is one. */
static int
count_seen (const FramScheduleSources *s, gint64 group, FramDate day)
{
  gint64 last = 0;
  int n = 0;

  for (guint i = first_of (s->seen, group); i < s->seen->len; i++)
    {
      const FramGroupStay *stay = &g_array_index (s->seen, FramGroupStay, i);

      if (stay->group != group)
        break;
      if (!lasts_on (&stay->span, day) || stay->span.enrolment == last)
        continue;
      last = stay->span.enrolment;
      n++;
    }
  return n;
}

static guint
first_mark (const FramScheduleSources *s, gint64 group, FramDate day)
{
  guint i = first_of (s->marks, group);

  while (i < s->marks->len && g_array_index (s->marks, FramScheduleMark, i).group == group &&
         g_array_index (s->marks, FramScheduleMark, i).day < day)
    i++;
  return i;
}

/* What one person's marks of the day say together, as a roster has it: a day in two halves is marked when both are, and
 * whoever was there for one of them was there. Moves @at to the last of them. */
static gboolean
is_marked (const FramScheduleSources *s, guint *at, gboolean *came)
{
  const FramScheduleMark *first = &g_array_index (s->marks, FramScheduleMark, *at);
  guint parts = 0;

  *came = FALSE;
  for (;; (*at)++)
    {
      const FramScheduleMark *mark = &g_array_index (s->marks, FramScheduleMark, *at);
      const FramStatus *status = fram_desk_status_of_row (s->desk, mark->status);
      const FramScheduleMark *next = mark + 1;

      parts |= 1u << mark->part;
      *came = *came || (status != NULL && status->counts == FRAM_COUNTS_PRESENT);
      if (*at + 1 == s->marks->len || next->group != first->group || next->day != first->day ||
          next->enrolment != first->enrolment)
        return (parts & 1) != 0 || parts == 6;
    }
}

static void
count_marks (const FramScheduleSources *s, gint64 group, FramScheduleSession *row)
{
  row->expected = row->marked = row->present = row->sees_names ? 0 : -1;
  if (!row->sees_names || !row->held)
    return;
  row->expected = count_seen (s, group, row->day);
  for (guint i = first_mark (s, group, row->day); i < s->marks->len; i++)
    {
      const FramScheduleMark *mark = &g_array_index (s->marks, FramScheduleMark, i);
      gboolean came, marked;

      if (mark->group != group || mark->day != row->day)
        return;
      row->expected += !is_member (s, group, mark->enrolment, row->day);
      marked = is_marked (s, &i, &came);
      row->marked += marked;
      row->present += marked && came;
    }
}

static void
name_place (const FramScheduleSources *s, gint64 place, FramScheduleSession *row)
{
  for (guint i = 0; i < s->places->len; i++)
    {
      const FramGroupPlace *one = &g_array_index (s->places, FramGroupPlace, i);

      if (one->row != place)
        continue;
      row->place = g_strdup (one->name);
      row->place_id = one->id;
      return;
    }
  if (place == 0)
    return;
  row->place = fram_schedule_load_name (s->desk->db, place);
  row->place_id = fram_db_get_id (s->desk->db, place);
}

static void
name_leaders (const FramScheduleSources *s, gint64 group, gint64 substitute, FramScheduleSession *row)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (substitute != 0)
    {
      row->substitute = fram_schedule_load_name (s->desk->db, substitute);
      row->substitute_id = fram_db_get_id (s->desk->db, substitute);
    }
  if (row->substitute != NULL)
    g_ptr_array_add (names, row->substitute);
  for (guint i = 0; row->substitute == NULL && i < s->leaders->len; i++)
    {
      const FramGroupLeader *leader = &g_array_index (s->leaders, FramGroupLeader, i);

      if (leader->group == group && (leader->from == FRAM_DATE_NONE || leader->from <= row->day) &&
          (leader->to == FRAM_DATE_NONE || leader->to >= row->day))
        g_ptr_array_add (names, leader->name);
    }
  g_ptr_array_add (names, NULL);
  row->leaders = g_strjoinv (", ", (char **)names->pdata);
}

static void
fill_rights (const FramScheduleSources *s, const FramGroupRecord *group, const FramSession *session,
             FramScheduleSession *row)
{
  FramDesk *desk = s->desk;

  row->own = is_own (s, group->row, session);
  row->sees_names = fram_rights_may_see_roster (desk->viewer, group->row);
  row->may_change =
      fram_desk_get_read_only_reason (desk) == NULL && fram_rights_may_change_sessions (desk->viewer, group->row);
  if (row->held && fram_rights_may_mark (desk->viewer, group->row))
    {
      g_autofree char *refusal = fram_desk_marking_refusal (desk, group->row, row->day);

      row->may_mark = refusal == NULL;
    }
}

static void
fill_group (const FramGroupRecord *group, FramScheduleSession *row)
{
  row->group = group->id;
  row->code = g_strdup (group->code);
  row->kind = g_strdup (group->kind);
  row->kind_name = g_strdup (group->kind_name);
  row->colour = (guint)MAX (group->kind_rank, 0);
  row->name = g_strdup (group->name);
  row->capacity = group->capacity;
  row->of = group->series->sessions;
  row->next_line = g_strdup (group->next_line);
}

static void
fill_session (const FramSession *session, FramScheduleSession *row)
{
  row->day = session->day;
  row->planned = session->planned;
  row->change = session->kind;
  row->held = fram_session_is_held (session);
  row->is_away = session->is_away;
  row->to_day = session->to_day;
  row->starts = session->starts;
  row->ends = fram_session_get_end (session);
  row->number = session->number;
  row->reason = g_strdup (session->reason);
}

static FramScheduleSession *
make (const FramScheduleSources *s, const FramGroupRecord *group, const FramSession *session)
{
  FramScheduleSession *row = g_new0 (FramScheduleSession, 1);

  fill_group (group, row);
  fill_session (session, row);
  fill_rights (s, group, session, row);
  row->remark = row->sees_names ? g_strdup (session->remark) : NULL;
  row->returns = FRAM_DATE_NONE;
  if (session->kind == FRAM_SESSION_CANCELLED && group->active)
    row->returns = fram_series_next (group->series, session->day, s->closed_days, NULL);
  name_place (s, session->place, row);
  name_leaders (s, group->row, session->leader, row);
  count_members (s, group->row, row);
  count_marks (s, group->row, row);
  return row;
}

static gboolean
is_theirs (const FramScheduleSources *s, gint64 group, FramDate day)
{
  for (guint i = 0; i < s->theirs->len; i++)
    {
      const FramGroupStay *stay = &g_array_index (s->theirs, FramGroupStay, i);

      if (stay->group == group && lasts_on (&stay->span, day))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_wanted (const FramScheduleSources *s, gint64 group, const FramSession *session)
{
  switch (s->of)
    {
    case FRAM_SCHEDULE_OF_MINE: return is_own (s, group, session);
    case FRAM_SCHEDULE_OF_PLACE: return s->row != 0 && session->place == s->row;
    case FRAM_SCHEDULE_OF_LEADER:
      return s->row != 0 && (session->leader == s->row || fram_schedule_sources_leads (s, group, s->row, session->day));
    case FRAM_SCHEDULE_OF_PARTICIPANT:
      return is_theirs (s, group, session->day) &&
             (!s->only_own || fram_rights_may_see_roster (s->desk->viewer, group));
    case FRAM_SCHEDULE_OF_ALL:
    case FRAM_SCHEDULE_OF_GROUP:
    default: return TRUE;
    }
}

/**
 * fram_schedule_sources_add:
 * @self: the sources
 * @group: a group
 * @sessions: (element-type FramScheduleSession): where its sessions are added
 *
 * A group that is not used any more has none to come; what was before today stays.
 */
void
fram_schedule_sources_add (const FramScheduleSources *self, const FramGroupRecord *group, GPtrArray *sessions)
{
  FramDate today = self->desk->viewer->today;
  FramDate to = group->active ? self->to : MIN (self->to, today - 1);
  g_autoptr (GArray) all = NULL;

  if (to < self->from)
    return;
  all = fram_series_expand (group->series, self->from, to, self->closed_days);
  for (guint i = 0; i < all->len; i++)
    {
      const FramSession *session = &g_array_index (all, FramSession, i);

      if (is_wanted (self, group->row, session))
        g_ptr_array_add (sessions, make (self, group, session));
    }
}
