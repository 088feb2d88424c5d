#include "fram-roster-page-private.h"

/* In which form the page stands: what follows from its width, and the list alone in a panel. */

static void
set_line_form (FramRosterLine *line, gpointer data)
{
  fram_roster_line_set_form (line, FRAM_ROSTER_PAGE (data)->form);
}

static void
arrange_head (FramRosterPage *self, gboolean narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->why_bar), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->notice), orientation);
  gtk_widget_set_visible (self->today_button, !narrow);
  gtk_widget_set_visible (self->print_button, !narrow);
  gtk_widget_set_hexpand (self->day_button, narrow);
  gtk_widget_set_halign (GTK_WIDGET (self->totals), narrow ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

/* Another width, another form. */
void
fram_roster_page_apply_form (FramRosterPage *self, FramRosterForm form)
{
  gboolean narrow = fram_roster_form_is_stacked (form);

  self->stale = self->stale || narrow != fram_roster_form_is_stacked (self->form);
  self->form = form;
  fram_roster_page_each_line (self, set_line_form, self);
  fram_roster_heading_set_form (self->heading, form);
  fram_totals_set_short (self->totals, narrow);
  arrange_head (self, narrow);
  if (self->roster == NULL)
    return;
  fram_roster_page_show_day (self, self->day);
  fram_roster_page_show_lines (self);
  fram_roster_page_show_totals (self);
}

void
fram_roster_page_tell_shown (FramRosterPage *self)
{
  g_signal_emit_by_name (self, "shown");
}

/**
 * fram_roster_page_put_in_panel:
 * @self: a page that is not shown yet
 *
 * Leaves the list alone, with its marks, keys and menus, for a panel of a page that says itself which group and day it is.
 * It is as high as its lines: what it stands in scrolls.
 */
void
fram_roster_page_put_in_panel (FramRosterPage *self)
{
  g_return_if_fail (FRAM_IS_ROSTER_PAGE (self));
  self->in_panel = TRUE;
  self->follows_today = FALSE;
  self->form = FRAM_ROSTER_COMPACT;
  arrange_head (self, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->head), FALSE);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->totals)), FALSE);
  gtk_widget_set_visible (self->heading_slot, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->state_icon), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->state_title), "title-1");
  gtk_widget_add_css_class (GTK_WIDGET (self->state_title), "heading");
  g_object_ref (self->lists);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), NULL);
  if (gtk_widget_get_parent (self->lists) != NULL)
    gtk_viewport_set_child (GTK_VIEWPORT (gtk_widget_get_parent (self->lists)), NULL);
  gtk_box_insert_child_after (GTK_BOX (self->box), self->lists, self->scroller);
  g_object_unref (self->lists);
  gtk_widget_set_visible (self->scroller, FALSE);
  /* a list that is as high as its lines would push the button out of sight: it stands above them */
  gtk_box_reorder_child_after (GTK_BOX (gtk_widget_get_parent (self->bottom_bar)), self->bottom_bar, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "in-panel");
}

/* --- as what a panel holds --- */

static const FramRoster *
get_roster (FramDayRoster *roster)
{
  return fram_roster_page_get_roster (FRAM_ROSTER_PAGE (roster));
}

static const FramUuid *
get_activity (FramDayRoster *roster)
{
  return fram_roster_page_get_activity (FRAM_ROSTER_PAGE (roster));
}

static FramDate
get_day (FramDayRoster *roster)
{
  return fram_roster_page_get_day (FRAM_ROSTER_PAGE (roster));
}

static void
go_to_day (FramDayRoster *roster, FramDate day)
{
  fram_roster_page_go_to_day (FRAM_ROSTER_PAGE (roster), day);
}

static gboolean
handle_key (FramDayRoster *roster, guint keyval, GdkModifierType state)
{
  return fram_roster_page_handle_key (FRAM_ROSTER_PAGE (roster), keyval, state);
}

void
fram_roster_page_day_roster_init (FramDayRosterInterface *iface)
{
  iface->get_roster = get_roster;
  iface->get_activity = get_activity;
  iface->get_day = get_day;
  iface->go_to_day = go_to_day;
  iface->handle_key = handle_key;
}
