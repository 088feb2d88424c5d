#include "fram-participants-page.h"

#include "fram-desk-house.h"
#include "fram-desk-people.h"
#include "fram-form-dialog.h"
#include "fram-participants-columns.h"
#include "fram-person-dialog.h"
#include "fram-place-dialog.h"
#include "fram-rights.h"
#include "fram-size-bin.h"

#include <glib/gi18n-lib.h>

/** Room of a telephone with texts twice as large. */
#define TINY 260

struct _FramParticipantsPage
{
  FramListPage parent_instance;

  /* template children */
  FramSizeBin *room;
  GtkLabel *title;
  GtkLabel *count;
  GtkButton *add;
  AdwButtonContent *add_content;
  GtkBox *filters;
  GtkSearchEntry *search;
  GtkBox *choices;
  GtkDropDown *phase;
  GtkDropDown *workshop;
  GtkStack *stack;
  GtkColumnView *list;
  AdwStatusPage *nobody;
  GtkButton *add_first;
  AdwStatusPage *trouble;

  /* owned */
  GListStore *rows;
  GPtrArray *workshop_codes; /* as in the drop-down; the first is NULL for any */
  GSimpleActionGroup *actions;

  gboolean filling;
  gboolean may_add;
  gboolean may_place;
};

G_DEFINE_FINAL_TYPE (FramParticipantsPage, fram_participants_page, FRAM_TYPE_LIST_PAGE)

static FramDesk *
desk_of (FramParticipantsPage *self)
{
  return fram_list_page_get_desk (FRAM_LIST_PAGE (self));
}

/* The first choices of the drop-down of phases; the phases themselves follow. */
enum
{
  PHASE_NOW,
  PHASE_ANY,
  PHASE_FIRST
};

static gboolean
is_filtered (FramParticipantsPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0' ||
         gtk_drop_down_get_selected (self->phase) != PHASE_ANY || gtk_drop_down_get_selected (self->workshop) > 0;
}

static void
show_count (FramParticipantsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u participant", "%u participants", n), n);

  gtk_label_set_label (self->count, n > 0 ? text : "");
}

static gboolean
looks_the_same (const FramPersonRow *a, const FramPersonRow *b)
{
  return a->phase == b->phase && a->enrolled == b->enrolled && a->is_protected == b->is_protected &&
         g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->case_no, b->case_no) == 0 &&
         g_strcmp0 (a->workshops, b->workshops) == 0 && g_strcmp0 (a->organisation, b->organisation) == 0;
}

/* Rows that are shown already stay the same objects, so that the list keeps their widgets: making them is what a key
 * stroke costs. */
static void
keep_old_rows (FramParticipantsPage *self, GPtrArray *people)
{
  g_autoptr (GHashTable) old = g_hash_table_new (fram_uuid_hash, fram_uuid_equal);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FramPersonRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      g_hash_table_insert (old, &row->participant, row);
    }
  for (guint i = 0; i < people->len; i++)
    {
      FramPersonRow *row = g_ptr_array_index (people, i);
      FramPersonRow *same = g_hash_table_lookup (old, &row->participant);

      if (same != NULL && looks_the_same (row, same))
        {
          people->pdata[i] = g_object_ref (same);
          g_object_unref (row);
        }
    }
}

static void
show_rows (FramParticipantsPage *self, GPtrArray *people)
{
  gboolean organisation = FALSE;

  keep_old_rows (self, people);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), people->pdata, people->len);
  for (guint i = 0; i < people->len && !organisation; i++)
    organisation = ((FramPersonRow *)g_ptr_array_index (people, i))->organisation != NULL;
  fram_participants_columns_show_organisation (self->list, organisation || people->len == 0);
  show_count (self);
}

static void
show_trouble (FramParticipantsPage *self, const GError *error)
{
  adw_status_page_set_description (self->trouble, error->message);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

/* Nobody fits the filters. Is there anybody at all? */
static void
on_anybody_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramParticipantsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = fram_desk_people_finish (FRAM_DESK (source), result, &error);

  if (!fram_list_page_is_idle (FRAM_LIST_PAGE (self)) || self->rows == NULL)
    return; /* something else has been asked for since */
  if (people == NULL)
    show_trouble (self, error);
  else
    gtk_stack_set_visible_child_name (self->stack, people->len > 0 ? "none-found" : "nobody");
}

static void
look_for_anybody (FramParticipantsPage *self)
{
  FramPeopleQuery query = { .limit = 1 };

  fram_desk_people_async (desk_of (self), &query, NULL, on_anybody_read_cb, g_object_ref (self));
}

static void
on_people_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramParticipantsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = fram_desk_people_finish (FRAM_DESK (source), result, &error);

  if (!fram_list_page_take (FRAM_LIST_PAGE (self), result))
    return;
  if (people == NULL)
    {
      show_trouble (self, error);
      return;
    }
  show_rows (self, people);
  if (people->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (is_filtered (self))
    look_for_anybody (self);
  else
    gtk_stack_set_visible_child_name (self->stack, "nobody");
}

static void
list_read (FramListPage *page, GCancellable *cancellable)
{
  FramParticipantsPage *self = FRAM_PARTICIPANTS_PAGE (page);
  guint phase = gtk_drop_down_get_selected (self->phase);
  guint workshop = gtk_drop_down_get_selected (self->workshop);
  FramPeopleQuery query = { .search = gtk_editable_get_text (GTK_EDITABLE (self->search)) };

  query.enrolled_now = phase == PHASE_NOW;
  if (phase >= PHASE_FIRST && phase != GTK_INVALID_LIST_POSITION)
    query.phase = fram_phase_get_code ((FramPhase)(phase - PHASE_FIRST));
  if (workshop < self->workshop_codes->len)
    query.workshop = g_ptr_array_index (self->workshop_codes, workshop);
  fram_desk_people_async (desk_of (self), &query, cancellable, on_people_read_cb, g_object_ref (self));
}

static void
fill_phases (FramParticipantsPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, C_ ("phase", "Enrolled now"));
  gtk_string_list_append (names, C_ ("phase", "All phases"));
  for (int phase = 0; phase < FRAM_N_PHASES; phase++)
    gtk_string_list_append (names, fram_phase_get_name ((FramPhase)phase));
  gtk_drop_down_set_model (self->phase, G_LIST_MODEL (names));
}

static void
fill_workshops (FramParticipantsPage *self, const GPtrArray *workshops)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->workshop);
  g_autofree char *code =
      selected < self->workshop_codes->len ? g_strdup (g_ptr_array_index (self->workshop_codes, selected)) : NULL;

  g_ptr_array_set_size (self->workshop_codes, 0);
  g_ptr_array_add (self->workshop_codes, NULL);
  gtk_string_list_append (names, C_ ("workshop", "All workshops"));
  selected = 0;
  for (guint i = 0; workshops != NULL && i < workshops->len; i++)
    {
      const FramWorkshop *workshop = g_ptr_array_index (workshops, i);

      if (g_strcmp0 (workshop->code, code) == 0)
        selected = self->workshop_codes->len;
      g_ptr_array_add (self->workshop_codes, g_strdup (workshop->code));
      gtk_string_list_append (names, fram_workshop_get_name (workshop));
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->workshop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->workshop, selected);
  self->filling = FALSE;
}

static gpointer
read_workshops (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_workshops (desk, FALSE, error);
}

static void
on_workshops_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramParticipantsPage) self = user_data;
  g_autoptr (GPtrArray) workshops = fram_desk_run_finish (FRAM_DESK (source), result, NULL);

  if (self->rows != NULL && workshops != NULL)
    fill_workshops (self, workshops);
}

/* What the person at the keyboard may do here. */
static void
show_rights (FramParticipantsPage *self)
{
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (desk_of (self));
  gboolean read_only = !fram_list_page_is_writable (FRAM_LIST_PAGE (self));
  GAction *add = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "add");

  self->may_add = !read_only && fram_rights_may_write (viewer, FRAM_CLASS_BASIC);
  self->may_place = !read_only && fram_rights_may_write (viewer, FRAM_CLASS_PLAN);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (add), self->may_add);
  gtk_widget_set_visible (GTK_WIDGET (self->add), self->may_add);
  gtk_widget_set_visible (GTK_WIDGET (self->add_first), self->may_add);
  adw_status_page_set_description (
      self->nobody, self->may_add ? _ ("Add people as they are enrolled, and place them in a workshop.")
                                  : _ ("You see the people placed with you. A case worker adds and places them."));
}

static void
list_prepare (FramListPage *page)
{
  show_rights (FRAM_PARTICIPANTS_PAGE (page));
  fram_desk_run_async (fram_list_page_get_desk (page), read_workshops, NULL, NULL, (GDestroyNotify)g_ptr_array_unref,
                       NULL, on_workshops_read_cb, g_object_ref (page));
}

/* Workshops may be others now. */
static void
on_changed_cb (FramParticipantsPage *self, const FramChanged *what)
{
  if (what->house)
    list_prepare (FRAM_LIST_PAGE (self));
}

static void
on_filter_changed_cb (FramParticipantsPage *self)
{
  /* the template is still being put together, or a drop-down filled */
  if (!self->filling)
    fram_list_page_ask (FRAM_LIST_PAGE (self));
}

static void
open_at (FramParticipantsPage *self, guint position)
{
  g_autoptr (FramPersonRow) row =
      g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->list)), position);
  char id[FRAM_UUID_TEXT_SIZE];

  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-person", "s", fram_uuid_format (&row->participant, id));
}

static void
focus_list (FramParticipantsPage *self)
{
  /* past the headings, to the rows */
  gtk_widget_child_focus (gtk_widget_get_last_child (GTK_WIDGET (self->list)), GTK_DIR_TAB_FORWARD);
}

/* Who is the only one found is meant; among several the keyboard goes on to the first. */
static void
on_search_activated_cb (FramParticipantsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  if (n == 1)
    open_at (self, 0);
  else if (n > 1)
    focus_list (self);
}

static void
on_search_stopped_cb (FramParticipantsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  focus_list (self);
}

static void
on_row_activated_cb (FramParticipantsPage *self, guint position)
{
  open_at (self, position);
}

static void
on_room_changed_cb (FramParticipantsPage *self)
{
  FramListWidth width = fram_list_width_of (fram_size_bin_get_room (self->room));
  gboolean narrow = width == FRAM_LIST_NARROW;
  gboolean tiny = fram_size_bin_get_room (self->room) < TINY;

  fram_participants_columns_set_width (self->list, width);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->filters),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->choices, narrow && !tiny);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->choices),
                                  tiny ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (GTK_WIDGET (self->count), !tiny);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), tiny);
  adw_button_content_set_label (self->add_content, narrow ? "" : _ ("_Add participant"));
}

static void
on_written_cb (FramParticipantsPage *self, const char *what)
{
  fram_page_toast (FRAM_PAGE (self), what, TRUE);
}

static void
on_place_wanted_cb (FramParticipantsPage *self, const char *response, GObject *question)
{
  const char *case_no = g_object_get_data (question, "case-no");
  FramPlaceDialog *dialog = fram_place_dialog_new (desk_of (self), GTK_WIDGET (self), case_no, NULL);

  g_signal_connect_object (dialog, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Somebody new stands on no roster yet: offers the next step. */
static void
offer_placing (FramParticipantsPage *self, FramPersonDialog *dialog)
{
  g_autofree char *name = fram_person_dialog_dup_name (dialog);
  g_autofree char *title = g_strdup_printf (_ ("%s is added"), name);
  GtkWidget *question = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), title, NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (question),
                                  _ ("The case number is %s. Placed in a workshop, the person stands on its roster."),
                                  fram_person_dialog_get_case_no (dialog));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "later", _ ("_Later"), "place",
                                    _ ("_Place in a workshop"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "place", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "place");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "later");
  g_object_set_data_full (G_OBJECT (question), "case-no", g_strdup (fram_person_dialog_get_case_no (dialog)), g_free);
  g_signal_connect_object (question, "response::place", G_CALLBACK (on_place_wanted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static void
on_added_cb (FramParticipantsPage *self, const char *what, FramPersonDialog *dialog)
{
  fram_page_toast (FRAM_PAGE (self), what, TRUE);
  if (self->may_place)
    offer_placing (self, dialog);
}

static void
add_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FramParticipantsPage *self = user_data;
  FramPersonDialog *dialog = fram_person_dialog_new (desk_of (self), GTK_WIDGET (self), NULL);

  g_signal_connect_object (dialog, "written", G_CALLBACK (on_added_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_all_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FramParticipantsPage *self = user_data;

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->phase, PHASE_ANY);
  gtk_drop_down_set_selected (self->workshop, 0);
  self->filling = FALSE;
  on_filter_changed_cb (self);
}

static void
reload_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fram_page_reload (FRAM_PAGE (user_data));
}

static const GActionEntry entries[] = {
  { "add", add_action_cb },
  { "show-all", show_all_action_cb },
  { "reload", reload_action_cb },
};

static void
list_focus (FramListPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (FRAM_PARTICIPANTS_PAGE (page)->search));
}

static char *
list_dup_selection (FramListPage *page)
{
  return fram_participants_columns_dup_table (FRAM_PARTICIPANTS_PAGE (page)->list);
}

static GArray *
list_dup_selected_people (FramListPage *page, FramClass *klass)
{
  return fram_participants_columns_dup_selected (FRAM_PARTICIPANTS_PAGE (page)->list);
}

static void
fram_participants_page_dispose (GObject *object)
{
  FramParticipantsPage *self = FRAM_PARTICIPANTS_PAGE (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->workshop_codes, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_participants_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FramParticipantsPage, room);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantsPage, count);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantsPage, title);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantsPage, add);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantsPage, add_content);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantsPage, filters);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantsPage, search);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantsPage, choices);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantsPage, phase);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantsPage, workshop);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantsPage, list);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantsPage, nobody);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantsPage, add_first);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantsPage, trouble);
}

static void
fram_participants_page_class_init (FramParticipantsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FramListPageClass *list_class = FRAM_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_participants_page_dispose;
  list_class->uri = "people:";
  list_class->house_only = TRUE;
  list_class->prepare = list_prepare;
  list_class->read = list_read;
  list_class->focus = list_focus;
  list_class->dup_selection = list_dup_selection;
  list_class->dup_selected_people = list_dup_selected_people;
  g_type_ensure (FRAM_TYPE_SIZE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-participants-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_room_changed_cb);
}

static void
set_model (FramParticipantsPage *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->list);
  GtkSortListModel *sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)), g_object_ref (sorter));
  GtkMultiSelection *selection = gtk_multi_selection_new (G_LIST_MODEL (sorted));

  gtk_column_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

static void
fram_participants_page_init (FramParticipantsPage *self)
{
  self->filling = TRUE;
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "people", G_ACTION_GROUP (self->actions));
  self->rows = g_list_store_new (FRAM_TYPE_PERSON_ROW);
  self->workshop_codes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  fram_participants_columns_add (self->list);
  set_model (self);
  fill_phases (self);
  fill_workshops (self, NULL);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
}

/**
 * fram_participants_page_new:
 * @desk: the desk
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
fram_participants_page_new (FramDesk *desk)
{
  FramParticipantsPage *self = g_object_new (FRAM_TYPE_PARTICIPANTS_PAGE, "desk", desk, NULL);

  g_signal_connect_object (desk, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
