#include "fram-adaptation-card-private.h"

#include "fram-clock.h"
#include "fram-paper-page.h"

#include <glib/gi18n-lib.h>

/* What stands on the card, and the card as a paper. */

static void
free_line (gpointer data)
{
  FramCardLine *line = data;

  g_free (line->text);
  g_free (line->detail);
  g_free (line);
}

/**
 * fram_adaptation_card_new:
 *
 * Returns: (transfer full): a card with nothing on it
 */
FramAdaptationCard *
fram_adaptation_card_new (void)
{
  FramAdaptationCard *self = g_new0 (FramAdaptationCard, 1);

  self->strengths = g_ptr_array_new_with_free_func (free_line);
  self->measures = g_ptr_array_new_with_free_func (free_line);
  self->aids = g_ptr_array_new_with_free_func (free_line);
  return self;
}

void
fram_adaptation_card_free (FramAdaptationCard *self)
{
  g_free (self->name);
  g_free (self->house);
  g_free (self->date);
  g_free (self->recipient);
  g_free (self->ask);
  g_ptr_array_unref (self->strengths);
  g_ptr_array_unref (self->measures);
  g_ptr_array_unref (self->aids);
  g_free (self);
}

/**
 * fram_adaptation_card_add:
 * @lines: (element-type FramCardLine): strengths, measures or aids of a card
 * @text: what stands there
 * @detail: (nullable): more about it
 */
void
fram_adaptation_card_add (GPtrArray *lines, const char *text, const char *detail)
{
  FramCardLine *line = g_new0 (FramCardLine, 1);

  line->text = g_strdup (text);
  line->detail = g_strdup (detail);
  g_ptr_array_add (lines, line);
}

const char *
fram_card_title (void)
{
  /* Translators: the title of the adaptation card, said by the participant; plain words */
  return C_ ("card", "What works for me");
}

/* "Samira D. · for Blomsterhandeln Linnea" */
char *
fram_card_name_line (const FramAdaptationCard *card)
{
  const char *name = card->name != NULL ? card->name : "";

  if (card->recipient == NULL)
    return g_strdup (name);
  /* Translators: on the adaptation card: a participant, and to whom the card goes */
  return g_strdup_printf (C_ ("card", "%1$s · for %2$s"), name, card->recipient);
}

/* --- as a paper --- */

static void
draw_page (const FramPaper *paper, guint page, FramLook look, gboolean has_ground, double width, double height,
           cairo_t *cr)
{
  FramPrintPalette palette;

  fram_print_palette_init (&palette, look, has_ground);
  fram_paper_page_begin (cr, FRAM_CARD_WIDTH, FRAM_CARD_HEIGHT, has_ground ? &palette.ground : NULL, width, height);
  fram_card_layout_draw (paper->data, &palette, look, cr);
  fram_paper_page_end (cr);
}

static void
tell_text (GString *words, const char *text)
{
  if (text != NULL)
    g_string_append_printf (words, g_str_has_suffix (text, ".") ? "%s " : "%s. ", text);
}

/* What stands on the page, for who does not see it. */
static char *
tell (const FramPaper *paper, guint page)
{
  const FramCardLayout *layout = paper->data;
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < layout->blocks->len; i++)
    {
      const FramCardBlock *block = &g_array_index (layout->blocks, FramCardBlock, i);

      tell_text (words, block->text);
      tell_text (words, block->detail);
    }
  return g_strchomp (g_string_free (words, FALSE));
}

static char *
describe (const FramPaper *paper, guint page)
{
  return g_strdup (paper->title);
}

static void
set_names (FramPaper *paper, const FramAdaptationCard *card)
{
  char day[FRAM_DATE_TEXT_SIZE];
  const char *title = fram_card_title (), *name = card->name != NULL ? card->name : "";
  g_autofree char *stem = g_strdup_printf (
      "%s %s %s", title, name, card->made_at > 0 ? fram_date_format (fram_instant_get_date (card->made_at), day) : "");

  paper->title = g_strdup_printf ("%s, %s", title, name);
  fram_paper_set_file_stem (paper, g_strchomp (stem));
  paper->recipient = g_strdup (card->recipient);
  paper->log_text = card->recipient != NULL ? g_strdup_printf ("adaptation card for %s", card->recipient)
                                            : g_strdup ("adaptation card");
}

/**
 * fram_adaptation_card_paper_new:
 * @card: (transfer full): a card
 *
 * One page always: letters are smaller where there is much on it; what has no room even then is left out whole, never
 * cut, and told by fram_adaptation_card_paper_get_left_out().
 *
 * Returns: (transfer full): the card on paper
 */
FramPaper *
fram_adaptation_card_paper_new (FramAdaptationCard *card)
{
  FramPaper *paper;

  g_return_val_if_fail (card != NULL, NULL);
  paper = fram_paper_new (NULL, draw_page, fram_card_layout_new (card), (GDestroyNotify)fram_card_layout_free);
  g_clear_pointer (&paper->file_stem, g_free);
  set_names (paper, card);
  paper->log_class = FRAM_CLASS_NEED;
  g_array_append_val (paper->people, card->participant);
  paper->made_at = card->made_at;
  paper->width = FRAM_PAPER_SHORT;
  paper->height = FRAM_PAPER_LONG;
  paper->describe = describe;
  paper->tell = tell;
  return paper;
}

/**
 * fram_adaptation_card_paper_get_left_out:
 * @paper: made by fram_adaptation_card_paper_new()
 *
 * Returns: (transfer none) (element-type utf8): what has no room on the page
 */
const GPtrArray *
fram_adaptation_card_paper_get_left_out (const FramPaper *paper)
{
  g_return_val_if_fail (paper != NULL && paper->draw == draw_page, NULL);
  return ((const FramCardLayout *)paper->data)->left_out;
}
