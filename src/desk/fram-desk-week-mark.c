#include "fram-desk-week.h"

#include "fram-desk-private.h"
#include "fram-desk-mark-private.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* Marks cells of several days in one go: day by day with the rules of the day's roster, in one transaction. */

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const FramCellKey *x = a, *y = b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return x->part - y->part;
}

/* Cells of one day and part of the day lie together. Returns: how many from @first on */
static guint
run_length (const GArray *cells, guint first)
{
  guint n = 1;

  while (first + n < cells->len && compare_cells (&g_array_index (cells, FramCellKey, first),
                                                  &g_array_index (cells, FramCellKey, first + n)) == 0)
    n++;
  return n;
}

static gboolean
write_run (FramDesk *self, FramChanges *changes, const FramUuid *activity, const FramCellKey *cells, guint n,
           const FramMarkEdit *edit, char **what, GError **error)
{
  g_autofree FramUuid *people = g_new (FramUuid, n);

  for (guint i = 0; i < n; i++)
    people[i] = cells[i].enrolment;
  g_clear_pointer (what, g_free);
  return fram_desk_write_marks (self, changes, activity, cells[0].day, cells[0].part, people, n, edit, what, error);
}

/* Of one cell or one day what a mark of that day says, with the day; of several how many there are. */
static char *
say (FramDesk *self, const GArray *cells, const FramMarkEdit *edit, const char *of_day)
{
  const FramCellKey *first = &g_array_index (cells, FramCellKey, 0);
  gboolean one_day = g_array_index (cells, FramCellKey, cells->len - 1).day == first->day;
  const FramStatus *status = fram_desk_find_status (self, edit->status);
  g_autofree char *day = fram_date_to_short_words (first->day);
  g_autofree char *word = NULL;

  if (one_day && run_length (cells, 0) == cells->len)
    /* Translators: a day and what was done: "Tue 10 November: Leyla A. is marked as present." */
    return g_strdup_printf (C_ ("day", "%1$s: %2$s"), day, of_day);
  if (status == NULL)
    return g_strdup_printf (ngettext ("%u mark is taken away.", "%u marks are taken away.", cells->len), cells->len);
  word = g_utf8_strdown (fram_status_get_name (status), -1);
  /* Translators: so many cells of the week and a status in lower case: "6 sessions are marked as present." */
  return g_strdup_printf (ngettext ("%1$u session is marked as %2$s.", "%1$u sessions are marked as %2$s.", cells->len),
                          cells->len, word);
}

static gboolean
write_cells (FramDesk *self, const FramUuid *activity, const GArray *cells, const FramMarkEdit *edit, char **what,
             GError **error)
{
  g_autoptr (FramChanges) changes = fram_changes_begin (self->db, self->viewer, "mark", edit->reason, error);
  const FramCellKey *first = &g_array_index (cells, FramCellKey, 0);
  const FramCellKey *last = &g_array_index (cells, FramCellKey, cells->len - 1);
  FramChanged changed = { *activity, first->day == last->day ? first->day : FRAM_DATE_NONE, FALSE };
  g_autofree char *of_day = NULL;

  if (changes == NULL)
    return FALSE;
  for (guint i = 0, n; i < cells->len; i += n)
    {
      n = run_length (cells, i);
      if (!write_run (self, changes, activity, &g_array_index (cells, FramCellKey, i), n, edit, &of_day, error))
        return FALSE;
    }
  *what = say (self, cells, edit, of_day);
  return fram_desk_finish (self, changes, *what, &changed, error);
}

/**
 * fram_desk_mark_cells:
 * @self: the desk
 * @activity: a workshop or group
 * @from: first day of the sheet that is the answer
 * @to: its last day
 * @cells: (array length=n_cells): which people on which days; at least one
 * @n_cells: how many
 * @edit: what to record in each
 * @what: (out) (optional): a sentence for the toast
 * @error: return location; then nothing was written, except with %FRAM_ERROR_UNREAD
 *
 * Marks a block of people and days in one transaction and one undo step, with the rules of each day's roster.
 *
 * Returns: (transfer full) (nullable): the sheet as it is on disk now
 */
FramSheet *
fram_desk_mark_cells (FramDesk *self, const FramUuid *activity, FramDate from, FramDate to, const FramCellKey *cells,
                      guint n_cells, const FramMarkEdit *edit, char **what, GError **error)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (FramCellKey));
  g_autofree char *sentence = NULL;
  g_autoptr (GError) local = NULL;
  FramSheet *after;

  g_return_val_if_fail (n_cells > 0, NULL);
  g_array_append_vals (sorted, cells, n_cells);
  g_array_sort (sorted, compare_cells);
  FRAM_DESK_LOCKED (self);
  if (!write_cells (self, activity, sorted, edit, &sentence, error))
    return NULL;
  after = fram_desk_sheet (self, activity, from, to, &local);
  if (after == NULL)
    fram_desk_set_unread (error, sentence, local);
  else if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return after;
}
