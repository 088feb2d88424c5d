#include "paper-text.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

static void
clear_word (gpointer data)
{
  g_free (((PaperWord *)data)->text);
}

static void
write_pdf (const FramPaper *paper, const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, paper->width, paper->height);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < paper->n_pages; i++)
    {
      fram_paper_draw_page (paper, i, FRAM_LOOK_LIGHT, FALSE, paper->width, paper->height, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

/* The reader writes numbers with a point whatever the test's own locale is. */
static GStrv
plain_environment (void)
{
  GStrv all = g_environ_unsetenv (g_get_environ (), "LD_PRELOAD");

  return g_environ_setenv (all, "LC_ALL", "C.UTF-8", TRUE);
}

static char *
run (const char *const *argv)
{
  char *out = NULL;
  int status = -1;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) environment = plain_environment ();

  g_spawn_sync (NULL, (char **)argv, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return out;
}

/* One space between words, whatever the reader found. */
static char *
squeeze (const char *text)
{
  g_autoptr (GRegex) spaces = g_regex_new ("[ \\n\\x{a0}]+", 0, 0, NULL);

  return g_regex_replace_literal (spaces, text, -1, 0, " ", 0, NULL);
}

static double
number_at (const GMatchInfo *match, int n)
{
  g_autofree char *text = g_match_info_fetch (match, n);

  return g_ascii_strtod (text, NULL);
}

static void
read_words (PaperText *self, const char *html)
{
  g_autoptr (GRegex) regex = g_regex_new (
      "<page|<word xMin=\"([-0-9.]+)\" yMin=\"([-0-9.]+)\" xMax=\"([-0-9.]+)\" yMax=\"([-0-9.]+)\">([^<]*)<", 0, 0,
      NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, html, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      PaperWord word = { g_match_info_fetch (match, 5), self->n_pages - 1, 0, 0, 0, 0 };

      if (word.text == NULL || word.text[0] == '\0')
        {
          self->n_pages++;
          g_free (word.text);
          continue;
        }
      word.left = number_at (match, 1);
      word.top = number_at (match, 2);
      word.right = number_at (match, 3);
      word.bottom = number_at (match, 4);
      g_array_append_val (self->words, word);
    }
}

PaperText *
paper_text_read (const FramPaper *paper, const char *name)
{
  const char *keep = g_getenv ("FRAMSTEG_TEST_PICTURES");
  g_autofree char *tool = g_find_program_in_path ("pdftotext"), *folder = NULL, *path = NULL, *raw = NULL;
  g_autofree char *html = NULL;
  PaperText *self;

  if (tool == NULL)
    {
      g_test_skip ("SKIP: pdftotext is not installed (package poppler-utils)");
      return NULL;
    }
  folder = g_dir_make_tmp ("framsteg-paper-XXXXXX", NULL);
  path = g_strdup_printf ("%s/%s.pdf", keep != NULL ? keep : folder, name);
  write_pdf (paper, path);
  raw = run ((const char *const[]){ tool, path, "-", NULL });
  html = run ((const char *const[]){ tool, "-bbox", path, "-", NULL });
  self = g_new0 (PaperText, 1);
  self->text = squeeze (raw);
  self->words = g_array_new (FALSE, TRUE, sizeof (PaperWord));
  g_array_set_clear_func (self->words, clear_word);
  read_words (self, html);
  if (keep == NULL)
    g_unlink (path);
  g_rmdir (folder);
  return self;
}

void
paper_text_free (PaperText *self)
{
  g_free (self->text);
  g_array_unref (self->words);
  g_free (self);
}

void
paper_text_assert_has (const PaperText *self, const char *sentence)
{
  if (strstr (self->text, sentence) == NULL)
    g_error ("“%s” does not stand on the paper:\n%s", sentence, self->text);
}

void
paper_text_assert_has_not (const PaperText *self, const char *words)
{
  g_autofree char *text = g_utf8_strdown (self->text, -1), *wanted = g_utf8_strdown (words, -1);

  if (strstr (text, wanted) != NULL)
    g_error ("“%s” stands on the paper:\n%s", words, self->text);
}

/* Boxes of letters are higher than the letters: a third of the height may be shared. */
static gboolean
collide (const PaperWord *a, const PaperWord *b)
{
  double high = MIN (a->bottom - a->top, b->bottom - b->top) * 0.34;

  return a->page == b->page && MIN (a->right, b->right) - MAX (a->left, b->left) > 1 &&
         MIN (a->bottom, b->bottom) - MAX (a->top, b->top) > high;
}

void
paper_text_assert_tidy (const PaperText *self, const FramPaper *paper, double margin)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const PaperWord *word = &g_array_index (self->words, PaperWord, i);

      if (word->left < margin || word->top < margin || word->right > paper->width - margin + 0.5 ||
          word->bottom > paper->height - margin + 0.5)
        g_error ("“%s” stands outside the page: %.1f–%.1f × %.1f–%.1f", word->text, word->left, word->right, word->top,
                 word->bottom);
      for (guint j = 0; j < i; j++)
        if (collide (word, &g_array_index (self->words, PaperWord, j)))
          g_error ("“%s” stands on “%s”", word->text, g_array_index (self->words, PaperWord, j).text);
    }
}
