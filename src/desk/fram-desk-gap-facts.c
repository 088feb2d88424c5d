#include "fram-desk-gaps-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* What the gaps of one enrolment are worked out from, and gaps in words. */

static GArray *
copy_closed_days (const GArray *closed)
{
  GArray *copy = fram_closed_days_new ();

  for (guint i = 0; i < closed->len; i++)
    {
      FramClosedDay day = g_array_index (closed, FramClosedDay, i);

      day.name = g_strdup (day.name);
      g_array_append_val (copy, day);
    }
  return copy;
}

/**
 * fram_desk_gap_facts:
 * @self: the desk
 * @enrolment: row number of an enrolment
 * @at: the day it is looked at from, %FRAM_DATE_NONE for today
 * @facts: (out): what its gaps are worked out from; fram_gap_facts_clear()
 * @error: return location; %FRAM_ERROR_NOT_FOUND also for somebody whose plan the person at the keyboard may not see
 *
 * Every planned day is there, past and to come. Nothing is logged: opening a participant is.
 *
 * Returns: whether it could be read
 */
gboolean
fram_desk_gap_facts (FramDesk *self, gint64 enrolment, FramDate at, FramGapFacts *facts, GError **error)
{
  g_auto (FramGapPlanner) planner = { 0 };
  g_autoptr (GPtrArray) cases = NULL;
  const FramStoredGapCase *one;

  FRAM_DESK_LOCKED (self);
  if (at == FRAM_DATE_NONE)
    at = self->viewer->today;
  cases = fram_gap_load_cases (self->db, self->viewer, at, FALSE, enrolment, error);
  if (cases == NULL)
    return FALSE;
  if (cases->len == 0)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                           _ ("There is no such enrolment whose plan you may see."));
      return FALSE;
    }
  one = g_ptr_array_index (cases, 0);
  if (!fram_gap_planner_init (&planner, self, one->enrolled, at, error) ||
      !fram_gap_planner_look (&planner, one, fram_desk_gap_over (self), TRUE, facts, error))
    return FALSE;
  facts->planned = g_steal_pointer (&planner.planned);
  facts->pauses = g_steal_pointer (&planner.pauses);
  facts->closed_days = copy_closed_days (facts->closed_days);
  return TRUE;
}

static void
clear_array (const GArray **array)
{
  g_array_unref ((GArray *)g_steal_pointer (array));
}

/**
 * fram_gap_facts_clear:
 * @facts: what fram_desk_gap_facts() gave
 *
 * Frees what is in it.
 */
void
fram_gap_facts_clear (FramGapFacts *facts)
{
  if (facts->planned != NULL)
    clear_array (&facts->planned);
  if (facts->pauses != NULL)
    clear_array (&facts->pauses);
  if (facts->closed_days != NULL)
    clear_array (&facts->closed_days);
}

/* Without the year where it is today's. */
static char *
day_to_text (FramDate day, FramDate today)
{
  int y, m, d, this_year;

  fram_date_get_ymd (today, &this_year, &m, &d);
  fram_date_get_ymd (day, &y, &m, &d);
  if (y != this_year)
    return fram_date_to_day_month (day);
  /* TRANSLATORS: day of the month and month: "11 September" */
  return g_strdup_printf (C_ ("date", "%1$d %2$s"), d, fram_month_name (m));
}

static char *
open_to_text (const FramGap *gap, const char *last)
{
  if (gap->kind == FRAM_GAP_OPEN)
    /* TRANSLATORS: a number of days and a date: "15 days without anything planned, since 14 December" */
    return g_strdup_printf (ngettext ("%1$d day without anything planned, since %2$s",
                                      "%1$d days without anything planned, since %2$s", (gulong)gap->days),
                            gap->days, last);
  if (gap->kind == FRAM_GAP_PLAN_ENDS)
    /* TRANSLATORS: a date and a number of days: "The plan ends 9 October, 52 days before the target day" */
    return g_strdup_printf (ngettext ("The plan ends %2$s, %1$d day before the target day",
                                      "The plan ends %2$s, %1$d days before the target day", (gulong)gap->days),
                            gap->days, last);
  /* TRANSLATORS: a date */
  return g_strdup_printf (_ ("Nothing is planned after %s"), last);
}

static char *
open_seam_to_text (const FramGap *gap)
{
  const char *first_contact = ngettext ("%d day since the referral, no contact yet",
                                        "%d days since the referral, no contact yet", (gulong)gap->days);
  const char *first_placement = ngettext ("%d day since the introduction, no placement yet",
                                          "%d days since the introduction, no placement yet", (gulong)gap->days);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (gap->kind == FRAM_GAP_FIRST_CONTACT ? first_contact : first_placement, gap->days);
#pragma GCC diagnostic pop
}

static char *
seam_to_text (const FramGap *gap, const char *last, const char *next)
{
  switch (gap->kind)
    {
    case FRAM_GAP_FIRST_CONTACT:
      /* TRANSLATORS: a number of days and two dates, likewise below */
      return g_strdup_printf (ngettext ("%1$d day from referral to first contact, %2$s to %3$s",
                                        "%1$d days from referral to first contact, %2$s to %3$s", (gulong)gap->days),
                              gap->days, last, next);
    case FRAM_GAP_FIRST_PLACEMENT:
      return g_strdup_printf (ngettext ("%1$d day from introduction to first placement, %2$s to %3$s",
                                        "%1$d days from introduction to first placement, %2$s to %3$s",
                                        (gulong)gap->days),
                              gap->days, last, next);
    case FRAM_GAP_CLOSING:
      return g_strdup_printf (ngettext ("%1$d day from the last activity to closing, %2$s to %3$s",
                                        "%1$d days from the last activity to closing, %2$s to %3$s", (gulong)gap->days),
                              gap->days, last, next);
    case FRAM_GAP_NEXT_STEP:
      return g_strdup_printf (ngettext ("%1$d day from closing to the next step, %2$s to %3$s",
                                        "%1$d days from closing to the next step, %2$s to %3$s", (gulong)gap->days),
                              gap->days, last, next);
    case FRAM_GAP_BETWEEN:
    case FRAM_GAP_OPEN:
    case FRAM_GAP_PLAN_ENDS:
    case FRAM_GAP_NOTHING_AHEAD:
    case FRAM_N_GAP_KINDS:
    default:
      return g_strdup_printf (ngettext ("%1$d day, %2$s to %3$s", "%1$d days, %2$s to %3$s", (gulong)gap->days),
                              gap->days, last, next);
    }
}

/**
 * fram_gap_to_text:
 * @gap: a gap
 * @today: today: its year is not said
 *
 * Returns: (transfer full): "19 days, 11 September to 1 October"
 */
char *
fram_gap_to_text (const FramGap *gap, FramDate today)
{
  g_autofree char *last = day_to_text (gap->last, today);
  g_autofree char *next = gap->next != FRAM_DATE_NONE ? day_to_text (gap->next, today) : NULL;
  g_autofree char *text = NULL;

  if (next != NULL)
    text = seam_to_text (gap, last, next);
  else
    text = gap->kind >= FRAM_GAP_FIRST_CONTACT ? open_seam_to_text (gap) : open_to_text (gap, last);
  if (gap->paused == 0 || gap->kind == FRAM_GAP_NOTHING_AHEAD)
    return g_steal_pointer (&text);
  /* TRANSLATORS: a gap in words, and how many of its days are agreed leave or closed weeks */
  return g_strdup_printf (ngettext ("%1$s, %2$d of them a pause", "%1$s, %2$d of them a pause", (gulong)gap->paused),
                          text, gap->paused);
}
