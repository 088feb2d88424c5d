#pragma once

#include "fram-adaptation-sheet.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramNeedGroup:
 *
 * "Difficult with … → try … → where", and the line for the workshop, which follows what is tried until it is written
 * itself (UX.md, "OT"). It is the quick form, and one area of the mapping talk.
 *
 * Properties: `folded` (boolean): where it applies and the line show themselves once something is written.
 * Signals: `changed`, `offered` (code of the area of a proven measure that was taken, or %NULL).
 */
#define FRAM_TYPE_NEED_GROUP (fram_need_group_get_type ())
G_DECLARE_FINAL_TYPE (FramNeedGroup, fram_need_group, FRAM, NEED_GROUP, AdwPreferencesGroup)

GtkWidget *fram_need_group_new (gboolean folded);
void fram_need_group_set_places (FramNeedGroup *self, const FramAdaptationSheet *sheet,
                                 const FramAdaptation *adaptation);
void fram_need_group_offer (FramNeedGroup *self, FramDesk *desk, const char *area);
gboolean fram_need_group_is_empty (FramNeedGroup *self);
void fram_need_group_read (FramNeedGroup *self, FramAdaptationEdit *edit, GPtrArray *texts);
void fram_need_group_begin (FramNeedGroup *self);
gboolean fram_need_group_show_error (FramNeedGroup *self, FramAdaptationField field, const char *sentence);

/* The text of a row without blanks at its ends; it lives as long as @texts. */
const char *fram_adaptation_typed (AdwEntryRow *row, GPtrArray *texts);

G_END_DECLS
