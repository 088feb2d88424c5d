#include "fram-status.h"

#include "fram-text.h"

void
fram_status_clear (FramStatus *self)
{
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->name_sv, g_free);
  g_clear_pointer (&self->name_en, g_free);
  g_clear_pointer (&self->letter_sv, g_free);
  g_clear_pointer (&self->letter_en, g_free);
}

/**
 * fram_status_get_name:
 * @self: a status
 *
 * Returns: its name in the person's language
 */
const char *
fram_status_get_name (const FramStatus *self)
{
  return fram_text_is_swedish () ? self->name_sv : self->name_en;
}

/**
 * fram_status_get_letter:
 * @self: a status
 *
 * Returns: its letter, which is its key too, in the person's language
 */
const char *
fram_status_get_letter (const FramStatus *self)
{
  return fram_text_is_swedish () ? self->letter_sv : self->letter_en;
}

/**
 * fram_status_is_late:
 * @self: a status
 *
 * Returns: whether minutes late belong to it
 */
gboolean
fram_status_is_late (const FramStatus *self)
{
  return g_strcmp0 (self->code, "late") == 0;
}

FramShape
fram_shape_from_code (const char *code)
{
  static const char *const codes[] = {
    "unmarked", "disc", "half_ring", "ring", "saltire", "plus", "diamond", "square"
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (code, codes[i]) == 0)
      return (FramShape)i;
  return FRAM_SHAPE_UNMARKED;
}

FramCounts
fram_counts_from_code (const char *code)
{
  if (g_strcmp0 (code, "present") == 0)
    return FRAM_COUNTS_PRESENT;
  return g_strcmp0 (code, "absent") == 0 ? FRAM_COUNTS_ABSENT : FRAM_COUNTS_NEITHER;
}
