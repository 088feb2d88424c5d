#pragma once

#include "fram-desk-booking.h"

G_BEGIN_DECLS

/**
 * FramEntry:
 * @id: the entry, or the event
 * @is_event: whether it was imported with the register's events; then it is read only
 * @kind: code of fram_journal_kinds(), of an event that of fram_meeting_kind_get_name()
 * @title: the kind in words
 * @day: the day
 * @time: minutes since midnight, or %FRAM_TIME_NONE
 * @minutes: how long, or -1
 * @attendees: (nullable): who was there
 * @interpreter: whether an interpreter was
 * @text: (nullable): what is written
 * @author: (nullable): whose words
 * @mine: whether they are those of the person at the keyboard
 * @by_ot: whether it is an occupational therapist's own entry
 * @signed_at: when it was signed, UTC milliseconds; 0 for a draft
 * @status: (nullable): of an event: what became of it
 * @booking: the next booking, made in the same talk; or none
 * @next: (nullable): that in words
 * @replaces: the version before, or none
 * @earlier: (element-type FramEntry) (nullable): earlier versions, newest first
 * @may_correct: whether the person at the keyboard may write a new version
 * @folded: what a search looks through
 *
 * One entry of a participant's journal.
 */
typedef struct
{
  FramUuid id;
  gboolean is_event;
  char *kind;
  const char *title;
  FramDate day;
  int time;
  int minutes;
  char *attendees;
  gboolean interpreter;
  char *text;
  char *author;
  gboolean mine;
  gboolean by_ot;
  gint64 signed_at;
  char *status;
  FramUuid booking;
  char *next;
  FramUuid replaces;
  GPtrArray *earlier;
  gboolean may_correct;
  char *folded;
} FramEntry;

FramEntry *fram_entry_ref (FramEntry *self);
void fram_entry_unref (FramEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramEntry, fram_entry_unref)

/**
 * FramJournalQuery:
 * @search: (nullable): words; each must begin some word of an entry
 * @kind: (nullable): only this kind
 * @year: only this year, 0 for every year
 *
 * What is asked for within a journal.
 */
typedef struct
{
  const char *search;
  const char *kind;
  int year;
} FramJournalQuery;

/**
 * FramJournal:
 * @bookings: (element-type FramBooking): to be told first, then what is to come, in order of time
 * @drafts: (element-type FramEntry): what the person at the keyboard has begun and not signed, newest first
 * @entries: (element-type FramEntry): what was asked for, newest first
 * @n_all: how many entries there are in all
 * @kinds: (element-type utf8): codes of the kinds that there are
 * @years: (element-type int): years that there are, newest first
 * @sees_notes: whether others' entries may be read, and not only own ones
 * @may_write: whether the person at the keyboard may write in it
 * @as_ot: whether what that person writes is an occupational therapist's own entry
 *
 * A participant's journal, as far as the person at the keyboard may see.
 */
typedef struct
{
  GPtrArray *bookings;
  GPtrArray *drafts;
  GPtrArray *entries;
  guint n_all;
  GPtrArray *kinds;
  GArray *years;
  gboolean sees_notes;
  gboolean may_write;
  gboolean as_ot;
} FramJournal;

void fram_journal_free (FramJournal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramJournal, fram_journal_free)

/* The journal and what is booked. That it was opened is logged (class note), once in a sitting of half an hour. */
FramJournal *fram_desk_journal (FramDesk *self, const FramUuid *participant, const FramJournalQuery *query,
                                GError **error);

/* Whether the person at the keyboard may write in somebody's journal, and whose it is. */
gboolean fram_desk_writes_journal (FramDesk *self, const FramUuid *enrolment, FramUuid *participant);

/**
 * FramDraft:
 * @id: the draft; none for a new one, or the id that a new one is to have, so that saving it twice is saving it once
 * @participant: whose journal
 * @enrolment: in which enrolment, or none
 * @kind: code of fram_journal_kinds()
 * @day: when it was; today or before
 * @time: minutes since midnight
 * @minutes: how long, or -1
 * @attendees: (nullable): who was there
 * @interpreter: whether an interpreter was
 * @text: what is written, may be empty
 * @booking: the next booking, or none
 * @replaces: the signed entry that it corrects, or none
 *
 * What stands in the editor.
 */
typedef struct
{
  FramUuid id;
  FramUuid participant;
  FramUuid enrolment;
  char *kind;
  FramDate day;
  int time;
  int minutes;
  char *attendees;
  gboolean interpreter;
  char *text;
  FramUuid booking;
  FramUuid replaces;
} FramDraft;

FramDraft *fram_draft_new (void);
FramDraft *fram_draft_copy (const FramDraft *self);
void fram_draft_free (FramDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramDraft, fram_draft_free)

/* Writes down what is being written; safe to call after each pause in typing. Only the first time is an undo step; nothing is
 * written in the access log. `id` is where it stands now: words that come after the entry was signed, at midnight or by hand,
 * begin a correction. */
gboolean fram_desk_save_draft (FramDesk *self, const FramDraft *draft, FramUuid *id, GError **error);
/* Signs a draft of one's own. A signed entry does not change any more and cannot be undone. */
gboolean fram_desk_sign_entry (FramDesk *self, const FramUuid *entry, char **what, GError **error);
/* Throws a draft of one's own away. One undo step. */
gboolean fram_desk_discard_draft (FramDesk *self, const FramUuid *entry, char **what, GError **error);
/* Stamps what counts as signed since midnight, whoever wrote it; how many. No undo step. */
guint fram_desk_sign_past_midnight (FramDesk *self);

/* Entries as plain text for another record system, oldest first; that they were given out is logged (exported, class note).
 * Either those of @ids (n > 0), or all signed ones from @from to @to (%FRAM_DATE_NONE: open). */
char *fram_desk_journal_text (FramDesk *self, const FramUuid *participant, const FramUuid *ids, guint n, FramDate from,
                              FramDate to, GError **error);

G_END_DECLS
