#include "fram-progression-section-private.h"

#include "fram-desk-rating.h"
#include "fram-form-dialog.h"

#include <glib/gi18n.h>

/* One thing of the chart: what it says, and what can be done with it. */

/* Letters in a line, and so many where there is little room. */
#define WORDS_WIDTH  36
#define WORDS_NARROW 26

void
fram_progression_section_close_popover (FramProgressionSection *self)
{
  if (self->popover != NULL)
    gtk_widget_unparent (self->popover);
  g_clear_object (&self->popover);
}

/* The keyboard goes back to where it was, unless something else has taken it already. */
static void
on_closed_cb (FramProgressionSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->canvas == NULL || gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  if (focus == NULL || self->popover == NULL || focus == self->popover || gtk_widget_is_ancestor (focus, self->popover))
    gtk_widget_grab_focus (self->as_table ? GTK_WIDGET (self->table) : GTK_WIDGET (self->canvas));
}

/* It belongs to the section: whoever scrolls would scroll to what has the keyboard in it. */
static void
show_popover (FramProgressionSection *self, GtkWidget *popover, GtkWidget *from, const GdkRectangle *at)
{
  GdkRectangle here = *at;
  double x, y;

  fram_progression_section_close_popover (self);
  self->popover = g_object_ref_sink (popover);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  if (gtk_widget_translate_coordinates (from, GTK_WIDGET (self), at->x, at->y, &x, &y))
    {
      here.x = (int)x;
      here.y = (int)y;
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &here);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* --- taking back --- */

typedef struct
{
  FramProgressionSection *section;
  FramUuid rating;
} Taking;

static gpointer
remove_rating (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  char *what = NULL;

  return fram_desk_remove_rating (desk, data, &what, error) ? what : NULL;
}

static void
on_removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramProgressionSection) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (what != NULL)
    fram_section_toast (GTK_WIDGET (self), what, TRUE);
  else if (error != NULL)
    fram_section_toast (GTK_WIDGET (self), error->message, FALSE);
}

static void
on_take_back_cb (GtkButton *button, Taking *taking)
{
  FramProgressionSection *self = taking->section;
  FramUuid *rating = g_memdup2 (&taking->rating, sizeof taking->rating);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  fram_desk_run_async (self->desk, remove_rating, rating, g_free, g_free, NULL, on_removed_cb, g_object_ref (self));
}

static void
taking_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GtkWidget *
take_back_new (FramProgressionSection *self, const FramRatingPoint *point)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Take back"));
  Taking *taking = g_new0 (Taking, 1);

  taking->section = self;
  taking->rating = point->id;
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  fram_widget_set_accessible_name (button, _ ("Take this rating back"));
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_take_back_cb), taking, taking_free, 0);
  return button;
}

/* --- words --- */

/* A label that gets the keyboard has all of its text selected. */
static void
on_words_shown_cb (GtkWidget *popover, gpointer label)
{
  gtk_label_select_region (label, 0, 0);
}

static GtkWidget *
words_new (FramProgressionSection *self, const char *words, GtkWidget *button)
{
  int width = gtk_widget_has_css_class (GTK_WIDGET (self), "narrow") ? WORDS_NARROW : WORDS_WIDTH;
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* as wide as it is high for: a popover asks for the one without the other */
  gtk_label_set_width_chars (GTK_LABEL (label), (int)MIN (width, g_utf8_strlen (words, -1)));
  gtk_label_set_max_width_chars (GTK_LABEL (label), width);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  g_signal_connect_after (popover, "show", G_CALLBACK (on_words_shown_cb), label);
  gtk_box_append (GTK_BOX (box), label);
  if (button != NULL)
    gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "fram-progression-words");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return popover;
}

/**
 * fram_progression_section_tell_point:
 * @self: a section
 * @series: a question
 * @rater: a side of it
 * @index: which rating
 * @from: the chart or the table
 * @at: where in it
 *
 * Shows a rating with its note; whoever may rate can take it back.
 */
void
fram_progression_section_tell_point (FramProgressionSection *self, guint series, FramRater rater, guint index,
                                     GtkWidget *from, const GdkRectangle *at)
{
  const FramIndicatorSeries *one = fram_progression_get_series (self->progression, series);
  const FramRatingPoint *point = &g_array_index (one->points[rater], FramRatingPoint, index);
  g_autofree char *words = fram_rating_point_to_words (one, rater, point);
  gboolean may = self->takes_back && !fram_uuid_is_none (&point->id);

  show_popover (self, words_new (self, words, may ? take_back_new (self, point) : NULL), from, at);
}

/* What happened there, also where it is a step forward. */
static const FramMoment *
moment_of (FramProgressionSection *self, const FramProgressionStop *stop)
{
  const FramStepForward *step;

  if (stop == NULL)
    return NULL;
  if (stop->kind == FRAM_PROGRESSION_STOP_MOMENT)
    return self->progression->moments->pdata[stop->index];
  if (stop->kind != FRAM_PROGRESSION_STOP_STEP)
    return NULL;
  step = self->progression->steps->pdata[stop->index];
  return step->kind == FRAM_STEP_RATING || step->kind == FRAM_STEP_HOURS ||
                 step->moment >= self->progression->moments->len
             ? NULL
             : self->progression->moments->pdata[step->moment];
}

static gboolean
is_to_be_changed (FramProgressionSection *self, const FramProgressionStop *stop)
{
  const FramMoment *moment = moment_of (self, stop);

  return moment != NULL && self->writes_plan && moment->entity != FRAM_ENTITY_NONE && !fram_uuid_is_none (&moment->id);
}

static void
edit (FramProgressionSection *self, const FramProgressionStop *stop)
{
  const FramMoment *moment = moment_of (self, stop);
  char id[FRAM_UUID_TEXT_SIZE];
  g_autofree char *what =
      g_strdup_printf ("%s:%s", fram_entity_info (moment->entity)->name, fram_uuid_format (&moment->id, id));

  gtk_widget_activate_action (GTK_WIDGET (self), "participant.edit", "s", what);
}

/**
 * fram_progression_section_activate:
 * @self: a section
 * @stop: what of the chart
 *
 * Shows where something that happened is changed; of a rating its note; else what it says.
 */
void
fram_progression_section_activate (FramProgressionSection *self, int stop)
{
  const FramProgressionStop *one = fram_progression_canvas_get_nth (self->canvas, stop);
  g_autofree char *words = NULL;
  GdkRectangle bounds;

  if (one == NULL || self->progression == NULL || !fram_progression_canvas_get_bounds (self->canvas, stop, &bounds))
    return;
  if (is_to_be_changed (self, one))
    {
      edit (self, one);
      return;
    }
  if (one->kind == FRAM_PROGRESSION_STOP_POINT)
    {
      fram_progression_section_tell_point (self, one->series, one->rater, one->index, GTK_WIDGET (self->canvas),
                                           &bounds);
      return;
    }
  words = fram_progression_canvas_to_words (self->canvas, stop);
  show_popover (self, words_new (self, words, NULL), GTK_WIDGET (self->canvas), &bounds);
}

/* --- the menu --- */

static GMenu *
make_menu (FramProgressionSection *self)
{
  g_autoptr (GMenu) menu = g_menu_new (), one = g_menu_new (), all = g_menu_new ();
  const FramProgressionStop *stop = fram_progression_canvas_get_nth (self->canvas, self->menu_stop);

  if (is_to_be_changed (self, stop))
    g_menu_append (one, _ ("Change …"), "progression.tell");
  else if (stop != NULL)
    g_menu_append (one, _ ("Read"), "progression.tell");
  if (stop != NULL)
    g_menu_append (one, _ ("Copy"), "win.copy");
  g_menu_append (all, _ ("Copy the picture and its sentence"), "progression.copy");
  g_menu_append (all, _ ("Read as a table"), "progression.view::table");
  g_menu_append (all, _ ("Turn to the participant"), "progression.turn");
  g_menu_append (all, _ ("Print or save as a picture …"), "progression.print");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (one));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  return g_steal_pointer (&menu);
}

/**
 * fram_progression_section_show_menu:
 * @self: a section
 * @stop: what it is of, -1 for the whole chart
 * @x: where it opens, in the chart
 * @y: likewise
 */
void
fram_progression_section_show_menu (FramProgressionSection *self, int stop, double x, double y)
{
  g_autoptr (GMenu) menu = NULL;
  GtkWidget *popover;

  self->menu_stop = stop;
  menu = make_menu (self);
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  show_popover (self, popover, GTK_WIDGET (self->canvas), &(GdkRectangle){ (int)x, (int)y, 1, 1 });
}
