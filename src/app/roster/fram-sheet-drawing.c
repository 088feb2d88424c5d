#include "fram-sheet-drawing.h"

#include "fram-sheet-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What the parts of a sheet are drawn with: texts, marks, hours and rates. */

/* The statuses that a month counts in columns of their own. */
static const char *const counted[FRAM_SHEET_COUNTS] = { "present", "late", "absent_notified", "absent_unnotified",
                                                        "sick" };

const char *
fram_sheet_get_counted (guint column)
{
  return counted[column];
}

int
fram_sheet_count_of (const FramSheetDrawing *d, const FramSheetSums *sums, guint column)
{
  for (guint i = 0; i < d->grid->statuses->len; i++)
    if (g_strcmp0 (g_array_index (d->grid->statuses, FramStatus, i).code, counted[column]) == 0)
      return sums->counts.by_status[i];
  return 0;
}

void
fram_sheet_fill (const FramSheetDrawing *d, const GdkRGBA *colour, double x, double y, double width, double height)
{
  gtk_snapshot_append_color (d->snapshot, colour, &GRAPHENE_RECT_INIT (x, y, width, height));
}

double
fram_sheet_text (const FramSheetDrawing *d, FramSheetFont font, const char *words, double x, double y, double width,
                 double height, float align, const GdkRGBA *colour)
{
  return fram_sheet_look_text (d->look, d->snapshot, font, words, &GRAPHENE_RECT_INIT (x, y, MAX (0, width), height),
                               align, colour);
}

GdkRGBA
fram_sheet_tint (const GdkRGBA *colour, double alpha)
{
  GdkRGBA tinted = *colour;

  tinted.alpha *= alpha;
  return tinted;
}

void
fram_sheet_mark (const FramSheetDrawing *d, const FramStatus *status, FramSheetMarkForm form, double x, double y,
                 double width, double height)
{
  fram_sheet_look_mark (d->look, d->snapshot, status, form,
                        &GRAPHENE_RECT_INIT (floor (x), floor (y), floor (width), floor (height)));
}

/* After the dash of a time, else after the last space. */
static const char *
find_break (const char *words)
{
  const char *dash = strstr (words, "–"), *dot = strstr (words, " · "), *space = strrchr (words, ' ');

  if (dash != NULL)
    return dash + strlen ("–");
  return dot != NULL ? dot + strlen (" · ") : space != NULL ? space + 1 : NULL;
}

/* In one line, or where that is too long in two; what still does not fit is shortened. */
void
fram_sheet_text_in_lines (const FramSheetDrawing *d, FramSheetFont font, const char *words, double x, double y,
                          double width, double height, const GdkRGBA *colour)
{
  const char *part = find_break (words);
  g_autofree char *first = NULL;

  if (part == NULL || fram_sheet_look_width (d->look, font, words) <= width)
    {
      fram_sheet_text (d, font, words, x, y, width, height, 0, colour);
      return;
    }
  first = g_strchomp (g_strndup (words, (gsize)(part - words)));
  if (g_str_has_suffix (first, " ·"))
    first[strlen (first) - strlen (" ·")] = '\0';
  fram_sheet_text (d, font, first, x, y + height * 0.1, width, height * 0.4, 0, colour);
  fram_sheet_text (d, font, part, x, y + height * 0.5, width, height * 0.4, 0, colour);
}

/* "9 / 9 h": what is done is bold. */
void
fram_sheet_draw_hours (const FramSheetDrawing *d, const FramSheetSums *sums, double x, double y, double width,
                       double height, float align)
{
  g_autofree char *done = fram_sheet_clock_hours (sums->attended_minutes);
  g_autofree char *planned = fram_sheet_clock_hours (sums->planned_minutes);
  /* Translators: hours planned, after the hours done: " / 9 h" */
  g_autofree char *rest = g_strdup_printf (C_ ("hours", " / %s h"), planned);
  double bold = fram_sheet_look_width (d->look, FRAM_SHEET_BOLD, done);
  double small = fram_sheet_look_width (d->look, FRAM_SHEET_SMALL, rest), at = x + align * (width - bold - small);

  fram_sheet_text (d, FRAM_SHEET_BOLD, done, at, y, bold + 1, height, 0, &d->text);
  fram_sheet_text (d, FRAM_SHEET_SMALL, rest, at + bold, y + 1, width, height, 0, &d->dim);
}

/* The rates, and right below them what they leave out. */
void
fram_sheet_draw_rates (const FramSheetDrawing *d, const FramSheetSums *sums, double x, double y, double width,
                       double height, float align)
{
  g_autofree char *rates = fram_sheet_rates_text (sums), *left_out = fram_sheet_left_out (sums);

  if (left_out == NULL)
    {
      fram_sheet_text (d, FRAM_SHEET_SMALL_BOLD, rates, x, y, width, height, align, &d->text);
      return;
    }
  if (fram_sheet_look_width (d->look, FRAM_SHEET_SMALL, left_out) > width)
    {
      g_free (left_out);
      /* Translators: so many sessions have no mark and are not part of the percentage above; as short as can be */
      left_out = g_strdup_printf (C_ ("sheet", "%d not counted"), sums->counts.unmarked);
    }
  fram_sheet_text (d, FRAM_SHEET_SMALL_BOLD, rates, x, y + height * 0.06, width, height * 0.48, align, &d->text);
  fram_sheet_text (d, FRAM_SHEET_SMALL, left_out, x, y + height * 0.48, width, height * 0.44, align, &d->dim);
}

const FramStatus *
fram_sheet_find_status (const FramSheetDrawing *d, const char *code)
{
  for (guint i = 0; i < d->grid->statuses->len; i++)
    if (g_strcmp0 (g_array_index (d->grid->statuses, FramStatus, i).code, code) == 0)
      return &g_array_index (d->grid->statuses, FramStatus, i);
  return NULL;
}

static void
draw_counts (const FramSheetDrawing *d, const FramSheetSums *sums, double y, double height)
{
  double x = d->l->name + d->l->counts_x - d->left;

  for (guint i = 0; d->l->count > 0 && i < FRAM_SHEET_COUNTS; i++)
    {
      int n = fram_sheet_count_of (d, sums, i);
      g_autofree char *figure = g_strdup_printf ("%d", n);

      fram_sheet_text (d, n > 0 ? FRAM_SHEET_SMALL_BOLD : FRAM_SHEET_SMALL, figure, x + i * d->l->count, y, d->l->count,
                       height, 0.5, n > 0 ? &d->text : &d->dim);
    }
}

void
fram_sheet_draw_sums (const FramSheetDrawing *d, const FramSheetSums *sums, double y, double height)
{
  double left = d->l->name - d->left;

  if (d->l->form == FRAM_SHEET_NARROW)
    return;
  draw_counts (d, sums, y, height);
  fram_sheet_draw_hours (d, sums, left + d->l->hours_x, y, d->l->hours - fram_sheet_scaled (d, FRAM_SHEET_PAD), height,
                         1);
  fram_sheet_draw_rates (d, sums, left + d->l->rates_x, y, d->l->rates - fram_sheet_scaled (d, 12), height, 1);
}
