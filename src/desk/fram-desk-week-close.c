#include "fram-desk-week.h"

#include "fram-ids.h"
#include "fram-rights.h"
#include "fram-sheet-private.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

/* A week that is done is closed: then its marks stand, and late changes need somebody to open it again and say why. */

static gboolean
keeps_the_house (const FramViewer *viewer)
{
  return viewer->is_system || fram_viewer_has_role (viewer, FRAM_ROLE_MANAGER) ||
         fram_viewer_has_role (viewer, FRAM_ROLE_ADMINISTRATOR);
}

/* Whoever marks there answers for the week, and so do the manager and the administrator. */
static gboolean
may_close (FramDesk *self, gint64 activity)
{
  return fram_desk_get_read_only_reason (self) == NULL &&
         (fram_rights_may_mark (self->viewer, activity) || keeps_the_house (self->viewer));
}

static gboolean
may_reopen (FramDesk *self, const FramStoredWeek *week)
{
  return fram_desk_get_read_only_reason (self) == NULL &&
         (keeps_the_house (self->viewer) || (week->closed_by_row != 0 && week->closed_by_row == self->viewer->staff));
}

static const FramStoredWeek *
find_week (const GPtrArray *weeks, FramDate monday)
{
  for (guint i = 0; i < weeks->len; i++)
    {
      const FramStoredWeek *week = g_ptr_array_index (weeks, i);

      if (week->monday == monday)
        return week;
    }
  return NULL;
}

/* The weeks that a sheet touches, closed or not. */
gboolean
fram_desk_add_weeks (FramDesk *self, gint64 activity, FramSheet *sheet, GError **error)
{
  g_autoptr (GPtrArray) closed = fram_sheet_load_weeks (self->db, activity, sheet->from, sheet->to, error);

  if (closed == NULL)
    return FALSE;
  for (FramDate monday = fram_date_monday (sheet->from); monday <= sheet->to; monday += 7)
    {
      const FramStoredWeek *stored = find_week (closed, monday);
      FramSheetWeek week = { .monday = monday };

      if (stored != NULL)
        {
          week.closed_by = g_strdup (stored->closed_by);
          week.closed_at = stored->closed_at;
          week.may_reopen = may_reopen (self, stored);
        }
      else
        week.may_close = may_close (self, activity) && monday <= sheet->today;
      g_array_append_val (sheet->weeks, week);
    }
  return TRUE;
}

/* NULL while the week is open, else a sentence that says that nothing can be marked in it. */
char *
fram_desk_closed_week_text (FramDesk *self, gint64 activity, FramDate day)
{
  g_autoptr (GPtrArray) closed = fram_sheet_load_weeks (self->db, activity, day, day, NULL);

  if (closed == NULL || closed->len == 0)
    return NULL;
  /* Translators: the number of a week and a person's name */
  return g_strdup_printf (_ ("Week %1$d was closed by %2$s; open the week again to change its marks."),
                          fram_date_get_iso_week (day, NULL),
                          ((const FramStoredWeek *)g_ptr_array_index (closed, 0))->closed_by);
}

static FramRecord *
week_record (FramDesk *self, const FramUuid *activity, FramDate day, gboolean closed)
{
  FramUuid id = fram_id_roster_week (activity, day);
  FramRecord *record = fram_record_new (FRAM_ENTITY_ROSTER_WEEK, &id);
  g_autofree char *week = fram_week_format (day);

  fram_record_set_ref (record, "activity", activity);
  fram_record_set_text (record, "week", week);
  if (!closed)
    return record;
  if (!self->viewer->is_system)
    fram_record_set_ref (record, "closed_by", &self->viewer->id);
  fram_record_set_int (record, "closed_at", fram_clock_now (self->clock));
  return record;
}

/* The row of a week is made once; it is closed and open in turns. */
static gboolean
write_week (FramDesk *self, FramChanges *changes, const FramUuid *activity, FramDate day, gboolean closed,
            GError **error)
{
  static const char *const columns[] = { "closed_by", "closed_at", NULL };
  g_autoptr (FramRecord) record = week_record (self, activity, day, closed);

  if (fram_changes_find (changes, &record->id) == 0)
    return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
  return fram_changes_bring_back (changes, FRAM_ENTITY_ROSTER_WEEK, &record->id, error) != FRAM_WRITTEN_FAILED &&
         fram_changes_update (changes, record, columns, error) != FRAM_WRITTEN_FAILED;
}

static gboolean
change_week (FramDesk *self, const FramStoredActivity *activity, FramDate day, gboolean closed, const char *reason,
             char **what, GError **error)
{
  FramChanged changed = { activity->id, FRAM_DATE_NONE, FALSE };
  g_autoptr (FramChanges) changes =
      fram_changes_begin (self->db, self->viewer, closed ? "close-week" : "reopen-week", reason, error);
  g_autofree char *sentence = NULL;

  /* Translators: the number of a week and the name of a workshop */
  sentence = g_strdup_printf (closed ? _ ("Week %1$d in %2$s is closed.") : _ ("Week %1$d in %2$s is open again."),
                              fram_date_get_iso_week (day, NULL), fram_desk_activity_name (activity));
  if (changes == NULL || !write_week (self, changes, &activity->id, day, closed, error) ||
      !fram_desk_finish (self, changes, sentence, &changed, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return TRUE;
}

static gboolean
deny (const char *why, GError **error)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED, why);
  return FALSE;
}

static gboolean
check_close (FramDesk *self, const FramStoredActivity *activity, FramDate day, GError **error)
{
  g_autofree char *closed = fram_desk_closed_week_text (self, activity->row, day);

  if (!fram_rights_may_mark (self->viewer, activity->row) && !keeps_the_house (self->viewer))
    return deny (_ ("Your roles do not let you close a week here."), error);
  if (closed != NULL)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_CLOSED, _ ("Week %d is closed already."),
                 fram_date_get_iso_week (day, NULL));
  else if (fram_date_monday (day) > fram_clock_today (self->clock))
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("Week %d has not begun yet; it can be closed when it has."),
                 fram_date_get_iso_week (day, NULL));
  else
    return TRUE;
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strdup (text != NULL ? text : "");

  return g_strstrip (stripped)[0] == '\0';
}

static gboolean
check_reopen (FramDesk *self, const FramStoredActivity *activity, FramDate day, const char *reason, GError **error)
{
  g_autoptr (GPtrArray) closed = fram_sheet_load_weeks (self->db, activity->row, day, day, error);
  const FramStoredWeek *week = closed != NULL && closed->len > 0 ? g_ptr_array_index (closed, 0) : NULL;

  if (closed == NULL)
    return FALSE;
  if (week == NULL)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("Week %d is not closed."),
                 fram_date_get_iso_week (day, NULL));
  else if (!keeps_the_house (self->viewer) && (week->closed_by_row == 0 || week->closed_by_row != self->viewer->staff))
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                 /* Translators: the number of a week and a person's name */
                 _ ("Only %2$s, who closed week %1$d, a manager or an administrator can open it again."),
                 fram_date_get_iso_week (day, NULL), week->closed_by);
  else if (is_blank (reason))
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                         _ ("Say why the week is opened again; the reason is kept in the history."));
  else
    return TRUE;
  return FALSE;
}

static FramSheet *
close_or_reopen (FramDesk *self, const FramUuid *id, FramDate day, gboolean closed, const char *reason, char **what,
                 GError **error)
{
  g_autoptr (FramStoredActivity) activity = fram_desk_load_activity (self, id, error);
  gboolean ok = activity != NULL &&
                (closed ? check_close (self, activity, day, error) : check_reopen (self, activity, day, reason, error));

  return ok && change_week (self, activity, day, closed, reason, what, error) ? fram_desk_week (self, id, day, error)
                                                                              : NULL;
}

/**
 * fram_desk_close_week:
 * @self: the desk
 * @activity: a workshop or group
 * @day: a day of the week
 * @what: (out) (optional): a sentence for the toast
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_CLOSED, %FRAM_ERROR_INVALID
 *
 * Closes a week: from then on every mark of it is refused. People who are unmarked do not stand in the way; they stay out
 * of every rate.
 *
 * Returns: (transfer full) (nullable): the week as it is now
 */
FramSheet *
fram_desk_close_week (FramDesk *self, const FramUuid *activity, FramDate day, char **what, GError **error)
{
  FRAM_DESK_LOCKED (self);
  return close_or_reopen (self, activity, day, TRUE, NULL, what, error);
}

/**
 * fram_desk_reopen_week:
 * @self: the desk
 * @activity: a workshop or group
 * @day: a day of the week
 * @reason: why; kept in the history
 * @what: (out) (optional): a sentence for the toast
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_INVALID
 *
 * Opens a closed week again: who closed it, a manager or an administrator may do that.
 *
 * Returns: (transfer full) (nullable): the week as it is now
 */
FramSheet *
fram_desk_reopen_week (FramDesk *self, const FramUuid *activity, FramDate day, const char *reason, char **what,
                       GError **error)
{
  FRAM_DESK_LOCKED (self);
  return close_or_reopen (self, activity, day, FALSE, reason, what, error);
}
