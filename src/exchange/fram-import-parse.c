#include "fram-import-private.h"

/* The values of one row: each is read, checked, and complained about by column. */

#include "fram-text.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

void
import_problem (ImportParser *self, int column, const char *format, ...)
{
  const char *name = column >= 0 ? fram_import_file_get_columns (self->file)[column] : NULL;
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  self->good = FALSE;
  fram_problems_add (self->problems, self->name, fram_csv_reader_get_line (self->reader), name, "%s", sentence);
}

/* Returns: the text of a column, only for this row */
const char *
import_text (ImportParser *self, int column)
{
  return fram_csv_reader_get_field (self->reader, (guint)self->at[column]);
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
  date = fram_date_parse (text);
  if (date == FRAM_DATE_NONE)
    import_problem (self, column, _ ("“%s” is no date; dates look like 2021-03-09."), text);
  return date;
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
  if (fram_profile_codes_find (self->codes, entity, text, id))
    return TRUE;
  known = fram_profile_codes_list (self->codes, entity);
  import_problem (self, column, _ ("“%s” is not a code of the programme; it knows %s."), text, known);
  return FALSE;
}

/* Reads one of a few words that the file format itself names. */
const char *
import_choice (ImportParser *self, int column, const char *const *choices)
{
  const char *text = import_text (self, column);
  g_autofree char *known = NULL;

  for (guint i = 0; choices[i] != NULL; i++)
    if (strcmp (choices[i], text) == 0)
      return choices[i];
  known = g_strjoinv (", ", (char **)choices);
  if (text[0] == '\0')
    import_problem (self, column, _ ("The code is missing; it is one of %s."), known);
  else
    import_problem (self, column, _ ("“%s” is not a code here; it is one of %s."), text, known);
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
  if (strchr (text, ',') != NULL || !fram_hours_parse (text, &minutes))
    {
      import_problem (self, column, _ ("“%s” is no number of hours; hours look like 2 or 1.5."), text);
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
    import_problem (self, column, _ ("“%s” is no whole number."), text);
  return FALSE;
}

static ImportCase *
known_case (ImportParser *self, const char *case_no)
{
  FramKnownCase known;
  ImportCase *found;

  if (!fram_profile_codes_find_case (self->codes, case_no, &known))
    return NULL;
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
    import_problem (self, 0, _ ("There is no case %s, neither in cases.csv nor in the register."), case_no);
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

/* Checks that no earlier row of the file has the same natural key, given as texts. */
void
import_unique (ImportParser *self, int column, ...)
{
  GString *key = g_string_new (NULL);
  const char *part;
  va_list args;
  guint line;

  va_start (args, column);
  while ((part = va_arg (args, const char *)) != NULL)
    {
      g_string_append (key, part);
      g_string_append_c (key, '\037');
    }
  va_end (args);
  line = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, key->str));
  if (line != 0)
    import_problem (self, column, _ ("This row is on line %u already."), line);
  else
    g_hash_table_insert (self->seen, g_strdup (key->str), GUINT_TO_POINTER (fram_csv_reader_get_line (self->reader)));
  g_string_free (key, TRUE);
}
