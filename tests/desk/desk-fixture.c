#include "desk-fixture.h"

#include "fram-changes.h"

#include <glib/gstdio.h>

void
fixture_set_up (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  f->directory = g_dir_make_tmp ("framsteg-desk-XXXXXX", NULL);
  f->path = g_build_filename (f->directory, "framsteg.db", NULL);
  f->clock = fram_clock_new_from_text ("2026-11-12T09:14");
  f->today = fram_clock_today (f->clock);
  f->desk = fram_desk_create (f->path, f->clock, "fram", &error);
  g_assert_no_error (error);
  g_assert_true (fram_desk_find_activity (f->desk, "snickeri", &f->snickeri, &error));
  f->amina = fixture_add (f, "Amina", "Hassan");
  f->bjorn = fixture_add (f, "Björn", "Ek");
  fixture_place (f, f->amina, "snickeri", "2026-10-01", "thu 09-12");
  fixture_place (f, f->bjorn, "snickeri", "2026-10-01", "tue 13-15, thu 09-11");
}

void
fixture_tear_down (Fixture *f, gconstpointer unused)
{
  static const char *const parts[] = { "", "-wal", "-shm" };

  g_clear_object (&f->desk);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *file = g_strconcat (f->path, parts[i], NULL);

      g_unlink (file);
    }
  g_rmdir (f->directory);
  fram_clock_unref (f->clock);
  g_free (f->amina);
  g_free (f->bjorn);
  g_free (f->path);
  g_free (f->directory);
}

char *
fixture_add (Fixture *f, const char *given, const char *family)
{
  FramPersonEdit edit = { .given_name = given,
                          .family_name = family,
                          .sex = "F",
                          .birth_date = fram_test_date ("1990-05-01"),
                          .organisation = "AF",
                          .enrolled = fram_test_date ("2026-09-01"),
                          .phone = "070-1740605" };
  g_autoptr (GError) error = NULL;
  char *case_no = fram_desk_add_person (f->desk, &edit, &error);

  g_assert_no_error (error);
  return case_no;
}

void
fixture_place (Fixture *f, const char *case_no, const char *workshop, const char *from, const char *slots)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_desk_place (f->desk, case_no, workshop, fram_test_date (from), FRAM_DATE_NONE, slots, &error));
  g_assert_no_error (error);
}

FramUuid
fixture_hire (Fixture *f, const char *name, FramRole role, const char *workshop)
{
  g_autoptr (FramStaff) staff = fram_staff_new ();
  g_autoptr (GError) error = NULL;
  FramUuid id;

  staff->name = g_strdup (name);
  fram_staff_add_role (staff, role, workshop, NULL);
  g_assert_true (fram_desk_save_staff (f->desk, staff, &id, &error));
  g_assert_no_error (error);
  return id;
}

void
fixture_sit (Fixture *f, const char *name)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_desk_sit_down_as (f->desk, name, &error));
  g_assert_no_error (error);
}

FramRoster *
fixture_roster (Fixture *f, const char *day)
{
  g_autoptr (GError) error = NULL;
  FramRoster *roster = fram_desk_roster (f->desk, &f->snickeri, fram_test_date (day), &error);

  g_assert_no_error (error);
  return roster;
}

FramRosterRow *
fixture_row (const FramRoster *roster, const char *name)
{
  for (guint i = 0; i < roster->rows->len; i++)
    {
      FramRosterRow *row = g_ptr_array_index (roster->rows, i);

      if (g_strcmp0 (row->name, name) == 0)
        return row;
    }
  return NULL;
}

FramRoster *
fixture_mark (Fixture *f, const char *day, const char *name, const char *status, GError **error)
{
  g_autoptr (FramRoster) roster = fixture_roster (f, day);
  FramRosterRow *row = fixture_row (roster, name);
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS, .status = status };

  g_assert_nonnull (row);
  if (fram_desk_needs_reason (f->desk, fram_test_date (day)))
    edit.reason = "found the paper list";
  return fram_desk_mark (f->desk, &f->snickeri, fram_test_date (day), 0, &row->enrolment, 1, &edit, NULL, error);
}

/* What a restart of the program finds. */
void
fixture_reopen (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&f->desk);
  f->desk = fram_desk_open (f->path, f->clock, &error);
  g_assert_no_error (error);
}

/* What another machine, or an import, has written: past the desk, as the system. */
void
fixture_put (Fixture *f, FramRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (f->path, f->clock, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (f->today);
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "test", NULL, &error);

  g_assert_cmpint (fram_changes_insert (changes, record, &error), ==, FRAM_WRITTEN_ADDED);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
  g_assert_no_error (error);
}
