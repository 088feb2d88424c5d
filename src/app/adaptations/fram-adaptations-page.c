#include "fram-adaptations-page.h"

#include "fram-adaptation-line.h"
#include "fram-desk-places.h"
#include "fram-discreet.h"
#include "fram-size-bin.h"
#include "fram-table.h"

#include <glib/gi18n.h>

/** Narrower than this, the filters stand under each other. */
#define NARROW 520

struct _FramAdaptationsPage
{
  FramListPage parent_instance;

  /* template children */
  FramSizeBin *room;
  GtkLabel *count;
  GtkBox *filters;
  GtkDropDown *which;
  GtkDropDown *area;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *nothing;
  AdwStatusPage *trouble;

  /* owned */
  GListStore *rows;
  GPtrArray *area_codes; /* as in the drop-down; the first is NULL for any */

  gboolean filling;
  gboolean wants_focus; /* the keyboard goes to the list as soon as it is read */
};

/* What the first drop-down chooses. */
enum
{
  WHICH_DUE,
  WHICH_GOING_ON,
  WHICH_ALL,
};

G_DEFINE_FINAL_TYPE (FramAdaptationsPage, fram_adaptations_page, FRAM_TYPE_LIST_PAGE)

static void
show_count (FramAdaptationsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows)), due = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FramAdaptationRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      due += fram_adaptation_row_get (row)->is_due;
    }
  /* TRANSLATORS: how many adaptations are in the list, and how many of them are to be reviewed now */
  text = g_strdup_printf (ngettext ("%1$u adaptation, %2$u to review", "%1$u adaptations, %2$u to review", n), n, due);
  gtk_label_set_label (self->count, n > 0 ? text : "");
}

/* An empty list says what was looked for, and what to do to see more. */
static void
show_nothing (FramAdaptationsPage *self)
{
  gboolean due = gtk_drop_down_get_selected (self->which) == WHICH_DUE;
  gboolean any_area = gtk_drop_down_get_selected (self->area) == 0;
  const char *more = _ ("They are written on the page of a participant.");

  if (!any_area)
    more = _ ("None is of this area. Choose “All areas” above to see the others.");
  else if (gtk_drop_down_get_selected (self->which) == WHICH_GOING_ON)
    more = _ ("None goes on now. Choose “All” above to see what is over.");
  else if (due)
    more = _ ("Adaptations whose review is late or comes within a week are listed here. Choose “All” above to see"
              " every one.");
  adw_status_page_set_title (self->nothing, due ? _ ("Nothing to review") : _ ("No adaptations here"));
  adw_status_page_set_icon_name (self->nothing, due ? "emblem-ok-symbolic" : "applications-utilities-symbolic");
  adw_status_page_set_description (self->nothing, more);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static gboolean
is_in_view (FramAdaptationsPage *self, const FramAdaptation *adaptation)
{
  guint which = gtk_drop_down_get_selected (self->which), area = gtk_drop_down_get_selected (self->area);
  const char *code = area < self->area_codes->len ? g_ptr_array_index (self->area_codes, area) : NULL;

  if (code != NULL && g_strcmp0 (code, adaptation->area) != 0)
    return FALSE;
  return which == WHICH_ALL || (adaptation->is_open && fram_adaptation_goes_on (adaptation->status));
}

/* Rows that show already what they are to show stay the same objects, and with them focus and place. */
static FramAdaptationRow *
row_of (FramAdaptationsPage *self, GHashTable *old, FramAdaptation *adaptation)
{
  FramAdaptationRow *same = g_hash_table_lookup (old, &adaptation->id);

  if (same == NULL || !fram_adaptation_row_looks_like (same, adaptation))
    return fram_adaptation_row_new (adaptation);
  fram_adaptation_free (adaptation);
  return g_object_ref (same);
}

/* Where there is nothing, what is looked for can be changed. */
static void
focus_list (FramAdaptationsPage *self)
{
  self->wants_focus = FALSE;
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") != 0 ||
      !gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->which));
}

static void
show_rows (FramAdaptationsPage *self, GPtrArray *answer)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) old = g_hash_table_new (fram_uuid_hash, fram_uuid_equal);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n; i++)
    {
      FramAdaptationRow *row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      g_ptr_array_add (shown, row);
      g_hash_table_insert (old, (gpointer)&fram_adaptation_row_get (row)->id, row);
    }
  for (guint i = 0; i < answer->len; i++)
    if (is_in_view (self, g_ptr_array_index (answer, i)))
      g_ptr_array_add (rows, row_of (self, old, g_steal_pointer (&answer->pdata[i])));
  g_list_store_splice (self->rows, 0, n, rows->pdata, rows->len);
  show_count (self);
  if (rows->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    show_nothing (self);
}

static void
free_one (gpointer adaptation)
{
  g_clear_pointer ((FramAdaptation **)&adaptation, fram_adaptation_free);
}

static void
free_answer (gpointer answer)
{
  g_ptr_array_unref (answer);
}

static gpointer
read_adaptations (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *rows = fram_desk_adaptations (desk, data, error);

  /* what is shown is taken out of it */
  if (rows != NULL)
    g_ptr_array_set_free_func (rows, free_one);
  return rows;
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramAdaptationsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answer = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (!fram_list_page_take (FRAM_LIST_PAGE (self), result))
    return;
  if (answer != NULL)
    {
      show_rows (self, answer);
      return;
    }
  adw_status_page_set_description (self->trouble, error->message);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

static void
list_read (FramListPage *page, GCancellable *cancellable)
{
  FramAdaptationsPage *self = FRAM_ADAPTATIONS_PAGE (page);
  FramAdaptationQuery *query = g_new0 (FramAdaptationQuery, 1);
  FramDesk *desk = fram_list_page_get_desk (page);

  query->due_by =
      gtk_drop_down_get_selected (self->which) == WHICH_DUE ? fram_desk_get_home_day (desk) + 7 : FRAM_DATE_NONE;
  fram_desk_run_async (desk, read_adaptations, query, g_free, free_answer, cancellable, on_read_cb,
                       g_object_ref (page));
}

static void
on_filter_changed_cb (FramAdaptationsPage *self)
{
  if (!self->filling)
    fram_list_page_ask (FRAM_LIST_PAGE (self));
}

static void
on_row_activated_cb (FramAdaptationsPage *self, guint position)
{
  g_autoptr (FramAdaptationRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-person-at", "(ss)", fram_adaptation_row_get (row)->case_no,
                                "adaptations");
}

static void
on_room_changed_cb (FramAdaptationsPage *self)
{
  gboolean narrow = fram_size_bin_get_room (self->room) < NARROW;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->filters),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
on_setup_cb (FramAdaptationsPage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, fram_adaptation_line_new ());
}

static void
on_bind_cb (FramAdaptationsPage *self, GtkListItem *item)
{
  fram_adaptation_line_show (FRAM_ADAPTATION_LINE (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
on_unbind_cb (FramAdaptationsPage *self, GtkListItem *item)
{
  fram_adaptation_line_show (FRAM_ADAPTATION_LINE (gtk_list_item_get_child (item)), NULL);
}

static void
fill_which (FramAdaptationsPage *self)
{
  const char *names[] = { _ ("To review, or within a week"), _ ("All that go on"), _ ("All"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  gtk_drop_down_set_model (self->which, G_LIST_MODEL (list));
}

static void
fill_areas (FramAdaptationsPage *self, const GPtrArray *areas)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->area);

  g_ptr_array_set_size (self->area_codes, 0);
  g_ptr_array_add (self->area_codes, NULL);
  gtk_string_list_append (names, C_ ("adaptation", "All areas"));
  for (guint i = 0; areas != NULL && i < areas->len; i++)
    {
      const FramChoice *choice = g_ptr_array_index (areas, i);

      g_ptr_array_add (self->area_codes, g_strdup (choice->code));
      gtk_string_list_append (names, choice->name);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->area, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->area, selected < self->area_codes->len ? selected : 0);
  self->filling = FALSE;
}

static gpointer
read_areas (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_adaptation_areas (desk, error);
}

static void
on_areas_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramAdaptationsPage) self = user_data;
  g_autoptr (GPtrArray) areas = fram_desk_run_finish (FRAM_DESK (source), result, NULL);

  if (self->rows != NULL && areas != NULL)
    fill_areas (self, areas);
}

static void
list_prepare (FramListPage *page)
{
  fram_desk_run_async (fram_list_page_get_desk (page), read_areas, NULL, NULL, free_answer, NULL, on_areas_read_cb,
                       g_object_ref (page));
}

static void
list_forget (FramListPage *page)
{
  FramAdaptationsPage *self = FRAM_ADAPTATIONS_PAGE (page);

  g_list_store_remove_all (self->rows);
  gtk_stack_set_visible_child_name (self->stack, "wait");
}

static void
list_focus (FramListPage *page)
{
  FramAdaptationsPage *self = FRAM_ADAPTATIONS_PAGE (page);

  self->wants_focus = !fram_list_page_is_idle (page);
  if (!self->wants_focus)
    focus_list (self);
}

static void
append_heads (GString *table)
{
  const char *heads[] = { C_ ("heading of a table", "Case number"),
                          C_ ("heading of a table", "Name"),
                          _ ("Area"),
                          _ ("Need"),
                          _ ("Measure"),
                          _ ("State"),
                          _ ("Review") };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    fram_table_add_cell (table, heads[i]);
  fram_table_end_row (table);
}

static void
append_line (FramAdaptationsPage *self, GString *table, const FramAdaptation *row)
{
  g_autofree char *name = fram_discreet_shown_name (GTK_WIDGET (self), row->name);
  char day[FRAM_DATE_TEXT_SIZE] = "";

  if (row->review_by != FRAM_DATE_NONE)
    fram_date_format (row->review_by, day);
  fram_table_add_cell (table, row->case_no);
  fram_table_add_cell (table, name);
  fram_table_add_cell (table, row->area_name != NULL ? row->area_name : "");
  fram_table_add_cell (table, row->barrier != NULL ? row->barrier : "");
  fram_table_add_cell (table, row->measure != NULL ? row->measure : "");
  fram_table_add_cell (table, fram_adaptation_status_get_name (row->status));
  fram_table_add_cell (table, day);
  fram_table_end_row (table);
}

static char *
list_dup_selection (FramListPage *page)
{
  FramAdaptationsPage *self = FRAM_ADAPTATIONS_PAGE (page);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (gtk_list_view_get_model (self->list));
  GString *table;

  if (gtk_bitset_is_empty (selected))
    return NULL;
  table = g_string_new (NULL);
  append_heads (table);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (FramAdaptationRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (gtk_bitset_contains (selected, i))
        append_line (self, table, fram_adaptation_row_get (row));
    }
  return g_string_free (table, FALSE);
}

static GArray *
list_dup_selected_people (FramListPage *page, FramClass *klass)
{
  FramAdaptationsPage *self = FRAM_ADAPTATIONS_PAGE (page);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (gtk_list_view_get_model (self->list));
  GArray *people = g_array_new (FALSE, FALSE, sizeof (FramUuid));

  *klass = FRAM_CLASS_NEED;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (FramAdaptationRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (gtk_bitset_contains (selected, i))
        g_array_append_val (people, fram_adaptation_row_get (row)->participant);
    }
  return people;
}

static void
fram_adaptations_page_dispose (GObject *object)
{
  FramAdaptationsPage *self = FRAM_ADAPTATIONS_PAGE (object);

  g_clear_object (&self->rows);
  g_clear_pointer (&self->area_codes, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_adaptations_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (FRAM_TYPE_SIZE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-adaptations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationsPage, room);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationsPage, count);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationsPage, filters);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationsPage, which);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationsPage, area);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationsPage, list);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationsPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationsPage, trouble);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_room_changed_cb);
}

static void
fram_adaptations_page_class_init (FramAdaptationsPageClass *klass)
{
  FramListPageClass *list_class = FRAM_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_adaptations_page_dispose;
  list_class->uri = "adaptations:";
  list_class->house_only = TRUE;
  list_class->prepare = list_prepare;
  list_class->read = list_read;
  list_class->forget = list_forget;
  list_class->focus = list_focus;
  list_class->dup_selection = list_dup_selection;
  list_class->dup_selected_people = list_dup_selected_people;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
set_model (FramAdaptationsPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkMultiSelection) selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

static void
fram_adaptations_page_init (FramAdaptationsPage *self)
{
  self->filling = TRUE;
  self->rows = g_list_store_new (FRAM_TYPE_ADAPTATION_ROW);
  self->area_codes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_which (self);
  fill_areas (self, NULL);
  set_model (self);
}

/**
 * fram_adaptations_page_new:
 * @desk: the desk
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
fram_adaptations_page_new (FramDesk *desk)
{
  return g_object_new (FRAM_TYPE_ADAPTATIONS_PAGE, "desk", desk, NULL);
}
