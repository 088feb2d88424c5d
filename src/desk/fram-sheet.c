#include "fram-sheet-private.h"

#include "fram-expected.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

/* Puts the rows of a sheet together from what was read. */

void
fram_sheet_sources_clear (FramSheetSources *self)
{
  g_clear_pointer (&self->sessions, g_array_unref);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->slots, g_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->expected, g_ptr_array_unref);
  g_clear_pointer (&self->enrolments, g_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->planned, g_array_unref);
  g_clear_pointer (&self->splits, g_array_unref);
  g_clear_pointer (&self->alerts, g_array_unref);
}

static void
mark_clear (FramSheetMark *mark)
{
  g_free (mark->note);
  g_free (mark->reason);
  g_free (mark->marked_by);
}

typedef struct
{
  FramSheetRow row;
  guint n_days;
} OwnedRow; /* the row knows how many cells are to be freed */

void
fram_sheet_row_free (FramSheetRow *self)
{
  guint n_days = ((OwnedRow *)self)->n_days;

  for (guint i = 0; self->cells != NULL && i < n_days; i++)
    for (guint half = 0; half < G_N_ELEMENTS (self->cells[i].marks); half++)
      mark_clear (&self->cells[i].marks[half]);
  g_free (self->cells);
  g_free (self->case_no);
  g_free (self->name);
  g_free (self->sort_key);
  g_clear_pointer (&self->streak_days, g_array_unref);
  g_free (self);
}

/**
 * fram_sheet_free:
 * @self: a sheet
 *
 * Frees it with its rows and days.
 */
void
fram_sheet_free (FramSheet *self)
{
  g_free (self->name);
  g_free (self->refusal);
  g_array_unref (self->days);
  g_array_unref (self->weeks);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
cell_init (FramSheetCell *cell)
{
  cell->kind = FRAM_CELL_NONE;
  cell->planned_from = cell->planned_to = FRAM_TIME_NONE;
  cell->planned_minutes = -1;
  for (guint i = 0; i < G_N_ELEMENTS (cell->marks); i++)
    {
      cell->marks[i].minutes_late = cell->marks[i].attended_minutes = cell->marks[i].planned_minutes = -1;
      cell->marks[i].came = cell->marks[i].left = FRAM_TIME_NONE;
    }
}

static void
name_row (FramSheetRow *row, const FramStoredPerson *person)
{
  row->enrolment = person->enrolment_id;
  row->participant = person->participant_id;
  row->enrolment_row = person->enrolment;
  row->case_no = g_strdup (person->case_no);
  row->name = fram_desk_shown_name (person);
  row->sort_key = person->is_protected ? fram_text_sort_key (row->name) : g_strdup (person->sort_key);
  row->is_protected = person->is_protected;
}

/* Of a protected person whom the viewer is not named for nothing is told but that there is one. */
static FramSheetRow *
row_new (const FramStoredPerson *person, guint n_days)
{
  OwnedRow *owned = g_new0 (OwnedRow, 1);
  FramSheetRow *row = &owned->row;

  owned->n_days = n_days;
  row->is_bare = !person->visible;
  if (row->is_bare)
    {
      row->is_protected = TRUE;
      row->name = g_strdup (C_ ("participant", "Protected"));
      row->sort_key = g_strdup ("~");
      return row;
    }
  name_row (row, person);
  row->cells = g_new0 (FramSheetCell, n_days);
  for (guint i = 0; i < n_days; i++)
    cell_init (&row->cells[i]);
  return row;
}

static void
fill_cell (FramSheetCell *cell, const FramExpected *expected)
{
  cell->kind = expected->kind == FRAM_EXPECTED_PLANNED   ? FRAM_CELL_PLANNED
               : expected->kind == FRAM_EXPECTED_VISITOR ? FRAM_CELL_VISITOR
                                                         : FRAM_CELL_UNPLANNED;
  cell->planned_from = expected->planned_from;
  cell->planned_to = expected->planned_to;
  cell->planned_minutes = expected->planned_minutes;
  cell->first_day = expected->first_day;
  cell->last_day = expected->last_day;
}

static void
fill_mark (FramSheetMark *mark, FramDesk *desk, FramStoredMark *stored)
{
  mark->status = fram_desk_status_of_row (desk, stored->status);
  mark->minutes_late = stored->minutes_late;
  mark->came = stored->came;
  mark->left = stored->left;
  mark->attended_minutes = stored->attended_minutes;
  mark->planned_minutes = stored->planned_minutes;
  mark->note = g_steal_pointer (&stored->note);
  mark->reason = g_steal_pointer (&stored->reason);
  mark->marked_by = g_steal_pointer (&stored->marked_by);
  mark->marked_at = stored->marked_at;
}

static guint
find_day (const FramSheet *sheet, FramDate day)
{
  for (guint i = 0; i < sheet->days->len; i++)
    if (g_array_index (sheet->days, FramSheetDay, i).day == day)
      return i;
  g_assert_not_reached ();
}

static void
place_expected (const FramSheetSources *s, GHashTable *rows)
{
  for (guint d = 0; d < s->expected->len; d++)
    {
      const GArray *day = g_ptr_array_index (s->expected, d);

      for (guint i = 0; i < day->len; i++)
        {
          const FramExpected *expected = &g_array_index (day, FramExpected, i);
          FramSheetRow *row = g_hash_table_lookup (rows, &expected->enrolment);

          if (row != NULL && !row->is_bare)
            fill_cell (&row->cells[d], expected);
        }
    }
}

static FramSheetCell *
find_cell (const FramSheet *sheet, GHashTable *rows, gint64 enrolment, FramDate day)
{
  FramSheetRow *row = g_hash_table_lookup (rows, &enrolment);

  return row != NULL && !row->is_bare ? &row->cells[find_day (sheet, day)] : NULL;
}

/* A day in two halves has a plan for each: what is planned in it, or as it was written down of a visitor. */
static void
place_splits (const FramSheetSources *s, FramSheet *sheet, GHashTable *rows)
{
  for (guint i = 0; i < s->splits->len; i++)
    {
      const FramSheetSplit *split = &g_array_index (s->splits, FramSheetSplit, i);
      FramSheetCell *cell = find_cell (sheet, rows, split->enrolment, split->day);
      FramHalfDay halves[2];

      if (cell == NULL || cell->kind == FRAM_CELL_UNPLANNED || cell->kind == FRAM_CELL_NONE)
        continue;
      cell->is_split = TRUE;
      cell->marks[split->part - 1].planned_minutes =
          fram_half_days_of_plan (s->slots, split->enrolment, split->day, halves) ? halves[split->part - 1].minutes
                                                                                  : split->planned_minutes;
    }
}

static void
place_marks (const FramSheetSources *s, FramSheet *sheet, GHashTable *rows)
{
  for (guint i = 0; i < s->marks->len; i++)
    {
      FramStoredMark *stored = g_ptr_array_index (s->marks, i);
      FramSheetCell *cell = find_cell (sheet, rows, stored->enrolment, stored->day);

      /* a mark of the whole day of a day that is split now is history */
      if (cell != NULL && cell->is_split == (stored->part != 0))
        fill_mark (&cell->marks[stored->part == 2], s->desk, stored);
      if (cell != NULL && cell->planned_minutes < 0)
        cell->planned_minutes = stored->planned_minutes;
    }
}

/* An absence of some hours covers a plan that lies within them; without a plan nobody knows. */
static gboolean
covers (const FramSheetAbsence *absence, const FramSheetCell *cell)
{
  if (absence->from_time == FRAM_TIME_NONE || absence->to_time == FRAM_TIME_NONE)
    return TRUE;
  return cell->planned_from != FRAM_TIME_NONE && absence->from_time <= cell->planned_from &&
         absence->to_time >= cell->planned_to;
}

/* What was told last holds; any mark overrides it. Where nobody wrote what to mark, that it was told is all there is to say. */
static void
place_absence (const FramSheetSources *s, const FramSheet *sheet, FramSheetRow *row, const FramSheetAbsence *absence)
{
  const FramStatus *status = fram_desk_status_of_row (s->desk, absence->status);

  for (guint d = 0; d < sheet->days->len; d++)
    {
      FramDate day = g_array_index (sheet->days, FramSheetDay, d).day;
      FramSheetCell *cell = &row->cells[d];

      if (absence->from <= day && day <= absence->to && cell->kind == FRAM_CELL_PLANNED && !cell->is_split &&
          cell->marks[0].status == NULL && covers (absence, cell))
        cell->planned_status = status != NULL ? status : fram_desk_find_status (s->desk, "absent_notified");
    }
}

static void
place_planned (const FramSheetSources *s, const FramSheet *sheet, GHashTable *rows)
{
  for (guint i = 0; i < s->planned->len; i++)
    {
      const FramSheetAbsence *absence = &g_array_index (s->planned, FramSheetAbsence, i);
      FramSheetRow *row = g_hash_table_lookup (rows, &absence->enrolment);

      if (row != NULL && !row->is_bare)
        place_absence (s, sheet, row, absence);
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const FramSheetRow *x = *(FramSheetRow *const *)a;
  const FramSheetRow *y = *(FramSheetRow *const *)b;
  int apart = g_strcmp0 (x->sort_key, y->sort_key);

  return apart != 0 ? apart : g_strcmp0 (x->case_no, y->case_no);
}

/* Who is not, or not any more, one's own is left out, as in the roster of a day. */
void
fram_sheet_make_rows (const FramSheetSources *s, FramSheet *sheet)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < s->people->len; i++)
    {
      FramStoredPerson *person = g_ptr_array_index (s->people, i);
      FramSheetRow *row;

      if (person->visible && !person->attends)
        continue;
      row = row_new (person, sheet->days->len);
      g_ptr_array_add (sheet->rows, row);
      g_hash_table_insert (rows, &person->enrolment, row);
    }
  place_expected (s, rows);
  place_splits (s, sheet, rows);
  place_marks (s, sheet, rows);
  place_planned (s, sheet, rows);
  g_ptr_array_sort (sheet->rows, compare_rows);
}
