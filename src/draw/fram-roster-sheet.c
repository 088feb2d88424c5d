#include "fram-roster-sheet.h"

#include "fram-words.h"

/* A4 in points */
#define A4_SHORT (210.0 * 72 / 25.4)
#define A4_LONG  (297.0 * 72 / 25.4)

static const char *const codes[FRAM_N_PRINT_KINDS] = { "signatures", "signatures-week", "filled", "week", "month" };

/**
 * fram_print_kind_get_code:
 * @kind: a kind of sheet
 *
 * Returns: `signatures`, `signatures-week`, `filled`, `week`, `month`
 */
const char *
fram_print_kind_get_code (FramPrintKind kind)
{
  g_return_val_if_fail (kind < FRAM_N_PRINT_KINDS, "");
  return codes[kind];
}

gboolean
fram_print_kind_from_code (const char *code, FramPrintKind *kind)
{
  for (guint i = 0; i < FRAM_N_PRINT_KINDS; i++)
    if (g_strcmp0 (code, codes[i]) == 0)
      {
        *kind = (FramPrintKind)i;
        return TRUE;
      }
  return FALSE;
}

gboolean
fram_print_kind_is_for_signatures (FramPrintKind kind)
{
  return kind == FRAM_PRINT_SIGNATURES_DAY || kind == FRAM_PRINT_SIGNATURES_WEEK;
}

gboolean
fram_print_kind_is_of_day (FramPrintKind kind)
{
  return kind == FRAM_PRINT_SIGNATURES_DAY || kind == FRAM_PRINT_FILLED;
}

/**
 * fram_print_kind_get_span:
 * @kind: a kind of sheet
 * @day: any day of it
 * @from: (out): its first day
 * @to: (out): its last day, weekends included
 *
 * Days of the sheet that holds @day.
 */
void
fram_print_kind_get_span (FramPrintKind kind, FramDate day, FramDate *from, FramDate *to)
{
  int year, month, of_month;

  *from = *to = day;
  if (fram_print_kind_is_of_day (kind))
    return;
  if (kind != FRAM_PRINT_MONTH)
    {
      *from = fram_date_monday (day);
      *to = *from + 6;
      return;
    }
  fram_date_get_ymd (day, &year, &month, &of_month);
  *from = fram_date_new (year, month, 1);
  *to = fram_date_add_months (*from, 1) - 1;
}

/**
 * fram_print_kind_get_paper:
 * @kind: a kind of sheet
 * @width: (out): points
 * @height: (out): points
 *
 * A4, upright for a day and lying for what has a column per day.
 */
void
fram_print_kind_get_paper (FramPrintKind kind, double *width, double *height)
{
  gboolean upright = fram_print_kind_is_of_day (kind);

  *width = upright ? A4_SHORT : A4_LONG;
  *height = upright ? A4_LONG : A4_SHORT;
}

static void
clear_day (gpointer data)
{
  g_free (((FramPrintDay *)data)->note);
}

static void
free_row (gpointer data)
{
  FramPrintRow *row = data;

  g_free (row->name);
  g_free (row->sort_key);
  g_free (row);
}

static GArray *
copy_statuses (const GArray *statuses)
{
  GArray *copies = g_array_new (FALSE, FALSE, sizeof (FramStatus));

  g_array_set_clear_func (copies, (GDestroyNotify)fram_status_clear);
  for (guint i = 0; i < MIN (statuses->len, FRAM_MAX_STATUSES); i++)
    {
      FramStatus copy = g_array_index (statuses, FramStatus, i);

      copy.code = g_strdup (copy.code);
      copy.name_sv = g_strdup (copy.name_sv);
      copy.name_en = g_strdup (copy.name_en);
      copy.letter_sv = g_strdup (copy.letter_sv);
      copy.letter_en = g_strdup (copy.letter_en);
      g_array_append_val (copies, copy);
    }
  return copies;
}

/**
 * fram_roster_sheet_new:
 * @kind: what it is to be
 * @day: any day of it
 * @statuses: (element-type FramStatus): the programme's statuses, copied
 *
 * Returns: (transfer full): a sheet without days and people
 */
FramRosterSheet *
fram_roster_sheet_new (FramPrintKind kind, FramDate day, const GArray *statuses)
{
  FramRosterSheet *self;

  g_return_val_if_fail (kind < FRAM_N_PRINT_KINDS && day != FRAM_DATE_NONE && statuses != NULL, NULL);
  self = g_new0 (FramRosterSheet, 1);
  g_atomic_ref_count_init (&self->refs);
  self->kind = kind;
  self->days = g_array_new (FALSE, TRUE, sizeof (FramPrintDay));
  g_array_set_clear_func (self->days, clear_day);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->statuses = copy_statuses (statuses);
  fram_print_kind_get_span (kind, day, &self->from, &self->to);
  return self;
}

FramRosterSheet *
fram_roster_sheet_ref (FramRosterSheet *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
fram_roster_sheet_unref (FramRosterSheet *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->days);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->statuses);
  g_free (self->code);
  g_free (self->name);
  g_free (self->site);
  g_free (self->printed_by);
  g_free (self);
}

/**
 * fram_roster_sheet_add_day:
 * @self: a sheet
 * @day: a day, later than those added before
 * @is_off: a weekend, holiday or closed day
 * @note: (nullable): why
 *
 * Returns: the day's index
 */
guint
fram_roster_sheet_add_day (FramRosterSheet *self, FramDate day, gboolean is_off, const char *note)
{
  FramPrintDay added = { .day = day, .is_off = is_off, .note = g_strdup (note) };

  g_return_val_if_fail (self->days->len < FRAM_PRINT_MAX_DAYS, FRAM_PRINT_MAX_DAYS - 1);
  g_array_append_val (self->days, added);
  return self->days->len - 1;
}

/**
 * fram_roster_sheet_add_person:
 * @self: a sheet
 * @enrolment: whose
 * @participant: whose
 * @name: as it is to be printed
 * @sort_key: what rows are ordered by
 * @is_protected: whether the identity is protected
 *
 * Returns: (transfer none): the person's row, the one that is there already where somebody is added again
 */
FramPrintRow *
fram_roster_sheet_add_person (FramRosterSheet *self, const FramUuid *enrolment, const FramUuid *participant,
                              const char *name, const char *sort_key, gboolean is_protected)
{
  FramPrintRow *row;

  for (guint i = 0; i < self->rows->len; i++)
    {
      row = g_ptr_array_index (self->rows, i);
      if (fram_uuid_equal (&row->enrolment, enrolment))
        return row;
    }
  row = g_new0 (FramPrintRow, 1);
  row->enrolment = *enrolment;
  row->participant = *participant;
  row->name = g_strdup (name);
  row->sort_key = g_strdup (sort_key);
  row->is_protected = is_protected;
  g_ptr_array_add (self->rows, row);
  return row;
}

/**
 * fram_roster_sheet_add_part:
 * @self: a sheet
 * @row: a row of it
 * @day: index of a day
 * @part: what is expected and marked; a day has at most two halves
 *
 * Says that the person is expected on the day.
 */
void
fram_roster_sheet_add_part (FramRosterSheet *self, FramPrintRow *row, guint day, const FramPrintPart *part)
{
  FramPrintCell *cell;

  g_return_if_fail (day < self->days->len);
  cell = &row->cells[day];
  g_return_if_fail (cell->n_parts < G_N_ELEMENTS (cell->parts));
  g_return_if_fail (part->status < (int)self->statuses->len);
  cell->parts[cell->n_parts++] = *part;
}

/**
 * fram_roster_sheet_find_status:
 * @self: a sheet
 * @code: (nullable): code of a status
 *
 * Returns: its index, %FRAM_PRINT_UNMARKED for none
 */
int
fram_roster_sheet_find_status (const FramRosterSheet *self, const char *code)
{
  for (guint i = 0; i < self->statuses->len; i++)
    if (g_strcmp0 (g_array_index (self->statuses, FramStatus, i).code, code) == 0)
      return (int)i;
  return FRAM_PRINT_UNMARKED;
}

static gboolean
is_expected_at_all (const FramRosterSheet *self, const FramPrintRow *row)
{
  for (guint d = 0; d < self->days->len; d++)
    if (row->cells[d].n_parts > 0)
      return TRUE;
  return FALSE;
}

/* Nobody who is protected, and of the others nothing but when they are expected. */
static void
keep_names_and_times (FramRosterSheet *self)
{
  for (guint i = self->rows->len; i-- > 0;)
    {
      FramPrintRow *row = g_ptr_array_index (self->rows, i);

      if (row->is_protected)
        {
          g_ptr_array_remove_index (self->rows, i);
          self->withheld++;
          continue;
        }
      for (guint d = 0; d < self->days->len; d++)
        for (guint p = 0; p < row->cells[d].n_parts; p++)
          {
            row->cells[d].parts[p].status = FRAM_PRINT_UNMARKED;
            row->cells[d].parts[p].minutes_late = row->cells[d].parts[p].attended_minutes = -1;
          }
    }
}

static void
count_part (FramRosterSheet *self, FramPrintRow *row, FramPrintDay *day, const FramPrintPart *part)
{
  const FramStatus *statuses = (const FramStatus *)(gpointer)self->statuses->data;
  FramAttendanceTotals *all[] = { &self->totals, &row->totals, &day->totals };
  gint64 status = part->status >= 0 ? statuses[part->status].row : 0;

  if (part->to_come)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    fram_attendance_totals_add (all[i], statuses, self->statuses->len, status);
  if (part->status >= 0 || fram_print_kind_is_of_day (self->kind))
    row->planned_minutes += MAX (part->planned_minutes, 0);
  row->attended_minutes += MAX (part->attended_minutes, 0);
}

static void
count_row (FramRosterSheet *self, FramPrintRow *row)
{
  for (guint d = 0; d < self->days->len; d++)
    for (guint p = 0; p < row->cells[d].n_parts; p++)
      count_part (self, row, &g_array_index (self->days, FramPrintDay, d), &row->cells[d].parts[p]);
  self->planned_minutes += row->planned_minutes;
  self->attended_minutes += row->attended_minutes;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const FramPrintRow *x = *(FramPrintRow *const *)a;
  const FramPrintRow *y = *(FramPrintRow *const *)b;
  int order = g_strcmp0 (x->sort_key, y->sort_key);

  return order != 0 ? order : g_strcmp0 (x->name, y->name);
}

/**
 * fram_roster_sheet_finish:
 * @self: a sheet with its days and people
 *
 * Puts people in order, leaves out who is not expected on any day, counts, and takes from a list for signatures all that
 * may not stand on it.
 */
void
fram_roster_sheet_finish (FramRosterSheet *self)
{
  for (guint i = self->rows->len; i-- > 0;)
    if (!is_expected_at_all (self, g_ptr_array_index (self->rows, i)))
      g_ptr_array_remove_index (self->rows, i);
  if (fram_print_kind_is_for_signatures (self->kind))
    keep_names_and_times (self);
  for (guint i = 0; i < self->rows->len && !self->is_counted; i++)
    count_row (self, g_ptr_array_index (self->rows, i));
  g_ptr_array_sort (self->rows, compare_rows);
}
