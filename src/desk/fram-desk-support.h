#pragma once

#include "fram-desk.h"

G_BEGIN_DECLS

/**
 * FramSupportState:
 * @FRAM_SUPPORT_RUNNING: it goes on today
 * @FRAM_SUPPORT_WAITING: it is applied for or waited for
 * @FRAM_SUPPORT_AGREED: it begins on a day to come
 * @FRAM_SUPPORT_ENDED: it is over, or the waiting was given up
 */
typedef enum
{
  FRAM_SUPPORT_RUNNING,
  FRAM_SUPPORT_WAITING,
  FRAM_SUPPORT_AGREED,
  FRAM_SUPPORT_ENDED,
} FramSupportState;

/**
 * FramSupport:
 * @id: the support
 * @enrolment: in which enrolment
 * @kind: code: `job`, `competence`, `health` or `social` (the four kinds of the BIP project)
 * @provider: (nullable): who gives it
 * @text: (nullable): what it is, or what there is to say about it
 * @applied: when it was applied for, or %FRAM_DATE_NONE
 * @waiting_since: from when on it has been waited for, or %FRAM_DATE_NONE
 * @started: when it began or is to begin, or %FRAM_DATE_NONE
 * @ended: its last day, or %FRAM_DATE_NONE
 * @state: how it stands today
 * @days_waited: days from waiting since (else from the application) to the start, the end or today; -1 where nothing says
 * @words: that in words: "Since 3 March 2026, waited 74 days"
 *
 * Support outside the programme that runs, or is to run, beside it (DOMAIN.md, "A participant's way through", 4).
 */
typedef struct
{
  FramUuid id;
  FramUuid enrolment;
  char *kind;
  char *provider;
  char *text;
  FramDate applied;
  FramDate waiting_since;
  FramDate started;
  FramDate ended;
  FramSupportState state;
  int days_waited;
  char *words;
} FramSupport;

void fram_support_free (FramSupport *self);

/**
 * FramSupports:
 * @rows: (element-type FramSupport): by kind, then what runs, what is agreed, what is waited for, what has ended
 * @may_write: whether the person at the keyboard may change them: in an enrolment that goes on
 * @running: how many run today
 * @waiting: how many are waited for
 * @hint: (nullable): a gentle sentence where nothing runs in parallel in an enrolment that goes on
 */
typedef struct
{
  GPtrArray *rows;
  gboolean may_write;
  guint running;
  guint waiting;
  char *hint;
} FramSupports;

void fram_supports_free (FramSupports *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramSupports, fram_supports_free)

/* The four kinds, in order, NULL at the end, and what they are called. */
const char *const *fram_support_kinds (void);
const char *fram_support_kind_get_name (const char *kind);
const char *fram_support_state_get_code (FramSupportState state);

/* Class note: a case worker's own participants. FRAM_ERROR_DENIED for everybody else. */
FramSupports *fram_desk_supports (FramDesk *self, const FramUuid *enrolment, GError **error);

/**
 * FramSupportEdit:
 * @kind: code of the kind
 * @provider: (nullable): who gives it
 * @text: (nullable): what it is
 * @applied: or %FRAM_DATE_NONE
 * @waiting_since: or %FRAM_DATE_NONE
 * @started: or %FRAM_DATE_NONE
 * @ended: or %FRAM_DATE_NONE
 */
typedef struct
{
  const char *kind;
  const char *provider;
  const char *text;
  FramDate applied;
  FramDate waiting_since;
  FramDate started;
  FramDate ended;
} FramSupportEdit;

/* Which field is wrong, for the dialog to show it there. */
typedef enum
{
  FRAM_SUPPORT_FIELD_NONE,
  FRAM_SUPPORT_FIELD_PROVIDER,
  FRAM_SUPPORT_FIELD_APPLIED,
  FRAM_SUPPORT_FIELD_WAITING,
  FRAM_SUPPORT_FIELD_STARTED,
  FRAM_SUPPORT_FIELD_ENDED,
} FramSupportField;

/* NULL where all is well, else what is wrong and what to do. */
const char *fram_support_edit_check (const FramSupportEdit *edit, FramDate today, FramSupportField *field);

/* One undo step each; `what` is the sentence for the toast. */
gboolean fram_desk_add_support (FramDesk *self, const FramUuid *enrolment, const FramSupportEdit *edit, char **what,
                                GError **error);
gboolean fram_desk_edit_support (FramDesk *self, const FramUuid *support, const FramSupportEdit *edit, char **what,
                                 GError **error);
gboolean fram_desk_remove_support (FramDesk *self, const FramUuid *support, char **what, GError **error);

/* Names of providers to choose from: those of one's own participants, and those that at least two participants have.
 * (element-type utf8) */
GPtrArray *fram_desk_support_providers (FramDesk *self, GError **error);

G_END_DECLS
