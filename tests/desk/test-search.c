/* Searching finds the same people however many there are: few are sorted, many are met in order of name. */

#include "fram-desk-files.h"
#include "fram-desk-people.h"
#include "fram-test.h"

#include <glib/gstdio.h>

#define N_PEOPLE 1500

typedef struct
{
  char *folder;
  char *path;
  FramDesk *desk;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
  FramDemoOptions options = FRAM_DEMO_DEFAULTS;
  g_autoptr (GError) error = NULL;

  options.participants = N_PEOPLE;
  options.years = 3;
  options.until = fram_test_date ("2026-11-12");
  f->folder = g_dir_make_tmp ("framsteg-search-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "framsteg.db", NULL);
  f->desk = fram_desk_create_demo (f->path, clock, &options, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  static const char *const parts[] = { "", "-wal", "-shm" };

  g_clear_object (&f->desk);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *file = g_strconcat (f->path, parts[i], NULL);

      g_unlink (file);
    }
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

static GPtrArray *
find (Fixture *f, const char *words, guint limit)
{
  FramPeopleQuery query = { .search = words, .limit = limit };
  g_autoptr (GError) error = NULL;
  GPtrArray *people = fram_desk_people (f->desk, &query, &error);

  g_assert_no_error (error);
  return people;
}

/* The first that a page shows are the first of all that there are. */
static void
test_first_of_all (Fixture *f, gconstpointer data)
{
  static const char *const words[] = { "f", "f202", "a", "s", "an", "björk", "soderstrom", "F2025-00", "a b", "xyzzy" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GPtrArray) all = find (f, words[i], 0);
      g_autoptr (GPtrArray) first = find (f, words[i], 20);

      g_assert_cmpuint (first->len, ==, MIN (all->len, 20));
      for (guint n = 0; n < first->len; n++)
        g_assert_cmpstr (((FramPersonRow *)first->pdata[n])->case_no, ==, ((FramPersonRow *)all->pdata[n])->case_no);
    }
}

static void
test_everybody_has_a_number (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) numbered = find (f, "f", 0);
  g_autoptr (GPtrArray) all = find (f, NULL, 0);

  g_assert_cmpuint (all->len, ==, N_PEOPLE);
  g_assert_cmpuint (numbered->len, >=, N_PEOPLE);
}

/* Names are found without their dots and rings, by the beginning of any word, in order of the alphabet. */
static void
test_folded (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) with = find (f, "björk", 0);
  g_autoptr (GPtrArray) without = find (f, "BJORK", 0);

  g_assert_cmpuint (with->len, >, 0);
  g_assert_cmpuint (with->len, ==, without->len);
  for (guint i = 0; i < with->len; i++)
    {
      const FramPersonRow *row = with->pdata[i];

      g_assert_true (strstr (row->name, "Björk") != NULL || row->is_protected);
      if (i > 0)
        g_assert_cmpstr (((FramPersonRow *)with->pdata[i - 1])->sort_key, <=, row->sort_key);
    }
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add ("/desk/search/first-of-all", Fixture, NULL, set_up, test_first_of_all, tear_down);
  g_test_add ("/desk/search/everybody", Fixture, NULL, set_up, test_everybody_has_a_number, tear_down);
  g_test_add ("/desk/search/folded", Fixture, NULL, set_up, test_folded, tear_down);
  return g_test_run ();
}
