#include "fram-desk-private.h"
#include "fram-desk-people.h"

#include "fram-access-log.h"
#include "fram-people-store.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

static char *
spaced (const char *list, const char *separator)
{
  g_auto (GStrv) parts = g_strsplit (list != NULL ? list : "", ",", -1);

  return g_strjoinv (separator, parts);
}

static FramPhase
phase_of (const FramStoredCase *stored, FramDate day)
{
  FramPhaseFacts facts = FRAM_PHASE_FACTS_INIT;

  facts.received = stored->received;
  facts.decision = fram_decision_kind_from_code (stored->decision_kind);
  facts.decided = stored->decided;
  facts.enrolled = stored->enrolled;
  facts.introduction_until = stored->introduction_until;
  facts.closed = stored->closed;
  facts.followed_up = stored->followed_up;
  return fram_phase_at (&facts, day);
}

/* A person as lists show it. */
FramPersonRow *
fram_desk_row_of_case (const FramStoredCase *stored, FramDate day)
{
  FramPersonRow *row = fram_person_row_new ();

  row->participant = stored->participant_id;
  row->participant_row = stored->participant;
  row->case_no = g_strdup (stored->case_no);
  row->is_protected = stored->is_protected;
  if (stored->is_protected)
    row->name = fram_text_initials (stored->given_name, stored->family_name);
  else
    {
      row->name = g_strjoin (" ", stored->given_name, stored->family_name, NULL);
      row->given_name = g_strdup (stored->given_name);
      row->family_name = g_strdup (stored->family_name);
      row->birth_date = stored->birth_date;
    }
  row->sort_key = g_strdup (stored->sort_key);
  row->sex = g_strdup (stored->sex);
  row->organisation = g_strdup (stored->organisation);
  row->phase = phase_of (stored, day);
  row->enrolled = stored->enrolled;
  row->closed = stored->closed;
  row->workshops = spaced (stored->workshops, ", ");
  row->workshop_codes = spaced (stored->workshop_codes, ";");
  return row;
}

/* Whether the phase is one that is asked for. */
static gboolean
fits (const FramPeopleQuery *query, FramPhase wanted, FramPhase phase)
{
  if (query->enrolled_now && phase != FRAM_PHASE_INTRODUCTION && phase != FRAM_PHASE_PARTICIPATION)
    return FALSE;
  return wanted == FRAM_N_PHASES || phase == wanted;
}

static gboolean
read_query (FramDesk *self, const FramPeopleQuery *query, gint64 *workshop, FramPhase *phase, GError **error)
{
  g_autoptr (FramStoredActivity) found = NULL;

  *workshop = 0;
  *phase = FRAM_N_PHASES;
  if (query->workshop != NULL)
    {
      found = fram_house_find_activity (self->db, query->workshop, error);
      if (found == NULL)
        return FALSE;
      *workshop = found->row;
    }
  if (query->phase != NULL && !fram_phase_from_code (query->phase, phase))
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no phase “%s”."), query->phase);
      return FALSE;
    }
  return TRUE;
}

/* How long one look through a list counts as one: it is read again after every change. */
#define ONE_LOOK_MS (10 * 60 * 1000)

/* That a list was read is in the log, once per look and without what was searched for. */
static void
note_listing (FramDesk *self, const FramPeopleQuery *query)
{
  gint64 now = fram_clock_now (self->clock);
  gboolean search = query->search != NULL && query->search[0] != '\0';
  gint64 *last = search ? &self->last_search : &self->last_listing;

  if (*last != 0 && now - *last < ONE_LOOK_MS)
    return;
  if (fram_access_log_add (self->db, self->viewer, search ? "searched" : "listed", FRAM_CLASS_BASIC, 0, NULL, NULL))
    *last = now;
}

/**
 * fram_desk_people:
 * @self: the desk
 * @query: who is looked for
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramPersonRow): people whom the person at the keyboard may see, by name
 */
GPtrArray *
fram_desk_people (FramDesk *self, const FramPeopleQuery *query, GError **error)
{
  g_autoptr (GPtrArray) stored = NULL;
  GPtrArray *rows;
  gint64 workshop;
  FramPhase phase;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_BASIC, FALSE, error) || !read_query (self, query, &workshop, &phase, error))
    return NULL;
  fram_db_begin_read (self->db);
  stored = fram_people_load (self->db, self->viewer, query->search, workshop,
                             phase == FRAM_N_PHASES && !query->enrolled_now ? query->limit : 0, error);
  fram_db_end_read (self->db);
  if (stored == NULL)
    return NULL;
  note_listing (self, query);
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < stored->len && (query->limit == 0 || rows->len < query->limit); i++)
    {
      g_autoptr (FramPersonRow) row = fram_desk_row_of_case (g_ptr_array_index (stored, i), self->viewer->today);

      if (fits (query, phase, row->phase))
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }
  return rows;
}

/**
 * fram_desk_find_person:
 * @self: the desk
 * @case_no_or_id: a case number or an id
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Opens one participant's record; that is logged.
 *
 * Returns: (transfer full) (nullable): the participant
 */
FramPersonRow *
fram_desk_find_person (FramDesk *self, const char *case_no_or_id, GError **error)
{
  g_autoptr (FramStoredCase) stored = NULL;

  FRAM_DESK_LOCKED (self);
  stored = fram_people_load_one (self->db, self->viewer, case_no_or_id, error);
  if (stored == NULL ||
      !fram_access_log_add (self->db, self->viewer, "opened", FRAM_CLASS_BASIC, stored->participant, NULL, error))
    return NULL;
  return fram_desk_row_of_case (stored, self->viewer->today);
}

typedef struct
{
  FramPeopleQuery query;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free ((char *)request->query.search);
  g_free ((char *)request->query.phase);
  g_free ((char *)request->query.workshop);
  g_free (request);
}

static gpointer
load_people (FramDesk *self, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_people (self, &((Request *)data)->query, error);
}

void
fram_desk_people_async (FramDesk *self, const FramPeopleQuery *query, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  request->query.search = g_strdup (query->search);
  request->query.phase = g_strdup (query->phase);
  request->query.workshop = g_strdup (query->workshop);
  request->query.limit = query->limit;
  request->query.enrolled_now = query->enrolled_now;
  fram_desk_run_async (self, load_people, request, request_free, (GDestroyNotify)g_ptr_array_unref, cancellable,
                       callback, user_data);
}

GPtrArray *
fram_desk_people_finish (FramDesk *self, GAsyncResult *result, GError **error)
{
  return fram_desk_run_finish (self, result, error);
}

void
fram_choice_free (FramChoice *self)
{
  g_free (self->code);
  g_free (self->name);
  g_free (self);
}
