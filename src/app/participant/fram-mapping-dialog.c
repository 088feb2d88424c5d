#include "fram-mapping-dialog.h"

#include "fram-need-group.h"
#include "fram-choices.h"

#include <glib/gi18n.h>

struct _FramMappingDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwComboRow *status;
  AdwPreferencesGroup *areas;

  /* borrowed */
  GPtrArray *groups; /* FramNeedGroup, in order */

  /* owned */
  FramAdaptationSheet *sheet;
  struct Work *work; /* the newest one */
};

G_DEFINE_FINAL_TYPE (FramMappingDialog, fram_mapping_dialog, FRAM_TYPE_FORM_DIALOG)

/* Counted, since the desk's thread says in it where something is wrong. */
typedef struct Work
{
  FramUuid enrolment;
  GArray *edits;    /* FramAdaptationEdit */
  GPtrArray *texts; /* of the edits */
  GPtrArray *from;  /* FramNeedGroup of each edit, borrowed */
  guint which;
  FramAdaptationField field;
} Work;

static void
work_clear (gpointer data)
{
  Work *work = data;

  g_array_unref (work->edits);
  g_ptr_array_unref (work->texts);
  g_ptr_array_unref (work->from);
}

static void
work_unref (gpointer work)
{
  g_atomic_rc_box_release_full (work, work_clear);
}

static Work *
work_new (const FramUuid *enrolment)
{
  Work *work = g_atomic_rc_box_new0 (Work);

  work->enrolment = *enrolment;
  work->edits = g_array_new (FALSE, FALSE, sizeof (FramAdaptationEdit));
  work->texts = g_ptr_array_new_with_free_func (g_free);
  work->from = g_ptr_array_new ();
  return work;
}

static gpointer
work_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;
  char *what = NULL;

  fram_desk_add_adaptations (desk, &work->enrolment, (const FramAdaptationEdit *)(gpointer)work->edits->data,
                             work->edits->len, &work->which, &work->field, &what, error);
  return what;
}

static void
read_group (FramMappingDialog *self, FramNeedGroup *group, FramAdaptationStatus status)
{
  FramAdaptationEdit edit;
  char *area;

  if (fram_need_group_is_empty (group))
    return;
  area = g_strdup (g_object_get_data (G_OBJECT (group), "area"));
  g_ptr_array_add (self->work->texts, area);
  fram_adaptation_edit_init (&edit);
  edit.area = area;
  edit.status = status;
  fram_need_group_read (group, &edit, self->work->texts);
  g_array_append_val (self->work->edits, edit);
  g_ptr_array_add (self->work->from, group);
}

static void
ask_for_one (FramMappingDialog *self)
{
  const char *sentence = _ ("Write at least in one area what is difficult, or what is tried.");

  if (self->groups->len > 0)
    fram_need_group_show_error (g_ptr_array_index (self->groups, 0), FRAM_ADAPTATION_FIELD_TEXT, sentence);
  else
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), sentence);
}

static gboolean
fram_mapping_dialog_write (FramFormDialog *dialog)
{
  FramMappingDialog *self = FRAM_MAPPING_DIALOG (dialog);
  FramAdaptationStatus status = FRAM_ADAPTATION_PROPOSED;

  g_clear_pointer (&self->work, work_unref);
  self->work = work_new (&self->sheet->enrolment);
  fram_adaptation_status_from_code (fram_choices_get (self->status), &status);
  for (guint i = 0; i < self->groups->len; i++)
    read_group (self, g_ptr_array_index (self->groups, i), status);
  fram_form_dialog_set_trouble (dialog, NULL);
  if (self->work->edits->len == 0)
    {
      ask_for_one (self);
      return FALSE;
    }
  fram_form_dialog_run (dialog, work_on_desk, g_atomic_rc_box_acquire (self->work), work_unref, g_free);
  return TRUE;
}

static char *
fram_mapping_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  return g_strdup (answer);
}

static gboolean
fram_mapping_dialog_refused (FramFormDialog *dialog, const GError *error)
{
  const Work *work = FRAM_MAPPING_DIALOG (dialog)->work;

  return work->which < work->from->len &&
         fram_need_group_show_error (g_ptr_array_index (work->from, work->which), work->field, error->message);
}

/* In the first area, not on the button above it. */
static void
fram_mapping_dialog_map (GtkWidget *widget)
{
  FramMappingDialog *self = FRAM_MAPPING_DIALOG (widget);

  GTK_WIDGET_CLASS (fram_mapping_dialog_parent_class)->map (widget);
  if (self->groups->len > 0)
    fram_need_group_begin (g_ptr_array_index (self->groups, 0));
}

static void
fram_mapping_dialog_dispose (GObject *object)
{
  FramMappingDialog *self = FRAM_MAPPING_DIALOG (object);

  g_clear_pointer (&self->sheet, fram_adaptation_sheet_unref);
  g_clear_pointer (&self->work, work_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_mapping_dialog_parent_class)->dispose (object);
}

static void
fram_mapping_dialog_class_init (FramMappingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_mapping_dialog_dispose;
  widget_class->map = fram_mapping_dialog_map;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_mapping_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_mapping_dialog_done;
  FRAM_FORM_DIALOG_CLASS (klass)->refused = fram_mapping_dialog_refused;

  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-mapping-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramMappingDialog, status);
  gtk_widget_class_bind_template_child (widget_class, FramMappingDialog, areas);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_choice_made);
}

static void
fram_mapping_dialog_init (FramMappingDialog *self)
{
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
offer (FramMappingDialog *self, GtkWidget *group)
{
  FramDesk *desk = fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self));

  if (desk != NULL)
    fram_need_group_offer (FRAM_NEED_GROUP (group), desk, g_object_get_data (G_OBJECT (group), "area"));
}

static GtkWidget *
add_group (FramMappingDialog *self, GtkWidget *box, const char *area)
{
  GtkWidget *group = fram_need_group_new (TRUE);
  guint at = 0;

  fram_need_group_set_places (FRAM_NEED_GROUP (group), self->sheet, NULL);
  g_object_set_data_full (G_OBJECT (group), "area", g_strdup (area), g_free);
  g_signal_connect_object (group, "changed", G_CALLBACK (fram_form_dialog_text_changed), self, G_CONNECT_SWAPPED);
  /* after those of the same area that are there */
  while (at < self->groups->len && gtk_widget_get_last_child (box) != g_ptr_array_index (self->groups, at))
    at++;
  g_ptr_array_insert (self->groups, at < self->groups->len ? (int)at + 1 : -1, group);
  gtk_box_append (GTK_BOX (box), group);
  offer (self, group);
  return group;
}

static void
on_one_more_cb (GtkWidget *button, FramMappingDialog *self)
{
  GtkWidget *box = g_object_get_data (G_OBJECT (button), "box");
  GtkWidget *group = add_group (self, box, g_object_get_data (G_OBJECT (gtk_widget_get_first_child (box)), "area"));

  fram_need_group_begin (FRAM_NEED_GROUP (group));
}

static void
add_button (FramMappingDialog *self, GtkWidget *group, GtkWidget *box, const char *area)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  /* Translators: name of an area */
  g_autofree char *name = g_strdup_printf (_ ("One more in %s"), area);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  fram_widget_set_accessible_name (button, name);
  g_object_set_data (G_OBJECT (button), "box", box);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_one_more_cb), self, 0);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
}

static void
add_area (FramMappingDialog *self, const FramChoice *area)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = add_group (self, box, area->code);

  gtk_widget_set_margin_top (box, self->groups->len > 1 ? 24 : 0);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), area->name);
  add_button (self, group, box, area->name);
  adw_preferences_group_add (self->areas, box);
}

static void
fill (FramMappingDialog *self)
{
  fram_choices_add (self->status, fram_adaptation_status_get_code (FRAM_ADAPTATION_PROPOSED),
                    fram_adaptation_status_get_name (FRAM_ADAPTATION_PROPOSED));
  fram_choices_add (self->status, fram_adaptation_status_get_code (FRAM_ADAPTATION_ON_TRIAL),
                    C_ ("adaptation", "On trial from today"));
  for (guint i = 0; i < self->sheet->areas->len; i++)
    add_area (self, g_ptr_array_index (self->sheet->areas, i));
}

/**
 * fram_mapping_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @sheet: what there is
 *
 * Returns: (transfer floating): the dialog
 */
FramMappingDialog *
fram_mapping_dialog_new (FramDesk *desk, GtkWidget *parent, FramAdaptationSheet *sheet)
{
  FramMappingDialog *self = g_object_new (FRAM_TYPE_MAPPING_DIALOG, NULL);

  self->sheet = fram_adaptation_sheet_ref (sheet);
  fill (self);
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, _ ("Mapping talk"), _ ("_Add"));
  for (guint i = 0; i < self->groups->len; i++)
    offer (self, g_ptr_array_index (self->groups, i));
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
  return self;
}
