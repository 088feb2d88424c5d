#include "fram-timeline-section-private.h"

#include "fram-desk-roster.h"
#include "fram-table.h"
#include "fram-words.h"

#include <glib/gi18n.h>

/* What can be done with a timeline: the buttons above it, and the menu and the words of one thing on it. */

static GSimpleAction *
find_action (FramTimelineSection *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name));
}

static const FramTimelineStop *
menu_stop (FramTimelineSection *self)
{
  const FramTimelineStops *stops = fram_timeline_canvas_get_stops (self->canvas);

  return stops != NULL ? fram_timeline_stops_get (stops, self->menu_stop) : NULL;
}

static const FramTimelineItem *
menu_item (FramTimelineSection *self)
{
  const FramTimelineStops *stops = fram_timeline_canvas_get_stops (self->canvas);

  return stops != NULL ? fram_timeline_stops_get_item (stops, self->menu_stop) : NULL;
}

void
fram_timeline_section_close_popover (FramTimelineSection *self)
{
  if (self->popover != NULL)
    gtk_widget_unparent (self->popover);
  g_clear_object (&self->popover);
}

/* The keyboard goes back to where it was, unless something else has taken it already. */
static void
on_closed_cb (FramTimelineSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->canvas == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->canvas)) ||
      fram_timeline_canvas_get_stop (self->canvas) < 0)
    return;
  if (focus == NULL || self->popover == NULL || focus == self->popover || gtk_widget_is_ancestor (focus, self->popover))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
show_popover (FramTimelineSection *self, GtkWidget *popover, GtkWidget *parent, const GdkRectangle *at)
{
  fram_timeline_section_close_popover (self);
  self->popover = g_object_ref_sink (popover);
  gtk_widget_set_parent (popover, parent);
  if (at != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* --- one thing --- */

static void
edit (FramTimelineSection *self, const FramTimelineItem *item)
{
  char id[FRAM_UUID_TEXT_SIZE];
  g_autofree char *what =
      g_strdup_printf ("%s:%s", fram_entity_info (item->entity)->name, fram_uuid_format (&item->id, id));

  gtk_widget_activate_action (GTK_WIDGET (self), "participant.edit", "s", what);
}

static gboolean
is_editable (const FramTimelineItem *item)
{
  return item != NULL && item->editable && item->entity != FRAM_ENTITY_NONE;
}

static void
on_words_shown_cb (GtkWidget *popover, gpointer label)
{
  gtk_label_select_region (label, 0, 0);
}

/* A gap is closed where all gaps are. */
static GtkWidget *
make_words (FramTimelineSection *self, int stop)
{
  const FramTimelineStops *stops = fram_timeline_canvas_get_stops (self->canvas);
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *words = fram_timeline_canvas_to_words (self->canvas, stop);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* a label that gets the keyboard has all of its text selected */
  g_signal_connect_after (popover, "show", G_CALLBACK (on_words_shown_cb), label);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "fram-timeline-words");
  if (fram_timeline_stops_get (stops, stop)->kind == FRAM_STOP_GAP)
    {
      GtkWidget *button = gtk_button_new_with_label (_ ("Show in the list of gaps"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "gaps:");
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return popover;
}

/**
 * fram_timeline_section_activate:
 * @self: a section
 * @stop: what
 * @from: the drawing or the list
 *
 * Shows where something is changed, where it may be; else tells it.
 */
void
fram_timeline_section_activate (FramTimelineSection *self, int stop, GtkWidget *from)
{
  const FramTimelineStops *stops = fram_timeline_canvas_get_stops (self->canvas);
  const FramTimelineItem *item = stops != NULL ? fram_timeline_stops_get_item (stops, stop) : NULL;
  GdkRectangle bounds;
  gboolean here;

  if (stops == NULL || fram_timeline_stops_get (stops, stop) == NULL)
    return;
  if (is_editable (item))
    {
      edit (self, item);
      return;
    }
  here = from == GTK_WIDGET (self->canvas) && fram_timeline_canvas_get_bounds (self->canvas, stop, &bounds);
  show_popover (self, make_words (self, stop), from, here ? &bounds : NULL);
}

/* --- the menu --- */

static gboolean
has_roster (FramTimelineSection *self)
{
  const FramTimelineItem *item = menu_item (self);

  return item != NULL && (item->lane == FRAM_LANE_WORKSHOPS || item->lane == FRAM_LANE_GROUPS) &&
         self->menu_day != FRAM_DATE_NONE && self->menu_day >= item->from &&
         (item->to == FRAM_DATE_NONE || self->menu_day <= item->to);
}

static GMenu *
make_menu (FramTimelineSection *self)
{
  g_autoptr (GMenu) menu = g_menu_new (), one = g_menu_new (), all = g_menu_new ();
  g_autofree char *day = fram_date_to_short_words (self->menu_day), *roster = NULL;

  if (is_editable (menu_item (self)))
    g_menu_append (one, _ ("Change …"), "timeline.edit");
  if (has_roster (self))
    {
      /* Translators: %s is a day */
      roster = g_strdup_printf (_ ("Roster of %s"), day);
      g_menu_append (one, roster, "timeline.roster");
    }
  if (menu_stop (self) != NULL && menu_stop (self)->kind == FRAM_STOP_GAP)
    g_menu_append (one, _ ("Show in the list of gaps"), "win.open::gaps:");
  if (menu_stop (self) != NULL)
    {
      g_menu_append (one, _ ("Zoom to this"), "timeline.zoom-to");
      g_menu_append (one, _ ("Copy"), "win.copy");
    }
  g_menu_append (all, _ ("Read as a list"), "timeline.list");
  g_menu_append (all, _ ("Print or save as a picture …"), "timeline.print");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (one));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  return g_steal_pointer (&menu);
}

/**
 * fram_timeline_section_show_menu:
 * @self: a section
 * @stop: what it is of, -1 for the whole drawing
 * @day: the day that was pointed at, or %FRAM_DATE_NONE
 * @x: where it opens, in the drawing
 * @y: likewise
 */
void
fram_timeline_section_show_menu (FramTimelineSection *self, int stop, FramDate day, double x, double y)
{
  g_autoptr (GMenu) menu = NULL;
  GtkWidget *popover;

  self->menu_stop = stop;
  self->menu_day = day;
  menu = make_menu (self);
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  show_popover (self, popover, GTK_WIDGET (self->canvas), &(GdkRectangle){ (int)x, (int)y, 1, 1 });
}

static void
on_edit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const FramTimelineItem *item = menu_item (data);

  if (is_editable (item))
    edit (data, item);
}

typedef struct
{
  FramTimelineSection *section;
  char *code;
  FramDate day;
} Roster;

static void
roster_free (gpointer data)
{
  Roster *roster = data;

  g_object_unref (roster->section);
  g_free (roster->code);
  g_free (roster);
}

static gpointer
find_roster (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree FramUuid *activity = g_new0 (FramUuid, 1);

  return fram_desk_find_activity (desk, ((Roster *)data)->code, activity, error) ? g_steal_pointer (&activity) : NULL;
}

static void
on_roster_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree FramUuid *activity = fram_desk_run_finish (FRAM_DESK (source), result, &error);
  char id[FRAM_UUID_TEXT_SIZE], day[FRAM_DATE_TEXT_SIZE];
  Roster *roster = data;

  if (activity != NULL && gtk_widget_get_root (GTK_WIDGET (roster->section)) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (roster->section), "win.open-roster-day", "(ss)",
                                fram_uuid_format (activity, id), fram_date_format (roster->day, day));
  else if (error != NULL && gtk_widget_get_root (GTK_WIDGET (roster->section)) != NULL)
    fram_section_toast (GTK_WIDGET (roster->section), error->message, FALSE);
  roster_free (roster);
}

static void
on_roster_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramTimelineSection *self = data;
  Roster *roster;

  if (!has_roster (self) || self->desk == NULL)
    return;
  roster = g_new0 (Roster, 1);
  roster->section = g_object_ref (self);
  roster->code = g_strdup (menu_item (self)->kind);
  roster->day = self->menu_day;
  fram_desk_run_async (self->desk, find_roster, roster, NULL, g_free, NULL, on_roster_found_cb, roster);
}

static void
on_zoom_to_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramTimelineSection *self = data;
  const FramTimelineStop *stop = menu_stop (self);
  double days, middle;

  if (stop == NULL)
    return;
  days = MAX (stop->to + 1 - stop->from, FRAM_TIMELINE_LEAST_DAYS) * 1.2;
  middle = (stop->from + stop->to + 1) / 2.0;
  fram_timeline_canvas_set_span (self->canvas, middle - days / 2, middle + days / 2);
}

/* --- all of it --- */

static void
on_zoom_in_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fram_timeline_canvas_zoom (((FramTimelineSection *)data)->canvas, FRAM_TIMELINE_ZOOM_STEP);
}

static void
on_zoom_out_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fram_timeline_canvas_zoom (((FramTimelineSection *)data)->canvas, 1 / FRAM_TIMELINE_ZOOM_STEP);
}

static void
on_fit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fram_timeline_canvas_fit (((FramTimelineSection *)data)->canvas);
}

static void
on_today_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramTimelineSection *self = data;

  if (self->timeline != NULL)
    fram_timeline_canvas_go_to_day (self->canvas, self->timeline->today);
}

static void
on_unselect_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fram_timeline_canvas_set_range (((FramTimelineSection *)data)->canvas, FRAM_DATE_NONE, FRAM_DATE_NONE);
}

static void
on_select_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  g_simple_action_set_state (action, state);
  fram_timeline_canvas_set_selecting (((FramTimelineSection *)data)->canvas, g_variant_get_boolean (state));
}

static void
on_list_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  FramTimelineSection *self = data;

  g_simple_action_set_state (action, state);
  gtk_stack_set_visible_child_name (self->views, g_variant_get_boolean (state) ? "list" : "drawing");
  gtk_widget_set_visible (self->zoom, !g_variant_get_boolean (state));
  gtk_widget_set_visible (self->today, !g_variant_get_boolean (state));
  gtk_widget_set_visible (self->select, !g_variant_get_boolean (state));
  fram_timeline_section_arrange (self);
}

static void
on_print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fram_section_print (FRAM_SECTION (data));
}

/* Buttons that would change nothing are not sensitive. */
void
fram_timeline_section_show_actions (FramTimelineSection *self)
{
  const FramTimeline *timeline = self->timeline;
  gboolean any = timeline != NULL, fits = fram_timeline_canvas_fits (self->canvas);

  g_simple_action_set_enabled (find_action (self, "zoom-in"), any && fram_timeline_canvas_can_zoom_in (self->canvas));
  g_simple_action_set_enabled (find_action (self, "zoom-out"), any && !fits);
  g_simple_action_set_enabled (find_action (self, "fit"), any && !fits);
  g_simple_action_set_enabled (find_action (self, "today"),
                               any && !fits && timeline->today >= timeline->from && timeline->today <= timeline->to);
  g_simple_action_set_enabled (find_action (self, "print"), fram_section_can_print (FRAM_SECTION (self)));
}

void
fram_timeline_section_add_actions (FramTimelineSection *self)
{
  static const GActionEntry entries[] = {
    { "zoom-in", on_zoom_in_cb },
    { "zoom-out", on_zoom_out_cb },
    { "fit", on_fit_cb },
    { "today", on_today_cb },
    { "zoom-to", on_zoom_to_cb },
    { "edit", on_edit_cb },
    { "roster", on_roster_cb },
    { "unselect", on_unselect_cb },
    { "print", on_print_cb },
    { "select", NULL, NULL, "false", on_select_cb, { 0 } },
    { "list", NULL, NULL, "false", on_list_cb, { 0 } },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "timeline", G_ACTION_GROUP (self->actions));
}

/* --- copying --- */

static char *
stop_to_table (FramTimelineSection *self, const FramTimelineStops *stops, int stop)
{
  const FramTimelineStop *one = fram_timeline_stops_get (stops, stop);
  const FramTimelineItem *item = fram_timeline_stops_get_item (stops, stop);
  g_autofree char *words = fram_timeline_canvas_to_words (self->canvas, stop);
  FramDate to = item != NULL ? item->to : one->to;
  GString *table = g_string_new (NULL);
  char date[FRAM_DATE_TEXT_SIZE];

  fram_table_add_cell (table, C_ ("column", "From"));
  fram_table_add_cell (table, C_ ("column", "To"));
  fram_table_add_cell (table, C_ ("column", "Lane"));
  fram_table_add_cell (table, C_ ("column", "What"));
  fram_table_end_row (table);
  fram_table_add_cell (table, fram_date_format (one->from, date));
  fram_table_add_cell (table, to != FRAM_DATE_NONE ? fram_date_format (to, date) : "");
  fram_table_add_cell (table, fram_timeline_stops_lane_name (stops, stop));
  fram_table_add_cell (table, words);
  fram_table_end_row (table);
  return g_string_free (table, FALSE);
}

/**
 * fram_timeline_section_dup_table:
 * @self: a section
 *
 * Returns: (transfer full) (nullable): the lines that are chosen in the list; of the drawing the sums of the selected days,
 *   else what has the keyboard
 */
char *
fram_timeline_section_dup_table (FramTimelineSection *self)
{
  const FramTimelineStops *stops = fram_timeline_canvas_get_stops (self->canvas);
  FramDate from, to;

  if (self->timeline == NULL || stops == NULL)
    return NULL;
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "list") == 0)
    return fram_timeline_list_dup_selection (self->list);
  if (fram_timeline_canvas_get_range (self->canvas, &from, &to))
    {
      FramTimelineSums sums = fram_timeline_sum (self->timeline, from, to);

      return fram_timeline_sums_to_table (&sums);
    }
  return fram_timeline_canvas_get_stop (self->canvas) >= 0
             ? stop_to_table (self, stops, fram_timeline_canvas_get_stop (self->canvas))
             : NULL;
}
