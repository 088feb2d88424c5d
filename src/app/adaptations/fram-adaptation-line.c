#include "fram-adaptation-line.h"

#include "fram-discreet.h"

#include <glib/gi18n.h>

struct _FramAdaptationLine
{
  GtkBox parent_instance;

  /* borrowed */
  GtkLabel *name;
  GtkLabel *text;
  GtkLabel *state;

  /* owned */
  FramAdaptationRow *row;
};

G_DEFINE_FINAL_TYPE (FramAdaptationLine, fram_adaptation_line, GTK_TYPE_BOX)

static GtkLabel *
add_label (FramAdaptationLine *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

/* What is tried or agreed, else what is difficult; then the area and where it applies. */
static char *
dup_text (const FramAdaptation *adaptation)
{
  GString *text = g_string_new (adaptation->measure != NULL ? adaptation->measure : adaptation->barrier);

  if (adaptation->area_name != NULL)
    g_string_append_printf (text, " · %s", adaptation->area_name);
  if (adaptation->activity_name != NULL)
    g_string_append_printf (text, " · %s", adaptation->activity_name);
  return g_string_free (text, FALSE);
}

static void
refresh (FramAdaptationLine *self)
{
  const FramAdaptation *adaptation = self->row != NULL ? fram_adaptation_row_get (self->row) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (adaptation == NULL)
    return;
  name = fram_discreet_shown_name (GTK_WIDGET (self), adaptation->name);
  text =
      fram_discreet_is_on (GTK_WIDGET (self)) ? g_strdup (C_ ("adaptation", "An adaptation")) : dup_text (adaptation);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->text, text);
  gtk_label_set_label (self->state, adaptation->words);
  if (adaptation->is_due)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "fram-late");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), "fram-late");
}

static void
on_discreet_changed (GtkWidget *widget, gboolean discreet)
{
  refresh (FRAM_ADAPTATION_LINE (widget));
}

static void
fram_adaptation_line_dispose (GObject *object)
{
  g_clear_object (&FRAM_ADAPTATION_LINE (object)->row);
  G_OBJECT_CLASS (fram_adaptation_line_parent_class)->dispose (object);
}

static void
fram_adaptation_line_class_init (FramAdaptationLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_adaptation_line_dispose;
}

static void
fram_adaptation_line_init (FramAdaptationLine *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
  gtk_widget_add_css_class (GTK_WIDGET (self), "fram-list-line");
  self->name = add_label (self, NULL);
  self->text = add_label (self, "fram-dim");
  self->state = add_label (self, NULL);
  fram_discreet_follow (GTK_WIDGET (self), on_discreet_changed);
}

GtkWidget *
fram_adaptation_line_new (void)
{
  return g_object_new (FRAM_TYPE_ADAPTATION_LINE, NULL);
}

/**
 * fram_adaptation_line_show:
 * @self: a line
 * @row: (nullable): what it shows, %NULL for nothing
 */
void
fram_adaptation_line_show (FramAdaptationLine *self, FramAdaptationRow *row)
{
  g_return_if_fail (FRAM_IS_ADAPTATION_LINE (self));
  g_set_object (&self->row, row);
  refresh (self);
}
