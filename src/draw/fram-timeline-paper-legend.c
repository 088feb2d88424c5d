#include "fram-timeline-paper-private.h"

#include "fram-print-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* What stands below a timeline on paper: what its signs mean, its gaps in words, and what had no room. */

#define SIGN_WIDTH 17.0
#define APART      16.0

/* --- legend --- */

static const char *
sign_text (FramTimelineSign sign)
{
  switch ((int)sign)
    {
    case FRAM_TIMELINE_SIGN_THREE_PARTY: return C_ ("legend", "Three-party meeting");
    case FRAM_TIMELINE_SIGN_SIP: return C_ ("legend", "SIP");
    case FRAM_TIMELINE_SIGN_TALK: return C_ ("legend", "Talk or other meeting");
    case FRAM_TIMELINE_SIGN_TO_COME: return C_ ("legend", "Hollow: to come");
    case FRAM_TIMELINE_SIGN_MISSED: return C_ ("legend", "Did not come");
    case FRAM_TIMELINE_SIGN_MOVED: return C_ ("legend", "Moved to another day");
    case FRAM_TIMELINE_SIGN_DONE: return C_ ("legend", "Commitment kept");
    case FRAM_TIMELINE_SIGN_LATE: return C_ ("legend", "Commitment late");
    case FRAM_TIMELINE_SIGN_DUE: return C_ ("legend", "Commitment due");
    case FRAM_TIMELINE_SIGN_STEP: return C_ ("legend", "More hours a week");
    case FRAM_TIMELINE_SIGN_PLAN: return C_ ("legend", "Planned");
    case FRAM_TIMELINE_SIGN_GAP: return C_ ("legend", "Gap");
    default: return C_ ("legend", "Pause");
    }
}

static gboolean
item_has_sign (const FramTimelineItem *item, FramTimelineSign sign)
{
  gboolean meeting = item->lane == FRAM_LANE_MEETINGS, promise = item->lane == FRAM_LANE_COMMITMENTS;

  switch ((int)sign)
    {
    case FRAM_TIMELINE_SIGN_THREE_PARTY: return meeting && item->shape == FRAM_MEETING_THREE_PARTY;
    case FRAM_TIMELINE_SIGN_SIP: return meeting && item->shape == FRAM_MEETING_SIP;
    case FRAM_TIMELINE_SIGN_TALK: return meeting && item->shape == FRAM_MEETING_TALK;
    case FRAM_TIMELINE_SIGN_TO_COME: return meeting && item->state == FRAM_ITEM_PLANNED;
    case FRAM_TIMELINE_SIGN_MISSED: return meeting && item->state == FRAM_ITEM_MISSED;
    case FRAM_TIMELINE_SIGN_MOVED: return meeting && item->state == FRAM_ITEM_MOVED;
    case FRAM_TIMELINE_SIGN_DONE: return promise && item->state == FRAM_ITEM_DONE;
    case FRAM_TIMELINE_SIGN_LATE: return promise && item->state == FRAM_ITEM_LATE;
    case FRAM_TIMELINE_SIGN_DUE: return promise && item->state == FRAM_ITEM_PLANNED;
    default: return !meeting && !promise && item->lane != FRAM_LANE_CHANGES && item->state == FRAM_ITEM_PLANNED;
    }
}

static gboolean
has_pause (const FramTimeline *timeline)
{
  for (guint i = 0; i < timeline->stretches->len; i++)
    if (g_array_index (timeline->stretches, FramStretch, i).kind == FRAM_STRETCH_PAUSE)
      return TRUE;
  return FALSE;
}

/* Somewhere hours rise. */
static gboolean
has_step (const FramTimeline *timeline)
{
  for (guint i = 0; i < timeline->items->len; i++)
    for (guint j = 0; j < timeline->items->len; j++)
      {
        const FramTimelineItem *one = g_ptr_array_index (timeline->items, i),
                               *two = g_ptr_array_index (timeline->items, j);

        if (one->lane == FRAM_LANE_WORKSHOPS && two->lane == FRAM_LANE_WORKSHOPS &&
            g_strcmp0 (one->row, two->row) == 0 && one->from < two->from && one->weekly_minutes >= 0 &&
            one->weekly_minutes < two->weekly_minutes)
          return TRUE;
      }
  return FALSE;
}

static gboolean
has_sign (const FramTimelineSheet *self, FramTimelineSign sign)
{
  const FramTimeline *timeline = self->timeline;

  if (sign == FRAM_TIMELINE_SIGN_GAP)
    return timeline->gaps->len > 0;
  if (sign == FRAM_TIMELINE_SIGN_STEP)
    return has_step (timeline);
  if (sign == FRAM_TIMELINE_SIGN_PAUSE)
    return has_pause (timeline);
  for (guint i = 0; i < timeline->items->len; i++)
    {
      const FramTimelineItem *item = g_ptr_array_index (timeline->items, i);

      if ((timeline->lanes & (1u << item->lane)) != 0 && item_has_sign (item, sign))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_status (const FramTimelineSheet *self, const char *code)
{
  const GArray *days = self->timeline->days;

  for (guint i = 0; i < days->len; i++)
    if (g_strcmp0 (g_array_index (days, FramTimelineDay, i).status, code) == 0)
      return TRUE;
  return FALSE;
}

/* In lines as long as the paper. */
static void
add_sign (FramTimelineSheet *self, int sign, const char *text)
{
  FramTimelineLegendItem item = { sign, g_strdup (text), 0, 0 };
  double width = SIGN_WIDTH + fram_print_text_width (text, FRAM_TIMELINE_SMALL);

  if (self->legend->len > 0)
    {
      const FramTimelineLegendItem *before =
          &g_array_index (self->legend, FramTimelineLegendItem, self->legend->len - 1);

      item.line = before->line;
      item.x = before->x + SIGN_WIDTH + fram_print_text_width (before->text, FRAM_TIMELINE_SMALL) + APART;
    }
  if (item.x > 0 && item.x + width > fram_timeline_sheet_width ())
    {
      item.line++;
      item.x = 0;
    }
  g_array_append_val (self->legend, item);
  self->n_legend_lines = item.line + 1;
}

void
fram_timeline_sheet_add_legend (FramTimelineSheet *self)
{
  for (int sign = 0; sign < FRAM_TIMELINE_SIGN_STATUS; sign++)
    if (has_sign (self, (FramTimelineSign)sign))
      add_sign (self, sign, sign_text ((FramTimelineSign)sign));
  for (guint i = 0; self->statuses != NULL && i < self->statuses->len; i++)
    {
      const FramStatus *status = &g_array_index (self->statuses, FramStatus, i);
      g_autofree char *text = NULL;

      if (!has_status (self, status->code))
        continue;
      text = g_strdup_printf ("%s %s", fram_status_get_letter (status), fram_status_get_name (status));
      add_sign (self, FRAM_TIMELINE_SIGN_STATUS + (int)status->shape, text);
    }
}

/* Below the drawing. */
double
fram_timeline_sheet_legend_y (const FramTimelineSheet *self, guint page)
{
  const FramTimelinePage *of = &g_array_index (self->pages, FramTimelinePage, page);

  return FRAM_PAPER_MARGIN + FRAM_PAPER_HEAD + of->layout->view.height * of->scale + 8;
}

/* --- list --- */

static char *
note_text (const FramTimelineItem *item, guint number)
{
  g_autofree char *day = fram_date_to_day_month (item->from);

  if (item->text != NULL)
    return g_strdup_printf ("%u) %s", number, item->text);
  /* Translators: a number in a drawing, a day, and what was on that day */
  return g_strdup_printf (C_ ("timeline", "%1$u) %2$s: %3$s"), number, day, item->label);
}

static void
collect (FramTimelineSheet *self)
{
  const FramTimeline *timeline = self->timeline;
  guint number = 0;

  if (timeline->gaps->len > 0)
    fram_paper_list_add_heading (self->list, C_ ("timeline", "Gaps"));
  for (guint i = 0; i < timeline->gaps->len; i++)
    fram_paper_list_add (self->list, fram_timeline_gap_to_words (&g_array_index (timeline->gaps, FramGap, i)));
  for (guint p = 0; p < self->pages->len; p++)
    {
      const GArray *notes = fram_timeline_layout_get_notes (g_array_index (self->pages, FramTimelinePage, p).layout);

      for (guint i = 0; i < notes->len; i++)
        {
          if (number == 0)
            fram_paper_list_add_heading (self->list, C_ ("timeline", "Numbers in the drawing"));
          fram_paper_list_add (
              self->list, note_text (g_ptr_array_index (timeline->items, g_array_index (notes, guint, i)), ++number));
        }
    }
}

void
fram_timeline_sheet_add_list (FramTimelineSheet *self)
{
  guint last = self->pages->len - 1;

  collect (self);
  self->n_pages = fram_paper_list_place (
      self->list, last, fram_timeline_sheet_legend_y (self, last) + self->n_legend_lines * FRAM_TIMELINE_LEGEND + 6);
}
