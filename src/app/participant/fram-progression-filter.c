#include "fram-progression-filter.h"

#include "fram-form-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

struct _FramProgressionFilter
{
  GtkPopover parent_instance;

  /* borrowed */
  const FramProgression *progression;
  GtkCheckButton *sides[FRAM_N_RATERS];
  GtkWidget *set_box;
  GtkDropDown *sets;
  GtkWidget *questions;
  GtkWidget *belief_box;
  GtkSwitch *belief;
  GtkWidget *reset;

  /* owned */
  GHashTable *hidden; /* (element-type FramUuid) questions */
  char *set;          /* code of the only set that is shown, or NULL */

  gboolean filling;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (FramProgressionFilter, fram_progression_filter, GTK_TYPE_POPOVER)

static const char *
side_name (FramRater rater)
{
  return rater == FRAM_RATER_PARTICIPANT ? C_ ("rater", "Participant") : C_ ("rater", "Case worker");
}

static gboolean
is_of_set (FramProgressionFilter *self, const FramIndicatorSeries *series)
{
  const FramProgressionSet *set;

  if (self->set == NULL || series->set >= self->progression->sets->len)
    return TRUE;
  set = self->progression->sets->pdata[series->set];
  return g_strcmp0 (set->code, self->set) == 0;
}

static guint
chosen_sides (FramProgressionFilter *self)
{
  guint raters = 0;

  for (guint i = 0; i < FRAM_N_RATERS; i++)
    if (gtk_check_button_get_active (self->sides[i]))
      raters |= 1u << i;
  return raters;
}

/**
 * fram_progression_filter_is_on:
 * @self: a filter
 *
 * Returns: whether less than all is shown, or the belief
 */
gboolean
fram_progression_filter_is_on (FramProgressionFilter *self)
{
  return g_hash_table_size (self->hidden) > 0 || self->set != NULL || chosen_sides (self) != FRAM_RATERS_BOTH ||
         gtk_switch_get_active (self->belief);
}

static void
tell (FramProgressionFilter *self)
{
  gtk_widget_set_sensitive (self->reset, fram_progression_filter_is_on (self));
  if (!self->filling)
    g_signal_emit (self, changed_signal, 0);
}

/* --- questions --- */

static void
on_question_cb (FramProgressionFilter *self, GtkCheckButton *button)
{
  const FramUuid *id = g_object_get_data (G_OBJECT (button), "question");

  if (gtk_check_button_get_active (button))
    g_hash_table_remove (self->hidden, id);
  else
    g_hash_table_add (self->hidden, g_memdup2 (id, sizeof *id));
  tell (self);
}

static void
add_question (FramProgressionFilter *self, const FramIndicatorSeries *series)
{
  GtkWidget *button = gtk_check_button_new_with_label (series->name);

  g_object_set_data_full (G_OBJECT (button), "question", g_memdup2 (&series->id, sizeof series->id), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), !g_hash_table_contains (self->hidden, &series->id));
  fram_widget_set_accessible_name (button, series->name);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_question_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->questions), button);
}

static void
fill_questions (FramProgressionFilter *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->questions)) != NULL)
    gtk_box_remove (GTK_BOX (self->questions), child);
  for (guint i = 0; self->progression != NULL && i < self->progression->series->len; i++)
    {
      const FramIndicatorSeries *series = fram_progression_get_series (self->progression, i);

      if (is_of_set (self, series))
        add_question (self, series);
    }
}

/* --- sets --- */

static void
on_set_cb (FramProgressionFilter *self)
{
  guint n = gtk_drop_down_get_selected (self->sets);
  const FramProgressionSet *set = NULL;

  if (self->filling || self->progression == NULL || n == GTK_INVALID_LIST_POSITION)
    return;
  if (n > 0 && n <= self->progression->sets->len)
    set = self->progression->sets->pdata[n - 1];
  g_free (self->set);
  self->set = set != NULL ? g_strdup (set->code) : NULL;
  fill_questions (self);
  tell (self);
}

static void
fill_sets (FramProgressionFilter *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  gtk_string_list_append (names, C_ ("sets of questions", "All sets"));
  for (guint i = 0; self->progression != NULL && i < self->progression->sets->len; i++)
    {
      const FramProgressionSet *set = self->progression->sets->pdata[i];

      gtk_string_list_append (names, set->name);
      if (g_strcmp0 (set->code, self->set) == 0)
        chosen = i + 1;
    }
  if (chosen == 0)
    g_clear_pointer (&self->set, g_free);
  gtk_drop_down_set_model (self->sets, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->sets, chosen);
  gtk_widget_set_visible (self->set_box, self->progression != NULL && self->progression->sets->len > 1);
}

/* --- belief --- */

static gboolean
has_belief (const FramProgression *progression)
{
  for (guint i = 0; progression != NULL && i < progression->series->len; i++)
    {
      const FramIndicatorSeries *series = fram_progression_get_series (progression, i);

      if (series->belief && series->points[FRAM_RATER_CASE_WORKER] != NULL &&
          series->points[FRAM_RATER_CASE_WORKER]->len > 0)
        return TRUE;
    }
  return FALSE;
}

/* --- widget --- */

static GtkWidget *
heading_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

/* One side is always shown: where the last one is turned off, the other one is turned on. */
static void
on_side_cb (FramProgressionFilter *self, GtkCheckButton *button)
{
  if (chosen_sides (self) == 0)
    gtk_check_button_set_active (button == self->sides[0] ? self->sides[1] : self->sides[0], TRUE);
  else
    tell (self);
}

static void
add_sides (FramProgressionFilter *self, GtkWidget *box)
{
  gtk_box_append (GTK_BOX (box), heading_new (C_ ("progression", "Sides")));
  for (guint i = 0; i < FRAM_N_RATERS; i++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (side_name (i));

      self->sides[i] = GTK_CHECK_BUTTON (button);
      gtk_check_button_set_active (self->sides[i], TRUE);
      fram_widget_set_accessible_name (button, side_name (i));
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_side_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
}

static void
add_sets (FramProgressionFilter *self, GtkWidget *box)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);

  self->set_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->sets = GTK_DROP_DOWN (drop_down);
  fram_widget_set_accessible_name (drop_down, _ ("Set of questions"));
  gtk_box_append (GTK_BOX (self->set_box), heading_new (_ ("Set of questions")));
  gtk_box_append (GTK_BOX (self->set_box), drop_down);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_set_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->set_box);
}

static void
add_belief (FramProgressionFilter *self, GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (_ ("My own belief"));

  self->belief_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->belief = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->belief), GTK_ALIGN_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (self->belief_box, _ ("Case workers' own belief; the participant does not see it"));
  fram_widget_set_accessible_name (self->belief, _ ("Show my own belief"));
  gtk_box_append (GTK_BOX (self->belief_box), label);
  gtk_box_append (GTK_BOX (self->belief_box), GTK_WIDGET (self->belief));
  g_signal_connect_object (self->belief, "notify::active", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->belief_box);
}

static void
fram_progression_filter_finalize (GObject *object)
{
  FramProgressionFilter *self = FRAM_PROGRESSION_FILTER (object);

  g_hash_table_unref (self->hidden);
  g_free (self->set);
  G_OBJECT_CLASS (fram_progression_filter_parent_class)->finalize (object);
}

static void
fram_progression_filter_class_init (FramProgressionFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fram_progression_filter_finalize;
  changed_signal =
      g_signal_new ("changed", FRAM_TYPE_PROGRESSION_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static guint
hash_uuid (gconstpointer id)
{
  guint hash;

  /* the last bytes are the random ones */
  memcpy (&hash, ((const FramUuid *)id)->bytes + 12, sizeof hash);
  return hash;
}

static gboolean
equal_uuids (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (FramUuid)) == 0;
}

static void
fram_progression_filter_init (FramProgressionFilter *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->hidden = g_hash_table_new_full (hash_uuid, equal_uuids, g_free, NULL);
  self->filling = TRUE;
  self->reset = gtk_button_new_with_label (C_ ("filter", "Show all"));
  gtk_widget_set_sensitive (self->reset, FALSE);
  fram_widget_set_accessible_name (self->reset, C_ ("filter", "Show all"));
  g_signal_connect_object (self->reset, "clicked", G_CALLBACK (fram_progression_filter_reset), self, G_CONNECT_SWAPPED);
  add_sides (self, box);
  add_sets (self, box);
  gtk_box_append (GTK_BOX (box), heading_new (C_ ("progression", "Questions")));
  self->questions = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_box_append (GTK_BOX (box), self->questions);
  add_belief (self, box);
  gtk_box_append (GTK_BOX (box), self->reset);
  gtk_widget_add_css_class (box, "fram-progression-choices");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 480);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (GTK_POPOVER (self), scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What is shown"), -1);
  self->filling = FALSE;
}

GtkWidget *
fram_progression_filter_new (void)
{
  return g_object_new (FRAM_TYPE_PROGRESSION_FILTER, NULL);
}

/**
 * fram_progression_filter_set_progression:
 * @self: a filter
 * @progression: (nullable): what is shown; it must live until another is set
 */
void
fram_progression_filter_set_progression (FramProgressionFilter *self, const FramProgression *progression)
{
  gboolean offers = has_belief (progression);

  g_return_if_fail (FRAM_IS_PROGRESSION_FILTER (self));
  self->progression = progression;
  self->filling = TRUE;
  fill_sets (self);
  fill_questions (self);
  gtk_widget_set_visible (self->belief_box, offers);
  if (!offers)
    gtk_switch_set_active (self->belief, FALSE);
  self->filling = FALSE;
}

/**
 * fram_progression_filter_apply:
 * @self: a filter
 * @view: (inout): gets sides, questions and belief
 */
void
fram_progression_filter_apply (FramProgressionFilter *self, FramProgressionView *view)
{
  view->raters = chosen_sides (self);
  view->belief = gtk_switch_get_active (self->belief);
  view->shown = FRAM_PROGRESSION_ALL;
  for (guint i = 0; self->progression != NULL && i < MIN (64, self->progression->series->len); i++)
    {
      const FramIndicatorSeries *series = fram_progression_get_series (self->progression, i);

      if (!is_of_set (self, series) || g_hash_table_contains (self->hidden, &series->id))
        view->shown &= ~(G_GUINT64_CONSTANT (1) << i);
    }
}

void
fram_progression_filter_reset (FramProgressionFilter *self)
{
  self->filling = TRUE;
  g_hash_table_remove_all (self->hidden);
  g_clear_pointer (&self->set, g_free);
  for (guint i = 0; i < FRAM_N_RATERS; i++)
    gtk_check_button_set_active (self->sides[i], TRUE);
  gtk_switch_set_active (self->belief, FALSE);
  fill_sets (self);
  fill_questions (self);
  self->filling = FALSE;
  tell (self);
}

/* --- for tests --- */

void
fram_progression_filter_set_shown (FramProgressionFilter *self, guint series, gboolean shown)
{
  const FramUuid *id = &fram_progression_get_series (self->progression, series)->id;

  for (GtkWidget *child = gtk_widget_get_first_child (self->questions); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (equal_uuids (g_object_get_data (G_OBJECT (child), "question"), id))
      gtk_check_button_set_active (GTK_CHECK_BUTTON (child), shown);
}

void
fram_progression_filter_set_raters (FramProgressionFilter *self, guint raters)
{
  for (guint i = 0; i < FRAM_N_RATERS; i++)
    gtk_check_button_set_active (self->sides[i], (raters & 1u << i) != 0);
}

void
fram_progression_filter_set_belief (FramProgressionFilter *self, gboolean belief)
{
  gtk_switch_set_active (self->belief, belief);
}

gboolean
fram_progression_filter_offers_belief (FramProgressionFilter *self)
{
  return gtk_widget_get_visible (self->belief_box);
}
