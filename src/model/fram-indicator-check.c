#include "fram-indicator.h"

#include "fram-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whether a set can be answered, and in what two versions of it differ. */

#define MOST_QUESTIONS 40
#define LONGEST_NAME   300
#define LONGEST_CODE   40

G_GNUC_PRINTF (2, 3) static gboolean refuse (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (FRAM_ERROR, FRAM_ERROR_INVALID, format, args);
  va_end (args);
  return FALSE;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || text[strspn (text, " \t")] == '\0';
}

/* One line of text of a reasonable length. */
static gboolean
is_line (const char *text)
{
  if (g_utf8_strlen (text, -1) > LONGEST_NAME)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static gboolean
check_line (const char *text, guint question, GError **error)
{
  if (text == NULL || is_line (text))
    return TRUE;
  if (question == 0)
    return refuse (error, _ ("The name of the set must be one line of at most %d characters."), LONGEST_NAME);
  return refuse (error, _ ("Question %u: every text must be one line of at most %d characters."), question,
                 LONGEST_NAME);
}

static gboolean
check_code (const char *code, GError **error)
{
  gsize n = code != NULL ? strlen (code) : 0;

  if (n > 0 && n <= LONGEST_CODE && strspn (code, "abcdefghijklmnopqrstuvwxyz0123456789-") == n && code[0] != '-' &&
      code[n - 1] != '-')
    return TRUE;
  return refuse (error, _ ("“%s” is no code of a set: use the letters a to z, digits and hyphens."),
                 code != NULL ? code : "");
}

static gboolean
check_head (const FramIndicatorSet *self, GError **error)
{
  if (is_empty (self->name_sv) || is_empty (self->name_en))
    return refuse (error, _ ("Write the name of the set in Swedish and in English."));
  if (self->every_days < 0 || self->every_days > 730)
    return refuse (error, _ ("A new talk is due after 1 to 730 days, or 0 for no interval."));
  if (!self->is_agenda && (self->lowest < 1 || self->highest > FRAM_SCALE_HIGHEST || self->lowest >= self->highest))
    return refuse (error, _ ("The scale %d to %d cannot be used: it goes from 1 or higher up to at most %d."),
                   self->lowest, self->highest, FRAM_SCALE_HIGHEST);
  return check_line (self->name_sv, 0, error) && check_line (self->name_en, 0, error);
}

static gboolean
check_anchors (const char *anchors, guint question, GError **error)
{
  g_autofree char *low = NULL, *high = NULL;

  if (anchors == NULL || fram_anchors_split (anchors, &low, &high))
    return check_line (anchors, question, error);
  return refuse (error, _ ("Question %u: say what both the lowest and the highest value mean, without semicolons."),
                 question);
}

static gboolean
check_languages (const FramIndicatorDraft *draft, guint question, GError **error)
{
  g_auto (GStrv) codes = fram_indicator_list_languages (draft);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *name = fram_indicator_get_language (draft, codes[i], FALSE);
      g_autofree char *anchors = fram_indicator_get_language (draft, codes[i], TRUE);

      if (!fram_language_code_is_valid (codes[i]))
        return refuse (error, _ ("Question %u: “%s” is no code of a further language, such as “so” or “ar”."), question,
                       codes[i]);
      if (!check_line (name, question, error) || !check_anchors (anchors, question, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_question (const FramIndicatorSet *self, guint i, GError **error)
{
  const FramIndicatorDraft *draft = g_ptr_array_index (self->indicators, i);

  if (is_empty (draft->name_sv) || is_empty (draft->name_en))
    return refuse (error, _ ("Question %u: write it in Swedish and in English."), i + 1);
  if ((draft->raters & FRAM_RATERS_BOTH) == 0 || (draft->raters & ~FRAM_RATERS_BOTH) != 0)
    return refuse (error, _ ("Question %u: choose who answers: the participant, the case worker or both."), i + 1);
  if (draft->belief && (self->is_agenda || (draft->raters & (1u << FRAM_RATER_CASE_WORKER)) == 0))
    return refuse (error, _ ("Question %u: only a case worker can rate the own belief, and only on a scale."), i + 1);
  if ((draft->anchors_sv == NULL) != (draft->anchors_en == NULL))
    return refuse (error, _ ("Question %u: write the ends of the scale in both languages, or in none."), i + 1);
  return check_line (draft->name_sv, i + 1, error) && check_line (draft->name_en, i + 1, error) &&
         check_anchors (draft->anchors_sv, i + 1, error) && check_anchors (draft->anchors_en, i + 1, error) &&
         check_languages (draft, i + 1, error);
}

/**
 * fram_indicator_set_check:
 * @self: a set
 * @error: return location: %FRAM_ERROR_INVALID with what is wrong and where
 *
 * Returns: whether it can be saved
 */
gboolean
fram_indicator_set_check (const FramIndicatorSet *self, GError **error)
{
  if (!check_code (self->code, error) || !check_head (self, error))
    return FALSE;
  if (self->indicators->len == 0)
    return refuse (error, _ ("A set needs at least one question."));
  if (self->indicators->len > MOST_QUESTIONS)
    return refuse (error, _ ("A set has at most %d questions."), MOST_QUESTIONS);
  for (guint i = 0; i < self->indicators->len; i++)
    if (!check_question (self, i, error))
      return FALSE;
  return TRUE;
}

/* Whether every line of the earlier text is in the later one: a language that is added is a translation, no other words. */
static gboolean
keeps_languages (const FramIndicatorDraft *earlier, const FramIndicatorDraft *later)
{
  g_auto (GStrv) codes = fram_indicator_list_languages (earlier);

  for (guint i = 0; codes[i] != NULL; i++)
    for (guint anchors = 0; anchors < 2; anchors++)
      {
        g_autofree char *a = fram_indicator_get_language (earlier, codes[i], anchors);
        g_autofree char *b = fram_indicator_get_language (later, codes[i], anchors);

        if (a != NULL && g_strcmp0 (a, b) != 0)
          return FALSE;
      }
  return TRUE;
}

/**
 * fram_indicator_set_same_words:
 * @self: a set as it was
 * @other: the same set as it shall be, of the same shape
 *
 * Returns: whether every question and every end is in the words that it was in; further languages may have been added
 */
gboolean
fram_indicator_set_same_words (const FramIndicatorSet *self, const FramIndicatorSet *other)
{
  for (guint i = 0; i < MIN (self->indicators->len, other->indicators->len); i++)
    {
      const FramIndicatorDraft *a = g_ptr_array_index (self->indicators, i);
      const FramIndicatorDraft *b = g_ptr_array_index (other->indicators, i);

      if (g_strcmp0 (a->name_sv, b->name_sv) != 0 || g_strcmp0 (a->name_en, b->name_en) != 0 ||
          g_strcmp0 (a->anchors_sv, b->anchors_sv) != 0 || g_strcmp0 (a->anchors_en, b->anchors_en) != 0 ||
          !keeps_languages (a, b))
        return FALSE;
    }
  return TRUE;
}

/**
 * fram_indicator_set_same_shape:
 * @self: a set as it was
 * @other: the same set as it shall be
 *
 * Returns: whether kind, scale, questions, their order and their sides are the same, whatever their words
 */
gboolean
fram_indicator_set_same_shape (const FramIndicatorSet *self, const FramIndicatorSet *other)
{
  if (self->is_agenda != other->is_agenda || self->indicators->len != other->indicators->len)
    return FALSE;
  if (!self->is_agenda && (self->lowest != other->lowest || self->highest != other->highest))
    return FALSE;
  for (guint i = 0; i < self->indicators->len; i++)
    {
      const FramIndicatorDraft *a = g_ptr_array_index (self->indicators, i);
      const FramIndicatorDraft *b = g_ptr_array_index (other->indicators, i);

      if (!fram_uuid_equal (&a->id, &b->id) || a->raters != b->raters || !a->belief != !b->belief)
        return FALSE;
    }
  return TRUE;
}

/**
 * fram_indicator_continues:
 * @before: a version of a set
 * @earlier: a question of it
 * @after: the version after it
 * @later: what was made of it
 *
 * Returns: whether it is still the same question: what was nobody's own belief is none now. Whoever draws ratings of both
 *   as one series looks at the scales too: on another scale a series does not go on
 */
gboolean
fram_indicator_continues (const FramIndicatorSet *before, const FramIndicatorDraft *earlier,
                          const FramIndicatorSet *after, const FramIndicatorDraft *later)
{
  return !before->is_agenda == !after->is_agenda && !earlier->belief == !later->belief;
}
