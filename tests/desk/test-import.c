#include "desk-fixture.h"

#include "fram-rights.h"

#include <glib/gstdio.h>

/* Importing as the person at the keyboard does it: what is added, what differs, who may, stopping, and taking it back. */

static char *
test_file (const char *folder, const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", folder, name, NULL);
}

static FramImportResult *
import (Fixture *f, const char *path, gboolean dry_run)
{
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autoptr (GError) error = NULL;
  FramImportResult *result = fram_desk_import (f->desk, path, dry_run, problems, NULL, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static void
import_people (Fixture *f)
{
  g_autofree char *people = test_file ("import", "deltagare.csv");
  g_autoptr (FramImportResult) result = import (f, people, FALSE);

  g_assert_cmpuint (result->rows, ==, 3);
  g_assert_cmpuint (result->added, ==, 9);
}

static guint
n_people (Fixture *f)
{
  FramPeopleQuery query = { .search = NULL };
  g_autoptr (GPtrArray) people = fram_desk_people (f->desk, &query, NULL);

  return people->len;
}

/* Lists as spreadsheets save them, in Swedish; a rehearsal first. */
static void
test_lists (Fixture *f, gconstpointer unused)
{
  g_autofree char *marks = test_file ("import", "narvaro.csv");
  g_autoptr (FramImportResult) rehearsed = NULL, first = NULL, again = NULL;

  import_people (f);
  g_assert_cmpuint (n_people (f), ==, 5);
  rehearsed = import (f, marks, TRUE);
  g_assert_cmpuint (rehearsed->added, ==, 4);
  first = import (f, marks, FALSE);
  g_assert_cmpuint (first->added, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (first->read_as, 0), ==,
                   "narvaro.csv: Attendance · semicolons, Windows-1252, decimal commas");
  again = import (f, marks, FALSE);
  g_assert_cmpuint (again->added, ==, 0);
  g_assert_cmpuint (again->same, ==, 4);
}

/* One step back and one step forth, and an import that adds nothing is no step. */
static void
test_undo (Fixture *f, gconstpointer unused)
{
  g_autofree char *marks = test_file ("import", "narvaro.csv");
  g_autofree char *what = NULL, *again = NULL;
  g_autoptr (FramImportResult) result = NULL, nothing = NULL;
  g_autoptr (GError) error = NULL;
  guint before = n_people (f);

  import_people (f);
  result = import (f, marks, FALSE);
  nothing = import (f, marks, FALSE);
  g_assert_true (fram_desk_undo (f->desk, &what, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (what, ==, "Undone: The files are imported.");
  g_assert_cmpuint (n_people (f), ==, before + 3);
  g_assert_true (fram_desk_undo (f->desk, NULL, &error));
  g_assert_cmpuint (n_people (f), ==, before);
  g_assert_true (fram_desk_redo (f->desk, &again, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_people (f), ==, before + 3);
  g_assert_true (fram_desk_undo (f->desk, NULL, &error));
  g_assert_cmpuint (n_people (f), ==, before);
}

static FramDesk *
other_desk (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  FramDesk *desk = fram_desk_open (f->path, f->clock, &error);

  g_assert_no_error (error);
  return desk;
}

static void
undo_refused (Fixture *f, guint people)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (fram_desk_undo (f->desk, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_CHANGED);
  g_assert_true (g_str_has_prefix (error->message, "This cannot be undone"));
  g_assert_cmpuint (n_people (f), ==, people);
}

/* Somebody else has placed one of the people meanwhile: they are not taken away from under that. */
static void
test_undo_placed (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramDesk) other = NULL;
  FramDesk *own = f->desk;

  import_people (f);
  other = other_desk (f);
  f->desk = other;
  fixture_place (f, "M2026-0101", "snickeri", "2026-10-01", "thu 09-12");
  f->desk = own;
  undo_refused (f, 5);
}

static void
test_undo_marked (Fixture *f, gconstpointer unused)
{
  g_autofree char *marks = test_file ("import", "narvaro.csv");
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autoptr (FramImportResult) result = NULL;
  g_autoptr (FramDesk) other = NULL;
  g_autoptr (GError) error = NULL;

  import_people (f);
  other = other_desk (f);
  result = fram_desk_import (other, marks, FALSE, problems, NULL, NULL, &error);
  g_assert_no_error (error);
  undo_refused (f, 5);
  g_assert_true (fram_desk_undo (other, NULL, &error));
}

/* A mark that was changed since stays as it was changed. */
static void
test_undo_changed (Fixture *f, gconstpointer unused)
{
  g_autofree char *marks = test_file ("import", "narvaro.csv");
  g_autoptr (FramImportResult) result = NULL;
  g_autoptr (FramDesk) other = NULL;
  FramDesk *own = f->desk;

  import_people (f);
  result = import (f, marks, FALSE);
  other = other_desk (f);
  f->desk = other;
  fram_roster_free (fixture_mark (f, "2026-10-05", "Leyla Yıldız", "sick", NULL));
  f->desk = own;
  undo_refused (f, 5);
}

/* The whole example register is one step; back takes seconds and can be stopped, and then nothing has changed. */

typedef struct
{
  guint told;
  guint stop_at;
  gint64 stopped;
} Watch;

static gboolean
watch (guint64 done, guint64 total, gpointer data)
{
  Watch *self = data;

  g_assert_cmpuint (done, <=, total);
  if (++self->told != self->stop_at)
    return TRUE;
  self->stopped = g_get_monotonic_time ();
  return FALSE;
}

typedef struct
{
  GMainLoop *loop;
  char *what;
  GError *error;
} Answer;

static void
on_undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->what = fram_desk_undo_finish (FRAM_DESK (source), result, &answer->error);
  g_main_loop_quit (answer->loop);
}

/* The main loop asks the desk in passing, as pages do, and is not kept waiting. */
static gboolean
on_tick (gpointer data)
{
  gint64 before = g_get_monotonic_time ();
  gint64 *worst = g_object_get_data (data, "worst");

  fram_viewer_unref (fram_desk_dup_viewer (data));
  *worst = MAX (*worst, g_get_monotonic_time () - before);
  return G_SOURCE_CONTINUE;
}

static Answer
undo_watched (Fixture *f, Watch *watched, gint64 *worst)
{
  Answer answer = { g_main_loop_new (NULL, FALSE), NULL, NULL };
  guint tick;

  g_object_set_data (G_OBJECT (f->desk), "worst", worst);
  tick = g_timeout_add (5, on_tick, f->desk);
  fram_desk_undo_watched_async (f->desk, FALSE, watch, watched, on_undone_cb, &answer);
  g_main_loop_run (answer.loop);
  g_source_remove (tick);
  g_main_loop_unref (answer.loop);
  return answer;
}

static void
test_large (Fixture *f, gconstpointer unused)
{
  g_autofree char *all = g_test_build_filename (G_TEST_DIST, "data", "fram", NULL);
  g_autoptr (FramImportResult) result = import (f, all, FALSE);
  Watch stopping = { 0, 20, 0 }, going = { 0, 0, 0 };
  gint64 worst = 0, begin;
  Answer answer;

  g_assert_cmpuint (result->added, >, 100000);
  answer = undo_watched (f, &stopping, &worst);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_test_message ("stopping took %.0f ms", (double)(g_get_monotonic_time () - stopping.stopped) / 1000);
  g_clear_error (&answer.error);
  g_assert_cmpuint (n_people (f), ==, 972 + 2);
  begin = g_get_monotonic_time ();
  answer = undo_watched (f, &going, &worst);
  g_assert_no_error (answer.error);
  g_assert_cmpstr (answer.what, ==, "Undone: The files are imported.");
  g_test_message ("undoing %u records took %.2f s, the main loop waited for the desk at most %.1f ms", result->added,
                  (double)(g_get_monotonic_time () - begin) / 1e6, (double)worst / 1000);
  g_free (answer.what);
  g_assert_cmpuint (going.told, >, 100);
  g_assert_cmpuint (n_people (f), ==, 2);
}

/* Stopped at any moment, nothing is there. */
static void
test_stopped (Fixture *f, gconstpointer unused)
{
  g_autofree char *all = g_test_build_filename (G_TEST_DIST, "data", "fram-small", NULL);

  for (guint at = 1; at < 60; at += at < 6 ? 1 : 9)
    {
      g_autoptr (FramProblems) problems = fram_problems_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (FramImportResult) result = NULL;
      Watch watched = { 0, at, 0 };

      result = fram_desk_import (f->desk, all, FALSE, problems, watch, &watched, &error);
      if (watched.stopped == 0)
        break;
      /* at the very end it is too late to stop */
      if (result != NULL)
        break;
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpstr (error->message, ==, "The import was stopped; nothing was changed.");
      g_assert_cmpuint (n_people (f), ==, 2);
      g_assert_cmpuint (fram_problems_get_count (problems), ==, 0);
    }
}

/* What differs is told by thing and field with both values, as far as one may see them. */
static void
test_differences (Fixture *f, gconstpointer unused)
{
  g_autofree char *changed = g_build_filename (f->directory, "changed.csv", NULL);
  g_autofree char *said = NULL, *hidden = NULL;
  g_autoptr (FramImportResult) result = NULL, less = NULL;
  const FramImportDifference *difference;

  import_people (f);
  g_assert_true (
      g_file_set_contents (changed,
                           "Ärendenr;Förnamn;Efternamn;Kön;Födelsedatum;Anvisare;Anvisningsdatum;Beslut;Inskriven\n"
                           "M2026-0101;Åsa;Öberg;F;1988-04-02;AF;2026-08-11;Antagen;2026-09-01\n",
                           -1, NULL));
  result = import (f, changed, FALSE);
  g_assert_cmpuint (result->added, ==, 0);
  g_assert_cmpuint (result->differing, ==, 1);
  g_assert_cmpuint (result->differences->len, ==, 1);
  difference = g_ptr_array_index (result->differences, 0);
  said = fram_import_difference_format (difference);
  g_assert_cmpstr (
      said, ==, "M2026-0101, referral: date of referral is “2026-08-10” in the register and “2026-08-11” in the file.");
  fixture_hire (f, "Alva Berg", FRAM_ROLE_ADMINISTRATOR, NULL);
  fixture_sit (f, "Alva Berg");
  less = import (f, changed, TRUE);
  difference = g_ptr_array_index (less->differences, 0);
  g_assert_cmpstr (difference->before, ==, "2026-08-10");
  g_unlink (changed);
}

static void
test_rights (Fixture *f, gconstpointer unused)
{
  g_autofree char *people = test_file ("import", "deltagare.csv");
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autoptr (GError) error = NULL;

  fixture_hire (f, "Hanna Dahl", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Alva Berg", FRAM_ROLE_ADMINISTRATOR, NULL);
  fixture_sit (f, "Hanna Dahl");
  g_assert_false (fram_desk_may_import (f->desk, NULL));
  g_assert_null (fram_desk_import (f->desk, people, FALSE, problems, NULL, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
  fixture_sit (f, "Alva Berg");
  g_assert_true (fram_desk_may_import (f->desk, NULL));
  import_people (f);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *f, gconstpointer unused);
  } tests[] = {
    { "lists as spreadsheets save them", test_lists },
    { "an import is one step back and one forth", test_undo },
    { "who was placed since is not taken out", test_undo_placed },
    { "who was marked since is not taken out", test_undo_marked },
    { "what was changed since is not taken back", test_undo_changed },
    { "a hundred thousand records are one step, with progress", test_large },
    { "stopped at any moment nothing is there", test_stopped },
    { "differences are told with both values", test_differences },
    { "only an administrator imports", test_rights },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/desk/import/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, fixture_set_up, tests[i].run, fixture_tear_down);
    }
  return g_test_run ();
}
