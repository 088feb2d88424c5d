#include "fram-schedule-agenda.h"

#include "fram-schedule-edge.h"
#include "fram-words.h"

#include <glib/gi18n.h>

struct _FramScheduleAgenda
{
  AdwBin parent_instance;

  /* borrowed */
  GtkListBox *list;

  /* owned */
  char *nothing; /* what an empty day says; NULL: that there are no groups */

  int aim; /* the block of today that is on or comes next, one's own before others; -1 for none */
  guint scrolling;
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramScheduleAgenda, fram_schedule_agenda, ADW_TYPE_BIN)

/* -1 for a day without groups */
static int
block_of (GtkListBoxRow *row)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "block")) - 1;
}

static const char *
heading_of (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "heading") : NULL;
}

static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *heading = heading_of (row);
  GtkWidget *label;

  if (g_strcmp0 (heading, heading_of (before)) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "fram-agenda-day");
  if (g_object_get_data (G_OBJECT (row), "today") != NULL)
    gtk_widget_add_css_class (label, "today");
  gtk_list_box_row_set_header (row, label);
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, FramScheduleAgenda *self)
{
  if (block_of (row) >= 0)
    g_signal_emit (self, signals[ACTIVATED], 0, block_of (row));
}

static void
fram_schedule_agenda_finalize (GObject *object)
{
  g_free (FRAM_SCHEDULE_AGENDA (object)->nothing);
  G_OBJECT_CLASS (fram_schedule_agenda_parent_class)->finalize (object);
}

static void
fram_schedule_agenda_class_init (FramScheduleAgendaClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fram_schedule_agenda_finalize;
  signals[ACTIVATED] = g_signal_new ("activated", FRAM_TYPE_SCHEDULE_AGENDA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
fram_schedule_agenda_init (FramScheduleAgenda *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->aim = -1;
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_header_func (self->list, set_header, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "fram-agenda");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Groups of the week"),
                                  -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
fram_schedule_agenda_new (void)
{
  return g_object_new (FRAM_TYPE_SCHEDULE_AGENDA, NULL);
}

/* "Thursday 12 November · today", with what the day is called where nobody is expected */
static char *
words_of_day (const FramSchedulePicture *picture, const FramScheduleHead *head)
{
  g_autofree char *date = fram_date_to_near_words (head->day, head->day);
  g_autofree char *day = g_strdup_printf (C_ ("schedule, weekday and date", "%1$s %2$s"),
                                          fram_weekday_name (fram_date_get_weekday (head->day)), date);
  GString *text = g_string_new (day);

  if (head->day == picture->today)
    g_string_append_printf (text, " · %s", C_ ("schedule", "today"));
  if (head->note != NULL)
    g_string_append_printf (text, " · %s", head->note);
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
make_words (const FramScheduleBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = make_label (block->title, "fram-agenda-title");
  g_autofree char *lines = block->lines != NULL ? g_strjoinv (" · ", block->lines) : g_strdup ("");

  if (block->style == FRAM_SCHEDULE_CANCELLED || block->style == FRAM_SCHEDULE_AWAY)
    gtk_widget_add_css_class (title, "cancelled");
  gtk_box_append (GTK_BOX (box), title);
  if (lines[0] != '\0')
    gtk_box_append (GTK_BOX (box), make_label (lines, "fram-dim"));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
make_row (const FramScheduleBlock *block)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *hours =
      block->starts != FRAM_TIME_NONE ? fram_time_range_to_text (block->starts, block->ends) : g_strdup ("");
  GtkWidget *time = make_label (hours, "numeric");

  gtk_label_set_wrap (GTK_LABEL (time), FALSE);
  gtk_label_set_width_chars (GTK_LABEL (time), 11);
  gtk_widget_set_direction (time, GTK_TEXT_DIR_LTR);
  gtk_box_append (GTK_BOX (box), time);
  gtk_box_append (GTK_BOX (box), fram_schedule_edge_new (block->style, block->colour));
  gtk_box_append (GTK_BOX (box), make_words (block));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "fram-agenda-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  block->spoken != NULL ? block->spoken : block->title, -1);
  return row;
}

static GtkWidget *
make_nothing (FramScheduleAgenda *self)
{
  const char *text = self->nothing != NULL ? self->nothing : _ ("No groups");
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_label (text, "fram-dim"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "fram-agenda-row");
  return row;
}

static void
append (FramScheduleAgenda *self, GtkWidget *row, const char *heading, gboolean today, int block)
{
  g_object_set_data_full (G_OBJECT (row), "heading", g_strdup (heading), g_free);
  g_object_set_data (G_OBJECT (row), "today", today ? row : NULL);
  g_object_set_data (G_OBJECT (row), "block", GINT_TO_POINTER (block + 1));
  gtk_list_box_append (self->list, row);
}

static int
by_time (gconstpointer a, gconstpointer b, gpointer data)
{
  const FramSchedulePicture *picture = data;
  const FramScheduleBlock *x = &g_array_index (picture->blocks, FramScheduleBlock, *(const guint *)a);
  const FramScheduleBlock *y = &g_array_index (picture->blocks, FramScheduleBlock, *(const guint *)b);

  if (x->starts != y->starts)
    return x->starts - y->starts;
  return *(const guint *)a < *(const guint *)b ? -1 : 1;
}

/* The blocks of a day as they come: a talk stands between the groups. */
static GArray *
blocks_of_day (const FramSchedulePicture *picture, FramDate day)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < picture->blocks->len; i++)
    if (g_array_index (picture->blocks, FramScheduleBlock, i).day == day)
      g_array_append_val (blocks, i);
  g_array_sort_with_data (blocks, by_time, (gpointer)picture);
  return blocks;
}

static void
add_day (FramScheduleAgenda *self, const FramSchedulePicture *picture, const FramScheduleHead *head)
{
  g_autofree char *heading = words_of_day (picture, head);
  g_autoptr (GArray) blocks = blocks_of_day (picture, head->day);
  gboolean today = head->day == picture->today;

  for (guint i = 0; i < blocks->len; i++)
    {
      guint at = g_array_index (blocks, guint, i);

      append (self, make_row (&g_array_index (picture->blocks, FramScheduleBlock, at)), heading, today, (int)at);
    }
  if (blocks->len == 0)
    append (self, make_nothing (self), heading, today, -1);
}

static int
find_aim (const FramSchedulePicture *picture)
{
  g_autoptr (GArray) blocks = blocks_of_day (picture, picture->today);
  int aim = -1;

  for (guint i = 0; i < blocks->len; i++)
    {
      guint at = g_array_index (blocks, guint, i);
      const FramScheduleBlock *block = &g_array_index (picture->blocks, FramScheduleBlock, at);

      if (picture->now != FRAM_TIME_NONE && block->ends <= picture->now)
        continue;
      if (block->style == FRAM_SCHEDULE_OWN)
        return (int)at;
      if (aim < 0)
        aim = (int)at;
    }
  return aim;
}

/**
 * fram_schedule_agenda_set_picture:
 * @self: an agenda
 * @picture: (nullable): what it shows
 */
void
fram_schedule_agenda_set_picture (FramScheduleAgenda *self, const FramSchedulePicture *picture)
{
  GtkWidget *child;

  g_return_if_fail (FRAM_IS_SCHEDULE_AGENDA (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  self->aim = picture != NULL ? find_aim (picture) : -1;
  for (guint i = 0; picture != NULL && i < picture->heads->len; i++)
    add_day (self, picture, &g_array_index (picture->heads, FramScheduleHead, i));
}

/**
 * fram_schedule_agenda_set_at:
 * @self: an agenda
 * @block: place of a block in its picture
 *
 * The keyboard will go there when it comes.
 */
void
fram_schedule_agenda_set_at (FramScheduleAgenda *self, int block)
{
  GtkListBoxRow *row;

  g_return_if_fail (FRAM_IS_SCHEDULE_AGENDA (self));
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (block_of (row) == block)
      {
        gtk_list_box_select_row (self->list, row);
        return;
      }
}

static GtkListBoxRow *
first_of_today (FramScheduleAgenda *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_object_get_data (G_OBJECT (row), "today") != NULL)
      break;
  return row;
}

/* Where a row begins, with the heading of its day where it has one. */
static double
top_of (FramScheduleAgenda *self, GtkListBoxRow *row)
{
  GtkWidget *heading = gtk_list_box_row_get_header (row);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (heading != NULL ? heading : GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    return 0;
  return bounds.origin.y;
}

/* Today stands at the top; a row that is chosen is in view in any case. */
static gboolean
scroll (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  FramScheduleAgenda *self = FRAM_SCHEDULE_AGENDA (widget);
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self)));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (self->list), *today = first_of_today (self);
  GtkListBoxRow *any = chosen != NULL ? chosen : today;

  if (any != NULL && gtk_widget_get_height (GTK_WIDGET (any)) == 0)
    return G_SOURCE_CONTINUE;
  if (today != NULL)
    gtk_adjustment_set_value (adjustment, top_of (self, today));
  if (chosen != NULL)
    {
      double top = top_of (self, chosen),
             end = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment);

      if (top < gtk_adjustment_get_value (adjustment) || top + 2 * gtk_widget_get_height (GTK_WIDGET (chosen)) > end)
        gtk_adjustment_set_value (adjustment, top);
    }
  self->scrolling = 0;
  return G_SOURCE_REMOVE;
}

/* Today, or the row that is chosen, is in view as soon as there is a size. */
void
fram_schedule_agenda_show_today (FramScheduleAgenda *self)
{
  if (self->scrolling == 0)
    self->scrolling = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll, NULL, NULL);
}

/* To the row that is chosen, else to what is on or next today, else to the first of today, else to the first. */
void
fram_schedule_agenda_take_focus (FramScheduleAgenda *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list), *first = NULL, *of_today = NULL, *aim = NULL, *any;

  for (int i = 0; (any = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      int block = block_of (any);

      if (block < 0)
        continue;
      if (first == NULL)
        first = any;
      if (of_today == NULL && g_object_get_data (G_OBJECT (any), "today") != NULL)
        of_today = any;
      if (block == self->aim)
        aim = any;
    }
  if (row == NULL)
    row = aim != NULL ? aim : of_today != NULL ? of_today : first;
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The block that is chosen, or -1. */
int
fram_schedule_agenda_get_at (FramScheduleAgenda *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? block_of (row) : -1;
}

GtkListBox *
fram_schedule_agenda_get_list (FramScheduleAgenda *self)
{
  g_return_val_if_fail (FRAM_IS_SCHEDULE_AGENDA (self), NULL);
  return self->list;
}

/**
 * fram_schedule_agenda_set_nothing:
 * @self: a list
 * @text: what a day says on which nothing stands, from the next picture on
 */
void
fram_schedule_agenda_set_nothing (FramScheduleAgenda *self, const char *text)
{
  g_return_if_fail (FRAM_IS_SCHEDULE_AGENDA (self));
  g_free (self->nothing);
  self->nothing = g_strdup (text);
}
