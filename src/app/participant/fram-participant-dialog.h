#pragma once

#include "fram-desk-person.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramParticipantDialog:
 *
 * What is recorded about one participant, as far as the role allows, and the ways to change it.
 */
#define FRAM_TYPE_PARTICIPANT_DIALOG (fram_participant_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramParticipantDialog, fram_participant_dialog, FRAM, PARTICIPANT_DIALOG, AdwWindow)

FramParticipantDialog *fram_participant_dialog_new (FramDesk *desk, GtkWidget *parent, const char *case_no_or_id);
const FramPerson *fram_participant_dialog_get_person (FramParticipantDialog *self);

G_END_DECLS
