#include "fram-rating-large.h"

#include "fram-form-dialog.h"
#include "fram-rating-words.h"

#include <glib/gi18n.h>

struct _FramRatingLarge
{
  AdwBin parent_instance;

  /* template children */
  GtkStack *stack;
  GtkLabel *place;
  GtkDropDown *languages;
  GtkLabel *question;
  AdwBin *scale_place;
  GtkButton *back;
  GtkButton *next;
  GtkWidget *thanks;
  GtkWidget *go_on;

  FramRatingScale *scale; /* NULL: all was asked */

  /* owned */
  FramRatingWork *work;
  GArray *asked; /* (element-type guint): questions of the participant's side */
  GStrv codes;   /* languages beside the reader's */

  guint at;
  const char *language; /* borrowed of codes; NULL: the reader's */
};

enum
{
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramRatingLarge, fram_rating_large, ADW_TYPE_BIN)

static guint
current (FramRatingLarge *self)
{
  return g_array_index (self->asked, guint, self->at);
}

static void
set_direction (GtkWidget *widget, GtkTextDirection direction)
{
  gtk_widget_set_direction (widget, direction);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_direction (child, direction);
}

static void
show_language (FramRatingLarge *self)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  gboolean rtl = self->language != NULL ? fram_rating_language_is_rtl (self->language)
                                        : gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  if (self->language != NULL)
    pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (self->language)));
  gtk_label_set_attributes (self->question, attributes);
  pango_attr_list_unref (attributes);
  set_direction (GTK_WIDGET (self->question), rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  if (self->scale != NULL)
    set_direction (GTK_WIDGET (self->scale), rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

static void
show_texts (FramRatingLarge *self)
{
  g_autofree char *name = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  fram_question_get_text (fram_rating_work_get_question (self->work, current (self)), self->language, &name, &low,
                          &high);
  gtk_label_set_label (self->question, name);
  fram_rating_scale_set_texts (self->scale, name, low, high);
  show_language (self);
}

static void
on_picked_cb (FramRatingLarge *self, int value)
{
  fram_rating_work_set_value (self->work, current (self), FRAM_RATER_PARTICIPANT, value);
}

static void
make_scale (FramRatingLarge *self)
{
  const FramRatingForm *form = fram_rating_work_get_form (self->work);

  self->scale = fram_rating_scale_new (MAX (1, form->lowest), form->highest, TRUE);
  g_signal_connect_swapped (self->scale, "picked", G_CALLBACK (on_picked_cb), self);
  g_signal_connect_swapped (self->scale, "next", G_CALLBACK (fram_rating_large_go_on), self);
  adw_bin_set_child (self->scale_place, GTK_WIDGET (self->scale));
}

static void
show_question (FramRatingLarge *self)
{
  /* Translators: the place of a question in a form: "4 of 11" */
  g_autofree char *place = g_strdup_printf (C_ ("question", "%1$u of %2$u"), self->at + 1, self->asked->len);

  gtk_label_set_label (self->place, place);
  make_scale (self);
  fram_rating_scale_set_value (self->scale,
                               fram_rating_work_get_value (self->work, current (self), FRAM_RATER_PARTICIPANT));
  show_texts (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->back), self->at > 0);
  gtk_stack_set_visible_child_name (self->stack, "question");
  fram_rating_large_focus (self);
}

/* To the next question, at the end to the thanks. */
void
fram_rating_large_go_on (FramRatingLarge *self)
{
  if (fram_rating_large_is_thanking (self))
    return;
  if (self->at + 1 < self->asked->len)
    {
      self->at++;
      show_question (self);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "thanks");
  /* not for a screen reader either */
  gtk_label_set_label (self->question, "");
  gtk_label_set_label (self->place, "");
  adw_bin_set_child (self->scale_place, NULL);
  self->scale = NULL;
  gtk_widget_grab_focus (self->go_on);
}

static void
on_back_cb (FramRatingLarge *self)
{
  if (self->at == 0)
    return;
  self->at--;
  show_question (self);
}

static void
on_go_on_cb (FramRatingLarge *self)
{
  g_signal_emit (self, signals[LEFT], 0, fram_rating_large_is_thanking (self));
}

static void
on_language_cb (FramRatingLarge *self)
{
  guint n = gtk_drop_down_get_selected (self->languages);

  if (self->codes == NULL || self->work == NULL || n == GTK_INVALID_LIST_POSITION)
    return;
  self->language = n > 0 ? self->codes[n - 1] : NULL;
  if (self->scale != NULL)
    show_texts (self);
}

static gboolean
on_key_cb (FramRatingLarge *self, guint key, guint code, GdkModifierType state)
{
  if (fram_rating_large_is_thanking (self))
    return FALSE;
  if (key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up)
    on_back_cb (self);
  else if (key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down)
    fram_rating_large_go_on (self);
  else
    return key >= GDK_KEY_0 && key <= GDK_KEY_9 && fram_rating_scale_handle_key (self->scale, key, state);
  return TRUE;
}

static void
fram_rating_large_dispose (GObject *object)
{
  FramRatingLarge *self = FRAM_RATING_LARGE (object);

  g_clear_object (&self->work);
  g_clear_pointer (&self->asked, g_array_unref);
  g_clear_pointer (&self->codes, g_strfreev);
  G_OBJECT_CLASS (fram_rating_large_parent_class)->dispose (object);
}

static void
fram_rating_large_class_init (FramRatingLargeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_rating_large_dispose;
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_css_name (widget_class, "ratinglarge");
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-rating-large.ui");
  gtk_widget_class_bind_template_child (widget_class, FramRatingLarge, stack);
  gtk_widget_class_bind_template_child (widget_class, FramRatingLarge, place);
  gtk_widget_class_bind_template_child (widget_class, FramRatingLarge, languages);
  gtk_widget_class_bind_template_child (widget_class, FramRatingLarge, question);
  gtk_widget_class_bind_template_child (widget_class, FramRatingLarge, scale_place);
  gtk_widget_class_bind_template_child (widget_class, FramRatingLarge, back);
  gtk_widget_class_bind_template_child (widget_class, FramRatingLarge, next);
  gtk_widget_class_bind_template_child (widget_class, FramRatingLarge, thanks);
  gtk_widget_class_bind_template_child (widget_class, FramRatingLarge, go_on);
  gtk_widget_class_bind_template_callback (widget_class, on_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, fram_rating_large_go_on);
  gtk_widget_class_bind_template_callback (widget_class, on_go_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_language_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_cb);
}

/* With larger texts on a telephone its words stand below each other. */
static void
wrap_label (gpointer button)
{
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (button));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
}

static void
fram_rating_large_init (FramRatingLarge *self)
{
  self->asked = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  wrap_label (self->back);
  wrap_label (self->next);
  wrap_label (self->go_on);
}

static void
add_languages (FramRatingLarge *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  g_auto (GStrv) codes = fram_rating_form_get_languages (fram_rating_work_get_form (self->work));

  /* Translators: the language that the program itself speaks, by its own name */
  gtk_string_list_append (names, C_ ("own name of the language", "English"));
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    gtk_string_list_append (names, fram_rating_language_name (codes[i]));
  gtk_drop_down_set_model (self->languages, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->languages), codes != NULL && codes[0] != NULL);
  self->codes = g_steal_pointer (&codes);
  g_object_unref (names);
}

/**
 * fram_rating_large_new:
 * @work: the form
 * @question: where to begin; the first one where the participant is not asked that
 *
 * Returns: (transfer floating): the page
 */
FramRatingLarge *
fram_rating_large_new (FramRatingWork *work, int question)
{
  FramRatingLarge *self = g_object_new (FRAM_TYPE_RATING_LARGE, NULL);

  self->work = g_object_ref (work);
  for (guint i = 0; i < fram_rating_work_count (work); i++)
    if (fram_rating_work_asks (work, i, FRAM_RATER_PARTICIPANT))
      {
        if ((int)i == question)
          self->at = self->asked->len;
        g_array_append_val (self->asked, i);
      }
  add_languages (self);
  show_question (self);
  return self;
}

/* Shows the questions in a language, where the form has it. */
void
fram_rating_large_set_language (FramRatingLarge *self, const char *language)
{
  for (guint i = 0; language != NULL && self->codes != NULL && self->codes[i] != NULL; i++)
    if (g_strcmp0 (self->codes[i], language) == 0)
      gtk_drop_down_set_selected (self->languages, i + 1);
}

gboolean
fram_rating_large_is_thanking (FramRatingLarge *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "thanks") == 0;
}

void
fram_rating_large_focus (FramRatingLarge *self)
{
  if (fram_rating_large_is_thanking (self))
    gtk_widget_grab_focus (self->go_on);
  else
    fram_rating_scale_grab (self->scale);
}

FramRatingScale *
fram_rating_large_get_scale (FramRatingLarge *self)
{
  return self->scale;
}
