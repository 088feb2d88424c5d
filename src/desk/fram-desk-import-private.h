#pragma once

#include "fram-desk-import.h"
#include "fram-desk-private.h"

G_BEGIN_DECLS

void import_difference_free (gpointer data);
gboolean import_describe (FramChanges *changes, FramDb *db, const FramViewer *viewer, const FramRecord *record,
                          GPtrArray *differences, GError **error);

G_END_DECLS
