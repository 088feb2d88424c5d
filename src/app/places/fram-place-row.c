#include "fram-place-row.h"

struct _FramPlaceRow
{
  GObject parent_instance;

  FramExternalPlace *place;
};

G_DEFINE_FINAL_TYPE (FramPlaceRow, fram_place_row, G_TYPE_OBJECT)

static void
fram_place_row_finalize (GObject *object)
{
  fram_external_place_free (FRAM_PLACE_ROW (object)->place);
  G_OBJECT_CLASS (fram_place_row_parent_class)->finalize (object);
}

static void
fram_place_row_class_init (FramPlaceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fram_place_row_finalize;
}

static void
fram_place_row_init (FramPlaceRow *self)
{
}

/**
 * fram_place_row_new:
 * @place: (transfer full): the place
 *
 * Returns: (transfer full): a row of it
 */
FramPlaceRow *
fram_place_row_new (FramExternalPlace *place)
{
  FramPlaceRow *self = g_object_new (FRAM_TYPE_PLACE_ROW, NULL);

  self->place = place;
  return self;
}

const FramExternalPlace *
fram_place_row_get (FramPlaceRow *self)
{
  g_return_val_if_fail (FRAM_IS_PLACE_ROW (self), NULL);
  return self->place;
}
