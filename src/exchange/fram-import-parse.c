#include "fram-import-private.h"

/* The values of one row: each is read, checked, and complained about by column. */

#include "fram-text.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

#define MAX_SHOWN 60
/* So many case numbers that are not there are not looked up again. */
#define MAX_UNKNOWN 20000

static const char *
raw_text (ImportParser *self, int column)
{
  if (self->at[column] >= 0)
    return fram_csv_reader_get_field (self->reader, (guint)self->at[column]);
  return self->source->constants[column] != NULL ? self->source->constants[column] : "";
}

void
import_problem (ImportParser *self, int column, const char *format, ...)
{
  const char *name = column >= 0 ? fram_import_file_get_columns (self->file)[column] : NULL;
  g_autofree char *sentence = NULL;
  va_list args;

  self->good = FALSE;
  if (fram_problems_is_full (self->problems))
    {
      fram_problems_add (self->problems, self->name, 0, NULL, " ");
      return;
    }
  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  fram_problems_add_text (self->problems, self->name, fram_csv_reader_get_line (self->reader), name,
                          column >= 0 ? raw_text (self, column) : NULL, "%s", sentence);
}

/* Returns: the text of a column, or the code that it stands for, only for this row */
const char *
import_text (ImportParser *self, int column)
{
  return self->instead[column] != NULL ? self->instead[column] : raw_text (self, column);
}

/* Returns: a column's text as a sentence quotes it: not a whole page. The last two are kept */
const char *
import_shown (ImportParser *self, int column)
{
  const char *text = raw_text (self, column);
  char **shown = &self->shown[self->next_shown++ % G_N_ELEMENTS (self->shown)];
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_SHOWN)
    return text;
  start = g_utf8_substring (text, 0, MAX_SHOWN);
  g_free (*shown);
  *shown = g_strconcat (start, "…", NULL);
  return *shown;
}

/* Returns: (nullable): the text of a column, only for this row, NULL where empty */
const char *
import_optional (ImportParser *self, int column)
{
  const char *text = import_text (self, column);

  return text[0] != '\0' ? text : NULL;
}

/* Returns: (nullable): the text for as long as the import lives, NULL where empty */
const char *
import_keep (ImportParser *self, int column)
{
  const char *text = import_text (self, column);

  return text[0] != '\0' ? g_string_chunk_insert_const (self->import->texts, text) : NULL;
}

gboolean
import_is_empty (ImportParser *self, int column)
{
  return import_text (self, column)[0] == '\0';
}

const char *
import_required (ImportParser *self, int column)
{
  g_autofree char *bare = g_strstrip (g_strdup (import_text (self, column)));

  if (bare[0] == '\0')
    {
      import_problem (self, column, _ ("This may not be empty."));
      return NULL;
    }
  return import_keep (self, column);
}

/* "12/11/2026", "12.11.26": days and months in an order that only their writer knows. */
static gboolean
is_ambiguous_date (const char *text)
{
  gsize first = strcspn (text, "/.-");
  char separator[] = { text[first], '\0' };
  g_auto (GStrv) parts = text[first] != '\0' ? g_strsplit (text, separator, 4) : NULL;

  if (parts == NULL || g_strv_length (parts) != 3)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    if (parts[i][0] == '\0' || strlen (parts[i]) > 4 || strspn (parts[i], "0123456789") != strlen (parts[i]))
      return FALSE;
  return strlen (parts[0]) <= 2 && (strlen (parts[2]) == 4 || strlen (parts[2]) == 2);
}

/* Spreadsheets write midnight after a date. */
static FramDate
parse_date (ImportParser *self, int column, const char *text)
{
  FramDate date = fram_date_parse (text);
  g_autofree char *day = NULL;

  if (date != FRAM_DATE_NONE || strlen (text) < 16 || (text[10] != ' ' && text[10] != 'T') ||
      strspn (text + 11, "0:.") != strlen (text + 11))
    return date;
  day = g_strndup (text, 10);
  date = fram_date_parse (day);
  if (date != FRAM_DATE_NONE)
    self->instead[column] = g_string_chunk_insert_const (self->import->texts, day);
  return date;
}

FramDate
import_date (ImportParser *self, int column, gboolean required)
{
  const char *text = import_text (self, column);
  FramDate date;

  if (text[0] == '\0')
    {
      if (required)
        import_problem (self, column, _ ("The date is missing."));
      return FRAM_DATE_NONE;
    }
  date = parse_date (self, column, text);
  if (date == FRAM_DATE_NONE)
    import_problem (self, column,
                    is_ambiguous_date (text)
                        ? _ ("“%s” can be read as more than one day; write year, month and day, as 2021-03-09.")
                        : _ ("“%s” is no date; dates look like 2021-03-09."),
                    import_shown (self, column));
  return date;
}

/* Reads a name or a letter; from then on the column has the code. */
static gboolean
find_by_word (ImportParser *self, int column, FramEntity entity, FramUuid *id)
{
  const char *code =
      fram_profile_codes_find_word (self->codes, entity, import_text (self, column), self->source->letters);

  if (code == NULL)
    return FALSE;
  self->instead[column] = code;
  return fram_profile_codes_find (self->codes, entity, code, id);
}

/* A letter that means one thing in Swedish and another in English is not guessed at. */
static gboolean
complain_of_letter (ImportParser *self, int column, FramEntity entity)
{
  const char *text = import_text (self, column);
  const char *swedish = fram_profile_codes_find_word (self->codes, entity, text, FRAM_IMPORT_LETTERS_SWEDISH);
  const char *english = fram_profile_codes_find_word (self->codes, entity, text, FRAM_IMPORT_LETTERS_ENGLISH);

  if (swedish == NULL || english == NULL)
    return FALSE;
  import_problem (self, column,
                  _ ("“%s” is “%s” in Swedish and “%s” in English; say in which language the letters are meant."), text,
                  swedish, english);
  return TRUE;
}

/* Reads the code of a thing that the profile names. */
gboolean
import_code (ImportParser *self, int column, FramEntity entity, gboolean required, FramUuid *id)
{
  const char *text = import_text (self, column);
  g_autofree char *known = NULL;

  *id = FRAM_UUID_NONE;
  if (text[0] == '\0')
    {
      if (required)
        import_problem (self, column, _ ("The code is missing."));
      return !required;
    }
  if (fram_profile_codes_find (self->codes, entity, text, id) || find_by_word (self, column, entity, id))
    return TRUE;
  known = fram_profile_codes_list (self->codes, entity);
  if (!complain_of_letter (self, column, entity))
    import_problem (self, column, _ ("“%s” is not a code of the programme; it knows %s."), import_shown (self, column),
                    known);
  return FALSE;
}

/* Reads one of a few words that the file format itself names. */
const char *
import_choice (ImportParser *self, int column, const char *const *choices)
{
  const char *text = import_text (self, column);
  g_autofree char *spaced = NULL, *folded = NULL, *known = NULL;

  for (guint i = 0; choices[i] != NULL; i++)
    if (strcmp (choices[i], text) == 0)
      return choices[i];
  spaced = g_strdup (text);
  folded = fram_text_fold (g_strdelimit (spaced, " ", '_'));
  for (guint i = 0; choices[i] != NULL; i++)
    if (strlen (text) > 1 && strcmp (choices[i], folded) == 0)
      return choices[i];
  known = g_strjoinv (", ", (char **)choices);
  if (text[0] == '\0')
    import_problem (self, column, _ ("The code is missing; it is one of %s."), known);
  else
    import_problem (self, column, _ ("“%s” is not a code here; it is one of %s."), import_shown (self, column), known);
  return NULL;
}

/* Returns: minutes, -1 where empty or wrong */
int
import_hours (ImportParser *self, int column, gboolean required, gboolean weekly)
{
  const char *text = import_text (self, column);
  int minutes = -1;

  if (text[0] == '\0')
    {
      if (required)
        import_problem (self, column, _ ("The number of hours is missing."));
      return -1;
    }
  if (text[0] == '-' && fram_hours_parse (text + 1, &minutes))
    {
      import_problem (self, column, _ ("%s hours is less than nothing."), text);
      return -1;
    }
  if (!fram_hours_parse (text, &minutes))
    {
      import_problem (self, column, _ ("“%s” is no number of hours; hours look like 2 or 1.5."),
                      import_shown (self, column));
      return -1;
    }
  if (minutes > (weekly ? 7 : 1) * 24 * 60)
    {
      import_problem (self, column,
                      weekly ? _ ("%s is more than a week has hours.") : _ ("%s is more than a day has hours."), text);
      return -1;
    }
  return minutes;
}

gboolean
import_integer (ImportParser *self, int column, gint64 *value)
{
  const char *text = import_text (self, column);

  if (fram_int_parse (text, value))
    return TRUE;
  if (text[0] == '\0')
    import_problem (self, column, _ ("The number is missing."));
  else
    import_problem (self, column, _ ("“%s” is no whole number."), import_shown (self, column));
  return FALSE;
}

static ImportCase *
known_case (ImportParser *self, const char *case_no)
{
  FramKnownCase known;
  ImportCase *found;

  if (g_hash_table_contains (self->import->unknown, case_no))
    return NULL;
  if (!fram_profile_codes_find_case (self->codes, case_no, &known))
    {
      if (g_hash_table_size (self->import->unknown) < MAX_UNKNOWN)
        g_hash_table_add (self->import->unknown, g_strdup (case_no));
      return NULL;
    }
  found = g_new0 (ImportCase, 1);
  found->case_no = g_string_chunk_insert_const (self->import->texts, case_no);
  found->known = TRUE;
  found->participant = known.participant;
  found->enrolment = known.enrolment;
  found->received = known.received;
  found->enrolled = known.enrolled;
  found->closed = known.closed;
  g_ptr_array_add (self->import->case_list, found);
  g_hash_table_insert (self->import->cases, (gpointer)found->case_no, found);
  return found;
}

/* Returns: (nullable): the case a row is about, from cases.csv or from the register */
const ImportCase *
import_case (ImportParser *self, gboolean enrolled)
{
  const char *case_no = import_text (self, 0);
  ImportCase *found = g_hash_table_lookup (self->import->cases, case_no);

  if (case_no[0] == '\0')
    {
      import_problem (self, 0, _ ("The case number is missing."));
      return NULL;
    }
  if (found == NULL)
    found = known_case (self, case_no);
  if (found == NULL)
    import_problem (self, 0, _ ("There is no case %s, neither in cases.csv nor in the register."),
                    import_shown (self, 0));
  else if (enrolled && found->enrolled == FRAM_DATE_NONE)
    {
      import_problem (self, 0, _ ("Case %s is not enrolled."), case_no);
      return NULL;
    }
  return found;
}

/* Checks that a day lies within the case's enrolment. */
gboolean
import_within (ImportParser *self, int column, const ImportCase *of, FramDate day)
{
  char a[FRAM_DATE_TEXT_SIZE], b[FRAM_DATE_TEXT_SIZE];

  if (of == NULL || day == FRAM_DATE_NONE || of->enrolled == FRAM_DATE_NONE)
    return FALSE;
  if (day < of->enrolled)
    import_problem (self, column, _ ("%s is before case %s was enrolled, %s."), fram_date_format (day, a), of->case_no,
                    fram_date_format (of->enrolled, b));
  else if (of->closed != FRAM_DATE_NONE && day > of->closed)
    import_problem (self, column, _ ("%s is after case %s was closed, %s."), fram_date_format (day, a), of->case_no,
                    fram_date_format (of->closed, b));
  else
    return TRUE;
  return FALSE;
}

static void
build_key (ImportParser *self, va_list args)
{
  const char *part;

  g_string_truncate (self->key, 0);
  while ((part = va_arg (args, const char *)) != NULL)
    {
      g_string_append (self->key, part);
      g_string_append_c (self->key, '\037');
    }
}

/* Checks that no earlier row of the file has the same natural key, given as texts. */
void
import_unique (ImportParser *self, int column, ...)
{
  va_list args;
  guint line;

  va_start (args, column);
  build_key (self, args);
  va_end (args);
  line = import_seen_add (self->seen, self->key->str, self->key->len, fram_csv_reader_get_line (self->reader));
  if (line != 0)
    import_problem (self, column, _ ("This row is on line %u already."), line);
}

/* Returns: how many rows of the file, this one too, have the same key, given as texts */
guint
import_count (ImportParser *self, ...)
{
  guint line = fram_csv_reader_get_line (self->reader), nth = 1;
  gsize length;
  va_list args;

  va_start (args, self);
  build_key (self, args);
  va_end (args);
  length = self->key->len;
  g_string_append_printf (self->key, "%u", nth);
  while (import_seen_add (self->seen, self->key->str, self->key->len, line) != 0)
    {
      g_string_truncate (self->key, length);
      g_string_append_printf (self->key, "%u", ++nth);
    }
  return nth;
}

/* Returns: milliseconds since 1970, 0 where empty or wrong */
gint64
import_instant (ImportParser *self, int column)
{
  const char *text = import_text (self, column);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) when = text[0] != '\0' ? g_date_time_new_from_iso8601 (text, utc) : NULL;

  if (when != NULL)
    return g_date_time_to_unix (when) * 1000 + g_date_time_get_microsecond (when) / 1000;
  if (text[0] != '\0')
    import_problem (self, column, _ ("“%s” is no point in time; one looks like 2026-11-12T08:30:00Z."),
                    import_shown (self, column));
  return 0;
}
