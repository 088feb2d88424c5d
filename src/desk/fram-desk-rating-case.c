#include "fram-desk-rating-private.h"

#include "fram-hint-store.h"
#include "fram-talk.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whose talk it is: sets, rights, and when the next talk is due. */

gboolean
fram_desk_belief_is_on (FramDesk *self)
{
  g_autofree char *setting = fram_hint_load_setting (self->db, "belief");

  return g_strcmp0 (setting, "true") == 0;
}

static const FramStoredIndicatorSet *
newest_in_use (const GPtrArray *sets, const char *code)
{
  const FramStoredIndicatorSet *newest = NULL;

  for (guint i = 0; i < sets->len; i++)
    {
      const FramStoredIndicatorSet *set = g_ptr_array_index (sets, i);

      if (set->active && g_str_equal (set->code, code) && (newest == NULL || set->version > newest->version))
        newest = set;
    }
  return newest;
}

/* Those that the programme names, in its order, each in its newest version. (element-type FramStoredIndicatorSet) (transfer
 * container) */
GPtrArray *
fram_desk_offered_sets (FramDesk *self, const GPtrArray *sets)
{
  g_autofree char *setting = fram_hint_load_setting (self->db, "indicator_sets");
  g_auto (GStrv) codes = g_strsplit (setting != NULL ? setting : "", ";", -1);
  GPtrArray *offered = g_ptr_array_new ();

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const FramStoredIndicatorSet *set = newest_in_use (sets, g_strstrip (codes[i]));

      if (set != NULL && !g_ptr_array_find (offered, set, NULL))
        g_ptr_array_add (offered, (gpointer)set);
    }
  return offered;
}

void
fram_talk_case_clear (FramTalkCase *self)
{
  fram_plan_case_clear (&self->of);
  g_clear_pointer (&self->sets, g_ptr_array_unref);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->ratings, g_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->pauses, g_array_unref);
}

static gboolean
check_write (const FramTalkCase *self, GError **error)
{
  if (fram_db_get_read_only_reason (self->of.desk->db) != NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_READ_ONLY, fram_db_get_read_only_reason (self->of.desk->db));
  else if (!self->writes)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                         _ ("Your roles let you read these ratings, not write them; the case worker does."));
  else
    return TRUE;
  return FALSE;
}

static GArray *
load_pauses (const FramTalkCase *self, GError **error)
{
  g_autoptr (GPtrArray) stored =
      fram_plan_load_pauses (self->of.desk->db, self->of.desk->viewer, self->of.stored->enrolment, error);
  GArray *pauses;

  if (stored == NULL)
    return NULL;
  pauses = g_array_new (FALSE, FALSE, sizeof (FramPauseSpan));
  for (guint i = 0; i < stored->len; i++)
    {
      const FramStoredPause *s = g_ptr_array_index (stored, i);
      FramPauseSpan pause = { s->from, s->to, FALSE };

      g_array_append_val (pauses, pause);
    }
  return pauses;
}

/* Sets, and what was rated. FRAM_ERROR_NOT_FOUND, FRAM_ERROR_DENIED, FRAM_ERROR_READ_ONLY. */
gboolean
fram_talk_case_open (FramTalkCase *self, FramDesk *desk, const FramUuid *enrolment, gboolean write, GError **error)
{
  gint64 participant, row;
  gboolean belief;

  if (!fram_plan_case_open (&self->of, desk, enrolment, FRAM_CLASS_PROGRESS, FALSE, error))
    return FALSE;
  participant = self->of.stored->participant;
  row = self->of.stored->enrolment;
  self->writes = fram_db_get_read_only_reason (desk->db) == NULL &&
                 fram_plan_case_may (desk, FRAM_CLASS_PROGRESS, TRUE, participant);
  self->writes_notes = fram_plan_case_may (desk, FRAM_CLASS_NOTE, TRUE, participant);
  self->believes = fram_desk_belief_is_on (desk) && fram_plan_case_may (desk, FRAM_CLASS_BELIEF, TRUE, participant);
  if (write && !check_write (self, error))
    return FALSE;
  self->sets = fram_rating_load_sets (desk->db, error);
  self->indicators = self->sets != NULL ? fram_rating_load_indicators (desk->db, 0, error) : NULL;
  /* the file's owner sees what was rated before it was turned off, and can take it back */
  belief = self->believes || desk->viewer->is_system;
  self->ratings = self->indicators != NULL ? fram_rating_load (desk->db, desk->viewer, row, belief, error) : NULL;
  self->notes = self->ratings != NULL ? fram_talk_load_notes (desk->db, desk->viewer, row, error) : NULL;
  self->pauses = self->notes != NULL ? load_pauses (self, error) : NULL;
  return self->pauses != NULL;
}

/* One that the person may fill in: offered or not, what somebody has begun is not lost. */
const FramStoredIndicatorSet *
fram_talk_case_find_set (const FramTalkCase *self, const FramUuid *id, GError **error)
{
  const FramStoredIndicatorSet *set = fram_rating_find_set (self->sets, fram_db_find_row (self->of.desk->db, id));

  if (set == NULL || newest_in_use (self->sets, set->code) != set)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                           _ ("These questions are not in use any more. Open the form again."));
      return NULL;
    }
  if (!set->is_agenda || self->writes_notes)
    return set;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_DENIED,
               _ ("Your roles do not let you write notes, so “%s” is not yours to fill in."), set->name);
  return NULL;
}

/* "avstamning-3" in its newest version in use; "avstamning-3@2" only where that is the second one: what is old is not answered
 * any more. */
static const FramStoredIndicatorSet *
find_named (const GPtrArray *sets, const char *name)
{
  const char *at = strrchr (name, '@');
  g_autofree char *code = at != NULL ? g_strndup (name, (gsize)(at - name)) : g_strdup (name);
  const FramStoredIndicatorSet *set = newest_in_use (sets, code);
  gint64 version = 0;

  if (set == NULL || at == NULL)
    return set;
  return fram_int_parse (at + 1, &version) && version == set->version ? set : NULL;
}

static const FramStoredIndicator *
find_ordinal (const GPtrArray *indicators, const char *text)
{
  gint64 ordinal = 0;

  if (!fram_int_parse (text, &ordinal))
    return NULL;
  for (guint i = 0; i < indicators->len; i++)
    {
      const FramStoredIndicator *indicator = g_ptr_array_index (indicators, i);

      if (indicator->active && indicator->ordinal == ordinal)
        return indicator;
    }
  return NULL;
}

/**
 * fram_desk_find_question:
 * @self: the desk
 * @code: a question as the command line calls it: "3" in `fram-2021`, else "avstamning-3:2" or, with the version that files
 *   name, "avstamning-3@2:2"
 * @set: (out): its set in the newest version that is in use
 * @indicator: (out): the question
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Returns: whether there is one
 */
gboolean
fram_desk_find_question (FramDesk *self, const char *code, FramUuid *set, FramUuid *indicator, GError **error)
{
  const char *colon = strrchr (code, ':');
  g_autofree char *name = colon != NULL ? g_strndup (code, (gsize)(colon - code)) : g_strdup (FRAM_RATING_PLAIN_SET);
  g_autoptr (GPtrArray) sets = NULL, indicators = NULL;
  const FramStoredIndicatorSet *found;
  const FramStoredIndicator *question;

  FRAM_DESK_LOCKED (self);
  sets = fram_rating_load_sets (self->db, error);
  if (sets == NULL)
    return FALSE;
  found = find_named (sets, name);
  indicators = found != NULL ? fram_rating_load_indicators (self->db, found->row, error) : NULL;
  if (found != NULL && indicators == NULL)
    return FALSE;
  question = found != NULL ? find_ordinal (indicators, colon != NULL ? colon + 1 : code) : NULL;
  if (question == NULL)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                   _ ("There is no question “%s”; write a set and a number, such as avstamning-3:2."), code);
      return FALSE;
    }
  *set = found->id;
  *indicator = question->id;
  return TRUE;
}

/* The sides that the person at the keyboard may fill in: a case worker writes the participant's too, in the talk. */
guint
fram_talk_case_raters (const FramTalkCase *self, const FramStoredIndicatorSet *set,
                       const FramStoredIndicator *indicator)
{
  if (set->is_agenda)
    return 1u << FRAM_RATER_CASE_WORKER;
  if (indicator->belief && !self->believes)
    return indicator->raters & ~(1u << FRAM_RATER_CASE_WORKER);
  return indicator->raters;
}

FramDate
fram_talk_case_last_day (const FramTalkCase *self)
{
  FramDate today = self->of.desk->viewer->today, closed = self->of.stored->closed;

  return closed != FRAM_DATE_NONE ? MIN (closed, today) : today;
}

static const char *
code_of (const FramTalkCase *self, gint64 indicator)
{
  const FramStoredIndicator *found = fram_rating_find_indicator (self->indicators, indicator);
  const FramStoredIndicatorSet *set = found != NULL ? fram_rating_find_set (self->sets, found->set) : NULL;

  return set != NULL ? set->code : NULL;
}

/* The last talk with a set, in whatever version. The case worker's own belief alone is no talk. */
static FramDate
last_talk (const FramTalkCase *self, const FramStoredIndicatorSet *set)
{
  FramDate last = FRAM_DATE_NONE;

  for (guint i = 0; i < self->ratings->len; i++)
    {
      const FramStoredRating *r = &g_array_index (self->ratings, FramStoredRating, i);
      const FramStoredIndicator *indicator = fram_rating_find_indicator (self->indicators, r->indicator);

      if (r->day > last && indicator != NULL && !(indicator->belief && r->rater == FRAM_RATER_CASE_WORKER) &&
          g_strcmp0 (code_of (self, r->indicator), set->code) == 0)
        last = r->day;
    }
  for (guint i = 0; set->is_agenda && i < self->notes->len; i++)
    {
      const FramStoredAreaNote *note = g_ptr_array_index (self->notes, i);

      if (note->day > last && g_strcmp0 (code_of (self, note->indicator), set->code) == 0)
        last = note->day;
    }
  return last;
}

/* When the next talk with a set is due, and when the last one was. Of what is over nothing is due. */
FramDate
fram_talk_case_due (const FramTalkCase *self, const FramStoredIndicatorSet *set, FramDate *last)
{
  FramTalkFacts facts = { .enrolled = self->of.stored->enrolled,
                          .closed = self->of.stored->closed,
                          .last = last_talk (self, set),
                          .every_days = set->every_days,
                          .pauses = self->pauses };

  *last = facts.last;
  if (facts.closed != FRAM_DATE_NONE && facts.closed < self->of.desk->viewer->today)
    return FRAM_DATE_NONE;
  return fram_talk_due (&facts, fram_desk_closed_days (self->of.desk));
}
