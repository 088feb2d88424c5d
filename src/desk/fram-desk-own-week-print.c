#include "fram-desk-own-week.h"

#include "fram-desk-private.h"
#include "fram-week-paper.h"

#include <glib/gi18n-lib.h>

/**
 * fram_desk_own_week_paper:
 * @self: the desk
 * @enrolment: whose
 * @day: any day of the week
 * @error: return location; %FRAM_ERROR_NOT_FOUND, %FRAM_ERROR_DENIED
 *
 * Returns: (transfer full) (nullable): the week on paper, for the participant, in large letters
 */
FramPaper *
fram_desk_own_week_paper (FramDesk *self, const FramUuid *enrolment, FramDate day, GError **error)
{
  g_autoptr (FramOwnWeek) week = fram_desk_own_week (self, enrolment, day, error);
  g_autofree char *site = NULL;
  FramWeekPaperHead head = { 0 };

  if (week == NULL)
    return NULL;
  FRAM_DESK_LOCKED (self);
  site = fram_desk_get_site_name (self);
  /* TRANSLATORS: heading of a participant's own week on paper */
  head.title = _ ("My week");
  head.name = week->name;
  head.site = site;
  head.from = week->monday;
  head.to = week->monday + 6;
  head.log_text = "week";
  head.participant = &week->participant;
  head.printed_at = fram_clock_now (self->clock);
  return fram_own_week_paper_new (g_steal_pointer (&week->picture), &head);
}
