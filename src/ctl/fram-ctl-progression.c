#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-progression.h"
#include "fram-progression-change.h"

#include <glib/gi18n-lib.h>

/* weeks in a period of the table that people read */
#define PERIOD_WEEKS 4

static const FramTableColumn rating_columns[] = {
  { "case", NULL, FRAM_TABLE_TEXT },
  { "date", N_ ("Date"), FRAM_TABLE_TEXT },
  { "indicator", N_ ("What"), FRAM_TABLE_TEXT },
  { "rater", N_ ("Who"), FRAM_TABLE_TEXT },
  { "value", N_ ("Value"), FRAM_TABLE_NUMBER },
  { "note", N_ ("Note"), FRAM_TABLE_TEXT },
};

static const FramTableColumn week_columns[] = {
  { "monday", N_ ("From"), FRAM_TABLE_TEXT },
  { "state", NULL, FRAM_TABLE_TEXT },
  { "planned_hours", N_ ("Planned"), FRAM_TABLE_NUMBER },
  { "hours", N_ ("Attended"), FRAM_TABLE_NUMBER },
  { "rate", N_ ("Rate"), FRAM_TABLE_NUMBER },
};

static const FramTableColumn period_columns[] = {
  { "from", N_ ("From"), FRAM_TABLE_TEXT },         { "to", N_ ("To"), FRAM_TABLE_TEXT },
  { "planned", N_ ("Planned"), FRAM_TABLE_NUMBER }, { "hours", N_ ("Attended"), FRAM_TABLE_NUMBER },
  { "sessions", N_ ("Sessions"), FRAM_TABLE_TEXT }, { "rate", N_ ("Rate"), FRAM_TABLE_NUMBER },
};

static const FramTableColumn step_columns[] = {
  { "date", N_ ("Date"), FRAM_TABLE_TEXT }, { "held", NULL, FRAM_TABLE_TEXT },
  { "kind", NULL, FRAM_TABLE_TEXT },        { "indicator", NULL, FRAM_TABLE_TEXT },
  { "rater", NULL, FRAM_TABLE_TEXT },       { "from", NULL, FRAM_TABLE_TEXT },
  { "to", NULL, FRAM_TABLE_TEXT },          { "text", N_ ("Step forward"), FRAM_TABLE_TEXT },
};

/* One rating before it is sorted. */
typedef struct
{
  const FramIndicatorSeries *series;
  guint place;
  FramRater rater;
  const FramRatingPoint *point;
} Row;

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/* As in the files of the programme: of a day first the case worker's side of a set, question by question. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *x = a, *y = b;
  int order = compare_numbers (x->point->day, y->point->day);

  if (order == 0)
    order = compare_numbers (x->series->set, y->series->set);
  if (order == 0)
    order = g_strcmp0 (fram_rater_get_code (x->rater), fram_rater_get_code (y->rater));
  if (order == 0)
    order = compare_numbers (x->place, y->place);
  return order != 0 ? order : compare_numbers (x->point->given, y->point->given);
}

static gboolean
is_chosen (const FramProgression *progression, const FramIndicatorSeries *series, const char *set)
{
  const FramProgressionSet *of = g_ptr_array_index (progression->sets, series->set);

  return set == NULL || g_strcmp0 (of->code, set) == 0;
}

static GArray *
rows_of (const FramProgression *progression, const char *set)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  for (guint i = 0; i < progression->series->len; i++)
    {
      const FramIndicatorSeries *series = fram_progression_get_series (progression, i);

      for (guint rater = 0; rater < FRAM_N_RATERS && is_chosen (progression, series, set); rater++)
        for (guint j = 0; j < series->points[rater]->len; j++)
          {
            Row row = { series, i, (FramRater)rater, &g_array_index (series->points[rater], FramRatingPoint, j) };

            g_array_append_val (rows, row);
          }
    }
  g_array_sort (rows, compare_rows);
  return rows;
}

static const char *
rater_name (FramRater rater)
{
  return rater == FRAM_RATER_PARTICIPANT ? _ ("Participant") : _ ("Case worker");
}

static FramTable *
rating_table (const FramProgression *progression, const char *set)
{
  FramTable *table = fram_table_new (rating_columns, G_N_ELEMENTS (rating_columns));
  g_autoptr (GArray) rows = rows_of (progression, set);

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      fram_table_add (table, progression->case_no, NULL);
      fram_table_add_date (table, row->point->day);
      fram_table_add (table, row->series->code, row->series->name);
      fram_table_add (table, fram_rater_get_code (row->rater), rater_name (row->rater));
      fram_table_add_int (table, row->point->value);
      fram_table_add (table, row->point->note, NULL);
    }
  return table;
}

static void
add_rate (FramTable *table, int rate)
{
  g_autofree char *number = rate >= 0 ? g_strdup_printf ("%d", rate) : NULL;
  /* Translators: a percentage */
  g_autofree char *text = rate >= 0 ? g_strdup_printf (C_ ("rate", "%d %%"), rate) : NULL;

  fram_table_add (table, number, text);
}

static FramTable *
week_table (const FramProgression *progression)
{
  static const char *const states[] = { "open", "pause", "closed" };
  FramTable *table = fram_table_new (week_columns, G_N_ELEMENTS (week_columns));

  for (guint i = 0; progression->sees_attendance && i < progression->weeks->len; i++)
    {
      const FramProgressWeek *week = &g_array_index (progression->weeks, FramProgressWeek, i);

      fram_table_add_date (table, week->monday);
      fram_table_add (table, states[week->state], NULL);
      fram_table_add_hours (table, week->planned_minutes);
      fram_table_add_hours (table, week->attended_minutes);
      add_rate (table, week->rate);
    }
  return table;
}

static void
add_up (int *sum, int minutes)
{
  if (minutes >= 0)
    *sum = MAX (*sum, 0) + minutes;
}

/* The sum of up to four weeks; those that are not known are not in it. */
static FramProgressWeek
sum_of_weeks (const FramProgression *progression, guint first, guint n)
{
  FramProgressWeek sum = { .planned_minutes = -1, .attended_minutes = -1 };

  for (guint i = first; i < first + n; i++)
    {
      const FramProgressWeek *week = &g_array_index (progression->weeks, FramProgressWeek, i);

      add_up (&sum.planned_minutes, week->planned_minutes);
      add_up (&sum.attended_minutes, week->attended_minutes);
      sum.counted += week->counted;
      sum.attended += week->attended;
    }
  return sum;
}

static void
add_period (FramTable *table, const FramProgression *progression, guint first, guint n)
{
  FramProgressWeek sum = sum_of_weeks (progression, first, n);
  FramDate monday = g_array_index (progression->weeks, FramProgressWeek, first).monday;
  /* Translators: sessions attended, of so many */
  g_autofree char *sessions = g_strdup_printf (C_ ("sessions", "%1$d of %2$d"), sum.attended, sum.counted);

  fram_table_add_date (table, MAX (monday, progression->from));
  fram_table_add_date (table, MIN (monday + 7 * (FramDate)n - 1, progression->to));
  fram_table_add_hours (table, sum.planned_minutes);
  fram_table_add_hours (table, sum.attended_minutes);
  fram_table_add (table, sum.counted > 0 ? sessions : NULL, NULL);
  add_rate (table, sum.counted > 0 ? (sum.attended * 200 + sum.counted) / (sum.counted * 2) : -1);
}

static FramTable *
period_table (const FramProgression *progression)
{
  FramTable *table = fram_table_new (period_columns, G_N_ELEMENTS (period_columns));

  for (guint i = 0; progression->sees_attendance && i < progression->weeks->len; i += PERIOD_WEEKS)
    add_period (table, progression, i, MIN (PERIOD_WEEKS, progression->weeks->len - i));
  return table;
}

static void
add_level (FramTable *table, const FramStepForward *step, int level)
{
  g_autofree char *value = NULL;

  if (step->kind == FRAM_STEP_HOURS)
    fram_table_add_hours (table, level);
  else
    {
      value = step->kind == FRAM_STEP_RATING ? g_strdup_printf ("%d", level) : NULL;
      fram_table_add (table, value, NULL);
    }
}

static FramTable *
step_table (const FramProgression *progression, const char *set)
{
  FramTable *table = fram_table_new (step_columns, G_N_ELEMENTS (step_columns));

  for (guint i = 0; i < progression->steps->len; i++)
    {
      const FramStepForward *step = g_ptr_array_index (progression->steps, i);
      gboolean rated = step->kind == FRAM_STEP_RATING;
      const FramIndicatorSeries *series = rated ? fram_progression_get_series (progression, step->series) : NULL;

      if (rated && !is_chosen (progression, series, set))
        continue;
      fram_table_add_date (table, step->day);
      fram_table_add_date (table, step->held);
      fram_table_add (table, fram_step_kind_get_code (step->kind), NULL);
      fram_table_add (table, rated ? series->code : NULL, NULL);
      fram_table_add (table, rated ? fram_rater_get_code (step->rater) : NULL, NULL);
      add_level (table, step, step->from);
      add_level (table, step, step->to);
      fram_table_add (table, step->text, NULL);
    }
  return table;
}

static void
print_json (const FramProgression *progression, const FramTable *ratings, const char *set)
{
  g_autoptr (FramTable) weeks = week_table (progression), steps = step_table (progression, set);
  JsonObject *object = json_object_new ();
  JsonNode *root = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "case", progression->case_no);
  json_object_set_member (object, "ratings", fram_table_to_json (ratings));
  json_object_set_member (object, "weeks", fram_table_to_json (weeks));
  json_object_set_member (object, "steps", fram_table_to_json (steps));
  json_node_take_object (root, object);
  fram_ctl_print_json (root);
}

static void
print_section (const char *title, const FramTable *table, const char *nothing)
{
  fram_ctl_print ("\n%s\n", title);
  if (fram_table_get_n_rows (table) > 0)
    fram_table_print (table, FRAM_CTL_TEXT);
  else
    fram_ctl_print ("%s\n", nothing);
}

static void
print_text (const FramProgression *progression, const FramTable *ratings, const char *set)
{
  g_autoptr (FramTable) periods = period_table (progression), steps = step_table (progression, set);

  fram_ctl_print ("%s\n", progression->title);
  if (progression->summary != NULL)
    fram_ctl_print ("%s\n", progression->summary);
  print_section (_ ("Steps forward"), steps, _ ("None that has held yet."));
  print_section (_ ("Ratings"), ratings, _ ("Nothing is rated yet."));
  print_section (_ ("Hours"), periods, _ ("No hours are known."));
}

static gboolean
check_set (const FramProgression *progression, const char *set, GError **error)
{
  if (set == NULL)
    return TRUE;
  for (guint i = 0; i < progression->sets->len; i++)
    if (g_strcmp0 (((FramProgressionSet *)g_ptr_array_index (progression->sets, i))->code, set) == 0)
      return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("%s was not rated with a set “%s”."), progression->case_no,
               set);
  return FALSE;
}

static gboolean
print (FramCtl *ctl, const FramProgression *progression, const char *set, GError **error)
{
  g_autoptr (FramTable) ratings = NULL;

  if (!check_set (progression, set, error))
    return FALSE;
  ratings = rating_table (progression, set);
  if (ctl->format == FRAM_CTL_CSV)
    fram_table_print (ratings, FRAM_CTL_CSV);
  else if (ctl->format == FRAM_CTL_JSON)
    print_json (progression, ratings, set);
  else
    print_text (progression, ratings, set);
  return TRUE;
}

/* It is in no list that somebody has not asked for (DATA.md, "Who sees which class"). */
static void
leave_belief_out (FramProgression *progression)
{
  for (guint i = 0; i < progression->series->len; i++)
    {
      FramIndicatorSeries *series = g_ptr_array_index (progression->series, i);

      if (series->belief)
        g_array_set_size (series->points[FRAM_RATER_CASE_WORKER], 0);
    }
}

static gboolean
print_one (FramCtl *ctl, const char *who, const char *enrolled, const char *set, gboolean belief, GError **error)
{
  g_autoptr (FramProgression) progression = NULL;
  FramDate day = FRAM_DATE_NONE;
  FramUuid enrolment;

  if (fram_ctl_open (ctl, error) == NULL || !fram_ctl_parse_date (enrolled, FRAM_DATE_NONE, &day, error) ||
      !fram_ctl_open_case (ctl, who, day, &enrolment, error))
    return FALSE;
  progression = fram_desk_progression (ctl->desk, who, fram_uuid_is_none (&enrolment) ? NULL : &enrolment, error);
  if (progression == NULL)
    return FALSE;
  /* the file's owner has every class */
  if (!belief && ctl->as != NULL)
    leave_belief_out (progression);
  return print (ctl, progression, set, error);
}

/* Of one participant, or the talks that are due: not both. */
static gboolean
check_words (gboolean due, const char *until, const char *who, GError **error)
{
  if (due == (who != NULL))
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("Name one participant, or ask for --due."));
  else if (until != NULL && !due)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("Give --until together with --due."));
  else
    return TRUE;
  return FALSE;
}

/**
 * fram_command_progression:
 *
 * `progression`: ratings, hours and attendance rate per period, steps forward. csv has the ratings only, as
 * progression.csv of the programme has them.
 */
gboolean
fram_command_progression (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *enrolled = NULL, *set = NULL, *until = NULL;
  gboolean due = FALSE, belief = FALSE;
  const GOptionEntry entries[] = {
    { "enrolment", 0, 0, G_OPTION_ARG_FILENAME, &enrolled, N_ ("day on which the enrolment began; else the newest"),
      N_ ("DATE") },
    { "set", 0, 0, G_OPTION_ARG_FILENAME, &set, N_ ("only what was rated with this set of questions"), N_ ("CODE") },
    { "belief", 0, 0, G_OPTION_ARG_NONE, &belief, N_ ("with the case worker's own belief, where it may be seen"),
      NULL },
    { "due", 0, 0, G_OPTION_ARG_NONE, &due, N_ ("talks that are due instead, with all own participants"), NULL },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &until, N_ ("with --due: due at most then; else within a week"),
      N_ ("DATE") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 1, error) || !check_words (due, until, (*argv)[1], error))
    return FALSE;
  return due ? fram_ctl_print_due_talks (ctl, until, error) : print_one (ctl, (*argv)[1], enrolled, set, belief, error);
}
