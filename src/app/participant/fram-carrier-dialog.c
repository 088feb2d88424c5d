#include "fram-carrier-dialog.h"

#include "fram-choices.h"
#include "fram-field-error.h"

#include <glib/gi18n.h>

struct _FramCarrierDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwPreferencesGroup *group;
  AdwComboRow *staff;
  AdwEntryRow *from;
  AdwEntryRow *overlap;
  FramFieldError *from_error;
  FramFieldError *overlap_error;
  AdwPreferencesGroup *sheet_group;
  GtkSwitch *sheet;

  /* owned */
  GArray *loads; /* FramCaseLoad, without names, in the order of the choices */

  FramUuid enrolment;
  gboolean is_change; /* somebody is in charge already */
};

G_DEFINE_FINAL_TYPE (FramCarrierDialog, fram_carrier_dialog, FRAM_TYPE_FORM_DIALOG)

typedef struct
{
  FramUuid enrolment;
  FramCarrierChange change;
} Work;

static gpointer
work_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;
  char *what = NULL;

  fram_desk_change_case_worker (desk, &work->enrolment, &work->change, &what, error);
  return what;
}

static gboolean
fram_carrier_dialog_write (FramFormDialog *dialog)
{
  FramCarrierDialog *self = FRAM_CARRIER_DIALOG (dialog);
  const char *code = fram_choices_get (self->staff);
  Work work = { self->enrolment, { FRAM_UUID_NONE, FRAM_DATE_NONE, FRAM_DATE_NONE } };
  gboolean from_is_right = fram_field_error_read_date (self->from_error, TRUE, &work.change.from);
  gboolean overlap_is_right = fram_field_error_read_date (self->overlap_error, FALSE, &work.change.overlap_to);

  if (!from_is_right || !overlap_is_right)
    {
      fram_field_error_focus (from_is_right ? self->overlap_error : self->from_error);
      return FALSE;
    }
  if (code == NULL || !fram_uuid_parse (code, &work.change.staff))
    {
      fram_form_dialog_set_trouble (dialog, _ ("Choose who is to be in charge."));
      return FALSE;
    }
  fram_form_dialog_run (dialog, work_on_desk, g_memdup2 (&work, sizeof work), g_free, g_free);
  return TRUE;
}

static char *
fram_carrier_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  return g_strdup (answer);
}

/* "14 participants of 15" */
static void
on_staff_chosen_cb (FramCarrierDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->staff);
  const FramCaseLoad *load;
  g_autofree char *text = NULL;

  if (self->loads == NULL || selected >= self->loads->len)
    return;
  load = &g_array_index (self->loads, FramCaseLoad, selected);
  text = load->most > 0
             /* TRANSLATORS: how many participants a case worker has, of how many that are meant */
             ? g_strdup_printf (_ ("In charge of %u participants, %u are meant"), load->load, load->most)
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "In charge of %u participant",
                                             "In charge of %u participants", load->load),
                                load->load);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->staff), text);
}

static void
fram_carrier_dialog_dispose (GObject *object)
{
  g_clear_pointer (&FRAM_CARRIER_DIALOG (object)->loads, g_array_unref);
  G_OBJECT_CLASS (fram_carrier_dialog_parent_class)->dispose (object);
}

static void
fram_carrier_dialog_class_init (FramCarrierDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_carrier_dialog_dispose;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_carrier_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_carrier_dialog_done;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-carrier-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramCarrierDialog, group);
  gtk_widget_class_bind_template_child (widget_class, FramCarrierDialog, staff);
  gtk_widget_class_bind_template_child (widget_class, FramCarrierDialog, from);
  gtk_widget_class_bind_template_child (widget_class, FramCarrierDialog, overlap);
  gtk_widget_class_bind_template_child (widget_class, FramCarrierDialog, from_error);
  gtk_widget_class_bind_template_child (widget_class, FramCarrierDialog, overlap_error);
  gtk_widget_class_bind_template_child (widget_class, FramCarrierDialog, sheet_group);
  gtk_widget_class_bind_template_child (widget_class, FramCarrierDialog, sheet);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_staff_chosen_cb);
}

static void
fram_carrier_dialog_init (FramCarrierDialog *self)
{
  self->loads = g_array_new (FALSE, FALSE, sizeof (FramCaseLoad));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_in_charge (const FramCarriers *carriers, const FramUuid *staff, FramDate today)
{
  for (guint i = 0; i < carriers->case_workers->len; i++)
    {
      const FramCarrier *carrier = g_ptr_array_index (carriers->case_workers, i);

      if (fram_uuid_equal (&carrier->staff, staff) && (carrier->to == FRAM_DATE_NONE || carrier->to >= today))
        return TRUE;
    }
  return FALSE;
}

static void
add_choices (FramCarrierDialog *self, const FramCarriers *carriers, FramDate today)
{
  for (guint i = 0; i < carriers->loads->len; i++)
    {
      const FramCaseLoad *load = g_ptr_array_index (carriers->loads, i);
      char code[FRAM_UUID_TEXT_SIZE];
      g_autofree char *name = NULL;

      if (is_in_charge (carriers, &load->staff, today))
        continue;
      fram_uuid_format (&load->staff, code);
      /* TRANSLATORS: a case worker, and how many participants the person has */
      name = g_strdup_printf (C_ ("case load", "%s (%u)"), load->name, load->load);
      g_array_append_val (self->loads, *load);
      fram_choices_add (self->staff, code, name);
    }
  on_staff_chosen_cb (self);
}

static void
show_carriers (FramCarrierDialog *self, const FramCarriers *carriers)
{
  FramDate today = fram_clock_today (fram_desk_get_clock (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self))));
  char text[FRAM_DATE_TEXT_SIZE];

  self->is_change = carriers->case_workers->len > 0;
  add_choices (self, carriers, today);
  gtk_editable_set_text (GTK_EDITABLE (self->from), fram_date_format (MAX (today, carriers->enrolled), text));
  gtk_widget_set_visible (GTK_WIDGET (self->overlap), self->is_change);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_group), self->is_change && carriers->writes_document);
}

/**
 * fram_carrier_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @enrolment: whose case worker
 * @carriers: who is in charge now, and who could be
 *
 * Returns: (transfer floating): the dialog
 */
FramCarrierDialog *
fram_carrier_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *enrolment, const FramCarriers *carriers)
{
  FramCarrierDialog *self = g_object_new (FRAM_TYPE_CARRIER_DIALOG, NULL);
  gboolean first = carriers->case_workers->len == 0;

  self->enrolment = *enrolment;
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent,
                           first ? _ ("Choose case worker") : _ ("Change case worker"),
                           first ? _ ("_Choose") : _ ("_Change"));
  adw_preferences_group_set_title (self->group, carriers->name);
  show_carriers (self, carriers);
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
  return self;
}

/* Whether the handover sheet is to be written next. */
gboolean
fram_carrier_dialog_wants_sheet (FramCarrierDialog *self)
{
  g_return_val_if_fail (FRAM_IS_CARRIER_DIALOG (self), FALSE);
  return gtk_widget_get_visible (GTK_WIDGET (self->sheet_group)) && gtk_switch_get_active (self->sheet);
}
