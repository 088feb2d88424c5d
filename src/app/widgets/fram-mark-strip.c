#include "fram-mark-strip.h"

#include "fram-palette.h"

#include <math.h>

#define TROUGH_RADIUS 8
#define TROUGH_INSET  3

/* Where the places share a width they may be narrower than high, so that a panel has room for all of them. */
#define LEAST_WIDTH 32

struct _FramMarkStrip
{
  GtkWidget parent_instance;

  /* owned */
  GPtrArray *cells;

  gboolean stretched;
};

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramMarkStrip, fram_mark_strip, GTK_TYPE_WIDGET)

static int
cell_size (FramMarkStrip *self)
{
  return (int)ceil (FRAM_TARGET * fram_widget_get_text_scale (GTK_WIDGET (self)));
}

static void
on_cell_clicked_cb (FramMarkCell *cell, FramMarkStrip *self)
{
  guint index;

  if (g_ptr_array_find (self->cells, cell, &index))
    g_signal_emit (self, signals[PICKED], 0, index);
}

static void
fram_mark_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  FramMarkStrip *self = FRAM_MARK_STRIP (widget);
  int size = cell_size (self);

  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_measure (self->cells->pdata[i], orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? size : size * (int)self->cells->len;
  if (self->stretched && orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = LEAST_WIDTH * size / FRAM_TARGET * (int)self->cells->len;
}

/* In a narrow window the places share the whole width; elsewhere each is a square target. */
static void
fram_mark_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FramMarkStrip *self = FRAM_MARK_STRIP (widget);
  int n = (int)self->cells->len, side = cell_size (self), top = MAX (0, (height - side) / 2);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  for (int i = 0; i < n; i++)
    {
      int start = self->stretched ? width * i / n : side * i;
      int end = self->stretched ? width * (i + 1) / n : side * (i + 1);
      int left = mirrored ? width - end : start, right = mirrored ? width - start : end;

      gtk_widget_size_allocate (self->cells->pdata[i], &(GtkAllocation){ left, top, right - left, MIN (side, height) },
                                -1);
    }
}

static void
snapshot_trough (FramMarkStrip *self, GtkSnapshot *snapshot, float left, float width, float top, float height)
{
  FramStyle style = fram_palette_get_style ();
  GdkRGBA ground = fram_palette_get_ink (FRAM_INK_TROUGH, style);
  GdkRGBA line = fram_palette_get_ink (FRAM_INK_SEPARATOR, style);
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (
      &box, &GRAPHENE_RECT_INIT (left, top + TROUGH_INSET, width, height - 2 * TROUGH_INSET), TROUGH_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  gtk_snapshot_append_color (snapshot, &ground, &box.bounds);
  gtk_snapshot_pop (snapshot);
  for (guint i = 1; i < self->cells->len; i++)
    gtk_snapshot_append_color (
        snapshot, &line,
        &GRAPHENE_RECT_INIT (left + (int)(width * i / self->cells->len), top + height / 3, 1, height / 3));
}

static void
fram_mark_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FramMarkStrip *self = FRAM_MARK_STRIP (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int side = cell_size (self), trough = self->stretched ? width : side * (int)self->cells->len;
  int left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - trough : 0;

  if (self->cells->len == 0)
    return;
  snapshot_trough (self, snapshot, left, trough, MAX (0, (height - side) / 2), MIN (side, height));
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_snapshot_child (widget, self->cells->pdata[i], snapshot);
}

static int
find_focus (FramMarkStrip *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (gtk_widget_is_focus (self->cells->pdata[i]))
      return (int)i;
  return -1;
}

/* One stop of the tabulator: it enters at the chosen place, the arrows move along, and it leaves again. */
static gboolean
fram_mark_strip_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FramMarkStrip *self = FRAM_MARK_STRIP (widget);
  int at = find_focus (self), step;

  if (at < 0)
    return fram_mark_strip_grab_cell (self);
  if (direction != GTK_DIR_LEFT && direction != GTK_DIR_RIGHT)
    return FALSE;
  step = (direction == GTK_DIR_RIGHT) == (gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL) ? 1 : -1;
  at = CLAMP (at + step, 0, (int)self->cells->len - 1);
  return gtk_widget_grab_focus (self->cells->pdata[at]);
}

static void
remove_cells (FramMarkStrip *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_unparent (self->cells->pdata[i]);
  g_ptr_array_set_size (self->cells, 0);
}

static void
fram_mark_strip_dispose (GObject *object)
{
  remove_cells (FRAM_MARK_STRIP (object));
  G_OBJECT_CLASS (fram_mark_strip_parent_class)->dispose (object);
}

static void
fram_mark_strip_finalize (GObject *object)
{
  g_ptr_array_unref (FRAM_MARK_STRIP (object)->cells);
  G_OBJECT_CLASS (fram_mark_strip_parent_class)->finalize (object);
}

static void
fram_mark_strip_class_init (FramMarkStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fram_mark_strip_dispose;
  object_class->finalize = fram_mark_strip_finalize;
  widget_class->measure = fram_mark_strip_measure;
  widget_class->size_allocate = fram_mark_strip_size_allocate;
  widget_class->snapshot = fram_mark_strip_snapshot;
  widget_class->focus = fram_mark_strip_focus;
  gtk_widget_class_set_css_name (widget_class, "markstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[PICKED] = g_signal_new ("picked", FRAM_TYPE_MARK_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_UINT);
}

static void
fram_mark_strip_init (FramMarkStrip *self)
{
  self->cells = g_ptr_array_new ();
}

GtkWidget *
fram_mark_strip_new (void)
{
  return g_object_new (FRAM_TYPE_MARK_STRIP, NULL);
}

/**
 * fram_mark_strip_set_statuses:
 * @self: a strip
 * @statuses: (element-type FramStatus): the programme's, in order; they outlive the strip
 */
void
fram_mark_strip_set_statuses (FramMarkStrip *self, const GArray *statuses)
{
  g_return_if_fail (FRAM_IS_MARK_STRIP (self));
  remove_cells (self);
  for (guint i = 0; i < statuses->len; i++)
    {
      GtkWidget *cell = fram_mark_cell_new (&g_array_index (statuses, FramStatus, i));

      g_signal_connect_object (cell, "clicked", G_CALLBACK (on_cell_clicked_cb), self, 0);
      gtk_widget_set_parent (cell, GTK_WIDGET (self));
      g_ptr_array_add (self->cells, cell);
    }
}

/**
 * fram_mark_strip_set_chosen:
 * @self: a strip
 * @status: (nullable): the recorded status; %NULL for unmarked
 */
void
fram_mark_strip_set_chosen (FramMarkStrip *self, const FramStatus *status)
{
  g_return_if_fail (FRAM_IS_MARK_STRIP (self));
  for (guint i = 0; i < self->cells->len; i++)
    {
      FramMarkCell *cell = self->cells->pdata[i];

      fram_mark_cell_set_chosen (cell,
                                 status != NULL && g_str_equal (fram_mark_cell_get_status (cell)->code, status->code));
    }
}

/**
 * fram_mark_strip_set_told:
 * @self: a strip
 * @status: (nullable): what was told beforehand and is not marked yet
 */
void
fram_mark_strip_set_told (FramMarkStrip *self, const FramStatus *status)
{
  g_return_if_fail (FRAM_IS_MARK_STRIP (self));
  for (guint i = 0; i < self->cells->len; i++)
    {
      FramMarkCell *cell = self->cells->pdata[i];

      fram_mark_cell_set_told (cell,
                               status != NULL && g_str_equal (fram_mark_cell_get_status (cell)->code, status->code));
    }
}

/**
 * fram_mark_strip_set_stretched:
 * @self: a strip
 * @stretched: whether the places share the whole width, each with its letter
 */
void
fram_mark_strip_set_stretched (FramMarkStrip *self, gboolean stretched)
{
  g_return_if_fail (FRAM_IS_MARK_STRIP (self));
  if (self->stretched == stretched)
    return;
  self->stretched = stretched;
  for (guint i = 0; i < self->cells->len; i++)
    fram_mark_cell_set_lettered (self->cells->pdata[i], stretched);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

FramMarkCell *
fram_mark_strip_get_cell (FramMarkStrip *self, guint index)
{
  g_return_val_if_fail (FRAM_IS_MARK_STRIP (self) && index < self->cells->len, NULL);
  return self->cells->pdata[index];
}

guint
fram_mark_strip_get_n_cells (FramMarkStrip *self)
{
  g_return_val_if_fail (FRAM_IS_MARK_STRIP (self), 0);
  return self->cells->len;
}

/**
 * fram_mark_strip_grab_cell:
 * @self: a strip
 *
 * Returns: whether the chosen place, or the first, got the keyboard
 */
gboolean
fram_mark_strip_grab_cell (FramMarkStrip *self)
{
  g_return_val_if_fail (FRAM_IS_MARK_STRIP (self), FALSE);
  for (guint i = 0; i < self->cells->len; i++)
    if (fram_mark_cell_get_chosen (self->cells->pdata[i]))
      return gtk_widget_grab_focus (self->cells->pdata[i]);
  return self->cells->len > 0 && gtk_widget_grab_focus (self->cells->pdata[0]);
}
