#pragma once

#include "fram-test.h"

#include "fram-choices.h"
#include "fram-desk-absence.h"
#include "fram-desk-files.h"
#include "fram-desk-group.h"
#include "fram-desk-house.h"
#include "fram-desk-people.h"
#include "fram-desk-person.h"
#include "fram-desk-plan.h"
#include "fram-desk-roster.h"
#include "fram-desk-schedule.h"
#include "fram-form-dialog.h"

#include <adwaita.h>

/* A course on Thursdays that a mentor leads, with three members, in front of a window: what the tests of the session's panel
 * and of the dialogs of groups share. */

#define TODAY     "2026-11-12" /* a Thursday */
#define DAY(text) fram_test_date (text)

typedef struct
{
  char *folder;
  char *path;
  FramDesk *desk;
  FramUuid group; /* Thursdays 09–11 in Room 1 from 1 October on, twelve sessions */
  FramUuid samir;
  FramUuid lena;
  FramUuid room;
  GtkWidget *window;
  char *said; /* what the last toast said */
  gboolean can_undo;
} Fixture;

static gboolean
on_late_cb (gpointer what)
{
  g_error ("waited in vain for: %s", (const char *)what);
  return G_SOURCE_REMOVE;
}

#define WAIT_FOR(condition)                                                                                            \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    guint late_ = g_timeout_add_seconds (20, on_late_cb, (gpointer) #condition);                                       \
    while (!(condition))                                                                                               \
      g_main_context_iteration (NULL, TRUE);                                                                           \
    g_source_remove (late_);                                                                                           \
  }                                                                                                                    \
  G_STMT_END

G_GNUC_UNUSED static void
sit_down (Fixture *f, const char *login)
{
  g_autoptr (GError) error = NULL;

  fram_desk_sit_down_as (f->desk, login, &error);
  g_assert_no_error (error);
}

static FramUuid
add_staff (Fixture *f, const char *name, const char *login, FramRole role, const char *workshop)
{
  g_autoptr (FramStaff) staff = fram_staff_new ();
  g_autoptr (GError) error = NULL;
  FramUuid id;

  staff->name = g_strdup (name);
  staff->login = g_strdup (login);
  staff->active = TRUE;
  fram_staff_add_role (staff, role, workshop, NULL);
  fram_desk_save_staff (f->desk, staff, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
add_member (Fixture *f, const char *given, const char *family)
{
  FramPersonEdit edit = { .given_name = given, .family_name = family, .enrolled = DAY ("2026-09-01") };
  g_autoptr (GError) error = NULL;
  g_autofree char *case_no = fram_desk_add_person (f->desk, &edit, &error);
  FramUuid enrolment;

  g_assert_no_error (error);
  g_assert_true (fram_desk_find_enrolment (f->desk, case_no, &enrolment, &error));
  fram_desk_join_group (f->desk, &enrolment, &f->group, DAY ("2026-10-01"), NULL, NULL, &error);
  g_assert_no_error (error);
}

static FramUuid
add_group (Fixture *f)
{
  g_autoptr (FramGroup) group = fram_group_new ();
  g_autoptr (GError) error = NULL;
  FramUuid id;

  group->kind = g_strdup ("aterhamtningsgrupp");
  group->name = g_strdup ("Recovery");
  group->rrule = g_strdup ("FREQ=WEEKLY;BYDAY=TH");
  group->first = DAY ("2026-10-01");
  group->starts = 9 * 60;
  group->minutes = 120;
  group->sessions = 12;
  group->capacity = 8;
  g_assert_true (fram_desk_find_or_add_place (f->desk, "Room 1", &f->room, &error));
  group->place = f->room;
  fram_group_add_leader (group, &f->samir, NULL, FRAM_DATE_NONE, FRAM_DATE_NONE);
  fram_desk_save_group (f->desk, group, &id, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static void
on_toast_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Fixture *f = user_data;

  g_clear_pointer (&f->said, g_free);
  g_variant_get (parameter, "(sb)", &f->said, &f->can_undo);
}

static void
open_window (Fixture *f)
{
  static const GActionEntry entries[] = { { "toast", on_toast_cb, "(sb)", NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  f->window = adw_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), f);
  gtk_widget_insert_action_group (f->window, "win", G_ACTION_GROUP (actions));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 320, 900);
}

G_GNUC_UNUSED static void
set_up (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text (TODAY "T09:05");
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("framsteg-group-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "register.db", NULL);
  f->desk = fram_desk_create (f->path, clock, "fram", &error);
  g_assert_no_error (error);
  add_staff (f, "Karin Berg", "karin", FRAM_ROLE_ADMINISTRATOR, NULL);
  f->samir = add_staff (f, "Samir Sandberg", "samir", FRAM_ROLE_PEER_MENTOR, NULL);
  f->lena = add_staff (f, "Lena Lind", "lena", FRAM_ROLE_PEER_MENTOR, NULL);
  sit_down (f, "karin");
  f->group = add_group (f);
  add_member (f, "Amina", "Hassan");
  add_member (f, "Björn", "Ek");
  add_member (f, "Carlos", "Mendes");
  sit_down (f, "samir");
  open_window (f);
}

G_GNUC_UNUSED static void
tear_down (Fixture *f, gconstpointer unused)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", f->folder);

  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&f->desk);
  g_free (f->said);
  g_assert_cmpint (system (command), ==, 0);
  g_free (f->folder);
  g_free (f->path);
}

G_GNUC_UNUSED static gpointer
find_dialog (GType type)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWidget) one = g_list_model_get_item (all, i);

      if (g_type_is_a (G_OBJECT_TYPE (one), type))
        return one;
    }
  return NULL;
}

static void
collect (GtkWidget *widget, GString *texts)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, texts);
}

/* Whether a text stands in view. */
G_GNUC_UNUSED static gboolean
says (gpointer widget, const char *text)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  collect (GTK_WIDGET (widget), texts);
  g_test_message ("in view: %s", texts->str);
  return strstr (texts->str, text) != NULL;
}

/* The session of a day as it is on disk. */
G_GNUC_UNUSED static FramSchedule *
read_day (Fixture *f, const char *day)
{
  g_autoptr (GError) error = NULL;
  FramSchedule *schedule =
      fram_desk_schedule (f->desk, FRAM_SCHEDULE_OF_GROUP, &f->group, DAY (day), DAY (day), &error);

  g_assert_no_error (error);
  return schedule;
}
