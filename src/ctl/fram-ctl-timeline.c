#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-timeline.h"

#include <glib/gi18n-lib.h>

static const FramTableColumn columns[] = {
  { "case", NULL, FRAM_TABLE_TEXT },
  { "date", N_ ("From"), FRAM_TABLE_TEXT },
  { "end_date", N_ ("To"), FRAM_TABLE_TEXT },
  { "lane", N_ ("What"), FRAM_TABLE_TEXT },
  { "kind", NULL, FRAM_TABLE_TEXT },
  { "text", N_ ("Text"), FRAM_TABLE_TEXT },
  { "hours", N_ ("Hours"), FRAM_TABLE_NUMBER },
};

/* One row before it is sorted: an item, a day of attendance, or a gap. */
typedef struct
{
  FramDate from;
  guint order;
  const FramTimelineItem *item;
  const FramTimelineDay *day;
  const FramGap *gap;
} Row;

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *x = a, *y = b;

  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

static void
add_to (GArray *rows, FramDate from, const FramTimelineItem *item, const FramTimelineDay *day, const FramGap *gap)
{
  Row row = { from, rows->len, item, day, gap };

  g_array_append_val (rows, row);
}

static GArray *
rows_of (const FramTimeline *timeline)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  for (guint i = 0; i < timeline->registered->len; i++)
    {
      const FramTimelineItem *item = g_ptr_array_index (timeline->registered, i);

      add_to (rows, item->from, item, NULL, NULL);
    }
  for (guint i = 0; i < timeline->items->len; i++)
    {
      const FramTimelineItem *item = g_ptr_array_index (timeline->items, i);

      add_to (rows, item->from, item, NULL, NULL);
    }
  for (guint i = 0; i < timeline->days->len; i++)
    {
      const FramTimelineDay *day = &g_array_index (timeline->days, FramTimelineDay, i);

      add_to (rows, day->day, NULL, day, NULL);
    }
  for (guint i = 0; i < timeline->gaps->len; i++)
    {
      const FramGap *gap = &g_array_index (timeline->gaps, FramGap, i);

      add_to (rows, gap->last, NULL, NULL, gap);
    }
  g_array_sort (rows, compare_rows);
  return rows;
}

static void
add_item (FramTable *table, const FramTimelineItem *item)
{
  gboolean span = item->lane != FRAM_LANE_MEETINGS && item->lane != FRAM_LANE_COMMITMENTS &&
                  item->lane != FRAM_LANE_CHANGES && item->to != item->from;

  fram_table_add_date (table, span ? item->to : FRAM_DATE_NONE);
  fram_table_add (table, fram_lane_get_code (item->lane), fram_lane_get_name (item->lane));
  fram_table_add (table, item->kind, NULL);
  fram_table_add (table, item->plain, item->text);
  fram_table_add_hours (table, item->weekly_minutes >= 0 ? item->weekly_minutes : item->minutes);
}

static void
add_day (FramTable *table, FramDesk *desk, const FramTimelineDay *day)
{
  const FramStatus *status = fram_desk_find_status (desk, day->status);

  fram_table_add_date (table, FRAM_DATE_NONE);
  fram_table_add (table, fram_lane_get_code (FRAM_LANE_ATTENDANCE), fram_lane_get_name (FRAM_LANE_ATTENDANCE));
  fram_table_add (table, day->status, NULL);
  fram_table_add (table, NULL, status != NULL ? fram_status_get_name (status) : day->status);
  fram_table_add_hours (table, day->attended_minutes);
}

static void
add_gap (FramTable *table, const FramGap *gap)
{
  g_autofree char *days = g_strdup_printf ("%d", gap->days);
  g_autofree char *text = fram_timeline_gap_to_words (gap);

  fram_table_add_date (table, gap->next);
  fram_table_add (table, "gaps", C_ ("lane", "Gaps"));
  fram_table_add (table, fram_gap_kind_get_code (gap->kind), NULL);
  fram_table_add (table, days, text);
  fram_table_add_hours (table, -1);
}

static void
print (FramCtl *ctl, const FramTimeline *timeline)
{
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GArray) rows = rows_of (timeline);

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      fram_table_add (table, timeline->case_no, NULL);
      fram_table_add_date (table, row->from);
      if (row->item != NULL)
        add_item (table, row->item);
      else if (row->day != NULL)
        add_day (table, ctl->desk, row->day);
      else
        add_gap (table, row->gap);
    }
  fram_table_print (table, ctl->format);
}

/**
 * fram_command_timeline:
 *
 * `timeline`: all that stands on a participant's timeline, in order of date. Of a gap the days are the last and the next
 * planned ones; in csv and json its text is the number of days, that of a meeting or commitment its state.
 */
gboolean
fram_command_timeline (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *enrolled = NULL;
  g_autoptr (FramTimeline) timeline = NULL;
  FramDate day = FRAM_DATE_NONE;
  FramUuid enrolment;
  const GOptionEntry entries[] = {
    { "enrolment", 0, 0, G_OPTION_ARG_FILENAME, &enrolled, N_ ("day on which the enrolment began; else the newest"),
      N_ ("DATE") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error) || fram_ctl_open (ctl, error) == NULL ||
      !fram_ctl_parse_date (enrolled, FRAM_DATE_NONE, &day, error) ||
      !fram_ctl_open_case (ctl, (*argv)[1], day, &enrolment, error))
    return FALSE;
  timeline = fram_desk_timeline (ctl->desk, (*argv)[1], fram_uuid_is_none (&enrolment) ? NULL : &enrolment, error);
  if (timeline == NULL)
    return FALSE;
  if (ctl->format == FRAM_CTL_TEXT)
    fram_ctl_print ("%s\n%s\n\n", timeline->title, timeline->summary);
  print (ctl, timeline);
  return TRUE;
}
