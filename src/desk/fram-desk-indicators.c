#include "fram-desk-indicators-private.h"

#include "fram-hint-store.h"
#include "fram-indicator-file.h"
#include "fram-indicator-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Which sets there are and which of them the programme offers. What a programme has decided stands in its settings, lines
 * of "name=value"; the lines that are not meant stay as they are. */

static GStrv
load_offered (FramDesk *self)
{
  g_autofree char *text = fram_hint_load_setting (self->db, "indicator_sets");

  return g_strsplit (text != NULL ? text : "", ";", -1);
}

static guint
place_among (GStrv codes, const char *code)
{
  for (guint i = 0; codes[i] != NULL; i++)
    if (strcmp (codes[i], code) == 0)
      return i;
  return G_MAXUINT;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer codes)
{
  guint x = place_among (codes, (*(const FramIndicatorSet *const *)a)->code);
  guint y = place_among (codes, (*(const FramIndicatorSet *const *)b)->code);

  return (x > y) - (x < y);
}

/**
 * fram_desk_indicator_sets:
 * @self: the desk
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramIndicatorSet): the newest version of every set, those first that
 *   the programme offers, in its order
 */
GPtrArray *
fram_desk_indicator_sets (FramDesk *self, GError **error)
{
  g_autoptr (GPtrArray) sets = NULL;
  g_auto (GStrv) offered = NULL;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_REF, FALSE, error))
    return NULL;
  sets = fram_indicator_load_sets (self->db, error);
  offered = load_offered (self);
  for (guint i = 0; sets != NULL && i < sets->len; i++)
    {
      FramIndicatorSet *set = g_ptr_array_index (sets, i);

      set->offered = place_among (offered, set->code) != G_MAXUINT;
    }
  if (sets != NULL)
    g_ptr_array_sort_with_data (sets, compare_places, offered);
  return g_steal_pointer (&sets);
}

/* One line of the settings; where there is none it comes at the end. */
char *
fram_settings_replace (const char *settings, const char *name, const char *value)
{
  g_auto (GStrv) lines = g_strsplit (settings != NULL ? settings : "", "\n", -1);
  g_autofree char *line = g_strdup_printf ("%s=%s", name, value);
  gsize length = strlen (name);
  GString *text;

  for (guint i = 0; lines[i] != NULL; i++)
    if (strncmp (lines[i], name, length) == 0 && lines[i][length] == '=')
      {
        g_free (lines[i]);
        lines[i] = g_steal_pointer (&line);
        return g_strjoinv ("\n", lines);
      }
  text = g_string_new (settings);
  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, '\n');
  g_string_append_printf (text, "%s\n", line);
  return g_string_free (text, FALSE);
}

gboolean
fram_desk_write_setting (FramDesk *self, FramChanges *changes, const char *name, const char *value, GError **error)
{
  static const char *const columns[] = { "settings", NULL };
  FramUuid programme = FRAM_UUID_NONE;
  g_autofree char *settings = fram_indicator_load_settings (self->db, &programme, NULL);
  g_autofree char *text = fram_settings_replace (settings, name, value);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PROGRAMME, &programme);

  fram_record_set_text (record, "settings", text);
  return fram_changes_update (changes, record, columns, error) != FRAM_WRITTEN_FAILED;
}

static gboolean
write_one_setting (FramDesk *self, const char *name, const char *value, const char *what, GError **error)
{
  g_autoptr (FramChanges) changes = fram_changes_begin (self->db, self->viewer, "indicators", NULL, error);

  return changes != NULL && fram_desk_write_setting (self, changes, name, value, error) &&
         fram_desk_finish (self, changes, what, &fram_changed_house, error);
}

static gboolean
check_codes (FramDesk *self, const char *const *codes, GError **error)
{
  for (guint i = 0; codes[i] != NULL; i++)
    {
      if (fram_db_find_code (self->db, FRAM_ENTITY_INDICATOR_SET, codes[i]) == 0)
        {
          g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no set of questions “%s”."), codes[i]);
          return FALSE;
        }
      if (place_among ((GStrv)codes, codes[i]) != i)
        {
          g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("The set “%s” is named twice."), codes[i]);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * fram_desk_offer_sets:
 * @self: the desk
 * @codes: (array zero-terminated=1): codes of the sets that are offered for new talks, in order
 * @what: (out) (optional): a sentence on what was done
 * @error: return location: %FRAM_ERROR_DENIED, NOT_FOUND, INVALID
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_offer_sets (FramDesk *self, const char *const *codes, char **what, GError **error)
{
  g_autofree char *value = g_strjoinv (";", (GStrv)codes);
  g_autofree char *sentence = g_strdup (codes[0] != NULL ? _ ("The sets that new talks can use are changed.")
                                                         : _ ("No set is offered for new talks now."));

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_REF, TRUE, error) || !check_codes (self, codes, error) ||
      !write_one_setting (self, "indicator_sets", value, sentence, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return TRUE;
}

/**
 * fram_desk_get_belief:
 * @self: the desk
 *
 * Returns: whether case workers rate their own belief in this programme
 */
gboolean
fram_desk_get_belief (FramDesk *self)
{
  g_autofree char *text = NULL;

  FRAM_DESK_LOCKED (self);
  text = fram_hint_load_setting (self->db, "belief");
  return g_strcmp0 (text, "true") == 0;
}

/**
 * fram_desk_set_belief:
 * @self: the desk
 * @on: whether case workers may rate their own belief
 * @what: (out) (optional): a sentence on what was done
 * @error: return location: %FRAM_ERROR_DENIED
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_set_belief (FramDesk *self, gboolean on, char **what, GError **error)
{
  g_autofree char *sentence = g_strdup (on ? _ ("Case workers can rate their own belief now.")
                                           : _ ("Nobody's own belief is asked for or shown now."));

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_REF, TRUE, error) ||
      !write_one_setting (self, "belief", on ? "true" : "false", sentence, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return TRUE;
}

/**
 * fram_desk_indicator_set_to_text:
 * @self: the desk
 * @code: a set
 * @error: return location: %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): its newest version as a key file
 */
char *
fram_desk_indicator_set_to_text (FramDesk *self, const char *code, GError **error)
{
  g_autoptr (FramIndicatorSet) set = NULL;
  g_autoptr (GError) local = NULL;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_REF, FALSE, error))
    return NULL;
  set = fram_indicator_load_set (self->db, code, &local);
  if (set != NULL)
    return fram_indicator_set_to_text (set);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no set of questions “%s”."), code);
  return NULL;
}

/* In a file the questions go on by their numbers. */
static void
adopt_ids (FramIndicatorSet *set, const FramIndicatorSet *known)
{
  set->id = known->id;
  set->version = known->version;
  set->rank = known->rank;
  set->used = known->used;
  for (guint i = 0; i < MIN (set->indicators->len, known->indicators->len); i++)
    ((FramIndicatorDraft *)g_ptr_array_index (set->indicators, i))->id =
        ((const FramIndicatorDraft *)g_ptr_array_index (known->indicators, i))->id;
}

/**
 * fram_desk_indicator_set_from_text:
 * @self: the desk
 * @text: a key file, perhaps pasted
 * @error: return location: %FRAM_ERROR_INVALID with the line or the heading that is wrong
 *
 * Nothing is written. Where the register has a set of the same code, saving makes this its next version, and its questions
 * go on by their numbers.
 *
 * Returns: (transfer full) (nullable): the set, to be looked at and saved
 */
FramIndicatorSet *
fram_desk_indicator_set_from_text (FramDesk *self, const char *text, GError **error)
{
  g_autoptr (FramIndicatorSet) set = fram_indicator_set_from_text (text, strlen (text), error);
  g_autoptr (FramIndicatorSet) known = NULL;
  g_autoptr (GError) local = NULL;

  if (set == NULL)
    return NULL;
  FRAM_DESK_LOCKED (self);
  known = fram_indicator_load_set (self->db, set->code, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  set->version = 1;
  if (known != NULL)
    adopt_ids (set, known);
  return g_steal_pointer (&set);
}
