#include "fram-voices.h"

/* --- one voice --- */

#define FRAM_TYPE_VOICE (fram_voice_get_type ())
G_DECLARE_FINAL_TYPE (FramVoice, fram_voice, FRAM, VOICE, GtkWidget)

struct _FramVoice
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (FramVoice, fram_voice, GTK_TYPE_WIDGET)

static void
fram_voice_class_init (FramVoiceClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "voice");
}

static void
fram_voice_init (FramVoice *self)
{
}

static GtkWidget *
voice_new (GtkWidget *parent, GtkAccessibleRole role)
{
  GtkWidget *voice = g_object_new (FRAM_TYPE_VOICE, "accessible-role", role, "can-target", FALSE, NULL);

  gtk_widget_set_parent (voice, parent);
  return voice;
}

static void
say (GtkWidget *voice, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (voice), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
place (GtkWidget *voice, const GdkRectangle *rect)
{
  int minimum;

  gtk_widget_measure (voice, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (voice, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (voice, &(GtkAllocation){ rect->x, rect->y, MAX (1, rect->width), MAX (1, rect->height) },
                            -1);
}

/* --- all of a widget's --- */

struct _FramVoices
{
  /* borrowed */
  GtkWidget *parent;
  GtkWidget *cells[2];

  /* owned */
  GPtrArray *rows;

  int turn; /* which of the two has the keyboard, or had it last */
};

/**
 * fram_voices_new:
 * @parent: the widget that draws
 * @nothing: what is said where there is nothing
 *
 * Returns: (transfer full): its voices
 */
FramVoices *
fram_voices_new (GtkWidget *parent, const char *nothing)
{
  FramVoices *self = g_new0 (FramVoices, 1);

  self->parent = parent;
  self->rows = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    {
      self->cells[i] = voice_new (parent, GTK_ACCESSIBLE_ROLE_GRID_CELL);
      gtk_widget_set_focusable (self->cells[i], TRUE);
      say (self->cells[i], nothing);
    }
  return self;
}

/* To be called while the widget still lives. */
void
fram_voices_free (FramVoices *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    gtk_widget_unparent (self->cells[i]);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_unparent (self->rows->pdata[i]);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

gboolean
fram_voices_have_keyboard (const FramVoices *self)
{
  return gtk_widget_is_focus (self->cells[0]) || gtk_widget_is_focus (self->cells[1]);
}

/**
 * fram_voices_speak:
 * @self: voices
 * @words: what the keyboard is on, or something else that is to be told
 * @take_keyboard: whether the other voice takes the keyboard, so that the words are told now
 */
void
fram_voices_speak (FramVoices *self, const char *words, gboolean take_keyboard)
{
  if (take_keyboard)
    self->turn = !self->turn;
  say (self->cells[self->turn], words);
  if (take_keyboard)
    gtk_widget_grab_focus (self->cells[self->turn]);
}

/**
 * fram_voices_place:
 * @self: voices
 * @rect: where in the widget the thing with the keyboard is
 */
void
fram_voices_place (FramVoices *self, const GdkRectangle *rect)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    place (self->cells[i], rect);
}

void
fram_voices_set_n_rows (FramVoices *self, guint n)
{
  while (self->rows->len < n)
    g_ptr_array_add (self->rows, voice_new (self->parent, GTK_ACCESSIBLE_ROLE_ROW));
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_child_visible (self->rows->pdata[i], i < n);
}

/* Rows that are shown are to be placed each time that the widget is allocated. */
void
fram_voices_place_row (FramVoices *self, guint row, const GdkRectangle *rect)
{
  g_return_if_fail (row < self->rows->len);
  place (self->rows->pdata[row], rect);
}

void
fram_voices_say_row (FramVoices *self, guint row, const char *words)
{
  if (row < self->rows->len)
    say (self->rows->pdata[row], words);
}
