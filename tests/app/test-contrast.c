#include "fram-test.h"

#include "fram-palette.h"
#include "fram-timeline-draw.h"

#include <adwaita.h>
#include <math.h>

/* Contrast of every status colour and of every text colour on its ground, in the four looks, as VISUAL.md and WCAG 2.1 (1.4.3
 * and 1.4.11) ask for it: text 4.5 : 1, marks 3 : 1, in high contrast 7 : 1 and 4.5 : 1. */

#define BASE "/se/framsteg/Framsteg/"

static const char *const look_names[FRAM_N_STYLES] = { "light", "dark", "high contrast", "high contrast dark" };

/* The style sheets that libadwaita loads for each look, later ones over earlier ones. */
static const char *const sheets[FRAM_N_STYLES][5] = {
  [FRAM_STYLE_LIGHT] = { "style.css" },
  [FRAM_STYLE_DARK] = { "style.css", "style-dark.css" },
  [FRAM_STYLE_LIGHT_CONTRAST] = { "style.css", "style-hc.css" },
  [FRAM_STYLE_DARK_CONTRAST] = { "style.css", "style-dark.css", "style-hc.css", "style-hc-dark.css" },
};

typedef struct
{
  GHashTable *named[FRAM_N_STYLES]; /* name → GdkRGBA */
} Fixture;

static void
read_sheet (GHashTable *named, const char *sheet)
{
  g_autofree char *path = g_strconcat (BASE, sheet, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("@define-color\\s+(\\w+)\\s+([^;]+);", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_nonnull (bytes);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *value = g_match_info_fetch (match, 2);
      GdkRGBA colour;

      /* a colour made of another one is as good as that */
      if (gdk_rgba_parse (&colour, value))
        g_hash_table_insert (named, g_match_info_fetch (match, 1), g_memdup2 (&colour, sizeof colour));
    }
}

static void
set_up (Fixture *f, gconstpointer data)
{
  for (int style = 0; style < FRAM_N_STYLES; style++)
    {
      f->named[style] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      for (int i = 0; sheets[style][i] != NULL; i++)
        read_sheet (f->named[style], sheets[style][i]);
    }
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  for (int style = 0; style < FRAM_N_STYLES; style++)
    g_hash_table_unref (f->named[style]);
}

static GdkRGBA
named (Fixture *f, int style, const char *name)
{
  const GdkRGBA *colour = g_hash_table_lookup (f->named[style], name);

  if (colour == NULL)
    g_error ("%s is not defined for %s", name, look_names[style]);
  return *colour;
}

static GdkRGBA
over (GdkRGBA top, GdkRGBA ground)
{
  return (GdkRGBA){ top.red * top.alpha + ground.red * (1 - top.alpha),
                    top.green * top.alpha + ground.green * (1 - top.alpha),
                    top.blue * top.alpha + ground.blue * (1 - top.alpha), 1 };
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (GdkRGBA colour)
{
  return 0.2126 * linear (colour.red) + 0.7152 * linear (colour.green) + 0.0722 * linear (colour.blue);
}

static double
contrast (GdkRGBA ink, GdkRGBA ground)
{
  double a = luminance (over (ink, ground)), b = luminance (ground);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

static gboolean
is_high (int style)
{
  return style == FRAM_STYLE_LIGHT_CONTRAST || style == FRAM_STYLE_DARK_CONTRAST;
}

/* VISUAL.md gives its figures with one decimal. */
static void
check (int style, const char *what, GdkRGBA ink, GdkRGBA ground, double least)
{
  double ratio = contrast (ink, ground);

  if (round (ratio * 10) / 10 < least)
    {
      g_test_message ("%s, %s: %.2f, not %.1f", look_names[style], what, ratio, least);
      g_test_fail ();
    }
}

static void
check_text (int style, const char *what, GdkRGBA ink, GdkRGBA ground)
{
  check (style, what, ink, ground, is_high (style) ? 7 : 4.5);
}

static void
check_mark (int style, const char *what, GdkRGBA ink, GdkRGBA ground)
{
  check (style, what, ink, ground, is_high (style) ? 4.5 : 3);
}

/* Cards are partly transparent in the dark style. */
static GdkRGBA
card (Fixture *f, int style)
{
  return over (named (f, style, "card_bg_color"), named (f, style, "window_bg_color"));
}

/* A selected row. */
static GdkRGBA
chosen (Fixture *f, int style)
{
  GdkRGBA accent = named (f, style, "accent_bg_color");

  accent.alpha = 0.12f;
  return over (accent, named (f, style, "view_bg_color"));
}

static void
test_statuses (Fixture *f, gconstpointer data)
{
  for (int style = 0; style < FRAM_N_STYLES; style++)
    for (int shape = FRAM_SHAPE_UNMARKED; shape <= FRAM_SHAPE_SQUARE; shape++)
      {
        g_autofree char *what = g_strdup_printf ("status shape %d", shape);
        GdkRGBA colour = fram_palette_get_status (shape, style);
        GdkRGBA view = named (f, style, "view_bg_color");

        check_mark (style, what, colour, view);
        check_mark (style, what, colour, card (f, style));
        check_mark (style, what, colour, chosen (f, style));
        check_mark (style, what, colour, named (f, style, "window_bg_color"));
        if (shape == FRAM_SHAPE_UNMARKED)
          continue; /* it has no letter and no fill */
        check (style, what, colour, view, 4.5);
        check (style, what, colour, card (f, style), 4.5);
        check (style, "letter on it", fram_palette_get_ink (FRAM_INK_ON_FILL, style), colour, 4.5);
      }
}

static void
test_inks (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *what;
    FramInk ink, ground;
  } pairs[] = {
    { "chip", FRAM_INK_CHIP, FRAM_INK_CHIP_GROUND },
    { "badge, info", FRAM_INK_INFO, FRAM_INK_INFO_GROUND },
    { "badge, warning", FRAM_INK_WARNING, FRAM_INK_WARNING_GROUND },
    { "badge, error", FRAM_INK_ERROR, FRAM_INK_ERROR_GROUND },
  };

  for (int style = 0; style < FRAM_N_STYLES; style++)
    {
      GdkRGBA view = named (f, style, "view_bg_color");

      for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
        check_text (style, pairs[i].what, fram_palette_get_ink (pairs[i].ink, style),
                    over (fram_palette_get_ink (pairs[i].ground, style), view));
      check_text (style, "dim text", fram_palette_get_ink (FRAM_INK_DIM, style), view);
      check_mark (style, "mark that is not chosen", fram_palette_get_ink (FRAM_INK_IDLE, style),
                  over (fram_palette_get_ink (FRAM_INK_TROUGH, style), view));
    }
}

static void
test_named (Fixture *f, gconstpointer data)
{
  static const char *const pairs[][2] = {
    { "accent_fg_color", "accent_bg_color" },
    { "accent_color", "window_bg_color" },
    { "accent_color", "view_bg_color" },
    { "fram_dim_color", "window_bg_color" },
    { "fram_dim_color", "view_bg_color" },
    { "fram_dim_color", "headerbar_bg_color" },
    { "fram_on_mark_color", "fram_present_color" },
    { "fram_info_color", "fram_info_bg_color" },
    { "fram_warning_color", "fram_warning_bg_color" },
    { "fram_error_color", "fram_error_bg_color" },
  };

  for (int style = 0; style < FRAM_N_STYLES; style++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
        {
          g_autofree char *what = g_strdup_printf ("%s on %s", pairs[i][0], pairs[i][1]);
          GdkRGBA ground = over (named (f, style, pairs[i][1]), named (f, style, "window_bg_color"));

          /* white on the accent is what the desktop gives its buttons */
          check (style, what, named (f, style, pairs[i][0]), ground, is_high (style) && i > 0 ? 7 : 4.5);
        }
      check_text (style, "dim text on a card", named (f, style, "fram_dim_color"), card (f, style));
      check_mark (style, "focus ring", named (f, style, "accent_color"), chosen (f, style));
    }
}

static GdkRGBA
rgba_of (FramColour colour)
{
  return (GdkRGBA){ (float)colour.red, (float)colour.green, (float)colour.blue, 1 };
}

/* What the window lays over a timeline: the keyboard's ring beside its light line, the edges of selected days and the date
 * under the pointer; and the drawing's own texts while days are selected, whose ground is tinted. */
static void
test_over_timeline (Fixture *f, gconstpointer data)
{
  static const FramLook looks[FRAM_N_STYLES] = { FRAM_LOOK_LIGHT, FRAM_LOOK_DARK, FRAM_LOOK_LIGHT_CONTRAST,
                                                 FRAM_LOOK_DARK_CONTRAST };

  for (int style = 0; style < FRAM_N_STYLES; style++)
    {
      GdkRGBA accent = named (f, style, "accent_color"), ground, ink, tinted = accent;
      FramTimelinePalette palette;

      fram_timeline_palette_init (&palette, looks[style], TRUE);
      ground = rgba_of (palette.ground);
      ink = rgba_of (palette.ink);
      tinted.alpha = 0.14f;
      tinted = over (tinted, ground);
      check_mark (style, "ring on a timeline", accent, ground);
      check_mark (style, "edge of selected days", accent, tinted);
      check_text (style, "date under the pointer", ground, ink);
      check_text (style, "text among selected days", ink, tinted);
      check (style, "dim text among selected days", rgba_of (palette.dim), tinted, 4.5);
    }
}

static void
assert_same (GdkRGBA a, GdkRGBA b)
{
  g_assert_cmpfloat_with_epsilon (a.red, b.red, 0.003);
  g_assert_cmpfloat_with_epsilon (a.green, b.green, 0.003);
  g_assert_cmpfloat_with_epsilon (a.blue, b.blue, 0.003);
  g_assert_cmpfloat_with_epsilon (a.alpha, b.alpha, 0.003);
}

/* What is drawn and what the style sheets colour are the same colours. */
static void
test_same_colours (Fixture *f, gconstpointer data)
{
  for (int style = 0; style < FRAM_N_STYLES; style++)
    {
      assert_same (named (f, style, "fram_present_color"), fram_palette_get_status (FRAM_SHAPE_DISC, style));
      assert_same (named (f, style, "fram_on_mark_color"), fram_palette_get_ink (FRAM_INK_ON_FILL, style));
      assert_same (named (f, style, "fram_info_color"), fram_palette_get_ink (FRAM_INK_INFO, style));
      assert_same (named (f, style, "fram_info_bg_color"), fram_palette_get_ink (FRAM_INK_INFO_GROUND, style));
      assert_same (named (f, style, "fram_warning_color"), fram_palette_get_ink (FRAM_INK_WARNING, style));
      assert_same (named (f, style, "fram_warning_bg_color"), fram_palette_get_ink (FRAM_INK_WARNING_GROUND, style));
      assert_same (named (f, style, "fram_error_color"), fram_palette_get_ink (FRAM_INK_ERROR, style));
      assert_same (named (f, style, "fram_error_bg_color"), fram_palette_get_ink (FRAM_INK_ERROR_GROUND, style));
      assert_same (named (f, style, "fram_dim_color"), fram_palette_get_ink (FRAM_INK_DIM, style));
    }
}

/* The yardstick itself, against figures of WCAG and of VISUAL.md. */
static void
test_yardstick (void)
{
  GdkRGBA white, black, green, grey;

  gdk_rgba_parse (&white, "#ffffff");
  gdk_rgba_parse (&black, "#000000");
  gdk_rgba_parse (&green, "#18794e");
  gdk_rgba_parse (&grey, "#77767b");
  g_assert_cmpfloat_with_epsilon (contrast (black, white), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (contrast (white, white), 1, 0.001);
  g_assert_cmpfloat_with_epsilon (contrast (green, white), 5.4, 0.05);
  g_assert_cmpfloat_with_epsilon (contrast (grey, white), 4.5, 0.05);
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/contrast/yardstick", test_yardstick);
  g_test_add ("/contrast/statuses", Fixture, NULL, set_up, test_statuses, tear_down);
  g_test_add ("/contrast/inks", Fixture, NULL, set_up, test_inks, tear_down);
  g_test_add ("/contrast/style-sheets", Fixture, NULL, set_up, test_named, tear_down);
  g_test_add ("/contrast/over-a-timeline", Fixture, NULL, set_up, test_over_timeline, tear_down);
  g_test_add ("/contrast/same-colours", Fixture, NULL, set_up, test_same_colours, tear_down);
  return g_test_run ();
}
