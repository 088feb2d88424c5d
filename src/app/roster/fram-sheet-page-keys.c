#include "fram-sheet-page-private.h"

#include <glib/gi18n-lib.h>

#define COMMAND_MASK (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)
#define PAGE_STEP    10

static gboolean
is_writing (FramSheetPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL && GTK_IS_EDITABLE (gtk_root_get_focus (root));
}

/* The status whose letter was typed, in the language of the program; case does not count. */
static const FramStatus *
find_status (FramSheetPage *self, guint keyval)
{
  const GArray *statuses = fram_desk_get_statuses (self->desk);
  gunichar typed = gdk_keyval_to_unicode (gdk_keyval_to_upper (keyval));

  for (guint i = 0; typed != 0 && i < statuses->len; i++)
    {
      const FramStatus *status = &g_array_index (statuses, FramStatus, i);

      if (g_unichar_toupper (g_utf8_get_char (fram_status_get_letter (status))) == typed)
        return status;
    }
  return NULL;
}

static gboolean
is_unmarked (FramSheetPage *self, int at, int day)
{
  const FramSheetRow *row = g_ptr_array_index (self->sheet->rows, (guint)at);
  const FramSheetCell *cell = row->cells != NULL ? &row->cells[day] : NULL;

  return cell != NULL && (cell->kind == FRAM_CELL_PLANNED || cell->kind == FRAM_CELL_VISITOR) &&
         fram_sheet_cell_get_status (cell) == NULL &&
         g_array_index (self->sheet->days, FramSheetDay, (guint)day).day <= self->sheet->today;
}

/* Down the day's column, then the next day from its top, and round; days to come are not looked at. */
static gboolean
go_to_next_unmarked (FramSheetPage *self)
{
  int rows = (int)self->sheet->rows->len, days = (int)self->sheet->days->len, n = rows * days;
  FramSheetPlace at;

  fram_sheet_grid_unselect (self->grid);
  if (!fram_sheet_grid_get_cursor (self->grid, &at))
    return FALSE;
  for (int i = 1; i <= n; i++)
    {
      int next = (at.day * rows + at.row + i) % n;

      if (is_unmarked (self, next % rows, next / rows))
        {
          fram_sheet_grid_move_to (self->grid, next % rows, next / rows, FALSE);
          return TRUE;
        }
    }
  fram_sheet_page_say (self, _ ("Everyone is marked."), FALSE);
  return TRUE;
}

static gboolean
move (FramSheetPage *self, guint keyval, gboolean extend)
{
  int rows = (int)self->sheet->rows->len, days = (int)self->sheet->days->len, row, day;
  FramSheetPlace at;

  if (!fram_sheet_grid_get_cursor (self->grid, &at))
    at = (FramSheetPlace){ 0, 0 };
  row = at.row;
  day = at.day;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up: row--; break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down: row++; break;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left: day--; break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right: day++; break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up: row -= PAGE_STEP; break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down: row += PAGE_STEP; break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home: day = 0; break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End: day = days - 1; break;
    default: return FALSE;
    }
  fram_sheet_grid_move_to (self->grid, CLAMP (row, 0, rows - 1), CLAMP (day, 0, days - 1), extend);
  return TRUE;
}

/* With Alt: weeks or months. */
static gboolean
handle_alt (FramSheetPage *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left: fram_sheet_page_step (self, -1); return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right: fram_sheet_page_step (self, 1); return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home: fram_sheet_page_go_home (self); return TRUE;
    default: return FALSE;
    }
}

/* With Control: everything, another day, and the first and last person. */
static gboolean
handle_control (FramSheetPage *self, guint keyval, gboolean shift)
{
  FramSheetPlace at;

  if (gdk_keyval_to_lower (keyval) == GDK_KEY_d && !shift)
    {
      gtk_menu_button_popup (GTK_MENU_BUTTON (self->day_button));
      return TRUE;
    }
  if (is_writing (self) || self->sheet == NULL || self->sheet->rows->len == 0)
    return FALSE;
  if (gdk_keyval_to_lower (keyval) == GDK_KEY_a && !shift)
    {
      fram_sheet_grid_select_all (self->grid);
      return TRUE;
    }
  if ((keyval != GDK_KEY_Home && keyval != GDK_KEY_End) || !fram_sheet_grid_get_cursor (self->grid, &at))
    return FALSE;
  fram_sheet_grid_move_to (self->grid, keyval == GDK_KEY_Home ? 0 : (int)self->sheet->rows->len - 1, at.day, shift);
  return TRUE;
}

static int
digit_of (guint keyval)
{
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    return (int)(keyval - GDK_KEY_0);
  return keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9 ? (int)(keyval - GDK_KEY_KP_0) : -1;
}

static gboolean
is_modifier (guint keyval)
{
  return (keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R) || keyval == GDK_KEY_Num_Lock ||
         keyval == GDK_KEY_ISO_Level3_Shift;
}

static gboolean
show_popover (FramSheetPage *self)
{
  FramSheetPlace at;

  if (!fram_sheet_grid_get_cursor (self->grid, &at))
    return FALSE;
  fram_sheet_page_show_popover (self, at.row, at.day);
  return TRUE;
}

static gboolean
mark (FramSheetPage *self, const char *code)
{
  if (code != NULL)
    fram_sheet_page_mark (self, code);
  return TRUE;
}

static gboolean
handle_plain (FramSheetPage *self, guint keyval, gboolean shift)
{
  const FramStatus *status;

  if (digit_of (keyval) >= 0)
    return fram_sheet_page_type_digit (self, digit_of (keyval));
  if (keyval == GDK_KEY_BackSpace && fram_sheet_page_erase_digit (self))
    return TRUE;
  if (is_modifier (keyval))
    return FALSE;
  fram_sheet_page_flush_digits (self);
  switch (keyval)
    {
    case GDK_KEY_F2: return show_popover (self);
    case GDK_KEY_Escape: return fram_sheet_grid_unselect (self->grid);
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace: fram_sheet_page_clear_marks (self); return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter: return go_to_next_unmarked (self);
    case GDK_KEY_space:
    case GDK_KEY_KP_Space: return mark (self, self->last_code);
    default: break;
    }
  if (move (self, keyval, shift))
    return TRUE;
  status = find_status (self, keyval);
  return status != NULL && mark (self, status->code);
}

/**
 * fram_sheet_page_handle_key:
 * @self: a page
 * @keyval: the key
 * @state: modifiers
 *
 * The keys of the day's roster: other weeks from anywhere on the page; everything else needs the keyboard in the grid.
 *
 * Returns: whether the key meant something here
 */
gboolean
fram_sheet_page_handle_key (FramSheetPage *self, guint keyval, GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  g_return_val_if_fail (FRAM_IS_SHEET_PAGE (self), FALSE);
  fram_sheet_page_move_now (self);
  switch ((guint)(state & COMMAND_MASK))
    {
    case GDK_ALT_MASK: return handle_alt (self, keyval);
    case GDK_CONTROL_MASK: return handle_control (self, keyval, shift);
    case 0: break;
    default: return FALSE;
    }
  if (self->sheet == NULL || self->sheet->rows->len == 0 || is_writing (self) ||
      !fram_sheet_grid_has_keyboard (self->grid))
    return FALSE;
  return handle_plain (self, keyval, shift);
}
