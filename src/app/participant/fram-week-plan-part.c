#include "fram-week-plan-part.h"

#include "fram-chips.h"
#include "fram-form-dialog.h"
#include "fram-join-dialog.h"
#include "fram-plan-day-dialog.h"
#include "fram-size-bin.h"
#include "fram-step-dialog.h"
#include "fram-text.h"
#include "fram-week-hours.h"
#include "fram-week-plan-print.h"
#include "fram-words.h"

#include <glib/gi18n.h>

/* Narrower than this, in letters of scale 1, the buttons stand under each other. */
#define NARROW 480

struct _FramWeekPlanPart
{
  FramPlanPart parent_instance;

  /* borrowed */
  FramSizeBin *room;
  AdwPreferencesGroup *group;
  GtkWidget *buttons;
  GtkWidget *week_bar;
  GtkWidget *plan_button;
  GtkWidget *join_button;
  GtkLabel *week_label;
  GtkWidget *this_week;
  FramWeekGrid *grid;
  GtkWidget *list;
  GtkWidget *none;
  AdwExpanderRow *earlier;
  GPtrArray *old_rows; /* in the expander */

  /* owned */
  GCancellable *reading;
  GSimpleActionGroup *actions;

  FramDate monday; /* the week in view */
};

G_DEFINE_FINAL_TYPE (FramWeekPlanPart, fram_week_plan_part, FRAM_TYPE_PLAN_PART)

static const FramCasePlan *
plan_of (FramWeekPlanPart *self)
{
  return fram_plan_part_get_plan (FRAM_PLAN_PART (self));
}

static FramDesk *
desk_of (FramWeekPlanPart *self)
{
  return fram_plan_part_get_desk (FRAM_PLAN_PART (self));
}

static const FramPlanStep *
find_step (const FramCasePlan *plan, const FramUuid *id)
{
  for (guint i = 0; plan != NULL && id != NULL && i < plan->steps->len; i++)
    {
      const FramPlanStep *step = g_ptr_array_index (plan->steps, i);

      if (fram_uuid_equal (&step->id, id))
        return step;
    }
  return NULL;
}

static gboolean
is_over (const FramPlanStep *step, FramDate today)
{
  return step->to != FRAM_DATE_NONE && step->to < today;
}

static void
ask_step (FramWeekPlanPart *self, const FramPlanStep *step)
{
  fram_plan_part_present (FRAM_PLAN_PART (self), GTK_WIDGET (fram_step_dialog_new (desk_of (self), GTK_WIDGET (self),
                                                                                   &plan_of (self)->enrolment,
                                                                                   step != NULL ? &step->id : NULL)));
}

static void
ask_group (FramWeekPlanPart *self)
{
  fram_plan_part_present (FRAM_PLAN_PART (self),
                          GTK_WIDGET (fram_join_dialog_new (desk_of (self), GTK_WIDGET (self), plan_of (self))));
}

/* The last day of a step is suggested so that nothing ends in the middle of a week. */
static void
ask_day (FramWeekPlanPart *self, FramDeedKind kind, const FramPlanStep *step)
{
  FramPlanDeed *deed = fram_plan_deed_new (kind, NULL, &step->id);
  FramDate today = plan_of (self)->today;
  g_autofree char *text = g_strdup_printf ("%s · %s", step->name, plan_of (self)->name);

  deed->day = MAX (kind == FRAM_DEED_TAKE_PLACE ? today : fram_date_monday (today) + 4, step->from);
  if (step->to != FRAM_DATE_NONE && kind != FRAM_DEED_TAKE_PLACE)
    deed->day = MIN (deed->day, step->to);
  fram_plan_part_present (FRAM_PLAN_PART (self),
                          GTK_WIDGET (fram_plan_day_dialog_new (desk_of (self), GTK_WIDGET (self), deed, text)));
}

static const FramPlanStep *
step_of (FramWeekPlanPart *self, GVariant *parameter)
{
  FramUuid id;

  return fram_uuid_parse (g_variant_get_string (parameter, NULL), &id) ? find_step (plan_of (self), &id) : NULL;
}

static void
on_change_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const FramPlanStep *step = step_of (data, parameter);

  if (step != NULL)
    ask_step (data, step);
}

static void
on_end_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const FramPlanStep *step = step_of (data, parameter);

  if (step != NULL)
    ask_day (data, FRAM_DEED_END_STEP, step);
}

static void
on_remove_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const FramPlanStep *step = step_of (data, parameter);

  if (step != NULL)
    fram_plan_part_run (data, fram_plan_deed_new (FRAM_DEED_REMOVE_STEP, NULL, &step->id));
}

static void
on_leave_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const FramPlanStep *step = step_of (data, parameter);

  if (step != NULL)
    ask_day (data, FRAM_DEED_LEAVE, step);
}

/* Who leaves a group that has not begun, or its waiting list, was never in it. */
static void
on_undo_joining_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const FramPlanStep *step = step_of (data, parameter);
  FramPlanDeed *deed;

  if (step == NULL)
    return;
  deed = fram_plan_deed_new (FRAM_DEED_LEAVE, NULL, &step->id);
  deed->day = step->from - 1;
  fram_plan_part_run (data, deed);
}

static void
on_take_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const FramPlanStep *step = step_of (data, parameter);

  if (step != NULL)
    ask_day (data, FRAM_DEED_TAKE_PLACE, step);
}

static void
on_plan_clicked_cb (FramWeekPlanPart *self)
{
  if (plan_of (self) != NULL)
    ask_step (self, NULL);
}

static void
on_join_clicked_cb (FramWeekPlanPart *self)
{
  if (plan_of (self) != NULL)
    ask_group (self);
}

static void
on_print_clicked_cb (FramWeekPlanPart *self)
{
  fram_section_print (FRAM_SECTION (self));
}

/* A week as it is planned */

typedef struct
{
  FramUuid enrolment;
  FramDate day;
} AskedWeek;

static gpointer
read_week (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const AskedWeek *asked = data;

  return fram_desk_plan_week (desk, &asked->enrolment, asked->day, error);
}

static void
on_week_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramWeekPlanPart) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) things = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (things != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && plan_of (self) != NULL)
    fram_week_grid_set_week (self->grid, fram_week_of_things (things, self->monday, plan_of (self)));
}

static void
show_week_name (FramWeekPlanPart *self)
{
  g_autofree char *week = fram_date_to_week_text (self->monday);
  g_autofree char *from = fram_date_to_short_words (self->monday);
  g_autofree char *to = fram_date_to_day_month (self->monday + 4);
  g_autofree char *text = g_strdup_printf ("%s, %s – %s", week, from, to);
  g_autofree char *title = fram_text_capitalise (text);

  gtk_label_set_label (self->week_label, title);
  gtk_widget_set_sensitive (self->this_week,
                            plan_of (self) != NULL && self->monday != fram_date_monday (plan_of (self)->today));
}

static void
show_week (FramWeekPlanPart *self, FramDate day)
{
  AskedWeek *asked = g_new0 (AskedWeek, 1);

  self->monday = fram_date_monday (day);
  show_week_name (self);
  asked->enrolment = plan_of (self)->enrolment;
  asked->day = self->monday;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  fram_desk_run_async (desk_of (self), read_week, asked, g_free, (GDestroyNotify)g_ptr_array_unref, self->reading,
                       on_week_read_cb, g_object_ref (self));
}

static void
on_before_clicked_cb (FramWeekPlanPart *self)
{
  if (plan_of (self) != NULL)
    show_week (self, self->monday - 7);
}

static void
on_after_clicked_cb (FramWeekPlanPart *self)
{
  if (plan_of (self) != NULL)
    show_week (self, self->monday + 7);
}

static void
on_today_clicked_cb (FramWeekPlanPart *self)
{
  if (plan_of (self) != NULL)
    show_week (self, plan_of (self)->today);
}

static void
on_picked_cb (FramWeekPlanPart *self, guint tag)
{
  const FramCasePlan *plan = plan_of (self);
  const FramPlanStep *step =
      plan != NULL && tag > 0 && tag <= plan->steps->len ? g_ptr_array_index (plan->steps, tag - 1) : NULL;

  if (step != NULL && step->kind != FRAM_PLAN_GROUP && plan->writes_plan && !is_over (step, plan->today))
    ask_step (self, step);
}

/* Steps */

static char *
title_of (const FramPlanStep *step)
{
  g_autofree char *hours =
      step->minutes >= 0 && step->kind != FRAM_PLAN_GROUP ? fram_hours_to_words (step->minutes) : NULL;

  /* TRANSLATORS: a workshop, and "12 h" */
  return hours != NULL ? g_strdup_printf (_ ("%s, %s a week"), step->name, hours) : g_strdup (step->name);
}

static char *
days_of (const FramPlanStep *step)
{
  g_autofree char *from = fram_date_to_day_month (step->from);
  g_autofree char *to = fram_date_to_day_month (step->to);

  if (step->to == FRAM_DATE_NONE)
    /* TRANSLATORS: a date */
    return g_strdup_printf (_ ("from %s"), from);
  return g_strdup_printf ("%s – %s", from, to);
}

static char *
subtitle_of (const FramPlanStep *step)
{
  g_autofree char *hours = fram_slots_format (step->slots);
  g_autofree char *days = days_of (step);

  if (hours[0] == '\0')
    return g_steal_pointer (&days);
  return step->place != NULL ? g_strdup_printf ("%s · %s · %s", hours, step->place, days)
                             : g_strdup_printf ("%s · %s", hours, days);
}

static void
add_badge (GtkWidget *row, const FramPlanStep *step, FramDate today)
{
  GtkWidget *chips;

  if (!step->waiting && step->from <= today)
    return;
  chips = fram_chips_new ();
  if (step->waiting)
    fram_chips_add (FRAM_CHIPS (chips), FRAM_CHIP_WARNING, NULL, C_ ("badge", "Waits"));
  else
    fram_chips_add (FRAM_CHIPS (chips), FRAM_CHIP_INFO, NULL, C_ ("badge", "To come"));
  gtk_widget_set_valign (chips, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chips);
}

static void
append (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autofree char *full = g_strdup_printf ("weekplan.%s", action);
  GMenuItem *item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, full, "s", id);
  g_menu_append_item (menu, item);
  g_object_unref (item);
}

static GMenu *
menu_of (const FramPlanStep *step, FramDate today)
{
  GMenu *menu = g_menu_new ();
  g_autofree char *id = fram_uuid_to_text (&step->id);

  if (step->kind != FRAM_PLAN_GROUP)
    {
      append (menu, _ ("_Change…"), "change", id);
      if (step->from > today)
        append (menu, _ ("_Take Away"), "remove", id);
      else
        append (menu, _ ("_End…"), "end", id);
      return menu;
    }
  if (step->waiting)
    append (menu, _ ("_Give the Free Place…"), "take", id);
  if (step->from > today || step->waiting)
    append (menu, _ ("_Take Away"), "unjoin", id);
  else
    append (menu, _ ("_Leave the Group…"), "leave", id);
  return menu;
}

static void
add_menu (GtkWidget *row, const FramPlanStep *step, FramDate today)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = menu_of (step, today);
  g_autofree char *name = g_strdup_printf (_ ("What can be done with %s"), step->name);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  fram_widget_set_accessible_name (button, name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
on_row_activated_cb (AdwActionRow *row, FramWeekPlanPart *self)
{
  const FramPlanStep *step = find_step (plan_of (self), fram_plan_part_get_key (GTK_WIDGET (row)));

  if (step != NULL)
    ask_step (self, step);
}

static void
add_step (FramWeekPlanPart *self, const FramCasePlan *plan, const FramPlanStep *step, int position)
{
  g_autofree char *title = title_of (step);
  g_autofree char *subtitle = subtitle_of (step);
  GtkWidget *row = fram_plan_part_add_row (self->list, position, title, subtitle, &step->id);

  add_badge (row, step, plan->today);
  if (!plan->writes_plan)
    return;
  add_menu (row, step, plan->today);
  if (step->kind == FRAM_PLAN_GROUP)
    return;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated_cb), self, 0);
}

static void
add_old (FramWeekPlanPart *self, const FramPlanStep *step)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = title_of (step);
  g_autofree char *subtitle = subtitle_of (step);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_expander_row_add_row (self->earlier, row);
  g_ptr_array_add (self->old_rows, row);
}

static void
clear_old (FramWeekPlanPart *self)
{
  for (guint i = 0; i < self->old_rows->len; i++)
    adw_expander_row_remove (self->earlier, g_ptr_array_index (self->old_rows, i));
  g_ptr_array_set_size (self->old_rows, 0);
}

static void
show_steps (FramWeekPlanPart *self, const FramCasePlan *plan)
{
  g_autofree char *title = NULL;
  int shown = 0;

  fram_plan_part_clear_rows (self->list, GTK_WIDGET (self->earlier));
  clear_old (self);
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const FramPlanStep *step = g_ptr_array_index (plan->steps, i);

      if (is_over (step, plan->today))
        add_old (self, step);
      else
        add_step (self, plan, step, shown++);
    }
  title =
      g_strdup_printf (ngettext ("Earlier: %u step", "Earlier: %u steps", self->old_rows->len), self->old_rows->len);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->earlier), title);
  gtk_widget_set_visible (GTK_WIDGET (self->earlier), self->old_rows->len > 0);
  gtk_widget_set_visible (self->list, plan->steps->len > 0);
  gtk_widget_set_visible (self->none, plan->steps->len == 0);
}

/* "3 h a week now, 12 h from 16 November 2026" */
static void
show_sum (FramWeekPlanPart *self, const FramCasePlan *plan)
{
  g_autofree char *now = fram_hours_to_words (MAX (plan->minutes_now, 0));
  g_autofree char *next = fram_hours_to_words (MAX (plan->minutes_next, 0));
  g_autofree char *day = fram_date_to_words (plan->next_from);
  g_autofree char *text = plan->next_from != FRAM_DATE_NONE
                              /* TRANSLATORS: "3 h", "12 h", a day */
                              ? g_strdup_printf (_ ("%s a week now → %s from %s"), now, next, day)
                              : g_strdup_printf (_ ("%s a week"), now);

  adw_preferences_group_set_description (self->group, text);
}

static void
fram_week_plan_part_fill (FramPlanPart *part, const FramCasePlan *plan)
{
  FramWeekPlanPart *self = FRAM_WEEK_PLAN_PART (part);

  show_sum (self, plan);
  show_steps (self, plan);
  gtk_widget_set_visible (self->plan_button, plan->writes_plan);
  gtk_widget_set_visible (self->join_button, plan->writes_plan);
  show_week (self, self->monday != FRAM_DATE_NONE   ? self->monday
                   : plan->closed != FRAM_DATE_NONE ? MIN (plan->closed, plan->today)
                                                    : plan->today);
}

static gboolean
fram_week_plan_part_edit (FramPlanPart *part, const FramCasePlan *plan, FramEntity entity, const FramUuid *id)
{
  FramWeekPlanPart *self = FRAM_WEEK_PLAN_PART (part);
  const FramPlanStep *step = find_step (plan, id);

  if (entity != FRAM_ENTITY_PLACEMENT && entity != FRAM_ENTITY_MEMBERSHIP)
    return FALSE;
  if (plan == NULL || step == NULL)
    return plan == NULL;
  show_week (self, CLAMP (plan->today, step->from, step->to != FRAM_DATE_NONE ? step->to : G_MAXINT32));
  if (step->kind != FRAM_PLAN_GROUP && plan->writes_plan && !is_over (step, plan->today))
    ask_step (self, step);
  return TRUE;
}

static gboolean
fram_week_plan_part_add (FramPlanPart *part, const FramCasePlan *plan, const char *what)
{
  gboolean is_step = g_strcmp0 (what, "placement") == 0, is_group = g_strcmp0 (what, "group") == 0;

  if (!is_step && !is_group)
    return FALSE;
  if (plan == NULL || !plan->writes_plan)
    return plan == NULL;
  if (is_step)
    ask_step (FRAM_WEEK_PLAN_PART (part), NULL);
  else
    ask_group (FRAM_WEEK_PLAN_PART (part));
  return TRUE;
}

static void
fram_week_plan_part_print (FramPlanPart *part, const FramCasePlan *plan)
{
  fram_week_plan_print (GTK_WIDGET (part), desk_of (FRAM_WEEK_PLAN_PART (part)), plan);
}

static void
fram_week_plan_part_dispose (GObject *object)
{
  FramWeekPlanPart *self = FRAM_WEEK_PLAN_PART (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->old_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_week_plan_part_parent_class)->dispose (object);
}

static void
fram_week_plan_part_class_init (FramWeekPlanPartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_week_plan_part_dispose;
  FRAM_PLAN_PART_CLASS (klass)->fill = fram_week_plan_part_fill;
  FRAM_PLAN_PART_CLASS (klass)->edit = fram_week_plan_part_edit;
  FRAM_PLAN_PART_CLASS (klass)->add = fram_week_plan_part_add;
  FRAM_PLAN_PART_CLASS (klass)->print = fram_week_plan_part_print;
}

/* With large letters on a telephone a label is elided; its name and tooltip are whole. */
static GtkWidget *
make_button (FramWeekPlanPart *self, const char *icon, const char *label, const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *text = gtk_label_new_with_mnemonic (label);

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (content), text);
  gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, name);
  fram_widget_set_accessible_name (button, name);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_buttons (FramWeekPlanPart *self)
{
  GtkWidget *print;

  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->plan_button =
      make_button (self, "list-add-symbolic", _ ("_Plan a Step…"), _ ("Plan a step"), G_CALLBACK (on_plan_clicked_cb));
  gtk_widget_add_css_class (self->plan_button, "suggested-action");
  self->join_button = make_button (self, "system-users-symbolic", _ ("_Join a Group…"), _ ("Join a group"),
                                   G_CALLBACK (on_join_clicked_cb));
  print = make_button (self, "document-print-symbolic", _ ("P_rint Plan…"), _ ("Print the plan"),
                       G_CALLBACK (on_print_clicked_cb));
  gtk_box_append (GTK_BOX (self->buttons), self->plan_button);
  gtk_box_append (GTK_BOX (self->buttons), self->join_button);
  gtk_box_append (GTK_BOX (self->buttons), print);
  return self->buttons;
}

static GtkWidget *
make_arrow (FramWeekPlanPart *self, const char *icon, const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  fram_widget_set_accessible_name (button, name);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_week_bar (FramWeekPlanPart *self)
{
  GtkWidget *navigation = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->week_bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->week_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->week_label, TRUE);
  gtk_label_set_xalign (self->week_label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->week_label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->week_label), "heading");
  self->this_week = make_button (self, "x-office-calendar-symbolic", _ ("This _Week"), _ ("This week"),
                                 G_CALLBACK (on_today_clicked_cb));
  gtk_widget_set_valign (self->this_week, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (navigation),
                  make_arrow (self, "go-previous-symbolic", _ ("The week before"), G_CALLBACK (on_before_clicked_cb)));
  gtk_box_append (GTK_BOX (navigation),
                  make_arrow (self, "go-next-symbolic", _ ("The week after"), G_CALLBACK (on_after_clicked_cb)));
  gtk_box_append (GTK_BOX (navigation), self->this_week);
  gtk_box_append (GTK_BOX (self->week_bar), navigation);
  gtk_box_append (GTK_BOX (self->week_bar), GTK_WIDGET (self->week_label));
  return self->week_bar;
}

static void
make_list (FramWeekPlanPart *self)
{
  self->list = fram_plan_part_new_list (_ ("Steps of the weekly plan"));
  self->earlier = ADW_EXPANDER_ROW (adw_expander_row_new ());
  gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (self->earlier));
  self->none =
      gtk_label_new (_ ("Nothing is planned yet. Plan a first step: a few hours a week in one workshop are enough."));
  gtk_label_set_wrap (GTK_LABEL (self->none), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->none), 0);
  gtk_widget_add_css_class (self->none, "fram-dim");
}

/* Buttons stand in lines where there is no room for one. */
static void
on_room_changed_cb (FramWeekPlanPart *self)
{
  GtkOrientation orientation =
      fram_size_bin_get_room (self->room) < NARROW ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->week_bar), orientation);
}

static const GActionEntry entries[] = {
  { "change", on_change_cb, "s" }, { "end", on_end_cb, "s" },   { "remove", on_remove_cb, "s" },
  { "leave", on_leave_cb, "s" },   { "take", on_take_cb, "s" }, { "unjoin", on_undo_joining_cb, "s" },
};

static void
fram_week_plan_part_init (FramWeekPlanPart *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *card = adw_bin_new ();

  self->monday = FRAM_DATE_NONE;
  self->old_rows = g_ptr_array_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "weekplan", G_ACTION_GROUP (self->actions));
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Weekly plan"));
  self->grid = FRAM_WEEK_GRID (fram_week_grid_new (FALSE));
  g_signal_connect_object (self->grid, "picked", G_CALLBACK (on_picked_cb), self, G_CONNECT_SWAPPED);
  make_list (self);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  adw_bin_set_child (ADW_BIN (card), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  gtk_box_append (GTK_BOX (box), make_week_bar (self));
  gtk_box_append (GTK_BOX (box), card);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->none);
  adw_preferences_group_add (self->group, box);
  self->room = g_object_new (FRAM_TYPE_SIZE_BIN, NULL);
  g_object_set (self->room, "child", self->group, NULL);
  g_signal_connect_object (self->room, "notify::room", G_CALLBACK (on_room_changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->room));
}

GtkWidget *
fram_week_plan_part_new (void)
{
  return g_object_new (FRAM_TYPE_WEEK_PLAN_PART, NULL);
}

gboolean
fram_week_plan_part_is_for (const FramCase *what)
{
  return what->sees_plan;
}

FramWeekGrid *
fram_week_plan_part_get_grid (FramWeekPlanPart *self)
{
  g_return_val_if_fail (FRAM_IS_WEEK_PLAN_PART (self), NULL);
  return self->grid;
}
