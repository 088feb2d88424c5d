#include "fram-desk-absence-private.h"
#include "fram-desk-mark-private.h"
#include "fram-desk-roster-private.h"

#include "fram-rights.h"

#include <glib/gi18n-lib.h>

/* "Away today": all of a person's activities of a day at once. */

typedef struct
{
  FramDesk *desk;
  FramChanges *changes;
  const FramUuid *enrolment;
  gint64 row;
  FramDate day;
  const FramStatus *status;
  FramMarkEdit edit;
  guint n_marked;
  gboolean told; /* an activity that one may not mark: the other leader is told */
} Away;

static gboolean
is_there (const FramStoredMark *mark, FramDesk *desk)
{
  const FramStatus *status = mark != NULL ? fram_desk_status_of_row (desk, mark->status) : NULL;

  return status != NULL && status->counts == FRAM_COUNTS_PRESENT;
}

/* Expected by plan or by a mark, and not there already; of a split day the halves are asked one by one. */
static gboolean
is_to_be_excused (const Away *away, const FramRosterSources *s)
{
  const FramExpected *expected = fram_roster_sources_find (s, away->row);

  return !fram_roster_sources_is_off (s) && expected != NULL && expected->kind != FRAM_EXPECTED_UNPLANNED &&
         !is_there (fram_roster_sources_mark (s, away->row, 0), away->desk);
}

static gboolean
mark_halves (Away *away, const FramMarking *m, const FramRosterSources *s, GError **error)
{
  gboolean any = FALSE;

  for (int part = fram_roster_sources_is_split (s, away->row) ? 1 : 0; part < 3; part++)
    {
      if (!is_there (fram_roster_sources_mark (s, away->row, part), away->desk))
        {
          any = TRUE;
          if (!fram_marking_write (m, away->changes, away->enrolment, part, error))
            return FALSE;
        }
      if (part == 0)
        break;
    }
  away->n_marked += any;
  return TRUE;
}

static gboolean
mark_activity (Away *away, const FramRosterSources *s, GError **error)
{
  FramMarking m = { away->desk, s->activity, away->day, &away->edit, NULL };
  gboolean ok;

  m.roster = fram_desk_roster_plain (away->desk, &s->activity->id, away->day, error);
  ok = m.roster != NULL && fram_marking_check (&m, error) && mark_halves (away, &m, s, error);
  g_clear_pointer (&m.roster, fram_roster_free);
  return ok;
}

static gboolean
excuse_from (Away *away, gint64 activity, GError **error)
{
  g_auto (FramRosterSources) s = { .plain = TRUE };

  if (!fram_roster_sources_load (&s, away->desk, activity, away->day, error))
    return FALSE;
  if (!is_to_be_excused (away, &s))
    return TRUE;
  if (fram_rights_may_mark (away->desk->viewer, activity))
    return mark_activity (away, &s, error);
  away->told = TRUE;
  return TRUE;
}

static gboolean
says_so (const Away *away, const GPtrArray *absences)
{
  for (guint i = 0; i < absences->len; i++)
    {
      const FramStoredAbsence *absence = g_ptr_array_index (absences, i);

      if (absence->from_time == FRAM_TIME_NONE && absence->status == away->status->row)
        return TRUE;
    }
  return FALSE;
}

/* One planned absence that says so already is enough. */
static gboolean
tell_others (const Away *away, GError **error)
{
  FramAbsence absence = { .enrolment = *away->enrolment,
                          .from = away->day,
                          .to = away->day,
                          .from_time = FRAM_TIME_NONE,
                          .to_time = FRAM_TIME_NONE };
  g_autoptr (GPtrArray) there = NULL;

  if (!away->told)
    return TRUE;
  there = fram_absence_load (away->desk->db, away->row, away->day, away->day, error);
  if (there == NULL)
    return FALSE;
  return says_so (away, there) || fram_desk_put_absence (away->changes, &absence, away->status, error);
}

static char *
say (const Away *away, const char *name)
{
  g_autofree char *word = fram_desk_status_word (away->status);
  g_autofree char *marked = NULL;

  if (away->n_marked > 0)
    /* Translators: a person's name, a status in lower case, a number: "Amina H. is marked as sick in 2 activities." */
    marked = g_strdup_printf (ngettext ("%1$s is marked as %2$s in %3$u activity.",
                                        "%1$s is marked as %2$s in %3$u activities.", away->n_marked),
                              name, word, away->n_marked);
  if (!away->told)
    return g_steal_pointer (&marked);
  if (marked == NULL)
    return g_strdup_printf (_ ("%s stands as away in the rosters of the day."), name);
  /* Translators: a sentence that says where somebody is marked */
  return g_strdup_printf (_ ("%s Other rosters of the day show it."), marked);
}

static gboolean
excuse (Away *away, const char *name, char **what, GError **error)
{
  static const FramChanged changed = { FRAM_UUID_NONE, FRAM_DATE_NONE, FALSE };
  g_autoptr (GArray) activities = fram_absence_load_activities (away->desk->db, away->row, away->day, error);
  g_autoptr (FramChanges) changes = NULL;

  changes = activities != NULL
                ? fram_changes_begin (away->desk->db, away->desk->viewer, "away", away->edit.reason, error)
                : NULL;
  away->changes = changes;
  for (guint i = 0; changes != NULL && i < activities->len; i++)
    if (!excuse_from (away, g_array_index (activities, gint64, i), error))
      return FALSE;
  if (changes == NULL || !tell_others (away, error))
    return FALSE;
  if (away->n_marked == 0 && !away->told)
    {
      /* Translators: a person's name */
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                   _ ("%s is not expected anywhere that day, or is marked as present already."), name);
      return FALSE;
    }
  *what = say (away, name);
  return fram_desk_finish (away->desk, changes, *what, &changed, error);
}

static gboolean
away_locked (FramDesk *self, const FramUuid *enrolment, FramDate day, const char *status, const char *reason,
             char **what, GError **error)
{
  g_autoptr (FramViewer) writers = fram_rights_writers (self->viewer, FRAM_CLASS_ATTEND);
  Away away = { .desk = self, .enrolment = enrolment, .day = day };
  FramStoredPerson *person = NULL;
  g_autofree char *name = NULL;

  away.status = fram_desk_check_away (self, status, error);
  if (away.status != NULL)
    person = fram_desk_load_own (self, writers, FRAM_CLASS_ATTEND, enrolment, error);
  if (person == NULL)
    return FALSE;
  away.row = person->enrolment;
  away.edit = (FramMarkEdit){ .fields = FRAM_MARK_STATUS, .status = status, .reason = reason, .attended_minutes = -1 };
  if (reason != NULL && reason[0] != '\0')
    away.edit.fields |= FRAM_MARK_REASON;
  name = fram_desk_shown_name (person);
  fram_stored_person_free (person);
  return excuse (&away, name, what, error);
}

gboolean
fram_desk_away_day (FramDesk *self, const FramUuid *enrolment, FramDate day, const char *status, const char *reason,
                    char **what, GError **error)
{
  g_autofree char *sentence = NULL;

  FRAM_DESK_LOCKED (self);
  if (!away_locked (self, enrolment, day, status, reason, &sentence, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return TRUE;
}

FramRoster *
fram_desk_away_today (FramDesk *self, const FramUuid *activity, const FramUuid *enrolment, FramDate day,
                      const char *status, const char *reason, char **what, GError **error)
{
  g_autofree char *sentence = NULL;
  FramRoster *after;

  FRAM_DESK_LOCKED (self);
  if (!away_locked (self, enrolment, day, status, reason, &sentence, error))
    return NULL;
  after = fram_desk_read_back (self, activity, day, sentence, error);
  if (after != NULL && what != NULL)
    *what = g_steal_pointer (&sentence);
  return after;
}
