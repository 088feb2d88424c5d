#include "fram-roster-page-private.h"

#include <glib/gi18n-lib.h>

#define PAGE_STEP    10

#define COMMAND_MASK (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)

static GtkWidget *
get_focus (FramRosterPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static gboolean
is_writing (FramRosterPage *self)
{
  return GTK_IS_EDITABLE (get_focus (self));
}

/* The keyboard is on a line itself, not on a button within it. */
static gboolean
is_on_line (FramRosterPage *self)
{
  return FRAM_IS_ROSTER_LINE (get_focus (self));
}

/* The status whose letter was typed, in the language of the program; case does not count. */
static const FramStatus *
find_status (FramRosterPage *self, guint keyval)
{
  const GArray *statuses = fram_desk_get_statuses (self->desk);
  gunichar typed = gdk_keyval_to_unicode (gdk_keyval_to_upper (keyval));

  if (typed == 0)
    return NULL;
  for (guint i = 0; i < statuses->len; i++)
    {
      const FramStatus *status = &g_array_index (statuses, FramStatus, i);

      if (g_unichar_toupper (g_utf8_get_char (fram_status_get_letter (status))) == typed)
        return status;
    }
  return NULL;
}

/* Marks the selected lines, or the one with the keyboard; then the cursor goes on. */
static gboolean
mark_here (FramRosterPage *self, const char *code)
{
  g_autoptr (GPtrArray) selected = fram_roster_page_get_selected (self);
  int at = fram_roster_page_get_cursor (self);
  FramRosterLine *line;

  if (selected->len > 1)
    {
      fram_roster_page_mark (self, (FramRosterLine *const *)selected->pdata, selected->len, code);
      return TRUE;
    }
  if (at < 0)
    return FALSE;
  line = fram_roster_page_get_line (self, (guint)at);
  fram_roster_page_mark (self, &line, 1, code);
  fram_roster_page_unselect (self);
  if (code != NULL && self->roster->may_mark && !is_writing (self))
    fram_roster_page_move_cursor_soon (self, at + 1);
  return TRUE;
}

/* Those without a plan in view; nobody waits for their mark. */
static guint
count_others (FramRosterPage *self)
{
  return fram_roster_page_is_unfolded (self->others_revealer) ? self->n_others : 0;
}

static gboolean
say_all_marked (FramRosterPage *self)
{
  guint later = fram_roster_page_count_later (self);
  g_autofree char *text = NULL;

  if (later > 0)
    text = g_strdup_printf (
        ngettext ("Everyone is marked so far; %u comes later.", "Everyone is marked so far; %u come later.", later),
        later);
  fram_roster_page_say (self, later > 0 ? text : _ ("Everyone is marked."), FALSE);
  return TRUE;
}

static gboolean
go_to_next_unmarked (FramRosterPage *self)
{
  int n = (int)(fram_roster_page_get_n_lines (self) - count_others (self)), at = fram_roster_page_get_cursor (self);

  fram_roster_page_unselect (self);
  for (int i = 1; i <= n; i++)
    {
      int next = (at + i) % n;
      FramRosterRow *row = fram_roster_line_get_row (fram_roster_page_get_line (self, (guint)next));

      if (row->status == NULL && row->kind != FRAM_ROSTER_BARE)
        return fram_roster_page_move_cursor (self, next);
    }
  return say_all_marked (self);
}

static gboolean
step (FramRosterPage *self, int to, gboolean extend)
{
  if (extend)
    {
      fram_roster_page_extend (self, to);
      return TRUE;
    }
  fram_roster_page_unselect (self);
  return fram_roster_page_move_cursor (self, to);
}

static gboolean
move (FramRosterPage *self, guint keyval, gboolean extend)
{
  int at = fram_roster_page_get_cursor (self), n = (int)fram_roster_page_get_n_lines (self);

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up: return step (self, at - 1, extend);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down: return step (self, at + 1, extend);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up: return step (self, at - PAGE_STEP, extend);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down: return step (self, at + PAGE_STEP, extend);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home: return step (self, 0, extend);
    case GDK_KEY_End:
    case GDK_KEY_KP_End: return step (self, n - 1, extend);
    default: return FALSE;
    }
}

/* Left and right go along the strip of marks; from its first place back to the line. */
static gboolean
move_along (FramRosterPage *self, guint keyval)
{
  int at = fram_roster_page_get_cursor (self);
  FramRosterLine *line = at >= 0 ? fram_roster_page_get_line (self, (guint)at) : NULL;
  FramMarkStrip *strip = line != NULL ? fram_roster_line_get_strip (line) : NULL;
  gboolean right = keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right;

  if (strip == NULL || !gtk_widget_get_mapped (GTK_WIDGET (strip)))
    return FALSE;
  if (is_on_line (self))
    return right && gtk_widget_is_sensitive (GTK_WIDGET (strip)) &&
           gtk_widget_grab_focus (GTK_WIDGET (fram_mark_strip_get_cell (strip, 0)));
  if (!right && get_focus (self) == GTK_WIDGET (fram_mark_strip_get_cell (strip, 0)))
    return gtk_widget_grab_focus (GTK_WIDGET (line));
  return FRAM_IS_MARK_CELL (get_focus (self)) &&
         gtk_widget_child_focus (GTK_WIDGET (strip), right ? GTK_DIR_RIGHT : GTK_DIR_LEFT);
}

static gboolean
leave (FramRosterPage *self)
{
  g_autoptr (GPtrArray) selected = fram_roster_page_get_selected (self);
  int at = fram_roster_page_get_cursor (self);

  if (at >= 0 && !is_on_line (self))
    return gtk_widget_grab_focus (GTK_WIDGET (fram_roster_page_get_line (self, (guint)at)));
  if (fram_roster_page_close_why (self))
    return TRUE;
  fram_roster_page_unselect (self);
  return selected->len > 0;
}

/* With Alt: days. */
static gboolean
handle_alt (FramRosterPage *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left: fram_roster_page_step (self, -1); return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right: fram_roster_page_step (self, 1); return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home: fram_roster_page_go_home (self); return TRUE;
    default: return FALSE;
    }
}

static gboolean
handle_control (FramRosterPage *self, guint keyval)
{
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_a:
      if (is_writing (self))
        return FALSE;
      fram_roster_page_select_all (self);
      if (fram_roster_page_get_cursor (self) < 0)
        fram_roster_page_move_cursor (self, 0);
      return TRUE;
    case GDK_KEY_d:
      if (self->in_panel)
        return FALSE;
      gtk_menu_button_popup (GTK_MENU_BUTTON (self->day_button));
      return TRUE;
    default: return FALSE;
    }
}

static gboolean
show_menu (FramRosterPage *self)
{
  int at = fram_roster_page_get_cursor (self);

  if (at < 0)
    return FALSE;
  fram_roster_page_show_menu (self, fram_roster_page_get_line (self, (guint)at));
  return TRUE;
}

static gboolean
show_note (FramRosterPage *self)
{
  int at = fram_roster_page_get_cursor (self);

  if (at < 0)
    return FALSE;
  fram_roster_page_show_details (self, fram_roster_page_get_line (self, (guint)at));
  return TRUE;
}

/* Keys that a button within a line needs for itself. */
static gboolean
handle_on_line (FramRosterPage *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter: return go_to_next_unmarked (self);
    case GDK_KEY_space:
    case GDK_KEY_KP_Space: return self->last_code != NULL ? mark_here (self, self->last_code) : TRUE;
    default: return FALSE;
    }
}

static int
digit_of (guint keyval)
{
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    return (int)(keyval - GDK_KEY_0);
  return keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9 ? (int)(keyval - GDK_KEY_KP_0) : -1;
}

static gboolean
is_modifier (guint keyval)
{
  return (keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R) || keyval == GDK_KEY_Num_Lock ||
         keyval == GDK_KEY_ISO_Level3_Shift;
}

static gboolean
handle_plain (FramRosterPage *self, guint keyval, gboolean shift)
{
  const FramStatus *status;

  if (digit_of (keyval) >= 0)
    return fram_roster_page_type_digit (self, digit_of (keyval));
  if (keyval == GDK_KEY_BackSpace && fram_roster_page_erase_digit (self))
    return TRUE;
  if (is_modifier (keyval))
    return FALSE;
  fram_roster_page_flush_digits (self);
  switch (keyval)
    {
    case GDK_KEY_F2: return show_note (self);
    case GDK_KEY_Menu: return show_menu (self);
    case GDK_KEY_F10: return shift && show_menu (self);
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab: return is_on_line (self) && fram_roster_page_focus_why (self);
    case GDK_KEY_Escape: return leave (self);
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace: return mark_here (self, NULL);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right: return move_along (self, keyval);
    default: break;
    }
  if (move (self, keyval, shift) || (is_on_line (self) && handle_on_line (self, keyval)))
    return TRUE;
  status = find_status (self, keyval);
  return status != NULL && mark_here (self, status->code);
}

/**
 * fram_roster_page_handle_key:
 * @self: a page
 * @keyval: the key
 * @state: modifiers
 *
 * Days can be changed from anywhere on the page; everything else needs the keyboard in the list and no entry in use.
 *
 * Returns: whether the key meant something here
 */
gboolean
fram_roster_page_handle_key (FramRosterPage *self, guint keyval, GdkModifierType state)
{
  g_return_val_if_fail (FRAM_IS_ROSTER_PAGE (self), FALSE);
  fram_roster_page_move_cursor_now (self);
  switch ((guint)(state & COMMAND_MASK))
    {
    case GDK_ALT_MASK: return !self->in_panel && handle_alt (self, keyval);
    case GDK_CONTROL_MASK: return handle_control (self, keyval);
    case 0: break;
    default: return FALSE;
    }
  if (self->roster == NULL || is_writing (self) || fram_roster_page_get_cursor (self) < 0)
    return FALSE;
  return handle_plain (self, keyval, (state & GDK_SHIFT_MASK) != 0);
}
