#pragma once

#include "fram-desk-case.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramParticipantPage:
 *
 * One participant: a head with what one must know, and sections under it (UX.md, "Participant"). It answers the actions
 * of #FramSection, opens earlier enrolments and keeps to the one that is chosen.
 */
#define FRAM_TYPE_PARTICIPANT_PAGE (fram_participant_page_get_type ())
G_DECLARE_FINAL_TYPE (FramParticipantPage, fram_participant_page, FRAM, PARTICIPANT_PAGE, AdwBin)

GtkWidget *fram_participant_page_new (FramDesk *desk, const char *rest);
gboolean fram_participant_page_reads (const char *rest);
const FramCase *fram_participant_page_get_case (FramParticipantPage *self);
GtkWidget *fram_participant_page_get_section (FramParticipantPage *self, const char *name);

G_END_DECLS
