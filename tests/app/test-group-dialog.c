#include "group-fixture.h"

#include "fram-group-days.h"
#include "fram-group-dialog-private.h"
#include "fram-members-dialog.h"

#include <glib/gi18n.h>

/* The dialog of a group and that of its members: what is shown is written, and what is not shown stays. */

static FramGroupDialog *
open_dialog (Fixture *f, const FramUuid *group)
{
  FramGroupDialog *dialog = fram_group_dialog_new (f->desk, f->window, group);

  gtk_window_present (GTK_WINDOW (dialog));
  WAIT_FOR (fram_group_dialog_is_read (dialog));
  return dialog;
}

static FramGroup *
read_group (Fixture *f, const FramUuid *id)
{
  g_autoptr (GError) error = NULL;
  FramGroup *group = fram_desk_group (f->desk, id, &error);

  g_assert_no_error (error);
  return group;
}

static void
accept (FramGroupDialog *dialog)
{
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (find_dialog (FRAM_TYPE_GROUP_DIALOG) == NULL);
}

/* A mentor writes who meets newcomers: leaders that the dialog does not let them change are all there afterwards. */
static void
test_mentor_keeps_leaders (Fixture *f, gconstpointer unused)
{
  FramGroupDialog *dialog;
  g_autoptr (FramGroup) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;

  sit_down (f, "karin");
  before = read_group (f, &f->group);
  fram_group_add_leader (before, &f->lena, NULL, DAY ("2026-12-01"), DAY ("2026-12-10"));
  fram_desk_save_group (f->desk, before, NULL, NULL, &error);
  g_assert_no_error (error);
  sit_down (f, "samir");
  dialog = open_dialog (f, &f->group);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog->leaders)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog->capacity)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog->used_row)));
  gtk_editable_set_text (GTK_EDITABLE (dialog->meets), "Samir, at the door");
  accept (dialog);
  sit_down (f, "karin");
  after = read_group (f, &f->group);
  g_assert_cmpstr (after->meets, ==, "Samir, at the door");
  g_assert_cmpuint (after->leaders->len, ==, 2);
  g_assert_cmpint (after->members, ==, 3);
  g_assert_cmpint (after->capacity, ==, 8);
}

static void
test_new_group (Fixture *f, gconstpointer unused)
{
  FramGroupDialog *dialog;
  g_autoptr (GPtrArray) groups = NULL;
  const FramGroup *made = NULL;

  sit_down (f, "karin");
  dialog = open_dialog (f, NULL);
  gtk_editable_set_text (GTK_EDITABLE (dialog->name), "Walk");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog->days_error_row)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (dialog->days[2]), TRUE);
  adw_combo_row_set_selected (dialog->every, 1);
  gtk_editable_set_text (GTK_EDITABLE (dialog->starts), "13");
  gtk_editable_set_text (GTK_EDITABLE (dialog->ends), "14.30");
  gtk_editable_set_text (GTK_EDITABLE (dialog->capacity), "10");
  gtk_editable_set_text (GTK_EDITABLE (dialog->first), "2026-11-18");
  gtk_editable_set_text (GTK_EDITABLE (dialog->sessions), "6");
  fram_group_leaders_add (dialog->leaders, &f->lena, "Lena Lind");
  accept (dialog);
  groups = fram_desk_list_groups (f->desk, FALSE, NULL);
  for (guint i = 0; i < groups->len; i++)
    if (g_strcmp0 (((FramGroup *)groups->pdata[i])->name, "Walk") == 0)
      made = groups->pdata[i];
  g_assert_nonnull (made);
  g_assert_cmpstr (made->rrule, ==, "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE");
  g_assert_cmpint (made->starts, ==, 13 * 60);
  g_assert_cmpint (made->minutes, ==, 90);
  g_assert_cmpint (made->capacity, ==, 10);
  g_assert_cmpint (made->sessions, ==, 6);
  g_assert_cmpuint (made->leaders->len, ==, 1);
}

static void
test_new_place (Fixture *f, gconstpointer unused)
{
  FramGroupDialog *dialog;
  g_autoptr (FramSchedule) day = NULL;

  sit_down (f, "karin");
  dialog = open_dialog (f, &f->group);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog->new_place)));
  g_assert_true (fram_choices_select (dialog->place, "new"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog->new_place)));
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  g_assert_nonnull (fram_field_error_get (dialog->new_place_error));
  gtk_editable_set_text (GTK_EDITABLE (dialog->new_place), "The garden house");
  accept (dialog);
  day = read_day (f, "2026-11-19");
  g_assert_cmpstr (((FramScheduleSession *)day->sessions->pdata[0])->place, ==, "The garden house");
}

static void
test_days (Fixture *f, gconstpointer unused)
{
  static const struct
  {
    const char *rrule;
    gboolean plain;
    guint weekdays;
    int every;
  } cases[] = {
    { "FREQ=WEEKLY;BYDAY=TH", TRUE, 8, 1 },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", TRUE, 5, 2 },
    { "FREQ=MONTHLY;BYDAY=1MO", FALSE, 0, 1 },
    { "FREQ=WEEKLY;BYDAY=TH;COUNT=4", FALSE, 0, 1 },
    { NULL, FALSE, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FramGroupDays days;

      g_assert_cmpint (fram_group_days_parse (cases[i].rrule, &days), ==, cases[i].plain);
      if (cases[i].plain)
        {
          g_autofree char *again = fram_group_days_format (&days);

          g_assert_cmpuint (days.weekdays, ==, cases[i].weekdays);
          g_assert_cmpint (days.every, ==, cases[i].every);
          g_assert_cmpstr (again, ==, cases[i].rrule);
        }
    }
}

/* Somebody is found and joins; the row goes to the members. */
static void
test_members (Fixture *f, gconstpointer unused)
{
  FramPersonEdit edit = { .given_name = "Elin", .family_name = "Sjö", .enrolled = DAY ("2026-09-01") };
  FramMembersDialog *dialog;
  g_autoptr (GPtrArray) members = NULL;

  sit_down (f, "karin");
  g_free (fram_desk_add_person (f->desk, &edit, NULL));
  dialog = fram_members_dialog_new (f->desk, f->window, &f->group, "Recovery");
  gtk_window_present (GTK_WINDOW (dialog));
  WAIT_FOR (fram_members_dialog_is_read (dialog));
  g_assert_cmpuint (fram_members_dialog_get_n_members (dialog), ==, 3);
  fram_members_dialog_look_for (dialog, "Eli");
  WAIT_FOR (fram_members_dialog_get_found (dialog, 0) != NULL);
  g_signal_emit_by_name (fram_members_dialog_get_found (dialog, 0), "activate");
  WAIT_FOR (fram_members_dialog_is_read (dialog) && fram_members_dialog_get_n_members (dialog) == 4);
  members = fram_desk_group_members (f->desk, &f->group, DAY (TODAY), NULL);
  g_assert_cmpuint (members->len, ==, 4);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  adw_init ();
#define ADD(path, test) g_test_add ("/group-dialog/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("a mentor never removes leaders or members", test_mentor_keeps_leaders);
  ADD ("a new course every second week", test_new_group);
  ADD ("a new place", test_new_place);
  ADD ("days as a rule", test_days);
  ADD ("somebody is found and joins", test_members);
#undef ADD
  return g_test_run ();
}
