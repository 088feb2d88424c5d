#include "fram-message-page.h"

struct _FramMessagePage
{
  AdwBin parent_instance;

  /* borrowed */
  AdwStatusPage *status;
  GtkWidget *buttons;
  GtkWidget *progress;
};

G_DEFINE_FINAL_TYPE (FramMessagePage, fram_message_page, ADW_TYPE_BIN)

static void
fram_message_page_class_init (FramMessagePageClass *klass)
{
}

static void
fram_message_page_init (FramMessagePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->status = ADW_STATUS_PAGE (adw_status_page_new ());
  self->progress = gtk_progress_bar_new ();
  self->buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->progress, 260, -1);
  gtk_widget_set_visible (self->progress, FALSE);
  gtk_box_append (GTK_BOX (box), self->progress);
  gtk_box_append (GTK_BOX (box), self->buttons);
  adw_status_page_set_child (self->status, box);
  gtk_widget_set_vexpand (GTK_WIDGET (self->status), TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->status));
}

FramMessagePage *
fram_message_page_new (void)
{
  return g_object_new (FRAM_TYPE_MESSAGE_PAGE, NULL);
}

/**
 * fram_message_page_say:
 * @self: the page
 * @icon: name of an icon
 * @title: what it is about
 * @text: (nullable): one or two sentences
 *
 * Says something new; what was offered before is gone.
 */
void
fram_message_page_say (FramMessagePage *self, const char *icon, const char *title, const char *text)
{
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;
  GtkWidget *child;

  adw_status_page_set_icon_name (self->status, icon);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, escaped);
  gtk_widget_set_visible (self->progress, FALSE);
  while ((child = gtk_widget_get_first_child (self->buttons)) != NULL)
    gtk_box_remove (GTK_BOX (self->buttons), child);
}

/**
 * fram_message_page_offer:
 * @self: the page
 * @label: what can be done
 * @action: the action that does it
 * @suggested: whether it is the one thing to do first
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
fram_message_page_offer (FramMessagePage *self, const char *label, const char *action, gboolean suggested)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  /* with large texts in a narrow window a button has two lines */
  g_object_set (gtk_button_get_child (GTK_BUTTON (button)), "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "justify",
                GTK_JUSTIFY_CENTER, NULL);
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (GTK_BOX (self->buttons), button);
  return button;
}

/**
 * fram_message_page_set_progress:
 * @self: the page
 * @fraction: 0 to 1, negative where the end is not known
 */
void
fram_message_page_set_progress (FramMessagePage *self, double fraction)
{
  gtk_widget_set_visible (self->progress, TRUE);
  if (fraction < 0)
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->progress));
  else
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), MIN (fraction, 1));
}
