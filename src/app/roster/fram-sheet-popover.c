#include "fram-sheet-popover.h"

#include "fram-mark-label.h"
#include "fram-mark-strip.h"
#include "fram-sheet-words.h"

#include <glib/gi18n-lib.h>

struct _FramSheetPopover
{
  GtkPopover parent_instance;

  /* borrowed */
  GtkLabel *title;
  GtkLabel *half_label[2];
  FramMarkStrip *strips[2];
  FramMarkLabel *label;
  GtkWidget *clear;

  gboolean is_split;
};

enum
{
  PICKED,
  MINUTES,
  CLEAR,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramSheetPopover, fram_sheet_popover, GTK_TYPE_POPOVER)

static void
on_picked_cb (FramSheetPopover *self, guint index, FramMarkStrip *strip)
{
  int part = !self->is_split ? 0 : strip == self->strips[0] ? 1 : 2;

  g_signal_emit (self, signals[PICKED], 0, index, part);
}

static void
on_minutes_cb (FramSheetPopover *self, int minutes)
{
  g_signal_emit (self, signals[MINUTES], 0, minutes);
}

static void
on_clear_cb (FramSheetPopover *self)
{
  g_signal_emit (self, signals[CLEAR], 0);
}

static void
fram_sheet_popover_class_init (FramSheetPopoverClass *klass)
{
  signals[PICKED] = g_signal_new ("picked", FRAM_TYPE_SHEET_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);
  signals[MINUTES] = g_signal_new ("minutes", FRAM_TYPE_SHEET_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT);
  signals[CLEAR] =
      g_signal_new ("clear", FRAM_TYPE_SHEET_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
add_label (GtkWidget *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
add_bottom (FramSheetPopover *self, GtkWidget *box)
{
  GtkWidget *bottom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->label = FRAM_MARK_LABEL (fram_mark_label_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  g_signal_connect_object (self->label, "minutes-changed", G_CALLBACK (on_minutes_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bottom), GTK_WIDGET (self->label));
  self->clear = gtk_button_new_with_label (C_ ("mark", "Clear"));
  gtk_widget_add_css_class (self->clear, "fram-target");
  gtk_widget_set_tooltip_text (self->clear, _ ("Takes the mark away (Delete)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Take the Mark Away"),
                                  -1);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (on_clear_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bottom), self->clear);
  gtk_box_append (GTK_BOX (box), bottom);
}

static void
fram_sheet_popover_init (FramSheetPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "fram-details");
  self->title = add_label (box, "");
  for (guint i = 0; i < G_N_ELEMENTS (self->strips); i++)
    {
      self->half_label[i] = add_label (box, i == 0 ? _ ("Before noon") : _ ("After noon"));
      gtk_widget_add_css_class (GTK_WIDGET (self->half_label[i]), "fram-dim");
      self->strips[i] = FRAM_MARK_STRIP (fram_mark_strip_new ());
      g_signal_connect_object (self->strips[i], "picked", G_CALLBACK (on_picked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->strips[i]));
    }
  add_bottom (self, box);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
fram_sheet_popover_new (const GArray *statuses)
{
  FramSheetPopover *self = g_object_new (FRAM_TYPE_SHEET_POPOVER, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->strips); i++)
    {
      fram_mark_strip_set_statuses (self->strips[i], statuses);
      fram_mark_strip_set_stretched (self->strips[i], TRUE);
    }
  return GTK_WIDGET (self);
}

static void
set_split (FramSheetPopover *self, gboolean split)
{
  self->is_split = split;
  gtk_widget_set_visible (GTK_WIDGET (self->half_label[0]), split);
  gtk_widget_set_visible (GTK_WIDGET (self->half_label[1]), split);
  gtk_widget_set_visible (GTK_WIDGET (self->strips[1]), split);
}

/**
 * fram_sheet_popover_set_cell:
 * @self: a popover
 * @row: a person
 * @cell: the day of the person
 * @day: which day
 * @may_mark: whether it can be marked
 */
void
fram_sheet_popover_set_cell (FramSheetPopover *self, const FramSheetRow *row, const FramSheetCell *cell,
                             const FramSheetDay *day, gboolean may_mark)
{
  g_autofree char *words = fram_sheet_cell_to_tooltip (row, cell, day);
  const FramSheetMark *mark = &cell->marks[0];
  gboolean marked = mark->status != NULL || cell->marks[1].status != NULL;

  set_split (self, cell->is_split);
  gtk_label_set_text (self->title, words);
  for (guint i = 0; i < G_N_ELEMENTS (self->strips); i++)
    {
      fram_mark_strip_set_chosen (self->strips[i], cell->marks[i].status);
      gtk_widget_set_sensitive (GTK_WIDGET (self->strips[i]), may_mark);
    }
  fram_mark_label_set_name (self->label, row->name);
  fram_mark_label_set (self->label, mark->status, mark->minutes_late, may_mark && !cell->is_split);
  gtk_widget_set_visible (GTK_WIDGET (self->label), !cell->is_split);
  gtk_widget_set_sensitive (self->clear, may_mark && marked);
}

/**
 * fram_sheet_popover_set_block:
 * @self: a popover
 * @n_cells: how many cells are selected
 */
void
fram_sheet_popover_set_block (FramSheetPopover *self, guint n_cells)
{
  g_autofree char *words = g_strdup_printf (
      ngettext ("%u cell is selected; it is marked:", "%u cells are selected; they are all marked:", n_cells), n_cells);

  set_split (self, FALSE);
  gtk_label_set_text (self->title, words);
  fram_mark_strip_set_chosen (self->strips[0], NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->strips[0]), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->label), FALSE);
  gtk_widget_set_sensitive (self->clear, TRUE);
}
