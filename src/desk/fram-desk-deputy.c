#include "fram-carrier-store.h"
#include "fram-desk-carrier.h"
#include "fram-desk-private.h"
#include "fram-rights.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

void
fram_deputy_free (FramDeputy *self)
{
  g_free (self->absent_name);
  g_free (self->deputy_name);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, sentence);
  return FALSE;
}

static FramDeputy *
deputy_of (FramStoredDeputy *stored)
{
  FramDeputy *self = g_new0 (FramDeputy, 1);

  self->id = stored->id;
  self->absent = stored->absent;
  self->deputy = stored->deputy;
  self->absent_name = g_steal_pointer (&stored->absent_name);
  self->deputy_name = g_steal_pointer (&stored->deputy_name);
  self->from = stored->from;
  self->to = stored->to;
  return self;
}

/**
 * fram_desk_deputies:
 * @self: the desk
 * @absent: (nullable): who is away; %NULL for everybody
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramDeputy): deputies of today and to come, in order of day
 */
GPtrArray *
fram_desk_deputies (FramDesk *self, const FramUuid *absent, GError **error)
{
  g_autoptr (GPtrArray) stored = NULL;
  GPtrArray *deputies;
  gint64 row = 0;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_REF, FALSE, error))
    return NULL;
  if (absent != NULL && (row = fram_db_find_row (self->db, absent)) == 0)
    return g_ptr_array_new_with_free_func ((GDestroyNotify)fram_deputy_free);
  stored = fram_deputy_load (self->db, row, self->viewer->today, error);
  if (stored == NULL)
    return NULL;
  deputies = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_deputy_free);
  for (guint i = 0; i < stored->len; i++)
    g_ptr_array_add (deputies, deputy_of (g_ptr_array_index (stored, i)));
  return deputies;
}

/* A deputy gets rights, so who gives them may give rights. */
static gboolean
may_give (FramDesk *self, GError **error)
{
  if (fram_rights_may_write (self->viewer, FRAM_CLASS_RIGHTS))
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                       _ ("A deputy gets rights, so an administrator enters deputies. Ask one."));
  return FALSE;
}

static const FramStoredLoad *
find_case_worker (const GPtrArray *loads, const FramUuid *staff)
{
  for (guint i = 0; i < loads->len; i++)
    if (fram_uuid_equal (&((FramStoredLoad *)g_ptr_array_index (loads, i))->staff, staff))
      return g_ptr_array_index (loads, i);
  return NULL;
}

static gboolean
check_days (FramDesk *self, const FramDeputy *deputy, GError **error)
{
  if (deputy->from == FRAM_DATE_NONE || deputy->to == FRAM_DATE_NONE)
    return refuse (error, _ ("Write the first and the last day as year-month-day."));
  if (deputy->to < deputy->from)
    return refuse (error, _ ("The last day lies before the first."));
  if (deputy->to < self->viewer->today)
    return refuse (error, _ ("These days are over; a deputy is for days to come."));
  if (deputy->to - deputy->from > 366)
    return refuse (error, _ ("A deputy is for a year at most; choose another case worker instead."));
  return TRUE;
}

static gboolean
check_free (FramDesk *self, const FramDeputy *deputy, GError **error)
{
  g_autoptr (GPtrArray) others =
      fram_deputy_load (self->db, fram_db_find_row (self->db, &deputy->absent), deputy->from, error);

  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      const FramStoredDeputy *other = g_ptr_array_index (others, i);

      if (fram_uuid_equal (&other->deputy, &deputy->deputy) && other->from <= deputy->to)
        {
          g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("%s is deputy on some of these days already."),
                       other->deputy_name);
          return FALSE;
        }
    }
  return others != NULL;
}

static gboolean
write_deputy (FramDesk *self, const FramDeputy *deputy, const char *sentence, GError **error)
{
  g_autoptr (FramChanges) changes = fram_changes_begin (self->db, self->viewer, "deputy", NULL, error);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ROLE_GRANT, NULL);

  fram_record_set_ref (record, "staff", &deputy->deputy);
  fram_record_set_text (record, "role", fram_role_get_code (FRAM_ROLE_CASE_WORKER));
  fram_record_set_ref (record, "deputy_for", &deputy->absent);
  fram_record_set_date (record, "from_day", deputy->from);
  fram_record_set_date (record, "to_day", deputy->to);
  fram_record_set_int (record, "stand_in", 0);
  return changes != NULL && fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED &&
         fram_desk_finish (self, changes, sentence, &fram_changed_house, error);
}

/**
 * fram_desk_add_deputy:
 * @self: the desk
 * @deputy: who for whom, and when
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_INVALID
 *
 * Lets a case worker have a colleague's participants as their own from one day to another.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_add_deputy (FramDesk *self, const FramDeputy *deputy, char **what, GError **error)
{
  g_autoptr (GPtrArray) loads = NULL;
  g_autofree char *sentence = NULL, *from = NULL, *to = NULL;
  const FramStoredLoad *absent, *stands_in;

  FRAM_DESK_LOCKED (self);
  if (!may_give (self, error) || !check_days (self, deputy, error))
    return FALSE;
  loads = fram_carrier_load_loads (self->db, MAX (deputy->from, self->viewer->today), error);
  if (loads == NULL)
    return FALSE;
  absent = find_case_worker (loads, &deputy->absent);
  stands_in = find_case_worker (loads, &deputy->deputy);
  if (fram_uuid_equal (&deputy->absent, &deputy->deputy))
    return refuse (error, _ ("Nobody can be their own deputy. Choose somebody else."));
  if (absent == NULL || stands_in == NULL)
    return refuse (error, _ ("Only case workers have deputies, and only a case worker can be one."));
  if (!check_free (self, deputy, error))
    return FALSE;
  from = fram_date_to_day_month (deputy->from);
  to = fram_date_to_day_month (deputy->to);
  /* TRANSLATORS: deputy, who is away, first day, last day */
  sentence = g_strdup_printf (_ ("%s is deputy for %s, %s to %s."), stands_in->name, absent->name, from, to);
  if (!write_deputy (self, deputy, sentence, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return TRUE;
}

static gboolean
write_end (FramDesk *self, const FramStoredDeputy *stored, const char *sentence, GError **error)
{
  static const char *const columns[] = { "to_day", NULL };
  g_autoptr (FramChanges) changes = fram_changes_begin (self->db, self->viewer, "deputy", NULL, error);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ROLE_GRANT, &stored->id);
  FramWritten written;

  if (changes == NULL)
    return FALSE;
  fram_record_set_date (record, "to_day", self->viewer->today - 1);
  written = stored->from >= self->viewer->today
                ? fram_changes_remove (changes, FRAM_ENTITY_ROLE_GRANT, &stored->id, error)
                : fram_changes_update (changes, record, columns, error);
  return written != FRAM_WRITTEN_FAILED && fram_desk_finish (self, changes, sentence, &fram_changed_house, error);
}

/**
 * fram_desk_end_deputy:
 * @self: the desk
 * @id: a deputy of today or to come
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_NOT_FOUND
 *
 * Ends it with yesterday, so that history stays true, or takes away what has not begun.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_end_deputy (FramDesk *self, const FramUuid *id, char **what, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;

  FRAM_DESK_LOCKED (self);
  if (!may_give (self, error))
    return FALSE;
  all = fram_deputy_load (self->db, 0, self->viewer->today, error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const FramStoredDeputy *stored = g_ptr_array_index (all, i);
      g_autofree char *sentence = NULL;

      if (!fram_uuid_equal (&stored->id, id))
        continue;
      sentence = g_strdup_printf (_ ("%s is not deputy for %s any more."), stored->deputy_name, stored->absent_name);
      if (!write_end (self, stored, sentence, error))
        return FALSE;
      if (what != NULL)
        *what = g_steal_pointer (&sentence);
      return TRUE;
    }
  if (all != NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("That deputy is not in the register any more."));
  return FALSE;
}
