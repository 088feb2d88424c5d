#include "fram-roster-page-private.h"

#include "fram-clock.h"
#include "fram-discreet.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* More than fit on a screen: what lies below is drawn when it comes into view. */
#define LINES_AT_FIRST 60

/* The lines of a roster: which row each shows. Lines are kept and bound again, so that another day costs no new widgets, and
 * a mark changes one line only. */

static FramRosterLine *
ensure_line (FramRosterPage *self, GPtrArray *lines, GtkListBox *list, guint at)
{
  FramRosterLine *line;

  if (at < lines->len)
    return lines->pdata[at];
  line = FRAM_ROSTER_LINE (fram_roster_line_new (fram_desk_get_statuses (self->desk), &self->metrics));
  fram_roster_line_set_form (line, self->form);
  fram_roster_line_set_discreet (line, self->discreet);
  fram_roster_line_set_in_view (line, self->in_panel || at < LINES_AT_FIRST);
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

      fram_roster_line_bind (line, rows->pdata[i], self->roster->day, self->roster->may_mark);
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

      if (old->part != row->part || !fram_uuid_equal (&old->enrolment, &row->enrolment) || old->kind != row->kind)
        return FALSE;
    }
  return TRUE;
}

static FramRosterRow *
find_row (const GPtrArray *rows, const FramRosterRow *like)
{
  for (guint i = 0; i < rows->len; i++)
    if (FRAM_ROSTER_ROW (rows->pdata[i])->part == like->part &&
        fram_uuid_equal (&FRAM_ROSTER_ROW (rows->pdata[i])->enrolment, &like->enrolment))
      return rows->pdata[i];
  return NULL;
}

static void
keep_order (GPtrArray *rows, const GPtrArray *lines, guint n)
{
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      FramRosterRow *row = find_row (rows, fram_roster_line_get_row (lines->pdata[i]));

      if (row != NULL)
        g_ptr_array_add (ordered, row);
    }
  for (guint i = 0; i < rows->len; i++)
    if (!g_ptr_array_find (ordered, rows->pdata[i], NULL))
      g_ptr_array_add (ordered, rows->pdata[i]);
  for (guint i = 0; i < rows->len; i++)
    rows->pdata[i] = ordered->pdata[i];
}

/* Whether somebody else has marked since: the row as shown against the row as it is on disk now. */
static gboolean
is_changed_by_another (FramRosterPage *self, const FramRosterRow *old, const FramRosterRow *row)
{
  return row->marked_by != NULL && row->marked_at > old->marked_at && g_strcmp0 (row->marked_by, self->me) != 0;
}

static char *
changed_words (const FramRosterRow *row)
{
  g_autofree char *who = fram_discreet_name (row->marked_by);
  g_autofree char *when = fram_time_to_words (fram_instant_get_minute (row->marked_at));

  /* Translators: who changed a mark from elsewhere, and at what time: "Changed by Teresa S. 09:14" */
  return g_strdup_printf (_ ("Changed by %1$s %2$s"), who, when);
}

/* Every line takes over what is new of its row; one that shows the same as before is not touched. What somebody else has
 * changed meanwhile says so, rather than being another without a word. */
static void
take_over (FramRosterPage *self, GPtrArray *lines, const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FramRosterLine *line = lines->pdata[i];
      FramRosterRow *row = fram_roster_line_get_row (line);
      gint64 marked_at = row->marked_at;
      g_autofree char *changed =
          is_changed_by_another (self, row, rows->pdata[i]) ? changed_words (rows->pdata[i]) : NULL;

      if (!fram_roster_row_take_over (row, rows->pdata[i]))
        continue;
      if (changed != NULL || row->marked_at != marked_at)
        fram_roster_line_say_changed (line, changed);
      fram_roster_line_refresh (line);
    }
}

static gboolean
is_shown_in (const GPtrArray *lines, guint n, const FramRosterRow *row)
{
  for (guint i = 0; i < n; i++)
    {
      FramRosterRow *shown = fram_roster_line_get_row (lines->pdata[i]);

      if (shown->part == row->part && fram_uuid_equal (&shown->enrolment, &row->enrolment))
        return TRUE;
    }
  return FALSE;
}

/* Whose time has not come stands folded, until it comes or until there is a mark; the second half of a day stands below its
 * first. While the fold is open nobody changes places under a finger. */
static gboolean
goes_later (FramRosterPage *self, const FramRosterRow *row)
{
  if (self->in_panel || row->kind != FRAM_ROSTER_PLANNED || row->part != 0 || !fram_roster_page_is_ahead (self, row))
    return FALSE;
  if (!self->stale && fram_roster_page_is_unfolded (self->later_revealer))
    {
      if (is_shown_in (self->later_lines, self->n_later, row))
        return TRUE;
      if (is_shown_in (self->lines, self->n_lines, row))
        return FALSE;
    }
  return row->status == NULL;
}

typedef struct
{
  GPtrArray *expected;
  GPtrArray *later;
  GPtrArray *others;
} Split;

static void
split (FramRosterPage *self, Split *split)
{
  for (guint i = 0; i < self->roster->rows->len; i++)
    {
      FramRosterRow *row = self->roster->rows->pdata[i];

      if (row->kind == FRAM_ROSTER_UNPLANNED)
        g_ptr_array_add (split->others, row);
      else
        g_ptr_array_add (goes_later (self, row) ? split->later : split->expected, row);
    }
}

static guint
count_folded (FramRosterPage *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_later; i++)
    n += fram_roster_line_get_row (self->later_lines->pdata[i])->status == NULL;
  return n;
}

/* Whether a mark is not waited for yet, since the time has not come. */
gboolean
fram_roster_page_waits_later (FramRosterPage *self, const FramRosterRow *row)
{
  return row->status == NULL && row->part == 2 && fram_roster_page_is_ahead (self, row);
}

/* How many come later and have no mark. */
guint
fram_roster_page_count_later (FramRosterPage *self)
{
  guint n = count_folded (self);

  for (guint i = 0; i < self->n_lines; i++)
    n += fram_roster_page_waits_later (self, fram_roster_line_get_row (self->lines->pdata[i]));
  return n;
}

static void
show_later (FramRosterPage *self)
{
  guint n = count_folded (self);
  /* Translators: a fold over those whose planned time has not begun: "Later today (3)" */
  g_autofree char *text = g_strdup_printf (ngettext ("Later today (%u)", "Later today (%u)", n), n);

  gtk_widget_set_visible (self->later_button, self->n_later > 0);
  gtk_widget_set_visible (self->later_revealer, self->n_later > 0);
  gtk_label_set_text (self->later_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->later_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
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
  FramRosterKey cursor;
  gboolean has_cursor;
  GArray *selected;
} Kept;

static void
keep (FramRosterPage *self, Kept *kept)
{
  g_autoptr (GPtrArray) selected = fram_roster_page_get_selected (self);
  int at = fram_roster_page_get_cursor (self);

  kept->has_cursor = at >= 0;
  kept->selected = g_array_new (FALSE, FALSE, sizeof (FramRosterKey));
  for (guint i = 0; i < selected->len; i++)
    {
      FramRosterKey key = fram_roster_key_of (fram_roster_line_get_row (selected->pdata[i]));

      g_array_append_val (kept->selected, key);
    }
  if (at >= 0)
    kept->cursor = fram_roster_key_of (fram_roster_line_get_row (fram_roster_page_get_line (self, (guint)at)));
}

static void
restore (FramRosterPage *self, Kept *kept, int old_cursor)
{
  int at = kept->has_cursor ? fram_roster_page_find_line (self, &kept->cursor) : -1;
  int anchor = self->anchor;

  fram_roster_page_unselect (self);
  for (guint i = 0; i < kept->selected->len; i++)
    {
      int selected = fram_roster_page_find_line (self, &g_array_index (kept->selected, FramRosterKey, i));

      if (selected >= 0)
        fram_roster_page_select_line (self, (guint)selected);
    }
  /* a line that was hidden has lost the keyboard, whoever stands in its place now */
  if (kept->has_cursor && (at != old_cursor || fram_roster_page_get_cursor (self) < 0))
    fram_roster_page_move_cursor (self, at >= 0 ? at : old_cursor);
  self->anchor = anchor;
  g_array_unref (kept->selected);
}

static void
bind_all (FramRosterPage *self, const Split *rows)
{
  int cursor = fram_roster_page_get_cursor (self);
  Kept kept = { 0 };

  keep (self, &kept);
  bind_lines (self, self->lines, self->list, rows->expected);
  bind_lines (self, self->later_lines, self->later, rows->later);
  bind_lines (self, self->other_lines, self->others, rows->others);
  self->n_lines = rows->expected->len;
  self->n_later = rows->later->len;
  self->n_others = rows->others->len;
  gtk_widget_set_visible (GTK_WIDGET (self->list), rows->expected->len > 0);
  /* who comes before everybody else finds people, not an empty page */
  if (self->stale)
    fram_roster_page_unfold (self, self->later_revealer, self->n_lines == 0 && self->n_later > 0);
  show_others (self);
  restore (self, &kept, cursor);
  fram_roster_page_follow_scroll (self);
}

static void
show_split (FramRosterPage *self, const Split *rows)
{
  if (!self->stale && same_people (self->lines, self->n_lines, rows->expected) &&
      same_people (self->later_lines, self->n_later, rows->later) &&
      same_people (self->other_lines, self->n_others, rows->others))
    {
      take_over (self, self->lines, rows->expected);
      take_over (self, self->later_lines, rows->later);
      take_over (self, self->other_lines, rows->others);
    }
  else
    bind_all (self, rows);
  self->stale = FALSE;
}

/* Shows the roster in the lines. Where the people are the same, lines only take over what changed; focus, selection and
 * scroll stay. */
void
fram_roster_page_show_lines (FramRosterPage *self)
{
  Split rows = { g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new () };

  if (self->roster != NULL)
    {
      split (self, &rows);
      if (self->form == FRAM_ROSTER_NARROW && self->stale)
        put_unmarked_first (rows.expected);
      else if (self->form == FRAM_ROSTER_NARROW)
        keep_order (rows.expected, self->lines, self->n_lines);
      show_split (self, &rows);
      show_later (self);
    }
  g_ptr_array_unref (rows.expected);
  g_ptr_array_unref (rows.later);
  g_ptr_array_unref (rows.others);
}

void
fram_roster_page_each_line (FramRosterPage *self, FramRosterLineFunc func, gpointer data)
{
  GPtrArray *const all[] = { self->lines, self->later_lines, self->other_lines };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint n = 0; n < all[i]->len; n++)
      func (all[i]->pdata[n], data);
}

static void
refresh_line (FramRosterLine *line, gpointer data)
{
  if (gtk_widget_get_visible (GTK_WIDGET (line)) && fram_roster_line_get_row (line) != NULL)
    fram_roster_line_refresh (line);
}

/* Shows what is on disk again, where something else was typed that could not be written. */
void
fram_roster_page_refresh_lines (FramRosterPage *self)
{
  fram_roster_page_each_line (self, refresh_line, NULL);
}

static void
hide_line (FramRosterLine *line, gpointer data)
{
  gtk_widget_set_visible (GTK_WIDGET (line), FALSE);
}

/* There is no roster to show. */
void
fram_roster_page_hide_lines (FramRosterPage *self)
{
  fram_roster_page_each_line (self, hide_line, NULL);
  self->n_lines = self->n_later = self->n_others = 0;
  self->stale = TRUE;
  gtk_widget_set_visible (self->later_button, FALSE);
  gtk_widget_set_visible (self->later_revealer, FALSE);
  gtk_widget_set_visible (self->others_button, FALSE);
  gtk_widget_set_visible (self->others_revealer, FALSE);
}

typedef struct
{
  GtkWidget *view;
  double top, bottom;
} View;

static void
show_in_view (FramRosterLine *line, gpointer data)
{
  const View *view = data;
  GtkWidget *widget = GTK_WIDGET (line);
  double x, y;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_translate_coordinates (widget, view->view, 0, 0, &x, &y))
    return;
  fram_roster_line_set_in_view (line, y + gtk_widget_get_height (widget) > view->top && y < view->bottom);
}

/* Only lines within a page of what is seen are drawn. */
void
fram_roster_page_follow_scroll (FramRosterPage *self)
{
  double page = gtk_widget_get_height (self->scroller);
  View view = { self->scroller, -page, 2 * page };

  if (page > 0 && !self->in_panel)
    fram_roster_page_each_line (self, show_in_view, &view);
}
