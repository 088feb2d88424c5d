#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredTask:
 *
 * A task as it is on disk, with the names that its sentence is made of. Names, case number and text are unset where the
 * viewer may not see the person it is about.
 */
typedef struct
{
  gint64 row;
  FramUuid id;
  char *kind;
  char *text;
  FramDate due;
  FramDate made;
  FramDate seen;
  FramDate done;
  gint64 whose;
  char *whose_name;
  gint64 made_by;
  char *made_by_name;
  gint64 participant;
  FramUuid participant_id;
  gint64 enrolment; /* the newest one */
  char *case_no;
  char *given_name;
  char *family_name;
  char *alias;
  gboolean is_protected;
  gint64 activity;
  FramUuid activity_id;
  char *activity_sv;
  char *activity_en;
  gboolean mine;    /* for the viewer: own, a colleague's one is deputy for today, or left to the management */
  gboolean deputed; /* a colleague's whom the viewer is deputy for today */
} FramStoredTask;

void fram_stored_task_free (FramStoredTask *self);

GPtrArray *fram_task_load (FramDb *db, const FramViewer *viewer, FramDate done_since, GError **error);
FramStoredTask *fram_task_load_one (FramDb *db, const FramViewer *viewer, gint64 row, GError **error);
guint fram_task_count_open (FramDb *db, const FramViewer *viewer);
gboolean fram_task_is_open (FramDb *db, gint64 participant, const char *kind);

/**
 * FramCaseWorker:
 * @staff: row number of the case worker in charge; 0 where nobody is who works here or has a deputy
 * @deputy: row number of who is deputy today, 0 for nobody
 * @name: (nullable): whose turn it is: the deputy's name, else the case worker's
 *
 * Who is to be asked about a participant.
 */
typedef struct
{
  gint64 staff;
  gint64 deputy;
  char *name;
} FramCaseWorker;

void fram_case_worker_clear (FramCaseWorker *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramCaseWorker, fram_case_worker_clear)

gboolean fram_task_find_case_worker (FramDb *db, gint64 enrolment, FramDate today, FramCaseWorker *found,
                                     GError **error);
gint64 fram_task_participant_of (FramDb *db, gint64 enrolment);

G_END_DECLS
