#include "fram-schedule-draw-private.h"
#include "fram-week-paper-private.h"

#include <math.h>

/* The week for the wall stands in hours where every box can be read in passing; in a week that is fuller than that each day
 * is a list in smaller and smaller letters. What found no room in its box stands below. */

#define LEAST_WIDTH  58.0
#define LEAST_HEIGHT 15.0
#define MOST_NOTES   6
#define NOTE_LINE    13.0
#define NOTES_TOP    8.0
#define BETWEEN      4.0

static const double grid_scales[] = { 0.92, 0.84, 0.76 };
static const double list_scales[] = { 1.25, 1.15, 1.08, 1,    0.92, 0.84, 0.76, 0.72,
                                      0.68, 0.64, 0.6,  0.56, 0.52, 0.48, 0.44, 0.4 };

double
fram_wall_week_notes_height (const FramWeekPaper *self)
{
  return self->notes->len > 0 ? NOTES_TOP + NOTE_LINE * self->notes->len : 0;
}

static const FramScheduleBlock *
get_block (const FramWeekPaper *self, guint i)
{
  return &g_array_index (self->picture->blocks, FramScheduleBlock, i);
}

static FramScheduleSpot *
get_spot (const FramScheduleLayout *layout, guint i)
{
  return &g_array_index (layout->spots, FramScheduleSpot, i);
}

static FramScheduleLayout *
lay_out (const FramWeekPaper *self, double width, double height, double scale)
{
  FramScheduleRoom room = { width, height, scale, self->rtl, TRUE };

  return fram_schedule_layout_new (self->picture, &room);
}

/* What a box has no room for, after whose it is. */
static void
find_note (const FramWeekPaper *self, const FramScheduleLayout *layout, guint i, GPtrArray *notes)
{
  const FramScheduleBlock *block = get_block (self, i);
  FramPrintBox inner = fram_schedule_inner_box (layout, block, &get_spot (layout, i)->box);
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autoptr (GArray) rows = fram_schedule_rows (block, inner.width, inner.height, layout->room.scale, TRUE, rest);

  if (rest->len > 0)
    g_ptr_array_add (notes, g_strdup_printf ("%s, %s: %s", block->title,
                                             fram_weekday_name (fram_date_get_weekday (block->day)), rest->str));
}

/* Every title is there in full; smaller boxes than that are for a list. */
static gboolean
is_readable (const FramWeekPaper *self, const FramScheduleLayout *layout, guint i)
{
  const FramScheduleBlock *block = get_block (self, i);
  const FramPrintBox *box = &get_spot (layout, i)->box;
  FramPrintBox inner = fram_schedule_inner_box (layout, block, box);
  FramTextType type = { FRAM_SCHEDULE_TITLE * layout->room.scale, TRUE, TRUE };
  g_autoptr (GArray) rows = NULL;

  if (box->width < LEAST_WIDTH || box->height < LEAST_HEIGHT)
    return FALSE;
  rows = fram_schedule_rows (block, inner.width, inner.height, layout->room.scale, TRUE, NULL);
  for (guint n = 0; n < rows->len; n++)
    {
      const FramScheduleRow *row = &g_array_index (rows, FramScheduleRow, n);

      if (row->is_title && fram_drawn_text_width (row->text, &type) > inner.width)
        return FALSE;
    }
  return TRUE;
}

/* With hours, and the notes that this leaves; %FALSE where it cannot be read. */
static gboolean
try_grid (FramWeekPaper *self, double width, double height, double scale)
{
  g_clear_pointer (&self->layout, fram_schedule_layout_free);
  self->layout = lay_out (self, width, height - fram_wall_week_notes_height (self), scale);
  g_ptr_array_set_size (self->notes, 0);
  for (guint i = 0; i < self->layout->order->len; i++)
    {
      guint block = g_array_index (self->layout->order, guint, i);

      if (!is_readable (self, self->layout, block))
        return FALSE;
      find_note (self, self->layout, block, self->notes);
    }
  return self->notes->len <= MOST_NOTES;
}

/* Notes take room, which may make more notes: until they are as many as there was room for. */
static gboolean
fit_grid (FramWeekPaper *self, double width, double height, double scale)
{
  guint before;

  do
    {
      before = self->notes->len;
      if (!try_grid (self, width, height, scale))
        return FALSE;
    }
  while (self->notes->len > before);
  if (self->notes->len == before)
    return TRUE;
  while (self->notes->len < before) /* room that was kept for one that is not there any more */
    g_ptr_array_add (self->notes, g_strdup (""));
  return TRUE;
}

/* --- lists --- */

static double
needed_height (const FramWeekPaper *self, const FramScheduleLayout *layout, guint i, FramPrintBox *box)
{
  const FramScheduleBlock *block = get_block (self, i);
  double height = 2 * 5 * layout->room.scale;
  FramPrintBox inner = fram_schedule_inner_box (layout, block, box);
  g_autoptr (GArray) rows = fram_schedule_rows (block, inner.width, 2000, layout->room.scale, TRUE, NULL);

  for (guint n = 0; n < rows->len; n++)
    height += fram_schedule_row_height (g_array_index (rows, FramScheduleRow, n).is_title, layout->room.scale);
  return height;
}

/* One below the other; the answer is where the longest day ends. */
static double
stack (const FramWeekPaper *self, FramScheduleLayout *layout)
{
  double between = BETWEEN * layout->room.scale, end = 0;
  g_autofree double *tops = g_new (double, (gsize)layout->n_days + 1);

  for (int day = 0; day < layout->n_days; day++)
    tops[day] = layout->head + between;
  for (guint i = 0; i < layout->order->len; i++)
    {
      guint block = g_array_index (layout->order, guint, i);
      FramScheduleSpot *spot = get_spot (layout, block);
      FramPrintBox day = fram_schedule_layout_box (layout, spot->day, layout->first, layout->last);

      spot->box = (FramPrintBox){ day.x + 2, tops[spot->day], MAX (day.width - 4, 1), 100 };
      spot->box.height = needed_height (self, layout, block, &spot->box);
      tops[spot->day] += spot->box.height + between;
      end = MAX (end, tops[spot->day]);
    }
  return end;
}

static void
fit_list (FramWeekPaper *self, double width, double height)
{
  g_ptr_array_set_size (self->notes, 0);
  self->is_list = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (list_scales); i++)
    {
      g_clear_pointer (&self->layout, fram_schedule_layout_free);
      self->layout = lay_out (self, width, height, list_scales[i]);
      self->layout->hours = 0;
      self->layout->day = width / MAX (self->layout->n_days, 1);
      if (stack (self, self->layout) <= height)
        return;
    }
}

/* Finds out where everything stands in so much room. */
void
fram_wall_week_lay_out (FramWeekPaper *self, double width, double height)
{
  self->notes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (grid_scales); i++)
    {
      g_ptr_array_set_size (self->notes, 0);
      if (fit_grid (self, width, height, grid_scales[i]))
        return;
    }
  fit_list (self, width, height);
}
