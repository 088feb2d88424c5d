#include "fram-today-page-private.h"

#include "fram-discreet.h"
#include "fram-size-bin.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Two columns from a window of 1000 pixels on, with its sidebar. */
#define WIDE_WINDOW 1000
#define WIDE        760
#define NARROW      560
/* A telephone with letters twice as large: what does not fit can be reached by scrolling. */
#define TINY          300

#define ASIDE_WIDTH   316
#define ANY_WIDTH     4000
#define CLOCK_SECONDS 20

static void fram_today_page_page_init (FramPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FramTodayPage, fram_today_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FRAM_TYPE_PAGE, fram_today_page_page_init))

/* A round ground for an icon; an ornament beside words. */
GtkWidget *
fram_today_badge_new (const char *icon, const char *style)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_add_css_class (image, "fram-disc");
  gtk_widget_add_css_class (image, style);
  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  return image;
}

void
fram_today_page_say (FramTodayPage *self, const char *text, gboolean with_undo)
{
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    fram_page_toast (FRAM_PAGE (self), text, with_undo);
}

/* A sentence with the name as it may stand on a screen that others see. */
char *
fram_today_page_discreet (FramTodayPage *self, const char *text, const char *name)
{
  g_autofree char *shown = name != NULL ? fram_discreet_shown_name (GTK_WIDGET (self), name) : NULL;
  g_autoptr (GString) out = g_string_new (text);

  if (shown != NULL && strcmp (shown, name) != 0)
    g_string_replace (out, name, shown, 0);
  return g_strdup (out->str);
}

static const char *
number_word (guint n)
{
  static const char *const words[] = {
    NC_ ("number", "One"),  NC_ ("number", "Two"), NC_ ("number", "Three"),  NC_ ("number", "Four"),
    NC_ ("number", "Five"), NC_ ("number", "Six"), NC_ ("number", "Seven"),  NC_ ("number", "Eight"),
    NC_ ("number", "Nine"), NC_ ("number", "Ten"), NC_ ("number", "Eleven"), NC_ ("number", "Twelve"),
  };

  return n >= 1 && n <= G_N_ELEMENTS (words) ? g_dpgettext2 (GETTEXT_PACKAGE, "number", words[n - 1]) : NULL;
}

/* "Three things wait for you": tasks, and rosters that are one's own to take. */
static char *
say_waiting (guint n)
{
  g_autofree char *figure = g_strdup_printf ("%u", n);
  const char *number = number_word (n);

  if (n == 0)
    return g_strdup (_ ("Nothing waits for you"));
  /* Translators: a number as a word ("Seven"), or in figures from thirteen on */
  return g_strdup_printf (ngettext ("%s thing waits for you", "%s things wait for you", n),
                          number != NULL ? number : figure);
}

static char *
say_what_waits (const FramToday *today)
{
  g_autofree char *tasks = g_strdup_printf (ngettext ("%u task", "%u tasks", today->n_waiting), today->n_waiting);
  g_autofree char *rosters =
      g_strdup_printf (ngettext ("%u roster to take", "%u rosters to take", today->n_to_take), today->n_to_take);

  if (today->n_waiting == 0 || today->n_to_take == 0)
    return g_strdup (today->n_waiting > 0 ? tasks : today->n_to_take > 0 ? rosters : "");
  return g_strdup_printf ("%s, %s", tasks, rosters);
}

static void
show_head (FramTodayPage *self)
{
  const FramToday *today = self->today;
  g_autofree char *day = fram_date_to_words (today->day);
  g_autofree char *week = fram_date_to_week_text (today->day);
  g_autofree char *date = today->day_note != NULL ? g_strdup_printf ("%s, %s · %s", day, week, today->day_note)
                                                  : g_strdup_printf ("%s, %s", day, week);
  g_autofree char *waiting = say_waiting (today->n_waiting + today->n_to_take);
  g_autofree char *what = say_what_waits (today);

  gtk_label_set_label (self->date, date);
  gtk_label_set_label (self->waiting, waiting);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->waiting), what[0] != '\0' ? what : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->waiting), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, what, -1);
}

/* A case worker begins with people who were missed (UX.md, "Case worker"), who leads rosters with those. */
static void
order_sections (FramTodayPage *self)
{
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (self->rosters));
  GtkWidget *const leader[] = { self->groups,
                                GTK_WIDGET (self->rosters),
                                GTK_WIDGET (self->missing),
                                GTK_WIDGET (self->tasks),
                                GTK_WIDGET (self->asked),
                                GTK_WIDGET (self->hints) };
  GtkWidget *const case_worker[] = { GTK_WIDGET (self->hints),
                                     GTK_WIDGET (self->needs[FRAM_TODAY_ANSWERS]),
                                     GTK_WIDGET (self->needs[FRAM_TODAY_GAPS]),
                                     GTK_WIDGET (self->needs[FRAM_TODAY_COMMITMENTS]),
                                     GTK_WIDGET (self->needs[FRAM_TODAY_TALKS]),
                                     GTK_WIDGET (self->tasks),
                                     GTK_WIDGET (self->needs[FRAM_TODAY_AIDS]),
                                     GTK_WIDGET (self->needs[FRAM_TODAY_FOLLOW_UPS]),
                                     GTK_WIDGET (self->needs[FRAM_TODAY_AHEAD]),
                                     GTK_WIDGET (self->asked),
                                     self->groups,
                                     GTK_WIDGET (self->rosters),
                                     GTK_WIDGET (self->missing) };
  gboolean own = self->today->has_people;
  GtkWidget *const *order = own ? case_worker : leader;
  guint n = own ? G_N_ELEMENTS (case_worker) : G_N_ELEMENTS (leader);

  if (gtk_widget_get_first_child (box) == order[0])
    return;
  for (guint i = 0; i < n; i++)
    gtk_box_reorder_child_after (GTK_BOX (box), order[i], i > 0 ? order[i - 1] : NULL);
}

static void
show_all (FramTodayPage *self)
{
  show_head (self);
  order_sections (self);
  fram_today_page_show_groups (self);
  fram_today_page_show_rosters (self);
  fram_today_page_show_tasks (self);
  fram_today_page_show_hints (self);
  fram_today_page_show_own (self);
  fram_today_page_show_needs (self);
  fram_today_page_show_my_day (self);
  fram_today_page_show_people (self);
  fram_today_page_show_house (self);
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
focus_first (FramTodayPage *self)
{
  GtkWidget *row = fram_today_section_get_row (self->today->has_people ? self->hints : self->rosters, 0);

  self->wants_focus = FALSE;
  if (row != NULL)
    gtk_widget_grab_focus (row);
  else
    gtk_widget_child_focus (self->columns, GTK_DIR_TAB_FORWARD);
}

static gpointer
read_today (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  FramToday *today = fram_desk_today (desk, fram_desk_get_home_day (desk), error);

  /* that the list could not be ticked as seen is no reason not to show it */
  if (today != NULL)
    fram_desk_see_tasks (desk, NULL);
  return today;
}

static void
show_trouble (FramTodayPage *self, const GError *error)
{
  adw_status_page_set_description (self->trouble, error->message);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramTodayPage) self = data;
  g_autoptr (GError) error = NULL;
  FramToday *today = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk == NULL || g_task_get_cancellable (G_TASK (result)) != self->loading)
    {
      g_clear_pointer (&today, fram_today_free);
      return;
    }
  g_clear_object (&self->loading);
  if (today == NULL)
    {
      show_trouble (self, error);
      return;
    }
  g_clear_pointer (&self->today, fram_today_free);
  self->today = today;
  show_all (self);
  if (self->wants_focus)
    focus_first (self);
  if (self->stale)
    fram_today_page_reload (self);
}

/* What is out of view is read when it comes into view; while something is being read, once more after that. */
void
fram_today_page_reload (FramTodayPage *self)
{
  if (self->desk == NULL)
    return;
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self)) || self->loading != NULL;
  if (self->stale)
    return;
  self->loading = g_cancellable_new ();
  fram_desk_run_async (self->desk, read_today, NULL, NULL, (GDestroyNotify)fram_today_free, self->loading, on_read_cb,
                       g_object_ref (self));
}

static void
on_person_changed_cb (FramTodayPage *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_stack_set_visible_child_name (self->stack, "wait");
  fram_today_page_reload (self);
}

/* Somebody's time begins, or midnight comes. */
static gboolean
on_clock_cb (gpointer data)
{
  FramTodayPage *self = data;

  if (self->today != NULL && !fram_clock_is_fixed (fram_desk_get_clock (self->desk)))
    fram_today_page_reload (self);
  return G_SOURCE_CONTINUE;
}

static void
on_discreet_changed (GtkWidget *widget, gboolean discreet)
{
  FramTodayPage *self = FRAM_TODAY_PAGE (widget);

  if (self->today != NULL)
    show_all (self);
}

typedef struct
{
  FramDeskFunc func;
  gpointer data;
  GDestroyNotify free_data;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  if (writing->free_data != NULL)
    writing->free_data (writing->data);
  g_free (writing);
}

static gpointer
write_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Writing *writing = data;

  return writing->func (desk, writing->data, cancellable, error);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramTodayPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  self->writing--;
  fram_today_page_say (self, what != NULL ? what : error->message, what != NULL);
}

void
fram_today_page_write (FramTodayPage *self, FramDeskFunc func, gpointer data, GDestroyNotify free_data)
{
  Writing *writing = g_new0 (Writing, 1);

  *writing = (Writing){ func, data, free_data };
  self->writing++;
  fram_desk_run_async (self->desk, write_on_desk, writing, writing_free, g_free, NULL, on_written_cb,
                       g_object_ref (self));
}

static void
on_room_changed_cb (FramTodayPage *self)
{
  int room = fram_size_bin_get_room (FRAM_SIZE_BIN (self->room));
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean wide = room >= WIDE && window != NULL && gtk_widget_get_width (window) >= WIDE_WINDOW;
  gboolean narrow = room < NARROW;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (self->aside, wide ? ASIDE_WIDTH : -1, -1);
  /* long lines beside the page fold instead of taking its room */
  adw_clamp_set_maximum_size (ADW_CLAMP (self->aside_clamp), wide ? ASIDE_WIDTH : ANY_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->aside_clamp), wide ? ASIDE_WIDTH : ANY_WIDTH);
  gtk_widget_set_hexpand (self->aside_clamp, !wide);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_first_child (self->head)),
                                  room < TINY ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (GTK_WIDGET (self->waiting), narrow ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  room < TINY ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  fram_today_page_show_due (self);
}

static void
on_again_clicked_cb (FramTodayPage *self)
{
  fram_today_page_reload (self);
}

static GtkWidget *
make_head (FramTodayPage *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->title = GTK_LABEL (gtk_label_new (_ ("Today")));
  self->date = GTK_LABEL (gtk_label_new (NULL));
  self->waiting = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "page-title");
  gtk_widget_add_css_class (GTK_WIDGET (self->date), "fram-dim");
  gtk_widget_add_css_class (GTK_WIDGET (self->waiting), "fram-today-waiting");
  gtk_label_set_wrap (self->date, TRUE);
  gtk_label_set_xalign (self->date, 0);
  gtk_label_set_wrap (self->waiting, TRUE);
  gtk_label_set_xalign (self->waiting, 0);
  gtk_widget_set_valign (GTK_WIDGET (self->title), GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (GTK_WIDGET (self->date), GTK_ALIGN_BASELINE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->date));
  gtk_box_append (GTK_BOX (self->head), words);
  gtk_box_append (GTK_BOX (self->head), GTK_WIDGET (self->waiting));
  gtk_widget_add_css_class (self->head, "fram-today-head");
  return self->head;
}

static FramTodaySection *
add_section (GtkWidget *box, const char *title)
{
  GtkWidget *section = fram_today_section_new (title);

  gtk_box_append (GTK_BOX (box), section);
  return FRAM_TODAY_SECTION (section);
}

static GtkWidget *
make_columns (FramTodayPage *self)
{
  GtkWidget *main = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  self->aside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (main), fram_today_page_make_groups (self));
  self->rosters = add_section (main, _ ("Rosters"));
  self->missing = add_section (main, _ ("Not taken earlier this week"));
  self->tasks = add_section (main, _ ("Tasks"));
  self->asked = add_section (main, _ ("Asked of others"));
  self->hints = add_section (main, _ ("To think of today"));
  fram_today_page_make_needs (self, main);
  self->my_day = add_section (self->aside, _ ("My day"));
  fram_today_section_set_link (self->my_day, fram_today_page_make_book_button (self));
  self->house = add_section (self->aside, _ ("The house"));
  self->own = add_section (self->aside, _ ("My participants today"));
  self->done = add_section (self->aside, _ ("Done lately"));
  gtk_widget_set_hexpand (main, TRUE);
  gtk_box_append (GTK_BOX (self->columns), main);
  self->aside_clamp = adw_clamp_new ();
  adw_clamp_set_child (ADW_CLAMP (self->aside_clamp), self->aside);
  g_object_bind_property (self->aside, "visible", self->aside_clamp, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (self->columns), self->aside_clamp);
  return self->columns;
}

static GtkWidget *
make_list (FramTodayPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->scroller = gtk_scrolled_window_new ();
  self->clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), 1060);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), 1060);
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), make_columns (self));
  gtk_widget_add_css_class (box, "fram-today");
  adw_clamp_set_child (ADW_CLAMP (self->clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->clamp);
  return self->scroller;
}

static GtkWidget *
make_trouble (FramTodayPage *self)
{
  GtkWidget *again = gtk_button_new_with_mnemonic (_ ("_Try again"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (again), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Try again"), -1);
  self->trouble = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->trouble, "dialog-warning-symbolic");
  adw_status_page_set_title (self->trouble, _ ("The day cannot be read"));
  gtk_widget_set_halign (again, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (again, "pill");
  g_signal_connect_object (again, "clicked", G_CALLBACK (on_again_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_status_page_set_child (self->trouble, again);
  return GTK_WIDGET (self->trouble);
}

static void
fram_today_page_map (GtkWidget *widget)
{
  FramTodayPage *self = FRAM_TODAY_PAGE (widget);

  GTK_WIDGET_CLASS (fram_today_page_parent_class)->map (widget);
  if (self->stale)
    fram_today_page_reload (self);
}

static void
fram_today_page_dispose (GObject *object)
{
  FramTodayPage *self = FRAM_TODAY_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fram_today_page_parent_class)->dispose (object);
}

static void
fram_today_page_finalize (GObject *object)
{
  g_clear_pointer (&FRAM_TODAY_PAGE (object)->today, fram_today_free);
  g_clear_pointer (&FRAM_TODAY_PAGE (object)->groups_shown, g_free);
  G_OBJECT_CLASS (fram_today_page_parent_class)->finalize (object);
}

static void
fram_today_page_class_init (FramTodayPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_today_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = fram_today_page_finalize;
  GTK_WIDGET_CLASS (klass)->map = fram_today_page_map;
}

static void
fram_today_page_init (FramTodayPage *self)
{
  self->due = FRAM_DATE_NONE;
  self->stale = TRUE;
  self->room = g_object_new (FRAM_TYPE_SIZE_BIN, NULL);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "wait");
  gtk_stack_add_named (self->stack, make_list (self), "list");
  gtk_stack_add_named (self->stack, make_trouble (self), "trouble");
  g_object_set (self->room, "child", self->stack, NULL);
  g_signal_connect_object (self->room, "notify::room", G_CALLBACK (on_room_changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->room);
  fram_discreet_follow (GTK_WIDGET (self), on_discreet_changed);
}

static FramDesk *
page_get_desk (FramPage *page)
{
  return FRAM_TODAY_PAGE (page)->desk;
}

static char *
page_dup_uri (FramPage *page)
{
  return g_strdup ("today:");
}

static char *
page_dup_title (FramPage *page)
{
  return g_strdup (_ ("Today"));
}

static const char *
page_get_icon_name (FramPage *page)
{
  return "daytime-sunrise-symbolic";
}

static void
page_reload (FramPage *page)
{
  fram_today_page_reload (FRAM_TODAY_PAGE (page));
}

static void
page_focus (FramPage *page)
{
  FramTodayPage *self = FRAM_TODAY_PAGE (page);

  self->wants_focus = TRUE;
  if (self->today != NULL)
    focus_first (self);
}

static void
fram_today_page_page_init (FramPageInterface *iface)
{
  iface->get_desk = page_get_desk;
  iface->dup_uri = page_dup_uri;
  iface->dup_title = page_dup_title;
  iface->get_icon_name = page_get_icon_name;
  iface->reload = page_reload;
  iface->focus = page_focus;
}

/**
 * fram_today_page_new:
 * @desk: the register with its person
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
fram_today_page_new (FramDesk *desk)
{
  FramTodayPage *self = g_object_new (FRAM_TYPE_TODAY_PAGE, NULL);

  self->desk = g_object_ref (desk);
  fram_today_page_make_tasks (self);
  g_signal_connect_object (desk, "changed", G_CALLBACK (fram_today_page_reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "person-changed", G_CALLBACK (on_person_changed_cb), self, G_CONNECT_SWAPPED);
  self->clock = g_timeout_add_seconds (CLOCK_SECONDS, on_clock_cb, self);
  return GTK_WIDGET (self);
}

/**
 * fram_today_page_is_idle:
 * @self: a page
 *
 * Returns: whether everything asked for is on disk and shown
 */
gboolean
fram_today_page_is_idle (FramTodayPage *self)
{
  g_return_val_if_fail (FRAM_IS_TODAY_PAGE (self), TRUE);
  return self->loading == NULL && self->writing == 0 && !self->stale && self->today != NULL;
}

/**
 * fram_today_page_get_today:
 * @self: a page
 *
 * Returns: (nullable): what is shown
 */
const FramToday *
fram_today_page_get_today (FramTodayPage *self)
{
  g_return_val_if_fail (FRAM_IS_TODAY_PAGE (self), NULL);
  return self->today;
}
