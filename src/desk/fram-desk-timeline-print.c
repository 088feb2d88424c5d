#include "fram-desk-timeline-print.h"

#include "fram-desk-case.h"
#include "fram-desk-private.h"
#include "fram-desk-timeline.h"

/**
 * fram_desk_timeline_paper:
 * @self: the desk
 * @case_no_or_id: case number or UUID
 * @enrolment: (nullable): one enrolment, else the newest
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the timeline on paper, with the name as it may be seen
 */
FramPaper *
fram_desk_timeline_paper (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment, GError **error)
{
  FramTimeline *timeline = fram_desk_timeline (self, case_no_or_id, enrolment, error);
  FramTimelinePaperHead head = { 0 };

  if (timeline == NULL)
    return NULL;
  FRAM_DESK_LOCKED (self);
  if (!fram_desk_person_id (self, case_no_or_id, &head.participant, error))
    {
      fram_timeline_free (timeline);
      return NULL;
    }
  head.statuses = fram_desk_get_statuses (self);
  head.printed_by = self->viewer->is_system ? NULL : self->viewer->name;
  head.printed_at = fram_clock_now (self->clock);
  return fram_timeline_paper_new (timeline, &head);
}

/**
 * fram_desk_timeline_save:
 * @self: the desk
 * @case_no_or_id: case number or UUID
 * @enrolment: (nullable): one enrolment, else the newest
 * @file: how it is to be saved
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the files
 */
GStrv
fram_desk_timeline_save (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment,
                         const FramSheetFile *file, GError **error)
{
  g_autoptr (FramPaper) paper = fram_desk_timeline_paper (self, case_no_or_id, enrolment, error);

  return paper != NULL ? fram_desk_save_paper (self, paper, file, error) : NULL;
}
