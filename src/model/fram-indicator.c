#include "fram-indicator.h"

#include "fram-text.h"

#include <string.h>

/* A set of indicators as it is edited. Further languages of a question are lines of one text, so that the register needs
 * no table of its own for them: "so=…" is the question, "so.anchors=…;…" its ends. */

static void
draft_free (gpointer data)
{
  FramIndicatorDraft *self = data;

  g_free (self->name_sv);
  g_free (self->name_en);
  g_free (self->anchors_sv);
  g_free (self->anchors_en);
  g_free (self->languages);
  g_free (self);
}

/**
 * fram_indicator_set_new:
 *
 * Returns: (transfer full): a scale from 1 to 5 without questions
 */
FramIndicatorSet *
fram_indicator_set_new (void)
{
  FramIndicatorSet *self = g_new0 (FramIndicatorSet, 1);

  self->version = 1;
  self->lowest = 1;
  self->highest = 5;
  self->indicators = g_ptr_array_new_with_free_func (draft_free);
  return self;
}

void
fram_indicator_set_free (FramIndicatorSet *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->name_sv);
  g_free (self->name_en);
  g_ptr_array_unref (self->indicators);
  g_free (self);
}

/**
 * fram_indicator_set_add:
 * @self: a set
 *
 * Returns: (transfer none): a question at the end, which both sides rate
 */
FramIndicatorDraft *
fram_indicator_set_add (FramIndicatorSet *self)
{
  FramIndicatorDraft *draft = g_new0 (FramIndicatorDraft, 1);

  draft->raters = FRAM_RATERS_BOTH;
  g_ptr_array_add (self->indicators, draft);
  return draft;
}

static void
copy_draft (const FramIndicatorDraft *from, FramIndicatorDraft *to)
{
  *to = *from;
  to->name_sv = g_strdup (from->name_sv);
  to->name_en = g_strdup (from->name_en);
  to->anchors_sv = g_strdup (from->anchors_sv);
  to->anchors_en = g_strdup (from->anchors_en);
  to->languages = g_strdup (from->languages);
}

FramIndicatorSet *
fram_indicator_set_copy (const FramIndicatorSet *self)
{
  FramIndicatorSet *copy = fram_indicator_set_new ();
  GPtrArray *indicators = copy->indicators;

  *copy = *self;
  copy->code = g_strdup (self->code);
  copy->name_sv = g_strdup (self->name_sv);
  copy->name_en = g_strdup (self->name_en);
  copy->indicators = indicators;
  for (guint i = 0; i < self->indicators->len; i++)
    copy_draft (g_ptr_array_index (self->indicators, i), fram_indicator_set_add (copy));
  return copy;
}

/**
 * fram_indicator_set_find:
 * @self: a set
 * @id: a question
 *
 * Returns: (transfer none) (nullable): that question
 */
const FramIndicatorDraft *
fram_indicator_set_find (const FramIndicatorSet *self, const FramUuid *id)
{
  for (guint i = 0; i < self->indicators->len; i++)
    {
      const FramIndicatorDraft *draft = g_ptr_array_index (self->indicators, i);

      if (!fram_uuid_is_none (id) && fram_uuid_equal (&draft->id, id))
        return draft;
    }
  return NULL;
}

/**
 * fram_indicator_set_move:
 * @self: a set
 * @from: place of a question
 * @to: its new place
 */
void
fram_indicator_set_move (FramIndicatorSet *self, guint from, guint to)
{
  gpointer draft;

  g_return_if_fail (from < self->indicators->len && to < self->indicators->len);
  draft = g_ptr_array_steal_index (self->indicators, from);
  g_ptr_array_insert (self->indicators, (int)to, draft);
}

const char *
fram_indicator_set_get_name (const FramIndicatorSet *self)
{
  return fram_text_is_swedish () ? self->name_sv : self->name_en;
}

const char *
fram_indicator_get_name (const FramIndicatorDraft *self)
{
  return fram_text_is_swedish () ? self->name_sv : self->name_en;
}

/**
 * fram_indicator_set_code_of_name:
 * @name: a name
 *
 * Returns: (transfer full): the code of a new set of that name: a to z, digits and single hyphens
 */
char *
fram_indicator_set_code_of_name (const char *name)
{
  g_autofree char *folded = fram_text_fold (name);
  GString *code = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (code, *p);
    else if (code->len > 0 && code->str[code->len - 1] != '-')
      g_string_append_c (code, '-');
  g_string_truncate (code, MIN (code->len, 40));
  while (code->len > 0 && code->str[code->len - 1] == '-')
    g_string_truncate (code, code->len - 1);
  return g_string_free (code, FALSE);
}

/**
 * fram_anchors_split:
 * @anchors: (nullable): texts of the lowest and the highest value, ";" between
 * @low: (out) (transfer full): the first
 * @high: (out) (transfer full): the second
 *
 * Returns: whether there are two, neither of them empty
 */
gboolean
fram_anchors_split (const char *anchors, char **low, char **high)
{
  g_auto (GStrv) parts = g_strsplit (anchors != NULL ? anchors : "", ";", -1);
  guint n = g_strv_length (parts);

  *low = g_strdup (n > 0 ? g_strstrip (parts[0]) : "");
  *high = g_strdup (n > 1 ? g_strstrip (parts[1]) : "");
  return n == 2 && **low != '\0' && **high != '\0';
}

/**
 * fram_anchors_join:
 * @low: text of the lowest value
 * @high: of the highest
 *
 * Returns: (transfer full) (nullable): both in one text, %NULL where both are empty
 */
char *
fram_anchors_join (const char *low, const char *high)
{
  g_autofree char *a = g_strstrip (g_strdup (low)), *b = g_strstrip (g_strdup (high));

  return *a == '\0' && *b == '\0' ? NULL : g_strdup_printf ("%s;%s", a, b);
}

/* "so" or "so.anchors" of a line, or NULL */
static char *
key_of_line (const char *line)
{
  const char *end = strchr (line, '=');

  return end != NULL ? g_strndup (line, (gsize)(end - line)) : NULL;
}

static char *
make_key (const char *language, gboolean anchors)
{
  return g_strconcat (language, anchors ? ".anchors" : NULL, NULL);
}

/**
 * fram_indicator_get_language:
 * @self: a question
 * @language: code of a further language
 * @anchors: its ends, else the question
 *
 * Returns: (transfer full) (nullable): the text in that language
 */
char *
fram_indicator_get_language (const FramIndicatorDraft *self, const char *language, gboolean anchors)
{
  g_autofree char *wanted = make_key (language, anchors);
  g_auto (GStrv) lines = g_strsplit (self->languages != NULL ? self->languages : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *key = key_of_line (lines[i]);

      if (g_strcmp0 (key, wanted) == 0)
        return g_strdup (lines[i] + strlen (key) + 1);
    }
  return NULL;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
put_line (FramIndicatorDraft *self, const char *language, gboolean anchors, const char *text)
{
  g_autofree char *wanted = make_key (language, anchors);
  g_auto (GStrv) lines = g_strsplit (self->languages != NULL ? self->languages : "", "\n", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *key = key_of_line (lines[i]);

      if (key != NULL && strcmp (key, wanted) != 0)
        g_ptr_array_add (kept, g_strdup (lines[i]));
    }
  if (text != NULL && *text != '\0')
    g_ptr_array_add (kept, g_strdup_printf ("%s=%s", wanted, text));
  g_ptr_array_sort (kept, compare_lines);
  g_free (self->languages);
  g_ptr_array_add (kept, NULL);
  self->languages = kept->len > 1 ? g_strjoinv ("\n", (GStrv)kept->pdata) : NULL;
}

/**
 * fram_indicator_set_language:
 * @self: a question
 * @language: code of a further language
 * @name: (nullable): the question in it, %NULL to take the language away
 * @anchors: (nullable): its ends
 */
void
fram_indicator_set_language (FramIndicatorDraft *self, const char *language, const char *name, const char *anchors)
{
  put_line (self, language, FALSE, name);
  put_line (self, language, TRUE, name != NULL ? anchors : NULL);
}

/**
 * fram_indicator_list_languages:
 * @self: a question
 *
 * Returns: (transfer full): codes of its further languages, in order
 */
GStrv
fram_indicator_list_languages (const FramIndicatorDraft *self)
{
  g_auto (GStrv) lines = g_strsplit (self->languages != NULL ? self->languages : "", "\n", -1);
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *key = key_of_line (lines[i]);

      if (key != NULL && !g_str_has_suffix (key, ".anchors"))
        g_ptr_array_add (codes, key);
      else
        g_free (key);
    }
  g_ptr_array_add (codes, NULL);
  return (GStrv)g_ptr_array_free (codes, FALSE);
}

/**
 * fram_language_code_is_valid:
 * @code: (nullable): code of a further language
 *
 * Returns: whether it is two or three letters, and no language that every question has anyway
 */
gboolean
fram_language_code_is_valid (const char *code)
{
  gsize n = code != NULL ? strlen (code) : 0;

  if (n < 2 || n > 3 || strcmp (code, "sv") == 0 || strcmp (code, "en") == 0)
    return FALSE;
  return strspn (code, "abcdefghijklmnopqrstuvwxyz") == n;
}

/**
 * fram_raters_to_codes:
 * @raters: bits of the raters
 *
 * Returns: (transfer full): their codes with ";" between, as the column `rated_by` has them
 */
char *
fram_raters_to_codes (guint raters)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < FRAM_N_RATERS; i++)
    if (raters & (1u << i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ";" : "", fram_rater_get_code ((FramRater)i));
  return g_string_free (text, FALSE);
}
