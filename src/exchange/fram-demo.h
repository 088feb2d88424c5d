#pragma once

#include "fram-record.h"

G_BEGIN_DECLS

/**
 * FramDemoOptions:
 * @participants: people in all, over all years; 0 for as many as keep @present people enrolled at the end
 * @present: people enrolled at the end, where @participants is 0
 * @years: years of history up to @until
 * @marks: at least so many attendance marks, for benchmarks: workshops then hold more than their capacity; 0 for a house
 *   that keeps within it
 * @until: the day the register is opened on; marks go up to the day before it
 * @seed: the same seed gives the same register
 * @staff: people who work there, at least 14
 *
 * How large a fictitious programme is to be. Start from %FRAM_DEMO_DEFAULTS.
 */
typedef struct
{
  int participants;
  int present;
  int years;
  gint64 marks;
  FramDate until;
  guint64 seed;
  int staff;
} FramDemoOptions;

#define FRAM_DEMO_DEFAULTS                                                                                             \
  ((FramDemoOptions){ .present = 160, .years = 3, .until = FRAM_DATE_NONE, .seed = 1, .staff = 20 })

FramDate fram_demo_default_until (FramDate today);
gboolean fram_demo_generate (const FramDemoOptions *options, FramRecordFunc sink, gpointer sink_data,
                             FramProgressFunc progress, gpointer progress_data, GError **error);

G_END_DECLS
