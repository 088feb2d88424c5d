#pragma once

#include "fram-section.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramDocumentsSection:
 *
 * Documents about a participant: a new handover sheet, and each version with its day, its approval and to whom it was
 * given. `participant.add` of "handover" begins one.
 */
#define FRAM_TYPE_DOCUMENTS_SECTION (fram_documents_section_get_type ())
G_DECLARE_FINAL_TYPE (FramDocumentsSection, fram_documents_section, FRAM, DOCUMENTS_SECTION, AdwBin)

GtkWidget *fram_documents_section_new (void);

G_END_DECLS
