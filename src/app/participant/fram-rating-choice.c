#include "fram-rating-choice.h"

#include "fram-field-error.h"
#include "fram-rating-words.h"
#include "fram-typed-date.h"
#include "fram-words.h"

#include <glib/gi18n.h>

struct _FramRatingChoice
{
  AdwBin parent_instance;

  /* template children */
  AdwEntryRow *day;
  FramFieldError *day_error;
  AdwPreferencesGroup *sets;

  /* owned */
  GPtrArray *forms; /* (element-type FramRatingForm) */
  GPtrArray *rows;  /* (element-type GtkWidget), borrowed, as the forms */

  FramDate today;
  gboolean filling;
  gboolean typed; /* the day is the person's own */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramRatingChoice, fram_rating_choice, ADW_TYPE_BIN)

static void
on_day_changed_cb (FramRatingChoice *self)
{
  if (!self->filling)
    self->typed = TRUE;
}

static void
on_activated_cb (FramRatingChoice *self, AdwActionRow *row)
{
  guint at;

  if (g_ptr_array_find (self->rows, row, &at))
    g_signal_emit (self, signals[CHOSEN], 0, g_ptr_array_index (self->forms, at));
}

static void
fram_rating_choice_dispose (GObject *object)
{
  FramRatingChoice *self = FRAM_RATING_CHOICE (object);

  g_clear_pointer (&self->forms, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_rating_choice_parent_class)->dispose (object);
}

static void
fram_rating_choice_class_init (FramRatingChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_rating_choice_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-rating-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, FramRatingChoice, day);
  gtk_widget_class_bind_template_child (widget_class, FramRatingChoice, day_error);
  gtk_widget_class_bind_template_child (widget_class, FramRatingChoice, sets);
  gtk_widget_class_bind_template_callback (widget_class, on_day_changed_cb);
}

static void
fram_rating_choice_init (FramRatingChoice *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

FramRatingChoice *
fram_rating_choice_new (void)
{
  return g_object_new (FRAM_TYPE_RATING_CHOICE, NULL);
}

static void
add_badge (AdwActionRow *row, const char *text, const char *style)
{
  GtkWidget *badge = gtk_label_new (text);

  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (badge, "fram-badge");
  gtk_widget_add_css_class (badge, style);
  adw_action_row_add_suffix (row, badge);
}

static char *
describe (const FramRatingForm *form, FramDate today)
{
  g_autofree char *when = fram_rating_when (form, today);
  g_autofree char *day = fram_date_to_near_words (form->draft_day, today);
  g_autofree char *begun = form->draft_day != FRAM_DATE_NONE ? g_strdup_printf (_ ("Begun %s"), day) : NULL;

  return begun != NULL ? g_strdup_printf ("%s · %s", begun, when) : g_steal_pointer (&when);
}

static void
add_row (FramRatingChoice *self, const FramRatingForm *form)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  g_autofree char *subtitle = describe (form, self->today);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), form->name);
  adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_set_subtitle_lines (row, 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (form->draft_day != FRAM_DATE_NONE)
    add_badge (row, _ ("Draft"), "warning");
  else if (form->due != FRAM_DATE_NONE && form->due <= self->today)
    add_badge (row, _ ("Due"), "info");
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->sets, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

/**
 * fram_rating_choice_show:
 * @self: the choice
 * @forms: (transfer full) (element-type FramRatingForm): what is offered
 * @today: the day at the keyboard
 */
void
fram_rating_choice_show (FramRatingChoice *self, GPtrArray *forms, FramDate today)
{
  const FramRatingForm *first = forms->len > 0 ? g_ptr_array_index (forms, 0) : NULL;
  char text[FRAM_DATE_TEXT_SIZE];

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->sets, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  self->forms = forms;
  self->today = today;
  for (guint i = 0; i < forms->len; i++)
    add_row (self, g_ptr_array_index (forms, i));
  if (self->typed)
    return;
  self->filling = TRUE;
  fram_date_format (first != NULL && first->last_day != FRAM_DATE_NONE ? MIN (first->last_day, today) : today, text);
  gtk_editable_set_text (GTK_EDITABLE (self->day), text);
  self->filling = FALSE;
}

void
fram_rating_choice_refuse_day (FramRatingChoice *self, const char *sentence)
{
  fram_field_error_set (self->day_error, sentence);
  fram_field_error_focus (self->day_error);
}

/**
 * fram_rating_choice_read_day:
 * @self: the choice
 * @form: which one the day is for
 * @day: (out): the day
 *
 * Returns: whether it is one on which there can have been a talk; else it is said at the field what is wrong
 */
gboolean
fram_rating_choice_read_day (FramRatingChoice *self, const FramRatingForm *form, FramDate *day)
{
  g_autofree char *first = fram_date_to_day_month (form->first_day);
  g_autofree char *last = fram_date_to_day_month (form->last_day);
  g_autofree char *sentence = NULL;

  *day = fram_typed_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->day)), self->today);
  if (*day == FRAM_DATE_NONE)
    sentence = g_strdup (_ ("Write a day, for example 2026-11-12 or “mon”."));
  else if (form->first_day != FRAM_DATE_NONE && *day < form->first_day)
    sentence = g_strdup_printf (_ ("The enrolment began on %s: choose that day or a later one."), first);
  else if (form->last_day != FRAM_DATE_NONE && *day > form->last_day)
    sentence = form->last_day >= self->today
                   ? g_strdup (_ ("A talk is written down when it has been: choose today or an earlier day."))
                   : g_strdup_printf (_ ("The enrolment ended on %s: choose that day or an earlier one."), last);
  if (sentence != NULL)
    fram_rating_choice_refuse_day (self, sentence);
  return sentence == NULL;
}

/* As if it were typed. */
void
fram_rating_choice_set_day (FramRatingChoice *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->day), text);
}

gboolean
fram_rating_choice_has_own_day (FramRatingChoice *self)
{
  return self->typed;
}

/* Puts the keyboard on what is due or begun, else on the first, which is the light one. */
void
fram_rating_choice_focus (FramRatingChoice *self)
{
  GtkWidget *row = self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;

  for (guint i = self->rows->len; i > 0; i--)
    {
      const FramRatingForm *form = g_ptr_array_index (self->forms, i - 1);

      if (form->draft_day != FRAM_DATE_NONE)
        row = g_ptr_array_index (self->rows, i - 1);
    }
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

GtkListBoxRow *
fram_rating_choice_get_row (FramRatingChoice *self, const char *code)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (((const FramRatingForm *)g_ptr_array_index (self->forms, i))->code, code) == 0)
      return GTK_LIST_BOX_ROW (g_ptr_array_index (self->rows, i));
  return NULL;
}
