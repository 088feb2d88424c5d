#include "fram-pin-pad.h"

#include "fram-clock.h"
#include "fram-desk-pin.h"
#include "fram-pin.h"

#include <glib/gi18n.h>
#include <string.h>

#define TICK_MS 500

struct _FramPinPad
{
  GtkBox parent_instance;

  /* borrowed */
  GtkWidget *entry;
  GtkWidget *ok;
  GtkLabel *sentence;
  GtkSpinner *spinner;

  gboolean busy;
  gint64 until; /* steady milliseconds; 0: nobody has to wait */
  guint tick;
};

enum
{
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramPinPad, fram_pin_pad, GTK_TYPE_BOX)

/* Only digits, and no more than a PIN can have. */
static void
on_insert_cb (GtkEditable *text, const char *new_text, int length, int *position, gpointer data)
{
  gsize n = length >= 0 ? (gsize)length : strlen (new_text);
  gboolean fits = strlen (gtk_editable_get_text (text)) + n <= FRAM_PIN_LONGEST;

  for (gsize i = 0; fits && i < n; i++)
    fits = g_ascii_isdigit (new_text[i]);
  if (fits)
    return;
  g_signal_stop_emission_by_name (text, "insert-text");
  gtk_widget_error_bell (GTK_WIDGET (text));
}

/**
 * fram_pin_entry_take_digits:
 * @entry: an entry for a PIN
 *
 * It takes nothing but digits, and no more than a PIN can have.
 */
void
fram_pin_entry_take_digits (GtkEditable *entry)
{
  GtkEditable *text = entry;

  while (gtk_editable_get_delegate (text) != NULL)
    text = gtk_editable_get_delegate (text);
  gtk_text_set_input_purpose (GTK_TEXT (text), GTK_INPUT_PURPOSE_PIN);
  g_signal_connect (text, "insert-text", G_CALLBACK (on_insert_cb), NULL);
}

/**
 * fram_pin_entry_new:
 * @name: what assistive technology calls it
 *
 * Returns: (transfer floating): an entry for a PIN, whose text lies in memory that is not written to disk
 */
GtkWidget *
fram_pin_entry_new (const char *name)
{
  GtkWidget *entry = gtk_password_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), FRAM_PIN_LONGEST);
  fram_pin_entry_take_digits (GTK_EDITABLE (entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return entry;
}

static void
update (FramPinPad *self)
{
  gboolean typed = gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] != '\0';

  gtk_widget_set_sensitive (self->ok, typed && !self->busy && self->until == 0);
  gtk_spinner_set_spinning (self->spinner, self->busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->busy);
}

/**
 * fram_pin_pad_enter:
 * @self: the pad
 *
 * Confirms what is typed, unless somebody has to wait or the one before is still looked at.
 */
void
fram_pin_pad_enter (FramPinPad *self)
{
  char *pin = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (pin[0] != '\0' && !self->busy && self->until == 0)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      g_signal_emit (self, signals[ENTERED], 0, pin);
    }
  fram_pin_forget (pin);
}

static void
type (FramPinPad *self, char digit)
{
  int position = -1;

  gtk_editable_delete_selection (GTK_EDITABLE (self->entry));
  gtk_editable_insert_text (GTK_EDITABLE (self->entry), &digit, 1, &position);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
erase (FramPinPad *self)
{
  int end = (int)strlen (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (end > 0)
    gtk_editable_delete_text (GTK_EDITABLE (self->entry), end - 1, end);
}

static void
on_digit_cb (GtkButton *key, gpointer data)
{
  type (data, gtk_button_get_label (key)[0]);
}

/* The keyboard writes wherever the keys are; the entry itself knows what to do. */
static gboolean
on_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, gpointer data)
{
  FramPinPad *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint32 letter = gdk_keyval_to_unicode (keyval);

  if (focus != NULL && (focus == self->entry || gtk_widget_is_ancestor (focus, self->entry)))
    return GDK_EVENT_PROPAGATE;
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (letter >= '0' && letter <= '9')
    type (self, (char)letter);
  else if (keyval == GDK_KEY_BackSpace)
    erase (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
on_tick (gpointer data)
{
  FramPinPad *self = data;
  gint64 left = self->until - fram_clock_steady_now ();
  g_autofree char *text = left > 0 ? fram_pin_wait_text ((int)((left + 999) / 1000)) : NULL;

  fram_pin_pad_say (self, text, left > 0);
  if (left > 0)
    return G_SOURCE_CONTINUE;
  self->until = 0;
  self->tick = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
stop_waiting (FramPinPad *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  self->until = 0;
}

static void
fram_pin_pad_dispose (GObject *object)
{
  stop_waiting (FRAM_PIN_PAD (object));
  G_OBJECT_CLASS (fram_pin_pad_parent_class)->dispose (object);
}

static void
fram_pin_pad_class_init (FramPinPadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_pin_pad_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "pinpad");
  signals[ENTERED] = g_signal_new ("entered", FRAM_TYPE_PIN_PAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_STRING);
}

static GtkWidget *
add_key (GtkWidget *grid, GtkWidget *key, int place)
{
  gtk_widget_set_focus_on_click (key, FALSE);
  gtk_widget_add_css_class (key, "pin-key");
  gtk_grid_attach (GTK_GRID (grid), key, place % 3, place / 3, 1, 1);
  return key;
}

static GtkWidget *
icon_key (const char *icon, const char *name)
{
  GtkWidget *key = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (key, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (key), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return key;
}

/* Digits stand as on a telephone in every language. */
static GtkWidget *
make_keys (FramPinPad *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *eraser = icon_key ("edit-clear-symbolic", _ ("Erase the last digit"));

  gtk_widget_set_direction (grid, GTK_TEXT_DIR_LTR);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_halign (grid, GTK_ALIGN_CENTER);
  for (int digit = 1; digit <= 10; digit++)
    {
      const char label[] = { (char)('0' + digit % 10), '\0' };
      GtkWidget *key = add_key (grid, gtk_button_new_with_label (label), digit == 10 ? 10 : digit - 1);

      g_signal_connect_object (key, "clicked", G_CALLBACK (on_digit_cb), self, 0);
    }
  add_key (grid, eraser, 9);
  self->ok = add_key (grid, icon_key ("object-select-symbolic", _ ("Confirm the PIN")), 11);
  gtk_widget_add_css_class (self->ok, "suggested-action");
  g_signal_connect_object (eraser, "clicked", G_CALLBACK (erase), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ok, "clicked", G_CALLBACK (fram_pin_pad_enter), self, G_CONNECT_SWAPPED);
  return grid;
}

static GtkWidget *
make_sentence (FramPinPad *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->sentence = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, "max-width-chars", 34,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "pin-sentence");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sentence));
  return box;
}

static void
fram_pin_pad_init (FramPinPad *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->entry = fram_pin_entry_new (_ ("PIN"));
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), 0.5f);
  gtk_widget_set_halign (self->entry, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->entry, "pin-entry");
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (fram_pin_pad_enter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->entry);
  gtk_box_append (GTK_BOX (self), make_sentence (self));
  gtk_box_append (GTK_BOX (self), make_keys (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  update (self);
}

GtkWidget *
fram_pin_pad_new (void)
{
  return g_object_new (FRAM_TYPE_PIN_PAD, NULL);
}

/**
 * fram_pin_pad_say:
 * @self: the pad
 * @sentence: (nullable): what stands under the dots
 * @is_trouble: whether it is a refusal
 */
void
fram_pin_pad_say (FramPinPad *self, const char *sentence, gboolean is_trouble)
{
  gtk_label_set_label (self->sentence, sentence != NULL ? sentence : "");
  if (is_trouble)
    gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "pin-trouble");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->sentence), "pin-trouble");
}

/* While a PIN is looked at the next one can be typed already. */
void
fram_pin_pad_set_busy (FramPinPad *self, gboolean busy)
{
  self->busy = busy;
  if (busy)
    fram_pin_pad_say (self, NULL, FALSE);
  update (self);
}

/**
 * fram_pin_pad_wait:
 * @self: the pad
 * @seconds: how long nothing can be confirmed; they are counted down
 */
void
fram_pin_pad_wait (FramPinPad *self, int seconds)
{
  stop_waiting (self);
  if (seconds > 0)
    {
      self->until = fram_clock_steady_now () + (gint64)seconds * 1000;
      self->tick = g_timeout_add (TICK_MS, on_tick, self);
    }
  update (self);
}

/**
 * fram_pin_pad_clear:
 * @self: the pad
 *
 * As new: for another person.
 */
void
fram_pin_pad_clear (FramPinPad *self)
{
  stop_waiting (self);
  self->busy = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  fram_pin_pad_say (self, NULL, FALSE);
  update (self);
}

GtkWidget *
fram_pin_pad_get_entry (FramPinPad *self)
{
  return self->entry;
}
