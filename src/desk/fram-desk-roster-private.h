#pragma once

#include "fram-desk-private.h"

#include "fram-expected.h"
#include "fram-half-day.h"
#include "fram-hint-store.h"
#include "fram-question-store.h"
#include "fram-roster-store.h"
#include "fram-session.h"

G_BEGIN_DECLS

/* What the rows of one roster are told beside marks and plans, read once for all of them. */
typedef struct
{
  GPtrArray *absences;  /* FramStoredAbsence */
  GArray *busy;         /* FramBusy */
  GHashTable *asked;    /* row numbers of participants */
  GPtrArray *questions; /* FramStoredQuestion; NULL: the viewer answers nothing here */
  GArray *alerts;       /* guint: lengths of streaks */
  GStrv card;           /* NULL: the workshop has no first-day card */
} FramRosterHints;

/* Everything that one roster is made of, as it was read. */
typedef struct
{
  FramDesk *desk;
  FramStoredActivity *activity;
  FramDate day;
  FramDayInfo info;
  GArray *sessions; /* FramSession, of a group that has days; else NULL */
  GArray *spans;
  GArray *slots;
  GPtrArray *marks;
  GArray *splits; /* FramStoredSplit */
  GArray *expected;
  gboolean plain;   /* only who is expected, when, and the mark */
  GHashTable *only; /* borrowed: row numbers of enrolments; NULL for everybody */
  FramRosterHints hints;
  FramViewer *line_readers; /* the viewer with the roles that show lines on this roster */
} FramRosterSources;

gboolean fram_roster_sources_load (FramRosterSources *self, FramDesk *desk, gint64 activity, FramDate day,
                                   GError **error);
void fram_roster_sources_clear (FramRosterSources *self);
gboolean fram_roster_sources_is_off (const FramRosterSources *self);
gboolean fram_roster_sources_is_split (const FramRosterSources *self, gint64 enrolment);
FramHalfDay fram_roster_sources_half (const FramRosterSources *self, const FramExpected *expected, int part);
const FramExpected *fram_roster_sources_find (const FramRosterSources *self, gint64 enrolment);
const FramStoredMark *fram_roster_sources_mark (const FramRosterSources *self, gint64 enrolment, int part);
gboolean fram_roster_sources_is_marked (const FramRosterSources *self, gint64 enrolment);
gboolean fram_roster_sources_sees (const FramRosterSources *self, FramClass klass, const FramStoredPerson *person);

gboolean fram_roster_hints_load (FramRosterSources *sources, GError **error);
void fram_roster_hints_clear (FramRosterHints *self);
void fram_roster_hints_fill (const FramRosterSources *sources, const FramStoredPerson *person, FramRosterRow *row);

gboolean fram_desk_is_own_activity (const FramViewer *viewer, gint64 row);
char *fram_desk_shown_name (const FramStoredPerson *person);
const char *fram_desk_activity_name (const FramStoredActivity *activity);

/* How far the roster of one day is taken, as the sidebar counts it. */
gboolean fram_desk_count_roster (FramDesk *self, const FramStoredActivity *activity, FramDate day, int *marked,
                                 int *expected, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramRosterSources, fram_roster_sources_clear)

G_END_DECLS
