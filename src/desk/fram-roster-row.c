#include "fram-roster-row.h"

#include <string.h>

/**
 * FramRosterRow::mark:
 *
 * The mark, its times or its note changed.
 */
enum
{
  MARK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramRosterRow, fram_roster_row, G_TYPE_OBJECT)

void
fram_roster_question_free (FramRosterQuestion *self)
{
  g_free (self->text);
  g_free (self);
}

static void
fram_roster_row_finalize (GObject *object)
{
  FramRosterRow *self = FRAM_ROSTER_ROW (object);

  g_free (self->case_no);
  g_free (self->name);
  g_free (self->sort_key);
  g_free (self->note);
  g_free (self->reason);
  g_free (self->task);
  g_free (self->marked_by);
  g_free (self->training);
  g_strfreev (self->instructions);
  g_strfreev (self->first_day_card);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_roster_row_parent_class)->finalize (object);
}

static void
fram_roster_row_class_init (FramRosterRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fram_roster_row_finalize;
  signals[MARK] = g_signal_new ("mark", FRAM_TYPE_ROSTER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fram_roster_row_init (FramRosterRow *self)
{
  self->planned_from = self->planned_to = FRAM_TIME_NONE;
  self->planned_minutes = self->minutes_late = self->attended_minutes = -1;
  self->came = self->left = FRAM_TIME_NONE;
  self->stay_ends = self->planned_until = FRAM_DATE_NONE;
  self->away_from = self->away_to = self->other_from = self->other_to = FRAM_TIME_NONE;
}

FramRosterRow *
fram_roster_row_new (void)
{
  return g_object_new (FRAM_TYPE_ROSTER_ROW, NULL);
}

static gboolean
is_same_card (GStrv a, GStrv b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal ((const char *const *)a, (const char *const *)b);
}

static gboolean
is_asked_same (const GPtrArray *a, const GPtrArray *b)
{
  guint n = a != NULL ? a->len : 0;

  if (n != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const FramRosterQuestion *x = a->pdata[i], *y = b->pdata[i];

      if (!fram_uuid_equal (&x->id, &y->id) || g_strcmp0 (x->text, y->text) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
differs (const FramRosterRow *a, const FramRosterRow *b)
{
  return a->kind != b->kind || a->part != b->part || a->status != b->status || a->minutes_late != b->minutes_late ||
         a->came != b->came || a->left != b->left || a->attended_minutes != b->attended_minutes ||
         a->planned_from != b->planned_from || a->planned_to != b->planned_to ||
         a->planned_minutes != b->planned_minutes || a->marked_at != b->marked_at ||
         a->unnotified_in_a_row != b->unnotified_in_a_row || a->n_last != b->n_last || a->first_day != b->first_day ||
         a->last_day_here != b->last_day_here || a->hours_changed != b->hours_changed ||
         memcmp (a->last, b->last, sizeof a->last) != 0 || g_strcmp0 (a->name, b->name) != 0 ||
         g_strcmp0 (a->note, b->note) != 0 || g_strcmp0 (a->reason, b->reason) != 0 ||
         g_strcmp0 (a->task, b->task) != 0 || g_strcmp0 (a->marked_by, b->marked_by) != 0 ||
         g_strcmp0 (a->training, b->training) != 0 || a->streak_alert != b->streak_alert ||
         a->streak_shown != b->streak_shown || a->returns != b->returns || a->planned_status != b->planned_status ||
         a->planned_until != b->planned_until || a->away_from != b->away_from || a->away_to != b->away_to ||
         a->other_from != b->other_from || a->other_to != b->other_to || a->asked != b->asked ||
         !is_same_card (a->first_day_card, b->first_day_card) || !is_asked_same (a->questions, b->questions) ||
         !g_strv_equal ((const char *const *)a->instructions, (const char *const *)b->instructions);
}

#define SWAP(type, a, b)                                                                                               \
  do                                                                                                                   \
    {                                                                                                                  \
      type swapped = (a);                                                                                              \
      (a) = (b);                                                                                                       \
      (b) = swapped;                                                                                                   \
    }                                                                                                                  \
  while (0)

static void
swap_texts (FramRosterRow *a, FramRosterRow *b)
{
  SWAP (char *, a->name, b->name);
  SWAP (char *, a->sort_key, b->sort_key);
  SWAP (char *, a->case_no, b->case_no);
  SWAP (char *, a->note, b->note);
  SWAP (char *, a->reason, b->reason);
  SWAP (char *, a->task, b->task);
  SWAP (char *, a->marked_by, b->marked_by);
  SWAP (char *, a->training, b->training);
  SWAP (GStrv, a->instructions, b->instructions);
  SWAP (GStrv, a->first_day_card, b->first_day_card);
  SWAP (GPtrArray *, a->questions, b->questions);
}

static void
take_over_hints (FramRosterRow *self, const FramRosterRow *newer)
{
  self->part = newer->part;
  self->streak_alert = newer->streak_alert;
  self->streak_shown = newer->streak_shown;
  self->returns = newer->returns;
  self->planned_status = newer->planned_status;
  self->planned_until = newer->planned_until;
  self->away_from = newer->away_from;
  self->away_to = newer->away_to;
  self->other_from = newer->other_from;
  self->other_to = newer->other_to;
  self->asked = newer->asked;
}

/**
 * fram_roster_row_take_over:
 * @self: a row that is shown
 * @newer: the same person's row as read again; it is empty afterwards
 *
 * Brings a row up to date in place, so that focus, selection and scrolling stay, and tells by `mark` if it changed.
 *
 * Returns: whether anything changed
 */
gboolean
fram_roster_row_take_over (FramRosterRow *self, FramRosterRow *newer)
{
  if (self == newer || !differs (self, newer))
    return FALSE;
  swap_texts (self, newer);
  self->kind = newer->kind;
  self->is_protected = newer->is_protected;
  self->planned_from = newer->planned_from;
  self->planned_to = newer->planned_to;
  self->planned_minutes = newer->planned_minutes;
  self->status = newer->status;
  self->minutes_late = newer->minutes_late;
  self->came = newer->came;
  self->left = newer->left;
  self->attended_minutes = newer->attended_minutes;
  self->marked_at = newer->marked_at;
  self->n_last = newer->n_last;
  memcpy (self->last, newer->last, sizeof self->last);
  memcpy (self->last_day, newer->last_day, sizeof self->last_day);
  self->first_day = newer->first_day;
  self->last_day_here = newer->last_day_here;
  self->stay_ends = newer->stay_ends;
  self->hours_changed = newer->hours_changed;
  self->unnotified_in_a_row = newer->unnotified_in_a_row;
  take_over_hints (self, newer);
  g_signal_emit (self, signals[MARK], 0);
  return TRUE;
}
