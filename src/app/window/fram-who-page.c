#include "fram-who-page.h"

#include "fram-pin-page.h"
#include "fram-who-tiles.h"

#include <glib/gi18n.h>

struct _FramWhoPage
{
  AdwBin parent_instance;

  /* borrowed */
  GtkStack *stack;
  FramWhoTiles *tiles;
  FramPinPage *pin;

  /* owned */
  FramDesk *desk;
  GArray *with_pin;
  gboolean require_pin;
  char *note;
};

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramWhoPage, fram_who_page, ADW_TYPE_BIN)

static gboolean
has_pin (FramWhoPage *self, const FramUuid *person)
{
  for (guint i = 0; self->with_pin != NULL && i < self->with_pin->len; i++)
    if (fram_uuid_equal (&g_array_index (self->with_pin, FramUuid, i), person))
      return TRUE;
  return FALSE;
}

static void
accept_person (FramWhoPage *self, const FramUuid *person)
{
  FramUuid copy = *person;

  g_signal_emit (self, signals[ACCEPTED], 0, &copy);
}

static void
ask (FramWhoPage *self, const FramUuid *person, FramPinAsk what)
{
  const char *name = fram_who_tiles_get_name (self->tiles, person);

  fram_pin_page_ask (self->pin, self->desk, person, name != NULL ? name : "", what);
  fram_pin_page_set_note (self->pin, self->note);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->pin));
  fram_pin_page_focus (self->pin);
}

/**
 * fram_who_page_choose:
 * @self: the page, filled
 * @person: whose tile it is
 *
 * Who needs no PIN is accepted at once; others are asked for it, or choose one.
 */
void
fram_who_page_choose (FramWhoPage *self, const FramUuid *person)
{
  if (has_pin (self, person))
    ask (self, person, FRAM_PIN_ASK_PIN);
  else if (self->require_pin)
    ask (self, person, FRAM_PIN_ASK_NEW);
  else
    accept_person (self, person);
}

static void
on_chosen_cb (FramWhoPage *self, const FramUuid *person)
{
  fram_who_page_choose (self, person);
}

static void
on_accepted_cb (FramWhoPage *self)
{
  accept_person (self, fram_pin_page_get_person (self->pin));
}

static void
fram_who_page_dispose (GObject *object)
{
  FramWhoPage *self = FRAM_WHO_PAGE (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->with_pin, g_array_unref);
  g_clear_pointer (&self->note, g_free);
  G_OBJECT_CLASS (fram_who_page_parent_class)->dispose (object);
}

static void
fram_who_page_class_init (FramWhoPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_who_page_dispose;
  signals[ACCEPTED] = g_signal_new ("accepted", FRAM_TYPE_WHO_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                    1, G_TYPE_POINTER);
}

static void
fram_who_page_init (FramWhoPage *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->tiles = FRAM_WHO_TILES (fram_who_tiles_new ());
  self->pin = FRAM_PIN_PAGE (fram_pin_page_new ());
  g_signal_connect_object (self->tiles, "chosen", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pin, "accepted", G_CALLBACK (on_accepted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pin, "back", G_CALLBACK (fram_who_page_show_tiles), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->tiles));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->pin));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

FramWhoPage *
fram_who_page_new (void)
{
  return g_object_new (FRAM_TYPE_WHO_PAGE, NULL);
}

/**
 * fram_who_page_fill:
 * @self: the page
 * @desk: where PINs are checked
 * @staff: (element-type FramStaff): everybody who works here
 * @with_pin: (nullable) (element-type FramUuid): who has a PIN
 * @recent: (nullable): ids of those who sat here lately
 * @require_pin: whether everybody needs a PIN on this computer
 */
void
fram_who_page_fill (FramWhoPage *self, FramDesk *desk, const GPtrArray *staff, const GArray *with_pin,
                    const char *const *recent, gboolean require_pin)
{
  g_set_object (&self->desk, desk);
  g_clear_pointer (&self->with_pin, g_array_unref);
  self->with_pin = with_pin != NULL ? g_array_copy ((GArray *)with_pin) : NULL;
  self->require_pin = require_pin;
  fram_who_tiles_fill (self->tiles, staff, with_pin, recent);
}

void
fram_who_page_show_tiles (FramWhoPage *self)
{
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->tiles));
  fram_who_tiles_set_note (self->tiles, self->note);
  fram_who_tiles_focus (self->tiles);
}

/**
 * fram_who_page_cover:
 * @self: the page
 * @name: who has locked the program
 *
 * Covers the window at once; what is asked for is known a moment later.
 */
void
fram_who_page_cover (FramWhoPage *self, const char *name)
{
  fram_pin_page_rest (self->pin, name);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->pin));
}

/**
 * fram_who_page_lock:
 * @self: the page, filled
 * @person: who has locked the program
 *
 * Asks for that person, by PIN or by a click on the own name.
 */
void
fram_who_page_lock (FramWhoPage *self, const FramUuid *person)
{
  ask (self, person, has_pin (self, person) ? FRAM_PIN_ASK_PIN : FRAM_PIN_ASK_CLICK);
  fram_pin_page_set_status (self->pin, _ ("Locked"));
}

/**
 * fram_who_page_set_note:
 * @self: the page
 * @note: (nullable): what is to be known before somebody else sits down
 */
void
fram_who_page_set_note (FramWhoPage *self, const char *note)
{
  g_free (self->note);
  self->note = g_strdup (note);
  fram_pin_page_set_note (self->pin, note);
  fram_who_tiles_set_note (self->tiles, note);
}

void
fram_who_page_say (FramWhoPage *self, const char *sentence)
{
  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->pin))
    fram_pin_page_say (self->pin, sentence);
  else
    fram_who_tiles_set_note (self->tiles, sentence);
}

/* Nobody is asked any more. */
void
fram_who_page_forget (FramWhoPage *self)
{
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();

  fram_pin_page_rest (self->pin, "");
  fram_who_tiles_fill (self->tiles, nobody, NULL, NULL);
  fram_who_page_set_note (self, NULL);
}
