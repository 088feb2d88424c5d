#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-indicators.h"
#include "fram-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static const FramTableColumn columns[] = {
  { "set", N_ ("Set"), FRAM_TABLE_TEXT },
  { "version", NULL, FRAM_TABLE_NUMBER },
  { "ordinal", N_ ("No."), FRAM_TABLE_NUMBER },
  { "name", N_ ("Question"), FRAM_TABLE_TEXT },
  { "raters", N_ ("Who answers"), FRAM_TABLE_TEXT },
  { "lowest", NULL, FRAM_TABLE_NUMBER },
  { "highest", NULL, FRAM_TABLE_NUMBER },
  { "low", N_ ("Lowest"), FRAM_TABLE_TEXT },
  { "high", N_ ("Highest"), FRAM_TABLE_TEXT },
  { "belief", NULL, FRAM_TABLE_TEXT },
  { "name_sv", NULL, FRAM_TABLE_TEXT },
  { "low_sv", NULL, FRAM_TABLE_TEXT },
  { "high_sv", NULL, FRAM_TABLE_TEXT },
  { "languages", NULL, FRAM_TABLE_TEXT },
  { "kind", NULL, FRAM_TABLE_TEXT },
  { "every_days", NULL, FRAM_TABLE_NUMBER },
  { "offered", NULL, FRAM_TABLE_TEXT },
};

static char *
raters_text (guint raters)
{
  if (raters == FRAM_RATERS_BOTH)
    return g_strdup (_ ("participant, case worker"));
  return g_strdup (raters == 1u << FRAM_RATER_PARTICIPANT ? _ ("participant") : _ ("case worker"));
}

static void
add_number (FramTable *table, int number)
{
  if (number > 0)
    fram_table_add_int (table, number);
  else
    fram_table_add (table, "", NULL);
}

static void
add_flag (FramTable *table, gboolean flag)
{
  fram_table_add (table, flag ? "true" : "false", NULL);
}

static void
add_ends (FramTable *table, const FramIndicatorDraft *draft)
{
  g_autofree char *low = NULL, *high = NULL, *low_sv = NULL, *high_sv = NULL;
  gboolean swedish = fram_text_is_swedish ();

  fram_anchors_split (draft->anchors_en, &low, &high);
  fram_anchors_split (draft->anchors_sv, &low_sv, &high_sv);
  fram_table_add (table, low, swedish ? low_sv : NULL);
  fram_table_add (table, high, swedish ? high_sv : NULL);
  add_flag (table, draft->belief);
  fram_table_add (table, draft->name_sv, NULL);
  fram_table_add (table, low_sv, NULL);
  fram_table_add (table, high_sv, NULL);
}

static void
add_row (FramTable *table, const FramIndicatorSet *set, guint i)
{
  const FramIndicatorDraft *draft = g_ptr_array_index (set->indicators, i);
  g_autofree char *raters = fram_raters_to_codes (draft->raters), *words = raters_text (draft->raters);
  g_auto (GStrv) codes = fram_indicator_list_languages (draft);
  g_autofree char *languages = g_strjoinv (";", codes);

  fram_table_add (table, set->code, NULL);
  fram_table_add_int (table, set->version);
  fram_table_add_int (table, (int)i + 1);
  fram_table_add (table, draft->name_en, fram_indicator_get_name (draft));
  fram_table_add (table, raters, words);
  add_number (table, set->is_agenda ? 0 : set->lowest);
  add_number (table, set->is_agenda ? 0 : set->highest);
  add_ends (table, draft);
  fram_table_add (table, languages, NULL);
  fram_table_add (table, set->is_agenda ? "agenda" : "scale", NULL);
  add_number (table, set->every_days);
  add_flag (table, set->offered);
}

static gboolean
print_sets (FramCtl *ctl, const char *code, gboolean all, GError **error)
{
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) sets = fram_desk_indicator_sets (ctl->desk, error);

  for (guint i = 0; sets != NULL && i < sets->len; i++)
    {
      const FramIndicatorSet *set = g_ptr_array_index (sets, i);

      if (code != NULL ? strcmp (set->code, code) != 0 : !all && !set->offered)
        continue;
      for (guint n = 0; n < set->indicators->len; n++)
        add_row (table, set, n);
    }
  if (sets == NULL)
    return FALSE;
  if (code != NULL && fram_table_get_n_rows (table) == 0)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                   _ ("There is no set of questions “%s”; “framstegctl indicators --all” lists them."), code);
      return FALSE;
    }
  fram_table_print (table, ctl->format);
  return TRUE;
}

/**
 * fram_command_indicators:
 *
 * `indicators`: the questions that are offered for talks, or all, or those of one set.
 */
gboolean
fram_command_indicators (FramCtl *ctl, GStrv *argv, GError **error)
{
  gboolean all = FALSE;
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("sets that are not offered too"), NULL },
    { NULL },
  };

  return fram_ctl_parse (ctl, argv, entries, 0, 1, error) && fram_ctl_open (ctl, error) != NULL &&
         print_sets (ctl, (*argv)[1], all, error);
}

/**
 * fram_command_indicators_export:
 *
 * `indicators export`: a set as a key file on the output.
 */
gboolean
fram_command_indicators_export (FramCtl *ctl, GStrv *argv, GError **error)
{
  static const GOptionEntry entries[] = { { NULL } };
  g_autofree char *text = NULL;

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  text = fram_desk_indicator_set_to_text (ctl->desk, (*argv)[1], error);
  if (text != NULL)
    fram_ctl_print ("%s", text);
  return text != NULL;
}

static void
say (FramCtl *ctl, const char *what)
{
  if (ctl->format == FRAM_CTL_TEXT)
    fram_ctl_print ("%s\n", what);
}

static char *
read_file (const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  char *text = NULL;

  if (g_file_get_contents (path, &text, NULL, &local))
    return text;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_IO, _ ("The file “%s” cannot be read: %s."), path,
               g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT) ? g_strerror (ENOENT) : local->message);
  return NULL;
}

static gboolean
import (FramCtl *ctl, const char *path, gboolean correction, GError **error)
{
  g_autofree char *text = read_file (path, error), *what = NULL;
  g_autoptr (FramIndicatorSet) set = NULL;

  set = text != NULL ? fram_desk_indicator_set_from_text (ctl->desk, text, error) : NULL;
  if (set == NULL || !fram_desk_save_indicator_set (ctl->desk, set, correction, &what, error))
    return FALSE;
  say (ctl, what);
  return TRUE;
}

/**
 * fram_command_indicators_import:
 *
 * `indicators import`: a set from a key file, as a new one or as the next version of the one with its code.
 */
gboolean
fram_command_indicators_import (FramCtl *ctl, GStrv *argv, GError **error)
{
  gboolean correction = FALSE;
  const GOptionEntry entries[] = {
    { "correction", 0, 0, G_OPTION_ARG_NONE, &correction,
      N_ ("it means the same: mend the words of this version, begin no new one"), NULL },
    { NULL },
  };

  return fram_ctl_parse (ctl, argv, entries, 1, 1, error) && fram_ctl_open (ctl, error) != NULL &&
         import (ctl, (*argv)[1], correction, error);
}

/**
 * fram_command_indicators_offer:
 *
 * `indicators offer`: which sets new talks can use, in which order.
 */
gboolean
fram_command_indicators_offer (FramCtl *ctl, GStrv *argv, GError **error)
{
  static const GOptionEntry entries[] = { { NULL } };
  g_auto (GStrv) codes = NULL;
  g_autofree char *what = NULL;

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  codes = (*argv)[1][0] != '\0' ? g_strsplit_set ((*argv)[1], ",;", -1) : g_new0 (char *, 1);
  for (guint i = 0; codes[i] != NULL; i++)
    g_strstrip (codes[i]);
  if (!fram_desk_offer_sets (ctl->desk, (const char *const *)codes, &what, error))
    return FALSE;
  say (ctl, what);
  return TRUE;
}

/**
 * fram_command_indicators_belief:
 *
 * `indicators belief`: whether case workers rate their own belief.
 */
gboolean
fram_command_indicators_belief (FramCtl *ctl, GStrv *argv, GError **error)
{
  static const GOptionEntry entries[] = { { NULL } };
  g_autofree char *what = NULL;
  gboolean on;

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error))
    return FALSE;
  on = strcmp ((*argv)[1], "on") == 0;
  if (!on && strcmp ((*argv)[1], "off") != 0)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("Say “on” or “off”, not “%s”."), (*argv)[1]);
      return FALSE;
    }
  if (fram_ctl_open (ctl, error) == NULL || !fram_desk_set_belief (ctl->desk, on, &what, error))
    return FALSE;
  say (ctl, what);
  return TRUE;
}
