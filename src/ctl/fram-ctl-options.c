#include "fram-ctl.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* GOption reads the options; its own messages and help are not used, because they speak GLib's translation and wrong
 * usage has to be told apart from a refusal. */

#define N_COMMON 6

static void
fill_common (FramCtl *self, GOptionEntry entries[N_COMMON + 1])
{
  const GOptionEntry common[N_COMMON + 1] = {
    { "register", 0, 0, G_OPTION_ARG_FILENAME, &self->register_path, N_ ("the register; else the one the window opens"),
      N_ ("FILE") },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &self->as, N_ ("act as this person, by name or login; else as “system”"),
      N_ ("STAFF") },
    { "now", 0, 0, G_OPTION_ARG_FILENAME, &self->now, N_ ("take this for the present time: 2026-11-12T09:00"),
      N_ ("TIME") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &self->format_name, N_ ("how to print; text is for people"),
      "text|csv|json" },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &self->help, N_ ("show this help"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &self->version, N_ ("show the program's version"), NULL },
    { NULL },
  };

  memcpy (entries, common, sizeof common);
}

static gboolean
usage_error (FramCtl *self, GError **error, const char *sentence, const char *word)
{
  g_autofree char *what = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  what = g_strdup_printf (sentence, word);
#pragma GCC diagnostic pop
  if (self->command != NULL)
    /* Translators: a sentence, and which help to look at */
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("%s See “framstegctl %s --help”."), what, self->command->name);
  else
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("%s See “framstegctl --help”."), what);
  return FALSE;
}

static gboolean
read_options (FramCtl *self, GStrv *argv, const GOptionEntry *entries, gboolean until_command, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) wrong = NULL;
  GOptionEntry common[N_COMMON + 1];
  g_autofree char *last = g_strdup ((*argv)[g_strv_length (*argv) - 1]);

  fill_common (self, common);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_set_strict_posix (context, until_command);
  g_option_context_add_main_entries (context, common, NULL);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse_strv (context, argv, &wrong))
    return usage_error (self, error, _ ("“%s” needs a value."), last);
  for (guint i = 1; (*argv)[i] != NULL; i++)
    {
      if ((*argv)[i][0] == '-' && (*argv)[i][1] != '\0')
        return usage_error (self, error, _ ("There is no option “%s”."), (*argv)[i]);
      if (until_command)
        break;
    }
  return TRUE;
}

static gboolean
read_format (FramCtl *self, GError **error)
{
  static const char *const names[] = { "text", "csv", "json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (self->format_name != NULL ? self->format_name : "text", names[i]) == 0)
      {
        self->format = (FramCtlFormat)i;
        return TRUE;
      }
  return usage_error (self, error, _ ("“%s” is no format; choose text, csv or json."), self->format_name);
}

/**
 * fram_ctl_parse_common:
 * @self: the run
 * @argv: (inout): the program's words; options up to the command are taken out
 * @error: return location; %FRAM_ERROR_USAGE
 *
 * Returns: whether the words before the command could be read
 */
gboolean
fram_ctl_parse_common (FramCtl *self, GStrv *argv, GError **error)
{
  for (guint i = 0; (*argv)[i] != NULL; i++)
    if (!g_utf8_validate ((*argv)[i], -1, NULL))
      {
        g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("The words of the command must be UTF-8."));
        return FALSE;
      }
  return read_options (self, argv, NULL, TRUE, error);
}

/**
 * fram_ctl_print_commands:
 * @prefix: (nullable): first word of the commands, %NULL for all
 */
void
fram_ctl_print_commands (const char *prefix)
{
  for (const FramCommand *command = fram_commands; command->name != NULL; command++)
    if (prefix == NULL || g_str_has_prefix (command->name, prefix))
      fram_ctl_print ("  %-18s  %s\n", command->name, _ (command->summary));
}

static char *
option_text (const GOptionEntry *entry)
{
  if (entry->arg_description == NULL)
    return g_strdup_printf ("--%s", entry->long_name);
  return g_strdup_printf ("--%s=%s", entry->long_name, _ (entry->arg_description));
}

static void
print_options (const GOptionEntry *entries)
{
  const int width = 24;

  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    {
      g_autofree char *text = option_text (entry);
      int pad = MAX (width - (int)g_utf8_strlen (text, -1), 1);

      fram_ctl_print ("  %s%*s%s\n", text, pad, "", _ (entry->description));
    }
}

static void
print_common_options (FramCtl *self)
{
  GOptionEntry common[N_COMMON + 1];

  fill_common (self, common);
  print_options (common);
}

/**
 * fram_ctl_print_help:
 * @self: the run
 *
 * Prints what the program can do.
 */
void
fram_ctl_print_help (FramCtl *self)
{
  fram_ctl_print ("%s\n\n%s\n", _ ("Usage: framstegctl [OPTION…] COMMAND …"), _ ("Commands:"));
  fram_ctl_print_commands (NULL);
  fram_ctl_print ("\n%s\n", _ ("Options of every command:"));
  print_common_options (self);
  fram_ctl_print ("\n%s\n",
                  _ ("Dates are written 2026-11-12. “framstegctl COMMAND --help” tells about one command.\n"
                     "The exit status is 0 when it is done, 1 when it was refused or failed, 2 for wrong usage."));
}

static void
print_command_help (FramCtl *self, const GOptionEntry *entries)
{
  const FramCommand *command = self->command;
  const char *arguments = command->arguments[0] != '\0' ? _ (command->arguments) : "";

  /* Translators: a command and what follows it */
  fram_ctl_print (_ ("Usage: framstegctl %s %s"), command->name, arguments);
  fram_ctl_print ("\n\n%s\n", _ (command->summary));
  if (command->details != NULL)
    fram_ctl_print ("\n%s\n", _ (command->details));
  if (entries != NULL)
    {
      fram_ctl_print ("\n%s\n", _ ("Options:"));
      print_options (entries);
    }
  fram_ctl_print ("\n%s\n", _ ("Options of every command:"));
  print_common_options (self);
}

/**
 * fram_ctl_parse:
 * @self: the run
 * @argv: (inout): the command's words; in the end those that are no options, the first of them after the name
 * @entries: (nullable): the command's own options
 * @min: fewest words after the command
 * @max: most words after the command
 * @error: return location; %FRAM_ERROR_USAGE
 *
 * Reads a command's options, or prints its help. After it the clock is there; the register is not opened yet.
 *
 * Returns: whether to go on
 */
gboolean
fram_ctl_parse (FramCtl *self, GStrv *argv, const GOptionEntry *entries, guint min, guint max, GError **error)
{
  guint n;

  if (!read_options (self, argv, entries, FALSE, error))
    return FALSE;
  if (self->help)
    {
      print_command_help (self, entries);
      return FALSE;
    }
  n = g_strv_length (*argv) - 1;
  if (n > max)
    return usage_error (self, error, _ ("“%s” is one word too many."), (*argv)[max + 1]);
  if (n < min)
    return usage_error (self, error, _ ("Something is missing after “%s”."), self->command->name);
  return read_format (self, error) && fram_ctl_set_up (self, error);
}
