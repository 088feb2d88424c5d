#include "fram-commitments-page.h"

#include "fram-commitment-dialog.h"
#include "fram-commitment-line.h"
#include "fram-desk-people.h"
#include "fram-size-bin.h"
#include "fram-table.h"

#include <glib/gi18n-lib.h>

/** Narrower than this, the filters stand under each other. */
#define NARROW 520

struct _FramCommitmentsPage
{
  FramListPage parent_instance;

  /* template children */
  FramSizeBin *room;
  GtkLabel *count;
  GtkBox *filters;
  GtkDropDown *own;
  GtkDropDown *whose;
  GtkDropDown *state;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *nothing;
  AdwStatusPage *trouble;

  /* owned */
  GListStore *rows;
  GPtrArray *whose_codes; /* as in the drop-down; the first is NULL for everybody's */

  gboolean filling;
};

enum
{
  OWN_MINE,
  OWN_ALL
};

enum
{
  STATE_OPEN,
  STATE_LATE,
  STATE_ALL
};

G_DEFINE_FINAL_TYPE (FramCommitmentsPage, fram_commitments_page, FRAM_TYPE_LIST_PAGE)

static FramDesk *
desk_of (FramCommitmentsPage *self)
{
  return fram_list_page_get_desk (FRAM_LIST_PAGE (self));
}

static void
show_count (FramCommitmentsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows)), late = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FramCommitmentRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      late += row->state == FRAM_COMMITMENT_LATE;
    }
  /* TRANSLATORS: how many are in the list, and how many of them are late */
  text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u commitment, %u late", "%u commitments, %u late", n), n, late);
  gtk_label_set_label (self->count, n > 0 ? text : "");
}

static gboolean
looks_the_same (const FramCommitmentRow *a, const FramCommitmentRow *b)
{
  return fram_uuid_equal (&a->enrolment, &b->enrolment) && g_strcmp0 (a->code, b->code) == 0 &&
         a->ordinal == b->ordinal && a->state == b->state && a->due == b->due && a->done == b->done &&
         a->writes == b->writes && g_strcmp0 (a->note, b->note) == 0 && g_strcmp0 (a->name, b->name) == 0 &&
         g_strcmp0 (a->whose_text, b->whose_text) == 0;
}

/* What is shown already stays the same, before and after what has changed: focus and place are kept. */
static void
show_rows (FramCommitmentsPage *self, GPtrArray *rows)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint before = 0, after = 0;

  for (; before < MIN (n, rows->len); before++)
    {
      g_autoptr (FramCommitmentRow) old = g_list_model_get_item (G_LIST_MODEL (self->rows), before);

      if (!looks_the_same (old, g_ptr_array_index (rows, before)))
        break;
    }
  for (; after < MIN (n, rows->len) - before; after++)
    {
      g_autoptr (FramCommitmentRow) old = g_list_model_get_item (G_LIST_MODEL (self->rows), n - after - 1);

      if (!looks_the_same (old, g_ptr_array_index (rows, rows->len - after - 1)))
        break;
    }
  g_list_store_splice (self->rows, before, n - before - after, rows->pdata + before, rows->len - before - after);
  show_count (self);
  gtk_stack_set_visible_child_name (self->stack, rows->len > 0 ? "list" : "nothing");
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramCommitmentsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (!fram_list_page_take (FRAM_LIST_PAGE (self), result))
    return;
  if (rows != NULL)
    {
      show_rows (self, rows);
      return;
    }
  adw_status_page_set_description (self->trouble, error->message);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

typedef struct
{
  FramCommitmentQuery query;
  char *whose;
} Asking;

static void
asking_free (gpointer data)
{
  g_free (((Asking *)data)->whose);
  g_free (data);
}

static gpointer
read_rows (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_commitments (desk, &((Asking *)data)->query, error);
}

static void
list_read (FramListPage *page, GCancellable *cancellable)
{
  FramCommitmentsPage *self = FRAM_COMMITMENTS_PAGE (page);
  guint whose = gtk_drop_down_get_selected (self->whose);
  guint state = gtk_drop_down_get_selected (self->state);
  Asking *asking = g_new0 (Asking, 1);

  if (whose < self->whose_codes->len)
    asking->whose = g_strdup (g_ptr_array_index (self->whose_codes, whose));
  asking->query.whose = asking->whose;
  asking->query.own = gtk_drop_down_get_selected (self->own) == OWN_MINE;
  asking->query.open = state == STATE_OPEN;
  asking->query.late = state == STATE_LATE;
  fram_desk_run_async (desk_of (self), read_rows, asking, asking_free, (GDestroyNotify)g_ptr_array_unref, cancellable,
                       on_read_cb, g_object_ref (self));
}

static void
on_filter_changed_cb (FramCommitmentsPage *self)
{
  if (!self->filling)
    fram_list_page_ask (FRAM_LIST_PAGE (self));
}

static void
on_row_activated_cb (FramCommitmentsPage *self, guint position)
{
  g_autoptr (FramCommitmentRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-person-at", "(ss)", row->case_no, "plan");
}

static void
on_room_changed_cb (FramCommitmentsPage *self)
{
  gboolean narrow = fram_size_bin_get_room (self->room) < NARROW;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->filters),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
on_edit_wanted_cb (FramCommitmentsPage *self, FramCommitmentLine *line)
{
  gtk_window_present (
      GTK_WINDOW (fram_commitment_dialog_new (desk_of (self), GTK_WIDGET (self), fram_commitment_line_get_row (line))));
}

static void
on_setup_cb (FramCommitmentsPage *self, GtkListItem *item)
{
  GtkWidget *line = fram_commitment_line_new (desk_of (self), TRUE);

  g_signal_connect_object (line, "edit-wanted", G_CALLBACK (on_edit_wanted_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, line);
}

static void
on_bind_cb (FramCommitmentsPage *self, GtkListItem *item)
{
  fram_commitment_line_show (FRAM_COMMITMENT_LINE (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
on_unbind_cb (FramCommitmentsPage *self, GtkListItem *item)
{
  fram_commitment_line_show (FRAM_COMMITMENT_LINE (gtk_list_item_get_child (item)), NULL);
}

static void
fill (GtkDropDown *row, const char *const *names)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  gtk_drop_down_set_model (row, G_LIST_MODEL (list));
}

static void
fill_choices (FramCommitmentsPage *self)
{
  const char *own[] = { _ ("My participants"), _ ("All participants"), NULL };
  const char *states[] = { _ ("Late and due"), _ ("Late only"), _ ("All"), NULL };

  fill (self->own, own);
  fill (self->state, states);
}

static void
fill_whose (FramCommitmentsPage *self, const GPtrArray *organisations)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->whose_codes, 0);
  g_ptr_array_add (self->whose_codes, NULL);
  gtk_string_list_append (list, _ ("Everybody's"));
  g_ptr_array_add (self->whose_codes, g_strdup (FRAM_COMMITMENT_OF_PROGRAMME));
  gtk_string_list_append (list, _ ("Ours"));
  for (guint i = 0; organisations != NULL && i < organisations->len; i++)
    {
      const FramChoice *choice = g_ptr_array_index (organisations, i);

      g_ptr_array_add (self->whose_codes, g_strdup (choice->code));
      gtk_string_list_append (list, choice->name);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->whose, G_LIST_MODEL (list));
  self->filling = FALSE;
}

static gpointer
read_organisations (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_organisations (desk, error);
}

static void
on_organisations_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramCommitmentsPage) self = user_data;
  g_autoptr (GPtrArray) organisations = fram_desk_run_finish (FRAM_DESK (source), result, NULL);

  if (desk_of (self) != NULL && organisations != NULL)
    fill_whose (self, organisations);
}

/* Who has no participants of their own sees everybody's. */
static void
choose_own (FramCommitmentsPage *self)
{
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (desk_of (self));
  gboolean has_own = fram_viewer_has_role (viewer, FRAM_ROLE_CASE_WORKER);

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->own, has_own ? OWN_MINE : OWN_ALL);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->own), has_own);
}

static void
list_prepare (FramListPage *page)
{
  choose_own (FRAM_COMMITMENTS_PAGE (page));
}

static void
list_focus (FramListPage *page)
{
  FramCommitmentsPage *self = FRAM_COMMITMENTS_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") != 0 ||
      !gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->state));
}

static void
append_line (GString *table, FramCommitmentRow *row)
{
  char due[FRAM_DATE_TEXT_SIZE], done[FRAM_DATE_TEXT_SIZE] = "";

  if (row->done != FRAM_DATE_NONE)
    fram_date_format (row->done, done);
  fram_table_add_cell (table, row->case_no);
  fram_table_add_cell (table, row->name);
  fram_table_add_cell (table, row->title);
  fram_table_add_cell (table, row->whose_text);
  fram_table_add_cell (table, fram_date_format (row->due, due));
  fram_table_add_cell (table, done);
  fram_table_add_cell (table, fram_commitment_state_get_name (row->state));
  fram_table_end_row (table);
}

static void
append_heads (GString *table)
{
  const char *heads[] = { _ ("Case number"), _ ("Name"), _ ("Commitment"), _ ("Whose"),
                          _ ("Due"),         _ ("Done"), _ ("State") };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    fram_table_add_cell (table, heads[i]);
  fram_table_end_row (table);
}

static char *
list_dup_selection (FramListPage *page)
{
  FramCommitmentsPage *self = FRAM_COMMITMENTS_PAGE (page);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (gtk_list_view_get_model (self->list));
  GString *table;

  if (gtk_bitset_is_empty (selected))
    return NULL;
  table = g_string_new (NULL);
  append_heads (table);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (FramCommitmentRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (gtk_bitset_contains (selected, i))
        append_line (table, row);
    }
  return g_string_free (table, FALSE);
}

static GArray *
list_dup_selected_people (FramListPage *page, FramClass *klass)
{
  FramCommitmentsPage *self = FRAM_COMMITMENTS_PAGE (page);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (gtk_list_view_get_model (self->list));
  GArray *people = g_array_new (FALSE, FALSE, sizeof (FramUuid));

  *klass = FRAM_CLASS_PLAN;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (FramCommitmentRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (gtk_bitset_contains (selected, i))
        g_array_append_val (people, row->participant);
    }
  return people;
}

static void
fram_commitments_page_dispose (GObject *object)
{
  FramCommitmentsPage *self = FRAM_COMMITMENTS_PAGE (object);

  g_clear_object (&self->rows);
  g_clear_pointer (&self->whose_codes, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_commitments_page_parent_class)->dispose (object);
}

static void
fram_commitments_page_class_init (FramCommitmentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FramListPageClass *list_class = FRAM_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_commitments_page_dispose;
  list_class->uri = "commitments:";
  list_class->prepare = list_prepare;
  list_class->read = list_read;
  list_class->focus = list_focus;
  list_class->dup_selection = list_dup_selection;
  list_class->dup_selected_people = list_dup_selected_people;
  g_type_ensure (FRAM_TYPE_SIZE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-commitments-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FramCommitmentsPage, room);
  gtk_widget_class_bind_template_child (widget_class, FramCommitmentsPage, count);
  gtk_widget_class_bind_template_child (widget_class, FramCommitmentsPage, filters);
  gtk_widget_class_bind_template_child (widget_class, FramCommitmentsPage, own);
  gtk_widget_class_bind_template_child (widget_class, FramCommitmentsPage, whose);
  gtk_widget_class_bind_template_child (widget_class, FramCommitmentsPage, state);
  gtk_widget_class_bind_template_child (widget_class, FramCommitmentsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FramCommitmentsPage, list);
  gtk_widget_class_bind_template_child (widget_class, FramCommitmentsPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, FramCommitmentsPage, trouble);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_room_changed_cb);
}

static void
set_model (FramCommitmentsPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkMultiSelection *selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (factory);
  g_object_unref (selection);
}

static void
fram_commitments_page_init (FramCommitmentsPage *self)
{
  self->filling = TRUE;
  self->rows = g_list_store_new (FRAM_TYPE_COMMITMENT_ROW);
  self->whose_codes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  fill_whose (self, NULL);
  set_model (self);
  self->filling = FALSE;
}

/**
 * fram_commitments_page_new:
 * @desk: the desk
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
fram_commitments_page_new (FramDesk *desk)
{
  FramCommitmentsPage *self = g_object_new (FRAM_TYPE_COMMITMENTS_PAGE, "desk", desk, NULL);

  fram_desk_run_async (desk, read_organisations, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, NULL,
                       on_organisations_read_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
