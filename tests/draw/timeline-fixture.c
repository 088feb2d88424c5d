#include "timeline-fixture.h"

#include <string.h>

#define ALL_LANES ((1u << FRAM_N_LANES) - 1)

static FramTimelineItem *
add (FramTimeline *timeline, FramLane lane, const char *kind, const char *row, guint ordinal, const char *label,
     const char *from, const char *to)
{
  FramTimelineItem *item = fram_timeline_add (timeline, lane, kind, fram_test_date (from),
                                              to != NULL ? fram_test_date (to) : FRAM_DATE_NONE);

  item->row = g_strdup (row);
  item->ordinal = ordinal;
  item->label = g_strdup (label);
  item->text = g_strdup (label != NULL ? label : kind);
  if (item->from > timeline->today)
    item->state = FRAM_ITEM_PLANNED;
  return item;
}

static void
stay (FramTimeline *timeline, const char *row, guint ordinal, const char *from, const char *to, int hours)
{
  add (timeline, FRAM_LANE_WORKSHOPS, "snickeri", row, ordinal, NULL, from, to)->weekly_minutes = hours * 60;
}

static void
meeting (FramTimeline *timeline, FramMeetingShape shape, const char *label, const char *day)
{
  add (timeline, FRAM_LANE_MEETINGS, "uppfoljning", NULL, 0, label, day, day)->shape = shape;
}

static void
commitment (FramTimeline *timeline, const char *label, const char *day, gboolean late)
{
  FramTimelineItem *item = add (timeline, FRAM_LANE_COMMITMENTS, "contact", NULL, 0, label, day, day);

  if (late)
    item->state = FRAM_ITEM_LATE;
}

static void
mark (FramTimeline *timeline, FramDate day, FramShape shape)
{
  static const char *const letters[] = { "", "N", "S", "A", "O", "J", "B", "L" };
  FramTimelineDay column = { .day = day, .shape = shape, .status = "present" };

  g_strlcpy (column.letter, letters[shape], sizeof column.letter);
  g_array_append_val (timeline->days, column);
}

/* Two or three days a week, outside of the gap. */
static void
attend (FramTimeline *timeline, FramDate from, FramDate to)
{
  static const FramShape shapes[] = { FRAM_SHAPE_DISC, FRAM_SHAPE_DISC, FRAM_SHAPE_HALF_RING, FRAM_SHAPE_DISC,
                                      FRAM_SHAPE_DISC, FRAM_SHAPE_PLUS, FRAM_SHAPE_DISC,      FRAM_SHAPE_RING,
                                      FRAM_SHAPE_DISC, FRAM_SHAPE_DISC, FRAM_SHAPE_SALTIRE,   FRAM_SHAPE_DISC,
                                      FRAM_SHAPE_DISC, FRAM_SHAPE_DISC, FRAM_SHAPE_DIAMOND };

  for (FramDate day = from; day <= to; day++)
    if (fram_date_get_weekday (day) <= 3)
      mark (timeline, day, shapes[timeline->days->len % G_N_ELEMENTS (shapes)]);
}

static void
add_amina_lanes (FramTimeline *t, gboolean sv)
{
  add (t, FRAM_LANE_PHASES, "introduction", NULL, 0, "Intro", "2026-08-31", "2026-09-11");
  add (t, FRAM_LANE_PHASES, "participation", NULL, 0, sv ? "Genomförande" : "Participation", "2026-09-12",
       "2027-01-29");
  add (t, FRAM_LANE_PHASES, "closing", NULL, 0, sv ? "Avslut" : "Closing", "2027-01-30", "2027-02-25");
  stay (t, "Snickeri", 0, "2026-08-31", "2026-09-11", 4);
  stay (t, "Snickeri", 0, "2026-10-01", "2026-10-18", 6);
  stay (t, "Snickeri", 0, "2026-10-19", "2026-11-08", 9);
  stay (t, "Snickeri", 0, "2026-11-09", "2026-12-06", 12);
  stay (t, "Snickeri", 0, "2026-12-07", "2027-01-10", 16);
  stay (t, "Snickeri", 0, "2027-01-11", "2027-01-29", 8);
  stay (t, "Kök & Bageri", 1, "2026-10-12", "2026-11-15", 4);
  stay (t, "Kök & Bageri", 1, "2026-11-16", "2027-01-10", 8);
  add (t, FRAM_LANE_GROUPS, "recovery", "Återhämtning", 0, sv ? "Återhämtningsgrupp" : "Recovery group", "2026-10-06",
       "2026-12-15");
  add (t, FRAM_LANE_GROUPS, "redo", "ReDO", 1, "ReDO", "2026-10-28", "2027-01-21");
  add (t, FRAM_LANE_GROUPS, "labour_market", "Arbetsmarknad", 2,
       sv ? "Arbetsmarknadskunskap" : "Labour-market knowledge", "2027-01-13", "2027-02-19");
  add (t, FRAM_LANE_EXTERNAL, "praktik", NULL, 0, "Möbelverkstan Almen, 12 h", "2027-01-11", "2027-02-25");
}

static void
add_amina_talks (FramTimeline *t, gboolean sv)
{
  const char *three = sv ? "Trepart" : "Three-party";

  meeting (t, FRAM_MEETING_THREE_PARTY, three, "2026-09-01");
  meeting (t, FRAM_MEETING_TALK, NULL, "2026-09-09");
  meeting (t, FRAM_MEETING_TALK, NULL, "2026-10-05");
  meeting (t, FRAM_MEETING_SIP, "SIP", "2026-10-14");
  meeting (t, FRAM_MEETING_TALK, NULL, "2026-11-03");
  meeting (t, FRAM_MEETING_TALK, NULL, "2026-11-10");
  meeting (t, FRAM_MEETING_THREE_PARTY, sv ? "Trepart 17 nov" : "Three-party 17 Nov", "2026-11-17");
  meeting (t, FRAM_MEETING_TALK, NULL, "2026-12-15");
  meeting (t, FRAM_MEETING_THREE_PARTY, three, "2027-02-01");
  ((FramTimelineItem *)g_ptr_array_index (t->items, t->items->len - 5))->state = FRAM_ITEM_MISSED;
  ((FramTimelineItem *)g_ptr_array_index (t->items, t->items->len - 4))->state = FRAM_ITEM_MOVED;
  add (t, FRAM_LANE_SUPPORT, "health", sv ? "Hälsa" : "Health", 0,
       sv ? "Psykiatri, samtal var tredje vecka" : "Psychiatry, every third week", "2026-08-10", NULL);
  add (t, FRAM_LANE_SUPPORT, "social", sv ? "Socialt" : "Social", 1, sv ? "Boendestöd" : "Housing support",
       "2026-09-07", NULL);
  add (t, FRAM_LANE_SUPPORT, "competence", sv ? "Kompetens" : "Competence", 2,
       sv ? "Svenska, kvällskurs" : "Swedish, evening course", "2026-10-12", "2026-12-17");
  add (t, FRAM_LANE_SUPPORT, "job", sv ? "Arbete" : "Job", 3, sv ? "SIUS-konsulent AF" : "SIUS consultant",
       "2027-01-11", NULL);
  commitment (t, NULL, "2026-08-27", FALSE);
  commitment (t, NULL, "2026-09-13", FALSE);
  commitment (t, NULL, "2026-10-01", FALSE);
  commitment (t, sv ? "13 dagar sen" : "13 days late", "2026-10-30", TRUE);
  commitment (t, sv ? "Avstämning 30 nov" : "Review 30 Nov", "2026-11-30", FALSE);
  commitment (t, sv ? "Nästa steg klart" : "Next step ready", "2027-01-29", FALSE);
  commitment (t, sv ? "Överlämning" : "Handover", "2027-02-24", FALSE);
  add (t, FRAM_LANE_CHANGES, "case_worker", NULL, 0, sv ? "Byte av handläggare" : NULL, "2026-10-28", "2026-10-28");
}

static FramTimeline *
make (const char *from, const char *to, const char *today)
{
  FramTimeline *self = fram_timeline_new ();

  self->from = fram_test_date (from);
  self->to = fram_test_date (to);
  self->today = fram_test_date (today);
  self->lanes = ALL_LANES;
  self->title = g_strdup ("Amina H.");
  self->case_no = g_strdup ("FRAM-2026-0417");
  return self;
}

FramTimeline *
timeline_amina (gboolean swedish)
{
  FramTimeline *self = make ("2026-08-24", "2027-03-10", "2026-11-12");
  FramGap gap = { FRAM_GAP_BETWEEN, fram_test_date ("2026-09-11"), fram_test_date ("2026-10-01"), 20, 0 };
  FramStretch pause = { FRAM_STRETCH_PAUSE, fram_test_date ("2026-12-21"), fram_test_date ("2027-01-01"), -1 };

  self->enrolled = fram_test_date ("2026-08-31");
  self->target = fram_test_date ("2027-02-26");
  g_array_append_val (self->gaps, gap);
  g_array_append_val (self->stretches, pause);
  attend (self, fram_test_date ("2026-08-31"), fram_test_date ("2026-09-11"));
  attend (self, fram_test_date ("2026-10-01"), fram_test_date ("2026-11-12"));
  add_amina_lanes (self, swedish);
  add_amina_talks (self, swedish);
  self->attended = 26;
  self->counted = 32;
  return self;
}

/* --- many --- */

static FramTimelineItem *
add_random (FramTimeline *t, GRand *rand, FramLane lane, const char *row, guint ordinal, const char *label, int longest)
{
  FramDate from = g_rand_int_range (rand, t->from, t->to), to = from + g_rand_int_range (rand, 0, longest);
  FramTimelineItem *item = fram_timeline_add (t, lane, "uppfoljning", from, to);

  item->row = g_strdup (row);
  item->ordinal = ordinal;
  item->label = g_strdup (label);
  item->text = g_strdup (label);
  if (from > t->today)
    item->state = FRAM_ITEM_PLANNED;
  return item;
}

static const char *const workshops[] = { "Snickeri", "Kök & Bageri", "Trädgård", "Kreativt hantverk" };
static const char *const words[] = { "Samtal",       "Trepart 17 nov",
                                     "ReDO",         "Arbetsmarknadskunskap",
                                     "SIP",          "Återhämtningsgrupp på torsdagar",
                                     "13 dagar sen", "B" };
static const char *const kinds[] = { "Arbete", "Kompetens", "Hälsa", "Socialt" };

static void
add_marks_at_random (FramTimeline *t, GRand *rand, guint n_meetings, guint n_commitments)
{
  for (guint i = 0; i < n_meetings; i++)
    {
      FramTimelineItem *item = add_random (t, rand, FRAM_LANE_MEETINGS, NULL, 0, i % 3 == 0 ? words[i % 8] : NULL, 1);

      item->shape = (FramMeetingShape)(i % 3);
      if (i % 7 == 0 && item->state == FRAM_ITEM_DONE)
        item->state = i % 2 == 0 ? FRAM_ITEM_MISSED : FRAM_ITEM_MOVED;
    }
  for (guint i = 0; i < n_commitments; i++)
    if (add_random (t, rand, FRAM_LANE_COMMITMENTS, NULL, 0, words[i % 8], 1)->from <= t->today && i % 5 == 0)
      ((FramTimelineItem *)g_ptr_array_index (t->items, t->items->len - 1))->state = FRAM_ITEM_LATE;
}

static void
add_days_at_random (FramTimeline *t, GRand *rand, guint n)
{
  guint left = n;

  for (FramDate day = t->from; day <= t->today && left > 0; day++)
    if (fram_date_get_weekday (day) < 6)
      {
        mark (t, day, g_rand_int_range (rand, 0, 10) < 8 ? FRAM_SHAPE_DISC : (FramShape)g_rand_int_range (rand, 2, 8));
        left--;
      }
  t->counted = (int)n;
  t->attended = (int)n * 4 / 5;
}

static void
add_gap_at_random (FramTimeline *t, GRand *rand)
{
  FramGap gap = { (FramGapKind)g_rand_int_range (rand, 0, 4), g_rand_int_range (rand, t->from, t->to), FRAM_DATE_NONE,
                  0, 0 };

  gap.days = g_rand_int_range (rand, 15, 80);
  if (gap.kind == FRAM_GAP_BETWEEN)
    gap.next = gap.last + gap.days;
  g_array_append_val (t->gaps, gap);
}

FramTimeline *
timeline_dense (guint32 seed)
{
  FramTimeline *self = make ("2024-01-08", "2027-01-08", "2026-11-12");
  GRand *rand = g_rand_new_with_seed (seed);

  self->enrolled = self->from;
  self->target = fram_test_date ("2026-12-20");
  add_days_at_random (self, rand, 600);
  for (guint i = 0; i < 40; i++)
    {
      FramTimelineItem *item = fram_timeline_add (self, FRAM_LANE_WORKSHOPS, "snickeri", self->from + (int)i * 26,
                                                  self->from + (int)i * 26 + 25);

      item->row = g_strdup (workshops[i / 14]);
      item->ordinal = i / 14;
      item->weekly_minutes = (4 + (int)i % 7 * 3) * 60;
      item->state = item->from > self->today ? FRAM_ITEM_PLANNED : FRAM_ITEM_DONE;
    }
  for (guint i = 0; i < 12; i++)
    add_random (self, rand, FRAM_LANE_GROUPS, words[i % 8], i % 8, words[i % 8], 90);
  for (guint i = 0; i < 8; i++)
    add_random (self, rand, FRAM_LANE_SUPPORT, kinds[i % 4], i % 4, words[(i + 3) % 8], 400);
  add_marks_at_random (self, rand, 65, 22);
  for (guint i = 0; i < 3; i++)
    add_random (self, rand, FRAM_LANE_CHANGES, NULL, 0, NULL, 1);
  for (guint i = 0; i < 4; i++)
    add_gap_at_random (self, rand);
  g_rand_free (rand);
  return self;
}

FramTimeline *
timeline_random (guint32 seed)
{
  FramTimeline *self = make ("2026-03-02", "2027-03-02", "2026-11-12");
  GRand *rand = g_rand_new_with_seed (seed);

  self->enrolled = self->from;
  if (seed % 3 != 0)
    self->target = self->today + g_rand_int_range (rand, -30, 90);
  if (seed % 4 == 1)
    self->extended = self->target != FRAM_DATE_NONE ? self->target + 20 : FRAM_DATE_NONE;
  add_days_at_random (self, rand, (guint)g_rand_int_range (rand, 0, 250));
  for (int i = g_rand_int_range (rand, 0, 14); i > 0; i--)
    add_random (self, rand, FRAM_LANE_WORKSHOPS, workshops[i % 4], (guint)i % 4, NULL, 120)->weekly_minutes =
        g_rand_int_range (rand, -1, 41) * 60;
  for (int lane = 0; lane < FRAM_N_LANES; lane++)
    for (int i = g_rand_int_range (rand, 0, 9); i > 0; i--)
      if (lane != FRAM_LANE_WORKSHOPS && lane != FRAM_LANE_ATTENDANCE)
        add_random (self, rand, (FramLane)lane, lane == FRAM_LANE_SUPPORT ? kinds[i % 4] : NULL, (guint)i % 4,
                    lane == FRAM_LANE_CHANGES && i % 2 == 0 ? NULL : words[(seed + (guint)i) % 8],
                    i % 2 == 0 ? 200 : 14);
  add_marks_at_random (self, rand, (guint)g_rand_int_range (rand, 0, 60), (guint)g_rand_int_range (rand, 0, 20));
  for (int i = g_rand_int_range (rand, 0, 5); i > 0; i--)
    add_gap_at_random (self, rand);
  g_rand_free (rand);
  return self;
}

FramTimelineView
timeline_view_of_all (const FramTimeline *timeline, double width, double text_scale)
{
  FramTimelineView view = { width, 0, timeline->from, timeline->to + 1, text_scale, FALSE };

  view.height = fram_timeline_layout_get_height (timeline, width, text_scale);
  return view;
}
