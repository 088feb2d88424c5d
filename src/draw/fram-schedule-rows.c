#include "fram-schedule-draw-private.h"

#include <string.h>

/* What of a block's text finds room: its title first, then when, then the rest by weight. Where lines are left over, long
 * texts go on in the next one. */

#define TITLE_ROW 17.0
#define TEXT_ROW  16.0
#define LEAST     3 /* letters on either side of a word that is divided */

static void
row_clear (gpointer data)
{
  g_clear_pointer (&((FramScheduleRow *)data)->text, g_free);
  g_clear_pointer (&((FramScheduleRow *)data)->after, g_free);
}

double
fram_schedule_row_height (gboolean is_title, double scale)
{
  return (is_title ? TITLE_ROW : TEXT_ROW) * scale;
}

static FramTextType
type_of (gboolean is_title, double scale, gboolean exact)
{
  return (FramTextType){ (is_title ? FRAM_SCHEDULE_TITLE : FRAM_SCHEDULE_TEXT) * scale, is_title, exact };
}

static gboolean
fits (const char *text, gboolean is_title, double width, double scale, gboolean exact)
{
  FramTextType type = type_of (is_title, scale, exact);

  return fram_drawn_text_width (text, &type) <= width;
}

static void
add_row (GArray *rows, const char *text, gboolean is_title)
{
  FramScheduleRow row = { g_strdup (text), is_title, NULL };

  g_array_append_val (rows, row);
}

/* --- texts in the order of their weight --- */

static void
add_text (GPtrArray *texts, const char *text)
{
  if (text != NULL && text[0] != '\0')
    g_ptr_array_add (texts, g_strdup (text));
}

/* A line may say the time itself, "09–12 · Room 1": what stands behind it, and whether anything does. */
static const char *
without_times (const FramScheduleBlock *block, const char *line)
{
  g_autofree char *times = fram_time_range_to_text (block->starts, block->ends);
  const char *rest = line + strlen (times);

  if (block->starts == FRAM_TIME_NONE || !g_str_has_prefix (line, times))
    return line;
  if (g_str_has_prefix (rest, " · "))
    return rest + strlen (" · ");
  return *rest == '\0' ? rest : line;
}

/* The lines without times, and where among them the times stand: where a line says them, else first, but of what is called
 * off after that it is. */
static GPtrArray *
lines_of (const FramScheduleBlock *block, guint *times_at)
{
  GPtrArray *lines = g_ptr_array_new ();
  gboolean off = block->style == FRAM_SCHEDULE_CANCELLED || block->style == FRAM_SCHEDULE_AWAY, said = FALSE;

  for (guint i = 0; block->lines != NULL && block->lines[i] != NULL; i++)
    {
      const char *line = without_times (block, block->lines[i]);

      if (line != block->lines[i] && !said)
        {
          *times_at = lines->len;
          said = TRUE;
        }
      if (line[0] != '\0')
        g_ptr_array_add (lines, (gpointer)line);
    }
  if (!said)
    *times_at = off ? MIN (lines->len, 1) : 0;
  return lines;
}

/* The place stands behind the times where there is room for both. */
static GPtrArray *
collect (const FramScheduleBlock *block, double width, double scale, gboolean exact)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  guint times_at = 0;
  g_autoptr (GPtrArray) lines = lines_of (block, &times_at);
  g_autofree char *times =
      block->starts != FRAM_TIME_NONE ? fram_time_range_to_text (block->starts, block->ends) : NULL;

  for (guint i = 0; i <= lines->len; i++)
    {
      const char *line = i < lines->len ? g_ptr_array_index (lines, i) : NULL;
      g_autofree char *both =
          i == times_at && times != NULL && line != NULL ? g_strdup_printf ("%s · %s", times, line) : NULL;

      if (both != NULL && fits (both, FALSE, width, scale, exact))
        {
          add_text (texts, both);
          continue;
        }
      if (i == times_at)
        add_text (texts, times);
      add_text (texts, line);
    }
  return texts;
}

/* --- going on in the next line --- */

static gboolean
is_vowel (gunichar c)
{
  c = g_unichar_tolower (c);
  return g_utf8_strchr ("aeiouyåäöéèü", -1, c) != NULL;
}

/* "gr", "kl": what is spoken together is not parted. */
static gboolean
is_onset (gunichar a, gunichar b)
{
  a = g_unichar_tolower (a);
  b = g_unichar_tolower (b);
  return (b == 'r' && g_utf8_strchr ("bdfgkpt", -1, a) != NULL) || (b == 'l' && g_utf8_strchr ("bfgkp", -1, a) != NULL);
}

/* Before a consonant that a vowel follows, or before two that are spoken together. */
static gboolean
may_divide (const char *at)
{
  gunichar before = g_utf8_get_char (g_utf8_prev_char (at)), c = g_utf8_get_char (at);
  const char *next = g_utf8_next_char (at);

  if (!g_unichar_isalpha (before) || !g_unichar_isalpha (c) || is_vowel (c))
    return FALSE;
  if (is_vowel (g_utf8_get_char (next)))
    return !is_onset (before, c);
  return is_onset (c, g_utf8_get_char (next)) && is_vowel (g_utf8_get_char (g_utf8_next_char (next)));
}

/* Where a word can be divided so that the first part fits; 0 for nowhere. */
static gsize
divide (const char *word, gboolean is_title, double width, double scale, gboolean exact)
{
  const char *space = strchr (word, ' ');
  glong n = g_utf8_strlen (word, space != NULL ? space - word : -1);

  for (glong i = n - LEAST; i >= LEAST; i--)
    {
      const char *at = g_utf8_offset_to_pointer (word, i);
      g_autofree char *first = g_strdup_printf ("%.*s-", (int)(at - word), word);

      if (may_divide (at) && fits (first, is_title, width, scale, exact))
        return (gsize)(at - word);
    }
  return 0;
}

/* The end of a part after which a line may end: before a space, behind a dash. */
static const char *
next_end (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (*text == ' ')
      return text;
    else if (g_str_has_prefix (text, "–"))
      return g_utf8_next_char (text);
  return NULL;
}

/* Takes as much of @text as fits in one line; the answer is where it goes on, %NULL where it does not have to. */
static const char *
take_line (const char *text, gboolean is_title, double width, double scale, gboolean exact, char **line)
{
  const char *best = NULL;
  gsize n;

  if (fits (text, is_title, width, scale, exact))
    {
      *line = g_strdup (text);
      return NULL;
    }
  for (const char *end = next_end (text); end != NULL; end = next_end (end + 1))
    {
      g_autofree char *part = g_strndup (text, (gsize)(end - text));

      if (!fits (part, is_title, width, scale, exact))
        break;
      best = end;
    }
  if (best != NULL && *best != '\0')
    {
      *line = g_strndup (text, (gsize)(best - text));
      return *best == ' ' ? best + 1 : best;
    }
  n = divide (text, is_title, width, scale, exact);
  *line = n > 0 ? g_strdup_printf ("%.*s-", (int)n, text) : g_strdup (text);
  return n > 0 ? text + n : NULL;
}

/* In as many rows as @spare leaves, the last one as long as it is. */
static void
add_wrapped (GArray *rows, const char *text, gboolean is_title, double width, double scale, gboolean exact,
             guint *spare)
{
  while (text != NULL && *spare > 0)
    {
      g_autofree char *line = NULL;

      text = take_line (text, is_title, width, scale, exact, &line);
      add_row (rows, line, is_title);
      if (text == NULL)
        return;
      *spare -= 1;
    }
  if (text != NULL)
    add_row (rows, text, is_title);
}

/* One line only: the title, and the times behind it where they fit. */
static void
add_short (GArray *rows, const FramScheduleBlock *block, double width, double scale, gboolean exact)
{
  g_autofree char *times = block->starts != FRAM_TIME_NONE ? fram_time_range_to_text (block->starts, block->ends)
                           : block->lines != NULL          ? g_strdup (block->lines[0])
                                                           : NULL;
  FramTextType bold = type_of (TRUE, scale, exact), plain = type_of (FALSE, scale, exact);

  add_row (rows, block->title, TRUE);
  if (times != NULL &&
      fram_drawn_text_width (block->title, &bold) + fram_drawn_text_width (times, &plain) + 6 * scale <= width)
    g_array_index (rows, FramScheduleRow, 0).after = g_steal_pointer (&times);
}

/* "09.30–": when it begins, where there is no room for when it ends; %NULL where there is none for that either: then its
 * box alone says it. */
static char *
shortened (const char *text, gboolean may_wrap, double width, double scale, gboolean exact)
{
  const char *dash = g_ascii_isdigit (text[0]) ? strstr (text, "–") : NULL;
  g_autofree char *begins = NULL;

  if (dash == NULL || fits (text, FALSE, width, scale, exact))
    return g_strdup (text);
  begins = g_strndup (text, (gsize)(g_utf8_next_char (dash) - text));
  if (!fits (begins, FALSE, width, scale, exact))
    return NULL;
  return may_wrap ? g_strdup (text) : g_steal_pointer (&begins);
}

/* What of a text could not be shown goes to those who have room for it elsewhere. */
static void
note_rest (GString *rest, const char *text)
{
  if (rest != NULL)
    g_string_append_printf (rest, "%s%s", rest->len > 0 ? " · " : "", text);
}

/**
 * fram_schedule_rows:
 * @block: a block
 * @width: what there is
 * @height: likewise
 * @scale: size of letters
 * @exact: whether it is for paper
 * @rest: (nullable): takes the texts for which there is no room, or not all of it
 *
 * Returns: (transfer full) (element-type FramScheduleRow): its text in rows that fit the height
 */
GArray *
fram_schedule_rows (const FramScheduleBlock *block, double width, double height, double scale, gboolean exact,
                    GString *rest)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (FramScheduleRow));
  g_autoptr (GPtrArray) texts = collect (block, width, scale, exact);
  guint room = 1 + (guint)MAX ((height - TITLE_ROW * scale) / (TEXT_ROW * scale), 0), spare;

  g_array_set_clear_func (rows, row_clear);
  spare = room - MIN (room, 1 + texts->len);
  spare = MAX (spare, room >= 5   ? 2
                      : room >= 3 ? 1
                                  : 0); /* a title that can be read is worth more than the last lines */
  if (room == 1)
    add_short (rows, block, width, scale, exact);
  else
    add_wrapped (rows, block->title, TRUE, width, scale, exact, &spare);
  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);
      g_autofree char *shown = NULL;

      spare = rows->len < room ? MIN (spare, room - rows->len - 1) : 0;
      shown = shortened (text, spare > 0, width, scale, exact);
      if (rows->len >= room || shown == NULL)
        {
          note_rest (rest, text);
          continue;
        }
      add_wrapped (rows, shown, FALSE, width, scale, exact, &spare);
      if (!g_str_equal (shown, text) ||
          !fits (g_array_index (rows, FramScheduleRow, rows->len - 1).text, FALSE, width, scale, exact))
        note_rest (rest, text);
    }
  return rows;
}
