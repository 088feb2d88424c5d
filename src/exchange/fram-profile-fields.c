#include "fram-profile-fields.h"

#include "fram-profile.h"
#include "fram-text.h"

#include <string.h>

/* Kinds of work are a list of words and nothing that is recorded of anybody: they stay in the profile, where every
 * register finds them, and places carry their codes. */

#define PREFIX FRAM_PROFILE_WORK_FIELD " "

void
fram_work_field_free (FramWorkField *self)
{
  g_free (self->code);
  g_free (self->name);
  g_strfreev (self->words);
  g_strfreev (self->workshops);
  g_free (self);
}

static void
add_words (GPtrArray *words, const char *list)
{
  g_autofree char *folded = fram_text_fold (list);
  g_auto (GStrv) all = g_strsplit (folded, ";", -1);

  for (guint i = 0; all[i] != NULL; i++)
    if (g_strstrip (all[i])[0] != '\0')
      g_ptr_array_add (words, g_strdup (all[i]));
}

static GStrv
read_words (GKeyFile *file, const char *group)
{
  static const char *const keys[] = { "name", "words" };
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *english = g_key_file_get_string (file, group, keys[i], NULL);
      g_autofree char *swedish = g_key_file_get_locale_string (file, group, keys[i], "sv", NULL);

      add_words (words, english);
      add_words (words, swedish);
    }
  g_ptr_array_add (words, NULL);
  return (GStrv)g_ptr_array_free (words, FALSE);
}

static FramWorkField *
read_field (GKeyFile *file, const char *group)
{
  FramWorkField *self = g_new0 (FramWorkField, 1);
  g_autofree char *workshops = g_key_file_get_string (file, group, "workshops", NULL);

  self->code = g_strdup (group + strlen (PREFIX));
  self->name = fram_text_is_swedish () ? g_key_file_get_locale_string (file, group, "name", "sv", NULL)
                                       : g_key_file_get_string (file, group, "name", NULL);
  self->words = read_words (file, group);
  self->workshops = g_strsplit (workshops != NULL ? workshops : "", ";", -1);
  return self;
}

/**
 * fram_profile_load_fields:
 * @programme: code of a profile that the program carries
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable) (element-type FramWorkField): the kinds of work of the programme, in its order
 */
GPtrArray *
fram_profile_load_fields (const char *programme, GError **error)
{
  g_autoptr (GKeyFile) file = fram_profile_load (programme, error);
  g_auto (GStrv) groups = NULL;
  GPtrArray *fields;

  if (file == NULL)
    return NULL;
  groups = g_key_file_get_groups (file, NULL);
  fields = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_work_field_free);
  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], PREFIX))
      g_ptr_array_add (fields, read_field (file, groups[i]));
  return fields;
}
