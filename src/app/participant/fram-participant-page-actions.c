#include "fram-participant-page-private.h"

#include "fram-ask-workshop-dialog.h"
#include "fram-page.h"
#include "fram-participant-dialog.h"
#include "fram-person-dialog.h"
#include "fram-sections.h"

/* What is changed in a dialog is changed where one was. */
static gboolean
has_dialog (FramParticipantPage *self)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  for (GList *l = all; l != NULL; l = l->next)
    if (GTK_IS_WINDOW (l->data) && gtk_widget_get_visible (l->data) && gtk_window_get_modal (l->data) &&
        gtk_window_get_transient_for (l->data) == GTK_WINDOW (root))
      return TRUE;
  return FALSE;
}

static void on_written_cb (FramParticipantPage *self, const char *what);

/* A question to the workshop is of no section: it is asked from wherever one is. */
static void
ask_workshop (FramParticipantPage *self)
{
  FramAskWorkshopDialog *dialog = fram_ask_workshop_dialog_new (self->desk, GTK_WIDGET (self), self->what);

  g_signal_connect_object (dialog, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * fram_participant_page_add:
 * @self: the page
 * @what: what is to be begun: "entry", "meeting", "milestone" …
 *
 * Asks the sections in their order, and shows the one that has begun it.
 *
 * Returns: whether one has
 */
gboolean
fram_participant_page_add (FramParticipantPage *self, const char *what)
{
  if (g_str_equal (what, "question") && self->what != NULL)
    {
      ask_workshop (self);
      return TRUE;
    }
  for (guint i = 0; i < fram_sections_count (); i++)
    {
      FramSection *section = fram_participant_page_make_section (self, (int)i);

      if (section == NULL || !fram_section_add (section, what))
        continue;
      if (!has_dialog (self))
        fram_participant_page_go_to (self, (int)i);
      return TRUE;
    }
  return FALSE;
}

static void
on_edit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramParticipantPage *self = data;
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (parameter, NULL), ":", 2);
  const FramEntityInfo *info = parts[0] != NULL ? fram_entity_by_name (parts[0]) : NULL;
  FramUuid id;

  if (info == NULL || parts[1] == NULL || !fram_uuid_parse (parts[1], &id))
    return;
  for (guint i = 0; i < fram_sections_count (); i++)
    {
      FramSection *section = fram_participant_page_make_section (self, (int)i);

      if (section == NULL || !fram_section_edit (section, info->number, &id))
        continue;
      if (!has_dialog (self))
        fram_participant_page_go_to (self, (int)i);
      return;
    }
}

static void
on_add_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fram_participant_page_add (data, g_variant_get_string (parameter, NULL));
}

static void
on_go_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fram_participant_page_go_to (data, fram_sections_find (g_variant_get_string (parameter, NULL)));
  fram_page_focus (FRAM_PAGE (data));
}

/* An empty text is the newest one. */
static void
on_enrolment_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramParticipantPage *self = data;

  self->has_enrolment = fram_uuid_parse (g_variant_get_string (parameter, NULL), &self->enrolment);
  fram_participant_page_reload (self);
}

static void
on_written_cb (FramParticipantPage *self, const char *what)
{
  fram_page_toast (FRAM_PAGE (self), what, TRUE);
}

static void
on_change_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramParticipantPage *self = data;
  FramPersonDialog *dialog = fram_person_dialog_new (self->desk, GTK_WIDGET (self), &self->participant);

  g_signal_connect_object (dialog, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_details_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramParticipantPage *self = data;
  char id[FRAM_UUID_TEXT_SIZE];

  fram_uuid_format (&self->participant, id);
  gtk_window_present (GTK_WINDOW (fram_participant_dialog_new (self->desk, GTK_WIDGET (self), id)));
}

static void
on_again_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fram_participant_page_reload (data);
}

static void
on_remember_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fram_page_changed (FRAM_PAGE (data));
}

static const GActionEntry entries[] = {
  { "edit", on_edit_cb, "s" }, { "add", on_add_cb, "s" },
  { "go", on_go_cb, "s" },     { "enrolment", on_enrolment_cb, "s" },
  { "change", on_change_cb },  { "details", on_details_cb },
  { "reload", on_again_cb },   { "remember", on_remember_cb },
};

/**
 * fram_participant_page_go_to_nth:
 * @self: the page
 * @nth: counted from 1 among the sections that the person at the keyboard has
 *
 * Returns: whether there is such a section
 */
gboolean
fram_participant_page_go_to_nth (FramParticipantPage *self, int nth)
{
  for (guint i = 0; i < fram_sections_count (); i++)
    if (fram_sections_get (i)->is_for (self->what) && --nth == 0)
      {
        fram_participant_page_go_to (self, (int)i);
        fram_page_focus (FRAM_PAGE (self));
        return TRUE;
      }
  return FALSE;
}

/* Ctrl+1, 2 … are the sections in view. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                   FramParticipantPage *self)
{
  const GdkModifierType mask = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK;
  guint digit = keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9 ? keyval - GDK_KEY_KP_1 : keyval - GDK_KEY_1;

  if ((state & mask) != GDK_CONTROL_MASK || digit > 8)
    return GDK_EVENT_PROPAGATE;
  if (self->what == NULL)
    {
      /* pressed before the participant is read: it is done then */
      self->wanted_nth = (int)digit + 1;
      return GDK_EVENT_STOP;
    }
  return fram_participant_page_go_to_nth (self, (int)digit + 1) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/**
 * fram_participant_page_add_actions:
 * @self: the page
 *
 * Adds what sections and head ask the page for, and the keys of the sections.
 */
void
fram_participant_page_add_actions (FramParticipantPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "participant", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* What the person may not do is not offered. */
void
fram_participant_page_enable_actions (FramParticipantPage *self)
{
  GAction *change = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "change");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (change), self->what->person->may_edit);
}
