#pragma once

#include "fram-rating-work.h"

G_BEGIN_DECLS

typedef struct
{
  int value;
  char *note;
} FramRatingGiven;

struct _FramRatingWork
{
  GObject parent_instance;

  /* owned */
  FramDesk *desk;
  FramRatingForm *form;
  FramRatingGiven *answers; /* by question, then side */
  GCancellable *cancellable;

  FramDate day;
  guint pause;
  gboolean dirty; /* something was changed and is not on disk */
  gboolean saving;
  gboolean on_disk; /* there is a draft on disk */
  gboolean finishing;
  gboolean ended; /* written down or thrown away */
};

/* What the desk's thread gets: nothing of it is shared. */
typedef struct
{
  FramUuid enrolment;
  FramUuid set;
  FramDate day;
  GArray *answers;
} FramRatingPacked;

void fram_rating_packed_free (gpointer data);
FramRatingPacked *fram_rating_work_pack (FramRatingWork *self);
FramRatingGiven *fram_rating_work_get_answer (FramRatingWork *self, guint question, FramRater rater);
gboolean fram_rating_answer_has_note (const FramRatingGiven *answer);
gboolean fram_rating_answer_is_given (const FramRatingGiven *answer);
void fram_rating_work_save (FramRatingWork *self);
void fram_rating_work_stop_saving (FramRatingWork *self);

G_END_DECLS
