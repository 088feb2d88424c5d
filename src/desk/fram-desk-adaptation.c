#include "fram-desk-adaptation-private.h"

#include "fram-access-log.h"
#include "fram-desk-journal-private.h"
#include "fram-desk-private.h"
#include "fram-rights.h"
#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* Adaptations as they are read. */

/* A page that reads itself again after a change is one look. */
#define ONE_LOOK_MS (60 * 1000)

void
fram_adaptation_free (FramAdaptation *self)
{
  g_free (self->case_no);
  g_free (self->name);
  g_free (self->area);
  g_free (self->area_name);
  g_free (self->barrier);
  g_free (self->measure);
  g_free (self->aid_kind);
  g_free (self->aid_from);
  g_free (self->aid_carrier);
  g_free (self->activity_code);
  g_free (self->activity_name);
  g_free (self->line);
  g_free (self->own_words);
  g_free (self->agreed_by);
  g_free (self->words);
  g_free (self);
}

void
fram_adaptation_review_free (FramAdaptationReview *self)
{
  g_free (self->note);
  g_free (self->author);
  g_free (self);
}

static int
outcome_of (const char *code)
{
  FramReviewOutcome outcome;

  return code != NULL && fram_review_outcome_from_code (code, &outcome) ? (int)outcome : -1;
}

/* Since when it stands as it stands; imported ones do not say. */
static FramDate
since (const FramAdaptation *self)
{
  switch (self->status)
    {
    case FRAM_ADAPTATION_ON_TRIAL: return self->tried_from;
    case FRAM_ADAPTATION_IN_PLACE: return self->in_place_from;
    case FRAM_ADAPTATION_ENDED:
    case FRAM_ADAPTATION_DID_NOT_HELP:
    case FRAM_ADAPTATION_NOT_CARRIED_OUT: return self->ended;
    case FRAM_ADAPTATION_PROPOSED: return self->made;
    case FRAM_N_ADAPTATION_STATUSES:
    default: g_return_val_if_reached (FRAM_DATE_NONE);
    }
}

static char *
state_words (const FramAdaptation *self)
{
  const char *name = fram_adaptation_status_get_name (self->status);
  FramDate from = since (self);
  g_autofree char *day = from != FRAM_DATE_NONE ? fram_date_to_day_month (from) : NULL;

  if (day == NULL)
    return g_strdup (name);
  if (fram_adaptation_goes_on (self->status))
    /* Translators: how an adaptation stands, and since which day: "On trial since 3 November" */
    return g_strdup_printf (C_ ("adaptation", "%1$s since %2$s"), name, day);
  /* Translators: how an adaptation stands, and on which day it came to an end: "Did not help, 3 November" */
  return g_strdup_printf (C_ ("adaptation", "%1$s, %2$s"), name, day);
}

/* "On trial since 3 November · review by 1 December" */
static char *
words_of (const FramAdaptation *self, FramDate today)
{
  g_autofree char *state = state_words (self);
  g_autofree char *day = NULL;
  g_autofree char *review = NULL;

  if (!fram_adaptation_goes_on (self->status) || self->review_by == FRAM_DATE_NONE)
    return g_steal_pointer (&state);
  day = fram_date_to_day_month (self->review_by);
  review = g_strdup_printf (
      self->review_by < today ? C_ ("adaptation", "review late since %s") : C_ ("adaptation", "review by %s"), day);
  return g_strdup_printf ("%s · %s", state, review);
}

static void
take_texts (FramAdaptation *self, FramStoredAdaptation *stored)
{
  self->case_no = g_strdup (stored->case_no);
  self->name = stored->is_protected ? fram_text_initials (stored->given_name, stored->family_name)
                                    : g_strjoin (" ", stored->given_name, stored->family_name, NULL);
  self->area = g_strdup (stored->area);
  self->area_name = g_strdup (stored->area_name);
  self->barrier = g_strdup (stored->barrier);
  self->measure = g_strdup (stored->measure);
  self->aid_kind = g_strdup (stored->aid_kind);
  self->aid_from = g_strdup (stored->aid_from);
  self->aid_carrier = g_strdup (stored->aid_carrier);
  self->activity_code = g_strdup (stored->activity_code);
  self->activity_name = g_strdup (stored->activity_name);
  self->line = g_strdup (stored->line);
  self->own_words = g_strdup (stored->own_words);
  self->agreed_by = g_strdup (stored->agreed_by);
}

static FramAdaptation *
adaptation_of (FramStoredAdaptation *stored, FramDate today)
{
  FramAdaptation *self = g_new0 (FramAdaptation, 1);

  self->id = stored->id;
  self->enrolment = stored->enrolment_id;
  self->participant = stored->participant_id;
  self->is_open = stored->is_open;
  take_texts (self, stored);
  self->aid_applied = stored->aid_applied;
  self->aid_received = stored->aid_received;
  fram_adaptation_reach_from_code (stored->applies, &self->reach);
  self->activity = stored->activity;
  fram_adaptation_status_from_code (stored->status, &self->status);
  self->made = stored->made;
  self->tried_from = stored->tried_from;
  self->in_place_from = stored->in_place_from;
  self->ended = stored->ended;
  self->review_by = stored->review_by;
  self->reviewed = stored->reviewed;
  self->outcome = outcome_of (stored->outcome);
  self->is_due = self->is_open && fram_adaptation_goes_on (self->status) && self->review_by != FRAM_DATE_NONE &&
                 self->review_by <= today;
  self->words = words_of (self, today);
  return self;
}

/* One person's needs are a record that is opened; those of many are a list. */
static gboolean
log_reading (FramDesk *self, const GPtrArray *stored, gint64 participant, GError **error)
{
  gint64 now = fram_clock_now (self->clock);

  if (participant != 0)
    return fram_desk_log_sitting (self, FRAM_CLASS_NEED, participant, "adaptations", error);
  if (stored->len == 0 || (self->last_needs != 0 && now - self->last_needs < ONE_LOOK_MS))
    return TRUE;
  if (!fram_access_log_add (self->db, self->viewer, "listed", FRAM_CLASS_NEED, 0, "adaptations", error))
    return FALSE;
  self->last_needs = now;
  return TRUE;
}

/**
 * fram_desk_adaptations:
 * @self: the desk
 * @query: which
 * @error: return location; %FRAM_ERROR_DENIED where the role reads nobody's needs, or not those of that person
 *
 * Where it cannot be logged that they were read, they are not shown.
 *
 * Returns: (transfer full) (nullable) (element-type FramAdaptation): the adaptations
 */
GPtrArray *
fram_desk_adaptations (FramDesk *self, const FramAdaptationQuery *query, GError **error)
{
  g_autoptr (GPtrArray) answer = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_adaptation_free);
  FramAdaptationScope scope = { 0, query->due_by };
  g_autoptr (GPtrArray) stored = NULL;
  gint64 participant = 0;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_NEED, FALSE, error))
    return NULL;
  if (query->enrolment != NULL)
    {
      g_autoptr (FramStoredEnrolment) whose = fram_desk_adapted (self, query->enrolment, FALSE, error);

      if (whose == NULL)
        return NULL;
      scope.enrolment = whose->row;
      participant = whose->participant;
    }
  stored = fram_adaptation_load (self->db, self->viewer, &scope, error);
  if (stored == NULL || !log_reading (self, stored, participant, error))
    return NULL;
  for (guint i = 0; i < stored->len; i++)
    g_ptr_array_add (answer, adaptation_of (g_ptr_array_index (stored, i), self->viewer->today));
  return g_steal_pointer (&answer);
}

/**
 * fram_desk_adaptation:
 * @self: the desk
 * @id: which
 * @error: return location; %FRAM_ERROR_NOT_FOUND also for what is not for the person at the keyboard
 *
 * Returns: (transfer full) (nullable): the adaptation
 */
FramAdaptation *
fram_desk_adaptation (FramDesk *self, const FramUuid *id, GError **error)
{
  g_autoptr (FramStoredAdaptation) stored = NULL;

  FRAM_DESK_LOCKED (self);
  stored = fram_adaptation_load_one (self->db, self->viewer, id, error);
  if (stored == NULL || !fram_desk_log_sitting (self, FRAM_CLASS_NEED, stored->participant, "adaptations", error))
    return NULL;
  return adaptation_of (stored, self->viewer->today);
}

guint
fram_desk_count_reviews (FramDesk *self)
{
  FRAM_DESK_LOCKED (self);
  if (!fram_rights_may_read (self->viewer, FRAM_CLASS_NEED))
    return 0;
  return fram_adaptation_count_due (self->db, self->viewer, self->viewer->today);
}

static FramAdaptationReview *
review_of (const FramStoredReview *stored)
{
  FramAdaptationReview *self = g_new0 (FramAdaptationReview, 1);

  self->id = stored->id;
  self->day = stored->day;
  self->outcome = outcome_of (stored->outcome);
  self->note = g_strdup (stored->note);
  self->author = g_strdup (stored->author);
  return self;
}

/**
 * fram_desk_adaptation_reviews:
 * @self: the desk
 * @id: of which adaptation
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable) (element-type FramAdaptationReview): its reviews, newest first
 */
GPtrArray *
fram_desk_adaptation_reviews (FramDesk *self, const FramUuid *id, GError **error)
{
  g_autoptr (GPtrArray) answer = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_adaptation_review_free);
  g_autoptr (FramStoredAdaptation) stored = NULL;
  g_autoptr (GPtrArray) reviews = NULL;

  FRAM_DESK_LOCKED (self);
  stored = fram_adaptation_load_one (self->db, self->viewer, id, error);
  if (stored == NULL || !fram_desk_log_sitting (self, FRAM_CLASS_NEED, stored->participant, "adaptations", error))
    return NULL;
  reviews = fram_adaptation_load_reviews (self->db, self->viewer, stored->row, error);
  if (reviews == NULL)
    return NULL;
  for (guint i = 0; i < reviews->len; i++)
    g_ptr_array_add (answer, review_of (g_ptr_array_index (reviews, i)));
  return g_steal_pointer (&answer);
}
