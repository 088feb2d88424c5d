#include "fram-group-dialog-private.h"

#include "fram-choices.h"
#include "fram-session-dialog-private.h"
#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (FramGroupDialog, fram_group_dialog, FRAM_TYPE_FORM_DIALOG)

/* What is written: the group belongs to the dialog, which leaves it alone meanwhile. */
typedef struct
{
  FramGroup *group;
  char *new_place;
} Work;

static void
work_free (Work *work)
{
  g_free (work->new_place);
  g_free (work);
}

static gpointer
save_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;
  g_autofree char *what = NULL;
  FramUuid id;

  if (work->new_place != NULL && !fram_desk_find_or_add_place (desk, work->new_place, &work->group->place, error))
    return NULL;
  return fram_desk_save_group (desk, work->group, &id, &what, error) ? g_steal_pointer (&what) : NULL;
}

static gboolean
fram_group_dialog_write (FramFormDialog *dialog)
{
  FramGroupDialog *self = FRAM_GROUP_DIALOG (dialog);
  Work *work;
  char *new_place = NULL;

  fram_form_dialog_set_trouble (dialog, NULL);
  if (!self->is_read || !fram_group_dialog_take_fields (self, self->group, &new_place))
    {
      g_free (new_place);
      return FALSE;
    }
  work = g_new0 (Work, 1);
  work->group = self->group;
  work->new_place = new_place;
  fram_form_dialog_run (dialog, save_on_desk, work, (GDestroyNotify)work_free, g_free);
  return TRUE;
}

static char *
fram_group_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  return g_strdup (answer);
}

static void
on_place_chosen_cb (FramGroupDialog *self)
{
  gboolean is_new = g_strcmp0 (fram_choices_get (self->place), FRAM_NEW_PLACE) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->new_place), is_new);
  if (!is_new)
    fram_field_error_set (self->new_place_error, NULL);
}

/* A kind brings how long its sessions usually are, and of a course how many. */
static void
on_kind_chosen_cb (FramGroupDialog *self)
{
  guint at = adw_combo_row_get_selected (self->kind);
  const FramGroupKind *kind;
  g_autofree char *sessions = NULL;

  if (!self->is_read || !fram_uuid_is_none (&self->id) || self->kinds == NULL || at >= self->kinds->len)
    return;
  kind = self->kinds->pdata[at];
  sessions = kind->sessions > 0 ? g_strdup_printf ("%d", kind->sessions) : g_strdup ("");
  gtk_editable_set_text (GTK_EDITABLE (self->sessions), sessions);
}

static void
on_weekday_toggled_cb (FramGroupDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->days_error_row), FALSE);
  fram_form_dialog_text_changed (FRAM_FORM_DIALOG (self));
}

static void
fram_group_dialog_dispose (GObject *object)
{
  FramGroupDialog *self = FRAM_GROUP_DIALOG (object);

  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_group_dialog_parent_class)->dispose (object);
}

static void
fram_group_dialog_finalize (GObject *object)
{
  g_clear_pointer (&FRAM_GROUP_DIALOG (object)->group, fram_group_free);
  G_OBJECT_CLASS (fram_group_dialog_parent_class)->finalize (object);
}

static void
bind (GtkWidgetClass *klass)
{
#define BIND(child) gtk_widget_class_bind_template_child (klass, FramGroupDialog, child)
  BIND (kind);
  BIND (name);
  BIND (told);
  BIND (capacity);
  BIND (capacity_error);
  BIND (used_row);
  BIND (used);
  BIND (leaders);
  BIND (place);
  BIND (new_place);
  BIND (new_place_error);
  BIND (series);
  BIND (weekdays);
  BIND (days_row);
  BIND (days_error_row);
  BIND (days_error);
  BIND (every);
  BIND (starts);
  BIND (starts_error);
  BIND (ends);
  BIND (ends_error);
  BIND (first);
  BIND (first_error);
  BIND (last);
  BIND (last_error);
  BIND (sessions);
  BIND (sessions_error);
  BIND (meets);
  BIND (next_line);
#undef BIND
  gtk_widget_class_bind_template_callback (klass, fram_form_dialog_text_changed);
  gtk_widget_class_bind_template_callback (klass, on_place_chosen_cb);
  gtk_widget_class_bind_template_callback (klass, on_kind_chosen_cb);
}

static void
fram_group_dialog_class_init (FramGroupDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_group_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = fram_group_dialog_finalize;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_group_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_group_dialog_done;
  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  g_type_ensure (FRAM_TYPE_GROUP_LEADERS);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/se/framsteg/Framsteg/ui/fram-group-dialog.ui");
  bind (GTK_WIDGET_CLASS (klass));
}

static void
fram_group_dialog_init (FramGroupDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int weekday = 1; weekday <= (int)G_N_ELEMENTS (self->days); weekday++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (fram_weekday_short_name (weekday));

      fram_widget_set_accessible_name (button, fram_weekday_name (weekday));
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_weekday_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->weekdays, button);
      self->days[weekday - 1] = button;
    }
  fram_choices_add (self->every, "1", _ ("Every week"));
  fram_choices_add (self->every, "2", _ ("Every second week"));
  fram_choices_add (self->every, "3", _ ("Every third week"));
  fram_choices_add (self->every, "4", _ ("Every fourth week"));
}

/**
 * fram_group_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @group: (nullable): which; %NULL for a new one
 *
 * Returns: (transfer floating): the dialog
 */
FramGroupDialog *
fram_group_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *group)
{
  FramGroupDialog *self = g_object_new (FRAM_TYPE_GROUP_DIALOG, NULL);

  self->id = group != NULL ? *group : FRAM_UUID_NONE;
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, group != NULL ? _ ("Group") : _ ("New group"),
                           group != NULL ? _ ("_Save") : _ ("_Add"));
  fram_group_dialog_read (self);
  return self;
}

gboolean
fram_group_dialog_is_read (FramGroupDialog *self)
{
  g_return_val_if_fail (FRAM_IS_GROUP_DIALOG (self), FALSE);
  return self->is_read;
}
