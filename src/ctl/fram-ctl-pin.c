#include "fram-ctl-commands.h"
#include "fram-desk-house.h"
#include "fram-desk-pin.h"
#include "fram-pin.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define LONGEST_LINE 64

/* A PIN is not seen while it is typed. Returns whether there is anything to put back. */
static gboolean
hide_typing (struct termios *before)
{
  struct termios hidden;

  if (!isatty (STDIN_FILENO) || tcgetattr (STDIN_FILENO, before) != 0)
    return FALSE;
  hidden = *before;
  hidden.c_lflag &= ~(tcflag_t)ECHO;
  return tcsetattr (STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
}

/* One line of the standard input; arguments are seen by everybody on the computer and kept in the shell's history. */
static char *
read_pin (const char *question, GError **error)
{
  char line[LONGEST_LINE] = "";
  struct termios before;
  gboolean hidden = hide_typing (&before);
  gboolean got;
  char *pin;

  if (hidden)
    fprintf (stderr, "%s ", question);
  got = fgets (line, sizeof line, stdin) != NULL;
  if (hidden)
    {
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &before);
      fputc ('\n', stderr);
    }
  pin = g_strdup (g_strstrip (line));
  explicit_bzero (line, sizeof line);
  if (got)
    return pin;
  g_free (pin);
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                       _ ("Write the PIN on the standard input, on a line of its own."));
  return NULL;
}

static gboolean
set_own (FramCtl *ctl, const FramUuid *staff, GError **error)
{
  char *old_pin = fram_desk_has_pin (ctl->desk, staff) ? read_pin (_ ("Old PIN:"), error) : g_strdup ("");
  char *new_pin = old_pin != NULL ? read_pin (_ ("New PIN:"), error) : NULL;
  gboolean done = new_pin != NULL && fram_desk_change_pin (ctl->desk, old_pin, new_pin, error);

  fram_pin_forget (old_pin);
  fram_pin_forget (new_pin);
  return done;
}

/* The owner of the file needs no old one. */
static gboolean
set_of (FramCtl *ctl, const FramUuid *staff, GError **error)
{
  char *pin = read_pin (_ ("New PIN:"), error);
  gboolean done = pin != NULL && fram_pin_check_form (pin, error) &&
                  (!fram_desk_has_pin (ctl->desk, staff) || fram_desk_reset_pin (ctl->desk, staff, error)) &&
                  fram_desk_choose_pin (ctl->desk, staff, pin, error);

  fram_pin_forget (pin);
  return done;
}

static gboolean
set (FramCtl *ctl, const FramUuid *staff, GError **error)
{
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (ctl->desk);

  if (viewer->is_system)
    return set_of (ctl, staff, error);
  if (fram_uuid_equal (&viewer->id, staff))
    return set_own (ctl, staff, error);
  g_set_error_literal (
      error, FRAM_ERROR, FRAM_ERROR_DENIED,
      _ ("Everybody chooses the own PIN. An administrator removes one that is forgotten, with --clear."));
  return FALSE;
}

static gboolean
find (FramCtl *ctl, const char *name, FramUuid *id, GError **error)
{
  g_autoptr (GPtrArray) staff = fram_desk_staff (ctl->desk, FALSE, error);

  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      const FramStaff *person = g_ptr_array_index (staff, i);

      if (g_strcmp0 (person->login, name) == 0 || g_strcmp0 (person->name, name) == 0)
        {
          *id = person->id;
          return TRUE;
        }
    }
  if (staff != NULL)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("Nobody called “%s” works here."), name);
  return FALSE;
}

static gboolean
do_either (FramCtl *ctl, const char *name, gboolean clear, GError **error)
{
  FramUuid staff;

  if (!find (ctl, name, &staff, error))
    return FALSE;
  if (clear ? !fram_desk_reset_pin (ctl->desk, &staff, error) : !set (ctl, &staff, error))
    return FALSE;
  if (ctl->format == FRAM_CTL_TEXT)
    fram_ctl_print (clear ? _ ("%s has no PIN any more.\n") : _ ("%s has a new PIN.\n"), name);
  return TRUE;
}

/**
 * fram_command_pin:
 *
 * `pin`: gives somebody a PIN on this computer, read from the standard input, or removes it.
 */
gboolean
fram_command_pin (FramCtl *ctl, GStrv *argv, GError **error)
{
  gboolean set_it = FALSE, clear = FALSE;
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_NONE, &set_it,
      N_ ("a new PIN, read from the standard input; the own one after the old"), NULL },
    { "clear", 0, 0, G_OPTION_ARG_NONE, &clear, N_ ("no PIN any more"), NULL },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error))
    return FALSE;
  if (set_it == clear)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("Say either --set or --clear."));
      return FALSE;
    }
  return fram_ctl_open (ctl, error) != NULL && do_either (ctl, (*argv)[1], clear, error);
}
