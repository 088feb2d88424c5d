#include "store-fixture.h"

#include <glib/gstdio.h>

static const char *const status_codes[TEST_N_STATUSES] = { "present", "late", "sick", "leave" };
static const char *const workshop_codes[] = { "snickeri", "tradgard" };
static const char *const staff_names[] = { "Anna Ek", "Bo Ask", "Cilla Alm" };

/* In memory where that is to be had: the suite looks at what is written, not at how fast a disk is. */
char *
test_folder_new (void)
{
  g_autofree char *template = NULL;
  char *folder;

  if (g_access ("/dev/shm", W_OK) == 0)
    template = g_strdup ("/dev/shm/fram-store-XXXXXX");
  else
    template = g_build_filename (g_get_tmp_dir (), "fram-store-XXXXXX", NULL);
  folder = g_mkdtemp_full (template, 0755);
  g_assert_nonnull (folder);
  return g_steal_pointer (&template);
}

void
test_folder_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_remove (path) != 0)
        test_folder_remove (path);
    }
  g_rmdir (folder);
}

void
test_copy_file (const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size;

  g_file_get_contents (from, &bytes, &size, &error);
  g_assert_no_error (error);
  g_unlink (to);
  g_file_set_contents_full (to, bytes, (gssize)size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

FramUuid
test_person (guint i)
{
  g_autofree char *code = g_strdup_printf ("F2026-%04u", i + 1);

  return fram_id_participant (code);
}

FramUuid
test_enrolment (guint i)
{
  g_autofree char *code = g_strdup_printf ("F2026-%04u", i + 1);

  return fram_id_enrolment (code);
}

FramUuid
test_placement (guint i)
{
  g_autofree char *code = g_strdup_printf ("%u", i);

  return fram_uuid_derive ("test-placement", code);
}

FramUuid
test_workshop (guint i)
{
  return fram_id_workshop (FRAM_SITE_DEFAULT, workshop_codes[i]);
}

FramUuid
test_status (guint i)
{
  return fram_id_attendance_status (status_codes[i]);
}

FramUuid
test_staff (guint i)
{
  return fram_id_staff (staff_names[i]);
}

FramUuid
test_group (void)
{
  return fram_id_activity_group ("aterhamtning-1");
}

/* Writes one record in an action of its own. */
FramWritten
test_write (FramDb *db, FramRecord *record)
{
  g_autoptr (FramViewer) system = fram_viewer_new_system (fram_test_date (TEST_TODAY));
  g_autoptr (GError) error = NULL;
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "test", NULL, &error);
  FramWritten written;

  g_assert_no_error (error);
  written = fram_changes_insert (changes, record, &error);
  g_assert_no_error (error);
  fram_changes_commit (changes, NULL, &error);
  g_assert_no_error (error);
  return written;
}

static void
insert (FramChanges *changes, FramRecord *record)
{
  g_autoptr (GError) error = NULL;

  fram_changes_insert (changes, record, &error);
  g_assert_no_error (error);
  fram_record_free (record);
}

static FramRecord *
named (FramEntity entity, FramUuid id, const char *code, const char *name)
{
  FramRecord *r = fram_record_new (entity, &id);

  fram_record_set_text (r, "code", code);
  fram_record_set_text (r, "name_sv", name);
  fram_record_set_text (r, "name_en", name);
  return r;
}

static void
insert_house (FramChanges *changes)
{
  FramUuid kind = fram_id_group_kind ("aterhamtningsgrupp"), group = test_group ();
  FramRecord *r;

  for (guint i = 0; i < G_N_ELEMENTS (workshop_codes); i++)
    insert (changes, named (FRAM_ENTITY_WORKSHOP, test_workshop (i), workshop_codes[i], workshop_codes[i]));
  for (guint i = 0; i < TEST_N_STATUSES; i++)
    {
      r = named (FRAM_ENTITY_ATTENDANCE_STATUS, test_status (i), status_codes[i], status_codes[i]);
      fram_record_set_text (r, "letter_sv", "x");
      fram_record_set_text (r, "letter_en", "x");
      fram_record_set_text (r, "shape", "disc");
      fram_record_set_text (r, "counts_as", i < TEST_SICK ? "present" : i == TEST_SICK ? "absent" : "neither");
      insert (changes, r);
    }
  for (guint i = 0; i < G_N_ELEMENTS (staff_names); i++)
    {
      FramUuid id = test_staff (i);

      r = fram_record_new (FRAM_ENTITY_STAFF, &id);
      fram_record_set_text (r, "name", staff_names[i]);
      insert (changes, r);
    }
  insert (changes, named (FRAM_ENTITY_GROUP_KIND, kind, "aterhamtningsgrupp", "Återhämtningsgrupp"));
  r = fram_record_new (FRAM_ENTITY_ACTIVITY_GROUP, &group);
  fram_record_set_ref (r, "group_kind", &kind);
  fram_record_set_text (r, "code", "aterhamtning-1");
  insert (changes, r);
}

static void
insert_person (FramChanges *changes, guint i)
{
  FramUuid person = test_person (i), enrolment = test_enrolment (i), placement = test_placement (i);
  FramUuid workshop = test_workshop (0);
  g_autofree char *code = g_strdup_printf ("F2026-%04u", i + 1);
  g_autofree char *name = g_strdup_printf ("Åsa %u", i + 1);
  FramRecord *r = fram_record_new (FRAM_ENTITY_PARTICIPANT, &person);

  fram_record_set_text (r, "case_no", code);
  fram_record_set_text (r, "given_name", name);
  fram_record_set_text (r, "family_name", "Öberg");
  insert (changes, r);
  r = fram_record_new (FRAM_ENTITY_ENROLMENT, &enrolment);
  fram_record_set_ref (r, "participant", &person);
  fram_record_set_date (r, "enrolled", fram_test_date ("2026-01-12"));
  insert (changes, r);
  r = fram_record_new (FRAM_ENTITY_PLACEMENT, &placement);
  fram_record_set_ref (r, "enrolment", &enrolment);
  fram_record_set_ref (r, "activity", &workshop);
  fram_record_set_date (r, "from_day", fram_test_date ("2026-02-02"));
  insert (changes, r);
}

static void
fill (FramDb *db, guint n_people)
{
  g_autoptr (FramViewer) system = fram_viewer_new_system (fram_test_date (TEST_TODAY));
  g_autoptr (GError) error = NULL;
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "test", NULL, &error);

  g_assert_no_error (error);
  insert_house (changes);
  for (guint i = 0; i < n_people; i++)
    insert_person (changes, i);
  fram_changes_commit (changes, NULL, &error);
  g_assert_no_error (error);
}

/* Makes a register at @path and closes it. */
void
test_register_make (const char *path, guint n_people)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text (TEST_TODAY "T09:00");
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_create (path, clock, &error);

  g_assert_no_error (error);
  fill (db, n_people);
}

TestRegister *
test_register_new (guint n_people)
{
  TestRegister *self = g_new0 (TestRegister, 1);
  g_autoptr (GError) error = NULL;

  self->folder = test_folder_new ();
  self->path = g_build_filename (self->folder, "register.fram", NULL);
  self->clock = fram_clock_new_from_text (TEST_TODAY "T09:00");
  self->system = fram_viewer_new_system (fram_test_date (TEST_TODAY));
  self->n_people = n_people;
  self->db = fram_db_create (self->path, self->clock, &error);
  g_assert_no_error (error);
  fill (self->db, n_people);
  return self;
}

void
test_register_free (TestRegister *self)
{
  g_clear_pointer (&self->db, fram_db_close);
  test_folder_remove (self->folder);
  fram_viewer_unref (self->system);
  fram_clock_unref (self->clock);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

void
test_register_reopen (TestRegister *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->db, fram_db_close);
  self->db = fram_db_open (self->path, self->clock, &error);
  g_assert_no_error (error);
}

/* One of the staff, without a role yet. */
FramViewer *
test_viewer (FramDb *db, guint staff)
{
  FramUuid id = test_staff (staff);
  gint64 row = fram_db_find_row (db, &id);

  g_assert_cmpint (row, !=, 0);
  return fram_viewer_new (row, &id, staff_names[staff], fram_test_date (TEST_TODAY));
}

FramRecord *
test_mark_record (guint person, FramDate day, int status)
{
  FramUuid enrolment = test_enrolment (person), workshop = test_workshop (0);
  FramRecord *r = fram_record_new_mark (&enrolment, &workshop, day, 0);

  if (status >= 0)
    {
      FramUuid id = test_status ((guint)status);

      fram_record_set_ref (r, "status", &id);
      fram_record_set_int (r, "planned_minutes", 180);
    }
  if (status == TEST_LATE)
    fram_record_set_int (r, "minutes_late", 15);
  return r;
}

gboolean
test_mark (FramDb *db, const FramViewer *by, guint person, FramDate day, int status, gint64 *action, GError **error)
{
  g_autoptr (FramChanges) changes = fram_changes_begin (db, by, "mark", NULL, error);
  g_autoptr (FramRecord) mark = test_mark_record (person, day, status);

  return changes != NULL && fram_changes_insert (changes, mark, error) != FRAM_WRITTEN_FAILED &&
         fram_changes_commit (changes, action, error);
}

gint64
test_mark_ok (FramDb *db, const FramViewer *by, guint person, FramDate day, int status)
{
  g_autoptr (GError) error = NULL;
  gint64 action = -1;

  test_mark (db, by, person, day, status, &action, &error);
  g_assert_no_error (error);
  return action;
}

/* Returns: the status of the mark, -1 where it was cleared, -2 where there never was one */
int
test_read_mark (FramDb *db, guint person, FramDate day)
{
  FramUuid enrolment = test_enrolment (person), workshop = test_workshop (0);
  gint64 status = fram_db_int (db, -2,
                               "SELECT ifnull (status, -1) FROM mark WHERE enrolment = ? AND day = ? AND activity = ?"
                               " AND part = 0",
                               "idi", fram_db_find_row (db, &enrolment), day, fram_db_find_row (db, &workshop));

  for (guint i = 0; i < TEST_N_STATUSES; i++)
    {
      FramUuid id = test_status (i);

      if (status > 0 && status == fram_db_find_row (db, &id))
        return (int)i;
    }
  return (int)status;
}

static void
dump_table (FramDb *db, GString *out, const char *sql)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &error, sql, "");

  g_string_append_printf (out, "# %s\n", sql);
  while (stmt != NULL && fram_db_step (db, stmt, &error))
    {
      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        {
          if (sqlite3_column_type (stmt, i) == SQLITE_BLOB)
            for (int b = 0; b < sqlite3_column_bytes (stmt, i); b++)
              g_string_append_printf (out, "%02x", ((const guint8 *)sqlite3_column_blob (stmt, i))[b]);
          else if (sqlite3_column_type (stmt, i) == SQLITE_NULL)
            g_string_append (out, "NULL");
          else
            g_string_append (out, fram_column_peek (stmt, i));
          g_string_append_c (out, '|');
        }
      g_string_append_c (out, '\n');
    }
  g_assert_no_error (error);
}

static void
dump_typed (FramDb *db, GString *out)
{
  for (guint i = 1; i < FRAM_N_ENTITIES; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", fram_entity_info (i)->name);

      if (i != FRAM_ENTITY_MARK)
        dump_table (db, out, sql);
    }
  dump_table (db, out, "SELECT participant, sort_key, words FROM person_name ORDER BY participant");
  dump_table (db, out, "SELECT rowid FROM person_search ORDER BY rowid");
}

/* All that is recorded, without who recorded it: what undo brings back. A mark that was cleared is as good as none. */
char *
test_dump (FramDb *db)
{
  GString *out = g_string_new (NULL);

  dump_typed (db, out);
  dump_table (db, out,
              "SELECT enrolment, day, activity, part, status, minutes_late, came, left_at, attended_minutes,"
              " planned_minutes, task, reason, note FROM mark WHERE status IS NOT NULL ORDER BY 1, 2, 3, 4");
  return g_string_free (out, FALSE);
}

/* All of the file. */
char *
test_dump_all (FramDb *db)
{
  static const char *const tables[] = { "mark", "ident", "sender", "action", "change", "stamp", "access_log", "meta" };
  GString *out = g_string_new (NULL);

  dump_typed (db, out);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2, 3", tables[i]);

      dump_table (db, out, g_str_equal (tables[i], "meta") ? "SELECT * FROM meta ORDER BY 1" : sql);
    }
  return g_string_free (out, FALSE);
}

void
test_assert_sound (FramDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = fram_db_check (db, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *)g_ptr_array_index (findings, i));
  g_assert_cmpuint (findings->len, ==, 0);
}
