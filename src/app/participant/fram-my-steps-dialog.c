#include "fram-my-steps-dialog.h"

#include "fram-desk-progression.h"
#include "fram-form-dialog.h"
#include "fram-paper-view.h"
#include "fram-size-bin.h"

#include <glib/gi18n.h>

/* Below so much room the page stands under what it is made of. */
#define WIDE 720

struct _FramMyStepsDialog
{
  AdwWindow parent_instance;

  /* template children */
  FramSizeBin *room;
  AdwToastOverlay *toasts;
  GtkBox *split;
  GtkWidget *choices_room;
  GtkWidget *nothing;
  AdwPreferencesGroup *steps;
  AdwPreferencesGroup *seen;
  GtkSpinner *spinner;
  FramPaperView *view;

  /* owned */
  FramDesk *desk; /* NULL once it is gone */
  char *case_no;
  FramUuid enrolment;
  GPtrArray *choices;
  GPtrArray *rows; /* of the choices, in their order; borrowed from the groups */
  GCancellable *loading;

  gboolean may_write;
  gboolean filling; /* rows are being set, nobody has touched them */
  guint writing;
};

G_DEFINE_FINAL_TYPE (FramMyStepsDialog, fram_my_steps_dialog, ADW_TYPE_WINDOW)

static FramMyStepsChoice *
choice_copy (const FramMyStepsChoice *choice)
{
  FramMyStepsChoice *copy = g_memdup2 (choice, sizeof *choice);

  copy->text = g_strdup (choice->text);
  copy->detail = g_strdup (choice->detail);
  return copy;
}

static GPtrArray *
choices_copy (const GPtrArray *choices)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_my_steps_choice_free);

  for (guint i = 0; i < choices->len; i++)
    g_ptr_array_add (copy, choice_copy (g_ptr_array_index (choices, i)));
  return copy;
}

static gboolean
is_seen (const FramMyStepsChoice *choice)
{
  return g_str_equal (choice->kind, "seen");
}

/* An answer makes a new line of the old one's words, so that words tell which is which. */
static gboolean
is_same (const FramMyStepsChoice *a, const FramMyStepsChoice *b)
{
  return is_seen (a) == is_seen (b) && g_str_equal (a->text, b->text) && g_strcmp0 (a->detail, b->detail) == 0;
}

/* --- reading --- */

typedef struct
{
  char *case_no;
  FramUuid enrolment;
  GPtrArray *choices; /* (nullable) as they were chosen */
} Request;

typedef struct
{
  GPtrArray *choices;
  FramPaper *paper;
} Answer;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->case_no);
  g_clear_pointer (&request->choices, g_ptr_array_unref);
  g_free (request);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->choices, g_ptr_array_unref);
  g_clear_pointer (&answer->paper, fram_paper_unref);
  g_free (answer);
}

/* What was chosen before stays chosen, whatever came to the register since. */
static void
carry_over (GPtrArray *choices, const GPtrArray *before)
{
  for (guint i = 0; i < choices->len; i++)
    for (guint j = 0; j < before->len; j++)
      {
        FramMyStepsChoice *choice = g_ptr_array_index (choices, i);
        const FramMyStepsChoice *old = g_ptr_array_index (before, j);

        if (is_same (choice, old))
          choice->chosen = old->chosen && (choice->agreed || !is_seen (choice));
      }
}

static gpointer
read_sheet (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  Answer *answer = g_new0 (Answer, 1);

  answer->choices = fram_desk_my_steps_choices (desk, request->case_no, &request->enrolment, error);
  if (answer->choices != NULL && request->choices != NULL)
    carry_over (answer->choices, request->choices);
  if (answer->choices != NULL)
    answer->paper = fram_desk_my_steps_paper (desk, request->case_no, &request->enrolment, answer->choices, error);
  if (answer->paper != NULL)
    return answer;
  answer_free (answer);
  return NULL;
}

/* --- rows --- */

static void load (FramMyStepsDialog *self);

static void
on_chosen_cb (FramMyStepsDialog *self, GParamSpec *pspec, GtkCheckButton *check)
{
  FramMyStepsChoice *choice;

  if (self->filling)
    return;
  choice = g_ptr_array_index (self->choices, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "index")));
  choice->chosen = gtk_check_button_get_active (check);
  load (self);
}

static void
on_undo_clicked_cb (FramMyStepsDialog *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
}

static void
say_written (FramMyStepsDialog *self, const char *what)
{
  g_autofree char *escaped = g_markup_escape_text (what, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

typedef struct
{
  FramUuid seen;
  gboolean agreed;
} Agreement;

static gpointer
write_agreement (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Agreement *agreement = data;
  char *what = NULL;

  return fram_desk_agree_seen (desk, &agreement->seen, agreement->agreed, &what, error) ? what : NULL;
}

static void
on_agreed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramMyStepsDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  self->writing--;
  if (what != NULL)
    say_written (self, what);
  load (self);
  fram_paper_view_set_trouble (self->view, error != NULL ? error->message : NULL);
}

/* A yes that is given puts the line on the page; one that is taken back takes it off. */
static void
on_yes_cb (FramMyStepsDialog *self, GParamSpec *pspec, GtkSwitch *yes)
{
  FramMyStepsChoice *choice;
  Agreement *agreement;

  if (self->filling)
    return;
  choice = g_ptr_array_index (self->choices, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (yes), "index")));
  agreement = g_new0 (Agreement, 1);
  agreement->seen = choice->id;
  agreement->agreed = gtk_switch_get_active (yes);
  choice->chosen = agreement->agreed;
  self->writing++;
  fram_desk_run_async (self->desk, write_agreement, agreement, g_free, g_free, NULL, on_agreed_cb, g_object_ref (self));
}

/* The page as it is chosen, and whether the participant has said yes. */
static void
show_row (FramMyStepsDialog *self, guint i)
{
  const FramMyStepsChoice *choice = g_ptr_array_index (self->choices, i);
  AdwActionRow *row = g_ptr_array_index (self->rows, i);
  GtkWidget *check = g_object_get_data (G_OBJECT (row), "check"), *yes = g_object_get_data (G_OBJECT (row), "yes");
  g_autofree char *subtitle = NULL;
  const char *answer;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), choice->chosen);
  if (yes == NULL)
    return;
  gtk_switch_set_active (GTK_SWITCH (yes), choice->agreed);
  gtk_widget_set_sensitive (check, choice->agreed);
  answer = choice->agreed ? C_ ("my steps", "Has said yes") : C_ ("my steps", "No yes yet");
  subtitle = choice->detail != NULL ? g_strdup_printf ("%s · %s", choice->detail, answer) : g_strdup (answer);
  adw_action_row_set_subtitle (row, subtitle);
}

static void
add_yes (FramMyStepsDialog *self, AdwActionRow *row, const FramMyStepsChoice *choice, guint i)
{
  GtkWidget *yes = gtk_switch_new ();
  /* Translators: the name of a switch: whether the participant lets a line that was noticed stand on the page */
  g_autofree char *name = g_strdup_printf (C_ ("my steps", "Has said yes: %s"), choice->text);

  gtk_widget_set_valign (yes, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (yes, self->may_write);
  gtk_widget_set_tooltip_text (yes, C_ ("my steps", "Has said yes"));
  fram_widget_set_accessible_name (yes, name);
  g_object_set_data (G_OBJECT (yes), "index", GUINT_TO_POINTER (i));
  g_object_set_data (G_OBJECT (row), "yes", yes);
  adw_action_row_add_suffix (row, yes);
  g_signal_connect_object (yes, "notify::active", G_CALLBACK (on_yes_cb), self, G_CONNECT_SWAPPED);
}

static void
add_row (FramMyStepsDialog *self, guint i)
{
  const FramMyStepsChoice *choice = g_ptr_array_index (self->choices, i);
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), choice->text);
  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle_lines (row, 0);
  if (choice->detail != NULL)
    adw_action_row_set_subtitle (row, choice->detail);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  fram_widget_set_accessible_name (check, choice->text);
  g_object_set_data (G_OBJECT (check), "index", GUINT_TO_POINTER (i));
  g_object_set_data (G_OBJECT (row), "check", check);
  adw_action_row_add_prefix (row, check);
  adw_action_row_set_activatable_widget (row, check);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  if (is_seen (choice))
    add_yes (self, row, choice, i);
  adw_preferences_group_add (is_seen (choice) ? self->seen : self->steps, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static void
remove_rows (FramMyStepsDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "yes") != NULL ? self->seen : self->steps, row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static gboolean
has_rows_of (const GPtrArray *shown, const GPtrArray *choices)
{
  if (shown == NULL || shown->len != choices->len)
    return FALSE;
  for (guint i = 0; i < choices->len; i++)
    if (!is_same (g_ptr_array_index (shown, i), g_ptr_array_index (choices, i)))
      return FALSE;
  return TRUE;
}

static guint
count (const GPtrArray *choices, gboolean seen)
{
  guint n = 0;

  for (guint i = 0; i < choices->len; i++)
    n += is_seen (g_ptr_array_index (choices, i)) == seen;
  return n;
}

/* Rows that are there already stay, with the keyboard in them. */
static void
show_choices (FramMyStepsDialog *self, GPtrArray *choices)
{
  gboolean stays = has_rows_of (self->choices, choices);

  if (!stays)
    remove_rows (self);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = g_ptr_array_ref (choices);
  self->filling = TRUE;
  for (guint i = 0; i < choices->len; i++)
    {
      if (!stays)
        add_row (self, i);
      show_row (self, i);
    }
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->steps), count (choices, FALSE) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->seen), count (choices, TRUE) > 0);
  gtk_widget_set_visible (self->nothing, choices->len == 0);
}

static void
show_left_out (FramMyStepsDialog *self, const FramPaper *paper)
{
  guint n = fram_my_steps_paper_left_out (paper);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%u line that is chosen has no room on the page.",
                                 "%u lines that are chosen have no room on the page. The newest are there.", n),
                       n);

  fram_paper_view_set_remark (self->view, n > 0 ? text : NULL);
}

static void
show_waiting (FramMyStepsDialog *self, gboolean waiting)
{
  fram_paper_view_set_waiting (self->view, waiting);
  gtk_spinner_set_spinning (self->spinner, waiting);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramMyStepsDialog) self = data;
  g_autoptr (GError) error = NULL;
  Answer *answer = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk != NULL && self->loading == g_task_get_cancellable (G_TASK (result)))
    {
      g_clear_object (&self->loading);
      if (answer != NULL)
        {
          show_choices (self, answer->choices);
          fram_paper_view_set_paper (self->view, answer->paper);
          show_left_out (self, answer->paper);
        }
      else
        fram_paper_view_set_trouble (self->view, error->message);
      show_waiting (self, FALSE);
    }
  g_clear_pointer (&answer, answer_free);
}

static void
load (FramMyStepsDialog *self)
{
  Request *request;

  if (self->desk == NULL)
    return;
  request = g_new0 (Request, 1);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  request->case_no = g_strdup (self->case_no);
  request->enrolment = self->enrolment;
  request->choices = self->choices != NULL ? choices_copy (self->choices) : NULL;
  fram_paper_view_set_trouble (self->view, NULL);
  show_waiting (self, TRUE);
  fram_desk_run_async (self->desk, read_sheet, request, request_free, answer_free, self->loading, on_loaded_cb,
                       g_object_ref (self));
}

/* A talk that was undone, a milestone reached in another window: the page follows. */
static void
on_changed_cb (FramMyStepsDialog *self)
{
  if (self->writing == 0)
    load (self);
}

/* The page beside what it is made of, or below it. */
static void
on_room_changed_cb (FramMyStepsDialog *self)
{
  gboolean wide = fram_size_bin_get_room (self->room) >= WIDE;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->split),
                                  wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (self->choices_room, wide ? 380 : -1, wide ? -1 : 180);
  gtk_widget_set_hexpand (self->choices_room, !wide);
}

/* --- vfuncs --- */

static void
fram_my_steps_dialog_dispose (GObject *object)
{
  FramMyStepsDialog *self = FRAM_MY_STEPS_DIALOG (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
  if (self->view != NULL)
    fram_paper_view_close (self->view);
  gtk_widget_dispose_template (GTK_WIDGET (self), FRAM_TYPE_MY_STEPS_DIALOG);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->case_no, g_free);
  G_OBJECT_CLASS (fram_my_steps_dialog_parent_class)->dispose (object);
}

static void
fram_my_steps_dialog_class_init (FramMyStepsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_my_steps_dialog_dispose;
  g_type_ensure (FRAM_TYPE_PAPER_VIEW);
  g_type_ensure (FRAM_TYPE_SIZE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-my-steps-dialog.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, FramMyStepsDialog, child)
  BIND (room);
  BIND (toasts);
  BIND (split);
  BIND (choices_room);
  BIND (nothing);
  BIND (steps);
  BIND (seen);
  BIND (spinner);
  BIND (view);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_room_changed_cb);
}

static void
fram_my_steps_dialog_init (FramMyStepsDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fram_my_steps_dialog_new:
 * @desk: the register with its person
 * @parent: a widget of the window
 * @what: the participant, with the enrolment that is shown
 *
 * Returns: (transfer floating): the dialog; it goes when somebody else sits down
 */
GtkWindow *
fram_my_steps_dialog_new (FramDesk *desk, GtkWidget *parent, const FramCase *what)
{
  FramMyStepsDialog *self = g_object_new (FRAM_TYPE_MY_STEPS_DIALOG, NULL);
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (FRAM_IS_DESK (desk) && what != NULL, NULL);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  /* Translators: the title of a window: the page "My steps" of a participant */
  title = g_strdup_printf (C_ ("my steps", "My steps, %s"), what->person->row->name);
  gtk_window_set_title (GTK_WINDOW (self), title);
  self->desk = g_object_ref (desk);
  self->case_no = g_strdup (what->person->row->case_no);
  self->enrolment = what->enrolment;
  self->may_write = what->writes_progress && fram_desk_get_read_only_reason (desk) == NULL;
  fram_paper_view_set_up (self->view, desk, GTK_WINDOW (self));
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "person-changed", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  load (self);
  return GTK_WINDOW (self);
}

/**
 * fram_my_steps_dialog_is_idle:
 * @self: a dialog
 *
 * Returns: whether the page is shown as it was chosen, and nothing is being written, saved or printed
 */
gboolean
fram_my_steps_dialog_is_idle (FramMyStepsDialog *self)
{
  g_return_val_if_fail (FRAM_IS_MY_STEPS_DIALOG (self), TRUE);
  return self->loading == NULL && self->writing == 0 && !fram_paper_view_is_busy (self->view);
}

/**
 * fram_my_steps_dialog_save:
 * @self: a dialog
 * @path: where the page goes
 *
 * Saves the page in view off the main loop; what goes wrong is said in the dialog.
 */
void
fram_my_steps_dialog_save (FramMyStepsDialog *self, const char *path)
{
  g_return_if_fail (FRAM_IS_MY_STEPS_DIALOG (self) && path != NULL);
  fram_paper_view_save (self->view, path);
}
