#pragma once

#include "fram-status.h"

/* The attendance statuses of the programme `fram`, as its profile has them (DATA.md, "Codes"). */
static const FramStatus statuses[] = {
  { .row = 11, .code = (char *)"present", .counts = FRAM_COUNTS_PRESENT },
  { .row = 12, .code = (char *)"late", .counts = FRAM_COUNTS_PRESENT },
  { .row = 13, .code = (char *)"absent_notified", .counts = FRAM_COUNTS_ABSENT },
  { .row = 14, .code = (char *)"absent_unnotified", .counts = FRAM_COUNTS_ABSENT },
  { .row = 15, .code = (char *)"sick", .counts = FRAM_COUNTS_ABSENT },
  { .row = 16, .code = (char *)"leave", .counts = FRAM_COUNTS_NEITHER },
  { .row = 17, .code = (char *)"other_appointment", .counts = FRAM_COUNTS_NEITHER },
};

/* N S A O J L B, the letters that Swedish rosters use; a dot is unmarked. */
static inline const FramStatus *
status_of_letter (char letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if ("NSAOJLB"[i] == letter)
      return &statuses[i];
  return NULL;
}
