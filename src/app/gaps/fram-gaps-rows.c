#include "fram-gaps-page-private.h"

#include "fram-discreet.h"
#include "fram-form-dialog.h"

#include <glib/gi18n.h>

/* The rows of the two lists. */

char *
fram_gaps_key_of (const FramGapRow *row)
{
  char enrolment[FRAM_UUID_TEXT_SIZE];

  return g_strdup_printf ("%s %d %d", fram_uuid_format (&row->enrolment, enrolment), (int)row->gap.kind, row->gap.last);
}

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0))) != NULL)
    gtk_list_box_remove (list, row);
}

static const char *
badge_text (const FramGapRow *row, FramDate at)
{
  if (row->gap.kind == FRAM_GAP_NOTHING_AHEAD)
    return C_ ("gap", "Nothing ahead");
  return fram_gap_is_present (&row->gap, at) ? C_ ("gap", "Now") : C_ ("gap", "Coming");
}

/* What a badge says and how it looks: shape of the words first, colour beside. */
static GtkWidget *
new_badge (const FramGapRow *row, FramDate at)
{
  gboolean present = fram_gap_is_present (&row->gap, at);
  gboolean nothing = row->gap.kind == FRAM_GAP_NOTHING_AHEAD;
  GtkWidget *badge = gtk_label_new (badge_text (row, at));

  gtk_widget_add_css_class (badge, "fram-gap-badge");
  gtk_widget_add_css_class (badge, nothing ? "nothing" : present ? "now" : "coming");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  return badge;
}

static void
on_bridge_clicked_cb (FramGapsPage *self, GtkButton *button)
{
  const char *key = g_object_get_data (G_OBJECT (button), "key");

  for (guint i = 0; i < self->rows->len; i++)
    {
      const FramGapRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *own = fram_gaps_key_of (row);

      if (g_strcmp0 (own, key) == 0)
        {
          fram_gaps_page_toggle (self, row);
          return;
        }
    }
}

static GtkWidget *
new_bridge_button (FramGapsPage *self, const FramGapRow *row, const char *name, const char *key)
{
  gboolean open = g_strcmp0 (self->open, key) == 0;
  /* TRANSLATORS: to close a gap with something that is planned */
  GtkWidget *button = gtk_button_new_with_label (open ? C_ ("gap", "Close") : C_ ("gap", "Bridge…"));
  /* TRANSLATORS: a person's name */
  g_autofree char *long_name = g_strdup_printf (open ? _ ("Close what fits for %s") : _ ("Bridge the gap of %s"), name);

  if (self->narrow)
    gtk_button_set_icon_name (GTK_BUTTON (button), open ? "pan-up-symbolic" : "list-add-symbolic");
  gtk_widget_set_tooltip_text (button, long_name);
  fram_widget_set_accessible_name (button, long_name);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "key", g_strdup (key), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_bridge_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

/* A person opens; where the gap lies is seen there. */
static GtkWidget *
new_row (FramGapsPage *self, const FramGapRow *row, const char *name)
{
  GtkWidget *widget = adw_action_row_new ();
  gboolean mine = self->has_own && gtk_toggle_button_get_active (self->mine);
  g_autofree char *text = row->case_workers != NULL && !mine ? g_strdup_printf ("%s · %s", row->text, row->case_workers)
                                                             : g_strdup (row->text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (widget), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (widget), 0);
  g_object_set_data_full (G_OBJECT (widget), "key", fram_gaps_key_of (row), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (widget), "s", row->case_no);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), "win.open-person");
  return widget;
}

/* Very large letters leave no room for a badge beside the words. */
static void
say_before (GtkWidget *row, const char *word)
{
  g_autofree char *text = g_strdup_printf ("%s · %s", word, adw_action_row_get_subtitle (ADW_ACTION_ROW (row)));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
}

static void
add_gap (FramGapsPage *self, const FramGapRow *row)
{
  g_autofree char *name = fram_discreet_shown_name (GTK_WIDGET (self), row->name);
  g_autofree char *key = fram_gaps_key_of (row);
  GtkWidget *widget = new_row (self, row, name);

  if (self->tiny)
    say_before (widget, badge_text (row, self->at));
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (widget), new_badge (row, self->at));
  if (self->may_write)
    adw_action_row_add_suffix (ADW_ACTION_ROW (widget), new_bridge_button (self, row, name, key));
  gtk_list_box_append (self->list, widget);
  if (g_strcmp0 (self->open, key) == 0)
    fram_gaps_page_add_bridges (self, row);
}

static void
add_seam (FramGapsPage *self, const FramGapRow *row)
{
  g_autofree char *name = fram_discreet_shown_name (GTK_WIDGET (self), row->name);

  gtk_list_box_append (self->seam_list, new_row (self, row, name));
}

typedef struct
{
  guint now;
  guint coming;
  guint nothing;
  guint seams;
} Counts;

static void
count (Counts *counts, const FramGapRow *row, FramDate at)
{
  if (row->gap.kind >= FRAM_GAP_FIRST_CONTACT)
    counts->seams++;
  else if (row->gap.kind == FRAM_GAP_NOTHING_AHEAD)
    counts->nothing++;
  else if (fram_gap_is_present (&row->gap, at))
    counts->now++;
  else
    counts->coming++;
}

static void
say_counts (FramGapsPage *self, const Counts *counts, gboolean with_seams)
{
  GString *text = g_string_new (NULL);
  g_autofree char *owned = NULL;

  if (with_seams)
    /* TRANSLATORS: so many participants */
    g_string_append_printf (text, ngettext ("%u waits", "%u wait", counts->seams), counts->seams);
  else if (counts->now > 0)
    /* TRANSLATORS: so many gaps are present */
    g_string_append_printf (text, ngettext ("%u now", "%u now", counts->now), counts->now);
  if (!with_seams && counts->now > 0 && counts->coming > 0)
    g_string_append (text, " · ");
  if (!with_seams && counts->coming > 0)
    /* TRANSLATORS: so many gaps are to come */
    g_string_append_printf (text, ngettext ("%u coming", "%u coming", counts->coming), counts->coming);
  owned = g_string_free (text, FALSE);
  gtk_label_set_label (self->count, owned);
}

static void
say_nothing (FramGapsPage *self)
{
  g_autofree char *meaning = g_strdup_printf (
      ngettext ("A gap is more than %d day in a row without anything planned. Agreed leave and closed "
                "weeks are none.",
                "A gap is more than %d days in a row without anything planned. Agreed leave and closed "
                "weeks are none.",
                (gulong)self->over),
      self->over);
  gboolean mine = self->has_own && gtk_toggle_button_get_active (self->mine);
  g_autofree char *text = g_strdup_printf ("%s %s",
                                           mine ? _ ("Each of your participants has something planned.")
                                                : _ ("Everybody whose plan you see has something planned."),
                                           meaning);

  adw_status_page_set_description (self->empty, text);
  gtk_widget_set_visible (self->show_all, mine);
}

static gboolean
is_shown (const FramGapsPage *self, const FramGapRow *row)
{
  return row->own || !self->has_own || !gtk_toggle_button_get_active (self->mine);
}

/* The row with the focus, by its key, and how many rows were above it. */
static char *
dup_focus (FramGapsPage *self, int *place)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  *place = -1;
  if (focus == NULL || !GTK_IS_LIST_BOX_ROW (focus))
    return NULL;
  *place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus));
  return g_strdup (g_object_get_data (G_OBJECT (focus), "key"));
}

/* The same row, or what has come into its place. */
static void
give_focus (FramGapsPage *self, const char *key, int place)
{
  GtkListBoxRow *near = NULL;

  for (int i = 0; gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (key != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (row), "key"), key) == 0)
        {
          gtk_widget_grab_focus (GTK_WIDGET (row));
          return;
        }
      if (i <= place)
        near = row;
    }
  if (place >= 0 && near != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (near));
}

/* Shows what was read, as the filters say. */
void
fram_gaps_page_show_rows (FramGapsPage *self)
{
  gboolean with_seams = gtk_toggle_button_get_active (self->seams);
  Counts counts = { 0 };
  int place;
  g_autofree char *key = dup_focus (self, &place);

  if (self->rows == NULL)
    return;
  clear (self->list);
  clear (self->seam_list);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const FramGapRow *row = g_ptr_array_index (self->rows, i);

      if (!is_shown (self, row))
        continue;
      count (&counts, row, self->at);
      if (row->gap.kind >= FRAM_GAP_FIRST_CONTACT)
        add_seam (self, row);
      else if (!with_seams)
        add_gap (self, row);
    }
  say_counts (self, &counts, with_seams);
  say_nothing (self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), !with_seams);
  gtk_widget_set_visible (self->seams_part, with_seams);
  gtk_widget_set_visible (GTK_WIDGET (self->seam_list), counts.seams > 0);
  gtk_widget_set_visible (self->no_seams, counts.seams == 0);
  gtk_widget_set_visible (self->scope, self->has_own);
  gtk_stack_set_visible_child_name (self->stack,
                                    with_seams || counts.now + counts.coming + counts.nothing > 0 ? "list" : "empty");
  give_focus (self, key, place);
}
