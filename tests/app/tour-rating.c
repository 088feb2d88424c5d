#include "tour.h"

#include "fram-rating-private.h"

/* The form of a talk: what is offered, both sides, large type, thanks, an agenda. */

static const int sizes[][2] = { { 360, 740 }, { 720, 740 } };

/* A talk three weeks ago, so that there is a last time. */
static void
talk_before (FramDesk *desk, const FramCase *what, const FramRatingForm *form)
{
  g_autoptr (GArray) answers = fram_answers_new ();
  FramDate day = MAX (form->first_day, form->last_day - 21);

  for (guint i = 0; i < form->questions->len; i++)
    for (int rater = 0; rater < FRAM_N_RATERS; rater++)
      {
        const FramQuestion *question = g_ptr_array_index (form->questions, i);
        FramAnswer answer = { question->id, (FramRater)rater, 2 + (int)(i + (guint)rater) % 3, NULL };

        if (form->is_agenda && rater == FRAM_RATER_CASE_WORKER)
          answer = (FramAnswer){ question->id, FRAM_RATER_CASE_WORKER, 0, g_strdup (question->name) };
        else if (form->is_agenda || (question->raters & (1u << rater)) == 0)
          continue;
        else if (i == 0)
          answer.note = g_strdup ("Tre pass i veckan.");
        g_array_append_val (answers, answer);
      }
  fram_desk_save_ratings (desk, &what->enrolment, &form->set, day, answers, NULL, NULL);
}

static void
take (Tour *tour, FramRatingDialog *dialog, const char *page)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (dialog), sizes[i][0], sizes[i][1]);
      tour_take (tour, GTK_WIDGET (dialog), page, sizes[i][0]);
    }
}

static void
visit_large (Tour *tour, FramRatingDialog *dialog)
{
  fram_rating_dialog_show_large (dialog);
  tour_wait_ms (200);
  tour_take (tour, GTK_WIDGET (dialog), "rating-large", 0);
  gtk_window_unfullscreen (GTK_WINDOW (dialog));
  tour_wait_ms (100);
  take (tour, dialog, "rating-large");
  for (int i = 0; i < 20 && !fram_rating_large_is_thanking (dialog->large); i++)
    fram_rating_large_go_on (dialog->large);
  take (tour, dialog, "rating-thanks");
  fram_rating_dialog_leave_large (dialog, TRUE);
}

static void
visit_sides (Tour *tour, FramRatingDialog *dialog)
{
  for (guint i = 0; i < fram_rating_work_count (dialog->work) && i < 3; i++)
    if (fram_rating_work_asks (dialog->work, i, FRAM_RATER_PARTICIPANT))
      fram_rating_work_set_value (dialog->work, i, FRAM_RATER_PARTICIPANT, 3);
  tour_wait_read (tour);
  if (dialog->theirs_side != NULL)
    fram_rating_side_begin (dialog->theirs_side);
  take (tour, dialog, "rating-participant");
  if (dialog->theirs_side != NULL)
    visit_large (tour, dialog);
  if (dialog->theirs_side == NULL || dialog->mine_side == NULL)
    return;
  fram_rating_card_open_note (fram_rating_side_get_card (dialog->mine_side, fram_rating_work_count (dialog->work) - 1));
  take (tour, dialog, "rating-own");
}

static void
visit_form (Tour *tour, FramDesk *desk, const FramCase *what, const FramUuid *set)
{
  g_autoptr (FramRatingForm) form = fram_desk_rating_form (desk, &what->enrolment, set, FRAM_DATE_NONE, NULL);
  FramRatingDialog *dialog;

  if (form == NULL)
    return;
  talk_before (desk, what, form);
  dialog = fram_rating_dialog_new (desk, GTK_WIDGET (tour->window), what, set);
  gtk_window_present (GTK_WINDOW (dialog));
  tour_wait_read (tour);
  if (form->is_agenda)
    take (tour, dialog, "rating-agenda");
  else
    visit_sides (tour, dialog);
  if (dialog->work != NULL)
    fram_rating_work_throw_away (dialog->work);
  tour_wait_read (tour);
}

/**
 * tour_visit_ratings:
 * @tour: the tour
 * @id: whose talk: a participant of the case worker at the keyboard
 */
void
tour_visit_ratings (Tour *tour, const char *id)
{
  FramDesk *desk = fram_window_get_desk (tour->window);
  g_autoptr (FramCase) what = fram_desk_case (desk, id, NULL, NULL);
  g_autoptr (GPtrArray) forms = what != NULL ? fram_desk_rating_forms (desk, &what->enrolment, NULL) : NULL;
  FramRatingDialog *dialog;
  gboolean scale = FALSE, agenda = FALSE;

  if (forms == NULL || forms->len == 0)
    return;
  for (guint i = forms->len; i > 0; i--)
    {
      const FramRatingForm *form = g_ptr_array_index (forms, i - 1);
      gboolean *seen = form->is_agenda ? &agenda : &scale;

      /* the longest one, which stands behind the light one */
      if (!*seen)
        visit_form (tour, desk, what, &form->set);
      *seen = TRUE;
    }
  dialog = fram_rating_dialog_new (desk, GTK_WIDGET (tour->window), what, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  tour_wait_read (tour);
  take (tour, dialog, "rating-choice");
  gtk_window_destroy (GTK_WINDOW (dialog));
}
