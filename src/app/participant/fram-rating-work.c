#include "fram-rating-work-private.h"

#include "fram-rating-words.h"

#include <glib/gi18n.h>

/* A pause in typing. */
#define PAUSE_MS 500

enum
{
  CHANGED,
  STATE,
  FINISHED,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramRatingWork, fram_rating_work, G_TYPE_OBJECT)

FramRatingGiven *
fram_rating_work_get_answer (FramRatingWork *self, guint question, FramRater rater)
{
  return &self->answers[question * FRAM_N_RATERS + rater];
}

gboolean
fram_rating_answer_has_note (const FramRatingGiven *answer)
{
  return answer->note != NULL && answer->note[0] != '\0';
}

gboolean
fram_rating_answer_is_given (const FramRatingGiven *answer)
{
  return answer->value != 0 || fram_rating_answer_has_note (answer);
}

void
fram_rating_packed_free (gpointer data)
{
  FramRatingPacked *packed = data;

  g_array_unref (packed->answers);
  g_free (packed);
}

FramRatingPacked *
fram_rating_work_pack (FramRatingWork *self)
{
  FramRatingPacked *packed = g_new0 (FramRatingPacked, 1);

  packed->enrolment = self->form->enrolment;
  packed->set = self->form->set;
  packed->day = self->day;
  packed->answers = fram_answers_new ();
  for (guint i = 0; i < self->form->questions->len; i++)
    for (int rater = 0; rater < FRAM_N_RATERS; rater++)
      {
        const FramRatingGiven *answer = fram_rating_work_get_answer (self, i, (FramRater)rater);
        const FramQuestion *question = g_ptr_array_index (self->form->questions, i);
        FramAnswer one = { question->id, (FramRater)rater, answer->value, NULL };

        if (!fram_rating_answer_is_given (answer))
          continue;
        one.note = fram_rating_answer_has_note (answer) ? g_strdup (answer->note) : NULL;
        g_array_append_val (packed->answers, one);
      }
  return packed;
}

/* The draft */

static gboolean
keep (FramDesk *desk, const FramRatingPacked *packed, GError **error)
{
  if (packed->answers->len == 0)
    return fram_desk_rating_draft_drop (desk, &packed->enrolment, &packed->set, error);
  return fram_desk_rating_draft_save (desk, &packed->enrolment, &packed->set, packed->day, packed->answers, error);
}

static gpointer
keep_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (keep (desk, data, error));
}

static void
say_kept (FramRatingWork *self)
{
  g_signal_emit (self, signals[STATE], 0,
                 self->on_disk ? _ ("Kept as a draft until it is finished.") : _ ("Each answer is kept at once."),
                 FALSE);
}

static void
say_not_kept (FramRatingWork *self, const GError *error)
{
  g_autofree char *sentence = g_strdup_printf (_ ("Not kept: %s"), error->message);

  self->dirty = TRUE;
  g_signal_emit (self, signals[STATE], 0, sentence, TRUE);
}

static void
on_kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramRatingWork) self = data;
  g_autoptr (GError) error = NULL;
  gboolean kept = fram_desk_run_finish (FRAM_DESK (source), result, &error) != NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->ended)
    return;
  self->saving = FALSE;
  if (!kept)
    {
      say_not_kept (self, error);
      return;
    }
  self->on_disk = !fram_rating_work_is_empty (self);
  if (self->dirty)
    fram_rating_work_save (self);
  else
    say_kept (self);
}

void
fram_rating_work_save (FramRatingWork *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  if (!self->dirty || self->saving || self->finishing || self->ended)
    return;
  self->dirty = FALSE;
  self->saving = TRUE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  fram_desk_run_async (self->desk, keep_on_desk, fram_rating_work_pack (self), fram_rating_packed_free, NULL,
                       self->cancellable, on_kept_cb, g_object_ref (self));
}

static gboolean
on_pause (gpointer data)
{
  FramRatingWork *self = data;

  self->pause = 0;
  fram_rating_work_save (self);
  return G_SOURCE_REMOVE;
}

/* What is on its way is older than what stands here. */
void
fram_rating_work_stop_saving (FramRatingWork *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->saving = FALSE;
}

/**
 * fram_rating_work_flush:
 * @self: the work
 *
 * Writes the draft down at once, waiting for the disk: the dialog closes, the screen is locked or the program ends.
 */
void
fram_rating_work_flush (FramRatingWork *self)
{
  g_autoptr (GError) error = NULL;
  FramRatingPacked *packed;

  if (self->ended || self->finishing || (!self->dirty && !self->saving))
    return;
  fram_rating_work_stop_saving (self);
  self->dirty = FALSE;
  packed = fram_rating_work_pack (self);
  if (keep (self->desk, packed, &error))
    self->on_disk = packed->answers->len > 0;
  else
    say_not_kept (self, error);
  fram_rating_packed_free (packed);
}

static void
fram_rating_work_dispose (GObject *object)
{
  FramRatingWork *self = FRAM_RATING_WORK (object);

  if (self->desk != NULL)
    fram_rating_work_flush (self);
  fram_rating_work_stop_saving (self);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fram_rating_work_parent_class)->dispose (object);
}

static void
fram_rating_work_finalize (GObject *object)
{
  FramRatingWork *self = FRAM_RATING_WORK (object);

  for (guint i = 0; i < self->form->questions->len * FRAM_N_RATERS; i++)
    g_free (self->answers[i].note);
  g_free (self->answers);
  fram_rating_form_free (self->form);
  G_OBJECT_CLASS (fram_rating_work_parent_class)->finalize (object);
}

static void
fram_rating_work_class_init (FramRatingWorkClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_rating_work_dispose;
  G_OBJECT_CLASS (klass)->finalize = fram_rating_work_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[STATE] = g_signal_new ("state", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                 G_TYPE_BOOLEAN);
  signals[FINISHED] =
      g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REFUSED] = g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                   G_TYPE_STRING, G_TYPE_INT, G_TYPE_INT);
}

static void
fram_rating_work_init (FramRatingWork *self)
{
}

/* What is not asked any more, as the own belief that was turned off meanwhile, stands nowhere in the form and would keep
 * the rest from being written down. */
static void
take_draft (FramRatingWork *self)
{
  for (guint i = 0; self->form->draft != NULL && i < self->form->draft->len; i++)
    {
      const FramAnswer *one = &g_array_index (self->form->draft, FramAnswer, i);

      for (guint n = 0; n < self->form->questions->len; n++)
        {
          const FramQuestion *question = g_ptr_array_index (self->form->questions, n);
          FramRatingGiven *answer = fram_rating_work_get_answer (self, n, one->rater);

          if (!fram_uuid_equal (&question->id, &one->indicator) ||
              (!self->form->is_agenda && !fram_rating_work_asks (self, n, one->rater)))
            continue;
          answer->value = one->value;
          g_free (answer->note);
          answer->note = g_strdup (one->note);
        }
    }
  self->on_disk = self->form->draft != NULL && self->form->draft->len > 0;
}

/**
 * fram_rating_work_new:
 * @desk: the desk
 * @form: (transfer full): the form; its draft is gone on with
 * @day: the day of the talk
 *
 * Returns: (transfer full): the work
 */
FramRatingWork *
fram_rating_work_new (FramDesk *desk, FramRatingForm *form, FramDate day)
{
  FramRatingWork *self = g_object_new (FRAM_TYPE_RATING_WORK, NULL);

  self->desk = g_object_ref (desk);
  self->form = form;
  self->day = day;
  self->answers = g_new0 (FramRatingGiven, form->questions->len * FRAM_N_RATERS + 1);
  take_draft (self);
  return self;
}

const FramRatingForm *
fram_rating_work_get_form (FramRatingWork *self)
{
  return self->form;
}

FramDesk *
fram_rating_work_get_desk (FramRatingWork *self)
{
  return self->desk;
}

FramDate
fram_rating_work_get_day (FramRatingWork *self)
{
  return self->day;
}

guint
fram_rating_work_count (FramRatingWork *self)
{
  return self->form->questions->len;
}

const FramQuestion *
fram_rating_work_get_question (FramRatingWork *self, guint question)
{
  g_return_val_if_fail (question < self->form->questions->len, NULL);
  return g_ptr_array_index (self->form->questions, question);
}

gboolean
fram_rating_work_asks (FramRatingWork *self, guint question, FramRater rater)
{
  return (fram_rating_work_get_question (self, question)->raters & (1u << rater)) != 0;
}

guint
fram_rating_work_count_asked (FramRatingWork *self, FramRater rater)
{
  guint n = 0;

  for (guint i = 0; i < self->form->questions->len; i++)
    n += fram_rating_work_asks (self, i, rater);
  return n;
}

guint
fram_rating_work_count_answered (FramRatingWork *self, FramRater rater)
{
  guint n = 0;

  for (guint i = 0; i < self->form->questions->len; i++)
    n += self->form->is_agenda ? fram_rating_answer_has_note (fram_rating_work_get_answer (self, i, rater))
                               : fram_rating_work_get_answer (self, i, rater)->value != 0;
  return n;
}

int
fram_rating_work_get_value (FramRatingWork *self, guint question, FramRater rater)
{
  return fram_rating_work_get_answer (self, question, rater)->value;
}

/* Empty where there is none. */
const char *
fram_rating_work_get_note (FramRatingWork *self, guint question, FramRater rater)
{
  const FramRatingGiven *answer = fram_rating_work_get_answer (self, question, rater);

  return answer->note != NULL ? answer->note : "";
}

static void
changed (FramRatingWork *self, guint question)
{
  self->dirty = TRUE;
  g_signal_emit (self, signals[CHANGED], 0, question);
}

/**
 * fram_rating_work_set_value:
 * @self: the work
 * @question: which one
 * @rater: whose side
 * @value: 0 for none
 *
 * Takes an answer; it is on its way to the disk at once.
 */
void
fram_rating_work_set_value (FramRatingWork *self, guint question, FramRater rater, int value)
{
  FramRatingGiven *answer = fram_rating_work_get_answer (self, question, rater);

  if (answer->value == value || self->ended || self->finishing)
    return;
  answer->value = value;
  changed (self, question);
  fram_rating_work_save (self);
}

/* A note is on its way to the disk after a pause in typing. */
void
fram_rating_work_set_note (FramRatingWork *self, guint question, FramRater rater, const char *note)
{
  FramRatingGiven *answer = fram_rating_work_get_answer (self, question, rater);

  if (g_strcmp0 (fram_rating_work_get_note (self, question, rater), note) == 0 || self->ended || self->finishing)
    return;
  g_free (answer->note);
  answer->note = g_strdup (note);
  changed (self, question);
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, on_pause, self);
}

/**
 * fram_rating_work_dup_comparison:
 * @self: the work
 * @question: which one
 * @rater: whose side
 *
 * Returns: (transfer full) (nullable): how the new value stands to the one before; %NULL until it is given
 */
char *
fram_rating_work_dup_comparison (FramRatingWork *self, guint question, FramRater rater)
{
  const FramQuestion *asked = fram_rating_work_get_question (self, question);
  int value = fram_rating_work_get_value (self, question, rater);

  if (value == 0)
    return NULL;
  return fram_rating_compare (value, asked->last[rater], asked->last_day[rater], asked->last_note[rater],
                              fram_clock_today (fram_desk_get_clock (self->desk)));
}

gboolean
fram_rating_work_is_empty (FramRatingWork *self)
{
  for (guint i = 0; i < self->form->questions->len * FRAM_N_RATERS; i++)
    if (fram_rating_answer_is_given (&self->answers[i]))
      return FALSE;
  return TRUE;
}

/* Whether all that was answered is on disk. */
gboolean
fram_rating_work_is_kept (FramRatingWork *self)
{
  return !self->dirty && !self->saving;
}

gboolean
fram_rating_work_is_busy (FramRatingWork *self)
{
  return self->finishing;
}
