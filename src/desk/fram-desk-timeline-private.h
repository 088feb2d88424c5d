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
  FramTimeline *timeline; /* owned */
  GPtrArray *episodes;    /* owned: all enrolments, the newest first */
  gint64 participant;
  const FramStoredEpisode *episode; /* NULL: there is none */
  FramStoredReferral referral;
  FramDate today;
  int now;             /* minutes since midnight */
  gboolean sees_facts; /* more than the name and phone */
  gboolean sees_part;  /* what concerns the own groups at least */
  gboolean sees_plan;
  gboolean sees_note;
  gboolean sees_attend;
  gboolean writes_plan;
  gboolean writes_note;
} FramWay;

/**
 * FramWaySession:
 * @day: the day
 * @activity: row number of where
 * @status: how it was marked; of a day in two halves by the half that counts most, present before absent
 * @whole: %FALSE where only one half of the day is marked: its hours are known, but it counts in no rate yet
 * @planned_minutes: minutes planned, -1 for not known
 * @attended_minutes: minutes attended, -1 for not known
 *
 * What the marks of one activity and day say together.
 */
typedef struct
{
  FramDate day;
  gint64 activity;
  const FramStatus *status;
  gboolean whole;
  int planned_minutes;
  int attended_minutes;
} FramWaySession;

gboolean fram_way_open (FramWay *self, FramDesk *desk, const FramStoredCase *stored, const FramUuid *enrolment,
                        GError **error);
void fram_way_clear (FramWay *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramWay, fram_way_clear)

/* sessions of marks that lie by day, activity and part (element-type FramStoredMarkDay) (element-type FramWaySession) */
GArray *fram_way_sessions_of_marks (FramDesk *desk, const GArray *marks);
void fram_way_add_minutes (int *sum, int minutes);

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
