#include "fram-desk-private.h"

#include "fram-desk-files.h"

#include <string.h>

/* The demonstration lies in the register as if it had been lived: what is older was there before, and the rosters of the last
 * week were taken by those who lead them, on their days. */

#define DAYS_BY_LEADERS 7

typedef struct
{
  FramDb *db;
  FramChanges *changes;
  FramDate from;       /* marks from this day on are the leaders' */
  GPtrArray *marks;    /* FramRecord: theirs */
  GHashTable *leaders; /* workshop or group → who leads it */
} Filling;

static FramRecord *
copy_mark (const FramRecord *record)
{
  FramRecord *copy = fram_record_new_mark (&record->enrolment, &record->activity, record->day, record->part);

  for (guint i = 0; i < fram_entity_info (FRAM_ENTITY_MARK)->n_columns; i++)
    fram_value_copy (&record->values[i], &copy->values[i]);
  return copy;
}

static void
note_leader (Filling *f, const FramRecord *grant)
{
  static const char *const places[] = { "workshop", "activity_group" };
  const FramValue *staff = fram_record_get (grant, "staff");

  if (fram_record_get (grant, "stand_in")->number != 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const FramValue *place = fram_record_get (grant, places[i]);

      if (place->kind == FRAM_VALUE_REF && !g_hash_table_contains (f->leaders, &place->ref))
        g_hash_table_insert (f->leaders, g_memdup2 (&place->ref, sizeof place->ref),
                             g_memdup2 (&staff->ref, sizeof staff->ref));
    }
}

/* The demonstration tells more of the workshops that the profile has made. */
static gboolean
insert (FramChanges *changes, const FramRecord *record, GError **error)
{
  static const char *const card[] = { "greets", "first_tool", "coffee", NULL };

  if (record->entity == FRAM_ENTITY_WORKSHOP)
    return fram_changes_update (changes, record, card, error) != FRAM_WRITTEN_FAILED;
  return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
}

static gboolean
take (const FramRecord *record, gpointer data, GError **error)
{
  Filling *f = data;

  if (record->entity == FRAM_ENTITY_ROLE_GRANT)
    note_leader (f, record);
  if (record->entity == FRAM_ENTITY_MARK && record->day >= f->from &&
      g_hash_table_contains (f->leaders, &record->activity))
    {
      g_ptr_array_add (f->marks, copy_mark (record));
      return TRUE;
    }
  return insert (f->changes, record, error);
}

static int
by_roster (gconstpointer a, gconstpointer b)
{
  const FramRecord *x = *(FramRecord *const *)a;
  const FramRecord *y = *(FramRecord *const *)b;

  return x->day != y->day ? (x->day > y->day) - (x->day < y->day)
                          : memcmp (&x->activity, &y->activity, sizeof x->activity);
}

/* The marks of one roster from @first on, as its leader made them. Returns: the first mark of the next one, 0 on failure */
static guint
put_roster (Filling *f, guint first, GError **error)
{
  const FramRecord *mark = g_ptr_array_index (f->marks, first);
  const FramUuid *leader = g_hash_table_lookup (f->leaders, &mark->activity);
  g_autoptr (FramViewer) viewer = fram_staff_load_viewer (f->db, fram_db_find_row (f->db, leader), mark->day, error);
  g_autoptr (FramChanges) changes = viewer != NULL ? fram_changes_begin (f->db, viewer, "mark", NULL, error) : NULL;
  guint next = first;

  if (changes == NULL || !fram_changes_set_time (changes, fram_instant_new (mark->day, 9 * 60 + 20), error))
    return 0;
  for (; next < f->marks->len && by_roster (&f->marks->pdata[first], &f->marks->pdata[next]) == 0; next++)
    if (fram_changes_insert (changes, g_ptr_array_index (f->marks, next), error) == FRAM_WRITTEN_FAILED)
      return 0;
  return fram_changes_commit (changes, NULL, error) ? next : 0;
}

static gboolean
put_rosters (Filling *f, GError **error)
{
  g_ptr_array_sort (f->marks, by_roster);
  for (guint next = 0; next < f->marks->len;)
    {
      next = put_roster (f, next, error);
      if (next == 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_past (Filling *f, const FramDemoOptions *options, FramProgressFunc progress, gpointer data, GError **error)
{
  g_autoptr (FramViewer) system = fram_viewer_new_system (fram_clock_today (fram_db_get_clock (f->db)));
  g_autofree char *until = fram_date_to_text (options->until);
  gboolean ok;

  f->changes = fram_changes_begin (f->db, system, "demonstration", NULL, error);
  ok = f->changes != NULL && fram_demo_generate (options, take, f, progress, data, error) &&
       fram_db_set_meta (f->db, "demonstration", until, error) && fram_changes_commit (f->changes, NULL, error);
  g_clear_pointer (&f->changes, fram_changes_free);
  return ok;
}

/**
 * fram_desk_fill_demo:
 * @db: an empty register
 * @options: how large
 * @progress: (nullable): told the steps done
 * @data: closure of @progress
 * @error: return location; then the register is good for nothing
 *
 * Returns: whether the whole demonstration is in the register
 */
gboolean
fram_desk_fill_demo (FramDb *db, const FramDemoOptions *options, FramProgressFunc progress, gpointer data,
                     GError **error)
{
  Filling f = { .db = db, .from = options->until - DAYS_BY_LEADERS };
  gboolean ok;

  f.marks = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_record_free);
  f.leaders = g_hash_table_new_full (fram_uuid_hash, fram_uuid_equal, g_free, g_free);
  fram_db_set_bulk (db, TRUE);
  ok = put_past (&f, options, progress, data, error) && put_rosters (&f, error);
  fram_db_set_bulk (db, FALSE);
  g_ptr_array_unref (f.marks);
  g_hash_table_unref (f.leaders);
  return ok;
}
