#include "window-test.h"

#include "fram-card-dialog.h"
#include "fram-card-recipient.h"
#include "fram-card-rows.h"
#include "fram-desk-card.h"
#include "fram-paper-view.h"
#include "fram-sheet-preview.h"

/* The adaptation card, by keys: chosen, given to somebody with a consent only, saved, and gone when somebody else sits down. */

#define THERAPIST "Dragana Andersen"
#define EMPLOYER  "Mormors kafé"

typedef struct
{
  Fixture f;
  FramDesk *desk;
  FramCase *what;
  FramCardDialog *dialog;
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

static gboolean
has_in_place (const GPtrArray *choices)
{
  gboolean chosen = FALSE, waits = FALSE;

  for (guint i = 0; i < choices->len; i++)
    {
      const FramCardChoice *choice = g_ptr_array_index (choices, i);

      chosen = chosen || (choice->kind == FRAM_CARD_ADAPTATION && choice->chosen);
      waits = waits || (i == 0 && choice->kind == FRAM_CARD_SEEN && !choice->is_allowed);
    }
  return chosen && waits;
}

/* Somebody with something in place, and a line that waits for a yes. */
static FramCase *
find_participant (FramDesk *desk)
{
  FramPeopleQuery query = { .enrolled_now = TRUE };
  g_autoptr (GPtrArray) people = fram_desk_people (desk, &query, NULL);

  for (guint i = 0; i < people->len; i++)
    {
      const FramPersonRow *row = g_ptr_array_index (people, i);
      g_autoptr (GPtrArray) choices = fram_desk_card_choices (desk, row->case_no, NULL, NULL);

      if (choices != NULL && has_in_place (choices))
        return fram_desk_case (desk, row->case_no, NULL, NULL);
    }
  g_error ("nobody has anything in place");
}

static FramCardDialog *
find_dialog (void)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (all, i);

      if (FRAM_IS_CARD_DIALOG (one))
        return FRAM_CARD_DIALOG (one);
    }
  return NULL;
}

static void
set_up_sheet (Sheet *s, gconstpointer data)
{
  set_up (&s->f, data);
  make_demonstration (&s->f);
  open_as (&s->f, THERAPIST);
  s->desk = fram_window_get_desk (s->f.window);
  s->what = find_participant (s->desk);
  gtk_window_present (fram_card_dialog_new (s->desk, GTK_WIDGET (s->f.window), s->what));
  s->dialog = find_dialog ();
  WAIT_FOR (fram_card_dialog_is_idle (s->dialog) && gtk_window_is_active (GTK_WINDOW (s->dialog)));
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
  GObject *object = gtk_widget_get_template_child (GTK_WIDGET (s->dialog), FRAM_TYPE_CARD_DIALOG, name);

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
row_of (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW);
}

/* The tick of the first row that stands on the card. */
static GtkWidget *
first_ticked (Sheet *s)
{
  for (guint i = 0;; i++)
    {
      guint n = i;
      GtkWidget *found = find_nth (part (s, "rows"), GTK_TYPE_CHECK_BUTTON, &n);

      g_assert_nonnull (found);
      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (found)) && gtk_widget_is_sensitive (found))
        return found;
    }
}

static gpointer
recipient_part (Sheet *s, const char *name)
{
  GObject *object = gtk_widget_get_template_child (part (s, "recipient"), FRAM_TYPE_CARD_RECIPIENT, name);

  g_assert_nonnull (object);
  return object;
}

static gboolean
stands_on_card (Sheet *s, const char *text)
{
  FramPaper *paper = fram_paper_view_get_paper (part (s, "view"));
  g_autofree char *told = paper->tell (paper, 0);

  return strstr (told, text) != NULL;
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

/* The last entry: somebody whose name is written. */
static void
choose_somebody (Sheet *s)
{
  AdwComboRow *who = recipient_part (s, "who");

  adw_combo_row_set_selected (who, g_list_model_get_n_items (adw_combo_row_get_model (who)) - 1);
  WAIT_FOR (fram_card_dialog_is_idle (s->dialog));
}

static void
name_somebody (Sheet *s)
{
  choose_somebody (s);
  gtk_editable_set_text (recipient_part (s, "name"), EMPLOYER);
  WAIT_FOR (fram_card_dialog_is_idle (s->dialog) && says (s->dialog, "There is no consent yet"));
}

/* --- tests --- */

static void
test_a_line_is_taken_off_and_put_back_with_keys (Sheet *s, gconstpointer data)
{
  GtkWidget *check = first_ticked (s);
  const char *text = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row_of (check)));

  g_assert_true (stands_on_card (s, text));
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
  look (s, "card-wide");
  put_keyboard_on (s, check);
  press ("space");
  WAIT_FOR (!gtk_check_button_get_active (GTK_CHECK_BUTTON (check)) && fram_card_dialog_is_idle (s->dialog));
  g_assert_false (stands_on_card (s, text));
  g_assert_true (gtk_widget_has_focus (check)); /* the keyboard stays where it is */
  press ("space");
  WAIT_FOR (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)) && fram_card_dialog_is_idle (s->dialog));
  g_assert_true (stands_on_card (s, text));
}

static void
test_own_words_stand_there (Sheet *s, gconstpointer data)
{
  put_keyboard_on (s, part (s, "own"));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (part (s, "own")), "I am careful\nI am early", -1);
  WAIT_FOR (fram_card_dialog_is_idle (s->dialog));
  g_assert_true (stands_on_card (s, "I am careful. I am early."));
}

static void
test_a_yes_is_written_at_once_and_undone (Sheet *s, gconstpointer data)
{
  guint n = 0;
  GtkWidget *yes = find_nth (part (s, "rows"), GTK_TYPE_SWITCH, &n);
  const char *text = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row_of (yes)));
  g_autofree char *name = g_strdup_printf ("Has said yes: %s", text);

  g_assert_false (gtk_switch_get_active (GTK_SWITCH (yes)));
  g_assert_false (stands_on_card (s, text));
  gtk_test_accessible_assert_property (yes, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  put_keyboard_on (s, yes);
  press ("space");
  WAIT_FOR (stands_on_card (s, text) && fram_card_dialog_is_idle (s->dialog));
  g_assert_true (gtk_widget_has_focus (yes));
  WAIT_FOR (says (s->dialog, "says yes"));
  look (s, "card-yes");
  WAIT_FOR (may (&s->f, "undo"));
  act (&s->f, "undo");
  WAIT_FOR (!stands_on_card (s, text) && fram_card_dialog_is_idle (s->dialog));
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (yes)));
}

static gboolean
can_print (Sheet *s)
{
  for (guint i = 0;; i++)
    {
      guint n = i;
      GtkWidget *button = find_nth (part (s, "view"), GTK_TYPE_BUTTON, &n);
      const char *label = button != NULL ? gtk_button_get_label (GTK_BUTTON (button)) : NULL;

      g_assert_nonnull (button);
      if (label != NULL && strstr (label, "rint") != NULL)
        return gtk_widget_is_sensitive (button);
    }
}

static void
test_it_goes_to_somebody_with_a_consent_only (Sheet *s, gconstpointer data)
{
  g_autofree char *path = g_build_filename (s->f.folder, "card.pdf", NULL);

  g_assert_true (can_print (s)); /* the participant's own */
  choose_somebody (s);
  g_assert_true (says (s->dialog, "Write who gets the card"));
  g_assert_false (can_print (s));
  name_somebody (s);
  g_assert_false (can_print (s));
  look (s, "card-asks");
  fram_card_dialog_save (s->dialog, path);
  WAIT_FOR (fram_card_dialog_is_idle (s->dialog) && says (s->dialog, "no consent that names"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  put_keyboard_on (s, recipient_part (s, "give"));
  press ("space");
  WAIT_FOR (says (s->dialog, "There is a consent until 12 May 2027") && fram_card_dialog_is_idle (s->dialog));
  g_assert_true (can_print (s));
  look (s, "card-consent");
  fram_card_dialog_save (s->dialog, path);
  WAIT_FOR (find_dialog () == NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_a_consent_is_taken_back (Sheet *s, gconstpointer data)
{
  name_somebody (s);
  put_keyboard_on (s, recipient_part (s, "give"));
  press ("space");
  WAIT_FOR (can_print (s) && fram_card_dialog_is_idle (s->dialog));
  put_keyboard_on (s, recipient_part (s, "withdraw"));
  press ("space");
  WAIT_FOR (says (s->dialog, "The consent was withdrawn on 12 November") && fram_card_dialog_is_idle (s->dialog));
  g_assert_false (can_print (s));
  WAIT_FOR (may (&s->f, "undo"));
  act (&s->f, "undo");
  WAIT_FOR (says (s->dialog, "There is a consent until") && can_print (s));
}

static void
test_a_day_that_cannot_be_read_is_said_at_its_field (Sheet *s, gconstpointer data)
{
  name_somebody (s);
  gtk_editable_set_text (recipient_part (s, "until"), "some day");
  put_keyboard_on (s, recipient_part (s, "give"));
  press ("space");
  WAIT_FOR (gtk_widget_get_visible (recipient_part (s, "until_error")));
  g_assert_false (can_print (s));
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
  narrow = fram_card_dialog_new (s->desk, GTK_WIDGET (s->f.window), s->what);
  gtk_window_set_default_size (narrow, 360, 700);
  gtk_window_present (narrow);
  s->dialog = FRAM_CARD_DIALOG (narrow);
  WAIT_FOR (fram_card_dialog_is_idle (s->dialog));
  WAIT_FOR (gtk_orientable_get_orientation (part (s, "split")) == GTK_ORIENTATION_VERTICAL);
  look (s, "card-narrow");
}

static void
test_escape_closes_it (Sheet *s, gconstpointer data)
{
  press ("Escape");
  WAIT_FOR (find_dialog () == NULL);
}

static void
test_another_person_finds_no_card (Sheet *s, gconstpointer data)
{
  fram_desk_sit_down_as (s->desk, "Teresa Sundberg", NULL);
  WAIT_FOR (find_dialog () == NULL);
}

static void
add (const char *name, void (*test) (Sheet *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/card/%s", name);

  g_test_add (path, Sheet, NULL, set_up_sheet, test, tear_down_sheet);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = start_at_home (&argc, &argv);
  int status;

  add ("a-line-is-taken-off-and-put-back-with-keys", test_a_line_is_taken_off_and_put_back_with_keys);
  add ("own-words-stand-there", test_own_words_stand_there);
  add ("a-yes-is-written-at-once-and-undone", test_a_yes_is_written_at_once_and_undone);
  add ("it-goes-to-somebody-with-a-consent-only", test_it_goes_to_somebody_with_a_consent_only);
  add ("a-consent-is-taken-back", test_a_consent_is_taken_back);
  add ("a-day-that-cannot-be-read-is-said-at-its-field", test_a_day_that_cannot_be_read_is_said_at_its_field);
  add ("it-fits-a-telephone", test_it_fits_a_telephone);
  add ("escape-closes-it", test_escape_closes_it);
  add ("another-person-finds-no-card", test_another_person_finds_no_card);
  status = g_test_run ();
  remove_files (home);
  return status;
}
