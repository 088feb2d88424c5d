#include "fram-import-private.h"

#include "fram-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a row of progression.csv means: a rating, or what was said about an area of an agenda. */

#define DAY_MS (G_GINT64_CONSTANT (86400000))

static const char *const raters[] = { "participant", "caseworker", NULL };

/* A code that only a word stands for is looked up by the code itself. */
static gboolean
read_indicator (ImportParser *self, ImportRating *row, FramIndicatorCode *indicator)
{
  return import_code (self, PROGRESSION_INDICATOR, FRAM_ENTITY_INDICATOR, TRUE, &row->indicator) &&
         fram_profile_codes_find_indicator (self->codes, import_text (self, PROGRESSION_INDICATOR), indicator);
}

static void
check_rater (ImportParser *self, const ImportRating *row, const FramIndicatorCode *indicator)
{
  FramRater rater;

  if (row->rater == NULL || !fram_rater_from_code (row->rater, &rater) || (indicator->raters & 1u << rater) != 0)
    return;
  if (rater == FRAM_RATER_PARTICIPANT)
    import_problem (self, PROGRESSION_RATER, _ ("“%s” is rated by the case worker only."),
                    import_shown (self, PROGRESSION_INDICATOR));
  else
    import_problem (self, PROGRESSION_RATER, _ ("“%s” is rated by the participant only."),
                    import_shown (self, PROGRESSION_INDICATOR));
}

static void
read_value (ImportParser *self, ImportRating *row, const FramIndicatorCode *indicator)
{
  if (import_integer (self, PROGRESSION_VALUE, &row->value) &&
      (row->value < indicator->lowest || row->value > indicator->highest))
    import_problem (self, PROGRESSION_VALUE, _ ("%s is outside the scale from %d to %d."),
                    import_shown (self, PROGRESSION_VALUE), indicator->lowest, indicator->highest);
}

static void
check_area (ImportParser *self, const ImportRating *row)
{
  if (!import_is_empty (self, PROGRESSION_VALUE) || !import_is_empty (self, PROGRESSION_RATER))
    import_problem (self, import_is_empty (self, PROGRESSION_VALUE) ? PROGRESSION_RATER : PROGRESSION_VALUE,
                    _ ("“%s” is an area to talk about: it has a note, no rater and no value."),
                    import_shown (self, PROGRESSION_INDICATOR));
  else if (row->note == NULL)
    import_problem (self, PROGRESSION_NOTE, _ ("“%s” is an area to talk about, and what was said about it is missing."),
                    import_shown (self, PROGRESSION_INDICATOR));
}

/* Of one question, side and day there can be several: all are kept, and the one written last counts. Where nothing tells
 * when they were written, it is the order of the lines. */
static void
count_row (ImportParser *self, ImportRating *row)
{
  char id[FRAM_UUID_TEXT_SIZE];
  const char *case_no = import_text (self, PROGRESSION_CASE), *day = import_text (self, PROGRESSION_DATE);
  const char *rater = row->rater != NULL ? row->rater : "";

  fram_uuid_format (&row->indicator, id);
  import_unique (self, PROGRESSION_CASE, "row", case_no, day, id, rater, import_text (self, PROGRESSION_VALUE),
                 import_text (self, PROGRESSION_NOTE), import_text (self, PROGRESSION_GIVEN), NULL);
  row->nth = import_count (self, "nth", case_no, day, id, rater, NULL);
  if (row->nth > 1 && row->given == 0 && row->day != FRAM_DATE_NONE)
    row->given = row->day * DAY_MS + row->nth;
}

void
import_rating (ImportParser *self)
{
  ImportRating row = { import_case (self, TRUE) };
  FramIndicatorCode indicator = { FRAM_UUID_NONE, FALSE, 1, 5, FRAM_RATERS_BOTH };

  row.day = import_date (self, PROGRESSION_DATE, TRUE);
  import_within (self, PROGRESSION_DATE, row.of, row.day);
  read_indicator (self, &row, &indicator);
  row.note = import_optional (self, PROGRESSION_NOTE);
  row.given = import_instant (self, PROGRESSION_GIVEN);
  if (indicator.is_agenda)
    check_area (self, &row);
  else
    {
      row.rater = import_choice (self, PROGRESSION_RATER, raters);
      check_rater (self, &row, &indicator);
      read_value (self, &row, &indicator);
    }
  count_row (self, &row);
  import_spool_add (self->import->ratings, &row);
}
