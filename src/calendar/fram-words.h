#pragma once

#include "fram-date.h"

G_BEGIN_DECLS

const char *fram_weekday_name (int weekday);
const char *fram_weekday_short_name (int weekday);
const char *fram_month_name (int month);

char *fram_date_to_words (FramDate date);
char *fram_date_to_short_words (FramDate date);
char *fram_date_to_day_month (FramDate date);
char *fram_date_to_near_words (FramDate date, FramDate today);
char *fram_date_to_week_text (FramDate date);
char *fram_date_range_to_text (FramDate from, FramDate to);
char *fram_time_to_words (int minutes);
char *fram_time_range_to_text (int from, int to);
char *fram_hours_to_words (int minutes);

G_END_DECLS
