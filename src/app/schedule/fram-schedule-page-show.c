#include "fram-schedule-page-private.h"

#include "fram-rights.h"
#include "fram-schedule-edge.h"
#include "fram-words.h"

#include <glib/gi18n.h>

/* What is in view: the period, the picture, the legend, and what to say where there is nothing. */

enum
{
  REMEDY_NONE,
  REMEDY_ALL_GROUPS,
  REMEDY_NEW_GROUP,
  REMEDY_AGAIN,
};

/**
 * fram_schedule_page_dup_period:
 * @self: a page
 *
 * Returns: (transfer full): "week 46"; of one day "Thursday 12 November"
 */
char *
fram_schedule_page_dup_period (FramSchedulePage *self)
{
  g_autofree char *date = NULL;

  if (self->view != FRAM_SCHEDULE_VIEW_DAY)
    return fram_date_to_week_text (self->day);
  date = fram_date_to_near_words (self->day, fram_schedule_page_get_today (self));
  return g_strdup_printf (C_ ("schedule, weekday and date", "%1$s %2$s"),
                          fram_weekday_name (fram_date_get_weekday (self->day)), date);
}

static char *
dup_days (FramSchedulePage *self)
{
  FramDate monday = fram_date_monday (self->day);

  return self->view == FRAM_SCHEDULE_VIEW_DAY ? fram_date_to_week_text (self->day)
                                              : fram_date_range_to_text (monday, monday + 4);
}

static void
name_buttons (FramSchedulePage *self)
{
  gboolean day = self->view == FRAM_SCHEDULE_VIEW_DAY;

  gtk_widget_set_tooltip_text (self->previous_button,
                               day ? _ ("Previous day (Alt+Left)") : _ ("Previous week (Alt+Left)"));
  gtk_widget_set_tooltip_text (self->next_button, day ? _ ("Next day (Alt+Right)") : _ ("Next week (Alt+Right)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->previous_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  day ? _ ("Previous Day") : _ ("Previous Week"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  day ? _ ("Next Day") : _ ("Next Week"), -1);
  gtk_button_set_label (GTK_BUTTON (self->today_button), day ? _ ("Today") : _ ("This Week"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->today_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  day ? _ ("Today") : _ ("This Week"), -1);
}

void
fram_schedule_page_show_period (FramSchedulePage *self)
{
  g_autofree char *period = fram_schedule_page_dup_period (self), *days = dup_days (self), *name = NULL;
  FramDate today = fram_schedule_page_get_today (self);
  gboolean home = self->view == FRAM_SCHEDULE_VIEW_DAY ? self->day == today
                                                       : fram_date_monday (self->day) == fram_date_monday (today);

  gtk_label_set_text (self->period_label, period);
  gtk_label_set_text (self->days_label, days);
  gtk_widget_set_sensitive (self->today_button, !home);
  gtk_widget_set_visible (self->today_button, !home || !self->narrow); /* where there is little room the dates get it */
  fram_date_popover_set_day (self->date_popover, self->day, today);
  name_buttons (self);
  /* Translators: the name of a button that chooses the day: the week or month in view */
  name = g_strdup_printf (_ ("%1$s %2$s. Go to another day"), period, days);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* --- the legend --- */

static void
add_legend (FramSchedulePage *self, FramScheduleStyle style, guint colour, const char *text)
{
  GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (text);
  GtkWidget *edge = fram_schedule_edge_new (style, colour);

  gtk_widget_set_valign (edge, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (edge, -1, 16);
  gtk_widget_add_css_class (label, "fram-dim");
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (item), edge);
  gtk_box_append (GTK_BOX (item), label);
  gtk_box_append (self->legend_box, item);
}

/* What is told by looks alone in the week: it is said in words of each session, too. */
void
fram_schedule_page_show_legend (FramSchedulePage *self)
{
  gboolean own = FALSE, others = FALSE, off = FALSE;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->legend_box))) != NULL)
    gtk_box_remove (self->legend_box, child);
  for (guint i = 0; self->picture != NULL && i < self->picture->blocks->len; i++)
    {
      FramScheduleStyle style = g_array_index (self->picture->blocks, FramScheduleBlock, i).style;

      own = own || style == FRAM_SCHEDULE_OWN;
      others = others || style == FRAM_SCHEDULE_OTHER;
      off = off || style == FRAM_SCHEDULE_CANCELLED;
    }
  if (own)
    add_legend (self, FRAM_SCHEDULE_OWN, 0, C_ ("schedule, whose groups", "mine"));
  if (own && others)
    add_legend (self, FRAM_SCHEDULE_OTHER, 1, C_ ("schedule, whose groups", "others’"));
  if (off)
    add_legend (self, FRAM_SCHEDULE_CANCELLED, 0, C_ ("schedule", "cancelled"));
}

/* --- where there is nothing --- */

static void
show_state (FramSchedulePage *self, const char *icon, const char *title, const char *text)
{
  static const char *const labels[] = {
    [REMEDY_NONE] = "",
    [REMEDY_ALL_GROUPS] = N_ ("Show All Groups"),
    [REMEDY_NEW_GROUP] = N_ ("New Group…"),
    [REMEDY_AGAIN] = N_ ("Try Again"),
  };
  const char *label = self->remedy != REMEDY_NONE ? _ (labels[self->remedy]) : "";

  gtk_image_set_from_icon_name (self->state_icon, icon);
  gtk_label_set_text (self->state_title, title);
  gtk_label_set_text (self->state_text, text);
  gtk_button_set_label (self->state_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->state_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->state_button), self->remedy != REMEDY_NONE);
  gtk_stack_set_visible_child_name (self->stack, "state");
}

static gboolean
makes_groups (FramSchedulePage *self)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (self->actions), "new-group");
}

static void
show_nothing (FramSchedulePage *self)
{
  FramScheduleOf of = fram_schedule_filter_get (self->filter, NULL);
  const char *name = fram_schedule_filter_get_name (self->filter);
  g_autofree char *title = NULL;

  self->remedy = of != FRAM_SCHEDULE_OF_ALL ? REMEDY_ALL_GROUPS : makes_groups (self) ? REMEDY_NEW_GROUP : REMEDY_NONE;
  if (of == FRAM_SCHEDULE_OF_MINE)
    show_state (self, "x-office-calendar-symbolic", _ ("You lead no group this week"),
                _ ("Look at all groups, or go to another week."));
  else if (of != FRAM_SCHEDULE_OF_ALL)
    {
      /* Translators: the name of a group, place, leader or participant */
      title =
          name != NULL ? g_strdup_printf (_ ("No groups this week: %s"), name) : g_strdup (_ ("No groups this week"));
      show_state (self, "x-office-calendar-symbolic", title, _ ("Look at all groups, or go to another week."));
    }
  else if (self->remedy == REMEDY_NEW_GROUP)
    show_state (self, "x-office-calendar-symbolic", _ ("No groups this week"),
                _ ("Go to another week, or make a group with its weekday, hours, place and leader."));
  else
    show_state (self, "x-office-calendar-symbolic", _ ("No groups this week"),
                _ ("Go to another week. The manager makes groups and says when they meet."));
}

void
fram_schedule_page_show_error (FramSchedulePage *self, const GError *error)
{
  gboolean denied = g_error_matches (error, FRAM_ERROR, FRAM_ERROR_DENIED);

  self->remedy = denied ? REMEDY_ALL_GROUPS : REMEDY_AGAIN;
  g_clear_pointer (&self->schedule, fram_schedule_free);
  show_state (self, denied ? "changes-prevent-symbolic" : "dialog-warning-symbolic",
              denied ? _ ("This schedule is not yours to see") : _ ("The schedule cannot be read"), error->message);
}

/* What the button below an empty week does. */
void
fram_schedule_page_mend_state (FramSchedulePage *self)
{
  switch (self->remedy)
    {
    case REMEDY_ALL_GROUPS:
      fram_schedule_filter_set (self->filter, FRAM_SCHEDULE_OF_ALL, NULL);
      self->wants_focus = TRUE;
      fram_schedule_page_ask (self);
      fram_page_changed (FRAM_PAGE (self));
      break;
    case REMEDY_NEW_GROUP: g_action_group_activate_action (G_ACTION_GROUP (self->actions), "new-group", NULL); break;
    case REMEDY_AGAIN: fram_schedule_page_ask (self); break;
    default: break;
    }
}

/* --- the picture --- */

/**
 * fram_schedule_page_find_block:
 * @self: a page
 * @group: a group
 * @planned: the day by its series
 *
 * Returns: the place of that session in the picture, where it is held if it was moved; -1 for none
 */
int
fram_schedule_page_find_block (FramSchedulePage *self, const FramUuid *group, FramDate planned)
{
  int found = -1;

  for (guint i = 0; self->picture != NULL && i < self->picture->blocks->len; i++)
    {
      guint tag = g_array_index (self->picture->blocks, FramScheduleBlock, i).tag;
      const FramScheduleSession *s =
          tag < self->schedule->sessions->len ? g_ptr_array_index (self->schedule->sessions, tag) : NULL;

      if (s != NULL && s->planned == planned && fram_uuid_equal (&s->group, group) && (found < 0 || !s->is_away))
        found = (int)i;
    }
  return found;
}

/* Of a week one day alone. */
static void
keep_day (FramSchedulePicture *picture, FramDate day)
{
  gboolean has_head = FALSE;

  for (guint i = picture->heads->len; i-- > 0;)
    if (g_array_index (picture->heads, FramScheduleHead, i).day != day)
      g_array_remove_index (picture->heads, i);
    else
      has_head = TRUE;
  for (guint i = picture->blocks->len; i-- > 0;)
    if (g_array_index (picture->blocks, FramScheduleBlock, i).day != day)
      g_array_remove_index (picture->blocks, i);
  if (!has_head)
    fram_schedule_picture_add_day (picture, day, TRUE, NULL);
}

/* Where the keyboard was, so that it is there again in the new picture. */
typedef struct
{
  const char *title; /* borrowed from the old picture */
  FramDate day;
  int minute;
  gboolean known;
  gboolean had_keyboard;
} Place;

static Place
remember (FramSchedulePage *self)
{
  gboolean agenda = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "agenda") == 0;
  int at = agenda ? fram_schedule_agenda_get_at (self->agenda) : fram_schedule_canvas_get_at (self->canvas);
  Place place = { .day = self->day, .minute = fram_schedule_page_get_now (self) };
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->stack));

  place.had_keyboard = focus != NULL;
  if (self->picture == NULL || at < 0 || at >= (int)self->picture->blocks->len)
    return place;
  place.known = TRUE;
  place.title = g_array_index (self->picture->blocks, FramScheduleBlock, (guint)at).title;
  place.minute = g_array_index (self->picture->blocks, FramScheduleBlock, (guint)at).starts;
  place.day = g_array_index (self->picture->blocks, FramScheduleBlock, (guint)at).day;
  return place;
}

/* The same weekday in the week in view, so that the keyboard stays in its column from week to week. */
static FramDate
near (FramSchedulePage *self, const Place *place)
{
  return fram_date_monday (self->day) + fram_date_get_weekday (place->day) - 1;
}

static void
show_grid (FramSchedulePage *self, const Place *place)
{
  g_autofree char *period = fram_schedule_page_dup_period (self);
  g_autofree char *name = g_strdup_printf (_ ("Schedule, %s"), period);

  fram_schedule_agenda_set_picture (self->agenda, NULL);
  fram_schedule_canvas_set_picture (self->canvas, self->picture, name);
  gtk_stack_set_visible_child_name (self->stack, "grid");
  if (place->known)
    fram_schedule_canvas_move_near (self->canvas, near (self, place), place->minute);
  if (!fram_uuid_is_none (&self->open_group))
    fram_schedule_canvas_select (self->canvas,
                                 fram_schedule_page_find_block (self, &self->open_group, self->open_planned));
}

/* The same one, else the first that comes then or later on that weekday; -1 for none. */
static int
find_near (FramSchedulePage *self, const Place *place)
{
  int found = -1;

  for (guint i = 0; place->known && i < self->picture->blocks->len; i++)
    {
      const FramScheduleBlock *block = &g_array_index (self->picture->blocks, FramScheduleBlock, i);

      if (block->day != near (self, place) || block->starts < place->minute)
        continue;
      if (block->starts == place->minute && g_strcmp0 (block->title, place->title) == 0)
        return (int)i;
      if (found < 0)
        found = (int)i;
    }
  return found;
}

static void
show_agenda (FramSchedulePage *self, const Place *place)
{
  int at = find_near (self, place);

  fram_schedule_canvas_set_picture (self->canvas, NULL, "");
  fram_schedule_agenda_set_picture (self->agenda, self->picture);
  gtk_stack_set_visible_child_name (self->stack, "agenda");
  if (at >= 0)
    fram_schedule_agenda_set_at (self->agenda, at);
  fram_schedule_agenda_show_today (self->agenda);
}

static gboolean
is_empty (FramSchedulePage *self)
{
  return self->schedule->sessions->len == 0 && self->schedule->talks->len == 0;
}

/**
 * fram_schedule_page_show_schedule:
 * @self: a page
 *
 * Shows what was read, in the view that there is.
 */
void
fram_schedule_page_show_schedule (FramSchedulePage *self)
{
  g_autoptr (FramSchedulePicture) old = g_steal_pointer (&self->picture);
  Place place;

  self->picture = old;
  place = remember (self);
  place.known = place.known && !self->wants_now; /* who goes to now leaves where the keyboard was */
  self->picture = fram_desk_schedule_picture (self->schedule, FALSE);
  if (self->view == FRAM_SCHEDULE_VIEW_DAY)
    keep_day (self->picture, self->day);
  if (is_empty (self))
    {
      fram_schedule_canvas_set_picture (self->canvas, NULL, "");
      fram_schedule_agenda_set_picture (self->agenda, NULL);
      show_nothing (self);
    }
  else if (self->view == FRAM_SCHEDULE_VIEW_AGENDA)
    show_agenda (self, &place);
  else
    show_grid (self, &place);
  fram_schedule_page_show_legend (self);
  if (self->wants_now && self->picture->now != FRAM_TIME_NONE)
    fram_schedule_canvas_scroll_to (self->canvas, self->picture->now);
  self->wants_now = FALSE;
  if (self->wants_focus || place.had_keyboard)
    fram_schedule_page_take_focus (self);
}
