#include "fram-rating-read.h"

typedef struct
{
  FramUuid enrolment;
  FramUuid set;
  FramDate day;
} Ask;

void
fram_rating_read_free (gpointer data)
{
  FramRatingRead *read = data;

  g_clear_pointer (&read->form, fram_rating_form_free);
  g_clear_pointer (&read->earlier, g_ptr_array_unref);
  g_free (read);
}

/**
 * fram_rating_ask_new:
 * @enrolment: whose
 * @set: which questions
 * @day: of which day; %FRAM_DATE_NONE for the draft's, else today or the last one that may be
 *
 * Returns: (transfer full): what fram_rating_read_form() wants to know; free with g_free()
 */
gpointer
fram_rating_ask_new (const FramUuid *enrolment, const FramUuid *set, FramDate day)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->enrolment = *enrolment;
  ask->set = *set;
  ask->day = day;
  return ask;
}

static FramDate
usual_day (FramDesk *desk, const FramRatingForm *form)
{
  FramDate today = fram_clock_today (fram_desk_get_clock (desk));

  if (form->draft != NULL && form->draft->len > 0)
    return form->draft_day;
  return form->last_day != FRAM_DATE_NONE ? MIN (form->last_day, today) : today;
}

gpointer
fram_rating_read_form (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Ask *ask = data;
  g_autoptr (FramRatingRead) read = g_new0 (FramRatingRead, 1);
  FramDate today = fram_clock_today (fram_desk_get_clock (desk));

  read->day = ask->day;
  read->form =
      fram_desk_rating_form (desk, &ask->enrolment, &ask->set, ask->day != FRAM_DATE_NONE ? ask->day : today, error);
  if (read->form == NULL)
    return NULL;
  if (read->day == FRAM_DATE_NONE)
    read->day = usual_day (desk, read->form);
  /* what was said last is counted from the day of the talk */
  if (ask->day == FRAM_DATE_NONE && read->day != today)
    {
      g_clear_pointer (&read->form, fram_rating_form_free);
      read->form = fram_desk_rating_form (desk, &ask->enrolment, &ask->set, read->day, error);
    }
  if (read->form != NULL && read->form->is_agenda)
    read->earlier = fram_desk_area_notes (desk, &ask->enrolment, NULL);
  return read->form != NULL ? g_steal_pointer (&read) : NULL;
}

gpointer
fram_rating_read_forms (FramDesk *desk, gpointer enrolment, GCancellable *cancellable, GError **error)
{
  return fram_desk_rating_forms (desk, enrolment, error);
}
