#include "fram-group-days.h"

#include "fram-words.h"

#include <glib/gi18n.h>

/* Weekdays of a rule of RFC 5545, as far as a form can show them. */

#define WEEKDAYS 7

static const char *const codes[WEEKDAYS] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static gboolean
take_weekdays (const char *value, guint *weekdays)
{
  g_auto (GStrv) days = g_strsplit (value, ",", -1);

  for (char **day = days; *day != NULL; day++)
    {
      int at = -1;

      for (int i = 0; i < WEEKDAYS; i++)
        if (g_str_equal (codes[i], *day))
          at = i;
      if (at < 0)
        return FALSE;
      *weekdays |= 1u << at;
    }
  return TRUE;
}

static gboolean
take_part (const char *part, FramGroupDays *self)
{
  guint64 every;

  if (g_str_has_prefix (part, "BYDAY="))
    return take_weekdays (part + 6, &self->weekdays);
  if (g_str_has_prefix (part, "INTERVAL="))
    {
      if (!g_ascii_string_to_unsigned (part + 9, 10, 1, 8, &every, NULL))
        return FALSE;
      self->every = (int)every;
      return TRUE;
    }
  return g_str_equal (part, "FREQ=WEEKLY") || g_str_has_prefix (part, "WKST=");
}

/**
 * fram_group_days_parse:
 * @rrule: (nullable): a rule
 * @self: (out): its days
 *
 * Returns: whether it is a rule by weekdays
 */
gboolean
fram_group_days_parse (const char *rrule, FramGroupDays *self)
{
  g_auto (GStrv) parts = NULL;

  *self = (FramGroupDays){ 0, 1 };
  if (rrule == NULL || rrule[0] == '\0')
    return FALSE;
  parts = g_strsplit (rrule, ";", -1);
  for (char **part = parts; *part != NULL; part++)
    if (!take_part (*part, self))
      return FALSE;
  return self->weekdays != 0;
}

/* "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH" */
char *
fram_group_days_format (const FramGroupDays *self)
{
  GString *text = g_string_new ("FREQ=WEEKLY");
  gboolean any = FALSE;

  if (self->every > 1)
    g_string_append_printf (text, ";INTERVAL=%d", self->every);
  for (int i = 0; i < WEEKDAYS; i++)
    if ((self->weekdays & (1u << i)) != 0)
      {
        g_string_append_printf (text, "%s%s", any ? "," : ";BYDAY=", codes[i]);
        any = TRUE;
      }
  return g_string_free (text, FALSE);
}

/* "Tue, Thu", "Wed every 2nd week"; empty where there are no days, or others than weekdays. */
char *
fram_group_days_to_words (const char *rrule)
{
  GString *text = g_string_new (NULL);
  FramGroupDays days;

  if (!fram_group_days_parse (rrule, &days))
    return g_string_free (text, FALSE);
  for (int i = 0; i < WEEKDAYS; i++)
    if ((days.weekdays & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", fram_weekday_short_name (i + 1));
  if (days.every == 2)
    g_string_append_printf (text, " %s", _ ("every second week"));
  else if (days.every > 2)
    /* Translators: after weekdays: "Tue every 3 weeks" */
    g_string_append_printf (text, ngettext (" every %d week", " every %d weeks", days.every), days.every);
  return g_string_free (text, FALSE);
}
