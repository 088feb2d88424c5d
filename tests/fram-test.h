#pragma once

#include "fram-date.h"
#include "fram-locale.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

/* Starts a test program in the locale of its environment, and makes sure that a Swedish one was really taken: under it a
 * decimal number has a comma, which no register file may ever see. */
static inline void
fram_test_init (int *argc, char ***argv)
{
  const char *wanted = g_getenv ("LC_ALL");

  fram_locale_init ();
  g_test_init (argc, argv, NULL);
  if (wanted != NULL && g_str_has_prefix (wanted, "sv_SE"))
    g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
}

/* The date of an ISO text that a test's author wrote. */
static inline FramDate
fram_test_date (const char *text)
{
  FramDate date = fram_date_parse (text);

  g_assert_cmpint (date, !=, FRAM_DATE_NONE);
  return date;
}

#define fram_assert_date(date, text)                                                                                   \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *fram_assert_text_ = fram_date_to_text (date);                                                     \
    g_assert_cmpstr (fram_assert_text_, ==, text);                                                                     \
  }                                                                                                                    \
  G_STMT_END
