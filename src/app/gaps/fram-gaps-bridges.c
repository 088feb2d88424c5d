#include "fram-gaps-page-private.h"

#include "fram-form-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

/* What fits to bridge the gap that is open, and booking it. */

#define OFFERS 3

typedef struct
{
  FramUuid enrolment;
  FramGap gap;
} Wish;

typedef struct
{
  FramUuid enrolment;
  FramBridge bridge; /* texts are copies */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->bridge.kind);
  g_free (order->bridge.name);
  g_free (order->bridge.text);
  g_free (order);
}

void
fram_gaps_page_forget_bridges (FramGapsPage *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->bridges, g_ptr_array_unref);
  g_clear_pointer (&self->refusal, g_free);
  g_clear_pointer (&self->open, g_free);
}

static gpointer
find_bridges (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wish *wish = data;

  return fram_desk_bridges (desk, &wish->enrolment, &wish->gap, OFFERS, error);
}

static void
on_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramGapsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *bridges = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (fram_list_page_get_desk (FRAM_LIST_PAGE (self)) == NULL ||
      g_task_get_cancellable (G_TASK (result)) != self->looking)
    {
      g_clear_pointer (&bridges, g_ptr_array_unref);
      return;
    }
  g_clear_object (&self->looking);
  self->bridges = bridges;
  self->refusal = error != NULL ? g_strdup (error->message) : NULL;
  fram_gaps_page_show_rows (self);
}

/* Opens what fits below a gap, or closes it; one is open at a time. */
void
fram_gaps_page_toggle (FramGapsPage *self, const FramGapRow *row)
{
  g_autofree char *key = fram_gaps_key_of (row);
  gboolean was_open = g_strcmp0 (self->open, key) == 0;
  Wish *wish;

  fram_gaps_page_forget_bridges (self);
  if (!was_open)
    {
      wish = g_new0 (Wish, 1);
      wish->enrolment = row->enrolment;
      wish->gap = row->gap;
      self->open = g_steal_pointer (&key);
      self->looking = g_cancellable_new ();
      fram_desk_run_async (fram_list_page_get_desk (FRAM_LIST_PAGE (self)), find_bridges, wish, g_free,
                           (GDestroyNotify)g_ptr_array_unref, self->looking, on_found_cb, g_object_ref (self));
    }
  fram_gaps_page_show_rows (self);
}

static gpointer
take_bridge (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;
  char *what = NULL;

  return fram_desk_take_bridge (desk, &order->enrolment, &order->bridge, &what, error) ? what : NULL;
}

static void
on_taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramGapsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  self->writing--;
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    fram_page_toast (FRAM_PAGE (self), what != NULL ? what : error->message, what != NULL);
  if (what == NULL)
    fram_list_page_reload (FRAM_LIST_PAGE (self));
}

static void
on_book_clicked_cb (FramGapsPage *self, GtkButton *button)
{
  const Order *there = g_object_get_data (G_OBJECT (button), "order");
  Order *order = g_memdup2 (there, sizeof *there);

  order->bridge.kind = g_strdup (there->bridge.kind);
  order->bridge.name = g_strdup (there->bridge.name);
  order->bridge.text = g_strdup (there->bridge.text);
  self->writing++;
  fram_gaps_page_forget_bridges (self);
  fram_desk_run_async (fram_list_page_get_desk (FRAM_LIST_PAGE (self)), take_bridge, order, order_free, g_free, NULL,
                       on_taken_cb, g_object_ref (self));
}

static GtkWidget *
new_offer_row (const char *icon, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (icon != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  gtk_widget_add_css_class (row, "fram-gap-offer");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static const char *
icon_of (const FramBridge *bridge)
{
  if (strcmp (bridge->kind, "group") == 0)
    return "system-users-symbolic";
  return strcmp (bridge->kind, "workshop") == 0 ? "view-list-symbolic" : "avatar-default-symbolic";
}

static void
add_bridge (FramGapsPage *self, const FramGapRow *row, const FramBridge *bridge)
{
  GtkWidget *widget = new_offer_row (icon_of (bridge), bridge->text, NULL);
  GtkWidget *book = gtk_button_new_with_label (C_ ("gap", "Book"));
  /* TRANSLATORS: what is booked, with day and time */
  g_autofree char *name = g_strdup_printf (_ ("Book: %s"), bridge->text);
  Order *order = g_new0 (Order, 1);

  order->enrolment = row->enrolment;
  order->bridge = *bridge;
  order->bridge.kind = g_strdup (bridge->kind);
  order->bridge.name = g_strdup (bridge->name);
  order->bridge.text = g_strdup (bridge->text);
  g_object_set_data_full (G_OBJECT (book), "order", order, order_free);
  fram_widget_set_accessible_name (book, name);
  gtk_widget_set_valign (book, GTK_ALIGN_CENTER);
  g_signal_connect_object (book, "clicked", G_CALLBACK (on_book_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), book);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (widget), book);
  gtk_list_box_append (self->list, widget);
}

/* Rows below the gap that is open. */
void
fram_gaps_page_add_bridges (FramGapsPage *self, const FramGapRow *row)
{
  if (self->refusal != NULL)
    gtk_list_box_append (self->list, new_offer_row ("dialog-warning-symbolic", self->refusal, NULL));
  else if (self->bridges == NULL)
    gtk_list_box_append (self->list, new_offer_row (NULL, _ ("Looking for what fits…"), NULL));
  else if (self->bridges->len == 0)
    gtk_list_box_append (self->list, new_offer_row (NULL, _ ("Nothing that is free fits the plan"),
                                                    _ ("Open the participant and plan something else.")));
  for (guint i = 0; self->bridges != NULL && i < self->bridges->len; i++)
    add_bridge (self, row, g_ptr_array_index (self->bridges, i));
}
