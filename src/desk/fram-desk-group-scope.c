#include "fram-desk-group-private.h"

#include "fram-recurrence.h"
#include "fram-rule.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* A change of a session and all that follow, or of all: in the series, so that its days stay those of a rule. */

/* What a person changed: nothing where a value is as the session showed it. */
typedef struct
{
  int starts;
  int minutes;
  gint64 place;
  FramDate to; /* the day of the same week that it moves to, or FRAM_DATE_NONE */
} Wish;

static gboolean
read_wish (FramGroupCase *self, const FramSession *session, const FramSessionEdit *edit, Wish *wish, GError **error)
{
  *wish = (Wish){ FRAM_TIME_NONE, -1, 0, FRAM_DATE_NONE };
  if (!fram_group_find_place_row (self, &edit->place, &wish->place, error))
    return FALSE;
  if (edit->starts != FRAM_TIME_NONE && edit->starts != session->starts)
    wish->starts = edit->starts;
  if (edit->minutes > 0 && edit->minutes != session->minutes)
    wish->minutes = edit->minutes;
  if (wish->place == session->place)
    wish->place = 0;
  if (edit->day != FRAM_DATE_NONE && edit->day != session->day)
    wish->to = fram_date_monday (session->planned) + fram_date_get_weekday (edit->day) - 1;
  if (wish->to == session->planned)
    wish->to = FRAM_DATE_NONE;
  return TRUE;
}

static gboolean
check_wish (const FramGroupCase *self, const FramSession *session, const Wish *wish, FramGroupScope scope,
            GError **error)
{
  g_autofree char *day = NULL;

  if (wish->to == FRAM_DATE_NONE)
    return TRUE;
  if (fram_date_get_weekday (wish->to) >= 6)
    return fram_group_refuse (error, _ ("Groups meet from Monday to Friday. Choose one of those days."));
  if (scope == FRAM_GROUP_ALL || wish->to >= self->today || session->planned < self->today)
    return TRUE;
  day = fram_date_to_short_words (wish->to);
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
               /* Translators: a date */
               _ ("%s is over already. Change the next session and all that follow it instead."), day);
  return FALSE;
}

static gboolean
refuse_rule (const FramSeriesStep *at, GError **error)
{
  if (at->rrule != NULL && fram_rule_moves_weekday (at->rrule))
    return fram_group_refuse (error, _ ("The group meets on that weekday already. Choose another one."));
  return fram_group_refuse (error, _ ("This group does not meet by weekdays. Change its days in the group itself."));
}

static FramDate
first_day_of (const char *rrule, FramDate from)
{
  g_autoptr (GArray) days = fram_recurrence_expand (rrule, from, from, from + 366, NULL);

  return days != NULL && days->len > 0 ? g_array_index (days, FramDate, 0) : from;
}

static void
set_values (FramSeriesStep *step, const FramSeriesStep *whole, const FramSeriesStep *before)
{
  step->starts = before != NULL && before->starts == whole->starts ? FRAM_TIME_NONE : whole->starts;
  step->minutes = before != NULL && before->minutes == whole->minutes ? -1 : whole->minutes;
  step->place = before != NULL && before->place == whole->place ? 0 : whole->place;
}

static void
lay_over (FramSeriesStep *whole, const Wish *wish)
{
  if (wish->starts != FRAM_TIME_NONE)
    whole->starts = wish->starts;
  if (wish->minutes > 0)
    whole->minutes = wish->minutes;
  if (wish->place != 0)
    whole->place = wish->place;
}

static void
take_rule (FramSeriesStep *step, const char *rrule)
{
  g_autofree char *old = step->rrule;

  step->rrule = g_strdup (rrule);
}

/* From the first day on: the group itself. */
static void
begin_anew (FramGroupCase *self, const FramSeriesStep *whole, const char *rule, FramDate from)
{
  FramSeriesStep *group = &g_array_index (self->next->steps, FramSeriesStep, 0);

  fram_series_drop_steps (self->next, fram_group_first (self->next));
  set_values (group, whole, NULL);
  take_rule (group, rule != NULL ? rule : whole->rrule);
  if (rule != NULL)
    group->from = first_day_of (rule, from);
}

static gboolean
change_following (FramGroupCase *self, const FramSession *session, const Wish *wish, FramDate *from, GError **error)
{
  FramSeriesStep whole = fram_series_step_at (self->record->series, session->planned), before;
  g_autofree char *rule = NULL;
  FramSeriesStep *step;

  *from = session->planned;
  if (wish->to != FRAM_DATE_NONE)
    rule = fram_rule_move (whole.rrule, whole.from, session->planned, wish->to, from);
  if (wish->to != FRAM_DATE_NONE && rule == NULL)
    return refuse_rule (&whole, error);
  lay_over (&whole, wish);
  if (*from <= fram_group_first (self->next) ||
      first_day_of (g_array_index (self->next->steps, FramSeriesStep, 0).rrule, fram_group_first (self->next)) >=
          session->planned)
    {
      begin_anew (self, &whole, rule, *from);
      return TRUE;
    }
  fram_series_drop_steps (self->next, *from);
  before = fram_series_step_at (self->next, *from);
  step = fram_series_take_step (self->next, *from);
  set_values (step, &whole, &before);
  if (rule != NULL || whole.from != before.from)
    take_rule (step, rule != NULL ? rule : whole.rrule);
  return TRUE;
}

/* What was said for some days only gives way to what is said for all. */
static void
clear_steps (FramSeries *series, const Wish *wish)
{
  for (guint i = 1; i < series->steps->len; i++)
    {
      FramSeriesStep *step = &g_array_index (series->steps, FramSeriesStep, i);

      if (wish->starts != FRAM_TIME_NONE)
        step->starts = FRAM_TIME_NONE;
      if (wish->minutes > 0)
        step->minutes = -1;
      if (wish->place != 0)
        step->place = 0;
      if (wish->to != FRAM_DATE_NONE)
        g_clear_pointer (&step->rrule, g_free);
    }
}

static FramDate
first_of_weekday (const char *rrule, FramDate from, FramDate like)
{
  g_autoptr (GArray) days = fram_recurrence_expand (rrule, from, from, from + 366, NULL);

  for (guint i = 0; days != NULL && i < days->len; i++)
    if (fram_date_get_weekday (g_array_index (days, FramDate, i)) == fram_date_get_weekday (like))
      return g_array_index (days, FramDate, i);
  return FRAM_DATE_NONE;
}

static gboolean
change_all (FramGroupCase *self, const FramSession *session, const Wish *wish, FramDate *from, GError **error)
{
  FramSeriesStep *group = &g_array_index (self->next->steps, FramSeriesStep, 0);
  FramSeriesStep whole = fram_series_step_at (self->record->series, session->planned);
  FramDate first = FRAM_DATE_NONE, start = group->from;
  g_autofree char *rule = NULL;

  if (wish->to != FRAM_DATE_NONE)
    {
      first = whole.rrule != NULL ? first_of_weekday (whole.rrule, group->from, session->planned) : FRAM_DATE_NONE;
      if (first != FRAM_DATE_NONE)
        rule = fram_rule_move (whole.rrule, group->from, first, first + wish->to - session->planned, &start);
      if (rule == NULL)
        return refuse_rule (&whole, error);
      take_rule (group, rule);
      group->from = first_day_of (rule, start);
    }
  lay_over (group, wish);
  clear_steps (self->next, wish);
  fram_series_drop_empty_steps (self->next);
  *from = MIN (group->from, fram_group_first (self->record->series));
  return TRUE;
}

/* What was said of this session gives way; who steps in and the remark go with it to its new day. */
static void
change_own (FramGroupCase *self, const FramSession *session, const Wish *wish)
{
  const FramSessionChange *own = fram_series_find_change (self->next, session->planned);
  FramSessionChange *change;
  gint64 leader;
  g_autofree char *remark = NULL;

  if (own == NULL)
    return;
  leader = own->leader;
  remark = g_strdup (own->remark);
  change = fram_series_take_change (self->next, session->planned);
  if (wish->to == FRAM_DATE_NONE)
    {
      change->starts = wish->starts != FRAM_TIME_NONE ? FRAM_TIME_NONE : change->starts;
      change->minutes = wish->minutes > 0 ? -1 : change->minutes;
      change->place = wish->place != 0 ? 0 : change->place;
      return;
    }
  fram_series_drop_change (self->next, session->planned);
  if (leader == 0 && remark == NULL)
    return;
  change = fram_series_take_change (self->next, wish->to);
  change->leader = leader;
  g_free (change->remark);
  change->remark = g_steal_pointer (&remark);
}

/* An extra session on a day that the series has now stands in it. */
static void
drop_covered_extras (FramSeries *series, FramDate from)
{
  for (guint i = series->changes->len; i > 0; i--)
    {
      const FramSessionChange *change = &g_array_index (series->changes, FramSessionChange, i - 1);

      if (change->day >= from && change->kind == FRAM_SESSION_EXTRA && fram_series_plans (series, change->day))
        g_array_remove_index (series->changes, i - 1);
    }
}

/* The last day of a group is mostly that of its last session, which moves with the others. */
static void
move_last (FramGroupCase *self, const FramSession *session, const Wish *wish)
{
  FramDate last = self->next->last;

  if (wish->to != FRAM_DATE_NONE && wish->to > session->planned && last != FRAM_DATE_NONE &&
      fram_series_plans (self->record->series, last))
    self->next->last = last + wish->to - session->planned;
}

static gboolean
check_scope (const FramSession *session, GError **error)
{
  return session->kind != FRAM_SESSION_EXTRA ||
         fram_group_refuse (error, _ ("An extra session stands alone: no other follows it. Change this one only."));
}

gboolean
fram_group_change_series (FramGroupCase *self, const FramSession *session, FramGroupScope scope,
                          const FramSessionEdit *edit, GError **error)
{
  FramDate from;
  Wish wish;

  if (!check_scope (session, error) || !read_wish (self, session, edit, &wish, error) ||
      !check_wish (self, session, &wish, scope, error))
    return FALSE;
  move_last (self, session, &wish);
  if (scope == FRAM_GROUP_ALL ? !change_all (self, session, &wish, &from, error)
                              : !change_following (self, session, &wish, &from, error))
    return FALSE;
  change_own (self, session, &wish);
  fram_series_drop_empty_changes (self->next);
  if (wish.to == FRAM_DATE_NONE)
    return TRUE;
  fram_series_drop_orphans (self->next, from);
  drop_covered_extras (self->next, from);
  return TRUE;
}

static gboolean
check_never_held (const FramGroupCase *self, GError **error)
{
  g_autoptr (GArray) days = fram_series_held_days (self->record->series, fram_group_first (self->record->series),
                                                   self->today - 1, self->closed);

  return days->len == 0 ||
         fram_group_refuse (error, _ ("Sessions of this group have been held, and they stay. Cancel “this and "
                                      "following” instead."));
}

/* A group that is called off keeps its members' rows: they say who was to come. */
gboolean
fram_group_cancel_series (FramGroupCase *self, const FramSession *session, FramGroupScope scope, GError **error)
{
  FramDate first = fram_group_first (self->next), from = scope == FRAM_GROUP_ALL ? first : session->planned;

  if (!check_scope (session, error) || (scope == FRAM_GROUP_ALL && !check_never_held (self, error)))
    return FALSE;
  self->next->last = from - 1;
  fram_series_drop_steps (self->next, from);
  fram_series_drop_changes (self->next, from, FRAM_DATE_NONE);
  return TRUE;
}

static FramDate
end_of_series (const FramGroupCase *self)
{
  return self->record->series->sessions > 0 || self->record->series->last != FRAM_DATE_NONE
             ? fram_series_last_day (self->record->series, self->closed)
             : FRAM_DATE_NONE;
}

static int
count_held (const FramGroupCase *self, FramDate planned, FramDate end, FramDate *from, FramDate *to)
{
  g_autoptr (GArray) sessions = NULL;
  FramDate first = MIN (fram_group_first (self->record->series), planned);
  int n = 0;

  sessions = fram_series_expand (self->record->series, first,
                                 end != FRAM_DATE_NONE ? end : fram_group_horizon (self, planned), self->closed);
  *from = *to = FRAM_DATE_NONE;
  for (guint i = 0; i < sessions->len; i++)
    {
      const FramSession *one = &g_array_index (sessions, FramSession, i);

      if (one->planned < planned || !fram_session_is_held (one))
        continue;
      *from = n++ == 0 ? one->day : *from;
      *to = one->day;
    }
  return n;
}

/**
 * fram_desk_count_scope:
 * @self: the desk
 * @group: which group
 * @planned: the day of the session by the series
 * @scope: what a change would hold for
 * @from: (out) (optional): the day of the first of them
 * @to: (out) (optional): the day of the last, %FRAM_DATE_NONE while the group goes on
 * @error: return location
 *
 * Returns: how many sessions are held in it, in the next year where the group goes on; -1 where it is refused
 */
int
fram_desk_count_scope (FramDesk *self, const FramUuid *group, FramDate planned, FramGroupScope scope, FramDate *from,
                       FramDate *to, GError **error)
{
  g_auto (FramGroupCase) of = { 0 };
  FramDate first, last, end;
  FramSession session;
  int n = 1;

  FRAM_DESK_LOCKED (self);
  if (!fram_group_case_open (&of, self, group, TRUE, error) ||
      !fram_group_need_session (&of, planned, &session, error) ||
      (scope != FRAM_GROUP_THIS && !check_scope (&session, error)))
    return -1;
  first = last = session.day;
  if (scope != FRAM_GROUP_THIS)
    {
      end = end_of_series (&of);
      n = count_held (&of, scope == FRAM_GROUP_ALL ? fram_group_first (of.next) : planned, end, &first, &last);
      last = end == FRAM_DATE_NONE ? FRAM_DATE_NONE : last;
    }
  if (from != NULL)
    *from = first;
  if (to != NULL)
    *to = last;
  return n;
}
