#include "fram-text.h"

#include <string.h>

/* Letters that Unicode does not take apart into a base and a mark. */
static const char *
plain_letter (gunichar c)
{
  switch (c)
    {
    case 0x00f8: return "o";  /* ø */
    case 0x00e6: return "ae"; /* æ */
    case 0x0153: return "oe"; /* œ */
    case 0x00df: return "ss"; /* ß */
    case 0x0111: return "d";  /* đ */
    case 0x00f0: return "d";  /* ð */
    case 0x0142: return "l";  /* ł */
    case 0x0131: return "i";  /* ı */
    case 0x00fe: return "th"; /* þ */
    default: return NULL;
    }
}

/**
 * fram_text_fold:
 * @text: (nullable): any text
 *
 * Folds case and diacritics so that "Söderström" is found by "soderstrom".
 *
 * Returns: (transfer full): the folded text
 */
char *
fram_text_fold (const char *text)
{
  g_autofree char *lower = g_utf8_casefold (text != NULL ? text : "", -1);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  GString *out = g_string_new (NULL);

  for (const char *p = apart != NULL ? apart : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *plain = plain_letter (c);

      if (g_unichar_ismark (c))
        continue;
      if (plain != NULL)
        g_string_append (out, plain);
      else
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/**
 * fram_text_sort_key:
 * @text: (nullable): a name
 *
 * Returns: (transfer full): a text whose bytes stand in Swedish order: å, ä and ö after z, other marks not counted
 */
char *
fram_text_sort_key (const char *text)
{
  g_autofree char *lower = g_utf8_casefold (text != NULL ? text : "", -1);
  g_autofree char *composed = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *out = g_string_new (NULL);

  for (const char *p = composed != NULL ? composed : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char letter[8] = { 0 };

      if (c == 0xe5)
        g_string_append (out, "{a");
      else if (c == 0xe4 || c == 0xe6)
        g_string_append (out, "{b");
      else if (c == 0xf6 || c == 0xf8)
        g_string_append (out, "{c");
      else
        {
          g_autofree char *folded = NULL;

          g_unichar_to_utf8 (c, letter);
          folded = fram_text_fold (letter);
          g_string_append (out, folded);
        }
    }
  return g_string_free (out, FALSE);
}

/* Whether some word of the text begins so. */
static gboolean
some_word_begins (const char *text, const char *term)
{
  const char *at = text;

  if (term[0] == '\0')
    return TRUE;
  while ((at = strstr (at, term)) != NULL && at != text && g_ascii_isalnum (at[-1]))
    at++;
  return at != NULL;
}

/**
 * fram_text_matches_terms:
 * @folded_text: what is searched, folded
 * @folded_terms: (array zero-terminated=1): words, folded
 *
 * Returns: whether each of @folded_terms begins some word of @folded_text
 */
gboolean
fram_text_matches_terms (const char *folded_text, const char *const *folded_terms)
{
  for (guint i = 0; folded_terms[i] != NULL; i++)
    if (!some_word_begins (folded_text, folded_terms[i]))
      return FALSE;
  return TRUE;
}

/**
 * fram_text_matches:
 * @folded_text: what is searched, folded
 * @folded_terms: words, folded
 *
 * Returns: whether each word of @folded_terms begins some word of @folded_text
 */
gboolean
fram_text_matches (const char *folded_text, const char *folded_terms)
{
  g_auto (GStrv) terms = g_strsplit_set (folded_terms, " ", -1);

  return fram_text_matches_terms (folded_text, (const char *const *)terms);
}

static void
append_initial (GString *out, const char *name)
{
  if (name == NULL || name[0] == '\0')
    return;
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (name)));
  g_string_append_c (out, '.');
}

/**
 * fram_text_initials:
 * @given_name: (nullable): given name
 * @family_name: (nullable): family name
 *
 * Returns: (transfer full): "M. T.", all that lists, prints and exports show of a protected person
 */
char *
fram_text_initials (const char *given_name, const char *family_name)
{
  GString *out = g_string_new (NULL);

  append_initial (out, given_name);
  append_initial (out, family_name);
  return g_string_free (out, FALSE);
}

/**
 * fram_text_short_name:
 * @given_name: (nullable): given name
 * @family_name: (nullable): family name
 *
 * Returns: (transfer full): "Amina H."
 */
char *
fram_text_short_name (const char *given_name, const char *family_name)
{
  GString *out = g_string_new (given_name);

  append_initial (out, family_name);
  return g_string_free (out, FALSE);
}

/**
 * fram_text_capitalise:
 * @text: words that stand in the middle of a sentence: "måndag"
 *
 * Returns: (transfer full): the same at the beginning of a line: "Måndag"
 */
char *
fram_text_capitalise (const char *text)
{
  const char *rest = text[0] != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *first = g_utf8_strup (text, rest - text);

  return g_strconcat (first, rest, NULL);
}

/**
 * fram_hours_format:
 * @minutes: minutes; negative means no value
 *
 * Returns: (transfer full): decimal hours in shortest form: "2", "1.5", "0.25"; empty for no value
 */
char *
fram_hours_format (int minutes)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (minutes < 0)
    return g_strdup ("");
  if (minutes % 60 == 0)
    return g_strdup_printf ("%d", minutes / 60);
  /* four decimals tell every whole minute apart */
  g_ascii_formatd (buffer, sizeof buffer, "%.4f", minutes / 60.0);
  for (gsize n = strlen (buffer); n > 0 && buffer[n - 1] == '0'; n--)
    buffer[n - 1] = '\0';
  return g_strdup (buffer);
}

/**
 * fram_hours_parse:
 * @text: (nullable): decimal hours with a point or a comma
 * @minutes: (out): rounded to whole minutes
 *
 * Returns: whether @text is a number of hours, not negative
 */
gboolean
fram_hours_parse (const char *text, int *minutes)
{
  g_autofree char *copy = g_strdup (text != NULL ? text : "");
  char *end = NULL;
  double hours;

  g_strdelimit (copy, ",", '.');
  if (!g_ascii_isdigit (copy[0]))
    return FALSE;
  hours = g_ascii_strtod (copy, &end);
  if (*end != '\0' || !(hours >= 0 && hours <= 10000))
    return FALSE;
  *minutes = (int)(hours * 60 + 0.5);
  return TRUE;
}

/**
 * fram_int_parse:
 * @text: (nullable): a whole number in decimal, with an optional minus
 * @value: (out): the number
 *
 * Returns: whether the whole of @text is a number
 */
gboolean
fram_int_parse (const char *text, gint64 *value)
{
  return text != NULL && g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, value, NULL);
}

/**
 * fram_text_is_swedish:
 *
 * Returns: whether names kept in two languages are shown in Swedish
 */
gboolean
fram_text_is_swedish (void)
{
  for (const char *const *l = g_get_language_names (); *l != NULL; l++)
    {
      if (g_str_has_prefix (*l, "sv"))
        return TRUE;
      if (g_str_has_prefix (*l, "en") || g_str_equal (*l, "C"))
        return FALSE;
    }
  return FALSE;
}
