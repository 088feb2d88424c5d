#pragma once

#include "fram-colours.h"
#include "fram-date.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * FramHandoverField:
 * @FRAM_HANDOVER_GOOD_AT: what I am good at
 * @FRAM_HANDOVER_WORKS: what works for me
 * @FRAM_HANDOVER_WANT: what I want next
 * @FRAM_HANDOVER_NOT_AGAIN: what I do not want to tell again
 * @FRAM_HANDOVER_AGREED: practical agreements
 * @FRAM_HANDOVER_CONTACTS: contacts and next meetings
 *
 * The parts of a handover sheet, told by the participant.
 */
typedef enum
{
  FRAM_HANDOVER_GOOD_AT,
  FRAM_HANDOVER_WORKS,
  FRAM_HANDOVER_WANT,
  FRAM_HANDOVER_NOT_AGAIN,
  FRAM_HANDOVER_AGREED,
  FRAM_HANDOVER_CONTACTS,
  FRAM_N_HANDOVER_FIELDS
} FramHandoverField;

/**
 * FramHandoverSheet:
 * @name: whose, as it may be shown
 * @programme: (nullable): name of the programme
 * @version: which one
 * @approved: the day on which the participant approved it, or %FRAM_DATE_NONE for a draft
 * @written_by: (nullable): who wrote it down
 * @texts: the fields; an empty one is left out
 *
 * “Stafettpinnen”: what somebody who takes over must know, so that the participant need not tell the story again (UX.md,
 * "Case worker"). It is Swedish whatever the language of the window is: it is handed to the participant (DOMAIN.md).
 */
typedef struct
{
  char *name;
  char *programme;
  int version;
  FramDate approved;
  char *written_by;
  char *texts[FRAM_N_HANDOVER_FIELDS];
} FramHandoverSheet;

void fram_handover_sheet_free (FramHandoverSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramHandoverSheet, fram_handover_sheet_free)

const char *fram_handover_field_get_code (FramHandoverField field);
const char *fram_handover_field_get_heading (FramHandoverField field);
char *fram_handover_date_to_words (FramDate date, gboolean with_weekday);
const char *fram_handover_weekday (int weekday);
char *fram_handover_time_to_words (int minutes);
const char *fram_handover_meeting (const char *kind);

guint fram_handover_sheet_n_pages (const FramHandoverSheet *self, double width, double height);
void fram_handover_sheet_draw_page (const FramHandoverSheet *self, guint page, const FramPrintPalette *palette,
                                    double width, double height, cairo_t *cr);

G_END_DECLS
