#include "window-test.h"

#include "fram-desk-absence.h"
#include "fram-desk-plan.h"
#include "fram-goal-dialog.h"
#include "fram-goals-part.h"
#include "fram-join-dialog.h"
#include "fram-participant-page.h"
#include "fram-plan-day-dialog.h"
#include "fram-plan-section.h"
#include "fram-step-dialog.h"
#include "fram-target-part.h"
#include "fram-week-plan-part.h"

/* The Plan section of a participant, by keys: a step up on the week grid, milestones, target day, leaves. */

typedef struct
{
  char *case_no;
  FramUuid enrolment;
  GtkWidget *section;
} Person;

static FramParticipantPage *
front (Fixture *f)
{
  FramPage *page = fram_tabs_get_page (f->window->tabs);

  return FRAM_IS_PARTICIPANT_PAGE (page) ? FRAM_PARTICIPANT_PAGE (page) : NULL;
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static gpointer
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

static FramPlanPart *
part (const Person *person, GType type)
{
  return FRAM_PLAN_PART (find (person->section, type));
}

static FramCasePlan *
read_plan (Fixture *f, const Person *person)
{
  g_autoptr (GError) error = NULL;
  FramCasePlan *plan = fram_desk_case_plan (fram_window_get_desk (f->window), &person->enrolment, &error);

  g_assert_no_error (error);
  return plan;
}

/* Somebody of the case worker's own, placed in Snickeri on Mondays. */
static Person
open_plan (Fixture *f, const char *who)
{
  FramDesk *desk;
  FramPeopleQuery query = { .search = "Testdotter" };
  g_autoptr (GPtrArray) people = NULL;
  g_autofree char *uri = NULL;
  char id[FRAM_UUID_TEXT_SIZE];
  Person person = { 0 };

  make_register (f);
  open_as (f, "nadia");
  desk = fram_window_get_desk (f->window);
  add_person (desk, "Maria", "Testdotter", "snickeri");
  if (g_strcmp0 (who, "nadia") != 0)
    open_as (f, who);
  desk = fram_window_get_desk (f->window);
  people = fram_desk_people (desk, &query, NULL);
  g_assert_cmpuint (people->len, ==, 1);
  person.case_no = g_strdup (((FramPersonRow *)g_ptr_array_index (people, 0))->case_no);
  g_assert_true (fram_desk_find_enrolment (desk, person.case_no, &person.enrolment, NULL));
  uri = g_strdup_printf ("participant:%s@plan",
                         fram_uuid_format (&((FramPersonRow *)g_ptr_array_index (people, 0))->participant, id));
  g_assert_true (fram_tabs_open (f->window->tabs, uri));
  WAIT_FOR (front (f) != NULL && fram_participant_page_get_case (front (f)) != NULL);
  person.section = fram_participant_page_get_section (front (f), "plan");
  WAIT_FOR (fram_plan_part_get_plan (part (&person, FRAM_TYPE_WEEK_PLAN_PART)) != NULL);
  return person;
}

static void
press (FramWeekGrid *grid, const guint *keys, guint n)
{
  for (guint i = 0; i < n; i++)
    g_assert_true (fram_week_grid_press (grid, keys[i], 0));
}

#define PRESS(grid, ...)                                                                                               \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    const guint keys_[] = { __VA_ARGS__ };                                                                             \
    press (grid, keys_, G_N_ELEMENTS (keys_));                                                                         \
  }                                                                                                                    \
  G_STMT_END

static char *
hours (FramWeekGrid *grid)
{
  return fram_slots_to_spec (fram_week_grid_get_slots (grid));
}

#define assert_hours(grid, expected)                                                                                   \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *hours_ = hours (grid);                                                                            \
    g_assert_cmpstr (hours_, ==, expected);                                                                            \
  }                                                                                                                    \
  G_STMT_END

static FramStepDialog *
open_step (Fixture *f, const Person *person)
{
  FramStepDialog *dialog;

  gtk_widget_activate_action (person->section, "participant.add", "s", "placement");
  WAIT_FOR (find_dialog (FRAM_TYPE_STEP_DIALOG) != NULL);
  dialog = find_dialog (FRAM_TYPE_STEP_DIALOG);
  WAIT_FOR (fram_step_dialog_is_checked (dialog));
  return dialog;
}

/* The keys of the grid, without a register behind it. */
static void
test_grid_keys (void)
{
  FramWeekGrid *grid = FRAM_WEEK_GRID (g_object_ref_sink (fram_week_grid_new (TRUE)));

  /* from Monday 09.00: begin, three half hours further, end */
  PRESS (grid, GDK_KEY_space, GDK_KEY_Down, GDK_KEY_Down, GDK_KEY_Down, GDK_KEY_Return);
  assert_hours (grid, "mon 09:00-11:00");
  /* two hours from Wednesday 13.00 by a digit */
  PRESS (grid, GDK_KEY_Right, GDK_KEY_Right, GDK_KEY_Down, GDK_KEY_Down, GDK_KEY_Down, GDK_KEY_Down, GDK_KEY_Down,
         GDK_KEY_2);
  assert_hours (grid, "mon 09:00-11:00,wed 13:00-15:00");
  /* moved to Thursday and half an hour later */
  g_assert_true (fram_week_grid_press (grid, GDK_KEY_Right, GDK_ALT_MASK));
  g_assert_true (fram_week_grid_press (grid, GDK_KEY_Down, GDK_ALT_MASK));
  assert_hours (grid, "mon 09:00-11:00,thu 13:30-15:30");
  /* what is begun can be given up, what is there be taken away */
  PRESS (grid, GDK_KEY_Home, GDK_KEY_space, GDK_KEY_Down, GDK_KEY_Escape);
  assert_hours (grid, "mon 09:00-11:00,thu 13:30-15:30");
  g_assert_false (fram_week_grid_press (grid, GDK_KEY_Escape, 0));
  PRESS (grid, GDK_KEY_Down, GDK_KEY_Down, GDK_KEY_Down, GDK_KEY_Down, GDK_KEY_Down, GDK_KEY_Down, GDK_KEY_Down,
         GDK_KEY_Down, GDK_KEY_Down, GDK_KEY_Down, GDK_KEY_Delete);
  assert_hours (grid, "mon 09:00-11:00");
  /* the day does not go on for ever */
  PRESS (grid, GDK_KEY_Home, GDK_KEY_Up, GDK_KEY_1);
  assert_hours (grid, "mon 09:00-11:00,thu 08:00-09:00");
  g_object_unref (grid);
}

/* A step up by keys alone: the action, hours on the grid, the button; the roster of that day has it, and one undo. */
static void
test_step_up (Fixture *f, gconstpointer data)
{
  Person person = open_plan (f, "nadia");
  FramStepDialog *dialog = open_step (f, &person);
  FramWeekGrid *grid = fram_step_dialog_get_grid (dialog);
  g_autoptr (FramCasePlan) plan = NULL;
  g_autoptr (FramCasePlan) after = NULL;

  assert_hours (grid, "thu 09:00-12:00");
  PRESS (grid, GDK_KEY_3);
  WAIT_FOR (fram_step_dialog_is_checked (dialog));
  g_assert_true (says (dialog, "3 h → 6 h"));
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (find_dialog (FRAM_TYPE_STEP_DIALOG) == NULL);
  plan = read_plan (f, &person);
  g_assert_cmpuint (plan->steps->len, ==, 2);
  fram_assert_date (plan->next_from, "2026-11-16");
  g_assert_cmpint (plan->minutes_next, ==, 360);
  WAIT_FOR (says (person.section, "from 16 November 2026"));
  g_assert_true (says (person.section, "→"));
  act (f, "undo");
  WAIT_FOR (!says (person.section, "from 16 November 2026"));
  after = read_plan (f, &person);
  g_assert_cmpuint (after->steps->len, ==, 1);
  g_free (person.case_no);
}

/* Hours outside those of the workshop and a group at the same time are told in words; the plan can be made all the same. */
static void
test_collisions_are_told (Fixture *f, gconstpointer data)
{
  Person person = open_plan (f, "nadia");
  FramStepDialog *dialog = open_step (f, &person);
  FramWeekGrid *grid = fram_step_dialog_get_grid (dialog);
  g_autoptr (GArray) early = fram_slots_parse ("mon 05-09", NULL);

  g_assert_cmpuint (fram_step_dialog_get_n_notes (dialog), ==, 0);
  fram_week_grid_set_slots (grid, early);
  g_signal_emit_by_name (grid, "changed");
  WAIT_FOR (fram_step_dialog_get_n_notes (dialog) == 1);
  g_assert_true (says (dialog, "It can be planned all the same"));
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (find_dialog (FRAM_TYPE_STEP_DIALOG) == NULL);
  g_free (person.case_no);
}

static GtkWidget *
entry_row (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_ENTRY_ROW (widget) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = entry_row (child, title);
  return found;
}

/* The line of text and the grid are the same plan. */
static void
test_text_beside_the_grid (Fixture *f, gconstpointer data)
{
  Person person = open_plan (f, "nadia");
  FramStepDialog *dialog = open_step (f, &person);
  GtkWidget *line = entry_row (GTK_WIDGET (dialog), "The same as text: mon 09-12, wed 09-12");

  g_assert_nonnull (line);
  gtk_editable_set_text (GTK_EDITABLE (line), "tue 13-15, fri 9-12");
  assert_hours (fram_step_dialog_get_grid (dialog), "tue 13:00-15:00,fri 09:00-12:00");
  gtk_editable_set_text (GTK_EDITABLE (line), "tue 13-");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  g_assert_true (says (dialog, "write times as"));
  g_assert_nonnull (find_dialog (FRAM_TYPE_STEP_DIALOG));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_free (person.case_no);
}

/* A milestone is written where it is to stand, ticked, and changed; what is being written in the main goal stays. */
static void
test_goals (Fixture *f, gconstpointer data)
{
  Person person = open_plan (f, "nadia");
  GtkWidget *goals = GTK_WIDGET (part (&person, FRAM_TYPE_GOALS_PART));
  GtkWidget *main_goal = entry_row (goals, "Main goal"), *fresh = entry_row (goals, "Add a milestone");
  GtkWidget *check;
  g_autoptr (FramCasePlan) plan = NULL;

  gtk_editable_set_text (GTK_EDITABLE (main_goal), "Work in a kit");
  gtk_editable_set_text (GTK_EDITABLE (fresh), "Be on time");
  g_signal_emit_by_name (fresh, "apply");
  WAIT_FOR (says (goals, "Be on time"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (main_goal)), ==, "Work in a kit");
  g_signal_emit_by_name (main_goal, "entry-activated");
  check = find (goals, GTK_TYPE_CHECK_BUTTON);
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  WAIT_FOR (says (goals, "Reached 12 November 2026"));
  plan = read_plan (f, &person);
  g_assert_cmpstr (plan->main_goal, ==, "Work in a kit");
  fram_assert_date (((FramGoal *)g_ptr_array_index (plan->goals, 0))->reached, "2026-11-12");
  g_free (person.case_no);
}

static void
test_milestone_dialog (Fixture *f, gconstpointer data)
{
  Person person = open_plan (f, "nadia");
  FramGoalDialog *dialog;
  g_autoptr (FramCasePlan) plan = NULL;

  gtk_widget_activate_action (person.section, "participant.add", "s", "milestone");
  WAIT_FOR (find_dialog (FRAM_TYPE_GOAL_DIALOG) != NULL);
  dialog = find_dialog (FRAM_TYPE_GOAL_DIALOG);
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  g_assert_true (says (dialog, "Write what is to be reached."));
  gtk_editable_set_text (GTK_EDITABLE (entry_row (GTK_WIDGET (dialog), "What is to be reached")), "Ask for help");
  gtk_editable_set_text (GTK_EDITABLE (entry_row (GTK_WIDGET (dialog), "Due day (year-month-day; may be empty)")),
                         "2026-11-10");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (find_dialog (FRAM_TYPE_GOAL_DIALOG) == NULL);
  WAIT_FOR (says (person.section, "Ask for help"));
  plan = read_plan (f, &person);
  fram_assert_date (((FramGoal *)g_ptr_array_index (plan->goals, 0))->due, "2026-11-10");
  g_free (person.case_no);
}

static FramPlanDayDialog *
ask (const Person *person, const char *what)
{
  gtk_widget_activate_action (person->section, "participant.add", "s", what);
  WAIT_FOR (find_dialog (FRAM_TYPE_PLAN_DAY_DIALOG) != NULL);
  return find_dialog (FRAM_TYPE_PLAN_DAY_DIALOG);
}

/* An extension is refused without a reason, and kept with it. */
static void
test_extension (Fixture *f, gconstpointer data)
{
  Person person = open_plan (f, "nadia");
  FramPlanDayDialog *dialog = ask (&person, "extension");

  gtk_editable_set_text (GTK_EDITABLE (entry_row (GTK_WIDGET (dialog), "Extended to (year-month-day)")), "2027-09-30");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  g_assert_true (says (dialog, "Write why the time is extended."));
  gtk_editable_set_text (GTK_EDITABLE (entry_row (GTK_WIDGET (dialog), "Why the time is extended")), "on the way");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (find_dialog (FRAM_TYPE_PLAN_DAY_DIALOG) == NULL);
  WAIT_FOR (says (person.section, "30 September 2027"));
  g_assert_true (says (person.section, "on the way"));
  act (f, "undo");
  WAIT_FOR (!says (person.section, "on the way"));
  g_free (person.case_no);
}

static void
test_leave (Fixture *f, gconstpointer data)
{
  Person person = open_plan (f, "nadia");
  FramPlanDayDialog *dialog = ask (&person, "pause");

  gtk_editable_set_text (GTK_EDITABLE (entry_row (GTK_WIDGET (dialog), "First day (year-month-day)")), "2026-11-23");
  gtk_editable_set_text (GTK_EDITABLE (entry_row (GTK_WIDGET (dialog), "Last day (empty: until further notice)")),
                         "2026-11-20");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  g_assert_true (says (dialog, "The last day must not come before the first."));
  gtk_editable_set_text (GTK_EDITABLE (entry_row (GTK_WIDGET (dialog), "Last day (empty: until further notice)")),
                         "2026-11-27");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (find_dialog (FRAM_TYPE_PLAN_DAY_DIALOG) == NULL);
  WAIT_FOR (says (person.section, "Agreed leave"));
  g_free (person.case_no);
}

/* Whoever only reads has nothing to write in; a leader sees no goals. */
static void
test_leader_reads (Fixture *f, gconstpointer data)
{
  Person person = open_plan (f, "torsten");

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (part (&person, FRAM_TYPE_GOALS_PART))));
  g_assert_true (says (person.section, "3 h a week"));
  g_assert_false (says (person.section, "Plan a Step"));
  g_assert_false (says (person.section, "Agree a leave"));
  gtk_widget_activate_action (person.section, "participant.add", "s", "placement");
  wait_ms (200);
  g_assert_null (find_dialog (FRAM_TYPE_STEP_DIALOG));
  g_free (person.case_no);
}

/* Nothing is wider than a telephone, not even with letters twice as large. */
static void
test_telephone (Fixture *f, gconstpointer data)
{
  Person person = open_plan (f, "nadia");
  const GType parts[] = { FRAM_TYPE_GOALS_PART, FRAM_TYPE_WEEK_PLAN_PART, FRAM_TYPE_TARGET_PART };

  g_settings_set_int (fram_application_get_settings (f->app), "text-scale", 200);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 360, 800);
  wait_ms (400);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      int minimum;

      gtk_widget_measure (GTK_WIDGET (part (&person, parts[i])), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      g_test_message ("%s needs %d", g_type_name (parts[i]), minimum);
      g_assert_cmpint (minimum, <=, 360 - 2 * 18);
    }
  g_settings_reset (fram_application_get_settings (f->app), "text-scale");
  g_free (person.case_no);
}

#define ADD(name, func) g_test_add ("/window/plan/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *home = start_at_home (&argc, &argv);
  int status;

  g_test_add_func ("/window/plan/keys-on-the-week", test_grid_keys);
  ADD ("a-step-up-by-keys", test_step_up);
  ADD ("what-collides-is-told", test_collisions_are_told);
  ADD ("text-beside-the-grid", test_text_beside_the_grid);
  ADD ("goals-where-they-stand", test_goals);
  ADD ("a-milestone-in-a-dialog", test_milestone_dialog);
  ADD ("an-extension-with-its-reason", test_extension);
  ADD ("an-agreed-leave", test_leave);
  ADD ("a-leader-reads", test_leader_reads);
  ADD ("large-letters-on-a-telephone", test_telephone);
  status = g_test_run ();
  remove_files (home);
  return status;
}
