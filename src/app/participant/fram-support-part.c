#include "fram-support-part.h"

#include "fram-part-rows.h"
#include "fram-support-dialog.h"

#include <glib/gi18n.h>

struct _FramSupportPart
{
  AdwBin parent_instance;

  /* borrowed */
  FramPartRows *rows;

  /* owned */
  FramDesk *desk;
  FramSupports *supports;
  FramUuid enrolment;
  char *adding;     /* kind that is to be added once it is known whether that may be */
  FramUuid editing; /* what is to be changed once it is read */
  gboolean shown;   /* somebody is */
  guint serial;     /* of the newest reading */
};

static void fram_support_part_section_init (FramSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FramSupportPart, fram_support_part, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FRAM_TYPE_SECTION, fram_support_part_section_init))

static void
on_written_cb (FramSupportPart *self, const char *what)
{
  fram_section_toast (GTK_WIDGET (self), what, TRUE);
}

static void
open_dialog (FramSupportPart *self, const FramSupport *support, const char *kind)
{
  FramSupportDialog *dialog = fram_support_dialog_new (self->desk, GTK_WIDGET (self), &self->enrolment, support, kind);

  g_signal_connect_object (dialog, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const FramSupport *
find_support (FramSupportPart *self, const FramUuid *id)
{
  for (guint i = 0; self->supports != NULL && i < self->supports->rows->len; i++)
    {
      const FramSupport *support = g_ptr_array_index (self->supports->rows, i);

      if (fram_uuid_equal (&support->id, id))
        return support;
    }
  return NULL;
}

static void
on_row_activated_cb (FramSupportPart *self, GtkWidget *row)
{
  FramUuid id;

  if (fram_uuid_parse (fram_part_rows_key_of (row), &id) && find_support (self, &id) != NULL)
    open_dialog (self, find_support (self, &id), NULL);
}

static void
on_add_clicked_cb (FramSupportPart *self, GtkWidget *button)
{
  open_dialog (self, NULL, g_object_get_data (G_OBJECT (button), "kind"));
}

static const char *
icon_of (FramSupportState state)
{
  switch (state)
    {
    case FRAM_SUPPORT_RUNNING: return "emblem-ok-symbolic";
    case FRAM_SUPPORT_AGREED: return "x-office-calendar-symbolic";
    case FRAM_SUPPORT_WAITING: return "document-open-recent-symbolic";
    case FRAM_SUPPORT_ENDED:
    default: return "object-select-symbolic";
    }
}

static const char *
state_name (FramSupportState state)
{
  switch (state)
    {
    case FRAM_SUPPORT_RUNNING: return C_ ("support", "Runs");
    case FRAM_SUPPORT_AGREED: return C_ ("support", "Agreed");
    case FRAM_SUPPORT_WAITING: return C_ ("support", "Waited for");
    case FRAM_SUPPORT_ENDED:
    default: return C_ ("support", "Ended");
    }
}

static void
add_row (FramSupportPart *self, GtkWidget *under, const FramSupport *support)
{
  char key[FRAM_UUID_TEXT_SIZE];
  g_autofree char *title = support->text != NULL ? g_strdup_printf ("%s: %s", support->provider, support->text)
                                                 : g_strdup (support->provider);
  GtkWidget *row = fram_part_rows_add (self->rows, under, fram_uuid_format (&support->id, key),
                                       title != NULL ? title : _ ("Provider not written"), support->words);

  fram_part_rows_set_icon (row, icon_of (support->state), state_name (support->state));
  if (self->supports->may_write)
    fram_part_rows_set_activated (row, G_CALLBACK (on_row_activated_cb), self);
}

static void
add_button (FramSupportPart *self, GtkWidget *group, const char *kind)
{
  /* Translators: a kind of support, as "Health" */
  g_autofree char *name = g_strdup_printf (_ ("Add support: %s"), fram_support_kind_get_name (kind));
  GtkWidget *button = fram_part_rows_add_button (group, "list-add-symbolic", name);

  g_object_set_data_full (G_OBJECT (button), "kind", g_strdup (kind), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_add_clicked_cb), self, G_CONNECT_SWAPPED);
}

static void
add_kind (FramSupportPart *self, const char *kind)
{
  const GPtrArray *rows = self->supports->rows;
  GtkWidget *group = fram_part_rows_add_group (self->rows, fram_support_kind_get_name (kind), NULL);
  GtkWidget *ended = NULL;
  guint n = 0;

  if (self->supports->may_write)
    add_button (self, group, kind);
  for (guint i = 0; i < rows->len; i++)
    {
      const FramSupport *support = g_ptr_array_index (rows, i);

      if (g_strcmp0 (support->kind, kind) != 0)
        continue;
      n++;
      if (support->state == FRAM_SUPPORT_ENDED && ended == NULL)
        ended = fram_part_rows_add_expander (self->rows, group, kind, C_ ("support", "Ended"));
      add_row (self, support->state == FRAM_SUPPORT_ENDED ? ended : group, support);
    }
  if (n == 0)
    fram_part_rows_add_nothing (self->rows, group, C_ ("support", "Nothing"));
}

static void
show_supports (FramSupportPart *self)
{
  g_autofree char *editing_kind = g_steal_pointer (&self->adding);
  const FramSupport *editing = find_support (self, &self->editing);

  self->editing = FRAM_UUID_NONE;
  fram_part_rows_begin (self->rows);
  fram_part_rows_set_hint (self->rows, self->supports->hint);
  for (guint i = 0; fram_support_kinds ()[i] != NULL; i++)
    add_kind (self, fram_support_kinds ()[i]);
  fram_part_rows_end (self->rows);
  if (self->supports->may_write && editing != NULL)
    open_dialog (self, editing, NULL);
  else if (self->supports->may_write && editing_kind != NULL)
    open_dialog (self, NULL, NULL);
}

typedef struct
{
  FramUuid enrolment;
  guint serial;
} Asked;

static gpointer
read_supports (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_supports (desk, &((Asked *)data)->enrolment, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramSupportPart) self = user_data;
  g_autoptr (GError) error = NULL;
  FramSupports *supports = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (!self->shown || fram_part_rows_is_stale (self->rows, result))
    g_clear_pointer (&supports, fram_supports_free);
  else if (supports == NULL)
    fram_part_rows_set_trouble (self->rows, error->message);
  else
    {
      g_clear_pointer (&self->supports, fram_supports_free);
      self->supports = supports;
      show_supports (self);
    }
}

static void
section_show (FramSection *section, FramDesk *desk, const FramCase *what)
{
  FramSupportPart *self = FRAM_SUPPORT_PART (section);
  Asked *asked;

  self->shown = what != NULL && what->sees_support && !fram_uuid_is_none (&what->enrolment);
  g_set_object (&self->desk, desk);
  if (!self->shown)
    return;
  self->enrolment = what->enrolment;
  asked = g_new0 (Asked, 1);
  asked->enrolment = self->enrolment;
  fram_desk_run_async (desk, read_supports, asked, g_free, (GDestroyNotify)fram_supports_free,
                       fram_part_rows_ask (self->rows), on_read_cb, g_object_ref (self));
}

static gboolean
section_edit (FramSection *section, FramEntity entity, const FramUuid *id)
{
  FramSupportPart *self = FRAM_SUPPORT_PART (section);
  const FramSupport *support;
  char key[FRAM_UUID_TEXT_SIZE];

  if (entity != FRAM_ENTITY_PARALLEL_SUPPORT || !self->shown)
    return FALSE;
  support = find_support (self, id);
  if (self->supports == NULL)
    self->editing = *id; /* the page has just been opened for it */
  else if (support != NULL && self->supports->may_write)
    open_dialog (self, support, NULL);
  else if (support != NULL)
    fram_part_rows_focus (self->rows, fram_uuid_format (id, key));
  return self->supports == NULL || support != NULL;
}

static gboolean
section_add (FramSection *section, const char *what)
{
  FramSupportPart *self = FRAM_SUPPORT_PART (section);

  if (g_strcmp0 (what, "support") != 0 || !self->shown)
    return FALSE;
  if (self->supports == NULL)
    self->adding = g_strdup ("");
  else if (!self->supports->may_write)
    return FALSE;
  else
    open_dialog (self, NULL, NULL);
  return TRUE;
}

static void
section_focus (FramSection *section)
{
  fram_part_rows_focus (FRAM_SUPPORT_PART (section)->rows, NULL);
}

static char *
section_dup_selection (FramSection *section)
{
  return fram_part_rows_dup_table (FRAM_SUPPORT_PART (section)->rows);
}

static void
fram_support_part_section_init (FramSectionInterface *iface)
{
  iface->show = section_show;
  iface->focus = section_focus;
  iface->edit = section_edit;
  iface->add = section_add;
  iface->dup_selection = section_dup_selection;
}

static void
fram_support_part_dispose (GObject *object)
{
  FramSupportPart *self = FRAM_SUPPORT_PART (object);

  self->shown = FALSE;
  g_clear_object (&self->desk);
  g_clear_pointer (&self->supports, fram_supports_free);
  g_clear_pointer (&self->adding, g_free);
  G_OBJECT_CLASS (fram_support_part_parent_class)->dispose (object);
}

static void
fram_support_part_class_init (FramSupportPartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_support_part_dispose;
}

static void
fram_support_part_init (FramSupportPart *self)
{
  self->rows = fram_part_rows_new (_ ("Support beside the programme"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->rows));
}

/**
 * fram_support_part_new:
 *
 * Returns: (transfer floating): the part
 */
GtkWidget *
fram_support_part_new (void)
{
  return g_object_new (FRAM_TYPE_SUPPORT_PART, NULL);
}
