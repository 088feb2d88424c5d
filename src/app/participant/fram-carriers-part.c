#include "fram-carriers-part.h"

#include "fram-carrier-dialog.h"
#include "fram-referrer-dialog.h"

#include "fram-words.h"

#include <glib/gi18n.h>
#include <string.h>

struct _FramCarriersPart
{
  AdwPreferencesGroup parent_instance;

  /* owned */
  FramDesk *desk;
  FramCarriers *carriers;
  GPtrArray *rows; /* borrowed rows of the group */
  GCancellable *reading;
  char *wanted; /* what is to begin as soon as it is read */

  FramUuid enrolment;
};

static void fram_carriers_part_section_init (FramSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FramCarriersPart, fram_carriers_part, ADW_TYPE_PREFERENCES_GROUP,
                               G_IMPLEMENT_INTERFACE (FRAM_TYPE_SECTION, fram_carriers_part_section_init))

static void
on_written_cb (FramCarriersPart *self, const char *what)
{
  fram_section_toast (GTK_WIDGET (self), what, TRUE);
}

static void
on_case_worker_written_cb (FramCarriersPart *self, const char *what, FramCarrierDialog *dialog)
{
  gboolean sheet = fram_carrier_dialog_wants_sheet (dialog);

  fram_section_toast (GTK_WIDGET (self), what, TRUE);
  if (sheet)
    gtk_widget_activate_action (GTK_WIDGET (self), "participant.add", "s", "handover");
}

static void
open_change (FramCarriersPart *self)
{
  FramCarrierDialog *dialog = fram_carrier_dialog_new (self->desk, GTK_WIDGET (self), &self->enrolment, self->carriers);

  g_signal_connect_object (dialog, "written", G_CALLBACK (on_case_worker_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_change_referrer (FramCarriersPart *self)
{
  FramReferrerDialog *dialog =
      fram_referrer_dialog_new (self->desk, GTK_WIDGET (self), &self->enrolment, self->carriers);

  g_signal_connect_object (dialog, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

/* A row that does something: it wraps where there is little room, as a button does not. */
static GtkWidget *
new_deed (FramCarriersPart *self, const char *title, GCallback activated)
{
  GtkWidget *row = new_row (title, NULL);

  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "system-switch-user-symbolic");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", activated, self, G_CONNECT_SWAPPED);
  return row;
}

static char *
days_of (const FramCarrier *carrier, FramDate today)
{
  g_autofree char *from = fram_date_to_day_month (carrier->from);
  g_autofree char *to = carrier->to != FRAM_DATE_NONE ? fram_date_to_day_month (carrier->to) : NULL;

  if (carrier->from > today)
    /* TRANSLATORS: a case worker: from a day to come */
    return g_strdup_printf (_ ("Case worker from %s"), from);
  if (to == NULL)
    return g_strdup_printf (_ ("Case worker since %s"), from);
  return carrier->to >= today ? g_strdup_printf (_ ("Case worker %s to %s, then hands over"), from, to)
                              : g_strdup_printf (_ ("Was case worker %s to %s"), from, to);
}

static void
add_row (FramCarriersPart *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_referrer (FramCarriersPart *self)
{
  g_autofree char *text = NULL;

  if (self->carriers->organisation_name == NULL && self->carriers->referrer_name == NULL)
    return;
  /* TRANSLATORS: %s is an organisation */
  text = self->carriers->organisation_name != NULL
             ? g_strdup_printf (_ ("Referrer, %s"), self->carriers->organisation_name)
             : g_strdup (_ ("Referrer"));
  add_row (self,
           new_row (self->carriers->referrer_name != NULL ? self->carriers->referrer_name : _ ("Not known"), text));
}

static int
focused_row (FramCarriersPart *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->rows->len; i++)
    if (focus == g_ptr_array_index (self->rows, i))
      return (int)i;
  return -1;
}

/* The rows are made anew; the keyboard stays at the place where it is. */
static void
show_carriers (FramCarriersPart *self)
{
  FramDate today = fram_clock_today (fram_desk_get_clock (self->desk));
  FramCarriers *carriers = self->carriers;
  gboolean first = carriers->case_workers->len == 0;
  int focused = focused_row (self);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < carriers->case_workers->len; i++)
    {
      const FramCarrier *carrier = g_ptr_array_index (carriers->case_workers, i);
      g_autofree char *days = days_of (carrier, today);

      add_row (self, new_row (carrier->name, days));
    }
  if (first)
    add_row (self, new_row (_ ("No case worker yet"), _ ("Nobody is told when the participant stays away.")));
  add_referrer (self);
  if (carriers->may_change)
    add_row (self,
             new_deed (self, first ? _ ("Choose case worker…") : _ ("Change case worker…"), G_CALLBACK (open_change)));
  if (carriers->may_change_referrer)
    add_row (self, new_deed (self, _ ("Change referrer…"), G_CALLBACK (open_change_referrer)));
  if (focused >= 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, MIN ((guint)focused, self->rows->len - 1)));
}

static gboolean
begin (FramCarriersPart *self, const char *what)
{
  if (strcmp (what, "case-worker") == 0 && self->carriers->may_change)
    open_change (self);
  else if (strcmp (what, "referrer") == 0 && self->carriers->may_change_referrer)
    open_change_referrer (self);
  else
    return FALSE;
  return TRUE;
}

static gpointer
read_carriers (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_carriers (desk, data, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramCarriersPart) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *wanted = NULL;
  FramCarriers *carriers = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))) || carriers == NULL)
    {
      g_clear_pointer (&carriers, fram_carriers_free);
      return;
    }
  g_clear_pointer (&self->carriers, fram_carriers_free);
  self->carriers = carriers;
  show_carriers (self);
  wanted = g_steal_pointer (&self->wanted);
  if (wanted != NULL)
    begin (self, wanted);
}

static void
section_show (FramSection *section, FramDesk *desk, const FramCase *what)
{
  FramCarriersPart *self = FRAM_CARRIERS_PART (section);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (what == NULL || fram_uuid_is_none (&what->enrolment))
    return;
  g_set_object (&self->desk, desk);
  self->enrolment = what->enrolment;
  self->reading = g_cancellable_new ();
  fram_desk_run_async (desk, read_carriers, g_memdup2 (&self->enrolment, sizeof self->enrolment), g_free,
                       (GDestroyNotify)fram_carriers_free, self->reading, on_read_cb, g_object_ref (self));
}

static void
section_focus (FramSection *section)
{
  gtk_widget_child_focus (GTK_WIDGET (section), GTK_DIR_TAB_FORWARD);
}

static gboolean
section_add (FramSection *section, const char *what)
{
  FramCarriersPart *self = FRAM_CARRIERS_PART (section);

  if (strcmp (what, "case-worker") != 0 && strcmp (what, "referrer") != 0)
    return FALSE;
  if (self->carriers != NULL)
    return begin (self, what);
  g_free (self->wanted);
  self->wanted = g_strdup (what);
  return TRUE;
}

static void
fram_carriers_part_section_init (FramSectionInterface *iface)
{
  iface->show = section_show;
  iface->focus = section_focus;
  iface->add = section_add;
}

static void
fram_carriers_part_dispose (GObject *object)
{
  FramCarriersPart *self = FRAM_CARRIERS_PART (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->carriers, fram_carriers_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (fram_carriers_part_parent_class)->dispose (object);
}

static void
fram_carriers_part_class_init (FramCarriersPartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_carriers_part_dispose;
}

static void
fram_carriers_part_init (FramCarriersPart *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("In charge"));
}

/**
 * fram_carriers_part_new:
 *
 * Returns: (transfer floating): the part
 */
GtkWidget *
fram_carriers_part_new (void)
{
  return g_object_new (FRAM_TYPE_CARRIERS_PART, NULL);
}
