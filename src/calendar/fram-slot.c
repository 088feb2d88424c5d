#include "fram-slot.h"

#include "fram-error.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_WEEKDAYS 7

/* Folded, so that "mån", "MÅN" and "man" are the same. */
static const char *const english_names[N_WEEKDAYS] = { "monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday" };
static const char *const swedish_names[N_WEEKDAYS] = { "mandag", "tisdag", "onsdag", "torsdag",
                                                       "fredag", "lordag", "sondag" };
static const char *const spec_names[N_WEEKDAYS] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

/**
 * fram_weekday_parse:
 * @text: (nullable): an English or Swedish weekday, at least its first three letters: `mon`, `tors`, `Wednesday`, `mån`
 *
 * Returns: 1 for Monday to 7 for Sunday, or 0
 */
int
fram_weekday_parse (const char *text)
{
  g_autofree char *folded = fram_text_fold (text);
  gsize length = strlen (folded);

  if (length > 0 && folded[length - 1] == '.')
    folded[--length] = '\0';
  if (length < 3)
    return 0;
  for (int i = 0; i < N_WEEKDAYS; i++)
    if (g_str_has_prefix (english_names[i], folded) || g_str_has_prefix (swedish_names[i], folded))
      return i + 1;
  return 0;
}

/* The weekday is the first word; what follows it are the times. */
static gboolean
parse_weekday (const char *item, const char **rest, int *weekday, GError **error)
{
  gsize length = strcspn (item, " \t");
  g_autofree char *word = g_strndup (item, length);

  *weekday = fram_weekday_parse (word);
  *rest = item + length;
  if (*weekday != 0)
    return TRUE;
  if (g_ascii_isdigit (item[0]))
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                 _ ("“%s” names no weekday; write the weekday first, for example “mon 09-12”."), item);
  else
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("“%s” is no weekday; write for example “mon 09-12”."), word);
  return FALSE;
}

static gboolean
parse_times (const char *item, const char *times, FramSlotSpec *slot, GError **error)
{
  g_autofree char *plain = g_strdup (times);
  g_auto (GStrv) parts = NULL;

  g_strstrip (plain);
  if (plain[0] == '\0')
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("“%s” has no times; write for example “mon 09-12”."),
                   item);
      return FALSE;
    }
  parts = g_strsplit (plain, strstr (plain, "–") != NULL ? "–" : "-", -1);
  slot->from_time = fram_time_parse (g_strstrip (parts[0]));
  slot->to_time = parts[1] != NULL ? fram_time_parse (g_strstrip (parts[1])) : FRAM_TIME_NONE;
  if (g_strv_length (parts) == 2 && slot->from_time != FRAM_TIME_NONE && slot->to_time != FRAM_TIME_NONE)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
               _ ("“%s” is not a start and an end; write times as “09-12” or “09:30-12”."), plain);
  return FALSE;
}

static gboolean
parse_slot (const char *item, FramSlotSpec *slot, GError **error)
{
  const char *rest = NULL;

  return parse_weekday (item, &rest, &slot->weekday, error) && parse_times (item, rest, slot, error);
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const FramSlotSpec *x = a, *y = b;

  if (x->weekday != y->weekday)
    return x->weekday - y->weekday;
  return x->from_time != y->from_time ? x->from_time - y->from_time : x->to_time - y->to_time;
}

/**
 * fram_slots_parse:
 * @text: weekly plan as the command line takes it, `mon 09-12,wed 09:30-12`
 * @error: return location; %FRAM_ERROR_INVALID
 *
 * Weekdays are English or Swedish, at least three letters of them; times are as fram_time_parse() takes them.
 *
 * Returns: (transfer full) (element-type FramSlotSpec): the slots in order of the week, or %NULL
 */
GArray *
fram_slots_parse (const char *text, GError **error)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, TRUE, sizeof (FramSlotSpec));
  g_auto (GStrv) items = g_strsplit_set (text != NULL ? text : "", ",;", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      FramSlotSpec slot = { 0 };

      if (g_strstrip (items[i])[0] == '\0')
        continue;
      if (!parse_slot (items[i], &slot, error))
        return NULL;
      g_array_append_val (slots, slot);
    }
  g_array_sort (slots, compare_slots);
  return fram_slots_check (slots, error) ? g_steal_pointer (&slots) : NULL;
}

/* Swedish writes weekdays small, but not at the beginning of a sentence. */
static char *
weekday_as_first_word (int weekday)
{
  const char *name = fram_weekday_name (weekday);
  GString *word = g_string_new (NULL);

  g_string_append_unichar (word, g_unichar_toupper (g_utf8_get_char (name)));
  g_string_append (word, g_utf8_next_char (name));
  return g_string_free (word, FALSE);
}

static gboolean
check_slot (const FramSlotSpec *slot, GError **error)
{
  g_autofree char *from = fram_time_format (slot->from_time);
  g_autofree char *to = fram_time_format (slot->to_time);
  g_autofree char *weekday = NULL;

  if (slot->weekday < 1 || slot->weekday > N_WEEKDAYS)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("%d is no weekday; choose one from Monday to Sunday."),
                   slot->weekday);
      return FALSE;
    }
  if (slot->from_time >= 0 && slot->to_time <= 24 * 60 && slot->to_time > slot->from_time)
    return TRUE;
  weekday = weekday_as_first_word (slot->weekday);
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
               /* Translators: a weekday and two times of day */
               _ ("%s ends at %s, which is not after its start at %s; correct the times."), weekday, to, from);
  return FALSE;
}

static gboolean
check_overlap (const FramSlotSpec *slot, const FramSlotSpec *next, GError **error)
{
  g_autofree char *weekday = weekday_as_first_word (slot->weekday);
  g_autofree char *a = fram_time_range_to_text (slot->from_time, slot->to_time);
  g_autofree char *b = fram_time_range_to_text (next->from_time, next->to_time);

  if (slot->weekday != next->weekday || next->from_time >= slot->to_time)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
               /* Translators: a weekday and two time ranges */
               _ ("%s has %s and %s, which overlap; make them one or move one of them."), weekday, a, b);
  return FALSE;
}

/**
 * fram_slots_check:
 * @slots: (element-type FramSlotSpec): a weekly plan in any order
 * @error: return location; %FRAM_ERROR_INVALID
 *
 * Returns: whether it has at least one slot, each ends after its start, and none overlap
 */
gboolean
fram_slots_check (const GArray *slots, GError **error)
{
  g_autoptr (GArray) sorted = g_array_copy ((GArray *)slots);

  if (sorted->len == 0)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                           _ ("The plan has no weekday; write for example “mon 09-12,wed 09:30-12”."));
      return FALSE;
    }
  g_array_sort (sorted, compare_slots);
  for (guint i = 0; i < sorted->len; i++)
    {
      const FramSlotSpec *slot = &g_array_index (sorted, FramSlotSpec, i);

      if (!check_slot (slot, error) || (i + 1 < sorted->len && !check_overlap (slot, slot + 1, error)))
        return FALSE;
    }
  return TRUE;
}

/**
 * fram_slots_format:
 * @slots: (element-type FramSlotSpec): a weekly plan
 *
 * Returns: (transfer full): for people, "Mon 09–12, Wed 09.30–12", "mån 09–12, ons 09.30–12"
 */
char *
fram_slots_format (const GArray *slots)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < slots->len; i++)
    {
      const FramSlotSpec *slot = &g_array_index (slots, FramSlotSpec, i);
      g_autofree char *times = fram_time_range_to_text (slot->from_time, slot->to_time);

      g_string_append_printf (out, "%s%s %s", i > 0 ? ", " : "", fram_weekday_short_name (slot->weekday), times);
    }
  return g_string_free (out, FALSE);
}

/**
 * fram_slots_to_spec:
 * @slots: (element-type FramSlotSpec): a weekly plan
 *
 * Returns: (transfer full): the same in every language, as fram_slots_parse() reads it back: `mon 09:00-12:00,wed 09:30-12:00`
 */
char *
fram_slots_to_spec (const GArray *slots)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < slots->len; i++)
    {
      const FramSlotSpec *slot = &g_array_index (slots, FramSlotSpec, i);
      g_autofree char *from = fram_time_format (slot->from_time);
      g_autofree char *to = fram_time_format (slot->to_time);

      g_string_append_printf (out, "%s%s %s-%s", i > 0 ? "," : "", spec_names[slot->weekday - 1], from, to);
    }
  return g_string_free (out, FALSE);
}

/**
 * fram_slots_minutes:
 * @slots: (element-type FramSlotSpec): a weekly plan
 *
 * Returns: minutes a week
 */
int
fram_slots_minutes (const GArray *slots)
{
  int minutes = 0;

  for (guint i = 0; i < slots->len; i++)
    minutes += g_array_index (slots, FramSlotSpec, i).to_time - g_array_index (slots, FramSlotSpec, i).from_time;
  return minutes;
}
