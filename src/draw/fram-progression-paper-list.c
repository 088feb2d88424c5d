#include "fram-progression-paper-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* What stands below the drawing: steps forward, and in full what was said. */

#define LEAST_ROOM 60.0

static gboolean
is_told (const FramProgressionSheet *self, const FramStepForward *step)
{
  if (step->kind != FRAM_STEP_RATING)
    return TRUE;
  return fram_progression_sheet_shows (self, step->series, step->rater);
}

static void
add_steps (FramProgressionSheet *self)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < self->progression->steps->len; i++)
    {
      const FramStepForward *step = g_ptr_array_index (self->progression->steps, i);
      g_autofree char *day = fram_date_to_day_month (step->day);

      if (!is_told (self, step))
        continue;
      if (!begun)
        fram_paper_list_add_heading (self->list, C_ ("progression", "Steps forward"));
      begun = TRUE;
      /* Translators: a day, and the step that was taken then */
      fram_paper_list_add (self->list, g_strdup_printf (_ ("%1$s: %2$s"), day, step->text));
    }
}

typedef struct
{
  guint series;
  FramRater rater;
  const FramRatingPoint *point;
} Note;

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const Note *first = a, *second = b;

  if (first->point->day != second->point->day)
    return first->point->day < second->point->day ? -1 : 1;
  if (first->series != second->series)
    return first->series < second->series ? -1 : 1;
  return (int)first->rater - (int)second->rater;
}

static GArray *
find_notes (const FramProgressionSheet *self)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (Note));

  for (guint i = 0; i < self->progression->series->len; i++)
    for (FramRater rater = 0; rater < FRAM_N_RATERS; rater++)
      {
        const GArray *points = fram_progression_get_series (self->progression, i)->points[rater];

        for (guint p = 0; p < points->len && fram_progression_sheet_shows (self, i, rater); p++)
          {
            Note note = { i, rater, &g_array_index (points, FramRatingPoint, p) };

            if (note.point->counts && note.point->note != NULL && note.point->note[0] != '\0')
              g_array_append_val (notes, note);
          }
      }
  g_array_sort (notes, compare_notes);
  return notes;
}

static void
add_notes (FramProgressionSheet *self)
{
  g_autoptr (GArray) notes = find_notes (self);

  if (notes->len > 0)
    fram_paper_list_add_heading (self->list, C_ ("progression", "What was said"));
  for (guint i = 0; i < notes->len; i++)
    {
      const Note *note = &g_array_index (notes, Note, i);
      const FramIndicatorSeries *series = fram_progression_get_series (self->progression, note->series);
      g_autofree char *day = fram_date_to_day_month (note->point->day);

      fram_paper_list_add (self->list,
                           /* Translators: day, question, value, and what was said about it */
                           g_strdup_printf (note->rater == FRAM_RATER_PARTICIPANT
                                                ? _ ("%1$s, “%2$s”, own rating %3$d: %4$s")
                                                : _ ("%1$s, “%2$s”, rated %3$d by the case worker: %4$s"),
                                            day, series->name, note->point->value, note->point->note));
    }
}

/* Below the last drawing where there is room, else on pages of their own. */
void
fram_progression_sheet_add_list (FramProgressionSheet *self)
{
  guint last = self->pages->len - 1;
  const FramProgressionPage *page = &g_array_index (self->pages, FramProgressionPage, last);
  double y = page->y + fram_progression_layout_get_height (page->layout) * page->scale + 12;
  gboolean has_room = y + LEAST_ROOM <= FRAM_PAPER_SHORT - FRAM_PAPER_MARGIN;

  self->n_pages = self->pages->len;
  add_steps (self);
  add_notes (self);
  if (fram_paper_list_is_empty (self->list))
    return;
  self->n_pages = has_room ? fram_paper_list_place (self->list, last, y)
                           : fram_paper_list_place (self->list, last + 1, FRAM_PAPER_MARGIN + FRAM_PAPER_HEAD);
}
