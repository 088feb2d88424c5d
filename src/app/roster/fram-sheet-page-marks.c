#include "fram-sheet-page-private.h"

#include "fram-sheet-words.h"

#include <glib/gi18n-lib.h>

/* Minutes are written when no digit follows for this long, or with the next key that is none. */
#define DIGITS_PAUSE_MS 900
#define MOST_DIGITS     3

/* After so many days a correction needs a reason (UX.md, "Roster"). */
#define CORRECTION_DAYS 7

/* A press so soon after the popover opened is the second one of a double click. */
#define DOUBLE_CLICK_US (450 * 1000)

/* The keyboard goes where the last mark sends it, at the latest with the next key. */
void
fram_sheet_page_move_now (FramSheetPage *self)
{
  FramSheetPlace next = self->next;

  self->next.row = -1;
  if (next.row >= 0 && fram_sheet_grid_has_keyboard (self->grid))
    fram_sheet_grid_move_to (self->grid, next.row, next.day, FALSE);
}

static void
on_marked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramSheetPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  g_autoptr (FramSheet) sheet = fram_desk_mark_cells_finish (FRAM_DESK (source), result, &what, &error);
  FramDate from, to;

  self->pending--;
  if (self->desk == NULL)
    return; /* the page was closed meanwhile; the mark is on disk all the same */
  if (sheet == NULL)
    {
      self->next.row = -1;
      fram_sheet_page_say (self, error->message, FALSE);
      return;
    }
  fram_sheet_page_get_period (self, self->day, &from, &to);
  if (sheet->from == from)
    fram_sheet_page_take_sheet (self, g_steal_pointer (&sheet));
  fram_sheet_page_move_now (self);
  fram_sheet_page_say (self, what, TRUE);
}

static FramDate
oldest_day (FramSheetPage *self)
{
  g_autoptr (GArray) places = fram_sheet_grid_get_selected (self->grid);
  FramDate oldest = G_MAXINT32;

  for (guint i = 0; i < places->len; i++)
    oldest =
        MIN (oldest,
             g_array_index (self->sheet->days, FramSheetDay, (guint)g_array_index (places, FramSheetPlace, i).day).day);
  return oldest;
}

/* Whether one of the selected days is so long past that a correction needs a reason. */
gboolean
fram_sheet_page_needs_reason (FramSheetPage *self)
{
  FramDate oldest = self->sheet != NULL ? oldest_day (self) : G_MAXINT32;

  return oldest != G_MAXINT32 && self->sheet->may_mark && self->sheet->today - oldest > CORRECTION_DAYS;
}

static gboolean
take_reason (FramSheetPage *self, const GArray *keys, FramMarkEdit *edit)
{
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason_entry));
  gboolean needed = FALSE;

  for (guint i = 0; i < keys->len; i++)
    needed = needed || self->sheet->today - g_array_index (keys, FramCellKey, i).day > CORRECTION_DAYS;
  if (!needed)
    return TRUE;
  if (reason[0] == '\0')
    {
      fram_sheet_page_show_notice (self);
      fram_sheet_page_say (self, _ ("Write why you correct a day more than a week back, then mark again."), FALSE);
      gtk_widget_grab_focus (self->reason_entry);
      return FALSE;
    }
  edit->fields |= FRAM_MARK_REASON;
  edit->reason = reason;
  return TRUE;
}

static gboolean
write_edit (FramSheetPage *self, const GArray *keys, FramMarkEdit *edit)
{
  if (self->sheet == NULL || keys->len == 0)
    return FALSE;
  if (!self->sheet->may_mark)
    {
      fram_sheet_page_say (self, self->sheet->refusal != NULL ? self->sheet->refusal : _ ("You may not mark here."),
                           FALSE);
      return FALSE;
    }
  if (!take_reason (self, keys, edit))
    return FALSE;
  self->pending++;
  fram_desk_mark_cells_async (self->desk, &self->activity, self->sheet->from, self->sheet->to,
                              (const FramCellKey *)(gconstpointer)keys->data, keys->len, edit, on_marked_cb,
                              g_object_ref (self));
  return TRUE;
}

/* A day in two halves is marked in both. */
static void
add_keys (GArray *keys, const FramSheetRow *row, const FramSheetCell *cell, FramDate day)
{
  FramCellKey key = { row->enrolment, day, cell->is_split ? 1 : 0 };

  g_array_append_val (keys, key);
  key.part = 2;
  if (cell->is_split)
    g_array_append_val (keys, key);
}

static gboolean
is_foreseeable (const FramStatus *status)
{
  return status == NULL || (status->counts != FRAM_COUNTS_PRESENT && !g_str_equal (status->code, "absent_unnotified"));
}

/* Of a block only those whom the mark can be about: who is expected, and of days to come only absences that can be known
 * beforehand. One cell by itself is always tried, so that it is said why not. */
static gboolean
is_meant (FramSheetPage *self, const FramSheetCell *cell, FramDate day, const char *code, gboolean alone)
{
  const FramStatus *status = code != NULL ? fram_desk_find_status (self->desk, code) : NULL;
  gboolean marked = cell->marks[0].status != NULL || cell->marks[1].status != NULL;

  if (code == NULL)
    return marked;
  if (alone)
    return TRUE;
  return (cell->kind == FRAM_CELL_PLANNED || cell->kind == FRAM_CELL_VISITOR) &&
         (day <= self->sheet->today || is_foreseeable (status));
}

static GArray *
selected_keys (FramSheetPage *self, const char *code)
{
  g_autoptr (GArray) places = fram_sheet_grid_get_selected (self->grid);
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (FramCellKey));

  for (guint i = 0; i < places->len; i++)
    {
      const FramSheetPlace *place = &g_array_index (places, FramSheetPlace, i);
      const FramSheetRow *row = g_ptr_array_index (self->sheet->rows, (guint)place->row);
      FramDate day = g_array_index (self->sheet->days, FramSheetDay, (guint)place->day).day;

      if (row->cells != NULL && is_meant (self, &row->cells[place->day], day, code, places->len == 1))
        add_keys (keys, row, &row->cells[place->day], day);
    }
  return keys;
}

static void
remember (FramSheetPage *self, const char *code, const GArray *keys)
{
  const FramStatus *status = fram_desk_find_status (self->desk, code);

  g_array_set_size (self->late, 0);
  if (self->last_code != code)
    {
      g_free (self->last_code);
      self->last_code = g_strdup (code);
    }
  if (status != NULL && fram_status_is_late (status))
    g_array_append_vals (self->late, keys->data, keys->len);
}

static gboolean
is_alone (FramSheetPage *self)
{
  g_autoptr (GArray) places = fram_sheet_grid_get_selected (self->grid);

  return places->len == 1;
}

/* Marks the selected cells, or the one with the keyboard; then the cursor goes on to the next person. */
void
fram_sheet_page_mark (FramSheetPage *self, const char *code)
{
  g_autoptr (GArray) keys = NULL;
  gboolean alone = is_alone (self);
  FramSheetPlace at;

  fram_sheet_page_flush_digits (self);
  keys = selected_keys (self, code);
  if (keys->len == 0 && !alone)
    fram_sheet_page_say (self, _ ("Nobody in the selection can be marked like that."), FALSE);
  if (!write_edit (
          self, keys,
          &(FramMarkEdit){ .fields = FRAM_MARK_STATUS, .status = code, .minutes_late = -1, .attended_minutes = -1 }))
    return;
  remember (self, code, keys);
  if (alone && fram_sheet_grid_get_cursor (self->grid, &at))
    self->next = (FramSheetPlace){ at.row + 1, at.day };
}

void
fram_sheet_page_clear_marks (FramSheetPage *self)
{
  g_autoptr (GArray) keys = NULL;

  fram_sheet_page_flush_digits (self);
  keys = selected_keys (self, NULL);
  if (write_edit (
          self, keys,
          &(FramMarkEdit){ .fields = FRAM_MARK_STATUS, .status = NULL, .minutes_late = -1, .attended_minutes = -1 }))
    g_array_set_size (self->late, 0);
}

static void
mark_minutes (FramSheetPage *self, const GArray *keys, int minutes)
{
  write_edit (self, keys,
              &(FramMarkEdit){ .fields = FRAM_MARK_MINUTES_LATE | FRAM_MARK_ATTENDED,
                               .minutes_late = minutes,
                               .attended_minutes = -1 });
}

static void
show_digits (FramSheetPage *self, const char *text)
{
  fram_sheet_grid_set_typed (self->grid, (const FramCellKey *)(gconstpointer)self->late->data,
                             text != NULL ? self->late->len : 0, text);
}

/* Ends the typing; %FALSE if no minutes were being typed. */
static gboolean
take_digits (FramSheetPage *self, int *minutes)
{
  gboolean typed = self->digits->len > 0;

  *minutes = (int)g_ascii_strtoll (self->digits->str, NULL, 10);
  g_clear_handle_id (&self->digits_timeout, g_source_remove);
  g_string_truncate (self->digits, 0);
  if (typed)
    show_digits (self, NULL);
  return typed;
}

void
fram_sheet_page_flush_digits (FramSheetPage *self)
{
  int minutes;

  if (take_digits (self, &minutes))
    mark_minutes (self, self->late, minutes);
}

static const char *
late_code (FramSheetPage *self)
{
  const GArray *statuses = fram_desk_get_statuses (self->desk);

  for (guint i = 0; i < statuses->len; i++)
    if (fram_status_is_late (&g_array_index (statuses, FramStatus, i)))
      return g_array_index (statuses, FramStatus, i).code;
  return NULL;
}

/* The same where there will be no main loop to wait in. The mark itself may still be on its way, so it is written along. */
void
fram_sheet_page_write_digits_now (FramSheetPage *self)
{
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS | FRAM_MARK_MINUTES_LATE | FRAM_MARK_ATTENDED,
                        .status = late_code (self),
                        .reason = gtk_editable_get_text (GTK_EDITABLE (self->reason_entry)),
                        .attended_minutes = -1 };
  g_autoptr (GError) error = NULL;
  FramSheet *sheet;

  if (!take_digits (self, &edit.minutes_late) || edit.status == NULL || self->sheet == NULL)
    return;
  sheet =
      fram_desk_mark_cells (self->desk, &self->activity, self->sheet->from, self->sheet->to,
                            (const FramCellKey *)(gconstpointer)self->late->data, self->late->len, &edit, NULL, &error);
  if (sheet == NULL)
    g_warning ("Minutes late are not written: %s", error->message);
  else
    fram_sheet_free (sheet);
}

static gboolean
on_digits_pause_cb (gpointer data)
{
  FramSheetPage *self = data;

  self->digits_timeout = 0;
  fram_sheet_page_flush_digits (self);
  return G_SOURCE_REMOVE;
}

static void
restart_pause (FramSheetPage *self)
{
  g_clear_handle_id (&self->digits_timeout, g_source_remove);
  self->digits_timeout = g_timeout_add (DIGITS_PAUSE_MS, on_digits_pause_cb, self);
}

static gboolean
take_late_at_cursor (FramSheetPage *self)
{
  FramSheetPlace at;
  const FramSheetRow *row;

  if (!fram_sheet_grid_get_cursor (self->grid, &at))
    return FALSE;
  row = g_ptr_array_index (self->sheet->rows, (guint)at.row);
  if (row->cells == NULL || row->cells[at.day].marks[0].status == NULL ||
      !fram_status_is_late (row->cells[at.day].marks[0].status))
    return FALSE;
  add_keys (self->late, row, &row->cells[at.day], g_array_index (self->sheet->days, FramSheetDay, (guint)at.day).day);
  return TRUE;
}

/* Digits belong to whoever was marked late last; else to the cell in focus, if that one is late. */
gboolean
fram_sheet_page_type_digit (FramSheetPage *self, int digit)
{
  if (self->late->len == 0 && !take_late_at_cursor (self))
    return FALSE;
  if (self->digits->len >= MOST_DIGITS)
    g_string_truncate (self->digits, 0);
  g_string_append_printf (self->digits, "%d", digit);
  show_digits (self, self->digits->str);
  restart_pause (self);
  return TRUE;
}

gboolean
fram_sheet_page_erase_digit (FramSheetPage *self)
{
  if (self->digits->len == 0)
    return FALSE;
  g_string_truncate (self->digits, self->digits->len - 1);
  show_digits (self, self->digits->len > 0 ? self->digits->str : NULL);
  restart_pause (self);
  return TRUE;
}

static gboolean
pop_up_again (gpointer data)
{
  FramSheetPage *self = data;

  if (self->popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_popover_popup (GTK_POPOVER (self->popover));
  return G_SOURCE_REMOVE;
}

/* The second press of a double click falls outside of the popover and closes it; it was not meant. */
static void
on_popover_closed_cb (FramSheetPage *self)
{
  gboolean at_once = self->popped_at != 0 && g_get_monotonic_time () - self->popped_at < DOUBLE_CLICK_US;

  self->popped_at = 0;
  if (self->grid == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  if (at_once)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, pop_up_again, g_object_ref (self), g_object_unref);
}

static void
pop_down (FramSheetPage *self)
{
  self->popped_at = 0;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
on_picked_cb (FramSheetPage *self, guint index, int part)
{
  const GArray *statuses = fram_desk_get_statuses (self->desk);
  g_autoptr (GArray) keys = NULL;
  const char *code;

  if (index >= statuses->len || self->sheet == NULL)
    return;
  code = g_array_index (statuses, FramStatus, index).code;
  keys = selected_keys (self, code);
  for (guint i = keys->len; part != 0 && i > 0; i--)
    if (g_array_index (keys, FramCellKey, i - 1).part != part)
      g_array_remove_index (keys, i - 1);
  pop_down (self);
  if (write_edit (
          self, keys,
          &(FramMarkEdit){ .fields = FRAM_MARK_STATUS, .status = code, .minutes_late = -1, .attended_minutes = -1 }))
    remember (self, code, keys);
}

static void
on_minutes_cb (FramSheetPage *self, int minutes)
{
  g_autoptr (GArray) keys = self->sheet != NULL ? selected_keys (self, late_code (self)) : NULL;

  if (keys != NULL)
    mark_minutes (self, keys, minutes);
}

static void
on_clear_cb (FramSheetPage *self)
{
  pop_down (self);
  if (self->sheet != NULL)
    fram_sheet_page_clear_marks (self);
}

static void
make_popover (FramSheetPage *self)
{
  self->popover = FRAM_SHEET_POPOVER (g_object_ref_sink (fram_sheet_popover_new (fram_desk_get_statuses (self->desk))));
  g_signal_connect_object (self->popover, "picked", G_CALLBACK (on_picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "minutes", G_CALLBACK (on_minutes_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "clear", G_CALLBACK (on_clear_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (on_popover_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
}

static void
point_at (FramSheetPage *self, int row, int day)
{
  GdkRectangle bounds;
  double x, y;

  if (!fram_sheet_grid_get_bounds (self->grid, row, day, &bounds) ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (self->grid), GTK_WIDGET (self), bounds.x, bounds.y, &x, &y))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle){ (int)x, (int)y, bounds.width, bounds.height });
}

/* The statuses for a cell, or for the block that it is part of. */
void
fram_sheet_page_show_popover (FramSheetPage *self, int row, int day)
{
  const FramSheetRow *person = g_ptr_array_index (self->sheet->rows, (guint)row);
  g_autoptr (GArray) places = fram_sheet_grid_get_selected (self->grid);
  const FramSheetDay *column = &g_array_index (self->sheet->days, FramSheetDay, (guint)day);

  if (person->cells == NULL || person->cells[day].kind == FRAM_CELL_NONE || column->is_off)
    return;
  if (self->popover == NULL)
    make_popover (self);
  if (places->len > 1)
    fram_sheet_popover_set_block (self->popover, places->len);
  else
    fram_sheet_popover_set_cell (self->popover, person, &person->cells[day], column, self->sheet->may_mark);
  point_at (self, row, day);
  self->popped_at = g_get_monotonic_time ();
  gtk_popover_popup (GTK_POPOVER (self->popover));
}
