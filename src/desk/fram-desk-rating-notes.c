#include "fram-desk-rating-private.h"

#include "fram-desk-journal-private.h"

/* What was said in talks by agenda. */

void
fram_area_note_free (FramAreaNote *self)
{
  g_free (self->area);
  g_free (self->text);
  g_free (self->author);
  g_free (self);
}

static FramAreaNote *
note_of (FramDesk *self, const FramStoredAreaNote *stored)
{
  FramAreaNote *note = g_new0 (FramAreaNote, 1);

  note->id = stored->id;
  note->indicator = fram_db_get_id (self->db, stored->indicator);
  note->day = stored->day;
  note->area = g_strdup (stored->area);
  note->text = g_strdup (stored->text);
  note->author = g_strdup (stored->author);
  return note;
}

/**
 * fram_desk_area_notes:
 * @self: the desk
 * @enrolment: whose
 * @error: return location; %FRAM_ERROR_NOT_FOUND, %FRAM_ERROR_DENIED for who may not read notes
 *
 * That notes were opened is logged as a journal's are; where that cannot be, nothing is shown.
 *
 * Returns: (transfer full) (nullable) (element-type FramAreaNote): notes, newest first
 */
GPtrArray *
fram_desk_area_notes (FramDesk *self, const FramUuid *enrolment, GError **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_area_note_free);
  g_autoptr (GPtrArray) stored = NULL;
  g_auto (FramPlanCase) of = { 0 };

  FRAM_DESK_LOCKED (self);
  if (!fram_plan_case_open (&of, self, enrolment, FRAM_CLASS_NOTE, FALSE, error))
    return NULL;
  stored = fram_talk_load_notes (self->db, self->viewer, of.stored->enrolment, error);
  if (stored == NULL || (stored->len > 0 && !fram_desk_log_notes (self, of.stored->participant, "agenda", error)))
    return NULL;
  for (guint i = 0; i < stored->len; i++)
    g_ptr_array_add (notes, note_of (self, g_ptr_array_index (stored, i)));
  return g_steal_pointer (&notes);
}
