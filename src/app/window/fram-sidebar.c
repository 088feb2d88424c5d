#include "fram-sidebar.h"

#include "fram-desk-adaptation.h"
#include "fram-desk-commitment.h"
#include "fram-desk-gaps.h"
#include "fram-desk-roster.h"
#include "fram-desk-task.h"
#include "fram-kinds.h"
#include "fram-rights.h"
#include "fram-words.h"

#include <glib/gi18n.h>

struct _FramSidebar
{
  AdwBin parent_instance;

  /* borrowed */
  GtkListBox *list;

  /* owned */
  FramDesk *desk;
  GPtrArray *activities; /* FramActivityCount */
  guint waiting;         /* tasks of the person */
  guint gaps;            /* participants with a gap now or soon */
  guint late;            /* commitments that are late */
  guint reviews;         /* adaptations to be reviewed */
  gboolean other_person; /* the rows are made for somebody else */
  GCancellable *loading;
  char *selected;
};

typedef struct
{
  GPtrArray *activities;
  guint waiting;
  guint gaps;
  guint late;
  guint reviews;
} Counts;

enum
{
  READY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramSidebar, fram_sidebar, ADW_TYPE_BIN)

static const char *
icon_of_workshop (const char *code)
{
  static const char *const icons[][2] = {
    { "administration", "x-office-document-symbolic" },
    { "kreativt_hantverk", "applications-graphics-symbolic" },
    { "kok_bageri", "emoji-food-symbolic" },
    { "snickeri", "applications-engineering-symbolic" },
    { "tradgard", "emoji-nature-symbolic" },
    { "butik_torsten", "emoji-objects-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_strcmp0 (icons[i][0], code) == 0)
      return icons[i][1];
  return "view-list-symbolic";
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (data), "win.open", "s", gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *section = g_object_get_data (G_OBJECT (row), "section");
  const char *previous = before != NULL ? g_object_get_data (G_OBJECT (before), "section") : NULL;
  GtkWidget *label;

  if (section == NULL || g_strcmp0 (section, previous) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (section);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "fram-section");
  gtk_list_box_row_set_header (row, label);
}

static void
fram_sidebar_dispose (GObject *object)
{
  FramSidebar *self = FRAM_SIDEBAR (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  g_clear_pointer (&self->selected, g_free);
  G_OBJECT_CLASS (fram_sidebar_parent_class)->dispose (object);
}

static void
fram_sidebar_class_init (FramSidebarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_sidebar_dispose;
  signals[READY] = g_signal_new ("ready", FRAM_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fram_sidebar_init (FramSidebar *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_list_box_set_header_func (self->list, set_header, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Navigation"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "fram-sidebar");
  adw_bin_set_child (ADW_BIN (self), scroller);
}

FramSidebar *
fram_sidebar_new (void)
{
  return g_object_new (FRAM_TYPE_SIDEBAR, NULL);
}

static GtkWidget *
make_row (const char *uri, const char *section, const char *icon, const char *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *number = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (number, "fram-count");
  /* "9/12" is read from the left in every script */
  gtk_widget_set_direction (number, GTK_TEXT_DIR_LTR);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, uri);
  g_object_set_data_full (G_OBJECT (row), "section", g_strdup (section), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

static void
show_number (GtkWidget *row, const char *number, const char *spoken)
{
  GtkWidget *label = gtk_widget_get_last_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));

  gtk_label_set_label (GTK_LABEL (label), number != NULL ? number : "");
  gtk_widget_set_tooltip_text (row, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  spoken != NULL ? spoken : "", -1);
}

static void
show_waiting (GtkWidget *row, guint waiting)
{
  g_autofree char *number = waiting > 0 ? g_strdup_printf ("%u", waiting) : NULL;
  g_autofree char *spoken =
      waiting > 0 ? g_strdup_printf (ngettext ("%u task waits for you", "%u tasks wait for you", waiting), waiting)
                  : NULL;

  show_number (row, number, spoken);
}

static GtkWidget *
find_row (FramSidebar *self, const char *uri)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  while (row != NULL && (!GTK_IS_LIST_BOX_ROW (row) || g_strcmp0 (gtk_widget_get_name (row), uri) != 0))
    row = gtk_widget_get_next_sibling (row);
  return row;
}

/* Figures of pages that are no rosters; a page without a row has none. */
static void
show_figure (FramSidebar *self, const char *uri, guint figure, const char *spoken)
{
  GtkWidget *row = find_row (self, uri);
  g_autofree char *number = figure > 0 ? g_strdup_printf ("%u", figure) : NULL;

  if (row != NULL)
    show_number (row, number, number != NULL ? spoken : NULL);
}

static void
show_figures (FramSidebar *self)
{
  const guint gaps = self->gaps, late = self->late, reviews = self->reviews;
  g_autofree char *of_gaps = g_strdup_printf (
      ngettext ("%u participant has a gap now or soon", "%u participants have a gap now or soon", gaps), gaps);
  g_autofree char *of_late =
      g_strdup_printf (ngettext ("%u commitment is late", "%u commitments are late", late), late);
  g_autofree char *of_reviews = g_strdup_printf (
      ngettext ("%u adaptation is to be reviewed", "%u adaptations are to be reviewed", reviews), reviews);

  show_figure (self, "gaps:", gaps, of_gaps);
  show_figure (self, "adaptations:", reviews, of_reviews);
  show_figure (self, "commitments:", late, of_late);
}

static char *
say_count (FramSidebar *self, const FramActivityCount *count)
{
  g_autofree char *day = NULL;

  if (!count->is_group || count->day == fram_desk_get_home_day (self->desk))
    return g_strdup_printf (ngettext ("%1$d of %2$d person marked", "%1$d of %2$d people marked", count->expected),
                            count->marked, count->expected);
  day = fram_date_to_short_words (count->day);
  /* Translators: people, and the day of a group's next session: "8 expected Tue 17 November" */
  return g_strdup_printf (ngettext ("%1$d expected %2$s", "%1$d expected %2$s", count->expected), count->expected, day);
}

static void
show_count (FramSidebar *self, GtkWidget *row, const FramActivityCount *count)
{
  g_autofree char *numbers = NULL;
  g_autofree char *spoken = NULL;

  if (count->expected > 0)
    {
      /* a roster that nobody has begun shows a dash, not a nought */
      numbers = count->marked > 0 ? g_strdup_printf ("%d/%d", count->marked, count->expected)
                                  : g_strdup_printf ("–/%d", count->expected);
      spoken = say_count (self, count);
    }
  show_number (row, numbers, spoken);
}

static GtkWidget *
find_row_of (FramSidebar *self, const FramUuid *activity)
{
  char id[FRAM_UUID_TEXT_SIZE];
  g_autofree char *uri = g_strconcat ("roster:", fram_uuid_format (activity, id), NULL);

  return find_row (self, uri);
}

/* What everybody begins with stands above all headings. */
static void
add_first (FramSidebar *self)
{
  static const char *const first[] = { "today:", "schedule:" };
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (self->desk);

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    if (fram_kinds_is_for (viewer, first[i]))
      gtk_list_box_append (
          self->list, make_row (first[i], NULL, fram_kinds_get_icon_name (first[i]), fram_kinds_get_title (first[i])));
}

/* Own groups stand under a heading of their own. */
static const char *
section_of (const FramActivityCount *count, gboolean has_own, gboolean has_groups)
{
  if (count->own && count->is_group)
    return _ ("My groups");
  if (count->own)
    return has_groups ? _ ("My workshop") : _ ("My team");
  return has_own ? _ ("Other workshops") : _ ("Workshops");
}

static void
add_activity (FramSidebar *self, const FramActivityCount *count, gboolean has_own, gboolean has_groups)
{
  char id[FRAM_UUID_TEXT_SIZE];
  g_autofree char *uri = g_strconcat ("roster:", fram_uuid_format (&count->activity, id), NULL);
  const char *section = section_of (count, has_own, has_groups);
  GtkWidget *row =
      make_row (uri, section, count->is_group ? "system-users-symbolic" : icon_of_workshop (count->code), count->name);

  gtk_list_box_append (self->list, row);
  show_count (self, row, count);
}

/* What is not a roster, under its heading; a page that is not for the person has no row. */
static void
add_pages (FramSidebar *self)
{
  static const struct
  {
    const char *uri;
    const char *section;
  } pages[] = {
    { "people:", NC_ ("sidebar", "Work") },         { "gaps:", NC_ ("sidebar", "Work") },
    { "commitments:", NC_ ("sidebar", "Work") },    { "adaptations:", NC_ ("sidebar", "Work") },
    { "places:", NC_ ("sidebar", "Work") },         { "staff:", NC_ ("sidebar", "The house") },
    { "workshops:", NC_ ("sidebar", "The house") }, { "groups:", NC_ ("sidebar", "The house") },
    { "closures:", NC_ ("sidebar", "The house") },  { "indicators:", NC_ ("sidebar", "The house") },
  };
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (self->desk);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (fram_kinds_is_for (viewer, pages[i].uri))
      gtk_list_box_append (self->list,
                           make_row (pages[i].uri, g_dpgettext2 (NULL, "sidebar", pages[i].section),
                                     fram_kinds_get_icon_name (pages[i].uri), fram_kinds_get_title (pages[i].uri)));
}

/* The own groups first, then workshops. */
static void
add_activities (FramSidebar *self, gboolean groups, gboolean has_own, gboolean has_groups)
{
  for (guint i = 0; i < self->activities->len; i++)
    {
      const FramActivityCount *count = g_ptr_array_index (self->activities, i);

      if ((count->own && count->is_group) == groups)
        add_activity (self, count, has_own, has_groups);
    }
}

static void
fill (FramSidebar *self)
{
  gboolean has_own = FALSE, has_groups = FALSE;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  add_first (self);
  for (guint i = 0; i < self->activities->len; i++)
    {
      const FramActivityCount *count = g_ptr_array_index (self->activities, i);

      has_groups = has_groups || (count->own && count->is_group);
      has_own = has_own || (count->own && !count->is_group);
    }
  add_activities (self, TRUE, has_own, has_groups);
  add_activities (self, FALSE, has_own, has_groups);
  add_pages (self);
  if (self->selected != NULL)
    {
      g_autofree char *uri = g_strdup (self->selected);

      fram_sidebar_select (self, uri);
    }
}

static gboolean
is_same (const GPtrArray *a, const GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const FramActivityCount *one = g_ptr_array_index (a, i);
      const FramActivityCount *other = g_ptr_array_index (b, i);

      if (!fram_uuid_equal (&one->activity, &other->activity) || one->own != other->own ||
          g_strcmp0 (one->name, other->name) != 0)
        return FALSE;
    }
  return TRUE;
}

/* A mark changes figures only: the rows stay, and with them the focus. */
static void
show (FramSidebar *self, GPtrArray *activities, const Counts *counts)
{
  gboolean same = !self->other_person && is_same (self->activities, activities);
  GtkWidget *today;

  g_clear_pointer (&self->activities, g_ptr_array_unref);
  self->activities = activities;
  self->waiting = counts->waiting;
  self->gaps = counts->gaps;
  self->late = counts->late;
  self->reviews = counts->reviews;
  self->other_person = FALSE;
  if (!same)
    fill (self);
  for (guint i = 0; same && i < activities->len; i++)
    {
      const FramActivityCount *count = g_ptr_array_index (activities, i);

      show_count (self, find_row_of (self, &count->activity), count);
    }
  today = find_row (self, "today:");
  if (today != NULL)
    show_waiting (today, self->waiting);
  show_figures (self);
}

static void
counts_free (gpointer data)
{
  Counts *counts = data;

  g_clear_pointer (&counts->activities, g_ptr_array_unref);
  g_free (counts);
}

static gpointer
count_all (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *activities = fram_desk_activities (desk, fram_desk_get_home_day (desk), error);
  Counts *counts;

  if (activities == NULL)
    return NULL;
  counts = g_new0 (Counts, 1);
  counts->activities = activities;
  counts->waiting = fram_desk_count_tasks (desk);
  counts->gaps = fram_desk_count_gaps (desk);
  counts->late = fram_desk_count_late_commitments (desk);
  counts->reviews = fram_desk_count_reviews (desk);
  return counts;
}

static void
on_counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramSidebar) self = data;
  Counts *counts = fram_desk_run_finish (FRAM_DESK (source), result, NULL);

  /* an answer to an earlier question, or about another register, is none */
  if (counts != NULL && self->desk == FRAM_DESK (source) && g_task_get_cancellable (G_TASK (result)) == self->loading)
    {
      show (self, g_steal_pointer (&counts->activities), counts);
      g_signal_emit (self, signals[READY], 0);
    }
  g_clear_pointer (&counts, counts_free);
}

/**
 * fram_sidebar_refresh:
 * @self: the sidebar
 *
 * Counts again, off the main loop.
 */
void
fram_sidebar_refresh (FramSidebar *self)
{
  if (self->desk == NULL)
    return;
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  fram_desk_run_async (self->desk, count_all, NULL, NULL, counts_free, self->loading, on_counted_cb,
                       g_object_ref (self));
}

/* NULL without an error where the day is not the one that the sidebar counts. */
static gpointer
count_one (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const FramChanged *what = data;

  return what->day == fram_desk_get_home_day (desk) ? fram_desk_count_activity (desk, &what->activity, what->day, error)
                                                    : NULL;
}

static void
on_counted_one_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramSidebar) self = data;
  FramActivityCount *count = fram_desk_run_finish (FRAM_DESK (source), result, NULL);

  if (count != NULL && self->desk == FRAM_DESK (source) && !self->other_person && self->activities != NULL)
    {
      GtkWidget *row = find_row_of (self, &count->activity);

      if (row != NULL)
        show_count (self, row, count);
    }
  g_clear_pointer (&count, fram_activity_count_free);
}

/* A mark changes one figure, so one roster is counted: the next frame shows it, however many there are. Whatever else has
 * changed, also by another program, has everything counted. */
static void
on_changed_cb (FramSidebar *self, const FramChanged *what)
{
  if (what->house || what->day == FRAM_DATE_NONE || fram_uuid_is_none (&what->activity))
    fram_sidebar_refresh (self);
  else
    fram_desk_run_async (self->desk, count_one, g_memdup2 (what, sizeof *what), g_free,
                         (GDestroyNotify)fram_activity_count_free, NULL, on_counted_one_cb, g_object_ref (self));
}

static void
on_person_changed_cb (FramSidebar *self)
{
  self->other_person = TRUE;
  fram_sidebar_refresh (self);
}

void
fram_sidebar_set_desk (FramSidebar *self, FramDesk *desk)
{
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_set_object (&self->desk, desk);
  self->other_person = TRUE;
  if (desk == NULL)
    return;
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "person-changed", G_CALLBACK (on_person_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * fram_sidebar_select:
 * @self: the sidebar
 * @uri: (nullable): what is in front
 *
 * Shows which row the page in front belongs to.
 */
void
fram_sidebar_select (FramSidebar *self, const char *uri)
{
  GtkWidget *row = find_row (self, uri);

  if (uri != self->selected)
    {
      g_free (self->selected);
      self->selected = g_strdup (uri);
    }
  if (row != NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  else
    gtk_list_box_unselect_all (self->list);
}

/* Whose day is more than one roster, also where they lead one; and who has nothing but the day. */
static gboolean
begins_with_today (const FramViewer *viewer)
{
  static const FramRole roles[] = { FRAM_ROLE_CASE_WORKER, FRAM_ROLE_MANAGER, FRAM_ROLE_OCCUPATIONAL_THERAPIST,
                                    FRAM_ROLE_PEER_MENTOR };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (fram_viewer_has_role (viewer, roles[i]))
      return TRUE;
  return FALSE;
}

/**
 * fram_sidebar_dup_home:
 * @self: the sidebar, ready
 *
 * The role decides where a person begins: case workers, therapists, mentors and managers with what the day brings, a leader
 * in the own workshop's roster, who else works with people in the list of participants.
 *
 * Returns: (transfer full) (nullable): what to open first
 */
char *
fram_sidebar_dup_home (FramSidebar *self)
{
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (self->desk);
  char id[FRAM_UUID_TEXT_SIZE];

  if (begins_with_today (viewer) && fram_kinds_is_for (viewer, "today:"))
    return g_strdup ("today:");
  for (guint i = 0; self->activities != NULL && i < self->activities->len; i++)
    {
      const FramActivityCount *count = g_ptr_array_index (self->activities, i);

      if (count->own)
        return g_strconcat ("roster:", fram_uuid_format (&count->activity, id), NULL);
    }
  if (fram_kinds_is_for (viewer, "people:"))
    return g_strdup ("people:");
  return fram_kinds_is_for (viewer, "today:") ? g_strdup ("today:") : NULL;
}

/**
 * fram_sidebar_foreach_roster:
 * @self: the sidebar
 * @func: called for each roster that is known
 * @user_data: closure
 */
void
fram_sidebar_foreach_roster (FramSidebar *self, FramSidebarFunc func, gpointer user_data)
{
  char id[FRAM_UUID_TEXT_SIZE];

  for (guint i = 0; self->activities != NULL && i < self->activities->len; i++)
    {
      const FramActivityCount *count = g_ptr_array_index (self->activities, i);
      g_autofree char *uri = g_strconcat ("roster:", fram_uuid_format (&count->activity, id), NULL);

      func (uri, count->name, user_data);
    }
}
