#include "fram-desk-progression.h"

#include "fram-desk-case.h"
#include "fram-desk-private.h"

/* Nothing of the case worker's own belief goes out unless it is asked for; that it may be seen is fram_desk_progression()'s
 * to say. */
static FramPaper *
to_paper (FramDesk *self, const char *case_no_or_id, FramProgression *progression, const FramProgressionView *view,
          GError **error)
{
  FramProgressionPaperHead head = { .view = *view };

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_person_id (self, case_no_or_id, &head.participant, error))
    {
      fram_progression_free (progression);
      return NULL;
    }
  head.printed_by = self->viewer->is_system ? NULL : self->viewer->name;
  head.printed_at = fram_clock_now (self->clock);
  return fram_progression_paper_new (progression, &head);
}

/**
 * fram_desk_progression_paper:
 * @self: the desk
 * @case_no_or_id: case number or UUID
 * @enrolment: (nullable): one enrolment, else the newest
 * @view: how ratings are shown, and which; its sizes are not read
 * @error: return location; as of fram_desk_progression()
 *
 * Returns: (transfer full) (nullable): the progression on paper, with the name as it may be seen
 */
FramPaper *
fram_desk_progression_paper (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment,
                             const FramProgressionView *view, GError **error)
{
  FramProgression *progression;

  g_return_val_if_fail (FRAM_IS_DESK (self) && view != NULL, NULL);
  progression = fram_desk_progression (self, case_no_or_id, enrolment, error);
  return progression != NULL ? to_paper (self, case_no_or_id, progression, view, error) : NULL;
}

/**
 * fram_desk_progression_save:
 * @self: the desk
 * @case_no_or_id: case number or UUID
 * @enrolment: (nullable): one enrolment, else the newest
 * @view: how ratings are shown, and which; its sizes are not read
 * @file: how it is to be saved
 * @error: return location
 *
 * Saves it, logged before it is written: a PDF is the paper, a PNG or SVG the drawing alone.
 *
 * Returns: (transfer full) (nullable): the files
 */
GStrv
fram_desk_progression_save (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment,
                            const FramProgressionView *view, const FramSheetFile *file, GError **error)
{
  g_autoptr (FramPaper) paper = fram_desk_progression_paper (self, case_no_or_id, enrolment, view, error);

  return paper != NULL ? fram_desk_save_paper (self, paper, file, error) : NULL;
}
