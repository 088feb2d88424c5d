#include "fram-ctl-commands.h"
#include "fram-desk-case.h"
#include "fram-desk-roster.h"
#include "fram-desk-schedule-print.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The schedule on paper: `draw week`, `document members`, `document invitation`. */

typedef struct
{
  char *output;
  char *week;
  char *date;
  char *participant;
  char *bring;
  char *size;
  char *style;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->output);
  g_free (words->week);
  g_free (words->date);
  g_free (words->participant);
  g_free (words->bring);
  g_free (words->size);
  g_free (words->style);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
save (FramCtl *ctl, const FramPaper *paper, const FramSheetFile *file, GError **error)
{
  g_auto (GStrv) files = fram_desk_save_paper (ctl->desk, paper, file, error);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    fram_ctl_print ("%s\n", files[i]);
  return files != NULL;
}

/**
 * fram_command_draw_week:
 *
 * `draw week`: the groups of a week, as PDF for the wall, as SVG or PNG as they are in the window; no names of participants.
 */
gboolean
fram_command_draw_week (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (Words) words = { 0 };
  g_autoptr (FramPaper) paper = NULL;
  FramSheetFile file = { 0 };
  FramDate day;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &words.output, N_ ("the file: .pdf, .svg or .png"), N_ ("FILE") },
    { "week", 0, 0, G_OPTION_ARG_FILENAME, &words.week, N_ ("the week: 2026-W46; else this one"), N_ ("WEEK") },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &words.size, N_ ("points of a PDF, else pixels"), N_ ("WIDTHxHEIGHT") },
    { "style", 0, 0, G_OPTION_ARG_FILENAME, &words.style, N_ ("light or dark"), N_ ("STYLE") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 0, error) ||
      !fram_ctl_parse_drawing (words.output, words.size, words.style, &file, error))
    return FALSE;
  if (fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  day = fram_desk_get_home_day (ctl->desk);
  if (words.week != NULL && !fram_ctl_parse_week (words.week, day, &day, error))
    return FALSE;
  paper = fram_desk_schedule_wall (ctl->desk, day, error);
  return paper != NULL && save (ctl, paper, &file, error);
}

/**
 * fram_command_document_members:
 *
 * `document members`: who is expected at a session of a group, with room for signatures.
 */
gboolean
fram_command_document_members (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (Words) words = { 0 };
  g_autoptr (FramPaper) paper = NULL;
  FramSheetFile file = { 0 };
  FramUuid group;
  FramDate day;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &words.output, N_ ("the file: .pdf, .svg or .png"), N_ ("FILE") },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &words.date, N_ ("the day of the session; else today"), N_ ("DATE") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error) ||
      !fram_ctl_parse_drawing (words.output, NULL, NULL, &file, error))
    return FALSE;
  if (fram_ctl_open (ctl, error) == NULL ||
      !fram_ctl_parse_date (words.date, fram_desk_get_home_day (ctl->desk), &day, error) ||
      !fram_desk_find_activity (ctl->desk, (*argv)[1], &group, error))
    return FALSE;
  paper = fram_desk_schedule_members (ctl->desk, &group, day, error);
  return paper != NULL && save (ctl, paper, &file, error);
}

/**
 * fram_command_document_invitation:
 *
 * `document invitation`: two slips that invite to a session of a group in plain words, one with a cut line to the other.
 */
gboolean
fram_command_document_invitation (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (Words) words = { 0 };
  g_autoptr (FramPaper) paper = NULL;
  FramSheetFile file = { 0 };
  FramInvitationWish wish = { .day = FRAM_DATE_NONE };
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &words.output, N_ ("the file: .pdf, .svg or .png"), N_ ("FILE") },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &words.date, N_ ("the day of the session; else the next one"), N_ ("DATE") },
    { "participant", 0, 0, G_OPTION_ARG_STRING, &words.participant,
      N_ ("who is invited, one of the group; else a slip without a name"), N_ ("PARTICIPANT") },
    { "bring", 0, 0, G_OPTION_ARG_STRING, &words.bring, N_ ("what to bring"), N_ ("TEXT") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error) ||
      !fram_ctl_parse_drawing (words.output, NULL, NULL, &file, error))
    return FALSE;
  if (fram_ctl_open (ctl, error) == NULL ||
      (words.date != NULL && !fram_ctl_parse_date (words.date, FRAM_DATE_NONE, &wish.day, error)) ||
      (words.participant != NULL && !fram_desk_person_id (ctl->desk, words.participant, &wish.participant, error)) ||
      !fram_desk_find_activity (ctl->desk, (*argv)[1], &wish.group, error))
    return FALSE;
  wish.bring = words.bring;
  paper = fram_desk_schedule_invitation (ctl->desk, &wish, error);
  return paper != NULL && save (ctl, paper, &file, error);
}
