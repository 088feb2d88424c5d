#include "fram-need-group.h"

#include "fram-choices.h"
#include "fram-field-error.h"
#include "fram-proven-button.h"

#include <glib/gi18n.h>

struct _FramNeedGroup
{
  AdwPreferencesGroup parent_instance;

  /* template children */
  AdwEntryRow *barrier;
  FramFieldError *barrier_error;
  AdwEntryRow *measure;
  FramProvenButton *proven;
  AdwComboRow *where;
  FramFieldError *where_error;
  AdwEntryRow *line;
  FramFieldError *line_error;

  gboolean folded;
  gboolean following; /* the line is what is tried */
  gboolean writing;   /* the line, by itself */
};

enum
{
  CHANGED,
  OFFERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramNeedGroup, fram_need_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
text_of (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
show_rest (FramNeedGroup *self)
{
  gboolean shown = !self->folded || !fram_need_group_is_empty (self);

  gtk_widget_set_visible (GTK_WIDGET (self->where), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->line), shown);
}

static void
on_words_changed_cb (FramNeedGroup *self)
{
  if (self->following)
    {
      self->writing = TRUE;
      set_text (self->line, text_of (self->measure));
      self->writing = FALSE;
    }
  fram_field_error_set (self->barrier_error, NULL);
  show_rest (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* From now on it is the person's. */
static void
on_line_changed_cb (FramNeedGroup *self)
{
  if (self->writing)
    return;
  self->following = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What is offered is a proposal: both texts can be changed, and the line is not written over by it any more. */
static void
on_proven_chosen_cb (FramNeedGroup *self, const char *measure, const char *line, const char *area)
{
  set_text (self->measure, measure);
  if (line != NULL)
    set_text (self->line, line);
  g_signal_emit (self, signals[OFFERED], 0, area);
  gtk_widget_grab_focus (GTK_WIDGET (self->measure));
}

static void
on_where_chosen_cb (FramNeedGroup *self)
{
  fram_field_error_set (self->where_error, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fram_need_group_class_init (FramNeedGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  signals[OFFERED] = g_signal_new ("offered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  g_type_ensure (FRAM_TYPE_PROVEN_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-need-group.ui");
  gtk_widget_class_bind_template_child (widget_class, FramNeedGroup, barrier);
  gtk_widget_class_bind_template_child (widget_class, FramNeedGroup, barrier_error);
  gtk_widget_class_bind_template_child (widget_class, FramNeedGroup, measure);
  gtk_widget_class_bind_template_child (widget_class, FramNeedGroup, proven);
  gtk_widget_class_bind_template_child (widget_class, FramNeedGroup, where);
  gtk_widget_class_bind_template_child (widget_class, FramNeedGroup, where_error);
  gtk_widget_class_bind_template_child (widget_class, FramNeedGroup, line);
  gtk_widget_class_bind_template_child (widget_class, FramNeedGroup, line_error);
  gtk_widget_class_bind_template_callback (widget_class, on_words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_line_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_where_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_proven_chosen_cb);
}

static void
fram_need_group_init (FramNeedGroup *self)
{
  self->following = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fram_need_group_new:
 * @folded: where it applies and the line show themselves once something is written
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
fram_need_group_new (gboolean folded)
{
  FramNeedGroup *self = g_object_new (FRAM_TYPE_NEED_GROUP, NULL);

  self->folded = folded;
  show_rest (self);
  return GTK_WIDGET (self);
}

/**
 * fram_need_group_offer:
 * @self: a group
 * @desk: the desk
 * @area: (nullable): code of the area, %NULL for all
 *
 * Offers proven measures beside what is tried.
 */
void
fram_need_group_offer (FramNeedGroup *self, FramDesk *desk, const char *area)
{
  fram_proven_button_set_up (self->proven, desk, area);
  gtk_widget_set_visible (GTK_WIDGET (self->proven), TRUE);
}

/* "workshop:0192…" */
static char *
code_of (FramAdaptationReach reach, const FramUuid *activity)
{
  char id[FRAM_UUID_TEXT_SIZE];

  return g_strdup_printf ("%s:%s", fram_adaptation_reach_get_code (reach), fram_uuid_format (activity, id));
}

static void
fill (FramNeedGroup *self, const FramAdaptation *adaptation)
{
  g_autofree char *code = code_of (adaptation->reach, &adaptation->activity);
  g_autofree char *where = fram_adaptation_where (adaptation);

  self->writing = TRUE;
  self->following = FALSE;
  set_text (self->barrier, adaptation->barrier);
  set_text (self->measure, adaptation->measure);
  set_text (self->line, adaptation->line);
  self->following = FALSE;
  self->writing = FALSE;
  /* where the person is no longer */
  if (adaptation->reach != FRAM_ADAPTATION_ALL && !fram_choices_select (self->where, code))
    {
      fram_choices_add (self->where, code, where);
      fram_choices_select (self->where, code);
    }
}

/**
 * fram_need_group_set_places:
 * @self: the group
 * @sheet: where the person is
 * @adaptation: (nullable): what is changed; it is filled in
 */
void
fram_need_group_set_places (FramNeedGroup *self, const FramAdaptationSheet *sheet, const FramAdaptation *adaptation)
{
  g_return_if_fail (FRAM_IS_NEED_GROUP (self));
  fram_choices_clear (self->where);
  fram_choices_add (self->where, NULL, C_ ("adaptation", "Everywhere"));
  for (guint i = 0; i < sheet->places->len; i++)
    {
      const FramAdaptationPlace *place = g_ptr_array_index (sheet->places, i);
      g_autofree char *code = code_of (place->reach, &place->activity);

      fram_choices_add (self->where, code, place->name);
    }
  if (adaptation != NULL)
    fill (self, adaptation);
}

gboolean
fram_need_group_is_empty (FramNeedGroup *self)
{
  g_autofree char *barrier = g_strstrip (g_strdup (text_of (self->barrier)));
  g_autofree char *measure = g_strstrip (g_strdup (text_of (self->measure)));

  return barrier[0] == '\0' && measure[0] == '\0';
}

const char *
fram_adaptation_typed (AdwEntryRow *row, GPtrArray *texts)
{
  char *text = g_strstrip (g_strdup (text_of (row)));

  g_ptr_array_add (texts, text);
  return text;
}

/* Puts the cursor where writing begins. */
void
fram_need_group_begin (FramNeedGroup *self)
{
  g_return_if_fail (FRAM_IS_NEED_GROUP (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->barrier));
}

/**
 * fram_need_group_read:
 * @self: the group
 * @edit: what is written there
 * @texts: (element-type utf8): owns the texts
 */
void
fram_need_group_read (FramNeedGroup *self, FramAdaptationEdit *edit, GPtrArray *texts)
{
  const char *code = fram_choices_get (self->where), *colon = code != NULL ? strchr (code, ':') : NULL;
  g_autofree char *reach = colon != NULL ? g_strndup (code, (gsize)(colon - code)) : NULL;

  edit->barrier = fram_adaptation_typed (self->barrier, texts);
  edit->measure = fram_adaptation_typed (self->measure, texts);
  edit->line = fram_adaptation_typed (self->line, texts);
  edit->reach = FRAM_ADAPTATION_ALL;
  edit->activity = FRAM_UUID_NONE;
  if (colon != NULL && fram_uuid_parse (colon + 1, &edit->activity))
    fram_adaptation_reach_from_code (reach, &edit->reach);
}

/**
 * fram_need_group_show_error:
 * @self: the group
 * @field: where something is wrong
 * @sentence: what is wrong and what to do
 *
 * Returns: whether the field is here; then the cursor is in it
 */
gboolean
fram_need_group_show_error (FramNeedGroup *self, FramAdaptationField field, const char *sentence)
{
  FramFieldError *error = field == FRAM_ADAPTATION_FIELD_TEXT       ? self->barrier_error
                          : field == FRAM_ADAPTATION_FIELD_LINE     ? self->line_error
                          : field == FRAM_ADAPTATION_FIELD_ACTIVITY ? self->where_error
                                                                    : NULL;

  if (error == NULL)
    return FALSE;
  fram_field_error_set (error, sentence);
  if (error == self->where_error)
    gtk_widget_grab_focus (GTK_WIDGET (self->where));
  else
    fram_field_error_focus (error);
  return TRUE;
}
