#include "fram-timeline-range.h"

#include "fram-day.h"
#include "fram-roster-sheet.h"
#include "fram-words.h"
#include "fram-table.h"

#include <glib/gi18n-lib.h>

static void
add_day (FramTimelineSums *sums, const FramTimelineDay *day)
{
  sums->sessions += day->sessions;
  sums->attended += day->attended;
  sums->planned_minutes += MAX (0, day->planned_minutes);
  sums->attended_minutes += MAX (0, day->attended_minutes);
}

/**
 * fram_timeline_sum:
 * @timeline: a timeline
 * @from: a day
 * @to: another one, before or after it
 *
 * Returns: what the days between them, both counted, add up to
 */
FramTimelineSums
fram_timeline_sum (const FramTimeline *timeline, FramDate from, FramDate to)
{
  FramTimelineSums sums = { .from = MIN (from, to), .to = MAX (from, to) };

  sums.days = sums.to - sums.from + 1;
  for (FramDate day = sums.from; day <= sums.to; day++)
    sums.working_days += fram_day_is_open (day, NULL, 0);
  for (guint i = 0; i < timeline->days->len; i++)
    {
      const FramTimelineDay *day = &g_array_index (timeline->days, FramTimelineDay, i);

      if (day->day >= sums.from && day->day <= sums.to)
        add_day (&sums, day);
    }
  return sums;
}

static char *
period_of (const FramTimelineSums *self)
{
  return self->from == self->to ? fram_date_to_words (self->from) : fram_date_range_to_text (self->from, self->to);
}

/**
 * fram_timeline_sums_to_words:
 * @self: sums
 *
 * Returns: (transfer full): "12–25 November 2026: 14 days, 10 working days, 9 sessions, 7 attended; 27 h planned, 21.5 h
 *   attended"
 */
char *
fram_timeline_sums_to_words (const FramTimelineSums *self)
{
  g_autofree char *period = period_of (self);
  g_autofree char *planned = fram_hours_to_words (self->planned_minutes);
  g_autofree char *attended = fram_hours_to_words (self->attended_minutes);
  GString *text = g_string_new (period);

  g_string_append (text, ": ");
  g_string_append_printf (text, ngettext ("%d day", "%d days", self->days), self->days);
  g_string_append (text, ", ");
  g_string_append_printf (text, ngettext ("%d working day", "%d working days", self->working_days), self->working_days);
  g_string_append (text, ", ");
  g_string_append_printf (text, ngettext ("%d session", "%d sessions", self->sessions), self->sessions);
  if (self->sessions == 0 && self->attended_minutes == 0 && self->planned_minutes == 0)
    return g_string_free (text, FALSE);
  g_string_append (text, ", ");
  /* Translators: sessions */
  g_string_append_printf (text, ngettext ("%d attended", "%d attended", self->attended), self->attended);
  /* Translators: hours planned and attended: "; 27 h planned, 21.5 h attended" */
  g_string_append_printf (text, _ ("; %1$s planned, %2$s attended"), planned, attended);
  return g_string_free (text, FALSE);
}

static void
add_number (GString *table, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  fram_table_add_cell (table, text);
}

/**
 * fram_timeline_sums_to_table:
 * @self: sums
 *
 * Returns: (transfer full): the same as a table for the clipboard
 */
char *
fram_timeline_sums_to_table (const FramTimelineSums *self)
{
  const char *const heads[] = { C_ ("column", "From"),          C_ ("column", "To"),
                                C_ ("column", "Days"),          C_ ("column", "Working days"),
                                C_ ("column", "Sessions"),      C_ ("column", "Attended"),
                                C_ ("column", "Hours planned"), C_ ("column", "Hours attended") };
  g_autofree char *planned = fram_print_hours_to_text (self->planned_minutes);
  g_autofree char *attended = fram_print_hours_to_text (self->attended_minutes);
  GString *table = g_string_new (NULL);
  char date[FRAM_DATE_TEXT_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    fram_table_add_cell (table, heads[i]);
  fram_table_end_row (table);
  fram_table_add_cell (table, fram_date_format (self->from, date));
  fram_table_add_cell (table, fram_date_format (self->to, date));
  add_number (table, self->days);
  add_number (table, self->working_days);
  add_number (table, self->sessions);
  add_number (table, self->attended);
  fram_table_add_cell (table, planned);
  fram_table_add_cell (table, attended);
  fram_table_end_row (table);
  return g_string_free (table, FALSE);
}
