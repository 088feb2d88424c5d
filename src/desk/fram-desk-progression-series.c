#include "fram-desk-progression-private.h"

#include "fram-hint-store.h"
#include "fram-people-store.h"

#include <string.h>

/* Ratings as series: a question with those that continue it, in sets as the programme offers them. */

typedef struct
{
  FramCourse *course;
  GPtrArray *sets;       /* FramStoredIndicatorSet */
  GPtrArray *indicators; /* FramStoredIndicator */
  GHashTable *series;    /* question → FramIndicatorSeries: none twice */
  GStrv order;           /* codes of sets as the programme offers them */
} Series;

static guint
place_of_set (const Series *self, const char *code)
{
  for (guint i = 0; self->order[i] != NULL; i++)
    if (strcmp (g_strstrip (self->order[i]), code) == 0)
      return i;
  return G_MAXUINT;
}

/* All versions of a set are one; it is called what the newest of them is called that somebody was rated with. */
static guint
find_set (Series *self, const FramStoredIndicatorSet *set)
{
  FramProgression *progression = self->course->progression;
  FramProgressionSet *added;

  for (guint i = 0; i < progression->sets->len; i++)
    if (strcmp (((FramProgressionSet *)g_ptr_array_index (progression->sets, i))->code, set->code) == 0)
      return i;
  added = fram_progression_add_set (progression, set->code, set->name);
  added->id = set->id;
  return progression->sets->len - 1;
}

static FramIndicatorSeries *
add_series (Series *self, const FramStoredIndicator *indicator)
{
  const FramStoredIndicatorSet *set = fram_rating_find_set (self->sets, indicator->set);
  FramIndicatorSeries *series =
      fram_progression_add_series (self->course->progression, find_set (self, set), indicator->name);

  series->id = indicator->id;
  series->code = fram_rating_code (self->sets, set, indicator->ordinal);
  series->low = g_strdup (indicator->low);
  series->high = g_strdup (indicator->high);
  series->lowest = set->lowest;
  series->highest = set->highest;
  series->raters = indicator->raters;
  series->belief = indicator->belief;
  return series;
}

/* What was rated, in the version it is shown as. */
static GHashTable *
rated_questions (const Series *self, const GArray *ratings)
{
  GHashTable *rated = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < ratings->len; i++)
    {
      const FramStoredRating *rating = &g_array_index (ratings, FramStoredRating, i);

      g_hash_table_add (rated, (gpointer)fram_rating_find_indicator (self->indicators, rating->indicator));
    }
  return rated;
}

typedef struct
{
  const FramStoredIndicatorSet *set;
  const FramStoredIndicator *indicator;
  guint place;
  guint rank;
} Question;

static int
compare_questions (gconstpointer a, gconstpointer b)
{
  const Question *x = a, *y = b;

  if (x->place != y->place)
    return x->place < y->place ? -1 : 1;
  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return x->indicator->ordinal - y->indicator->ordinal;
}

static guint
rank_of (const Series *self, const FramStoredIndicatorSet *set)
{
  guint rank = 0;

  g_ptr_array_find (self->sets, set, &rank);
  return rank;
}

/* By the programme's order of sets, the newest version first, and the order of the questions in it. */
static void
add_all_series (Series *self, GHashTable *rated)
{
  g_autoptr (GArray) questions = g_array_new (FALSE, FALSE, sizeof (Question));
  GHashTableIter iter;
  gpointer indicator;

  g_hash_table_iter_init (&iter, rated);
  while (g_hash_table_iter_next (&iter, &indicator, NULL))
    {
      const FramStoredIndicator *of = indicator;
      const FramStoredIndicator *newest =
          of != NULL ? fram_rating_newest (self->sets, self->indicators, of->row) : NULL;
      const FramStoredIndicatorSet *set = newest != NULL ? fram_rating_find_set (self->sets, newest->set) : NULL;
      Question question = { set, newest, 0, 0 };

      if (set == NULL || !g_hash_table_add (self->series, (gpointer)newest))
        continue;
      question.place = place_of_set (self, set->code);
      question.rank = rank_of (self, set);
      g_array_append_val (questions, question);
    }
  g_array_sort (questions, compare_questions);
  for (guint i = 0; i < questions->len; i++)
    {
      const Question *question = &g_array_index (questions, Question, i);

      g_hash_table_insert (self->series, (gpointer)question->indicator, add_series (self, question->indicator));
    }
}

/* Of two of one day, question and side the later one counts. */
static void
add_point (FramIndicatorSeries *series, const FramStoredRating *rating)
{
  GArray *points = series->points[rating->rater];
  FramRatingPoint *point;

  if (points->len > 0 && g_array_index (points, FramRatingPoint, points->len - 1).day == rating->day)
    g_array_index (points, FramRatingPoint, points->len - 1).counts = FALSE;
  point = fram_indicator_series_add (series, rating->rater, rating->day, rating->value, rating->note);
  point->id = rating->id;
  point->given = rating->given;
}

static void
add_points (Series *self, const GArray *ratings)
{
  for (guint i = 0; i < ratings->len; i++)
    {
      const FramStoredRating *rating = &g_array_index (ratings, FramStoredRating, i);
      const FramStoredIndicator *newest = fram_rating_newest (self->sets, self->indicators, rating->indicator);
      FramIndicatorSeries *series = newest != NULL ? g_hash_table_lookup (self->series, newest) : NULL;

      if (series != NULL)
        add_point (series, rating);
    }
}

/* Where own belief is not read, nothing says that there might be any. */
static void
hide_belief (const Series *self)
{
  const GPtrArray *series = self->course->progression->series;

  for (guint i = 0; i < series->len; i++)
    {
      FramIndicatorSeries *one = g_ptr_array_index (series, i);

      if (one->belief)
        one->raters &= ~(1u << FRAM_RATER_CASE_WORKER);
    }
}

static void
series_clear (Series *self)
{
  g_clear_pointer (&self->sets, g_ptr_array_unref);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->series, g_hash_table_unref);
  g_clear_pointer (&self->order, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Series, series_clear)

gboolean
fram_course_add_series (FramCourse *course, GError **error)
{
  FramDesk *desk = course->way.desk;
  gboolean belief = fram_desk_reads_belief (desk) &&
                    fram_people_may (desk->db, desk->viewer, FRAM_CLASS_BELIEF, course->way.participant);
  g_autofree char *offered = fram_hint_load_setting (desk->db, "indicator_sets");
  g_autoptr (GArray) ratings = fram_rating_load (desk->db, desk->viewer, course->way.episode->row, belief, error);
  g_autoptr (GHashTable) rated = NULL;
  g_auto (Series) self = { .course = course };

  if (ratings == NULL || (self.sets = fram_rating_load_sets (desk->db, error)) == NULL ||
      (self.indicators = fram_rating_load_indicators (desk->db, 0, error)) == NULL)
    return FALSE;
  self.order = g_strsplit (offered != NULL ? offered : "", ";", -1);
  self.series = g_hash_table_new (NULL, NULL);
  rated = rated_questions (&self, ratings);
  add_all_series (&self, rated);
  add_points (&self, ratings);
  if (!belief)
    hide_belief (&self);
  return TRUE;
}
