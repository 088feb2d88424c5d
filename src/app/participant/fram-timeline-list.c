#include "fram-timeline-list.h"

#include "fram-form-dialog.h"
#include "fram-words.h"
#include "fram-table.h"

#include <glib/gi18n.h>

#define LEAST_HEIGHT 160

/* --- a line --- */

#define FRAM_TYPE_TIMELINE_LINE (fram_timeline_line_get_type ())
G_DECLARE_FINAL_TYPE (FramTimelineLine, fram_timeline_line, FRAM, TIMELINE_LINE, GObject)

struct _FramTimelineLine
{
  GObject parent_instance;

  /* owned */
  char *where; /* lane and row */
  char *text;

  FramDate from;
  FramDate to; /* FRAM_DATE_NONE while it goes on */
  int stop;    /* -1 for none */
  gboolean is_gap;
};

G_DEFINE_FINAL_TYPE (FramTimelineLine, fram_timeline_line, G_TYPE_OBJECT)

static void
fram_timeline_line_finalize (GObject *object)
{
  FramTimelineLine *self = FRAM_TIMELINE_LINE (object);

  g_free (self->where);
  g_free (self->text);
  G_OBJECT_CLASS (fram_timeline_line_parent_class)->finalize (object);
}

static void
fram_timeline_line_class_init (FramTimelineLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fram_timeline_line_finalize;
}

static void
fram_timeline_line_init (FramTimelineLine *self)
{
}

static char *
line_days (FramTimelineLine *self)
{
  g_autofree char *from = NULL;

  if (self->to == self->from)
    return fram_date_to_words (self->from);
  if (self->to != FRAM_DATE_NONE)
    return fram_date_range_to_text (self->from, self->to);
  from = fram_date_to_day_month (self->from);
  /* Translators: from a day on */
  return g_strdup_printf (C_ ("timeline", "From %s"), from);
}

/* --- the list --- */

struct _FramTimelineList
{
  AdwBin parent_instance;

  /* borrowed */
  GtkListView *view;

  /* owned */
  GListStore *lines;
  GtkSelectionModel *chosen;
};

static guint activated_signal;

G_DEFINE_FINAL_TYPE (FramTimelineList, fram_timeline_list, ADW_TYPE_BIN)

static FramTimelineLine *
add_line (GPtrArray *lines, FramDate from, FramDate to, int stop)
{
  FramTimelineLine *line = g_object_new (FRAM_TYPE_TIMELINE_LINE, NULL);

  line->from = from;
  line->to = to;
  line->stop = stop;
  g_ptr_array_add (lines, line);
  return line;
}

static void
add_stops (GPtrArray *lines, const FramTimelineStops *stops)
{
  for (guint i = 0; i < fram_timeline_stops_get_n (stops); i++)
    {
      const FramTimelineStop *stop = fram_timeline_stops_get (stops, (int)i);
      const FramTimelineItem *item = fram_timeline_stops_get_item (stops, (int)i);
      FramTimelineLine *line;

      if (stop->kind == FRAM_STOP_DAY)
        continue;
      line = add_line (lines, stop->from, item != NULL ? item->to : stop->to, (int)i);
      line->where = g_strdup (fram_timeline_stops_lane_name (stops, (int)i));
      line->text = fram_timeline_stops_to_words (stops, (int)i, NULL);
      line->is_gap = stop->kind == FRAM_STOP_GAP;
    }
}

static void
add_month (GPtrArray *lines, const FramTimeline *timeline, FramDate from, FramDate to)
{
  int sessions = 0, attended = 0, minutes = 0;
  g_autofree char *hours = NULL;
  FramTimelineLine *line;

  for (guint i = 0; i < timeline->days->len; i++)
    {
      const FramTimelineDay *day = &g_array_index (timeline->days, FramTimelineDay, i);

      if (day->day < from || day->day > to)
        continue;
      sessions += day->sessions;
      attended += day->attended;
      minutes += MAX (0, day->attended_minutes);
    }
  line = add_line (lines, from, to, -1);
  hours = fram_hours_to_words (minutes);
  line->where = g_strdup (fram_lane_get_name (FRAM_LANE_ATTENDANCE));
  /* Translators: attendance of a month: sessions attended, sessions that count, hours attended */
  line->text = g_strdup_printf (
      ngettext ("%1$d of %2$d session attended, %3$s", "%1$d of %2$d sessions attended, %3$s", (gulong)sessions),
      attended, sessions, hours);
}

/* The strip of days, month by month. */
static void
add_months (GPtrArray *lines, const FramTimeline *timeline)
{
  FramDate month = FRAM_DATE_NONE;

  for (guint i = 0; i < timeline->days->len; i++)
    {
      FramDate first = fram_date_first_of_month (g_array_index (timeline->days, FramTimelineDay, i).day);

      if (first != month)
        add_month (lines, timeline, first, fram_date_add_months (first, 1) - 1);
      month = first;
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const FramTimelineLine *x = *(FramTimelineLine *const *)a, *y = *(FramTimelineLine *const *)b;

  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return x->stop - y->stop;
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (label, i == 0 ? "fram-timeline-when" : "fram-timeline-what");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_item_set_child (item, box);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  FramTimelineLine *line = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item), *when = gtk_widget_get_first_child (box);
  g_autofree char *days = line_days (line), *heading = g_strdup_printf ("%s · %s", days, line->where);
  g_autofree char *spoken = g_strdup_printf ("%s. %s. %s", days, line->where, line->text);

  gtk_label_set_text (GTK_LABEL (when), heading);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (when)), line->text);
  if (line->is_gap)
    gtk_widget_add_css_class (box, "fram-timeline-gap");
  else
    gtk_widget_remove_css_class (box, "fram-timeline-gap");
  if (gtk_widget_get_parent (box) != NULL)
    fram_widget_set_accessible_name (gtk_widget_get_parent (box), spoken);
}

static void
on_activate_cb (FramTimelineList *self, guint position)
{
  g_autoptr (FramTimelineLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), position);

  if (line != NULL && line->stop >= 0)
    g_signal_emit (self, activated_signal, 0, line->stop);
}

static gboolean
fram_timeline_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FRAM_TIMELINE_LIST (widget)->view));
}

static void
fram_timeline_list_dispose (GObject *object)
{
  FramTimelineList *self = FRAM_TIMELINE_LIST (object);

  g_clear_object (&self->chosen);
  g_clear_object (&self->lines);
  G_OBJECT_CLASS (fram_timeline_list_parent_class)->dispose (object);
}

static void
fram_timeline_list_class_init (FramTimelineListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_timeline_list_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = fram_timeline_list_grab_focus;
  activated_signal = g_signal_new ("activated", FRAM_TYPE_TIMELINE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
fram_timeline_list_init (FramTimelineList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new (), *view;

  self->lines = g_list_store_new (FRAM_TYPE_TIMELINE_LINE);
  self->chosen = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->lines))));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  view = gtk_list_view_new (g_object_ref (self->chosen), g_steal_pointer (&factory));
  self->view = GTK_LIST_VIEW (view);
  gtk_widget_add_css_class (view, "fram-timeline-list");
  g_signal_connect_object (view, "activate", G_CALLBACK (on_activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LEAST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
fram_timeline_list_new (void)
{
  return g_object_new (FRAM_TYPE_TIMELINE_LIST, NULL);
}

/**
 * fram_timeline_list_set_timeline:
 * @self: a list
 * @timeline: (nullable): what is shown
 * @stops: (nullable): its stops; nothing of both is kept
 */
void
fram_timeline_list_set_timeline (FramTimelineList *self, const FramTimeline *timeline, const FramTimelineStops *stops)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *name = NULL;

  g_return_if_fail (FRAM_IS_TIMELINE_LIST (self));
  if (timeline != NULL)
    {
      add_stops (lines, stops);
      add_months (lines, timeline);
      g_ptr_array_sort (lines, compare);
    }
  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)), lines->pdata, lines->len);
  /* Translators: %s is a participant's name */
  name = timeline != NULL && timeline->title != NULL ? g_strdup_printf (_ ("Timeline of %s as a list"), timeline->title)
                                                     : g_strdup (_ ("Timeline as a list"));
  fram_widget_set_accessible_name (GTK_WIDGET (self->view), name);
}

guint
fram_timeline_list_get_n (FramTimelineList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->lines));
}

/**
 * fram_timeline_list_get_text:
 * @self: a list
 * @line: which line
 *
 * Returns: (transfer full) (nullable): what it says
 */
char *
fram_timeline_list_get_text (FramTimelineList *self, guint line)
{
  g_autoptr (FramTimelineLine) one = g_list_model_get_item (G_LIST_MODEL (self->lines), line);

  return one != NULL ? g_strdup (one->text) : NULL;
}

/**
 * fram_timeline_list_dup_selection:
 * @self: a list
 *
 * Returns: (transfer full) (nullable): the chosen lines as a table; %NULL where none is
 */
char *
fram_timeline_list_dup_selection (FramTimelineList *self)
{
  GString *table = g_string_new (NULL);
  char date[FRAM_DATE_TEXT_SIZE];
  guint rows = 0;

  fram_table_add_cell (table, C_ ("column", "From"));
  fram_table_add_cell (table, C_ ("column", "To"));
  fram_table_add_cell (table, C_ ("column", "Lane"));
  fram_table_add_cell (table, C_ ("column", "What"));
  fram_table_end_row (table);
  for (guint i = 0; i < fram_timeline_list_get_n (self); i++)
    {
      g_autoptr (FramTimelineLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

      if (!gtk_selection_model_is_selected (self->chosen, i))
        continue;
      fram_table_add_cell (table, fram_date_format (line->from, date));
      fram_table_add_cell (table, line->to != FRAM_DATE_NONE ? fram_date_format (line->to, date) : "");
      fram_table_add_cell (table, line->where);
      fram_table_add_cell (table, line->text);
      fram_table_end_row (table);
      rows++;
    }
  return g_string_free (table, rows == 0);
}
