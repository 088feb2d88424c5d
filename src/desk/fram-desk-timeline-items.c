#include "fram-desk-timeline-private.h"

#include "fram-desk-commitment.h"
#include "fram-desk-support.h"
#include "fram-ids.h"
#include "fram-journal.h"
#include "fram-meeting.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NEW_REFERRER "handlaggarbyte_anvisare"
/* how the journal calls what is a check-in among meetings */
#define BY_TELEPHONE          "telefon"
#define CHECK_IN_BY_TELEPHONE "avstamning_telefon"

static FramTimelineItem *
add (FramWay *self, FramLane lane, const char *kind, const FramStoredThing *thing)
{
  FramTimelineItem *item = fram_timeline_add (self->timeline, lane, kind, thing->from, thing->to);

  item->entity = thing->entity;
  item->id = thing->id;
  item->editable = self->writes_plan;
  if (thing->from > self->today)
    item->state = FRAM_ITEM_PLANNED;
  return item;
}

/* Rows of a lane in the order in which they first occur. */
static guint
ordinal_of (GPtrArray *rows, const char *name)
{
  guint i;

  if (g_ptr_array_find_with_equal_func (rows, name, g_str_equal, &i))
    return i;
  g_ptr_array_add (rows, (gpointer)name);
  return rows->len - 1;
}

static void
add_stay (FramWay *self, const FramStoredThing *thing, GPtrArray *rows)
{
  FramLane lane = thing->code != NULL ? FRAM_LANE_WORKSHOPS : FRAM_LANE_EXTERNAL;
  FramTimelineItem *item = add (self, lane, thing->code != NULL ? thing->code : "external_place", thing);
  g_autofree char *when = fram_way_span_to_words (thing->from, thing->to);
  g_autofree char *hours = fram_way_hours_to_words (thing->minutes);
  g_autofree char *what = thing->minutes >= 0 ? g_strdup_printf ("%s, %s", thing->name, hours) : g_strdup (thing->name);

  item->row = g_strdup (thing->name);
  item->ordinal = ordinal_of (rows, thing->name);
  item->weekly_minutes = thing->minutes;
  item->label = lane == FRAM_LANE_EXTERNAL ? g_strdup (what) : NULL;
  item->plain = lane == FRAM_LANE_EXTERNAL ? g_strdup (thing->name) : NULL;
  item->text = fram_way_sentence (what, when, item->state == FRAM_ITEM_PLANNED);
}

/* A step a row: a step up is seen as a higher one that begins where the other ends. */
gboolean
fram_way_add_stays (FramWay *self, GError **error)
{
  g_autoptr (GPtrArray) things =
      fram_timeline_load_stays (self->desk->db, self->desk->viewer, self->episode->row, error);
  g_autoptr (GPtrArray) workshops = g_ptr_array_new (), outside = g_ptr_array_new ();

  for (guint i = 0; things != NULL && i < things->len; i++)
    {
      const FramStoredThing *thing = g_ptr_array_index (things, i);

      add_stay (self, thing, thing->code != NULL ? workshops : outside);
    }
  return things != NULL;
}

static void
add_group (FramWay *self, const FramStoredThing *thing, GPtrArray *kinds)
{
  FramTimelineItem *item = add (self, FRAM_LANE_GROUPS, thing->code, thing);
  g_autofree char *when = fram_way_span_to_words (thing->from, thing->to);
  g_autofree char *times = fram_time_range_to_text (
      thing->starts, thing->starts >= 0 && thing->minutes > 0 ? thing->starts + thing->minutes : -1);
  int weekday = thing->other != FRAM_DATE_NONE ? fram_date_get_weekday (thing->other) : 0;
  g_autofree char *what = NULL;

  item->ordinal = ordinal_of (kinds, thing->code);
  item->plain = g_strdup (thing->name);
  item->starts = thing->starts;
  item->label = weekday > 0 ? g_strdup_printf ("%s %s %s", thing->name, fram_weekday_short_name (weekday), times)
                            : g_strdup (thing->name);
  g_strchomp (item->label);
  what = weekday > 0 ? g_strdup_printf ("%s, %s %s", thing->name, fram_weekday_name (weekday), times)
                     : g_strdup (thing->name);
  item->text = fram_way_sentence (g_strchomp (what), when, item->state == FRAM_ITEM_PLANNED);
}

gboolean
fram_way_add_groups (FramWay *self, GError **error)
{
  g_autoptr (GPtrArray) things =
      fram_timeline_load_groups (self->desk->db, self->desk->viewer, self->episode->row, error);
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();

  for (guint i = 0; things != NULL && i < things->len; i++)
    add_group (self, g_ptr_array_index (things, i), kinds);
  return things != NULL;
}

static FramMeetingShape
shape_of (const char *kind)
{
  if (strcmp (kind, "trepartsmote") == 0)
    return FRAM_MEETING_THREE_PARTY;
  return strcmp (kind, "sip") == 0 ? FRAM_MEETING_SIP : FRAM_MEETING_TALK;
}

/* What was booked has been when its hour is past, whatever nobody wrote down about it. */
static FramItemState
state_of (const FramWay *self, const FramStoredThing *thing)
{
  if (g_strcmp0 (thing->status, "uteblev") == 0)
    return FRAM_ITEM_MISSED;
  if (g_strcmp0 (thing->status, "ombokat") == 0)
    return FRAM_ITEM_MOVED;
  if (thing->from > self->today)
    return FRAM_ITEM_PLANNED;
  return thing->from == self->today && thing->starts > self->now && g_strcmp0 (thing->status, "genomfort") != 0
             ? FRAM_ITEM_PLANNED
             : FRAM_ITEM_DONE;
}

static void
add_meeting (FramWay *self, const FramStoredThing *thing)
{
  FramTimelineItem *item = add (self, FRAM_LANE_MEETINGS, thing->code, thing);

  item->to = thing->from;
  item->starts = thing->starts;
  item->minutes = thing->minutes;
  item->plain = g_strdup (thing->status);
  item->shape = shape_of (thing->code);
  item->state = state_of (self, thing);
  /* what has been is told once and for all; what is booked can be moved */
  item->editable = thing->entity == FRAM_ENTITY_BOOKING         ? self->writes_plan
                   : thing->entity == FRAM_ENTITY_JOURNAL_ENTRY ? self->writes_note
                                                                : FALSE;
  item->label = g_strdup (fram_meeting_kind_get_name (thing->code));
  item->text = fram_way_meeting_to_words (thing, item->state);
}

static void
add_change (FramWay *self, const FramStoredThing *thing, const char *kind, const char *who)
{
  FramTimelineItem *item = add (self, FRAM_LANE_CHANGES, kind, thing);
  g_autofree char *day = fram_date_to_day_month (thing->from);
  gboolean ours = strcmp (kind, "case_worker") == 0;
  g_autofree char *what = NULL;

  item->to = thing->from;
  item->editable = self->writes_plan && thing->entity == FRAM_ENTITY_CASE_WORKER;
  item->plain = g_strdup (who);
  item->label = g_strdup (ours ? _ ("New case worker") : _ ("New referring officer"));
  /* Translators: what changed and who it is now: "New case worker: Rebecka Memic" */
  what = who != NULL ? g_strdup_printf (C_ ("change", "%1$s: %2$s"), item->label, who) : g_strdup (item->label);
  item->text = fram_way_sentence (what, day, item->state == FRAM_ITEM_PLANNED);
}

/* A decision or an answer is no meeting: it is told in a list, and the phases show what came of it. */
static void
add_registered (FramWay *self, const FramStoredThing *thing)
{
  FramTimelineItem *item = add (self, FRAM_LANE_PHASES, thing->code, thing);
  g_autofree char *day = fram_date_to_day_month (thing->from);

  g_ptr_array_add (self->timeline->registered,
                   g_ptr_array_steal_index (self->timeline->items, self->timeline->items->len - 1));
  item->to = thing->from;
  item->editable = FALSE;
  item->plain = g_strdup (thing->status);
  item->label = g_strdup (fram_meeting_kind_get_name (thing->code));
  item->text = fram_way_sentence (item->label, day, FALSE);
}

/* What is written in the journal can be about a meeting that is told of already. */
static gboolean
is_about (const FramStoredThing *entry, const FramStoredThing *meeting)
{
  if (entry->entity != FRAM_ENTITY_JOURNAL_ENTRY)
    return strcmp (entry->code, meeting->code) == 0;
  return strcmp (entry->code, fram_journal_kind_of_meeting (meeting->code)) == 0;
}

static gboolean
is_told (const GPtrArray *told, const FramStoredThing *thing)
{
  for (guint i = 0; i < told->len; i++)
    {
      const FramStoredThing *other = g_ptr_array_index (told, i);

      if (other->from == thing->from && is_about (thing, other))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_meeting (const FramStoredThing *thing)
{
  return fram_meeting_kind_is_planned (thing->code) || strcmp (thing->code, FRAM_MEETING_ELSEWHERE) == 0 ||
         strcmp (thing->code, BY_TELEPHONE) == 0;
}

/* A meeting that is booked, held and written about is one meeting: the first that tells of it is drawn. */
static void
add_meetings_once (FramWay *self, const GPtrArray *things, GPtrArray *told)
{
  for (guint i = 0; i < things->len; i++)
    {
      FramStoredThing *thing = g_ptr_array_index (things, i);

      if (is_meeting (thing))
        {
          if (thing->entity != FRAM_ENTITY_EVENT && is_told (told, thing))
            continue;
          if (strcmp (thing->code, BY_TELEPHONE) == 0)
            {
              g_free (thing->code);
              thing->code = g_strdup (CHECK_IN_BY_TELEPHONE);
            }
          add_meeting (self, thing);
          g_ptr_array_add (told, thing);
        }
      else if (strcmp (thing->code, NEW_REFERRER) == 0)
        add_change (self, thing, "referrer", NULL);
      else if (thing->entity == FRAM_ENTITY_EVENT)
        add_registered (self, thing);
    }
}

gboolean
fram_way_add_meetings (FramWay *self, GError **error)
{
  g_autoptr (GPtrArray) things = fram_timeline_load_meetings (self->desk->db, self->desk->viewer, self->participant,
                                                              self->episode != NULL ? self->episode->row : 0,
                                                              self->referral.before, self->referral.after, error);
  g_autoptr (GPtrArray) talks = NULL;
  g_autoptr (GPtrArray) told = g_ptr_array_new ();

  if (things == NULL)
    return FALSE;
  add_meetings_once (self, things, told);
  if (!self->sees_note || self->episode == NULL)
    return TRUE;
  talks = fram_timeline_load_talks (self->desk->db, self->desk->viewer, self->episode->row, error);
  if (talks != NULL)
    add_meetings_once (self, talks, told);
  return talks != NULL;
}

static guint
support_ordinal (const char *kind)
{
  static const char *const kinds[] = { "job", "competence", "health", "social" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i], kind) == 0)
      return i;
  return G_N_ELEMENTS (kinds);
}

/* While somebody waits for it, it is to come from the day on which the waiting began. */
static void
add_one_support (FramWay *self, FramStoredThing *thing)
{
  gboolean waits = thing->from == FRAM_DATE_NONE;
  FramTimelineItem *item;

  if (waits)
    thing->from = thing->other;
  if (thing->from == FRAM_DATE_NONE)
    return;
  item = add (self, FRAM_LANE_SUPPORT, thing->code, thing);
  item->state = waits || thing->from > self->today ? FRAM_ITEM_PLANNED : FRAM_ITEM_DONE;
  item->editable = self->writes_note;
  item->row = g_strdup (fram_support_kind_get_name (thing->code));
  item->ordinal = support_ordinal (thing->code);
  item->label = g_strdup (thing->name != NULL ? thing->name : thing->detail);
  item->plain = g_strdup (waits ? "waiting" : thing->name);
  thing->from = waits ? FRAM_DATE_NONE : thing->from;
  item->text = fram_way_support_to_words (item->row, thing);
}

gboolean
fram_way_add_support (FramWay *self, GError **error)
{
  g_autoptr (GPtrArray) things =
      fram_timeline_load_support (self->desk->db, self->desk->viewer, self->episode->row, error);

  for (guint i = 0; things != NULL && i < things->len; i++)
    add_one_support (self, g_ptr_array_index (things, i));
  return things != NULL;
}

/* What lapsed is for the list of commitments; on the drawing it would look as if somebody still waited. */
static void
add_commitment (FramWay *self, FramCommitmentRow *row)
{
  FramUuid kind = fram_id_commitment_kind (row->code);
  FramDate day = row->done != FRAM_DATE_NONE ? row->done : row->due;
  FramStoredThing thing = { .entity = FRAM_ENTITY_COMMITMENT, .from = day, .to = day };
  FramTimelineItem *item;

  if (day == FRAM_DATE_NONE || row->state == FRAM_COMMITMENT_LAPSED)
    return;
  thing.id = fram_id_commitment (&row->enrolment, &kind, row->ordinal);
  item = add (self, FRAM_LANE_COMMITMENTS, row->code, &thing);
  item->state = row->state == FRAM_COMMITMENT_DONE   ? FRAM_ITEM_DONE
                : row->state == FRAM_COMMITMENT_LATE ? FRAM_ITEM_LATE
                                                     : FRAM_ITEM_PLANNED;
  item->label = g_strdup (row->title);
  item->plain = g_strdup (fram_commitment_state_get_code (row->state));
  item->text = fram_way_commitment_to_words (row->title, row->due, row->done, self->today);
}

gboolean
fram_way_add_commitments (FramWay *self, GError **error)
{
  FramCommitmentQuery query = { .enrolment = &self->episode->enrolment, .closed = TRUE };
  g_autoptr (GPtrArray) rows = fram_desk_commitments (self->desk, &query, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    add_commitment (self, g_ptr_array_index (rows, i));
  return rows != NULL;
}

/* The first one is no change, and neither is one that goes on in a new row. */
gboolean
fram_way_add_case_workers (FramWay *self, GError **error)
{
  g_autoptr (GPtrArray) things =
      fram_timeline_load_case_workers (self->desk->db, self->desk->viewer, self->episode->row, error);

  for (guint i = 1; things != NULL && i < things->len; i++)
    {
      const FramStoredThing *thing = g_ptr_array_index (things, i), *last = g_ptr_array_index (things, i - 1);

      if (g_strcmp0 (thing->name, last->name) != 0 && thing->from > self->timeline->enrolled)
        add_change (self, thing, "case_worker", thing->name);
    }
  return things != NULL;
}
