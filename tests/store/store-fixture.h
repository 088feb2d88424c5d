#pragma once

#include "fram-changes.h"
#include "fram-db-private.h"
#include "fram-ids.h"
#include "fram-test.h"

G_BEGIN_DECLS

/* A small register with everything that a test of the store points to: two workshops, one group, four statuses, three
 * people on the staff, and participants that are enrolled and placed in the first workshop. Ids are derived, so that
 * another process knows them too. */

#define TEST_TODAY "2026-11-12"

typedef enum
{
  TEST_PRESENT,
  TEST_LATE,
  TEST_SICK,
  TEST_LEAVE,
  TEST_N_STATUSES
} TestStatus;

typedef struct
{
  char *folder;
  char *path;
  FramClock *clock;
  FramDb *db;
  FramViewer *system;
  guint n_people;
} TestRegister;

char *test_folder_new (void);
void test_folder_remove (const char *folder);

TestRegister *test_register_new (guint n_people);
void test_register_free (TestRegister *self);
void test_register_reopen (TestRegister *self);
void test_register_make (const char *path, guint n_people);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestRegister, test_register_free)

FramUuid test_person (guint i);
FramUuid test_enrolment (guint i);
FramUuid test_placement (guint i);
FramUuid test_workshop (guint i);
FramUuid test_status (guint i);
FramUuid test_staff (guint i);
FramUuid test_group (void);
FramViewer *test_viewer (FramDb *db, guint staff);

gboolean test_mark (FramDb *db, const FramViewer *by, guint person, FramDate day, int status, gint64 *action,
                    GError **error);
gint64 test_mark_ok (FramDb *db, const FramViewer *by, guint person, FramDate day, int status);
int test_read_mark (FramDb *db, guint person, FramDate day);
FramRecord *test_mark_record (guint person, FramDate day, int status);

FramWritten test_write (FramDb *db, FramRecord *record);
char *test_dump (FramDb *db);
char *test_dump_all (FramDb *db);
void test_assert_sound (FramDb *db);

void test_copy_file (const char *from, const char *to);

G_END_DECLS
