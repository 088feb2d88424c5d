#include "fram-rating-private.h"

/* Large type, while the screen is turned. */

static void
on_left_cb (FramRatingDialog *self, gboolean through)
{
  fram_rating_dialog_leave_large (self, through);
}

/* Alone on the screen: of the own kind of window, so that no window manager keeps it beside its parent. */
void
fram_rating_dialog_show_large (FramRatingDialog *self)
{
  FramRatingCard *card = self->theirs_side != NULL ? fram_rating_side_get_current (self->theirs_side) : NULL;

  if (self->large != NULL || !fram_rating_dialog_asks (self, FRAM_RATER_PARTICIPANT))
    return;
  self->large = fram_rating_large_new (self->work, card != NULL ? (int)fram_rating_card_get_question (card) : -1);
  g_signal_connect_object (self->large, "left", G_CALLBACK (on_left_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->large_place, GTK_WIDGET (self->large));
  fram_rating_dialog_show_page (self, "large");
  fram_rating_dialog_set_trouble (self, NULL);
  fram_rating_dialog_show_parts (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "fram-rating-alone");
  g_set_weak_pointer (&self->parent, gtk_window_get_transient_for (GTK_WINDOW (self)));
  gtk_window_set_modal (GTK_WINDOW (self), FALSE);
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
  gtk_window_fullscreen (GTK_WINDOW (self));
  fram_rating_large_focus (self->large);
}

/* Back to the form: when all was asked, to the case worker's side, which shows nothing of the answers. */
void
fram_rating_dialog_leave_large (FramRatingDialog *self, gboolean through)
{
  if (self->large == NULL)
    return;
  gtk_window_unfullscreen (GTK_WINDOW (self));
  gtk_window_set_transient_for (GTK_WINDOW (self), self->parent);
  gtk_window_set_modal (GTK_WINDOW (self), self->parent != NULL);
  g_clear_weak_pointer (&self->parent);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "fram-rating-alone");
  self->large = NULL;
  fram_rating_dialog_show_side (self, through && fram_rating_dialog_has_both (self) ? FRAM_RATER_CASE_WORKER
                                                                                    : FRAM_RATER_PARTICIPANT);
  adw_bin_set_child (self->large_place, NULL);
}
