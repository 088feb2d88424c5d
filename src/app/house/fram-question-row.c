#include "fram-question-row.h"

#include "fram-form-dialog.h"
#include "fram-text.h"

#include <glib/gi18n.h>

/* The entries of one further language. */
typedef struct
{
  char *code;
  AdwEntryRow *name;
  AdwEntryRow *low;
  AdwEntryRow *high;
} Language;

struct _FramQuestionRow
{
  AdwExpanderRow parent_instance;

  /* borrowed: children */
  AdwEntryRow *name_sv;
  AdwEntryRow *name_en;
  AdwEntryRow *low_sv;
  AdwEntryRow *high_sv;
  AdwEntryRow *low_en;
  AdwEntryRow *high_en;
  GtkSwitch *sides[FRAM_N_RATERS];
  GtkSwitch *belief;
  AdwEntryRow *more; /* code of a language to come */
  GtkWidget *handle;
  GtkWidget *up;
  GtkWidget *down;
  GtkWidget *remove;
  GtkWidget *bottom;

  /* owned */
  GArray *languages;

  FramUuid id;
  guint place;
  gboolean editable;
  gboolean is_agenda;
};

enum
{
  CHANGED,
  MOVED,
  DROPPED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramQuestionRow, fram_question_row, ADW_TYPE_EXPANDER_ROW)

static const char *
text_of (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static guint
read_sides (FramQuestionRow *self)
{
  guint sides = 0;

  for (guint i = 0; i < FRAM_N_RATERS; i++)
    if (gtk_switch_get_active (self->sides[i]))
      sides |= 1u << i;
  return sides;
}

static const char *
sides_text (FramQuestionRow *self)
{
  guint sides = read_sides (self);

  if (self->is_agenda)
    return _ ("Notes of the talk");
  if (sides == FRAM_RATERS_BOTH)
    return _ ("Participant and case worker answer");
  if (sides == 0)
    return _ ("Nobody answers");
  if (sides == 1u << FRAM_RATER_PARTICIPANT)
    return _ ("The participant answers");
  return gtk_switch_get_active (self->belief) ? _ ("Own belief of the case worker") : _ ("The case worker answers");
}

/* "3. Everyday life", and who answers */
static void
show_head (FramQuestionRow *self)
{
  const char *name = text_of (fram_text_is_swedish () ? self->name_sv : self->name_en);
  g_autofree char *title = g_strdup_printf ("%u. %s", self->place, *name != '\0' ? name : _ ("New question"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), sides_text (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->belief),
                            self->editable && gtk_switch_get_active (self->sides[FRAM_RATER_CASE_WORKER]));
}

static void
on_changed_cb (FramQuestionRow *self)
{
  if (self->place == 0)
    return;
  show_head (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static AdwEntryRow *
add_entry (FramQuestionRow *self, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  gtk_editable_set_editable (GTK_EDITABLE (row), self->editable);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return ADW_ENTRY_ROW (row);
}

static GtkSwitch *
add_switch (FramQuestionRow *self, const char *title, const char *subtitle, gboolean on)
{
  GtkWidget *row = adw_action_row_new (), *control = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  gtk_switch_set_active (GTK_SWITCH (control), on);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (control, self->editable);
  fram_widget_set_accessible_name (control, title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  g_signal_connect_object (control, "notify::active", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return GTK_SWITCH (control);
}

static void
language_clear (gpointer data)
{
  g_free (((Language *)data)->code);
}

static void
add_language (FramQuestionRow *self, const char *code, const char *name, const char *anchors)
{
  g_autofree char *low = NULL, *high = NULL;
  g_autofree char *question = g_strdup_printf (_ ("Question (%s)"), code);
  g_autofree char *lowest = g_strdup_printf (_ ("Lowest value means (%s)"), code);
  g_autofree char *highest = g_strdup_printf (_ ("Highest value means (%s)"), code);
  Language language = { .code = g_strdup (code) };

  fram_anchors_split (anchors, &low, &high);
  language.name = add_entry (self, question, name);
  language.low = add_entry (self, lowest, low);
  language.high = add_entry (self, highest, high);
  gtk_widget_set_visible (GTK_WIDGET (language.low), !self->is_agenda);
  gtk_widget_set_visible (GTK_WIDGET (language.high), !self->is_agenda);
  g_array_append_val (self->languages, language);
}

static gboolean
has_language (FramQuestionRow *self, const char *code)
{
  for (guint i = 0; i < self->languages->len; i++)
    if (g_strcmp0 (g_array_index (self->languages, Language, i).code, code) == 0)
      return TRUE;
  return FALSE;
}

/* The row to add a language and the buttons stay last. */
static void
put_last (FramQuestionRow *self, GtkWidget *row)
{
  g_object_ref (row);
  adw_expander_row_remove (ADW_EXPANDER_ROW (self), row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_object_unref (row);
}

static void
on_language_applied_cb (FramQuestionRow *self)
{
  g_autofree char *code = g_ascii_strdown (text_of (self->more), -1);
  Language *added;

  g_strstrip (code);
  if (!fram_language_code_is_valid (code) || has_language (self, code))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->more), "error");
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->more), "error");
  gtk_editable_set_text (GTK_EDITABLE (self->more), "");
  add_language (self, code, NULL, NULL);
  put_last (self, GTK_WIDGET (self->more));
  put_last (self, self->bottom);
  added = &g_array_index (self->languages, Language, self->languages->len - 1);
  gtk_widget_grab_focus (GTK_WIDGET (added->name));
}

static void
on_up_clicked_cb (FramQuestionRow *self)
{
  g_signal_emit (self, signals[MOVED], 0, -1);
}

static void
on_down_clicked_cb (FramQuestionRow *self)
{
  g_signal_emit (self, signals[MOVED], 0, 1);
}

static void
on_remove_clicked_cb (FramQuestionRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static GtkWidget *
make_button (FramQuestionRow *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  fram_widget_set_accessible_name (button, name);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_bottom (FramQuestionRow *self)
{
  self->bottom = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->bottom), _ ("This question"));
  self->up = make_button (self, "go-up-symbolic", _ ("Move up"), G_CALLBACK (on_up_clicked_cb));
  self->down = make_button (self, "go-down-symbolic", _ ("Move down"), G_CALLBACK (on_down_clicked_cb));
  self->remove =
      make_button (self, "user-trash-symbolic", _ ("Remove the question"), G_CALLBACK (on_remove_clicked_cb));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->bottom), self->up);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->bottom), self->down);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->bottom), self->remove);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->bottom);
}

static void
add_more (FramQuestionRow *self)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Add a language: its code, such as so or ar"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", G_CALLBACK (on_language_applied_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  self->more = ADW_ENTRY_ROW (row);
}

static GdkContentProvider *
on_drag_prepare_cb (GtkDragSource *source, double x, double y, FramQuestionRow *self)
{
  return gdk_content_provider_new_typed (FRAM_TYPE_QUESTION_ROW, self);
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, FramQuestionRow *self)
{
  FramQuestionRow *other = g_value_get_object (value);

  if (other == NULL || other == self)
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, other);
  return TRUE;
}

static void
add_handle (FramQuestionRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (FRAM_TYPE_QUESTION_ROW, GDK_ACTION_MOVE);

  self->handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  gtk_widget_add_css_class (self->handle, "fram-dim");
  gtk_widget_set_cursor_from_name (self->handle, "grab");
  gtk_widget_set_tooltip_text (self->handle, _ ("Drag to move, or press Alt with the arrow up or down"));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare_cb), self, 0);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->handle);
}

static gboolean
on_key_cb (GtkWidget *widget, GVariant *arguments, gpointer by)
{
  FramQuestionRow *self = FRAM_QUESTION_ROW (widget);

  if (!self->editable)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[MOVED], 0, GPOINTER_TO_INT (by));
  return GDK_EVENT_STOP;
}

static void
add_keys (FramQuestionRow *self)
{
  static const struct
  {
    guint key;
    int by;
  } keys[] = { { GDK_KEY_Up, -1 }, { GDK_KEY_Down, 1 }, { GDK_KEY_KP_Up, -1 }, { GDK_KEY_KP_Down, 1 } };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_ALT_MASK),
                          gtk_callback_action_new (on_key_cb, GINT_TO_POINTER (keys[i].by), NULL)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
fram_question_row_finalize (GObject *object)
{
  g_clear_pointer (&FRAM_QUESTION_ROW (object)->languages, g_array_unref);
  G_OBJECT_CLASS (fram_question_row_parent_class)->finalize (object);
}

static void
fram_question_row_class_init (FramQuestionRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fram_question_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DROPPED] =
      g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, FRAM_TYPE_QUESTION_ROW);
  signals[REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fram_question_row_init (FramQuestionRow *self)
{
  self->languages = g_array_new (FALSE, TRUE, sizeof (Language));
  g_array_set_clear_func (self->languages, language_clear);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

static void
add_words (FramQuestionRow *self, const FramIndicatorDraft *draft)
{
  g_autofree char *low_sv = NULL, *high_sv = NULL, *low_en = NULL, *high_en = NULL;

  fram_anchors_split (draft->anchors_sv, &low_sv, &high_sv);
  fram_anchors_split (draft->anchors_en, &low_en, &high_en);
  self->name_sv = add_entry (self, _ ("Question in Swedish"), draft->name_sv);
  self->low_sv = add_entry (self, _ ("Lowest value means, in Swedish"), low_sv);
  self->high_sv = add_entry (self, _ ("Highest value means, in Swedish"), high_sv);
  self->name_en = add_entry (self, _ ("Question in English"), draft->name_en);
  self->low_en = add_entry (self, _ ("Lowest value means, in English"), low_en);
  self->high_en = add_entry (self, _ ("Highest value means, in English"), high_en);
}

static void
add_languages (FramQuestionRow *self, const FramIndicatorDraft *draft)
{
  g_auto (GStrv) codes = fram_indicator_list_languages (draft);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *name = fram_indicator_get_language (draft, codes[i], FALSE);
      g_autofree char *anchors = fram_indicator_get_language (draft, codes[i], TRUE);

      add_language (self, codes[i], name, anchors);
    }
}

/**
 * fram_question_row_new:
 * @draft: the question
 * @editable: whether it can be changed here
 *
 * Returns: (transfer floating): the row; it belongs to nothing before fram_question_row_set_place()
 */
FramQuestionRow *
fram_question_row_new (const FramIndicatorDraft *draft, gboolean editable)
{
  FramQuestionRow *self = g_object_new (FRAM_TYPE_QUESTION_ROW, NULL);

  self->id = draft->id;
  self->editable = editable;
  add_words (self, draft);
  for (guint i = 0; i < FRAM_N_RATERS; i++)
    self->sides[i] =
        add_switch (self, i == FRAM_RATER_PARTICIPANT ? _ ("The participant answers") : _ ("The case worker answers"),
                    NULL, (draft->raters & (1u << i)) != 0);
  self->belief =
      add_switch (self, _ ("Own belief of the case worker"),
                  _ ("A question to oneself, only for case workers and only where it is turned on."), draft->belief);
  add_languages (self, draft);
  if (!editable)
    return self;
  add_more (self);
  add_bottom (self);
  add_handle (self);
  add_keys (self);
  return self;
}

/**
 * fram_question_row_set_agenda:
 * @self: the row
 * @is_agenda: whether it is an area to talk about, without values
 */
void
fram_question_row_set_agenda (FramQuestionRow *self, gboolean is_agenda)
{
  GtkWidget *rows[] = { GTK_WIDGET (self->low_sv), GTK_WIDGET (self->high_sv), GTK_WIDGET (self->low_en),
                        GTK_WIDGET (self->high_en) };
  GtkSwitch *switches[] = { self->sides[0], self->sides[1], self->belief };

  self->is_agenda = is_agenda;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_set_visible (rows[i], !is_agenda);
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (switches[i]), ADW_TYPE_ACTION_ROW), !is_agenda);
  for (guint i = 0; i < self->languages->len; i++)
    {
      gtk_widget_set_visible (GTK_WIDGET (g_array_index (self->languages, Language, i).low), !is_agenda);
      gtk_widget_set_visible (GTK_WIDGET (g_array_index (self->languages, Language, i).high), !is_agenda);
    }
}

/**
 * fram_question_row_set_place:
 * @self: the row
 * @place: its place in the set, from 1
 * @n: how many there are
 */
void
fram_question_row_set_place (FramQuestionRow *self, guint place, guint n)
{
  self->place = place;
  show_head (self);
  if (!self->editable)
    return;
  gtk_widget_set_sensitive (self->up, place > 1);
  gtk_widget_set_sensitive (self->down, place < n);
  gtk_widget_set_sensitive (self->remove, n > 1);
}

static void
take (char **to, AdwEntryRow *row)
{
  g_free (*to);
  *to = g_strstrip (g_strdup (text_of (row)));
}

static void
take_anchors (char **to, AdwEntryRow *low, AdwEntryRow *high)
{
  g_free (*to);
  *to = fram_anchors_join (text_of (low), text_of (high));
}

/**
 * fram_question_row_read:
 * @self: the row
 * @draft: takes what stands in it
 */
void
fram_question_row_read (FramQuestionRow *self, FramIndicatorDraft *draft)
{
  draft->id = self->id;
  take (&draft->name_sv, self->name_sv);
  take (&draft->name_en, self->name_en);
  if (!self->is_agenda)
    {
      take_anchors (&draft->anchors_sv, self->low_sv, self->high_sv);
      take_anchors (&draft->anchors_en, self->low_en, self->high_en);
    }
  draft->raters = read_sides (self);
  draft->belief =
      !self->is_agenda && gtk_widget_get_sensitive (GTK_WIDGET (self->belief)) && gtk_switch_get_active (self->belief);
  for (guint i = 0; i < self->languages->len; i++)
    {
      Language *language = &g_array_index (self->languages, Language, i);
      g_autofree char *name = g_strstrip (g_strdup (text_of (language->name)));
      g_autofree char *anchors =
          self->is_agenda ? NULL : fram_anchors_join (text_of (language->low), text_of (language->high));

      fram_indicator_set_language (draft, language->code, *name != '\0' ? name : NULL, anchors);
    }
}

/* Opens the row with the cursor in its first field. */
void
fram_question_row_edit (FramQuestionRow *self)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_sv));
}

AdwEntryRow *
fram_question_row_get_name_row (FramQuestionRow *self, gboolean swedish)
{
  return swedish ? self->name_sv : self->name_en;
}
