#include "fram-roster-page-private.h"

#define CURSOR_WAIT_MS 8

/* Which line has the keyboard, which are selected: through the people expected now, then, where they are unfolded, those who
 * come later today and those without a plan. */

gboolean
fram_roster_page_is_unfolded (GtkWidget *revealer)
{
  return gtk_revealer_get_reveal_child (GTK_REVEALER (revealer));
}

static void
show_arrow (GtkWidget *button, GtkImage *arrow, gboolean shown)
{
  gtk_image_set_from_icon_name (arrow, shown ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, shown, -1);
}

void
fram_roster_page_unfold (FramRosterPage *self, GtkWidget *revealer, gboolean shown)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (revealer), shown);
  if (revealer == self->later_revealer)
    show_arrow (self->later_button, self->later_arrow, shown);
  else
    show_arrow (self->others_button, self->others_arrow, shown);
  fram_roster_page_follow_scroll (self);
}

static guint
get_n_later (FramRosterPage *self)
{
  return fram_roster_page_is_unfolded (self->later_revealer) ? self->n_later : 0;
}

static guint
get_n_others (FramRosterPage *self)
{
  return fram_roster_page_is_unfolded (self->others_revealer) ? self->n_others : 0;
}

/* How many lines the keyboard can reach. */
guint
fram_roster_page_get_n_lines (FramRosterPage *self)
{
  return self->n_lines + get_n_later (self) + get_n_others (self);
}

FramRosterLine *
fram_roster_page_get_line (FramRosterPage *self, guint at)
{
  guint later = get_n_later (self);

  if (at < self->n_lines)
    return self->lines->pdata[at];
  at -= self->n_lines;
  return at < later ? self->later_lines->pdata[at] : self->other_lines->pdata[at - later];
}

int
fram_roster_page_find_line (FramRosterPage *self, const FramRosterKey *key)
{
  for (guint i = 0; i < fram_roster_page_get_n_lines (self); i++)
    {
      FramRosterKey found = fram_roster_key_of (fram_roster_line_get_row (fram_roster_page_get_line (self, i)));

      if (fram_roster_key_equal (&found, key))
        return (int)i;
    }
  return -1;
}

/* The line that has the keyboard, or within which something has it; -1 for none. */
int
fram_roster_page_get_cursor (FramRosterPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->next_cursor >= 0)
    return MIN (self->next_cursor, (int)fram_roster_page_get_n_lines (self) - 1);
  if (focus == NULL)
    return -1;
  for (guint i = 0; i < fram_roster_page_get_n_lines (self); i++)
    {
      GtkWidget *line = GTK_WIDGET (fram_roster_page_get_line (self, i));

      if (focus == line || gtk_widget_is_ancestor (focus, line))
        return (int)i;
    }
  return -1;
}

gboolean
fram_roster_page_move_cursor (FramRosterPage *self, int at)
{
  int n = (int)fram_roster_page_get_n_lines (self);

  if (n == 0)
    return FALSE;
  self->anchor = -1;
  return gtk_widget_grab_focus (GTK_WIDGET (fram_roster_page_get_line (self, (guint)CLAMP (at, 0, n - 1))));
}

/* Moves the cursor that was to move with a mark. */
void
fram_roster_page_move_cursor_now (FramRosterPage *self)
{
  int at = self->next_cursor;

  g_clear_handle_id (&self->cursor_timeout, g_source_remove);
  self->next_cursor = -1;
  if (at >= 0)
    fram_roster_page_move_cursor (self, at);
}

static gboolean
on_cursor_timeout_cb (gpointer data)
{
  FramRosterPage *self = data;

  self->cursor_timeout = 0;
  fram_roster_page_move_cursor_now (self);
  return G_SOURCE_REMOVE;
}

/* The cursor goes on in the frame that shows the mark, not in one of its own before, which would put the mark off by a
 * whole frame. Where the disk takes its time, the cursor does not wait for it; the next key never does. */
void
fram_roster_page_move_cursor_soon (FramRosterPage *self, int at)
{
  fram_roster_page_move_cursor_now (self);
  self->next_cursor = at;
  self->cursor_timeout = g_timeout_add (CURSOR_WAIT_MS, on_cursor_timeout_cb, self);
}

/* Selected lines in the order of the list. */
GPtrArray *
fram_roster_page_get_selected (FramRosterPage *self)
{
  GPtrArray *selected = g_ptr_array_new ();

  for (guint i = 0; i < fram_roster_page_get_n_lines (self); i++)
    {
      FramRosterLine *line = fram_roster_page_get_line (self, i);

      if (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (line)))
        g_ptr_array_add (selected, line);
    }
  return selected;
}

void
fram_roster_page_unselect (FramRosterPage *self)
{
  self->anchor = -1;
  gtk_list_box_unselect_all (self->list);
  gtk_list_box_unselect_all (self->later);
  gtk_list_box_unselect_all (self->others);
}

void
fram_roster_page_select_line (FramRosterPage *self, guint at)
{
  GtkListBoxRow *line = GTK_LIST_BOX_ROW (fram_roster_page_get_line (self, at));

  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (line))), line);
}

/* All expected people in view; those without a plan are never meant by "all". */
void
fram_roster_page_select_all (FramRosterPage *self)
{
  fram_roster_page_unselect (self);
  for (guint i = 0; i < self->n_lines + get_n_later (self); i++)
    fram_roster_page_select_line (self, i);
}

/* Shift and an arrow: everything between where the selection began and the new place. */
void
fram_roster_page_extend (FramRosterPage *self, int to)
{
  int n = (int)fram_roster_page_get_n_lines (self), anchor = self->anchor;

  if (n == 0)
    return;
  if (anchor < 0)
    anchor = MAX (0, fram_roster_page_get_cursor (self));
  to = CLAMP (to, 0, n - 1);
  fram_roster_page_unselect (self);
  for (int i = MIN (anchor, to); i <= MAX (anchor, to); i++)
    fram_roster_page_select_line (self, (guint)i);
  fram_roster_page_move_cursor (self, to);
  self->anchor = anchor;
}
