#include "fram-commitments-part.h"

#include "fram-commitment-dialog.h"
#include "fram-commitment-line.h"

#include <glib/gi18n.h>

struct _FramCommitmentsPart
{
  GtkBox parent_instance;

  /* borrowed */
  GtkLabel *summary;
  GtkListBox *open;
  GtkExpander *fold;
  GtkListBox *over;

  /* owned */
  FramDesk *desk;
  GPtrArray *rows; /* FramCommitmentRow */
  GCancellable *reading;

  FramUuid enrolment;
};

static void fram_commitments_part_section_init (FramSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FramCommitmentsPart, fram_commitments_part, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (FRAM_TYPE_SECTION, fram_commitments_part_section_init))

static gboolean
is_open (const FramCommitmentRow *row)
{
  return row->state != FRAM_COMMITMENT_DONE && row->state != FRAM_COMMITMENT_LAPSED;
}

static gboolean
is_same (const FramCommitmentRow *a, const FramCommitmentRow *b)
{
  return g_strcmp0 (a->code, b->code) == 0 && a->ordinal == b->ordinal &&
         fram_uuid_equal (&a->enrolment, &b->enrolment);
}

static void
on_edit_wanted_cb (FramCommitmentsPart *self, FramCommitmentLine *line)
{
  FramCommitmentDialog *dialog =
      fram_commitment_dialog_new (self->desk, GTK_WIDGET (self), fram_commitment_line_get_row (line));

  gtk_window_present (GTK_WINDOW (dialog));
}

static FramCommitmentLine *
line_at (GtkListBox *list, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, index);

  return row != NULL ? FRAM_COMMITMENT_LINE (gtk_list_box_row_get_child (row)) : NULL;
}

/* Lines that are there go on being what they are, so that neither focus nor place is lost. */
static void
show_list (FramCommitmentsPart *self, GtkListBox *list, gboolean open)
{
  int n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      FramCommitmentRow *row = g_ptr_array_index (self->rows, i);
      FramCommitmentLine *line;

      if (is_open (row) != open)
        continue;
      line = line_at (list, n);
      if (line == NULL)
        {
          line = FRAM_COMMITMENT_LINE (fram_commitment_line_new (self->desk, FALSE));
          g_signal_connect_object (line, "edit-wanted", G_CALLBACK (on_edit_wanted_cb), self, G_CONNECT_SWAPPED);
          gtk_list_box_append (list, GTK_WIDGET (line));
          gtk_list_box_row_set_activatable (gtk_list_box_get_row_at_index (list, n), FALSE);
          gtk_widget_set_focusable (GTK_WIDGET (gtk_list_box_get_row_at_index (list, n)), FALSE);
        }
      fram_commitment_line_show (line, row);
      n++;
    }
  while (gtk_list_box_get_row_at_index (list, n) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (gtk_list_box_get_row_at_index (list, n)));
  gtk_widget_set_visible (GTK_WIDGET (list), n > 0);
}

static void
show_summary (FramCommitmentsPart *self)
{
  guint late = 0, due = 0, over = 0;
  g_autofree char *folded = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const FramCommitmentRow *row = g_ptr_array_index (self->rows, i);

      late += row->state == FRAM_COMMITMENT_LATE;
      due += row->state == FRAM_COMMITMENT_DUE;
      over += !is_open (row);
    }
  /* TRANSLATORS: how many commitments are late and how many are due */
  text = g_strdup_printf (_ ("%u late, %u due within two weeks"), late, due);
  folded = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u that is done or over", "%u that are done or over", over),
                            over);
  gtk_label_set_label (self->summary, self->rows->len == 0 ? _ ("Nothing has been promised yet.") : text);
  gtk_expander_set_label (self->fold, folded);
  gtk_widget_set_visible (GTK_WIDGET (self->fold), over > 0);
}

/* The line in which the keyboard is. */
static FramCommitmentRow *
focused_row (FramCommitmentsPart *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *line = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
                        ? gtk_widget_get_ancestor (focus, FRAM_TYPE_COMMITMENT_LINE)
                        : NULL;

  return line != NULL ? fram_commitment_line_get_row (FRAM_COMMITMENT_LINE (line)) : NULL;
}

/* What was ticked has gone to the other list; the keyboard stays where the next one is. */
static void
focus_again (FramCommitmentsPart *self, const FramCommitmentRow *row, int index)
{
  FramCommitmentLine *line = NULL;

  for (int i = 0; line == NULL && line_at (self->open, i) != NULL; i++)
    if (is_same (fram_commitment_line_get_row (line_at (self->open, i)), row))
      line = line_at (self->open, i);
  if (line == NULL)
    line = line_at (self->open, index);
  if (line == NULL && index > 0)
    line = line_at (self->open, index - 1);
  if (line != NULL)
    fram_commitment_line_focus (line);
}

static int
index_of (FramCommitmentsPart *self, const FramCommitmentRow *row)
{
  for (int i = 0; line_at (self->open, i) != NULL; i++)
    if (is_same (fram_commitment_line_get_row (line_at (self->open, i)), row))
      return i;
  return -1;
}

static void
show_rows (FramCommitmentsPart *self)
{
  FramCommitmentRow *focused = focused_row (self);
  g_autoptr (FramCommitmentRow) kept = focused != NULL ? g_object_ref (focused) : NULL;
  int index = kept != NULL ? index_of (self, kept) : -1;

  show_list (self, self->open, TRUE);
  show_list (self, self->over, FALSE);
  show_summary (self);
  if (index >= 0)
    focus_again (self, kept, index);
}

static gpointer
read_rows (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  FramCommitmentQuery query = { .enrolment = data };

  return fram_desk_commitments (desk, &query, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramCommitmentsPart) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    {
      g_clear_pointer (&rows, g_ptr_array_unref);
      return;
    }
  if (rows == NULL)
    {
      gtk_label_set_label (self->summary, error->message);
      return;
    }
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = rows;
  show_rows (self);
}

static void
section_show (FramSection *section, FramDesk *desk, const FramCase *what)
{
  FramCommitmentsPart *self = FRAM_COMMITMENTS_PART (section);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (what == NULL || fram_uuid_is_none (&what->enrolment))
    return;
  g_set_object (&self->desk, desk);
  self->enrolment = what->enrolment;
  self->reading = g_cancellable_new ();
  fram_desk_run_async (desk, read_rows, g_memdup2 (&self->enrolment, sizeof self->enrolment), g_free,
                       (GDestroyNotify)g_ptr_array_unref, self->reading, on_read_cb, g_object_ref (self));
}

static void
section_focus (FramSection *section)
{
  FramCommitmentLine *line = line_at (FRAM_COMMITMENTS_PART (section)->open, 0);

  if (line != NULL)
    fram_commitment_line_focus (line);
}

static gboolean
section_edit (FramSection *section, FramEntity entity, const FramUuid *id)
{
  return entity == FRAM_ENTITY_COMMITMENT && (section_focus (section), TRUE);
}

static void
fram_commitments_part_section_init (FramSectionInterface *iface)
{
  iface->show = section_show;
  iface->focus = section_focus;
  iface->edit = section_edit;
}

static void
fram_commitments_part_dispose (GObject *object)
{
  FramCommitmentsPart *self = FRAM_COMMITMENTS_PART (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_commitments_part_parent_class)->dispose (object);
}

static void
fram_commitments_part_class_init (FramCommitmentsPartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_commitments_part_dispose;
}

static GtkListBox *
new_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  fram_widget_set_accessible_name (list, name);
  gtk_widget_set_visible (list, FALSE);
  return GTK_LIST_BOX (list);
}

static void
fram_commitments_part_init (FramCommitmentsPart *self)
{
  GtkWidget *title = gtk_label_new (_ ("Commitments"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (self), title);
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "fram-dim");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->summary));
  self->open = new_list (_ ("Commitments that are open"));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->open));
  self->over = new_list (_ ("Commitments that are done or over"));
  self->fold = GTK_EXPANDER (gtk_expander_new (NULL));
  gtk_expander_set_child (self->fold, GTK_WIDGET (self->over));
  gtk_widget_set_visible (GTK_WIDGET (self->fold), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->fold));
}

/**
 * fram_commitments_part_new:
 *
 * Returns: (transfer floating): the part
 */
GtkWidget *
fram_commitments_part_new (void)
{
  return g_object_new (FRAM_TYPE_COMMITMENTS_PART, NULL);
}
