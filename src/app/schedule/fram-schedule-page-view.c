#include "fram-schedule-page-private.h"

#include <glib/gi18n.h>

/* Which view there is room for, and which was chosen. */

/* Pixels at text scale 1. */
#define WEEK_FROM   700  /* below it a day stands alone */
#define AGENDA_TO   450  /* below it a list is easier to read than a column */
#define BESIDE_FROM 1000 /* below it the panel lies over the week */
#define NARROW      760  /* below it the head stands in lines */

static FramScheduleView
view_for (int room)
{
  if (room >= WEEK_FROM)
    return FRAM_SCHEDULE_VIEW_WEEK;
  return room >= AGENDA_TO ? FRAM_SCHEDULE_VIEW_DAY : FRAM_SCHEDULE_VIEW_AGENDA;
}

/* A week that was chosen where there is no room for it is a day until there is. */
static FramScheduleView
wanted_view (FramSchedulePage *self)
{
  FramScheduleView fits = view_for (fram_size_bin_get_room (self->room));

  if (self->chosen == FRAM_SCHEDULE_VIEW_FIT)
    return fits;
  return self->chosen == FRAM_SCHEDULE_VIEW_WEEK && fits != FRAM_SCHEDULE_VIEW_WEEK ? fits : self->chosen;
}

static void
set_narrow (FramSchedulePage *self, int room)
{
  gboolean narrow = room < NARROW;

  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !narrow);
  gtk_widget_set_hexpand (self->day_button, narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->legend_box), room >= AGENDA_TO + 100);
  fram_schedule_filter_set_narrow (self->filter, narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  adw_flap_set_fold_policy (self->flap, room >= BESIDE_FROM ? ADW_FLAP_FOLD_POLICY_NEVER : ADW_FLAP_FOLD_POLICY_ALWAYS);
}

static void
show_view (FramSchedulePage *self, FramScheduleView view)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "view");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (fram_schedule_view_get_name (view)));
  if (view == self->view)
    return;
  self->view = view;
  fram_schedule_page_show_period (self);
  if (self->schedule != NULL)
    fram_schedule_page_show_schedule (self);
  fram_page_changed (FRAM_PAGE (self));
}

/**
 * fram_schedule_page_fit:
 * @self: a page
 *
 * Arranges it for the room that it has.
 */
void
fram_schedule_page_fit (FramSchedulePage *self)
{
  int room = fram_size_bin_get_room (self->room);

  if (room <= 0)
    return;
  set_narrow (self, room);
  fram_schedule_page_show_period (self);
  show_view (self, wanted_view (self));
}

/**
 * fram_schedule_page_choose_view:
 * @self: a page
 * @view: a view
 *
 * Shows it, and from now on; the keyboard goes along. How much room there is is not known before the page is laid out.
 */
void
fram_schedule_page_choose_view (FramSchedulePage *self, FramScheduleView view)
{
  int room = fram_size_bin_get_room (self->room);

  self->chosen = room > 0 && view == view_for (room) ? FRAM_SCHEDULE_VIEW_FIT : view;
  show_view (self, wanted_view (self));
  if (room > 0 && view == FRAM_SCHEDULE_VIEW_WEEK && self->view != view)
    fram_page_toast (FRAM_PAGE (self), _ ("The window is too narrow for a week."), FALSE);
  fram_schedule_page_take_focus (self);
}
