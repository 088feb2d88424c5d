#include "fram-week-grid-private.h"

#include "fram-palette.h"
#include "fram-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define HOUR          44 /* half an hour is half a finger high; a block is drawn by pulling */
#define READING_HOUR  30
#define LEAST_WIDTH   300
#define NATURAL_WIDTH 560

enum
{
  CHANGED,
  MOVED,
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramWeekGrid, fram_week_grid, GTK_TYPE_WIDGET)

static void
copy_week (const FramWeekPlan *from, FramWeekPlan *to)
{
  g_array_append_vals (to->open, from->open->data, from->open->len);
  for (int day = 1; day <= 7; day++)
    if (from->heads[day - 1] != NULL)
      fram_week_plan_set_head (to, day, from->heads[day - 1], (from->full & (1u << day)) != 0);
  for (guint i = 0; i < from->blocks->len; i++)
    {
      const FramWeekBlock *b = &g_array_index (from->blocks, FramWeekBlock, i);
      FramWeekBlock *copy = fram_week_plan_add (to, b->kind, b->weekday, b->from_time, b->to_time, b->title);

      copy->tag = b->tag;
      copy->collides = b->collides;
    }
}

/* What the cursor stands on, in words. */
static char *
cursor_words (FramWeekGrid *self)
{
  int slot = fram_slots_find (self->slots, self->weekday, self->minute);
  g_autofree char *time = fram_time_to_words (self->minute);
  g_autofree char *block = NULL;

  if (self->anchor >= 0)
    {
      g_autofree char *range =
          fram_time_range_to_text (MIN (self->anchor, self->minute), MAX (self->anchor, self->minute) + FRAM_GRID_STEP);

      /* TRANSLATORS: a weekday and "09–12" */
      return g_strdup_printf (_ ("%s %s is begun. Enter ends it."), fram_weekday_name (self->weekday), range);
    }
  if (slot < 0)
    /* TRANSLATORS: a weekday and a time of day */
    return g_strdup_printf (_ ("%s %s, free"), fram_weekday_name (self->weekday), time);
  block = fram_time_range_to_text (g_array_index (self->slots, FramSlotSpec, slot).from_time,
                                   g_array_index (self->slots, FramSlotSpec, slot).to_time);
  /* TRANSLATORS: a weekday, a time of day and "09–12" */
  return g_strdup_printf (_ ("%s %s, in %s"), fram_weekday_name (self->weekday), time, block);
}

static void
tell (FramWeekGrid *self)
{
  g_autofree char *words = fram_week_plan_to_words (self->shown);
  g_autofree char *cursor = self->editable ? cursor_words (self) : NULL;
  g_autofree char *both = self->editable ? g_strdup_printf ("%s. %s", cursor, words) : g_strdup (words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, both, -1);
}

static double
wanted_height (FramWeekGrid *self)
{
  double scale = fram_widget_get_text_scale (GTK_WIDGET (self));

  return fram_week_plan_height (self->shown, (self->editable ? HOUR : READING_HOUR) * scale, scale);
}

/* Puts together what stands in the week and what is being planned. The hours in view stay while something is pulled. */
void
fram_week_grid_rebuild (FramWeekGrid *self)
{
  int first = self->shown->first, last = self->shown->last, n_days = self->shown->n_days;

  fram_week_plan_free (self->shown);
  self->shown = fram_week_plan_new ();
  copy_week (self->week, self->shown);
  for (guint i = 0; i < self->slots->len; i++)
    {
      const FramSlotSpec *slot = &g_array_index (self->slots, FramSlotSpec, i);

      fram_week_plan_add (self->shown, FRAM_WEEK_OWN, slot->weekday, slot->from_time, slot->to_time, NULL)->collides =
          i < 64 && (self->wrong & (G_GUINT64_CONSTANT (1) << i)) != 0;
    }
  fram_week_plan_fit (self->shown);
  if (self->drag != FRAM_DRAG_NONE)
    {
      self->shown->first = first;
      self->shown->last = last;
      self->shown->n_days = n_days;
    }
  g_clear_pointer (&self->layout, fram_week_layout_free);
  if (first != self->shown->first || last != self->shown->last)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  tell (self);
}

void
fram_week_grid_edited (FramWeekGrid *self)
{
  self->wrong = 0;
  fram_week_grid_rebuild (self);
  g_signal_emit (self, signals[CHANGED], 0);
  g_signal_emit (self, signals[MOVED], 0);
}

void
fram_week_grid_set_cursor (FramWeekGrid *self, int weekday, int minute)
{
  self->weekday = CLAMP (weekday, 1, self->shown->n_days);
  self->minute = CLAMP (minute, self->shown->first, self->shown->last - FRAM_GRID_STEP);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  tell (self);
  g_signal_emit (self, signals[MOVED], 0);
}

void
fram_week_grid_pick (FramWeekGrid *self, int block)
{
  if (block >= 0)
    g_signal_emit (self, signals[PICKED], 0, g_array_index (self->shown->blocks, FramWeekBlock, block).tag);
}

const FramWeekLayout *
fram_week_grid_get_layout (FramWeekGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->layout == NULL && gtk_widget_get_width (widget) > 0)
    self->layout = fram_week_layout_new (self->shown, gtk_widget_get_width (widget), gtk_widget_get_height (widget),
                                         fram_widget_get_text_scale (widget),
                                         gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  return self->layout;
}

/* The half hour that the keyboard is in, or what is begun. */
static void
draw_cursor (FramWeekGrid *self, const FramWeekPalette *palette, cairo_t *cr)
{
  int from = self->anchor >= 0 ? MIN (self->anchor, self->minute) : self->minute;
  int to = (self->anchor >= 0 ? MAX (self->anchor, self->minute) : self->minute) + FRAM_GRID_STEP;
  FramPrintBox box = fram_week_layout_box (self->layout, self->weekday, from, to);
  const FramColour *c = &palette->kinds[FRAM_WEEK_MEETING];

  cairo_rectangle (cr, box.x + 2, box.y + 2, box.width - 4, box.height - 3);
  if (self->anchor >= 0)
    {
      cairo_set_source_rgba (cr, c->red, c->green, c->blue, 0.35);
      cairo_fill_preserve (cr);
    }
  cairo_set_line_width (cr, 4);
  cairo_set_source_rgb (cr, palette->sheet.ground.red, palette->sheet.ground.green, palette->sheet.ground.blue);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, 2);
  cairo_set_source_rgb (cr, c->red, c->green, c->blue);
  cairo_stroke (cr);
}

static void
fram_week_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FramWeekGrid *self = FRAM_WEEK_GRID (widget);
  graphene_rect_t area =
      GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget), (float)gtk_widget_get_height (widget));
  FramWeekPalette palette;
  cairo_t *cr;

  if (fram_week_grid_get_layout (self) == NULL)
    return;
  fram_week_palette_init (&palette, (FramLook)fram_palette_get_style (), TRUE);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  fram_week_plan_draw (self->shown, self->layout, &palette, cr);
  if (self->editable && gtk_widget_has_focus (widget))
    draw_cursor (self, &palette, cr);
  cairo_destroy (cr);
}

static GtkSizeRequestMode
fram_week_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
fram_week_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    *minimum = *natural = (int)ceil (wanted_height (FRAM_WEEK_GRID (widget)));
}

static void
fram_week_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  g_clear_pointer (&FRAM_WEEK_GRID (widget)->layout, fram_week_layout_free);
}

static void
fram_week_grid_finalize (GObject *object)
{
  FramWeekGrid *self = FRAM_WEEK_GRID (object);

  fram_week_plan_free (self->week);
  fram_week_plan_free (self->shown);
  g_array_unref (self->slots);
  g_clear_pointer (&self->before, g_array_unref);
  g_clear_pointer (&self->layout, fram_week_layout_free);
  G_OBJECT_CLASS (fram_week_grid_parent_class)->finalize (object);
}

static void
fram_week_grid_class_init (FramWeekGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fram_week_grid_finalize;
  widget_class->get_request_mode = fram_week_grid_get_request_mode;
  widget_class->measure = fram_week_grid_measure;
  widget_class->size_allocate = fram_week_grid_size_allocate;
  widget_class->snapshot = fram_week_grid_snapshot;
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] =
      g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "weekgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
fram_week_grid_init (FramWeekGrid *self)
{
  self->week = fram_week_plan_new ();
  self->shown = fram_week_plan_new ();
  self->slots = g_array_new (FALSE, FALSE, sizeof (FramSlotSpec));
  self->weekday = 1;
  self->minute = 9 * 60;
  self->anchor = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * fram_week_grid_new:
 * @editable: whether hours can be planned in it
 *
 * Returns: (transfer floating): a week
 */
GtkWidget *
fram_week_grid_new (gboolean editable)
{
  FramWeekGrid *self = g_object_new (FRAM_TYPE_WEEK_GRID, NULL);

  self->editable = editable;
  gtk_widget_set_focusable (GTK_WIDGET (self), editable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  editable ? _ ("Hours of the week. Arrows move, Enter begins and ends a block.")
                                           : _ ("What is planned in the week"),
                                  -1);
  fram_week_grid_add_input (self);
  return GTK_WIDGET (self);
}

/**
 * fram_week_grid_set_week:
 * @self: a week
 * @week: (transfer full): what stands in it beside what is being planned
 */
void
fram_week_grid_set_week (FramWeekGrid *self, FramWeekPlan *week)
{
  g_return_if_fail (FRAM_IS_WEEK_GRID (self) && week != NULL);
  fram_week_plan_free (self->week);
  self->week = week;
  fram_week_grid_rebuild (self);
}

/* Sets what is being planned; no signal. */
void
fram_week_grid_set_slots (FramWeekGrid *self, const GArray *slots)
{
  g_return_if_fail (FRAM_IS_WEEK_GRID (self));
  if (fram_slots_equal (self->slots, slots))
    return;
  g_array_set_size (self->slots, 0);
  g_array_append_vals (self->slots, slots->data, slots->len);
  self->wrong = 0;
  self->anchor = -1;
  fram_week_grid_rebuild (self);
}

const GArray *
fram_week_grid_get_slots (FramWeekGrid *self)
{
  g_return_val_if_fail (FRAM_IS_WEEK_GRID (self), NULL);
  return self->slots;
}

/* Which stretches collide, a bit each, in their order. */
void
fram_week_grid_set_wrong (FramWeekGrid *self, guint64 wrong)
{
  g_return_if_fail (FRAM_IS_WEEK_GRID (self));
  if (self->wrong == wrong)
    return;
  self->wrong = wrong;
  fram_week_grid_rebuild (self);
}

/* Index of the stretch that the cursor is in, or -1. */
int
fram_week_grid_get_selected (FramWeekGrid *self)
{
  g_return_val_if_fail (FRAM_IS_WEEK_GRID (self), -1);
  return self->anchor >= 0 ? -1 : fram_slots_find (self->slots, self->weekday, self->minute);
}

void
fram_week_grid_remove_selected (FramWeekGrid *self)
{
  g_return_if_fail (FRAM_IS_WEEK_GRID (self));
  if (fram_slots_remove (self->slots, self->weekday, self->minute))
    fram_week_grid_edited (self);
}

/* What is drawn, for tests. */
const FramWeekPlan *
fram_week_grid_get_shown (FramWeekGrid *self)
{
  g_return_val_if_fail (FRAM_IS_WEEK_GRID (self), NULL);
  return self->shown;
}
