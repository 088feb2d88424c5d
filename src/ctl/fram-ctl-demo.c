#include "fram-ctl-commands.h"
#include "fram-desk-files.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *participants;
  char *present;
  char *years;
  char *marks;
  char *until;
  char *seed;
  char *staff;
  gboolean progress;
} DemoWords;

static void
demo_words_clear (DemoWords *self)
{
  g_free (self->participants);
  g_free (self->present);
  g_free (self->years);
  g_free (self->marks);
  g_free (self->until);
  g_free (self->seed);
  g_free (self->staff);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DemoWords, demo_words_clear)

static gboolean
read_words (const DemoWords *words, FramDemoOptions *options, GError **error)
{
  gint64 participants = options->participants, present = options->present, years = options->years;
  gint64 marks = options->marks, seed = (gint64)options->seed, staff = options->staff;

  if (!fram_ctl_parse_count (words->participants, 1, 1000000, &participants, error) ||
      !fram_ctl_parse_count (words->present, 1, 100000, &present, error) ||
      !fram_ctl_parse_count (words->years, 1, 30, &years, error) ||
      !fram_ctl_parse_count (words->marks, 0, 100000000, &marks, error) ||
      !fram_ctl_parse_count (words->seed, 0, G_MAXINT64, &seed, error) ||
      !fram_ctl_parse_count (words->staff, 14, 10000, &staff, error) ||
      !fram_ctl_parse_date (words->until, options->until, &options->until, error))
    return FALSE;
  options->participants = (int)participants;
  options->present = (int)present;
  options->years = (int)years;
  options->marks = marks;
  options->seed = (guint64)seed;
  options->staff = (int)staff;
  return TRUE;
}

static gboolean
make (FramCtl *ctl, const FramDemoOptions *options, gboolean show_progress, GError **error)
{
  FramCtlProgress progress;

  fram_ctl_progress_init (&progress, show_progress);
  ctl->desk = fram_desk_create_demo (fram_ctl_get_path (ctl), ctl->clock, options, fram_ctl_progress, &progress, error);
  fram_ctl_progress_end (&progress);
  if (ctl->desk == NULL)
    return FALSE;
  if (ctl->format == FRAM_CTL_TEXT)
    fram_ctl_print (_ ("The register “%s” is made, with a fictitious programme.\n"), fram_ctl_get_path (ctl));
  return TRUE;
}

/**
 * fram_command_demo:
 *
 * `demo`: a register with a fictitious programme; the same seed makes the same register. Never overwrites.
 */
gboolean
fram_command_demo (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (DemoWords) words = { 0 };
  FramDemoOptions options = FRAM_DEMO_DEFAULTS;
  const GOptionEntry entries[] = {
    { "participants", 0, 0, G_OPTION_ARG_FILENAME, &words.participants, N_ ("people in all, over all years"),
      N_ ("NUMBER") },
    { "present", 0, 0, G_OPTION_ARG_FILENAME, &words.present, N_ ("people enrolled at the end"), N_ ("NUMBER") },
    { "years", 0, 0, G_OPTION_ARG_FILENAME, &words.years, N_ ("years of history"), N_ ("NUMBER") },
    { "marks", 0, 0, G_OPTION_ARG_FILENAME, &words.marks, N_ ("at least so many marks; for benchmarks"),
      N_ ("NUMBER") },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &words.until, N_ ("the day it is to be opened on"), N_ ("DATE") },
    { "seed", 0, 0, G_OPTION_ARG_FILENAME, &words.seed, N_ ("the same number makes the same register"), N_ ("NUMBER") },
    { "staff", 0, 0, G_OPTION_ARG_FILENAME, &words.staff, N_ ("people who work there"), N_ ("NUMBER") },
    { "progress", 0, 0, G_OPTION_ARG_NONE, &words.progress, N_ ("show how far it is, also where nobody watches"),
      NULL },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 0, error) || !read_words (&words, &options, error) ||
      !fram_ctl_make_directory (ctl, error))
    return FALSE;
  if (options.until == FRAM_DATE_NONE)
    options.until = fram_demo_default_until (fram_clock_today (ctl->clock));
  return make (ctl, &options, words.progress, error);
}
