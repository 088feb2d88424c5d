#pragma once

#include "fram-date.h"
#include "fram-phase.h"
#include "fram-uuid.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * FramPersonRow:
 *
 * A participant in a list, as far as the person at the keyboard may see. Members are read-only for others; the
 * properties `name`, `case-no`, `phase-name`, `workshops`, `enrolled-text` serve bindings in templates.
 */
#define FRAM_TYPE_PERSON_ROW (fram_person_row_get_type ())
G_DECLARE_FINAL_TYPE (FramPersonRow, fram_person_row, FRAM, PERSON_ROW, GObject)

struct _FramPersonRow
{
  GObject parent_instance;

  FramUuid participant;
  gint64 participant_row;
  char *case_no;
  char *name;       /* full name; initials when protected */
  char *given_name; /* NULL when protected */
  char *family_name;
  char *sort_key;
  gboolean is_protected;
  char *sex; /* NULL: not seen or not recorded */
  FramDate birth_date;
  char *organisation; /* code; NULL: none or not seen */
  FramPhase phase;
  FramDate enrolled;
  FramDate closed;
  char *workshops;      /* names of today's placements, ", " between; "" for none */
  char *workshop_codes; /* codes, ";" between */
};

FramPersonRow *fram_person_row_new (void);

G_END_DECLS
