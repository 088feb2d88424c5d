#include "fram-desk-plan-private.h"

#include "fram-half-day.h"
#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A step held against what is known, in sentences; and where somebody can be planned. */

void
fram_step_check_free (FramStepCheck *self)
{
  g_clear_pointer (&self->collisions, g_array_unref);
  g_clear_pointer (&self->sentences, g_strfreev);
  g_clear_pointer (&self->opens, g_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_free (self);
}

void
fram_plan_choice_free (FramPlanChoice *self)
{
  g_free (self->code);
  g_free (self->name);
  g_free (self->times);
  g_free (self);
}

/* "Mon 10–12", "mån 10–12" */
static char *
when_of (const FramCollision *c)
{
  g_autofree char *times = fram_time_range_to_text (c->from_time, c->to_time);

  return g_strdup_printf ("%s %s", fram_weekday_short_name (c->weekday), times);
}

/* Something on one day or on each week. */
static char *
clash_of (const FramCollision *c, const char *when, const char *title)
{
  g_autofree char *day = fram_date_to_day_month (c->day);

  if (c->kind == FRAM_COLLISION_PLAN)
    /* Translators: "Mon 10–12", a workshop's name */
    return g_strdup_printf (_ ("%1$s: planned in %2$s at the same time."), when, title);
  if (c->days == 1)
    /* Translators: "Mon 10–12", what there is at that time, a date */
    return g_strdup_printf (_ ("%1$s: %2$s on %3$s."), when, title, day);
  /* Translators: "Mon 10–12", what there is at that time, a date, a number */
  return g_strdup_printf (ngettext ("%1$s: %2$s from %3$s, %4$d day.", "%1$s: %2$s from %3$s, %4$d days.", c->days),
                          when, title, day, c->days);
}

static char *
hours_of (const FramStepCheck *check, const FramCollision *c, const char *when, const char *place)
{
  for (guint i = 0; i < check->opens->len; i++)
    {
      const FramOpening *o = &g_array_index (check->opens, FramOpening, i);
      g_autofree char *open = fram_time_range_to_text (o->opens, o->closes);

      if (o->weekday == c->weekday)
        /* Translators: "Mon 07–12", a workshop's name, "08–16" */
        return g_strdup_printf (_ ("%1$s: %2$s is open %3$s."), when, place, open);
    }
  /* Translators: "Sat 09–12", a workshop's name */
  return g_strdup_printf (_ ("%1$s: %2$s is not open that weekday."), when, place);
}

static char *
sentence_of (FramDesk *self, const FramStepCheck *check, const FramCollision *c, const FramStoredChoice *place,
             const GPtrArray *titles)
{
  g_autofree char *when = when_of (c);
  g_autofree char *day = fram_date_to_day_month (c->day);
  const char *name;

  switch (c->kind)
    {
    case FRAM_COLLISION_HOURS: return hours_of (check, c, when, place->name);
    case FRAM_COLLISION_CLOSED:
      name = fram_desk_day_info (self, c->day, place->row).name;
      /* Translators: "Mon 09–12", a date, "Christmas Day" */
      return g_strdup_printf (_ ("%1$s: closed on %2$s, %3$s. It begins the week after."), when, day,
                              name != NULL ? name : _ ("closed"));
    case FRAM_COLLISION_FULL:
      /* Translators: "Mon 09–12", a workshop, two numbers */
      return g_strdup_printf (_ ("%1$s: %2$s is full, %3$d of %4$d places are taken. It can be planned all the same."),
                              when, place->name, check->counts[2 * (c->weekday - 1) + (int)c->source], place->capacity);
    case FRAM_COLLISION_PLAN:
    case FRAM_COLLISION_SESSION:
    case FRAM_COLLISION_BOOKING:
    case FRAM_COLLISION_OTHER:
    case FRAM_COLLISION_PAUSE:
    default: return clash_of (c, when, g_ptr_array_index (titles, c->source));
    }
}

static void
fill_sentences (FramDesk *self, FramStepCheck *check, const FramStoredChoice *place, const GPtrArray *titles)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < check->collisions->len; i++)
    {
      g_autofree char *sentence =
          sentence_of (self, check, &g_array_index (check->collisions, FramCollision, i), place, titles);

      g_strv_builder_add (builder, sentence);
    }
  check->sentences = g_strv_builder_end (builder);
}

static void
fill_minutes (FramStepCheck *check, const FramPlanSources *sources, const FramStepEdit *edit, gint64 place)
{
  int before = 0, after = fram_slots_minutes (edit->slots);

  for (guint i = 0; i < sources->steps->len; i++)
    {
      const FramStoredStep *s = g_ptr_array_index (sources->steps, i);
      gboolean ends = s->activity == place || fram_uuid_equal (&s->id, &edit->replaces);

      if (!fram_uuid_equal (&s->id, &edit->id) && fram_plan_holds (s->from, s->to, edit->from - 1))
        before += MAX (s->weekly_minutes, 0);
      if (!ends && fram_plan_holds (s->from, s->to, edit->from))
        after += MAX (s->weekly_minutes, 0);
    }
  check->minutes_before = before;
  check->minutes_after = after;
}

/* An external place has no hours that the register knows. */
static GArray *
load_opens (FramDesk *self, const FramStoredChoice *place)
{
  return place->kind == 0 ? fram_sheet_load_hours (self->db, place->row)
                          : g_array_new (FALSE, FALSE, sizeof (FramOpening));
}

/* What stands in the first week of the step, beside it. */
static GPtrArray *
first_week (const FramPlanSources *sources, const FramStepEdit *edit, gint64 place)
{
  FramPlanSources week = *sources;

  week.from = edit->from;
  week.to = edit->from + 6;
  return fram_plan_sources_things (&week, place, &edit->replaces);
}

static FramStepCheck *
check_step (const FramPlanCase *of, const FramPlanSources *sources, const FramStepEdit *edit,
            const FramStoredChoice *place, GError **error)
{
  FramDesk *self = of->desk;
  g_autoptr (FramStepCheck) check = g_new0 (FramStepCheck, 1);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) taken = NULL;
  g_autoptr (GArray) others = NULL;
  FramPlanFacts facts = { .slots = edit->slots, .from = edit->from, .to = edit->to };

  taken = fram_plan_load_taken (self->db, place->row, of->stored->enrolment, sources->from, sources->to, error);
  if (taken == NULL)
    return NULL;
  others = fram_plan_sources_others (sources, place->row, &edit->replaces, titles);
  check->opens = load_opens (self, place);
  check->capacity = facts.capacity = place->capacity;
  facts.others = others;
  facts.open = check->opens;
  facts.closed_days = fram_desk_closed_days (self);
  facts.workshop = place->row;
  facts.taken = taken;
  fram_plan_count_taken (&facts, check->counts);
  check->collisions = fram_plan_check (&facts);
  check->others = first_week (sources, edit, place->row);
  fill_sentences (self, check, place, titles);
  fill_minutes (check, sources, edit, place->row);
  return g_steal_pointer (&check);
}

/**
 * fram_desk_check_step:
 * @self: the desk
 * @enrolment: whose
 * @edit: the step; its plan may be empty
 * @error: return location
 *
 * Nothing is written, and nothing is forbidden: what collides is told so that a person decides.
 *
 * Returns: (transfer full) (nullable): what does not go together, and how full the place is
 */
FramStepCheck *
fram_desk_check_step (FramDesk *self, const FramUuid *enrolment, const FramStepEdit *edit, GError **error)
{
  g_auto (FramPlanCase) of = { 0 };
  g_auto (FramPlanSources) sources = { 0 };
  g_autoptr (FramStoredChoice) place = NULL;

  FRAM_DESK_LOCKED (self);
  if (!fram_plan_case_open (&of, self, enrolment, FRAM_CLASS_PLAN, FALSE, error))
    return NULL;
  if (edit->from == FRAM_DATE_NONE)
    {
      fram_plan_refuse (error, _ ("Write the first day as year-month-day."));
      return NULL;
    }
  place = fram_plan_find_place (self, &edit->activity, edit->from, error);
  if (place == NULL || !fram_plan_sources_load (&sources, &of, edit->from, edit->from + 7 * FRAM_PLAN_WEEKS - 1, error))
    return NULL;
  return check_step (&of, &sources, edit, place, error);
}

/* "Tue 10–12", or the days of one week on which a group usually meets. */
static char *
times_of (const FramStoredChoice *stored, FramDate day)
{
  g_autoptr (GArray) usual = stored->series != NULL ? fram_series_usual (stored->series, day) : NULL;
  GString *text;

  if (usual == NULL || usual->len == 0 || g_array_index (usual, FramSession, 0).starts == FRAM_TIME_NONE)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < usual->len; i++)
    {
      const FramSession *session = &g_array_index (usual, FramSession, i);
      g_autofree char *times = fram_time_range_to_text (session->starts, session->starts + MAX (session->minutes, 0));

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "",
                              fram_weekday_short_name (fram_date_get_weekday (session->day)), times);
    }
  return g_string_free (text, FALSE);
}

static FramPlanChoice *
choice_of (const FramStoredChoice *s, FramDate last, FramDate day)
{
  FramPlanChoice *choice = g_new0 (FramPlanChoice, 1);

  *choice = (FramPlanChoice){ s->id,
                              (FramPlanKind)s->kind,
                              g_strdup (s->code),
                              g_strdup (s->name),
                              s->capacity,
                              s->taken,
                              s->waiting,
                              times_of (s, day),
                              s->first_day,
                              last };
  return choice;
}

/**
 * fram_desk_plan_choices:
 * @self: the desk
 * @groups: groups that have not ended, instead of workshops and external places
 * @day: the day on which it is counted who is there
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramPlanChoice): where somebody can be planned
 */
GPtrArray *
fram_desk_plan_choices (FramDesk *self, gboolean groups, FramDate day, GError **error)
{
  g_autoptr (GPtrArray) stored = NULL;
  GPtrArray *choices;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_PLAN, FALSE, error))
    return NULL;
  stored = fram_plan_load_choices (self->db, self->viewer, groups, day, error);
  if (stored == NULL)
    return NULL;
  choices = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_plan_choice_free);
  for (guint i = 0; i < stored->len; i++)
    {
      const FramStoredChoice *s = g_ptr_array_index (stored, i);
      FramDate last =
          s->series != NULL ? fram_series_last_day (s->series, fram_desk_closed_days (self)) : FRAM_DATE_NONE;

      if (last == FRAM_DATE_NONE || last >= day)
        g_ptr_array_add (choices, choice_of (s, last, day));
    }
  return choices;
}
