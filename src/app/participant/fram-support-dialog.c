#include "fram-support-dialog.h"

#include "fram-choices.h"
#include "fram-field-error.h"

#include <glib/gi18n-lib.h>

/** Providers that are offered before the list scrolls. */
#define OFFERED_HEIGHT 280

struct _FramSupportDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwComboRow *kind;
  AdwEntryRow *provider;
  AdwEntryRow *text;
  AdwEntryRow *applied;
  AdwEntryRow *waiting_since;
  AdwEntryRow *started;
  AdwEntryRow *ended;
  FramFieldError *provider_error;
  FramFieldError *applied_error;
  FramFieldError *waiting_since_error;
  FramFieldError *started_error;
  FramFieldError *ended_error;
  AdwPreferencesGroup *removal;

  /* borrowed */
  GtkMenuButton *offers;

  FramUuid enrolment;
  FramUuid support;
  gboolean is_new;
  gboolean removing;
};

G_DEFINE_FINAL_TYPE (FramSupportDialog, fram_support_dialog, FRAM_TYPE_FORM_DIALOG)

typedef struct
{
  FramUuid enrolment;
  FramUuid support;
  gboolean is_new;
  gboolean remove;
  char *kind;
  char *provider;
  char *text;
  FramSupportEdit edit;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->kind);
  g_free (work->provider);
  g_free (work->text);
  g_free (work);
}

static gpointer
work_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;
  char *what = NULL;

  work->edit.kind = work->kind;
  work->edit.provider = work->provider;
  work->edit.text = work->text;
  if (work->remove)
    fram_desk_remove_support (desk, &work->support, &what, error);
  else if (work->is_new)
    fram_desk_add_support (desk, &work->enrolment, &work->edit, &what, error);
  else
    fram_desk_edit_support (desk, &work->support, &work->edit, &what, error);
  return what;
}

static FramFieldError *
error_of (FramSupportDialog *self, FramSupportField field)
{
  switch (field)
    {
    case FRAM_SUPPORT_FIELD_PROVIDER: return self->provider_error;
    case FRAM_SUPPORT_FIELD_APPLIED: return self->applied_error;
    case FRAM_SUPPORT_FIELD_WAITING: return self->waiting_since_error;
    case FRAM_SUPPORT_FIELD_STARTED: return self->started_error;
    case FRAM_SUPPORT_FIELD_ENDED: return self->ended_error;
    case FRAM_SUPPORT_FIELD_NONE:
    default: return NULL;
    }
}

static FramFieldError *
read_days (FramSupportDialog *self, FramSupportEdit *edit)
{
  const struct
  {
    FramFieldError *error;
    FramDate *day;
  } days[] = { { self->applied_error, &edit->applied },
               { self->waiting_since_error, &edit->waiting_since },
               { self->started_error, &edit->started },
               { self->ended_error, &edit->ended } };
  FramFieldError *wrong = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (!fram_field_error_read_date (days[i].error, FALSE, days[i].day) && wrong == NULL)
      wrong = days[i].error;
  return wrong;
}

/* What is wrong is shown at its field: a day that cannot be read, then days that do not follow each other. */
static FramFieldError *
read_fields (FramSupportDialog *self, Work *work)
{
  FramDate today = fram_clock_today (fram_desk_get_clock (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self))));
  FramFieldError *wrong = read_days (self, &work->edit);
  FramSupportField field = FRAM_SUPPORT_FIELD_NONE;
  const char *sentence;

  work->kind = g_strdup (fram_choices_get (self->kind));
  work->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  fram_field_error_read_text (self->provider_error, NULL, &work->provider);
  work->edit.provider = work->provider;
  if (wrong != NULL)
    return wrong;
  sentence = fram_support_edit_check (&work->edit, today, &field);
  if (sentence != NULL)
    fram_field_error_set (error_of (self, field), sentence);
  return error_of (self, field);
}

static gboolean
fram_support_dialog_write (FramFormDialog *dialog)
{
  FramSupportDialog *self = FRAM_SUPPORT_DIALOG (dialog);
  Work *work = g_new0 (Work, 1);
  FramFieldError *wrong = self->removing ? NULL : read_fields (self, work);

  if (wrong != NULL)
    {
      work_free (work);
      if (!fram_form_dialog_is_live (dialog))
        fram_field_error_focus (wrong);
      return FALSE;
    }
  work->enrolment = self->enrolment;
  work->support = self->support;
  work->is_new = self->is_new;
  work->remove = self->removing;
  fram_form_dialog_run (dialog, work_on_desk, work, work_free, g_free);
  return TRUE;
}

static gboolean
close_soon (gpointer self)
{
  gtk_window_close (self);
  return G_SOURCE_REMOVE;
}

static char *
fram_support_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  if (FRAM_SUPPORT_DIALOG (dialog)->removing)
    g_idle_add_full (G_PRIORITY_DEFAULT, close_soon, g_object_ref (dialog), g_object_unref);
  return g_strdup (answer);
}

static void
on_remove_clicked_cb (FramSupportDialog *self)
{
  if (fram_form_dialog_is_busy (FRAM_FORM_DIALOG (self)))
    return;
  self->removing = TRUE;
  fram_form_dialog_start (FRAM_FORM_DIALOG (self)); /* what was being typed goes with it */
  fram_support_dialog_write (FRAM_FORM_DIALOG (self));
}

static void
fram_support_dialog_class_init (FramSupportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_support_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_support_dialog_done;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-support-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramSupportDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, FramSupportDialog, provider);
  gtk_widget_class_bind_template_child (widget_class, FramSupportDialog, text);
  gtk_widget_class_bind_template_child (widget_class, FramSupportDialog, applied);
  gtk_widget_class_bind_template_child (widget_class, FramSupportDialog, waiting_since);
  gtk_widget_class_bind_template_child (widget_class, FramSupportDialog, started);
  gtk_widget_class_bind_template_child (widget_class, FramSupportDialog, ended);
  gtk_widget_class_bind_template_child (widget_class, FramSupportDialog, provider_error);
  gtk_widget_class_bind_template_child (widget_class, FramSupportDialog, applied_error);
  gtk_widget_class_bind_template_child (widget_class, FramSupportDialog, waiting_since_error);
  gtk_widget_class_bind_template_child (widget_class, FramSupportDialog, started_error);
  gtk_widget_class_bind_template_child (widget_class, FramSupportDialog, ended_error);
  gtk_widget_class_bind_template_child (widget_class, FramSupportDialog, removal);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_choice_made);
}

static void
on_offer_clicked_cb (FramSupportDialog *self, GtkButton *button)
{
  gtk_editable_set_text (GTK_EDITABLE (self->provider), gtk_button_get_label (button));
  gtk_menu_button_popdown (self->offers);
  gtk_widget_grab_focus (GTK_WIDGET (self->provider));
}

static void
add_offer (FramSupportDialog *self, GtkWidget *box, const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (name);

  gtk_widget_add_css_class (button, "flat");
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  fram_widget_set_accessible_name (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_offer_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static void
fram_support_dialog_init (FramSupportDialog *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->offers = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_icon_name (self->offers, "pan-down-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Providers written before"));
  fram_widget_set_accessible_name (button, _ ("Providers written before"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_visible (button, FALSE);
  adw_entry_row_add_suffix (self->provider, button);
  for (guint i = 0; fram_support_kinds ()[i] != NULL; i++)
    fram_choices_add (self->kind, fram_support_kinds ()[i], fram_support_kind_get_name (fram_support_kinds ()[i]));
}

static void
show_offers (FramSupportDialog *self, const GPtrArray *names)
{
  GtkWidget *popover = gtk_popover_new (), *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < names->len; i++)
    add_offer (self, box, g_ptr_array_index (names, i));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), OFFERED_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (self->offers, popover);
  gtk_widget_set_visible (GTK_WIDGET (self->offers), names->len > 0);
}

static gpointer
read_providers (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_support_providers (desk, error);
}

static void
on_providers_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramSupportDialog) self = user_data;
  g_autoptr (GPtrArray) names = fram_desk_run_finish (FRAM_DESK (source), result, NULL);

  if (names != NULL && fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) != NULL)
    show_offers (self, names);
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
set_date (AdwEntryRow *row, FramDate date)
{
  char text[FRAM_DATE_TEXT_SIZE];

  set_text (row, fram_date_format (date, text));
}

static void
fill (FramSupportDialog *self, const FramSupport *support)
{
  fram_choices_select (self->kind, support->kind);
  set_text (self->provider, support->provider);
  set_text (self->text, support->text);
  set_date (self->applied, support->applied);
  set_date (self->waiting_since, support->waiting_since);
  set_date (self->started, support->started);
  set_date (self->ended, support->ended);
  self->support = support->id;
  gtk_widget_set_visible (GTK_WIDGET (self->removal), TRUE);
}

/**
 * fram_support_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @enrolment: whose
 * @support: (nullable): what to change; %NULL adds one
 * @kind: (nullable): code of the kind to begin with
 *
 * Returns: (transfer floating): the dialog
 */
FramSupportDialog *
fram_support_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *enrolment, const FramSupport *support,
                         const char *kind)
{
  FramSupportDialog *self = g_object_new (FRAM_TYPE_SUPPORT_DIALOG, NULL);

  self->enrolment = *enrolment;
  self->is_new = support == NULL;
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent,
                           self->is_new ? _ ("Add support outside") : _ ("Support outside"),
                           self->is_new ? _ ("_Add") : NULL);
  if (support != NULL)
    fill (self, support);
  else if (kind != NULL)
    fram_choices_select (self->kind, kind);
  fram_desk_run_async (desk, read_providers, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, NULL, on_providers_read_cb,
                       g_object_ref (self));
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
  return self;
}
