#pragma once

#include "fram-mark-strip.h"
#include "fram-roster-layout.h"
#include "fram-roster-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramRosterAct:
 * @FRAM_ROSTER_ACT_HERE: "Here"
 * @FRAM_ROSTER_ACT_CONFIRM: mark as was told beforehand
 * @FRAM_ROSTER_ACT_TELL: tell the case worker
 * @FRAM_ROSTER_ACT_HELPS: answer what is asked about the person: it helps
 * @FRAM_ROSTER_ACT_DOES_NOT_HELP: likewise: it does not help
 * @FRAM_ROSTER_ACT_ANSWER: answer in words
 * @FRAM_ROSTER_ACT_MENU: open the menu of the line
 *
 * What the buttons of a line ask for, beside marks.
 */
typedef enum
{
  FRAM_ROSTER_ACT_HERE,
  FRAM_ROSTER_ACT_CONFIRM,
  FRAM_ROSTER_ACT_TELL,
  FRAM_ROSTER_ACT_HELPS,
  FRAM_ROSTER_ACT_DOES_NOT_HELP,
  FRAM_ROSTER_ACT_ANSWER,
  FRAM_ROSTER_ACT_MENU,
} FramRosterAct;

/**
 * FramRosterLine:
 *
 * One person of a roster in the list. A line is bound to one row after the other, so that another day costs no new
 * widgets. It changes nothing by itself.
 *
 * Signals: `picked` (FramRosterLine*, guint status index); `minutes-changed` (FramRosterLine*, int minutes);
 * `details` (FramRosterLine*) when note, lines and history are asked for; `history` (FramRosterLine*) when the
 * tooltip lacks them; `act` (FramRosterLine*, int FramRosterAct).
 */
#define FRAM_TYPE_ROSTER_LINE (fram_roster_line_get_type ())
G_DECLARE_FINAL_TYPE (FramRosterLine, fram_roster_line, FRAM, ROSTER_LINE, GtkListBoxRow)

GtkWidget *fram_roster_line_new (const GArray *statuses, const FramRosterMetrics *metrics);
void fram_roster_line_bind (FramRosterLine *self, FramRosterRow *row, FramDate day, gboolean may_mark);
void fram_roster_line_refresh (FramRosterLine *self);
FramRosterRow *fram_roster_line_get_row (FramRosterLine *self);
void fram_roster_line_set_metrics (FramRosterLine *self, const FramRosterMetrics *metrics);
void fram_roster_line_set_form (FramRosterLine *self, FramRosterForm form);
void fram_roster_line_set_typed (FramRosterLine *self, const char *digits);
void fram_roster_line_set_history (FramRosterLine *self, const char *text);
const char *fram_roster_line_get_history (FramRosterLine *self);
void fram_roster_line_open_strip (FramRosterLine *self, gboolean open);
FramMarkStrip *fram_roster_line_get_strip (FramRosterLine *self);
GtkWidget *fram_roster_line_get_notes (FramRosterLine *self);
GtkWidget *fram_roster_line_get_menu (FramRosterLine *self);
void fram_roster_line_set_discreet (FramRosterLine *self, gboolean discreet);
void fram_roster_line_set_in_view (FramRosterLine *self, gboolean in_view);
void fram_roster_line_say_changed (FramRosterLine *self, const char *by);

G_END_DECLS
