#include "fram-test.h"

#include "fram-error.h"
#include "fram-holiday.h"
#include "fram-mark-check.h"
#include "fram-phase.h"
#include "fram-recurrence.h"
#include "fram-slot.h"

/* Run with LANGUAGE=sv and no Swedish locale: what a person reads about days, plans and marks has no English word. */

static void
test_dates (void)
{
  FramDate date = fram_test_date ("2026-11-12");
  g_autofree char *words = fram_date_to_words (date), *short_words = fram_date_to_short_words (date);
  g_autofree char *day_month = fram_date_to_day_month (date), *week = fram_date_to_week_text (date);

  g_assert_cmpstr (words, ==, "torsdag 12 november 2026");
  g_assert_cmpstr (short_words, ==, "tors 12 november");
  g_assert_cmpstr (day_month, ==, "12 november 2026");
  g_assert_cmpstr (week, ==, "v. 46");
}

static void
test_names (void)
{
  static const char *const weekdays[] = { "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag" };
  static const char *const months[] = { "januari", "februari", "mars",      "april",   "maj",      "juni",
                                        "juli",    "augusti",  "september", "oktober", "november", "december" };

  for (int i = 0; i < 7; i++)
    g_assert_cmpstr (fram_weekday_name (i + 1), ==, weekdays[i]);
  for (int i = 0; i < 12; i++)
    g_assert_cmpstr (fram_month_name (i + 1), ==, months[i]);
  g_assert_cmpstr (fram_phase_get_name (FRAM_PHASE_INTRODUCTION), ==, "Introduktion");
}

/* The sixteen holidays, as a Swedish almanac calls them; capitals do not matter here. */
static void
test_holidays (void)
{
  static const char *const names[] = {
    "nyårsdagen",    "trettondedag jul", "långfredagen",           "påskdagen",
    "annandag påsk", "första maj",       "kristi himmelsfärdsdag", "pingstdagen",
    "nationaldagen", "midsommarafton",   "midsommardagen",         "alla helgons dag",
    "julafton",      "juldagen",         "annandag jul",           "nyårsafton",
  };

  for (FramHoliday h = FRAM_HOLIDAY_NEW_YEAR; h < FRAM_N_HOLIDAYS; h++)
    {
      g_autofree char *name = g_utf8_strdown (fram_holiday_name (fram_holiday_date (h, 2026)), -1);

      g_test_message ("%s", name);
      g_assert_cmpstr (name, ==, names[h - 1]);
    }
}

static void
test_plan (void)
{
  g_autoptr (GArray) slots = fram_slots_parse ("wed 09:30-12,mon 09-12", NULL);
  g_autofree char *shown = fram_slots_format (slots), *spec = fram_slots_to_spec (slots);

  g_assert_cmpstr (shown, ==, "mån 09–12, ons 09.30–12");
  g_assert_cmpstr (spec, ==, "mon 09:00-12:00,wed 09:30-12:00"); /* what machines read stays */
}

/* Every way to refuse gives a sentence of its own that is not the English one. */
static void
test_refusals (void)
{
  static const char *const plans[] = { "", "09-12", "xyz 09-12", "mon", "mon 9", "mon 12-9", "mon 9-12,mon 11-13" };
  static const char *const english[] = { " the ", " is ", "write", "choose", " has ", "which", "weekday" };
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  FramMarkCheck check = FRAM_MARK_CHECK_INIT;
  GError *error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++, g_clear_error (&error))
    {
      g_assert_null (fram_slots_parse (plans[i], &error));
      g_ptr_array_add (sentences, g_strdup (error->message));
    }
  /* a sentence that begins with a weekday begins with a capital */
  g_assert_true (g_str_has_prefix (sentences->pdata[5], "Måndag slutar"));
  g_assert_true (g_str_has_prefix (sentences->pdata[6], "Måndag har"));
  g_assert_false (fram_recurrence_check ("x", &error));
  g_ptr_array_add (sentences, g_strdup (error->message));
  g_clear_error (&error);
  check.status = "present";
  check.day = fram_test_date ("2026-11-14");
  check.day_info = fram_day_info (check.day, NULL, 0);
  g_assert_false (fram_mark_check (&check, &error));
  g_assert_nonnull (strstr (error->message, "14 november 2026"));
  g_assert_nonnull (strstr (error->message, "lördag"));
  g_ptr_array_add (sentences, g_strdup (error->message));
  g_clear_error (&error);
  check.day_info.kind = FRAM_DAY_OPEN;
  check.attended_minutes = 1530;
  g_assert_false (fram_mark_check (&check, &error));
  g_assert_nonnull (strstr (error->message, "25,5"));
  g_ptr_array_add (sentences, g_strdup (error->message));
  g_clear_error (&error);
  for (guint i = 0; i < sentences->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (english); j++)
      if (strstr (sentences->pdata[i], english[j]) != NULL)
        g_error ("“%s” is not Swedish", (char *)sentences->pdata[i]);
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/rules/swedish/dates", test_dates);
  g_test_add_func ("/rules/swedish/names", test_names);
  g_test_add_func ("/rules/swedish/holidays", test_holidays);
  g_test_add_func ("/rules/swedish/plan", test_plan);
  g_test_add_func ("/rules/swedish/refusals", test_refusals);
  return g_test_run ();
}
