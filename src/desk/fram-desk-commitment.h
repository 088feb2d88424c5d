#pragma once

#include "fram-commitment.h"
#include "fram-desk.h"

G_BEGIN_DECLS

/** FRAM_COMMITMENT_OF_PROGRAMME: whose commitment it is, where it is not a referring organisation's. */
#define FRAM_COMMITMENT_OF_PROGRAMME "programme"

/** FRAM_COMMITMENT_OF_REFERRER: likewise, where the person at the keyboard may not see which organisation it is. */
#define FRAM_COMMITMENT_OF_REFERRER "referrer"

/**
 * FramCommitmentRow:
 *
 * A commitment of an enrolment: what was promised, by whom, and how it stands. Members are read-only for others; the
 * properties `name`, `title`, `whose-text`, `due-text`, `state-name` serve bindings.
 */
#define FRAM_TYPE_COMMITMENT_ROW (fram_commitment_row_get_type ())
G_DECLARE_FINAL_TYPE (FramCommitmentRow, fram_commitment_row, FRAM, COMMITMENT_ROW, GObject)

struct _FramCommitmentRow
{
  GObject parent_instance;

  FramUuid participant;
  FramUuid enrolment;
  char *case_no;
  char *name; /* of the participant, as lists show it */
  char *sort_key;
  gboolean is_protected;
  gboolean own; /* who sits there is in charge, or deputy for who is */
  char *code;   /* of its kind */
  char *title;  /* its kind in words */
  int ordinal;
  gboolean is_regular; /* one of several of its kind */
  char *whose;         /* code of the organisation, or FRAM_COMMITMENT_OF_… */
  char *whose_text;    /* "Försäkringskassan, Besim Todorov" */
  FramDate due;
  gboolean is_moved; /* the day was set by somebody */
  FramDate done;
  gboolean by_fact; /* something recorded shows that it is done: nobody had to say so */
  char *note;       /* NULL: none, or not seen */
  FramCommitmentState state;
  gboolean writes; /* may be ticked by who sits there */
  gboolean notes;  /* a note may be read and written by who sits there */
};

char *fram_commitment_row_dup_due_text (FramCommitmentRow *self, FramDate today);

/**
 * FramCommitmentQuery:
 * @enrolment: (nullable): of one enrolment, by due day; %NULL of all, what is late first
 * @own: only of those participants whom the person is in charge of, as a deputy too
 * @open: only what is late or due in the next two weeks
 * @late: only what is late
 * @whose: (nullable): only these: code of an organisation or %FRAM_COMMITMENT_OF_PROGRAMME
 * @closed: of all: of every enrolment there was; else those that go on, and for half a year those that were closed
 */
typedef struct
{
  const FramUuid *enrolment;
  gboolean own;
  gboolean open;
  gboolean late;
  const char *whose;
  gboolean closed;
} FramCommitmentQuery;

/* Commitments as far as the person at the keyboard may see the plan. (element-type FramCommitmentRow) */
GPtrArray *fram_desk_commitments (FramDesk *self, const FramCommitmentQuery *query, GError **error);
/* How many of the own participants' commitments are late: the sidebar's figure. */
guint fram_desk_count_late_commitments (FramDesk *self);

/* Says when it was done, or with %FRAM_DATE_NONE that it is not. One undo step. FRAM_ERROR_DENIED, FRAM_ERROR_INVALID. */
gboolean fram_desk_set_commitment_done (FramDesk *self, const FramUuid *enrolment, const char *code, int ordinal,
                                        FramDate done, char **what, GError **error);

/**
 * FramCommitmentEdit:
 * @due: another due day, or %FRAM_DATE_NONE for the one that is worked out
 * @done: the day it was done, or %FRAM_DATE_NONE
 * @note: (nullable): what there is to say about it; only written by those who may see it
 */
typedef struct
{
  FramDate due;
  FramDate done;
  const char *note;
} FramCommitmentEdit;

/* Writes the due day, the day it was done and the note. One undo step. */
gboolean fram_desk_edit_commitment (FramDesk *self, const FramUuid *enrolment, const char *code, int ordinal,
                                    const FramCommitmentEdit *edit, char **what, GError **error);

G_END_DECLS
