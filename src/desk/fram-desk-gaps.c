#include "fram-desk-gaps-private.h"

#include "fram-access-log.h"
#include "fram-hint-store.h"
#include "fram-taken-store.h"
#include "fram-text.h"

#include <string.h>

/* Gaps of everybody, as far as the person at the keyboard may see the plan. */

/* A gap that begins within six weeks is to come soon; there is time enough for later ones. */
#define SOON_DAYS (6 * 7)

/* How long one look through the list counts as one: it is read again after every change. */
#define ONE_LOOK_MS (10 * 60 * 1000)

/* How much a gap presses: present and nothing ahead, present, coming soon, nothing ahead; what has been or is far away does
 * not. */
typedef enum
{
  URGENCY_OPEN,
  URGENCY_PRESENT,
  URGENCY_COMING,
  URGENCY_NOTHING_AHEAD,
  URGENCY_SEAM,
  URGENCY_LATER,
  URGENCY_PAST,
} Urgency;

typedef struct
{
  FramDesk *desk;
  const FramGapQuery *query;
  FramDate at;
  int over;
  GHashTable *own;  /* enrolments of a case worker; NULL for others */
  GPtrArray *rows;  /* NULL: only counted */
  GHashTable *seen; /* participants that are counted */
} Listing;

void
fram_gap_row_free (FramGapRow *self)
{
  g_free (self->case_no);
  g_free (self->name);
  g_free (self->sort_key);
  g_free (self->case_workers);
  g_free (self->text);
  g_free (self);
}

static Urgency
urgency_of (const FramGap *gap, FramDate at)
{
  Urgency ahead = gap->last <= at + SOON_DAYS ? URGENCY_COMING : URGENCY_LATER;

  switch (gap->kind)
    {
    case FRAM_GAP_OPEN: return URGENCY_OPEN;
    case FRAM_GAP_BETWEEN:
      if (gap->next <= at)
        return URGENCY_PAST;
      return gap->last < at ? URGENCY_PRESENT : ahead;
    case FRAM_GAP_PLAN_ENDS: return ahead;
    case FRAM_GAP_NOTHING_AHEAD: return URGENCY_NOTHING_AHEAD;
    case FRAM_GAP_FIRST_CONTACT:
    case FRAM_GAP_FIRST_PLACEMENT: return gap->next == FRAM_DATE_NONE || gap->next > at ? URGENCY_SEAM : URGENCY_PAST;
    case FRAM_GAP_CLOSING:
    case FRAM_GAP_NEXT_STEP:
    case FRAM_N_GAP_KINDS:
    default: return URGENCY_PAST;
    }
}

/**
 * fram_gap_is_present:
 * @gap: a gap
 * @at: the day it is looked at from
 *
 * Returns: whether that day lies in it; else it is to come, or has been
 */
gboolean
fram_gap_is_present (const FramGap *gap, FramDate at)
{
  return urgency_of (gap, at) <= URGENCY_PRESENT;
}

/**
 * fram_desk_gap_over:
 * @self: the desk
 *
 * Returns: more than so many days without planned activity are a gap, as the programme says
 */
int
fram_desk_gap_over (FramDesk *self)
{
  g_autofree char *setting = NULL;

  FRAM_DESK_LOCKED (self);
  setting = fram_hint_load_setting (self->db, "gap_days");
  return fram_gap_days_of_setting (setting);
}

/* No working day is left before the next planned day: nothing can be done about it any more, and nothing needs to be. */
static gboolean
is_as_good_as_over (const Listing *self, const FramGap *gap)
{
  return gap->kind == FRAM_GAP_BETWEEN &&
         fram_day_next_open (self->at, fram_desk_closed_days (self->desk), 0) >= gap->next;
}

static gboolean
is_wanted (const Listing *self, const FramGap *gap)
{
  Urgency urgency = urgency_of (gap, self->at);

  if (self->query->now && is_as_good_as_over (self, gap))
    return FALSE;

  if (self->rows == NULL)
    return urgency <= URGENCY_COMING;
  if (self->query->now)
    return urgency < URGENCY_LATER;
  return gap->kind != FRAM_GAP_NOTHING_AHEAD;
}

static gboolean
is_own (const Listing *self, const FramStoredGapCase *one)
{
  return self->own != NULL && g_hash_table_contains (self->own, &one->enrolment);
}

static FramGapRow *
row_of (const Listing *self, const FramStoredGapCase *one, const FramGap *gap)
{
  FramGapRow *row = g_new0 (FramGapRow, 1);

  row->participant = one->participant_id;
  row->enrolment = one->enrolment_id;
  row->case_no = g_strdup (one->case_no);
  row->name = one->is_protected ? fram_text_initials (one->given_name, one->family_name)
                                : g_strjoin (" ", one->given_name, one->family_name, NULL);
  row->sort_key = g_strdup (one->sort_key);
  row->case_workers = g_strdup (one->case_workers);
  row->own = is_own (self, one);
  row->gap = *gap;
  row->text = fram_gap_to_text (gap, self->at);
  return row;
}

/* Gaps come in order of day: the first one of now is the one to bridge first. */
static void
add_gaps (Listing *self, const FramStoredGapCase *one, const GArray *gaps)
{
  for (guint i = 0; i < gaps->len; i++)
    {
      const FramGap *gap = &g_array_index (gaps, FramGap, i);

      if (!is_wanted (self, gap))
        continue;
      if (self->rows != NULL)
        g_ptr_array_add (self->rows, row_of (self, one, gap));
      else
        g_hash_table_add (self->seen, GSIZE_TO_POINTER ((gsize)one->participant));
      if (self->query->now && gap->kind < FRAM_GAP_FIRST_CONTACT)
        return;
    }
}

static gboolean
look_at (Listing *self, FramGapPlanner *planner, const FramStoredGapCase *one, GError **error)
{
  FramGapFacts facts;
  g_autoptr (GArray) gaps = NULL;

  if (!fram_gap_planner_look (planner, one, self->over, FALSE, &facts, error))
    return FALSE;
  gaps = fram_gaps_find (&facts);
  add_gaps (self, one, gaps);
  if (self->rows != NULL && self->query->seams)
    {
      FramSeamFacts days;
      g_autoptr (GArray) seams = NULL;

      fram_gap_planner_seams (planner, one, &facts, &days);
      seams = fram_seams_find (&days);
      add_gaps (self, one, seams);
    }
  return TRUE;
}

static FramDate
first_day_of (const GPtrArray *cases, FramDate at)
{
  FramDate first = at;

  for (guint i = 0; i < cases->len; i++)
    first = MIN (first, ((const FramStoredGapCase *)g_ptr_array_index (cases, i))->enrolled);
  return first;
}

/* Whether the person has participants of one's own at all; then @own tells which. */
static gboolean
load_own (Listing *self, GError **error)
{
  const FramViewer *viewer = self->desk->viewer;

  if (viewer->is_system || !fram_viewer_has_role (viewer, FRAM_ROLE_CASE_WORKER))
    return TRUE;
  self->own = fram_taken_load_own (self->desk->db, viewer, error);
  return self->own != NULL;
}

static gboolean
look_through (Listing *self, gboolean only_own, GError **error)
{
  g_auto (FramGapPlanner) planner = { 0 };
  g_autoptr (GPtrArray) cases = NULL;

  cases = fram_gap_load_cases (self->desk->db, self->desk->viewer, self->at, self->query->now, 0, error);
  if (cases == NULL || !fram_gap_planner_init (&planner, self->desk, first_day_of (cases, self->at), self->at, error) ||
      (!self->query->now && !fram_gap_planner_read_all (&planner, cases, error)))
    return FALSE;
  for (guint i = 0; i < cases->len; i++)
    {
      const FramStoredGapCase *one = g_ptr_array_index (cases, i);

      if (only_own && !is_own (self, one))
        continue;
      if (!look_at (self, &planner, one, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_days (FramDate a, FramDate b)
{
  return (a > b) - (a < b);
}

/* Case numbers are made on one or several machines; two people may have the same one. */
static int
by_case (gconstpointer a, gconstpointer b)
{
  const FramGapRow *x = *(FramGapRow *const *)a;
  const FramGapRow *y = *(FramGapRow *const *)b;
  int order = strcmp (x->case_no, y->case_no);

  if (order == 0)
    order = compare_days (x->gap.last, y->gap.last);
  return order != 0 ? order : (int)x->gap.kind - (int)y->gap.kind;
}

/* Present ones by how long they last, coming ones by when they begin. */
static int
by_urgency (gconstpointer a, gconstpointer b, gpointer listing)
{
  const FramGapRow *x = *(FramGapRow *const *)a;
  const FramGapRow *y = *(FramGapRow *const *)b;
  FramDate at = ((const Listing *)listing)->at;
  Urgency u = urgency_of (&x->gap, at);
  int order = (int)u - (int)urgency_of (&y->gap, at);

  if (order == 0 && (u == URGENCY_OPEN || u == URGENCY_PRESENT || u == URGENCY_SEAM))
    order = y->gap.days - x->gap.days;
  else if (order == 0)
    order = compare_days (x->gap.last, y->gap.last);
  if (order == 0)
    order = g_strcmp0 (x->sort_key, y->sort_key);
  return order != 0 ? order : by_case (a, b);
}

/* That the list was read is in the log, once per look. */
static void
note_listing (FramDesk *self)
{
  gint64 now = fram_clock_now (self->clock);

  if (self->last_gaps != 0 && now - self->last_gaps < ONE_LOOK_MS)
    return;
  if (fram_access_log_add (self->db, self->viewer, "listed", FRAM_CLASS_PLAN, 0, "gaps", NULL))
    self->last_gaps = now;
}

/**
 * fram_desk_gaps:
 * @self: the desk
 * @query: which gaps
 * @error: return location; %FRAM_ERROR_DENIED
 *
 * Gaps of the participants whose plan the person at the keyboard may see. Of now there is one for each enrolment, the first
 * that is present or begins within six weeks, in order of urgency: who is in one with nothing planned ahead, longest first;
 * who is in one; to whom one comes, soonest first; who has nothing planned ahead; seams. Listing is logged.
 *
 * Returns: (transfer full) (nullable) (element-type FramGapRow): the gaps
 */
GPtrArray *
fram_desk_gaps (FramDesk *self, const FramGapQuery *query, GError **error)
{
  Listing listing = { .desk = self, .query = query };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_gap_row_free);
  gboolean ok;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_PLAN, FALSE, error))
    return NULL;
  listing.at = query->at != FRAM_DATE_NONE ? query->at : fram_desk_get_home_day (self);
  listing.over = query->over > 0 ? query->over : fram_desk_gap_over (self);
  listing.rows = rows;
  fram_db_begin_read (self->db);
  ok = load_own (&listing, error) && look_through (&listing, query->own, error);
  fram_db_end_read (self->db);
  g_clear_pointer (&listing.own, g_hash_table_unref);
  if (!ok)
    return NULL;
  note_listing (self);
  if (query->now)
    g_ptr_array_sort_with_data (rows, by_urgency, &listing);
  else
    g_ptr_array_sort (rows, by_case);
  return g_steal_pointer (&rows);
}

/**
 * fram_desk_count_gaps:
 * @self: the desk
 *
 * Returns: how many participants have a present or coming gap: one's own ones, or all of the house for those who have none
 */
guint
fram_desk_count_gaps (FramDesk *self)
{
  const FramGapQuery query = { .now = TRUE };
  Listing listing = { .desk = self, .query = &query };
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_PLAN, FALSE, NULL))
    return 0;
  listing.at = fram_desk_get_home_day (self);
  listing.over = fram_desk_gap_over (self);
  listing.seen = seen;
  fram_db_begin_read (self->db);
  if (load_own (&listing, NULL))
    look_through (&listing, listing.own != NULL && g_hash_table_size (listing.own) > 0, NULL);
  fram_db_end_read (self->db);
  g_clear_pointer (&listing.own, g_hash_table_unref);
  return g_hash_table_size (seen);
}
