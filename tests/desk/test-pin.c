#include "desk-fixture.h"

#include "fram-clock.h"
#include "fram-desk-pin.h"
#include "fram-desk-private.h"
#include "fram-pin.h"

#include <glib/gstdio.h>
#include <string.h>

/* A shared computer: who knows a PIN sits down, who guesses waits, and nothing shortens the wait. */

#define NINE   G_GINT64_CONSTANT (1794470400000) /* 2026-11-12 08:00 UTC */
#define SECOND 1000
#define RIGHT  "407193"

static gint64 steady;

static gint64
steady_now (void)
{
  return steady;
}

/* The wall clock and the one that nobody turns. */
static void
at (FramDesk *desk, gint64 wall, gint64 running)
{
  g_autoptr (FramClock) clock = fram_clock_new_fixed (wall);

  steady = running;
  fram_desk_set_pin_time (desk, clock, steady_now);
}

static FramUuid
eva (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  FramUuid id = fixture_hire (f, "Eva Lind", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");

  g_assert_true (fram_desk_choose_pin (f->desk, &id, RIGHT, &error));
  g_assert_no_error (error);
  at (f->desk, NINE, 0);
  return id;
}

static void
try (FramDesk *desk, const FramUuid *who, const char *pin, const char *answer)
{
  g_autoptr (GError) error = NULL;
  gboolean right = fram_desk_check_pin (desk, who, pin, &error);

  g_assert_true (right == (answer == NULL));
  g_assert_cmpstr (error != NULL ? error->message : NULL, ==, answer);
}

#define WRONG "That is not the PIN."
#define WAIT  "There were too many wrong tries."

static void
test_right_and_wrong (Fixture *f, gconstpointer unused)
{
  FramUuid who = eva (f);

  g_assert_true (fram_desk_has_pin (f->desk, &who));
  try (f->desk, &who, "407194", WRONG);
  try (f->desk, &who, "40719", WRONG);
  try (f->desk, &who, RIGHT, NULL);
  /* the right one has wiped out the wrong ones */
  try (f->desk, &who, "1", WRONG);
  try (f->desk, &who, "", WRONG);
  try (f->desk, &who, RIGHT, NULL);
}

static void
test_easy_ones_are_refused (Fixture *f, gconstpointer unused)
{
  static const char *const easy[] = { "0000", "1234",   "4321", "7890",          "987654",
                                      "1212", "123123", "2580", "111111",        "0123456789",
                                      "12",   "",       "12a4", "1234567890123", "１２４８" };
  FramUuid who = fixture_hire (f, "Eva Lind", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");

  for (guint i = 0; i < G_N_ELEMENTS (easy); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (fram_desk_choose_pin (f->desk, &who, easy[i], &error));
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
    }
  g_assert_false (fram_desk_has_pin (f->desk, &who));
}

static gboolean
is_in_file (const char *path, const char *what)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;

  if (!g_file_get_contents (path, &bytes, &size, NULL))
    return FALSE;
  return memmem (bytes, size, what, strlen (what)) != NULL;
}

static void
test_is_in_no_file_and_no_log (Fixture *f, gconstpointer unused)
{
  static const char *const parts[] = { "", "-wal", "-shm" };
  FramUuid who = eva (f);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) log = NULL;

  try (f->desk, &who, "862915", WRONG);
  try (f->desk, &who, RIGHT, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *file = g_strconcat (f->path, parts[i], NULL);

      g_assert_false (is_in_file (file, RIGHT));
      g_assert_false (is_in_file (file, "862915"));
    }
  log = fram_desk_log (f->desk, NULL, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < log->len; i++)
    g_assert_null (strstr (((const FramLogLine *)g_ptr_array_index (log, i))->detail, "pin"));
}

/* 30 s after the third wrong try, then twice as long each time, at most 15 minutes. */
static void
test_guessing_takes_longer_and_longer (Fixture *f, gconstpointer unused)
{
  static const int delays[] = { 30, 60, 120, 240, 480, 900, 900 };
  FramUuid who = eva (f);
  gint64 now = 0;

  try (f->desk, &who, "1", WRONG);
  try (f->desk, &who, "2", WRONG);
  for (guint i = 0; i < G_N_ELEMENTS (delays); i++)
    {
      g_autofree char *text = fram_pin_wait_text (delays[i]);
      g_autofree char *said = g_strconcat (WRONG, " ", text, NULL);

      try (f->desk, &who, "3", said);
      g_assert_cmpint (fram_desk_pin_wait (f->desk, &who), ==, delays[i]);
      now += delays[i] * SECOND;
      at (f->desk, NINE + now - 500, now - 500);
      /* half a second too early not even the right one helps */
      try (f->desk, &who, RIGHT, WAIT " Try again in 1 second.");
      at (f->desk, NINE + now, now);
    }
  try (f->desk, &who, RIGHT, NULL);
  g_assert_cmpint (fram_desk_pin_wait (f->desk, &who), ==, 0);
}

static void
guess_three (FramDesk *desk, const FramUuid *who)
{
  try (desk, who, "1", WRONG);
  try (desk, who, "2", WRONG);
  try (desk, who, "3", WRONG " Try again in 30 seconds.");
}

static void
test_a_restart_does_not_help (Fixture *f, gconstpointer unused)
{
  FramUuid who = eva (f);

  guess_three (f->desk, &who);
  fixture_reopen (f);
  at (f->desk, NINE + 10 * SECOND, 0);
  try (f->desk, &who, RIGHT, WAIT " Try again in 20 seconds.");
  at (f->desk, NINE + 30 * SECOND, 0);
  try (f->desk, &who, "4", WRONG " Try again in 60 seconds.");
  fixture_reopen (f);
  at (f->desk, NINE + 90 * SECOND, 0);
  try (f->desk, &who, RIGHT, NULL);
}

static void
test_a_clock_turned_back_does_not_help (Fixture *f, gconstpointer unused)
{
  FramUuid who = eva (f);

  guess_three (f->desk, &who);
  /* a year back, after a restart: the whole delay begins anew, and no longer than that */
  fixture_reopen (f);
  at (f->desk, NINE - G_GINT64_CONSTANT (31536000000), 0);
  try (f->desk, &who, RIGHT, WAIT " Try again in 30 seconds.");
  at (f->desk, NINE - G_GINT64_CONSTANT (31536000000) + 29 * SECOND, 0);
  try (f->desk, &who, RIGHT, WAIT " Try again in 1 second.");
  at (f->desk, NINE - G_GINT64_CONSTANT (31536000000) + 30 * SECOND, 0);
  try (f->desk, &who, RIGHT, NULL);
}

static void
test_a_clock_turned_forward_does_not_help (Fixture *f, gconstpointer unused)
{
  FramUuid who = eva (f);

  guess_three (f->desk, &who);
  at (f->desk, NINE + G_GINT64_CONSTANT (31536000000), 10 * SECOND);
  try (f->desk, &who, RIGHT, WAIT " Try again in 20 seconds.");
}

static void
test_two_programs_share_the_tries (Fixture *f, gconstpointer unused)
{
  FramUuid who = eva (f);
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDesk) other = fram_desk_open (f->path, f->clock, &error);

  g_assert_no_error (error);
  at (other, NINE, 0);
  try (f->desk, &who, "1", WRONG);
  try (other, &who, "2", WRONG);
  try (f->desk, &who, "3", WRONG " Try again in 30 seconds.");
  try (other, &who, RIGHT, WAIT " Try again in 30 seconds.");
}

static void
test_another_person_does_not_wait (Fixture *f, gconstpointer unused)
{
  FramUuid who = eva (f);
  FramUuid mats = fixture_hire (f, "Mats Ek", FRAM_ROLE_MANAGER, NULL);

  g_assert_true (fram_desk_choose_pin (f->desk, &mats, "52914", NULL));
  guess_three (f->desk, &who);
  try (f->desk, &mats, "52914", NULL);
}

static void
test_changing_asks_for_the_old_one (Fixture *f, gconstpointer unused)
{
  FramUuid who = eva (f);
  g_autoptr (GError) error = NULL;

  fixture_sit (f, "Eva Lind");
  g_assert_false (fram_desk_change_pin (f->desk, "999", "60718", &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_false (fram_desk_change_pin (f->desk, RIGHT, "1111", &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (fram_desk_change_pin (f->desk, RIGHT, "60718", &error));
  g_assert_no_error (error);
  try (f->desk, &who, RIGHT, WRONG);
  try (f->desk, &who, "60718", NULL);
  g_assert_true (fram_desk_change_pin (f->desk, "60718", NULL, &error));
  g_assert_false (fram_desk_has_pin (f->desk, &who));
}

static void
test_who_has_one_does_not_choose_again (Fixture *f, gconstpointer unused)
{
  FramUuid who = eva (f);
  g_autoptr (GError) error = NULL;

  g_assert_false (fram_desk_choose_pin (f->desk, &who, "60718", &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_EXISTS);
  try (f->desk, &who, RIGHT, NULL);
}

static gboolean
log_tells (Fixture *f, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) log = NULL;
  gboolean told = FALSE;

  fixture_reopen (f); /* the owner reads it */
  log = fram_desk_log (f->desk, NULL, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < log->len; i++)
    told = told || g_strcmp0 (((const FramLogLine *)g_ptr_array_index (log, i))->detail, what) == 0;
  return told;
}

static void
test_an_administrator_resets_and_others_do_not (Fixture *f, gconstpointer unused)
{
  FramUuid who = eva (f);
  FramUuid anna = fixture_hire (f, "Anna Admin", FRAM_ROLE_ADMINISTRATOR, NULL);
  g_autoptr (GError) error = NULL;

  fixture_hire (f, "Mats Ek", FRAM_ROLE_MANAGER, NULL);
  fixture_sit (f, "Mats Ek");
  g_assert_false (fram_desk_reset_pin (f->desk, &who, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
  g_clear_error (&error);
  guess_three (f->desk, &who);
  fixture_sit (f, "Anna Admin");
  g_assert_false (fram_desk_reset_pin (f->desk, &anna, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_true (fram_desk_reset_pin (f->desk, &who, &error));
  g_assert_no_error (error);
  g_assert_false (fram_desk_has_pin (f->desk, &who));
  g_assert_cmpint (fram_desk_pin_wait (f->desk, &who), ==, 0);
  g_assert_true (log_tells (f, "pin removed: Eva Lind"));
}

static void
test_a_backup_carries_it (Fixture *f, gconstpointer unused)
{
  FramUuid who = eva (f);
  g_autofree char *backup = g_build_filename (f->directory, "copy.backup", NULL);
  g_autoptr (FramDesk) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) holders = NULL;

  g_assert_true (fram_desk_backup (f->desk, backup, &error));
  copy = fram_desk_open (backup, f->clock, &error);
  g_assert_no_error (error);
  try (copy, &who, RIGHT, NULL);
  holders = fram_desk_pin_holders (copy, &error);
  g_assert_cmpuint (holders->len, ==, 1);
  g_clear_object (&copy);
  g_unlink (backup);
}

static void
test_an_export_does_not_carry_it (Fixture *f, gconstpointer unused)
{
  g_autofree char *out = g_build_filename (f->directory, "out", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) files = NULL;
  const char *name;

  eva (f);
  g_assert_true (fram_desk_export (f->desk, out, NULL, NULL, &error));
  g_assert_no_error (error);
  files = g_dir_open (out, 0, NULL);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *file = g_build_filename (out, name, NULL);

      g_assert_false (is_in_file (file, RIGHT));
      g_assert_false (is_in_file (file, "$y$"));
      g_unlink (file);
    }
  g_rmdir (out);
}

static void
test_a_check_takes_its_time (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = fram_pin_hash (RIGHT, &error);
  gint64 begun = g_get_monotonic_time ();

  g_assert_no_error (error);
  g_assert_true (fram_pin_matches (RIGHT, hash));
  g_assert_cmpint (g_get_monotonic_time () - begun, >, 20 * G_TIME_SPAN_MILLISECOND);
  g_test_message ("a check takes %d ms", (int)((g_get_monotonic_time () - begun) / 1000));
  g_assert_false (fram_pin_matches ("407194", hash));
  g_assert_false (fram_pin_matches (RIGHT, "no hash"));
}

#define ADD(name, func) g_test_add ("/desk/pin/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("right-and-wrong", test_right_and_wrong);
  ADD ("easy-ones-are-refused", test_easy_ones_are_refused);
  ADD ("is-in-no-file-and-no-log", test_is_in_no_file_and_no_log);
  ADD ("guessing-takes-longer-and-longer", test_guessing_takes_longer_and_longer);
  ADD ("a-restart-does-not-help", test_a_restart_does_not_help);
  ADD ("a-clock-turned-back-does-not-help", test_a_clock_turned_back_does_not_help);
  ADD ("a-clock-turned-forward-does-not-help", test_a_clock_turned_forward_does_not_help);
  ADD ("two-programs-share-the-tries", test_two_programs_share_the_tries);
  ADD ("another-person-does-not-wait", test_another_person_does_not_wait);
  ADD ("changing-asks-for-the-old-one", test_changing_asks_for_the_old_one);
  ADD ("who-has-one-does-not-choose-again", test_who_has_one_does_not_choose_again);
  ADD ("an-administrator-resets-and-others-do-not", test_an_administrator_resets_and_others_do_not);
  ADD ("a-backup-carries-it", test_a_backup_carries_it);
  ADD ("an-export-does-not-carry-it", test_an_export_does_not_carry_it);
  g_test_add_func ("/desk/pin/a-check-takes-its-time", test_a_check_takes_its_time);
  return g_test_run ();
}
