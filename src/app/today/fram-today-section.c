#include "fram-today-section.h"

#include <glib/gi18n-lib.h>

struct _FramTodaySection
{
  GtkBox parent_instance;

  /* borrowed */
  GtkLabel *title;
  GtkLabel *note;
  GtkListBox *list;
  GtkWidget *footer;
  AdwActionRow *empty;
  GtkWidget *heading;
  AdwActionRow *more;

  /* owned */
  GPtrArray *rows;

  guint limit; /* so many rows, then the rest is folded; 0 for all */
  gboolean unfolded;
  guint next; /* how many rows have been taken since begin() */
};

G_DEFINE_FINAL_TYPE (FramTodaySection, fram_today_section, GTK_TYPE_BOX)

static void
fram_today_section_finalize (GObject *object)
{
  g_ptr_array_unref (FRAM_TODAY_SECTION (object)->rows);
  G_OBJECT_CLASS (fram_today_section_parent_class)->finalize (object);
}

static void
fram_today_section_class_init (FramTodaySectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fram_today_section_finalize;
}

static AdwActionRow *
new_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return ADW_ACTION_ROW (row);
}

static GtkWidget *
make_heading (FramTodaySection *self)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_xalign (self->note, 0);
  gtk_label_set_ellipsize (self->note, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->note), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->title), GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (GTK_WIDGET (self->note), GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "fram-today-heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "fram-dim");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "fram-today-note");
  gtk_box_append (GTK_BOX (heading), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (heading), GTK_WIDGET (self->note));
  return heading;
}

static void
fram_today_section_init (FramTodaySection *self)
{
  self->rows = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "fram-today-list");
  self->heading = make_heading (self);
  gtk_box_append (GTK_BOX (self), self->heading);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

GtkWidget *
fram_today_section_new (const char *title)
{
  FramTodaySection *self = g_object_new (FRAM_TYPE_TODAY_SECTION, NULL);

  fram_today_section_set_title (self, title);
  return GTK_WIDGET (self);
}

void
fram_today_section_set_title (FramTodaySection *self, const char *title)
{
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
fram_today_section_set_note (FramTodaySection *self, const char *note)
{
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->note), note);
}

/* Something beside the heading. */
void
fram_today_section_set_link (FramTodaySection *self, GtkWidget *link)
{
  gtk_box_append (GTK_BOX (self->heading), link);
}

/**
 * fram_today_section_set_limit:
 * @self: a section without a footer
 * @limit: so many rows are shown until somebody asks for all of them, 0 for all
 */
void
fram_today_section_set_limit (FramTodaySection *self, guint limit)
{
  self->limit = limit;
}

/* A row that stands last whatever else there is. */
void
fram_today_section_set_footer (FramTodaySection *self, GtkWidget *row)
{
  g_return_if_fail (self->footer == NULL);
  self->footer = row;
  gtk_list_box_append (self->list, row);
}

static void
drop_empty (FramTodaySection *self)
{
  if (self->empty != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (self->empty));
  self->empty = NULL;
}

/**
 * fram_today_section_begin:
 * @self: a section
 *
 * Begins to say again what is in the list; every row is then taken once, in order.
 */
void
fram_today_section_begin (FramTodaySection *self)
{
  self->next = 0;
}

static int
find (FramTodaySection *self, const char *key)
{
  for (guint i = self->next; i < self->rows->len; i++)
    if (g_strcmp0 (gtk_widget_get_name (g_ptr_array_index (self->rows, i)), key) == 0)
      return (int)i;
  return -1;
}

static void
move (FramTodaySection *self, guint from)
{
  GtkWidget *row = g_object_ref (g_ptr_array_index (self->rows, from));

  gtk_list_box_remove (self->list, row);
  gtk_list_box_insert (self->list, row, (int)self->next);
  g_ptr_array_remove_index (self->rows, from);
  g_ptr_array_insert (self->rows, (int)self->next, row);
  g_object_unref (row);
}

/**
 * fram_today_section_take:
 * @self: a section
 * @key: what the row is about
 * @is_new: (out): whether it has no widgets beside its title yet
 *
 * Returns: (transfer none): the next row
 */
AdwActionRow *
fram_today_section_take (FramTodaySection *self, const char *key, gboolean *is_new)
{
  int at = find (self, key);
  AdwActionRow *row;

  drop_empty (self);
  *is_new = at < 0;
  if (at < 0)
    {
      row = new_row ();
      gtk_widget_set_name (GTK_WIDGET (row), key);
      gtk_list_box_insert (self->list, GTK_WIDGET (row), (int)self->next);
      g_ptr_array_insert (self->rows, (int)self->next, row);
    }
  else if ((guint)at > self->next)
    move (self, (guint)at);
  return g_ptr_array_index (self->rows, self->next++);
}

static void fold (FramTodaySection *self);

static void
on_more_activated_cb (FramTodaySection *self)
{
  self->unfolded = !self->unfolded;
  fold (self);
  /* what has just come into view is read on from there */
  if (self->unfolded)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, self->limit));
}

static void
ensure_more (FramTodaySection *self)
{
  if (self->more != NULL)
    return;
  self->more = new_row ();
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "fram-today-more");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->more), TRUE);
  g_signal_connect_object (self->more, "activated", G_CALLBACK (on_more_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, GTK_WIDGET (self->more));
}

/* One row more than the limit is shown at once: a line that unfolds it takes as much room. */
static void
fold (FramTodaySection *self)
{
  guint n = self->rows->len;
  gboolean too_many = self->limit > 0 && n > self->limit + 1;
  g_autofree char *all = g_strdup_printf (ngettext ("Show all %u", "Show all %u", n), n);

  for (guint i = 0; i < n; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->rows, i), !too_many || self->unfolded || i < self->limit);
  if (too_many)
    {
      ensure_more (self);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more), self->unfolded ? _ ("Show fewer") : all);
    }
  else if (self->more != NULL)
    {
      gtk_list_box_remove (self->list, GTK_WIDGET (self->more));
      self->more = NULL;
    }
}

static void
add_empty (FramTodaySection *self, const char *text, const char *advice)
{
  if (self->empty == NULL)
    {
      self->empty = new_row ();
      gtk_widget_add_css_class (GTK_WIDGET (self->empty), "fram-empty");
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->empty), FALSE);
      gtk_list_box_prepend (self->list, GTK_WIDGET (self->empty));
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->empty), text);
  adw_action_row_set_subtitle (self->empty, advice != NULL ? advice : "");
}

/* The row with the focus has gone: the one that took its place has it now. */
static void
focus_near (FramTodaySection *self, guint at)
{
  GtkWidget *row = at < self->rows->len   ? g_ptr_array_index (self->rows, at)
                   : self->rows->len > 0  ? g_ptr_array_index (self->rows, self->rows->len - 1)
                   : self->footer != NULL ? self->footer
                                          : GTK_WIDGET (self->empty);

  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static int
find_focus (FramTodaySection *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  for (guint i = 0; focus != NULL && i < self->rows->len; i++)
    if (g_ptr_array_index (self->rows, i) == focus)
      return (int)i;
  return -1;
}

/**
 * fram_today_section_end:
 * @self: a section
 * @empty: (nullable): what it says where there is nothing
 * @advice: (nullable): and what to do then
 *
 * Takes the rows away that were not taken.
 */
void
fram_today_section_end (FramTodaySection *self, const char *empty, const char *advice)
{
  int focus = find_focus (self);
  gboolean lost = focus >= (int)self->next;

  while (self->rows->len > self->next)
    {
      GtkWidget *row = g_ptr_array_steal_index (self->rows, self->rows->len - 1);

      gtk_list_box_remove (self->list, row);
    }
  if (self->rows->len == 0 && empty != NULL)
    add_empty (self, empty, advice);
  else
    drop_empty (self);
  fold (self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->rows->len > 0 || empty != NULL || self->footer != NULL);
  if (lost)
    focus_near (self, (guint)focus);
}

guint
fram_today_section_get_n_rows (FramTodaySection *self)
{
  return self->rows->len;
}

GtkWidget *
fram_today_section_get_row (FramTodaySection *self, guint nth)
{
  return nth < self->rows->len ? g_ptr_array_index (self->rows, nth) : NULL;
}
