#pragma once

#include "fram-progression.h"

G_BEGIN_DECLS

/**
 * FramProgressionSpan:
 * @from: first talk
 * @to: last talk
 *
 * Two talks that are compared; the start and now are the first and the last one. For what is no rating the weeks around
 * them: the four up to and with the week of @to against the four up to and with the week of @from. From the first talk
 * on it is the first four weeks of all, and up to the last talk the newest four; where there are fewer than eight, half
 * of them on either side, and nothing under four.
 */
typedef struct
{
  FramDate from;
  FramDate to;
} FramProgressionSpan;

/**
 * FramProgressionChange:
 * @series: which question
 * @rater: which side
 * @before: value at the talk @from, or the first one after it in the span; 0 for none
 * @after: value at the talk @to, or the last one before it in the span; 0 for none
 * @note_before: (nullable): borrowed
 * @note_after: (nullable): borrowed
 *
 * What one side of one question was and is.
 */
typedef struct
{
  guint series;
  FramRater rater;
  int before;
  int after;
  const char *note_before;
  const char *note_after;
} FramProgressionChange;

/**
 * FramProgressionDip:
 * @day: the lowest
 * @turned: whether it was got back
 * @series: which question, -1 of hours
 *
 * Something that went down for a time, and is not lower now than at first.
 */
typedef struct
{
  FramDate day;
  gboolean turned;
  int series;
} FramProgressionDip;

/**
 * FramProgressionPeriod:
 * @weeks: weeks of which hours are known, on the side that has fewer; 0 where there is nothing to compare
 * @minutes_before: hours present in a week as minutes, the mean of the weeks before
 * @minutes_after: likewise, of the weeks after
 * @rate_before: per cent, -1 where there is nothing to compare
 * @rate_after: likewise
 *
 * What weeks say about a span.
 */
typedef struct
{
  guint weeks;
  int minutes_before;
  int minutes_after;
  int rate_before;
  int rate_after;
} FramProgressionPeriod;

/* Both give two talks, or %FALSE where there are not two yet; then the span is all that is shown. */
gboolean fram_progression_whole_span (const FramProgression *self, FramProgressionSpan *span);
gboolean fram_progression_last_span (const FramProgression *self, FramProgressionSpan *span);
/* (element-type FramProgressionChange): every side of every question that was rated in the span, by question */
GArray *fram_progression_compare (const FramProgression *self, const FramProgressionSpan *span);
/* Hours and rates at both ends of the span, of weeks that are over; @span as of fram_progression_to_words() */
FramProgressionPeriod fram_progression_compare_weeks (const FramProgression *self, const FramProgressionSpan *span);
/* What the picture shows between two talks, in sentences that begin with what holds; the sides that @raters has, the
 * series that @shown has (a bit each; those after the 64th are always shown). @span (nullable), or both %FRAM_DATE_NONE:
 * from the start until now. The case worker's own belief is never in it. */
char *fram_progression_to_words (const FramProgression *self, const FramProgressionSpan *span, guint raters,
                                 guint64 shown);
/* The same at length, a sentence a line, question by question and step by step: the picture's text alternative. */
char *fram_progression_describe (const FramProgression *self, guint raters, guint64 shown, gboolean belief);
/* In order of the day (element-type FramProgressionDip); @raters and @shown as of fram_progression_to_words(). */
GArray *fram_progression_find_dips (const FramProgression *self, const FramProgressionSpan *span, guint raters,
                                    guint64 shown);
char *fram_minutes_to_words (int minutes); /* "7.5 hours", to half an hour */
char *fram_rating_point_to_words (const FramIndicatorSeries *series, FramRater rater, const FramRatingPoint *point);
char *fram_progress_week_to_words (const FramProgressWeek *week);

G_END_DECLS
