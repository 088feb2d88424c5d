#include "fram-desk-private.h"

#include <glib/gi18n-lib.h>

/* Undo and redo of this session, newest first. An import of a hundred thousand rows is one step as a mark is: it is taken
 * back on a connection of its own, so that nobody waits for it but who asked. */

gboolean
fram_desk_can_undo (FramDesk *self)
{
  FRAM_DESK_LOCKED (self);
  return self->undo->len > 0;
}

gboolean
fram_desk_can_redo (FramDesk *self)
{
  FRAM_DESK_LOCKED (self);
  return self->redo->len > 0;
}

/* What is to be taken back, as far as it must be known without the lock. */
typedef struct
{
  FramViewer *viewer;
  gint64 action;
  int seat;
  gboolean redo;
  gboolean large;
  FramProgressFunc progress;
  gpointer data;
} Reversal;

static gboolean
reverse_in (FramDb *db, const Reversal *self, gint64 *reversal, GError **error)
{
  g_autoptr (FramChanges) changes = fram_changes_begin (db, self->viewer, self->redo ? "redo" : "undo", NULL, error);

  return changes != NULL && fram_changes_undo_watched (changes, self->action, self->progress, self->data, error) &&
         fram_changes_commit (changes, reversal, error);
}

static gboolean
reverse_apart (FramDesk *desk, const Reversal *self, gint64 *reversal, GError **error)
{
  g_autoptr (FramDb) db = fram_db_open (fram_desk_get_path (desk), desk->clock, error);
  gboolean ok;

  if (db == NULL)
    return FALSE;
  fram_db_set_bulk (db, TRUE);
  ok = reverse_in (db, self, reversal, error);
  fram_db_set_bulk (db, FALSE);
  return ok;
}

/* Redo is the undoing of an undoing: both stacks hold actions that can be reversed. */
static gboolean
find_step (FramDesk *desk, Reversal *self, GError **error)
{
  GPtrArray *from = self->redo ? desk->redo : desk->undo;
  const FramUndoStep *step;

  if (from->len == 0)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                           self->redo ? _ ("There is nothing to do again.") : _ ("There is nothing to undo."));
      return FALSE;
    }
  step = g_ptr_array_index (from, from->len - 1);
  self->action = step->action;
  self->large = step->large;
  self->seat = g_atomic_int_get (&desk->seat);
  self->viewer = fram_viewer_ref (desk->viewer);
  return TRUE;
}

/* The step, unless somebody else sits here now or it has been dropped meanwhile. */
static FramUndoStep *
top_step (FramDesk *desk, const Reversal *self)
{
  GPtrArray *from = self->redo ? desk->redo : desk->undo;
  FramUndoStep *step = from->len > 0 ? g_ptr_array_index (from, from->len - 1) : NULL;

  return step != NULL && step->action == self->action && g_atomic_int_get (&desk->seat) == self->seat ? step : NULL;
}

static void
settle (FramDesk *desk, const Reversal *self, gint64 reversal, char **what)
{
  GPtrArray *from = self->redo ? desk->redo : desk->undo, *to = self->redo ? desk->undo : desk->redo;
  FramUndoStep *step = top_step (desk, self);

  if (step == NULL)
    {
      fram_desk_emit_changed (desk, &fram_changed_house);
      return;
    }
  fram_desk_push_step (to, reversal, step->what, &step->changed)->large = step->large;
  if (what != NULL)
    /* Translators: what was undone, a sentence: "Undone: Leyla A. is marked as present." */
    *what = g_strdup_printf (self->redo ? _ ("Done again: %s") : _ ("Undone: %s"), step->what);
  fram_desk_emit_changed (desk, &step->changed);
  g_ptr_array_remove_index (from, from->len - 1);
}

/* What can never be undone any more does not stand in the way of the rest. */
static void
drop_step (FramDesk *desk, const Reversal *self)
{
  GPtrArray *from = self->redo ? desk->redo : desk->undo;

  if (top_step (desk, self) != NULL)
    g_ptr_array_remove_index (from, from->len - 1);
}

static gboolean
find_and_reverse (FramDesk *desk, Reversal *self, gint64 *reversal, GError **error)
{
  FRAM_DESK_LOCKED (desk);
  if (!find_step (desk, self, error))
    return FALSE;
  return self->large || reverse_in (desk->db, self, reversal, error);
}

/* Called without the lock, so that a large step does not keep it. */
gboolean
fram_desk_step_back (FramDesk *self, gboolean redo, FramProgressFunc progress, gpointer data, char **what,
                     GError **error)
{
  Reversal reversing = { .redo = redo, .progress = progress, .data = data };
  gint64 reversal = 0;
  GError *local = NULL;
  gboolean ok = find_and_reverse (self, &reversing, &reversal, &local) &&
                (!reversing.large || reverse_apart (self, &reversing, &reversal, &local));

  FRAM_DESK_LOCKED (self);
  if (ok)
    settle (self, &reversing, reversal, what);
  else if (reversing.action != 0 && g_error_matches (local, FRAM_ERROR, FRAM_ERROR_CHANGED))
    drop_step (self, &reversing);
  if (!ok)
    g_propagate_error (error, local);
  g_clear_pointer (&reversing.viewer, fram_viewer_unref);
  return ok;
}

/**
 * fram_desk_undo:
 * @self: the desk
 * @what: (out) (optional): a sentence saying what was undone
 * @error: return location; %FRAM_ERROR_CHANGED where somebody has changed it since
 *
 * Returns: whether the newest change of this session is undone
 */
gboolean
fram_desk_undo (FramDesk *self, char **what, GError **error)
{
  return fram_desk_step_back (self, FALSE, NULL, NULL, what, error);
}

gboolean
fram_desk_redo (FramDesk *self, char **what, GError **error)
{
  return fram_desk_step_back (self, TRUE, NULL, NULL, what, error);
}
