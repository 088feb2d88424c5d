#pragma once

#include "fram-field-error.h"
#include "fram-group-dialog.h"
#include "fram-group-leaders.h"

G_BEGIN_DECLS

struct _FramGroupDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwComboRow *kind;
  AdwEntryRow *name;
  AdwActionRow *told; /* kind, capacity and leaders in words, for who may not change them */
  AdwEntryRow *capacity;
  FramFieldError *capacity_error;
  AdwActionRow *used_row;
  GtkSwitch *used;
  FramGroupLeaders *leaders;
  AdwComboRow *place;
  AdwEntryRow *new_place;
  FramFieldError *new_place_error;
  GtkWidget *series;
  GtkBox *weekdays;
  AdwActionRow *days_row;
  AdwPreferencesRow *days_error_row;
  GtkLabel *days_error;
  AdwComboRow *every;
  AdwEntryRow *starts;
  FramFieldError *starts_error;
  AdwEntryRow *ends;
  FramFieldError *ends_error;
  AdwEntryRow *first;
  FramFieldError *first_error;
  AdwEntryRow *last;
  FramFieldError *last_error;
  AdwEntryRow *sessions;
  FramFieldError *sessions_error;
  AdwEntryRow *meets;
  AdwEntryRow *next_line;

  /* owned */
  FramGroup *group;
  GPtrArray *kinds; /* FramGroupKind */
  GtkWidget *days[5];
  FramUuid id;
  gboolean other_rule; /* days that a form cannot show: they stay */
  gboolean is_read;
};

/* facts */
void fram_group_dialog_read (FramGroupDialog *self);

/* fields */
gboolean fram_group_dialog_take_fields (FramGroupDialog *self, FramGroup *group, char **new_place);

G_END_DECLS
