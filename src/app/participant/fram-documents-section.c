#include "fram-documents-section.h"

#include "fram-desk-plan.h"
#include "fram-drawing-dialog.h"
#include "fram-handover-dialog.h"

#include "fram-words.h"

#include <glib/gi18n.h>
#include <string.h>

struct _FramDocumentsSection
{
  AdwBin parent_instance;

  /* borrowed */
  AdwPreferencesGroup *deeds;
  AdwPreferencesGroup *group;
  GtkWidget *add;
  GtkWidget *add_plan;
  FramHandoverDialog *dialog; /* open now */

  /* owned */
  FramDesk *desk;
  GPtrArray *rows; /* borrowed rows of the group */
  GPtrArray *documents;
  GCancellable *reading;

  FramUuid participant;
  FramUuid enrolment;
  gboolean writes;
};

static void fram_documents_section_section_init (FramSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FramDocumentsSection, fram_documents_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FRAM_TYPE_SECTION, fram_documents_section_section_init))

static void read_documents (FramDocumentsSection *self);

static void
on_written_cb (FramDocumentsSection *self, const char *what)
{
  if (what != NULL && what[0] != '\0')
    fram_section_toast (GTK_WIDGET (self), what, TRUE);
  read_documents (self);
}

static void
on_dialog_gone_cb (gpointer data, GObject *dialog)
{
  FRAM_DOCUMENTS_SECTION (data)->dialog = NULL;
}

static void
open_dialog (FramDocumentsSection *self, const FramUuid *document)
{
  if (self->dialog != NULL)
    {
      gtk_window_present (GTK_WINDOW (self->dialog));
      return;
    }
  self->dialog = fram_handover_dialog_new (self->desk, GTK_WIDGET (self), &self->enrolment, document);
  g_object_weak_ref (G_OBJECT (self->dialog), on_dialog_gone_cb, self);
  g_signal_connect_object (self->dialog, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

static void
on_add_clicked_cb (FramDocumentsSection *self)
{
  open_dialog (self, NULL);
}

static const FramDocument *
document_of (FramDocumentsSection *self, gpointer widget)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "document"));

  return i < self->documents->len ? g_ptr_array_index (self->documents, i) : NULL;
}

static void
on_row_activated_cb (FramDocumentsSection *self, gpointer row)
{
  const FramDocument *document = document_of (self, row);

  if (document != NULL)
    open_dialog (self, &document->id);
}

static gpointer
read_paper (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_handover_paper (desk, data, error);
}

static void
on_paper_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramDocumentsSection) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramPaper) paper = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  if (paper != NULL)
    gtk_window_present (fram_drawing_dialog_new (self->desk, GTK_WIDGET (self), paper));
  else
    fram_section_toast (GTK_WIDGET (self), error->message, FALSE);
}

static gpointer
read_plan (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_plan_paper (desk, data, error);
}

/* The plan is made of what is recorded, as it is now. */
static void
on_add_plan_clicked_cb (FramDocumentsSection *self)
{
  fram_desk_run_async (self->desk, read_plan, g_memdup2 (&self->enrolment, sizeof self->enrolment), g_free,
                       (GDestroyNotify)fram_paper_unref, NULL, on_paper_read_cb, g_object_ref (self));
}

static void
on_print_clicked_cb (FramDocumentsSection *self, gpointer button)
{
  const FramDocument *document = document_of (self, button);

  if (document != NULL)
    fram_desk_run_async (self->desk, read_paper, g_memdup2 (&document->id, sizeof document->id), g_free,
                         (GDestroyNotify)fram_paper_unref, NULL, on_paper_read_cb, g_object_ref (self));
}

static void
append_part (GString *text, char *part)
{
  g_autofree char *owned = part;

  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", owned);
}

static char *
say_document (const FramDocument *document)
{
  GString *text = g_string_new (NULL);
  g_autofree char *day = document->day != FRAM_DATE_NONE ? fram_date_to_day_month (document->day) : g_strdup ("–");
  g_autofree char *approved = document->approved != FRAM_DATE_NONE ? fram_date_to_day_month (document->approved) : NULL;

  if (document->is_draft)
    append_part (text, g_strdup (C_ ("document", "Draft")));
  append_part (text, document->written_by != NULL ? g_strdup_printf (_ ("%s, %s"), day, document->written_by)
                                                  : g_strdup (day));
  if (approved != NULL)
    /* TRANSLATORS: %s is a day */
    append_part (text, g_strdup_printf (_ ("approved %s"), approved));
  for (guint i = 0; i < document->given->len; i++)
    {
      const FramGiven *given = g_ptr_array_index (document->given, i);
      g_autofree char *when = fram_date_to_day_month (given->day);

      /* TRANSLATORS: to whom a document was given, and when */
      append_part (text, g_strdup_printf (_ ("given to %s %s"), given->to, when));
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
new_print_button (FramDocumentsSection *self, guint i, const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("printer-symbolic");
  /* TRANSLATORS: %s is a document */
  g_autofree char *name = g_strdup_printf (_ ("Print or save %s"), title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  fram_widget_set_accessible_name (button, name);
  g_object_set_data (G_OBJECT (button), "document", GUINT_TO_POINTER (i));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_print_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_row (FramDocumentsSection *self, guint i)
{
  const FramDocument *document = g_ptr_array_index (self->documents, i);
  GtkWidget *row = adw_action_row_new ();
  /* TRANSLATORS: a kind of document, and which version it is */
  g_autofree char *title = g_strdup_printf (_ ("%s, version %d"), document->title, document->version);
  g_autofree char *text = say_document (document);
  gboolean opens = strcmp (document->kind, FRAM_DOCUMENT_HANDOVER) == 0;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_object_set_data (G_OBJECT (row), "document", GUINT_TO_POINTER (i));
  if (opens)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_print_button (self, i, title));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);
    }
  return row;
}

static GtkWidget *
new_empty_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("No documents yet"));
  return row;
}

static void
show_documents (FramDocumentsSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int focused = -1;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row)))
        focused = (int)i;
      adw_preferences_group_remove (self->group, row);
    }
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->documents->len; i++)
    g_ptr_array_add (self->rows, new_row (self, i));
  if (self->documents->len == 0)
    g_ptr_array_add (self->rows, new_empty_row ());
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_add (self->group, g_ptr_array_index (self->rows, i));
  if (focused >= 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, MIN ((guint)focused, self->rows->len - 1)));
}

static gpointer
read_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_documents (desk, data, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramDocumentsSection) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *documents = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    {
      g_clear_pointer (&documents, g_ptr_array_unref);
      return;
    }
  adw_preferences_group_set_description (self->group, documents == NULL ? error->message : NULL);
  if (documents == NULL)
    return;
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  self->documents = documents;
  show_documents (self);
}

static void
read_documents (FramDocumentsSection *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  fram_desk_run_async (self->desk, read_on_desk, g_memdup2 (&self->participant, sizeof self->participant), g_free,
                       (GDestroyNotify)g_ptr_array_unref, self->reading, on_read_cb, g_object_ref (self));
}

static void
section_show (FramSection *section, FramDesk *desk, const FramCase *what)
{
  FramDocumentsSection *self = FRAM_DOCUMENTS_SECTION (section);

  if (what == NULL)
    {
      g_cancellable_cancel (self->reading);
      return;
    }
  g_set_object (&self->desk, desk);
  self->participant = what->person->row->participant;
  self->enrolment = what->enrolment;
  self->writes = what->writes_document && !fram_uuid_is_none (&what->enrolment);
  gtk_widget_set_visible (self->add, self->writes);
  gtk_widget_set_visible (self->add_plan, what->sees_plan && !fram_uuid_is_none (&what->enrolment));
  read_documents (self);
}

static void
section_focus (FramSection *section)
{
  FramDocumentsSection *self = FRAM_DOCUMENTS_SECTION (section);

  if (!self->writes || !gtk_widget_grab_focus (self->add))
    gtk_widget_child_focus (GTK_WIDGET (self->group), GTK_DIR_TAB_FORWARD);
}

static gboolean
section_add (FramSection *section, const char *what)
{
  FramDocumentsSection *self = FRAM_DOCUMENTS_SECTION (section);

  if (strcmp (what, "handover") != 0 || !self->writes)
    return FALSE;
  open_dialog (self, NULL);
  return TRUE;
}

static gboolean
section_edit (FramSection *section, FramEntity entity, const FramUuid *id)
{
  FramDocumentsSection *self = FRAM_DOCUMENTS_SECTION (section);

  if (entity != FRAM_ENTITY_DOCUMENT || self->desk == NULL)
    return FALSE;
  open_dialog (self, id);
  return TRUE;
}

static void
section_flush (FramSection *section)
{
  FramDocumentsSection *self = FRAM_DOCUMENTS_SECTION (section);

  if (self->dialog != NULL)
    fram_handover_dialog_flush (self->dialog);
}

static void
fram_documents_section_section_init (FramSectionInterface *iface)
{
  iface->show = section_show;
  iface->focus = section_focus;
  iface->add = section_add;
  iface->edit = section_edit;
  iface->flush = section_flush;
}

static void
fram_documents_section_dispose (GObject *object)
{
  FramDocumentsSection *self = FRAM_DOCUMENTS_SECTION (object);

  if (self->dialog != NULL)
    g_object_weak_unref (G_OBJECT (self->dialog), on_dialog_gone_cb, self);
  self->dialog = NULL;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_documents_section_parent_class)->dispose (object);
}

static void
fram_documents_section_class_init (FramDocumentsSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_documents_section_dispose;
}

/* A row that does something: it wraps where there is little room, as a button does not. */
static GtkWidget *
new_deed (FramDocumentsSection *self, const char *title, const char *subtitle, GCallback activated)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "list-add-symbolic");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", activated, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->deeds, row);
  return row;
}

static void
fram_documents_section_init (FramDocumentsSection *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->rows = g_ptr_array_new ();
  self->documents = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Documents"));
  self->deeds = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->add = new_deed (self, _ ("Handover sheet…"),
                        _ ("Written together with the participant, so that nobody must tell the story again."),
                        G_CALLBACK (on_add_clicked_cb));
  self->add_plan = new_deed (self, _ ("Individual plan…"), _ ("Made of the plan as it is now, to print or save."),
                             G_CALLBACK (on_add_plan_clicked_cb));
  gtk_widget_add_css_class (column, "fram-column");
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->deeds));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->group));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 960);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 800);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * fram_documents_section_new:
 *
 * Returns: (transfer floating): the section
 */
GtkWidget *
fram_documents_section_new (void)
{
  return g_object_new (FRAM_TYPE_DOCUMENTS_SECTION, NULL);
}
