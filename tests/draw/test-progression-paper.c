#include "fram-progression-paper.h"
#include "fram-words.h"
#include "paper-text.h"
#include "progression-fixture.h"

#include <locale.h>
#include <string.h>

/* A progression on paper: all of it can be read back, on so many pages as it needs, and nothing that was not asked for. */

static FramPaper *
make (FramProgression *progression, FramProgressionKind kind, guint raters, gboolean belief)
{
  FramProgressionPaperHead head = { .printed_by = "Sara Lind", .printed_at = 1794474000000 };

  fram_progression_view_init (&head.view, kind, 0);
  head.view.raters = raters;
  head.view.belief = belief;
  g_free (progression->title);
  progression->title = g_strdup ("Samira D.");
  g_free (progression->case_no);
  progression->case_no = g_strdup ("FRAM-2026-0417");
  return fram_progression_paper_new (progression, &head);
}

static PaperText *
read_tidy (const FramPaper *paper, const char *name)
{
  PaperText *text = paper_text_read (paper, name);

  if (text == NULL)
    return NULL;
  g_assert_cmpuint (text->n_pages, ==, paper->n_pages);
  paper_text_assert_tidy (text, paper, 16);
  return text;
}

static void
test_it_says_whose_when_and_what (void)
{
  g_autoptr (FramPaper) paper = make (progression_samira (), FRAM_PROGRESSION_PANELS, FRAM_RATERS_BOTH, FALSE);
  g_autoptr (PaperText) text = read_tidy (paper, "progression");
  g_autoptr (FramProgression) progression = progression_samira ();
  g_autofree char *period = fram_date_range_to_text (progression->from, progression->to);
  g_autofree char *words = fram_progression_to_words (progression, NULL, FRAM_RATERS_BOTH, FRAM_PROGRESSION_ALL);

  g_assert_cmpfloat (paper->width, >, paper->height);
  g_assert_cmpint (paper->log_class, ==, FRAM_CLASS_PROGRESS);
  g_assert_cmpstr (paper->title, ==, "Progression, Samira D.");
  if (text == NULL)
    return;
  paper_text_assert_has (text, "Samira D.");
  paper_text_assert_has (text, "FRAM-2026-0417");
  paper_text_assert_has (text, period);
  paper_text_assert_has (text, "Sara Lind");
  paper_text_assert_has (text, words);
  paper_text_assert_has (text, "Klara ett arbete");
  paper_text_assert_has (text, "Steps forward");
}

/* What has no room at its point stands below in full. */
static void
test_every_note_and_step_is_read_in_full (void)
{
  static const char note[] =
      "Flytten tog all kraft under september, men grannen hjälpte till och nu fungerar det igen.";
  FramProgression *progression = progression_samira ();
  FramRatingPoint *point =
      &g_array_index (fram_progression_get_series (progression, 4)->points[FRAM_RATER_PARTICIPANT], FramRatingPoint, 3);
  g_autoptr (FramPaper) paper = NULL;
  g_autoptr (PaperText) text = NULL;

  g_free (point->note);
  point->note = g_strdup (note);
  paper = make (progression, FRAM_PROGRESSION_PANELS, FRAM_RATERS_BOTH, FALSE);
  text = read_tidy (paper, "progression-notes");
  if (text == NULL)
    return;
  paper_text_assert_has (text, note);
  paper_text_assert_has (text, "What was said");
  g_assert_cmpuint (progression->steps->len, >, 0);
  for (guint i = 0; i < progression->steps->len; i++)
    paper_text_assert_has (text, ((FramStepForward *)g_ptr_array_index (progression->steps, i))->text);
}

static void
test_one_side_alone_tells_nothing_of_the_other (void)
{
  FramProgression *progression = progression_samira ();
  FramRatingPoint *point =
      &g_array_index (fram_progression_get_series (progression, 2)->points[FRAM_RATER_CASE_WORKER], FramRatingPoint, 1);
  g_autoptr (FramPaper) paper = NULL;
  g_autoptr (PaperText) text = NULL;
  g_autofree char *told = NULL;

  point->note = g_strdup ("Handledaren anar tvekan");
  paper = make (progression, FRAM_PROGRESSION_PANELS, 1u << FRAM_RATER_PARTICIPANT, FALSE);
  text = read_tidy (paper, "progression-own");
  told = paper->tell (paper, 0);
  g_assert_null (strstr (told, "case worker"));
  if (text == NULL)
    return;
  paper_text_assert_has_not (text, "Handledaren anar");
  paper_text_assert_has_not (text, "by the case worker");
}

/* The case worker's own belief is on no paper unless it was asked for. */
static void
test_belief_is_there_only_where_it_is_asked_for (void)
{
  for (int belief = 0; belief < 2; belief++)
    {
      FramProgression *progression = progression_samira ();
      FramIndicatorSeries *series = g_ptr_array_index (progression->series, 0);
      g_autoptr (FramPaper) paper = NULL;
      g_autoptr (PaperText) text = NULL;

      series->belief = TRUE;
      g_array_index (series->points[FRAM_RATER_CASE_WORKER], FramRatingPoint, 1).note = g_strdup ("Jag tvivlade länge");
      fram_progression_finish (progression);
      paper = make (progression, FRAM_PROGRESSION_PANELS, FRAM_RATERS_BOTH, belief);
      text = read_tidy (paper, belief ? "progression-belief" : "progression-without");
      if (text == NULL)
        return;
      if (belief)
        paper_text_assert_has (text, "Jag tvivlade länge");
      else
        paper_text_assert_has_not (text, "tvivlade");
    }
}

static void
test_many_questions_take_more_pages (void)
{
  g_autoptr (FramPaper) paper = NULL;
  g_autoptr (PaperText) text = NULL;
  FramProgression *progression = progression_samira ();

  for (guint i = 0; i < 25; i++)
    {
      g_autofree char *name = g_strdup_printf ("Fråga nummer%u", i);
      FramIndicatorSeries *series = fram_progression_add_series (progression, 0, name);

      fram_indicator_series_add (series, FRAM_RATER_PARTICIPANT, progression->from + 20, 1 + (int)(i % 5), NULL);
      fram_indicator_series_add (series, FRAM_RATER_PARTICIPANT, progression->from + 90, 1 + (int)(i * 3 % 5), NULL);
    }
  fram_progression_finish (progression);
  paper = make (progression, FRAM_PROGRESSION_PANELS, FRAM_RATERS_BOTH, FALSE);
  g_assert_cmpuint (paper->n_pages, >=, 3);
  text = read_tidy (paper, "progression-many");
  if (text == NULL)
    return;
  for (guint i = 0; i < 25; i++)
    {
      g_autofree char *name = g_strdup_printf ("Fråga nummer%u", i);

      paper_text_assert_has (text, name);
    }
  for (guint i = 0; i < paper->n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u", i + 1, paper->n_pages);

      paper_text_assert_has (text, number);
    }
}

static void
test_every_view_has_its_paper (void)
{
  for (FramProgressionKind kind = 0; kind < FRAM_N_PROGRESSION_KINDS; kind++)
    {
      g_autofree char *name = g_strdup_printf ("progression-%s", fram_progression_kind_get_code (kind));
      g_autoptr (FramPaper) paper = make (progression_samira (), kind, FRAM_RATERS_BOTH, FALSE);
      g_autoptr (PaperText) text = read_tidy (paper, name);

      if (text == NULL)
        return;
      paper_text_assert_has (text, "Samira D.");
      paper_text_assert_has (text, "Steps forward");
    }
}

/* Whatever comes stays on its pages, and no letter is drawn on another. */
static void
test_anything_has_room (void)
{
  for (guint32 seed = 0; seed < 8; seed++)
    {
      g_autofree char *name = g_strdup_printf ("progression-random-%u", seed);
      g_autoptr (FramPaper) paper = make (progression_random (seed), FRAM_PROGRESSION_PANELS, FRAM_RATERS_BOTH, FALSE);
      g_autoptr (PaperText) text = read_tidy (paper, name);

      if (text == NULL)
        return;
    }
}

static void
test_almost_nothing_is_one_page (void)
{
  g_autoptr (FramPaper) paper = make (progression_new_here (), FRAM_PROGRESSION_PANELS, FRAM_RATERS_BOTH, FALSE);
  g_autoptr (FramPaper) empty =
      make (fram_progression_new (fram_test_date ("2026-11-01"), fram_test_date ("2026-11-12")),
            FRAM_PROGRESSION_PANELS, FRAM_RATERS_BOTH, FALSE);
  g_autoptr (PaperText) text = read_tidy (paper, "progression-new"), none = read_tidy (empty, "progression-empty");

  g_assert_cmpuint (paper->n_pages, ==, 1);
  g_assert_cmpuint (empty->n_pages, ==, 1);
  if (text != NULL)
    paper_text_assert_has (text, "Hur har du det?");
}

/* --- as a picture --- */

static cairo_surface_t *
draw_picture (const FramPaper *paper, FramLook look, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  paper->draw_picture (paper, 0, look, TRUE, width, height, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const unsigned char *data = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *)(const void *)data)[x] & 0xffffff;
}

static guint
brightness (guint32 pixel)
{
  return ((pixel >> 16) & 0xff) + ((pixel >> 8) & 0xff) + (pixel & 0xff);
}

/* The drawing alone, in either style. */
static void
test_a_picture_is_light_or_dark (void)
{
  g_autoptr (FramPaper) paper = make (progression_samira (), FRAM_PROGRESSION_PANELS, FRAM_RATERS_BOTH, FALSE);

  g_assert_cmpfloat (paper->picture_width, ==, 1280);
  g_assert_cmpfloat (paper->picture_height, ==, 800);
  for (int dark = 0; dark < 2; dark++)
    {
      cairo_surface_t *surface = draw_picture (paper, dark ? FRAM_LOOK_DARK : FRAM_LOOK_LIGHT, 1280, 800);
      guint inked = 0, ground = brightness (pixel_at (surface, 640, 12));

      g_assert_true (dark ? ground < 220 : ground > 600);
      for (int y = 0; y < 800; y += 2)
        for (int x = 0; x < 1280; x += 2)
          inked += ABS ((int)brightness (pixel_at (surface, x, y)) - (int)ground) > 150;
      g_assert_cmpuint (inked, >, 1500);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/progression-paper/it-says-whose-when-and-what", test_it_says_whose_when_and_what);
  g_test_add_func ("/progression-paper/every-note-and-step-is-read-in-full", test_every_note_and_step_is_read_in_full);
  g_test_add_func ("/progression-paper/one-side-alone-tells-nothing-of-the-other",
                   test_one_side_alone_tells_nothing_of_the_other);
  g_test_add_func ("/progression-paper/belief-is-there-only-where-it-is-asked-for",
                   test_belief_is_there_only_where_it_is_asked_for);
  g_test_add_func ("/progression-paper/many-questions-take-more-pages", test_many_questions_take_more_pages);
  g_test_add_func ("/progression-paper/every-view-has-its-paper", test_every_view_has_its_paper);
  g_test_add_func ("/progression-paper/anything-has-room", test_anything_has_room);
  g_test_add_func ("/progression-paper/almost-nothing-is-one-page", test_almost_nothing_is_one_page);
  g_test_add_func ("/progression-paper/a-picture-is-light-or-dark", test_a_picture_is_light_or_dark);
  return g_test_run ();
}
