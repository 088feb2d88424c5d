#include "fram-slot-edit.h"

#define DAY (24 * 60)

static int
compare (gconstpointer a, gconstpointer b)
{
  const FramSlotSpec *x = a, *y = b;

  return x->weekday != y->weekday ? x->weekday - y->weekday : x->from_time - y->from_time;
}

/**
 * fram_slots_find:
 * @slots: (element-type FramSlotSpec): a weekly plan
 * @weekday: 1 for Monday to 7 for Sunday
 * @minute: minutes since midnight
 *
 * Returns: index of the stretch that the minute lies in, -1 for none
 */
int
fram_slots_find (const GArray *slots, int weekday, int minute)
{
  for (guint i = 0; i < slots->len; i++)
    {
      const FramSlotSpec *slot = &g_array_index (slots, FramSlotSpec, i);

      if (slot->weekday == weekday && slot->from_time <= minute && minute < slot->to_time)
        return (int)i;
    }
  return -1;
}

/**
 * fram_slots_paint:
 * @slots: (element-type FramSlotSpec): a weekly plan
 * @weekday: 1 for Monday to 7 for Sunday
 * @from: minutes since midnight
 * @to: minutes since midnight
 *
 * Adds a stretch. It becomes one with what it touches.
 */
void
fram_slots_paint (GArray *slots, int weekday, int from, int to)
{
  FramSlotSpec whole = { weekday, CLAMP (from, 0, DAY), CLAMP (to, 0, DAY) };

  if (weekday < 1 || weekday > 7 || whole.from_time >= whole.to_time)
    return;
  for (guint i = slots->len; i > 0; i--)
    {
      const FramSlotSpec *slot = &g_array_index (slots, FramSlotSpec, i - 1);

      if (slot->weekday != weekday || slot->from_time > whole.to_time || slot->to_time < whole.from_time)
        continue;
      whole.from_time = MIN (whole.from_time, slot->from_time);
      whole.to_time = MAX (whole.to_time, slot->to_time);
      g_array_remove_index (slots, i - 1);
    }
  g_array_append_val (slots, whole);
  g_array_sort (slots, compare);
}

/* Takes the stretch away that the minute lies in. Returns: whether there was one */
gboolean
fram_slots_remove (GArray *slots, int weekday, int minute)
{
  int slot = fram_slots_find (slots, weekday, minute);

  if (slot >= 0)
    g_array_remove_index (slots, (guint)slot);
  return slot >= 0;
}

static gboolean
is_free (const GArray *slots, guint except, const FramSlotSpec *wanted)
{
  for (guint i = 0; i < slots->len; i++)
    {
      const FramSlotSpec *slot = &g_array_index (slots, FramSlotSpec, i);

      if (i != except && slot->weekday == wanted->weekday && slot->from_time < wanted->to_time &&
          wanted->from_time < slot->to_time)
        return FALSE;
    }
  return wanted->from_time >= 0 && wanted->to_time <= DAY && wanted->from_time < wanted->to_time &&
         wanted->weekday >= 1 && wanted->weekday <= 7;
}

static gboolean
put (GArray *slots, guint slot, const FramSlotSpec *wanted)
{
  if (slot >= slots->len || !is_free (slots, slot, wanted))
    return FALSE;
  g_array_index (slots, FramSlotSpec, slot) = *wanted;
  g_array_sort (slots, compare);
  return TRUE;
}

/**
 * fram_slots_move:
 * @slots: (element-type FramSlotSpec): a weekly plan
 * @slot: which stretch
 * @weekday: to which weekday
 * @from: to begin when
 *
 * Returns: whether there was room; it keeps its length
 */
gboolean
fram_slots_move (GArray *slots, guint slot, int weekday, int from)
{
  const FramSlotSpec *old = &g_array_index (slots, FramSlotSpec, slot);
  FramSlotSpec wanted = { weekday, from, from + old->to_time - old->from_time };

  return put (slots, slot, &wanted);
}

gboolean
fram_slots_resize (GArray *slots, guint slot, int from, int to)
{
  FramSlotSpec wanted = { g_array_index (slots, FramSlotSpec, slot).weekday, from, to };

  return put (slots, slot, &wanted);
}

gboolean
fram_slots_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const FramSlotSpec *x = &g_array_index (a, FramSlotSpec, i), *y = &g_array_index (b, FramSlotSpec, i);

      if (x->weekday != y->weekday || x->from_time != y->from_time || x->to_time != y->to_time)
        return FALSE;
    }
  return TRUE;
}
