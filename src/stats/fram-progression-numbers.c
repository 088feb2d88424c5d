#include "fram-progression-private.h"

#include "fram-text.h"

#include <glib/gi18n-lib.h>

/* Numbers up to twelve are written as words, as Swedish is written (Språkrådet, Svenska skrivregler). */
static const char *const numbers[] = {
  NULL,
  NC_ ("number", "one"),
  NC_ ("number", "two"),
  NC_ ("number", "three"),
  NC_ ("number", "four"),
  NC_ ("number", "five"),
  NC_ ("number", "six"),
  NC_ ("number", "seven"),
  NC_ ("number", "eight"),
  NC_ ("number", "nine"),
  NC_ ("number", "ten"),
  NC_ ("number", "eleven"),
  NC_ ("number", "twelve"),
};

/**
 * fram_number_to_words:
 * @number: how many
 *
 * Returns: (transfer full): "nine", from 13 on in figures; for one in Swedish "en"
 */
char *
fram_number_to_words (guint number)
{
  if (number == 0 || number >= G_N_ELEMENTS (numbers))
    return g_strdup_printf ("%u", number);
  return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "number", numbers[number]));
}

/* Beside a total that is written in figures the number is too: "6 of 13". */
char *
fram_number_of_areas_to_words (guint number, guint total)
{
  if (total >= G_N_ELEMENTS (numbers))
    return g_strdup_printf ("%u", number);
  if (number == 1)
    /* Translators: one area: in Swedish "ett område" */
    return g_strdup (C_ ("number of areas", "one"));
  return fram_number_to_words (number);
}

/**
 * fram_minutes_to_hours:
 * @minutes: minutes
 *
 * Returns: (transfer full): the nearest half hour as a number of hours, with a decimal comma in Swedish
 */
char *
fram_minutes_to_hours (int minutes)
{
  int halves = (MAX (minutes, 0) + 15) / 30;

  if (halves % 2 == 0)
    return g_strdup_printf ("%d", halves / 2);
  return g_strdup_printf ("%d%s5", halves / 2, fram_text_is_swedish () ? "," : ".");
}

char *
fram_minutes_to_words (int minutes)
{
  g_autofree char *hours = fram_minutes_to_hours (minutes);

  /* Translators: hours of a week: "7.5 hours" */
  return g_strdup_printf (ngettext ("%s hour", "%s hours", (minutes + 15) / 30 == 2 ? 1 : 2), hours);
}

char *
fram_texts_join (const GPtrArray *texts)
{
  GString *head = g_string_new (NULL);

  if (texts->len == 1)
    g_string_append (head, g_ptr_array_index (texts, 0));
  for (guint i = 0; i + 1 < texts->len; i++)
    g_string_append_printf (head, "%s%s", i > 0 ? ", " : "", (const char *)g_ptr_array_index (texts, i));
  if (texts->len > 1)
    {
      g_autofree char *begin = g_string_free (head, FALSE);

      /* Translators: the end of a list: "May, June and October" */
      return g_strdup_printf (C_ ("list", "%1$s and %2$s"), begin,
                              (const char *)g_ptr_array_index (texts, texts->len - 1));
    }
  return g_string_free (head, FALSE);
}

/**
 * fram_names_join:
 * @names: (element-type utf8): names
 * @most: how many are told
 *
 * Returns: (transfer full): "Everyday life, Health and two more"
 */
char *
fram_names_join (const GPtrArray *names, guint most)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  guint rest = names->len > most + 1 ? names->len - most : 0;

  for (guint i = 0; i < names->len - rest; i++)
    g_ptr_array_add (told, g_strdup (g_ptr_array_index (names, i)));
  if (rest > 0)
    {
      g_autofree char *number = fram_number_to_words (rest);

      /* Translators: the end of a list of names: "two more" */
      g_ptr_array_add (told, g_strdup_printf (C_ ("list", "%s more"), number));
    }
  return fram_texts_join (told);
}
