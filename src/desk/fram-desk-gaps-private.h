#pragma once

#include "fram-desk-gaps.h"
#include "fram-desk-private.h"
#include "fram-gap-store.h"
#include "fram-session.h"

G_BEGIN_DECLS

/* So far ahead a plan without an end is worked out. */
#define FRAM_GAP_DAYS_AHEAD 366

/**
 * FramGapPlanner:
 *
 * Works out the planned days of many enrolments: opening days and sessions are worked out once, and only those that are
 * asked for. Days are bytes in a row, from the first day on.
 */
typedef struct
{
  /* borrowed */
  FramDesk *desk;

  /* owned */
  GHashTable *open;     /* workshop → guint8 per day: whether it is open */
  GHashTable *sessions; /* group → GArray of FramSession */
  GHashTable *series;   /* group → FramSeries */
  GArray *house;        /* FramPauseSpan: closed weeks */
  GHashTable *places;   /* enrolment → its place in @starts, counted from 1; NULL: plans are read one by one */
  GArray *starts;       /* guint: where the lines of an enrolment begin; one more than there are enrolments */
  GArray *lines;        /* FramGapLine of all, by enrolment */
  GArray *plan;         /* FramGapLine of the enrolment at hand */
  GArray *marks;        /* FramDate */
  GByteArray *days;     /* of the enrolment at hand, from its first day on */
  GArray *planned;      /* FramDate */
  GArray *pauses;       /* FramPauseSpan */

  FramDate at;
  FramDate first;
  FramDate last;
} FramGapPlanner;

gboolean fram_gap_planner_init (FramGapPlanner *self, FramDesk *desk, FramDate first, FramDate at, GError **error);
void fram_gap_planner_clear (FramGapPlanner *self);
gboolean fram_gap_planner_read_all (FramGapPlanner *self, const GPtrArray *cases, GError **error);
gboolean fram_gap_planner_load (FramGapPlanner *self, const FramStoredGapCase *one, GError **error);
gboolean fram_gap_planner_look (FramGapPlanner *self, const FramStoredGapCase *one, int over, gboolean every_mark,
                                FramGapFacts *facts, GError **error);
const GArray *fram_gap_planner_sessions (FramGapPlanner *self, gint64 group);
gboolean fram_gap_planner_is_open (FramGapPlanner *self, gint64 workshop, FramDate day);
void fram_gap_planner_seams (const FramGapPlanner *self, const FramStoredGapCase *one, const FramGapFacts *facts,
                             FramSeamFacts *seams);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramGapPlanner, fram_gap_planner_clear)

G_END_DECLS
