#include "fram-desk-absence-private.h"
#include "fram-desk-roster-private.h"

#include "fram-rights.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* Absences that are told beforehand. */

/* a date beyond it is taken for a slip of the keys */
#define MOST_DAYS 366

void
fram_absence_free (FramAbsence *self)
{
  g_free (self->status);
  g_free (self->told_by);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, sentence);
  return FALSE;
}

/* One answer for who is not there and who may not be seen. */
static FramStoredPerson *
not_found (FramStoredPerson *person, GError **error)
{
  g_clear_pointer (&person, fram_stored_person_free);
  if (error != NULL && *error == NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no such participant whom you may see."));
  return NULL;
}

/**
 * fram_desk_load_own:
 * @self: the desk
 * @viewer: the person at the keyboard, perhaps with some of the roles only
 * @klass: what is asked for
 * @enrolment: whose
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the person, if @viewer may read @klass of that person
 */
FramStoredPerson *
fram_desk_load_own (FramDesk *self, const FramViewer *viewer, FramClass klass, const FramUuid *enrolment,
                    GError **error)
{
  FramStoredPerson *person =
      fram_roster_load_person (self->db, viewer, 0, fram_db_find_row (self->db, enrolment), error);

  if (person == NULL || !person->visible || !fram_people_may (self->db, viewer, klass, person->participant))
    return not_found (person, error);
  return person;
}

gboolean
fram_desk_find_enrolment (FramDesk *self, const char *case_no_or_id, FramUuid *enrolment, GError **error)
{
  g_autoptr (FramStoredCase) stored = NULL;

  FRAM_DESK_LOCKED (self);
  stored = fram_people_load_one (self->db, self->viewer, case_no_or_id, error);
  if (stored == NULL)
    return FALSE;
  if (stored->enrolment == 0)
    return refuse (error, _ ("The person is not enrolled, so no attendance is recorded."));
  *enrolment = stored->enrolment_id;
  return TRUE;
}

static FramAbsence *
absence_of (FramDesk *self, const FramStoredAbsence *stored)
{
  const FramStatus *status = fram_desk_status_of_row (self, stored->status);
  FramAbsence *absence = g_new0 (FramAbsence, 1);

  absence->id = stored->id;
  absence->enrolment = fram_db_get_id (self->db, stored->enrolment);
  absence->from = stored->from;
  absence->to = stored->to;
  absence->from_time = stored->from_time;
  absence->to_time = stored->to_time;
  absence->status = g_strdup (status != NULL ? status->code : "absent_notified");
  absence->told_by = g_strdup (stored->told_by);
  return absence;
}

/**
 * fram_desk_absences:
 * @self: the desk
 * @enrolment: whose
 * @from: first day
 * @to: last day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramAbsence): planned absences that touch the days, by first day
 */
GPtrArray *
fram_desk_absences (FramDesk *self, const FramUuid *enrolment, FramDate from, FramDate to, GError **error)
{
  g_autoptr (GPtrArray) stored = NULL;
  GPtrArray *absences;
  FramStoredPerson *person;

  FRAM_DESK_LOCKED (self);
  person = fram_desk_load_own (self, self->viewer, FRAM_CLASS_ATTEND, enrolment, error);
  stored = person != NULL ? fram_absence_load (self->db, person->enrolment, from, to, error) : NULL;
  g_clear_pointer (&person, fram_stored_person_free);
  if (stored == NULL)
    return NULL;
  absences = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_absence_free);
  for (guint i = 0; i < stored->len; i++)
    g_ptr_array_add (absences, absence_of (self, g_ptr_array_index (stored, i)));
  return absences;
}

/**
 * fram_desk_check_away:
 * @self: the desk
 * @code: code of a status
 * @error: return location; %FRAM_ERROR_NOT_FOUND, %FRAM_ERROR_INVALID for one that says that somebody is there
 *
 * Returns: (nullable): the status
 */
const FramStatus *
fram_desk_check_away (FramDesk *self, const char *code, GError **error)
{
  const FramStatus *status = fram_desk_find_status (self, code);

  if (status == NULL)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no attendance status “%s”."), code);
  else if (status->counts == FRAM_COUNTS_PRESENT || g_strcmp0 (status->code, "absent_unnotified") == 0)
    refuse (error,
            _ ("Who is away with notice is sick, on leave, notified or at another appointment; choose one of these."));
  else
    return status;
  return NULL;
}

static gboolean
check_days (FramDesk *self, const FramAbsence *absence, const FramStoredPerson *person, GError **error)
{
  if (absence->from == FRAM_DATE_NONE || absence->to == FRAM_DATE_NONE)
    return refuse (error, _ ("Write the first and the last day as year-month-day, for example 2026-11-12."));
  if (absence->to < absence->from)
    return refuse (error, _ ("The last day lies before the first; correct one of them."));
  if (absence->to > fram_clock_today (self->clock) + MOST_DAYS)
    return refuse (error, _ ("The last day is more than a year ahead; check the date."));
  if (person->enrolled != FRAM_DATE_NONE && absence->to < person->enrolled)
    return refuse (error, _ ("Those days are before the enrolment began; choose later ones."));
  if (person->closed != FRAM_DATE_NONE && absence->from > person->closed)
    return refuse (error, _ ("Those days are after the enrolment was closed; choose earlier ones."));
  return TRUE;
}

static gboolean
check_times (const FramAbsence *absence, GError **error)
{
  if ((absence->from_time == FRAM_TIME_NONE) != (absence->to_time == FRAM_TIME_NONE))
    return refuse (error, _ ("Write both times, or none for whole days."));
  if (absence->from_time == FRAM_TIME_NONE)
    return TRUE;
  if (absence->from_time < 0 || absence->to_time > 24 * 60 || absence->from_time >= absence->to_time)
    return refuse (error, _ ("The absence must end after it begins; correct the times."));
  return TRUE;
}

static gboolean
check_told_by (const FramAbsence *absence, GError **error)
{
  static const char *const known[] = { "participant", "case_worker", "other", NULL };

  if (absence->told_by == NULL || g_strv_contains (known, absence->told_by))
    return TRUE;
  return refuse (error, _ ("Told by the participant, the case worker or somebody else; choose one of these."));
}

/**
 * fram_desk_put_absence:
 * @changes: the transaction
 * @absence: a planned absence; without id a new one
 * @status: its status
 * @error: return location
 *
 * Returns: whether it is written
 */
gboolean
fram_desk_put_absence (FramChanges *changes, const FramAbsence *absence, const FramStatus *status, GError **error)
{
  static const char *const columns[] = { "from_day", "to_day", "from_time", "to_time", "status", "told_by", NULL };
  gboolean is_new = fram_uuid_is_none (&absence->id);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PLANNED_ABSENCE, is_new ? NULL : &absence->id);

  if (is_new)
    fram_record_set_ref (record, "enrolment", &absence->enrolment);
  fram_record_set_date (record, "from_day", absence->from);
  fram_record_set_date (record, "to_day", absence->to);
  if (absence->from_time != FRAM_TIME_NONE)
    {
      fram_record_set_int (record, "from_time", absence->from_time);
      fram_record_set_int (record, "to_time", absence->to_time);
    }
  fram_record_set_ref (record, "status", &status->id);
  fram_record_set_text (record, "told_by", absence->told_by);
  return (is_new ? fram_changes_insert (changes, record, error)
                 : fram_changes_update (changes, record, columns, error)) != FRAM_WRITTEN_FAILED;
}

/* "16 November 2026", "16 November 2026 to 20 November 2026", with the times of a part of the day. */
static char *
days_in_words (const FramAbsence *absence)
{
  g_autofree char *from = fram_date_to_day_month (absence->from);
  g_autofree char *to = fram_date_to_day_month (absence->to);
  g_autofree char *days = absence->from == absence->to ? g_strdup (from)
                                                       /* Translators: two dates */
                                                       : g_strdup_printf (_ ("%1$s to %2$s"), from, to);
  g_autofree char *times = NULL;

  if (absence->from_time == FRAM_TIME_NONE)
    return g_steal_pointer (&days);
  times = fram_time_range_to_text (absence->from_time, absence->to_time);
  return g_strdup_printf ("%s %s", days, times);
}

static char *
say (const FramStoredPerson *person, const FramAbsence *absence, const FramStatus *status, gboolean removed)
{
  g_autofree char *name = fram_desk_shown_name (person);
  g_autofree char *word = g_utf8_strdown (fram_status_get_name (status), -1);
  g_autofree char *days = days_in_words (absence);

  if (removed)
    /* Translators: a person's name and days: "Amina Hassan is expected again 16 November 2026." */
    return g_strdup_printf (_ ("%1$s is expected again: %2$s."), name, days);
  /* Translators: a person's name, days, and a status in lower case */
  return g_strdup_printf (_ ("%1$s is away %2$s (%3$s)."), name, days, word);
}

/* The absence as it is on disk, if it is one of a person about whom one may write. */
static FramStoredPerson *
load_for_change (FramDesk *self, const FramUuid *id, const FramUuid *enrolment, FramAbsence **before, GError **error)
{
  g_autoptr (FramViewer) writers = fram_rights_writers (self->viewer, FRAM_CLASS_ATTEND);
  FramStoredAbsence *stored = NULL;
  FramUuid whose = enrolment != NULL ? *enrolment : FRAM_UUID_NONE;

  if (!fram_uuid_is_none (id))
    {
      stored = fram_absence_load_one (self->db, id, error);
      if (stored == NULL)
        {
          if (error != NULL && *error == NULL)
            g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                                 _ ("That planned absence is not there any more."));
          return NULL;
        }
      *before = absence_of (self, stored);
      whose = (*before)->enrolment;
      fram_stored_absence_free (stored);
    }
  return fram_desk_load_own (self, writers, FRAM_CLASS_ATTEND, &whose, error);
}

static gboolean
write_absence (FramDesk *self, const FramAbsence *absence, const FramStatus *status, const char *sentence, char **what,
               GError **error)
{
  static const FramChanged changed = { FRAM_UUID_NONE, FRAM_DATE_NONE, FALSE };
  g_autoptr (FramChanges) changes = fram_changes_begin (self->db, self->viewer, "planned-absence", NULL, error);

  if (changes == NULL ||
      !(status != NULL
            ? fram_desk_put_absence (changes, absence, status, error)
            : fram_changes_remove (changes, FRAM_ENTITY_PLANNED_ABSENCE, &absence->id, error) != FRAM_WRITTEN_FAILED) ||
      !fram_desk_finish (self, changes, sentence, &changed, error))
    return FALSE;
  if (what != NULL)
    *what = g_strdup (sentence);
  return TRUE;
}

static gboolean
may_write (FramDesk *self, GError **error)
{
  g_autoptr (FramViewer) writers = fram_rights_writers (self->viewer, FRAM_CLASS_ATTEND);

  if (writers->is_system || writers->grants->len > 0)
    return TRUE;
  return fram_desk_require (self, FRAM_CLASS_ATTEND, TRUE, error);
}

/**
 * fram_desk_save_absence:
 * @self: the desk
 * @absence: what was told; without id a new one. One that is there keeps its person.
 * @what: (out) (optional): a sentence for the toast
 * @error: return location; then nothing was written
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_save_absence (FramDesk *self, const FramAbsence *absence, char **what, GError **error)
{
  g_autoptr (FramAbsence) before = NULL;
  g_autofree char *sentence = NULL;
  const FramStatus *status;
  FramStoredPerson *person;
  gboolean ok;

  FRAM_DESK_LOCKED (self);
  if (!may_write (self, error))
    return FALSE;
  status = fram_desk_check_away (self, absence->status, error);
  person = status != NULL ? load_for_change (self, &absence->id, &absence->enrolment, &before, error) : NULL;
  if (person == NULL)
    return FALSE;
  ok = check_days (self, absence, person, error) && check_times (absence, error) && check_told_by (absence, error);
  sentence = ok ? say (person, absence, status, FALSE) : NULL;
  fram_stored_person_free (person);
  return ok && write_absence (self, absence, status, sentence, what, error);
}

/**
 * fram_desk_remove_absence:
 * @self: the desk
 * @id: a planned absence
 * @what: (out) (optional): a sentence for the toast
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Returns: whether it is taken away
 */
gboolean
fram_desk_remove_absence (FramDesk *self, const FramUuid *id, char **what, GError **error)
{
  g_autoptr (FramAbsence) before = NULL;
  g_autofree char *sentence = NULL;
  FramStoredPerson *person;

  FRAM_DESK_LOCKED (self);
  if (!may_write (self, error))
    return FALSE;
  person = load_for_change (self, id, NULL, &before, error);
  if (person == NULL)
    return FALSE;
  if (before == NULL)
    {
      not_found (person, error);
      return FALSE;
    }
  sentence = say (person, before, fram_desk_find_status (self, before->status), TRUE);
  fram_stored_person_free (person);
  return write_absence (self, before, NULL, sentence, what, error);
}
