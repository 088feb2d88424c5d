#pragma once

#include "fram-case-store.h"
#include "fram-desk-private.h"
#include "fram-desk-timeline.h"
#include "fram-timeline-store.h"

G_BEGIN_DECLS

/* A timeline while it is filled in: whose it is, of which enrolment, and what of it may be seen and changed. */
typedef struct
{
  FramDesk *desk;
  FramTimeline *timeline;
  gint64 participant;
  const FramStoredEpisode *episode; /* NULL: there is none */
  FramStoredReferral referral;
  FramDate today;
  int now;            /* minutes since midnight */
  gboolean sees_part; /* what concerns the own groups at least */
  gboolean sees_plan;
  gboolean sees_note;
  gboolean sees_attend;
  gboolean writes_plan;
  gboolean writes_note;
} FramWay;

/* what is on it */
gboolean fram_way_add_stays (FramWay *self, GError **error);
gboolean fram_way_add_groups (FramWay *self, GError **error);
gboolean fram_way_add_meetings (FramWay *self, GError **error);
gboolean fram_way_add_support (FramWay *self, GError **error);
gboolean fram_way_add_commitments (FramWay *self, GError **error);
gboolean fram_way_add_case_workers (FramWay *self, GError **error);
gboolean fram_way_add_days (FramWay *self, GError **error);
gboolean fram_way_add_gaps (FramWay *self, GError **error);

/* in words */
char *fram_way_span_to_words (FramDate from, FramDate to);
char *fram_way_hours_to_words (int weekly_minutes);
char *fram_way_sentence (const char *what, const char *when, gboolean planned);
char *fram_way_meeting_to_words (const FramStoredThing *thing, FramItemState state);
char *fram_way_support_to_words (const char *kind, const FramStoredThing *thing);
char *fram_way_commitment_to_words (const char *title, FramDate due, FramDate done, FramDate today);
char *fram_way_summary (const FramWay *self);

G_END_DECLS
