#include "fram-desk-print.h"

#include "fram-desk-paper.h"
#include "fram-desk-private.h"
#include "fram-desk-week.h"
#include "fram-print-draw.h"

static FramPrintPart
part_of_row (const FramRosterSheet *sheet, const FramRosterRow *row)
{
  FramPrintPart part = FRAM_PRINT_PART_INIT;

  part.part = row->part;
  part.planned_from = row->planned_from;
  part.planned_to = row->planned_to;
  part.planned_minutes = row->planned_minutes;
  part.status = row->status != NULL ? fram_roster_sheet_find_status (sheet, row->status->code) : FRAM_PRINT_UNMARKED;
  part.minutes_late = row->minutes_late;
  part.attended_minutes = row->status != NULL ? row->attended_minutes : -1;
  return part;
}

/* Of a protected person for whom the viewer is not named nothing is printed, not even that there is one. */
static void
add_row (FramRosterSheet *sheet, guint day, const FramRosterRow *row)
{
  FramPrintPart part = part_of_row (sheet, row);
  FramPrintRow *person;

  sheet->withheld += row->kind == FRAM_ROSTER_BARE;
  if (row->kind == FRAM_ROSTER_UNPLANNED || row->kind == FRAM_ROSTER_BARE)
    return;
  person = fram_roster_sheet_add_person (sheet, &row->enrolment, &row->participant, row->name, row->sort_key,
                                         row->is_protected);
  fram_roster_sheet_add_part (sheet, person, day, &part);
}

/* A day is the roster that the window shows. */
static gboolean
fill_day (FramDesk *self, FramRosterSheet *sheet, GError **error)
{
  g_autoptr (FramRoster) roster = fram_desk_roster (self, &sheet->activity, sheet->from, error);
  guint day;

  if (roster == NULL)
    return FALSE;
  sheet->name = g_strdup (roster->name);
  day = fram_roster_sheet_add_day (sheet, roster->day, roster->day_is_off, roster->day_note);
  for (guint i = 0; i < roster->rows->len; i++)
    add_row (sheet, day, g_ptr_array_index (roster->rows, i));
  return TRUE;
}

static FramPrintPart
part_of_mark (const FramRosterSheet *sheet, const FramSheetCell *cell, guint half, gboolean to_come)
{
  const FramSheetMark *mark = &cell->marks[half];
  FramPrintPart part = FRAM_PRINT_PART_INIT;

  part.part = cell->is_split ? (int)half + 1 : 0;
  part.planned_from = cell->planned_from;
  part.planned_to = cell->planned_to;
  part.planned_minutes = cell->is_split ? mark->planned_minutes : cell->planned_minutes;
  part.status = mark->status != NULL ? fram_roster_sheet_find_status (sheet, mark->status->code) : FRAM_PRINT_UNMARKED;
  part.minutes_late = mark->minutes_late;
  part.attended_minutes = mark->status != NULL ? mark->attended_minutes : -1;
  part.to_come = to_come && mark->status == NULL;
  return part;
}

static void
add_cell (FramRosterSheet *sheet, FramPrintRow *person, guint day, const FramSheetCell *cell, gboolean to_come)
{
  if (cell->kind != FRAM_CELL_PLANNED && cell->kind != FRAM_CELL_VISITOR)
    return;
  for (guint half = 0; half < (cell->is_split ? 2 : 1); half++)
    {
      FramPrintPart part = part_of_mark (sheet, cell, half, to_come);

      fram_roster_sheet_add_part (sheet, person, day, &part);
    }
}

static void
add_person (FramRosterSheet *sheet, const FramSheet *grid, const FramSheetRow *row)
{
  FramPrintRow *person;

  sheet->withheld += row->is_bare;
  if (row->is_bare)
    return;
  person = fram_roster_sheet_add_person (sheet, &row->enrolment, &row->participant, row->name, row->sort_key,
                                         row->is_protected);
  person->totals = row->sums.counts;
  person->planned_minutes = row->sums.planned_minutes;
  person->attended_minutes = row->sums.attended_minutes;
  for (guint d = 0; d < grid->days->len; d++)
    add_cell (sheet, person, d, &row->cells[d], g_array_index (grid->days, FramSheetDay, d).day > grid->today);
}

/* Weeks and months have the sums that the window shows. */
static gboolean
fill_days (FramDesk *self, FramRosterSheet *sheet, GError **error)
{
  g_autoptr (FramSheet) grid = fram_desk_sheet (self, &sheet->activity, sheet->from, sheet->to, error);

  if (grid == NULL)
    return FALSE;
  sheet->name = g_strdup (grid->name);
  for (guint d = 0; d < grid->days->len; d++)
    {
      const FramSheetDay *day = &g_array_index (grid->days, FramSheetDay, d);
      guint index = fram_roster_sheet_add_day (sheet, day->day, day->is_off, day->note);

      g_array_index (sheet->days, FramPrintDay, index).totals = day->sums.counts;
    }
  for (guint i = 0; i < grid->rows->len; i++)
    add_person (sheet, grid, g_ptr_array_index (grid->rows, i));
  sheet->totals = grid->sums.counts;
  sheet->planned_minutes = grid->sums.planned_minutes;
  sheet->attended_minutes = grid->sums.attended_minutes;
  sheet->is_counted = TRUE;
  return TRUE;
}

static char *
code_of (FramDesk *self, const FramUuid *id)
{
  g_autoptr (FramStoredActivity) activity = fram_desk_load_activity (self, id, NULL);

  return activity != NULL ? g_strdup (activity->code) : NULL;
}

/**
 * fram_desk_roster_sheet:
 * @self: the desk
 * @activity: a workshop or group
 * @kind: what is to be printed
 * @day: any day of it
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the sheet as far as the person at the keyboard may see it
 */
FramRosterSheet *
fram_desk_roster_sheet (FramDesk *self, const FramUuid *activity, FramPrintKind kind, FramDate day, GError **error)
{
  g_autoptr (FramRosterSheet) sheet = fram_roster_sheet_new (kind, day, fram_desk_get_statuses (self));

  FRAM_DESK_LOCKED (self);
  sheet->activity = *activity;
  sheet->code = code_of (self, activity);
  sheet->site = fram_desk_get_site_name (self);
  sheet->printed_by = self->viewer->is_system ? NULL : g_strdup (self->viewer->name);
  sheet->printed_at = fram_clock_now (self->clock);
  if (fram_print_kind_is_of_day (kind) ? !fill_day (self, sheet, error) : !fill_days (self, sheet, error))
    return NULL;
  fram_roster_sheet_finish (sheet);
  return g_steal_pointer (&sheet);
}

/**
 * fram_desk_log_sheet:
 * @self: the desk
 * @sheet: a sheet
 * @to_file: whether it goes to a file; else to a printer
 * @error: return location
 *
 * Writes a line of the access log for each person on the sheet, all or none.
 *
 * Returns: whether they are there; a register that can only be read has no lines and is printed all the same
 */
gboolean
fram_desk_log_sheet (FramDesk *self, const FramRosterSheet *sheet, gboolean to_file, GError **error)
{
  g_autoptr (FramPaper) paper = fram_roster_sheet_get_paper ((FramRosterSheet *)sheet);

  return fram_desk_log_paper (self, paper, to_file, error);
}

/**
 * fram_desk_save_sheet:
 * @self: the desk
 * @sheet: a sheet
 * @file: how it is to be saved
 * @error: return location; %FRAM_ERROR_INVALID, %FRAM_ERROR_FULL, %FRAM_ERROR_READ_ONLY, %FRAM_ERROR_IO
 *
 * Writes a sheet to a file, or a file for each page where the format has one page only.
 *
 * Returns: (transfer full) (nullable): the files
 */
GStrv
fram_desk_save_sheet (FramDesk *self, const FramRosterSheet *sheet, const FramSheetFile *file, GError **error)
{
  g_autoptr (FramPaper) paper = fram_roster_sheet_get_paper ((FramRosterSheet *)sheet);

  return fram_desk_save_paper (self, paper, file, error);
}
