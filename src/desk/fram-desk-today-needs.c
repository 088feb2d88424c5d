#include "fram-desk-today-private.h"

#include "fram-desk-commitment.h"
#include "fram-desk-gaps.h"
#include "fram-desk-places.h"
#include "fram-desk-private.h"
#include "fram-desk-question-private.h"
#include "fram-hint-store.h"
#include "fram-meeting.h"
#include "fram-morning-store.h"
#include "fram-taken-store.h"
#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* What participants need of the person at the keyboard now, what is in that person's calendar, and how the house stands. */

#define CASE_LOAD 15

void
fram_need_free (gpointer data)
{
  FramNeed *self = data;

  g_free (self->case_no);
  g_free (self->name);
  g_free (self->text);
  g_free (self->section);
  g_free (self);
}

void
fram_my_meeting_free (gpointer data)
{
  FramMyMeeting *self = data;

  g_free (self->case_no);
  g_free (self->name);
  g_free (self->title);
  g_free (self->text);
  g_free (self);
}

void
fram_house_today_free (FramHouseToday *self)
{
  g_free (self->over);
  g_free (self->leaderless);
  g_free (self);
}

FramNeed *
fram_desk_today_add_need (FramToday *today, FramNeedKind kind, const FramUuid *participant, const char *case_no,
                          const char *name, const char *section)
{
  FramNeed *need = g_new0 (FramNeed, 1);

  need->kind = kind;
  need->participant = participant != NULL ? *participant : FRAM_UUID_NONE;
  need->case_no = g_strdup (case_no);
  need->name = g_strdup (name);
  need->section = g_strdup (section);
  g_ptr_array_add (today->needs, need);
  return need;
}

static gboolean
add_gaps (FramDesk *self, FramToday *today, GError **error)
{
  FramGapQuery query = { .at = FRAM_DATE_NONE, .now = TRUE, .own = TRUE };
  g_autoptr (GPtrArray) rows = fram_desk_gaps (self, &query, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const FramGapRow *row = g_ptr_array_index (rows, i);
      FramNeed *need =
          fram_desk_today_add_need (today, FRAM_NEED_GAP, &row->participant, row->case_no, row->name, "timeline");

      need->text = g_strdup (row->text);
      need->late = row->gap.last < today->day && row->gap.kind != FRAM_GAP_NOTHING_AHEAD;
    }
  return rows != NULL;
}

static gboolean
add_commitments (FramDesk *self, FramToday *today, GError **error)
{
  FramCommitmentQuery query = { .own = TRUE, .open = TRUE };
  g_autoptr (GPtrArray) rows = fram_desk_commitments (self, &query, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      FramCommitmentRow *row = g_ptr_array_index (rows, i);
      FramNeed *need =
          fram_desk_today_add_need (today, FRAM_NEED_COMMITMENT, &row->participant, row->case_no, row->name, "plan");
      g_autofree char *due = fram_commitment_row_dup_due_text (row, today->day);

      need->text = g_strdup_printf ("%s · %s · %s", row->title, row->whose_text, due);
      need->late = row->state == FRAM_COMMITMENT_LATE;
    }
  return rows != NULL;
}

static char *
say_closing (const FramStoredNeed *stored, FramDate today)
{
  g_autofree char *day = fram_date_to_short_words (stored->day);

  if (stored->day < today)
    return g_strdup_printf (_ ("The target day was %s, and no next step is planned."), day);
  return g_strdup_printf (_ ("The target day is %s, and no next step is planned."), day);
}

static char *
say_income (const FramStoredNeed *stored, FramDate today)
{
  g_autofree char *day = fram_date_to_short_words (stored->day);
  g_autofree char *when = g_strdup_printf (
      stored->day < today ? _ ("The decision about income ended %s.") : _ ("The decision about income ends %s."), day);

  return stored->text != NULL ? g_strdup_printf ("%s · %s", stored->text, when) : g_steal_pointer (&when);
}

static char *
say_follow_up (const FramStoredNeed *stored)
{
  g_autofree char *day = fram_date_to_short_words (stored->other != FRAM_DATE_NONE ? stored->other : stored->day);

  if (stored->other != FRAM_DATE_NONE)
    return g_strdup_printf (_ ("The follow-up after closing was asked for %s; no answer yet."), day);
  return g_strdup_printf (_ ("The follow-up after closing was due %s."), day);
}

/* A text, and until when. */
static char *
say_due (const FramStoredNeed *stored, FramDate today)
{
  g_autofree char *day = fram_date_to_short_words (stored->day);
  const char *text = stored->text != NULL ? stored->text : "";
  g_autofree char *due = stored->day < today    ? g_strdup_printf (_ ("late: was due %s"), day)
                         : stored->day == today ? g_strdup (_ ("due today"))
                                                : g_strdup_printf (_ ("due %s"), day);

  return g_strdup_printf ("%s · %s", text, due);
}

/* A work aid follows its person: who brings it where, before day one (UX.md, "OT"). */
static char *
say_aid (const FramStoredNeed *stored)
{
  g_auto (GStrv) parts = g_strsplit (stored->text != NULL ? stored->text : "", "\n", 3);
  const char *place = g_strv_length (parts) == 3 ? parts[fram_text_is_swedish () ? 1 : 2] : "";
  g_autofree char *day = fram_date_to_short_words (stored->day);

  if (stored->kind != NULL)
    /* TRANSLATORS: a work aid, a workshop or employer, a day, who brings it */
    return g_strdup_printf (_ ("%1$s to %2$s before %3$s · brought by %4$s"), parts[0], place, day, stored->kind);
  /* TRANSLATORS: a work aid, a workshop or employer, a day */
  return g_strdup_printf (_ ("%1$s to %2$s before %3$s · nobody is named to bring it"), parts[0], place, day);
}

static char *
say_need (FramNeedKind kind, const FramStoredNeed *stored, FramDate today)
{
  switch (kind)
    {
    case FRAM_NEED_CLOSING: return say_closing (stored, today);
    case FRAM_NEED_INCOME: return say_income (stored, today);
    case FRAM_NEED_FOLLOW_UP: return say_follow_up (stored);
    case FRAM_NEED_MILESTONE:
    case FRAM_NEED_REVIEW: return say_due (stored, today);
    case FRAM_NEED_AID: return say_aid (stored);
    case FRAM_NEED_GAP:
    case FRAM_NEED_COMMITMENT:
    case FRAM_NEED_TALK:
    case FRAM_NEED_ANSWER:
    case FRAM_N_NEED_KINDS:
    default: g_assert_not_reached ();
    }
}

static gboolean
add_stored (FramDesk *self, FramToday *today, FramMorning what, FramNeedKind kind, gboolean own, const char *section,
            GError **error)
{
  g_autoptr (GPtrArray) needs = fram_morning_load (self->db, self->viewer, what, own, error);

  for (guint i = 0; needs != NULL && i < needs->len; i++)
    {
      const FramStoredNeed *stored = g_ptr_array_index (needs, i);
      g_autoptr (FramPersonRow) row = fram_desk_row_of_case (&stored->person, today->day);
      FramNeed *need = fram_desk_today_add_need (today, kind, &stored->person.participant_id, stored->person.case_no,
                                                 row->name, section);

      need->text = say_need (kind, stored, today->day);
      need->late = stored->day < today->day;
    }
  return needs != NULL;
}

/* Follow-ups at external places whose day has come, of those whom the plan shows to the person. */
static gboolean
add_external_follow_ups (FramDesk *self, FramToday *today, GHashTable *own, GError **error)
{
  g_autoptr (GPtrArray) rows = fram_desk_external_follow_ups (self, NULL, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const FramExternalFollowUp *row = g_ptr_array_index (rows, i);
      gint64 enrolment = fram_db_find_row (self->db, &row->enrolment);
      FramNeed *need;

      if (!row->due || (own != NULL && !g_hash_table_contains (own, &enrolment)))
        continue;
      need = fram_desk_today_add_need (today, FRAM_NEED_FOLLOW_UP, NULL, row->case_no, row->name, "plan");
      need->text = g_strdup_printf ("%s · %s", row->employer, row->text);
      need->late = row->day < today->day;
    }
  return rows != NULL;
}

static char *
say_meeting (const FramStoredNeed *stored)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (stored->minutes > 0)
    g_ptr_array_add (parts, g_strdup_printf (_ ("%d min"), stored->minutes));
  if (stored->text != NULL)
    g_ptr_array_add (parts, g_strdup (stored->text));
  if (stored->flag)
    g_ptr_array_add (parts, g_strdup (_ ("with an interpreter")));
  g_ptr_array_add (parts, NULL);
  return parts->len > 1 ? g_strjoinv (" · ", (char **)parts->pdata) : NULL;
}

/* All of today, and those of the next day that has any. */
static gboolean
add_meetings (FramDesk *self, FramToday *today, GError **error)
{
  g_autoptr (GPtrArray) stored = fram_morning_load (self->db, self->viewer, FRAM_MORNING_MEETINGS, TRUE, error);
  FramDate next = FRAM_DATE_NONE;
  int now = fram_clock_minute (self->clock);

  for (guint i = 0; stored != NULL && i < stored->len; i++)
    {
      const FramStoredNeed *one = g_ptr_array_index (stored, i);
      g_autoptr (FramPersonRow) row = fram_desk_row_of_case (&one->person, today->day);
      FramMyMeeting *meeting;

      if (one->day > today->day && next == FRAM_DATE_NONE)
        next = one->day;
      if (one->day > today->day && one->day != next)
        break;
      meeting = g_new0 (FramMyMeeting, 1);
      meeting->participant = one->person.participant_id;
      meeting->enrolment = one->person.enrolment_id;
      meeting->may_open = fram_desk_today_may_open (self, &one->person.participant_id);
      meeting->case_no = g_strdup (one->person.case_no);
      meeting->name = g_strdup (row->name);
      meeting->title = g_strdup (fram_meeting_kind_get_name (one->kind));
      meeting->text = say_meeting (one);
      meeting->day = one->day;
      meeting->starts = one->starts;
      meeting->over = one->day == today->day && one->starts >= 0 && one->starts + MAX (one->minutes, 0) <= now;
      g_ptr_array_add (today->meetings, meeting);
    }
  return stored != NULL;
}

static gboolean
add_needs_of_own (FramDesk *self, FramToday *today, GError **error)
{
  g_autoptr (GHashTable) own = NULL;

  if (!add_gaps (self, today, error) || !add_commitments (self, today, error) ||
      !fram_desk_today_add_talks (self, today, error) ||
      !add_stored (self, today, FRAM_MORNING_FOLLOW_UPS, FRAM_NEED_FOLLOW_UP, TRUE, "timeline", error))
    return FALSE;
  own = fram_taken_load_own (self->db, self->viewer, error);
  return own != NULL && add_external_follow_ups (self, today, own, error) &&
         add_stored (self, today, FRAM_MORNING_CLOSINGS, FRAM_NEED_CLOSING, TRUE, "plan", error) &&
         add_stored (self, today, FRAM_MORNING_INCOMES, FRAM_NEED_INCOME, TRUE, "plan", error) &&
         add_stored (self, today, FRAM_MORNING_MILESTONES, FRAM_NEED_MILESTONE, TRUE, "plan", error) &&
         add_stored (self, today, FRAM_MORNING_AIDS, FRAM_NEED_AID, TRUE, "adaptations", error);
}

static gboolean
has (const FramDesk *self, FramRole role)
{
  return fram_viewer_has_role (self->viewer, role);
}

/* A case worker is told of the own participants; who watches over the whole is told of what falls between. */
gboolean
fram_desk_today_add_needs (FramDesk *self, FramToday *today, GError **error)
{
  gboolean whole = has (self, FRAM_ROLE_MANAGER) || has (self, FRAM_ROLE_ADMINISTRATOR);

  if (self->viewer->is_system)
    return TRUE;
  if (!add_meetings (self, today, error) || !fram_desk_today_add_answers (self, today, error))
    return FALSE;
  if (has (self, FRAM_ROLE_CASE_WORKER) && !add_needs_of_own (self, today, error))
    return FALSE;
  if (whole && !has (self, FRAM_ROLE_CASE_WORKER) &&
      !add_stored (self, today, FRAM_MORNING_FOLLOW_UPS, FRAM_NEED_FOLLOW_UP, FALSE, "timeline", error))
    return FALSE;
  if (has (self, FRAM_ROLE_PLACE_FINDER) && !add_external_follow_ups (self, today, NULL, error))
    return FALSE;
  return !has (self, FRAM_ROLE_OCCUPATIONAL_THERAPIST) ||
         (add_stored (self, today, FRAM_MORNING_AIDS, FRAM_NEED_AID, FALSE, "adaptations", error) &&
          add_stored (self, today, FRAM_MORNING_REVIEWS, FRAM_NEED_REVIEW, FALSE, "adaptations", error));
}

static int
case_load_of (FramDesk *self)
{
  g_autofree char *setting = fram_hint_load_setting (self->db, "case_load");
  gint64 load = setting != NULL ? g_ascii_strtoll (setting, NULL, 10) : 0;

  return load > 0 ? (int)load : CASE_LOAD;
}

/* Free places, case load, teams without a leader, gaps (UX.md, "Manager"). */
gboolean
fram_desk_today_add_house (FramDesk *self, FramToday *today, GError **error)
{
  FramStoredHouse stored = { 0 };
  int case_load = case_load_of (self);
  FramDate next = fram_day_next_open (today->day, fram_desk_closed_days (self), 0);

  if (self->viewer->is_system || !has (self, FRAM_ROLE_MANAGER))
    return TRUE;
  if (!fram_morning_load_house (self->db, today->day, next, case_load, &stored, error))
    {
      fram_stored_house_clear (&stored);
      return FALSE;
    }
  today->house = g_new0 (FramHouseToday, 1);
  today->house->places = stored.places;
  today->house->taken = stored.taken;
  today->house->case_load = case_load;
  today->house->n_over = stored.n_over;
  today->house->over = g_steal_pointer (&stored.over);
  today->house->n_leaderless = stored.n_leaderless;
  today->house->leaderless = g_steal_pointer (&stored.leaderless);
  today->house->n_gaps = fram_desk_count_gaps (self);
  return TRUE;
}
