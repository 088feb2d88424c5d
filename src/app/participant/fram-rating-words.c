#include "fram-rating-words.h"

#include "fram-words.h"

#include <glib/gi18n.h>
#include <string.h>

static char *
steps_to_words (int steps)
{
  if (steps == 0)
    return g_strdup (_ ("The same as last time."));
  if (steps > 0)
    return g_strdup_printf (ngettext ("%d step up.", "%d steps up.", steps), steps);
  return g_strdup_printf (ngettext ("%d step down.", "%d steps down.", -steps), -steps);
}

/**
 * fram_rating_compare:
 * @value: the new one
 * @last: the one before, 0 for none
 * @last_day: of which day
 * @last_note: (nullable): what was noted then
 * @today: the day at the keyboard
 *
 * Says what is, without judging it.
 *
 * Returns: (transfer full): "1 step up. Last time, 2 October: 3. “Slept better.”"
 */
char *
fram_rating_compare (int value, int last, FramDate last_day, const char *last_note, FramDate today)
{
  g_autofree char *steps = NULL;
  g_autofree char *day = NULL;
  g_autofree char *note = NULL;

  if (last == 0)
    return g_strdup (_ ("This is the first time."));
  steps = steps_to_words (value - last);
  day = fram_date_to_near_words (last_day, today);
  /* Translators: what was noted last time, in quotation marks after the value */
  note = last_note != NULL && last_note[0] != '\0' ? g_strdup_printf (_ (" “%s”"), last_note) : g_strdup ("");
  /* Translators: "1 step up.", then the day and value of last time and its note: "Last time, 2 October: 3." */
  return g_strdup_printf (_ ("%1$s Last time, %2$s: %3$d.%4$s"), steps, day, last, note);
}

static char *
due_to_words (FramDate due, FramDate today)
{
  g_autofree char *day = fram_date_to_near_words (due, today);

  if (due == today)
    return g_strdup (_ ("due today"));
  return g_strdup_printf (due < today ? _ ("was due %s") : _ ("due %s"), day);
}

/**
 * fram_rating_when:
 * @form: a form
 * @today: the day at the keyboard
 *
 * Returns: (transfer full): "Last done 2 October · due 27 November"
 */
char *
fram_rating_when (const FramRatingForm *form, FramDate today)
{
  g_autofree char *day = fram_date_to_near_words (form->last, today);
  g_autofree char *last =
      form->last == FRAM_DATE_NONE ? g_strdup (_ ("Not done yet")) : g_strdup_printf (_ ("Last done %s"), day);
  g_autofree char *due = form->due != FRAM_DATE_NONE ? due_to_words (form->due, today) : NULL;

  return due != NULL ? g_strdup_printf ("%s · %s", last, due) : g_steal_pointer (&last);
}

/**
 * fram_rating_end_text:
 * @value: the lowest or the highest
 * @text: (nullable): what it means
 *
 * Returns: (transfer full): "1 – not at all"
 */
char *
fram_rating_end_text (int value, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return g_strdup ("");
  /* Translators: an end of a scale and what it means: "1 – not at all" */
  return g_strdup_printf (C_ ("end of a scale", "%1$d – %2$s"), value, text);
}

/* Languages that participants of such programmes read, each by its own name. */
static const struct
{
  const char *code;
  const char *name;
  gboolean rtl;
} languages[] = {
  { "am", "አማርኛ", FALSE },     { "ar", "العربية", TRUE },
  { "bs", "Bosanski", FALSE }, { "ckb", "کوردی (سۆرانی)", TRUE },
  { "da", "Dansk", FALSE },    { "de", "Deutsch", FALSE },
  { "en", "English", FALSE },  { "es", "Español", FALSE },
  { "fa", "فارسی", TRUE },     { "fi", "Suomi", FALSE },
  { "fr", "Français", FALSE }, { "he", "עברית", TRUE },
  { "hr", "Hrvatski", FALSE }, { "hu", "Magyar", FALSE },
  { "ku", "Kurdî", FALSE },    { "nb", "Norsk bokmål", FALSE },
  { "pl", "Polski", FALSE },   { "prs", "دری", TRUE },
  { "ps", "پښتو", TRUE },      { "ro", "Română", FALSE },
  { "ru", "Русский", FALSE },  { "so", "Soomaali", FALSE },
  { "sq", "Shqip", FALSE },    { "sr", "Srpski", FALSE },
  { "sv", "Svenska", FALSE },  { "sw", "Kiswahili", FALSE },
  { "th", "ไทย", FALSE },      { "ti", "ትግርኛ", FALSE },
  { "tr", "Türkçe", FALSE },   { "uk", "Українська", FALSE },
  { "ur", "اردو", TRUE },      { "vi", "Tiếng Việt", FALSE },
  { "yi", "ייִדיש", TRUE },     { "zh", "中文", FALSE },
};

/* "ar_SY" is found under "ar". */
static int
find_language (const char *code)
{
  g_autofree char *first = g_strdup (code);

  g_strdelimit (first, "_-@.", '\0');
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strcasecmp (languages[i].code, first) == 0)
      return (int)i;
  return -1;
}

/* A language by its own name; the code where the name is not known. */
const char *
fram_rating_language_name (const char *code)
{
  int n = find_language (code);

  return n >= 0 ? languages[n].name : code;
}

gboolean
fram_rating_language_is_rtl (const char *code)
{
  int n = find_language (code);

  return n >= 0 && languages[n].rtl;
}
