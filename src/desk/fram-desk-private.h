#pragma once

#include "fram-changes.h"
#include "fram-day.h"
#include "fram-demo.h"
#include "fram-desk-person.h"
#include "fram-desk-roster.h"
#include "fram-house-store.h"
#include "fram-people-store.h"
#include "fram-person-row.h"
#include "fram-sheet-store.h"

G_BEGIN_DECLS

/* What an undo step is about, so that it can be said in words and the right pages read again. */
typedef struct
{
  gint64 action;
  char *what;
  FramChanged changed;
  gint64 draft;   /* row number of the journal entry that was begun, or 0: signed, it is no step any more */
  gboolean large; /* takes longer than a frame or two: off the shared connection, with progress */
} FramUndoStep;

typedef struct _FramPinGuard FramPinGuard;
typedef gint64 (*FramSteadyFunc) (void);

struct _FramDesk
{
  GObject parent_instance;

  /* owned */
  FramDb *db;
  FramClock *clock;
  FramViewer *viewer;
  GArray *statuses;
  GArray *closed_days; /* NULL: to be read again */
  GPtrArray *undo;
  GPtrArray *redo;
  GThreadPool *worker;
  gpointer worker_thread; /* where the worker ran last */
  int seat;               /* counts those who sat down */
  GFileMonitor *monitor;
  GRecMutex lock;
  GHashTable *notes;   /* what of whose notes → when the log was told that it was opened */
  FramPinGuard *pins;  /* NULL: nobody has tried yet */
  gint64 last_listing; /* of this person, for the log */
  gint64 last_search;
  gint64 last_promises;
  gint64 last_gaps;
  gint64 last_needs;
  gint64 last_phones;
  int data_version;
  guint refresh;
};

/* Held by every use case: the worker and the main thread share one connection. */
#define FRAM_DESK_LOCKED(desk) g_autoptr (GRecMutexLocker) desk_locker G_GNUC_UNUSED = fram_desk_lock (desk)

GRecMutexLocker *fram_desk_lock (FramDesk *self);

FramDesk *fram_desk_new_for_db (FramDb *db, GError **error);
void fram_desk_work (gpointer task, gpointer unused);
void fram_desk_watch (FramDesk *self);
void fram_desk_refresh_viewer (FramDesk *self);
const GArray *fram_desk_closed_days (FramDesk *self);
FramDayInfo fram_desk_day_info (FramDesk *self, FramDate day, gint64 workshop);
void fram_desk_emit_changed (FramDesk *self, const FramChanged *changed);
FramUndoStep *fram_desk_push_step (GPtrArray *stack, gint64 action, const char *what, const FramChanged *changed);
gboolean fram_desk_step_back (FramDesk *self, gboolean redo, FramProgressFunc progress, gpointer data, char **what,
                              GError **error);
void fram_desk_done (FramDesk *self, gint64 action, const char *what, const FramChanged *changed);
gboolean fram_desk_require (FramDesk *self, FramClass klass, gboolean write, GError **error);
gboolean fram_desk_finish (FramDesk *self, FramChanges *changes, const char *what, const FramChanged *changed,
                           GError **error);
FramRoster *fram_desk_roster_plain (FramDesk *self, const FramUuid *activity, FramDate day, GError **error);
FramRoster *fram_desk_roster_of_some (FramDesk *self, const FramUuid *activity, FramDate day, GHashTable *enrolments,
                                      GError **error);
const FramStatus *fram_desk_status_of_row (FramDesk *self, gint64 row);
FramStoredActivity *fram_desk_load_activity (FramDesk *self, const FramUuid *id, GError **error);

void fram_pin_guard_free (FramPinGuard *self);
void fram_desk_set_pin_time (FramDesk *self, FramClock *wall, FramSteadyFunc steady);
/* what rosters of a day and of many days do alike */
GArray *fram_desk_sessions_around (FramDesk *self, const FramStoredActivity *activity, FramDate to);
GArray *fram_desk_slots_of_session (const GArray *sessions, const GArray *spans, FramDate day);
gboolean fram_desk_has_session (const GArray *sessions, FramDate day);
char *fram_desk_changed_note (const GArray *sessions, FramDate day);
char *fram_desk_session_note (const GArray *sessions, FramDate day);
void fram_desk_session_hours (const GArray *sessions, FramDate day, int *from, int *to);
char *fram_desk_marking_refusal (FramDesk *self, gint64 activity, FramDate day);
char *fram_desk_closed_week_text (FramDesk *self, gint64 activity, FramDate day);
gboolean fram_desk_write_marks (FramDesk *self, FramChanges *changes, const FramUuid *activity, FramDate day, int part,
                                const FramUuid *enrolments, guint n, const FramMarkEdit *edit, char **what,
                                GError **error);

gboolean fram_desk_fill_demo (FramDb *db, const FramDemoOptions *options, FramProgressFunc progress, gpointer data,
                              GError **error);

FramPerson *fram_desk_person_again (FramDesk *self, const char *case_no_or_id, GError **error);
FramPersonRow *fram_desk_row_of_case (const FramStoredCase *stored, FramDate day);

extern const FramChanged fram_changed_house;
extern const FramChanged fram_changed_tasks;

G_END_DECLS
