#include "fram-progression-layout-private.h"

#include <math.h>

/* Small panels, one per question, set by set; the key is the last cell. */

#define WIDEST    420.0
#define NARROWEST 200.0
#define MANY      4
#define WIDE      1500.0 /* wider views have more than four beside each other */

/* Cells of one set. */
typedef struct
{
  guint columns;
  guint n;
  double x;
  double y;
  double width;
  double height;
  double gap;
} Grid;

static double
panel_height (const FramProgressionLayout *self)
{
  return (FRAM_PROGRESSION_HEAD + FRAM_PROGRESSION_PLOT * self->stretch + FRAM_PROGRESSION_FOOT) * self->s;
}

static void
grid_init (Grid *grid, const FramProgressionLayout *self, guint n)
{
  double pad = FRAM_PROGRESSION_PAD * self->s, room = self->view.width - 2 * pad;
  double fits;
  guint most = self->view.width / self->s > WIDE ? MANY + 2 : MANY;

  grid->gap = FRAM_PROGRESSION_GAP * self->s;
  fits = floor ((room + grid->gap) / (NARROWEST * self->s + grid->gap));
  grid->columns = (guint)CLAMP (fits, 1, MIN (most, MAX (n, 1)));
  grid->n = 0;
  grid->x = pad;
  grid->y = self->y;
  grid->width = (room - (grid->columns - 1) * grid->gap) / grid->columns;
  if (grid->columns > 1)
    grid->width = MIN (grid->width, WIDEST * self->s);
  grid->height = panel_height (self);
}

static FramProgressionRect
next_cell (Grid *grid)
{
  guint column = grid->n % grid->columns, row = grid->n / grid->columns;

  grid->n++;
  return (FramProgressionRect){ grid->x + column * (grid->width + grid->gap), grid->y + row * (grid->height + 6),
                                grid->width, grid->height };
}

static double
bottom_of (const Grid *grid)
{
  guint rows = (grid->n + grid->columns - 1) / grid->columns;

  return grid->y + rows * grid->height + (rows - 1) * 6.0;
}

static guint
count_in_set (const FramProgressionLayout *self, guint set)
{
  guint n = 0;

  for (guint i = 0; i < self->progression->series->len; i++)
    n += fram_progression_layout_series (self, i)->set == set && fram_progression_layout_shows_any (self, i);
  return n;
}

static guint
count_sets (const FramProgressionLayout *self, guint *last)
{
  guint n = 0;

  for (guint set = 0; set < self->progression->sets->len; set++)
    if (count_in_set (self, set) > 0)
      {
        *last = set;
        n++;
      }
  return n;
}

/* Room for the scale before a plot, and for the last values after it. */
static FramProgressionRect
plot_of (const FramProgressionLayout *self, const FramIndicatorSeries *series, const FramProgressionRect *cell)
{
  g_autofree char *highest = g_strdup_printf ("%d", series->highest);
  double number = fram_progression_layout_text_width (self, highest, TRUE), before = number + 14 * self->s;
  double after = number + 14 * self->s;

  return (FramProgressionRect){ cell->x + before, cell->y + FRAM_PROGRESSION_HEAD * self->s,
                                MAX (cell->width - before - after, 1),
                                FRAM_PROGRESSION_PLOT * self->s * self->stretch };
}

/* In the next cell; where that would begin a row, in a row as wide as all. */
static void
add_key (FramProgressionLayout *self, Grid *grid)
{
  gboolean row = grid->columns > 1 && grid->n % grid->columns == 0;
  FramProgressionRect cell = next_cell (grid);

  if (row)
    {
      cell.width = grid->columns * grid->width + (grid->columns - 1) * grid->gap;
      cell.y += 6 * self->s;
      cell.height = 0;
    }
  cell.height = MAX (cell.height, fram_progression_layout_key_height (self, row ? grid->columns : 1));
  fram_progression_layout_add_key (self, cell, row ? grid->columns : 1);
  self->y = MAX (self->y, cell.y + cell.height);
}

static void
add_set (FramProgressionLayout *self, guint set, gboolean named, gboolean with_key)
{
  double top = self->y, pad = FRAM_PROGRESSION_PAD * self->s, line = fram_progression_layout_line (self);
  const FramProgressionSet *of = g_ptr_array_index (self->progression->sets, set);
  FramProgressionWriting name = { FRAM_PROGRESSION_LABEL_TITLE, of->name, TRUE, FRAM_PROGRESSION_DIM, -1 };
  Grid grid;

  self->y += pad;
  if (named && fram_progression_layout_write (self, &name, pad, self->y + line / 2, self->view.width - 2 * pad) > 0)
    self->y += line + 6 * self->s;
  grid_init (&grid, self, count_in_set (self, set) + (with_key ? 1 : 0));
  for (guint i = 0; i < self->progression->series->len; i++)
    {
      const FramIndicatorSeries *series = fram_progression_layout_series (self, i);
      FramProgressionRect cell;

      if (series->set != set || !fram_progression_layout_shows_any (self, i))
        continue;
      cell = next_cell (&grid);
      fram_progression_layout_fill_panel (
          self, fram_progression_layout_add_panel (self, (int)i, cell, plot_of (self, series, &cell)));
    }
  self->y = bottom_of (&grid);
  if (with_key)
    add_key (self, &grid);
  self->y += pad * 0.6;
  fram_progression_layout_card (self, top, self->y - top);
  self->y += 10;
}

/**
 * fram_progression_layout_add_panels:
 *
 * Sets under each other, with their names where there are several.
 */
void
fram_progression_layout_add_panels (FramProgressionLayout *self)
{
  guint last = 0, n = count_sets (self, &last);

  for (guint set = 0; set < self->progression->sets->len; set++)
    if (count_in_set (self, set) > 0)
      add_set (self, set, n > 1, set == last);
}
