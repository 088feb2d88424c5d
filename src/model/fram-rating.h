#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FramRater:
 * @FRAM_RATER_PARTICIPANT: the participant's own side
 * @FRAM_RATER_CASE_WORKER: the case worker's side
 *
 * Whose rating it is. Codes: participant, caseworker.
 */
typedef enum
{
  FRAM_RATER_PARTICIPANT,
  FRAM_RATER_CASE_WORKER,
  FRAM_N_RATERS
} FramRater;

/** FRAM_RATERS_BOTH: both sides, as bits: 1 << #FramRater. */
#define FRAM_RATERS_BOTH ((1u << FRAM_RATER_PARTICIPANT) | (1u << FRAM_RATER_CASE_WORKER))

const char *fram_rater_get_code (FramRater rater);
gboolean fram_rater_from_code (const char *code, FramRater *rater);
guint fram_raters_from_codes (const char *text);

G_END_DECLS
