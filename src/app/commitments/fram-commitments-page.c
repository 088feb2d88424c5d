#include "fram-commitments-page.h"

#include "fram-commitment-dialog.h"
#include "fram-commitment-line.h"
#include "fram-desk-people.h"
#include "fram-page.h"
#include "fram-size-bin.h"
#include "fram-table.h"

#include <glib/gi18n-lib.h>

/** Narrower than this, the filters stand under each other. */
#define NARROW 520

struct _FramCommitmentsPage
{
  AdwBin parent_instance;

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
  FramDesk *desk;
  GListStore *rows;
  GPtrArray *whose_codes; /* as in the drop-down; the first is NULL for everybody's */
  GCancellable *reading;

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

static void fram_commitments_page_page_init (FramPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FramCommitmentsPage, fram_commitments_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FRAM_TYPE_PAGE, fram_commitments_page_page_init))

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

  if (self->desk == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
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
reload (FramCommitmentsPage *self)
{
  guint whose = gtk_drop_down_get_selected (self->whose);
  guint state = gtk_drop_down_get_selected (self->state);
  Asking *asking;

  if (self->filling || self->desk == NULL)
    return;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  asking = g_new0 (Asking, 1);
  if (whose < self->whose_codes->len)
    asking->whose = g_strdup (g_ptr_array_index (self->whose_codes, whose));
  asking->query.whose = asking->whose;
  asking->query.own = gtk_drop_down_get_selected (self->own) == OWN_MINE;
  asking->query.open = state == STATE_OPEN;
  asking->query.late = state == STATE_LATE;
  fram_desk_run_async (self->desk, read_rows, asking, asking_free, (GDestroyNotify)g_ptr_array_unref, self->reading,
                       on_read_cb, g_object_ref (self));
}

static void
on_filter_changed_cb (FramCommitmentsPage *self)
{
  reload (self);
}

static void
on_changed_cb (FramCommitmentsPage *self)
{
  reload (self);
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
      GTK_WINDOW (fram_commitment_dialog_new (self->desk, GTK_WIDGET (self), fram_commitment_line_get_row (line))));
}

static void
on_setup_cb (FramCommitmentsPage *self, GtkListItem *item)
{
  GtkWidget *line = fram_commitment_line_new (self->desk, TRUE);

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

  if (self->desk != NULL && organisations != NULL)
    fill_whose (self, organisations);
}

/* Who has no participants of their own sees everybody's. */
static void
choose_own (FramCommitmentsPage *self)
{
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (self->desk);
  gboolean has_own = fram_viewer_has_role (viewer, FRAM_ROLE_CASE_WORKER);

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->own, has_own ? OWN_MINE : OWN_ALL);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->own), has_own);
}

static void
fram_commitments_page_dispose (GObject *object)
{
  FramCommitmentsPage *self = FRAM_COMMITMENTS_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->desk);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->whose_codes, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_commitments_page_parent_class)->dispose (object);
}

static void
fram_commitments_page_class_init (FramCommitmentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_commitments_page_dispose;
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
}

static FramDesk *
page_get_desk (FramPage *page)
{
  return FRAM_COMMITMENTS_PAGE (page)->desk;
}

static char *
page_dup_uri (FramPage *page)
{
  return g_strdup ("commitments:");
}

static char *
page_dup_title (FramPage *page)
{
  return g_strdup (_ ("Commitments"));
}

static const char *
page_get_icon_name (FramPage *page)
{
  return "object-select-symbolic";
}

static void
page_reload (FramPage *page)
{
  FramCommitmentsPage *self = FRAM_COMMITMENTS_PAGE (page);

  choose_own (self);
  reload (self);
}

static void
page_focus (FramPage *page)
{
  FramCommitmentsPage *self = FRAM_COMMITMENTS_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") != 0 ||
      !gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->state));
}

static gboolean
can_print (FramPage *page)
{
  return FALSE;
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
page_dup_selection (FramPage *page)
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
page_dup_selected_people (FramPage *page, FramClass *klass)
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
fram_commitments_page_page_init (FramPageInterface *iface)
{
  iface->get_desk = page_get_desk;
  iface->dup_uri = page_dup_uri;
  iface->dup_title = page_dup_title;
  iface->get_icon_name = page_get_icon_name;
  iface->reload = page_reload;
  iface->focus = page_focus;
  iface->can_print = can_print;
  iface->dup_selection = page_dup_selection;
  iface->dup_selected_people = page_dup_selected_people;
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
  FramCommitmentsPage *self = g_object_new (FRAM_TYPE_COMMITMENTS_PAGE, NULL);

  self->desk = g_object_ref (desk);
  self->filling = FALSE;
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  fram_desk_run_async (desk, read_organisations, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, NULL,
                       on_organisations_read_cb, g_object_ref (self));
  choose_own (self);
  reload (self);
  return GTK_WIDGET (self);
}
