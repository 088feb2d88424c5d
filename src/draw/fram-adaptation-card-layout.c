#include "fram-adaptation-card-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Which of what is chosen stands on the one page, how large, and where. */

#define ROOM (FRAM_CARD_FOOT - 20)

/* So many lines to write on where nothing is chosen. */
#define EMPTY_LINES 4

static const double scales[] = { 1.0, 0.88, 0.78 };

/* What of the card is on the page. */
typedef struct
{
  gboolean *strengths;
  gboolean *measures;
  gboolean *aids;
} Choice;

FramPageType
fram_card_type (double size, PangoWeight weight, const FramColour *colour)
{
  return (FramPageType){ size, weight, PANGO_ALIGN_LEFT, FALSE, 0, colour };
}

double
fram_card_size (const FramCardLayout *self, double size)
{
  return MAX (size * self->scale, FRAM_CARD_LEAST);
}

static double
height_of (const char *text, double size, PangoWeight weight, double width)
{
  FramPageType type = fram_card_type (size, weight, NULL);

  return fram_page_text_height (text, &type, width);
}

/* --- the head --- */

/* Letters of the title: large, smaller where it is long. */
double
fram_card_title_size (void)
{
  FramPageType type = fram_card_type (FRAM_CARD_TITLE, PANGO_WEIGHT_ULTRABOLD, NULL);
  double width = fram_page_text_width (fram_card_title (), &type), room = FRAM_CARD_INNER - FRAM_CARD_HOUSE - 20;

  return width > room ? MAX (FRAM_CARD_TITLE * room / width, 30) : FRAM_CARD_TITLE;
}

/* Below the title, and below what stands beside it. */
double
fram_card_name_y (const FramAdaptationCard *card)
{
  double title = height_of (fram_card_title (), fram_card_title_size (), PANGO_WEIGHT_ULTRABOLD,
                            FRAM_CARD_INNER - FRAM_CARD_HOUSE - 20);
  double house = height_of (card->house, FRAM_CARD_SMALL, PANGO_WEIGHT_NORMAL, FRAM_CARD_HOUSE) +
                 height_of (card->date, FRAM_CARD_SMALL, PANGO_WEIGHT_NORMAL, FRAM_CARD_HOUSE);

  return FRAM_CARD_TOP + MAX (title + 6, house + 12);
}

static double
find_head (const FramAdaptationCard *card)
{
  g_autofree char *name = fram_card_name_line (card);

  return fram_card_name_y (card) + height_of (name, FRAM_CARD_BODY, PANGO_WEIGHT_BOLD, FRAM_CARD_INNER);
}

/* --- blocks --- */

static void
add (FramCardLayout *self, FramCardBlockKind kind, const char *text, const char *detail, double above, double height,
     double grows)
{
  FramCardBlock block = { kind, text, detail, above * self->scale, height, grows, 0 };

  g_array_append_val (self->blocks, block);
}

static void
add_headline (FramCardLayout *self, const char *text)
{
  add (self, FRAM_CARD_HEADLINE, text, NULL, 28,
       height_of (text, fram_card_size (self, 24), PANGO_WEIGHT_BOLD, FRAM_CARD_INNER), 16);
}

static void
add_line (FramCardLayout *self, FramCardBlockKind kind, const FramCardLine *line)
{
  double width = FRAM_CARD_INNER - FRAM_CARD_INDENT;
  PangoWeight weight = kind == FRAM_CARD_STRENGTH ? PANGO_WEIGHT_NORMAL : PANGO_WEIGHT_BOLD;
  double height = height_of (line->text, fram_card_size (self, 20), weight, width) +
                  height_of (line->detail, fram_card_size (self, FRAM_CARD_BODY), PANGO_WEIGHT_NORMAL, width);

  if (kind != FRAM_CARD_STRENGTH)
    height += 10 * self->scale; /* to the line below it */
  add (self, kind, line->text, line->detail, 9, height, 8);
}

static void
add_section (FramCardLayout *self, FramCardBlockKind kind, const char *title, const GPtrArray *lines,
             const gboolean *chosen)
{
  gboolean first = TRUE;

  for (guint i = 0; i < lines->len; i++)
    {
      if (!chosen[i])
        continue;
      if (first)
        add_headline (self, title);
      first = FALSE;
      add_line (self, kind, g_ptr_array_index (lines, i));
    }
  if (!first || lines->len > 0 || kind == FRAM_CARD_AID)
    return;
  add_headline (self, title);
  add (self, FRAM_CARD_EMPTY, NULL, NULL, 0, EMPTY_LINES * FRAM_CARD_LINE, 0);
}

/* Its texts stand below each other in a frame. */
static void
add_ask (FramCardLayout *self)
{
  double width = FRAM_CARD_INNER - 2 * FRAM_CARD_INSET;
  double height =
      height_of (C_ ("card", "Questions? Ask my case worker."), FRAM_CARD_SMALL, PANGO_WEIGHT_NORMAL, width) +
      height_of (self->card->ask, fram_card_size (self, 22), PANGO_WEIGHT_BOLD, width);

  /* Translators: on the adaptation card, said by the participant to the employer, above a name; plain words */
  add (self, FRAM_CARD_ASK, C_ ("card", "Questions? Ask my case worker."), self->card->ask, 26, height + 30, 0);
}

static double
build (FramCardLayout *self, const Choice *choice)
{
  const FramAdaptationCard *card = self->card;
  double height = self->head;

  g_array_set_size (self->blocks, 0);
  /* Translators: headings of the adaptation card, said by the participant; plain words */
  add_section (self, FRAM_CARD_STRENGTH, C_ ("card", "I am good at this"), card->strengths, choice->strengths);
  /* Translators: heading over what an employer can do so that work goes well; plain words */
  add_section (self, FRAM_CARD_MEASURE, C_ ("card", "Do it like this"), card->measures, choice->measures);
  /* Translators: heading over work aids; plain words */
  add_section (self, FRAM_CARD_AID, C_ ("card", "I use these things"), card->aids, choice->aids);
  if (card->ask != NULL)
    add_ask (self);
  for (guint i = 0; i < self->blocks->len; i++)
    height +=
        g_array_index (self->blocks, FramCardBlock, i).above + g_array_index (self->blocks, FramCardBlock, i).height;
  return height;
}

/* --- choosing --- */

static void
set_all (const FramAdaptationCard *card, Choice *choice, gboolean value)
{
  for (guint i = 0; i < card->strengths->len; i++)
    choice->strengths[i] = value;
  for (guint i = 0; i < card->measures->len; i++)
    choice->measures[i] = value;
  for (guint i = 0; i < card->aids->len; i++)
    choice->aids[i] = value;
}

static void
try_one (FramCardLayout *self, Choice *choice, gboolean *chosen, const GPtrArray *lines, guint i)
{
  if (i >= lines->len)
    return;
  chosen[i] = TRUE;
  if (build (self, choice) <= ROOM)
    return;
  chosen[i] = FALSE;
  g_ptr_array_add (self->left_out, ((const FramCardLine *)g_ptr_array_index (lines, i))->text);
}

/* Of each kind in turn, so that each is there; what is too much is left out whole. */
static void
fill (FramCardLayout *self, Choice *choice)
{
  const FramAdaptationCard *card = self->card;
  guint n = MAX (MAX (card->strengths->len, card->measures->len), card->aids->len);

  set_all (card, choice, FALSE);
  for (guint i = 0; i < n; i++)
    {
      try_one (self, choice, choice->strengths, card->strengths, i);
      try_one (self, choice, choice->measures, card->measures, i);
      try_one (self, choice, choice->aids, card->aids, i);
    }
  build (self, choice);
}

static void
choose (FramCardLayout *self)
{
  const FramAdaptationCard *card = self->card;
  g_autofree gboolean *strengths = g_new0 (gboolean, card->strengths->len + 1);
  g_autofree gboolean *measures = g_new0 (gboolean, card->measures->len + 1);
  g_autofree gboolean *aids = g_new0 (gboolean, card->aids->len + 1);
  Choice choice = { strengths, measures, aids };

  set_all (card, &choice, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      self->scale = scales[i];
      if (build (self, &choice) <= ROOM)
        return;
    }
  fill (self, &choice);
}

/* --- placing --- */

/* Little on the page gets more room above each; whom to ask stands at the bottom. */
static void
place (FramCardLayout *self)
{
  double used = self->head, can = 0, part, y = self->head;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const FramCardBlock *block = &g_array_index (self->blocks, FramCardBlock, i);

      used += block->above + block->height;
      can += block->grows;
    }
  part = can > 0 ? CLAMP ((ROOM - used) / can, 0, 1) : 0;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      FramCardBlock *block = &g_array_index (self->blocks, FramCardBlock, i);

      block->y = y + block->above + block->grows * part;
      if (block->kind == FRAM_CARD_ASK)
        block->y = MAX (block->y, ROOM - block->height);
      y = block->y + block->height;
    }
}

/* Takes the card. */
FramCardLayout *
fram_card_layout_new (FramAdaptationCard *card)
{
  FramCardLayout *self = g_new0 (FramCardLayout, 1);

  self->card = card;
  self->scale = 1;
  self->blocks = g_array_new (FALSE, TRUE, sizeof (FramCardBlock));
  self->left_out = g_ptr_array_new ();
  self->head = find_head (card);
  choose (self);
  place (self);
  return self;
}

void
fram_card_layout_free (FramCardLayout *self)
{
  fram_adaptation_card_free (self->card);
  g_array_unref (self->blocks);
  g_ptr_array_unref (self->left_out);
  g_free (self);
}
