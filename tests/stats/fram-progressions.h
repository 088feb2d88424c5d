#pragma once

#include "fram-test.h"

#include "fram-progression-change.h"

#include <string.h>

/* Progressions as a test's author writes them. */

#define START "2026-04-20" /* a Monday */
#define TODAY "2026-11-12"

static inline FramProgression *
progression_new (void)
{
  return fram_progression_new (fram_test_date (START), fram_test_date (TODAY));
}

/* Weeks from the start on, in hours: "4 4 - x 6": "-" nothing is marked, "x" the house is closed, "p" leave. */
static inline void
add_hours (FramProgression *self, const char *hours)
{
  g_auto (GStrv) words = g_strsplit (hours, " ", -1);
  FramDate monday = self->from;

  for (guint i = 0; words[i] != NULL; i++, monday += 7)
    {
      if (g_str_equal (words[i], "x") || g_str_equal (words[i], "p"))
        fram_progression_set_week_state (self, monday, *words[i] == 'x' ? FRAM_WEEK_CLOSED : FRAM_WEEK_PAUSE);
      else if (!g_str_equal (words[i], "-"))
        fram_progression_add_session (self, monday + 1, FRAM_COUNTS_PRESENT, -1,
                                      (int)(g_ascii_strtod (words[i], NULL) * 60));
    }
}

/* Sessions a week from the start on: "3/4 4/4 -": attended of counted. */
static inline void
add_sessions (FramProgression *self, const char *sessions)
{
  g_auto (GStrv) words = g_strsplit (sessions, " ", -1);
  FramDate monday = self->from;

  for (guint i = 0; words[i] != NULL; i++, monday += 7)
    for (int n = 0; strchr (words[i], '/') != NULL && n < atoi (strchr (words[i], '/') + 1); n++)
      fram_progression_add_session (self, monday + n, n < atoi (words[i]) ? FRAM_COUNTS_PRESENT : FRAM_COUNTS_ABSENT,
                                    -1, -1);
}

/* Values at talks: "2026-04-22 2, 2026-06-30 3". */
static inline void
add_values (FramProgression *self, guint series, FramRater rater, const char *values)
{
  g_auto (GStrv) talks = g_strsplit (values, ",", -1);

  for (guint i = 0; talks[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (g_strstrip (talks[i]), " ", -1);

      fram_indicator_series_add (g_ptr_array_index (self->series, series), rater, fram_test_date (parts[0]),
                                 atoi (parts[1]), NULL);
    }
}

static inline void
add_question (FramProgression *self, const char *name, const char *own, const char *other)
{
  fram_progression_add_series (self, 0, name);
  if (own != NULL)
    add_values (self, self->series->len - 1, FRAM_RATER_PARTICIPANT, own);
  if (other != NULL)
    add_values (self, self->series->len - 1, FRAM_RATER_CASE_WORKER, other);
}
