#include "fram-who-tiles.h"

#include "fram-text.h"

#include <glib/gi18n.h>

/* With more tiles than this they can be searched. */
#define MANY 12

struct _FramWhoTiles
{
  AdwBin parent_instance;

  /* borrowed */
  GtkFlowBox *tiles;
  GtkWidget *search;
  GtkLabel *note;
  GtkWidget *nobody;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramWhoTiles, fram_who_tiles, ADW_TYPE_BIN)

static void
on_activated_cb (FramWhoTiles *self, GtkFlowBoxChild *tile)
{
  FramUuid person;

  if (fram_uuid_parse (gtk_widget_get_name (GTK_WIDGET (tile)), &person))
    g_signal_emit (self, signals[CHOSEN], 0, &person);
}

static gboolean
matches (GtkFlowBoxChild *tile, gpointer data)
{
  FramWhoTiles *self = data;
  g_autofree char *terms = fram_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  return fram_text_matches (g_object_get_data (G_OBJECT (tile), "words"), terms);
}

static GtkFlowBoxChild *
first_shown (FramWhoTiles *self)
{
  GtkFlowBoxChild *tile;

  for (int i = 0; (tile = gtk_flow_box_get_child_at_index (self->tiles, i)) != NULL; i++)
    if (matches (tile, self))
      return tile;
  return NULL;
}

static void
on_search_changed_cb (FramWhoTiles *self)
{
  gtk_flow_box_invalidate_filter (self->tiles);
  gtk_widget_set_visible (self->nobody, first_shown (self) == NULL);
}

/* Enter in the search is for the first tile that is left. */
static void
on_search_activated_cb (FramWhoTiles *self)
{
  GtkFlowBoxChild *tile = first_shown (self);

  if (tile != NULL)
    on_activated_cb (self, tile);
}

/* The arrows begin where the box itself has put the keyboard. */
static void
enter_tiles (FramWhoTiles *self)
{
  gtk_widget_set_focus_child (GTK_WIDGET (self->tiles), NULL);
  gtk_widget_child_focus (GTK_WIDGET (self->tiles), GTK_DIR_TAB_FORWARD);
}

static gboolean
on_search_key_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, gpointer data)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  enter_tiles (data);
  return GDK_EVENT_STOP;
}

static void
fram_who_tiles_class_init (FramWhoTilesClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", FRAM_TYPE_WHO_TILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_POINTER);
}

static GtkWidget *
make_search (FramWhoTiles *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Find your name …"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find your name"),
                                  -1);
  gtk_widget_set_halign (self->search, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->search, 300, -1);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (on_search_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "next-match", G_CALLBACK (enter_tiles), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_search_key_cb), self, 0);
  gtk_widget_add_controller (self->search, keys);
  return self->search;
}

static GtkWidget *
make_tiles (FramWhoTiles *self)
{
  self->tiles = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->tiles, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (self->tiles, TRUE);
  gtk_flow_box_set_min_children_per_line (self->tiles, 1);
  gtk_flow_box_set_max_children_per_line (self->tiles, 3);
  gtk_flow_box_set_row_spacing (self->tiles, 12);
  gtk_flow_box_set_column_spacing (self->tiles, 12);
  gtk_flow_box_set_filter_func (self->tiles, matches, self, NULL);
  gtk_widget_set_valign (GTK_WIDGET (self->tiles), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tiles), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Who is at the keyboard?"), -1);
  g_signal_connect_object (self->tiles, "child-activated", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->tiles);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "justify", GTK_JUSTIFY_CENTER, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
fram_who_tiles_init (FramWhoTiles *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->note = GTK_LABEL (make_label ("", "fram-dim"));
  self->nobody = make_label (_ ("Nobody of that name works here."), "fram-dim");
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  gtk_widget_set_visible (self->nobody, FALSE);
  gtk_box_append (GTK_BOX (box), make_label (_ ("Who is at the keyboard?"), "title-1"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (box), make_search (self));
  gtk_box_append (GTK_BOX (box), make_tiles (self));
  gtk_box_append (GTK_BOX (box), self->nobody);
  gtk_widget_add_css_class (box, "fram-who");
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 960);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 900);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
fram_who_tiles_new (void)
{
  return g_object_new (FRAM_TYPE_WHO_TILES, NULL);
}

static gboolean
holds (const GArray *ids, const FramUuid *id)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (fram_uuid_equal (&g_array_index (ids, FramUuid, i), id))
      return TRUE;
  return FALSE;
}

static GtkWidget *
make_lines (const FramStaff *staff)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name =
      g_object_new (GTK_TYPE_LABEL, "label", staff->name, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                    PANGO_WRAP_WORD_CHAR, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 18, NULL);
  GtkWidget *roles =
      g_object_new (GTK_TYPE_LABEL, "label", staff->roles_text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                    PANGO_WRAP_WORD_CHAR, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 20, NULL);

  gtk_widget_add_css_class (name, "person-name");
  gtk_widget_add_css_class (roles, "fram-dim");
  gtk_widget_add_css_class (roles, "caption");
  gtk_box_append (GTK_BOX (lines), name);
  if (staff->roles_text != NULL && staff->roles_text[0] != '\0')
    gtk_box_append (GTK_BOX (lines), roles);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (lines, TRUE);
  return lines;
}

static GtkWidget *
make_padlock (void)
{
  GtkWidget *lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

  gtk_widget_set_tooltip_text (lock, _ ("Needs a PIN"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (lock), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Needs a PIN"), -1);
  gtk_widget_add_css_class (lock, "fram-dim");
  return lock;
}

static void
name_tile (GtkWidget *tile, const FramStaff *staff, gboolean with_pin)
{
  g_autofree char *words = g_strconcat (staff->name, " ", staff->roles_text, NULL);
  g_autofree char *described =
      g_strjoin (". ", staff->roles_text != NULL ? staff->roles_text : "", with_pin ? _ ("Needs a PIN") : NULL, NULL);
  char id[FRAM_UUID_TEXT_SIZE];

  gtk_widget_set_name (tile, fram_uuid_format (&staff->id, id));
  g_object_set_data_full (G_OBJECT (tile), "words", fram_text_fold (words), g_free);
  g_object_set_data_full (G_OBJECT (tile), "person", g_strdup (staff->name), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_LABEL, staff->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, described, -1);
}

static GtkWidget *
make_tile (const FramStaff *staff, gboolean with_pin)
{
  GtkWidget *tile = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (box), adw_avatar_new (48, staff->name, TRUE));
  gtk_box_append (GTK_BOX (box), make_lines (staff));
  if (with_pin)
    gtk_box_append (GTK_BOX (box), make_padlock ());
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (tile), box);
  gtk_widget_add_css_class (tile, "card");
  gtk_widget_add_css_class (tile, "activatable");
  gtk_widget_add_css_class (tile, "who-tile");
  name_tile (tile, staff, with_pin);
  return tile;
}

static void
empty (FramWhoTiles *self)
{
  GtkFlowBoxChild *tile;

  while ((tile = gtk_flow_box_get_child_at_index (self->tiles, 0)) != NULL)
    gtk_flow_box_remove (self->tiles, GTK_WIDGET (tile));
}

static const FramStaff *
find (const GPtrArray *staff, const char *id)
{
  FramUuid person;

  if (!fram_uuid_parse (id, &person))
    return NULL;
  for (guint i = 0; i < staff->len; i++)
    if (fram_uuid_equal (&((const FramStaff *)g_ptr_array_index (staff, i))->id, &person))
      return g_ptr_array_index (staff, i);
  return NULL;
}

static gboolean
is_recent (const FramStaff *staff, const char *const *recent)
{
  char id[FRAM_UUID_TEXT_SIZE];

  return recent != NULL && g_strv_contains (recent, fram_uuid_format (&staff->id, id));
}

/**
 * fram_who_tiles_fill:
 * @self: the tiles
 * @staff: (element-type FramStaff): everybody who works here, by name
 * @with_pin: (nullable) (element-type FramUuid): who needs a PIN
 * @recent: (nullable): ids of those who sat here lately, the last one first
 */
void
fram_who_tiles_fill (FramWhoTiles *self, const GPtrArray *staff, const GArray *with_pin, const char *const *recent)
{
  empty (self);
  for (guint i = 0; recent != NULL && recent[i] != NULL; i++)
    {
      const FramStaff *one = find (staff, recent[i]);

      if (one != NULL)
        gtk_flow_box_append (self->tiles, make_tile (one, holds (with_pin, &one->id)));
    }
  for (guint i = 0; i < staff->len; i++)
    {
      const FramStaff *one = g_ptr_array_index (staff, i);

      if (!is_recent (one, recent))
        gtk_flow_box_append (self->tiles, make_tile (one, holds (with_pin, &one->id)));
    }
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_set_visible (self->search, staff->len > MANY);
  gtk_flow_box_set_max_children_per_line (self->tiles, CLAMP (staff->len, 1, 3));
}

void
fram_who_tiles_set_note (FramWhoTiles *self, const char *note)
{
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

void
fram_who_tiles_focus (FramWhoTiles *self)
{
  enter_tiles (self);
}

/**
 * fram_who_tiles_get_name:
 * @self: the tiles
 * @person: a person
 *
 * Returns: (nullable): the person's name, %NULL where there is no such tile
 */
const char *
fram_who_tiles_get_name (FramWhoTiles *self, const FramUuid *person)
{
  GtkFlowBoxChild *tile;
  char id[FRAM_UUID_TEXT_SIZE];

  fram_uuid_format (person, id);
  for (int i = 0; (tile = gtk_flow_box_get_child_at_index (self->tiles, i)) != NULL; i++)
    if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (tile)), id))
      return g_object_get_data (G_OBJECT (tile), "person");
  return NULL;
}
