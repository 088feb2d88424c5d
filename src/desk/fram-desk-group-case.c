#include "fram-desk-group-private.h"

#include "fram-rights.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* So long is looked ahead in a group that goes on. */
#define HORIZON_DAYS 366

gboolean
fram_group_refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, sentence);
  return FALSE;
}

/* The group as such, its leaders and whether it is used (DATA.md, "shop": rw site). */
gboolean
fram_group_may_keep (FramDesk *desk)
{
  return fram_rights_reaches_site (desk->viewer, FRAM_CLASS_SHOP, TRUE);
}

gboolean
fram_group_may_change (FramDesk *desk, gint64 group)
{
  return fram_rights_may_change_sessions (desk->viewer, group);
}

static gboolean
check_rights (FramDesk *desk, gint64 group, gboolean write, GError **error)
{
  if (!fram_desk_require (desk, FRAM_CLASS_SHOP, FALSE, error))
    return FALSE;
  if (!write || fram_group_may_change (desk, group))
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                       _ ("You can change the groups that you lead. Ask whoever leads this one, or the manager."));
  return FALSE;
}

/* Of a group that one may not see it is not told whether there is one. */
gboolean
fram_group_case_open (FramGroupCase *self, FramDesk *desk, const FramUuid *group, gboolean write, GError **error)
{
  if (!fram_desk_require (desk, FRAM_CLASS_SHOP, FALSE, error))
    return FALSE;
  self->desk = desk;
  self->today = fram_clock_today (desk->clock);
  self->closed = fram_desk_closed_days (desk);
  self->version = fram_db_get_data_version (desk->db);
  self->record = fram_group_load (desk->db, fram_db_find_row (desk->db, group), error);
  if (self->record == NULL || !check_rights (desk, self->record->row, write, error))
    return FALSE;
  self->next = fram_series_dup (self->record->series);
  return TRUE;
}

void
fram_group_case_clear (FramGroupCase *self)
{
  g_clear_pointer (&self->record, fram_group_record_free);
  g_clear_pointer (&self->next, fram_series_free);
}

FramDate
fram_group_first (const FramSeries *series)
{
  return series->steps->len > 0 ? g_array_index (series->steps, FramSeriesStep, 0).from : FRAM_DATE_NONE;
}

FramDate
fram_group_horizon (const FramGroupCase *self, FramDate from)
{
  return MAX (MAX (self->today, from), fram_group_first (self->next)) + HORIZON_DAYS;
}

/* By the day of the series, wherever it is held. */
gboolean
fram_group_find_session (const FramGroupCase *self, const FramSeries *series, FramDate planned, FramSession *session)
{
  const FramSessionChange *change = fram_series_find_change (series, planned);
  FramDate other = change != NULL && change->to_day != FRAM_DATE_NONE ? change->to_day : planned;
  g_autoptr (GArray) sessions = NULL;

  if (planned == FRAM_DATE_NONE)
    return FALSE;
  sessions = fram_series_expand (series, MIN (planned, other), MAX (planned, other), self->closed);
  for (guint i = 0; i < sessions->len; i++)
    {
      const FramSession *one = &g_array_index (sessions, FramSession, i);

      if (one->planned != planned || one->is_away)
        continue;
      *session = *one;
      return TRUE;
    }
  return FALSE;
}

gboolean
fram_group_need_session (const FramGroupCase *self, FramDate planned, FramSession *session, GError **error)
{
  g_autofree char *day = NULL;

  if (planned == FRAM_DATE_NONE)
    return fram_group_refuse (error, _ ("Write the day as year-month-day."));
  if (fram_group_find_session (self, self->record->series, planned, session))
    return TRUE;
  day = fram_date_to_short_words (planned);
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
               /* Translators: a group and a date */
               _ ("%1$s has no session on %2$s. Choose a day of the schedule."), self->record->name, day);
  return FALSE;
}

/* A room that is not used any more, or who has left, stays where they were. */
static gboolean
is_in_series (const FramSeries *series, gint64 place, gint64 leader)
{
  for (guint i = 0; place != 0 && i < series->steps->len; i++)
    if (g_array_index (series->steps, FramSeriesStep, i).place == place)
      return TRUE;
  for (guint i = 0; i < series->changes->len; i++)
    {
      const FramSessionChange *change = &g_array_index (series->changes, FramSessionChange, i);

      if ((place != 0 && change->place == place) || (leader != 0 && change->leader == leader))
        return TRUE;
    }
  return FALSE;
}

gboolean
fram_group_find_place_row (FramGroupCase *self, const FramUuid *place, gint64 *row, GError **error)
{
  g_autoptr (GArray) places = NULL;

  *row = 0;
  if (fram_uuid_is_none (place))
    return TRUE;
  *row = fram_db_find_row (self->desk->db, place);
  if (self->record != NULL && is_in_series (self->record->series, *row, 0))
    return TRUE;
  *row = 0;
  places = fram_group_load_places (self->desk->db, error);
  if (places == NULL)
    return FALSE;
  for (guint i = 0; i < places->len; i++)
    if (fram_uuid_equal (&g_array_index (places, FramGroupPlace, i).id, place))
      *row = g_array_index (places, FramGroupPlace, i).row;
  if (*row != 0)
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no such place. Choose one of the list."));
  return FALSE;
}

/* Somebody who works here now. */
gboolean
fram_group_find_staff_row (FramGroupCase *self, const FramUuid *staff, gint64 *row, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;

  *row = fram_db_find_row (self->desk->db, staff);
  if (is_in_series (self->record->series, 0, *row))
    return TRUE;
  *row = 0;
  all = fram_staff_load_all (self->desk->db, FALSE, self->today, error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const FramStaff *one = g_ptr_array_index (all, i);

      if (fram_uuid_equal (&one->id, staff))
        *row = one->row;
    }
  if (all == NULL || *row != 0)
    return all != NULL;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                       _ ("That person does not work here now. Choose one of the list."));
  return FALSE;
}

char *
fram_group_trimmed (const char *text)
{
  char *copy = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (copy[0] == '\0')
    g_clear_pointer (&copy, g_free);
  return copy;
}
