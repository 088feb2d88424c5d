#include "fram-desk-roster-private.h"

#include "fram-adaptation.h"
#include "fram-desk-question-private.h"
#include "fram-group-store.h"
#include "fram-rights.h"
#include "fram-streak.h"

#include <glib/gi18n-lib.h>

/* What a leader must know today of those on a roster (UX.md, "Roster"): absences told beforehand, that somebody has to go
 * somewhere else, the first-day card, and whether the case worker has been asked already. */

static void
add_line (GStrvBuilder *lines, const char *format, const char *words)
{
  g_autofree char *line = NULL;

  if (words == NULL || words[0] == '\0')
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  line = g_strdup_printf (format, words);
#pragma GCC diagnostic pop
  g_strv_builder_add (lines, line);
}

static gboolean
load_card (FramRosterSources *s, GError **error)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) card = NULL;
  FramStoredCard stored = { 0 };
  g_autoptr (GError) local = NULL;

  if (s->activity->is_group || !fram_hint_load_card (s->desk->db, s->activity->row, &stored, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      return error == NULL || *error == NULL;
    }
  /* Translators: first-day card of a workshop; who meets somebody on the first day, as it was written */
  add_line (lines, _ ("Greets: %s"), stored.greets);
  /* Translators: first-day card of a workshop: the first tool to try */
  add_line (lines, _ ("First tool: %s"), stored.first_tool);
  /* Translators: first-day card of a workshop: when there is coffee */
  add_line (lines, _ ("Coffee: %s"), stored.coffee);
  fram_stored_card_clear (&stored);
  card = g_strv_builder_end (lines);
  if (card[0] != NULL)
    s->hints.card = g_steal_pointer (&card);
  return TRUE;
}

static void
add_sessions (FramRosterSources *s, gint64 enrolment, const GArray *sessions)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      const FramSession *session = &g_array_index (sessions, FramSession, i);
      FramBusy busy = { enrolment, session->starts, fram_session_get_end (session) };

      if (session->starts != FRAM_TIME_NONE)
        g_array_append_val (s->hints.busy, busy);
    }
}

/* They come in order of the groups: the sessions of each are worked out once. */
static gboolean
add_other_groups (FramRosterSources *s, const GArray *others, GError **error)
{
  g_autoptr (GHashTable) series = NULL;
  g_autoptr (GArray) sessions = NULL;
  gint64 group = 0;

  if (others->len == 0)
    return TRUE;
  series = fram_group_load_all_series (s->desk->db, s->day, s->day, error);
  for (guint i = 0; series != NULL && i < others->len; i++)
    {
      const FramOtherGroup *other = &g_array_index (others, FramOtherGroup, i);
      const FramSeries *of = g_hash_table_lookup (series, &other->group);

      if (of == NULL)
        continue;
      if (other->group != group)
        {
          g_clear_pointer (&sessions, g_array_unref);
          sessions = fram_series_held (of, s->day, s->day, fram_desk_closed_days (s->desk));
          group = other->group;
        }
      add_sessions (s, other->enrolment, sessions);
    }
  return series != NULL;
}

/* Only who may answer is asked. */
static gboolean
load_questions (FramRosterSources *s, GError **error)
{
  if (!fram_rights_may_answer (s->desk->viewer, s->activity->row) || fram_desk_get_read_only_reason (s->desk) != NULL)
    return TRUE;
  s->hints.questions =
      fram_question_load_open (s->desk->db, s->activity->row, s->day, FRAM_ADAPTATION_TRIAL_DAYS, error);
  return s->hints.questions != NULL;
}

/**
 * fram_roster_hints_load:
 * @sources: a roster's sources
 * @error: return location
 *
 * Returns: whether everything was read
 */
gboolean
fram_roster_hints_load (FramRosterSources *s, GError **error)
{
  FramDb *db = s->desk->db;
  g_autoptr (GArray) others = fram_hint_load_groups (db, s->activity->row, s->day, error);
  g_autofree char *alerts = fram_hint_load_setting (db, "streak_alerts");

  s->hints.alerts = fram_streak_alerts (alerts);
  if (others == NULL)
    return FALSE;
  s->hints.absences = fram_hint_load_absences (db, s->activity->row, s->day, error);
  s->hints.busy = s->hints.absences != NULL ? fram_hint_load_bookings (db, s->activity->row, s->day, error) : NULL;
  s->hints.asked = s->hints.busy != NULL ? fram_hint_load_asked (db, s->activity->row, s->day, error) : NULL;
  if (s->hints.asked == NULL || !load_card (s, error) || !load_questions (s, error))
    return FALSE;
  return add_other_groups (s, others, error);
}

void
fram_roster_hints_clear (FramRosterHints *self)
{
  g_clear_pointer (&self->absences, g_ptr_array_unref);
  g_clear_pointer (&self->busy, g_array_unref);
  g_clear_pointer (&self->asked, g_hash_table_unref);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->alerts, g_array_unref);
  g_clear_pointer (&self->card, g_strfreev);
}

/* An absence of some hours covers a plan that lies within them; without a plan nobody knows. */
static gboolean
covers_plan (const FramStoredAbsence *absence, const FramRosterRow *row)
{
  if (absence->from_time == FRAM_TIME_NONE || absence->to_time == FRAM_TIME_NONE)
    return TRUE;
  return row->planned_from != FRAM_TIME_NONE && absence->from_time <= row->planned_from &&
         absence->to_time >= row->planned_to;
}

static gboolean
touches_plan (int from, int to, const FramRosterRow *row)
{
  return row->planned_from == FRAM_TIME_NONE || (from < row->planned_to && to > row->planned_from);
}

/* Where nobody wrote what to mark it as, that it was told is all there is to say. */
static const FramStatus *
status_of_absence (FramDesk *desk, const FramStoredAbsence *absence)
{
  const FramStatus *status = fram_desk_status_of_row (desk, absence->status);

  return status != NULL ? status : fram_desk_find_status (desk, "absent_notified");
}

/* What was told last holds; any mark overrides it. */
static void
fill_absence (const FramRosterSources *s, FramRosterRow *row)
{
  for (guint i = 0; i < s->hints.absences->len; i++)
    {
      const FramStoredAbsence *absence = g_ptr_array_index (s->hints.absences, i);

      if (absence->enrolment != row->enrolment_row)
        continue;
      if (covers_plan (absence, row))
        {
          row->planned_status = row->status == NULL ? status_of_absence (s->desk, absence) : NULL;
          row->planned_until = row->planned_status != NULL ? absence->to : FRAM_DATE_NONE;
        }
      else if (touches_plan (absence->from_time, absence->to_time, row))
        {
          row->away_from = absence->from_time;
          row->away_to = absence->to_time;
        }
    }
}

/* One appointment is told: the first that takes time from what is planned here, else the first of the day. */
static void
fill_other (const FramRosterSources *s, FramRosterRow *row)
{
  const FramBusy *chosen = NULL;

  for (guint i = 0; i < s->hints.busy->len; i++)
    {
      const FramBusy *one = &g_array_index (s->hints.busy, FramBusy, i);
      gboolean nearer;

      if (one->enrolment != row->enrolment_row)
        continue;
      nearer = chosen == NULL ||
               touches_plan (one->from, one->to, row) > touches_plan (chosen->from, chosen->to, row) ||
               (touches_plan (one->from, one->to, row) == touches_plan (chosen->from, chosen->to, row) &&
                one->from < chosen->from);
      if (nearer)
        chosen = one;
    }
  if (chosen == NULL)
    return;
  row->other_from = chosen->from;
  row->other_to = MIN (chosen->to, 24 * 60);
}

/* Once for a day that is split. */
static void
fill_questions (const FramRosterSources *s, const FramStoredPerson *person, FramRosterRow *row)
{
  for (guint i = 0; s->hints.questions != NULL && row->part != 2 && i < s->hints.questions->len; i++)
    {
      const FramStoredQuestion *stored = g_ptr_array_index (s->hints.questions, i);
      FramRosterQuestion *question;

      if (stored->enrolment != person->enrolment || !fram_roster_sources_sees (s, FRAM_CLASS_INSTRUCT, person))
        continue;
      if (row->questions == NULL)
        row->questions = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_roster_question_free);
      question = g_new0 (FramRosterQuestion, 1);
      question->id = stored->id;
      question->text = fram_desk_question_words (stored);
      question->of_trial = stored->of_trial;
      g_ptr_array_add (row->questions, question);
    }
}

/**
 * fram_roster_hints_fill:
 * @sources: a roster's sources
 * @person: whose row
 * @row: the row, with plan, mark and last sessions
 *
 * Each hint is there only for who may see the class that it comes from.
 */
void
fram_roster_hints_fill (const FramRosterSources *s, const FramStoredPerson *person, FramRosterRow *row)
{
  fill_absence (s, row);
  fill_questions (s, person, row);
  if (row->planned_status != NULL)
    row->returns = FALSE;
  if (fram_roster_sources_sees (s, FRAM_CLASS_PLAN, person))
    fill_other (s, row);
  if (row->first_day && s->hints.card != NULL)
    row->first_day_card = g_strdupv (s->hints.card);
  row->asked = fram_rights_may_read (s->desk->viewer, FRAM_CLASS_TASK) &&
               g_hash_table_contains (s->hints.asked, &person->participant);
}
