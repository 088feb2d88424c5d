#include "fram-problems.h"

#include <glib/gi18n-lib.h>

/* enough for a person to work with; a file of the wrong kind has one for every line */
#define MAX_KEPT 2000
#define MAX_TEXT 200

struct _FramProblems
{
  GPtrArray *kept;
  guint64 count;
};

static void
problem_free (gpointer data)
{
  FramProblem *problem = data;

  g_free (problem->file);
  g_free (problem->column);
  g_free (problem->text);
  g_free (problem->sentence);
  g_free (problem);
}

FramProblems *
fram_problems_new (void)
{
  FramProblems *self = g_new0 (FramProblems, 1);

  self->kept = g_ptr_array_new_with_free_func (problem_free);
  return self;
}

void
fram_problems_free (FramProblems *self)
{
  g_ptr_array_unref (self->kept);
  g_free (self);
}

static void
add (FramProblems *self, const char *file, guint line, const char *column, const char *text, const char *format,
     va_list args)
{
  FramProblem *problem;

  self->count++;
  if (self->kept->len >= MAX_KEPT)
    return;
  problem = g_new0 (FramProblem, 1);
  problem->file = g_strdup (file);
  problem->line = line;
  problem->column = g_strdup (column);
  if (text != NULL)
    problem->text = g_utf8_strlen (text, -1) > MAX_TEXT ? g_utf8_substring (text, 0, MAX_TEXT) : g_strdup (text);
  problem->sentence = g_strdup_vprintf (format, args);
  g_ptr_array_add (self->kept, problem);
}

/**
 * fram_problems_add:
 * @self: a list
 * @file: name of the file
 * @line: the line, from 1, or 0
 * @column: (nullable): name of the column
 * @format: the sentence, as for printf
 */
void
fram_problems_add (FramProblems *self, const char *file, guint line, const char *column, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  add (self, file, line, column, NULL, format, args);
  va_end (args);
}

/**
 * fram_problems_add_text:
 * @self: a list
 * @file: name of the file
 * @line: the line, from 1, or 0
 * @column: (nullable): name of the column
 * @text: (nullable): what stands there
 * @format: the sentence, as for printf
 */
void
fram_problems_add_text (FramProblems *self, const char *file, guint line, const char *column, const char *text,
                        const char *format, ...)
{
  va_list args;

  va_start (args, format);
  add (self, file, line, column, text, format, args);
  va_end (args);
}

/**
 * fram_problems_is_full:
 * @self: a list
 *
 * Returns: whether more problems are only counted
 */
gboolean
fram_problems_is_full (const FramProblems *self)
{
  return self->kept->len >= MAX_KEPT;
}

/**
 * fram_problems_get_count:
 * @self: a list
 *
 * Returns: how many there are, those that were not kept too
 */
guint64
fram_problems_get_count (const FramProblems *self)
{
  return self->count;
}

guint
fram_problems_get_n_kept (const FramProblems *self)
{
  return self->kept->len;
}

const FramProblem *
fram_problems_get (const FramProblems *self, guint i)
{
  g_return_val_if_fail (i < self->kept->len, NULL);
  return self->kept->pdata[i];
}

/**
 * fram_problem_format:
 * @problem: a problem
 *
 * Returns: (transfer full): `attendance.csv:12:hours: 25 is more than a day has hours.`
 */
char *
fram_problem_format (const FramProblem *problem)
{
  GString *out = g_string_new (problem->file);

  if (problem->line > 0)
    g_string_append_printf (out, ":%u", problem->line);
  if (problem->column != NULL)
    g_string_append_printf (out, ":%s", problem->column);
  g_string_append_printf (out, ": %s", problem->sentence);
  return g_string_free (out, FALSE);
}

/**
 * fram_problems_format:
 * @self: a list
 *
 * Returns: (transfer full): a line for each, and how many more there are
 */
char *
fram_problems_format (const FramProblems *self)
{
  GString *out = g_string_new (NULL);
  guint64 more = self->count - self->kept->len;

  for (guint i = 0; i < self->kept->len; i++)
    {
      g_autofree char *line = fram_problem_format (self->kept->pdata[i]);

      g_string_append_printf (out, "%s\n", line);
    }
  if (more > 0)
    {
      g_string_append_printf (out, ngettext ("%lu more problem.", "%lu more problems.", (gulong)more), (gulong)more);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
