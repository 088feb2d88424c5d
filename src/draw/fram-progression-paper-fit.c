#include "fram-progression-paper-private.h"

#include <math.h>

/* Which panels are on which page, and how large. */

/* Letters of 12 units are 9 points at the largest scale, and 7 where there are many panels. */
#define SCALE    0.75
#define SMALLEST 0.58

/* A drawing that is not to be cut any more gets as small as it must. */
#define MOST_PAGES 6

gboolean
fram_progression_sheet_shows (const FramProgressionSheet *self, guint series, FramRater rater)
{
  const FramIndicatorSeries *of = fram_progression_get_series (self->progression, series);

  return (self->view.raters & (1u << rater)) != 0 && (series >= 64 || (self->view.shown >> series) & 1) &&
         (self->view.belief || !(of->belief && rater == FRAM_RATER_CASE_WORKER)) && of->points[rater]->len > 0;
}

/* Series that have something to show, in order. */
static GArray *
find_series (const FramProgressionSheet *self)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->progression->series->len; i++)
    if (fram_progression_sheet_shows (self, i, FRAM_RATER_PARTICIPANT) ||
        fram_progression_sheet_shows (self, i, FRAM_RATER_CASE_WORKER))
      g_array_append_val (found, i);
  return found;
}

/* Letters get smaller until the drawing is not higher than its room. The higher the drawing is the more panels go beside
 * each other when it gets smaller, so that a few tries are enough.
 *
 * Returns: (transfer full): the layout at the largest scale that fits, or at the smallest that was tried */
FramProgressionLayout *
fram_progression_sheet_fit (const FramProgressionSheet *self, const FramProgressionView *view, double width,
                            double height, double largest, double *scale)
{
  FramProgressionLayout *layout = NULL;
  FramProgressionView at = *view;

  at.height = 0;
  *scale = largest;
  for (int tries = 0; tries < 12; tries++)
    {
      double drawn;

      at.width = width / *scale;
      g_clear_pointer (&layout, fram_progression_layout_free);
      layout = fram_progression_layout_new (self->progression, &at);
      drawn = fram_progression_layout_get_height (layout) * *scale;
      if (drawn <= height + 0.5 || tries == 11)
        break;
      *scale *= CLAMP (sqrt (height / drawn), 0.8, 0.97);
    }
  return layout;
}

static guint64
bits_of (const GArray *series, guint from, guint to)
{
  guint64 bits = 0;

  for (guint i = from; i < to; i++)
    if (g_array_index (series, guint, i) < 64)
      bits |= G_GUINT64_CONSTANT (1) << g_array_index (series, guint, i);
  return bits;
}

static double
first_y (void)
{
  return FRAM_PAPER_MARGIN + FRAM_PAPER_HEAD;
}

/* Where the @n-th page begins among the series; the last number is where the last one ends. */
static GArray *
cut_evenly (const GArray *series, guint n)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i <= n; i++)
    {
      guint cut = series->len * i / n;

      g_array_append_val (cuts, cut);
    }
  return cuts;
}

/* A page for each set. */
static GArray *
cut_by_set (const FramProgressionSheet *self, const GArray *series)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < series->len; i++)
    {
      guint set = fram_progression_get_series (self->progression, g_array_index (series, guint, i))->set;

      if (i == 0 || set != fram_progression_get_series (self->progression, g_array_index (series, guint, i - 1))->set)
        g_array_append_val (cuts, i);
    }
  g_array_append_val (cuts, series->len);
  return cuts;
}

/* Returns: whether all of it can be read */
static gboolean
try_pages (FramProgressionSheet *self, const GArray *series, const GArray *cuts)
{
  gboolean ok = TRUE;

  g_array_set_size (self->pages, 0);
  for (guint i = 0; i + 1 < cuts->len; i++)
    {
      FramProgressionView view = self->view;
      FramProgressionPage page = { NULL, SCALE, first_y () + (i == 0 ? self->words_height : 0) };

      if (cuts->len > 2)
        view.shown = bits_of (series, g_array_index (cuts, guint, i), g_array_index (cuts, guint, i + 1));
      page.layout = fram_progression_sheet_fit (self, &view, FRAM_PAPER_INNER,
                                                FRAM_PAPER_SHORT - FRAM_PAPER_MARGIN - page.y, SCALE, &page.scale);
      ok = ok && page.scale >= SMALLEST;
      g_array_append_val (self->pages, page);
    }
  return ok;
}

/* Only panels can be parted, where a set begins if that is enough; the other views are one picture. */
void
fram_progression_sheet_add_pages (FramProgressionSheet *self)
{
  g_autoptr (GArray) series = find_series (self), sets = cut_by_set (self, series);
  guint most = self->view.kind == FRAM_PROGRESSION_PANELS ? CLAMP (series->len, 1, MOST_PAGES) : 1;

  for (guint n = 1; n <= most; n++)
    {
      g_autoptr (GArray) even = cut_evenly (series, n);

      if (n > 1 && sets->len == n + 1 && try_pages (self, series, sets))
        return;
      if (try_pages (self, series, even))
        return;
    }
}
