#include "fram-invitation.h"

#include "fram-page-text.h"
#include "fram-paper-page.h"
#include "fram-print-text.h"
#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* Half a page each: large letters, one thing in a line. */

#define M      40.0
#define WIDTH  (FRAM_PAPER_SHORT - 2 * M)
#define HALF   (FRAM_PAPER_LONG / 2)
#define TITLE  30.0
#define GROUP  19.0
#define BODY   16.0
#define SMALL  12.5
#define LABELS 118.0
#define ROW    9.0

/* One line: "Day", "Tuesday 17 November" */
typedef struct
{
  char *label;
  char *text;
} Line;

typedef struct
{
  char *title;
  char *sentence;
  GArray *lines; /* of Line */
  char *foot;
  char *house;
  gboolean rtl;
} Slip;

static void
line_clear (gpointer data)
{
  g_clear_pointer (&((Line *)data)->label, g_free);
  g_clear_pointer (&((Line *)data)->text, g_free);
}

static void
slip_free (gpointer data)
{
  Slip *self = data;

  g_array_unref (self->lines);
  g_free (self->title);
  g_free (self->sentence);
  g_free (self->foot);
  g_free (self->house);
  g_free (self);
}

static void
add_line (Slip *self, const char *label, char *text)
{
  Line line = { g_strdup (label), text };

  if (text != NULL && text[0] != '\0')
    g_array_append_val (self->lines, line);
  else
    line_clear (&line);
}

static char *
day_of (FramDate day)
{
  g_autofree char *date = fram_date_to_near_words (day, day);

  if (day == FRAM_DATE_NONE)
    return NULL;
  return g_strdup_printf ("%s %s", fram_weekday_name (fram_date_get_weekday (day)), date);
}

static Slip *
slip_new (const FramInvitation *from)
{
  Slip *self = g_new0 (Slip, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, line_clear);
  self->rtl = from->rtl;
  self->house = g_strdup (from->house);
  self->title = from->name != NULL
                    /* Translators: on an invitation, very plain words; the name of who is invited */
                    ? g_strdup_printf (C_ ("invitation", "Welcome, %s!"), from->name)
                    : g_strdup (C_ ("invitation", "Welcome!"));
  /* Translators: on an invitation, very plain words; the name of a group */
  self->sentence = g_strdup_printf (C_ ("invitation", "You can come to our group: %s"), from->group);
  add_line (self, C_ ("invitation", "Day"), day_of (from->day));
  add_line (self, C_ ("invitation", "Time"), fram_time_range_to_text (from->starts, from->ends));
  add_line (self, C_ ("invitation", "Place"), g_strdup (from->place));
  /* Translators: on an invitation, before who meets somebody new */
  add_line (self, C_ ("invitation", "Who"), g_strdup (from->meets));
  add_line (self, C_ ("invitation", "Bring"), g_strdup (from->bring));
  if (from->phone != NULL)
    /* Translators: on an invitation, very plain words; a telephone number */
    self->foot = g_strdup_printf (C_ ("invitation", "You cannot come? Call %s."), from->phone);
  return self;
}

static FramPageType
type_of (const Slip *self, double size, PangoWeight weight, int lines, const FramColour *colour)
{
  return (FramPageType){ size, weight, PANGO_ALIGN_LEFT, self->rtl, lines, colour };
}

static double
put (const Slip *self, cairo_t *cr, const char *text, FramPageType type, double x, double y, double width)
{
  double left = self->rtl ? FRAM_PAPER_SHORT - x - width : x;

  return text != NULL && text[0] != '\0' ? fram_page_text_draw (cr, text, &type, left, y, width) : 0;
}

/* Letters shrink until everything stands on the slip; texts are short, so that they hardly ever do. */
static double
lines_height (const Slip *self, double scale)
{
  FramPageType type = type_of (self, BODY * scale, PANGO_WEIGHT_NORMAL, 0, NULL);
  double height = 0;

  for (guint i = 0; i < self->lines->len; i++)
    height += fram_page_text_height (g_array_index (self->lines, Line, i).text, &type, WIDTH - LABELS) + ROW * scale;
  return height;
}

static void
draw_lines (const Slip *self, const FramPrintPalette *p, double y, double room, cairo_t *cr)
{
  double scale = 1;

  while (scale > 0.5 && lines_height (self, scale) > room)
    scale -= 0.05;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      put (self, cr, line->label, type_of (self, BODY * scale, PANGO_WEIGHT_NORMAL, 1, &p->dim), M, y, LABELS - 8);
      y += put (self, cr, line->text, type_of (self, BODY * scale, PANGO_WEIGHT_BOLD, 0, &p->ink), M + LABELS, y,
                WIDTH - LABELS) +
           ROW * scale;
    }
}

static void
draw_slip (const Slip *self, const FramPrintPalette *p, cairo_t *cr)
{
  FramPageType house = type_of (self, SMALL, PANGO_WEIGHT_NORMAL, 1, &p->dim);
  double y = M, bottom = HALF - M;

  y += put (self, cr, self->title, type_of (self, TITLE, PANGO_WEIGHT_ULTRABOLD, 1, &p->ink), M, y, WIDTH) + 4;
  y += put (self, cr, self->sentence, type_of (self, GROUP, PANGO_WEIGHT_NORMAL, 2, &p->ink), M, y, WIDTH) + 14;
  fram_print_set_colour (cr, &p->frame);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, M, y);
  cairo_line_to (cr, M + WIDTH, y);
  cairo_stroke (cr);
  draw_lines (self, p, y + 14, bottom - y - 44, cr);
  put (self, cr, self->foot, type_of (self, SMALL, PANGO_WEIGHT_NORMAL, 1, &p->ink), M, bottom - 18, WIDTH - 170);
  house.align = PANGO_ALIGN_RIGHT;
  put (self, cr, self->house, house, M + WIDTH - 160, bottom - 18, 160);
}

static void
draw_cut (const FramPrintPalette *p, cairo_t *cr)
{
  const double dashes[] = { 5, 4 };

  fram_print_set_colour (cr, &p->frame);
  cairo_set_line_width (cr, 0.8);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, 12, HALF);
  cairo_line_to (cr, FRAM_PAPER_SHORT - 12, HALF);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_page (const FramPaper *paper, guint page, FramLook look, gboolean has_ground, double width, double height,
           cairo_t *cr)
{
  FramPrintPalette palette;

  fram_print_palette_init (&palette, look, FALSE);
  fram_paper_page_begin (cr, FRAM_PAPER_SHORT, FRAM_PAPER_LONG, has_ground ? &palette.ground : NULL, width, height);
  draw_slip (paper->data, &palette, cr);
  draw_cut (&palette, cr);
  cairo_translate (cr, 0, HALF);
  draw_slip (paper->data, &palette, cr);
  fram_paper_page_end (cr);
}

static char *
tell (const FramPaper *paper, guint page)
{
  const Slip *self = paper->data;
  GString *text = g_string_new (self->title);

  g_string_append_printf (text, " %s", self->sentence);
  for (guint i = 0; i < self->lines->len; i++)
    g_string_append_printf (text, "; %s: %s", g_array_index (self->lines, Line, i).label,
                            g_array_index (self->lines, Line, i).text);
  if (self->foot != NULL)
    g_string_append_printf (text, "; %s", self->foot);
  return g_string_free (text, FALSE);
}

/**
 * fram_invitation_paper_new:
 * @invitation: what stands on it
 *
 * Returns: (transfer full): one standing page
 */
FramPaper *
fram_invitation_paper_new (const FramInvitation *invitation)
{
  /* Translators: what is printed; the name of a group */
  g_autofree char *title = g_strdup_printf (_ ("Invitation to %s"), invitation->group);
  FramPaper *paper = fram_paper_new (title, draw_page, slip_new (invitation), slip_free);

  fram_paper_set_file_stem (paper, title);
  paper->log_text = g_strdup (invitation->log_text);
  paper->made_at = invitation->printed_at;
  paper->width = FRAM_PAPER_SHORT;
  paper->height = FRAM_PAPER_LONG;
  paper->describe = fram_paper_page_to_words;
  paper->tell = tell;
  if (invitation->participant != NULL)
    g_array_append_vals (paper->people, invitation->participant, 1);
  return paper;
}
