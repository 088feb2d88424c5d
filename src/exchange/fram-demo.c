#include "fram-demo-private.h"

#include "fram-day.h"
#include "fram-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define MAX_PARTICIPANTS 200000
#define MAX_YEARS        40
#define MIN_STAFF        14
#define MAX_MARKS        G_GINT64_CONSTANT (100000000)

/**
 * fram_demo_default_until:
 * @today: the day
 *
 * Returns: the day the demonstration is about: today, or the last day before it on which people work
 */
FramDate
fram_demo_default_until (FramDate today)
{
  return fram_day_latest_open (today, NULL, 0);
}

static gboolean
check_number (gint64 value, gint64 low, gint64 high, const char *what, GError **error)
{
  if (value >= low && value <= high)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("%s: %ld is outside %ld to %ld."), what, (long)value,
               (long)low, (long)high);
  return FALSE;
}

static gboolean
check_options (const FramDemoOptions *options, GError **error)
{
  int year, month, day;

  fram_date_get_ymd (options->until, &year, &month, &day);
  if (year < 1970 || year > 2200)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                           _ ("The demonstration needs a last day between 1970 and 2200."));
      return FALSE;
    }
  return check_number (options->participants, 0, MAX_PARTICIPANTS, _ ("Participants"), error) &&
         check_number (options->present, 0, MAX_PARTICIPANTS / 4, _ ("Participants present"), error) &&
         check_number (options->years, 1, MAX_YEARS, _ ("Years"), error) &&
         check_number (options->marks, 0, MAX_MARKS, _ ("Marks"), error) &&
         check_number (options->staff, MIN_STAFF, 500, _ ("Staff"), error);
}

static void
begin_person (Demo *self, DemoPerson *person, guint i)
{
  person->ordinal = i;
  person->life = &self->lives[i];
  person->random = demo_random_for (self, "person", i);
  person->participant =
      demo_id (self, "participant", person->life->returns_of >= 0 ? (guint)person->life->returns_of : i, 0);
  person->referral = demo_id (self, "referral", i, 0);
  person->enrolment = FRAM_UUID_NONE;
  if (person->life->fate == DEMO_ENROLLED)
    person->enrolment = demo_id (self, "enrolment", i, 0);
  person->referrer = demo_between (&person->random, 0, (int)self->contacts->len - 1);
  person->organisation = g_array_index (self->contacts, DemoContact, person->referrer).organisation;
  person->case_worker = demo_case_worker_of (self, i);
  person->n_memberships = 0;
  person->external_from = person->external_to = FRAM_DATE_NONE;
  person->pause_from = person->pause_to = person->quiet_from = person->change = FRAM_DATE_NONE;
  person->before = person->case_worker;
  person->interpreter = FALSE;
  person->n_met = 0;
  for (int lane = 0; lane < DEMO_MAX_ABREAST; lane++)
    person->n_steps[lane] = 0;
}

static gboolean
put_everything_of (Demo *self, DemoPerson *person, guint i)
{
  begin_person (self, person, i);
  if (person->life->fate != DEMO_ENROLLED)
    return demo_put_person (self, person) && demo_put_course (self, person);
  demo_plan (self, person);
  demo_stage (self, person);
  demo_plan_ahead (self, person);
  demo_join_term (self, person);
  return demo_put_person (self, person) && demo_put_plan (self, person) && demo_put_course (self, person) &&
         demo_put_support (self, person) && demo_put_marks (self, person) && demo_put_asked (self, person) &&
         demo_put_way (self, person) && demo_put_bookings (self, person) && demo_put_own_talks (self, person) &&
         demo_put_journal (self, person);
}

static gboolean
put_people (Demo *self, FramProgressFunc progress, gpointer data)
{
  g_autofree DemoPerson *person = g_new0 (DemoPerson, 1);

  for (guint i = 0; i < self->n_lives; i++)
    {
      if (progress != NULL && i % 32 == 0 && !progress (i, self->n_lives, data))
        {
          g_set_error_literal (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                               _ ("The demonstration was stopped; there is no register."));
          return FALSE;
        }
      if (!put_everything_of (self, person, i))
        return FALSE;
    }
  if (progress != NULL)
    progress (self->n_lives, self->n_lives, data);
  return TRUE;
}

static void
clear (Demo *self)
{
  demo_clear_house (self);
  g_free (self->lives);
  g_clear_pointer (&self->given[0], g_ptr_array_unref);
  g_clear_pointer (&self->given[1], g_ptr_array_unref);
  g_clear_pointer (&self->family, g_ptr_array_unref);
  fram_record_clear (&self->record);
}

/**
 * fram_demo_generate:
 * @options: how large
 * @sink: (scope call): takes each record
 * @sink_data: closure
 * @progress: (nullable): told the people done
 * @progress_data: closure
 * @error: return location, set by @sink too
 *
 * Invents a programme of the profile `fram` that is alive on the last day: staff, referrers, groups, people and all that is
 * recorded of them, references before what refers to them. The same options give the same records, byte for byte; no
 * clock and no outer randomness goes in. Memory does not grow with the number of marks.
 *
 * Returns: whether all were taken
 */
gboolean
fram_demo_generate (const FramDemoOptions *options, FramRecordFunc sink, gpointer sink_data, FramProgressFunc progress,
                    gpointer progress_data, GError **error)
{
  g_autofree Demo *self = g_new0 (Demo, 1);
  g_autoptr (GError) inner = NULL;
  gboolean ok;

  g_return_val_if_fail (options != NULL && sink != NULL, FALSE);
  if (!check_options (options, error))
    return FALSE;
  self->options = *options;
  g_snprintf (self->seed, sizeof self->seed, "%" G_GUINT64_FORMAT, options->seed);
  self->until = options->until;
  self->lifted = options->marks > 0;
  self->sink = sink;
  self->sink_data = sink_data;
  self->error = &inner;
  ok = demo_load_names (self, &inner);
  if (ok)
    demo_set_up_house (self);
  ok = ok && demo_set_up_lives (self, &inner);
  if (ok)
    demo_set_up_groups (self);
  ok = ok && demo_put_house (self) && put_people (self, progress, progress_data);
  clear (self);
  if (!ok)
    g_propagate_error (error, g_steal_pointer (&inner));
  return ok;
}
