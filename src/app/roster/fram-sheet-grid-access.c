#include "fram-sheet-grid-private.h"

#include "fram-sheet-words.h"

#include <glib/gi18n-lib.h>

/* For those who listen: a row of words per person in view, and two places that take the keyboard in turns, so that every
 * move of the cursor is told as the arrival at another cell. They draw nothing. */

#define FRAM_TYPE_SHEET_VOICE (fram_sheet_voice_get_type ())
G_DECLARE_FINAL_TYPE (FramSheetVoice, fram_sheet_voice, FRAM, SHEET_VOICE, GtkWidget)

struct _FramSheetVoice
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (FramSheetVoice, fram_sheet_voice, GTK_TYPE_WIDGET)

static void
fram_sheet_voice_class_init (FramSheetVoiceClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "sheetvoice");
}

static void
fram_sheet_voice_init (FramSheetVoice *self)
{
}

static GtkWidget *
voice_new (FramSheetGrid *self, GtkAccessibleRole role)
{
  GtkWidget *voice = g_object_new (FRAM_TYPE_SHEET_VOICE, "accessible-role", role, "can-target", FALSE, NULL);

  gtk_widget_set_parent (voice, GTK_WIDGET (self));
  return voice;
}

static void
say (GtkWidget *voice, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (voice), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
fram_sheet_grid_make_voices (FramSheetGrid *self)
{
  self->rows = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (self->voices); i++)
    {
      self->voices[i] = voice_new (self, GTK_ACCESSIBLE_ROLE_GRID_CELL);
      gtk_widget_set_focusable (self->voices[i], TRUE);
      say (self->voices[i], C_ ("sheet", "No cell"));
    }
}

void
fram_sheet_grid_remove_voices (FramSheetGrid *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->voices); i++)
    g_clear_pointer (&self->voices[i], gtk_widget_unparent);
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    gtk_widget_unparent (self->rows->pdata[i]);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

/**
 * fram_sheet_grid_to_words:
 * @self: a grid
 *
 * Returns: (transfer full): what the cell with the cursor says
 */
char *
fram_sheet_grid_to_words (FramSheetGrid *self)
{
  const FramSheetRow *row = fram_sheet_grid_get_row (self, self->cursor.row);
  const FramSheetDay *day = fram_sheet_grid_get_day (self, self->cursor.day);

  if (row == NULL || day == NULL)
    return g_strdup (C_ ("sheet", "No cell"));
  return fram_sheet_cell_to_words (row, row->cells != NULL ? &row->cells[self->cursor.day] : NULL, day);
}

/* The cell at the cursor is told; after a move by the other voice. */
void
fram_sheet_grid_speak (FramSheetGrid *self, gboolean take_keyboard)
{
  g_autofree char *words = fram_sheet_grid_to_words (self);

  if (take_keyboard)
    self->voice = !self->voice;
  say (self->voices[self->voice], words);
  if (take_keyboard)
    gtk_widget_grab_focus (self->voices[self->voice]);
}

static void
place (FramSheetGrid *self, GtkWidget *voice, double y, double height)
{
  int minimum;

  gtk_widget_measure (voice, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (voice, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (
      voice, &(GtkAllocation){ 0, (int)y, gtk_widget_get_width (GTK_WIDGET (self)), (int)MAX (1, height) }, -1);
}

static void
fit_rows (FramSheetGrid *self, guint n)
{
  while (self->rows->len < n)
    g_ptr_array_add (self->rows, voice_new (self, GTK_ACCESSIBLE_ROLE_ROW));
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_child_visible (self->rows->pdata[i], i < n);
}

/* After rows have changed or moved: which row each voice speaks for, and where it is. */
void
fram_sheet_grid_place_voices (FramSheetGrid *self)
{
  double top = self->layout.head - fram_sheet_grid_get_offset (self, GTK_ORIENTATION_VERTICAL);
  int first, last;

  fram_sheet_grid_get_rows_in_view (self, &first, &last);
  fit_rows (self, (guint)MAX (0, last - first + 1));
  for (int i = first; i <= last; i++)
    place (self, self->rows->pdata[i - first], top + i * self->layout.row, self->layout.row);
  for (guint i = 0; i < G_N_ELEMENTS (self->voices); i++)
    place (self, self->voices[i], top + MAX (0, self->cursor.row) * self->layout.row, self->layout.row);
}

void
fram_sheet_grid_renew_voices (FramSheetGrid *self)
{
  int first, last;

  fram_sheet_grid_get_rows_in_view (self, &first, &last);
  for (int i = first; i <= last && (guint)(i - first) < self->rows->len; i++)
    {
      g_autofree char *words = fram_sheet_row_to_words (self->sheet, fram_sheet_grid_get_row (self, i));

      say (self->rows->pdata[i - first], words);
    }
}
