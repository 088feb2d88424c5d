#include "fram-profile-codes.h"

#include "fram-text.h"

#include <string.h>

typedef struct
{
  FramUuid id;
  FramCounts counts;
  FramIndicatorCode indicator; /* of an indicator */
} Code;

struct _FramProfileCodes
{
  GHashTable *codes[FRAM_N_ENTITIES]; /* (element-type utf8 Code) */
  GPtrArray *names[FRAM_N_ENTITIES];  /* (element-type utf8): in the order added; owned by codes */
  GHashTable *words[FRAM_N_ENTITIES]; /* (element-type utf8 utf8): folded, and the code */
  GHashTable *letters[3];             /* by language */
  FramUuid programme;
  FramUuid site;
  FramKnownCaseFunc known_case;
  gpointer known_case_data;
  FramKnownGroupFunc known_group;
  gpointer known_group_data;
};

FramProfileCodes *
fram_profile_codes_new (void)
{
  return g_new0 (FramProfileCodes, 1);
}

void
fram_profile_codes_free (FramProfileCodes *self)
{
  for (guint i = 0; i < FRAM_N_ENTITIES; i++)
    {
      g_clear_pointer (&self->codes[i], g_hash_table_unref);
      g_clear_pointer (&self->names[i], g_ptr_array_unref);
      g_clear_pointer (&self->words[i], g_hash_table_unref);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->letters); i++)
    g_clear_pointer (&self->letters[i], g_hash_table_unref);
  g_free (self);
}

void
fram_profile_codes_set_programme (FramProfileCodes *self, const FramUuid *programme)
{
  self->programme = *programme;
}

const FramUuid *
fram_profile_codes_get_programme (const FramProfileCodes *self)
{
  return &self->programme;
}

void
fram_profile_codes_set_site (FramProfileCodes *self, const FramUuid *site)
{
  self->site = *site;
}

const FramUuid *
fram_profile_codes_get_site (const FramProfileCodes *self)
{
  return &self->site;
}

static void
add (FramProfileCodes *self, FramEntity entity, const char *code, const FramUuid *id, FramCounts counts)
{
  char *name = g_strdup (code);
  Code *value = g_new (Code, 1);

  *value = (Code){ *id, counts, { *id, FALSE, 1, 5, FRAM_RATERS_BOTH } };
  if (self->codes[entity] == NULL)
    {
      self->codes[entity] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      self->names[entity] = g_ptr_array_new ();
    }
  if (!g_hash_table_contains (self->codes[entity], code))
    g_ptr_array_add (self->names[entity], name);
  g_hash_table_insert (self->codes[entity], name, value);
}

/**
 * fram_profile_codes_add:
 * @self: codes
 * @entity: what kind of thing
 * @code: its code, as files write it
 * @id: its id in the register
 */
void
fram_profile_codes_add (FramProfileCodes *self, FramEntity entity, const char *code, const FramUuid *id)
{
  g_return_if_fail (entity > FRAM_ENTITY_NONE && entity < FRAM_N_ENTITIES);
  add (self, entity, code, id, FRAM_COUNTS_NEITHER);
}

void
fram_profile_codes_add_status (FramProfileCodes *self, const char *code, const FramUuid *id, FramCounts counts)
{
  add (self, FRAM_ENTITY_ATTENDANCE_STATUS, code, id, counts);
}

/**
 * fram_profile_codes_add_indicator:
 * @self: codes
 * @code: its code, as files write it
 * @indicator: what may be said of it
 */
void
fram_profile_codes_add_indicator (FramProfileCodes *self, const char *code, const FramIndicatorCode *indicator)
{
  add (self, FRAM_ENTITY_INDICATOR, code, &indicator->id, FRAM_COUNTS_NEITHER);
  ((Code *)g_hash_table_lookup (self->codes[FRAM_ENTITY_INDICATOR], code))->indicator = *indicator;
}

static void
add_folded (GHashTable **table, const char *word, const char *code)
{
  if (word == NULL || word[0] == '\0')
    return;
  if (*table == NULL)
    *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (*table, fram_text_fold (word), g_strdup (code));
}

/**
 * fram_profile_codes_add_word:
 * @self: codes
 * @entity: what kind of thing
 * @word: (nullable): a name of it, in any language
 * @code: its code
 */
void
fram_profile_codes_add_word (FramProfileCodes *self, FramEntity entity, const char *word, const char *code)
{
  add_folded (&self->words[entity], word, code);
}

/**
 * fram_profile_codes_add_letter:
 * @self: codes
 * @language: of the letter
 * @letter: (nullable): the letter of an attendance status
 * @code: the status
 */
void
fram_profile_codes_add_letter (FramProfileCodes *self, FramImportLetters language, const char *letter, const char *code)
{
  add_folded (&self->letters[language], letter, code);
}

static const char *
find_letter (const FramProfileCodes *self, FramImportLetters language, const char *letter)
{
  return self->letters[language] != NULL ? g_hash_table_lookup (self->letters[language], letter) : NULL;
}

/* In an unknown language a letter is what it is in both, or in the only one that has it. */
static const char *
find_any_letter (const FramProfileCodes *self, const char *letter)
{
  const char *swedish = find_letter (self, FRAM_IMPORT_LETTERS_SWEDISH, letter);
  const char *english = find_letter (self, FRAM_IMPORT_LETTERS_ENGLISH, letter);

  if (swedish == NULL || english == NULL)
    return swedish != NULL ? swedish : english;
  return strcmp (swedish, english) == 0 ? swedish : NULL;
}

/**
 * fram_profile_codes_find_word:
 * @self: codes
 * @entity: what kind of thing
 * @word: a name in Swedish or English, or the letter of an attendance status; case and accents do not count
 * @language: in which language letters are meant
 *
 * Returns: (nullable): the code
 */
const char *
fram_profile_codes_find_word (const FramProfileCodes *self, FramEntity entity, const char *word,
                              FramImportLetters language)
{
  g_autofree char *folded = NULL;
  const char *code = NULL;

  if (self->words[entity] == NULL && entity != FRAM_ENTITY_ATTENDANCE_STATUS)
    return NULL;
  folded = g_strstrip (fram_text_fold (word));
  if (self->words[entity] != NULL)
    code = g_hash_table_lookup (self->words[entity], folded);
  if (code != NULL || entity != FRAM_ENTITY_ATTENDANCE_STATUS)
    return code;
  return language == FRAM_IMPORT_LETTERS_UNKNOWN ? find_any_letter (self, folded)
                                                 : find_letter (self, language, folded);
}

/**
 * fram_profile_codes_set_known_case:
 * @self: codes
 * @func: (nullable): looks a case up in the register
 * @data: closure
 */
void
fram_profile_codes_set_known_case (FramProfileCodes *self, FramKnownCaseFunc func, gpointer data)
{
  self->known_case = func;
  self->known_case_data = data;
}

void
fram_profile_codes_set_known_group (FramProfileCodes *self, FramKnownGroupFunc func, gpointer data)
{
  self->known_group = func;
  self->known_group_data = data;
}

static const Code *
find (const FramProfileCodes *self, FramEntity entity, const char *code)
{
  return self->codes[entity] != NULL ? g_hash_table_lookup (self->codes[entity], code) : NULL;
}

gboolean
fram_profile_codes_has (const FramProfileCodes *self, FramEntity entity, const char *code)
{
  return find (self, entity, code) != NULL;
}

/**
 * fram_profile_codes_find:
 * @self: codes
 * @entity: what kind of thing
 * @code: a code
 * @id: (out) (optional): the thing's id
 *
 * Returns: whether the profile has it
 */
gboolean
fram_profile_codes_find (const FramProfileCodes *self, FramEntity entity, const char *code, FramUuid *id)
{
  const Code *value = find (self, entity, code);

  if (value != NULL && id != NULL)
    *id = value->id;
  return value != NULL;
}

gboolean
fram_profile_codes_find_status (const FramProfileCodes *self, const char *code, FramUuid *id, FramCounts *counts)
{
  const Code *value = find (self, FRAM_ENTITY_ATTENDANCE_STATUS, code);

  if (value == NULL)
    return FALSE;
  *id = value->id;
  *counts = value->counts;
  return TRUE;
}

gboolean
fram_profile_codes_find_indicator (const FramProfileCodes *self, const char *code, FramIndicatorCode *indicator)
{
  const Code *value = find (self, FRAM_ENTITY_INDICATOR, code);

  if (value != NULL)
    *indicator = value->indicator;
  return value != NULL;
}

/**
 * fram_profile_codes_list:
 * @self: codes
 * @entity: what kind of thing
 *
 * Returns: (transfer full): the codes with commas between them, for a sentence
 */
char *
fram_profile_codes_list (const FramProfileCodes *self, FramEntity entity)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; self->names[entity] != NULL && i < self->names[entity]->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", (const char *)self->names[entity]->pdata[i]);
  return g_string_free (out, FALSE);
}

gboolean
fram_profile_codes_find_case (const FramProfileCodes *self, const char *case_no, FramKnownCase *known)
{
  return self->known_case != NULL && self->known_case (case_no, known, self->known_case_data);
}

gboolean
fram_profile_codes_find_group (const FramProfileCodes *self, const char *case_no, const char *kind, FramDate day,
                               FramUuid *group)
{
  return self->known_group != NULL && self->known_group (case_no, kind, day, group, self->known_group_data);
}
