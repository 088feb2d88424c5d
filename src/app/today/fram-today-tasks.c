#include "fram-today-page-private.h"

#include "fram-call-button.h"
#include "fram-form-dialog.h"
#include "fram-month-grid.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* What one is to do, what one has asked others to do, and what has been done lately. */

typedef struct
{
  FramUuid task;
  gboolean done;
} Finishing;

static gpointer
finish_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Finishing *finishing = data;
  char *what = NULL;

  fram_desk_set_task_done (desk, &finishing->task, finishing->done, &what, error);
  return what;
}

static void
finish (FramTodayPage *self, gpointer button, gboolean done)
{
  const FramUuid *task = g_object_get_data (G_OBJECT (button), "task");
  Finishing finishing = { *task, done };

  fram_today_page_write (self, finish_on_desk, g_memdup2 (&finishing, sizeof finishing), g_free);
}

static void
on_done_clicked_cb (FramTodayPage *self, GtkButton *button)
{
  finish (self, button, TRUE);
}

static void
on_again_clicked_cb (FramTodayPage *self, GtkButton *button)
{
  finish (self, button, FALSE);
}

static char *
say_due (const FramTodayPage *self, const FramTask *task)
{
  FramDate today = self->today->day;
  g_autofree char *day = NULL;

  if (task->due == FRAM_DATE_NONE)
    return NULL;
  day = fram_date_to_short_words (task->due);
  if (task->due < today)
    /* Translators: a day, "Tue 10 November" */
    return g_strdup_printf (_ ("late: was due %s"), day);
  if (task->due == today)
    return g_strdup (_ ("due today"));
  if (task->due == today + 1)
    return g_strdup (_ ("due tomorrow"));
  return g_strdup_printf (_ ("due %s"), day);
}

static char *
say_seen (const FramTask *task)
{
  g_autofree char *day = task->seen != FRAM_DATE_NONE ? fram_date_to_short_words (task->seen) : NULL;

  /* Translators: a day, "Thu 12 November", on which a task was seen by the one it is for */
  return day != NULL ? g_strdup_printf (_ ("seen %s"), day) : g_strdup (_ ("not seen yet"));
}

static void
add_part (GPtrArray *parts, char *part)
{
  if (part != NULL)
    g_ptr_array_add (parts, part);
}

/* Who asked whom: one's own lines say nothing of it. */
static void
add_people (GPtrArray *parts, const FramTask *task)
{
  if (!task->for_me)
    /* Translators: who a task is for */
    add_part (parts, g_strdup_printf (C_ ("task", "for %s"), task->whose_name));
  else if (task->as_deputy)
    add_part (parts, g_strdup_printf (_ ("you are the deputy of %s"), task->whose_name));
  if (task->for_me && !task->made_by_me && task->made_by != NULL)
    /* Translators: who asked for a task to be done */
    add_part (parts, g_strdup_printf (_ ("asked by %s"), task->made_by));
}

static char *
say_details (const FramTodayPage *self, const FramTask *task)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_part (parts, say_due (self, task));
  add_people (parts, task);
  add_part (parts, g_strdup (task->activity_name));
  if (task->kind == FRAM_TASK_NOTE)
    add_part (parts, g_strdup (task->name));
  else
    add_part (parts, g_strdup (task->text));
  if (!task->for_me)
    add_part (parts, say_seen (task));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **)parts->pdata);
}

static GtkWidget *
icon_of_task (const FramTask *task)
{
  switch (task->kind)
    {
    case FRAM_TASK_CALL: return fram_today_badge_new ("call-start-symbolic", "info");
    case FRAM_TASK_ABSENCE: return fram_today_badge_new ("window-close-symbolic", "error");
    case FRAM_TASK_NOTE:
    default: return fram_today_badge_new ("document-edit-symbolic", "info");
    }
}

static GtkWidget *
add_button (FramTodayPage *self, AdwActionRow *row, const FramTask *task, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "fram-today-button");
  g_object_set_data_full (G_OBJECT (button), "task", g_memdup2 (&task->id, sizeof task->id), g_free);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
  g_object_set_data (G_OBJECT (row), "button", button);
  return button;
}

static void
name_button (AdwActionRow *row, const char *format, const char *title)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (row), "button");
  g_autofree char *name = NULL;

  if (button == NULL)
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  name = g_strdup_printf (format, title);
#pragma GCC diagnostic pop
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_person (AdwActionRow *row, const FramTask *task)
{
  gboolean opens = task->case_no != NULL;

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), opens);
  if (opens)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", task->case_no);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), opens ? "win.open-person" : NULL);
}

static void
show_late (AdwActionRow *row, gboolean late)
{
  if (late)
    gtk_widget_add_css_class (GTK_WIDGET (row), "fram-late");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "fram-late");
}

static void
show_task (FramTodayPage *self, const FramTask *task)
{
  char id[FRAM_UUID_TEXT_SIZE];
  g_autofree char *title = fram_today_page_discreet (self, task->title, task->name);
  g_autofree char *details = say_details (self, task);
  g_autofree char *subtitle = fram_today_page_discreet (self, details, task->name);
  gboolean is_new;
  FramTodaySection *section = task->for_me ? self->tasks : self->asked;
  AdwActionRow *row = fram_today_section_take (section, fram_uuid_format (&task->id, id), &is_new);

  if (is_new)
    {
      adw_action_row_add_prefix (row, icon_of_task (task));
      if (task->for_me && task->kind != FRAM_TASK_NOTE && !fram_uuid_is_none (&task->enrolment))
        adw_action_row_add_suffix (row, fram_call_button_new (self->desk, &task->enrolment, task->name, TRUE));
      if (task->for_me)
        add_button (self, row, task, C_ ("task", "Done"), G_CALLBACK (on_done_clicked_cb));
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  set_person (row, task);
  show_late (row, task->for_me && task->due != FRAM_DATE_NONE && task->due < self->today->day);
  /* Translators: the accessible name of the button Done; %s is a task */
  name_button (row, _ ("Done: %s"), title);
}

static void
show_done (FramTodayPage *self, const FramTask *task)
{
  char id[FRAM_UUID_TEXT_SIZE];
  g_autofree char *title = fram_today_page_discreet (self, task->title, task->name);
  g_autofree char *day = fram_date_to_short_words (task->done);
  g_autofree char *subtitle = task->for_me ? g_strdup (day) : g_strdup_printf ("%s · %s", task->whose_name, day);
  gboolean is_new;
  AdwActionRow *row = fram_today_section_take (self->done, fram_uuid_format (&task->id, id), &is_new);

  if (is_new)
    {
      adw_action_row_add_prefix (row, gtk_image_new_from_icon_name ("object-select-symbolic"));
      if (task->for_me)
        gtk_widget_add_css_class (
            add_button (self, row, task, C_ ("task", "Not done"), G_CALLBACK (on_again_clicked_cb)), "flat");
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  set_person (row, task);
  name_button (row, _ ("Not done: %s"), title);
}

/* What is done stands beside the list, where it can be taken back. */
void
fram_today_page_show_tasks (FramTodayPage *self)
{
  const GPtrArray *tasks = self->today->tasks;

  fram_today_section_begin (self->tasks);
  fram_today_section_begin (self->asked);
  fram_today_section_begin (self->done);
  for (guint i = 0; i < tasks->len; i++)
    {
      const FramTask *task = g_ptr_array_index (tasks, i);

      if (task->done == FRAM_DATE_NONE)
        show_task (self, task);
      else
        show_done (self, task);
    }
  fram_today_section_end (self->tasks, _ ("Nothing on your list"),
                          _ ("What somebody asks of you comes here, and what you write below."));
  fram_today_section_end (self->asked, NULL, NULL);
  fram_today_section_end (self->done, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->asked), fram_today_section_get_n_rows (self->asked) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->done), fram_today_section_get_n_rows (self->done) > 0);
}

/* Where there is little room the day alone stands on the button, or a calendar. */
void
fram_today_page_show_due (FramTodayPage *self)
{
  gboolean narrow = gtk_widget_has_css_class (GTK_WIDGET (self), "narrow");
  g_autofree char *day = self->due != FRAM_DATE_NONE ? fram_date_to_short_words (self->due) : NULL;
  g_autofree char *label = day != NULL ? g_strdup_printf (_ ("Due %s"), day) : g_strdup (_ ("Due day"));

  if (self->due_button == NULL)
    return;
  if (narrow && day == NULL)
    gtk_menu_button_set_icon_name (self->due_button, "x-office-calendar-symbolic");
  else
    gtk_menu_button_set_label (self->due_button, narrow ? day : label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->due_button), _ ("When the new task is due"));
  fram_widget_set_accessible_name (GTK_WIDGET (self->due_button), label);
}

static void
set_due (FramTodayPage *self, FramDate due)
{
  self->due = due;
  fram_today_page_show_due (self);
  gtk_popover_popdown (self->due_popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
on_due_picked_cb (FramTodayPage *self, int day)
{
  set_due (self, day);
}

static void
on_no_due_clicked_cb (FramTodayPage *self)
{
  set_due (self, FRAM_DATE_NONE);
}

/* The month is made when it is asked for. */
static void
on_due_shown_cb (FramTodayPage *self)
{
  GtkWidget *box = gtk_popover_get_child (self->due_popover);
  FramDate today = fram_clock_today (fram_desk_get_clock (self->desk));

  if (self->due_grid == NULL)
    {
      self->due_grid = fram_month_grid_new ();
      g_signal_connect_object (self->due_grid, "picked", G_CALLBACK (on_due_picked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_prepend (GTK_BOX (box), self->due_grid);
    }
  fram_month_grid_show (FRAM_MONTH_GRID (self->due_grid), self->due != FRAM_DATE_NONE ? self->due : today, today);
}

typedef struct
{
  char *text;
  FramDate due;
} Line;

static void
line_free (gpointer data)
{
  g_free (((Line *)data)->text);
  g_free (data);
}

static gpointer
add_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Line *line = data;
  char *what = NULL;

  fram_desk_add_task (desk, line->text, line->due, NULL, &what, error);
  return what;
}

static void
on_apply_cb (FramTodayPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  Line *line;

  if (text[0] == '\0')
    return;
  line = g_new0 (Line, 1);
  line->text = g_strdup (text);
  line->due = self->due;
  fram_today_page_write (self, add_on_desk, line, line_free);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  self->due = FRAM_DATE_NONE;
  fram_today_page_show_due (self);
}

static GtkPopover *
make_due_popover (FramTodayPage *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *none = gtk_button_new_with_label (_ ("No due day"));

  gtk_widget_add_css_class (popover, "fram-date-popover");
  gtk_widget_add_css_class (none, "flat");
  g_signal_connect_object (none, "clicked", G_CALLBACK (on_no_due_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), none);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_object (popover, "show", G_CALLBACK (on_due_shown_cb), self, G_CONNECT_SWAPPED);
  return GTK_POPOVER (popover);
}

/* The line below the list, where one writes what is not to be forgotten. */
void
fram_today_page_make_tasks (FramTodayPage *self)
{
  GtkWidget *entry = adw_entry_row_new ();

  if (fram_desk_get_read_only_reason (self->desk) != NULL)
    return;
  self->entry = ADW_ENTRY_ROW (entry);
  self->due_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->due_popover = make_due_popover (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("New task of your own"));
  adw_entry_row_set_show_apply_button (self->entry, TRUE);
  adw_entry_row_set_activates_default (self->entry, FALSE);
  gtk_menu_button_set_popover (self->due_button, GTK_WIDGET (self->due_popover));
  gtk_widget_set_valign (GTK_WIDGET (self->due_button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->due_button), "flat");
  adw_entry_row_add_suffix (self->entry, GTK_WIDGET (self->due_button));
  g_signal_connect_object (entry, "apply", G_CALLBACK (on_apply_cb), self, G_CONNECT_SWAPPED);
  fram_today_page_show_due (self);
  fram_today_section_set_footer (self->tasks, entry);
}
