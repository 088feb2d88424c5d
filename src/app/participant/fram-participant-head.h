#pragma once

#include "fram-desk-case.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramParticipantHead:
 *
 * The head of a participant's page: name, phase, which day of how many, case worker, hours a week now and planned, next
 * meeting, consent; earlier times in the programme, folded; what is done often. Its buttons are actions of the page.
 */
#define FRAM_TYPE_PARTICIPANT_HEAD (fram_participant_head_get_type ())
G_DECLARE_FINAL_TYPE (FramParticipantHead, fram_participant_head, FRAM, PARTICIPANT_HEAD, GtkBox)

void fram_participant_head_show (FramParticipantHead *self, const FramCase *what, FramDate today);
void fram_participant_head_set_room (FramParticipantHead *self, int room);

G_END_DECLS
