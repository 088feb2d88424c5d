#include "fram-holidays-dialog.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

struct _FramHolidaysDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwPreferencesGroup *added;
  AdwPreferencesGroup *left;
  GtkLabel *passed_over;

  /* owned */
  FramHolidayFile *file;
};

G_DEFINE_FINAL_TYPE (FramHolidaysDialog, fram_holidays_dialog, FRAM_TYPE_FORM_DIALOG)

static gpointer
write_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  char *what = NULL;

  return fram_desk_add_holidays (desk, data, &what, error) ? what : NULL;
}

static gboolean
fram_holidays_dialog_write (FramFormDialog *dialog)
{
  FramHolidaysDialog *self = FRAM_HOLIDAYS_DIALOG (dialog);

  if (self->file->n_new == 0)
    {
      fram_form_dialog_set_trouble (dialog,
                                    _ ("Nothing in the file is new. Close the window, or choose another file."));
      return FALSE;
    }
  fram_form_dialog_run (dialog, write_on_desk, fram_holiday_file_ref (self->file),
                        (GDestroyNotify)fram_holiday_file_unref, g_free);
  return TRUE;
}

static char *
fram_holidays_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  return g_strdup (answer);
}

static void
add_line (FramHolidaysDialog *self, const FramHolidayLine *line)
{
  gboolean is_new = line->state == FRAM_HOLIDAY_IS_NEW;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *from = fram_date_to_words (line->from), *to = fram_date_to_words (line->to);
  g_autofree char *days = line->from != line->to ? g_strdup_printf ("%s – %s", from, to) : g_strdup (from);
  g_autofree char *text =
      is_new ? g_strdup (days) : g_strdup_printf ("%s · %s", days, fram_holiday_state_get_name (line->state));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line->name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (is_new ? self->added : self->left, row);
}

static void
show_file (FramHolidaysDialog *self)
{
  guint n = self->file->lines->len;

  for (guint i = 0; i < n; i++)
    add_line (self, g_ptr_array_index (self->file->lines, i));
  gtk_widget_set_visible (GTK_WIDGET (self->added), self->file->n_new > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->left), n > self->file->n_new);
  gtk_widget_set_visible (GTK_WIDGET (self->passed_over), self->file->passed_over != NULL || n == 0);
  gtk_label_set_text (self->passed_over, self->file->passed_over != NULL ? self->file->passed_over
                                                                         : _ ("There are no whole days in the file."));
  if (self->file->n_new == 0)
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), _ ("Nothing in the file is new."));
}

static void
fram_holidays_dialog_finalize (GObject *object)
{
  g_clear_pointer (&FRAM_HOLIDAYS_DIALOG (object)->file, fram_holiday_file_unref);
  G_OBJECT_CLASS (fram_holidays_dialog_parent_class)->finalize (object);
}

static void
fram_holidays_dialog_class_init (FramHolidaysDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fram_holidays_dialog_finalize;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_holidays_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_holidays_dialog_done;
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-holidays-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramHolidaysDialog, added);
  gtk_widget_class_bind_template_child (widget_class, FramHolidaysDialog, left);
  gtk_widget_class_bind_template_child (widget_class, FramHolidaysDialog, passed_over);
}

static void
fram_holidays_dialog_init (FramHolidaysDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fram_holidays_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @file: (transfer full): what was read
 *
 * Returns: (transfer floating): the dialog
 */
FramHolidaysDialog *
fram_holidays_dialog_new (FramDesk *desk, GtkWidget *parent, FramHolidayFile *file)
{
  FramHolidaysDialog *self = g_object_new (FRAM_TYPE_HOLIDAYS_DIALOG, NULL);

  self->file = file;
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, _ ("Import holidays"), _ ("_Add"));
  show_file (self);
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
  return self;
}
