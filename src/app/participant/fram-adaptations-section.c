#include "fram-adaptations-section.h"

#include "fram-card-dialog.h"
#include "fram-need-card.h"
#include "fram-proven-dialog.h"
#include "fram-adaptation-dialog.h"
#include "fram-adaptation-review-dialog.h"
#include "fram-mapping-dialog.h"
#include "fram-part-rows.h"
#include "fram-table.h"

#include <glib/gi18n.h>

#define ENDED "ended"

struct _FramAdaptationsSection
{
  AdwBin parent_instance;

  /* borrowed */
  FramPartRows *rows;
  GtkWidget *add;
  GtkWidget *map;
  const FramCase *what; /* while it is shown */

  /* owned */
  FramDesk *desk;
  FramAdaptationSheet *sheet; /* NULL until it is read */
  char *adding;               /* what is to be added once it is read */
  FramUuid editing;           /* what is to be changed once it is read */
  FramUuid enrolment;
};

static void fram_adaptations_section_section_init (FramSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FramAdaptationsSection, fram_adaptations_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FRAM_TYPE_SECTION, fram_adaptations_section_section_init))

static void
on_written_cb (FramAdaptationsSection *self, const char *what)
{
  fram_section_toast (GTK_WIDGET (self), what, TRUE);
}

static void
present (FramAdaptationsSection *self, gpointer dialog)
{
  g_signal_connect_object (dialog, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What is agreed is usually tried at once. */
static void
open_form (FramAdaptationsSection *self, const FramAdaptation *adaptation, FramAdaptationStatus status)
{
  present (self, fram_adaptation_dialog_new (self->desk, GTK_WIDGET (self), self->sheet, adaptation, status));
}

static void
open_new (FramAdaptationsSection *self, const char *what)
{
  if (g_strcmp0 (what, "mapping") == 0)
    present (self, fram_mapping_dialog_new (self->desk, GTK_WIDGET (self), self->sheet));
  else
    open_form (self, NULL, FRAM_ADAPTATION_ON_TRIAL);
}

/* Who only reads hands over the card all the same. */
static gboolean
open_card (FramAdaptationsSection *self)
{
  if (self->desk == NULL || self->what == NULL)
    return FALSE;
  gtk_window_present (fram_card_dialog_new (self->desk, GTK_WIDGET (self), self->what));
  return TRUE;
}

static void
on_card_activated_cb (FramAdaptationsSection *self)
{
  open_card (self);
}

/* Below what goes on: the card on paper. */
static void
add_card_row (FramAdaptationsSection *self)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), C_ ("card", "Adaptation card…"));
  adw_action_row_set_subtitle (row,
                               C_ ("card", "One page for the participant to take along: strengths, and what works"));
  adw_action_row_set_subtitle_lines (row, 0);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_card_activated_cb), self, G_CONNECT_SWAPPED);
  fram_part_rows_put (self->rows, fram_part_rows_add_group (self->rows, NULL, NULL), "card", GTK_WIDGET (row));
}

static void
on_add_clicked_cb (FramAdaptationsSection *self)
{
  open_new (self, "adaptation");
}

static void
on_map_clicked_cb (FramAdaptationsSection *self)
{
  open_new (self, "mapping");
}

typedef struct
{
  FramUuid id;
  FramAdaptationStep step;
} Deed;

static void
edit_for (FramAdaptationEdit *edit, const FramAdaptation *adaptation, FramAdaptationStatus status)
{
  fram_adaptation_edit_init_from (edit, adaptation);
  edit->status = status;
  edit->review_by = FRAM_DATE_NONE;
  if (status == FRAM_ADAPTATION_ON_TRIAL)
    edit->tried_from = FRAM_DATE_NONE; /* anew */
  if (fram_adaptation_goes_on (status))
    edit->in_place_from = FRAM_DATE_NONE;
  else
    edit->ended = FRAM_DATE_NONE;
}

static gpointer
do_step (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deed *deed = data;
  g_autoptr (FramAdaptation) now = NULL;
  FramAdaptationField field;
  FramAdaptationEdit edit;
  char *what = NULL;

  if (deed->step == FRAM_ADAPTATION_REMOVE)
    {
      fram_desk_remove_adaptation (desk, &deed->id, &what, error);
      return what;
    }
  now = fram_desk_adaptation (desk, &deed->id, error);
  if (now == NULL)
    return NULL;
  edit_for (&edit, now, fram_adaptation_step_get_status (deed->step));
  fram_desk_save_adaptation (desk, &now->enrolment, &now->id, &edit, &field, &what, error);
  return what;
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramAdaptationsSection) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk != NULL)
    fram_section_toast (GTK_WIDGET (self), what != NULL ? what : error->message, what != NULL);
}

static void
run_step (FramAdaptationsSection *self, FramAdaptationStep step, const FramUuid *id)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->id = *id;
  deed->step = step;
  fram_desk_run_async (self->desk, do_step, deed, g_free, g_free, NULL, on_done_cb, g_object_ref (self));
}

/* Without its line it cannot be in place: the form asks for it. */
static void
take_step (FramAdaptationsSection *self, FramAdaptationStep step, const FramAdaptation *adaptation)
{
  if (step == FRAM_ADAPTATION_CHANGE)
    open_form (self, adaptation, adaptation->status);
  else if (step == FRAM_ADAPTATION_REVIEW)
    present (self, fram_adaptation_review_dialog_new (self->desk, GTK_WIDGET (self), adaptation));
  else if (step == FRAM_ADAPTATION_KEEP)
    present (self, fram_proven_dialog_new (self->desk, GTK_WIDGET (self), self->sheet, adaptation));
  else if (step == FRAM_ADAPTATION_PLACE && adaptation->line == NULL)
    open_form (self, adaptation, FRAM_ADAPTATION_IN_PLACE);
  else
    run_step (self, step, &adaptation->id);
}

static void
on_do_cb (GtkWidget *widget, const char *action, GVariant *target)
{
  FramAdaptationsSection *self = FRAM_ADAPTATIONS_SECTION (widget);
  const FramAdaptation *adaptation = NULL;
  FramAdaptationStep step;
  FramUuid id;

  if (self->sheet == NULL || !self->sheet->may_write)
    return;
  if (fram_adaptation_step_parse (g_variant_get_string (target, NULL), &step, &id))
    adaptation = fram_adaptation_sheet_find (self->sheet, &id);
  if (adaptation != NULL)
    take_step (self, step, adaptation);
}

static void
add_card (FramAdaptationsSection *self, GtkWidget *under, const FramAdaptation *adaptation)
{
  char key[FRAM_UUID_TEXT_SIZE];

  fram_part_rows_put (self->rows, under, fram_uuid_format (&adaptation->id, key),
                      fram_need_card_new (adaptation, self->sheet->may_write));
}

/* What is to be reviewed today comes first. Answers how many there are. */
static guint
add_going_on (FramAdaptationsSection *self, GtkWidget *group)
{
  const GPtrArray *all = self->sheet->adaptations;
  guint n = 0;

  for (int due = TRUE; due >= FALSE; due--)
    for (guint i = 0; i < all->len; i++)
      {
        const FramAdaptation *one = g_ptr_array_index (all, i);

        if (!fram_adaptation_goes_on (one->status) || one->is_due != due)
          continue;
        add_card (self, group, one);
        n++;
      }
  return n;
}

static void
add_ended (FramAdaptationsSection *self)
{
  const GPtrArray *all = self->sheet->adaptations;
  GtkWidget *group = NULL, *ended = NULL;
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += !fram_adaptation_goes_on (((FramAdaptation *)g_ptr_array_index (all, i))->status);
  for (guint i = 0; i < all->len && n > 0; i++)
    {
      const FramAdaptation *one = g_ptr_array_index (all, i);
      g_autofree char *title = NULL;

      if (fram_adaptation_goes_on (one->status))
        continue;
      if (ended == NULL)
        {
          title = g_strdup_printf (C_ ("adaptation", "Ended (%u)"), n);
          group = fram_part_rows_add_group (self->rows, NULL, NULL);
          ended = fram_part_rows_add_expander (self->rows, group, ENDED, title);
          adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (ended), _ ("Also what was tried and did not help"));
        }
      add_card (self, ended, one);
    }
}

static const char *
nothing_words (FramAdaptationsSection *self)
{
  if (self->sheet->may_write)
    return _ ("Nothing is adapted now. Add one thing: what is difficult, what to try, and where. A mapping talk goes "
              "through all areas.");
  return _ ("Nothing is adapted now. The occupational therapist writes adaptations.");
}

static void
do_what_waits (FramAdaptationsSection *self)
{
  g_autofree char *adding = g_steal_pointer (&self->adding);
  FramUuid editing = self->editing;

  self->editing = FRAM_UUID_NONE;
  if (!fram_uuid_is_none (&editing))
    fram_section_edit (FRAM_SECTION (self), FRAM_ENTITY_ADAPTATION, &editing);
  else if (adding != NULL && self->sheet->may_write)
    open_new (self, adding);
}

/* Made anew within one turn of the main loop, so that the view does not move. */
static void
show_sheet (FramAdaptationsSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL, *group;
  gboolean was_here = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->rows));

  gtk_widget_set_visible (self->add, self->sheet->may_write);
  gtk_widget_set_visible (self->map, self->sheet->may_write);
  fram_part_rows_begin (self->rows);
  fram_part_rows_set_hint (self->rows, NULL);
  group = fram_part_rows_add_group (self->rows, NULL, NULL);
  if (add_going_on (self, group) == 0)
    fram_part_rows_add_nothing (self->rows, group, nothing_words (self));
  add_card_row (self);
  add_ended (self);
  fram_part_rows_end (self->rows);
  if (was_here && gtk_root_get_focus (root) == NULL) /* it has gone, or is folded now */
    fram_section_focus (FRAM_SECTION (self));
  do_what_waits (self);
}

static gpointer
read_sheet (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_adaptation_sheet_read (desk, data, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramAdaptationsSection) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramAdaptationSheet) sheet = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk == NULL || fram_part_rows_is_stale (self->rows, result))
    return;
  g_clear_pointer (&self->sheet, fram_adaptation_sheet_unref);
  self->sheet = g_steal_pointer (&sheet);
  if (self->sheet != NULL)
    show_sheet (self);
  else
    fram_part_rows_set_trouble (self->rows, error->message);
}

static void
section_show (FramSection *section, FramDesk *desk, const FramCase *what)
{
  FramAdaptationsSection *self = FRAM_ADAPTATIONS_SECTION (section);

  self->what = what;
  if (what == NULL || !what->sees_need || fram_uuid_is_none (&what->enrolment))
    {
      fram_part_rows_ask (self->rows);
      g_clear_object (&self->desk);
      return;
    }
  if (!fram_uuid_equal (&self->enrolment, &what->enrolment))
    g_clear_pointer (&self->sheet, fram_adaptation_sheet_unref);
  g_set_object (&self->desk, desk);
  self->enrolment = what->enrolment;
  fram_desk_run_async (desk, read_sheet, g_memdup2 (&what->enrolment, sizeof what->enrolment), g_free,
                       (GDestroyNotify)fram_adaptation_sheet_unref, fram_part_rows_ask (self->rows), on_read_cb,
                       g_object_ref (self));
}

static void
unfold (FramAdaptationsSection *self, const FramAdaptation *adaptation)
{
  char key[FRAM_UUID_TEXT_SIZE];

  if (!fram_adaptation_goes_on (adaptation->status))
    fram_part_rows_unfold (self->rows, ENDED);
  fram_part_rows_focus (self->rows, fram_uuid_format (&adaptation->id, key));
}

/* What is to be reviewed opens its review, anything else the form; who only reads is led to it. */
static gboolean
section_edit (FramSection *section, FramEntity entity, const FramUuid *id)
{
  FramAdaptationsSection *self = FRAM_ADAPTATIONS_SECTION (section);
  const FramAdaptation *adaptation;

  if (entity != FRAM_ENTITY_ADAPTATION || self->desk == NULL)
    return FALSE;
  if (self->sheet == NULL)
    {
      self->editing = *id;
      return TRUE;
    }
  adaptation = fram_adaptation_sheet_find (self->sheet, id);
  if (adaptation == NULL)
    return FALSE;
  unfold (self, adaptation);
  if (self->sheet->may_write)
    take_step (self, adaptation->is_due ? FRAM_ADAPTATION_REVIEW : FRAM_ADAPTATION_CHANGE, adaptation);
  return TRUE;
}

static gboolean
section_add (FramSection *section, const char *what)
{
  FramAdaptationsSection *self = FRAM_ADAPTATIONS_SECTION (section);

  if (g_strcmp0 (what, "card") == 0)
    return open_card (self);
  if ((g_strcmp0 (what, "adaptation") != 0 && g_strcmp0 (what, "mapping") != 0) || self->desk == NULL)
    return FALSE;
  if (self->sheet == NULL)
    {
      g_free (self->adding);
      self->adding = g_strdup (what);
      return TRUE;
    }
  if (self->sheet->may_write)
    open_new (self, what);
  return self->sheet->may_write;
}

static void
section_focus (FramSection *section)
{
  FramAdaptationsSection *self = FRAM_ADAPTATIONS_SECTION (section);

  if (!gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->add);
}

static void
add_table_row (GString *table, const FramAdaptation *adaptation)
{
  g_autofree char *where = fram_adaptation_where (adaptation);

  fram_table_add_cell (table, adaptation->area_name);
  fram_table_add_cell (table, adaptation->barrier);
  fram_table_add_cell (table, adaptation->measure);
  fram_table_add_cell (table, where);
  fram_table_add_cell (table, adaptation->line);
  fram_table_add_cell (table, adaptation->words);
  fram_table_end_row (table);
}

static char *
section_dup_selection (FramSection *section)
{
  FramAdaptationsSection *self = FRAM_ADAPTATIONS_SECTION (section);
  const char *headings[] = { _ ("Area"),    _ ("Difficult with"),     _ ("Measure"),
                             _ ("Applies"), _ ("The workshop reads"), C_ ("adaptation", "How it stands") };
  GString *table;

  if (self->sheet == NULL || self->sheet->adaptations->len == 0)
    return NULL;
  table = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    fram_table_add_cell (table, headings[i]);
  fram_table_end_row (table);
  for (guint i = 0; i < self->sheet->adaptations->len; i++)
    add_table_row (table, g_ptr_array_index (self->sheet->adaptations, i));
  return g_string_free (table, FALSE);
}

static void
fram_adaptations_section_section_init (FramSectionInterface *iface)
{
  iface->show = section_show;
  iface->focus = section_focus;
  iface->edit = section_edit;
  iface->add = section_add;
  iface->dup_selection = section_dup_selection;
}

static void
fram_adaptations_section_dispose (GObject *object)
{
  FramAdaptationsSection *self = FRAM_ADAPTATIONS_SECTION (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->sheet, fram_adaptation_sheet_unref);
  g_clear_pointer (&self->adding, g_free);
  G_OBJECT_CLASS (fram_adaptations_section_parent_class)->dispose (object);
}

static void
fram_adaptations_section_class_init (FramAdaptationsSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_adaptations_section_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "adaptations.do", "s", on_do_cb);
}

static GtkWidget *
new_action (FramAdaptationsSection *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  g_auto (GStrv) pieces = g_strsplit (label, "_", -1);
  g_autofree char *name = g_strjoinv ("", pieces);

  fram_widget_set_accessible_name (button, name);
  gtk_widget_set_visible (button, FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

/* The section's name stands on its tab. */
static GtkWidget *
new_actions (FramAdaptationsSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->map = new_action (self, box, _ ("_Mapping talk…"), G_CALLBACK (on_map_clicked_cb));
  self->add = new_action (self, box, _ ("A_dd…"), G_CALLBACK (on_add_clicked_cb));
  gtk_widget_set_tooltip_text (self->map, _ ("A talk through all areas, one after the other"));
  gtk_widget_add_css_class (self->add, "suggested-action");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  return box;
}

static void
fram_adaptations_section_init (FramAdaptationsSection *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->rows = fram_part_rows_new ("");
  gtk_box_append (GTK_BOX (column), new_actions (self));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->rows));
  gtk_widget_add_css_class (column, "fram-column");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 800);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 700);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * fram_adaptations_section_new:
 *
 * Returns: (transfer floating): the section
 */
GtkWidget *
fram_adaptations_section_new (void)
{
  return g_object_new (FRAM_TYPE_ADAPTATIONS_SECTION, NULL);
}

/* Whether what it shows has been read. */
gboolean
fram_adaptations_section_is_read (FramAdaptationsSection *self)
{
  g_return_val_if_fail (FRAM_IS_ADAPTATIONS_SECTION (self), FALSE);
  return self->sheet != NULL;
}
