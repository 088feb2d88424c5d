#include "fram-desk-places-private.h"

#include "fram-rights.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_PLACES 200

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, sentence);
  return FALSE;
}

/* Commits; the sentence is what undo says, and the toast. */
gboolean
fram_desk_say (FramDesk *self, FramChanges *changes, char *sentence, char **what, GError **error)
{
  g_autofree char *owned = sentence;

  if (!fram_desk_finish (self, changes, owned, &fram_changed_house, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&owned);
  return TRUE;
}

static char *
trimmed (const char *text)
{
  char *copy = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (copy[0] == '\0')
    g_clear_pointer (&copy, g_free);
  return copy;
}

static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *x = fram_text_fold (a), *y = fram_text_fold (b);

  return g_strcmp0 (x, y) == 0;
}

/* Two of the same name could not be told apart where one is chosen. */
static gboolean
check_name (FramDesk *self, const char *employer, const FramUuid *place, GError **error)
{
  g_autoptr (GPtrArray) all = fram_places_load (self->db, self->viewer, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const FramStoredPlace *other = g_ptr_array_index (all, i);

      if (is_same_name (other->employer, employer) && (place == NULL || !fram_uuid_equal (&other->id, place)))
        {
          g_set_error (error, FRAM_ERROR, FRAM_ERROR_CONSTRAINT,
                       _ ("There is a place “%s” already. Change that one, or add what tells them apart, such as the "
                          "department."),
                       other->employer);
          return FALSE;
        }
    }
  return all != NULL;
}

static gboolean
check_edit (FramDesk *self, const FramExternalEdit *edit, const FramUuid *place, GError **error)
{
  g_autofree char *employer = trimmed (edit->employer);
  g_autofree char *email = trimmed (edit->contact_email);

  if (employer == NULL)
    return refuse (error, _ ("Write the employer's name."));
  if (edit->capacity < -1 || edit->capacity > MOST_PLACES)
    return refuse (error, _ ("The number of places must be between 0 and 200."));
  if (email != NULL && (strchr (email, '@') == NULL || strchr (email, ' ') != NULL))
    return refuse (error, _ ("An e-mail address has an @ and no blanks, for example anna@example.se."));
  return check_name (self, employer, place, error);
}

static void
set_text (FramRecord *record, const char *column, const char *text)
{
  g_autofree char *value = trimmed (text);

  fram_record_set_text (record, column, value);
}

static void
set_codes (FramRecord *record, const char *column, const char *const *codes)
{
  g_autofree char *list = codes != NULL && codes[0] != NULL ? g_strjoinv (";", (GStrv)codes) : NULL;

  fram_record_set_text (record, column, list);
}

static void
fill (FramRecord *record, const FramExternalEdit *edit)
{
  set_text (record, "employer", edit->employer);
  set_text (record, "tasks", edit->tasks);
  set_text (record, "contact_name", edit->contact_name);
  set_text (record, "contact_phone", edit->contact_phone);
  set_text (record, "contact_email", edit->contact_email);
  set_text (record, "address", edit->address);
  set_codes (record, "field", edit->fields);
  set_codes (record, "areas", edit->areas);
  set_text (record, "adaptations", edit->adaptations);
  set_text (record, "note", edit->note);
  if (edit->capacity >= 0)
    fram_record_set_int (record, "capacity", edit->capacity);
  else
    fram_record_set_null (record, "capacity");
  fram_record_set_date (record, "free_from", edit->agreed_from);
}

static gboolean
require_write (FramDesk *self, GError **error)
{
  if (fram_rights_reaches_site (self->viewer, FRAM_CLASS_PLACES, TRUE))
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                       _ ("Your roles do not let you change this. Ask an administrator."));
  return FALSE;
}

static gboolean
write_place (FramChanges *changes, FramRecord *record, gboolean is_new, GError **error)
{
  static const char *const columns[] = {
    "employer", "tasks",       "contact_name", "contact_phone", "contact_email", "address", "field",
    "areas",    "adaptations", "note",         "capacity",      "free_from",     NULL
  };

  if (!is_new)
    return fram_changes_update (changes, record, columns, error) != FRAM_WRITTEN_FAILED;
  fram_record_set_int (record, "active", 1);
  return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
}

/**
 * fram_desk_save_external_place:
 * @self: the desk
 * @place: (nullable): which; %NULL adds one
 * @edit: what is so now
 * @made: (out) (optional): the place
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_save_external_place (FramDesk *self, const FramUuid *place, const FramExternalEdit *edit, FramUuid *made,
                               char **what, GError **error)
{
  FramUuid id = place != NULL ? *place : fram_uuid_new (self->clock);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_EXTERNAL_PLACE, &id);
  g_autoptr (FramStoredPlace) stored = NULL;
  g_autoptr (FramChanges) changes = NULL;
  g_autofree char *employer = trimmed (edit->employer);

  FRAM_DESK_LOCKED (self);
  if (!require_write (self, error))
    return FALSE;
  stored = place != NULL ? fram_places_load_one (self->db, self->viewer, place, error) : NULL;
  if ((place != NULL && stored == NULL) || !check_edit (self, edit, place, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "external-place", NULL, error);
  fill (record, edit);
  if (changes == NULL || !write_place (changes, record, place == NULL, error))
    return FALSE;
  if (made != NULL)
    *made = id;
  return fram_desk_say (self, changes,
                        g_strdup_printf (place != NULL ? _ ("%s is changed.") : _ ("%s is added."), employer), what,
                        error);
}

/* Somebody who is there, or is to come, whoever may see whom. */
static guint
count_there (FramDesk *self, const FramStoredPlace *stored, GError **error)
{
  g_autoptr (GArray) spans = fram_places_load_spans (self->db, stored->row, error);
  guint n = 0;

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      FramDate to = g_array_index (spans, FramPlaceSpan, i).to;

      n += to == FRAM_DATE_NONE || to >= self->viewer->today;
    }
  return n;
}

static gboolean
check_unused (FramDesk *self, const FramStoredPlace *stored, GError **error)
{
  g_autoptr (GError) local = NULL;
  guint n = count_there (self, stored, &local);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (n > 0)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_CONSTRAINT,
                 ngettext ("%u person is there or is to come. End that stay first.",
                           "%u people are there or are to come. End their stays first.", n),
                 n);
  else
    return TRUE;
  return FALSE;
}

/**
 * fram_desk_set_external_place_used:
 * @self: the desk
 * @place: which
 * @used: whether people can be placed there
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; %FRAM_ERROR_CONSTRAINT while somebody is there
 *
 * A place that is no longer used stays in the register, for the history of those who were there.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_set_external_place_used (FramDesk *self, const FramUuid *place, gboolean used, char **what, GError **error)
{
  static const char *const columns[] = { "active", NULL };
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_EXTERNAL_PLACE, place);
  g_autoptr (FramStoredPlace) stored = NULL;
  g_autoptr (FramChanges) changes = NULL;

  FRAM_DESK_LOCKED (self);
  if (!require_write (self, error))
    return FALSE;
  stored = fram_places_load_one (self->db, self->viewer, place, error);
  if (stored == NULL || (!used && !check_unused (self, stored, error)))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "external-place", NULL, error);
  fram_record_set_int (record, "active", used != FALSE);
  if (changes == NULL || fram_changes_update (changes, record, columns, error) == FRAM_WRITTEN_FAILED)
    return FALSE;
  return fram_desk_say (
      self, changes, g_strdup_printf (used ? _ ("%s is used again.") : _ ("%s is no longer used."), stored->employer),
      what, error);
}
