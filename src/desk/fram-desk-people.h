#pragma once

#include "fram-desk.h"
#include "fram-person-row.h"

G_BEGIN_DECLS

/**
 * FramPeopleQuery:
 * @search: (nullable): words; each must begin a word of name or case number; case and diacritics do not count
 * @phase: (nullable): code of a phase
 * @workshop: (nullable): code of a workshop people are placed in today
 * @limit: most rows, 0 for all
 * @enrolled_now: only people in introduction or participation
 */
typedef struct
{
  const char *search;
  const char *phase;
  const char *workshop;
  guint limit;
  gboolean enrolled_now;
} FramPeopleQuery;

/* People whom the person may see, by name. (element-type FramPersonRow). Listing is logged. */
GPtrArray *fram_desk_people (FramDesk *self, const FramPeopleQuery *query, GError **error);
void fram_desk_people_async (FramDesk *self, const FramPeopleQuery *query, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *fram_desk_people_finish (FramDesk *self, GAsyncResult *result, GError **error);

/* One participant by case number or UUID; opening is logged. */
FramPersonRow *fram_desk_find_person (FramDesk *self, const char *case_no_or_id, GError **error);

/**
 * FramPersonEdit:
 * @case_no: (nullable): a case number; %NULL makes the next free one of the year
 * @given_name: required
 * @family_name: required
 * @sex: (nullable): `F`, `M` or %NULL
 * @birth_date: or %FRAM_DATE_NONE
 * @organisation: (nullable): code of the referring organisation
 * @enrolled: day of enrolment
 * @phone: (nullable): phone
 * @is_protected: protected identity
 */
typedef struct
{
  const char *case_no;
  const char *given_name;
  const char *family_name;
  const char *sex;
  FramDate birth_date;
  const char *organisation;
  FramDate enrolled;
  const char *phone;
  gboolean is_protected;
} FramPersonEdit;

/* Adds a person with a referral and an enrolment; the answer is the case number. One undo step. */
char *fram_desk_add_person (FramDesk *self, const FramPersonEdit *edit, GError **error);
gboolean fram_desk_edit_person (FramDesk *self, const FramUuid *participant, const FramPersonEdit *edit,
                                GError **error);

/* Places a person in a workshop from a day on with a weekly plan, "mon 09-12,wed 09-12". A placement there that is
 * open that day ends the day before, and its plan with it: a step. `to` may be FRAM_DATE_NONE. */
gboolean fram_desk_place (FramDesk *self, const char *case_no_or_id, const char *workshop, FramDate from, FramDate to,
                          const char *slots, GError **error);

/* Organisations of the profile: code and name. (element-type FramChoice) */
typedef struct
{
  char *code;
  char *name;
} FramChoice;

void fram_choice_free (FramChoice *self);
GPtrArray *fram_desk_organisations (FramDesk *self, GError **error);

G_END_DECLS
