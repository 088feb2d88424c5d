#include "fram-size-bin.h"

/** Narrower than this no page has to be. */
#define LEAST_WIDTH   300

#define DOTS_PER_INCH 96.0

struct _FramSizeBin
{
  GtkWidget parent_instance;

  /* owned */
  GtkWidget *child;

  int width;
  int room;
  guint idle;
};

typedef enum
{
  PROP_CHILD = 1,
  PROP_ROOM,
} FramSizeBinProperty;

static GParamSpec *properties[PROP_ROOM + 1];

G_DEFINE_FINAL_TYPE (FramSizeBin, fram_size_bin, GTK_TYPE_WIDGET)

static double
text_scale (FramSizeBin *self)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? MAX (dpi / 1024.0 / DOTS_PER_INCH, 0.5) : 1;
}

static gboolean
on_idle_cb (gpointer data)
{
  FramSizeBin *self = data;
  int room = (int)(self->width / text_scale (self));

  self->idle = 0;
  if (room != self->room)
    {
      self->room = room;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROOM]);
    }
  return G_SOURCE_REMOVE;
}

static void
fram_size_bin_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  FramSizeBin *self = FRAM_SIZE_BIN (widget);
  int least = 0;

  *minimum = *natural = 0;
  if (self->child == NULL)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      for_size = MAX (for_size, least);
    }
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, LEAST_WIDTH);
}

static void
fram_size_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FramSizeBin *self = FRAM_SIZE_BIN (widget);
  int least = 0;

  if (self->child != NULL)
    {
      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_allocate (self->child, MAX (width, least), height, baseline, NULL);
    }
  if (width == self->width && (int)(width / text_scale (self)) == self->room)
    return;
  self->width = width;
  /* a page is arranged anew outside of the allocation, and before the next frame is drawn */
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH, on_idle_cb, self, NULL);
}

static GtkSizeRequestMode
fram_size_bin_get_request_mode (GtkWidget *widget)
{
  FramSizeBin *self = FRAM_SIZE_BIN (widget);

  return self->child != NULL ? gtk_widget_get_request_mode (self->child) : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
set_child (FramSizeBin *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
fram_size_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FramSizeBin *self = FRAM_SIZE_BIN (object);

  switch ((FramSizeBinProperty)id)
    {
    case PROP_CHILD: g_value_set_object (value, self->child); break;
    case PROP_ROOM: g_value_set_int (value, self->room); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fram_size_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((FramSizeBinProperty)id)
    {
    case PROP_CHILD: set_child (FRAM_SIZE_BIN (object), g_value_get_object (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fram_size_bin_dispose (GObject *object)
{
  FramSizeBin *self = FRAM_SIZE_BIN (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (fram_size_bin_parent_class)->dispose (object);
}

static void
fram_size_bin_class_init (FramSizeBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fram_size_bin_dispose;
  object_class->get_property = fram_size_bin_get_property;
  object_class->set_property = fram_size_bin_set_property;
  widget_class->measure = fram_size_bin_measure;
  widget_class->size_allocate = fram_size_bin_size_allocate;
  widget_class->get_request_mode = fram_size_bin_get_request_mode;
  properties[PROP_CHILD] =
      g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ROOM] =
      g_param_spec_int ("room", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
fram_size_bin_init (FramSizeBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* Width in pixels, as it would be at a text scale of 1; 0 until the first allocation. */
int
fram_size_bin_get_room (FramSizeBin *self)
{
  g_return_val_if_fail (FRAM_IS_SIZE_BIN (self), 0);
  return self->room;
}
