#include "fram-desk-proven.h"

#include "fram-desk-adaptation-private.h"
#include "fram-desk-private.h"
#include "fram-proven-store.h"
#include "fram-rights.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The catalogue of proven measures: it grows from use, and never holds one person's words. */

void
fram_proven_free (FramProven *self)
{
  g_free (self->area);
  g_free (self->area_name);
  g_free (self->text);
  g_free (self->line);
  g_free (self);
}

static FramProven *
proven_of (FramStoredProven *stored)
{
  FramProven *self = g_new0 (FramProven, 1);

  self->id = stored->id;
  self->is_kept = !fram_uuid_is_none (&stored->id);
  self->area = g_steal_pointer (&stored->area);
  self->area_name = g_steal_pointer (&stored->area_name);
  self->text = g_steal_pointer (&stored->text);
  self->line = g_steal_pointer (&stored->line);
  self->n_people = stored->n_people;
  return self;
}

/* The same measure, however it is capitalised. */
static gboolean
is_same (const char *area, const char *text, const char *other_area, const char *other_text)
{
  g_autofree char *one = g_utf8_casefold (text, -1), *other = g_utf8_casefold (other_text, -1);

  return g_strcmp0 (area, other_area) == 0 && g_str_equal (one, other);
}

static FramProven *
find (const GPtrArray *rows, const char *area, const char *text)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FramProven *row = g_ptr_array_index (rows, i);

      if (is_same (row->area, row->text, area, text))
        return row;
    }
  return NULL;
}

/* Most used first; of those used as much, what was kept. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const FramProven *one = *(FramProven *const *)a, *other = *(FramProven *const *)b;

  if (one->n_people != other->n_people)
    return one->n_people > other->n_people ? -1 : 1;
  if (one->is_kept != other->is_kept)
    return one->is_kept ? -1 : 1;
  return g_utf8_collate (one->text, other->text);
}

static void
add_used (GPtrArray *rows, GPtrArray *used)
{
  for (guint i = 0; i < used->len; i++)
    {
      FramStoredProven *stored = g_ptr_array_index (used, i);
      FramProven *kept = find (rows, stored->area, stored->text);

      if (kept != NULL)
        kept->n_people += stored->n_people;
      else if (stored->n_people >= FRAM_PROVEN_PEOPLE)
        g_ptr_array_add (rows, proven_of (stored));
    }
}

/**
 * fram_desk_proven:
 * @self: the desk
 * @area: (nullable): code of an area, %NULL for all
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramProven): what can be suggested, most used first
 */
GPtrArray *
fram_desk_proven (FramDesk *self, const char *area, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_proven_free);
  g_autoptr (GPtrArray) kept = NULL, used = NULL;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_REF, FALSE, error))
    return NULL;
  if (area != NULL && fram_db_find_code (self->db, FRAM_ENTITY_ADAPTATION_AREA, area) == 0)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("There is no such area. Choose one of the list."));
  else
    kept = fram_proven_load_kept (self->db, area, error);
  if (kept == NULL)
    return NULL;
  for (guint i = 0; i < kept->len; i++)
    g_ptr_array_add (rows, proven_of (g_ptr_array_index (kept, i)));
  if (fram_rights_may_write (self->viewer, FRAM_CLASS_NEED))
    {
      used = fram_proven_load_used (self->db, self->viewer, area, error);
      if (used == NULL)
        return NULL;
      add_used (rows, used);
    }
  g_ptr_array_sort (rows, compare);
  return g_steal_pointer (&rows);
}

/* The catalogue is class ref, which an administrator writes; its content is the therapist's trade: who writes the needs of
 * the whole house keeps it too. */
static gboolean
may_keep (FramDesk *self)
{
  return fram_rights_reaches_site (self->viewer, FRAM_CLASS_NEED, TRUE) ||
         fram_rights_may_write (self->viewer, FRAM_CLASS_REF);
}

gboolean
fram_desk_may_keep_proven (FramDesk *self)
{
  FRAM_DESK_LOCKED (self);
  return may_keep (self) && fram_db_get_read_only_reason (self->db) == NULL;
}

static gboolean
require_keeper (FramDesk *self, GError **error)
{
  if (may_keep (self))
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                       _ ("Proven measures are kept by the occupational therapist and the administrator."));
  return FALSE;
}

static gboolean
tells (const char *text, const char *part)
{
  g_autofree char *folded = NULL, *wanted = NULL;

  if (text == NULL || part == NULL || g_utf8_strlen (part, -1) < 2)
    return FALSE;
  folded = fram_text_fold (text);
  wanted = fram_text_fold (part);
  return strstr (folded, wanted) != NULL;
}

/* Whoever keeps it has read it through; what would name the person all the same is stopped. */
static gboolean
names_nobody (FramDesk *self, const FramUuid *adaptation, const char *text, const char *line, GError **error)
{
  g_autoptr (FramStoredAdaptation) whose = NULL;
  const char *texts[] = { text, line };

  if (adaptation == NULL)
    return TRUE;
  whose = fram_adaptation_load_one (self->db, self->viewer, adaptation, error);
  if (whose == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (tells (texts[i], whose->given_name) || tells (texts[i], whose->family_name) || tells (texts[i], whose->case_no))
      {
        g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                             _ ("The participant is named in it. Write the measure so that it suits anybody."));
        return FALSE;
      }
  return TRUE;
}

static gboolean
check (FramDesk *self, const char *area, const char *text, const char *line, GError **error)
{
  g_autoptr (GPtrArray) kept = fram_proven_load_kept (self->db, area, error);
  const char *wrong = NULL;

  if (kept == NULL)
    return FALSE;
  if (text[0] == '\0')
    wrong = _ ("Write what is done.");
  else if (g_utf8_strlen (text, -1) > FRAM_PROVEN_LENGTH || g_utf8_strlen (line, -1) > FRAM_PROVEN_LENGTH)
    wrong = _ ("That is too long for a suggestion. Write it in one sentence.");
  else if (area == NULL || fram_db_find_code (self->db, FRAM_ENTITY_ADAPTATION_AREA, area) == 0)
    wrong = _ ("There is no such area. Choose one of the list.");
  for (guint i = 0; wrong == NULL && i < kept->len; i++)
    if (is_same (area, text, area, ((FramStoredProven *)g_ptr_array_index (kept, i))->text))
      wrong = _ ("That measure is among the proven ones already.");
  if (wrong != NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, wrong);
  return wrong == NULL;
}

static FramRecord *
record_of (FramDesk *self, const char *area, const char *text, const char *line)
{
  FramRecord *record = fram_record_new (FRAM_ENTITY_CATALOGUE_ENTRY, NULL);
  FramUuid id = fram_db_get_id (self->db, fram_db_find_code (self->db, FRAM_ENTITY_ADAPTATION_AREA, area));

  fram_record_set_ref (record, "area", &id);
  fram_record_set_text (record, "text", text);
  fram_record_set_text (record, "line", line[0] != '\0' ? line : NULL);
  return record;
}

/**
 * fram_desk_keep_proven:
 * @self: the desk
 * @adaptation: (nullable): the one it comes from
 * @area: code of its area
 * @text: the measure, looked through
 * @line: (nullable): what the workshop is told then
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_keep_proven (FramDesk *self, const FramUuid *adaptation, const char *area, const char *text, const char *line,
                       char **what, GError **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autofree char *told = g_strstrip (g_strdup (line != NULL ? line : ""));
  g_autoptr (FramRecord) record = NULL;
  g_autoptr (FramChanges) changes = NULL;

  FRAM_DESK_LOCKED (self);
  if (!require_keeper (self, error) || !check (self, area, clean, told, error) ||
      !names_nobody (self, adaptation, clean, told, error))
    return FALSE;
  record = record_of (self, area, clean, told);
  changes = fram_changes_begin (self->db, self->viewer, "proven", NULL, error);
  return changes != NULL && fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED &&
         fram_desk_adaptation_finish (self, changes, g_strdup (_ ("A measure is kept among the proven ones.")), what,
                                      error);
}

/**
 * fram_desk_drop_proven:
 * @self: the desk
 * @id: which entry of the catalogue
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * It is suggested no more, unless many have it.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_drop_proven (FramDesk *self, const FramUuid *id, char **what, GError **error)
{
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (FramChanges) changes = NULL;
  gboolean there = FALSE;

  FRAM_DESK_LOCKED (self);
  if (!require_keeper (self, error))
    return FALSE;
  kept = fram_proven_load_kept (self->db, NULL, error);
  for (guint i = 0; kept != NULL && i < kept->len; i++)
    there = there || fram_uuid_equal (&((FramStoredProven *)g_ptr_array_index (kept, i))->id, id);
  if (kept != NULL && !there)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("That measure is not in the catalogue any more."));
  if (!there)
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "proven", NULL, error);
  return changes != NULL &&
         fram_changes_remove (changes, FRAM_ENTITY_CATALOGUE_ENTRY, id, error) != FRAM_WRITTEN_FAILED &&
         fram_desk_adaptation_finish (self, changes,
                                      g_strdup (_ ("A measure is no longer kept among the proven ones.")), what, error);
}
