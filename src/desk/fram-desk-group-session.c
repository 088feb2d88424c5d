#include "fram-desk-group-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* One session of a group: moved, called off, brought back, added, led by somebody else, remarked on. */

static gboolean
refuse_covered (const FramGroupCase *self, FramDate day, GError **error)
{
  FramSession other;

  if (fram_group_find_session (self, self->next, day, &other) && fram_session_is_held (&other) && other.day == day)
    return fram_group_refuse (error, _ ("The group has a session that day already; there is one a day."));
  if (fram_series_find_change (self->next, day) != NULL && fram_series_plans (self->next, day))
    return fram_group_refuse (error, _ ("The session of that day is cancelled or moved. Take that back instead."));
  return TRUE;
}

/* Only what is not as in the series is written down. */
static void
set_values (const FramGroupCase *self, FramSessionChange *change, FramDate planned, const FramSessionEdit *edit,
            gint64 place)
{
  FramSession as_planned = fram_series_as_planned (self->next, planned);

  change->starts = edit->starts == as_planned.starts ? FRAM_TIME_NONE : edit->starts;
  change->minutes = edit->minutes <= 0 || edit->minutes == as_planned.minutes ? -1 : edit->minutes;
  change->place = place == as_planned.place ? 0 : place;
}

static void
set_reason (FramSessionChange *change, const char *reason)
{
  char *given = fram_group_trimmed (reason);

  if (given == NULL && change->kind != FRAM_SESSION_KEPT)
    return;
  g_free (change->reason);
  change->reason = given;
}

/* An extra one has no other day to come back to: on another day it is another one. */
static gboolean
move_extra (FramGroupCase *self, const FramSession *session, FramDate day, GError **error)
{
  FramSessionChange *change;
  g_autofree char *remark = g_strdup (session->remark);
  g_autofree char *reason = g_strdup (session->reason);

  fram_series_drop_change (self->next, session->planned);
  if (!refuse_covered (self, day, error))
    return FALSE;
  change = fram_series_take_change (self->next, day);
  change->kind = FRAM_SESSION_EXTRA;
  change->remark = g_steal_pointer (&remark);
  change->reason = g_steal_pointer (&reason);
  return TRUE;
}

static gboolean
check_leader (FramGroupCase *self, FramDate planned, gint64 leader, GError **error)
{
  FramSession after;

  return leader == 0 || !fram_group_find_session (self, self->next, planned, &after) ||
         fram_group_check_substitute (self, &after, leader, error);
}

/* What the person did not change is as it is now, not as it was when it was shown. */
static FramSessionEdit
as_now (const FramGroupCase *self, const FramSession *session, const FramSessionEdit *edit)
{
  const FramSessionEdit *shown = edit->shown;
  FramSessionEdit whole = *edit;

  if (shown == NULL)
    return whole;
  whole.day = edit->day == shown->day ? session->day : edit->day;
  whole.starts = edit->starts == shown->starts ? session->starts : edit->starts;
  whole.minutes = edit->minutes == shown->minutes ? session->minutes : edit->minutes;
  if (fram_uuid_equal (&edit->place, &shown->place))
    whole.place = session->place != 0 ? fram_db_get_id (self->desk->db, session->place) : FRAM_UUID_NONE;
  if (fram_uuid_equal (&edit->substitute, &shown->substitute))
    whole.substitute = session->leader != 0 ? fram_db_get_id (self->desk->db, session->leader) : FRAM_UUID_NONE;
  return whole;
}

static gboolean
change_this (FramGroupCase *self, const FramSession *session, const FramSessionEdit *edit, GError **error)
{
  gboolean is_extra = session->kind == FRAM_SESSION_EXTRA;
  FramDate day = edit->day != FRAM_DATE_NONE ? edit->day : session->day;
  FramDate planned = is_extra ? day : session->planned;
  FramSessionChange *change;
  gint64 place, leader = 0;

  if (!fram_session_is_held (session))
    return fram_group_refuse (error, _ ("That session is cancelled. Take that back before you change it."));
  if (!fram_group_find_place_row (self, &edit->place, &place, error) ||
      (!fram_uuid_is_none (&edit->substitute) &&
       !fram_group_find_staff_row (self, &edit->substitute, &leader, error)) ||
      (leader != session->leader && !fram_group_check_naming (self, leader, error)) ||
      !fram_group_check_day (self, day, edit->starts, edit->minutes, error) ||
      (is_extra && day != session->planned && !move_extra (self, session, day, error)))
    return FALSE;
  change = fram_series_take_change (self->next, planned);
  change->kind = is_extra ? FRAM_SESSION_EXTRA : day == planned ? FRAM_SESSION_KEPT : FRAM_SESSION_MOVED;
  change->to_day = day == planned ? FRAM_DATE_NONE : day;
  change->leader = leader;
  set_values (self, change, planned, edit, place);
  set_reason (change, edit->reason);
  fram_series_drop_empty_changes (self->next);
  return leader == session->leader || check_leader (self, planned, leader, error);
}

static char *
sentence_of_change (const FramGroupCase *self, const FramSession *session, FramGroupScope scope,
                    const FramSessionEdit *edit)
{
  g_autofree char *day = fram_date_to_short_words (session->day);
  g_autofree char *to = NULL;

  if (scope == FRAM_GROUP_ALL)
    return g_strdup_printf (_ ("All sessions of %s are changed."), self->record->name);
  /* Translators: a group and a date */
  if (scope == FRAM_GROUP_FOLLOWING)
    return g_strdup_printf (_ ("%1$s is changed from %2$s on."), self->record->name, day);
  /* Translators: a group and a date */
  if (edit->day == FRAM_DATE_NONE || edit->day == session->day)
    return g_strdup_printf (_ ("%1$s on %2$s is changed."), self->record->name, day);
  to = fram_date_to_short_words (edit->day);
  /* Translators: a group and two dates */
  return g_strdup_printf (_ ("%1$s on %2$s is moved to %3$s."), self->record->name, day, to);
}

/**
 * fram_desk_change_session:
 * @self: the desk
 * @group: which group
 * @planned: the day of the session by the series
 * @scope: what it holds for
 * @edit: how it is to be; what is as the session showed it is not changed
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Where sessions follow another rule from a day on, what was said of single ones of the days that are no more is taken away
 * in the same step.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_change_session (FramDesk *self, const FramUuid *group, FramDate planned, FramGroupScope scope,
                          const FramSessionEdit *edit, char **what, GError **error)
{
  g_auto (FramGroupCase) of = { 0 };
  FramSession session;
  FramSessionEdit whole;

  FRAM_DESK_LOCKED (self);
  if (!fram_group_case_open (&of, self, group, TRUE, error) || !fram_group_need_session (&of, planned, &session, error))
    return FALSE;
  whole = as_now (&of, &session, edit);
  if (!fram_group_check_time (whole.starts, whole.minutes, error) ||
      (scope == FRAM_GROUP_THIS ? !change_this (&of, &session, &whole, error)
                                : !fram_group_change_series (&of, &session, scope, &whole, error)))
    return FALSE;
  return fram_group_commit (&of, whole.reason, sentence_of_change (&of, &session, scope, &whole), what, error);
}

static void
cancel_this (FramGroupCase *self, const FramSession *session, const char *reason)
{
  FramSessionChange *change;

  if (session->kind == FRAM_SESSION_EXTRA)
    {
      fram_series_drop_change (self->next, session->planned);
      return;
    }
  change = fram_series_take_change (self->next, session->planned);
  change->kind = FRAM_SESSION_CANCELLED;
  set_reason (change, reason);
}

static char *
sentence_of_cancel (const FramGroupCase *self, const FramSession *session, FramGroupScope scope)
{
  g_autofree char *day = fram_date_to_short_words (session->day);

  if (scope == FRAM_GROUP_ALL)
    return g_strdup_printf (_ ("All sessions of %s are cancelled."), self->record->name);
  /* Translators: a group and a date */
  if (scope == FRAM_GROUP_FOLLOWING)
    return g_strdup_printf (_ ("%1$s is cancelled from %2$s on."), self->record->name, day);
  /* Translators: a group and a date */
  return g_strdup_printf (_ ("%1$s on %2$s is cancelled."), self->record->name, day);
}

/**
 * fram_desk_cancel_session:
 * @self: the desk
 * @group: which group
 * @planned: the day of the session by the series
 * @scope: what it holds for; all only where none has been held
 * @reason: why, for all to read
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * A course of so many sessions goes on until they are held. An extra session is taken away.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_cancel_session (FramDesk *self, const FramUuid *group, FramDate planned, FramGroupScope scope,
                          const char *reason, char **what, GError **error)
{
  g_auto (FramGroupCase) of = { 0 };
  g_autofree char *why = fram_group_trimmed (reason);
  FramSession session;

  FRAM_DESK_LOCKED (self);
  if (!fram_group_case_open (&of, self, group, TRUE, error) || !fram_group_need_session (&of, planned, &session, error))
    return FALSE;
  if (why == NULL)
    return fram_group_refuse (error, _ ("Write why it is cancelled; everybody reads that. Never about a person."));
  if (scope == FRAM_GROUP_THIS)
    cancel_this (&of, &session, why);
  else if (!fram_group_cancel_series (&of, &session, scope, error))
    return FALSE;
  return fram_group_commit (&of, why, sentence_of_cancel (&of, &session, scope), what, error);
}

/**
 * fram_desk_restore_session:
 * @self: the desk
 * @group: which group
 * @planned: the day of the session by the series
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * As it was planned: not moved, not cancelled, with the time, place and leaders of the series. The remark about it stays.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_restore_session (FramDesk *self, const FramUuid *group, FramDate planned, char **what, GError **error)
{
  g_auto (FramGroupCase) of = { 0 };
  g_autofree char *remark = NULL;
  g_autofree char *day = NULL;
  FramSession session;

  FRAM_DESK_LOCKED (self);
  if (!fram_group_case_open (&of, self, group, TRUE, error) || !fram_group_need_session (&of, planned, &session, error))
    return FALSE;
  if (session.kind == FRAM_SESSION_EXTRA)
    return fram_group_refuse (error, _ ("An extra session has no plan to go back to. Cancel it instead."));
  remark = g_strdup (session.remark);
  fram_series_drop_change (of.next, planned);
  if (remark != NULL)
    fram_series_take_change (of.next, planned)->remark = g_steal_pointer (&remark);
  day = fram_date_to_short_words (planned);
  return fram_group_commit (&of, NULL,
                            /* Translators: a group and a date */
                            g_strdup_printf (_ ("%1$s on %2$s is as it was planned."), of.record->name, day), what,
                            error);
}

static gboolean
put_extra (FramGroupCase *self, const FramSessionEdit *edit, GError **error)
{
  FramSessionChange *change;
  gint64 place, leader = 0;

  if (fram_group_first (self->next) == FRAM_DATE_NONE)
    return fram_group_refuse (error, _ ("Give the group a first day and its days before you add a session."));
  if (!fram_group_find_place_row (self, &edit->place, &place, error) ||
      (!fram_uuid_is_none (&edit->substitute) &&
       !fram_group_find_staff_row (self, &edit->substitute, &leader, error)) ||
      !fram_group_check_naming (self, leader, error) || !fram_group_check_time (edit->starts, edit->minutes, error) ||
      !fram_group_check_day (self, edit->day, edit->starts, edit->minutes, error) ||
      !refuse_covered (self, edit->day, error))
    return FALSE;
  change = fram_series_take_change (self->next, edit->day);
  change->kind = FRAM_SESSION_EXTRA;
  change->to_day = FRAM_DATE_NONE;
  change->leader = leader;
  set_values (self, change, edit->day, edit, place);
  set_reason (change, edit->reason);
  return check_leader (self, edit->day, leader, error);
}

/**
 * fram_desk_add_session:
 * @self: the desk
 * @group: which group
 * @edit: when and where; what is left out is as in the series
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * An extra session beside those of the series. In a course it counts: the course ends earlier.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_add_session (FramDesk *self, const FramUuid *group, const FramSessionEdit *edit, char **what, GError **error)
{
  g_auto (FramGroupCase) of = { 0 };
  g_autofree char *day = NULL;

  FRAM_DESK_LOCKED (self);
  if (!fram_group_case_open (&of, self, group, TRUE, error) || !put_extra (&of, edit, error))
    return FALSE;
  day = fram_date_to_short_words (edit->day);
  return fram_group_commit (&of, edit->reason,
                            /* Translators: a group and a date */
                            g_strdup_printf (_ ("%1$s has an extra session on %2$s."), of.record->name, day), what,
                            error);
}

static char *
name_of_staff (FramDesk *desk, const FramUuid *staff)
{
  g_autoptr (GPtrArray) all = fram_staff_load_all (desk->db, FALSE, fram_clock_today (desk->clock), NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (fram_uuid_equal (&((const FramStaff *)g_ptr_array_index (all, i))->id, staff))
      return g_strdup (((const FramStaff *)g_ptr_array_index (all, i))->name);
  return g_strdup ("");
}

static char *
sentence_of_substitute (const FramGroupCase *self, const FramSession *session, const FramUuid *staff)
{
  g_autofree char *day = fram_date_to_short_words (session->day);
  g_autofree char *name = staff != NULL ? name_of_staff (self->desk, staff) : NULL;

  /* Translators: a group and a date */
  if (staff == NULL)
    return g_strdup_printf (_ ("Nobody steps in for %1$s on %2$s."), self->record->name, day);
  /* Translators: who works here, a group and a date */
  return g_strdup_printf (_ ("%1$s steps in for %2$s on %3$s."), name, self->record->name, day);
}

/**
 * fram_desk_set_substitute:
 * @self: the desk
 * @group: which group
 * @planned: the day of the session by the series
 * @staff: (nullable): who steps in; %NULL for nobody
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Who steps in leads the group on that day and the day after.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_set_substitute (FramDesk *self, const FramUuid *group, FramDate planned, const FramUuid *staff, char **what,
                          GError **error)
{
  g_auto (FramGroupCase) of = { 0 };
  FramSession session;
  gint64 leader = 0;

  FRAM_DESK_LOCKED (self);
  if (staff != NULL && fram_uuid_is_none (staff))
    staff = NULL;
  if (!fram_group_case_open (&of, self, group, TRUE, error) ||
      !fram_group_need_session (&of, planned, &session, error) ||
      (staff != NULL && !fram_group_find_staff_row (&of, staff, &leader, error)))
    return FALSE;
  if (!fram_session_is_held (&session))
    return fram_group_refuse (error, _ ("That session is cancelled. Take that back before somebody steps in."));
  if (leader != 0 && leader != session.leader &&
      (!fram_group_check_naming (&of, leader, error) || !fram_group_check_substitute (&of, &session, leader, error)))
    return FALSE;
  fram_series_take_change (of.next, planned)->leader = leader;
  fram_series_drop_empty_changes (of.next);
  return fram_group_commit (&of, NULL, sentence_of_substitute (&of, &session, staff), what, error);
}

/**
 * fram_desk_set_session_remark:
 * @self: the desk
 * @group: which group
 * @planned: the day of the session by the series
 * @remark: (nullable): about the session, never about a person; nothing takes it away
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_set_session_remark (FramDesk *self, const FramUuid *group, FramDate planned, const char *remark, char **what,
                              GError **error)
{
  g_auto (FramGroupCase) of = { 0 };
  g_autofree char *day = NULL;
  FramSession session;
  FramSessionChange *change;

  FRAM_DESK_LOCKED (self);
  if (!fram_group_case_open (&of, self, group, TRUE, error) || !fram_group_need_session (&of, planned, &session, error))
    return FALSE;
  change = fram_series_take_change (of.next, planned);
  g_free (change->remark);
  change->remark = fram_group_trimmed (remark);
  day = fram_date_to_short_words (session.day);
  fram_series_drop_empty_changes (of.next);
  return fram_group_commit (&of, NULL,
                            /* Translators: a group and a date */
                            g_strdup_printf (_ ("The remark about %1$s on %2$s is saved."), of.record->name, day), what,
                            error);
}

/**
 * fram_desk_set_next_line:
 * @self: the desk
 * @group: which group
 * @line: (nullable): what is next time, for all to read; nothing takes it away
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_set_next_line (FramDesk *self, const FramUuid *group, const char *line, char **what, GError **error)
{
  static const char *const columns[] = { "next_line", NULL };
  g_auto (FramGroupCase) of = { 0 };
  g_autofree char *text = fram_group_trimmed (line);
  g_autofree char *sentence = NULL;
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ACTIVITY_GROUP, group);
  g_autoptr (FramChanges) changes = NULL;

  FRAM_DESK_LOCKED (self);
  if (!fram_group_case_open (&of, self, group, TRUE, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "session", NULL, error);
  fram_record_set_text (record, "next_line", text);
  sentence = g_strdup_printf (_ ("The line for next time of %s is saved."), of.record->name);
  if (changes == NULL || fram_changes_update (changes, record, columns, error) == FRAM_WRITTEN_FAILED ||
      !fram_desk_finish (self, changes, sentence, &fram_changed_house, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return TRUE;
}
