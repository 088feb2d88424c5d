#include "fram-desk-plan-private.h"

#include "fram-rights.h"

#include <glib/gi18n-lib.h>

/* The main goal and the milestones on the way to it. */

#define MOST_CHARACTERS 500

/* (transfer full) (nullable): without the spaces around it; NULL for nothing */
static char *
tidy (const char *text)
{
  g_autofree char *copy = g_strstrip (g_strdup (text != NULL ? text : ""));

  return copy[0] != '\0' ? g_steal_pointer (&copy) : NULL;
}

static gboolean
check_length (const char *text, GError **error)
{
  if (text == NULL || g_utf8_strlen (text, -1) <= MOST_CHARACTERS)
    return TRUE;
  return fram_plan_refuse (error, _ ("That is too long for a goal; keep it under 500 characters."));
}

static char *
sentence_of_main_goal (const FramPlanCase *of, const char *goal)
{
  /* Translators: a person's name */
  return g_strdup_printf (
      goal != NULL ? _ ("The main goal of %s is written.") : _ ("The main goal of %s is taken away."), of->name);
}

/**
 * fram_desk_set_main_goal:
 * @self: the desk
 * @enrolment: whose
 * @text: (nullable): the goal; nothing takes it away
 * @what: (out) (optional): the sentence for the toast
 * @error: return location
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_set_main_goal (FramDesk *self, const FramUuid *enrolment, const char *text, char **what, GError **error)
{
  static const char *const columns[] = { "main_goal", NULL };
  g_auto (FramPlanCase) of = { 0 };
  g_autofree char *goal = tidy (text);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ENROLMENT, enrolment);
  g_autoptr (FramChanges) changes = NULL;

  FRAM_DESK_LOCKED (self);
  if (!check_length (goal, error) || !fram_plan_case_open (&of, self, enrolment, FRAM_CLASS_PROGRESS, TRUE, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "goal", NULL, error);
  if (changes == NULL)
    return FALSE;
  fram_record_set_text (record, "main_goal", goal);
  return fram_changes_update (changes, record, columns, error) != FRAM_WRITTEN_FAILED &&
         fram_plan_finish (self, changes, sentence_of_main_goal (&of, goal), what, error);
}

static gboolean
check_goal (const FramPlanCase *of, const FramGoalEdit *edit, const char *text, GError **error)
{
  if (text == NULL)
    return fram_plan_refuse (error, _ ("Write what is to be reached."));
  if (!check_length (text, error) || !check_length (edit->workshop_line, error))
    return FALSE;
  if (edit->due != FRAM_DATE_NONE && edit->due < of->stored->enrolled)
    return fram_plan_refuse (error, _ ("The due day lies before the enrolment; choose a later one."));
  if (edit->reached != FRAM_DATE_NONE && edit->reached > of->desk->viewer->today)
    return fram_plan_refuse (error,
                             _ ("A milestone is reached today or was before; it cannot be reached on a day to come."));
  if (edit->reached != FRAM_DATE_NONE && edit->reached < of->stored->enrolled)
    return fram_plan_refuse (error, _ ("The milestone cannot have been reached before the enrolment."));
  return TRUE;
}

static void
fill_goal (FramRecord *record, const FramPlanCase *of, const FramGoalEdit *edit, const char *text, const char *line)
{
  fram_record_set_ref (record, "enrolment", &of->person->enrolment_id);
  fram_record_set_text (record, "text", text);
  fram_record_set_date (record, "due", edit->due);
  fram_record_set_date (record, "reached", edit->reached);
  fram_record_set_text (record, "workshop_line", line);
  if (fram_uuid_is_none (&edit->activity))
    fram_record_set_null (record, "activity");
  else
    fram_record_set_ref (record, "activity", &edit->activity);
}

/* What the workshop is told is a class of its own; without the right to it it stays as it is. */
static gboolean
update_goal (const FramPlanCase *of, FramChanges *changes, const FramRecord *record, GError **error)
{
  static const char *const all[] = { "text", "due", "reached", "workshop_line", "activity", NULL };
  static const char *const goal_only[] = { "text", "due", "reached", NULL };
  gboolean lines = fram_plan_case_may (of->desk, FRAM_CLASS_INSTRUCT, TRUE, of->stored->participant);

  return fram_changes_update (changes, record, lines ? all : goal_only, error) != FRAM_WRITTEN_FAILED;
}

static gboolean
write_goal (const FramPlanCase *of, const FramGoalEdit *edit, const char *text, FramUuid *id, char **what,
            GError **error)
{
  FramDesk *desk = of->desk;
  gboolean is_new = fram_uuid_is_none (&edit->id);
  FramUuid key = is_new ? fram_uuid_new (desk->clock) : edit->id;
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PART_GOAL, &key);
  g_autoptr (FramChanges) changes = fram_changes_begin (desk->db, desk->viewer, "goal", NULL, error);
  g_autofree char *line = tidy (edit->workshop_line);

  if (changes == NULL)
    return FALSE;
  fill_goal (record, of, edit, text, line);
  if (is_new ? fram_changes_insert (changes, record, error) == FRAM_WRITTEN_FAILED
             : !update_goal (of, changes, record, error))
    return FALSE;
  if (id != NULL)
    *id = key;
  /* Translators: a milestone: “Be on time three days a week” is a milestone now. */
  return fram_plan_finish (desk, changes,
                           g_strdup_printf (is_new ? _ ("“%s” is a milestone now.") : _ ("“%s” is changed."), text),
                           what, error);
}

/**
 * fram_desk_save_goal:
 * @self: the desk
 * @enrolment: whose
 * @edit: the milestone
 * @id: (out) (optional): which it is now
 * @what: (out) (optional): the sentence for the toast
 * @error: return location
 *
 * Adds a milestone or changes it.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_save_goal (FramDesk *self, const FramUuid *enrolment, const FramGoalEdit *edit, FramUuid *id, char **what,
                     GError **error)
{
  g_auto (FramPlanCase) of = { 0 };
  g_autofree char *text = tidy (edit->text);

  FRAM_DESK_LOCKED (self);
  if (!fram_plan_case_open (&of, self, enrolment, FRAM_CLASS_PROGRESS, TRUE, error))
    return FALSE;
  if (!fram_uuid_is_none (&edit->id) &&
      fram_plan_find_enrolment (self->db, FRAM_ENTITY_PART_GOAL, &edit->id) != of.stored->enrolment)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("That is not in the register any more."));
      return FALSE;
    }
  return check_goal (&of, edit, text, error) && write_goal (&of, edit, text, id, what, error);
}

static FramStoredGoal *
open_goal (FramPlanCase *of, FramDesk *self, const FramUuid *goal, GError **error)
{
  if (!fram_plan_case_open_of (of, self, FRAM_ENTITY_PART_GOAL, goal, FRAM_CLASS_PROGRESS, error))
    return NULL;
  return fram_plan_load_goal (self->db, self->viewer, fram_db_find_row (self->db, goal), error);
}

/**
 * fram_desk_reach_goal:
 * @self: the desk
 * @goal: the milestone
 * @reached: when it was reached; %FRAM_DATE_NONE: it is not yet
 * @what: (out) (optional): the sentence for the toast
 * @error: return location
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_reach_goal (FramDesk *self, const FramUuid *goal, FramDate reached, char **what, GError **error)
{
  static const char *const columns[] = { "reached", NULL };
  g_auto (FramPlanCase) of = { 0 };
  g_autoptr (FramStoredGoal) stored = NULL;
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PART_GOAL, goal);
  g_autoptr (FramChanges) changes = NULL;
  FramGoalEdit edit = { .due = FRAM_DATE_NONE, .reached = reached };

  FRAM_DESK_LOCKED (self);
  stored = open_goal (&of, self, goal, error);
  if (stored == NULL || !check_goal (&of, &edit, stored->text, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "goal", NULL, error);
  if (changes == NULL)
    return FALSE;
  fram_record_set_date (record, "reached", reached);
  /* Translators: a milestone */
  return fram_changes_update (changes, record, columns, error) != FRAM_WRITTEN_FAILED &&
         fram_plan_finish (
             self, changes,
             g_strdup_printf (reached != FRAM_DATE_NONE ? _ ("“%s” is reached.") : _ ("“%s” is to be reached again."),
                              stored->text),
             what, error);
}

/**
 * fram_desk_remove_goal:
 * @self: the desk
 * @goal: the milestone
 * @what: (out) (optional): the sentence for the toast
 * @error: return location
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_remove_goal (FramDesk *self, const FramUuid *goal, char **what, GError **error)
{
  g_auto (FramPlanCase) of = { 0 };
  g_autoptr (FramStoredGoal) stored = NULL;
  g_autoptr (FramChanges) changes = NULL;

  FRAM_DESK_LOCKED (self);
  stored = open_goal (&of, self, goal, error);
  if (stored == NULL)
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "goal", NULL, error);
  if (changes == NULL || fram_changes_remove (changes, FRAM_ENTITY_PART_GOAL, goal, error) == FRAM_WRITTEN_FAILED)
    return FALSE;
  /* Translators: a milestone */
  return fram_plan_finish (self, changes, g_strdup_printf (_ ("“%s” is removed."), stored->text), what, error);
}
