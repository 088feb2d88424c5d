#pragma once

#include "fram-people-store.h"

G_BEGIN_DECLS

/**
 * FramStoredAreaNote:
 * @id: the note
 * @indicator: row number of the area, in the version it was written under
 * @day: the talk
 * @area: name of the area, in the reader's language
 * @text: what was said
 * @author: (nullable): who wrote it
 *
 * What was said in a talk about an area of an agenda.
 */
typedef struct
{
  FramUuid id;
  gint64 indicator;
  FramDate day;
  char *area;
  char *text;
  char *author;
} FramStoredAreaNote;

GPtrArray *fram_talk_load_notes (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error);
GHashTable *fram_talk_load_other_language (FramDb *db, gint64 set, GError **error);
gint64 fram_talk_last_given (FramDb *db, gint64 enrolment, FramDate day);

/**
 * FramStoredDraft:
 * @set: row number of the set
 * @day: day of the talk
 * @answers: what was answered, as it was handed in
 *
 * A form that somebody began. Drafts are of this machine and this person only.
 */
typedef struct
{
  gint64 set;
  FramDate day;
  char *answers;
} FramStoredDraft;

GPtrArray *fram_talk_load_drafts (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error);
gboolean fram_talk_save_draft (FramDb *db, const FramViewer *viewer, gint64 enrolment, const FramStoredDraft *draft,
                               GError **error);
gboolean fram_talk_drop_draft (FramDb *db, const FramViewer *viewer, gint64 enrolment, gint64 set, GError **error);
void fram_talk_tidy_drafts (FramDb *db, FramDate today);

/**
 * FramStoredTalk:
 * @person: whose; only what names are made from is set, and the enrolment's first and last day
 * @set: row number of a set
 * @last: the last talk with it, in any version, or %FRAM_DATE_NONE
 * @has_draft: whether the viewer has begun the next one
 *
 * An enrolment that goes on, and a set.
 */
typedef struct
{
  FramStoredCase person;
  gint64 set;
  FramDate last;
  gboolean has_draft;
} FramStoredTalk;

/**
 * FramStoredTalkPause:
 *
 * A pause of an enrolment.
 */
typedef struct
{
  gint64 enrolment;
  FramDate from;
  FramDate to;
} FramStoredTalkPause;

GPtrArray *fram_talk_load (FramDb *db, const FramViewer *viewer, const GArray *sets, GError **error);
GArray *fram_talk_load_pauses (FramDb *db, const FramViewer *viewer, GError **error);

G_END_DECLS
