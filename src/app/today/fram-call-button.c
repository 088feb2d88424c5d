#include "fram-call-button.h"

#include "fram-desk-journal.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  FramDesk *desk;
  FramUuid enrolment;
  GtkPopover *popover; /* borrowed */
} Calling;

static void
calling_free (gpointer data)
{
  Calling *calling = data;

  g_object_unref (calling->desk);
  g_free (calling);
}

static const char *
title_of (FramCallKind kind)
{
  switch (kind)
    {
    case FRAM_CALL_CASE_WORKER: return C_ ("call", "Case worker");
    case FRAM_CALL_EMERGENCY: return C_ ("call", "Emergency contact");
    case FRAM_CALL_PARTICIPANT:
    default: return C_ ("call", "Participant");
    }
}

typedef struct
{
  FramUuid enrolment;
  FramCallKind kind;
} Called;

static gpointer
log_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Called *called = data;

  return fram_desk_log_call (desk, &called->enrolment, called->kind, error) ? g_strdup (_ ("The call is in the log."))
                                                                            : NULL;
}

static void
on_logged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) button = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (gtk_widget_get_root (button) != NULL)
    gtk_widget_activate_action (button, "win.toast", "(sb)", what != NULL ? what : error->message, FALSE);
}

/* The numbers, and whether something can be written about a call. */
typedef struct
{
  GPtrArray *calls;
  gboolean writes;
  FramUuid participant;
} Known;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_clear_pointer (&known->calls, g_ptr_array_unref);
  g_free (known);
}

/* Where the computer has a telephone, it dials. */
static void
dial (GtkWidget *widget, const char *phone)
{
  g_autoptr (GAppInfo) handler = g_app_info_get_default_for_uri_scheme ("tel");
  g_autofree char *uri = g_strconcat ("tel:", phone, NULL);

  g_strdelimit (uri, " ", '-');
  if (handler != NULL)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME);
}

static void
on_call_clicked_cb (GtkButton *row, GtkWidget *button)
{
  Calling *calling = g_object_get_data (G_OBJECT (button), "calling");
  Called called = { calling->enrolment, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "kind")) };

  dial (button, g_object_get_data (G_OBJECT (row), "phone"));
  gtk_popover_popdown (calling->popover);
  fram_desk_run_async (calling->desk, log_on_desk, g_memdup2 (&called, sizeof called), g_free, g_free, NULL,
                       on_logged_cb, g_object_ref (button));
}

static void
add_text (GtkWidget *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "fram-dim");
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_call (GtkWidget *button, GtkWidget *box, const FramCall *call)
{
  GtkWidget *row = gtk_button_new (), *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  /* Translators: in what part, and a name: "Case worker: Nadia Saleh" */
  g_autofree char *who = g_strdup_printf (_ ("%1$s: %2$s"), title_of (call->kind), call->name);
  g_autofree char *name = g_strdup_printf ("%s, %s", who, call->phone);
  GtkWidget *labels[] = { gtk_label_new (who), gtk_label_new (call->phone) };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0);
      gtk_box_append (GTK_BOX (lines), labels[i]);
    }
  gtk_widget_add_css_class (labels[1], "fram-number");
  gtk_button_set_child (GTK_BUTTON (row), lines);
  gtk_widget_add_css_class (row, "fram-call");
  g_object_set_data_full (G_OBJECT (row), "phone", g_strdup (call->phone), g_free);
  g_object_set_data (G_OBJECT (row), "kind", GINT_TO_POINTER ((int)call->kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (row, "clicked", G_CALLBACK (on_call_clicked_cb), button, 0);
  gtk_box_append (GTK_BOX (box), row);
}

/* Who keeps a journal writes down what was said. */
static void
add_writing (GtkWidget *box, const FramUuid *participant)
{
  GtkWidget *row = gtk_button_new_with_label (_ ("Write about the call"));
  char id[FRAM_UUID_TEXT_SIZE];

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-person-at");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", fram_uuid_format (participant, id), "journal+call");
  gtk_box_append (GTK_BOX (box), row);
}

static void
show_calls (GtkWidget *button, Calling *calling, const Known *known, const GError *error)
{
  const GPtrArray *calls = known != NULL ? known->calls : NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "fram-calls");
  for (guint i = 0; calls != NULL && i < calls->len; i++)
    add_call (button, box, g_ptr_array_index (calls, i));
  if (calls == NULL)
    add_text (box, error->message);
  else if (calls->len == 0)
    add_text (box, _ ("There is no number that you may see. It can be written in the participant's record."));
  else
    add_text (box, _ ("Choose a number to say that you called it. That is kept in the log."));
  if (known != NULL && known->writes)
    add_writing (box, &known->participant);
  gtk_popover_set_child (calling->popover, box);
  gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD);
}

static gpointer
load_calls (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Known *known = g_new0 (Known, 1);

  known->calls = fram_desk_calls (desk, data, error);
  if (known->calls != NULL)
    known->writes = fram_desk_writes_journal (desk, data, &known->participant);
  else
    g_clear_pointer (&known, known_free);
  return known;
}

static void
on_calls_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) button = data;
  g_autoptr (GError) error = NULL;
  Known *known = fram_desk_run_finish (FRAM_DESK (source), result, &error);
  Calling *calling = g_object_get_data (G_OBJECT (button), "calling");

  if (gtk_widget_get_root (button) != NULL)
    show_calls (button, calling, known, error);
  g_clear_pointer (&known, known_free);
}

static void
on_shown_cb (GtkWidget *button)
{
  Calling *calling = g_object_get_data (G_OBJECT (button), "calling");

  fram_desk_run_async (calling->desk, load_calls, g_memdup2 (&calling->enrolment, sizeof calling->enrolment), g_free,
                       known_free, NULL, on_calls_cb, g_object_ref (button));
}

/* The numbers do not stay on the screen behind a closed popover. */
static void
on_closed_cb (GtkPopover *popover)
{
  gtk_popover_set_child (popover, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
}

/**
 * fram_call_button_new:
 * @desk: the desk
 * @enrolment: about whom
 * @name: the name as it may stand on the screen
 * @small: whether it is one button among others, and stands there as a picture
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
fram_call_button_new (FramDesk *desk, const FramUuid *enrolment, const char *name, gboolean small)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  Calling *calling = g_new0 (Calling, 1);
  /* Translators: a person */
  g_autofree char *label = g_strdup_printf (_ ("Call %s"), name);

  calling->desk = g_object_ref (desk);
  calling->enrolment = *enrolment;
  calling->popover = GTK_POPOVER (popover);
  g_object_set_data_full (G_OBJECT (button), "calling", calling, calling_free);
  on_closed_cb (GTK_POPOVER (popover));
  if (small)
    gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "call-start-symbolic");
  else
    gtk_menu_button_set_label (GTK_MENU_BUTTON (button), C_ ("button", "Call"));
  gtk_widget_set_tooltip_text (button, label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (popover, "show", G_CALLBACK (on_shown_cb), button, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_closed_cb), popover, G_CONNECT_SWAPPED);
  return button;
}
