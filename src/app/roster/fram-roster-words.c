#include "fram-roster-words.h"

#include "fram-clock.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* "3", "1:50": hours as people say them, not decimals */
static char *
clock_hours (int minutes)
{
  return minutes % 60 == 0 ? g_strdup_printf ("%d", minutes / 60)
                           : g_strdup_printf ("%d:%02d", minutes / 60, minutes % 60);
}

/**
 * fram_roster_hours_markup:
 * @row: a row
 *
 * Returns: (transfer full): hours attended beside hours planned, "1:50 / 2 h", as markup; "–" where nothing is recorded
 */
char *
fram_roster_hours_markup (FramRosterRow *row)
{
  g_autofree char *attended = row->attended_minutes >= 0 ? clock_hours (row->attended_minutes) : g_strdup ("–");
  g_autofree char *planned = NULL;

  if (row->kind == FRAM_ROSTER_BARE)
    return g_strdup ("");
  if (row->planned_minutes < 0)
    return row->attended_minutes < 0
               ? g_strdup ("")
               /* Translators: hours attended */
               : g_strdup_printf (C_ ("hours", "%s<span size=\"small\" alpha=\"65%%\"> h</span>"), attended);
  planned = clock_hours (row->planned_minutes);
  /* Translators: hours attended of hours planned; keep the markup */
  return g_strdup_printf (C_ ("hours", "%1$s<span size=\"small\" alpha=\"65%%\"> / %2$s h</span>"), attended, planned);
}

/**
 * fram_roster_attended_words:
 * @row: a row
 *
 * Returns: (transfer full): "Attended 1:50 of 2 hours", worked out from the times; empty where nothing is recorded
 */
char *
fram_roster_attended_words (FramRosterRow *row)
{
  g_autofree char *attended = NULL, *planned = NULL;

  if (row->attended_minutes < 0)
    return g_strdup ("");
  attended = clock_hours (row->attended_minutes);
  if (row->planned_minutes < 0)
    /* Translators: hours and minutes: "1:50" */
    return g_strdup_printf (_ ("Attended %s hours"), attended);
  planned = clock_hours (row->planned_minutes);
  /* Translators: hours and minutes attended, of those planned: "Attended 1:50 of 2 hours" */
  return g_strdup_printf (_ ("Attended %1$s of %2$s hours"), attended, planned);
}

static char *
status_words (FramRosterRow *row)
{
  g_autofree char *name = NULL;

  if (row->status == NULL)
    return g_strdup (C_ ("attendance in a sentence", "unmarked"));
  name = g_utf8_strdown (fram_status_get_name (row->status), -1);
  if (fram_status_is_late (row->status) && row->minutes_late >= 0)
    /* Translators: a status and minutes: "late 10 minutes" */
    return g_strdup_printf (ngettext ("%1$s %2$d minute", "%1$s %2$d minutes", row->minutes_late), name,
                            row->minutes_late);
  return g_steal_pointer (&name);
}

static void
append_badges (GString *words, FramRosterRow *row)
{
  const char *kind = row->kind == FRAM_ROSTER_VISITOR || row->kind == FRAM_ROSTER_UNPLANNED
                         ? C_ ("badge in a sentence", "not planned")
                         : NULL;
  const char *badges[] = { kind, row->first_day ? C_ ("badge in a sentence", "first day") : NULL,
                           row->last_day_here ? C_ ("badge in a sentence", "last day") : NULL,
                           row->hours_changed ? C_ ("badge in a sentence", "new hours") : NULL,
                           row->is_protected ? C_ ("badge in a sentence", "protected") : NULL };

  for (guint i = 0; i < G_N_ELEMENTS (badges); i++)
    if (badges[i] != NULL)
      g_string_append_printf (words, ", %s", badges[i]);
}

/**
 * fram_roster_row_to_words:
 * @row: a row
 *
 * Returns: (transfer full): the row for those who listen: "Amina Hassan, planned 09–12, present"
 */
char *
fram_roster_row_to_words (FramRosterRow *row)
{
  GString *words = g_string_new (row->name);
  g_autofree char *plan = fram_time_range_to_text (row->planned_from, row->planned_to);
  g_autofree char *status = status_words (row);

  if (row->kind == FRAM_ROSTER_BARE)
    {
      g_string_append_printf (words, ", %s", C_ ("badge in a sentence", "you are not named for this person"));
      return g_string_free (words, FALSE);
    }
  if (plan[0] != '\0')
    /* Translators: part of the name of a row: ", planned 09–12" */
    g_string_append_printf (words, C_ ("row", ", planned %s"), plan);
  g_string_append_printf (words, ", %s", status);
  append_badges (words, row);
  return g_string_free (words, FALSE);
}

/**
 * fram_roster_marked_words:
 * @row: a marked row
 *
 * Returns: (transfer full): "Present. Marked by Maria Ek on Thu 12 November at 09:14."
 */
char *
fram_roster_marked_words (FramRosterRow *row)
{
  g_autofree char *day = fram_date_to_short_words (fram_instant_get_date (row->marked_at));
  g_autofree char *time = fram_time_to_words (fram_instant_get_minute (row->marked_at));

  if (row->status == NULL || row->marked_by == NULL)
    return g_strdup ("");
  /* Translators: a status; who marked it, on what day and at what time */
  return g_strdup_printf (_ ("%1$s. Marked by %2$s on %3$s at %4$s."), fram_status_get_name (row->status),
                          row->marked_by, day, time);
}
