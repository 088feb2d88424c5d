#include "fram-sheet-drawing.h"

#include "fram-sheet-words.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* Draws the headings of a sheet and the sums at its bottom. */

static void
draw_week_heading (const FramSheetDrawing *d, const FramSheetDay *day, double x, const GdkRGBA *ink)
{
  gboolean wide = d->l->day >= fram_sheet_scaled (d, 100);
  double pad = fram_sheet_scaled (d, wide ? 10 : 2), width = d->l->day - 2 * pad, half = d->l->head / 2,
         top = fram_sheet_scaled (d, 3);
  float align = wide ? 0 : 0.5;
  g_autofree char *hours = fram_time_range_to_text (day->opens, day->closes);
  g_autofree char *date = NULL, *below = NULL;
  int y, m, n;

  fram_date_get_ymd (day->day, &y, &m, &n);
  if (d->l->form == FRAM_SHEET_NARROW)
    {
      g_autofree char *number = g_strdup_printf ("%d", n);

      fram_sheet_text (d, FRAM_SHEET_SMALL, fram_weekday_short_name (fram_date_get_weekday (day->day)), x, top,
                       d->l->day, half - top, 0.5, day->is_off ? &d->dim : ink);
      fram_sheet_text (d, FRAM_SHEET_SMALL_BOLD, number, x, half - 1, d->l->day, half - top, 0.5,
                       day->is_off ? &d->dim : ink);
      return;
    }
  date = wide ? fram_date_to_short_words (day->day)
              : g_strdup_printf ("%s %d", fram_weekday_short_name (fram_date_get_weekday (day->day)), n);
  if (day->note != NULL)
    below = g_strdup (day->note);
  else if (day->day == d->sheet->today && wide)
    /* Translators: the opening hours of today, in a heading: "Today · 08–16" */
    below =
        hours[0] != '\0' ? g_strdup_printf (C_ ("heading", "Today · %s"), hours) : g_strdup (C_ ("heading", "Today"));
  else
    below = g_steal_pointer (&hours);
  if (fram_sheet_look_width (d->look, FRAM_SHEET_SMALL_BOLD, date) > width)
    {
      g_free (date);
      date = wide ? g_strdup_printf ("%s %d", fram_weekday_short_name (fram_date_get_weekday (day->day)), n)
                  : g_strdup_printf ("%d", n);
    }
  fram_sheet_text (d, FRAM_SHEET_SMALL_BOLD, date, x + pad, top, width, half - top, align, ink);
  fram_sheet_text (d, FRAM_SHEET_SMALL, below, x + pad, half - 1, width, half - top, align,
                   day->day == d->sheet->today ? ink : &d->dim);
}

static void
draw_month_heading (const FramSheetDrawing *d, const FramSheetDay *day, double x, const GdkRGBA *ink)
{
  gboolean lines = d->l->form == FRAM_SHEET_NARROW;
  g_autofree char *letter = g_utf8_substring (fram_weekday_short_name (fram_date_get_weekday (day->day)), 0, 1);
  g_autofree char *number = NULL;
  int y, m, n;

  fram_date_get_ymd (day->day, &y, &m, &n);
  /* where days stand close, the first of each week is enough */
  if (lines && fram_date_get_weekday (day->day) != 1 && n != 1)
    return;
  number = g_strdup_printf ("%d", n);
  if (!lines)
    fram_sheet_text (d, FRAM_SHEET_SMALL, letter, x, fram_sheet_scaled (d, 4), d->l->day,
                     d->l->head / 2 - fram_sheet_scaled (d, 4), 0.5, day->is_off ? &d->dim : ink);
  fram_sheet_text (d, FRAM_SHEET_SMALL_BOLD, number, x, lines ? 0 : d->l->head / 2 - 2, d->l->day,
                   d->l->head / (lines ? 1 : 2), 0.5, day->is_off ? &d->dim : ink);
}

static void
draw_sum_headings (const FramSheetDrawing *d)
{
  double left = d->l->name - d->left, half = d->l->head / 2, top = fram_sheet_scaled (d, 3);

  for (guint i = 0; d->l->count > 0 && i < FRAM_SHEET_COUNTS; i++)
    {
      const FramStatus *status = fram_sheet_find_status (d, fram_sheet_get_counted ((guint)i));

      if (status != NULL)
        fram_sheet_mark (d, status, FRAM_SHEET_STACK, left + d->l->counts_x + i * d->l->count, fram_sheet_scaled (d, 4),
                         d->l->count, d->l->head - fram_sheet_scaled (d, 8));
    }
  fram_sheet_text (d, FRAM_SHEET_SMALL_BOLD, C_ ("column", "Hours"), left + d->l->hours_x, top,
                   d->l->hours - fram_sheet_scaled (d, FRAM_SHEET_PAD), half - top, 1, &d->text);
  fram_sheet_text (d, FRAM_SHEET_SMALL, C_ ("column", "done / planned"), left + d->l->hours_x, half - 1,
                   d->l->hours - fram_sheet_scaled (d, FRAM_SHEET_PAD), half - top, 1, &d->dim);
  fram_sheet_text (d, FRAM_SHEET_SMALL_BOLD, C_ ("column", "Attended"), left + d->l->rates_x, top,
                   d->l->rates - fram_sheet_scaled (d, 12), half - top, 1, &d->text);
  fram_sheet_text (d, FRAM_SHEET_SMALL, C_ ("column", "· or gave notice"), left + d->l->rates_x, half - 1,
                   d->l->rates - fram_sheet_scaled (d, 12), half - top, 1, &d->dim);
}

static guint
count_people (const FramSheetDrawing *d)
{
  guint n = 0;

  for (guint i = 0; i < d->sheet->rows->len; i++)
    n += !((const FramSheetRow *)g_ptr_array_index (d->sheet->rows, i))->is_bare;
  return n;
}

static void
draw_name_heading (const FramSheetDrawing *d)
{
  guint n = count_people (d);
  /* Translators: how many people are on the roster of the week or month */
  g_autofree char *people = g_strdup_printf (ngettext ("%u person", "%u people", n), n);
  double x = fram_sheet_scaled (d, d->l->form == FRAM_SHEET_NARROW ? 12 : 18), half = d->l->head / 2,
         top = fram_sheet_scaled (d, 3);

  if (d->l->name == 0)
    return;
  fram_sheet_text (d, FRAM_SHEET_SMALL_BOLD, C_ ("column", "Name"), x, top, d->l->name - x, half - top, 0, &d->text);
  fram_sheet_text (d, FRAM_SHEET_SMALL, people, x, half - 1, d->l->name - x, half - top, 0, &d->dim);
}

void
fram_sheet_draw_head (const FramSheetDrawing *d)
{
  fram_sheet_fill (d, fram_sheet_look_get_ground (d->look), 0, 0, d->width, d->l->head);
  gtk_snapshot_push_clip (d->snapshot, &GRAPHENE_RECT_INIT (d->l->name, 0, d->width - d->l->name, d->l->head));
  for (guint i = 0; i < d->l->n_days; i++)
    {
      const FramSheetDay *day = &g_array_index (d->sheet->days, FramSheetDay, i);
      double x = d->l->name + d->l->day_x[i] - d->left;
      gboolean today = day->day == d->sheet->today;
      GdkRGBA ground = fram_sheet_tint (fram_sheet_look_get_accent (d->look), 0.07);

      if (today)
        fram_sheet_fill (d, &ground, x, 0, d->l->day, d->l->head);
      (d->l->kind == FRAM_SHEET_WEEK ? draw_week_heading : draw_month_heading) (
          d, day, x, today ? fram_sheet_look_get_accent (d->look) : &d->text);
    }
  if (d->l->form != FRAM_SHEET_NARROW)
    draw_sum_headings (d);
  gtk_snapshot_pop (d->snapshot);
  draw_name_heading (d);
  fram_sheet_fill (d, &d->line, 0, 0, d->width, 1);
  fram_sheet_fill (d, &d->line, 0, d->l->head - 1, d->width, 1);
}

static void
draw_day_sums (const FramSheetDrawing *d, double y)
{
  for (guint i = 0; i < d->l->n_days; i++)
    {
      const FramSheetDay *day = &g_array_index (d->sheet->days, FramSheetDay, i);
      double x = d->l->name + d->l->day_x[i] - d->left,
             pad = d->l->day >= fram_sheet_scaled (d, 100) ? fram_sheet_scaled (d, 10) : 1;
      g_autofree char *here = fram_sheet_here_text (d->sheet, day, d->l->day < fram_sheet_scaled (d, 100));
      gboolean month = d->l->kind == FRAM_SHEET_MONTH;
      g_autofree char *figure = month && day->sums.counts.expected > 0
                                    ? g_strdup_printf ("%d", day->sums.counts.attended)
                                    : g_strdup (month ? "" : here);

      if (pad > 1)
        fram_sheet_text_in_lines (d, FRAM_SHEET_SMALL_BOLD, figure, x + pad, y, d->l->day - pad, d->l->foot, &d->text);
      else
        fram_sheet_text (d, FRAM_SHEET_SMALL_BOLD, figure, x + pad, y, d->l->day - pad, d->l->foot, 0.5, &d->text);
    }
}

void
fram_sheet_draw_foot (const FramSheetDrawing *d)
{
  double y = d->height - d->l->foot, x = fram_sheet_scaled (d, d->l->form == FRAM_SHEET_NARROW ? 12 : 18);
  gboolean lines = d->l->form == FRAM_SHEET_NARROW && d->l->kind == FRAM_SHEET_MONTH;

  fram_sheet_fill (d, fram_sheet_look_get_ground (d->look), 0, y, d->width, d->l->foot);
  if (!lines)
    {
      gtk_snapshot_push_clip (d->snapshot, &GRAPHENE_RECT_INIT (d->l->name, y, d->width - d->l->name, d->l->foot));
      draw_day_sums (d, y);
      fram_sheet_draw_sums (d, &d->sheet->sums, y, d->l->foot);
      gtk_snapshot_pop (d->snapshot);
    }
  if (d->l->form == FRAM_SHEET_NARROW)
    {
      double width = (lines ? d->width : d->l->name) - x - fram_sheet_scaled (d, 6);

      fram_sheet_draw_hours (d, &d->sheet->sums, x, y + 2, width, lines ? d->l->foot - 4 : d->l->foot * 0.4, 0);
      fram_sheet_draw_rates (d, &d->sheet->sums, lines ? x + width / 2 : x, lines ? y : y + d->l->foot * 0.4,
                             lines ? width / 2 : width, d->l->foot * (lines ? 1 : 0.56), lines ? 1 : 0);
    }
  else
    fram_sheet_text (d, FRAM_SHEET_SMALL_BOLD, C_ ("sheet", "Here, of those expected"), x, y, d->l->name - x,
                     d->l->foot, 0, &d->text);
  fram_sheet_fill (d, &d->line, 0, y, d->width, 1);
}
