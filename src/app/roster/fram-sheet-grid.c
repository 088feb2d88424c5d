#include "fram-sheet-grid-private.h"

#include "fram-sheet-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  PRESSED,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (FramSheetGrid, fram_sheet_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static guint
count_rows (FramSheetGrid *self)
{
  return self->sheet != NULL ? self->sheet->rows->len : 0;
}

const FramSheetRow *
fram_sheet_grid_get_row (FramSheetGrid *self, int row)
{
  return row >= 0 && (guint)row < count_rows (self) ? g_ptr_array_index (self->sheet->rows, (guint)row) : NULL;
}

const FramSheetDay *
fram_sheet_grid_get_day (FramSheetGrid *self, int day)
{
  return self->sheet != NULL && day >= 0 && (guint)day < self->sheet->days->len
             ? &g_array_index (self->sheet->days, FramSheetDay, (guint)day)
             : NULL;
}

double
fram_sheet_grid_get_offset (FramSheetGrid *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustment[orientation == GTK_ORIENTATION_VERTICAL];

  return adjustment != NULL ? round (gtk_adjustment_get_value (adjustment)) : 0;
}

static double
view_height (FramSheetGrid *self)
{
  return MAX (0, gtk_widget_get_height (GTK_WIDGET (self)) - self->layout.head - self->layout.foot);
}

void
fram_sheet_grid_get_rows_in_view (FramSheetGrid *self, int *first, int *last)
{
  double top = fram_sheet_grid_get_offset (self, GTK_ORIENTATION_VERTICAL), row = MAX (1, self->layout.row);

  *first = (int)(top / row);
  *last = MIN ((int)count_rows (self) - 1, (int)((top + view_height (self)) / row));
}

/* Works out again where everything stands, where the width, the text or the days are others. */
static void
ensure_layout (FramSheetGrid *self, int width)
{
  g_autofree int *weekdays = NULL;
  guint n = self->sheet != NULL ? self->sheet->days->len : 0;

  if (self->look == NULL)
    {
      self->look = fram_sheet_look_new (GTK_WIDGET (self));
      self->laid_out_for = -1;
    }
  if (self->laid_out_for == width)
    return;
  weekdays = g_new0 (int, n + 1);
  for (guint i = 0; i < n; i++)
    weekdays[i] = fram_date_get_weekday (g_array_index (self->sheet->days, FramSheetDay, i).day);
  fram_sheet_layout_clear (&self->layout);
  fram_sheet_layout_init (&self->layout, self->kind, weekdays, n, width, fram_sheet_look_get_scale (self->look));
  self->laid_out_for = width;
}

static void
configure (FramSheetGrid *self, int width, int height)
{
  double body = MAX (1, height - self->layout.head - self->layout.foot), side = MAX (1, width - self->layout.name);
  double all = count_rows (self) * self->layout.row;

  if (self->adjustment[0] != NULL)
    gtk_adjustment_configure (self->adjustment[0], gtk_adjustment_get_value (self->adjustment[0]), 0,
                              MAX (side, self->layout.content), self->layout.day, side * 0.9, side);
  if (self->adjustment[1] != NULL)
    gtk_adjustment_configure (self->adjustment[1], gtk_adjustment_get_value (self->adjustment[1]), 0, MAX (body, all),
                              self->layout.row, body * 0.9, body);
}

static void
fram_sheet_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FramSheetGrid *self = FRAM_SHEET_GRID (widget);

  ensure_layout (self, width);
  configure (self, width, height);
  fram_sheet_grid_place_voices (self);
  fram_sheet_grid_renew_voices (self);
}

static void
fram_sheet_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  FramSheetGrid *self = FRAM_SHEET_GRID (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 280 : 160;
  *natural = MAX (*minimum, orientation == GTK_ORIENTATION_HORIZONTAL
                                ? 900
                                : (int)(self->layout.head + self->layout.foot + count_rows (self) * self->layout.row));
}

static void
fram_sheet_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FramSheetGrid *self = FRAM_SHEET_GRID (widget);

  if (self->sheet == NULL)
    return;
  ensure_layout (self, gtk_widget_get_width (widget));
  fram_sheet_grid_draw (self, snapshot);
}

static void
fram_sheet_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  FramSheetGrid *self = FRAM_SHEET_GRID (widget);

  GTK_WIDGET_CLASS (fram_sheet_grid_parent_class)->css_changed (widget, change);
  g_clear_pointer (&self->look, fram_sheet_look_free);
  gtk_widget_queue_resize (widget);
}

/* Where a point is: a cell, or with -1 for the row or the day a heading or a name. */
static gboolean
find_place (FramSheetGrid *self, double x, double y, FramSheetPlace *place)
{
  double left = x - self->layout.name + fram_sheet_grid_get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  double top = y - self->layout.head + fram_sheet_grid_get_offset (self, GTK_ORIENTATION_VERTICAL);
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->sheet == NULL || y >= height - self->layout.foot)
    return FALSE;
  place->day = x < self->layout.name ? -1 : fram_sheet_layout_find_day (&self->layout, left);
  place->row = y < self->layout.head ? -1 : (int)(top / self->layout.row);
  if (place->row >= (int)count_rows (self))
    return FALSE;
  return place->row >= 0 || place->day >= 0;
}

static char *
tooltip_of (FramSheetGrid *self, const FramSheetPlace *place, double x)
{
  const FramSheetRow *row = fram_sheet_grid_get_row (self, place->row);
  const FramSheetDay *day = fram_sheet_grid_get_day (self, place->day);
  g_autofree char *rates = NULL, *hours = NULL;

  if (row == NULL)
    return day != NULL ? fram_sheet_day_to_words (self->sheet, day) : NULL;
  if (day != NULL)
    return fram_sheet_cell_to_tooltip (row, row->cells != NULL ? &row->cells[place->day] : NULL, day);
  if (row->is_bare)
    return fram_sheet_row_to_words (self->sheet, row);
  rates = fram_sheet_rates_words (&row->sums);
  if (x < self->layout.name && row->unnotified_in_a_row > 1)
    return fram_sheet_streak_words (row);
  hours = fram_sheet_hours_words (&row->sums);
  return g_strdup_printf ("%s\n%s\n%s", row->name, hours, rates);
}

static gboolean
fram_sheet_grid_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  FramSheetGrid *self = FRAM_SHEET_GRID (widget);
  FramSheetPlace place = self->cursor;
  g_autofree char *words = NULL;

  if (!keyboard && !find_place (self, x, y, &place))
    return FALSE;
  words = tooltip_of (self, &place, x);
  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

static void
on_scrolled_cb (FramSheetGrid *self)
{
  fram_sheet_grid_place_voices (self);
  fram_sheet_grid_renew_voices (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (FramSheetGrid *self, int which, GtkAdjustment *adjustment)
{
  if (self->adjustment[which] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment[which], on_scrolled_cb, self);
  g_clear_object (&self->adjustment[which]);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  self->adjustment[which] = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
fram_sheet_grid_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FramSheetGrid *self = FRAM_SHEET_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT: set_adjustment (self, 0, g_value_get_object (value)); break;
    case PROP_VADJUSTMENT: set_adjustment (self, 1, g_value_get_object (value)); break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY: break; /* it always takes what it gets */
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fram_sheet_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FramSheetGrid *self = FRAM_SHEET_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT: g_value_set_object (value, self->adjustment[0]); break;
    case PROP_VADJUSTMENT: g_value_set_object (value, self->adjustment[1]); break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY: g_value_set_enum (value, GTK_SCROLL_MINIMUM); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* A name chooses the person's days, a heading everybody's day. */
static void
press_edge (FramSheetGrid *self, const FramSheetPlace *place)
{
  int rows = (int)count_rows (self), days = (int)self->layout.n_days;

  if (place->row < 0)
    {
      fram_sheet_grid_move_to (self, 0, place->day, FALSE);
      fram_sheet_grid_move_to (self, rows - 1, place->day, TRUE);
    }
  else
    {
      fram_sheet_grid_move_to (self, place->row, 0, FALSE);
      fram_sheet_grid_move_to (self, place->row, days - 1, TRUE);
    }
}

/* The second press of a double click is not one more. */
static void
on_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, FramSheetGrid *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  FramSheetPlace place;

  if (n_press > 1 || !find_place (self, x, y, &place))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (place.row < 0 || (place.day < 0 && x < self->layout.name))
    press_edge (self, &place);
  else if (place.day >= 0 && (state & GDK_SHIFT_MASK) != 0)
    fram_sheet_grid_move_to (self, place.row, place.day, TRUE);
  else if (place.day >= 0)
    {
      if (!fram_sheet_grid_is_selected (self, place.row, place.day))
        fram_sheet_grid_move_to (self, place.row, place.day, FALSE);
      g_signal_emit (self, signals[PRESSED], 0, (guint)place.row, (guint)place.day);
    }
}

static void
on_focus_cb (FramSheetGrid *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
fram_sheet_grid_grab_focus (GtkWidget *widget)
{
  FramSheetGrid *self = FRAM_SHEET_GRID (widget);

  if (count_rows (self) == 0)
    return FALSE;
  fram_sheet_grid_take_keyboard (self);
  return TRUE;
}

/* One stop of the tabulator. */
static gboolean
fram_sheet_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return !fram_sheet_grid_has_keyboard (FRAM_SHEET_GRID (widget)) && fram_sheet_grid_grab_focus (widget);
}

static void
fram_sheet_grid_dispose (GObject *object)
{
  FramSheetGrid *self = FRAM_SHEET_GRID (object);

  self->sheet = NULL;
  fram_sheet_grid_remove_voices (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustment); i++)
    g_clear_object (&self->adjustment[i]);
  g_clear_pointer (&self->look, fram_sheet_look_free);
  G_OBJECT_CLASS (fram_sheet_grid_parent_class)->dispose (object);
}

static void
fram_sheet_grid_finalize (GObject *object)
{
  FramSheetGrid *self = FRAM_SHEET_GRID (object);

  fram_sheet_layout_clear (&self->layout);
  g_array_unref (self->typed);
  g_free (self->typed_text);
  G_OBJECT_CLASS (fram_sheet_grid_parent_class)->finalize (object);
}

static void
override_properties (GObjectClass *object_class)
{
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
fram_sheet_grid_class_init (FramSheetGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fram_sheet_grid_dispose;
  object_class->finalize = fram_sheet_grid_finalize;
  object_class->set_property = fram_sheet_grid_set_property;
  object_class->get_property = fram_sheet_grid_get_property;
  widget_class->measure = fram_sheet_grid_measure;
  widget_class->size_allocate = fram_sheet_grid_size_allocate;
  widget_class->snapshot = fram_sheet_grid_snapshot;
  widget_class->css_changed = fram_sheet_grid_css_changed;
  widget_class->query_tooltip = fram_sheet_grid_query_tooltip;
  widget_class->grab_focus = fram_sheet_grid_grab_focus;
  widget_class->focus = fram_sheet_grid_focus;
  override_properties (object_class);
  gtk_widget_class_set_css_name (widget_class, "sheetgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);

  signals[PRESSED] = g_signal_new ("pressed", FRAM_TYPE_SHEET_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   2, G_TYPE_UINT, G_TYPE_UINT);
  signals[MOVED] = g_signal_new ("moved", FRAM_TYPE_SHEET_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fram_sheet_grid_init (FramSheetGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* drawn from left to right: so are the ranges of times in it */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  self->typed = g_array_new (FALSE, FALSE, sizeof (FramCellKey));
  self->laid_out_for = -1;
  self->cursor = self->anchor = (FramSheetPlace){ -1, -1 };
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (focus, "enter", G_CALLBACK (on_focus_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  fram_sheet_grid_make_voices (self);
}

GtkWidget *
fram_sheet_grid_new (FramSheetKind kind)
{
  FramSheetGrid *self = g_object_new (FRAM_TYPE_SHEET_GRID, NULL);

  self->kind = kind;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kind == FRAM_SHEET_WEEK ? _ ("Attendance of the week, people and days")
                                                          : _ ("Attendance of the month, people and days"),
                                  -1);
  return GTK_WIDGET (self);
}

/**
 * fram_sheet_grid_set_sheet:
 * @self: a grid
 * @sheet: (nullable): what is shown; it must live until another is set
 * @statuses: (element-type FramStatus): the programme's statuses; they outlive the grid
 *
 * The cursor stays where it was, as far as there is such a place.
 */
void
fram_sheet_grid_set_sheet (FramSheetGrid *self, const FramSheet *sheet, const GArray *statuses)
{
  int rows, days;

  g_return_if_fail (FRAM_IS_SHEET_GRID (self));
  self->sheet = sheet;
  self->statuses = statuses;
  rows = (int)count_rows (self);
  days = sheet != NULL ? (int)sheet->days->len : 0;
  self->cursor.row = MIN (self->cursor.row, rows - 1);
  self->cursor.day = MIN (self->cursor.day, days - 1);
  self->anchor.row = MIN (self->anchor.row, rows - 1);
  self->anchor.day = MIN (self->anchor.day, days - 1);
  self->laid_out_for = -1;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  fram_sheet_grid_speak (self, FALSE);
}

/**
 * fram_sheet_grid_set_typed:
 * @self: a grid
 * @cells: (array length=n): whose minutes are being typed
 * @n: how many
 * @text: (nullable): the digits so far
 */
void
fram_sheet_grid_set_typed (FramSheetGrid *self, const FramCellKey *cells, guint n, const char *text)
{
  g_return_if_fail (FRAM_IS_SHEET_GRID (self));
  g_array_set_size (self->typed, 0);
  if (n > 0)
    g_array_append_vals (self->typed, cells, n);
  g_free (self->typed_text);
  self->typed_text = g_strdup (text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
fram_sheet_grid_get_cursor (FramSheetGrid *self, FramSheetPlace *place)
{
  *place = self->cursor;
  return fram_sheet_grid_get_row (self, place->row) != NULL && fram_sheet_grid_get_day (self, place->day) != NULL;
}

gboolean
fram_sheet_grid_has_keyboard (FramSheetGrid *self)
{
  return self->voices != NULL && fram_voices_have_keyboard (self->voices);
}

static void
reveal (GtkAdjustment *adjustment, double from, double to)
{
  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, from, to);
}

/**
 * fram_sheet_grid_move_to:
 * @self: a grid
 * @row: a person; beyond the ends is the first or last
 * @day: a day, likewise
 * @extend: whether everything from where the cursor was is selected
 *
 * Moves the cursor and takes the keyboard; the cell comes into view.
 */
void
fram_sheet_grid_move_to (FramSheetGrid *self, int row, int day, gboolean extend)
{
  int rows = (int)count_rows (self), days = (int)(self->sheet != NULL ? self->sheet->days->len : 0);

  g_return_if_fail (FRAM_IS_SHEET_GRID (self));
  if (rows == 0 || days == 0)
    return;
  ensure_layout (self, gtk_widget_get_width (GTK_WIDGET (self)));
  self->cursor = (FramSheetPlace){ CLAMP (row, 0, rows - 1), CLAMP (day, 0, days - 1) };
  if (!extend || self->anchor.row < 0)
    self->anchor = self->cursor;
  reveal (self->adjustment[1], self->cursor.row * self->layout.row, (self->cursor.row + 1) * self->layout.row);
  if (self->cursor.day == 0)
    reveal (self->adjustment[0], 0, self->layout.day);
  else
    reveal (self->adjustment[0], self->layout.day_x[self->cursor.day],
            self->layout.day_x[self->cursor.day] + self->layout.day);
  fram_sheet_grid_speak (self, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[MOVED], 0);
}

void
fram_sheet_grid_take_keyboard (FramSheetGrid *self)
{
  FramSheetPlace place;

  if (!fram_sheet_grid_get_cursor (self, &place))
    place = (FramSheetPlace){ 0, 0 };
  fram_sheet_grid_move_to (self, place.row, place.day, self->anchor.row >= 0);
}

void
fram_sheet_grid_select_all (FramSheetGrid *self)
{
  self->anchor = (FramSheetPlace){ 0, 0 };
  fram_sheet_grid_move_to (self, (int)count_rows (self) - 1, (int)self->layout.n_days - 1, TRUE);
}

/* Whether more than the cursor was selected. */
gboolean
fram_sheet_grid_unselect (FramSheetGrid *self)
{
  gboolean several = self->anchor.row != self->cursor.row || self->anchor.day != self->cursor.day;

  self->anchor = self->cursor;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (several)
    g_signal_emit (self, signals[MOVED], 0);
  return several;
}

gboolean
fram_sheet_grid_is_selected (FramSheetGrid *self, int row, int day)
{
  FramSheetPlace a = self->anchor, c = self->cursor;

  if (a.row == c.row && a.day == c.day)
    return FALSE;
  return row >= MIN (a.row, c.row) && row <= MAX (a.row, c.row) && day >= MIN (a.day, c.day) &&
         day <= MAX (a.day, c.day);
}

/**
 * fram_sheet_grid_get_selected:
 * @self: a grid
 *
 * Returns: (transfer full) (element-type FramSheetPlace): the selected cells, or the one with the cursor
 */
GArray *
fram_sheet_grid_get_selected (FramSheetGrid *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (FramSheetPlace));
  FramSheetPlace place;

  if (!fram_sheet_grid_get_cursor (self, &place))
    return places;
  for (place.row = MIN (self->anchor.row, self->cursor.row); place.row <= MAX (self->anchor.row, self->cursor.row);
       place.row++)
    for (place.day = MIN (self->anchor.day, self->cursor.day); place.day <= MAX (self->anchor.day, self->cursor.day);
         place.day++)
      g_array_append_val (places, place);
  return places;
}

/**
 * fram_sheet_grid_get_bounds:
 * @self: a grid
 * @row: a person
 * @day: a day
 * @bounds: (out): where the cell is drawn
 *
 * Returns: whether there is such a cell
 */
gboolean
fram_sheet_grid_get_bounds (FramSheetGrid *self, int row, int day, GdkRectangle *bounds)
{
  double left = self->layout.name - fram_sheet_grid_get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  double top = self->layout.head - fram_sheet_grid_get_offset (self, GTK_ORIENTATION_VERTICAL);

  if (fram_sheet_grid_get_row (self, row) == NULL || fram_sheet_grid_get_day (self, day) == NULL)
    return FALSE;
  *bounds =
      (GdkRectangle){ (int)(left + self->layout.day_x[day]), (int)(top + row * self->layout.row + self->layout.cell_y),
                      (int)self->layout.day, (int)self->layout.cell };
  return TRUE;
}

const FramSheetLayout *
fram_sheet_grid_get_layout (FramSheetGrid *self)
{
  return &self->layout;
}
