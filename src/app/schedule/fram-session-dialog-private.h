#pragma once

#include "fram-desk-group.h"
#include "fram-field-error.h"
#include "fram-session-dialog.h"

G_BEGIN_DECLS

/** FRAM_NEW_PLACE: the code of the choice "a new place". */
#define FRAM_NEW_PLACE "new"

struct _FramSessionDialog
{
  FramFormDialog parent_instance;

  /* template children */
  GtkWidget *scopes;
  AdwActionRow *this_row;
  AdwActionRow *following_row;
  AdwActionRow *all_row;
  GtkCheckButton *this_check;
  GtkCheckButton *following_check;
  GtkCheckButton *all_check;
  GtkWidget *times;
  AdwEntryRow *day;
  FramFieldError *day_error;
  AdwComboRow *weekday;
  AdwEntryRow *starts;
  FramFieldError *starts_error;
  AdwEntryRow *ends;
  FramFieldError *ends_error;
  AdwComboRow *place;
  AdwEntryRow *new_place;
  FramFieldError *new_place_error;
  GtkWidget *stepping_in;
  AdwComboRow *substitute;
  GtkWidget *why;
  AdwEntryRow *reason;
  FramFieldError *reason_error;

  FramSessionDeed deed;
  FramUuid group;
  FramDate planned;
  FramDate session_day;
  int session_starts;
  int session_ends;
  FramUuid session_place;
  FramUuid session_substitute;
  char *place_name;
  char *substitute_name;
  gboolean is_extra;
  gboolean is_read;
};

/* facts: what there is to choose among, and what each scope means */
void fram_session_dialog_read (FramSessionDialog *self);
void fram_session_dialog_refuse_scope (FramSessionDialog *self, FramGroupScope scope, const char *sentence);

/* Choices of a place, with a new one at the end. (element-type FramScheduleWho) */
void fram_place_choices_fill (AdwComboRow *row, const GPtrArray *places, const FramUuid *chosen, const char *name);

G_END_DECLS
