#include "fram-roster-page-private.h"

#include <glib/gi18n-lib.h>

#define CURSOR_WAIT_MS 8

/* The lines of a roster: which row each shows, which has the keyboard, which are selected. Lines are kept and bound again,
 * so that another day costs no new widgets, and a mark changes one line only. */

static gboolean
others_shown (FramRosterPage *self)
{
  return gtk_revealer_get_reveal_child (GTK_REVEALER (self->others_revealer));
}

/* How many lines the keyboard can reach: those of expected people, then the unfolded others. */
guint
fram_roster_page_get_n_lines (FramRosterPage *self)
{
  return self->n_lines + (others_shown (self) ? self->n_others : 0);
}

FramRosterLine *
fram_roster_page_get_line (FramRosterPage *self, guint at)
{
  return at < self->n_lines ? self->lines->pdata[at] : self->other_lines->pdata[at - self->n_lines];
}

int
fram_roster_page_find_line (FramRosterPage *self, const FramUuid *enrolment)
{
  for (guint i = 0; i < fram_roster_page_get_n_lines (self); i++)
    if (fram_uuid_equal (&fram_roster_line_get_row (fram_roster_page_get_line (self, i))->enrolment, enrolment))
      return (int)i;
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
  gtk_list_box_unselect_all (self->others);
}

static void
select_line (FramRosterPage *self, guint at)
{
  gtk_list_box_select_row (at < self->n_lines ? self->list : self->others,
                           GTK_LIST_BOX_ROW (fram_roster_page_get_line (self, at)));
}

/* All expected people; those without a plan are never meant by "all". */
void
fram_roster_page_select_all (FramRosterPage *self)
{
  fram_roster_page_unselect (self);
  for (guint i = 0; i < self->n_lines; i++)
    select_line (self, i);
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
    select_line (self, (guint)i);
  fram_roster_page_move_cursor (self, to);
  self->anchor = anchor;
}

static FramRosterLine *
ensure_line (FramRosterPage *self, GPtrArray *lines, GtkListBox *list, guint at)
{
  FramRosterLine *line;

  if (at < lines->len)
    return lines->pdata[at];
  line = FRAM_ROSTER_LINE (fram_roster_line_new (fram_desk_get_statuses (self->desk), &self->metrics));
  fram_roster_line_set_form (line, self->form);
  fram_roster_page_connect_line (self, line);
  gtk_list_box_append (list, GTK_WIDGET (line));
  g_ptr_array_add (lines, line);
  return line;
}

static void
bind_lines (FramRosterPage *self, GPtrArray *lines, GtkListBox *list, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FramRosterLine *line = ensure_line (self, lines, list, i);

      fram_roster_line_bind (line, rows->pdata[i], self->roster->may_mark);
      gtk_widget_set_visible (GTK_WIDGET (line), TRUE);
    }
  for (guint i = rows->len; i < lines->len; i++)
    gtk_widget_set_visible (lines->pdata[i], FALSE);
}

/* In the stacked form whoever is unmarked stands first; the order holds until another day is shown, so that nothing moves
 * under a finger. */
static void
put_unmarked_first (GPtrArray *rows)
{
  g_autoptr (GPtrArray) marked = g_ptr_array_new ();
  guint kept = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      FramRosterRow *row = rows->pdata[i];

      if (row->status == NULL)
        rows->pdata[kept++] = row;
      else
        g_ptr_array_add (marked, row);
    }
  for (guint i = 0; i < marked->len; i++)
    rows->pdata[kept + i] = marked->pdata[i];
}

static gboolean
same_people (const GPtrArray *lines, guint n, const GPtrArray *rows)
{
  if (n != rows->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      FramRosterRow *old = fram_roster_line_get_row (lines->pdata[i]), *row = rows->pdata[i];

      if (!fram_uuid_equal (&old->enrolment, &row->enrolment) || old->kind != row->kind)
        return FALSE;
    }
  return TRUE;
}

static FramRosterRow *
find_row (const GPtrArray *rows, const FramUuid *enrolment)
{
  for (guint i = 0; i < rows->len; i++)
    if (fram_uuid_equal (&FRAM_ROSTER_ROW (rows->pdata[i])->enrolment, enrolment))
      return rows->pdata[i];
  return NULL;
}

static void
keep_order (GPtrArray *rows, const GPtrArray *lines, guint n)
{
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      FramRosterRow *row = find_row (rows, &fram_roster_line_get_row (lines->pdata[i])->enrolment);

      if (row != NULL)
        g_ptr_array_add (ordered, row);
    }
  for (guint i = 0; i < rows->len; i++)
    if (!g_ptr_array_find (ordered, rows->pdata[i], NULL))
      g_ptr_array_add (ordered, rows->pdata[i]);
  for (guint i = 0; i < rows->len; i++)
    rows->pdata[i] = ordered->pdata[i];
}

/* Every line takes over what is new of its row; one that shows the same as before is not touched. */
static void
take_over (GPtrArray *lines, const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (fram_roster_row_take_over (fram_roster_line_get_row (lines->pdata[i]), rows->pdata[i]))
      fram_roster_line_refresh (lines->pdata[i]);
}

static void
split (FramRoster *roster, GPtrArray *expected, GPtrArray *others)
{
  for (guint i = 0; i < roster->rows->len; i++)
    {
      FramRosterRow *row = roster->rows->pdata[i];

      g_ptr_array_add (row->kind == FRAM_ROSTER_UNPLANNED ? others : expected, row);
    }
}

static void
show_others (FramRosterPage *self)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->others_button, self->n_others > 0);
  gtk_widget_set_visible (self->others_revealer, self->n_others > 0);
  text = g_strdup_printf (ngettext ("%u person placed here, not planned this day",
                                    "%u people placed here, not planned this day", self->n_others),
                          self->n_others);
  gtk_label_set_text (self->others_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->others_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* Where the keyboard and the selection were, by person. */
typedef struct
{
  FramUuid cursor;
  gboolean has_cursor;
  gboolean on_line;
  GArray *selected;
} Kept;

static void
keep (FramRosterPage *self, Kept *kept)
{
  g_autoptr (GPtrArray) selected = fram_roster_page_get_selected (self);
  int at = fram_roster_page_get_cursor (self);

  kept->has_cursor = at >= 0;
  kept->selected = g_array_new (FALSE, FALSE, sizeof (FramUuid));
  for (guint i = 0; i < selected->len; i++)
    g_array_append_val (kept->selected, fram_roster_line_get_row (selected->pdata[i])->enrolment);
  if (at < 0)
    return;
  kept->cursor = fram_roster_line_get_row (fram_roster_page_get_line (self, (guint)at))->enrolment;
  kept->on_line = gtk_widget_is_focus (GTK_WIDGET (fram_roster_page_get_line (self, (guint)at)));
}

static void
restore (FramRosterPage *self, Kept *kept, int old_cursor)
{
  int at = kept->has_cursor ? fram_roster_page_find_line (self, &kept->cursor) : -1;
  int anchor = self->anchor;

  fram_roster_page_unselect (self);
  for (guint i = 0; i < kept->selected->len; i++)
    {
      int selected = fram_roster_page_find_line (self, &g_array_index (kept->selected, FramUuid, i));

      if (selected >= 0)
        select_line (self, (guint)selected);
    }
  if (kept->has_cursor && at != old_cursor)
    fram_roster_page_move_cursor (self, at >= 0 ? at : old_cursor);
  self->anchor = anchor;
  g_array_unref (kept->selected);
}

static void
bind_all (FramRosterPage *self, GPtrArray *expected, GPtrArray *others)
{
  int cursor = fram_roster_page_get_cursor (self);
  Kept kept = { 0 };

  keep (self, &kept);
  bind_lines (self, self->lines, self->list, expected);
  bind_lines (self, self->other_lines, self->others, others);
  self->n_lines = expected->len;
  self->n_others = others->len;
  gtk_widget_set_visible (GTK_WIDGET (self->list), expected->len > 0);
  show_others (self);
  restore (self, &kept, cursor);
}

/* Shows the roster in the lines. Where the people are the same, lines only take over what changed; focus, selection and
 * scroll stay. */
void
fram_roster_page_show_lines (FramRosterPage *self)
{
  g_autoptr (GPtrArray) expected = g_ptr_array_new (), others = g_ptr_array_new ();

  if (self->roster == NULL)
    return;
  split (self->roster, expected, others);
  if (self->form == FRAM_ROSTER_NARROW && self->stale)
    put_unmarked_first (expected);
  else if (self->form == FRAM_ROSTER_NARROW)
    keep_order (expected, self->lines, self->n_lines);
  if (!self->stale && same_people (self->lines, self->n_lines, expected) &&
      same_people (self->other_lines, self->n_others, others))
    {
      take_over (self->lines, expected);
      take_over (self->other_lines, others);
      return;
    }
  bind_all (self, expected, others);
  self->stale = FALSE;
}

/* Shows what is on disk again, where something else was typed that could not be written. */
void
fram_roster_page_refresh_lines (FramRosterPage *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    fram_roster_line_refresh (self->lines->pdata[i]);
  for (guint i = 0; i < self->n_others; i++)
    fram_roster_line_refresh (self->other_lines->pdata[i]);
}
