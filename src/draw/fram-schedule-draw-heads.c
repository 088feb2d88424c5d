#include "fram-schedule-draw-private.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

/* The names of the days. */

#define SMALL  12.5
#define HEAD_X 10.0

typedef const FramScheduleLayout Layout;
typedef const FramSchedulePalette Palette;

static const FramScheduleHead *
get_head (Layout *l, int day)
{
  return &g_array_index (l->picture->heads, FramScheduleHead, day);
}

static double
head_width (Layout *l)
{
  return l->day - (HEAD_X + 4) * MIN (l->room.scale, 1);
}

static char *
name_of_day (Layout *l, FramDate day, gboolean in_short)
{
  int weekday = fram_date_get_weekday (day);
  const char *name = in_short ? fram_weekday_short_name (weekday) : fram_weekday_name (weekday);

  if (day == l->picture->today && !l->room.is_paper)
    /* Translators: above today's column: "Thursday · today" */
    return g_strdup_printf (C_ ("schedule", "%s · today"), name);
  if (l->room.is_paper)
    return fram_text_capitalise (name);
  return g_strdup (name);
}

static char *
date_of_day (FramDate day, gboolean in_short)
{
  int y, m, d;

  if (!in_short)
    return fram_date_to_near_words (day, day);
  fram_date_get_ymd (day, &y, &m, &d);
  /* Translators: day and month in figures, where there is no room for the month's name: "12/11" */
  return g_strdup_printf (C_ ("date", "%1$d/%2$d"), d, m);
}

/* All of them in full, or all of them short. */
static gboolean
has_room (Layout *l, gboolean for_dates)
{
  FramTextType type = { (for_dates ? SMALL : FRAM_SCHEDULE_TITLE) * l->room.scale, !for_dates, l->room.is_paper };

  for (int day = 0; day < l->n_days; day++)
    {
      g_autofree char *text =
          for_dates ? date_of_day (get_head (l, day)->day, FALSE) : name_of_day (l, get_head (l, day)->day, FALSE);

      if (fram_drawn_text_width (text, &type) > head_width (l))
        return FALSE;
    }
  return TRUE;
}

/* "Monday 9/11" in one line. */
static void
draw_paper_head (Layout *l, Palette *p, const FramPrintBox *box, const FramScheduleHead *head, gboolean short_name,
                 cairo_t *cr)
{
  double scale = l->room.scale, width;
  FramTextType bold = { 15 * scale, TRUE, TRUE }, plain = { 13 * scale, FALSE, TRUE };
  g_autofree char *name = name_of_day (l, head->day, short_name), *date = date_of_day (head->day, TRUE);
  FramPrintBox row = *box;

  width = fram_schedule_text (l, cr, &row, 11 * scale, name, &bold, &p->sheet.ink) + 5 * scale;
  row.width -= width;
  row.x += l->room.rtl ? 0 : width;
  fram_schedule_text (l, cr, &row, 11 * scale, date, &plain, &p->sheet.dim);
  if (head->note != NULL)
    fram_schedule_text (l, cr, box, 28 * scale, head->note, &plain, &p->sheet.ink);
}

static void
draw_day_head (Layout *l, Palette *p, int day, gboolean short_name, gboolean short_date, cairo_t *cr)
{
  FramPrintBox box = fram_schedule_layout_box (l, day, l->first, l->last);
  const FramScheduleHead *head = get_head (l, day);
  double scale = l->room.scale, margin = HEAD_X * MIN (scale, 1);
  FramTextType bold = { FRAM_SCHEDULE_TITLE * scale, TRUE, FALSE }, plain = { SMALL * scale, FALSE, FALSE };
  g_autofree char *name = name_of_day (l, head->day, short_name), *date = date_of_day (head->day, short_date);
  gboolean today = head->day == l->picture->today;

  box.width = head_width (l);
  box.x += l->room.rtl ? 4 * MIN (scale, 1) : margin;
  if (l->room.is_paper)
    {
      draw_paper_head (l, p, &box, head, short_name, cr);
      return;
    }
  fram_schedule_text (l, cr, &box, 14 * scale, name, &bold, today ? &p->accent : &p->sheet.ink);
  fram_schedule_text (l, cr, &box, 30 * scale, date, &plain, today ? &p->accent : &p->sheet.dim);
  if (head->note != NULL)
    fram_schedule_text (l, cr, &box, 47 * scale, head->note, &plain, &p->sheet.ink);
}

void
fram_schedule_draw_heads (Layout *l, Palette *p, cairo_t *cr)
{
  gboolean short_name = !has_room (l, FALSE), short_date = !has_room (l, TRUE);

  for (int day = 0; day < l->n_days; day++)
    draw_day_head (l, p, day, short_name, short_date, cr);
}
