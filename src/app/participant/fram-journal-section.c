#include "fram-journal-private.h"

#include "fram-form-dialog.h"
#include "fram-journal.h"
#include "fram-meeting.h"

#include <glib/gi18n.h>

/* Below this there is room for one thing at a time. */
#define NARROW 620
/* All of the editor with a few lines of text. */
#define WRITING_HEIGHT 300

static void fram_journal_section_section_init (FramSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FramJournalSection, fram_journal_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FRAM_TYPE_SECTION, fram_journal_section_section_init))

/* With little room what is written has it alone. */
void
fram_journal_section_arrange (FramJournalSection *self)
{
  gboolean writing = fram_journal_editor_is_open (self->editor);

  gtk_widget_set_visible (GTK_WIDGET (self->stack), !(writing && self->narrow));
  gtk_widget_set_visible (GTK_WIDGET (self->bar), !(writing && self->narrow));
  /* the page's head has one too */
  gtk_widget_set_visible (GTK_WIDGET (self->write), self->journal != NULL && self->journal->may_write && !self->narrow);
  gtk_widget_set_visible (self->writing, writing);
  gtk_widget_set_vexpand (self->writing, writing && self->narrow);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->writing), self->narrow ? -1 : WRITING_HEIGHT);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->bar),
                                  self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
on_room_changed_cb (FramJournalSection *self)
{
  self->narrow = fram_size_bin_get_room (self->room) < NARROW;
  if (self->narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  fram_journal_section_arrange (self);
}

/* The list */

static void
add_item (GPtrArray *items, FramJournalItem *item)
{
  g_ptr_array_add (items, item);
}

/* What is in the editor is not shown twice. */
static gboolean
is_being_written (FramJournalSection *self, const FramEntry *entry)
{
  const FramUuid *id = fram_journal_editor_get_entry (self->editor);

  return id != NULL && fram_uuid_equal (id, &entry->id);
}

static GPtrArray *
make_items (FramJournalSection *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *bookings = self->journal->bookings;

  if (bookings->len > 0)
    add_item (items, fram_journal_item_new_heading (_ ("Booked")));
  for (guint i = 0; i < bookings->len; i++)
    add_item (items, fram_journal_item_new_booking (g_steal_pointer (&g_ptr_array_index (bookings, i))));
  g_ptr_array_set_free_func (bookings, NULL);
  g_ptr_array_set_size (bookings, 0);
  if (bookings != NULL && items->len > 0 && self->journal->entries->len > 0)
    add_item (items, fram_journal_item_new_heading (_ ("Written")));
  for (guint i = 0; i < self->journal->drafts->len; i++)
    if (!is_being_written (self, g_ptr_array_index (self->journal->drafts, i)))
      add_item (items, fram_journal_item_new_entry (g_ptr_array_index (self->journal->drafts, i)));
  for (guint i = 0; i < self->journal->entries->len; i++)
    add_item (items, fram_journal_item_new_entry (g_ptr_array_index (self->journal->entries, i)));
  return items;
}

static gboolean
is_same_at (FramJournalSection *self, guint at, GPtrArray *items, guint i)
{
  g_autoptr (FramJournalItem) old = g_list_model_get_item (G_LIST_MODEL (self->items), at);

  return fram_journal_item_is_same (old, g_ptr_array_index (items, i));
}

/* Only what has changed is put anew, so that the list stays where it was scrolled to and the focus where it is. */
static void
put_items (FramJournalSection *self, GPtrArray *items)
{
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->items)), head = 0, tail = 0;

  while (head < before && head < items->len && is_same_at (self, head, items, head))
    head++;
  while (tail < before - head && tail < items->len - head &&
         is_same_at (self, before - 1 - tail, items, items->len - 1 - tail))
    tail++;
  if (head + tail < before || head + tail < items->len)
    g_list_store_splice (self->items, head, before - head - tail, items->pdata + head, items->len - head - tail);
}

static void
show_wanted (FramJournalSection *self)
{
  if (fram_uuid_is_none (&self->wanted))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (FramJournalItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      const FramUuid *id = fram_journal_item_get_id (item);

      if (id == NULL || !fram_uuid_equal (id, &self->wanted))
        continue;
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, TRUE);
      gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", i);
      break;
    }
  self->wanted = FRAM_UUID_NONE;
}

/* The filters */

static const char *
name_of_kind (const char *code)
{
  return fram_journal_kind_is_known (code) ? fram_journal_kind_get_name (code) : fram_meeting_kind_get_name (code);
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (name_of_kind (*(const char *const *)a), name_of_kind (*(const char *const *)b));
}

static void
fill_kinds (FramJournalSection *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *chosen = g_strdup (g_ptr_array_index (self->kind_codes, gtk_drop_down_get_selected (self->kinds)));
  guint selected = 0;

  g_ptr_array_sort (self->journal->kinds, compare_kinds);
  g_ptr_array_set_size (self->kind_codes, 1);
  gtk_string_list_append (names, _ ("All kinds"));
  for (guint i = 0; i < self->journal->kinds->len; i++)
    {
      const char *code = g_ptr_array_index (self->journal->kinds, i);

      gtk_string_list_append (names, name_of_kind (code));
      g_ptr_array_add (self->kind_codes, g_strdup (code));
      if (g_strcmp0 (code, chosen) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->kinds, selected);
}

static void
fill_years (FramJournalSection *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  int chosen = g_array_index (self->year_codes, int, gtk_drop_down_get_selected (self->years));
  guint selected = 0;

  g_array_set_size (self->year_codes, 1);
  gtk_string_list_append (names, _ ("All years"));
  for (guint i = 0; i < self->journal->years->len; i++)
    {
      int year = g_array_index (self->journal->years, int, i);
      g_autofree char *name = g_strdup_printf ("%d", year);

      gtk_string_list_append (names, name);
      g_array_append_val (self->year_codes, year);
      if (year == chosen)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->years, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->years, selected);
}

static gboolean
is_filtered (FramJournalSection *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0' ||
         gtk_drop_down_get_selected (self->kinds) > 0 || gtk_drop_down_get_selected (self->years) > 0;
}

static void
show_empty (FramJournalSection *self)
{
  gboolean filtered = is_filtered (self) && self->journal->n_all > 0;

  gtk_widget_set_visible (self->empty_write, !filtered && self->journal->may_write);
  adw_status_page_set_icon_name (self->empty, filtered ? "edit-find-symbolic" : "document-edit-symbolic");
  adw_status_page_set_title (self->empty, filtered ? _ ("Nothing found") : _ ("Nothing is written yet"));
  adw_status_page_set_description (
      self->empty, filtered                   ? _ ("Each word must begin some word of an entry. Try fewer words, or "
                                                                     "all kinds and years.")
                   : self->journal->as_ot     ? _ ("Your own entries stand here. Nobody else reads them.")
                   : self->journal->may_write ? _ ("Talks, calls and meetings are kept here. What you write is saved "
                                                   "as you write, and signs itself at midnight.")
                                              : _ ("Meetings that are booked stand here."));
}

/* Reading */

static gboolean
has_draft (FramJournalSection *self, const FramUuid *id)
{
  for (guint i = 0; i < self->journal->drafts->len; i++)
    if (fram_uuid_equal (&((FramEntry *)g_ptr_array_index (self->journal->drafts, i))->id, id))
      return TRUE;
  return FALSE;
}

/* What was being written last time is gone on with; what was undone or signed elsewhere goes away. */
static void
update_editor (FramJournalSection *self)
{
  if (fram_journal_editor_is_open (self->editor) && fram_journal_editor_is_on_disk (self->editor) &&
      fram_journal_editor_is_clean (self->editor) && !has_draft (self, fram_journal_editor_get_entry (self->editor)))
    fram_journal_editor_close (self->editor);
  if (!self->opened && !fram_journal_editor_is_open (self->editor) && self->journal->may_write &&
      self->journal->drafts->len > 0)
    fram_journal_editor_open (self->editor, self->desk, &self->participant,
                              g_ptr_array_index (self->journal->drafts, 0));
  self->opened = TRUE;
  fram_journal_section_arrange (self);
}

static void
show_journal (FramJournalSection *self)
{
  g_autoptr (GPtrArray) items = NULL;

  self->filling = TRUE;
  fill_kinds (self);
  fill_years (self);
  self->filling = FALSE;
  update_editor (self);
  items = make_items (self);
  put_items (self, items);
  gtk_widget_set_visible (GTK_WIDGET (self->copy), self->journal->sees_notes || self->journal->may_write);
  fram_journal_section_update_actions (self);
  show_empty (self);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "list" : "empty");
  show_wanted (self);
  if (self->adding != NULL)
    {
      g_autofree char *adding = g_steal_pointer (&self->adding);

      fram_journal_section_begin (self, adding);
    }
}

typedef struct
{
  FramUuid participant;
  char *search;
  char *kind;
  int year;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_free (asked->search);
  g_free (asked->kind);
  g_free (asked);
}

static gpointer
read_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  FramJournalQuery query = { asked->search, asked->kind, asked->year };

  return fram_desk_journal (desk, &asked->participant, &query, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramJournalSection) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramJournal) journal = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->what == NULL)
    return;
  g_clear_object (&self->loading);
  if (journal == NULL)
    {
      adw_status_page_set_description (self->trouble, error->message);
      gtk_stack_set_visible_child_name (self->stack, "trouble");
      return;
    }
  g_clear_pointer (&self->journal, fram_journal_free);
  self->journal = g_steal_pointer (&journal);
  show_journal (self);
}

/* Reads what is asked for, off the main loop. */
void
fram_journal_section_reload (FramJournalSection *self)
{
  Asked *asked;

  if (self->what == NULL || self->desk == NULL)
    return;
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  asked = g_new0 (Asked, 1);
  asked->participant = self->participant;
  asked->search = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  asked->kind = g_strdup (g_ptr_array_index (self->kind_codes, gtk_drop_down_get_selected (self->kinds)));
  asked->year = g_array_index (self->year_codes, int, gtk_drop_down_get_selected (self->years));
  fram_desk_run_async (self->desk, read_on_desk, asked, asked_free, (GDestroyNotify)fram_journal_free, self->loading,
                       on_read_cb, g_object_ref (self));
}

static void
on_asked_cb (FramJournalSection *self)
{
  if (!self->filling)
    fram_journal_section_reload (self);
}

static void
on_editor_said_cb (FramJournalSection *self, const char *what, gboolean with_undo)
{
  fram_section_toast (GTK_WIDGET (self), what, with_undo);
}

static void
on_editor_closed_cb (FramJournalSection *self)
{
  fram_journal_section_arrange (self);
  fram_journal_section_reload (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_editor_books_cb (FramJournalSection *self)
{
  fram_journal_section_book (self, NULL, NULL, TRUE);
}

/* The section */

static void
section_show (FramSection *section, FramDesk *desk, const FramCase *what)
{
  FramJournalSection *self = FRAM_JOURNAL_SECTION (section);

  self->what = what;
  if (what == NULL)
    {
      fram_journal_editor_flush (self->editor);
      g_cancellable_cancel (self->loading);
      g_clear_object (&self->loading);
      return;
    }
  g_set_object (&self->desk, desk);
  self->participant = what->person->row->participant;
  fram_journal_section_reload (self);
}

static void
section_focus (FramSection *section)
{
  FramJournalSection *self = FRAM_JOURNAL_SECTION (section);

  if (fram_journal_editor_is_open (self->editor))
    fram_journal_editor_focus (self->editor);
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  else
    gtk_widget_grab_focus (gtk_widget_get_visible (GTK_WIDGET (self->write)) ? GTK_WIDGET (self->write)
                                                                             : GTK_WIDGET (self->search));
}

static gboolean
section_edit (FramSection *section, FramEntity entity, const FramUuid *id)
{
  FramJournalSection *self = FRAM_JOURNAL_SECTION (section);

  if (entity != FRAM_ENTITY_JOURNAL_ENTRY && entity != FRAM_ENTITY_BOOKING && entity != FRAM_ENTITY_EVENT)
    return FALSE;
  if (entity == FRAM_ENTITY_BOOKING && self->what != NULL && self->what->books)
    fram_journal_section_book (self, id, NULL, FALSE);
  self->wanted = *id;
  if (self->journal != NULL)
    show_wanted (self);
  return TRUE;
}

static gboolean
section_add (FramSection *section, const char *what)
{
  return fram_journal_section_begin (FRAM_JOURNAL_SECTION (section), what);
}

static char *
section_dup_selection (FramSection *section)
{
  return fram_journal_section_dup_selected (FRAM_JOURNAL_SECTION (section));
}

static void
section_flush (FramSection *section)
{
  fram_journal_editor_flush (FRAM_JOURNAL_SECTION (section)->editor);
}

static void
fram_journal_section_section_init (FramSectionInterface *iface)
{
  iface->show = section_show;
  iface->focus = section_focus;
  iface->edit = section_edit;
  iface->add = section_add;
  iface->dup_selection = section_dup_selection;
  iface->flush = section_flush;
}

static void
fram_journal_section_dispose (GObject *object)
{
  FramJournalSection *self = FRAM_JOURNAL_SECTION (object);

  self->what = NULL;
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
  g_clear_object (&self->items);
  g_clear_object (&self->selection);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->journal, fram_journal_free);
  g_clear_pointer (&self->kind_codes, g_ptr_array_unref);
  g_clear_pointer (&self->year_codes, g_array_unref);
  g_clear_pointer (&self->adding, g_free);
  G_OBJECT_CLASS (fram_journal_section_parent_class)->dispose (object);
}

static void
fram_journal_section_class_init (FramJournalSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_journal_section_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "journal.write", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "journal.search", NULL);
}

/* Making it */

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, fram_journal_card_new ());
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, FramJournalSection *self)
{
  FramJournalItem *shown = gtk_list_item_get_item (item);
  gboolean heading = fram_journal_item_get_kind (shown) == FRAM_JOURNAL_HEADING;

  gtk_list_item_set_selectable (item, !heading);
  gtk_list_item_set_activatable (item, !heading);
  fram_journal_card_show (FRAM_JOURNAL_CARD (gtk_list_item_get_child (item)), shown,
                          fram_clock_today (fram_desk_get_clock (self->desk)));
}

/* Enter on a booking changes it, on a draft goes on writing. */
static void
on_activate_cb (FramJournalSection *self, guint position)
{
  g_autoptr (FramJournalItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  const FramBooking *booking = item != NULL ? fram_journal_item_get_booking (item) : NULL;
  char id[FRAM_UUID_TEXT_SIZE];

  if (booking != NULL && booking->may_change)
    fram_journal_section_book (self, &booking->id, NULL, FALSE);
  else if (item != NULL && fram_journal_item_get_kind (item) == FRAM_JOURNAL_DRAFT)
    gtk_widget_activate_action (GTK_WIDGET (self), "journal.open", "s",
                                fram_uuid_format (fram_journal_item_get_id (item), id));
}

static GtkWidget *
make_list (FramJournalSection *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_scrollable_new ();

  self->items = g_list_store_new (FRAM_TYPE_JOURNAL_ITEM);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, 0);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory));
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "fram-journal-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Journal"), -1);
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), 860);
  adw_clamp_scrollable_set_tightening_threshold (ADW_CLAMP_SCROLLABLE (clamp), 860);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}

static GtkWidget *
make_empty (FramJournalSection *self)
{
  self->empty = ADW_STATUS_PAGE (adw_status_page_new ());
  self->empty_write = gtk_button_new_with_mnemonic (_ ("_Write in the journal"));
  fram_widget_set_accessible_name (self->empty_write, _ ("Write in the journal"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_write), "journal.write");
  gtk_widget_add_css_class (self->empty_write, "pill");
  gtk_widget_set_halign (self->empty_write, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "compact");
  adw_status_page_set_child (self->empty, self->empty_write);
  return GTK_WIDGET (self->empty);
}

static GtkWidget *
make_trouble (FramJournalSection *self)
{
  self->trouble = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->trouble, "dialog-warning-symbolic");
  adw_status_page_set_title (self->trouble, _ ("The journal cannot be shown"));
  gtk_widget_add_css_class (GTK_WIDGET (self->trouble), "compact");
  return GTK_WIDGET (self->trouble);
}

static GMenuModel *
make_copy_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Selected entries"), "journal.copy-selected");
  g_menu_append (menu, _ ("What is shown"), "journal.copy-shown");
  g_menu_append (menu, _ ("The last 30 days"), "journal.copy-month");
  g_menu_append (menu, _ ("This year"), "journal.copy-year");
  return G_MENU_MODEL (menu);
}

static GtkDropDown *
new_filter (FramJournalSection *self, const char *all, const char *name)
{
  const char *const names[] = { all, NULL };
  GtkWidget *filter = gtk_drop_down_new_from_strings (names);

  gtk_accessible_update_property (GTK_ACCESSIBLE (filter), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (filter, "notify::selected", G_CALLBACK (on_asked_cb), self, G_CONNECT_SWAPPED);
  return GTK_DROP_DOWN (filter);
}

static void
make_bar_buttons (FramJournalSection *self, GtkWidget *box)
{
  g_autoptr (GMenuModel) menu = make_copy_menu ();

  self->copy = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->copy, "edit-copy-symbolic");
  gtk_menu_button_set_menu_model (self->copy, menu);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->copy), _ ("Copy as text"));
  fram_widget_set_accessible_name (self->copy, _ ("Copy as text"));
  self->write = GTK_BUTTON (gtk_button_new_with_mnemonic (_ ("_New entry")));
  fram_widget_set_accessible_name (self->write, _ ("New entry"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->write), _ ("New entry (Ctrl+N)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->write), "journal.write");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->copy));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->write));
}

static GtkWidget *
make_bar (FramJournalSection *self)
{
  GtkWidget *filters = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *clamp = adw_clamp_new ();

  self->bar = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (self->search, "placeholder-text", _ ("Search in the journal"), NULL);
  fram_widget_set_accessible_name (self->search, _ ("Search in the journal"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->search), TRUE);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_asked_cb), self, G_CONNECT_SWAPPED);
  self->kinds = new_filter (self, _ ("All kinds"), _ ("Kind of entry"));
  self->years = new_filter (self, _ ("All years"), _ ("Year"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->kinds), TRUE);
  gtk_box_append (GTK_BOX (filters), GTK_WIDGET (self->kinds));
  gtk_box_append (GTK_BOX (filters), GTK_WIDGET (self->years));
  make_bar_buttons (self, filters);
  gtk_box_append (self->bar, GTK_WIDGET (self->search));
  gtk_box_append (self->bar, filters);
  gtk_widget_add_css_class (GTK_WIDGET (self->bar), "fram-journal-bar");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->bar));
  return clamp;
}

static GtkWidget *
make_editor (FramJournalSection *self)
{
  GtkWidget *clamp = adw_clamp_new (), *scroller = gtk_scrolled_window_new ();

  self->editor = g_object_new (FRAM_TYPE_JOURNAL_EDITOR, NULL);
  g_signal_connect_object (self->editor, "said", G_CALLBACK (on_editor_said_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "closed", G_CALLBACK (on_editor_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "book", G_CALLBACK (on_editor_books_cb), self, G_CONNECT_SWAPPED);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->editor));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  self->writing = scroller;
  return scroller;
}

static void
fram_journal_section_init (FramJournalSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  int every = 0;

  self->kind_codes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->kind_codes, NULL);
  self->year_codes = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_append_val (self->year_codes, every);
  fram_journal_section_add_actions (self);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "wait");
  gtk_stack_add_named (self->stack, make_list (self), "list");
  gtk_stack_add_named (self->stack, make_empty (self), "empty");
  gtk_stack_add_named (self->stack, make_trouble (self), "trouble");
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), make_editor (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  self->room = g_object_new (FRAM_TYPE_SIZE_BIN, "child", box, NULL);
  g_signal_connect_object (self->room, "notify::room", G_CALLBACK (on_room_changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->room));
}

GtkWidget *
fram_journal_section_new (void)
{
  return g_object_new (FRAM_TYPE_JOURNAL_SECTION, NULL);
}
