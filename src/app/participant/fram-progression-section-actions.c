#include "fram-progression-section-private.h"

#include "fram-desk-copy.h"
#include "fram-my-steps-dialog.h"
#include "fram-progression-turned.h"

#include <glib/gi18n.h>

/* What can be done with the progression as a whole. */

static GSimpleAction *
find_action (FramProgressionSection *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name));
}

static void
on_view_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  g_simple_action_set_state (action, state);
  fram_progression_section_set_kind (data, g_variant_get_string (state, NULL));
  fram_section_remember (data);
}

static void
on_print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fram_section_print (FRAM_SECTION (data));
}

/* The window has what it shows to itself: it stays as it is while the register changes. */
static void
on_turned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramProgressionSection) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramProgression) progression = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL || self->desk != FRAM_DESK (source))
    return;
  if (progression == NULL)
    {
      fram_section_toast (GTK_WIDGET (self), error->message, FALSE);
      return;
    }
  gtk_window_present (GTK_WINDOW (
      fram_progression_turned_new (self->desk, GTK_WIDGET (self), g_steal_pointer (&progression), self->view.shown)));
}

static void
on_turn_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramProgressionSection *self = data;

  if (self->desk != NULL)
    fram_desk_run_async (self->desk, fram_progression_section_read, fram_progression_section_dup_asked (self), g_free,
                         (GDestroyNotify)fram_progression_free, NULL, on_turned_cb, g_object_ref (self));
}

static void
on_my_steps_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramProgressionSection *self = data;

  if (self->what != NULL && self->desk != NULL)
    gtk_window_present (fram_my_steps_dialog_new (self->desk, GTK_WIDGET (self), self->what));
}

/* What is chosen in a menu that is open on one thing. */
static void
on_tell_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fram_progression_section_activate (data, ((FramProgressionSection *)data)->menu_stop);
}

/* --- copying --- */

static void
copy (FramProgressionSection *self)
{
  g_autoptr (GdkTexture) picture = fram_progression_canvas_dup_picture (self->canvas);
  GdkContentProvider *forms[2] = { gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, picture),
                                   gdk_content_provider_new_typed (G_TYPE_STRING, self->words) };
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  fram_section_toast (GTK_WIDGET (self), _ ("The picture and its sentence are copied."), FALSE);
}

static void
on_logged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramProgressionSection) self = data;
  g_autoptr (GError) error = NULL;
  gboolean logged = fram_desk_log_copied_finish (FRAM_DESK (source), result, &error);

  /* whoever sits here now did not ask for it */
  if (self->desk != FRAM_DESK (source) || self->progression == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (logged && fram_progression_canvas_get_layout (self->canvas) != NULL)
    copy (self);
  else if (error != NULL)
    fram_section_toast (GTK_WIDGET (self), error->message, FALSE);
}

/**
 * fram_progression_section_copy:
 * @self: a section
 *
 * Copies the chart as a picture, and its sentence as text. That it leaves the program is in the access log first.
 */
void
fram_progression_section_copy (FramProgressionSection *self)
{
  if (self->progression != NULL && self->desk != NULL)
    fram_desk_log_copied_async (self->desk, FRAM_CLASS_PROGRESS, &self->participant, 1, on_logged_cb,
                                g_object_ref (self));
}

static void
on_copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fram_progression_section_copy (data);
}

/**
 * fram_progression_section_dup_table:
 * @self: a section
 *
 * Returns: (transfer full) (nullable): the rating that has the keyboard; else the chosen lines of the table, or all of it
 */
char *
fram_progression_section_dup_table (FramProgressionSection *self)
{
  const FramProgressionStop *stop;

  if (self->progression == NULL)
    return NULL;
  stop = fram_progression_canvas_get_nth (self->canvas, fram_progression_canvas_get_stop (self->canvas));
  if (!self->as_table && fram_progression_canvas_has_keyboard (self->canvas) && stop != NULL &&
      stop->kind == FRAM_PROGRESSION_STOP_POINT)
    return fram_progression_point_to_table (self->progression, stop->series, stop->rater, stop->index);
  return fram_progression_table_dup_selection (self->table);
}

/* --- actions --- */

/* Buttons that would do nothing are not sensitive. */
void
fram_progression_section_show_actions (FramProgressionSection *self)
{
  gboolean any = self->progression != NULL;

  g_simple_action_set_enabled (find_action (self, "print"), fram_section_can_print (FRAM_SECTION (self)));
  g_simple_action_set_enabled (find_action (self, "copy"), any && !self->as_table);
  g_simple_action_set_enabled (find_action (self, "turn"), any);
  g_simple_action_set_enabled (find_action (self, "my-steps"), any);
}

void
fram_progression_section_add_actions (FramProgressionSection *self)
{
  static const GActionEntry entries[] = {
    { "view", NULL, "s", "'panels'", on_view_cb, { 0 } },
    { "print", on_print_cb },
    { "copy", on_copy_cb },
    { "turn", on_turn_cb },
    { "tell", on_tell_cb },
    { "my-steps", on_my_steps_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "progression", G_ACTION_GROUP (self->actions));
}
