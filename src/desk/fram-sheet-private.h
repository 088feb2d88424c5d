#pragma once

#include "fram-desk-roster-private.h"
#include "fram-desk-week.h"

G_BEGIN_DECLS

/* Everything that one sheet is made of, as it was read. */
typedef struct
{
  FramDesk *desk;
  const FramStoredActivity *activity;
  GArray *sessions; /* FramSession, of a group that has days; else NULL */
  GArray *spans;
  GArray *slots;
  GPtrArray *marks;
  GPtrArray *before;   /* marks before the first day, by person, newest first */
  GPtrArray *expected; /* per day of the sheet: (element-type FramExpected) */
  GArray *enrolments;  /* (element-type gint64), sorted */
  GPtrArray *people;   /* by row number */
  GArray *planned;     /* (element-type FramSheetAbsence) */
  GArray *splits;      /* (element-type FramSheetSplit) */
  GArray *alerts;      /* (element-type guint): lengths of streaks */
} FramSheetSources;

void fram_sheet_sources_clear (FramSheetSources *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramSheetSources, fram_sheet_sources_clear)

void fram_sheet_row_free (FramSheetRow *self);
void fram_sheet_make_rows (const FramSheetSources *s, FramSheet *sheet);
void fram_sheet_count (const FramSheetSources *s, FramSheet *sheet);
gboolean fram_desk_add_weeks (FramDesk *self, gint64 activity, FramSheet *sheet, GError **error);

G_END_DECLS
