#include "fram-timeline-section-private.h"

#include "fram-desk-timeline-print.h"
#include "fram-drawing-dialog.h"
#include "fram-palette.h"
#include "fram-person-row.h"
#include "fram-words.h"

#include <glib/gi18n.h>

/* Narrower than this buttons have icons only, and the legend stands in lines. */
#define NARROW 620

/* Narrower than this, as with large letters on a telephone, the buttons stand in two lines. */
#define CROWDED 330

/* Where there is less height for all of it, the drawing is as high as it is and everything is scrolled together. */
#define LOW 330

static void fram_timeline_section_section_init (FramSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FramTimelineSection, fram_timeline_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FRAM_TYPE_SECTION, fram_timeline_section_section_init))

/* --- reading --- */

typedef struct
{
  FramUuid participant;
  FramUuid enrolment;
  gboolean has_enrolment;
} Asked;

static gpointer
read_timeline (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  char id[FRAM_UUID_TEXT_SIZE];

  return fram_desk_timeline (desk, fram_uuid_format (&asked->participant, id),
                             asked->has_enrolment ? &asked->enrolment : NULL, error);
}

static void
say (FramTimelineSection *self, const char *icon, const char *title, const char *text, const char *button)
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

/* Somebody who waits, and of whom nothing is planned: the way to this day is told in words. */
static gboolean
has_begun (const FramTimeline *timeline)
{
  const guint planned = 1u << FRAM_LANE_WORKSHOPS | 1u << FRAM_LANE_GROUPS | 1u << FRAM_LANE_EXTERNAL |
                        1u << FRAM_LANE_MEETINGS | 1u << FRAM_LANE_SUPPORT;

  if (timeline->days->len > 0 || (timeline->enrolled != FRAM_DATE_NONE && timeline->enrolled <= timeline->today))
    return TRUE;
  for (guint i = 0; i < timeline->items->len; i++)
    if ((1u << ((FramTimelineItem *)timeline->items->pdata[i])->lane & planned) != 0)
      return TRUE;
  return FALSE;
}

static void
say_empty (FramTimelineSection *self)
{
  const char *hint = _ ("The timeline begins with the first day that is planned: a talk, a group or a workshop.");
  g_autofree char *text =
      self->timeline->summary != NULL ? g_strdup_printf ("%s\n\n%s", self->timeline->summary, hint) : g_strdup (hint);

  say (self, "x-office-calendar-symbolic", _ ("Nothing has begun yet"), text,
       self->writes_plan ? _ ("Go to the plan") : NULL);
}

static void
show_timeline (FramTimelineSection *self, FramTimeline *timeline)
{
  g_autoptr (FramTimeline) old = self->timeline;
  gboolean keep =
      old != NULL && g_strcmp0 (old->case_no, timeline->case_no) == 0 && old->enrolled == timeline->enrolled;

  self->timeline = timeline;
  self->failed = FALSE;
  fram_timeline_section_close_popover (self);
  fram_timeline_canvas_set_timeline (self->canvas, timeline, fram_desk_get_statuses (self->desk), keep);
  fram_timeline_list_set_timeline (self->list, timeline, fram_timeline_canvas_get_stops (self->canvas));
  if (!has_begun (timeline))
    say_empty (self);
  else
    gtk_stack_set_visible_child_name (self->states, "timeline");
  fram_timeline_section_show_actions (self);
  if (self->wants_focus)
    fram_section_focus (FRAM_SECTION (self));
}

static void
show_trouble (FramTimelineSection *self, const GError *error)
{
  self->failed = TRUE;
  say (self, "dialog-warning-symbolic", _ ("The timeline cannot be shown"), error->message, _ ("Try again"));
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramTimelineSection) self = user_data;
  g_autoptr (GError) error = NULL;
  FramTimeline *timeline = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    {
      g_clear_pointer (&timeline, fram_timeline_free);
      return;
    }
  g_clear_object (&self->loading);
  gtk_spinner_stop (self->spinner);
  if (timeline != NULL)
    show_timeline (self, timeline);
  else
    show_trouble (self, error);
}

static Asked *
dup_asked (FramTimelineSection *self)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->participant = self->participant;
  asked->enrolment = self->enrolment;
  asked->has_enrolment = self->has_enrolment;
  return asked;
}

void
fram_timeline_section_reload (FramTimelineSection *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  fram_desk_run_async (self->desk, read_timeline, dup_asked (self), g_free, (GDestroyNotify)fram_timeline_free,
                       self->loading, on_read_cb, g_object_ref (self));
}

/* --- what is told --- */

static char *
told_words (FramTimelineSection *self, int stop)
{
  const FramTimelineStops *stops = fram_timeline_canvas_get_stops (self->canvas);
  const FramTimelineStop *one = stops != NULL ? fram_timeline_stops_get (stops, stop) : NULL;
  g_autofree char *words = NULL;

  if (one == NULL)
    return g_strdup ("");
  words = fram_timeline_canvas_to_words (self->canvas, stop);
  return g_markup_printf_escaped ("<b>%s:</b> %s", fram_timeline_stops_lane_name (stops, stop), words);
}

/* What the pointer is on, else what the keyboard is on. */
static void
on_moved_cb (FramTimelineSection *self)
{
  int hover = fram_timeline_canvas_get_hover (self->canvas);
  g_autofree char *words = told_words (self, hover >= 0 ? hover : fram_timeline_canvas_get_stop (self->canvas));

  gtk_label_set_markup (self->told, words);
}

static void
on_range_changed_cb (FramTimelineSection *self)
{
  FramDate from, to;
  gboolean any = self->timeline != NULL && fram_timeline_canvas_get_range (self->canvas, &from, &to);

  gtk_widget_set_visible (self->range_bar, any);
  if (any)
    {
      FramTimelineSums sums = fram_timeline_sum (self->timeline, from, to);
      g_autofree char *words = fram_timeline_sums_to_words (&sums);

      gtk_label_set_text (self->range_text, words);
      fram_timeline_canvas_say (self->canvas, words);
    }
}

static void
on_view_changed_cb (FramTimelineSection *self)
{
  g_autofree char *words = NULL;
  double from, to;

  fram_timeline_canvas_get_span (self->canvas, &from, &to);
  words = self->timeline != NULL ? fram_date_range_to_text ((FramDate)from, (FramDate)to - 1) : g_strdup ("");
  gtk_label_set_text (self->period, words);
  fram_timeline_section_show_actions (self);
}

static void
on_activated_cb (FramTimelineSection *self, int stop)
{
  fram_timeline_section_activate (self, stop, GTK_WIDGET (self->canvas));
}

static void
on_list_activated_cb (FramTimelineSection *self, int stop)
{
  fram_timeline_section_activate (self, stop, GTK_WIDGET (self->list));
}

static void
on_menu_cb (FramTimelineSection *self, int stop, int day, double x, double y)
{
  fram_timeline_section_show_menu (self, stop, day, x, y);
}

static void
on_message_clicked_cb (FramTimelineSection *self)
{
  if (self->failed && self->desk != NULL)
    fram_timeline_section_reload (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "participant.go", "s", "plan");
}

static void
on_room_changed_cb (FramTimelineSection *self)
{
  int room = fram_size_bin_get_room (self->room);
  gboolean narrow = room > 0 && room<NARROW, crowded = room> 0 && room < CROWDED;

  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  gtk_widget_set_visible (GTK_WIDGET (self->period), !narrow);
  gtk_widget_set_hexpand (self->today, narrow);
  gtk_widget_set_visible (self->key, !crowded);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->tools),
                                  crowded ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  if (narrow)
    gtk_button_set_icon_name (self->fit, "zoom-fit-best-symbolic");
  else
    gtk_button_set_label (self->fit, _ ("Whole time"));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->legend),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

void
fram_timeline_section_arrange (FramTimelineSection *self)
{
  double room = gtk_adjustment_get_page_size (gtk_scrolled_window_get_vadjustment (self->outer));
  gboolean drawn = g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "drawing") == 0;
  gboolean low = drawn && room > 0 && room < LOW * fram_widget_get_text_scale (GTK_WIDGET (self));

  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_AUTOMATIC, low ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
  gtk_scrollable_set_vscroll_policy (self->viewport, low ? GTK_SCROLL_NATURAL : GTK_SCROLL_MINIMUM);
}

static void
on_arrange_cb (gpointer data)
{
  FRAM_TIMELINE_SECTION (data)->arranging = 0;
  fram_timeline_section_arrange (data);
}

/* It is told in the middle of a layout. */
static void
on_height_changed_cb (FramTimelineSection *self)
{
  if (self->arranging == 0)
    self->arranging = g_idle_add_once (on_arrange_cb, self);
}

/* --- the key to the meetings' shapes --- */

static void
draw_symbol (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  switch ((FramMeetingShape)GPOINTER_TO_INT (data))
    {
    case FRAM_MEETING_THREE_PARTY:
      cairo_move_to (cr, width / 2.0, 0.5);
      cairo_line_to (cr, width - 0.5, height - 1);
      cairo_line_to (cr, 0.5, height - 1);
      cairo_close_path (cr);
      break;
    case FRAM_MEETING_SIP: cairo_rectangle (cr, 1, 1, width - 2, height - 2); break;
    case FRAM_MEETING_TALK:
    default: cairo_arc (cr, width / 2.0, height / 2.0, width / 2.0 - 1, 0, 2 * G_PI);
    }
  cairo_fill (cr);
}

static void
add_symbol (FramTimelineSection *self, FramMeetingShape shape, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *area = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (name);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), 12);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), 12);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_symbol, GINT_TO_POINTER ((int)shape), NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "fram-dim");
  gtk_box_append (GTK_BOX (box), area);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (self->key), box);
}

/* --- section --- */

static void
section_show (FramSection *section, FramDesk *desk, const FramCase *what)
{
  FramTimelineSection *self = FRAM_TIMELINE_SECTION (section);

  if (what == NULL)
    return;
  g_set_object (&self->desk, desk);
  self->participant = what->person->row->participant;
  self->enrolment = what->enrolment;
  self->has_enrolment = !fram_uuid_is_none (&what->enrolment);
  self->writes_plan = what->writes_plan;
  if (self->timeline == NULL && !self->failed)
    gtk_spinner_start (self->spinner);
  fram_timeline_section_reload (self);
}

static void
section_focus (FramSection *section)
{
  FramTimelineSection *self = FRAM_TIMELINE_SECTION (section);

  self->wants_focus = self->timeline == NULL && !self->failed;
  if (self->wants_focus)
    return;
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "message") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->message_button));
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "list") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static gboolean
section_can_print (FramSection *section)
{
  FramTimelineSection *self = FRAM_TIMELINE_SECTION (section);

  return self->desk != NULL && !self->failed;
}

static gpointer
read_paper (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  char id[FRAM_UUID_TEXT_SIZE];

  return fram_desk_timeline_paper (desk, fram_uuid_format (&asked->participant, id),
                                   asked->has_enrolment ? &asked->enrolment : NULL, error);
}

static void
on_paper_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramTimelineSection) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramPaper) paper = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL || self->desk != FRAM_DESK (source))
    return;
  if (paper != NULL)
    gtk_window_present (fram_drawing_dialog_new (self->desk, GTK_WIDGET (self), paper));
  else
    fram_section_toast (GTK_WIDGET (self), error->message, FALSE);
}

/* The whole time on paper, whatever is in view. */
static void
section_print (FramSection *section)
{
  FramTimelineSection *self = FRAM_TIMELINE_SECTION (section);

  fram_desk_run_async (self->desk, read_paper, dup_asked (self), g_free, (GDestroyNotify)fram_paper_unref, NULL,
                       on_paper_cb, g_object_ref (self));
}

static char *
section_dup_selection (FramSection *section)
{
  return fram_timeline_section_dup_table (FRAM_TIMELINE_SECTION (section));
}

static void
fram_timeline_section_section_init (FramSectionInterface *iface)
{
  iface->show = section_show;
  iface->focus = section_focus;
  iface->can_print = section_can_print;
  iface->print = section_print;
  iface->dup_selection = section_dup_selection;
}

static void
fram_timeline_section_dispose (GObject *object)
{
  FramTimelineSection *self = FRAM_TIMELINE_SECTION (object);

  g_clear_handle_id (&self->arranging, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  fram_timeline_section_close_popover (self);
  if (self->canvas != NULL)
    fram_timeline_canvas_set_timeline (self->canvas, NULL, NULL, FALSE);
  self->canvas = NULL;
  g_clear_pointer (&self->timeline, fram_timeline_free);
  g_clear_object (&self->desk);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (fram_timeline_section_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-timeline-section.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, FramTimelineSection, child)
  BIND (room);
  BIND (states);
  BIND (spinner);
  BIND (message);
  BIND (message_button);
  BIND (tools);
  BIND (period);
  BIND (zoom);
  BIND (fit);
  BIND (today);
  BIND (select);
  BIND (views);
  BIND (outer);
  BIND (viewport);
  BIND (scroller);
  BIND (canvas);
  BIND (range_bar);
  BIND (range_text);
  BIND (legend);
  BIND (key);
  BIND (told);
  BIND (list);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_range_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_list_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_message_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_room_changed_cb);
}

static void
fram_timeline_section_class_init (FramTimelineSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_timeline_section_dispose;
  g_type_ensure (FRAM_TYPE_SIZE_BIN);
  g_type_ensure (FRAM_TYPE_TIMELINE_CANVAS);
  g_type_ensure (FRAM_TYPE_TIMELINE_LIST);
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "timelinesection");
}

static void
fram_timeline_section_init (FramTimelineSection *self)
{
  self->menu_stop = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_button_set_label (self->fit, _ ("Whole time"));
  add_symbol (self, FRAM_MEETING_THREE_PARTY, C_ ("timeline", "three-party meeting"));
  add_symbol (self, FRAM_MEETING_SIP, C_ ("timeline", "SIP"));
  add_symbol (self, FRAM_MEETING_TALK, C_ ("timeline", "talk"));
  fram_timeline_section_add_actions (self);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->outer), "notify::page-size",
                           G_CALLBACK (on_height_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
fram_timeline_section_new (void)
{
  return g_object_new (FRAM_TYPE_TIMELINE_SECTION, NULL);
}

/* --- for tests --- */

gboolean
fram_timeline_section_is_idle (FramTimelineSection *self)
{
  return self->loading == NULL;
}

FramTimelineCanvas *
fram_timeline_section_get_canvas (FramTimelineSection *self)
{
  return self->canvas;
}

FramTimelineList *
fram_timeline_section_get_list (FramTimelineSection *self)
{
  return self->list;
}

const FramTimeline *
fram_timeline_section_get_timeline (FramTimelineSection *self)
{
  return self->timeline;
}

/* "reading", "message" or "timeline". */
const char *
fram_timeline_section_get_state (FramTimelineSection *self)
{
  return gtk_stack_get_visible_child_name (self->states);
}

/* What stands under the drawing. */
const char *
fram_timeline_section_get_told (FramTimelineSection *self)
{
  return gtk_label_get_text (self->told);
}
