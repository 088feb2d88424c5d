#pragma once

#include "fram-desk-schedule.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramSessionDeed:
 * @FRAM_SESSION_DEED_CHANGE: another day, time or place
 * @FRAM_SESSION_DEED_CANCEL: called off, with a reason
 * @FRAM_SESSION_DEED_SUBSTITUTE: who steps in
 * @FRAM_SESSION_DEED_EXTRA: one more session, beside those of the series
 *
 * What is done with a session.
 */
typedef enum
{
  FRAM_SESSION_DEED_CHANGE,
  FRAM_SESSION_DEED_CANCEL,
  FRAM_SESSION_DEED_SUBSTITUTE,
  FRAM_SESSION_DEED_EXTRA,
} FramSessionDeed;

/**
 * FramSessionDialog:
 *
 * Changes a session, or calls it off: this one, this and the following, or all, each with how many that are and from when
 * to when; where one of them is refused it says why.
 */
#define FRAM_TYPE_SESSION_DIALOG (fram_session_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramSessionDialog, fram_session_dialog, FRAM, SESSION_DIALOG, FramFormDialog)

FramSessionDialog *fram_session_dialog_new (FramDesk *desk, GtkWidget *parent, const FramScheduleSession *session,
                                            FramSessionDeed deed);

/* Whether it has been filled in, and what stands at a scope, for tests. */
gboolean fram_session_dialog_is_read (FramSessionDialog *self);
const char *fram_session_dialog_get_scope_text (FramSessionDialog *self, guint scope);

G_END_DECLS
