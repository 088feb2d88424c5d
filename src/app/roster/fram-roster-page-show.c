#include "fram-roster-page-private.h"

#include "fram-roster-state.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* What the page says of a roster: the day, the totals, the notice, and why nobody is there. */

void
fram_roster_page_say (FramRosterPage *self, const char *text, gboolean undo)
{
  if (text != NULL && text[0] != '\0')
    fram_page_toast (FRAM_PAGE (self), text, undo);
}

void
fram_roster_page_show_day (FramRosterPage *self, FramDate day)
{
  gboolean narrow = self->form == FRAM_ROSTER_NARROW;
  g_autofree char *words = narrow ? fram_date_to_short_words (day) : fram_date_to_words (day);
  g_autofree char *week = fram_date_to_week_text (day), *name = NULL;

  gtk_label_set_text (self->day_label, words);
  gtk_label_set_text (self->week_label, week);
  /* Translators: the name of a button that chooses the day: the day in view and its week */
  name = g_strdup_printf (_ ("%1$s, %2$s. Go to another day"), words, week);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (self->today_button, day != fram_roster_page_get_today (self));
}

/* The day that was asked for or stepped to; whether it is today decides if it follows midnight. */
void
fram_roster_page_set_day (FramRosterPage *self, FramDate day)
{
  FramDate today = fram_roster_page_get_today (self);

  self->day = day;
  self->follows_today = day == today && !self->in_panel;
  fram_date_popover_set_day (self->date_popover, day, today);
  fram_roster_page_show_day (self, day);
}

static void
show_notice (FramRosterPage *self)
{
  FramDate today = fram_roster_page_get_today (self);
  g_autofree char *words = fram_roster_day_words (self->roster, today);
  gboolean reason = self->roster->may_mark && !self->roster->day_is_off && today - self->day > 7 && self->n_lines > 0;

  gtk_widget_set_visible (self->reason_entry, reason);
  gtk_label_set_text (self->notice_label, words != NULL ? words : "");
  gtk_widget_set_visible (self->notice, words != NULL || reason);
  fram_roster_page_look_for_stand_in (self);
}

static void
show_state (FramRosterPage *self, const FramRosterState *state)
{
  /* where a panel says itself that nobody comes, only what went wrong is said here */
  gtk_widget_set_visible (self->state_box, state != NULL && (!self->in_panel || self->roster == NULL));
  if (state == NULL)
    return;
  gtk_image_set_from_icon_name (self->state_icon, state->icon);
  gtk_label_set_text (self->state_title, state->title);
  gtk_label_set_text (self->state_text, state->text);
  gtk_widget_set_visible (self->state_days, state->days && !self->in_panel);
  gtk_widget_set_visible (self->state_again, state->again);
}

/* In a panel, as long as nobody is marked, the rest is everybody. */
static void
name_rest (FramRosterPage *self)
{
  gboolean all = self->in_panel && self->roster->totals.unmarked == self->roster->totals.expected;
  const char *text = all ? C_ ("attendance", "All Here") : _ ("Mark the Rest Present");

  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->bottom_rest_button))), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bottom_rest_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
fram_roster_page_show_totals (FramRosterPage *self)
{
  const FramRosterTotals *totals = &self->roster->totals;
  gboolean stacked = fram_roster_form_is_stacked (self->form), any = self->n_lines + self->n_later > 0;
  gboolean rest = fram_roster_page_may_mark_rest (self);
  int later = (int)fram_roster_page_count_later (self);

  fram_totals_set_later (self->totals, later);
  fram_totals_set (self->totals, fram_desk_get_statuses (self->desk), totals->of_status, totals->expected,
                   totals->unmarked - later);
  gtk_widget_set_visible (GTK_WIDGET (self->totals), any && !self->in_panel);
  gtk_widget_set_visible (self->rest_button, any && !stacked);
  gtk_widget_set_sensitive (self->rest_button, rest);
  gtk_widget_set_visible (self->bottom_bar, any && stacked && rest);
  name_rest (self);
  gtk_widget_set_visible (GTK_WIDGET (self->heading), any && !stacked);
  gtk_widget_set_visible (self->visitor_button, self->roster->may_mark && !self->roster->day_is_off &&
                                                    !self->in_panel && self->day <= fram_roster_page_get_today (self));
}

/* Shows a roster as it is on disk; takes it over. */
void
fram_roster_page_take_roster (FramRosterPage *self, FramRoster *roster)
{
  g_auto (FramRosterState) state = { 0 };

  if (self->roster == NULL || self->roster->may_mark != roster->may_mark || self->roster->day != roster->day)
    self->stale = TRUE;
  g_clear_pointer (&self->roster, fram_roster_free);
  self->roster = roster;
  if (!g_str_equal (gtk_label_get_text (self->title), roster->name))
    {
      gtk_label_set_text (self->title, roster->name);
      fram_page_changed (FRAM_PAGE (self));
    }
  if (roster->day != self->day)
    fram_roster_page_set_day (self, roster->day);
  fram_roster_page_show_lines (self);
  fram_roster_page_show_totals (self);
  show_notice (self);
  show_state (self, fram_roster_state_of (&state, roster, fram_roster_page_get_today (self)) ? &state : NULL);
  fram_roster_page_tell_shown (self);
}

void
fram_roster_page_take_error (FramRosterPage *self, const GError *error)
{
  g_auto (FramRosterState) state = { 0 };

  fram_roster_state_of_error (&state, error);
  g_clear_pointer (&self->roster, fram_roster_free);
  fram_roster_page_hide_lines (self);
  gtk_widget_set_visible (GTK_WIDGET (self->totals), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->heading), FALSE);
  gtk_widget_set_visible (self->rest_button, FALSE);
  gtk_widget_set_visible (self->bottom_bar, FALSE);
  gtk_widget_set_visible (self->notice, FALSE);
  gtk_widget_set_visible (self->reason_entry, FALSE);
  gtk_widget_set_visible (self->visitor_button, FALSE);
  gtk_label_set_text (self->notice_label, "");
  fram_roster_page_close_why (self);
  fram_roster_page_show_day (self, self->day);
  show_state (self, &state);
  fram_roster_page_look_for_stand_in (self);
  fram_roster_page_tell_shown (self);
}
