#include "fram-test.h"

#include "fram-error.h"
#include "fram-slot.h"

static void
test_good (void)
{
  static const struct
  {
    const char *text, *spec, *shown;
    int minutes;
  } cases[] = {
    { "mon 09-12", "mon 09:00-12:00", "Mon 09–12", 180 },
    { "mon 09-12,wed 09:30-12", "mon 09:00-12:00,wed 09:30-12:00", "Mon 09–12, Wed 09.30–12", 330 },
    { "wed 9.30-12 , mon 9-12", "mon 09:00-12:00,wed 09:30-12:00", "Mon 09–12, Wed 09.30–12", 330 },
    { "mån 09-12,tis 09-12,ons 09-12,tors 09-12,fre 09-12",
      "mon 09:00-12:00,tue 09:00-12:00,wed 09:00-12:00,thu 09:00-12:00,fri 09:00-12:00",
      "Mon 09–12, Tue 09–12, Wed 09–12, Thu 09–12, Fri 09–12", 900 },
    { "Måndag 0900-1530", "mon 09:00-15:30", "Mon 09–15.30", 390 },
    { "MAN 13 - 15", "mon 13:00-15:00", "Mon 13–15", 120 },
    { "torsdag 13–15;Friday 8-10;", "thu 13:00-15:00,fri 08:00-10:00", "Thu 13–15, Fri 08–10", 240 },
    { "mon 13-15,mon 09-12", "mon 09:00-12:00,mon 13:00-15:00", "Mon 09–12, Mon 13–15", 300 },
    { "mon 09-12,mon 12-13", "mon 09:00-12:00,mon 12:00-13:00", "Mon 09–12, Mon 12–13", 240 },
    { "lör 10-14,sön 10-12", "sat 10:00-14:00,sun 10:00-12:00", "Sat 10–14, Sun 10–12", 360 },
    { "sun 00-24", "sun 00:00-24:00", "Sun 00–24", 1440 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) slots = fram_slots_parse (cases[i].text, &error);
      g_autofree char *spec = NULL, *shown = NULL;

      g_assert_no_error (error);
      spec = fram_slots_to_spec (slots);
      shown = fram_slots_format (slots);
      g_assert_cmpstr (spec, ==, cases[i].spec);
      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_cmpint (fram_slots_minutes (slots), ==, cases[i].minutes);
    }
}

/* What is written is read back the same. */
static void
test_round_trip (void)
{
  g_autoptr (GArray) slots = fram_slots_parse ("fre 08:05-08:50,mån 0-24,ons 12-23:59", NULL);
  g_autofree char *spec = fram_slots_to_spec (slots);
  g_autoptr (GArray) again = fram_slots_parse (spec, NULL);

  g_assert_cmpuint (slots->len, ==, 3);
  g_assert_cmpmem (slots->data, slots->len * sizeof (FramSlotSpec), again->data, again->len * sizeof (FramSlotSpec));
}

static void
test_bad (void)
{
  static const struct
  {
    const char *text, *says;
  } cases[] = {
    { "", "has no weekday" },
    { " , ", "has no weekday" },
    { NULL, "has no weekday" },
    { "09-12", "“09-12” names no weekday" },
    { "mon 09-12,13-15", "“13-15” names no weekday" },
    { "xyz 09-12", "“xyz” is no weekday" },
    { "mo 09-12", "“mo” is no weekday" },
    { "mon09-12", "“mon09-12” is no weekday" },
    { "mon", "“mon” has no times" },
    { "mon 09-12,tis", "“tis” has no times" },
    { "mon 09", "“09” is not a start and an end" },
    { "mon 09-", "“09-” is not a start and an end" },
    { "mon 09-25", "“09-25” is not a start and an end" },
    { "mon 09-12-13", "“09-12-13” is not a start and an end" },
    { "mon nine-12", "“nine-12” is not a start and an end" },
    { "mon 12-09", "Monday ends at 09:00, which is not after its start at 12:00" },
    { "tue 09-09", "Tuesday ends at 09:00, which is not after its start at 09:00" },
    { "mon 09-12,wed 09-12,mon 11-13", "Monday has 09–12 and 11–13, which overlap" },
    { "fri 09-12,fre 09-12", "Friday has 09–12 and 09–12, which overlap" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) slots = fram_slots_parse (cases[i].text, &error);

      g_assert_null (slots);
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
      if (strstr (error->message, cases[i].says) == NULL)
        g_error ("“%s” gives “%s”", cases[i].text, error->message);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
test_check (void)
{
  static const FramSlotSpec faults[] = { { 0, 540, 720 }, { 8, 540, 720 }, { 1, -1, 720 }, { 1, 540, 1441 } };
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (FramSlotSpec));

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;

      g_array_set_size (slots, 0);
      g_array_append_val (slots, faults[i]);
      g_assert_false (fram_slots_check (slots, &error));
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
    }
}

static void
test_weekdays (void)
{
  static const char *const words[7][6] = {
    { "mon", "Monday", "mån", "måndag", "MÅN.", "man" },    { "tue", "Tues", "tis", "tisdag", "Tis.", "tuesday" },
    { "wed", "Wednesday", "ons", "onsdag", "ONS", "wedn" }, { "thu", "thurs", "tor", "tors", "torsdag", "Thursday" },
    { "fri", "friday", "fre", "fredag", "Fre.", "FRI" },    { "sat", "saturday", "lör", "lördag", "lor", "Sat" },
    { "sun", "sunday", "sön", "söndag", "son", "SUN" },
  };

  for (int day = 0; day < 7; day++)
    for (guint i = 0; i < 6; i++)
      g_assert_cmpint (fram_weekday_parse (words[day][i]), ==, day + 1);
  g_assert_cmpint (fram_weekday_parse ("weds"), ==, 0);
  g_assert_cmpint (fram_weekday_parse ("m"), ==, 0);
  g_assert_cmpint (fram_weekday_parse ("mondays"), ==, 0);
  g_assert_cmpint (fram_weekday_parse (NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/calendar/slot/good", test_good);
  g_test_add_func ("/calendar/slot/round-trip", test_round_trip);
  g_test_add_func ("/calendar/slot/bad", test_bad);
  g_test_add_func ("/calendar/slot/check", test_check);
  g_test_add_func ("/calendar/slot/weekdays", test_weekdays);
  return g_test_run ();
}
