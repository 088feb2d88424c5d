#include "fram-schedule-section.h"

#include "fram-desk-own-week.h"
#include "fram-drawing-dialog.h"
#include "fram-form-dialog.h"
#include "fram-ics-save.h"
#include "fram-schedule-agenda.h"
#include "fram-schedule-canvas.h"
#include "fram-size-bin.h"
#include "fram-words.h"

#include <glib/gi18n.h>

/* Narrower than this, in letters of scale 1, the week is a list, and the buttons stand below the heading. */
#define NARROW 620

struct _FramScheduleSection
{
  AdwBin parent_instance;

  /* borrowed */
  FramSizeBin *room;
  GtkWidget *bar;
  GtkLabel *title;
  GtkWidget *this_week;
  GtkWidget *print;
  GtkWidget *save;
  GtkStack *states;
  AdwStatusPage *message;
  FramScheduleCanvas *canvas;
  FramScheduleAgenda *agenda;

  /* owned */
  FramDesk *desk;
  FramOwnWeek *week; /* NULL: not read yet */
  GCancellable *reading;

  FramUuid enrolment;
  FramDate day; /* of the week in view */
};

static void fram_schedule_section_section_init (FramSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FramScheduleSection, fram_schedule_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FRAM_TYPE_SECTION, fram_schedule_section_section_init))

static gboolean
is_narrow (FramScheduleSection *self)
{
  int room = fram_size_bin_get_room (self->room);

  return room > 0 && room < NARROW;
}

static void
say (FramScheduleSection *self, const char *icon, const char *title, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_icon_name (self->message, icon);
  adw_status_page_set_title (self->message, title);
  adw_status_page_set_description (self->message, escaped);
  gtk_stack_set_visible_child_name (self->states, "message");
}

static void
show_title (FramScheduleSection *self)
{
  FramDate monday = fram_date_monday (self->day);
  g_autofree char *range = fram_date_range_to_text (monday, monday + 6);
  /* TRANSLATORS: number of a week, and its days */
  g_autofree char *text = g_strdup_printf (_ ("Week %d, %s"), fram_date_get_iso_week (monday, NULL), range);

  gtk_label_set_text (self->title, text);
  gtk_widget_set_sensitive (self->this_week, monday != fram_date_monday (fram_desk_get_home_day (self->desk)));
}

static void
show_picture (FramScheduleSection *self)
{
  gboolean narrow = is_narrow (self);

  fram_schedule_canvas_set_picture (self->canvas, narrow ? NULL : self->week->picture,
                                    _ ("The participant's own week"));
  fram_schedule_agenda_set_picture (self->agenda, narrow ? self->week->picture : NULL);
  gtk_stack_set_visible_child_name (self->states, narrow ? "list" : "week");
}

static void
show_week (FramScheduleSection *self)
{
  gtk_widget_set_sensitive (self->print, self->week != NULL && self->week->things->len > 0);
  if (self->week == NULL)
    return;
  if (self->week->things->len > 0)
    show_picture (self);
  else
    say (self, "x-office-calendar-symbolic", _ ("Nothing is planned this week"),
         _ ("Workshops, groups and talks stand here when they are planned. Look at another week, or go to the plan."));
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramScheduleSection) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramOwnWeek) week = fram_desk_own_week_finish (FRAM_DESK (source), result, &error);

  if (self->desk == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_object (&self->reading);
  fram_schedule_canvas_set_picture (self->canvas, NULL, "");
  fram_schedule_agenda_set_picture (self->agenda, NULL);
  g_clear_pointer (&self->week, fram_own_week_free);
  self->week = g_steal_pointer (&week);
  show_week (self);
  if (self->week == NULL)
    say (self, "dialog-warning-symbolic", _ ("The week cannot be shown"), error->message);
  fram_section_remember (GTK_WIDGET (self)); /* it can be printed now, or no more */
}

static void
read_week (FramScheduleSection *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  show_title (self);
  self->reading = g_cancellable_new ();
  fram_desk_own_week_async (self->desk, &self->enrolment, self->day, self->reading, on_read_cb, g_object_ref (self));
}

static void
go_to (FramScheduleSection *self, FramDate day)
{
  self->day = day;
  fram_section_remember (GTK_WIDGET (self));
  read_week (self);
}

static void
on_previous_cb (FramScheduleSection *self)
{
  go_to (self, self->day - 7);
}

static void
on_next_cb (FramScheduleSection *self)
{
  go_to (self, self->day + 7);
}

static void
on_this_week_cb (FramScheduleSection *self)
{
  go_to (self, fram_desk_get_home_day (self->desk));
}

/* Each thing is changed where it belongs: a talk in the journal, the rest in the plan. */
static void
on_activated_cb (FramScheduleSection *self, int block)
{
  const FramOwnThing *thing;
  char id[FRAM_UUID_TEXT_SIZE];
  g_autofree char *target = NULL;

  if (self->week == NULL || block < 0 || block >= (int)self->week->things->len)
    return;
  thing = g_ptr_array_index (self->week->things, block);
  if (thing->kind == FRAM_OWN_TALK)
    {
      target = g_strdup_printf ("booking:%s", fram_uuid_format (&thing->id, id));
      gtk_widget_activate_action (GTK_WIDGET (self), "participant.edit", "s", target);
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "participant.go", "s", "plan");
}

static void
on_save_clicked_cb (FramScheduleSection *self)
{
  if (self->desk != NULL)
    fram_ics_save_own (GTK_WIDGET (self), self->desk, &self->enrolment);
}

typedef struct
{
  FramUuid enrolment;
  FramDate day;
} Wanted;

static gpointer
read_paper (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;

  return fram_desk_own_week_paper (desk, &wanted->enrolment, wanted->day, error);
}

static void
on_paper_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramScheduleSection) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramPaper) paper = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  if (paper != NULL)
    gtk_window_present (fram_drawing_dialog_new (self->desk, GTK_WIDGET (self), paper));
  else
    fram_section_toast (GTK_WIDGET (self), error->message, FALSE);
}

static gboolean
section_can_print (FramSection *section)
{
  FramScheduleSection *self = FRAM_SCHEDULE_SECTION (section);

  return self->week != NULL && self->week->things->len > 0;
}

static void
section_print (FramSection *section)
{
  FramScheduleSection *self = FRAM_SCHEDULE_SECTION (section);
  const Wanted wanted = { self->enrolment, self->day };

  if (section_can_print (section))
    fram_desk_run_async (self->desk, read_paper, g_memdup2 (&wanted, sizeof wanted), g_free,
                         (GDestroyNotify)fram_paper_unref, NULL, on_paper_read_cb, g_object_ref (self));
}

static void
on_print_clicked_cb (FramScheduleSection *self)
{
  section_print (FRAM_SECTION (self));
}

static void
section_show (FramSection *section, FramDesk *desk, const FramCase *what)
{
  FramScheduleSection *self = FRAM_SCHEDULE_SECTION (section);

  if (what == NULL)
    {
      g_cancellable_cancel (self->reading);
      return;
    }
  g_set_object (&self->desk, desk);
  self->enrolment = what->enrolment;
  if (self->day == FRAM_DATE_NONE)
    self->day = fram_desk_get_home_day (desk);
  gtk_widget_set_sensitive (self->bar, !fram_uuid_is_none (&what->enrolment));
  if (fram_uuid_is_none (&what->enrolment))
    say (self, "x-office-calendar-symbolic", _ ("Not enrolled yet"),
         _ ("A week of one's own begins with the first day in the programme."));
  else
    read_week (self);
}

static void
section_focus (FramSection *section)
{
  FramScheduleSection *self = FRAM_SCHEDULE_SECTION (section);

  if (self->week == NULL || self->week->things->len == 0)
    gtk_widget_child_focus (self->bar, GTK_DIR_TAB_FORWARD);
  else if (is_narrow (self))
    fram_schedule_agenda_take_focus (self->agenda);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* "2026-W46"; this week is as usual. */
static char *
section_dup_state (FramSection *section)
{
  FramScheduleSection *self = FRAM_SCHEDULE_SECTION (section);

  if (self->desk == NULL || self->day == FRAM_DATE_NONE ||
      fram_date_monday (self->day) == fram_date_monday (fram_desk_get_home_day (self->desk)))
    return NULL;
  return fram_week_format (self->day);
}

static void
section_set_state (FramSection *section, const char *state)
{
  FramScheduleSection *self = FRAM_SCHEDULE_SECTION (section);
  FramDate day = state != NULL ? fram_week_parse (state) : FRAM_DATE_NONE;

  if (day == FRAM_DATE_NONE)
    return;
  self->day = day;
  if (self->desk != NULL && !fram_uuid_is_none (&self->enrolment))
    read_week (self);
}

static void
fram_schedule_section_section_init (FramSectionInterface *iface)
{
  iface->show = section_show;
  iface->focus = section_focus;
  iface->can_print = section_can_print;
  iface->print = section_print;
  iface->dup_state = section_dup_state;
  iface->set_state = section_set_state;
}

static void
on_room_changed_cb (FramScheduleSection *self)
{
  gboolean narrow = is_narrow (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->bar),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  show_week (self);
}

static GtkWidget *
new_button (FramScheduleSection *self, const char *icon, const char *label, const char *name, GCallback clicked)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  fram_widget_set_accessible_name (button, name);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

/* ◀ Week 46, 9–15 November ▶ … This Week, print, calendar */
static GtkWidget *
make_bar (FramScheduleSection *self)
{
  GtkWidget *weeks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *ways = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_widget_set_hexpand (weeks, TRUE);
  self->this_week = new_button (self, NULL, _ ("This _Week"), _ ("This week"), G_CALLBACK (on_this_week_cb));
  self->print = new_button (self, "printer-symbolic", NULL, _ ("Print the week"), G_CALLBACK (on_print_clicked_cb));
  self->save = new_button (self, "document-save-symbolic", NULL, _ ("Save as a calendar (.ics)"),
                           G_CALLBACK (on_save_clicked_cb));
  gtk_box_append (GTK_BOX (weeks),
                  new_button (self, "go-previous-symbolic", NULL, _ ("Previous week"), G_CALLBACK (on_previous_cb)));
  gtk_box_append (GTK_BOX (weeks),
                  new_button (self, "go-next-symbolic", NULL, _ ("Next week"), G_CALLBACK (on_next_cb)));
  gtk_box_append (GTK_BOX (weeks), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (ways), self->this_week);
  gtk_box_append (GTK_BOX (ways), self->print);
  gtk_box_append (GTK_BOX (ways), self->save);
  gtk_box_append (GTK_BOX (self->bar), weeks);
  gtk_box_append (GTK_BOX (self->bar), ways);
  gtk_widget_add_css_class (self->bar, "toolbar");
  return self->bar;
}

static void
make_states (FramScheduleSection *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->states = GTK_STACK (gtk_stack_new ());
  self->message = ADW_STATUS_PAGE (adw_status_page_new ());
  self->canvas = FRAM_SCHEDULE_CANVAS (fram_schedule_canvas_new ());
  self->agenda = FRAM_SCHEDULE_AGENDA (fram_schedule_agenda_new ());
  fram_schedule_agenda_set_nothing (self->agenda, _ ("Nothing planned"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->canvas));
  gtk_stack_add_named (self->states, adw_bin_new (), "loading");
  gtk_stack_add_named (self->states, scroller, "week");
  gtk_stack_add_named (self->states, GTK_WIDGET (self->agenda), "list");
  gtk_stack_add_named (self->states, GTK_WIDGET (self->message), "message");
  gtk_stack_set_hhomogeneous (self->states, FALSE);
  gtk_stack_set_vhomogeneous (self->states, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->states), TRUE);
  g_signal_connect_object (self->canvas, "activated", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->agenda, "activated", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);
}

static void
fram_schedule_section_dispose (GObject *object)
{
  FramScheduleSection *self = FRAM_SCHEDULE_SECTION (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->desk);
  if (self->week != NULL)
    {
      fram_schedule_canvas_set_picture (self->canvas, NULL, "");
      fram_schedule_agenda_set_picture (self->agenda, NULL);
    }
  g_clear_pointer (&self->week, fram_own_week_free);
  G_OBJECT_CLASS (fram_schedule_section_parent_class)->dispose (object);
}

static void
fram_schedule_section_class_init (FramScheduleSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_schedule_section_dispose;
}

static void
fram_schedule_section_init (FramScheduleSection *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->day = FRAM_DATE_NONE;
  gtk_box_append (GTK_BOX (column), make_bar (self));
  make_states (self);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->states));
  self->room = g_object_new (FRAM_TYPE_SIZE_BIN, NULL);
  g_object_set (self->room, "child", column, NULL);
  g_signal_connect_object (self->room, "notify::room", G_CALLBACK (on_room_changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->room));
}

/**
 * fram_schedule_section_new:
 *
 * Returns: (transfer floating): the section
 */
GtkWidget *
fram_schedule_section_new (void)
{
  return g_object_new (FRAM_TYPE_SCHEDULE_SECTION, NULL);
}

/**
 * fram_schedule_section_is_for:
 * @what: a case
 *
 * Returns: whether at least a part of the week may be seen
 */
gboolean
fram_schedule_section_is_for (const FramCase *what)
{
  return what->sees_groups || what->sees_plan;
}
