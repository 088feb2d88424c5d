#include "fram-window-private.h"

#include "fram-desk-case.h"
#include "fram-kinds.h"
#include "fram-participant-dialog.h"

/* Whom somebody means by a case number is read off the main loop; then that participant's tab is opened. */

typedef struct
{
  FramWindow *window;
  char *who;
  char *section;
} Opening;

static void
opening_free (Opening *self)
{
  g_object_unref (self->window);
  g_free (self->who);
  g_free (self->section);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static gpointer
find_person (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  FramUuid participant;

  return fram_desk_person_id (desk, data, &participant, error) ? g_memdup2 (&participant, sizeof participant) : NULL;
}

/* Who may not open the page has what lists show, in a dialog. */
static void
open_person (Opening *self, const FramUuid *participant)
{
  FramDesk *desk = fram_window_get_desk (self->window);
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (desk);
  char id[FRAM_UUID_TEXT_SIZE];
  g_autofree char *uri = g_strdup_printf ("participant:%s%s%s", fram_uuid_format (participant, id),
                                          self->section != NULL ? "@" : "", self->section != NULL ? self->section : "");

  if (fram_kinds_is_for (viewer, uri))
    fram_window_open_uri (self->window, uri);
  else
    gtk_window_present (GTK_WINDOW (fram_participant_dialog_new (desk, GTK_WIDGET (self->window), id)));
}

static void
on_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree FramUuid *participant = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (fram_window_get_desk (self->window) != FRAM_DESK (source))
    return;
  if (participant != NULL)
    open_person (self, participant);
  else
    fram_window_say (self->window, error->message, FALSE);
}

/**
 * fram_window_open_person:
 * @self: the window
 * @who: a case number or an id
 * @section: (nullable): which section, with "+" and what to begin there
 *
 * Opens a participant.
 */
void
fram_window_open_person (FramWindow *self, const char *who, const char *section)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (self);
  opening->who = g_strdup (who);
  opening->section = section != NULL && section[0] != '\0' ? g_strdup (section) : NULL;
  fram_desk_run_async (fram_window_get_desk (self), find_person, g_strdup (who), g_free, g_free, NULL, on_found_cb,
                       opening);
}
