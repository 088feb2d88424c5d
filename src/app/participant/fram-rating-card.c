#include "fram-rating-card.h"

#include "fram-form-dialog.h"
#include "fram-rating-scale.h"
#include "fram-words.h"

#include <glib/gi18n.h>

struct _FramRatingCard
{
  AdwBin parent_instance;

  /* borrowed: children */
  GtkLabel *place;
  GtkLabel *trouble;
  FramRatingScale *scale; /* NULL: an area of an agenda */
  GtkLabel *told;
  GtkWidget *note_button; /* likewise */
  GtkRevealer *note_place;
  GtkTextView *note;
  GtkExpander *earlier;

  /* owned */
  FramRatingWork *work;

  guint question;
  FramRater rater;
  gboolean filling;
};

enum
{
  NEXT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramRatingCard, fram_rating_card, ADW_TYPE_BIN)

static const FramQuestion *
asked (FramRatingCard *self)
{
  return fram_rating_work_get_question (self->work, self->question);
}

static gboolean
is_belief (FramRatingCard *self)
{
  return asked (self)->belief && self->rater == FRAM_RATER_CASE_WORKER;
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 80);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
show_told (FramRatingCard *self)
{
  g_autofree char *words =
      self->told != NULL ? fram_rating_work_dup_comparison (self->work, self->question, self->rater) : NULL;

  if (self->told == NULL)
    return;
  gtk_label_set_label (self->told, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->told), words != NULL);
}

static void
show_note_button (FramRatingCard *self)
{
  gboolean open = gtk_revealer_get_reveal_child (self->note_place);

  if (self->note_button == NULL)
    return;
  gtk_widget_set_visible (self->note_button, !open);
  gtk_widget_set_visible (GTK_WIDGET (self->note_place), open);
}

static void
on_picked_cb (FramRatingCard *self, int value)
{
  fram_rating_card_set_trouble (self, NULL);
  fram_rating_work_set_value (self->work, self->question, self->rater, value);
}

static void
on_next_cb (FramRatingCard *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

static void
on_note_changed_cb (GtkTextBuffer *buffer, FramRatingCard *self)
{
  g_autofree char *text = NULL;
  GtkTextIter from, to;

  if (self->filling)
    return;
  gtk_text_buffer_get_bounds (buffer, &from, &to);
  text = gtk_text_buffer_get_text (buffer, &from, &to, FALSE);
  fram_rating_card_set_trouble (self, NULL);
  fram_rating_work_set_note (self->work, self->question, self->rater, text);
}

/* The draft, or another view of the same answers, says something else than stands here. */
static void
on_changed_cb (FramRatingCard *self, guint question)
{
  if (question != self->question)
    return;
  if (self->scale != NULL)
    fram_rating_scale_set_value (self->scale, fram_rating_work_get_value (self->work, question, self->rater));
  show_told (self);
}

/* Escape folds an empty note, and leaves a written one. */
static gboolean
on_note_key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, FramRatingCard *self)
{
  if (key != GDK_KEY_Escape || self->scale == NULL)
    return FALSE;
  if (fram_rating_work_get_note (self->work, self->question, self->rater)[0] == '\0')
    {
      gtk_revealer_set_reveal_child (self->note_place, FALSE);
      show_note_button (self);
    }
  fram_rating_scale_grab (self->scale);
  return TRUE;
}

static GtkWidget *
make_writing (FramRatingCard *self, const char *name)
{
  GtkWidget *frame = gtk_frame_new (NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->note = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->note, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->note, FALSE);
  gtk_text_view_set_top_margin (self->note, 10);
  gtk_text_view_set_bottom_margin (self->note, 10);
  gtk_text_view_set_left_margin (self->note, 12);
  gtk_text_view_set_right_margin (self->note, 12);
  gtk_widget_set_size_request (GTK_WIDGET (self->note), -1, 66);
  fram_widget_set_accessible_name (self->note, name);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_note_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->note), keys);
  g_signal_connect_object (gtk_text_view_get_buffer (self->note), "changed", G_CALLBACK (on_note_changed_cb), self, 0);
  gtk_frame_set_child (GTK_FRAME (frame), GTK_WIDGET (self->note));
  gtk_widget_add_css_class (frame, "fram-writing");
  return frame;
}

static void
fill_note (FramRatingCard *self)
{
  const char *note = fram_rating_work_get_note (self->work, self->question, self->rater);

  self->filling = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note), note, -1);
  self->filling = FALSE;
  if (self->note_place != NULL)
    gtk_revealer_set_reveal_child (self->note_place, note[0] != '\0');
}

static void
add_note (FramRatingCard *self, GtkBox *box)
{
  GtkWidget *content = adw_button_content_new (), *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char *prompt = is_belief (self) ? _ ("What would let my belief grow?") : _ ("Note");

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "document-edit-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), prompt);
  self->note_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->note_button), content);
  gtk_widget_add_css_class (self->note_button, "flat");
  gtk_widget_add_css_class (self->note_button, "fram-target");
  gtk_widget_set_halign (self->note_button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->note_button, _ ("Write a note (N)"));
  fram_widget_set_accessible_name (self->note_button, prompt);
  g_signal_connect_swapped (self->note_button, "clicked", G_CALLBACK (fram_rating_card_open_note), self);
  self->note_place = GTK_REVEALER (gtk_revealer_new ());
  gtk_box_append (GTK_BOX (column), make_label (prompt, "fram-dim"));
  gtk_box_append (GTK_BOX (column), make_writing (self, prompt));
  gtk_revealer_set_child (self->note_place, column);
  gtk_box_append (box, self->note_button);
  gtk_box_append (box, GTK_WIDGET (self->note_place));
}

static void
add_scale (FramRatingCard *self, GtkBox *box)
{
  const FramRatingForm *form = fram_rating_work_get_form (self->work);

  self->scale = fram_rating_scale_new (MAX (1, form->lowest), form->highest, FALSE);
  fram_rating_scale_set_texts (self->scale, asked (self)->name, asked (self)->low, asked (self)->high);
  fram_rating_scale_set_value (self->scale, fram_rating_work_get_value (self->work, self->question, self->rater));
  g_signal_connect_swapped (self->scale, "picked", G_CALLBACK (on_picked_cb), self);
  g_signal_connect_swapped (self->scale, "next", G_CALLBACK (on_next_cb), self);
  gtk_box_append (box, GTK_WIDGET (self->scale));
  self->told = GTK_LABEL (make_label (NULL, "fram-rating-told"));
  gtk_box_append (box, GTK_WIDGET (self->told));
}

static void
add_words (FramRatingCard *self, GtkBox *box)
{
  self->place = GTK_LABEL (make_label (NULL, "fram-rating-place"));
  gtk_box_append (box, GTK_WIDGET (self->place));
  gtk_box_append (box, make_label (asked (self)->name, "fram-rating-question"));
  if (is_belief (self))
    gtk_box_append (box,
                    make_label (_ ("A question to yourself. It is in no list, report or print, but it is in what the "
                                   "participant gets when asking for all that is kept."),
                                "fram-dim"));
}

static void
build (FramRatingCard *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));

  add_words (self, box);
  self->trouble = GTK_LABEL (make_label (NULL, "fram-rating-trouble"));
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
  if (fram_rating_work_get_form (self->work)->is_agenda)
    {
      gtk_box_append (box, make_writing (self, asked (self)->name));
      gtk_widget_set_visible (GTK_WIDGET (self->place), FALSE);
    }
  else
    {
      add_scale (self, box);
      add_note (self, box);
    }
  gtk_box_append (box, GTK_WIDGET (self->trouble));
  fill_note (self);
  if (self->note_place != NULL)
    show_note_button (self);
  show_told (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

static void
fram_rating_card_dispose (GObject *object)
{
  FramRatingCard *self = FRAM_RATING_CARD (object);

  g_clear_object (&self->work);
  G_OBJECT_CLASS (fram_rating_card_parent_class)->dispose (object);
}

static void
fram_rating_card_class_init (FramRatingCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_rating_card_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "ratingcard");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[NEXT] =
      g_signal_new ("next", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fram_rating_card_init (FramRatingCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

/**
 * fram_rating_card_new:
 * @work: the form
 * @question: which question
 * @rater: whose side
 *
 * Returns: (transfer floating): the card
 */
FramRatingCard *
fram_rating_card_new (FramRatingWork *work, guint question, FramRater rater)
{
  FramRatingCard *self = g_object_new (FRAM_TYPE_RATING_CARD, NULL);

  self->work = g_object_ref (work);
  self->question = question;
  self->rater = rater;
  build (self);
  fram_widget_set_accessible_name (self, asked (self)->name);
  g_signal_connect_object (work, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

guint
fram_rating_card_get_question (FramRatingCard *self)
{
  return self->question;
}

/* Its place among the questions of its side, counted from 1. */
void
fram_rating_card_set_place (FramRatingCard *self, guint at, guint of)
{
  /* Translators: the place of a question in a form: "Question 4 of 11" */
  g_autofree char *words = g_strdup_printf (_ ("Question %1$u of %2$u"), at, of);

  gtk_label_set_label (self->place, words);
}

static GtkWidget *
make_earlier (const FramAreaNote *note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *text = make_label (note->text, NULL);
  g_autofree char *day = fram_date_to_day_month (note->day);
  g_autofree char *when = note->author != NULL ? g_strdup_printf ("%s · %s", day, note->author) : g_strdup (day);

  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_box_append (GTK_BOX (box), make_label (when, "fram-dim"));
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_add_css_class (box, "fram-journal-earlier");
  return box;
}

/**
 * fram_rating_card_set_earlier:
 * @self: a card of an agenda
 * @notes: (element-type FramAreaNote): newest first, of all areas
 *
 * Shows what was said about the area before, folded.
 */
void
fram_rating_card_set_earlier (FramRatingCard *self, const GPtrArray *notes)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *title = NULL;
  int n = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      const FramAreaNote *note = g_ptr_array_index (notes, i);

      if (!fram_uuid_equal (&note->indicator, &asked (self)->id))
        continue;
      gtk_box_append (GTK_BOX (list), make_earlier (note));
      n++;
    }
  g_object_ref_sink (list);
  if (n > 0 && self->earlier == NULL)
    {
      title = g_strdup_printf (ngettext ("%d earlier note", "%d earlier notes", n), n);
      self->earlier = GTK_EXPANDER (gtk_expander_new (title));
      gtk_expander_set_child (self->earlier, list);
      gtk_box_append (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), GTK_WIDGET (self->earlier));
    }
  g_object_unref (list);
}

/**
 * fram_rating_card_set_trouble:
 * @self: a card
 * @sentence: (nullable): what was refused at this question and what to do
 */
void
fram_rating_card_set_trouble (FramRatingCard *self, const char *sentence)
{
  if (sentence == NULL && !gtk_widget_get_visible (GTK_WIDGET (self->trouble)))
    return;
  gtk_label_set_label (self->trouble, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), sentence != NULL);
  if (self->scale != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_STATE_INVALID,
                                 sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Unfolds the note and puts the keyboard there. */
void
fram_rating_card_open_note (FramRatingCard *self)
{
  if (self->note_place != NULL)
    {
      gtk_revealer_set_reveal_child (self->note_place, TRUE);
      show_note_button (self);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

/**
 * fram_rating_card_handle_key:
 * @self: a card
 * @key: a key symbol
 * @state: modifiers
 *
 * Keys that nobody in the card has used, while the keyboard is in it.
 */
gboolean
fram_rating_card_handle_key (FramRatingCard *self, guint key, GdkModifierType state)
{
  if (self->scale == NULL)
    return FALSE;
  if ((key == GDK_KEY_n || key == GDK_KEY_N) && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0)
    {
      fram_rating_card_open_note (self);
      return TRUE;
    }
  return key >= GDK_KEY_0 && key <= GDK_KEY_9 && fram_rating_scale_handle_key (self->scale, key, state);
}

void
fram_rating_card_focus (FramRatingCard *self)
{
  if (self->scale != NULL)
    fram_rating_scale_grab (self->scale);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

/* What is said of last time, NULL while nothing is. */
const char *
fram_rating_card_get_told (FramRatingCard *self)
{
  return self->told != NULL && gtk_widget_get_visible (GTK_WIDGET (self->told)) ? gtk_label_get_label (self->told)
                                                                                : NULL;
}

const char *
fram_rating_card_get_trouble (FramRatingCard *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->trouble)) ? gtk_label_get_label (self->trouble) : NULL;
}

GtkTextView *
fram_rating_card_get_note (FramRatingCard *self)
{
  return self->note;
}
