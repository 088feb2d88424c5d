#pragma once

#include "fram-import-letters.h"
#include "fram-rating.h"
#include "fram-record.h"
#include "fram-status.h"

G_BEGIN_DECLS

/**
 * FramKnownCase:
 * @participant: the participant's id
 * @enrolment: the enrolment's id, none where there is none
 * @received: day of the referral
 * @enrolled: first day, or %FRAM_DATE_NONE
 * @closed: last day, or %FRAM_DATE_NONE
 *
 * A case that the register knows already, so that files can be imported without cases.csv.
 */
typedef struct
{
  FramUuid participant;
  FramUuid enrolment;
  FramDate received;
  FramDate enrolled;
  FramDate closed;
} FramKnownCase;

/**
 * FramKnownCaseFunc:
 * @case_no: a case number
 * @known: (out): the case
 *
 * Returns: whether the register knows it
 */
typedef gboolean (*FramKnownCaseFunc) (const char *case_no, FramKnownCase *known, gpointer data);

/**
 * FramKnownGroupFunc:
 * @case_no: a case number
 * @kind: code of a kind of group
 * @day: a day
 * @group: (out): the group of that kind the case is a member of on that day
 *
 * Returns: whether the register knows such a group
 */
typedef gboolean (*FramKnownGroupFunc) (const char *case_no, const char *kind, FramDate day, FramUuid *group,
                                        gpointer data);

/**
 * FramIndicatorCode:
 * @id: the question, or the area of an agenda
 * @is_agenda: an area: it has notes, no values
 * @lowest: of the scale
 * @highest: of the scale
 * @raters: bits of #FramRater
 *
 * What may stand in a row about an indicator.
 */
typedef struct
{
  FramUuid id;
  gboolean is_agenda;
  int lowest;
  int highest;
  guint raters;
} FramIndicatorCode;

/**
 * FramProfileCodes:
 *
 * The codes that a register's profile knows, with the ids they stand for: what an importer accepts. Filled by the caller
 * from the register; it holds entities workshop, group_kind, attendance_status, outcome, decision, organisation,
 * adaptation_area and indicator (code: the ordinal within the set `fram-2021`, else "SET:ORDINAL", with "@VERSION" after the
 * set where it is not the oldest one).
 */
typedef struct _FramProfileCodes FramProfileCodes;

FramProfileCodes *fram_profile_codes_new (void);
void fram_profile_codes_free (FramProfileCodes *self);
void fram_profile_codes_set_programme (FramProfileCodes *self, const FramUuid *programme);
const FramUuid *fram_profile_codes_get_programme (const FramProfileCodes *self);
void fram_profile_codes_set_site (FramProfileCodes *self, const FramUuid *site);
const FramUuid *fram_profile_codes_get_site (const FramProfileCodes *self);
void fram_profile_codes_add (FramProfileCodes *self, FramEntity entity, const char *code, const FramUuid *id);
void fram_profile_codes_add_status (FramProfileCodes *self, const char *code, const FramUuid *id, FramCounts counts);
void fram_profile_codes_add_indicator (FramProfileCodes *self, const char *code, const FramIndicatorCode *indicator);
void fram_profile_codes_set_known_case (FramProfileCodes *self, FramKnownCaseFunc func, gpointer data);
void fram_profile_codes_set_known_group (FramProfileCodes *self, FramKnownGroupFunc func, gpointer data);
void fram_profile_codes_add_word (FramProfileCodes *self, FramEntity entity, const char *word, const char *code);
void fram_profile_codes_add_letter (FramProfileCodes *self, FramImportLetters language, const char *letter,
                                    const char *code);
const char *fram_profile_codes_find_word (const FramProfileCodes *self, FramEntity entity, const char *word,
                                          FramImportLetters language);
gboolean fram_profile_codes_has (const FramProfileCodes *self, FramEntity entity, const char *code);
gboolean fram_profile_codes_find (const FramProfileCodes *self, FramEntity entity, const char *code, FramUuid *id);
gboolean fram_profile_codes_find_status (const FramProfileCodes *self, const char *code, FramUuid *id,
                                         FramCounts *counts);
gboolean fram_profile_codes_find_indicator (const FramProfileCodes *self, const char *code,
                                            FramIndicatorCode *indicator);
char *fram_profile_codes_list (const FramProfileCodes *self, FramEntity entity);
gboolean fram_profile_codes_find_case (const FramProfileCodes *self, const char *case_no, FramKnownCase *known);
gboolean fram_profile_codes_find_group (const FramProfileCodes *self, const char *case_no, const char *kind,
                                        FramDate day, FramUuid *group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramProfileCodes, fram_profile_codes_free)

G_END_DECLS
