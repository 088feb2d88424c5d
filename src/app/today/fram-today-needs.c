#include "fram-today-page-private.h"

#include "fram-member-card.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* What participants need now, one's own calendar, and how the house stands. */

/* so many rows before the rest is folded */
#define SHOWN 4

typedef struct
{
  const char *title;
  const char *note;
  const char *page; /* where all of it is, NULL for nowhere */
} SectionWords;

static const SectionWords words[FRAM_TODAY_N_NEEDS] = {
  [FRAM_TODAY_GAPS] = { N_ ("Gaps"), N_ ("without planned activity, now or soon"), "gaps:" },
  [FRAM_TODAY_COMMITMENTS] = { N_ ("Commitments"), N_ ("late, or due within two weeks"), "commitments:" },
  [FRAM_TODAY_TALKS] = { N_ ("Talks that are due"), N_ ("with own participants, now or within a week"), NULL },
  [FRAM_TODAY_FOLLOW_UPS] = { N_ ("Follow-ups"), N_ ("after closing and at external places"), NULL },
  [FRAM_TODAY_AHEAD] = { N_ ("Coming up"), N_ ("closings, decisions that end and milestones"), NULL },
  [FRAM_TODAY_AIDS] = { N_ ("Work aids to bring"), N_ ("before the first day at a new place"), NULL },
  [FRAM_TODAY_ANSWERS] = { N_ ("Answers from workshops"), N_ ("to what you asked"), NULL },
  [FRAM_TODAY_REVIEWS] = { N_ ("Adaptations to review"), N_ ("due, or within a week"), "adaptations:" },
};

static const struct
{
  FramTodayNeeds section;
  const char *icon;
  const char *style;
  const char *late_style;
} looks[FRAM_N_NEED_KINDS] = {
  [FRAM_NEED_GAP] = { FRAM_TODAY_GAPS, "media-playlist-consecutive-symbolic", "warning", "warning" },
  [FRAM_NEED_COMMITMENT] = { FRAM_TODAY_COMMITMENTS, "alarm-symbolic", "info", "error" },
  [FRAM_NEED_TALK] = { FRAM_TODAY_TALKS, "system-users-symbolic", "info", "warning" },
  [FRAM_NEED_FOLLOW_UP] = { FRAM_TODAY_FOLLOW_UPS, "view-refresh-symbolic", "info", "info" },
  [FRAM_NEED_CLOSING] = { FRAM_TODAY_AHEAD, "daytime-sunset-symbolic", "info", "warning" },
  [FRAM_NEED_INCOME] = { FRAM_TODAY_AHEAD, "document-edit-symbolic", "info", "warning" },
  [FRAM_NEED_MILESTONE] = { FRAM_TODAY_AHEAD, "starred-symbolic", "info", "info" },
  [FRAM_NEED_AID] = { FRAM_TODAY_AIDS, "send-to-symbolic", "warning", "warning" },
  [FRAM_NEED_REVIEW] = { FRAM_TODAY_REVIEWS, "alarm-symbolic", "info", "warning" },
  [FRAM_NEED_ANSWER] = { FRAM_TODAY_ANSWERS, "mail-replied-symbolic", "info", "info" },
};

static void
add_arrow (AdwActionRow *row)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (arrow, "fram-dim");
  adw_action_row_add_suffix (row, arrow);
}

static void
on_all_clicked_cb (GtkButton *button)
{
  gtk_widget_activate_action (GTK_WIDGET (button), "win.open", "s", gtk_widget_get_name (GTK_WIDGET (button)));
}

/* One click away from the list in which all of it is. */
static GtkWidget *
new_link (const char *page, const char *title)
{
  GtkWidget *button = gtk_button_new_with_label (C_ ("today", "Whole list"));
  /* TRANSLATORS: opens the page with all of a kind: "Whole list of gaps" */
  g_autofree char *name = g_strdup_printf (_ ("%s: whole list"), title);

  gtk_widget_set_name (button, page);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "fram-today-link");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (on_all_clicked_cb), NULL);
  return button;
}

void
fram_today_page_make_needs (FramTodayPage *self, GtkWidget *box)
{
  for (int i = 0; i < FRAM_TODAY_N_NEEDS; i++)
    {
      GtkWidget *section = fram_today_section_new (_ (words[i].title));

      self->needs[i] = FRAM_TODAY_SECTION (section);
      fram_today_section_set_note (self->needs[i], _ (words[i].note));
      fram_today_section_set_limit (self->needs[i], SHOWN);
      if (words[i].page != NULL)
        fram_today_section_set_link (self->needs[i], new_link (words[i].page, _ (words[i].title)));
      gtk_box_append (GTK_BOX (box), section);
    }
}

static void
show_need (FramTodayPage *self, const FramNeed *need)
{
  FramTodaySection *section = self->needs[looks[need->kind].section];
  g_autofree char *key = g_strdup_printf ("%d %s %s", need->kind, need->case_no, need->text);
  g_autofree char *title = fram_today_page_discreet (self, need->name, need->name);
  gboolean is_new;
  AdwActionRow *row = fram_today_section_take (section, key, &is_new);

  if (is_new)
    {
      adw_action_row_add_prefix (row,
                                 fram_today_badge_new (looks[need->kind].icon, need->late ? looks[need->kind].late_style
                                                                                          : looks[need->kind].style));
      add_arrow (row);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", need->case_no, need->section);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-person-at");
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, need->text);
}

void
fram_today_page_show_needs (FramTodayPage *self)
{
  const GPtrArray *needs = self->today->needs;

  for (int i = 0; i < FRAM_TODAY_N_NEEDS; i++)
    fram_today_section_begin (self->needs[i]);
  for (guint i = 0; i < needs->len; i++)
    show_need (self, g_ptr_array_index (needs, i));
  for (int i = 0; i < FRAM_TODAY_N_NEEDS; i++)
    {
      fram_today_section_end (self->needs[i], NULL, NULL);
      gtk_widget_set_visible (GTK_WIDGET (self->needs[i]), fram_today_section_get_n_rows (self->needs[i]) > 0);
    }
}

static void
add_time (AdwActionRow *row)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "fram-today-figure");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 5);
  adw_action_row_add_prefix (row, label);
  g_object_set_data (G_OBJECT (row), "time", label);
}

static void
on_meeting_activated_cb (FramTodayPage *self, GtkWidget *row)
{
  FramUuid enrolment;

  if (fram_uuid_parse (g_object_get_data (G_OBJECT (row), "enrolment"), &enrolment))
    fram_member_card_present (GTK_WIDGET (self), self->desk, &enrolment);
}

/* Whoever may not open the person's page has the card of a group's member. */
static void
set_opens (FramTodayPage *self, AdwActionRow *row, const FramMyMeeting *meeting, gboolean is_new)
{
  char id[FRAM_UUID_TEXT_SIZE];

  if (meeting->may_open)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", meeting->case_no, "journal");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-person-at");
      return;
    }
  g_object_set_data_full (G_OBJECT (row), "enrolment", g_strdup (fram_uuid_format (&meeting->enrolment, id)), g_free);
  if (is_new)
    g_signal_connect_object (row, "activated", G_CALLBACK (on_meeting_activated_cb), self, G_CONNECT_SWAPPED);
}

static void
show_meeting (FramTodayPage *self, const FramMyMeeting *meeting)
{
  g_autofree char *key = g_strdup_printf ("%d %d %s", meeting->day, meeting->starts, meeting->case_no);
  g_autofree char *name = fram_today_page_discreet (self, meeting->name, meeting->name);
  g_autofree char *time = fram_time_to_words (meeting->starts);
  g_autofree char *day = meeting->day != self->today->day ? fram_date_to_short_words (meeting->day) : NULL;
  /* TRANSLATORS: what and with whom: "Three-party meeting, Samira D." */
  g_autofree char *title = g_strdup_printf (C_ ("my day", "%1$s, %2$s"), meeting->title, name);
  g_autofree char *text = day != NULL && meeting->text != NULL ? g_strdup_printf ("%s · %s", day, meeting->text)
                          : day != NULL                        ? g_strdup (day)
                                                               : g_strdup (meeting->text);
  gboolean is_new;
  AdwActionRow *row = fram_today_section_take (self->my_day, key, &is_new);

  if (is_new)
    add_time (row);
  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "time"), time);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, text != NULL ? text : "");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  set_opens (self, row, meeting, is_new);
  if (meeting->over)
    gtk_widget_add_css_class (GTK_WIDGET (row), "fram-over");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "fram-over");
}

static guint
count_today (const FramToday *today)
{
  guint n = 0;

  for (guint i = 0; i < today->meetings->len; i++)
    n += ((const FramMyMeeting *)g_ptr_array_index (today->meetings, i))->day == today->day;
  return n;
}

/* Case workers always have a calendar here; others when there is something in it. */
void
fram_today_page_show_my_day (FramTodayPage *self)
{
  const FramToday *today = self->today;
  guint n = count_today (today);
  g_autofree char *note =
      n > 0 ? g_strdup_printf (ngettext ("%u booked", "%u booked", n), n) : g_strdup (_ ("nothing booked today"));

  fram_today_section_begin (self->my_day);
  fram_today_section_set_note (self->my_day, note);
  for (guint i = 0; i < today->meetings->len; i++)
    show_meeting (self, g_ptr_array_index (today->meetings, i));
  fram_today_section_end (self->my_day, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->my_day),
                          today->has_people || today->meetings->len > 0 || today->people->len > 0);
}

static void
show_figure (FramTodayPage *self, const char *key, const char *title, const char *text, guint figure, const char *page)
{
  gboolean is_new;
  AdwActionRow *row = fram_today_section_take (self->house, key, &is_new);
  g_autofree char *number = g_strdup_printf ("%u", figure);

  if (is_new)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_widget_add_css_class (label, "fram-today-figure");
      adw_action_row_add_suffix (row, label);
      g_object_set_data (G_OBJECT (row), "figure", label);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), page != NULL);
      if (page != NULL)
        {
          gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", page);
          gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
        }
    }
  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "figure"), number);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, text != NULL ? text : "");
}

static void
show_figures (FramTodayPage *self, const FramHouseToday *house)
{
  int free = MAX (0, house->places - house->taken);
  g_autofree char *of =
      g_strdup_printf (ngettext ("of %d in the workshops", "of %d in the workshops", house->places), house->places);
  g_autofree char *load =
      g_strdup_printf (ngettext ("Case workers with more than %d", "Case workers with more than %d", house->case_load),
                       house->case_load);

  show_figure (self, "places", _ ("Free places"), of, (guint)free, NULL);
  show_figure (self, "gaps", _ ("Participants in a gap, or soon"), NULL, house->n_gaps, "gaps:");
  show_figure (self, "load", load, house->over, house->n_over, NULL);
  show_figure (self, "leaders", _ ("Workshops without a leader on the next working day"), house->leaderless,
               house->n_leaderless, NULL);
}

void
fram_today_page_show_house (FramTodayPage *self)
{
  const FramHouseToday *house = self->today->house;

  fram_today_section_begin (self->house);
  if (house != NULL)
    show_figures (self, house);
  fram_today_section_end (self->house, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->house), house != NULL);
  gtk_widget_set_visible (self->aside, gtk_widget_get_visible (GTK_WIDGET (self->own)) ||
                                           gtk_widget_get_visible (GTK_WIDGET (self->done)) ||
                                           gtk_widget_get_visible (GTK_WIDGET (self->my_day)) || house != NULL);
}
