#include "fram-pin-page.h"

#include "fram-desk-pin.h"
#include "fram-pin-pad.h"
#include "fram-pin.h"

#include <glib/gi18n.h>

struct _FramPinPage
{
  AdwBin parent_instance;

  /* borrowed */
  GtkWidget *status;
  GtkLabel *status_label;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *note;
  FramPinPad *pad;
  GtkWidget *go_on;
  GtkLabel *go_on_label;
  GtkWidget *back;

  /* owned */
  FramDesk *desk;
  GCancellable *asking;
  FramUuid who;
  FramPinAsk ask;
  char *first; /* a new PIN that has been typed once */
};

enum
{
  ACCEPTED,
  BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramPinPage, fram_pin_page, ADW_TYPE_BIN)

static void
forget_first (FramPinPage *self)
{
  fram_pin_forget (g_steal_pointer (&self->first));
}

static void
prompt (FramPinPage *self)
{
  if (self->ask == FRAM_PIN_ASK_PIN)
    fram_pin_pad_say (self->pad, _ ("Type your PIN."), FALSE);
  else if (self->first == NULL)
    fram_pin_pad_say (self->pad, _ ("Everybody has a PIN on this computer. Choose one of 4 to 12 digits."), FALSE);
  else
    fram_pin_pad_say (self->pad, _ ("Type it once more."), FALSE);
}

static gboolean
was_left (FramPinPage *self, GAsyncResult *result)
{
  return self->desk == NULL || g_task_get_cancellable (G_TASK (result)) != self->asking;
}

static void
on_checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramPinPage) self = data;
  g_autoptr (GError) error = NULL;
  int wait = 0;
  gboolean right = fram_desk_check_pin_finish (FRAM_DESK (source), result, &wait, &error);

  if (was_left (self, result))
    return;
  fram_pin_pad_set_busy (self->pad, FALSE);
  /* it was taken away meanwhile: then the name is enough again */
  if (right || g_error_matches (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND))
    {
      g_signal_emit (self, signals[ACCEPTED], 0);
      return;
    }
  fram_pin_pad_say (self->pad, error->message, TRUE);
  fram_pin_pad_wait (self->pad, wait);
}

static void
on_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramPinPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = fram_desk_write_pin_finish (FRAM_DESK (source), result, &error);

  if (was_left (self, result))
    return;
  fram_pin_pad_set_busy (self->pad, FALSE);
  if (done)
    g_signal_emit (self, signals[ACCEPTED], 0);
  else
    fram_pin_pad_say (self->pad, error->message, TRUE);
}

static void
choose (FramPinPage *self, const char *pin)
{
  g_autoptr (GError) error = NULL;

  if (self->first == NULL && !fram_pin_check_form (pin, &error))
    {
      fram_pin_pad_say (self->pad, error->message, TRUE);
      return;
    }
  if (self->first == NULL)
    {
      self->first = g_strdup (pin);
      prompt (self);
      return;
    }
  if (g_str_equal (self->first, pin))
    {
      fram_pin_pad_set_busy (self->pad, TRUE);
      fram_desk_choose_pin_async (self->desk, &self->who, pin, self->asking, on_chosen_cb, g_object_ref (self));
    }
  else
    fram_pin_pad_say (self->pad, _ ("The two were not the same. Choose the PIN again."), TRUE);
  forget_first (self);
}

static void
on_entered_cb (FramPinPage *self, const char *pin)
{
  if (self->desk == NULL)
    return;
  if (self->ask == FRAM_PIN_ASK_NEW)
    {
      choose (self, pin);
      return;
    }
  fram_pin_pad_set_busy (self->pad, TRUE);
  fram_desk_check_pin_async (self->desk, &self->who, pin, self->asking, on_checked_cb, g_object_ref (self));
}

static void
on_go_on_cb (FramPinPage *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
}

static void
on_back_cb (FramPinPage *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  g_signal_emit (widget, signals[BACK], 0);
  return TRUE;
}

static void
leave (FramPinPage *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->desk);
  forget_first (self);
}

static void
fram_pin_page_dispose (GObject *object)
{
  leave (FRAM_PIN_PAGE (object));
  G_OBJECT_CLASS (fram_pin_page_parent_class)->dispose (object);
}

static void
fram_pin_page_class_init (FramPinPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_pin_page_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, on_escape, NULL);
  signals[ACCEPTED] =
      g_signal_new ("accepted", FRAM_TYPE_PIN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BACK] = g_signal_new ("back", FRAM_TYPE_PIN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_wrapped (const char *css_class)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, "max-width-chars", 40, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_buttons (FramPinPage *self, GtkBox *box)
{
  self->go_on_label = GTK_LABEL (make_wrapped ("pin-go-on"));
  gtk_label_set_label (self->go_on_label, C_ ("button", "Go On"));
  self->go_on = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->go_on), GTK_WIDGET (self->go_on_label));
  gtk_widget_add_css_class (self->go_on, "suggested-action");
  gtk_widget_add_css_class (self->go_on, "pill");
  gtk_widget_set_halign (self->go_on, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->go_on, "clicked", G_CALLBACK (on_go_on_cb), self, G_CONNECT_SWAPPED);
  self->back = gtk_button_new_with_label (_ ("Somebody Else …"));
  gtk_widget_set_halign (self->back, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->back, "fram-target");
  gtk_widget_add_css_class (self->back, "flat");
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (on_back_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, self->go_on);
  gtk_box_append (box, self->back);
}

static GtkWidget *
make_status (FramPinPage *self)
{
  self->status = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->status_label = GTK_LABEL (make_wrapped ("heading"));
  gtk_widget_set_halign (self->status, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->status), gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
  gtk_box_append (GTK_BOX (self->status), GTK_WIDGET (self->status_label));
  gtk_widget_set_visible (self->status, FALSE);
  return self->status;
}

static void
fram_pin_page_init (FramPinPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->avatar = ADW_AVATAR (adw_avatar_new (72, NULL, TRUE));
  self->name = GTK_LABEL (make_wrapped ("title-1"));
  self->note = GTK_LABEL (make_wrapped ("fram-dim"));
  self->pad = FRAM_PIN_PAD (fram_pin_pad_new ());
  g_signal_connect_object (self->pad, "entered", G_CALLBACK (on_entered_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), make_status (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->avatar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pad));
  add_buttons (self, GTK_BOX (box));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "pin-page");
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
fram_pin_page_new (void)
{
  return g_object_new (FRAM_TYPE_PIN_PAGE, NULL);
}

/**
 * fram_pin_page_rest:
 * @self: the page
 * @name: whose page it is, or will be
 *
 * Asks for nothing, and forgets what was asked and typed.
 */
void
fram_pin_page_rest (FramPinPage *self, const char *name)
{
  leave (self);
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_label (self->name, name);
  gtk_widget_set_visible (self->go_on, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->pad), FALSE);
  gtk_widget_set_visible (self->back, FALSE);
  fram_pin_pad_clear (self->pad);
  fram_pin_page_set_note (self, NULL);
  fram_pin_page_set_status (self, NULL);
}

/**
 * fram_pin_page_ask:
 * @self: the page
 * @desk: the desk
 * @who: the person
 * @name: the person's name
 * @ask: what is asked for
 */
void
fram_pin_page_ask (FramPinPage *self, FramDesk *desk, const FramUuid *who, const char *name, FramPinAsk ask)
{
  /* Translators: a button; %s is a name: "Go on as Karin Berg" */
  g_autofree char *go_on = g_strdup_printf (_ ("Go on as %s"), name);

  fram_pin_page_rest (self, name);
  self->desk = g_object_ref (desk);
  self->asking = g_cancellable_new ();
  self->who = *who;
  self->ask = ask;
  gtk_label_set_label (self->go_on_label, go_on);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->go_on), GTK_ACCESSIBLE_PROPERTY_LABEL, go_on, -1);
  gtk_widget_set_visible (self->go_on, ask == FRAM_PIN_ASK_CLICK);
  gtk_widget_set_visible (GTK_WIDGET (self->pad), ask != FRAM_PIN_ASK_CLICK);
  gtk_widget_set_visible (self->back, TRUE);
  prompt (self);
}

void
fram_pin_page_set_status (FramPinPage *self, const char *status)
{
  gtk_label_set_label (self->status_label, status != NULL ? status : "");
  gtk_widget_set_visible (self->status, status != NULL);
}

void
fram_pin_page_set_note (FramPinPage *self, const char *note)
{
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

/**
 * fram_pin_page_say:
 * @self: the page
 * @sentence: why the person may not sit down after all
 */
void
fram_pin_page_say (FramPinPage *self, const char *sentence)
{
  gtk_widget_set_visible (GTK_WIDGET (self->pad), self->ask != FRAM_PIN_ASK_CLICK);
  fram_pin_pad_say (self->pad, sentence, TRUE);
  if (self->ask == FRAM_PIN_ASK_CLICK)
    fram_pin_page_set_note (self, sentence);
}

void
fram_pin_page_focus (FramPinPage *self)
{
  gtk_widget_grab_focus (self->ask == FRAM_PIN_ASK_CLICK ? self->go_on : fram_pin_pad_get_entry (self->pad));
}

const FramUuid *
fram_pin_page_get_person (FramPinPage *self)
{
  return &self->who;
}
