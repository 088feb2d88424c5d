#include "fram-mark-label.h"

#include "fram-palette.h"
#include "fram-text.h"

#include <adwaita.h>

#include <glib/gi18n-lib.h>

#define MOST_DIGITS  3
#define MOST_MINUTES 999

struct _FramMarkLabel
{
  GtkWidget parent_instance;

  /* owned */
  GtkWidget *label;
  GtkWidget *entry; /* made when somebody is late for the first time */
  GtkWidget *unit;
  char *person;
  char *typed; /* digits typed with the list in focus */

  /* borrowed */
  const FramStatus *status;

  int minutes;
  gboolean is_short;
  gboolean closing;
};

enum
{
  MINUTES_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramMarkLabel, fram_mark_label, GTK_TYPE_WIDGET)

static void
show_minutes (FramMarkLabel *self)
{
  char text[16] = "";

  if (self->entry == NULL)
    return;
  if (self->typed != NULL)
    g_strlcpy (text, self->typed, sizeof text);
  else if (self->minutes >= 0)
    g_snprintf (text, sizeof text, "%d", self->minutes);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

/* An empty entry means no minutes; anything that is no number is put back. */
static void
commit (FramMarkLabel *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gint64 minutes = -1;

  if (self->closing || self->typed != NULL)
    return;
  if (text[0] != '\0' && (!fram_int_parse (text, &minutes) || minutes < 0 || minutes > MOST_MINUTES))
    show_minutes (self);
  else if ((int)minutes != self->minutes)
    g_signal_emit (self, signals[MINUTES_CHANGED], 0, (int)minutes);
}

static void
on_entry_activate_cb (GtkEntry *entry, FramMarkLabel *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_BOX_ROW);

  commit (self);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
on_focus_leave_cb (GtkEventControllerFocus *controller, FramMarkLabel *self)
{
  commit (self);
}

static gboolean
on_entry_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                 FramMarkLabel *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_BOX_ROW);

  if (keyval != GDK_KEY_Escape || row == NULL)
    return GDK_EVENT_PROPAGATE;
  show_minutes (self);
  gtk_widget_grab_focus (row);
  return GDK_EVENT_STOP;
}

static void
name_entry (FramMarkLabel *self)
{
  g_autofree char *name = NULL;

  if (self->entry == NULL)
    return;
  /* Translators: the name of an entry: minutes that a person came late */
  name = g_strdup_printf (_ ("Minutes late, %s"), self->person != NULL ? self->person : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
make_entry (FramMarkLabel *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_widget_add_css_class (self->entry, "fram-minutes");
  gtk_widget_set_valign (self->entry, GTK_ALIGN_CENTER);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), MOST_DIGITS);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 1);
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), 0.5);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), MOST_DIGITS);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_DIGITS);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_entry_activate_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_leave_cb), self, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_entry_key_cb), self, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_add_controller (self->entry, keys);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  self->unit = gtk_label_new (C_ ("minutes late", "min"));
  gtk_widget_set_parent (self->unit, GTK_WIDGET (self));
  name_entry (self);
}

static void
show_late (FramMarkLabel *self, gboolean late, gboolean editable)
{
  if (late && self->entry == NULL)
    make_entry (self);
  if (self->entry == NULL)
    return;
  gtk_widget_set_visible (self->entry, late);
  gtk_widget_set_visible (self->unit, late && !self->is_short);
  gtk_widget_set_sensitive (self->entry, editable);
}

static void
colour_label (FramMarkLabel *self)
{
  PangoAttrList *attributes = NULL;
  GdkRGBA colour;

  if (self->status != NULL)
    {
      colour = fram_palette_get_status (self->status->shape, fram_palette_get_style ());
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_attr_list_insert (attributes,
                              pango_attr_foreground_new ((guint16)(colour.red * 65535), (guint16)(colour.green * 65535),
                                                         (guint16)(colour.blue * 65535)));
      pango_attr_list_insert (attributes, pango_attr_foreground_alpha_new (G_MAXUINT16));
    }
  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
  g_clear_pointer (&attributes, pango_attr_list_unref);
}

static void
on_style_changed_cb (FramMarkLabel *self)
{
  colour_label (self);
}

static void
fram_mark_label_dispose (GObject *object)
{
  FramMarkLabel *self = FRAM_MARK_LABEL (object);

  self->closing = TRUE; /* losing the focus now writes nothing */
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->unit, gtk_widget_unparent);
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->typed, g_free);
  G_OBJECT_CLASS (fram_mark_label_parent_class)->dispose (object);
}

static void
fram_mark_label_class_init (FramMarkLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_mark_label_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "marklabel");

  signals[MINUTES_CHANGED] = g_signal_new ("minutes-changed", FRAM_TYPE_MARK_LABEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
fram_mark_label_init (FramMarkLabel *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  self->minutes = -1;
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (on_style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (on_style_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
fram_mark_label_new (void)
{
  return g_object_new (FRAM_TYPE_MARK_LABEL, NULL);
}

/**
 * fram_mark_label_set:
 * @self: a label
 * @status: (nullable): the recorded status; %NULL for unmarked
 * @minutes_late: recorded minutes, -1 for none
 * @editable: whether minutes can be written
 */
void
fram_mark_label_set (FramMarkLabel *self, const FramStatus *status, int minutes_late, gboolean editable)
{
  g_return_if_fail (FRAM_IS_MARK_LABEL (self));
  self->status = status;
  self->minutes = minutes_late;
  gtk_label_set_text (GTK_LABEL (self->label),
                      status != NULL ? fram_status_get_name (status) : C_ ("attendance", "Unmarked"));
  colour_label (self);
  if (status == NULL)
    gtk_widget_add_css_class (self->label, "fram-dim");
  else
    gtk_widget_remove_css_class (self->label, "fram-dim");
  show_late (self, status != NULL && fram_status_is_late (status), editable);
  show_minutes (self);
}

/**
 * fram_mark_label_set_typed:
 * @self: a label
 * @digits: (nullable): minutes as far as they are typed with the list in focus; %NULL when they are written
 */
void
fram_mark_label_set_typed (FramMarkLabel *self, const char *digits)
{
  g_return_if_fail (FRAM_IS_MARK_LABEL (self));
  g_free (self->typed);
  self->typed = g_strdup (digits);
  if (self->entry == NULL)
    return;
  if (digits != NULL)
    gtk_widget_add_css_class (self->entry, "typing");
  else
    gtk_widget_remove_css_class (self->entry, "typing");
  show_minutes (self);
}

/**
 * fram_mark_label_set_name:
 * @self: a label
 * @person: whose mark it is, for those who listen
 */
void
fram_mark_label_set_name (FramMarkLabel *self, const char *person)
{
  g_return_if_fail (FRAM_IS_MARK_LABEL (self));
  g_free (self->person);
  self->person = g_strdup (person);
  name_entry (self);
}

/**
 * fram_mark_label_set_short:
 * @self: a label
 * @is_short: whether the unit after the minutes is left out
 */
void
fram_mark_label_set_short (FramMarkLabel *self, gboolean is_short)
{
  g_return_if_fail (FRAM_IS_MARK_LABEL (self));
  self->is_short = is_short;
  if (self->unit != NULL)
    gtk_widget_set_visible (self->unit, gtk_widget_get_visible (self->entry) && !is_short);
}

/**
 * fram_mark_label_get_entry:
 * @self: a label
 *
 * Returns: (nullable): where minutes are written, while somebody is late
 */
GtkEditable *
fram_mark_label_get_entry (FramMarkLabel *self)
{
  g_return_val_if_fail (FRAM_IS_MARK_LABEL (self), NULL);
  if (self->entry == NULL || !gtk_widget_get_visible (self->entry))
    return NULL;
  return GTK_EDITABLE (self->entry);
}
