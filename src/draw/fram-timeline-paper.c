#include "fram-timeline-paper-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A timeline on A4: which part of the time is on which page, and how large. */

/* How large a unit of the drawing is on paper: letters of 12 are 8.5 points. Where lanes are many, all gets smaller. */
#define SCALE    0.71
#define SMALLEST 0.5

/* Units for a day below which a drawing is cut into several pages. */
#define LEAST_PER_DAY 1.25

/* A picture is so wide, as the window is. */
#define PICTURE_WIDTH 1280.0

double
fram_timeline_sheet_width (void)
{
  return FRAM_PAPER_LONG - 2 * FRAM_PAPER_MARGIN;
}

static void
page_clear (gpointer data)
{
  fram_timeline_layout_free (((FramTimelinePage *)data)->layout);
}

static void
legend_clear (gpointer data)
{
  g_free (((FramTimelineLegendItem *)data)->text);
}

static void
sheet_free (gpointer data)
{
  FramTimelineSheet *self = data;

  g_array_unref (self->pages);
  g_array_unref (self->legend);
  fram_paper_list_free (self->list);
  g_clear_pointer (&self->statuses, g_array_unref);
  fram_timeline_free (self->timeline);
  g_free (self->printed_by);
  g_free (self);
}

/* What there is for the drawing above the legend. */
static double
find_room (const FramTimelineSheet *self)
{
  return FRAM_PAPER_SHORT - 2 * FRAM_PAPER_MARGIN - FRAM_PAPER_HEAD - self->n_legend_lines * FRAM_TIMELINE_LEGEND - 24;
}

/* The largest scale at which all lanes are on the page. */
static double
find_scale (const FramTimelineSheet *self)
{
  double room = find_room (self), scale = SCALE;

  for (; scale > SMALLEST; scale -= 0.03)
    if (fram_timeline_layout_get_height (self->timeline, fram_timeline_sheet_width () / scale, 1) * scale <= room)
      break;
  return scale;
}

static void
add_page (FramTimelineSheet *self, double scale, double from, double to)
{
  FramTimelineView view = { fram_timeline_sheet_width () / scale, 0, from, to, 1, FALSE };
  FramTimelinePage page = { NULL, scale };

  for (guint i = 0; i < self->pages->len; i++)
    view.first_note += fram_timeline_layout_get_notes (g_array_index (self->pages, FramTimelinePage, i).layout)->len;
  view.numbered = TRUE;
  view.height = fram_timeline_layout_get_height (self->timeline, view.width, 1);
  page.layout = fram_timeline_layout_new (self->timeline, &view);
  page.scale = MIN (scale, find_room (self) / view.height);
  g_array_append_val (self->pages, page);
}

/* Equal parts, cut where a month begins. */
static void
add_pages (FramTimelineSheet *self)
{
  double scale = find_scale (self), days = self->timeline->to + 1 - self->timeline->from;
  double plot = fram_timeline_sheet_width () / scale - 150;
  guint n = (guint)MAX (ceil (days * LEAST_PER_DAY / plot), 1);
  FramDate from = self->timeline->from;

  for (guint i = 1; i <= n; i++)
    {
      FramDate to = self->timeline->from + (FramDate)(days * i / n);

      to = i == n ? self->timeline->to + 1 : fram_date_first_of_month (to + 15);
      if (to > from)
        add_page (self, scale, from, to);
      from = MAX (to, from);
    }
}

/* --- as a paper --- */

static void
draw_page (const FramPaper *paper, guint page, FramLook look, gboolean has_ground, double width, double height,
           cairo_t *cr)
{
  FramTimelinePalette palette;

  fram_timeline_palette_init (&palette, look, FALSE);
  fram_paper_page_begin (cr, FRAM_PAPER_LONG, FRAM_PAPER_SHORT, has_ground ? &palette.ground : NULL, width, height);
  fram_timeline_sheet_draw (paper->data, page, &palette, cr);
  fram_paper_page_end (cr);
}

/* All of the time at once. Where the lanes are higher than what there is, all gets smaller. */
static void
draw_picture (const FramPaper *paper, guint page, FramLook look, gboolean has_ground, double width, double height,
              cairo_t *cr)
{
  const FramTimelineSheet *self = paper->data;
  double scale = width > 1.5 * PICTURE_WIDTH && height > 1.5 * paper->picture_height ? 2 : 1;
  FramTimelineView view = { 0, 0, self->timeline->from, self->timeline->to + 1, 1, FALSE };
  FramTimelineLayout *layout;
  FramTimelinePalette palette;

  for (; scale > 0.1; scale *= 0.97)
    if (fram_timeline_layout_get_height (self->timeline, width / scale, 1) * scale <= height + 0.5)
      break;
  view.width = width / scale;
  view.height = height / scale;
  fram_timeline_palette_init (&palette, look, has_ground);
  layout = fram_timeline_layout_new (self->timeline, &view);
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  fram_timeline_draw (layout, &palette, cr);
  cairo_restore (cr);
  fram_timeline_layout_free (layout);
}

static char *
tell (const FramPaper *paper, guint page)
{
  return g_strdup (((const FramTimelineSheet *)paper->data)->timeline->summary);
}

static FramTimelineSheet *
sheet_new (FramTimeline *timeline, const FramTimelinePaperHead *head)
{
  FramTimelineSheet *self = g_new0 (FramTimelineSheet, 1);

  self->timeline = timeline;
  self->printed_by = g_strdup (head->printed_by);
  self->printed_at = head->printed_at;
  self->pages = g_array_new (FALSE, TRUE, sizeof (FramTimelinePage));
  self->legend = g_array_new (FALSE, TRUE, sizeof (FramTimelineLegendItem));
  self->list = fram_paper_list_new (FRAM_TIMELINE_SMALL, FALSE);
  g_array_set_clear_func (self->pages, page_clear);
  g_array_set_clear_func (self->legend, legend_clear);
  return self;
}

/* The paper outlives the desk's statuses. */
static GArray *
copy_statuses (const GArray *statuses)
{
  GArray *copy;

  if (statuses == NULL)
    return NULL;
  copy = g_array_new (FALSE, FALSE, sizeof (FramStatus));
  g_array_set_clear_func (copy, (GDestroyNotify)fram_status_clear);
  for (guint i = 0; i < statuses->len; i++)
    {
      FramStatus status = g_array_index (statuses, FramStatus, i);

      status.code = g_strdup (status.code);
      status.name_sv = g_strdup (status.name_sv);
      status.name_en = g_strdup (status.name_en);
      status.letter_sv = g_strdup (status.letter_sv);
      status.letter_en = g_strdup (status.letter_en);
      g_array_append_val (copy, status);
    }
  return copy;
}

static void
set_names (FramPaper *paper, const FramTimeline *timeline)
{
  const char *name = timeline->title != NULL ? timeline->title : "";
  char day[FRAM_DATE_TEXT_SIZE];
  /* Translators: the name of a file: "Timeline FRAM-2026-0417 2026-11-12" */
  g_autofree char *stem =
      g_strdup_printf (C_ ("file name", "Timeline %1$s %2$s"), timeline->case_no != NULL ? timeline->case_no : "",
                       timeline->today != FRAM_DATE_NONE ? fram_date_format (timeline->today, day) : "");

  /* Translators: the title of a document: "Timeline, Amina H." */
  paper->title = g_strdup_printf (C_ ("document", "Timeline, %s"), name);
  fram_paper_set_file_stem (paper, stem);
  paper->log_text = g_strdup ("timeline");
}

/**
 * fram_timeline_paper_new:
 * @timeline: (transfer full): a timeline
 * @head: what stands beside it
 *
 * Returns: (transfer full): the timeline on paper
 */
FramPaper *
fram_timeline_paper_new (FramTimeline *timeline, const FramTimelinePaperHead *head)
{
  FramTimelineSheet *self;
  FramPaper *paper;

  g_return_val_if_fail (timeline != NULL && head != NULL, NULL);
  self = sheet_new (timeline, head);
  self->statuses = copy_statuses (head->statuses);
  fram_timeline_sheet_add_legend (self);
  add_pages (self);
  fram_timeline_sheet_add_list (self);
  paper = fram_paper_new (NULL, draw_page, self, sheet_free);
  g_clear_pointer (&paper->file_stem, g_free);
  set_names (paper, timeline);
  g_array_append_val (paper->people, head->participant);
  paper->made_at = head->printed_at;
  paper->n_pages = self->n_pages;
  paper->describe = fram_paper_page_to_words;
  paper->tell = tell;
  paper->draw_picture = draw_picture;
  paper->picture_width = PICTURE_WIDTH;
  paper->picture_height = ceil (fram_timeline_layout_get_height (timeline, PICTURE_WIDTH, 1));
  return paper;
}
