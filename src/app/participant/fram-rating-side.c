#include "fram-rating-side.h"

#include "fram-form-dialog.h"

#include <glib/gi18n.h>

#define AIR 12

struct _FramRatingSide
{
  AdwBin parent_instance;

  /* borrowed: children */
  GtkScrolledWindow *scroller;
  GtkBox *column;

  /* owned */
  FramRatingWork *work;
  GPtrArray *cards; /* (element-type FramRatingCard), borrowed, in order */

  FramRater rater;
  guint showing; /* idle: brings a card into view */
};

enum
{
  DONE,
  LARGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramRatingSide, fram_rating_side, ADW_TYPE_BIN)

FramRatingCard *
fram_rating_side_get_current (FramRatingSide *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *card = focus != NULL ? gtk_widget_get_ancestor (focus, FRAM_TYPE_RATING_CARD) : NULL;

  return card != NULL && gtk_widget_is_ancestor (card, GTK_WIDGET (self)) ? FRAM_RATING_CARD (card) : NULL;
}

/* The whole card where there is room for it, else its upper end. */
static gboolean
on_show_card (gpointer data)
{
  FramRatingSide *self = data;
  FramRatingCard *card = fram_rating_side_get_current (self);
  GtkAdjustment *along = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t box;
  double top, bottom;

  self->showing = 0;
  if (card == NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (card), gtk_widget_get_parent (GTK_WIDGET (self->column)), &box))
    return G_SOURCE_REMOVE;
  top = MAX (0, box.origin.y - AIR);
  bottom = MIN (box.origin.y + box.size.height + AIR, top + gtk_adjustment_get_page_size (along));
  gtk_adjustment_clamp_page (along, top, bottom);
  return G_SOURCE_REMOVE;
}

static void
show_card_later (FramRatingSide *self)
{
  if (self->showing == 0)
    self->showing = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, on_show_card, self, NULL);
}

static void
go_to (FramRatingSide *self, guint at)
{
  if (at < self->cards->len)
    fram_rating_card_focus (g_ptr_array_index (self->cards, at));
  else
    g_signal_emit (self, signals[DONE], 0);
}

static void
on_next_cb (FramRatingSide *self, FramRatingCard *card)
{
  guint at;

  if (g_ptr_array_find (self->cards, card, &at))
    go_to (self, at + 1);
}

/* Up and down go from question to question; other keys are the question's. */
static gboolean
on_key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, FramRatingSide *self)
{
  FramRatingCard *card = fram_rating_side_get_current (self);
  guint at = 0;

  if (card == NULL)
    return FALSE;
  if ((key != GDK_KEY_Up && key != GDK_KEY_Down && key != GDK_KEY_KP_Up && key != GDK_KEY_KP_Down) ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return fram_rating_card_handle_key (card, key, state);
  g_ptr_array_find (self->cards, card, &at);
  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    go_to (self, MIN (at + 1, self->cards->len - 1));
  else if (at > 0)
    go_to (self, at - 1);
  return TRUE;
}

static void
on_large_clicked_cb (FramRatingSide *self)
{
  g_signal_emit (self, signals[LARGE], 0);
}

static GtkWidget *
make_large_button (FramRatingSide *self)
{
  GtkWidget *button = gtk_button_new (), *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "view-fullscreen-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Turn the screen: large type"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "fram-target");
  gtk_widget_set_tooltip_text (button, _ ("One question at a time, and nothing else on the screen (F11)"));
  fram_widget_set_accessible_name (button, _ ("Turn the screen: large type"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_large_clicked_cb), self);
  return button;
}

static GtkWidget *
make_hint (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "fram-dim");
  return label;
}

static void
add_head (FramRatingSide *self)
{
  const FramRatingForm *form = fram_rating_work_get_form (self->work);

  if (form->is_agenda)
    gtk_box_append (self->column, make_hint (_ ("Write down what you talk about. An area may be left empty.")));
  else if (self->rater == FRAM_RATER_CASE_WORKER)
    gtk_box_append (
        self->column,
        make_hint (_ ("Your own rating. The participant's answers are not shown here, and a question may be "
                      "left empty.")));
  else
    {
      gtk_box_append (self->column, make_large_button (self));
      gtk_box_append (self->column, make_hint (_ ("Answer together, with the mouse, a finger or the digits. A question "
                                                  "may be left empty.")));
    }
}

static void
add_cards (FramRatingSide *self)
{
  gboolean agenda = fram_rating_work_get_form (self->work)->is_agenda;
  guint of = fram_rating_work_count_asked (self->work, self->rater);

  for (guint i = 0; i < fram_rating_work_count (self->work); i++)
    {
      FramRatingCard *card;

      if (!agenda && !fram_rating_work_asks (self->work, i, self->rater))
        continue;
      card = fram_rating_card_new (self->work, i, self->rater);
      g_ptr_array_add (self->cards, card);
      fram_rating_card_set_place (card, self->cards->len, of);
      g_signal_connect_object (card, "next", G_CALLBACK (on_next_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->column, GTK_WIDGET (card));
    }
}

static void
build (FramRatingSide *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->column = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->column), "fram-rating-column");
  add_head (self);
  add_cards (self);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->column));
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, clamp);
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), TRUE);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "changed",
                           G_CALLBACK (show_card_later), self, G_CONNECT_SWAPPED);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->column), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (show_card_later), self);
  gtk_widget_add_controller (GTK_WIDGET (self->column), focus);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroller));
}

static void
on_focus_changed_cb (FramRatingSide *self)
{
  if (fram_rating_side_get_current (self) != NULL)
    show_card_later (self);
}

static void
fram_rating_side_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fram_rating_side_parent_class)->map (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (on_focus_changed_cb),
                           widget, G_CONNECT_SWAPPED);
}

static void
fram_rating_side_unmap (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), on_focus_changed_cb, widget);
  GTK_WIDGET_CLASS (fram_rating_side_parent_class)->unmap (widget);
}

static void
fram_rating_side_dispose (GObject *object)
{
  FramRatingSide *self = FRAM_RATING_SIDE (object);

  g_clear_handle_id (&self->showing, g_source_remove);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_object (&self->work);
  G_OBJECT_CLASS (fram_rating_side_parent_class)->dispose (object);
}

static void
fram_rating_side_class_init (FramRatingSideClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_rating_side_dispose;
  GTK_WIDGET_CLASS (klass)->map = fram_rating_side_map;
  GTK_WIDGET_CLASS (klass)->unmap = fram_rating_side_unmap;
  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LARGE] = g_signal_new ("large", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fram_rating_side_init (FramRatingSide *self)
{
  self->cards = g_ptr_array_new ();
}

/**
 * fram_rating_side_new:
 * @work: the form
 * @rater: whose side
 *
 * Returns: (transfer floating): the side
 */
FramRatingSide *
fram_rating_side_new (FramRatingWork *work, FramRater rater)
{
  FramRatingSide *self = g_object_new (FRAM_TYPE_RATING_SIDE, NULL);

  self->work = g_object_ref (work);
  self->rater = rater;
  build (self);
  return self;
}

FramRater
fram_rating_side_get_rater (FramRatingSide *self)
{
  return self->rater;
}

/* Puts the keyboard on the first question without an answer. */
void
fram_rating_side_begin (FramRatingSide *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      FramRatingCard *card = g_ptr_array_index (self->cards, i);
      guint question = fram_rating_card_get_question (card);

      if (fram_rating_work_get_value (self->work, question, self->rater) != 0 ||
          fram_rating_work_get_note (self->work, question, self->rater)[0] != '\0')
        continue;
      fram_rating_card_focus (card);
      return;
    }
  if (self->cards->len > 0)
    fram_rating_card_focus (g_ptr_array_index (self->cards, 0));
}

void
fram_rating_side_show_earlier (FramRatingSide *self, const GPtrArray *notes)
{
  for (guint i = 0; i < self->cards->len; i++)
    fram_rating_card_set_earlier (g_ptr_array_index (self->cards, i), notes);
}

/* The card of a question, NULL where this side is not asked. */
FramRatingCard *
fram_rating_side_get_card (FramRatingSide *self, guint question)
{
  for (guint i = 0; i < self->cards->len; i++)
    if (fram_rating_card_get_question (g_ptr_array_index (self->cards, i)) == question)
      return g_ptr_array_index (self->cards, i);
  return NULL;
}

/* Says at a question what was refused, and puts the keyboard there. */
gboolean
fram_rating_side_show_trouble (FramRatingSide *self, guint question, const char *sentence)
{
  FramRatingCard *card = fram_rating_side_get_card (self, question);

  if (card == NULL)
    return FALSE;
  fram_rating_card_set_trouble (card, sentence);
  fram_rating_card_focus (card);
  return TRUE;
}
