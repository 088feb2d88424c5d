#include "fram-indicator-file.h"

#include "fram-error.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One set of indicators as a key file, written as in a programme profile. What is read may come from anybody, by way of a
 * mail or a word processor: only the keys that are known here are taken, and what is wrong is told by its line or group. */

#define SET      "indicator_set "
#define QUESTION "indicator "
#define LARGEST  (1024 * 1024)

static void
set_text (GKeyFile *file, const char *group, const char *key, const char *language, const char *text)
{
  if (text == NULL)
    return;
  if (language == NULL)
    g_key_file_set_string (file, group, key, text);
  else
    g_key_file_set_locale_string (file, group, key, language, text);
}

static void
write_question (GKeyFile *file, const FramIndicatorSet *set, guint i)
{
  const FramIndicatorDraft *draft = g_ptr_array_index (set->indicators, i);
  g_autofree char *group = g_strdup_printf (QUESTION "%s %u", set->code, i + 1);
  g_autofree char *raters = fram_raters_to_codes (draft->raters);
  g_auto (GStrv) languages = fram_indicator_list_languages (draft);

  set_text (file, group, "name", NULL, draft->name_en);
  set_text (file, group, "name", "sv", draft->name_sv);
  set_text (file, group, "anchors", NULL, draft->anchors_en);
  set_text (file, group, "anchors", "sv", draft->anchors_sv);
  for (guint n = 0; languages[n] != NULL; n++)
    {
      g_autofree char *name = fram_indicator_get_language (draft, languages[n], FALSE);
      g_autofree char *anchors = fram_indicator_get_language (draft, languages[n], TRUE);

      set_text (file, group, "name", languages[n], name);
      set_text (file, group, "anchors", languages[n], anchors);
    }
  set_text (file, group, "rated_by", NULL, raters);
  if (draft->belief)
    g_key_file_set_boolean (file, group, "belief", TRUE);
}

/**
 * fram_indicator_set_to_text:
 * @self: a set
 *
 * Returns: (transfer full): the set as a key file, as in a programme profile; name= is English, name[sv]= is Swedish, and
 *   further languages likewise
 */
char *
fram_indicator_set_to_text (const FramIndicatorSet *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *group = g_strconcat (SET, self->code, NULL);

  g_key_file_set_string (file, group, "kind", self->is_agenda ? "agenda" : "scale");
  g_key_file_set_integer (file, group, "version", self->version);
  set_text (file, group, "name", NULL, self->name_en);
  set_text (file, group, "name", "sv", self->name_sv);
  if (!self->is_agenda)
    {
      g_key_file_set_integer (file, group, "lowest", self->lowest);
      g_key_file_set_integer (file, group, "highest", self->highest);
    }
  if (self->every_days > 0)
    g_key_file_set_integer (file, group, "every_days", self->every_days);
  for (guint i = 0; i < self->indicators->len; i++)
    write_question (file, self, i);
  return g_key_file_to_data (file, NULL, NULL);
}

G_GNUC_PRINTF (2, 3) static gboolean refuse (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (FRAM_ERROR, FRAM_ERROR_INVALID, format, args);
  va_end (args);
  return FALSE;
}

/* What a word processor or an older Windows makes of it: its mark at the beginning, its letters, its line ends. */
static char *
plain_text (const char *text, gsize length, GError **error)
{
  g_autofree char *plain = NULL;
  char *to;

  if (length > LARGEST)
    return refuse (error, _ ("The text is too long for a set of questions.")), NULL;
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    text += 3, length -= 3;
  if (g_utf8_validate_len (text, length, NULL))
    plain = g_strndup (text, length);
  else
    plain = memchr (text, '\0', length) == NULL
                ? g_convert (text, (gssize)length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL)
                : NULL;
  if (plain == NULL)
    return refuse (error, _ ("This is not a text. Save the set as a text file in UTF-8.")), NULL;
  to = plain;
  for (const char *p = plain; *p != '\0'; p++)
    if (*p != '\r')
      *to++ = *p;
    else if (p[1] != '\n')
      *to++ = '\n';
  *to = '\0';
  return g_steal_pointer (&plain);
}

static gboolean
check_line (char *line, guint number, GHashTable *groups, GError **error)
{
  gsize length = strlen (g_strstrip (line));

  if (length == 0 || line[0] == '#')
    return TRUE;
  if (line[0] == '[')
    {
      if (length < 3 || line[length - 1] != ']')
        return refuse (error, _ ("Line %u: the heading “%s” does not end with “]”."), number, line);
      if (!g_hash_table_add (groups, g_strdup (line)))
        return refuse (error, _ ("Line %u: the heading “%s” is there twice."), number, line);
      return TRUE;
    }
  if (strchr (line, '=') == NULL || line[0] == '=')
    return refuse (error, _ ("Line %u is no heading and no “key=text”: “%s”."), number, line);
  if (g_hash_table_size (groups) == 0)
    return refuse (error, _ ("Line %u stands before the first heading, “[indicator_set CODE]”."), number);
  return TRUE;
}

/* The parser of key files tells no lines. */
static gboolean
check_lines (const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!check_line (lines[i], i + 1, groups, error))
      return FALSE;
  return TRUE;
}

static char *
read_text (GKeyFile *file, const char *group, const char *key)
{
  char *text = g_key_file_get_string (file, group, key, NULL);

  if (text != NULL && *g_strstrip (text) == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static char *
read_language (GKeyFile *file, const char *group, const char *key, const char *language)
{
  g_autofree char *full = g_strdup_printf ("%s[%s]", key, language);

  return read_text (file, group, full);
}

/* A number that is not there is @fallback. */
static gboolean
read_number (GKeyFile *file, const char *group, const char *key, int fallback, int *number, GError **error)
{
  g_autofree char *text = read_text (file, group, key);
  gint64 value = fallback;

  if (text != NULL && (!fram_int_parse (text, &value) || value < -1000 || value > 1000))
    return refuse (error, _ ("Below “[%s]”: “%s” is no number for %s."), group, text, key);
  *number = (int)value;
  return TRUE;
}

static gboolean
read_raters (GKeyFile *file, const char *group, FramIndicatorDraft *draft, GError **error)
{
  g_autofree char *text = read_text (file, group, "rated_by");
  g_auto (GStrv) codes = g_strsplit (text != NULL ? text : "participant;caseworker", ";", -1);
  FramRater rater;

  draft->raters = 0;
  for (guint i = 0; codes[i] != NULL; i++)
    if (*g_strstrip (codes[i]) == '\0')
      continue;
    else if (fram_rater_from_code (codes[i], &rater))
      draft->raters |= 1u << rater;
    else
      return refuse (error, _ ("Below “[%s]”: “%s” in rated_by is neither “participant” nor “caseworker”."), group,
                     codes[i]);
  return TRUE;
}

static gboolean
read_belief (GKeyFile *file, const char *group, FramIndicatorDraft *draft, GError **error)
{
  g_autofree char *text = read_text (file, group, "belief");

  draft->belief = g_strcmp0 (text, "true") == 0;
  if (text == NULL || draft->belief || strcmp (text, "false") == 0)
    return TRUE;
  return refuse (error, _ ("Below “[%s]”: belief is “true” or “false”, not “%s”."), group, text);
}

/* name[so]= and anchors[so]= of languages besides Swedish and English */
static gboolean
read_languages (GKeyFile *file, const char *group, FramIndicatorDraft *draft, GError **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      gsize length = strlen (keys[i]);
      g_autofree char *language = NULL, *name = NULL, *anchors = NULL;

      if (!g_str_has_prefix (keys[i], "name[") || keys[i][length - 1] != ']')
        continue;
      language = g_strndup (keys[i] + 5, length - 6);
      if (strcmp (language, "sv") == 0 || strcmp (language, "en") == 0)
        continue;
      if (!fram_language_code_is_valid (language))
        return refuse (error, _ ("Below “[%s]”: “%s” is no code of a language, such as “so” or “ar”."), group,
                       language);
      name = read_text (file, group, keys[i]);
      anchors = read_language (file, group, "anchors", language);
      fram_indicator_set_language (draft, language, name, anchors);
    }
  return TRUE;
}

static gboolean
read_question (GKeyFile *file, const char *group, FramIndicatorSet *set, GError **error)
{
  FramIndicatorDraft *draft = fram_indicator_set_add (set);

  draft->name_en = read_text (file, group, "name");
  draft->name_sv = read_language (file, group, "name", "sv");
  draft->anchors_en = read_text (file, group, "anchors");
  draft->anchors_sv = read_language (file, group, "anchors", "sv");
  if (draft->name_en == NULL || draft->name_sv == NULL)
    return refuse (error, _ ("Below “[%s]”: write the question in English (name=) and in Swedish (name[sv]=)."), group);
  return read_raters (file, group, draft, error) && read_belief (file, group, draft, error) &&
         read_languages (file, group, draft, error);
}

static gboolean
read_questions (GKeyFile *file, FramIndicatorSet *set, GError **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  g_autofree char *prefix = g_strdup_printf (QUESTION "%s ", set->code);
  guint n = 0;

  for (guint i = 0; groups[i] != NULL; i++)
    n += g_str_has_prefix (groups[i], QUESTION);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *group = g_strdup_printf ("%s%u", prefix, i);

      if (!g_key_file_has_group (file, group))
        return refuse (error, _ ("There are %u questions, but none has the heading “[%s]”."), n, group);
      if (!read_question (file, group, set, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_kind (GKeyFile *file, const char *group, FramIndicatorSet *set, GError **error)
{
  g_autofree char *kind = read_text (file, group, "kind");

  set->is_agenda = g_strcmp0 (kind, "agenda") == 0;
  if (kind == NULL || set->is_agenda || strcmp (kind, "scale") == 0)
    return TRUE;
  return refuse (error, _ ("Below “[%s]”: kind is “scale” or “agenda”, not “%s”."), group, kind);
}

static gboolean
read_head (GKeyFile *file, const char *group, FramIndicatorSet *set, GError **error)
{
  set->code = g_strstrip (g_strdup (group + strlen (SET)));
  set->name_en = read_text (file, group, "name");
  set->name_sv = read_language (file, group, "name", "sv");
  if (set->name_en == NULL || set->name_sv == NULL)
    return refuse (error, _ ("Below “[%s]”: write the name in English (name=) and in Swedish (name[sv]=)."), group);
  return read_kind (file, group, set, error) && read_number (file, group, "version", 1, &set->version, error) &&
         read_number (file, group, "lowest", 1, &set->lowest, error) &&
         read_number (file, group, "highest", 5, &set->highest, error) &&
         read_number (file, group, "every_days", 0, &set->every_days, error);
}

/* The heading of the one set that is in the file. */
static char *
find_set (GKeyFile *file, GError **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  const char *found = NULL;

  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (!g_str_has_prefix (groups[i], SET))
        continue;
      if (found != NULL)
        return refuse (error, _ ("There are several sets, “[%s]” and “[%s]”. Give one at a time."), found, groups[i]),
               NULL;
      found = groups[i];
    }
  if (found == NULL)
    refuse (error, _ ("There is no heading “[indicator_set CODE]”, so that this is no set of questions."));
  return g_strdup (found);
}

/**
 * fram_indicator_set_from_text:
 * @text: a key file, perhaps pasted
 * @length: how long it is in bytes
 * @error: return location: %FRAM_ERROR_INVALID with the line or the heading that is wrong
 *
 * Reads one set. Headings and keys that are not known are passed over.
 *
 * Returns: (transfer full) (nullable): the set; its questions have no ids
 */
FramIndicatorSet *
fram_indicator_set_from_text (const char *text, gsize length, GError **error)
{
  g_autofree char *plain = plain_text (text, length, error);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (FramIndicatorSet) set = fram_indicator_set_new ();
  g_autofree char *group = NULL;
  g_autoptr (GError) local = NULL;

  if (plain == NULL || !check_lines (plain, error))
    return NULL;
  if (!g_key_file_load_from_data (file, plain, strlen (plain), G_KEY_FILE_KEEP_TRANSLATIONS, &local))
    return refuse (error, _ ("The text cannot be read as a set of questions: %s."), local->message), NULL;
  group = find_set (file, error);
  if (group == NULL || !read_head (file, group, set, error) || !read_questions (file, set, error) ||
      !fram_indicator_set_check (set, error))
    return NULL;
  return g_steal_pointer (&set);
}
