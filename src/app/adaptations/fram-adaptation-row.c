#include "fram-adaptation-row.h"

struct _FramAdaptationRow
{
  GObject parent_instance;

  FramAdaptation *adaptation;
};

G_DEFINE_FINAL_TYPE (FramAdaptationRow, fram_adaptation_row, G_TYPE_OBJECT)

static void
fram_adaptation_row_finalize (GObject *object)
{
  fram_adaptation_free (FRAM_ADAPTATION_ROW (object)->adaptation);
  G_OBJECT_CLASS (fram_adaptation_row_parent_class)->finalize (object);
}

static void
fram_adaptation_row_class_init (FramAdaptationRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fram_adaptation_row_finalize;
}

static void
fram_adaptation_row_init (FramAdaptationRow *self)
{
}

/**
 * fram_adaptation_row_new:
 * @adaptation: (transfer full): the adaptation
 *
 * Returns: (transfer full): a row of it
 */
FramAdaptationRow *
fram_adaptation_row_new (FramAdaptation *adaptation)
{
  FramAdaptationRow *self = g_object_new (FRAM_TYPE_ADAPTATION_ROW, NULL);

  self->adaptation = adaptation;
  return self;
}

const FramAdaptation *
fram_adaptation_row_get (FramAdaptationRow *self)
{
  g_return_val_if_fail (FRAM_IS_ADAPTATION_ROW (self), NULL);
  return self->adaptation;
}

/**
 * fram_adaptation_row_looks_like:
 * @self: a row
 * @adaptation: what was read now
 *
 * Returns: whether the row shows it already
 */
gboolean
fram_adaptation_row_looks_like (FramAdaptationRow *self, const FramAdaptation *adaptation)
{
  const FramAdaptation *own = self->adaptation;

  return fram_uuid_equal (&own->id, &adaptation->id) && own->status == adaptation->status &&
         own->is_due == adaptation->is_due && g_strcmp0 (own->words, adaptation->words) == 0 &&
         g_strcmp0 (own->name, adaptation->name) == 0 && g_strcmp0 (own->measure, adaptation->measure) == 0 &&
         g_strcmp0 (own->barrier, adaptation->barrier) == 0 && g_strcmp0 (own->area, adaptation->area) == 0 &&
         g_strcmp0 (own->activity_name, adaptation->activity_name) == 0;
}
