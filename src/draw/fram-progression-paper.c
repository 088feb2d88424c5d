#include "fram-progression-paper-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A progression on A4: head, what the picture shows in words, the picture, and below it what has no room in it. */

#define PICTURE_WIDTH  1280.0
#define PICTURE_HEIGHT 800.0
#define FEW_PANELS     16 /* have room in it */

static void
page_clear (gpointer data)
{
  g_clear_pointer (&((FramProgressionPage *)data)->layout, fram_progression_layout_free);
}

static void
sheet_free (gpointer data)
{
  FramProgressionSheet *self = data;

  g_array_unref (self->pages);
  fram_paper_list_free (self->list);
  fram_progression_free (self->progression);
  g_free (self->printed_by);
  g_free (self->state);
  g_free (self->words);
  g_free (self);
}

static FramPageType
words_type (const FramProgressionSheet *self, const FramColour *ink)
{
  return (FramPageType){ FRAM_PROGRESSION_PAPER_TYPE, PANGO_WEIGHT_NORMAL, PANGO_ALIGN_LEFT, self->view.rtl, 0, ink };
}

/* --- drawing --- */

static void
draw_head (const FramProgressionSheet *self, guint page, const FramProgressionPalette *palette, cairo_t *cr)
{
  FramPaperHead head = { self->progression->title,
                         self->state,
                         self->printed_by,
                         self->printed_at,
                         page,
                         self->n_pages,
                         palette->ink,
                         palette->dim };

  fram_paper_head_draw (&head, cr);
}

static void
draw_chart (const FramProgressionPage *page, const FramProgressionPalette *palette, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, FRAM_PAPER_MARGIN, page->y);
  cairo_scale (cr, page->scale, page->scale);
  fram_progression_draw (page->layout, palette, cr);
  cairo_restore (cr);
}

static void
draw_page (const FramPaper *paper, guint page, FramLook look, gboolean has_ground, double width, double height,
           cairo_t *cr)
{
  const FramProgressionSheet *self = paper->data;
  FramProgressionPalette palette;
  FramPageType type;

  fram_progression_palette_init (&palette, look, FALSE);
  type = words_type (self, &palette.ink);
  fram_paper_page_begin (cr, FRAM_PAPER_LONG, FRAM_PAPER_SHORT, has_ground ? &palette.ground : NULL, width, height);
  draw_head (self, page, &palette, cr);
  if (page == 0)
    fram_page_text_draw (cr, self->words, &type, FRAM_PAPER_MARGIN, FRAM_PAPER_MARGIN + FRAM_PAPER_HEAD,
                         FRAM_PAPER_INNER);
  if (page < self->pages->len)
    draw_chart (&g_array_index (self->pages, FramProgressionPage, page), &palette, cr);
  fram_paper_list_draw (self->list, page, &palette.ink, cr);
  fram_paper_page_end (cr);
}

/* The drawing alone, and all of it; plots are higher where there is room. */
static void
draw_picture (const FramPaper *paper, guint page, FramLook look, gboolean has_ground, double width, double height,
              cairo_t *cr)
{
  const FramProgressionSheet *self = paper->data;
  double largest = width > 1.5 * paper->picture_width && height > 1.5 * paper->picture_height ? 2 : 1, scale;
  FramProgressionLayout *layout = fram_progression_sheet_fit (self, &self->view, width, height, largest, &scale);
  FramProgressionPalette palette;

  if (fram_progression_layout_get_height (layout) * scale < height - 1)
    {
      FramProgressionView view = self->view;

      view.width = width / scale;
      view.height = height / scale;
      fram_progression_layout_free (layout);
      layout = fram_progression_layout_new (self->progression, &view);
    }
  fram_progression_palette_init (&palette, look, has_ground);
  cairo_save (cr);
  if (has_ground)
    {
      cairo_set_source_rgb (cr, palette.ground.red, palette.ground.green, palette.ground.blue);
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_fill (cr);
    }
  cairo_scale (cr, scale, scale);
  fram_progression_draw (layout, &palette, cr);
  cairo_restore (cr);
  fram_progression_layout_free (layout);
}

/* What all pages show stands on the first; the others say which they are. */
static char *
tell (const FramPaper *paper, guint page)
{
  const FramProgressionSheet *self = paper->data;

  return fram_progression_describe (self->progression, self->view.raters, self->view.shown, self->view.belief);
}

/* --- making --- */

/* "FRAM-2026-0417 · 1 April – 12 November 2026" */
static char *
state_of (const FramProgression *progression)
{
  g_autofree char *period = fram_date_range_to_text (progression->from, progression->to);

  return progression->case_no != NULL ? g_strdup_printf ("%s · %s", progression->case_no, period)
                                      : g_steal_pointer (&period);
}

static FramProgressionSheet *
sheet_new (FramProgression *progression, const FramProgressionPaperHead *head)
{
  FramProgressionSheet *self = g_new0 (FramProgressionSheet, 1);
  FramPageType type;

  self->progression = progression;
  self->view = head->view;
  self->view.text_scale = 1;
  if (self->view.raters == 0)
    self->view.raters = FRAM_RATERS_BOTH;
  self->printed_by = g_strdup (head->printed_by);
  self->printed_at = head->printed_at;
  self->state = state_of (progression);
  self->words = fram_progression_to_words (progression, &self->view.span, self->view.raters, self->view.shown);
  type = words_type (self, NULL);
  self->words_height = fram_page_text_height (self->words, &type, FRAM_PAPER_INNER) + 8;
  self->pages = g_array_new (FALSE, TRUE, sizeof (FramProgressionPage));
  g_array_set_clear_func (self->pages, page_clear);
  self->list = fram_paper_list_new (FRAM_PROGRESSION_PAPER_LIST, self->view.rtl);
  return self;
}

static void
set_names (FramPaper *paper, const FramProgression *progression)
{
  char day[FRAM_DATE_TEXT_SIZE];
  /* Translators: the name of a file: "Progression FRAM-2026-0417 2026-11-12" */
  g_autofree char *stem = g_strdup_printf (
      C_ ("file name", "Progression %1$s %2$s"), progression->case_no != NULL ? progression->case_no : "",
      progression->today != FRAM_DATE_NONE ? fram_date_format (progression->today, day) : "");

  /* Translators: the title of a document: "Progression, Amina H." */
  paper->title =
      g_strdup_printf (C_ ("document", "Progression, %s"), progression->title != NULL ? progression->title : "");
  fram_paper_set_file_stem (paper, stem);
  paper->log_text = g_strdup ("progression");
  paper->log_class = FRAM_CLASS_PROGRESS;
}

/* As a picture is by itself: as high as the window is, or as high as very many panels need. */
static double
picture_height (const FramProgressionSheet *self)
{
  FramProgressionView view = self->view;
  g_autoptr (FramProgressionLayout) layout = NULL;

  if (self->progression->series->len <= FEW_PANELS)
    return PICTURE_HEIGHT;
  view.width = PICTURE_WIDTH;
  view.height = 0;
  layout = fram_progression_layout_new (self->progression, &view);
  return MAX (ceil (fram_progression_layout_get_height (layout)), PICTURE_HEIGHT);
}

/**
 * fram_progression_paper_new:
 * @progression: (transfer full): a progression, finished
 * @head: what stands beside it, and how it is shown
 *
 * Returns: (transfer full): the progression on paper
 */
FramPaper *
fram_progression_paper_new (FramProgression *progression, const FramProgressionPaperHead *head)
{
  FramProgressionSheet *self;
  FramPaper *paper;

  g_return_val_if_fail (progression != NULL && head != NULL, NULL);
  self = sheet_new (progression, head);
  fram_progression_sheet_add_pages (self);
  fram_progression_sheet_add_list (self);
  paper = fram_paper_new (NULL, draw_page, self, sheet_free);
  g_clear_pointer (&paper->file_stem, g_free);
  set_names (paper, progression);
  g_array_append_val (paper->people, head->participant);
  paper->made_at = head->printed_at;
  paper->n_pages = self->n_pages;
  paper->describe = fram_paper_page_to_words;
  paper->tell = tell;
  paper->draw_picture = draw_picture;
  paper->picture_width = PICTURE_WIDTH;
  paper->picture_height = picture_height (self);
  return paper;
}
