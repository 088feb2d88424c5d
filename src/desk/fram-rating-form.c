#include "fram-desk-rating.h"

#include <string.h>

/* The languages of a form. */

/* (transfer full) (nullable): what stands after "key=" in one of the lines */
static char *
find_line (const char *lines, const char *language, const char *ending)
{
  g_autofree char *key = g_strconcat (language, ending, "=", NULL);
  g_auto (GStrv) all = g_strsplit (lines != NULL ? lines : "", "\n", -1);

  for (guint i = 0; all[i] != NULL; i++)
    if (g_str_has_prefix (all[i], key) && all[i][strlen (key)] != '\0')
      return g_strdup (all[i] + strlen (key));
  return NULL;
}

static gboolean
has_language (const FramRatingForm *self, const char *language)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      const FramQuestion *question = g_ptr_array_index (self->questions, i);
      g_autofree char *name = find_line (question->languages, language, "");

      if (name == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * fram_rating_form_get_languages:
 * @self: a form with its questions
 *
 * Returns: (transfer full): codes of the languages that every question has beside the reader's, in the order of the first
 *   question
 */
GStrv
fram_rating_form_get_languages (const FramRatingForm *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const FramQuestion *first = self->questions->len > 0 ? g_ptr_array_index (self->questions, 0) : NULL;
  g_auto (GStrv) lines = g_strsplit (first != NULL && first->languages != NULL ? first->languages : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *equals = strchr (lines[i], '=');
      g_autofree char *language = equals != NULL ? g_strndup (lines[i], (gsize)(equals - lines[i])) : NULL;

      if (language != NULL && strchr (language, '.') == NULL && has_language (self, language))
        g_strv_builder_add (builder, language);
    }
  return g_strv_builder_end (builder);
}

/**
 * fram_question_get_text:
 * @self: a question
 * @language: (nullable): a code, %NULL for the reader's
 * @name: (out) (transfer full): the question
 * @low: (out) (transfer full) (nullable): text of the lowest value
 * @high: (out) (transfer full) (nullable): text of the highest
 *
 * What is not there in the language stands in the reader's; the two ends are of one language.
 */
void
fram_question_get_text (const FramQuestion *self, const char *language, char **name, char **low, char **high)
{
  g_autofree char *anchors = language != NULL ? find_line (self->languages, language, ".anchors") : NULL;
  const char *first = anchors != NULL ? strchr (anchors, ';') : NULL;
  const char *last = anchors != NULL ? strrchr (anchors, ';') : NULL;

  *name = language != NULL ? find_line (self->languages, language, "") : NULL;
  if (*name == NULL)
    *name = g_strdup (self->name);
  *low = first != NULL ? g_strstrip (g_strndup (anchors, (gsize)(first - anchors))) : g_strdup (self->low);
  *high = last != NULL ? g_strstrip (g_strdup (last + 1)) : g_strdup (self->high);
}
