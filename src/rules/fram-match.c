#include "fram-match.h"

#include "fram-text.h"

#include <string.h>

/* Hours a week from which nobody asks for fewer. */
#define FULL_WEEK (40 * 60)
/* The area of adaptation that is about hours. */
#define AREA_HOURS "arbetstid"
/* Shorter words say nothing about a place. */
#define LEAST_LETTERS 3
/* From so many letters on a word is the beginning of a compound: "trädgård", "trädgårdshandel". */
#define LEAST_STEM 4

static gboolean
is_taken_on (const FramTaken *taken, FramDate day)
{
  return taken->from <= day && (taken->to == FRAM_DATE_NONE || taken->to >= day);
}

/**
 * fram_taken_on:
 * @taken: (element-type FramTaken): stays at a place
 * @day: a day
 *
 * Returns: how many are there that day
 */
int
fram_taken_on (const GArray *taken, FramDate day)
{
  int n = 0;

  for (guint i = 0; i < taken->len; i++)
    n += is_taken_on (&g_array_index (taken, FramTaken, i), day);
  return n;
}

/**
 * fram_taken_most:
 * @taken: (element-type FramTaken): stays at a place
 * @from: first day
 * @to: last day, or %FRAM_DATE_NONE for no end
 * @when: (out) (optional): the first day on which so many are there
 *
 * Returns: how many are there on the fullest of those days
 */
int
fram_taken_most (const GArray *taken, FramDate from, FramDate to, FramDate *when)
{
  FramDate fullest = from;
  int most = fram_taken_on (taken, from);

  /* it grows only on first days */
  for (guint i = 0; i < taken->len; i++)
    {
      FramDate day = g_array_index (taken, FramTaken, i).from;
      int n = day > from && (to == FRAM_DATE_NONE || day <= to) ? fram_taken_on (taken, day) : 0;

      if (n > most || (n == most && day > from && day < fullest))
        {
          most = n;
          fullest = day;
        }
    }
  if (when != NULL)
    *when = fullest;
  return most;
}

/**
 * fram_taken_next_free:
 * @taken: (element-type FramTaken): stays at a place
 * @capacity: people at the same time, -1 where nothing is agreed
 * @from: a day
 *
 * Returns: the first day from @from on with room; %FRAM_DATE_NONE where nobody's last day is known
 */
FramDate
fram_taken_next_free (const GArray *taken, int capacity, FramDate from)
{
  FramDate first = FRAM_DATE_NONE;

  if (capacity < 0 || fram_taken_on (taken, from) < capacity)
    return from;
  /* it shrinks only after last days */
  for (guint i = 0; i < taken->len; i++)
    {
      FramDate to = g_array_index (taken, FramTaken, i).to;

      if (to != FRAM_DATE_NONE && to >= from && (first == FRAM_DATE_NONE || to + 1 < first) &&
          fram_taken_on (taken, to + 1) < capacity)
        first = to + 1;
    }
  return first;
}

void
fram_match_free (FramMatch *self)
{
  g_strfreev (self->words);
  g_strfreev (self->fields);
  g_strfreev (self->met);
  g_strfreev (self->missing);
  g_free (self);
}

/* Words that stand in every wish, folded. */
static gboolean
says_nothing (const char *word)
{
  static const char *const fillers[] = {
    "och", "eller", "med",  "som",  "vid", "nara", "garna", "helst",  "inte",  "nagot", "ett",    "det",     "den",
    "att", "for",   "kan",  "vill", "jag", "pa",   "inom",  "arbete", "jobb",  "plats", "extern", "praktik", "and",
    "or",  "with",  "near", "the",  "not", "any",  "some",  "work",   "place", "job",   "would",  "like",    "prova",
  };

  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (strcmp (word, fillers[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Letters and figures stay; everything else parts words. */
static char *
plain (const char *text)
{
  g_autofree char *folded = fram_text_fold (text);
  GString *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
    else
      g_string_append_c (out, ' ');
  return g_string_free (out, FALSE);
}

/**
 * fram_match_split:
 * @wish: (nullable): a wish as it was written
 *
 * Returns: (transfer full): its words that can say something about a place, folded, each once
 */
GStrv
fram_match_split (const char *wish)
{
  g_autofree char *text = plain (wish);
  g_auto (GStrv) all = g_strsplit (text, " ", -1);
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (g_utf8_strlen (all[i], -1) >= LEAST_LETTERS && !says_nothing (all[i]) &&
        !g_ptr_array_find_with_equal_func (words, all[i], g_str_equal, NULL))
      g_ptr_array_add (words, g_strdup (all[i]));
  g_ptr_array_add (words, NULL);
  return (GStrv)g_ptr_array_free (words, FALSE);
}

/* "trädgård" and "trädgårdshandel" are about the same; "and" and "anders" are not. */
static gboolean
is_kin (const char *a, const char *b)
{
  if (strcmp (a, b) == 0)
    return TRUE;
  return (g_utf8_strlen (a, -1) >= LEAST_STEM && g_str_has_prefix (b, a)) ||
         (g_utf8_strlen (b, -1) >= LEAST_STEM && g_str_has_prefix (a, b));
}

/**
 * fram_match_has_word:
 * @folded_text: what is said of a place, folded
 * @word: a word of a wish, folded
 *
 * Returns: whether the text has the word, or one of which either is the beginning
 */
gboolean
fram_match_has_word (const char *folded_text, const char *word)
{
  g_autofree char *text = plain (folded_text);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0' && is_kin (word, words[i]))
      return TRUE;
  return FALSE;
}

/* Those of @wanted that are among @there, or that are not. */
static GStrv
common (const char *const *wanted, const char *const *there, gboolean among)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; wanted != NULL && wanted[i] != NULL; i++)
    if (g_strv_contains (there, wanted[i]) == among)
      g_ptr_array_add (codes, g_strdup (wanted[i]));
  g_ptr_array_add (codes, NULL);
  return (GStrv)g_ptr_array_free (codes, FALSE);
}

static GStrv
words_of (const FramMatchWish *wish, const char *text)
{
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; wish->words != NULL && wish->words[i] != NULL; i++)
    if (fram_match_has_word (text, wish->words[i]))
      g_ptr_array_add (words, g_strdup (wish->words[i]));
  g_ptr_array_add (words, NULL);
  return (GStrv)g_ptr_array_free (words, FALSE);
}

static FramMatch *
match (const FramMatchWish *wish, const FramMatchPlace *place, guint nth)
{
  FramMatch *self = g_new0 (FramMatch, 1);

  self->place = nth;
  self->words = words_of (wish, place->text);
  self->fields = common (wish->fields, place->fields, TRUE);
  self->met = common (wish->areas, place->areas, TRUE);
  self->missing = common (wish->areas, place->areas, FALSE);
  self->part_time = wish->weekly_minutes > 0 && wish->weekly_minutes < FULL_WEEK &&
                    g_strv_contains (place->areas, AREA_HOURS) &&
                    !g_strv_contains ((const char *const *)self->met, AREA_HOURS);
  self->free_from = place->free_from;
  return self;
}

/* 0 where it answers the wish, 1 where it does not. */
static int
rank_of_wish (const FramMatch *match)
{
  return match->fields[0] == NULL && match->words[0] == NULL;
}

static int
compare_dates (FramDate a, FramDate b)
{
  if (a == b)
    return 0;
  if (a == FRAM_DATE_NONE || b == FRAM_DATE_NONE)
    return a == FRAM_DATE_NONE ? 1 : -1;
  return a < b ? -1 : 1;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const FramMatch *x = *(const FramMatch *const *)a, *y = *(const FramMatch *const *)b;
  const FramMatchPlace *places = data;
  int order = rank_of_wish (x) - rank_of_wish (y);

  if (order == 0)
    order = (x->fields[0] == NULL) - (y->fields[0] == NULL);
  /* what is lacking counts for more than when: an adaptation that is not there keeps somebody away */
  if (order == 0)
    order = (int)g_strv_length (x->missing) - (int)g_strv_length (y->missing);
  if (order == 0)
    order = compare_dates (x->free_from, y->free_from);
  return order != 0 ? order : g_strcmp0 (places[x->place].sort_key, places[y->place].sort_key);
}

/**
 * fram_match_places:
 * @wish: what is looked for
 * @places: (array length=n_places): places in use
 * @n_places: how many
 *
 * Those that answer the wish come first, by kind of work before single words; then those where least is lacking of what
 * has to be adapted; then those that are free soonest; then by name. All places are in the answer: who looks decides.
 *
 * Returns: (transfer full) (element-type FramMatch): the places in that order, each with why
 */
GPtrArray *
fram_match_places (const FramMatchWish *wish, const FramMatchPlace *places, guint n_places)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_match_free);

  for (guint i = 0; i < n_places; i++)
    g_ptr_array_add (matches, match (wish, &places[i], i));
  g_ptr_array_sort_with_data (matches, compare, (gpointer)places);
  return matches;
}

#define LONGEST_WEEKS 104

/**
 * fram_match_weeks:
 * @setting: (nullable): the programme's setting `external_follow_up_weeks`, "2;6;12"; what is no number from 1 to 104 is
 *   passed over
 *
 * Returns: (transfer full) (element-type int): after how many weeks a placement is followed up; 2, 6 and 12 where the
 *   programme says nothing
 */
GArray *
fram_match_weeks (const char *setting)
{
  GArray *weeks = g_array_new (FALSE, FALSE, sizeof (int));
  g_auto (GStrv) words = g_strsplit (setting != NULL ? setting : "2;6;12", ";", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 number = 0;
      int week;

      if (!fram_int_parse (g_strstrip (words[i]), &number) || number < 1 || number > LONGEST_WEEKS)
        continue;
      week = (int)number;
      g_array_append_val (weeks, week);
    }
  return weeks;
}
