#include "fram-desk-timeline-private.h"

#include "fram-meeting.h"
#include "fram-phase.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands on a timeline as sentences, as it is hovered over, spoken and read in a list. */

/* Days are told with their year once: "from 5 March to 19 March 2026". */
static char *
day_before (FramDate day, FramDate later)
{
  int y0, y1, m, d;

  fram_date_get_ymd (later, &y1, &m, &d);
  fram_date_get_ymd (day, &y0, &m, &d);
  if (y0 != y1)
    return fram_date_to_day_month (day);
  /* Translators: day of the month and month: "12 November" */
  return g_strdup_printf (C_ ("date", "%1$d %2$s"), d, fram_month_name (m));
}

char *
fram_way_span_to_words (FramDate from, FramDate to)
{
  g_autofree char *first = to != FRAM_DATE_NONE ? day_before (from, to) : fram_date_to_day_month (from);
  g_autofree char *last = fram_date_to_day_month (to);

  if (to == FRAM_DATE_NONE)
    /* Translators: a stay that goes on: "from 5 March 2026" */
    return g_strdup_printf (C_ ("timeline", "from %s"), first);
  if (to == from)
    return g_steal_pointer (&last);
  /* Translators: first and last day: "from 5 March to 19 March 2026" */
  return g_strdup_printf (C_ ("timeline", "from %1$s to %2$s"), first, last);
}

char *
fram_way_hours_to_words (int weekly_minutes)
{
  g_autofree char *hours = fram_hours_format (MAX (weekly_minutes, 0));

  if (fram_text_is_swedish ())
    g_strdelimit (hours, ".", ',');
  /* Translators: hours of work training: "7.5 h a week" */
  return g_strdup_printf (C_ ("timeline", "%s h a week"), hours);
}

/* What and when as one spoken sentence. */
char *
fram_way_sentence (const char *what, const char *when, gboolean planned)
{
  if (planned)
    /* Translators: what is to come and when: "Planned: Woodwork, 8 h a week, from 5 March 2026." */
    return g_strdup_printf (C_ ("timeline", "Planned: %1$s, %2$s."), what, when);
  /* Translators: what and when: "Woodwork, 8 h a week, from 5 March to 19 March 2026." */
  return g_strdup_printf (C_ ("timeline", "%1$s, %2$s."), what, when);
}

static char *
meeting_time (const FramStoredThing *thing)
{
  g_autofree char *day = fram_date_to_words (thing->from);
  g_autofree char *times = NULL;

  if (thing->starts < 0)
    return g_steal_pointer (&day);
  times = fram_time_range_to_text (thing->starts, thing->minutes > 0 ? thing->starts + thing->minutes : -1);
  return g_strdup_printf ("%s %s", day, times);
}

char *
fram_way_meeting_to_words (const FramStoredThing *thing, FramItemState state)
{
  const char *name = fram_meeting_kind_get_name (thing->code);
  gboolean elsewhere = strcmp (thing->code, FRAM_MEETING_ELSEWHERE) == 0 && thing->detail != NULL;
  g_autofree char *what = elsewhere ? g_strdup_printf ("%s, %s", name, thing->detail) : g_strdup (name);
  g_autofree char *when = meeting_time (thing);
  g_autofree char *sentence = fram_way_sentence (what, when, state == FRAM_ITEM_PLANNED);

  if (state == FRAM_ITEM_MISSED)
    return g_strdup_printf ("%s %s", sentence, _ ("The participant did not come."));
  if (state == FRAM_ITEM_MOVED)
    return g_strdup_printf ("%s %s", sentence, _ ("It was moved to another day."));
  return g_steal_pointer (&sentence);
}

char *
fram_way_support_to_words (const char *kind, const FramStoredThing *thing)
{
  const char *who = thing->name != NULL ? thing->name : thing->detail;
  /* Translators: kind of support and who gives it: "Health: the health centre" */
  g_autofree char *what = who != NULL ? g_strdup_printf (C_ ("support", "%1$s: %2$s"), kind, who) : g_strdup (kind);
  g_autofree char *since = fram_date_to_day_month (thing->other);
  g_autofree char *when = NULL;

  if (thing->from == FRAM_DATE_NONE)
    /* Translators: support outside and a day: "Health: the health centre, waiting since 5 March 2026." */
    return g_strdup_printf (_ ("%1$s, waiting since %2$s."), what, since);
  when = fram_way_span_to_words (thing->from, thing->to);
  return fram_way_sentence (what, when, FALSE);
}

char *
fram_way_commitment_to_words (const char *title, FramDate due, FramDate done, FramDate today)
{
  g_autofree char *done_on = fram_date_to_day_month (done);
  g_autofree char *due_on = fram_date_to_day_month (due);

  if (done != FRAM_DATE_NONE)
    /* Translators: a commitment and a day: "The final document is written: done on 5 March 2026." */
    return g_strdup_printf (_ ("%1$s: done on %2$s."), title, done_on);
  if (due >= today)
    return g_strdup_printf (_ ("%1$s: due on %2$s."), title, due_on);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s: was due on %2$s, %3$d day late.",
                                       "%1$s: was due on %2$s, %3$d days late.", (gulong)(today - due)),
                          title, due_on, today - due);
}

static const FramTimelineItem *
phase_today (const FramTimeline *timeline)
{
  const FramTimelineItem *found = NULL;

  for (guint i = 0; i < timeline->items->len; i++)
    {
      const FramTimelineItem *item = g_ptr_array_index (timeline->items, i);

      if (item->lane == FRAM_LANE_PHASES && item->from <= timeline->today)
        found = item;
    }
  return found;
}

static void
append (GString *text, char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

static void
append_phase (GString *text, const FramTimeline *timeline)
{
  const FramTimelineItem *phase = phase_today (timeline);
  FramDate end = timeline->extended != FRAM_DATE_NONE ? timeline->extended : timeline->target;
  const char *name = phase != NULL ? phase->label : NULL;

  if (name == NULL)
    return;
  if (timeline->enrolled == FRAM_DATE_NONE || timeline->closed != FRAM_DATE_NONE ||
      timeline->enrolled > timeline->today)
    append (text, g_strdup (phase->text));
  else if (end != FRAM_DATE_NONE)
    /* Translators: a phase, which day of the enrolment today is, and of how many: "Participation, day 74 of 180." */
    append (text, g_strdup_printf (_ ("%1$s, day %2$d of %3$d."), name, timeline->today - timeline->enrolled + 1,
                                   end - timeline->enrolled + 1));
  else
    append (text, g_strdup_printf (_ ("%1$s, day %2$d."), name, timeline->today - timeline->enrolled + 1));
}

/* What goes on today: workshops and external places with their hours, groups with their times. */
static void
append_stays (GString *text, const FramTimeline *timeline)
{
  for (guint i = 0; i < timeline->items->len; i++)
    {
      const FramTimelineItem *item = g_ptr_array_index (timeline->items, i);

      if (item->lane >= FRAM_LANE_WORKSHOPS && item->lane <= FRAM_LANE_EXTERNAL && item->from <= timeline->today &&
          (item->to == FRAM_DATE_NONE || item->to >= timeline->today))
        append (text, g_strdup (item->text));
    }
}

static void
append_gaps (GString *text, const FramTimeline *timeline)
{
  for (guint i = 0; i < timeline->gaps->len; i++)
    {
      const FramGap *gap = &g_array_index (timeline->gaps, FramGap, i);

      append (text, fram_timeline_gap_to_words (gap));
    }
}

static void
append_meeting (GString *text, const FramTimeline *timeline)
{
  const FramTimelineItem *next = NULL;

  for (guint i = 0; i < timeline->items->len; i++)
    {
      const FramTimelineItem *item = g_ptr_array_index (timeline->items, i);

      if (item->lane == FRAM_LANE_MEETINGS && item->state == FRAM_ITEM_PLANNED &&
          (next == NULL || item->from < next->from))
        next = item;
    }
  if (next != NULL)
    append (text, g_strdup (next->text));
}

/* What the drawing shows, for those who do not see it. */
char *
fram_way_summary (const FramWay *self)
{
  const FramTimeline *timeline = self->timeline;
  GString *text = g_string_new (NULL);

  append_phase (text, timeline);
  append_stays (text, timeline);
  if (timeline->counted > 0)
    append (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Attended %1$d of %2$d session.",
                                                "Attended %1$d of %2$d sessions.", (gulong)timeline->counted),
                                   timeline->attended, timeline->counted));
  append_gaps (text, timeline);
  append_meeting (text, timeline);
  return g_string_free (text, FALSE);
}
