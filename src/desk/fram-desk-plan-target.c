#include "fram-desk-plan-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* Until when: the target day, its extension, and leaves that are agreed. */

#define MOST_DAYS_AHEAD (5 * 366)

static gboolean
update (FramChanges *changes, const FramRecord *record, const char *const *columns, GError **error)
{
  return fram_changes_update (changes, record, columns, error) != FRAM_WRITTEN_FAILED;
}

static FramDate
agreed_target (const FramPlanCase *of)
{
  return of->stored->target != FRAM_DATE_NONE ? of->stored->target
                                              : fram_plan_target (of->stored->enrolled, of->stored->target_days);
}

static gboolean
check_target (const FramPlanCase *of, FramDate target, GError **error)
{
  if (target == FRAM_DATE_NONE)
    return TRUE;
  if (target <= of->stored->enrolled)
    return fram_plan_refuse (error, _ ("The target day lies before the enrolment; choose a later one."));
  if (target > of->stored->enrolled + MOST_DAYS_AHEAD)
    return fram_plan_refuse (error, _ ("The target day lies more than five years ahead; check the year."));
  if (of->stored->extended_to != FRAM_DATE_NONE && target >= of->stored->extended_to)
    return fram_plan_refuse (
        error, _ ("The target day must lie before what it is extended to. Take the extension away first."));
  return TRUE;
}

static char *
sentence_of_day (const FramPlanCase *of, FramDate day, const char *with, const char *without)
{
  g_autofree char *words = fram_date_to_day_month (day);

  if (day == FRAM_DATE_NONE)
    return g_strdup_printf ("%s", without);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (with, of->name, words);
#pragma GCC diagnostic pop
}

/**
 * fram_desk_set_target:
 * @self: the desk
 * @enrolment: whose
 * @target: the target day; %FRAM_DATE_NONE for the programme's
 * @what: (out) (optional): the sentence for the toast
 * @error: return location
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_set_target (FramDesk *self, const FramUuid *enrolment, FramDate target, char **what, GError **error)
{
  static const char *const columns[] = { "target", NULL };
  g_auto (FramPlanCase) of = { 0 };
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ENROLMENT, enrolment);
  g_autoptr (FramChanges) changes = NULL;

  FRAM_DESK_LOCKED (self);
  if (!fram_plan_case_open (&of, self, enrolment, FRAM_CLASS_BASIC, TRUE, error) || !check_target (&of, target, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "target", NULL, error);
  if (changes == NULL)
    return FALSE;
  fram_record_set_date (record, "target", target);
  /* Translators: a person's name and a date */
  return update (changes, record, columns, error) &&
         fram_plan_finish (self, changes,
                           sentence_of_day (&of, target, _ ("The target day of %1$s is %2$s."),
                                            _ ("The target day is the programme's again.")),
                           what, error);
}

static gboolean
check_extension (const FramPlanCase *of, FramDate until, const char *reason, GError **error)
{
  FramDate target = agreed_target (of);

  if (until == FRAM_DATE_NONE)
    return TRUE;
  if (reason[0] == '\0')
    return fram_plan_refuse (error, _ ("Write why the time is extended."));
  if (target != FRAM_DATE_NONE && until <= target)
    return fram_plan_refuse (error, _ ("An extension ends after the target day; choose a later day."));
  if (until <= of->stored->enrolled || until > of->stored->enrolled + MOST_DAYS_AHEAD)
    return fram_plan_refuse (error, _ ("The day cannot be right; check the year."));
  return TRUE;
}

/* Where the target followed from the programme, it is written down, so that what was extended stays to be seen. */
static gboolean
write_extension (const FramPlanCase *of, FramChanges *changes, FramDate until, const char *reason, GError **error)
{
  static const char *const columns[] = { "target", "extended_to", "extension_reason", NULL };
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ENROLMENT, &of->person->enrolment_id);

  fram_record_set_date (record, "target", until != FRAM_DATE_NONE ? agreed_target (of) : of->stored->target);
  fram_record_set_date (record, "extended_to", until);
  fram_record_set_text (record, "extension_reason", until != FRAM_DATE_NONE ? reason : NULL);
  return update (changes, record, columns, error);
}

/**
 * fram_desk_extend:
 * @self: the desk
 * @enrolment: whose
 * @until: a day after the target day; %FRAM_DATE_NONE takes the extension away
 * @reason: (nullable): why; needed for an extension
 * @what: (out) (optional): the sentence for the toast
 * @error: return location
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_extend (FramDesk *self, const FramUuid *enrolment, FramDate until, const char *reason, char **what,
                  GError **error)
{
  g_auto (FramPlanCase) of = { 0 };
  g_autofree char *why = g_strstrip (g_strdup (reason != NULL ? reason : ""));
  g_autoptr (FramChanges) changes = NULL;

  FRAM_DESK_LOCKED (self);
  if (!fram_plan_case_open (&of, self, enrolment, FRAM_CLASS_BASIC, TRUE, error) ||
      !check_extension (&of, until, why, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "target", NULL, error);
  /* Translators: a person's name and a date */
  return changes != NULL && write_extension (&of, changes, until, why, error) &&
         fram_plan_finish (self, changes,
                           sentence_of_day (&of, until, _ ("The time of %1$s is extended to %2$s."),
                                            _ ("The extension is taken away.")),
                           what, error);
}

static gboolean
check_pause (const FramPlanCase *of, const FramUuid *pause, FramDate from, FramDate to, GError **error)
{
  g_autoptr (GPtrArray) others = NULL;

  if (from == FRAM_DATE_NONE)
    return fram_plan_refuse (error, _ ("Write the first day as year-month-day."));
  if (from < of->stored->enrolled)
    return fram_plan_refuse (error, _ ("The leave cannot begin before the enrolment."));
  if (to != FRAM_DATE_NONE && to < from)
    return fram_plan_refuse (error, _ ("The last day lies before the first."));
  others = fram_plan_load_pauses (of->desk->db, of->desk->viewer, of->stored->enrolment, error);
  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      const FramStoredPause *other = g_ptr_array_index (others, i);

      if ((pause == NULL || !fram_uuid_equal (pause, &other->id)) && (to == FRAM_DATE_NONE || other->from <= to) &&
          (other->to == FRAM_DATE_NONE || other->to >= from))
        return fram_plan_refuse (error, _ ("There is a leave on some of those days already; change that one."));
    }
  return others != NULL;
}

static gboolean
write_pause (const FramPlanCase *of, FramChanges *changes, const FramUuid *pause, FramDate from, FramDate to,
             GError **error)
{
  static const char *const columns[] = { "from_day", "to_day", NULL };
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PAUSE, pause);

  fram_record_set_date (record, "from_day", from);
  fram_record_set_date (record, "to_day", to);
  if (pause != NULL)
    return update (changes, record, columns, error);
  fram_record_set_ref (record, "enrolment", &of->person->enrolment_id);
  fram_record_set_text (record, "kind", "leave");
  return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
}

static char *
sentence_of_pause (const FramPlanCase *of, FramDate from, FramDate to)
{
  g_autofree char *first = fram_date_to_day_month (from);
  g_autofree char *last = fram_date_to_day_month (to);

  /* Translators: a person's name and a date */
  if (to == FRAM_DATE_NONE)
    return g_strdup_printf (_ ("%1$s has leave from %2$s."), of->name, first);
  /* Translators: a person's name and two dates */
  return g_strdup_printf (_ ("%1$s has leave from %2$s to %3$s."), of->name, first, last);
}

/**
 * fram_desk_save_pause:
 * @self: the desk
 * @enrolment: whose
 * @pause: (nullable): which leave is changed; %NULL for a new one
 * @from: first day
 * @to: last day, or %FRAM_DATE_NONE
 * @what: (out) (optional): the sentence for the toast
 * @error: return location
 *
 * An agreed leave. Days on which the house is closed are pauses by themselves.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_save_pause (FramDesk *self, const FramUuid *enrolment, const FramUuid *pause, FramDate from, FramDate to,
                      char **what, GError **error)
{
  g_auto (FramPlanCase) of = { 0 };
  g_autoptr (FramChanges) changes = NULL;

  FRAM_DESK_LOCKED (self);
  if (!fram_plan_case_open (&of, self, enrolment, FRAM_CLASS_PLAN, TRUE, error) ||
      !check_pause (&of, pause, from, to, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "pause", NULL, error);
  return changes != NULL && write_pause (&of, changes, pause, from, to, error) &&
         fram_plan_finish (self, changes, sentence_of_pause (&of, from, to), what, error);
}

/**
 * fram_desk_remove_pause:
 * @self: the desk
 * @pause: which leave
 * @what: (out) (optional): the sentence for the toast
 * @error: return location
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_remove_pause (FramDesk *self, const FramUuid *pause, char **what, GError **error)
{
  g_auto (FramPlanCase) of = { 0 };
  g_autoptr (FramChanges) changes = NULL;

  FRAM_DESK_LOCKED (self);
  if (!fram_plan_case_open_of (&of, self, FRAM_ENTITY_PAUSE, pause, FRAM_CLASS_PLAN, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "pause", NULL, error);
  if (changes == NULL || fram_changes_remove (changes, FRAM_ENTITY_PAUSE, pause, error) == FRAM_WRITTEN_FAILED)
    return FALSE;
  /* Translators: a person's name */
  return fram_plan_finish (self, changes, g_strdup_printf (_ ("The leave of %s is taken away."), of.name), what, error);
}
