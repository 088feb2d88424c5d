#include "fram-card-rows.h"

#include "fram-form-dialog.h"

#include <glib/gi18n.h>

#define INDENT 28

/* What a tick says of a choice. */
typedef enum
{
  TICK_CHOSEN,
  TICK_AID,
  TICK_OWN_WORDS,
  TICK_BARRIER,
  N_TICKS
} Tick;

struct _FramCardRows
{
  GtkBox parent_instance;

  /* owned */
  GPtrArray *choices; /* (nullable) */
  GPtrArray *checks;  /* N_TICKS for each choice, NULL where there is none; borrowed */
  GPtrArray *yes;     /* a switch for each choice, NULL where there is none; borrowed */

  /* borrowed */
  AdwPreferencesGroup *strengths;
  AdwPreferencesGroup *measures;

  gboolean may_answer;
  gboolean filling; /* rows are being set, nobody has touched them */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramCardRows, fram_card_rows, GTK_TYPE_BOX)

static FramCardChoice *
choice_copy (const FramCardChoice *choice)
{
  FramCardChoice *copy = g_memdup2 (choice, sizeof *choice);

  copy->text = g_strdup (choice->text);
  copy->state = g_strdup (choice->state);
  copy->aid = g_strdup (choice->aid);
  copy->aid_detail = g_strdup (choice->aid_detail);
  copy->own_words = g_strdup (choice->own_words);
  copy->barrier = g_strdup (choice->barrier);
  return copy;
}

/**
 * fram_card_choices_copy:
 * @choices: (element-type FramCardChoice): choices
 *
 * Returns: (transfer full) (element-type FramCardChoice): the same, for another thread
 */
GPtrArray *
fram_card_choices_copy (const GPtrArray *choices)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_card_choice_free);

  for (guint i = 0; i < choices->len; i++)
    g_ptr_array_add (copy, choice_copy (g_ptr_array_index (choices, i)));
  return copy;
}

/* A yes makes a new line of the old one's words; adaptations keep their id. */
static gboolean
is_same (const FramCardChoice *a, const FramCardChoice *b)
{
  if (a->kind != b->kind)
    return FALSE;
  return a->kind == FRAM_CARD_SEEN ? g_str_equal (a->text, b->text) && g_strcmp0 (a->state, b->state) == 0
                                   : fram_uuid_equal (&a->id, &b->id);
}

/**
 * fram_card_choices_carry_over:
 * @after: (element-type FramCardChoice): as they are read now
 * @before: (element-type FramCardChoice): as they were chosen
 *
 * What was chosen stays chosen, as far as it is still there and may stand on the card.
 */
void
fram_card_choices_carry_over (GPtrArray *after, const GPtrArray *before)
{
  for (guint i = 0; i < after->len; i++)
    for (guint j = 0; j < before->len; j++)
      {
        FramCardChoice *choice = g_ptr_array_index (after, i);
        const FramCardChoice *old = g_ptr_array_index (before, j);

        if (!is_same (choice, old))
          continue;
        if (choice->is_allowed == old->is_allowed)
          choice->chosen = old->chosen;
        choice->with_aid = old->with_aid && choice->aid != NULL;
        choice->with_own_words = old->with_own_words;
        choice->with_barrier = old->with_barrier;
      }
}

/* --- rows --- */

static gboolean *
field_of (FramCardChoice *choice, Tick tick)
{
  switch (tick)
    {
    case TICK_AID: return &choice->with_aid;
    case TICK_OWN_WORDS: return &choice->with_own_words;
    case TICK_BARRIER: return &choice->with_barrier;
    case TICK_CHOSEN:
    case N_TICKS:
    default: return &choice->chosen;
    }
}

static GtkWidget *
row_of (GtkWidget *check)
{
  return gtk_widget_get_ancestor (check, ADW_TYPE_ACTION_ROW);
}

/* When it was seen, and whether the participant has said yes. */
static void
show_answer (FramCardRows *self, guint i)
{
  const FramCardChoice *choice = g_ptr_array_index (self->choices, i);
  GtkWidget *yes = g_ptr_array_index (self->yes, i);
  g_autofree char *subtitle = NULL;

  if (yes == NULL)
    return;
  gtk_switch_set_active (GTK_SWITCH (yes), choice->is_allowed);
  subtitle = g_strdup_printf ("%s · %s", choice->state,
                              choice->is_allowed ? C_ ("card", "has said yes") : C_ ("card", "no yes yet"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row_of (yes)), subtitle);
}

static void
show_ticks (FramCardRows *self, guint i)
{
  FramCardChoice *choice = g_ptr_array_index (self->choices, i);

  show_answer (self, i);

  for (Tick tick = TICK_CHOSEN; tick < N_TICKS; tick++)
    {
      GtkWidget *check = g_ptr_array_index (self->checks, i * N_TICKS + tick);

      if (check == NULL)
        continue;
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), *field_of (choice, tick));
      if (tick == TICK_CHOSEN)
        gtk_widget_set_sensitive (check, choice->is_allowed);
      else
        gtk_widget_set_visible (row_of (check), choice->chosen);
    }
}

static void
on_ticked_cb (FramCardRows *self, GParamSpec *pspec, GtkCheckButton *check)
{
  guint n = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "index"));

  if (self->filling)
    return;
  *field_of (g_ptr_array_index (self->choices, n / N_TICKS), (Tick)(n % N_TICKS)) = gtk_check_button_get_active (check);
  self->filling = TRUE;
  show_ticks (self, n / N_TICKS);
  self->filling = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_yes_cb (FramCardRows *self, GParamSpec *pspec, GtkSwitch *yes)
{
  const FramCardChoice *choice;
  g_autofree char *id = NULL;

  if (self->filling)
    return;
  choice = g_ptr_array_index (self->choices, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (yes), "index")));
  id = fram_uuid_to_text (&choice->id);
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, id, gtk_switch_get_active (yes));
}

static void
add_yes (FramCardRows *self, const FramCardChoice *choice)
{
  GtkWidget *yes = gtk_switch_new ();
  GtkWidget *check = g_ptr_array_index (self->checks, self->checks->len - 1);
  /* Translators: the name of a switch: whether the participant lets a line that was noticed stand on the card */
  g_autofree char *name = g_strdup_printf (C_ ("card", "Has said yes: %s"), choice->text);

  gtk_widget_set_valign (yes, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (yes, self->may_answer);
  gtk_widget_set_tooltip_text (yes, C_ ("card", "The participant has said yes"));
  fram_widget_set_accessible_name (yes, name);
  g_object_set_data (G_OBJECT (yes), "index", GUINT_TO_POINTER (self->yes->len));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row_of (check)), yes);
  g_signal_connect_object (yes, "notify::active", G_CALLBACK (on_yes_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->yes, yes);
}

static void
add_row (FramCardRows *self, AdwPreferencesGroup *group, const char *title, const char *subtitle, gboolean indented)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *name = subtitle != NULL && indented ? g_strdup_printf ("%s: %s", title, subtitle) : g_strdup (title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle_lines (row, 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (row, subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (check, indented ? INDENT : 0);
  fram_widget_set_accessible_name (check, name);
  g_object_set_data (G_OBJECT (check), "index", GUINT_TO_POINTER (self->checks->len));
  adw_action_row_add_prefix (row, check);
  adw_action_row_set_activatable_widget (row, check);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (on_ticked_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, GTK_WIDGET (row));
  g_ptr_array_add (self->checks, check);
}

static void
add_part (FramCardRows *self, const char *title, const char *text)
{
  if (text != NULL && text[0] != '\0')
    add_row (self, self->measures, title, text, TRUE);
  else
    g_ptr_array_add (self->checks, NULL);
}

static void
add_choice (FramCardRows *self, const FramCardChoice *choice)
{
  g_autofree char *aid = NULL;

  if (choice->kind == FRAM_CARD_SEEN)
    {
      add_row (self, self->strengths, choice->text, choice->state, FALSE);
      add_yes (self, choice);
      for (Tick tick = TICK_AID; tick < N_TICKS; tick++)
        g_ptr_array_add (self->checks, NULL);
      return;
    }
  g_ptr_array_add (self->yes, NULL);
  add_row (self, self->measures, choice->text, choice->state, FALSE);
  if (choice->aid != NULL)
    aid = g_strdup_printf ("%s%s%s", choice->aid, choice->aid_detail != NULL ? ". " : "",
                           choice->aid_detail != NULL ? choice->aid_detail : "");
  add_part (self, C_ ("card", "Work aid"), aid);
  add_part (self, C_ ("card", "The participant’s words"), choice->own_words);
  add_part (self, C_ ("card", "What is difficult"), choice->barrier);
}

static void
remove_rows (FramCardRows *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *check = g_ptr_array_index (self->checks, i);
      GtkWidget *row = check != NULL ? row_of (check) : NULL;

      if (row != NULL)
        adw_preferences_group_remove (
            gtk_widget_is_ancestor (row, GTK_WIDGET (self->strengths)) ? self->strengths : self->measures, row);
    }
  g_ptr_array_set_size (self->checks, 0);
  g_ptr_array_set_size (self->yes, 0);
}

static gboolean
looks_same (const FramCardChoice *a, const FramCardChoice *b)
{
  return is_same (a, b) && g_strcmp0 (a->text, b->text) == 0 && g_strcmp0 (a->state, b->state) == 0 &&
         g_strcmp0 (a->aid, b->aid) == 0 && g_strcmp0 (a->aid_detail, b->aid_detail) == 0 &&
         g_strcmp0 (a->own_words, b->own_words) == 0 && g_strcmp0 (a->barrier, b->barrier) == 0;
}

static gboolean
has_rows_of (const GPtrArray *shown, const GPtrArray *choices)
{
  if (shown == NULL || shown->len != choices->len)
    return FALSE;
  for (guint i = 0; i < choices->len; i++)
    if (!looks_same (g_ptr_array_index (shown, i), g_ptr_array_index (choices, i)))
      return FALSE;
  return TRUE;
}

static gboolean
has_kind (const GPtrArray *choices, FramCardKind kind)
{
  for (guint i = 0; i < choices->len; i++)
    if (((const FramCardChoice *)g_ptr_array_index (choices, i))->kind == kind)
      return TRUE;
  return FALSE;
}

/* --- vfuncs --- */

static void
fram_card_rows_dispose (GObject *object)
{
  FramCardRows *self = FRAM_CARD_ROWS (object);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->yes, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_card_rows_parent_class)->dispose (object);
}

static void
fram_card_rows_class_init (FramCardRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_card_rows_dispose;
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static AdwPreferencesGroup *
add_group (FramCardRows *self, const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  gtk_widget_set_visible (GTK_WIDGET (group), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (group));
  return group;
}

static void
fram_card_rows_init (FramCardRows *self)
{
  self->checks = g_ptr_array_new ();
  self->yes = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
  self->strengths = add_group (self, C_ ("card", "Seen in the workshop"),
                               C_ ("card", "Ask first. A line stands on the card only with the participant’s yes."));
  self->measures =
      add_group (self, C_ ("card", "What to do"), C_ ("card", "The participant decides what stands there."));
}

/**
 * fram_card_rows_set_may_answer:
 * @self: rows
 * @may: whether the participant's yes can be written down
 */
void
fram_card_rows_set_may_answer (FramCardRows *self, gboolean may)
{
  g_return_if_fail (FRAM_IS_CARD_ROWS (self));
  self->may_answer = may;
}

/**
 * fram_card_rows_show:
 * @self: rows
 * @choices: (element-type FramCardChoice): what there is; its ticks follow what is chosen
 *
 * Rows that are there already stay, with the keyboard in them.
 */
void
fram_card_rows_show (FramCardRows *self, GPtrArray *choices)
{
  gboolean stays;

  g_return_if_fail (FRAM_IS_CARD_ROWS (self) && choices != NULL);
  stays = has_rows_of (self->choices, choices);
  if (!stays)
    remove_rows (self);
  g_ptr_array_ref (choices);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = choices;
  self->filling = TRUE;
  for (guint i = 0; i < choices->len; i++)
    {
      if (!stays)
        add_choice (self, g_ptr_array_index (choices, i));
      show_ticks (self, i);
    }
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->strengths), has_kind (choices, FRAM_CARD_SEEN));
  gtk_widget_set_visible (GTK_WIDGET (self->measures), has_kind (choices, FRAM_CARD_ADAPTATION));
}

/**
 * fram_card_rows_get_choices:
 * @self: rows
 *
 * Returns: (transfer none) (nullable) (element-type FramCardChoice): as they are chosen
 */
GPtrArray *
fram_card_rows_get_choices (FramCardRows *self)
{
  g_return_val_if_fail (FRAM_IS_CARD_ROWS (self), NULL);
  return self->choices;
}
