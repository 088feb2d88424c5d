#include "fram-desk-progression-private.h"

#include "fram-meeting.h"
#include "fram-plan-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands as ticks on the axis of a progression; the timeline's loaders say what there is and in which words. */

/* Who was away from a workshop for longer comes back; else it is one stay in steps. */
#define BACK_AFTER_DAYS 14

/* Somebody who begins at an external place is placed there, and it is written down as a meeting. */
#define SAME_START_DAYS 14

#define OUTSIDE_BEGINS  "extern_plats_start"

static gboolean
is_within (const FramCourse *self, FramDate day)
{
  return day >= self->progression->from && day <= self->progression->to;
}

static FramMoment *
add_item (FramCourse *self, FramMomentKind kind, const FramTimelineItem *item, const char *label)
{
  FramMoment *moment = fram_progression_add_moment (self->progression, kind, item->from, label, item->text);

  moment->entity = item->entity;
  moment->id = item->id;
  return moment;
}

static gint64
workshop_row (const FramCourse *self, const char *code)
{
  for (guint i = 0; i < self->workshops->len; i++)
    {
      const FramWorkshop *workshop = g_ptr_array_index (self->workshops, i);

      if (g_strcmp0 (workshop->code, code) == 0)
        return workshop->row;
    }
  return 0;
}

/* A new workshop is new when the participant has been there; without marks to look at, when the placement has begun. */
static gboolean
came (const FramCourse *self, const FramTimelineItem *stay)
{
  gint64 row = workshop_row (self, stay->kind);

  if (self->sessions == NULL)
    return TRUE;
  for (guint i = 0; i < self->sessions->len; i++)
    {
      const FramWaySession *session = &g_array_index (self->sessions, FramWaySession, i);

      if (session->activity == row && session->day >= stay->from && session->status->counts == FRAM_COUNTS_PRESENT)
        return TRUE;
    }
  return FALSE;
}

/* A step of a stay that goes on is no moment of its own: the hours show it. */
static void
add_workshop (FramCourse *self, GHashTable *left, const FramTimelineItem *stay)
{
  gpointer before = NULL;
  gboolean known = g_hash_table_lookup_extended (left, stay->kind, NULL, &before);
  FramDate to = stay->to != FRAM_DATE_NONE ? stay->to : G_MAXINT32;

  if (is_within (self, stay->from) && (!known || (gint64)stay->from - GPOINTER_TO_INT (before) > BACK_AFTER_DAYS))
    add_item (self, FRAM_MOMENT_WORKSHOP, stay, stay->row)->is_new = !known && came (self, stay);
  if (!known || to > GPOINTER_TO_INT (before))
    g_hash_table_insert (left, g_strdup (stay->kind), GINT_TO_POINTER (to));
}

static void
add_outside (FramCourse *self, const FramTimelineItem *item)
{
  const GPtrArray *moments = self->progression->moments;

  for (guint i = 0; i < moments->len; i++)
    {
      const FramMoment *moment = g_ptr_array_index (moments, i);

      if (moment->kind == FRAM_MOMENT_OUTSIDE && ABS (moment->day - item->from) <= SAME_START_DAYS)
        return;
    }
  if (is_within (self, item->from))
    add_item (self, FRAM_MOMENT_OUTSIDE, item, item->row != NULL ? item->row : item->label);
}

static gboolean
is_told_of (const FramTimelineItem *meeting)
{
  static const char *const kinds[] = { "trepartsmote", "sip", "uppfoljning", "uppfoljning_extern_plats", NULL };

  return meeting->state == FRAM_ITEM_DONE && g_strv_contains (kinds, meeting->kind);
}

static void
add_change (FramCourse *self, const FramTimelineItem *item)
{
  gboolean ours = strcmp (item->kind, "case_worker") == 0;

  if (is_within (self, item->from))
    add_item (self, ours ? FRAM_MOMENT_CASE_WORKER : FRAM_MOMENT_REFERRER, item, item->label);
}

static void
add_of_lane (FramCourse *self, GHashTable *left, const FramTimelineItem *item)
{
  if (item->lane == FRAM_LANE_WORKSHOPS)
    add_workshop (self, left, item);
  else if (item->lane == FRAM_LANE_EXTERNAL)
    add_outside (self, item);
  else if (item->lane == FRAM_LANE_CHANGES)
    add_change (self, item);
  else if (item->lane == FRAM_LANE_GROUPS && is_within (self, item->from))
    add_item (self, FRAM_MOMENT_GROUP, item, item->plain);
  else if (item->lane == FRAM_LANE_MEETINGS && item->state == FRAM_ITEM_DONE &&
           strcmp (item->kind, OUTSIDE_BEGINS) == 0)
    add_outside (self, item);
  else if (item->lane == FRAM_LANE_MEETINGS && is_within (self, item->from) && is_told_of (item))
    add_item (self, FRAM_MOMENT_MEETING, item, item->label);
}

/* Workshops of enrolments before this one are known already. */
static gboolean
find_known (const FramCourse *self, GHashTable *left, GError **error)
{
  const FramWay *way = &self->way;

  for (guint i = 0; i < way->episodes->len; i++)
    {
      const FramStoredEpisode *episode = g_ptr_array_index (way->episodes, i);
      g_autoptr (GPtrArray) stays = NULL;

      if (episode->enrolled >= way->episode->enrolled)
        continue;
      stays = fram_timeline_load_stays (way->desk->db, way->desk->viewer, episode->row, error);
      if (stays == NULL)
        return FALSE;
      for (guint j = 0; j < stays->len; j++)
        {
          const FramStoredThing *stay = g_ptr_array_index (stays, j);

          if (stay->code != NULL)
            g_hash_table_insert (left, g_strdup (stay->code), GINT_TO_POINTER (stay->to));
        }
    }
  return TRUE;
}

static gboolean
add_items (FramCourse *self, GError **error)
{
  g_autoptr (GHashTable) left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  FramWay *way = &self->way;

  if ((way->sees_plan && (!fram_way_add_stays (way, error) || !fram_way_add_case_workers (way, error) ||
                          !find_known (self, left, error))) ||
      (way->sees_part && (!fram_way_add_groups (way, error) || !fram_way_add_meetings (way, error))))
    return FALSE;
  for (guint i = 0; i < way->timeline->items->len; i++)
    add_of_lane (self, left, g_ptr_array_index (way->timeline->items, i));
  return TRUE;
}

static void
add_goal (FramCourse *self, const FramStoredGoal *goal)
{
  /* Translators: a milestone that was reached, in the words it was written in */
  g_autofree char *what = g_strdup_printf (C_ ("progression", "Milestone reached: %s"), goal->text);
  g_autofree char *day = fram_date_to_day_month (goal->reached);
  g_autofree char *text = fram_way_sentence (what, day, FALSE);
  FramMoment *moment =
      fram_progression_add_moment (self->progression, FRAM_MOMENT_MILESTONE, goal->reached, goal->text, text);

  moment->entity = FRAM_ENTITY_PART_GOAL;
  moment->id = goal->id;
}

static gboolean
add_goals (FramCourse *self, GError **error)
{
  const FramWay *way = &self->way;
  g_autoptr (GPtrArray) goals = fram_plan_load_goals (way->desk->db, way->desk->viewer, way->episode->row, error);

  for (guint i = 0; goals != NULL && i < goals->len; i++)
    {
      const FramStoredGoal *goal = g_ptr_array_index (goals, i);

      if (goal->text != NULL && is_within (self, goal->reached))
        add_goal (self, goal);
    }
  return goals != NULL;
}

static gboolean
add_pauses (FramCourse *self, GError **error)
{
  const FramWay *way = &self->way;
  g_autoptr (GPtrArray) pauses = fram_plan_load_pauses (way->desk->db, way->desk->viewer, way->episode->row, error);

  for (guint i = 0; pauses != NULL && i < pauses->len; i++)
    {
      const FramStoredPause *pause = g_ptr_array_index (pauses, i);
      g_autofree char *when = fram_way_span_to_words (pause->from, pause->to);
      g_autofree char *text = fram_way_sentence (C_ ("progression", "Pause"), when, FALSE);
      FramMoment *moment;

      if (!is_within (self, pause->from) || g_strcmp0 (pause->kind, "closed") == 0)
        continue;
      moment = fram_progression_add_moment (self->progression, FRAM_MOMENT_PAUSE, pause->from,
                                            C_ ("progression", "Pause"), text);
      moment->entity = FRAM_ENTITY_PAUSE;
      moment->id = pause->id;
    }
  return pauses != NULL;
}

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  const FramMoment *x = *(const FramMoment *const *)a, *y = *(const FramMoment *const *)b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return (x->kind > y->kind) - (x->kind < y->kind);
}

gboolean
fram_course_add_moments (FramCourse *self, GError **error)
{
  if (!add_items (self, error) || !add_goals (self, error) || (self->way.sees_plan && !add_pauses (self, error)))
    return FALSE;
  g_ptr_array_sort (self->progression->moments, compare_moments);
  return TRUE;
}
