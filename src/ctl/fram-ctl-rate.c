#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-absence.h"
#include "fram-desk-people.h"
#include "fram-desk-rating.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What was answered in a talk. */

static const FramTableColumn columns[] = {
  { "case", NULL, FRAM_TABLE_TEXT },  { "date", NULL, FRAM_TABLE_TEXT },     { "indicator", NULL, FRAM_TABLE_TEXT },
  { "rater", NULL, FRAM_TABLE_TEXT }, { "before", NULL, FRAM_TABLE_NUMBER }, { "value", NULL, FRAM_TABLE_NUMBER },
  { "note", NULL, FRAM_TABLE_TEXT },
};

typedef struct
{
  char *rater;
  char *date;
  char *note;
} RateWords;

/* A talk as it was said on the command line. */
typedef struct
{
  FramUuid enrolment;
  FramUuid set;
  FramDate day;
  FramRater rater;
  GPtrArray *codes; /* of the answers, as they were written */
  GArray *answers;  /* FramAnswer */
} Talk;

static void
rate_words_clear (RateWords *self)
{
  g_free (self->rater);
  g_free (self->date);
  g_free (self->note);
}

static void
talk_clear (Talk *self)
{
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RateWords, rate_words_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Talk, talk_clear)

static gboolean
usage (GError **error, const char *sentence)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_USAGE, sentence);
  return FALSE;
}

/* A nought is a value here, and no scale has it. */
static gboolean
parse_value (const char *text, int *value, GError **error)
{
  gint64 number = 0;

  if (!fram_int_parse (text, &number) || number > G_MAXINT || number < G_MININT)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("“%s” is no value; write a whole number such as 3."),
                   text);
      return FALSE;
    }
  *value = number != 0 ? (int)number : -1;
  return TRUE;
}

static gboolean
add_answer (FramCtl *ctl, Talk *talk, const char *code, const char *value, const char *note, GError **error)
{
  FramAnswer answer = { .rater = talk->rater };
  FramUuid set;

  if ((value != NULL && !parse_value (value, &answer.value, error)) ||
      !fram_desk_find_question (ctl->desk, code, &set, &answer.indicator, error))
    return FALSE;
  if (talk->answers->len > 0 && !fram_uuid_equal (&set, &talk->set))
    return usage (error, _ ("A talk is about one set of questions; call “rate” once for each set."));
  talk->set = set;
  answer.note = g_strdup (note);
  g_array_append_val (talk->answers, answer);
  g_ptr_array_add (talk->codes, g_strdup (code));
  return TRUE;
}

/* "avstamning-3:1=4" */
static gboolean
add_pair (FramCtl *ctl, Talk *talk, const char *word, const char *note, GError **error)
{
  const char *equals = strchr (word, '=');
  g_autofree char *code = equals != NULL ? g_strndup (word, (gsize)(equals - word)) : NULL;

  if (equals == NULL)
    return usage (error, _ ("Write one INDICATOR and its VALUE, or pairs such as avstamning-3:1=4."));
  return add_answer (ctl, talk, code, equals + 1, note, error);
}

static gboolean
read_answers (FramCtl *ctl, Talk *talk, GStrv words, const char *note, GError **error)
{
  guint n = g_strv_length (words);

  if (n == 1 && strchr (words[0], '=') == NULL)
    return add_answer (ctl, talk, words[0], NULL, note, error);
  if (n == 2 && strchr (words[0], '=') == NULL)
    return add_answer (ctl, talk, words[0], words[1], note, error);
  if (n > 1 && note != NULL)
    return usage (error, _ ("A note goes with one answer; call “rate” once for each."));
  for (guint i = 0; i < n; i++)
    if (!add_pair (ctl, talk, words[i], note, error))
      return FALSE;
  return TRUE;
}

/* An agenda has one side only. */
static gboolean
check_rater (const RateWords *words, const Talk *talk, GError **error)
{
  gboolean rated = FALSE;

  for (guint i = 0; i < talk->answers->len; i++)
    rated = rated || g_array_index (talk->answers, FramAnswer, i).value != 0;
  return words->rater != NULL || !rated || usage (error, _ ("Say whose answer it is: --rater participant|caseworker."));
}

static gboolean
read_rater (const char *text, FramRater *rater, GError **error)
{
  *rater = FRAM_RATER_CASE_WORKER;
  if (text == NULL || fram_rater_from_code (text, rater))
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("Somebody is rated by “participant” or “caseworker”, not “%s”."),
               text);
  return FALSE;
}

static const FramQuestion *
find_question (const FramRatingForm *form, const FramUuid *id)
{
  for (guint i = 0; i < form->questions->len; i++)
    {
      const FramQuestion *question = g_ptr_array_index (form->questions, i);

      if (fram_uuid_equal (&question->id, id))
        return question;
    }
  return NULL;
}

static void
print_line (const char *who, const char *day, const char *code, const FramAnswer *answer, int before)
{
  if (answer->value == 0)
    fram_ctl_print ("%s %s %s: %s\n", who, day, code, answer->note);
  else if (before == 0)
    fram_ctl_print ("%s %s %s %s: %d\n", who, day, code, fram_rater_get_code (answer->rater), answer->value);
  else
    fram_ctl_print ("%s %s %s %s: %d → %d\n", who, day, code, fram_rater_get_code (answer->rater), before,
                    answer->value);
}

static void
add_row (FramTable *table, const char *who, FramDate day, const char *code, const FramAnswer *answer, int before)
{
  fram_table_add (table, who, NULL);
  fram_table_add_date (table, day);
  fram_table_add (table, code, NULL);
  fram_table_add (table, answer->value != 0 ? fram_rater_get_code (answer->rater) : NULL, NULL);
  if (before != 0)
    fram_table_add_int (table, before);
  else
    fram_table_add (table, NULL, NULL);
  if (answer->value != 0)
    fram_table_add_int (table, answer->value);
  else
    fram_table_add (table, NULL, NULL);
  fram_table_add (table, answer->note, NULL);
}

static void
print_talk (FramCtl *ctl, const Talk *talk, const FramRatingForm *before, const char *who, const char *what)
{
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));
  char day[FRAM_DATE_TEXT_SIZE];

  fram_date_format (talk->day, day);
  for (guint i = 0; i < talk->answers->len; i++)
    {
      const FramAnswer *answer = &g_array_index (talk->answers, FramAnswer, i);
      const FramQuestion *question = find_question (before, &answer->indicator);
      int last = question != NULL && answer->value != 0 ? question->last[answer->rater] : 0;
      const char *code = question != NULL ? question->code : g_ptr_array_index (talk->codes, i);

      if (ctl->format == FRAM_CTL_TEXT)
        print_line (who, day, code, answer, last);
      else
        add_row (table, who, talk->day, code, answer, last);
    }
  if (ctl->format == FRAM_CTL_TEXT)
    fram_ctl_print ("%s\n", what);
  else
    fram_table_print (table, ctl->format);
}

static gboolean
rate (FramCtl *ctl, GStrv argv, const RateWords *words, GError **error)
{
  g_auto (Talk) talk = { .codes = g_ptr_array_new_with_free_func (g_free), .answers = fram_answers_new () };
  g_autoptr (FramRatingForm) before = NULL;
  g_autoptr (FramPersonRow) person = NULL;
  g_autofree char *what = NULL;

  if (!read_rater (words->rater, &talk.rater, error) || fram_ctl_open (ctl, error) == NULL ||
      !fram_ctl_parse_date (words->date, fram_clock_today (ctl->clock), &talk.day, error) ||
      !read_answers (ctl, &talk, argv + 2, words->note, error) || !check_rater (words, &talk, error) ||
      !fram_desk_find_enrolment (ctl->desk, argv[1], &talk.enrolment, error))
    return FALSE;
  before = fram_desk_rating_form (ctl->desk, &talk.enrolment, &talk.set, talk.day, error);
  person = before != NULL ? fram_desk_find_person (ctl->desk, argv[1], error) : NULL;
  if (person == NULL ||
      !fram_desk_save_ratings (ctl->desk, &talk.enrolment, &talk.set, talk.day, talk.answers, &what, error))
    return FALSE;
  print_talk (ctl, &talk, before, person->case_no, what);
  return TRUE;
}

/**
 * fram_command_rate:
 *
 * `rate`: what was answered in a talk; prints what changed.
 */
gboolean
fram_command_rate (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (RateWords) words = { 0 };
  const GOptionEntry entries[] = {
    { "rater", 0, 0, G_OPTION_ARG_FILENAME, &words.rater, N_ ("whose answer it is"), N_ ("SIDE") },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &words.date, N_ ("the day of the talk; else today"), N_ ("DATE") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &words.note, N_ ("what was said about it"), N_ ("TEXT") },
    { NULL },
  };

  return fram_ctl_parse (ctl, argv, entries, 2, 64, error) && rate (ctl, *argv, &words, error);
}
