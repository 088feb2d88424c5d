#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FramProblem:
 * @file: name of the file, without its directory
 * @line: the line, from 1; 0 where the whole file is meant
 * @column: (nullable): name of the column, as in the file's header
 * @text: (nullable): what stands there, or its beginning
 * @sentence: what is wrong, one sentence for a person
 */
typedef struct
{
  char *file;
  guint line;
  char *column;
  char *text;
  char *sentence;
} FramProblem;

/**
 * FramProblems:
 *
 * What is wrong with files that were to be imported. All problems are counted; the first thousands are kept.
 */
typedef struct _FramProblems FramProblems;

FramProblems *fram_problems_new (void);
void fram_problems_free (FramProblems *self);
void fram_problems_add (FramProblems *self, const char *file, guint line, const char *column, const char *format, ...)
    G_GNUC_PRINTF (5, 6);
void fram_problems_add_text (FramProblems *self, const char *file, guint line, const char *column, const char *text,
                             const char *format, ...) G_GNUC_PRINTF (6, 7);
gboolean fram_problems_is_full (const FramProblems *self);
guint64 fram_problems_get_count (const FramProblems *self);
guint fram_problems_get_n_kept (const FramProblems *self);
const FramProblem *fram_problems_get (const FramProblems *self, guint i);
char *fram_problem_format (const FramProblem *problem);
char *fram_problems_format (const FramProblems *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramProblems, fram_problems_free)

G_END_DECLS
