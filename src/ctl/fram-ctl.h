#pragma once

#include "fram-desk.h"

G_BEGIN_DECLS

/**
 * FramCtlFormat:
 * @FRAM_CTL_TEXT: for a person, in the person's language
 * @FRAM_CTL_CSV: RFC 4180, never following the locale
 * @FRAM_CTL_JSON: likewise
 */
typedef enum
{
  FRAM_CTL_TEXT,
  FRAM_CTL_CSV,
  FRAM_CTL_JSON,
} FramCtlFormat;

typedef struct _FramCtl FramCtl;

/**
 * FramCommandFunc:
 * @ctl: what was said before the command
 * @argv: the command's words, its name first; the callee may change the array
 * @error: return location
 *
 * Returns: whether it was done; %FALSE without an error when only help was asked for
 */
typedef gboolean (*FramCommandFunc) (FramCtl *ctl, GStrv *argv, GError **error);

/**
 * FramCommand:
 * @name: the command, one word or two: "roster", "add staff"
 * @arguments: what follows it, translatable
 * @summary: one line about it, translatable
 * @run: does it
 * @details: (nullable): more about it for its help, translatable: the columns it prints
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  FramCommandFunc run;
  const char *details;
} FramCommand;

/**
 * FramCtl:
 *
 * One run of the program: where the register is, who is at the keyboard, what time it is and how to print.
 */
struct _FramCtl
{
  const FramCommand *command;
  char *register_path;
  char *as;
  char *now;
  char *format_name;
  gboolean help;
  gboolean version;

  FramCtlFormat format;
  FramClock *clock;
  FramDesk *desk;
};

/* The table of commands ends with a NULL name. */
extern const FramCommand fram_commands[];

int fram_ctl_main (GStrv argv);

/* Options and help: fram-ctl-options.c */
gboolean fram_ctl_parse_common (FramCtl *self, GStrv *argv, GError **error);
gboolean fram_ctl_parse (FramCtl *self, GStrv *argv, const GOptionEntry *entries, guint min, guint max, GError **error);
void fram_ctl_print_help (FramCtl *self);
void fram_ctl_print_commands (const char *prefix);

/* What many commands do: fram-ctl-common.c */
FramDesk *fram_ctl_open (FramCtl *self, GError **error);
gboolean fram_ctl_set_up (FramCtl *self, GError **error);
const char *fram_ctl_get_path (FramCtl *self);
gboolean fram_ctl_make_directory (FramCtl *self, GError **error);
gboolean fram_ctl_parse_date (const char *text, FramDate fallback, FramDate *date, GError **error);
gboolean fram_ctl_parse_week (const char *text, FramDate today, FramDate *monday, GError **error);
gboolean fram_ctl_parse_month (const char *text, FramDate *first, GError **error);
gboolean fram_ctl_parse_period (const char *week, const char *month, FramDate today, FramDate *first, FramDate *last,
                                GError **error);
gboolean fram_ctl_parse_time (const char *text, int *minutes, GError **error);
gboolean fram_ctl_parse_count (const char *text, gint64 lowest, gint64 highest, gint64 *number, GError **error);
gboolean fram_ctl_open_case (FramCtl *self, const char *who, FramDate day, FramUuid *enrolment, GError **error);
char *fram_ctl_activity_code (FramCtl *self, const FramUuid *activity, const char *fallback);
char *fram_ctl_hours_text (int minutes);
char *fram_ctl_instant_text (gint64 instant);
char *fram_ctl_instant_iso (gint64 instant);
void fram_ctl_print (const char *format, ...) G_GNUC_PRINTF (1, 2);

/**
 * FramCtlProgress:
 *
 * A figure on the error output: on a terminal it stays in one line, else it comes only where it is asked for.
 */
typedef struct
{
  gboolean shown;
  gboolean in_place;
  int percent;
} FramCtlProgress;

void fram_ctl_progress_init (FramCtlProgress *self, gboolean wanted);
gboolean fram_ctl_progress (guint64 done, guint64 total, gpointer data);
void fram_ctl_progress_end (FramCtlProgress *self);

G_END_DECLS
