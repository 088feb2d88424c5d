#include "fram-participant-head.h"

#include "fram-discreet.h"
#include "fram-form-dialog.h"
#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n.h>

/* Narrower than this each fact has a line of its own; below the other one less is said. */
#define NARROW 620
#define TINY   300
#define WIDE   1120

struct _FramParticipantHead
{
  GtkBox parent_instance;

  /* borrowed: widgets */
  GtkWidget *line;
  GtkWidget *names;
  GtkLabel *name;
  GtkLabel *phase;
  GtkLabel *case_no;
  GtkToggleButton *times;
  GtkToggleButton *brief;
  GtkWidget *buttons;
  GtkWidget *book;
  GtkWidget *write;
  GtkMenuButton *menu;
  GtkWidget *facts;
  GtkRevealer *facts_place;
  GtkRevealer *earlier;
  GtkListBox *episodes;
  GtkWidget *reading;
  GtkLabel *reading_text;

  FramDate today;
  int room;
};

G_DEFINE_FINAL_TYPE (FramParticipantHead, fram_participant_head, GTK_TYPE_BOX)

static GtkWidget *
make_action (const char *icon, const char *label, const char *name, const char *target)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "participant.add");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  fram_widget_set_accessible_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "label", g_strdup (label), g_free);
  return button;
}

/* "Time in the programme" over "Day 74 of 180". */
static GtkWidget *
make_fact (const char *title, const char *value, const char *more)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading = gtk_label_new (title), *strong = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_xalign (GTK_LABEL (strong), 0);
  gtk_label_set_wrap (GTK_LABEL (strong), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (strong), GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (heading, "fram-dim");
  gtk_widget_add_css_class (heading, "caption");
  gtk_widget_add_css_class (strong, "fram-fact");
  gtk_box_append (GTK_BOX (line), strong);
  if (more != NULL)
    {
      GtkWidget *rest = gtk_label_new (more);

      gtk_label_set_wrap (GTK_LABEL (rest), TRUE);
      gtk_label_set_natural_wrap_mode (GTK_LABEL (rest), GTK_NATURAL_WRAP_NONE);
      gtk_label_set_xalign (GTK_LABEL (rest), 0);
      gtk_widget_add_css_class (rest, "fram-dim");
      gtk_box_append (GTK_BOX (line), rest);
    }
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), line);
  return box;
}

static GtkWidget *
add_fact (FramParticipantHead *self, const char *title, const char *value, const char *more, gboolean folds)
{
  GtkWidget *fact = make_fact (title, value, more);
  g_autofree char *spoken =
      more != NULL ? g_strdup_printf ("%s: %s %s", title, value, more) : g_strdup_printf ("%s: %s", title, value);

  if (folds && more != NULL)
    g_object_set_data (G_OBJECT (fact), "folds", GINT_TO_POINTER (WIDE));
  fram_widget_set_accessible_name (fact, spoken);
  if (gtk_widget_get_first_child (self->facts) != NULL)
    gtk_box_append (GTK_BOX (self->facts), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (self->facts), fact);
  return fact;
}

static void
add_time (FramParticipantHead *self, const FramCase *what)
{
  g_autofree char *text = NULL;
  GtkWidget *bar, *fact;

  if (what->day <= 0)
    return;
  if (what->target_days <= 0)
    {
      text = g_strdup_printf (_ ("Day %d"), what->day);
      add_fact (self, _ ("Time in the programme"), text, NULL, FALSE);
      return;
    }
  /* TRANSLATORS: which day of the enrolment it is, and how many there are to the target day */
  text = g_strdup_printf (_ ("Day %1$d of %2$d"), what->day, what->target_days);
  fact = add_fact (self, _ ("Time in the programme"), text, NULL, FALSE);
  bar = gtk_progress_bar_new ();
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), MIN (1.0, (double)what->day / what->target_days));
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (fact), "folds", GINT_TO_POINTER (NARROW));
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (GTK_BOX (gtk_widget_get_last_child (fact)), bar);
}

static void
add_case_worker (FramParticipantHead *self, const FramCase *what)
{
  g_autofree char *day = NULL;
  g_autofree char *since = NULL;

  if (what->case_worker != NULL)
    {
      day = fram_date_to_near_words (what->case_worker_since, self->today);
      /* TRANSLATORS: since when somebody is the case worker: "since 28 October" */
      since = what->is_current ? g_strdup_printf (_ ("since %s"), day) : NULL;
    }
  add_fact (self, _ ("Case worker"), what->case_worker != NULL ? what->case_worker : C_ ("case worker", "None yet"),
            since, TRUE);
}

static void
add_hours (FramParticipantHead *self, const FramCase *what)
{
  g_autofree char *now = NULL;
  g_autofree char *next = NULL;
  g_autofree char *day = NULL;
  g_autofree char *step = NULL;

  if (what->weekly_minutes < 0)
    return;
  now = fram_hours_to_words (what->weekly_minutes);
  if (what->next_minutes >= 0)
    {
      next = fram_hours_to_words (what->next_minutes);
      day = fram_date_to_near_words (what->next_minutes_from, self->today);
      /* TRANSLATORS: hours a week that are planned, and from which day: "→ 20 h from 16 November" */
      step = g_strdup_printf (_ ("→ %1$s from %2$s"), next, day);
    }
  add_fact (self, _ ("Hours a week"), now, step, FALSE);
}

static void
add_meeting (FramParticipantHead *self, const FramCase *what)
{
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *when = NULL;

  if (!what->sees_plan || !what->is_current)
    return;
  if (what->meeting == NULL)
    {
      add_fact (self, _ ("Next meeting"), C_ ("meeting", "None booked"), NULL, FALSE);
      return;
    }
  day = fram_date_to_short_words (what->meeting_day);
  time = what->meeting_time != FRAM_TIME_NONE ? fram_time_to_words (what->meeting_time) : NULL;
  when = time != NULL ? g_strdup_printf ("%s %s", day, time) : g_steal_pointer (&day);
  add_fact (self, _ ("Next meeting"), what->meeting, when, FALSE);
}

static void
add_consent (FramParticipantHead *self, const FramCase *what)
{
  g_autofree char *day = NULL;
  g_autofree char *until = NULL;
  g_autofree char *more = NULL;

  if (what->consent == FRAM_DATE_NONE)
    {
      add_fact (self, _ ("Consent"), C_ ("consent", "None"), NULL, FALSE);
      return;
    }
  day = fram_date_to_near_words (what->consent, self->today);
  if (what->consent_until != FRAM_DATE_NONE)
    {
      until = fram_date_to_near_words (what->consent_until, self->today);
      more = g_strdup_printf (_ ("until %s"), until);
    }
  add_fact (self, _ ("Consent"), day, more, TRUE);
}

static void arrange_facts (FramParticipantHead *self);

static void
show_facts (FramParticipantHead *self, const FramCase *what)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->facts)) != NULL)
    gtk_box_remove (GTK_BOX (self->facts), child);
  if (what->episodes->len > 0)
    {
      add_time (self, what);
      add_case_worker (self, what);
      add_hours (self, what);
      add_meeting (self, what);
    }
  add_consent (self, what);
  arrange_facts (self);
}

static char *
episode_days (const FramEpisode *episode)
{
  g_autofree char *from = fram_date_to_words (episode->enrolled);
  g_autofree char *to = episode->closed != FRAM_DATE_NONE ? fram_date_to_words (episode->closed) : NULL;

  /* TRANSLATORS: first day of an enrolment that goes on */
  return to != NULL ? g_strdup_printf ("%s – %s", from, to) : g_strdup_printf (_ ("Since %s"), from);
}

static const char *
return_name (const FramEpisode *episode)
{
  if (episode->first || !episode->sees_return)
    return NULL;
  /* TRANSLATORS: somebody comes back to the programme without that being planned (rundgång) */
  return episode->planned_return ? _ ("Planned return") : _ ("Came back, not planned");
}

/* "FRAM · Closed · Studies · Planned return" */
static char *
episode_text (const FramEpisode *episode)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (episode->programme != NULL)
    g_ptr_array_add (parts, episode->programme);
  g_ptr_array_add (parts, (char *)fram_phase_get_name (episode->phase));
  if (episode->outcome != NULL)
    g_ptr_array_add (parts, episode->outcome);
  if (return_name (episode) != NULL)
    g_ptr_array_add (parts, (char *)return_name (episode));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **)parts->pdata);
}

static void
add_episode (FramParticipantHead *self, const FramEpisode *episode, gboolean shown)
{
  char id[FRAM_UUID_TEXT_SIZE];
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *days = episode_days (episode);
  g_autofree char *text = episode_text (episode);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), days);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  if (shown)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "participant.enrolment");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", fram_uuid_format (&episode->enrolment, id));
  gtk_list_box_append (self->episodes, row);
}

/* "3rd time here · Planned return" */
static void
show_times (FramParticipantHead *self, const FramCase *what)
{
  const FramEpisode *newest = what->episodes->len > 0 ? g_ptr_array_index (what->episodes, 0) : NULL;
  const char *how = newest != NULL ? return_name (newest) : NULL;
  g_autofree char *times = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->times), what->episodes->len > 1);
  if (what->episodes->len < 2)
    {
      gtk_toggle_button_set_active (self->times, FALSE);
      return;
    }
  times = g_strdup_printf (ngettext ("%u time here", "%u times here", what->episodes->len), what->episodes->len);
  text = how != NULL ? g_strdup_printf ("%s · %s", times, how) : g_strdup (times);
  gtk_button_set_label (GTK_BUTTON (self->times), text);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->times))), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->times), text);
  fram_widget_set_accessible_name (self->times, text);
}

static void
show_episodes (FramParticipantHead *self, const FramCase *what)
{
  GtkWidget *row;
  const FramEpisode *shown = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->episodes))) != NULL)
    gtk_list_box_remove (self->episodes, row);
  for (guint i = 0; i < what->episodes->len; i++)
    {
      const FramEpisode *episode = g_ptr_array_index (what->episodes, i);
      gboolean is_shown = fram_uuid_equal (&episode->enrolment, &what->enrolment);

      if (is_shown)
        shown = i > 0 ? episode : NULL;
      add_episode (self, episode, is_shown);
    }
  show_times (self, what);
  gtk_widget_set_visible (self->reading, shown != NULL);
  if (shown != NULL)
    {
      g_autofree char *days = episode_days (shown);
      g_autofree char *text = g_strdup_printf (_ ("You are reading an earlier time: %s."), days);

      gtk_label_set_label (self->reading_text, text);
    }
}

static void
add_item (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, target != NULL ? "s" : NULL, target);
  g_menu_append_item (menu, item);
}

/* What the person may not do is not offered. */
static void
show_menu (FramParticipantHead *self, const FramCase *what)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) deeds = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  if (what->person->may_edit)
    add_item (deeds, _ ("_Edit the participant…"), "participant.change", NULL);
  if (what->person->may_edit && what->is_current)
    add_item (deeds, _ ("_New case worker…"), "participant.add", "case-worker");
  if (what->asks)
    add_item (deeds, _ ("_Ask the workshop…"), "participant.add", "question");
  if (what->writes_document)
    add_item (deeds, _ ("_Handover sheet…"), "participant.add", "handover");
  add_item (rest, _ ("_Facts and placements…"), "participant.details", NULL);
  add_item (rest, _ ("_Print…"), "win.print", NULL);
  if (g_menu_model_get_n_items (G_MENU_MODEL (deeds)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (deeds));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  gtk_menu_button_set_menu_model (self->menu, G_MENU_MODEL (menu));
}

/**
 * fram_participant_head_show:
 * @self: the head
 * @what: the participant
 * @today: the day at the keyboard
 */
void
fram_participant_head_show (FramParticipantHead *self, const FramCase *what, FramDate today)
{
  g_autofree char *name = fram_discreet_shown_name (GTK_WIDGET (self), what->person->row->name);
  const FramEpisode *shown = NULL;
  FramPhase phase = what->person->row->phase;

  for (guint i = 0; i < what->episodes->len; i++)
    {
      shown = g_ptr_array_index (what->episodes, i);
      if (i > 0 && fram_uuid_equal (&shown->enrolment, &what->enrolment))
        phase = shown->phase;
    }
  self->today = today;
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->phase, fram_phase_get_name (phase));
  gtk_label_set_label (self->case_no, what->person->row->case_no);
  gtk_widget_set_visible (self->book, what->books);
  gtk_widget_set_visible (self->write, what->writes_note);
  show_facts (self, what);
  show_episodes (self, what);
  show_menu (self, what);
}

/* One line each where there is little room: what it is, and what it says; with hardly any room each part has its own. */
static void
arrange_fact (FramParticipantHead *self, GtkWidget *fact)
{
  gboolean narrow = self->room < NARROW, tiny = self->room < TINY;
  GtkWidget *line = gtk_widget_get_last_child (fact);
  int folds = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (fact), "folds"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (fact),
                                  narrow && !tiny ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (fact), narrow && !tiny ? 12 : 2);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (line), tiny ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  if (folds > 0)
    gtk_widget_set_visible (gtk_widget_get_last_child (line), self->room >= folds);
}

static void
arrange_facts (FramParticipantHead *self)
{
  gboolean narrow = self->room < NARROW;
  GtkWidget *child;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->facts),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->facts), narrow ? 3 : 18);
  for (child = gtk_widget_get_first_child (self->facts); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_SEPARATOR (child))
      gtk_widget_set_visible (child, !narrow);
    else
      arrange_fact (self, child);
}

static void
reveal_facts (FramParticipantHead *self)
{
  gboolean open = gtk_toggle_button_get_active (self->brief);
  GtkWidget *arrow = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (self->brief)));

  gtk_image_set_from_icon_name (GTK_IMAGE (arrow), open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->facts_place), self->room >= NARROW || open);
  gtk_revealer_set_reveal_child (self->facts_place, self->room >= NARROW || open);
}

/**
 * fram_participant_head_set_room:
 * @self: the head
 * @room: how much room there is, in pixels at a text scale of 1
 *
 * With little room buttons are icons, the phase stands under the name and facts are folded, each in a line of its own.
 */
void
fram_participant_head_set_room (FramParticipantHead *self, int room)
{
  GtkWidget *buttons[] = { self->book, self->write };
  GtkWidget *names[] = { GTK_WIDGET (self->phase), GTK_WIDGET (self->case_no), GTK_WIDGET (self->times) };
  gboolean narrow = room < NARROW;

  self->room = room;
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    adw_button_content_set_label (ADW_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (buttons[i]))),
                                  narrow ? "" : g_object_get_data (G_OBJECT (buttons[i]), "label"));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->names),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->names), narrow ? 3 : 12);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_set_halign (names[i], narrow ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  gtk_widget_set_visible (GTK_WIDGET (self->brief), narrow);
  arrange_facts (self);
  reveal_facts (self);
}

static void
make_buttons (FramParticipantHead *self)
{
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->book = make_action ("x-office-calendar-symbolic", _ ("_Book a meeting"), _ ("Book a meeting"), "meeting");
  self->write =
      make_action ("document-edit-symbolic", _ ("_Write in the journal"), _ ("Write in the journal"), "entry");
  self->menu = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->menu, "view-more-symbolic");
  gtk_widget_set_valign (GTK_WIDGET (self->menu), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu), _ ("More about the participant"));
  fram_widget_set_accessible_name (self->menu, _ ("More about the participant"));
  gtk_box_append (GTK_BOX (self->buttons), self->book);
  gtk_box_append (GTK_BOX (self->buttons), self->write);
  gtk_box_append (GTK_BOX (self->buttons), GTK_WIDGET (self->menu));
}

/* On a telephone what is said in short is folded: the section has the room. */
static void
make_brief (FramParticipantHead *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("In short")));
  self->brief = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_button_set_child (GTK_BUTTON (self->brief), box);
  gtk_widget_add_css_class (GTK_WIDGET (self->brief), "flat");
  gtk_widget_set_visible (GTK_WIDGET (self->brief), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->brief), GTK_ALIGN_START);
  fram_widget_set_accessible_name (self->brief, _ ("In short"));
  g_signal_connect_object (self->brief, "toggled", G_CALLBACK (reveal_facts), self, G_CONNECT_SWAPPED);
}

static void
make_line (FramParticipantHead *self)
{
  self->names = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->name = GTK_LABEL (gtk_label_new (NULL));
  self->phase = GTK_LABEL (gtk_label_new (NULL));
  self->case_no = GTK_LABEL (gtk_label_new (NULL));
  self->times = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  make_brief (self);
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_wrap (self->name, TRUE);
  gtk_label_set_wrap_mode (self->name, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (self->phase, PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (self->case_no, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "page-title");
  gtk_widget_add_css_class (GTK_WIDGET (self->phase), "fram-phase");
  gtk_widget_add_css_class (GTK_WIDGET (self->case_no), "fram-dim");
  gtk_widget_add_css_class (GTK_WIDGET (self->times), "flat");
  gtk_widget_set_visible (GTK_WIDGET (self->times), FALSE);
  fram_widget_set_accessible_name (self->times, _ ("Times in the programme"));
  gtk_widget_set_valign (GTK_WIDGET (self->phase), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->times), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->names, TRUE);
  gtk_box_append (GTK_BOX (self->names), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (self->names), GTK_WIDGET (self->phase));
  gtk_box_append (GTK_BOX (self->names), GTK_WIDGET (self->case_no));
  gtk_box_append (GTK_BOX (self->names), GTK_WIDGET (self->times));
  gtk_box_append (GTK_BOX (self->names), GTK_WIDGET (self->brief));
  gtk_box_append (GTK_BOX (self->line), self->names);
  make_buttons (self);
  gtk_box_append (GTK_BOX (self->line), self->buttons);
}

static void
make_earlier (FramParticipantHead *self)
{
  self->earlier = GTK_REVEALER (gtk_revealer_new ());
  self->episodes = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->episodes, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->episodes), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->episodes), "fram-episodes");
  fram_widget_set_accessible_name (self->episodes, _ ("Times in the programme"));
  gtk_revealer_set_child (self->earlier, GTK_WIDGET (self->episodes));
  g_object_bind_property (self->times, "active", self->earlier, "reveal-child", G_BINDING_SYNC_CREATE);
}

static void
make_reading (FramParticipantHead *self)
{
  GtkWidget *back = gtk_button_new_with_mnemonic (_ ("Show the _newest"));

  self->reading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->reading_text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->reading_text, TRUE);
  gtk_label_set_xalign (self->reading_text, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->reading_text), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "participant.enrolment");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (back), "s", "");
  fram_widget_set_accessible_name (back, _ ("Show the newest"));
  gtk_widget_add_css_class (self->reading, "fram-reading");
  gtk_widget_set_visible (self->reading, FALSE);
  gtk_box_append (GTK_BOX (self->reading), GTK_WIDGET (self->reading_text));
  gtk_box_append (GTK_BOX (self->reading), back);
}

static void
make_facts (FramParticipantHead *self)
{
  self->facts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  gtk_widget_set_halign (self->facts, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->facts, "fram-facts");
  fram_widget_set_accessible_name (self->facts, _ ("In short"));
  self->facts_place = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_child (self->facts_place, self->facts);
}

static void
fram_participant_head_class_init (FramParticipantHeadClass *klass)
{
}

static void
fram_participant_head_init (FramParticipantHead *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "fram-participant-head");
  make_line (self);
  make_reading (self);
  make_facts (self);
  make_earlier (self);
  gtk_box_append (GTK_BOX (self), self->line);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->earlier));
  gtk_box_append (GTK_BOX (self), self->reading);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->facts_place));
}
