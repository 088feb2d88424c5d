#include "fram-gaps-page-private.h"

#include "fram-discreet.h"
#include "fram-rights.h"
#include "fram-table.h"

#include <glib/gi18n.h>

/* Below that, buttons say less. */
#define NARROW 520
#define TINY   300

G_DEFINE_FINAL_TYPE (FramGapsPage, fram_gaps_page, FRAM_TYPE_LIST_PAGE)

/* What one reading gives. */
typedef struct
{
  GPtrArray *rows;
  FramDate at;
  int over;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->rows, g_ptr_array_unref);
  g_free (answer);
}

static gpointer
read_gaps (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const FramGapQuery query = { .at = FRAM_DATE_NONE, .now = TRUE, .seams = TRUE };
  GPtrArray *rows = fram_desk_gaps (desk, &query, error);
  Answer *answer;

  if (rows == NULL)
    return NULL;
  answer = g_new0 (Answer, 1);
  *answer = (Answer){ rows, fram_desk_get_home_day (desk), fram_desk_gap_over (desk) };
  return answer;
}

static void
focus_first (FramGapsPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  self->wants_focus = FALSE;
  if (row == NULL || !gtk_widget_grab_focus (GTK_WIDGET (row)))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
show_trouble (FramGapsPage *self, const GError *error)
{
  adw_status_page_set_description (self->trouble, error->message);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

static void
take_answer (FramGapsPage *self, Answer *answer)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_steal_pointer (&answer->rows);
  self->at = answer->at;
  self->over = answer->over;
  answer_free (answer);
  fram_gaps_page_show_rows (self);
  if (self->wants_focus)
    focus_first (self);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramGapsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  Answer *answer = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (!fram_list_page_take (FRAM_LIST_PAGE (self), result))
    g_clear_pointer (&answer, answer_free);
  else if (answer == NULL)
    show_trouble (self, error);
  else
    take_answer (self, answer);
}

/* A case worker begins with one's own. */
static void
read_rights (FramGapsPage *self, FramDesk *desk)
{
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (desk);

  self->has_own = !viewer->is_system && fram_viewer_has_role (viewer, FRAM_ROLE_CASE_WORKER);
  self->may_write =
      fram_list_page_is_writable (FRAM_LIST_PAGE (self)) && fram_rights_may_write (viewer, FRAM_CLASS_PLAN);
}

static void
list_read (FramListPage *page, GCancellable *cancellable)
{
  FramDesk *desk = fram_list_page_get_desk (page);

  read_rights (FRAM_GAPS_PAGE (page), desk);
  fram_desk_run_async (desk, read_gaps, NULL, NULL, answer_free, cancellable, on_read_cb, g_object_ref (page));
}

static void
list_forget (FramListPage *page)
{
  FramGapsPage *self = FRAM_GAPS_PAGE (page);

  fram_gaps_page_forget_bridges (self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_stack_set_visible_child_name (self->stack, "wait");
}

static void
on_filter_cb (FramGapsPage *self)
{
  fram_gaps_page_show_rows (self);
}

static void
on_show_all_clicked_cb (FramGapsPage *self)
{
  gtk_toggle_button_set_active (self->mine, FALSE);
}

static void
on_again_clicked_cb (FramGapsPage *self)
{
  fram_list_page_reload (FRAM_LIST_PAGE (self));
}

static void
on_room_changed_cb (FramGapsPage *self)
{
  int room = fram_size_bin_get_room (self->room);
  gboolean narrow = room < NARROW, tiny = room < TINY;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head),
                                  tiny ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  if (narrow == self->narrow && tiny == self->tiny)
    return;
  self->narrow = narrow;
  self->tiny = tiny;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  gtk_widget_set_visible (GTK_WIDGET (self->count), !narrow);
  fram_gaps_page_show_rows (self);
}

static void
on_discreet_changed (GtkWidget *widget, gboolean discreet)
{
  fram_gaps_page_show_rows (FRAM_GAPS_PAGE (widget));
}

static void
list_focus (FramListPage *page)
{
  FramGapsPage *self = FRAM_GAPS_PAGE (page);

  self->wants_focus = TRUE;
  if (self->rows != NULL)
    focus_first (self);
}

/* Whatever the filters show. */
static gboolean
is_in_view (const FramGapsPage *self, const FramGapRow *row)
{
  if (self->has_own && gtk_toggle_button_get_active (self->mine) && !row->own)
    return FALSE;
  return (row->gap.kind >= FRAM_GAP_FIRST_CONTACT) == gtk_toggle_button_get_active (self->seams);
}

static void
add_table_row (GString *table, const FramGapsPage *self, const FramGapRow *row)
{
  g_autofree char *name = fram_discreet_shown_name (GTK_WIDGET (self), row->name);
  g_autofree char *days = g_strdup_printf ("%d", row->gap.days);

  fram_table_add_cell (table, row->case_no);
  fram_table_add_cell (table, name);
  fram_table_add_cell (table, days);
  fram_table_add_cell (table, row->text);
  fram_table_add_cell (table, row->case_workers != NULL ? row->case_workers : "");
  fram_table_end_row (table);
}

/* The whole list: rows are not selected one by one. */
static char *
list_dup_selection (FramListPage *page)
{
  FramGapsPage *self = FRAM_GAPS_PAGE (page);
  GString *table;

  if (self->rows == NULL || self->rows->len == 0)
    return NULL;
  table = g_string_new (NULL);
  fram_table_add_cell (table, C_ ("heading of a table", "Case number"));
  fram_table_add_cell (table, C_ ("heading of a table", "Name"));
  fram_table_add_cell (table, C_ ("heading of a table", "Days"));
  fram_table_add_cell (table, C_ ("heading of a table", "Gap"));
  fram_table_add_cell (table, C_ ("heading of a table", "Case worker"));
  fram_table_end_row (table);
  for (guint i = 0; i < self->rows->len; i++)
    if (is_in_view (self, g_ptr_array_index (self->rows, i)))
      add_table_row (table, self, g_ptr_array_index (self->rows, i));
  return g_string_free (table, FALSE);
}

static GArray *
list_dup_selected_people (FramListPage *page, FramClass *klass)
{
  FramGapsPage *self = FRAM_GAPS_PAGE (page);
  GArray *people = g_array_new (FALSE, FALSE, sizeof (FramUuid));

  *klass = FRAM_CLASS_PLAN;
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    {
      const FramGapRow *row = g_ptr_array_index (self->rows, i);

      if (is_in_view (self, row))
        g_array_append_val (people, row->participant);
    }
  return people;
}

static void
fram_gaps_page_dispose (GObject *object)
{
  FramGapsPage *self = FRAM_GAPS_PAGE (object);

  fram_gaps_page_forget_bridges (self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_gaps_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FramGapsPage, room);
  gtk_widget_class_bind_template_child (widget_class, FramGapsPage, head);
  gtk_widget_class_bind_template_child (widget_class, FramGapsPage, count);
  gtk_widget_class_bind_template_child (widget_class, FramGapsPage, scope);
  gtk_widget_class_bind_template_child (widget_class, FramGapsPage, mine);
  gtk_widget_class_bind_template_child (widget_class, FramGapsPage, seams);
  gtk_widget_class_bind_template_child (widget_class, FramGapsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FramGapsPage, list);
  gtk_widget_class_bind_template_child (widget_class, FramGapsPage, seams_part);
  gtk_widget_class_bind_template_child (widget_class, FramGapsPage, seam_list);
  gtk_widget_class_bind_template_child (widget_class, FramGapsPage, no_seams);
  gtk_widget_class_bind_template_child (widget_class, FramGapsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, FramGapsPage, show_all);
  gtk_widget_class_bind_template_child (widget_class, FramGapsPage, trouble);
}

static void
fram_gaps_page_class_init (FramGapsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FramListPageClass *list_class = FRAM_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_gaps_page_dispose;
  list_class->uri = "gaps:";
  list_class->read = list_read;
  list_class->forget = list_forget;
  list_class->focus = list_focus;
  list_class->dup_selection = list_dup_selection;
  list_class->dup_selected_people = list_dup_selected_people;
  g_type_ensure (FRAM_TYPE_SIZE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-gaps-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_room_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked_cb);
}

static void
fram_gaps_page_init (FramGapsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fram_discreet_follow (GTK_WIDGET (self), on_discreet_changed);
}

/**
 * fram_gaps_page_new:
 * @desk: the register with its person
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
fram_gaps_page_new (FramDesk *desk)
{
  FramGapsPage *self = g_object_new (FRAM_TYPE_GAPS_PAGE, "desk", desk, NULL);

  /* what was found to bridge may be taken by now */
  g_signal_connect_object (desk, "changed", G_CALLBACK (fram_gaps_page_forget_bridges), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * fram_gaps_page_is_idle:
 * @self: a page
 *
 * Returns: whether everything asked for is on disk and shown
 */
gboolean
fram_gaps_page_is_idle (FramGapsPage *self)
{
  g_return_val_if_fail (FRAM_IS_GAPS_PAGE (self), TRUE);
  return fram_list_page_is_idle (FRAM_LIST_PAGE (self)) && self->looking == NULL && self->writing == 0 &&
         self->rows != NULL;
}
