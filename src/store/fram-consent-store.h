#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredConsent:
 * @id: which
 * @recipient: (nullable): who is named
 * @what: (nullable): what may be shown
 * @form: (nullable): how it was given: `spoken`, `written`
 * @given: the day it was given, or %FRAM_DATE_NONE
 * @until: its last day, or %FRAM_DATE_NONE for no end
 * @withdrawn: the day it was withdrawn, or %FRAM_DATE_NONE
 *
 * A line on consent as it lies in the register: lines are only added, and a withdrawal is a line of its own.
 */
typedef struct
{
  FramUuid id;
  char *recipient;
  char *what;
  char *form;
  FramDate given;
  FramDate until;
  FramDate withdrawn;
} FramStoredConsent;

/** FRAM_CONSENT_CARD: the kind of consent with which an adaptation card goes to somebody; it opens nothing else. */
#define FRAM_CONSENT_CARD "card"

void fram_stored_consent_free (FramStoredConsent *self);

/* Of one kind, in the order in which they were written. (element-type FramStoredConsent) */
GPtrArray *fram_consent_load (FramDb *db, const FramViewer *viewer, gint64 participant, const char *kind,
                              GError **error);

G_END_DECLS
