#include "fram-rating-scale.h"

#include "fram-form-dialog.h"
#include "fram-rating-words.h"

#include <glib/gi18n.h>

#define TARGET       44
#define LARGE_TARGET 64
#define GAP          6
#define WIDEST       3.0 /* of a target, in heights */
/* After a 1 on a scale to 10 a 0 may follow. */
#define DIGIT_MS 700

/* A value is a button that says that it is one of several. */
#define FRAM_TYPE_RATING_TARGET (fram_rating_target_get_type ())
G_DECLARE_FINAL_TYPE (FramRatingTarget, fram_rating_target, FRAM, RATING_TARGET, GtkButton)

struct _FramRatingTarget
{
  GtkButton parent_instance;
};

G_DEFINE_FINAL_TYPE (FramRatingTarget, fram_rating_target, GTK_TYPE_BUTTON)

static void
fram_rating_target_class_init (FramRatingTargetClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "ratingtarget");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_RADIO);
}

static void
fram_rating_target_init (FramRatingTarget *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

struct _FramRatingScale
{
  GtkWidget parent_instance;

  /* owned */
  GPtrArray *targets; /* their parent is the scale */
  GtkWidget *ends;
  GtkLabel *low;
  GtkLabel *high;

  int lowest;
  int highest;
  int value;
  gboolean large;
  guint digit; /* waits for a second one */
};

enum
{
  PICKED,
  NEXT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramRatingScale, fram_rating_scale, GTK_TYPE_WIDGET)

static int
least_size (FramRatingScale *self)
{
  return self->large ? LARGE_TARGET : TARGET;
}

/* As large as a finger wants it, and as its letters want it, in either direction. */
static int
target_size (FramRatingScale *self, GtkOrientation orientation)
{
  int size = least_size (self);

  for (guint i = 0; i < self->targets->len; i++)
    {
      int least;

      gtk_widget_measure (self->targets->pdata[i], orientation, -1, &least, NULL, NULL, NULL);
      size = MAX (size, least);
    }
  return size;
}

/* How many stand beside each other where there is so much room. */
static int
per_row (FramRatingScale *self, int width)
{
  int n = (int)self->targets->len, side = target_size (self, GTK_ORIENTATION_HORIZONTAL);

  for (int rows = 1; rows <= n; rows++)
    {
      int wide = (n + rows - 1) / rows;

      if (wide * side + (wide - 1) * GAP <= width)
        return wide;
    }
  return 1;
}

static int
targets_height (FramRatingScale *self, int width)
{
  int wide = per_row (self, width), rows = ((int)self->targets->len + wide - 1) / wide;

  return rows * target_size (self, GTK_ORIENTATION_VERTICAL) + (rows - 1) * GAP;
}

static int
row_width (FramRatingScale *self, int wide, int width)
{
  return MIN (width, (int)(wide * target_size (self, GTK_ORIENTATION_VERTICAL) * WIDEST) + (wide - 1) * GAP);
}

static void
fram_rating_scale_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  FramRatingScale *self = FRAM_RATING_SCALE (widget);
  int side = target_size (self, GTK_ORIENTATION_HORIZONTAL), n = (int)self->targets->len, least = 0, usual = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->ends, orientation, -1, &least, &usual, NULL, NULL);
      *minimum = MAX (MIN (n, 4) * (side + GAP) - GAP, least);
      *natural = MAX (*minimum, (int)(n * side * WIDEST) + (n - 1) * GAP);
      return;
    }
  if (for_size < 0)
    for_size = n * (side + GAP) - GAP;
  gtk_widget_measure (self->ends, orientation, row_width (self, per_row (self, for_size), for_size), &least, &usual,
                      NULL, NULL);
  *minimum = targets_height (self, for_size) + GAP + least;
  *natural = targets_height (self, for_size) + GAP + usual;
}

static GtkSizeRequestMode
fram_rating_scale_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
place (GtkWidget *child, gboolean mirrored, int whole, int left, int top, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ mirrored ? whole - left - width : left, top, width, height }, -1);
}

static void
fram_rating_scale_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FramRatingScale *self = FRAM_RATING_SCALE (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int wide = per_row (self, width), side = target_size (self, GTK_ORIENTATION_VERTICAL);
  int room = row_width (self, wide, width);
  int each = (room - (wide - 1) * GAP) / wide, start = self->large ? (width - room) / 2 : 0;
  int below = targets_height (self, width) + GAP;

  for (int i = 0; i < (int)self->targets->len; i++)
    place (self->targets->pdata[i], mirrored, width, start + i % wide * (each + GAP), i / wide * (side + GAP), each,
           side);
  place (self->ends, mirrored, width, start, below, wide * (each + GAP) - GAP, MAX (0, height - below));
}

static int
find_focus (FramRatingScale *self)
{
  for (guint i = 0; i < self->targets->len; i++)
    if (gtk_widget_is_focus (self->targets->pdata[i]))
      return (int)i;
  return -1;
}

/* One stop of the tabulator: it enters at the chosen value, else at the whole, the arrows move along, and it leaves again. */
static gboolean
fram_rating_scale_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FramRatingScale *self = FRAM_RATING_SCALE (widget);
  int at = find_focus (self), last = (int)self->targets->len - 1;
  gboolean onwards;

  if (at < 0 && !gtk_widget_is_focus (widget))
    {
      fram_rating_scale_grab (self);
      return TRUE;
    }
  if (direction != GTK_DIR_LEFT && direction != GTK_DIR_RIGHT)
    return FALSE;
  onwards = (direction == GTK_DIR_RIGHT) == (gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL);
  if (at < 0)
    at = onwards ? 0 : last;
  else
    at = CLAMP (at + (onwards ? 1 : -1), 0, last);
  return gtk_widget_grab_focus (self->targets->pdata[at]);
}

/* A widget with children would hand the keyboard on to them. */
static gboolean
grab_itself (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root == NULL || !gtk_widget_get_mapped (widget))
    return FALSE;
  gtk_root_set_focus (root, widget);
  return TRUE;
}

static void
stop_waiting (FramRatingScale *self)
{
  g_clear_handle_id (&self->digit, g_source_remove);
}

static void
pick (FramRatingScale *self, int value)
{
  fram_rating_scale_set_value (self, value);
  g_signal_emit (self, signals[PICKED], 0, value);
}

static void
on_clicked_cb (FramRatingTarget *target, FramRatingScale *self)
{
  guint index;

  stop_waiting (self);
  if (g_ptr_array_find (self->targets, target, &index))
    pick (self, self->lowest + (int)index);
}

static gboolean
on_digit_alone (gpointer data)
{
  FramRatingScale *self = data;

  self->digit = 0;
  g_signal_emit (self, signals[NEXT], 0);
  return G_SOURCE_REMOVE;
}

static gboolean
type_digit (FramRatingScale *self, int digit)
{
  if (self->digit != 0 && digit == 0 && self->highest >= 10)
    digit = 10;
  stop_waiting (self);
  if (digit < self->lowest || digit > self->highest)
    return TRUE;
  pick (self, digit);
  gtk_widget_grab_focus (fram_rating_scale_get_target (self, digit));
  if (digit == 1 && self->highest >= 10)
    self->digit = g_timeout_add (DIGIT_MS, on_digit_alone, self);
  else
    g_signal_emit (self, signals[NEXT], 0);
  return TRUE;
}

/**
 * fram_rating_scale_handle_key:
 * @self: a scale
 * @key: a key symbol
 * @state: modifiers
 *
 * Returns: whether the key means something to it
 */
gboolean
fram_rating_scale_handle_key (FramRatingScale *self, guint key, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return FALSE;
  if (key >= GDK_KEY_0 && key <= GDK_KEY_9)
    return type_digit (self, (int)(key - GDK_KEY_0));
  if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    return type_digit (self, (int)(key - GDK_KEY_KP_0));
  switch (key)
    {
    case GDK_KEY_BackSpace:
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      stop_waiting (self);
      pick (self, 0);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      stop_waiting (self);
      g_signal_emit (self, signals[NEXT], 0);
      return TRUE;
    default: return FALSE;
    }
}

static gboolean
on_key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, FramRatingScale *self)
{
  return fram_rating_scale_handle_key (self, key, state);
}

static void
fram_rating_scale_dispose (GObject *object)
{
  FramRatingScale *self = FRAM_RATING_SCALE (object);

  stop_waiting (self);
  for (guint i = 0; i < self->targets->len; i++)
    gtk_widget_unparent (self->targets->pdata[i]);
  g_ptr_array_set_size (self->targets, 0);
  g_clear_pointer (&self->ends, gtk_widget_unparent);
  G_OBJECT_CLASS (fram_rating_scale_parent_class)->dispose (object);
}

static void
fram_rating_scale_finalize (GObject *object)
{
  g_ptr_array_unref (FRAM_RATING_SCALE (object)->targets);
  G_OBJECT_CLASS (fram_rating_scale_parent_class)->finalize (object);
}

static void
fram_rating_scale_class_init (FramRatingScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_rating_scale_dispose;
  G_OBJECT_CLASS (klass)->finalize = fram_rating_scale_finalize;
  widget_class->measure = fram_rating_scale_measure;
  widget_class->get_request_mode = fram_rating_scale_get_request_mode;
  widget_class->size_allocate = fram_rating_scale_size_allocate;
  widget_class->focus = fram_rating_scale_focus;
  widget_class->grab_focus = grab_itself;
  gtk_widget_class_set_css_name (widget_class, "ratingscale");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  signals[PICKED] = g_signal_new ("picked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[NEXT] = g_signal_new ("next", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
make_end (FramRatingScale *self, float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_justify (GTK_LABEL (label), xalign > 0.5f ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "fram-rating-end");
  gtk_box_append (GTK_BOX (self->ends), label);
  return GTK_LABEL (label);
}

static void
fram_rating_scale_init (FramRatingScale *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->targets = g_ptr_array_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->ends = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (self->ends), TRUE);
  self->low = make_end (self, 0);
  self->high = make_end (self, 1);
  gtk_widget_set_parent (self->ends, GTK_WIDGET (self));
  /* before the targets, which Enter would choose */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
add_target (FramRatingScale *self, int value)
{
  GtkWidget *target = g_object_new (FRAM_TYPE_RATING_TARGET, NULL);
  g_autofree char *label = g_strdup_printf ("%d", value);

  gtk_button_set_label (GTK_BUTTON (target), label);
  g_signal_connect_object (target, "clicked", G_CALLBACK (on_clicked_cb), self, 0);
  g_ptr_array_add (self->targets, target);
  gtk_widget_insert_before (target, GTK_WIDGET (self), self->ends);
}

/**
 * fram_rating_scale_new:
 * @lowest: the lowest value
 * @highest: the highest
 * @large: whether for somebody who reads large letters
 *
 * Returns: (transfer floating): the scale
 */
FramRatingScale *
fram_rating_scale_new (int lowest, int highest, gboolean large)
{
  FramRatingScale *self = g_object_new (FRAM_TYPE_RATING_SCALE, NULL);

  self->lowest = lowest;
  self->highest = MAX (lowest, highest);
  self->large = large;
  for (int value = self->lowest; value <= self->highest; value++)
    add_target (self, value);
  if (large)
    gtk_widget_add_css_class (GTK_WIDGET (self), "large");
  return self;
}

static void
name_target (FramRatingScale *self, int value, const char *meaning)
{
  /* Translators: a value and the highest one of a scale: "3 of 5" */
  g_autofree char *plain = g_strdup_printf (C_ ("value on a scale", "%1$d of %2$d"), value, self->highest);
  g_autofree char *full = meaning != NULL && meaning[0] != '\0' ? g_strdup_printf ("%s, %s", plain, meaning) : NULL;

  fram_widget_set_accessible_name (fram_rating_scale_get_target (self, value), full != NULL ? full : plain);
}

/**
 * fram_rating_scale_set_texts:
 * @self: a scale
 * @name: the question, as it is read aloud
 * @low: (nullable): what the lowest value means
 * @high: (nullable): what the highest means
 */
void
fram_rating_scale_set_texts (FramRatingScale *self, const char *name, const char *low, const char *high)
{
  g_autofree char *low_text = fram_rating_end_text (self->lowest, low);
  g_autofree char *high_text = fram_rating_end_text (self->highest, high);

  fram_widget_set_accessible_name (self, name);
  gtk_label_set_label (self->low, low_text);
  gtk_label_set_label (self->high, high_text);
  for (int value = self->lowest; value <= self->highest; value++)
    name_target (self, value, value == self->lowest ? low : value == self->highest ? high : NULL);
}

/**
 * fram_rating_scale_set_value:
 * @self: a scale
 * @value: what is chosen, 0 for nothing
 */
void
fram_rating_scale_set_value (FramRatingScale *self, int value)
{
  self->value = value;
  for (guint i = 0; i < self->targets->len; i++)
    {
      GtkWidget *target = self->targets->pdata[i];
      gboolean chosen = self->lowest + (int)i == value && value != 0;

      if (chosen)
        gtk_widget_add_css_class (target, "chosen");
      else
        gtk_widget_remove_css_class (target, "chosen");
      gtk_accessible_update_state (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_STATE_CHECKED,
                                   chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
}

int
fram_rating_scale_get_value (FramRatingScale *self)
{
  return self->value;
}

/* The target of a value, NULL for none. */
GtkWidget *
fram_rating_scale_get_target (FramRatingScale *self, int value)
{
  return value >= self->lowest && value <= self->highest ? self->targets->pdata[value - self->lowest] : NULL;
}

/* Puts the keyboard on the chosen value; where none is, on the whole scale, so that no value is nearer than another. */
void
fram_rating_scale_grab (FramRatingScale *self)
{
  GtkWidget *target = self->value != 0 ? fram_rating_scale_get_target (self, self->value) : NULL;

  gtk_widget_grab_focus (target != NULL ? target : GTK_WIDGET (self));
}
