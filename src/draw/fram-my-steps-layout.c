#include "fram-my-steps-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Which of what there is stands on the one page, and where. What does not fit is left out whole. */

#define ROOM      (FRAM_MY_FOOT - 20)
#define CHART     236.0
#define CHART_LOW 176.0

/* From so much free room on there are lines to write on, as many as fit. */
#define FREE_ROOM  150.0
#define MOST_LINES 9

/* Of very long texts so many lines. */
#define MOST_OF_TEXT 5

FramPageType
fram_my_type (const FramMyLayout *self, double size, PangoWeight weight, const FramColour *colour)
{
  return (FramPageType){ size, weight, PANGO_ALIGN_LEFT, self->rtl, 0, colour };
}

/**
 * fram_my_month_to_text:
 * @month: a month
 * @is_short: whether there is little room
 *
 * Returns: (transfer full): its name, or the first three letters of it
 */
char *
fram_my_month_to_text (const FramMyMonth *month, gboolean is_short)
{
  int year, number, day;
  const char *name;

  fram_date_get_ymd (month->first, &year, &number, &day);
  name = fram_month_name (number);
  return is_short ? g_utf8_substring (name, 0, MIN (3, g_utf8_strlen (name, -1))) : g_strdup (name);
}

static double
height_of (const FramMyLayout *self, const char *text, double size, PangoWeight weight, double width, int lines)
{
  FramPageType type = fram_my_type (self, size, weight, NULL);

  type.lines = lines;
  return fram_page_text_height (text, &type, width);
}

static void
add (FramMyLayout *self, FramMyBlockKind kind, const char *text, const char *detail, double above, double height,
     double grows)
{
  FramMyBlock block = { kind, text, detail, above, height, grows, 0 };

  g_array_append_val (self->blocks, block);
}

static void
add_headline (FramMyLayout *self, const char *text, gboolean tight)
{
  add (self, FRAM_MY_HEADLINE, text, NULL, tight ? 20 : 28,
       height_of (self, text, FRAM_MY_HEADING, PANGO_WEIGHT_BOLD, FRAM_MY_INNER, 0), 14);
}

static void
add_words (FramMyLayout *self, const char *text, double above)
{
  add (self, FRAM_MY_WORDS, text, NULL, above,
       height_of (self, text, FRAM_MY_BODY, PANGO_WEIGHT_NORMAL, FRAM_MY_INNER, 0), 6);
}

static void
add_step (FramMyLayout *self, const FramMyStep *step, gboolean tight)
{
  double width = FRAM_MY_INNER - FRAM_MY_INDENT;
  double height = height_of (self, step->title, FRAM_MY_LARGE, PANGO_WEIGHT_BOLD, width, MOST_OF_TEXT) +
                  height_of (self, step->detail, FRAM_MY_BODY, PANGO_WEIGHT_NORMAL, width, MOST_OF_TEXT);

  add (self, FRAM_MY_STEP, step->title, step->detail, tight ? 6 : 10, height + (tight ? 6 : 10), 10);
}

static void
add_seen (FramMyLayout *self, const char *text, gboolean tight)
{
  add (self, FRAM_MY_SEEN, text, NULL, tight ? 4 : 8,
       height_of (self, text, FRAM_MY_BODY, PANGO_WEIGHT_NORMAL, FRAM_MY_INNER - FRAM_MY_INDENT, MOST_OF_TEXT), 8);
}

/* Its three texts stand below each other in a frame. */
static void
add_milestone (FramMyLayout *self, gboolean tight)
{
  double width = FRAM_MY_INNER - FRAM_MY_TARGET - 50;
  double height = height_of (self, C_ ("my steps", "Next milestone"), FRAM_MY_SMALL, PANGO_WEIGHT_NORMAL, width, 1) +
                  height_of (self, self->steps->milestone, FRAM_MY_HEADING, PANGO_WEIGHT_BOLD, width, MOST_OF_TEXT) +
                  height_of (self, self->steps->meeting, FRAM_MY_BODY, PANGO_WEIGHT_NORMAL, width, 3);

  add (self, FRAM_MY_MILESTONE, self->steps->milestone, self->steps->meeting, tight ? 18 : 26, height + 40, 0);
}

static gboolean
has_hours (const FramMySteps *self)
{
  for (guint i = 0; i < self->months->len; i++)
    if (g_array_index (self->months, FramMyMonth, i).weekly_minutes > 0)
      return TRUE;
  return FALSE;
}

/* --- choosing --- */

/* What is on the page of what could be. */
typedef struct
{
  gboolean *steps;
  gboolean *seen;
  gboolean kind_words;
  gboolean tight;
} Choice;

static gboolean
any (const gboolean *chosen, guint n)
{
  for (guint i = 0; i < n; i++)
    if (chosen[i])
      return TRUE;
  return FALSE;
}

static void
add_steps (FramMyLayout *self, const Choice *choice)
{
  const FramMySteps *steps = self->steps;

  if (any (choice->steps, steps->steps->len))
    add_headline (self, C_ ("my steps", "Steps forward"), choice->tight);
  for (guint i = 0; i < steps->steps->len; i++)
    if (choice->steps[i])
      add_step (self, g_ptr_array_index (steps->steps, i), choice->tight);
  if (any (choice->seen, steps->seen->len))
    /* Translators: heading over what the leaders of the workshop have noticed; said to the participant in plain words */
    add_headline (self, C_ ("my steps", "This is what we saw in the workshop"), choice->tight);
  for (guint i = 0; i < steps->seen->len; i++)
    if (choice->seen[i])
      add_seen (self, g_ptr_array_index (steps->seen, i), choice->tight);
}

/* Nobody gets a page that says that there is nothing. */
static void
add_beginning (FramMyLayout *self, gboolean tight)
{
  add_headline (self, C_ ("my steps", "Steps forward"), tight);
  /* Translators: said to a participant of whom no step forward is written down yet; plain words, one idea to a line */
  add_words (self, C_ ("my steps", "You have begun. That is a step."), 10);
  add_words (self, C_ ("my steps", "Small steps count too."), 4);
  add_words (self, C_ ("my steps", "We write your next steps here."), 4);
}

static double
build (FramMyLayout *self, const Choice *choice)
{
  const FramMySteps *steps = self->steps;
  double height = self->head;

  g_array_set_size (self->blocks, 0);
  if (has_hours (steps))
    {
      add_headline (self, C_ ("my steps", "Hours a week"), choice->tight);
      add (self, FRAM_MY_CHART, NULL, NULL, 10, choice->tight ? CHART_LOW : CHART, 90);
    }
  if (steps->steps->len + steps->seen->len > 0)
    add_steps (self, choice);
  else
    add_beginning (self, choice->tight);
  if (choice->kind_words)
    add_words (self, steps->kind_words, 16);
  if (steps->milestone != NULL)
    add_milestone (self, choice->tight);
  for (guint i = 0; i < self->blocks->len; i++)
    height += g_array_index (self->blocks, FramMyBlock, i).above + g_array_index (self->blocks, FramMyBlock, i).height;
  return height;
}

/* Returns: whether it had room; else it is taken off again */
static gboolean
try_one (FramMyLayout *self, Choice *choice, gboolean *chosen)
{
  *chosen = TRUE;
  *chosen = build (self, choice) <= ROOM;
  return *chosen;
}

/* The newest first, steps and what was seen in turn, so that each of them is there.
 * Returns: how many had no room */
static guint
fill (FramMyLayout *self, Choice *choice)
{
  const FramMySteps *steps = self->steps;
  guint n = MAX (steps->steps->len, steps->seen->len), out = 0;

  memset (choice->steps, 0, sizeof (gboolean) * steps->steps->len);
  memset (choice->seen, 0, sizeof (gboolean) * steps->seen->len);
  choice->kind_words = FALSE;
  if (steps->kind_words != NULL)
    try_one (self, choice, &choice->kind_words);
  for (guint i = 0; i < n; i++)
    {
      if (i < steps->steps->len)
        out += !try_one (self, choice, &choice->steps[i]);
      if (i < steps->seen->len)
        out += !try_one (self, choice, &choice->seen[i]);
    }
  build (self, choice);
  return out;
}

static void
choose (FramMyLayout *self)
{
  g_autofree gboolean *steps = g_new0 (gboolean, self->steps->steps->len + 1);
  g_autofree gboolean *seen = g_new0 (gboolean, self->steps->seen->len + 1);
  Choice choice = { steps, seen, FALSE, FALSE };

  self->n_left_out = fill (self, &choice);
  if (self->n_left_out == 0 && (self->steps->kind_words == NULL || choice.kind_words))
    return;
  choice.tight = TRUE;
  self->n_left_out = fill (self, &choice);
}

/* --- placing --- */

static double
sum (const FramMyLayout *self, gboolean grows)
{
  double all = grows ? 0 : self->head;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const FramMyBlock *block = &g_array_index (self->blocks, FramMyBlock, i);

      all += grows ? block->grows : block->above + block->height;
    }
  return all;
}

/* Little on the page gets more room: the chart grows itself, the rest the room above. */
static void
grow (FramMyLayout *self)
{
  double can = sum (self, TRUE), part = can > 0 ? CLAMP ((ROOM - sum (self, FALSE)) / can, 0, 1) : 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      FramMyBlock *block = &g_array_index (self->blocks, FramMyBlock, i);

      if (block->kind == FRAM_MY_CHART)
        block->height += block->grows * part;
      else
        block->above += block->grows * part;
    }
}

/* A page with much room left is also the participant's to write on; the milestone stands at the bottom then. */
static void
add_own_words (FramMyLayout *self)
{
  double room = ROOM - sum (self, FALSE);
  FramMyBlock last = { 0 };
  gboolean has_milestone = self->steps->milestone != NULL;
  int lines;

  if (room < FREE_ROOM)
    return;
  if (has_milestone)
    {
      last = g_array_index (self->blocks, FramMyBlock, self->blocks->len - 1);
      g_array_set_size (self->blocks, self->blocks->len - 1);
    }
  add_headline (self, C_ ("my steps", "Here you can write yourself"), FALSE);
  lines = MIN ((int)((room - 70) / FRAM_MY_LINE), MOST_LINES);
  add (self, FRAM_MY_OWN_WORDS, NULL, NULL, 0, lines * FRAM_MY_LINE, 0);
  if (!has_milestone)
    return;
  g_array_append_val (self->blocks, last);
  g_array_index (self->blocks, FramMyBlock, self->blocks->len - 1).above += ROOM - sum (self, FALSE);
}

static void
place (FramMyLayout *self)
{
  double y = self->head;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      FramMyBlock *block = &g_array_index (self->blocks, FramMyBlock, i);

      block->y = y + block->above;
      y = block->y + block->height;
    }
}

/* --- the head --- */

/* Letters of the title: large, smaller where it is long. */
double
fram_my_title_size (const FramMyLayout *self)
{
  FramPageType type = fram_my_type (self, FRAM_MY_TITLE, PANGO_WEIGHT_ULTRABOLD, NULL);
  double width = fram_page_text_width (self->steps->title, &type), room = FRAM_MY_INNER - FRAM_MY_HOUSE - 20;

  return width > room ? MAX (FRAM_MY_TITLE * room / width, 30) : FRAM_MY_TITLE;
}

/* Name and period stand beside each other where they can. */
gboolean
fram_my_name_is_short (const FramMyLayout *self)
{
  FramPageType bold = fram_my_type (self, FRAM_MY_BODY, PANGO_WEIGHT_BOLD, NULL);
  FramPageType plain = fram_my_type (self, FRAM_MY_BODY, PANGO_WEIGHT_NORMAL, NULL);

  return fram_page_text_width (self->steps->name, &bold) + fram_page_text_width (self->steps->period, &plain) + 24 <
         FRAM_MY_INNER;
}

/* Below the title, and below what stands beside it. */
double
fram_my_name_y (const FramMyLayout *self)
{
  const FramMySteps *steps = self->steps;
  double title = height_of (self, steps->title, fram_my_title_size (self), PANGO_WEIGHT_ULTRABOLD,
                            FRAM_MY_INNER - FRAM_MY_HOUSE - 20, 2);
  double house = height_of (self, steps->house, FRAM_MY_SMALL, PANGO_WEIGHT_NORMAL, FRAM_MY_HOUSE, 2) +
                 height_of (self, steps->date, FRAM_MY_SMALL, PANGO_WEIGHT_NORMAL, FRAM_MY_HOUSE, 2);

  return FRAM_MY_TOP + MAX (title, house + 12);
}

static double
find_head (const FramMyLayout *self)
{
  const FramMySteps *steps = self->steps;
  double name = height_of (self, steps->name, FRAM_MY_BODY, PANGO_WEIGHT_BOLD, FRAM_MY_INNER, 3);

  if (!fram_my_name_is_short (self))
    name += height_of (self, steps->period, FRAM_MY_BODY, PANGO_WEIGHT_NORMAL, FRAM_MY_INNER, 2);
  return fram_my_name_y (self) + name;
}

/* Takes the sheet. */
FramMyLayout *
fram_my_layout_new (FramMySteps *steps)
{
  FramMyLayout *self = g_new0 (FramMyLayout, 1);

  self->steps = steps;
  self->rtl = fram_my_steps_is_rtl (steps);
  self->blocks = g_array_new (FALSE, TRUE, sizeof (FramMyBlock));
  self->head = find_head (self);
  choose (self);
  grow (self);
  add_own_words (self);
  place (self);
  return self;
}
