#include "fram-rating-work-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* How the form of a talk ends: written down, refused or thrown away. */

static gpointer
finish_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const FramRatingPacked *packed = data;
  char *what = NULL;

  if (!fram_desk_save_ratings (desk, &packed->enrolment, &packed->set, packed->day, packed->answers, &what, error))
    return NULL;
  return what != NULL ? what : g_strdup ("");
}

static void
refuse (FramRatingWork *self, const char *sentence, int question, int rater)
{
  g_signal_emit_by_name (self, "refused", sentence, question, rater);
}

/* The desk names the question that it is about. */
static int
question_named_in (FramRatingWork *self, const char *sentence)
{
  int found = -1;
  gsize longest = 0;

  for (guint i = 0; i < self->form->questions->len; i++)
    {
      const FramQuestion *question = g_ptr_array_index (self->form->questions, i);

      if (question->name != NULL && strlen (question->name) > longest && strstr (sentence, question->name) != NULL)
        {
          longest = strlen (question->name);
          found = (int)i;
        }
    }
  return found;
}

static FramRater
side_answered (FramRatingWork *self, int question)
{
  if (question >= 0 &&
      !fram_rating_answer_is_given (fram_rating_work_get_answer (self, (guint)question, FRAM_RATER_PARTICIPANT)))
    return FRAM_RATER_CASE_WORKER;
  return FRAM_RATER_PARTICIPANT;
}

static void
on_finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramRatingWork) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  self->finishing = FALSE;
  if (what != NULL)
    {
      self->ended = TRUE;
      g_signal_emit_by_name (self, "finished", what);
    }
  else
    {
      int question = question_named_in (self, error->message);

      self->dirty = TRUE;
      fram_rating_work_save (self);
      refuse (self, error->message, question, (int)side_answered (self, question));
    }
}

/* A note on a scale is kept with its value: without one it would be lost. */
static gboolean
is_whole (FramRatingWork *self)
{
  if (fram_rating_work_is_empty (self))
    {
      refuse (self,
              self->form->is_agenda ? _ ("Write about at least one area first.")
                                    : _ ("Answer at least one question first."),
              -1, 0);
      return FALSE;
    }
  for (guint i = 0; !self->form->is_agenda && i < self->form->questions->len; i++)
    for (int rater = 0; rater < FRAM_N_RATERS; rater++)
      if (fram_rating_work_get_answer (self, i, (FramRater)rater)->value == 0 &&
          fram_rating_answer_has_note (fram_rating_work_get_answer (self, i, (FramRater)rater)))
        {
          refuse (self, _ ("The note is kept together with a value: choose one, or take the note away."), (int)i,
                  rater);
          return FALSE;
        }
  return TRUE;
}

/**
 * fram_rating_work_finish:
 * @self: the work
 *
 * Writes the talk down, all of it or nothing; `finished` or `refused` tells which.
 */
void
fram_rating_work_finish (FramRatingWork *self)
{
  if (self->finishing || self->ended || !is_whole (self))
    return;
  fram_rating_work_stop_saving (self);
  self->finishing = TRUE;
  fram_desk_run_async (self->desk, finish_on_desk, fram_rating_work_pack (self), fram_rating_packed_free, g_free, NULL,
                       on_finished_cb, g_object_ref (self));
}

static gpointer
drop_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const FramRatingPacked *packed = data;

  return GINT_TO_POINTER (fram_desk_rating_draft_drop (desk, &packed->enrolment, &packed->set, error));
}

static void
on_dropped_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramRatingWork) self = data;
  g_autoptr (GError) error = NULL;

  self->finishing = FALSE;
  if (fram_desk_run_finish (FRAM_DESK (source), result, &error) == NULL)
    {
      refuse (self, error->message, -1, 0);
      return;
    }
  self->ended = TRUE;
  g_signal_emit_by_name (self, "finished", NULL);
}

/* Forgets the draft; `finished` comes without a sentence. */
void
fram_rating_work_throw_away (FramRatingWork *self)
{
  if (self->finishing || self->ended)
    return;
  fram_rating_work_stop_saving (self);
  self->finishing = TRUE;
  fram_desk_run_async (self->desk, drop_on_desk, fram_rating_work_pack (self), fram_rating_packed_free, NULL, NULL,
                       on_dropped_cb, g_object_ref (self));
}
