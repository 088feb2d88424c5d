#include "fram-roster-page-private.h"

#include "fram-desk-absence.h"

/* What a leader asks for that is no mark: it is done on the desk's worker, in its turn among the marks, and the roster is read
 * again. */

static FramRosterOrder *
order_copy (const FramRosterOrder *order)
{
  FramRosterOrder *copy = g_memdup2 (order, sizeof *order);

  copy->text = g_strdup (order->text);
  return copy;
}

static void
order_free (gpointer data)
{
  FramRosterOrder *order = data;

  g_free (order->text);
  g_free (order);
}

typedef struct
{
  char *what;
  FramRosterKey key;
  gboolean goes_there;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->what);
  g_free (answer);
}

static gpointer
work (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  FramRosterOrder *order = data;
  g_autofree char *what = NULL;
  Answer *answer;

  if (!order->func (desk, order, &what, error))
    return NULL;
  answer = g_new0 (Answer, 1);
  answer->what = g_steal_pointer (&what);
  answer->key = order->key;
  answer->goes_there = order->goes_there;
  return answer;
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramRosterPage) self = user_data;
  g_autoptr (GError) error = NULL;
  Answer *answer = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  self->pending--;
  if (self->lines == NULL)
    {
      g_clear_pointer (&answer, answer_free);
      return;
    }
  if (answer == NULL)
    {
      fram_roster_page_say (self, error->message, FALSE);
      return;
    }
  fram_roster_page_say (self, answer->what, TRUE);
  self->has_wanted = answer->goes_there;
  self->wanted = answer->key;
  fram_roster_page_reload (self);
  answer_free (answer);
}

void
fram_roster_page_order (FramRosterPage *self, const FramRosterOrder *order)
{
  FramRosterOrder *copy = order_copy (order);

  copy->activity = self->activity;
  copy->day = self->day;
  fram_roster_page_flush_digits (self);
  self->pending++;
  fram_desk_run_async (self->desk, work, copy, order_free, answer_free, NULL, on_done_cb, g_object_ref (self));
}

static gboolean
split_day (FramDesk *desk, FramRosterOrder *order, char **what, GError **error)
{
  g_autoptr (FramRoster) roster =
      fram_desk_split_day (desk, &order->activity, &order->key.enrolment, order->day, order->flag, what, error);

  return roster != NULL;
}

/* Splits the day into before and after noon, or joins it; the keyboard goes to the first half, or to the whole. */
void
fram_roster_page_split_day (FramRosterPage *self, const FramUuid *enrolment, gboolean split)
{
  FramRosterOrder order = {
    .func = split_day, .key = { *enrolment, split ? 1 : 0 }, .flag = split, .goes_there = TRUE
  };

  fram_roster_page_order (self, &order);
}

static gboolean
away_today (FramDesk *desk, FramRosterOrder *order, char **what, GError **error)
{
  g_autoptr (FramRoster) roster =
      fram_desk_away_today (desk, &order->activity, &order->key.enrolment, order->day, order->text, NULL, what, error);

  return roster != NULL;
}

/* Excuses all of a person's activities of the day at once. */
void
fram_roster_page_away_today (FramRosterPage *self, const FramRosterKey *key, const char *status)
{
  FramRosterOrder order = { .func = away_today, .key = *key, .text = (char *)status, .goes_there = TRUE };

  fram_roster_page_order (self, &order);
}

static gboolean
ask_case_worker (FramDesk *desk, FramRosterOrder *order, char **what, GError **error)
{
  return fram_desk_ask_case_worker (desk, &order->key.enrolment, &order->activity, (FramTaskKind)order->kind, NULL,
                                    what, error);
}

void
fram_roster_page_ask_case_worker (FramRosterPage *self, const FramRosterKey *key, FramTaskKind kind)
{
  FramRosterOrder order = { .func = ask_case_worker, .key = *key, .kind = (int)kind };

  fram_roster_page_order (self, &order);
}

static gboolean
save_seen (FramDesk *desk, FramRosterOrder *order, char **what, GError **error)
{
  return fram_desk_save_seen (desk, &order->key.enrolment, order->text, order->flag, what, error);
}

void
fram_roster_page_save_seen (FramRosterPage *self, const FramRosterKey *key, const char *text, gboolean agreed)
{
  FramRosterOrder order = { .func = save_seen, .key = *key, .text = (char *)text, .flag = agreed };

  fram_roster_page_order (self, &order);
}

static gboolean
log_call (FramDesk *desk, FramRosterOrder *order, char **what, GError **error)
{
  return fram_desk_log_call (desk, &order->key.enrolment, (FramCallKind)order->kind, error);
}

void
fram_roster_page_log_call (FramRosterPage *self, const FramRosterKey *key, FramCallKind kind)
{
  FramRosterOrder order = { .func = log_call, .key = *key, .kind = (int)kind };

  fram_roster_page_order (self, &order);
}

static gboolean
answer (FramDesk *desk, FramRosterOrder *order, char **what, GError **error)
{
  return fram_desk_answer_workshop (desk, &order->question, (FramWorkshopAnswer)order->kind, order->text, what, error);
}

/* Answers the question that the line shows; the keyboard stays with the person. */
void
fram_roster_page_answer (FramRosterPage *self, const FramRosterKey *key, FramWorkshopAnswer how, const char *text)
{
  int at = fram_roster_page_find_line (self, key);
  FramRosterRow *row = at >= 0 ? fram_roster_line_get_row (fram_roster_page_get_line (self, (guint)at)) : NULL;
  FramRosterOrder order = { .func = answer, .key = *key, .kind = (int)how, .text = (char *)text, .goes_there = TRUE };

  if (row == NULL || row->questions == NULL || row->questions->len == 0)
    return;
  order.question = ((const FramRosterQuestion *)row->questions->pdata[0])->id;
  fram_roster_page_order (self, &order);
}

static gboolean
add_visitor (FramDesk *desk, FramRosterOrder *order, char **what, GError **error)
{
  order->key.part = 0;
  return fram_desk_add_visitor (desk, &order->activity, order->day, order->text, &order->key.enrolment, what, error);
}

/* Somebody who came without a plan, by case number; the keyboard goes to the new row. */
void
fram_roster_page_add_visitor (FramRosterPage *self, const char *case_no)
{
  FramRosterOrder order = { .func = add_visitor, .text = (char *)case_no, .goes_there = TRUE };

  fram_roster_page_order (self, &order);
}

static gboolean
stand_in (FramDesk *desk, FramRosterOrder *order, char **what, GError **error)
{
  return fram_desk_stand_in (desk, &order->activity, what, error);
}

void
fram_roster_page_stand_in (FramRosterPage *self)
{
  FramRosterOrder order = { .func = stand_in };

  fram_roster_page_order (self, &order);
}
