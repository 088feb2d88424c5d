#include "fram-progression-section-private.h"

#include "fram-drawing-dialog.h"
#include "fram-person-row.h"
#include "fram-rating-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

/* Narrower than this the views fold into one button, and buttons have icons where they can. */
#define FOLDED 1050

/* Narrower than this the buttons stand in two lines, as high as fingers need them. */
#define NARROW 740

/* Narrower than this, as with large letters on a telephone, each button has its line. */
#define CROWDED 330

static void fram_progression_section_section_init (FramSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FramProgressionSection, fram_progression_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FRAM_TYPE_SECTION, fram_progression_section_section_init))

/* --- reading --- */

FramProgressionAsked *
fram_progression_section_dup_asked (FramProgressionSection *self)
{
  FramProgressionAsked *asked = g_new0 (FramProgressionAsked, 1);

  asked->participant = self->participant;
  asked->enrolment = self->enrolment;
  asked->has_enrolment = self->has_enrolment;
  asked->view = self->view;
  return asked;
}

gpointer
fram_progression_section_read (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const FramProgressionAsked *asked = data;
  char id[FRAM_UUID_TEXT_SIZE];

  return fram_desk_progression (desk, fram_uuid_format (&asked->participant, id),
                                asked->has_enrolment ? &asked->enrolment : NULL, error);
}

static void
say (FramProgressionSection *self, const char *icon, const char *title, const char *text, const char *button)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_icon_name (self->message, icon);
  adw_status_page_set_title (self->message, title);
  adw_status_page_set_description (self->message, escaped);
  gtk_widget_set_visible (GTK_WIDGET (self->message_button), button != NULL);
  if (button != NULL)
    {
      gtk_button_set_label (self->message_button, button);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->message_button), GTK_ACCESSIBLE_PROPERTY_LABEL, button, -1);
    }
  gtk_stack_set_visible_child_name (self->states, "message");
}

static gboolean
has_weeks (const FramProgression *progression)
{
  for (guint i = 0; i < progression->weeks->len; i++)
    {
      const FramProgressWeek *week = &g_array_index (progression->weeks, FramProgressWeek, i);

      if (week->planned_minutes > 0 || week->attended_minutes >= 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_ratings (const FramProgression *progression)
{
  return progression->talks->len > 0;
}

static void
say_empty (FramProgressionSection *self)
{
  if (self->rates)
    say (self, "document-edit-symbolic", _ ("Nothing to show yet"),
         _ ("Small steps can be seen from the second talk on. Begin with a check-in: it takes five minutes, and the "
            "participant answers too."),
         _ ("Begin a check-in"));
  else if (self->writes_plan)
    say (self, "x-office-calendar-symbolic", _ ("Nothing to show yet"),
         _ ("The chart begins with the first week that is planned, and with the first check-in."),
         _ ("Go to the plan"));
  else
    say (self, "x-office-calendar-symbolic", _ ("Nothing to show yet"),
         _ ("The chart begins with the first week that is planned, and with the first check-in. The case worker begins "
            "it."),
         NULL);
}

/* --- what is shown --- */

/* What is compared stands before the colon. */
static void
show_words (FramProgressionSection *self)
{
  const char *colon = strstr (self->words, ": ");
  g_autofree char *head = g_strndup (self->words, colon != NULL ? (gsize)(colon + 1 - self->words) : 0);
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>%s", head, colon != NULL ? colon + 1 : self->words);

  gtk_label_set_markup (self->sentence, markup);
}

static void
show_sentence (FramProgressionSection *self, const FramProgressionSpan *span, gboolean two)
{
  g_autofree char *described =
      fram_progression_describe (self->progression, self->view.raters, self->view.shown, self->view.belief);

  g_free (self->words);
  self->words = fram_progression_to_words (self->progression, two ? span : NULL, self->view.raters, self->view.shown);
  show_words (self);
  fram_progression_canvas_set_summary (self->canvas, described);
}

/* A telephone has room for one word. */
static void
show_compared (FramProgressionSection *self)
{
  gboolean narrow = gtk_widget_has_css_class (GTK_WIDGET (self), "narrow");

  if (self->compared != NULL)
    gtk_menu_button_set_label (self->against_button, narrow ? C_ ("compare", "Compare") : self->compared);
}

static void
show_against (FramProgressionSection *self, const FramProgressionSpan *span, gboolean two)
{
  const FramProgressionSpan none = { FRAM_DATE_NONE, FRAM_DATE_NONE };
  FramCompare kind = fram_progression_against_get_kind (self->against);
  const char *names[FRAM_N_COMPARES] = { C_ ("compare", "Compare: the start"), C_ ("compare", "Compare: the last talk"),
                                         C_ ("compare", "Compare: two talks") };
  GtkWidget *button = GTK_WIDGET (self->against_button);

  self->compared = names[kind];
  self->view.span = two && kind != FRAM_COMPARE_START ? *span : none;
  fram_progression_canvas_set_marks (self->canvas, &self->view.span);
  show_compared (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, names[kind], -1);
  gtk_widget_set_visible (button, self->progression->talks->len > 1);
}

/**
 * fram_progression_section_show_view:
 * @self: a section that has been read
 *
 * Shows what was chosen: how, of which questions and sides, and what is compared.
 */
void
fram_progression_section_show_view (FramProgressionSection *self)
{
  FramProgressionSpan span = { FRAM_DATE_NONE, FRAM_DATE_NONE };
  gboolean two;

  if (self->progression == NULL)
    return;
  fram_progression_filter_apply (self->filter, &self->view);
  two = fram_progression_against_get_span (self->against, &span);
  show_against (self, &span, two);
  fram_progression_canvas_set_view (self->canvas, &self->view);
  fram_progression_table_set_progression (self->table, self->progression, &self->view);
  show_sentence (self, &span, two);
  gtk_stack_set_visible_child_name (self->views, self->as_table ? "table" : "chart");
  gtk_widget_set_visible (GTK_WIDGET (self->told), !self->as_table);
  fram_progression_section_show_actions (self);
}

static void
show_no_ratings (FramProgressionSection *self)
{
  gboolean any = has_ratings (self->progression);

  gtk_widget_set_visible (self->no_ratings, !any && self->progression->sees_ratings);
  gtk_label_set_text (self->no_ratings_text,
                      self->rates
                          ? _ ("There are no ratings yet. Begin a check-in, and the next one shows what has changed.")
                          : _ ("There are no ratings yet. They come with the first check-in."));
  gtk_widget_set_visible (self->begin, self->rates);
  gtk_widget_set_visible (self->rate, self->rates && any);
  gtk_widget_set_visible (self->kinds, any);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_button), any);
}

static void
show_progression (FramProgressionSection *self, FramProgression *progression)
{
  g_autoptr (FramProgression) old = self->progression;
  gboolean keep =
      old != NULL && g_strcmp0 (old->case_no, progression->case_no) == 0 && old->enrolled == progression->enrolled;

  self->progression = progression;
  self->failed = FALSE;
  fram_progression_section_close_popover (self);
  fram_progression_filter_set_progression (self->filter, progression);
  fram_progression_against_set_progression (self->against, progression);
  fram_progression_canvas_set_progression (self->canvas, progression, keep);
  show_no_ratings (self);
  fram_progression_section_show_view (self);
  if (!has_ratings (progression) && !has_weeks (progression))
    say_empty (self);
  else
    gtk_stack_set_visible_child_name (self->states, "progression");
  if (self->wants_focus)
    fram_section_focus (FRAM_SECTION (self));
}

static void
show_trouble (FramProgressionSection *self, const GError *error)
{
  self->failed = TRUE;
  say (self, "dialog-warning-symbolic", _ ("The progression cannot be shown"), error->message, _ ("Try again"));
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramProgressionSection) self = user_data;
  g_autoptr (GError) error = NULL;
  FramProgression *progression = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    {
      g_clear_pointer (&progression, fram_progression_free);
      return;
    }
  g_clear_object (&self->loading);
  gtk_spinner_stop (self->spinner);
  if (progression != NULL)
    show_progression (self, progression);
  else
    show_trouble (self, error);
}

static void
reload (FramProgressionSection *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  fram_desk_run_async (self->desk, fram_progression_section_read, fram_progression_section_dup_asked (self), g_free,
                       (GDestroyNotify)fram_progression_free, self->loading, on_read_cb, g_object_ref (self));
}

/* --- what is told --- */

/* What the pointer is on, else what the keyboard is on. */
static void
on_moved_cb (FramProgressionSection *self)
{
  int hover = fram_progression_canvas_get_hover (self->canvas), stop = fram_progression_canvas_get_stop (self->canvas);
  const FramProgressionStop *one = fram_progression_canvas_get_nth (self->canvas, hover >= 0 ? hover : stop);
  g_autofree char *row = NULL, *words = NULL, *markup = NULL;

  if (one != NULL && self->progression != NULL)
    {
      row = fram_progression_stop_get_row_name (self->progression, one);
      words = fram_progression_canvas_to_words (self->canvas, hover >= 0 ? hover : stop);
      markup = g_markup_printf_escaped ("<b>%s:</b> %s", row, words);
    }
  gtk_label_set_markup (self->told, markup != NULL ? markup : "");
}

static void
on_activated_cb (FramProgressionSection *self, int stop)
{
  fram_progression_section_activate (self, stop);
}

static void
on_table_activated_cb (FramProgressionSection *self, guint series, int rater, guint index)
{
  GtkWidget *row = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *from =
      row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self->table)) ? row : GTK_WIDGET (self->table);
  const GdkRectangle at = { 0, 0, gtk_widget_get_width (from), gtk_widget_get_height (from) };

  fram_progression_section_tell_point (self, series, (FramRater)rater, index, from, &at);
}

static void
on_menu_cb (FramProgressionSection *self, int stop, double x, double y)
{
  fram_progression_section_show_menu (self, stop, x, y);
}

/* Two talks chosen in the drawing; what has changed between them is told at once. */
static void
on_compared_cb (FramProgressionSection *self, int from, int to)
{
  fram_progression_against_set_two (self->against, (FramDate)from, (FramDate)to);
  if (self->words != NULL)
    fram_progression_canvas_say (self->canvas, self->words);
}

static gboolean
on_escaped_cb (FramProgressionSection *self)
{
  gboolean compared = fram_progression_against_get_kind (self->against) != FRAM_COMPARE_START;

  fram_progression_against_set_kind (self->against, FRAM_COMPARE_START);
  return compared;
}

static void
on_filtered_cb (FramProgressionSection *self)
{
  gboolean on = fram_progression_filter_is_on (self->filter);

  gtk_menu_button_set_label (self->filter_button, on ? _ ("Filter: on") : _ ("Filter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  on ? _ ("Filter: not all is shown") : _ ("Filter"), -1);
  fram_progression_section_show_view (self);
}

static void
on_message_clicked_cb (FramProgressionSection *self)
{
  if (self->failed && self->desk != NULL)
    reload (self);
  else if (self->rates)
    gtk_widget_activate_action (GTK_WIDGET (self), "participant.add", "s", "rating");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "participant.go", "s", "plan");
}

static void
set_class (gpointer widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
on_room_changed_cb (FramProgressionSection *self)
{
  int room = fram_size_bin_get_room (self->room);
  gboolean narrow = room > 0 && room < NARROW;
  gboolean folded = room > 0 && room < FOLDED;
  GtkOrientation along = room > 0 && room < CROWDED ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  set_class (self, "narrow", narrow);
  gtk_stack_set_visible_child_name (GTK_STACK (self->kinds), folded ? "menu" : "buttons");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->tools),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  for (GtkWidget *group = gtk_widget_get_first_child (self->tools); group != NULL;
       group = gtk_widget_get_next_sibling (group))
    gtk_orientable_set_orientation (GTK_ORIENTABLE (group), along);
  gtk_widget_set_visible (self->my_steps, !narrow); /* it is in the menu too */
  show_compared (self);
  fram_progression_table_set_narrow (self->table, narrow);
}

/* --- how it is shown --- */

/* "panels", "lines", "change", "radar" or "table". */
const char *
fram_progression_section_get_kind (FramProgressionSection *self)
{
  return self->as_table ? "table" : fram_progression_kind_get_code (self->view.kind);
}

void
fram_progression_section_set_kind (FramProgressionSection *self, const char *code)
{
  self->as_table = g_strcmp0 (code, "table") == 0;
  if (!self->as_table && !fram_progression_kind_from_code (code, &self->view.kind))
    self->view.kind = FRAM_PROGRESSION_PANELS;
  gtk_menu_button_set_label (self->kinds_menu, self->as_table ? C_ ("progression", "Table")
                                                              : fram_progression_kind_get_name (self->view.kind));
  fram_progression_section_show_view (self);
}

/* --- section --- */

static void
section_show (FramSection *section, FramDesk *desk, const FramCase *what)
{
  FramProgressionSection *self = FRAM_PROGRESSION_SECTION (section);

  self->what = what;
  if (what == NULL)
    return;
  g_set_object (&self->desk, desk);
  self->participant = what->person->row->participant;
  self->enrolment = what->enrolment;
  self->has_enrolment = !fram_uuid_is_none (&what->enrolment);
  self->rates = what->writes_progress && what->is_current;
  self->takes_back = what->writes_progress;
  self->writes_plan = what->writes_plan;
  if (self->progression == NULL && !self->failed)
    gtk_spinner_start (self->spinner);
  reload (self);
}

static void
section_focus (FramSection *section)
{
  FramProgressionSection *self = FRAM_PROGRESSION_SECTION (section);

  self->wants_focus = self->progression == NULL && !self->failed;
  if (self->wants_focus)
    return;
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "message") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->message_button));
  else if (self->as_table)
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static gboolean
section_can_print (FramSection *section)
{
  FramProgressionSection *self = FRAM_PROGRESSION_SECTION (section);

  return self->desk != NULL && !self->failed;
}

static gpointer
read_paper (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const FramProgressionAsked *asked = data;
  char id[FRAM_UUID_TEXT_SIZE];

  return fram_desk_progression_paper (desk, fram_uuid_format (&asked->participant, id),
                                      asked->has_enrolment ? &asked->enrolment : NULL, &asked->view, error);
}

static void
on_paper_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramProgressionSection) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramPaper) paper = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL || self->desk != FRAM_DESK (source))
    return;
  if (paper != NULL)
    gtk_window_present (fram_drawing_dialog_new (self->desk, GTK_WIDGET (self), paper));
  else
    fram_section_toast (GTK_WIDGET (self), error->message, FALSE);
}

/* As it is shown. */
static void
section_print (FramSection *section)
{
  FramProgressionSection *self = FRAM_PROGRESSION_SECTION (section);

  fram_desk_run_async (self->desk, read_paper, fram_progression_section_dup_asked (self), g_free,
                       (GDestroyNotify)fram_paper_unref, NULL, on_paper_cb, g_object_ref (self));
}

/* The form is not this section's; what belongs to the ratings begins here. */
static gboolean
section_add (FramSection *section, const char *what)
{
  FramProgressionSection *self = FRAM_PROGRESSION_SECTION (section);

  return self->rates && self->what != NULL && self->desk != NULL &&
         fram_rating_dialog_add (self->desk, GTK_WIDGET (self), self->what, what);
}

static char *
section_dup_selection (FramSection *section)
{
  return fram_progression_section_dup_table (FRAM_PROGRESSION_SECTION (section));
}

static char *
section_dup_state (FramSection *section)
{
  const char *kind = fram_progression_section_get_kind (FRAM_PROGRESSION_SECTION (section));

  return g_strcmp0 (kind, fram_progression_kind_get_code (FRAM_PROGRESSION_PANELS)) != 0 ? g_strdup (kind) : NULL;
}

static void
section_set_state (FramSection *section, const char *state)
{
  gtk_widget_activate_action (GTK_WIDGET (section), "progression.view", "s", state);
}

static void
fram_progression_section_section_init (FramSectionInterface *iface)
{
  iface->show = section_show;
  iface->focus = section_focus;
  iface->can_print = section_can_print;
  iface->print = section_print;
  iface->add = section_add;
  iface->dup_selection = section_dup_selection;
  iface->dup_state = section_dup_state;
  iface->set_state = section_set_state;
}

static void
fram_progression_section_dispose (GObject *object)
{
  FramProgressionSection *self = FRAM_PROGRESSION_SECTION (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  fram_progression_section_close_popover (self);
  if (self->canvas != NULL)
    {
      fram_progression_canvas_set_progression (self->canvas, NULL, FALSE);
      fram_progression_filter_set_progression (self->filter, NULL);
      fram_progression_against_set_progression (self->against, NULL);
    }
  self->canvas = NULL;
  g_clear_pointer (&self->progression, fram_progression_free);
  g_clear_pointer (&self->words, g_free);
  g_clear_object (&self->desk);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (fram_progression_section_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-progression-section.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, FramProgressionSection, child)
  BIND (room);
  BIND (states);
  BIND (spinner);
  BIND (message);
  BIND (message_button);
  BIND (scroller);
  BIND (tools);
  BIND (kinds);
  BIND (kinds_menu);
  BIND (filter_button);
  BIND (against_button);
  BIND (rate);
  BIND (my_steps);
  BIND (more);
  BIND (card);
  BIND (sentence);
  BIND (no_ratings);
  BIND (no_ratings_text);
  BIND (begin);
  BIND (views);
  BIND (canvas);
  BIND (told);
  BIND (table);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_table_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_compared_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_escaped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_message_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_room_changed_cb);
}

static void
fram_progression_section_class_init (FramProgressionSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_progression_section_dispose;
  g_type_ensure (FRAM_TYPE_SIZE_BIN);
  g_type_ensure (FRAM_TYPE_PROGRESSION_CANVAS);
  g_type_ensure (FRAM_TYPE_PROGRESSION_TABLE);
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "progressionsection");
}

static void
fram_progression_section_init (FramProgressionSection *self)
{
  self->menu_stop = -1;
  fram_progression_view_init (&self->view, FRAM_PROGRESSION_PANELS, 0);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = FRAM_PROGRESSION_FILTER (fram_progression_filter_new ());
  self->against = FRAM_PROGRESSION_AGAINST (fram_progression_against_new ());
  gtk_menu_button_set_popover (self->filter_button, GTK_WIDGET (self->filter));
  gtk_menu_button_set_popover (self->against_button, GTK_WIDGET (self->against));
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (on_filtered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->against, "changed", G_CALLBACK (fram_progression_section_show_view), self,
                           G_CONNECT_SWAPPED);
  fram_progression_section_add_actions (self);
}

GtkWidget *
fram_progression_section_new (void)
{
  return g_object_new (FRAM_TYPE_PROGRESSION_SECTION, NULL);
}

/* --- for tests --- */

gboolean
fram_progression_section_is_idle (FramProgressionSection *self)
{
  return self->loading == NULL;
}

FramProgressionCanvas *
fram_progression_section_get_canvas (FramProgressionSection *self)
{
  return self->canvas;
}

FramProgressionTable *
fram_progression_section_get_table (FramProgressionSection *self)
{
  return self->table;
}

FramProgressionFilter *
fram_progression_section_get_filter (FramProgressionSection *self)
{
  return self->filter;
}

FramProgressionAgainst *
fram_progression_section_get_against (FramProgressionSection *self)
{
  return self->against;
}

const FramProgression *
fram_progression_section_get_progression (FramProgressionSection *self)
{
  return self->progression;
}

/* "reading", "message" or "progression". */
const char *
fram_progression_section_get_state (FramProgressionSection *self)
{
  return gtk_stack_get_visible_child_name (self->states);
}

/* With what it compares. */
const char *
fram_progression_section_get_sentence (FramProgressionSection *self)
{
  return self->words;
}

/* What stands under the chart. */
const char *
fram_progression_section_get_told (FramProgressionSection *self)
{
  return gtk_label_get_text (self->told);
}
