#include "fram-ctl-commands.h"
#include "fram-desk-capacity.h"
#include "fram-desk-progression.h"
#include "fram-desk-timeline-print.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Larger pictures take more memory than a sheet is worth. */
#define MAX_SIZE 10000

/* The words of the command, as they were given. */
typedef struct
{
  char *date;
  char *week;
  char *month;
  char *kind;
  char *output;
  char *size;
  char *style;
  char *view;
  char *raters;
  char *set;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->date);
  g_free (words->week);
  g_free (words->month);
  g_free (words->kind);
  g_free (words->output);
  g_free (words->size);
  g_free (words->style);
  g_free (words->view);
  g_free (words->raters);
  g_free (words->set);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
usage (GError **error, const char *sentence)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_USAGE, sentence);
  return FALSE;
}

/* Without a kind a day is a list for signatures, a week and a month are what is marked. */
static gboolean
read_kind (const Words *words, FramPrintKind *kind, GError **error)
{
  const char *code = words->kind;

  if ((words->date != NULL) + (words->week != NULL) + (words->month != NULL) > 1)
    return usage (error, _ ("A day, a week or a month? Give one of --date, --week and --month."));
  if (code == NULL)
    code = words->month != NULL ? "month" : words->week != NULL ? "week" : "signatures";
  if (strcmp (code, "signatures") == 0 && words->week != NULL)
    code = "signatures-week";
  if (!fram_print_kind_from_code (code, kind))
    return usage (error, _ ("There are these kinds: signatures, signatures-week, filled, week, month."));
  if (words->month != NULL && *kind != FRAM_PRINT_MONTH)
    return usage (error, _ ("A month has only the kind “month”."));
  if (words->week != NULL && *kind != FRAM_PRINT_WEEK && *kind != FRAM_PRINT_SIGNATURES_WEEK)
    return usage (error, _ ("A week has the kinds “week” and “signatures”."));
  return TRUE;
}

static gboolean
read_size (const char *text, FramSheetFile *file, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "x", 2);
  gint64 width = 0, height = 0;

  if (text == NULL)
    return TRUE;
  if (g_strv_length (parts) != 2)
    return usage (error, _ ("Write a size as width and height: --size 1240x1754."));
  if (!fram_ctl_parse_count (parts[0], 16, MAX_SIZE, &width, error) ||
      !fram_ctl_parse_count (parts[1], 16, MAX_SIZE, &height, error))
    return FALSE;
  file->width = (double)width;
  file->height = (double)height;
  return TRUE;
}

static gboolean
read_look (const char *style, FramSheetFile *file, GError **error)
{
  file->look = g_strcmp0 (style, "dark") == 0 ? FRAM_LOOK_DARK : FRAM_LOOK_LIGHT;
  if (style == NULL || strcmp (style, "light") == 0 || strcmp (style, "dark") == 0)
    return TRUE;
  return usage (error, _ ("There are these styles: light, dark."));
}

static gboolean
read_day (FramCtl *ctl, const Words *words, FramDate *day, GError **error)
{
  FramDate home = fram_desk_get_home_day (ctl->desk);

  if (words->week != NULL)
    return fram_ctl_parse_week (words->week, home, day, error);
  if (words->month != NULL)
    return fram_ctl_parse_month (words->month, day, error);
  return fram_ctl_parse_date (words->date, home, day, error);
}

static gboolean
print_files (GStrv files)
{
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    fram_ctl_print ("%s\n", files[i]);
  return files != NULL;
}

static gboolean
save (FramCtl *ctl, const FramRosterSheet *sheet, const FramSheetFile *file, GError **error)
{
  g_auto (GStrv) files = fram_desk_save_sheet (ctl->desk, sheet, file, error);

  return print_files (files);
}

/**
 * fram_ctl_parse_drawing:
 * @output: (nullable): the file
 * @size: (nullable): "1240x1754"
 * @style: (nullable): light or dark
 * @file: (out caller-allocates): how it is saved; it borrows @output
 * @error: return location
 *
 * What all drawings have: the file, its size and its style.
 */
gboolean
fram_ctl_parse_drawing (const char *output, const char *size, const char *style, FramSheetFile *file, GError **error)
{
  if (!read_size (size, file, error) || !read_look (style, file, error))
    return FALSE;
  if (output == NULL)
    return usage (error, _ ("Say where the drawing goes: --output FILE.pdf."));
  file->path = output;
  return TRUE;
}

static gboolean
read_file (const Words *words, FramSheetFile *file, GError **error)
{
  return fram_ctl_parse_drawing (words->output, words->size, words->style, file, error);
}

/**
 * fram_command_draw_timeline:
 *
 * `draw timeline`: a participant's timeline, as PDF as it is printed, as SVG or PNG as it is in the window.
 */
gboolean
fram_command_draw_timeline (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (Words) words = { 0 };
  g_auto (GStrv) files = NULL;
  FramSheetFile file = { 0 };
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &words.output, N_ ("the file: .pdf, .svg or .png"), N_ ("FILE") },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &words.size, N_ ("points of a PDF, else pixels"), N_ ("WIDTHxHEIGHT") },
    { "style", 0, 0, G_OPTION_ARG_FILENAME, &words.style, N_ ("light or dark"), N_ ("STYLE") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error) || !read_file (&words, &file, error))
    return FALSE;
  if (fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  files = fram_desk_timeline_save (ctl->desk, (*argv)[1], NULL, &file, error);
  return print_files (files);
}

/* --- progression --- */

static gboolean
read_raters (const char *text, guint *raters, GError **error)
{
  g_auto (GStrv) codes = g_strsplit (text, ",", -1);

  *raters = 0;
  for (guint i = 0; codes[i] != NULL; i++)
    {
      FramRater rater;

      if (!fram_rater_from_code (g_strstrip (codes[i]), &rater))
        return usage (error, _ ("These give ratings: participant, caseworker. Write --raters participant,caseworker."));
      *raters |= 1u << rater;
    }
  return *raters != 0 || usage (error, _ ("Whose ratings? Write --raters participant,caseworker."));
}

static gboolean
read_view (const Words *words, FramProgressionView *view, GError **error)
{
  FramProgressionKind kind = FRAM_PROGRESSION_PANELS;

  if (words->view != NULL && !fram_progression_kind_from_code (words->view, &kind))
    return usage (error, _ ("There are these views: panels, lines, change, radar."));
  fram_progression_view_init (view, kind, 0);
  return words->raters == NULL || read_raters (words->raters, &view->raters, error);
}

/* Only the series of one set. */
static gboolean
choose_set (FramCtl *ctl, const char *case_no, const char *code, FramProgressionView *view, GError **error)
{
  g_autoptr (FramProgression) progression = fram_desk_progression (ctl->desk, case_no, NULL, error);
  gboolean found = FALSE;

  if (progression == NULL)
    return FALSE;
  view->shown = 0;
  for (guint i = 0; i < MIN (progression->series->len, 64); i++)
    {
      const FramIndicatorSeries *series = fram_progression_get_series (progression, i);
      const FramProgressionSet *set = g_ptr_array_index (progression->sets, series->set);

      if (!g_str_equal (set->code, code))
        continue;
      view->shown |= G_GUINT64_CONSTANT (1) << i;
      found = TRUE;
    }
  if (!found)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                 _ ("Nothing is rated with the set “%s”. The sets in use are in “framstegctl progression %s”."), code,
                 case_no);
  return found;
}

/**
 * fram_command_draw_progression:
 *
 * `draw progression`: a participant's progression, as PDF as it is printed, as SVG or PNG the drawing alone.
 */
gboolean
fram_command_draw_progression (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (Words) words = { 0 };
  g_auto (GStrv) files = NULL;
  FramSheetFile file = { 0 };
  FramProgressionView view;
  gboolean belief = FALSE;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &words.output, N_ ("the file: .pdf, .svg or .png"), N_ ("FILE") },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &words.size, N_ ("points of a PDF, else pixels"), N_ ("WIDTHxHEIGHT") },
    { "style", 0, 0, G_OPTION_ARG_FILENAME, &words.style, N_ ("light or dark"), N_ ("STYLE") },
    { "view", 0, 0, G_OPTION_ARG_FILENAME, &words.view, N_ ("panels, lines, change or radar"), N_ ("VIEW") },
    { "raters", 0, 0, G_OPTION_ARG_FILENAME, &words.raters, N_ ("whose ratings: participant,caseworker"),
      N_ ("RATERS") },
    { "set", 0, 0, G_OPTION_ARG_FILENAME, &words.set, N_ ("only the ratings of this set"), N_ ("CODE") },
    { "belief", 0, 0, G_OPTION_ARG_NONE, &belief, N_ ("with the case worker's own belief, where it may be seen"),
      NULL },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error) || !read_view (&words, &view, error) ||
      !read_file (&words, &file, error))
    return FALSE;
  view.belief = belief;
  if (fram_ctl_open (ctl, error) == NULL ||
      (words.set != NULL && !choose_set (ctl, (*argv)[1], words.set, &view, error)))
    return FALSE;
  files = fram_desk_progression_save (ctl->desk, (*argv)[1], NULL, &view, &file, error);
  return print_files (files);
}

/**
 * fram_command_draw_roster:
 *
 * `draw roster`: a workshop's roster of a day, week or month as it is printed, as PDF, SVG or PNG.
 */
gboolean
fram_command_draw_roster (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (Words) words = { 0 };
  g_autoptr (FramRosterSheet) sheet = NULL;
  FramSheetFile file = { 0 };
  FramPrintKind kind;
  FramUuid activity;
  FramDate day;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &words.output, N_ ("the file: .pdf, .svg or .png"), N_ ("FILE") },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &words.date, N_ ("the day; else today"), N_ ("DATE") },
    { "week", 0, 0, G_OPTION_ARG_FILENAME, &words.week, N_ ("a whole week: 2026-W46"), N_ ("WEEK") },
    { "month", 0, 0, G_OPTION_ARG_FILENAME, &words.month, N_ ("a whole month: 2026-11"), N_ ("MONTH") },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &words.kind, N_ ("signatures, filled, week or month"), N_ ("KIND") },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &words.size, N_ ("points, of a PNG pixels; else A4"), N_ ("WIDTHxHEIGHT") },
    { "style", 0, 0, G_OPTION_ARG_FILENAME, &words.style, N_ ("light or dark"), N_ ("STYLE") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error) || !read_kind (&words, &kind, error) ||
      !read_file (&words, &file, error))
    return FALSE;
  if (fram_ctl_open (ctl, error) == NULL || !read_day (ctl, &words, &day, error) ||
      !fram_desk_find_activity (ctl->desk, (*argv)[1], &activity, error))
    return FALSE;
  sheet = fram_desk_roster_sheet (ctl->desk, &activity, kind, day, error);
  return sheet != NULL && save (ctl, sheet, &file, error);
}

/**
 * fram_command_draw_capacity:
 *
 * `draw capacity`: how many take part week by week, as PDF as it is printed, as SVG or PNG the curves alone.
 */
gboolean
fram_command_draw_capacity (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (Words) words = { 0 };
  g_auto (GStrv) files = NULL;
  g_autofree char *from_text = NULL, *to_text = NULL;
  g_autoptr (FramPaper) paper = NULL;
  FramSheetFile file = { 0 };
  FramDate from, to;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &words.output, N_ ("the file: .pdf, .svg or .png"), N_ ("FILE") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from_text, N_ ("the first week: 2026-W01; else a year ago"), N_ ("WEEK") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to_text, N_ ("the last week; else in three months"), N_ ("WEEK") },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &words.size, N_ ("points of a PDF, else pixels"), N_ ("WIDTHxHEIGHT") },
    { "style", 0, 0, G_OPTION_ARG_FILENAME, &words.style, N_ ("light or dark"), N_ ("STYLE") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 0, error) || !read_file (&words, &file, error) ||
      fram_ctl_open (ctl, error) == NULL || !fram_ctl_read_capacity_weeks (ctl, from_text, to_text, &from, &to, error))
    return FALSE;
  paper = fram_desk_capacity_paper (ctl->desk, from, to, error);
  files = paper != NULL ? fram_desk_save_paper (ctl->desk, paper, &file, error) : NULL;
  return print_files (files);
}
