#include "fram-test.h"

#include "fram-match.h"

#include <string.h>

/* What is free at an employer's and which place answers a wish. */

static GArray *
taken_of (const char *spans)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (FramTaken));
  g_auto (GStrv) all = g_strsplit (spans, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      g_auto (GStrv) days = g_strsplit (all[i], "/", 2);
      FramTaken one = { 0 };

      if (days[0] == NULL)
        continue;
      one.from = fram_test_date (days[0]);
      one.to = days[1] != NULL && days[1][0] != '\0' ? fram_test_date (days[1]) : FRAM_DATE_NONE;
      g_array_append_val (taken, one);
    }
  return taken;
}

static void
test_free_places (void)
{
  static const struct
  {
    const char *spans;
    int capacity;
    const char *day;
    int taken;
    const char *next_free; /* "" none */
  } cases[] = {
    { "", 1, "2026-11-12", 0, "2026-11-12" },
    { "", 0, "2026-11-12", 0, "" },
    { "", -1, "2026-11-12", 0, "2026-11-12" },
    /* first and last day count */
    { "2026-11-01/2026-11-12", 1, "2026-11-12", 1, "2026-11-13" },
    { "2026-11-01/2026-11-11", 1, "2026-11-12", 0, "2026-11-12" },
    { "2026-11-12/2026-11-12", 1, "2026-11-12", 1, "2026-11-13" },
    { "2026-11-13/", 1, "2026-11-12", 0, "2026-11-12" },
    { "2026-11-01/", 1, "2026-11-12", 1, "" },
    { "2026-11-01/ 2026-10-01/2026-12-18", 2, "2026-11-12", 2, "2026-12-19" },
    /* who comes right after takes it again */
    { "2026-11-01/2026-11-30 2026-12-01/2026-12-31", 1, "2026-11-12", 1, "2027-01-01" },
    { "2026-11-01/2026-11-30 2026-12-01/", 1, "2026-11-12", 1, "" },
    { "2026-11-01/2027-01-29 2026-10-01/2026-12-18 2026-12-01/", 2, "2026-11-12", 2, "2027-01-30" },
    { "2026-11-01/ 2026-10-01/2026-12-18", 3, "2026-11-12", 2, "2026-11-12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) taken = taken_of (cases[i].spans);
      FramDate day = fram_test_date (cases[i].day);
      FramDate next = fram_taken_next_free (taken, cases[i].capacity, day);

      g_test_message ("%s of %d", cases[i].spans, cases[i].capacity);
      g_assert_cmpint (fram_taken_on (taken, day), ==, cases[i].taken);
      if (cases[i].next_free[0] == '\0')
        g_assert_cmpint (next, ==, FRAM_DATE_NONE);
      else
        fram_assert_date (next, cases[i].next_free);
    }
}

static void
test_fullest_day_of_a_stay (void)
{
  static const struct
  {
    const char *spans, *from, *to;
    int most;
    const char *when;
  } cases[] = {
    { "", "2026-11-12", "2026-12-18", 0, "2026-11-12" },
    { "2026-11-01/2026-11-11", "2026-11-12", "2026-12-18", 0, "2026-11-12" },
    { "2026-11-01/2026-11-12", "2026-11-12", "2026-12-18", 1, "2026-11-12" },
    { "2026-12-18/", "2026-11-12", "2026-12-18", 1, "2026-12-18" },
    { "2026-12-19/", "2026-11-12", "2026-12-18", 0, "2026-11-12" },
    { "2026-12-19/", "2026-11-12", "", 1, "2026-12-19" },
    { "2026-11-20/2026-11-30 2026-11-25/2026-12-05", "2026-11-12", "", 2, "2026-11-25" },
    { "2026-11-20/2026-11-24 2026-11-25/2026-12-05", "2026-11-12", "", 1, "2026-11-20" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) taken = taken_of (cases[i].spans);
      FramDate to = cases[i].to[0] != '\0' ? fram_test_date (cases[i].to) : FRAM_DATE_NONE;
      FramDate when;

      g_test_message ("%s", cases[i].spans);
      g_assert_cmpint (fram_taken_most (taken, fram_test_date (cases[i].from), to, &when), ==, cases[i].most);
      fram_assert_date (when, cases[i].when);
    }
}

static void
test_words_of_a_wish (void)
{
  static const struct
  {
    const char *wish, *words;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "Snickeri eller lager, helst i Limhamn", "snickeri lager limhamn" },
    { "Trädgård, trädgård!", "tradgard" },
    { "jag vill gärna prova ett kafé", "kafe" },
    { "IT", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = fram_match_split (cases[i].wish);
      g_autofree char *joined = g_strjoinv (" ", words);

      g_assert_cmpstr (joined, ==, cases[i].words);
    }
}

static void
test_words_are_kin (void)
{
  static const struct
  {
    const char *text, *word;
    gboolean has;
  } cases[] = {
    { "kirsebergs tradgardshandel", "tradgard", TRUE },
    { "kirsebergs tradgardshandel", "handel", FALSE },
    { "disk, smorgasar", "disk", TRUE },
    { "vika, hafta, packa", "packa", TRUE },
    { "lager", "lagerarbete", TRUE },
    { "tra och bygg", "trafik", FALSE }, /* three letters are no stem */
    { "", "lager", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s in %s", cases[i].word, cases[i].text);
      g_assert_cmpint (fram_match_has_word (cases[i].text, cases[i].word), ==, cases[i].has);
    }
}

/* A place per letter, with its kinds of work, areas and the day from which it is free. */
typedef struct
{
  const char *name, *text, *field, *areas, *free_from;
} Row;

static const Row rows[] = {
  { "a", "disk servering", "kitchen", "pauser", "2026-11-12" },
  { "b", "sortera virke", "wood", "", "2026-12-01" },
  { "c", "bygga bankar", "wood", "pauser;arbetstid", "2026-12-15" },
  { "d", "plocka order lager", "store", "pauser;arbetstid", "2026-11-12" },
  { "e", "hyvla", "wood", "pauser;arbetstid", "" },
};

static GPtrArray *
match (const char *wish, const char *fields, const char *areas, int minutes, GPtrArray *keep)
{
  FramMatchPlace places[G_N_ELEMENTS (rows)];
  GStrv words = fram_match_split (wish);
  GStrv codes = g_strsplit (fields, ";", -1);
  GStrv needs = areas != NULL ? g_strsplit (areas, ";", -1) : NULL;
  FramMatchWish w = { (const char *const *)words, (const char *const *)codes, (const char *const *)needs, minutes,
                      fram_test_date ("2026-11-12") };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GStrv field = g_strsplit (rows[i].field, ";", -1), can = g_strsplit (rows[i].areas, ";", -1);

      places[i] = (FramMatchPlace){ rows[i].text, (const char *const *)field, (const char *const *)can,
                                    rows[i].free_from[0] != '\0' ? fram_test_date (rows[i].free_from) : FRAM_DATE_NONE,
                                    rows[i].name };
      g_ptr_array_add (keep, field);
      g_ptr_array_add (keep, can);
    }
  g_ptr_array_add (keep, words);
  g_ptr_array_add (keep, codes);
  if (needs != NULL)
    g_ptr_array_add (keep, needs);
  return fram_match_places (&w, places, G_N_ELEMENTS (rows));
}

static void
test_order_of_places (void)
{
  static const struct
  {
    const char *wish, *fields, *areas, *order;
  } cases[] = {
    /* without a wish: what is free soonest */
    { NULL, "", NULL, "adbce" },
    { NULL, "wood", NULL, "bcead" },
    /* a kind of work before a single word */
    { "lager", "wood", NULL, "bceda" },
    { "lager", "", NULL, "dabce" },
    /* what can be adapted comes before what is free sooner */
    { NULL, "wood", "pauser", "cebad" },
    { NULL, "", "pauser;arbetstid", "dceab" },
    { NULL, "", "", "adbce" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) keep = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
      g_autoptr (GPtrArray) matches = match (cases[i].wish, cases[i].fields, cases[i].areas, 0, keep);
      char order[G_N_ELEMENTS (rows) + 1] = "";

      for (guint j = 0; j < matches->len; j++)
        strcat (order, rows[((FramMatch *)g_ptr_array_index (matches, j))->place].name);
      g_assert_cmpstr (order, ==, cases[i].order);
    }
}

static void
test_needs_that_may_not_be_seen_leave_no_trace (void)
{
  g_autoptr (GPtrArray) keep = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_autoptr (GPtrArray) matches = match ("lager", "wood", NULL, 600, keep);

  for (guint i = 0; i < matches->len; i++)
    {
      const FramMatch *one = g_ptr_array_index (matches, i);

      g_assert_null (one->met[0]);
      g_assert_null (one->missing[0]);
    }
}

static void
test_part_time_is_said_once (void)
{
  static const struct
  {
    const char *areas;
    int minutes;
    gboolean part_time;
  } cases[] = {
    { NULL, 600, TRUE }, { "arbetstid", 600, FALSE }, { "pauser", 600, TRUE },
    { NULL, 0, FALSE },  { NULL, 40 * 60, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) keep = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
      g_autoptr (GPtrArray) matches = match (NULL, "store", cases[i].areas, cases[i].minutes, keep);

      g_assert_cmpint (((FramMatch *)g_ptr_array_index (matches, 0))->part_time, ==, cases[i].part_time);
    }
}

static void
test_weeks_of_follow_ups (void)
{
  static const struct
  {
    const char *setting, *weeks;
  } cases[] = {
    { NULL, "2 6 12 " }, { "2;6;12", "2 6 12 " }, { "4", "4 " }, { "", "" }, { " 3 ; x ; 0 ; 105 ; 104", "3 104 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) weeks = fram_match_weeks (cases[i].setting);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < weeks->len; j++)
        g_string_append_printf (text, "%d ", g_array_index (weeks, int, j));
      g_assert_cmpstr (text->str, ==, cases[i].weeks);
    }
}

int
main (int argc, char *argv[])
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/match/free places on a day", test_free_places);
  g_test_add_func ("/match/the fullest day of a stay", test_fullest_day_of_a_stay);
  g_test_add_func ("/match/words of a wish", test_words_of_a_wish);
  g_test_add_func ("/match/words are kin", test_words_are_kin);
  g_test_add_func ("/match/order of places", test_order_of_places);
  g_test_add_func ("/match/needs that may not be seen leave no trace", test_needs_that_may_not_be_seen_leave_no_trace);
  g_test_add_func ("/match/part time is said once", test_part_time_is_said_once);
  g_test_add_func ("/match/weeks of follow-ups", test_weeks_of_follow_ups);
  return g_test_run ();
}
