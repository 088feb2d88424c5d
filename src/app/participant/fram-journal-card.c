#include "fram-journal-card.h"

#include "fram-form-dialog.h"
#include "fram-journal.h"
#include "fram-words.h"

#include <glib/gi18n.h>

struct _FramJournalCard
{
  AdwBin parent_instance;

  /* borrowed */
  GtkLabel *heading;
  GtkWidget *card;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *badge;
  GtkLabel *when;
  GtkLabel *who;
  GtkLabel *text;
  GtkLabel *signature;
  GtkToggleButton *earlier;
  GtkLabel *versions;
  GtkBox *buttons;
  GtkMenuButton *menu;
};

G_DEFINE_FINAL_TYPE (FramJournalCard, fram_journal_card, ADW_TYPE_BIN)

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

static void
add_part (GPtrArray *parts, char *part)
{
  if (part != NULL && part[0] != '\0')
    g_ptr_array_add (parts, part);
  else
    g_free (part);
}

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **)parts->pdata);
}

/* "anvisande handläggare; FRAM" is written for machines. */
static char *
say_parties (const char *parties)
{
  return g_strdelimit (g_strdup (parties != NULL ? parties : ""), ";", ',');
}

static char *
say_minutes (int minutes)
{
  return minutes > 0 ? g_strdup_printf (ngettext ("%d minute", "%d minutes", minutes), minutes) : NULL;
}

static char *
say_day (FramDate day, FramDate today)
{
  if (day == today)
    return g_strdup (_ ("Today"));
  if (day == today - 1)
    return g_strdup (_ ("Yesterday"));
  if (day == today + 1)
    return g_strdup (_ ("Tomorrow"));
  return fram_date_to_words (day);
}

static char *
say_when (FramDate day, int time, int minutes, FramDate today)
{
  g_autofree char *date = say_day (day, today);
  g_autofree char *clock = time == FRAM_TIME_NONE ? NULL
                           : minutes > 0          ? fram_time_range_to_text (time, time + minutes)
                                                  : fram_time_to_words (time);

  return clock != NULL ? g_strdup_printf ("%s %s", date, clock) : g_steal_pointer (&date);
}

/* Buttons */

static void
clear_buttons (FramJournalCard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    gtk_box_remove (self->buttons, child);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), FALSE);
}

static void
add_button (FramJournalCard *self, const char *label, const char *action, const FramUuid *id, const char *of)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  char text[FRAM_UUID_TEXT_SIZE];
  /* TRANSLATORS: what a button does, and with what: "Held: Follow-up, Thu 12 November 10.00" */
  g_autofree char *name = g_strdup_printf (_ ("%1$s: %2$s"), label, of);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", fram_uuid_format (id, text));
  fram_widget_set_accessible_name (button, name);
  gtk_box_append (self->buttons, button);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), TRUE);
}

static void
add_item (GMenu *menu, const char *label, const char *action, const FramUuid *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
  char text[FRAM_UUID_TEXT_SIZE];

  g_menu_item_set_action_and_target (item, action, "s", fram_uuid_format (id, text));
  g_menu_append_item (menu, item);
}

static void
show_menu (FramJournalCard *self, GMenu *menu, const char *of)
{
  g_autofree char *name = g_strdup_printf (_ ("More: %s"), of);

  gtk_menu_button_set_menu_model (self->menu, menu != NULL ? G_MENU_MODEL (menu) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->menu), menu != NULL);
  fram_widget_set_accessible_name (self->menu, name);
}

/* The badge is one of info, warning and plain. */
static void
show_badge (FramJournalCard *self, const char *text, const char *klass)
{
  const char *const classes[] = { "fram-badge", klass, NULL };

  set_label (self->badge, text);
  gtk_widget_set_css_classes (GTK_WIDGET (self->badge), (const char **)classes);
}

static void
show_icon (FramJournalCard *self, const char *icon, const char *klass)
{
  const char *const classes[] = { "fram-disc", klass, NULL };

  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), (const char **)classes);
}

/* A booking */

static void
show_booking_buttons (FramJournalCard *self, const FramBooking *booking, const char *words)
{
  g_autoptr (GMenu) menu = NULL;

  clear_buttons (self);
  if (booking->to_be_told)
    {
      add_button (self, C_ ("booking", "Held"), "journal.held", &booking->id, words);
      add_button (self, C_ ("booking", "Did not come"), "journal.missed", &booking->id, words);
    }
  if (booking->may_change)
    {
      menu = g_menu_new ();
      add_item (menu, _ ("Move or change…"), "journal.move", &booking->id);
      add_item (menu, _ ("Call off"), "journal.cancel", &booking->id);
    }
  show_menu (self, menu, words);
}

static void
show_booking (FramJournalCard *self, const FramBooking *booking, FramDate today)
{
  g_autoptr (GPtrArray) who = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *words = fram_booking_to_words (booking);
  g_autofree char *people = NULL;

  add_part (who, say_when (booking->day, booking->starts, booking->minutes, today));
  add_part (who, g_strdup (booking->staff_name));
  add_part (who, say_parties (booking->parties));
  add_part (who, g_strdup (booking->place));
  if (booking->interpreter)
    add_part (who, g_strdup (_ ("interpreter asked for")));
  people = join (who);
  show_icon (self, "x-office-calendar-symbolic", booking->to_be_told ? "warning" : "info");
  set_label (self->title, booking->title);
  show_badge (self, booking->to_be_told ? _ ("Was it held?") : NULL, "warning");
  set_label (self->when, people);
  set_label (self->who, NULL);
  set_label (self->text, NULL);
  set_label (self->signature, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->earlier), FALSE);
  show_booking_buttons (self, booking, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->card), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* An entry */

static char *
say_signed (const FramEntry *entry, FramDate today)
{
  g_autofree char *day = say_day (fram_instant_get_date (entry->signed_at), today);
  g_autofree char *time = fram_time_to_words (fram_instant_get_minute (entry->signed_at));

  /* TRANSLATORS: a day in words and a time: "signed Thursday 12 November 2026 11.02" */
  return g_strdup_printf (_ ("signed %1$s %2$s"), day, time);
}

static char *
say_signature (const FramEntry *entry, FramDate today)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (entry->is_event)
    return NULL;
  add_part (parts, g_strdup (entry->author));
  if (entry->by_ot)
    add_part (parts, g_strdup (_ ("own entry as an occupational therapist")));
  if (entry->signed_at != 0)
    add_part (parts, say_signed (entry, today));
  if (entry->next != NULL)
    /* TRANSLATORS: the next meeting: "next: Follow-up, Thu 26 November 10.00" */
    add_part (parts, g_strdup_printf (_ ("next: %s"), entry->next));
  return join (parts);
}

static void
show_versions (FramJournalCard *self, const FramEntry *entry, FramDate today)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->earlier), entry->earlier != NULL);
  gtk_toggle_button_set_active (self->earlier, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->versions), FALSE);
  if (entry->earlier == NULL)
    return;
  label = g_strdup_printf (ngettext ("%d earlier version", "%d earlier versions", (int)entry->earlier->len),
                           (int)entry->earlier->len);
  gtk_button_set_label (GTK_BUTTON (self->earlier), label);
  for (guint i = 0; i < entry->earlier->len; i++)
    {
      const FramEntry *version = g_ptr_array_index (entry->earlier, i);
      g_autofree char *signature = say_signature (version, today);

      g_string_append_printf (text, "%s%s\n%s", i > 0 ? "\n\n" : "", signature, version->text);
    }
  gtk_label_set_label (self->versions, text->str);
}

static void
show_entry_buttons (FramJournalCard *self, const FramEntry *entry, const char *words)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  clear_buttons (self);
  if (entry->signed_at == 0)
    add_button (self, _ ("Go on writing"), "journal.open", &entry->id, words);
  add_item (menu, _ ("Copy as text"), "journal.copy", &entry->id);
  if (entry->may_correct)
    add_item (menu, _ ("Correct…"), "journal.correct", &entry->id);
  show_menu (self, menu, words);
}

static void
show_entry_badge (FramJournalCard *self, const FramEntry *entry)
{
  if (entry->signed_at == 0)
    show_badge (self, _ ("Draft"), "warning");
  else if (entry->is_event)
    show_badge (self, fram_booking_status_get_name (entry->status), "plain");
  else
    show_badge (self, fram_uuid_is_none (&entry->replaces) ? C_ ("journal", "Signed") : C_ ("journal", "Corrected"),
                "info");
}

static void
show_entry (FramJournalCard *self, const FramEntry *entry, FramDate today)
{
  g_autofree char *when = say_when (entry->day, entry->time, -1, today);
  g_autofree char *attendees = say_parties (entry->attendees);
  g_autofree char *minutes = say_minutes (entry->minutes);
  g_autofree char *signature = say_signature (entry, today);
  g_autofree char *words = g_strdup_printf ("%s, %s", entry->title, when);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *details = NULL;

  add_part (parts, g_strdup (when));
  add_part (parts, g_strdup (minutes));
  if (entry->interpreter)
    add_part (parts, g_strdup (_ ("with an interpreter")));
  details = join (parts);
  show_icon (self, entry->is_event ? "x-office-calendar-symbolic" : fram_journal_kind_get_icon (entry->kind), "plain");
  set_label (self->title, entry->title);
  show_entry_badge (self, entry);
  set_label (self->when, details);
  set_label (self->who, attendees);
  set_label (self->text, entry->text);
  set_label (self->signature, signature);
  show_versions (self, entry, today);
  show_entry_buttons (self, entry, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->card), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * fram_journal_card_show:
 * @self: a card
 * @item: (nullable): what it shows from now on
 * @today: the day
 */
void
fram_journal_card_show (FramJournalCard *self, FramJournalItem *item, FramDate today)
{
  gboolean heading = item != NULL && fram_journal_item_get_kind (item) == FRAM_JOURNAL_HEADING;

  gtk_widget_set_visible (GTK_WIDGET (self->heading), heading);
  gtk_widget_set_visible (self->card, item != NULL && !heading);
  gtk_widget_set_visible (GTK_WIDGET (self->versions), FALSE);
  if (item == NULL)
    return;
  if (heading)
    gtk_label_set_label (self->heading, fram_journal_item_get_text (item));
  else if (fram_journal_item_get_booking (item) != NULL)
    show_booking (self, fram_journal_item_get_booking (item), today);
  else
    show_entry (self, fram_journal_item_get_entry (item), today);
}

static void
on_earlier_toggled_cb (FramJournalCard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->versions), gtk_toggle_button_get_active (self->earlier));
}

static void
fram_journal_card_class_init (FramJournalCardClass *klass)
{
}

static GtkLabel *
new_label (const char *klass)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (klass != NULL)
    gtk_widget_add_css_class (label, klass);
  return GTK_LABEL (label);
}

static GtkWidget *
make_head (FramJournalCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->title = new_label ("heading");
  self->badge = new_label ("fram-badge");
  gtk_label_set_wrap (self->badge, FALSE);
  gtk_label_set_ellipsize (self->badge, PANGO_ELLIPSIZE_END);
  self->menu = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->menu, "view-more-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->menu), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->badge), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->badge));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->menu));
  return head;
}

static void
add_labels (FramJournalCard *self, GtkWidget *column)
{
  self->when = new_label ("fram-dim");
  self->who = new_label ("fram-dim");
  self->text = new_label ("fram-journal-words");
  self->signature = new_label ("fram-dim");
  self->versions = new_label ("fram-journal-earlier");
  self->earlier = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  self->buttons = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->signature), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->earlier), "flat");
  gtk_widget_set_halign (GTK_WIDGET (self->earlier), GTK_ALIGN_START);
  g_signal_connect_object (self->earlier, "toggled", G_CALLBACK (on_earlier_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->when));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->who));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->signature));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->earlier));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->versions));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->buttons));
}

static void
fram_journal_card_init (FramJournalCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->heading = new_label ("fram-journal-heading");
  self->card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->icon), GTK_ALIGN_START);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "fram-journal-card");
  gtk_box_append (GTK_BOX (column), make_head (self));
  add_labels (self, column);
  gtk_box_append (GTK_BOX (self->card), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (self->card), column);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (box), self->card);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
fram_journal_card_new (void)
{
  return g_object_new (FRAM_TYPE_JOURNAL_CARD, NULL);
}
