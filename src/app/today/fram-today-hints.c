#include "fram-today-page-private.h"

#include "fram-call-button.h"
#include "fram-status-icon.h"

#include <glib/gi18n-lib.h>

/* What to think of today, and how a case worker's participants are. */

typedef struct
{
  FramUuid enrolment;
  FramUuid activity;
} Asking;

static gpointer
tell_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Asking *asking = data;
  char *what = NULL;

  fram_desk_ask_case_worker (desk, &asking->enrolment, &asking->activity, FRAM_TASK_ABSENCE, NULL, &what, error);
  return what;
}

static void
on_tell_clicked_cb (FramTodayPage *self, GtkButton *button)
{
  const Asking *asking = g_object_get_data (G_OBJECT (button), "asking");

  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  fram_today_page_write (self, tell_on_desk, g_memdup2 (asking, sizeof *asking), g_free);
}

static GtkWidget *
icon_of_hint (FramHintKind kind)
{
  static const struct
  {
    const char *icon;
    const char *style;
  } badges[] = {
    [FRAM_HINT_FIRST_DAY] = { "starred-symbolic", "info" },
    [FRAM_HINT_LAST_DAY] = { "daytime-sunset-symbolic", "info" },
    [FRAM_HINT_HOURS_CHANGED] = { "alarm-symbolic", "warning" },
    [FRAM_HINT_RETURNS] = { "edit-undo-symbolic", "info" },
    [FRAM_HINT_UNNOTIFIED] = { "window-close-symbolic", "error" },
  };

  return fram_today_badge_new (badges[kind].icon, badges[kind].style);
}

static void
add_button (FramTodayPage *self, AdwActionRow *row, const FramHint *hint)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Tell the case worker"));
  Asking asking = { hint->enrolment, hint->activity };

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "fram-today-button");
  g_object_set_data_full (G_OBJECT (button), "asking", g_memdup2 (&asking, sizeof asking), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_tell_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
  g_object_set_data (G_OBJECT (row), "button", button);
}

/* The case worker calls; whoever leads the roster tells the case worker, once. */
static void
show_button (FramTodayPage *self, AdwActionRow *row, const FramHint *hint, gboolean is_new)
{
  GtkWidget *button;
  g_autofree char *name = NULL;

  if (hint->kind != FRAM_HINT_UNNOTIFIED)
    return;
  if (is_new && hint->own_person)
    adw_action_row_add_suffix (row, fram_call_button_new (self->desk, &hint->enrolment, hint->name, FALSE));
  else if (is_new)
    add_button (self, row, hint);
  button = g_object_get_data (G_OBJECT (row), "button");
  if (button == NULL)
    return;
  /* Translators: the case worker has been told of an absence */
  gtk_button_set_label (GTK_BUTTON (button), hint->asked ? C_ ("case worker", "Told") : _ ("Tell the case worker"));
  name = g_strdup_printf (hint->asked ? _ ("The case worker of %s has been told") : _ ("Tell the case worker of %s"),
                          hint->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (button, !hint->asked);
}

/* A person opens for who may read records; a leader goes on to the roster. */
static void
set_action (AdwActionRow *row, const FramHint *hint)
{
  char id[FRAM_UUID_TEXT_SIZE];

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (hint->own_person && hint->case_no != NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", hint->case_no);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-person");
      return;
    }
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", fram_uuid_format (&hint->activity, id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-roster");
}

static void
show_hint (FramTodayPage *self, const FramHint *hint)
{
  char enrolment[FRAM_UUID_TEXT_SIZE], activity[FRAM_UUID_TEXT_SIZE];
  g_autofree char *key = g_strdup_printf ("%d %s %s", hint->kind, fram_uuid_format (&hint->enrolment, enrolment),
                                          fram_uuid_format (&hint->activity, activity));
  g_autofree char *title = fram_today_page_discreet (self, hint->text, hint->name);
  g_autofree char *subtitle = hint->detail != NULL ? g_strdup_printf ("%s · %s", hint->activity_name, hint->detail)
                                                   : g_strdup (hint->activity_name);
  gboolean is_new;
  AdwActionRow *row = fram_today_section_take (self->hints, key, &is_new);

  if (is_new)
    adw_action_row_add_prefix (row, icon_of_hint (hint->kind));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  set_action (row, hint);
  show_button (self, row, hint, is_new);
}

void
fram_today_page_show_hints (FramTodayPage *self)
{
  const FramToday *today = self->today;
  gboolean concerned = today->has_people;

  for (guint i = 0; i < today->rosters->len; i++)
    concerned = concerned || ((const FramRosterTaken *)g_ptr_array_index (today->rosters, i))->own;
  fram_today_section_begin (self->hints);
  for (guint i = 0; i < today->hints->len; i++)
    show_hint (self, g_ptr_array_index (today->hints, i));
  fram_today_section_end (self->hints, _ ("Nothing special today"),
                          _ ("First and last days, new hours and absences without notice come here."));
  gtk_widget_set_visible (GTK_WIDGET (self->hints), concerned || today->hints->len > 0);
}

static void
show_count (FramTodayPage *self, const char *key, const char *name, FramShape shape, gboolean has_shape, guint count)
{
  gboolean is_new;
  AdwActionRow *row = fram_today_section_take (self->own, key, &is_new);
  g_autofree char *figure = g_strdup_printf ("%u", count);
  GtkWidget *label;

  if (is_new)
    {
      label = gtk_label_new (NULL);
      gtk_widget_add_css_class (label, "fram-today-figure");
      adw_action_row_add_suffix (row, label);
      g_object_set_data (G_OBJECT (row), "figure", label);
      if (has_shape)
        adw_action_row_add_prefix (row, fram_status_icon_new (shape));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
    }
  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "figure"), figure);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
}

static char *
title_of_own (guint n)
{
  return g_strdup_printf (ngettext ("My %u participant today", "My %u participants today", n), n);
}

void
fram_today_page_show_own (FramTodayPage *self)
{
  const FramToday *today = self->today;
  const GArray *statuses = fram_desk_get_statuses (self->desk);
  g_autofree char *title = title_of_own (today->own.n_people);

  fram_today_section_set_title (self->own, title);
  fram_today_section_begin (self->own);
  for (guint i = 0; today->has_people && i < statuses->len && i < G_N_ELEMENTS (today->own.of_status); i++)
    {
      const FramStatus *status = &g_array_index (statuses, FramStatus, i);

      if (today->own.of_status[i] > 0)
        show_count (self, status->code, fram_status_get_name (status), status->shape, TRUE, today->own.of_status[i]);
    }
  if (today->own.unmarked > 0)
    show_count (self, "unmarked", _ ("Unmarked, not counted"), FRAM_SHAPE_UNMARKED, TRUE, today->own.unmarked);
  if (today->own.no_session > 0)
    show_count (self, "none", _ ("No session today"), FRAM_SHAPE_UNMARKED, FALSE, today->own.no_session);
  fram_today_section_end (self->own, today->has_people ? _ ("You are nobody's case worker yet") : NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->own), today->has_people);
  gtk_widget_set_visible (self->aside, today->has_people || gtk_widget_get_visible (GTK_WIDGET (self->done)));
}
