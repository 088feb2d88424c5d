#include "fram-desk-bridge-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What fits to bridge a gap: groups, workshops, a talk. Three that really fit are worth more than thirty to choose from. */

/* An end that is open is bridged soon or not at all. */
#define DAYS_FOR_OPEN_END 28

/* So long a plan is held against what the person does otherwise. */
#define DAYS_CHECKED (7 * FRAM_PLAN_WEEKS)

void
fram_bridge_free (FramBridge *self)
{
  g_free (self->kind);
  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

static char *
free_places (int number)
{
  return number < 0 ? NULL : g_strdup_printf (ngettext ("%d free place", "%d free places", (gulong)number), number);
}

static char *
text_of (const FramBridge *self)
{
  g_autofree char *day = fram_date_to_short_words (self->day);
  g_autofree char *times = fram_time_range_to_text (self->from_time, self->to_time);
  g_autofree char *places = free_places (self->free);
  g_autofree char *text = NULL;

  if (strcmp (self->kind, FRAM_BRIDGE_TALK) == 0)
    /* TRANSLATORS: a case worker's name, a day and times: "Talk with Rebecka Memic, Thu 26 November 09.30–10" */
    return g_strdup_printf (_ ("Talk with %1$s, %2$s %3$s"), self->name, day, times);
  if (strcmp (self->kind, FRAM_BRIDGE_WORKSHOP) == 0)
    /* TRANSLATORS: a workshop, a day and times: "Snickeri, each week from Fri 27 November, 09–12" */
    text = g_strdup_printf (_ ("%1$s, each week from %2$s, %3$s"), self->name, day, times);
  else
    text = g_strdup_printf ("%s, %s %s", self->name, day, times);
  return places != NULL ? g_strdup_printf ("%s, %s", text, places) : g_steal_pointer (&text);
}

FramBridge *
fram_bridge_new (const char *kind, const FramUuid *activity, const char *name, FramDate day, int from_time, int to_time,
                 int free)
{
  FramBridge *self = g_new0 (FramBridge, 1);

  if (activity != NULL)
    self->activity = *activity;
  self->kind = g_strdup (kind);
  self->name = g_strdup (name);
  self->day = day;
  self->from_time = from_time;
  self->to_time = to_time;
  self->free = free;
  self->text = text_of (self);
  return self;
}

void
fram_bridge_search_clear (FramBridgeSearch *self)
{
  fram_plan_case_clear (&self->of);
  fram_plan_sources_clear (&self->sources);
  g_clear_pointer (&self->things, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->partly, g_ptr_array_unref);
}

/* From tomorrow on, between the two planned days, inside the enrolment. */
static void
set_days (FramBridgeSearch *self)
{
  const FramGap *gap = self->gap;
  FramDate closed = self->of.stored->closed;

  self->first = MAX (gap->last, fram_desk_get_home_day (self->desk)) + 1;
  self->last = gap->next != FRAM_DATE_NONE ? gap->next - 1 : self->first + DAYS_FOR_OPEN_END - 1;
  if (closed != FRAM_DATE_NONE)
    self->last = MIN (self->last, closed);
}

/* Reads what the person does on the days of the gap and in the weeks after its beginning. */
gboolean
fram_bridge_search_open (FramBridgeSearch *self, GError **error)
{
  if (!fram_plan_case_open (&self->of, self->desk, self->enrolment, FRAM_CLASS_PLAN, TRUE, error))
    return FALSE;
  set_days (self);
  if (!fram_plan_sources_load (&self->sources, &self->of, self->first, MAX (self->last, self->first + DAYS_CHECKED),
                               error))
    return FALSE;
  self->things = fram_plan_sources_things (&self->sources, 0, NULL);
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_bridge_free);
  self->partly = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_bridge_free);
  self->over = fram_desk_gap_over (self->desk);
  return TRUE;
}

/* Whether the person does nothing else at that time; a leave takes the whole day. */
gboolean
fram_bridge_is_free (const FramBridgeSearch *self, FramDate day, int from_time, int to_time)
{
  for (guint i = 0; i < self->things->len; i++)
    {
      const FramPlanThing *thing = g_ptr_array_index (self->things, i);
      int from = thing->from_time != FRAM_TIME_NONE ? thing->from_time : 0;
      int to = thing->to_time != FRAM_TIME_NONE ? thing->to_time : 24 * 60;

      if (thing->day == day && from < to_time && from_time < to)
        return FALSE;
    }
  return TRUE;
}

gboolean
fram_bridge_is_open_day (const FramBridgeSearch *self, FramDate day, gint64 workshop)
{
  return fram_day_is_open (day, fram_desk_closed_days (self->desk), workshop);
}

/**
 * fram_bridge_closes:
 * @self: the search
 * @days: (element-type FramDate): the days on which there would be something, in order; at least one
 *
 * Nothing is too long any more that can still be changed: neither before the first of the days, unless it is too late for
 * that already, nor between them, nor from the last of them to the next planned day. An end that is open stays open after
 * one day.
 *
 * Returns: whether those days bridge the gap
 */
gboolean
fram_bridge_closes (const FramBridgeSearch *self, const GArray *days)
{
  FramDate before = self->gap->last;
  gboolean late = self->first - before > self->over;

  for (guint i = 0; i < days->len; i++)
    {
      FramDate day = g_array_index (days, FramDate, i);

      if (self->gap->next != FRAM_DATE_NONE && day >= self->gap->next)
        break;
      if (day - before > self->over && !(i == 0 && late))
        return FALSE;
      before = day;
    }
  return self->gap->next == FRAM_DATE_NONE || self->gap->next - before <= self->over;
}

/* Takes @bridge over. */
void
fram_bridge_add (FramBridgeSearch *self, const GArray *days, FramBridge *bridge)
{
  g_ptr_array_add (fram_bridge_closes (self, days) ? self->found : self->partly, bridge);
}

static int
by_day (gconstpointer a, gconstpointer b)
{
  const FramBridge *x = *(FramBridge *const *)a;
  const FramBridge *y = *(FramBridge *const *)b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return x->from_time != y->from_time ? x->from_time - y->from_time : g_utf8_collate (x->name, y->name);
}

static gboolean
is_among (const GPtrArray *chosen, const char *kind)
{
  for (guint i = 0; i < chosen->len; i++)
    if (strcmp (((const FramBridge *)g_ptr_array_index (chosen, i))->kind, kind) == 0)
      return TRUE;
  return FALSE;
}

/* The soonest of each kind first, so that there is a choice; what is left of @limit goes to the soonest of all. */
static void
choose (GPtrArray *found, guint limit, gboolean mixed, GPtrArray *chosen)
{
  for (guint i = 0; i < found->len && chosen->len < limit;)
    {
      const FramBridge *bridge = g_ptr_array_index (found, i);

      if (mixed && is_among (chosen, bridge->kind))
        i++;
      else
        g_ptr_array_add (chosen, g_ptr_array_steal_index (found, i));
    }
}

static GPtrArray *
choose_some (GPtrArray *found, guint limit)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_bridge_free);

  g_ptr_array_sort (found, by_day);
  choose (found, limit, TRUE, chosen);
  choose (found, limit, FALSE, chosen);
  g_ptr_array_sort (chosen, by_day);
  return chosen;
}

/**
 * fram_desk_bridges:
 * @self: the desk
 * @enrolment: whose gap
 * @gap: the gap
 * @limit: at most so many
 * @error: return location; %FRAM_ERROR_DENIED where the person at the keyboard may not change the plan
 *
 * Sessions of groups with a free place, hours in workshops where there is room and the person does nothing else, and a talk
 * with the case worker. All of them lie inside the gap and from tomorrow on, and bridge it; only where nothing does,
 * what makes it shorter is offered.
 *
 * Returns: (transfer full) (nullable) (element-type FramBridge): what fits, soonest first; of each kind if there is any
 */
GPtrArray *
fram_desk_bridges (FramDesk *self, const FramUuid *enrolment, const FramGap *gap, guint limit, GError **error)
{
  g_auto (FramBridgeSearch) search = { .desk = self, .enrolment = enrolment, .gap = gap };

  FRAM_DESK_LOCKED (self);
  if (!fram_bridge_search_open (&search, error))
    return NULL;
  if (search.first <= search.last &&
      (!fram_bridge_find_groups (&search, error) || !fram_bridge_find_workshops (&search, error) ||
       !fram_bridge_find_talk (&search, error)))
    return NULL;
  return choose_some (search.found->len > 0 ? search.found : search.partly, limit);
}
