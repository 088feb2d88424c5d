#include "fram-field-error.h"

#include "fram-text.h"

#include <glib/gi18n-lib.h>

struct _FramFieldError
{
  AdwPreferencesRow parent_instance;

  /* template children */
  GtkLabel *sentence;

  /* borrowed */
  AdwEntryRow *field;
};

typedef enum
{
  PROP_FIELD = 1,
} FramFieldErrorProperty;

static GParamSpec *properties[PROP_FIELD + 1];

G_DEFINE_FINAL_TYPE (FramFieldError, fram_field_error, ADW_TYPE_PREFERENCES_ROW)

static void
on_field_changed_cb (FramFieldError *self)
{
  fram_field_error_set (self, NULL);
}

static void
set_field (FramFieldError *self, AdwEntryRow *field)
{
  if (field == NULL || self->field == field)
    return;
  g_assert (self->field == NULL);
  g_set_weak_pointer (&self->field, field);
  g_signal_connect_object (field, "changed", G_CALLBACK (on_field_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
fram_field_error_dispose (GObject *object)
{
  FramFieldError *self = FRAM_FIELD_ERROR (object);

  g_clear_weak_pointer (&self->field);
  G_OBJECT_CLASS (fram_field_error_parent_class)->dispose (object);
}

static void
fram_field_error_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FramFieldError *self = FRAM_FIELD_ERROR (object);

  switch ((FramFieldErrorProperty)id)
    {
    case PROP_FIELD: set_field (self, g_value_get_object (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fram_field_error_class_init (FramFieldErrorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fram_field_error_dispose;
  object_class->set_property = fram_field_error_set_property;
  properties[PROP_FIELD] =
      g_param_spec_object ("field", NULL, NULL, ADW_TYPE_ENTRY_ROW, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-field-error.ui");
  gtk_widget_class_bind_template_child (widget_class, FramFieldError, sentence);
}

static void
fram_field_error_init (FramFieldError *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
tell_assistive_technology (FramFieldError *self, gboolean wrong)
{
  GtkAccessible *field = GTK_ACCESSIBLE (self->field);

  gtk_accessible_update_state (field, GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (wrong)
    gtk_accessible_update_relation (field, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, self->sentence, -1);
  else
    gtk_accessible_reset_relation (field, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
}

/**
 * fram_field_error_set:
 * @self: the row
 * @sentence: (nullable): what is wrong and what to do, or %NULL when all is well
 */
void
fram_field_error_set (FramFieldError *self, const char *sentence)
{
  gboolean wrong = sentence != NULL;

  g_return_if_fail (FRAM_IS_FIELD_ERROR (self));
  if (!wrong && !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  gtk_label_set_label (self->sentence, wrong ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self), wrong);
  if (self->field == NULL)
    return;
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->field), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->field), "error");
  tell_assistive_technology (self, wrong);
}

/**
 * fram_field_error_get:
 * @self: the row
 *
 * Returns: (nullable): the sentence that is shown
 */
const char *
fram_field_error_get (FramFieldError *self)
{
  g_return_val_if_fail (FRAM_IS_FIELD_ERROR (self), NULL);
  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_label_get_label (self->sentence) : NULL;
}

/* Puts the cursor into the field, so that the person can mend it at once. */
void
fram_field_error_focus (FramFieldError *self)
{
  g_return_if_fail (FRAM_IS_FIELD_ERROR (self));
  if (self->field != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->field));
}

static char *
typed (FramFieldError *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->field))));
}

/**
 * fram_field_error_read_text:
 * @self: the row
 * @missing: (nullable): the sentence for an empty field; %NULL where it may be empty
 * @text: (out) (transfer full): what is typed, without blanks at the ends
 *
 * Returns: whether it can be used
 */
gboolean
fram_field_error_read_text (FramFieldError *self, const char *missing, char **text)
{
  g_return_val_if_fail (FRAM_IS_FIELD_ERROR (self), FALSE);
  *text = typed (self);
  fram_field_error_set (self, (*text)[0] == '\0' ? missing : NULL);
  return missing == NULL || (*text)[0] != '\0';
}

/**
 * fram_field_error_read_date:
 * @self: the row
 * @required: whether an empty field is wrong
 * @date: (out): the date, or %FRAM_DATE_NONE
 *
 * Returns: whether it can be used
 */
gboolean
fram_field_error_read_date (FramFieldError *self, gboolean required, FramDate *date)
{
  g_autofree char *text = NULL;
  const char *sentence = NULL;

  g_return_val_if_fail (FRAM_IS_FIELD_ERROR (self), FALSE);
  text = typed (self);
  *date = text[0] != '\0' ? fram_date_parse (text) : FRAM_DATE_NONE;
  if (*date == FRAM_DATE_NONE && text[0] != '\0')
    sentence = _ ("This is not a date. Write year, month and day, for example 2026-11-12.");
  else if (*date == FRAM_DATE_NONE && required)
    sentence = _ ("A date is needed here. Write year, month and day, for example 2026-11-12.");
  fram_field_error_set (self, sentence);
  return sentence == NULL;
}

/**
 * fram_field_error_read_number:
 * @self: the row
 * @least: smallest number
 * @most: greatest number
 * @number: (out): the number
 *
 * Returns: whether it can be used
 */
gboolean
fram_field_error_read_number (FramFieldError *self, int least, int most, int *number)
{
  g_autofree char *text = NULL;
  g_autofree char *sentence = NULL;
  gint64 value = 0;

  g_return_val_if_fail (FRAM_IS_FIELD_ERROR (self), FALSE);
  text = typed (self);
  if (!fram_int_parse (text, &value) || value < least || value > most)
    sentence = g_strdup_printf (_ ("Write a whole number between %d and %d."), least, most);
  *number = (int)value;
  fram_field_error_set (self, sentence);
  return sentence == NULL;
}
