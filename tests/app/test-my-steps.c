#include "window-test.h"

#include "fram-desk-progression.h"
#include "fram-my-steps-dialog.h"
#include "fram-paper-view.h"
#include "fram-sheet-preview.h"

/* The page Mina steg, by keys: chosen, with the participant's yes, undone, saved, and gone when somebody else sits down. */

#define CASE_WORKER "Rebecka Memic"

typedef struct
{
  Fixture f;
  FramDesk *desk;
  FramCase *what;
  FramMyStepsDialog *dialog;
} Sheet;

/* --- the register --- */

/* One register for all tests: making it takes longer than each of them. */
static void
make_demonstration (Fixture *f)
{
  static char *content;
  static gsize size;
  FramDemoOptions options = FRAM_DEMO_DEFAULTS;
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:14");
  g_autoptr (GError) error = NULL;

  if (content == NULL)
    {
      FramDesk *desk;

      options.years = 1;
      options.present = 60;
      options.until = fram_test_date ("2026-11-12");
      desk = fram_desk_create_demo (f->path, clock, &options, NULL, NULL, &error);
      g_assert_no_error (error);
      g_object_unref (desk);
      g_assert_true (g_file_get_contents (f->path, &content, &size, NULL));
      return;
    }
  g_assert_true (g_file_set_contents (f->path, content, (gssize)size, NULL));
}

static guint
count_seen (const GPtrArray *choices, gboolean agreed)
{
  guint n = 0;

  for (guint i = 0; i < choices->len; i++)
    {
      const FramMyStepsChoice *choice = g_ptr_array_index (choices, i);

      n += g_str_equal (choice->kind, "seen") && choice->agreed == agreed;
    }
  return n;
}

/* Somebody with steps, a line that may stand on the page and one that may not yet. */
static FramCase *
find_participant (FramDesk *desk)
{
  FramPeopleQuery query = { .enrolled_now = TRUE };
  g_autoptr (GPtrArray) people = fram_desk_people (desk, &query, NULL);

  for (guint i = 0; i < people->len; i++)
    {
      const FramPersonRow *row = g_ptr_array_index (people, i);
      g_autoptr (GPtrArray) choices = fram_desk_my_steps_choices (desk, row->case_no, NULL, NULL);

      if (choices != NULL && count_seen (choices, TRUE) > 0 && count_seen (choices, FALSE) > 0 && choices->len > 4)
        return fram_desk_case (desk, row->case_no, NULL, NULL);
    }
  g_error ("nobody has steps and lines");
}

static FramMyStepsDialog *
find_dialog (void)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (all, i);

      if (FRAM_IS_MY_STEPS_DIALOG (one))
        return FRAM_MY_STEPS_DIALOG (one);
    }
  return NULL;
}

static void
set_up_sheet (Sheet *s, gconstpointer data)
{
  set_up (&s->f, data);
  make_demonstration (&s->f);
  open_as (&s->f, CASE_WORKER);
  s->desk = fram_window_get_desk (s->f.window);
  s->what = find_participant (s->desk);
  gtk_window_present (fram_my_steps_dialog_new (s->desk, GTK_WIDGET (s->f.window), s->what));
  s->dialog = find_dialog ();
  WAIT_FOR (fram_my_steps_dialog_is_idle (s->dialog) && gtk_window_is_active (GTK_WINDOW (s->dialog)));
}

static void
tear_down_sheet (Sheet *s, gconstpointer data)
{
  if (find_dialog () != NULL)
    gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  fram_case_free (s->what);
  tear_down (&s->f, data);
}

/* --- what is looked at --- */

static gpointer
part (Sheet *s, const char *name)
{
  GObject *object = gtk_widget_get_template_child (GTK_WIDGET (s->dialog), FRAM_TYPE_MY_STEPS_DIALOG, name);

  g_assert_nonnull (object);
  return object;
}

static GtkWidget *
find_nth (GtkWidget *widget, GType type, guint *n)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) && (*n)-- == 0 ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_nth (child, type, n);
  return found;
}

static GtkWidget *
nth (Sheet *s, const char *group, GType type, guint n)
{
  return find_nth (part (s, group), type, &n);
}

/* The first switch of the seen lines that is on or off. */
static GtkWidget *
find_switch (Sheet *s, gboolean on)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *found = nth (s, "seen", GTK_TYPE_SWITCH, i);

      g_assert_nonnull (found);
      if (gtk_switch_get_active (GTK_SWITCH (found)) == on)
        return found;
    }
}

static GtkWidget *
row_of (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW);
}

static const char *
text_of (GtkWidget *widget)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row_of (widget)));
}

static GtkCheckButton *
check_of (GtkWidget *widget)
{
  guint n = 0;

  return GTK_CHECK_BUTTON (find_nth (row_of (widget), GTK_TYPE_CHECK_BUTTON, &n));
}

static gboolean
stands_on_page (Sheet *s, const char *text)
{
  FramPaper *paper = fram_paper_view_get_paper (part (s, "view"));
  g_autofree char *told = paper->tell (paper, 0);

  return strstr (told, text) != NULL;
}

/* What the register has of a line. */
static gboolean
has_said_yes (Sheet *s, const char *text)
{
  g_autoptr (GPtrArray) choices = fram_desk_my_steps_choices (s->desk, s->what->person->row->case_no, NULL, NULL);

  for (guint i = 0; i < choices->len; i++)
    if (g_str_equal (((FramMyStepsChoice *)g_ptr_array_index (choices, i))->text, text))
      return ((FramMyStepsChoice *)g_ptr_array_index (choices, i))->agreed;
  return FALSE;
}

static void
press (const char *key)
{
  const char *argv[] = { "xdotool", "key", key, NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_async (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
put_keyboard_on (Sheet *s, GtkWidget *widget)
{
  g_assert_true (gtk_widget_grab_focus (widget));
  WAIT_FOR (gtk_widget_has_focus (widget));
}

/* With FRAMSTEG_TEST_PICTURES set a picture of the screen goes into that folder. */
static void
look (Sheet *s, const char *name)
{
  const char *folder = g_getenv ("FRAMSTEG_TEST_PICTURES");
  g_autofree char *path = folder != NULL ? g_strdup_printf ("%s/%s.png", folder, name) : NULL;
  const char *argv[] = { "import", "-window", "root", path, NULL };

  if (folder == NULL)
    return;
  wait_ms (400);
  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

/* --- tests --- */

static void
test_a_step_is_taken_off_and_put_back_with_keys (Sheet *s, gconstpointer data)
{
  GtkWidget *row = nth (s, "steps", ADW_TYPE_ACTION_ROW, 0);
  GtkCheckButton *check = check_of (row);
  const char *text = text_of (row);

  g_assert_true (gtk_check_button_get_active (check));
  g_assert_true (stands_on_page (s, text));
  put_keyboard_on (s, GTK_WIDGET (check));
  press ("space");
  WAIT_FOR (!gtk_check_button_get_active (check) && fram_my_steps_dialog_is_idle (s->dialog));
  g_assert_false (stands_on_page (s, text));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (check))); /* the keyboard stays where it is */
  press ("space");
  WAIT_FOR (gtk_check_button_get_active (check) && fram_my_steps_dialog_is_idle (s->dialog));
  g_assert_true (stands_on_page (s, text));
}

static void
test_a_line_without_a_yes_cannot_be_chosen (Sheet *s, gconstpointer data)
{
  GtkWidget *off = find_switch (s, FALSE), *on = find_switch (s, TRUE);

  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (check_of (off))));
  g_assert_false (gtk_check_button_get_active (check_of (off)));
  g_assert_false (stands_on_page (s, text_of (off)));
  g_assert_true (says (row_of (off), "No yes yet"));
  g_assert_true (gtk_check_button_get_active (check_of (on)));
  g_assert_true (says (row_of (on), "Has said yes"));
}

static void
test_a_yes_is_written_at_once_and_undone (Sheet *s, gconstpointer data)
{
  GtkWidget *yes = find_switch (s, FALSE);
  g_autofree char *text = g_strdup (text_of (yes));

  put_keyboard_on (s, yes);
  press ("space");
  WAIT_FOR (gtk_switch_get_active (GTK_SWITCH (yes)) && fram_my_steps_dialog_is_idle (s->dialog));
  g_assert_true (has_said_yes (s, text));
  g_assert_true (gtk_check_button_get_active (check_of (yes)));
  g_assert_true (stands_on_page (s, text) || says (s->dialog, "no room"));
  WAIT_FOR (says (s->dialog, "says yes"));
  look (s, "my-steps-wide");
  WAIT_FOR (may (&s->f, "undo"));
  act (&s->f, "undo");
  WAIT_FOR (!has_said_yes (s, text) && fram_my_steps_dialog_is_idle (s->dialog) &&
            !gtk_switch_get_active (GTK_SWITCH (yes)));
  g_assert_false (stands_on_page (s, text));
  g_assert_false (gtk_check_button_get_active (check_of (yes)));
}

static void
test_a_yes_is_taken_back (Sheet *s, gconstpointer data)
{
  GtkWidget *yes = find_switch (s, TRUE);
  g_autofree char *text = g_strdup (text_of (yes));

  put_keyboard_on (s, yes);
  press ("space");
  WAIT_FOR (!gtk_switch_get_active (GTK_SWITCH (yes)) && fram_my_steps_dialog_is_idle (s->dialog));
  g_assert_false (has_said_yes (s, text));
  g_assert_false (stands_on_page (s, text));
}

/* Whoever does not see the window hears what each control is. */
static void
test_everything_has_a_name (Sheet *s, gconstpointer data)
{
  GtkWidget *yes = find_switch (s, FALSE), *check = GTK_WIDGET (check_of (yes));
  g_autofree char *name = g_strdup_printf ("Has said yes: %s", text_of (yes));
  FramPaperView *view = part (s, "view");
  guint n = 0;
  GtkWidget *preview = find_nth (GTK_WIDGET (view), FRAM_TYPE_SHEET_PREVIEW, &n);
  FramPaper *paper = fram_paper_view_get_paper (view);
  g_autofree char *told = paper->tell (paper, 0);

  gtk_test_accessible_assert_property (yes, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL, text_of (yes));
  gtk_test_accessible_assert_property (preview, GTK_ACCESSIBLE_PROPERTY_LABEL, paper->title);
  gtk_test_accessible_assert_property (preview, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, told);
}

static void
test_it_is_saved_and_logged (Sheet *s, gconstpointer data)
{
  g_autofree char *path = g_build_filename (s->f.folder, "mina-steg.pdf", NULL);
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:14");
  g_autoptr (FramDesk) owner = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  guint n = 0;

  fram_my_steps_dialog_save (s->dialog, path);
  WAIT_FOR (find_dialog () == NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  WAIT_FOR (says (s->f.window, "The sheet is saved as “mina-steg.pdf”."));
  owner = fram_desk_open (s->f.path, clock, NULL);
  lines = fram_desk_log (owner, NULL, 0, NULL);
  for (guint i = 0; i < lines->len; i++)
    n += g_str_equal (((FramLogLine *)g_ptr_array_index (lines, i))->act, "exported");
  g_assert_cmpuint (n, ==, 1);
}

/* The page beside what it is made of, and under it on a telephone. */
static void
test_it_fits_a_telephone (Sheet *s, gconstpointer data)
{
  GtkWindow *narrow;
  int width;

  gtk_widget_measure (GTK_WIDGET (s->dialog), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
  g_assert_cmpint (gtk_orientable_get_orientation (part (s, "split")), ==, GTK_ORIENTATION_HORIZONTAL);
  gtk_window_destroy (GTK_WINDOW (s->dialog));
  WAIT_FOR (find_dialog () == NULL);
  narrow = fram_my_steps_dialog_new (s->desk, GTK_WIDGET (s->f.window), s->what);
  gtk_window_set_default_size (narrow, 360, 700);
  gtk_window_present (narrow);
  s->dialog = FRAM_MY_STEPS_DIALOG (narrow);
  WAIT_FOR (fram_my_steps_dialog_is_idle (s->dialog));
  WAIT_FOR (gtk_orientable_get_orientation (part (s, "split")) == GTK_ORIENTATION_VERTICAL);
  look (s, "my-steps-narrow");
}

static void
test_escape_closes_it (Sheet *s, gconstpointer data)
{
  press ("Escape");
  WAIT_FOR (find_dialog () == NULL);
}

static void
test_another_person_finds_no_page (Sheet *s, gconstpointer data)
{
  fram_desk_sit_down_as (s->desk, "Teresa Sundberg", NULL);
  WAIT_FOR (find_dialog () == NULL);
}

static void
add (const char *name, void (*test) (Sheet *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/my-steps/%s", name);

  g_test_add (path, Sheet, NULL, set_up_sheet, test, tear_down_sheet);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = start_at_home (&argc, &argv);
  int status;

  add ("a-step-is-taken-off-and-put-back-with-keys", test_a_step_is_taken_off_and_put_back_with_keys);
  add ("a-line-without-a-yes-cannot-be-chosen", test_a_line_without_a_yes_cannot_be_chosen);
  add ("a-yes-is-written-at-once-and-undone", test_a_yes_is_written_at_once_and_undone);
  add ("a-yes-is-taken-back", test_a_yes_is_taken_back);
  add ("everything-has-a-name", test_everything_has_a_name);
  add ("it-is-saved-and-logged", test_it_is_saved_and_logged);
  add ("it-fits-a-telephone", test_it_fits_a_telephone);
  add ("escape-closes-it", test_escape_closes_it);
  add ("another-person-finds-no-page", test_another_person_finds_no_page);
  status = g_test_run ();
  remove_files (home);
  return status;
}
