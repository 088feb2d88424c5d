#include "fram-find-place-dialog.h"

#include "fram-choices.h"
#include "fram-field-error.h"
#include "fram-form-dialog.h"
#include "fram-outside-dialog.h"
#include "fram-part-rows.h"

#include <glib/gi18n-lib.h>

struct _FramFindPlaceDialog
{
  AdwWindow parent_instance;

  /* borrowed */
  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  AdwEntryRow *wish;
  AdwEntryRow *from;
  FramFieldError *from_error;
  AdwComboRow *field;
  FramPartRows *rows;

  /* owned */
  FramDesk *desk;
  char *case_no;
  FramPlaceMatches *matches;

  gboolean filled; /* the fields are the person's from now on */
};

enum
{
  WRITTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramFindPlaceDialog, fram_find_place_dialog, ADW_TYPE_WINDOW)

static void load (FramFindPlaceDialog *self);

static void
on_undo_clicked_cb (FramFindPlaceDialog *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
}

static void
on_written_cb (FramFindPlaceDialog *self, const char *what)
{
  AdwToast *toast = adw_toast_new (what);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Placed: what was looked for is found, and the page behind tells it. */
static void
on_placed_cb (FramFindPlaceDialog *self, const char *what)
{
  g_signal_emit (self, signals[WRITTEN], 0, what);
  gtk_window_close (GTK_WINDOW (self));
}

static const FramPlaceMatch *
find_match (FramFindPlaceDialog *self, const char *key)
{
  FramUuid id;

  for (guint i = 0; fram_uuid_parse (key, &id) && i < self->matches->matches->len; i++)
    {
      const FramPlaceMatch *match = g_ptr_array_index (self->matches->matches, i);

      if (fram_uuid_equal (&match->place->id, &id))
        return match;
    }
  return NULL;
}

static void
on_place_clicked_cb (FramFindPlaceDialog *self, GtkWidget *button)
{
  const FramPlaceMatch *match = find_match (self, g_object_get_data (G_OBJECT (button), "place"));
  FramDate from;
  FramOutsideDialog *dialog;

  if (match == NULL)
    return;
  from = match->place->free_from != FRAM_DATE_NONE ? match->place->free_from : self->matches->from;
  dialog = fram_outside_dialog_new (self->desk, GTK_WIDGET (self), self->case_no, self->matches->name,
                                    &match->place->id, from);
  g_signal_connect_object (dialog, "written", G_CALLBACK (on_placed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_match (FramFindPlaceDialog *self, GtkWidget *group, const FramPlaceMatch *match)
{
  char key[FRAM_UUID_TEXT_SIZE];
  g_autofree char *tasks = match->place->tasks != NULL ? g_strdup_printf ("%s\n", match->place->tasks) : g_strdup ("");
  g_autofree char *text = g_strdup_printf ("%s%s%s%s", tasks, match->reasons, match->lacks != NULL ? "\n" : "",
                                           match->lacks != NULL ? match->lacks : "");
  /* TRANSLATORS: an employer */
  g_autofree char *name = g_strdup_printf (_ ("Place at %s"), match->place->employer);
  GtkWidget *row, *button;

  fram_uuid_format (&match->place->id, key);
  row = fram_part_rows_add (self->rows, group, key, match->place->employer, text);
  if (!self->matches->may_place)
    return;
  button = fram_part_rows_add_suffix (row, _ ("_Place…"), name);
  g_object_set_data_full (G_OBJECT (button), "place", g_strdup (key), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_place_clicked_cb), self, G_CONNECT_SWAPPED);
}

/* What the list goes by, under its heading. */
static char *
basis_of (const FramPlaceMatches *matches)
{
  GString *text = g_string_new (matches->basis);

  if (matches->need_names != NULL && matches->need_names[0] != '\0')
    {
      g_string_append_c (text, ' ');
      /* TRANSLATORS: areas in which adaptations are needed */
      g_string_append_printf (text, _ ("Needed: %s."), matches->need_names);
    }
  if (matches->field_names[0] != '\0')
    {
      g_string_append_c (text, ' ');
      /* TRANSLATORS: kinds of work */
      g_string_append_printf (text, _ ("Looked for: %s."), matches->field_names);
    }
  return g_string_free (text, FALSE);
}

static void
show_matches (FramFindPlaceDialog *self)
{
  g_autofree char *basis = basis_of (self->matches);
  GtkWidget *group;

  fram_part_rows_begin (self->rows);
  group = fram_part_rows_add_group (self->rows, _ ("Places, the most fitting first"), basis);
  for (guint i = 0; i < self->matches->matches->len; i++)
    add_match (self, group, g_ptr_array_index (self->matches->matches, i));
  if (self->matches->matches->len == 0)
    fram_part_rows_add_nothing (self->rows, group,
                                _ ("No external place is in use. Add one on the page External places."));
  fram_part_rows_end (self->rows);
}

static void
fill (FramFindPlaceDialog *self)
{
  g_autofree char *title = g_strdup_printf (_ ("Find a place for %s"), self->matches->name);
  char day[FRAM_DATE_TEXT_SIZE];

  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_editable_set_text (GTK_EDITABLE (self->wish), self->matches->wish != NULL ? self->matches->wish : "");
  gtk_editable_set_editable (GTK_EDITABLE (self->wish), self->matches->may_write_wish);
  gtk_editable_set_text (GTK_EDITABLE (self->from), fram_date_format (self->matches->from, day));
  self->filled = TRUE;
}

typedef struct
{
  char *case_no;
  char *wish;
  FramDate from;
  GStrv fields;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_free (asked->case_no);
  g_free (asked->wish);
  g_strfreev (asked->fields);
  g_free (asked);
}

static gpointer
read_matches (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;

  return fram_desk_match_places (desk, asked->case_no, asked->from, (const char *const *)asked->fields, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramFindPlaceDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  FramPlaceMatches *matches = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk == NULL || fram_part_rows_is_stale (self->rows, result))
    g_clear_pointer (&matches, fram_place_matches_free);
  else if (matches == NULL)
    fram_part_rows_set_trouble (self->rows, error->message);
  else
    {
      g_clear_pointer (&self->matches, fram_place_matches_free);
      self->matches = matches;
      if (!self->filled)
        fill (self);
      show_matches (self);
    }
}

static void
load (FramFindPlaceDialog *self)
{
  const char *field = fram_choices_get (self->field);
  Asked *asked;
  FramDate from = FRAM_DATE_NONE;

  if (self->desk == NULL || (self->filled && !fram_field_error_read_date (self->from_error, FALSE, &from)))
    return;
  asked = g_new0 (Asked, 1);
  asked->case_no = g_strdup (self->case_no);
  asked->from = from;
  asked->fields = field != NULL ? g_strsplit (field, ";", -1) : NULL;
  fram_desk_run_async (self->desk, read_matches, asked, asked_free, (GDestroyNotify)fram_place_matches_free,
                       fram_part_rows_ask (self->rows), on_read_cb, g_object_ref (self));
}

static gpointer
write_wish (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  char *what = NULL;

  fram_desk_save_wished_place (desk, asked->case_no, asked->wish, &what, error);
  return what;
}

static void
on_wish_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramFindPlaceDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  if (what != NULL)
    on_written_cb (self, what);
  else
    fram_part_rows_set_trouble (self->rows, error->message);
}

static gboolean
is_wish_changed (FramFindPlaceDialog *self)
{
  return self->filled && self->matches != NULL && self->matches->may_write_wish &&
         g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->wish)),
                    self->matches->wish != NULL ? self->matches->wish : "") != 0;
}

/* The wish is on disk when the cursor leaves it. */
static void
save_wish (FramFindPlaceDialog *self)
{
  Asked *asked;

  if (!is_wish_changed (self))
    return;
  g_free (self->matches->wish);
  self->matches->wish = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->wish)));
  asked = g_new0 (Asked, 1);
  asked->case_no = g_strdup (self->case_no);
  asked->wish = g_strdup (self->matches->wish);
  fram_desk_run_async (self->desk, write_wish, asked, asked_free, g_free, NULL, on_wish_written_cb,
                       g_object_ref (self));
}

static void
on_changed_cb (FramFindPlaceDialog *self)
{
  if (self->matches != NULL)
    load (self);
}

static void
on_from_changed_cb (FramFindPlaceDialog *self)
{
  FramDate day = fram_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->from)));

  if (self->filled && day != FRAM_DATE_NONE)
    load (self);
}

static void
on_from_activated_cb (FramFindPlaceDialog *self)
{
  load (self);
}

static void
on_field_chosen_cb (FramFindPlaceDialog *self)
{
  if (self->filled)
    load (self);
}

static gboolean
on_close_cb (FramFindPlaceDialog *self)
{
  save_wish (self);
  return FALSE;
}

static void
fram_find_place_dialog_dispose (GObject *object)
{
  FramFindPlaceDialog *self = FRAM_FIND_PLACE_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->case_no, g_free);
  g_clear_pointer (&self->matches, fram_place_matches_free);
  G_OBJECT_CLASS (fram_find_place_dialog_parent_class)->dispose (object);
}

static void
fram_find_place_dialog_class_init (FramFindPlaceDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_find_place_dialog_dispose;
  signals[WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static AdwEntryRow *
add_entry (GtkWidget *group, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return ADW_ENTRY_ROW (row);
}

static GtkWidget *
make_question (FramFindPlaceDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->wish = add_entry (group, _ ("Wished place, in the participant's words"));
  adw_entry_row_set_show_apply_button (self->wish, FALSE);
  self->from = add_entry (group, _ ("From (year-month-day)"));
  self->from_error = g_object_new (FRAM_TYPE_FIELD_ERROR, "field", self->from, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->from_error));
  self->field = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->field), _ ("Kind of work"));
  fram_choices_add (self->field, NULL, C_ ("kind of work", "As the wish says"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->field));
  return group;
}

static GtkWidget *
make_content (FramFindPlaceDialog *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24), *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = fram_part_rows_new ("");
  gtk_box_append (GTK_BOX (column), make_question (self));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->rows));
  gtk_widget_add_css_class (column, "fram-column");
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
fram_find_place_dialog_init (FramFindPlaceDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (_ ("Find a place"), NULL));
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_toast_overlay_set_child (self->toasts, make_content (self));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toasts));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 600, 680);
  gtk_widget_set_size_request (GTK_WIDGET (self), 320, -1);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Find a place"));
  gtk_widget_add_controller (GTK_WIDGET (self->wish), focus);
  g_signal_connect_object (focus, "leave", G_CALLBACK (save_wish), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->wish, "entry-activated", G_CALLBACK (save_wish), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->from, "changed", G_CALLBACK (on_from_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->from, "entry-activated", G_CALLBACK (on_from_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->field, "notify::selected", G_CALLBACK (on_field_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "close-request", G_CALLBACK (on_close_cb), NULL);
}

static gpointer
read_fields (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_work_fields (desk, error);
}

static void
on_fields_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramFindPlaceDialog) self = user_data;
  g_autoptr (GPtrArray) fields = fram_desk_run_finish (FRAM_DESK (source), result, NULL);

  if (self->desk == NULL)
    return;
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      const FramChoice *choice = g_ptr_array_index (fields, i);

      fram_choices_add (self->field, choice->code, choice->name);
    }
}

/**
 * fram_find_place_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @case_no: for whom
 *
 * Returns: (transfer floating): the dialog
 */
FramFindPlaceDialog *
fram_find_place_dialog_new (FramDesk *desk, GtkWidget *parent, const char *case_no)
{
  FramFindPlaceDialog *self = g_object_new (FRAM_TYPE_FIND_PLACE_DIALOG, NULL);
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;

  self->desk = g_object_ref (desk);
  self->case_no = g_strdup (case_no);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  fram_desk_run_async (desk, read_fields, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, NULL, on_fields_read_cb,
                       g_object_ref (self));
  load (self);
  return self;
}
