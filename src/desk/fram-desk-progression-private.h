#pragma once

#include "fram-desk-gaps-private.h"
#include "fram-desk-progression.h"
#include "fram-desk-timeline-private.h"
#include "fram-rating-store.h"

G_BEGIN_DECLS

/* A progression while it is filled in. */
typedef struct
{
  FramWay way; /* whose it is, of which enrolment, and what of it may be seen */
  FramProgression *progression;
  GArray *sessions;     /* FramWaySession, by day; NULL: attendance may not be seen */
  GPtrArray *workshops; /* FramWorkshop, those that are closed down too */
} FramCourse;

gboolean fram_course_add_series (FramCourse *self, GError **error);
gboolean fram_course_add_weeks (FramCourse *self, GError **error);
gboolean fram_course_add_moments (FramCourse *self, GError **error);

/* whether ratings of the case worker's own belief are read at all; the file's owner sees every class */
gboolean fram_desk_reads_belief (FramDesk *self);

G_END_DECLS
