#include "fram-progressions.h"

/* Run with LANGUAGE=sv: what a progression says to somebody who reads Swedish, small numbers as words. */

static gboolean
is_translated (void)
{
  if (g_strcmp0 (g_dgettext (GETTEXT_PACKAGE, "Since the start: %s."), "Since the start: %s.") != 0)
    return TRUE;
  g_test_skip ("po/sv.po has no Swedish for progressions");
  return FALSE;
}

static void
test_since_the_start (void)
{
  g_autoptr (FramProgression) p = progression_new ();

  if (!is_translated ())
    return;
  add_hours (p, "4 4 4 4 4 4 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8 2 2 2 16 16 16");
  add_sessions (p, "0/1");
  for (guint i = 0; i < 10; i++)
    add_question (p, "Vardagen",
                  i < 9 ? "2026-04-22 2, 2026-06-30 3, 2026-10-05 2, 2026-11-03 4"
                        : "2026-04-22 2, 2026-06-30 2, 2026-10-05 2, 2026-11-03 1",
                  i < 1 ? "2026-04-22 2, 2026-11-03 3" : NULL);
  fram_progression_finish (p);
  g_assert_cmpstr (
      p->summary, ==,
      "Sedan starten: från 4 till 12,5 timmar i veckan, närvaron från 80 till 100 procent, nio av tio egna "
      "områden högre. Lägre nu: ett av tio egna områden (Vardagen). Som handläggaren ser det: ”Vardagen” från 2 "
      "till 3. Dippar i september och oktober, nu vända.");
}

static void
test_little_data (void)
{
  g_autoptr (FramProgression) p = progression_new ();

  if (!is_translated ())
    return;
  add_hours (p, "4 4 4");
  add_question (p, "Vardagen", "2026-04-22 2", NULL);
  fram_progression_finish (p);
  g_assert_cmpstr (
      p->summary, ==,
      "Närvaro från tre veckor hittills: för lite att jämföra. Bara ett samtal hittills: det finns inget att "
      "jämföra än.");
}

/* No English is left in what is read aloud. */
static void
test_description (void)
{
  static const char *const english[] = {
    " the ", "talk", "rating", "Step", "week", "hour", "Works", "held", "November"
  };
  g_autoptr (FramProgression) p = progression_new ();
  g_autofree char *point = NULL, *week = NULL, *all = NULL;

  if (!is_translated ())
    return;
  add_hours (p, "4 4 4 8 8 8 x p");
  add_question (p, "Vardagen", "2026-04-22 2, 2026-06-30 3, 2026-11-03 4", "2026-04-22 3, 2026-06-30 4, 2026-11-03 4");
  fram_progression_finish (p);
  point =
      fram_rating_point_to_words (fram_progression_get_series (p, 0), FRAM_RATER_PARTICIPANT,
                                  &g_array_index (fram_progression_get_series (p, 0)->points[0], FramRatingPoint, 1));
  week = fram_progress_week_to_words (&g_array_index (p->weeks, FramProgressWeek, 3));
  all = g_strdup_printf ("%s %s %s", p->description, point, week);
  for (guint i = 0; i < G_N_ELEMENTS (english); i++)
    if (strstr (all, english[i]) != NULL)
      g_error ("“%s” is not Swedish", all);
  g_assert_nonnull (strstr (all, "Arbetar 8 timmar i veckan, förut 4."));
  g_assert_nonnull (strstr (all, "Vardagen: egen skattning från 2 till 4 på 3 skattningar"));
  g_assert_nonnull (strstr (all, "Ett steg framåt: högre än någonsin tidigare, och det höll vid nästa samtal."));
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/stats/progression-swedish/since-the-start", test_since_the_start);
  g_test_add_func ("/stats/progression-swedish/little-data", test_little_data);
  g_test_add_func ("/stats/progression-swedish/description", test_description);
  return g_test_run ();
}
