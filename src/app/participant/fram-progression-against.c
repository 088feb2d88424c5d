#include "fram-progression-against.h"

#include "fram-form-dialog.h"
#include "fram-words.h"

#include <glib/gi18n.h>

struct _FramProgressionAgainst
{
  GtkPopover parent_instance;

  /* borrowed */
  const FramProgression *progression;
  GtkCheckButton *kinds[FRAM_N_COMPARES];
  GtkWidget *two;
  GtkDropDown *talks[2];

  gboolean filling;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (FramProgressionAgainst, fram_progression_against, GTK_TYPE_POPOVER)

static const char *
kind_name (FramCompare kind)
{
  switch (kind)
    {
    case FRAM_COMPARE_LAST: return C_ ("compare", "Since the last talk");
    case FRAM_COMPARE_TWO: return C_ ("compare", "Two talks");
    default: return C_ ("compare", "Since the start");
    }
}

static guint
n_talks (FramProgressionAgainst *self)
{
  return self->progression != NULL ? self->progression->talks->len : 0;
}

static FramDate
chosen_talk (FramProgressionAgainst *self, guint which)
{
  guint n = gtk_drop_down_get_selected (self->talks[which]);

  return n < n_talks (self) ? g_array_index (self->progression->talks, FramDate, n) : FRAM_DATE_NONE;
}

static void
tell (FramProgressionAgainst *self)
{
  gtk_widget_set_visible (self->two, fram_progression_against_get_kind (self) == FRAM_COMPARE_TWO);
  if (!self->filling)
    g_signal_emit (self, changed_signal, 0);
}

static void
on_kind_cb (FramProgressionAgainst *self, GtkCheckButton *button)
{
  /* another one is made active at the same time: that one tells */
  if (gtk_check_button_get_active (button))
    tell (self);
}

static void
select_talk (FramProgressionAgainst *self, guint which, FramDate day)
{
  for (guint i = 0; i < n_talks (self); i++)
    if (g_array_index (self->progression->talks, FramDate, i) == day)
      gtk_drop_down_set_selected (self->talks[which], i);
}

static void
fill_talks (FramProgressionAgainst *self, const FramDate chosen[2])
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_talks (self); i++)
    {
      g_autofree char *words = fram_date_to_words (g_array_index (self->progression->talks, FramDate, i));

      gtk_string_list_append (names, words);
    }
  for (guint which = 0; which < G_N_ELEMENTS (self->talks); which++)
    {
      gtk_drop_down_set_model (self->talks[which], G_LIST_MODEL (names));
      if (n_talks (self) > 0)
        gtk_drop_down_set_selected (self->talks[which], which == 0 ? 0 : n_talks (self) - 1);
      select_talk (self, which, chosen[which]);
    }
}

static void
add_kinds (FramProgressionAgainst *self, GtkWidget *box)
{
  for (FramCompare kind = 0; kind < FRAM_N_COMPARES; kind++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (kind_name (kind));

      self->kinds[kind] = GTK_CHECK_BUTTON (button);
      fram_widget_set_accessible_name (button, kind_name (kind));
      gtk_check_button_set_group (self->kinds[kind], kind > 0 ? self->kinds[0] : NULL);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_kind_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
}

static void
add_talks (FramProgressionAgainst *self, GtkWidget *box)
{
  const char *const names[] = { C_ ("compare", "First talk"), C_ ("compare", "Second talk") };

  self->two = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  for (guint i = 0; i < G_N_ELEMENTS (self->talks); i++)
    {
      GtkWidget *label = gtk_label_new (names[i]), *drop_down = gtk_drop_down_new (NULL, NULL);

      self->talks[i] = GTK_DROP_DOWN (drop_down);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      fram_widget_set_accessible_name (drop_down, names[i]);
      g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->two), label);
      gtk_box_append (GTK_BOX (self->two), drop_down);
    }
  gtk_widget_set_visible (self->two, FALSE);
  gtk_box_append (GTK_BOX (box), self->two);
}

static void
fram_progression_against_class_init (FramProgressionAgainstClass *klass)
{
  changed_signal =
      g_signal_new ("changed", FRAM_TYPE_PROGRESSION_AGAINST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fram_progression_against_init (FramProgressionAgainst *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->filling = TRUE;
  add_kinds (self, box);
  add_talks (self, box);
  gtk_check_button_set_active (self->kinds[FRAM_COMPARE_START], TRUE);
  gtk_widget_add_css_class (box, "fram-progression-choices");
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("compare", "What is compared"), -1);
  self->filling = FALSE;
}

GtkWidget *
fram_progression_against_new (void)
{
  return g_object_new (FRAM_TYPE_PROGRESSION_AGAINST, NULL);
}

/**
 * fram_progression_against_set_progression:
 * @self: what is compared
 * @progression: (nullable): what is shown; it must live until another is set
 */
void
fram_progression_against_set_progression (FramProgressionAgainst *self, const FramProgression *progression)
{
  const FramDate chosen[2] = { chosen_talk (self, 0), chosen_talk (self, 1) };

  g_return_if_fail (FRAM_IS_PROGRESSION_AGAINST (self));
  self->filling = TRUE;
  if (progression == NULL)
    {
      self->progression = NULL;
      self->filling = FALSE;
      return;
    }
  self->progression = progression;
  fill_talks (self, chosen);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kinds[FRAM_COMPARE_LAST]), n_talks (self) > 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kinds[FRAM_COMPARE_TWO]), n_talks (self) > 1);
  if (n_talks (self) < 2)
    gtk_check_button_set_active (self->kinds[FRAM_COMPARE_START], TRUE);
  tell (self);
  self->filling = FALSE;
}

FramCompare
fram_progression_against_get_kind (FramProgressionAgainst *self)
{
  for (FramCompare kind = 0; kind < FRAM_N_COMPARES; kind++)
    if (gtk_check_button_get_active (self->kinds[kind]))
      return kind;
  return FRAM_COMPARE_START;
}

void
fram_progression_against_set_kind (FramProgressionAgainst *self, FramCompare kind)
{
  g_return_if_fail (kind < FRAM_N_COMPARES);
  gtk_check_button_set_active (self->kinds[kind], TRUE);
}

/* Two talks, chosen in the drawing. */
void
fram_progression_against_set_two (FramProgressionAgainst *self, FramDate from, FramDate to)
{
  g_return_if_fail (FRAM_IS_PROGRESSION_AGAINST (self));
  self->filling = TRUE;
  select_talk (self, 0, from);
  select_talk (self, 1, to);
  gtk_check_button_set_active (self->kinds[FRAM_COMPARE_TWO], TRUE);
  self->filling = FALSE;
  tell (self);
}

/**
 * fram_progression_against_get_span:
 * @self: what is compared
 * @span: (out): the two talks, the earlier one first
 *
 * Returns: whether there are two
 */
gboolean
fram_progression_against_get_span (FramProgressionAgainst *self, FramProgressionSpan *span)
{
  FramDate a, b;

  if (self->progression == NULL)
    return FALSE;
  switch (fram_progression_against_get_kind (self))
    {
    case FRAM_COMPARE_START: return fram_progression_whole_span (self->progression, span);
    case FRAM_COMPARE_LAST: return fram_progression_last_span (self->progression, span);
    case FRAM_COMPARE_TWO:
    default: break;
    }
  a = chosen_talk (self, 0);
  b = chosen_talk (self, 1);
  *span = (FramProgressionSpan){ MIN (a, b), MAX (a, b) };
  return a != FRAM_DATE_NONE && b != FRAM_DATE_NONE && a != b;
}
