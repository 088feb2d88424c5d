#include "fram-progression-turned.h"

#include "fram-form-dialog.h"

#include <glib/gi18n.h>

#define WIDEST 1100

struct _FramProgressionTurned
{
  AdwWindow parent_instance;

  /* borrowed */
  FramProgressionCanvas *canvas;

  /* owned */
  FramProgression *progression;
};

G_DEFINE_FINAL_TYPE (FramProgressionTurned, fram_progression_turned, ADW_TYPE_WINDOW)

/* --- plain words --- */

/* The same hours as in the sentence over the chart, so that nobody has to ask which of two numbers is right. */
static void
add_hours (GString *text, const FramProgression *progression)
{
  FramProgressionPeriod period = fram_progression_compare_weeks (progression, NULL);
  g_autofree char *first = fram_minutes_to_words (period.minutes_before);
  g_autofree char *now = fram_minutes_to_words (period.minutes_after);

  if (period.weeks == 0 || period.minutes_after < 15)
    return;
  /* Translators: plain words to the participant (level A1): "You come 4.5 hours a week." */
  g_string_append_printf (text, _ ("You come %s a week."), now);
  if (period.minutes_after > period.minutes_before && period.minutes_before >= 15 && !g_str_equal (first, now))
    {
      g_string_append_c (text, ' ');
      /* Translators: plain words to the participant (level A1): "In the beginning you came 1 hour." */
      g_string_append_printf (text, _ ("In the beginning you came %s."), first);
    }
}

/* "Health, Network": what has become higher (1), lower (-1) or is the same. */
static char *
names_of (const FramProgression *progression, const GArray *changes, guint64 shown, int direction)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const FramProgressionChange *change = &g_array_index (changes, FramProgressionChange, i);
      const FramIndicatorSeries *series = fram_progression_get_series (progression, change->series);
      int step = (change->after > change->before) - (change->after < change->before);

      if (change->rater != FRAM_RATER_PARTICIPANT || change->before == 0 || change->after == 0 || step != direction ||
          (change->series < 64 && (shown & G_GUINT64_CONSTANT (1) << change->series) == 0))
        continue;
      if (names->len > 0)
        g_string_append (names, " · ");
      g_string_append (names, series->short_name != NULL ? series->short_name : series->name);
    }
  return g_string_free (names, FALSE);
}

static void
add_line (GString *text, const char *names, char *line)
{
  g_autofree char *owned = line;

  if (names[0] == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, owned);
}

static void
add_answers (GString *text, const FramProgression *progression, const FramProgressionSpan *span, guint64 shown)
{
  g_autoptr (GArray) changes = fram_progression_compare (progression, span);
  g_autofree char *higher = names_of (progression, changes, shown, 1),
                  *same = names_of (progression, changes, shown, 0),
                  *lower = names_of (progression, changes, shown, -1);

  /* Translators: plain words to the participant (level A1): names of questions */
  add_line (text, higher, g_strdup_printf (_ ("Your answer is higher now: %s"), higher));
  /* Translators: plain words to the participant (level A1): names of questions */
  add_line (text, same, g_strdup_printf (_ ("Your answer is the same: %s"), same));
  /* Translators: plain words to the participant (level A1): names of questions */
  add_line (text, lower, g_strdup_printf (_ ("Your answer is lower just now. That happens: %s"), lower));
}

/**
 * fram_progression_to_plain_words:
 * @progression: a progression
 * @shown: a bit for every question that is shown
 *
 * Returns: (transfer full): what the large chart shows, in words of level A1: hours, and what the participant has rated
 *   higher and lower than in the beginning; one idea a line
 */
char *
fram_progression_to_plain_words (const FramProgression *progression, guint64 shown)
{
  FramProgressionSpan span;
  GString *text = g_string_new (NULL);

  add_hours (text, progression);
  if (fram_progression_whole_span (progression, &span))
    add_answers (text, progression, &span, shown);
  return g_string_free (text, FALSE);
}

/* --- window --- */

static GtkWidget *
label_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
head_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *close = gtk_button_new_with_label (_ ("Close"));

  gtk_box_append (GTK_BOX (box), label_new (_ ("Your way so far"), "fram-turned-title"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "window.close");
  gtk_widget_set_tooltip_text (close, _ ("Close (Escape)"));
  fram_widget_set_accessible_name (close, _ ("Close"));
  gtk_widget_set_valign (close, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), close);
  return box;
}

static void
fill (FramProgressionTurned *self, guint64 shown)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new (),
            *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  g_autofree char *words = fram_progression_to_plain_words (self->progression, shown);
  FramProgressionView view;

  fram_progression_view_init (&view, FRAM_PROGRESSION_PANELS, 0);
  view.large = TRUE;
  view.raters = 1u << FRAM_RATER_PARTICIPANT;
  view.shown = shown;
  self->canvas = FRAM_PROGRESSION_CANVAS (fram_progression_canvas_new ());
  fram_progression_canvas_set_view (self->canvas, &view);
  fram_progression_canvas_set_progression (self->canvas, self->progression, FALSE);
  fram_progression_canvas_set_summary (self->canvas, words);
  gtk_box_append (GTK_BOX (box), head_new ());
  gtk_box_append (GTK_BOX (box), label_new (words, "fram-turned-words"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->canvas));
  gtk_widget_add_css_class (box, "fram-turned");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_window_set_content (ADW_WINDOW (self), scroller);
}

static void
fram_progression_turned_dispose (GObject *object)
{
  FramProgressionTurned *self = FRAM_PROGRESSION_TURNED (object);

  if (self->canvas != NULL)
    fram_progression_canvas_set_progression (self->canvas, NULL, FALSE);
  self->canvas = NULL;
  g_clear_pointer (&self->progression, fram_progression_free);
  G_OBJECT_CLASS (fram_progression_turned_parent_class)->dispose (object);
}

static void
fram_progression_turned_class_init (FramProgressionTurnedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_progression_turned_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fram_progression_turned_init (FramProgressionTurned *self)
{
}

/**
 * fram_progression_turned_new:
 * @desk: the desk; when somebody else sits down at it the window closes
 * @parent: a widget of the window that it lies over
 * @progression: (transfer full): what is shown
 * @shown: a bit for every question that is shown
 *
 * Returns: (transfer floating): a window that fills the screen
 */
GtkWidget *
fram_progression_turned_new (FramDesk *desk, GtkWidget *parent, FramProgression *progression, guint64 shown)
{
  FramProgressionTurned *self = g_object_new (FRAM_TYPE_PROGRESSION_TURNED, "title", _ ("Your way so far"), NULL);

  self->progression = progression;
  fill (self, shown);
  gtk_window_set_default_size (GTK_WINDOW (self), 1000, 700);
  /* what belongs to another window is not let fill the screen everywhere: it stands alone, and covers it */
  gtk_window_fullscreen (GTK_WINDOW (self));
  g_signal_connect_object (gtk_widget_get_root (parent), "destroy", G_CALLBACK (gtk_window_destroy), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "person-changed", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

FramProgressionCanvas *
fram_progression_turned_get_canvas (FramProgressionTurned *self)
{
  return self->canvas;
}
