#include "fram-need-card.h"

#include "fram-adaptation-sheet.h"
#include "fram-form-dialog.h"

#include <glib/gi18n.h>

/* One adaptation in the section: a row with everything that is written of it, and what can be done. */

static const struct
{
  const char *name;
  const char *label;
  FramAdaptationStatus status; /* what it is to become */
} steps[FRAM_N_ADAPTATION_STEPS] = {
  [FRAM_ADAPTATION_CHANGE] = { "change", NC_ ("adaptation", "_Change…"), FRAM_N_ADAPTATION_STATUSES },
  [FRAM_ADAPTATION_REVIEW] = { "review", NC_ ("adaptation", "_Review…"), FRAM_N_ADAPTATION_STATUSES },
  [FRAM_ADAPTATION_TRY] = { "try", NC_ ("adaptation", "_Try from today"), FRAM_ADAPTATION_ON_TRIAL },
  [FRAM_ADAPTATION_PLACE] = { "place", NC_ ("adaptation", "_Put in place"), FRAM_ADAPTATION_IN_PLACE },
  [FRAM_ADAPTATION_END] = { "end", NC_ ("adaptation", "_Not needed any more"), FRAM_ADAPTATION_ENDED },
  [FRAM_ADAPTATION_FAIL] = { "fail", NC_ ("adaptation", "_Did not help"), FRAM_ADAPTATION_DID_NOT_HELP },
  [FRAM_ADAPTATION_DROP] = { "drop", NC_ ("adaptation", "_Was not carried out"), FRAM_ADAPTATION_NOT_CARRIED_OUT },
  [FRAM_ADAPTATION_KEEP] = { "keep", NC_ ("adaptation", "_Keep as a proven measure…"), FRAM_N_ADAPTATION_STATUSES },
  [FRAM_ADAPTATION_REMOVE] = { "remove", NC_ ("adaptation", "Re_move what was written by mistake"),
                               FRAM_N_ADAPTATION_STATUSES },
};

static const char *
label_of (FramAdaptationStep step)
{
  return g_dpgettext2 (NULL, "adaptation", steps[step].label);
}

static gboolean
is_possible (FramAdaptationStep step, const FramAdaptation *adaptation)
{
  if (step == FRAM_ADAPTATION_REVIEW)
    return fram_adaptation_goes_on (adaptation->status);
  if (step == FRAM_ADAPTATION_KEEP)
    return adaptation->outcome == FRAM_REVIEW_HELPS && adaptation->measure != NULL;
  if (steps[step].status == FRAM_N_ADAPTATION_STATUSES)
    return TRUE;
  return adaptation->status != steps[step].status &&
         fram_adaptation_may_become (adaptation->status, steps[step].status);
}

static char *
target_of (FramAdaptationStep step, const FramAdaptation *adaptation)
{
  char id[FRAM_UUID_TEXT_SIZE];

  return g_strdup_printf ("%s:%s", steps[step].name, fram_uuid_format (&adaptation->id, id));
}

static GMenu *
menu_of (const FramAdaptation *adaptation)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < FRAM_N_ADAPTATION_STEPS; i++)
    if (is_possible (i, adaptation))
      {
        g_autofree char *target = target_of (i, adaptation);
        g_autoptr (GMenuItem) item = g_menu_item_new (label_of (i), NULL);

        g_menu_item_set_action_and_target (item, "adaptations.do", "s", target);
        g_menu_append_item (menu, item);
      }
  return menu;
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static void
add_button (GtkWidget *box, FramAdaptationStep step, const FramAdaptation *adaptation)
{
  g_autofree char *target = target_of (step, adaptation);
  g_auto (GStrv) pieces = g_strsplit (label_of (step), "_", -1);
  g_autofree char *said = g_strjoinv ("", pieces);
  g_autofree char *name = g_strdup_printf ("%s: %s", said, fram_adaptation_title (adaptation));
  GtkWidget *button = gtk_button_new_with_mnemonic (label_of (step));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "adaptations.do");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_widget_add_css_class (button, "fram-target");
  fram_widget_set_accessible_name (button, name);
  if (step == FRAM_ADAPTATION_REVIEW && adaptation->is_due)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_menu (GtkWidget *box, const FramAdaptation *adaptation)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = menu_of (adaptation);
  /* Translators: what an adaptation is called */
  g_autofree char *name = g_strdup_printf (_ ("More about: %s"), fram_adaptation_title (adaptation));

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("What can be done"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "fram-target");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  fram_widget_set_accessible_name (button, name);
  gtk_box_append (GTK_BOX (box), button);
}

static const char *
icon_of (const FramAdaptation *adaptation)
{
  switch (adaptation->status)
    {
    case FRAM_ADAPTATION_PROPOSED: return "document-edit-symbolic";
    case FRAM_ADAPTATION_ON_TRIAL: return "emblem-synchronizing-symbolic";
    case FRAM_ADAPTATION_IN_PLACE: return "emblem-ok-symbolic";
    case FRAM_ADAPTATION_ENDED: return "object-select-symbolic";
    case FRAM_ADAPTATION_DID_NOT_HELP:
    case FRAM_ADAPTATION_NOT_CARRIED_OUT: return "window-close-symbolic";
    case FRAM_N_ADAPTATION_STATUSES:
    default: g_return_val_if_reached ("dialog-question-symbolic");
    }
}

/* How it stands; that a review is due or late is said in words and in colour. */
static GtkWidget *
new_state (const FramAdaptation *adaptation)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (adaptation->is_due ? "alarm-symbolic" : icon_of (adaptation));
  GtkWidget *label = new_label (adaptation->words);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, adaptation->is_due ? "fram-late" : "fram-dim");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
new_head (const FramAdaptation *adaptation, gboolean may_write)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = new_label (fram_adaptation_title (adaptation));

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), new_state (adaptation));
  gtk_box_append (GTK_BOX (box), words);
  if (may_write)
    add_menu (box, adaptation);
  return box;
}

static void
add_fact (GtkWidget *grid, int *row, const char *name, const char *text)
{
  GtkWidget *caption, *label;

  if (text == NULL || text[0] == '\0')
    return;
  caption = new_label (name);
  label = new_label (text);
  gtk_label_set_width_chars (GTK_LABEL (caption), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (caption), 18);
  gtk_widget_add_css_class (caption, "fram-dim");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (GTK_GRID (grid), caption, 0, *row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), label, 1, (*row)++, 1, 1);
}

/* "Ear protection · from the county council · applied for 3 November · received 1 December · Anna brings it" */
static char *
aid_words (const FramAdaptation *adaptation)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *applied =
      adaptation->aid_applied != FRAM_DATE_NONE ? fram_date_to_day_month (adaptation->aid_applied) : NULL;
  g_autofree char *received =
      adaptation->aid_received != FRAM_DATE_NONE ? fram_date_to_day_month (adaptation->aid_received) : NULL;

  if (adaptation->aid_kind != NULL)
    g_ptr_array_add (pieces, g_strdup (adaptation->aid_kind));
  if (adaptation->aid_from != NULL)
    /* Translators: a work aid: whom it comes from */
    g_ptr_array_add (pieces, g_strdup_printf (C_ ("work aid", "from %s"), adaptation->aid_from));
  if (applied != NULL)
    /* Translators: a work aid: a day */
    g_ptr_array_add (pieces, g_strdup_printf (C_ ("work aid", "applied for %s"), applied));
  if (received != NULL)
    /* Translators: a work aid: a day */
    g_ptr_array_add (pieces, g_strdup_printf (C_ ("work aid", "received %s"), received));
  if (adaptation->aid_carrier != NULL)
    /* Translators: a work aid: who takes it along to a new place */
    g_ptr_array_add (pieces, g_strdup_printf (C_ ("work aid", "%s brings it"), adaptation->aid_carrier));
  g_ptr_array_add (pieces, NULL);
  return g_strjoinv (" · ", (char **)pieces->pdata);
}

static char *
review_words (const FramAdaptation *adaptation)
{
  g_autofree char *day = NULL;

  if (adaptation->reviewed == FRAM_DATE_NONE)
    return NULL;
  day = fram_date_to_day_month (adaptation->reviewed);
  if (adaptation->outcome < 0)
    return g_steal_pointer (&day);
  /* Translators: a day, and what came of a review: "3 November: Helps" */
  return g_strdup_printf (C_ ("adaptation", "%1$s: %2$s"), day,
                          fram_review_outcome_get_name ((FramReviewOutcome)adaptation->outcome));
}

static GtkWidget *
new_facts (const FramAdaptation *adaptation)
{
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *where = fram_adaptation_where (adaptation);
  g_autofree char *aid = aid_words (adaptation);
  g_autofree char *review = review_words (adaptation);
  /* Translators: somebody's own words */
  g_autofree char *own = adaptation->own_words != NULL ? g_strdup_printf (_ ("“%s”"), adaptation->own_words) : NULL;
  int row = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  add_fact (grid, &row, _ ("Difficult with"), adaptation->measure != NULL ? adaptation->barrier : NULL);
  add_fact (grid, &row, _ ("Area"), adaptation->area_name);
  add_fact (grid, &row, _ ("Applies"), where);
  add_fact (grid, &row, _ ("The workshop reads"),
            adaptation->line != NULL ? adaptation->line : _ ("No line is written for the workshop."));
  add_fact (grid, &row, _ ("Work aid"), aid);
  add_fact (grid, &row, _ ("Own words"), own);
  add_fact (grid, &row, _ ("Agreed by"), adaptation->agreed_by);
  add_fact (grid, &row, _ ("Last review"), review);
  return grid;
}

/* What comes next, within reach: a review says also whether it is in place. */
static GtkWidget *
new_buttons (const FramAdaptation *adaptation)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gboolean begun = adaptation->status != FRAM_ADAPTATION_PROPOSED;

  add_button (box, begun ? FRAM_ADAPTATION_REVIEW : FRAM_ADAPTATION_TRY, adaptation);
  return box;
}

/**
 * fram_need_card_new:
 * @adaptation: what it shows
 * @may_write: whether it can be changed
 *
 * Returns: (transfer floating): an #AdwPreferencesRow; activated it asks for `adaptations.do` "change:…"
 */
GtkWidget *
fram_need_card_new (const FramAdaptation *adaptation, gboolean may_write)
{
  GtkWidget *row = adw_preferences_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  g_autofree char *name = g_strdup_printf ("%s, %s", fram_adaptation_title (adaptation), adaptation->words);

  gtk_widget_add_css_class (box, "fram-adaptation");
  gtk_box_append (GTK_BOX (box), new_head (adaptation, may_write));
  gtk_box_append (GTK_BOX (box), new_facts (adaptation));
  if (may_write && fram_adaptation_goes_on (adaptation->status))
    gtk_box_append (GTK_BOX (box), new_buttons (adaptation));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  fram_widget_set_accessible_name (row, name);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), may_write);
  if (may_write)
    {
      g_autofree char *target = target_of (FRAM_ADAPTATION_CHANGE, adaptation);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "adaptations.do");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
    }
  return row;
}

/* "try:0192…" */
gboolean
fram_adaptation_step_parse (const char *target, FramAdaptationStep *step, FramUuid *id)
{
  const char *colon = strchr (target, ':');

  for (guint i = 0; colon != NULL && i < FRAM_N_ADAPTATION_STEPS; i++)
    if (strlen (steps[i].name) == (gsize)(colon - target) && g_str_has_prefix (target, steps[i].name))
      {
        *step = (FramAdaptationStep)i;
        return fram_uuid_parse (colon + 1, id);
      }
  return FALSE;
}

/* How it stands after the step; FRAM_N_ADAPTATION_STATUSES where the step does not say. */
FramAdaptationStatus
fram_adaptation_step_get_status (FramAdaptationStep step)
{
  g_return_val_if_fail (step < FRAM_N_ADAPTATION_STEPS, FRAM_N_ADAPTATION_STATUSES);
  return steps[step].status;
}
