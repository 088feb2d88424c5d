#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A layer over SQLite's way to the disk, registered as the default: it can make any one call fail, or every call from
 * then on. Files are not mapped under it, so that every read is a call. */

typedef enum
{
  TEST_IO_OPEN = 1 << 0,
  TEST_IO_DELETE = 1 << 1,
  TEST_IO_ACCESS = 1 << 2,
  TEST_IO_READ = 1 << 3,
  TEST_IO_WRITE = 1 << 4,
  TEST_IO_TRUNCATE = 1 << 5,
  TEST_IO_SYNC = 1 << 6,
  TEST_IO_SIZE = 1 << 7,
  TEST_IO_LOCK = 1 << 8,
  TEST_IO_SHM_MAP = 1 << 9,
  TEST_IO_SHM_LOCK = 1 << 10,
  TEST_IO_ALL = (1 << 11) - 1,
} TestIo;

/**
 * TestFault:
 * @calls: which calls count
 * @nth: the first one to fail, from 1; 0 for none
 * @lasting: whether every later one fails too
 * @full: whether writes fail because the disk is full; otherwise because it is broken
 * @torn: whether a write that fails has written its first half
 */
typedef struct
{
  guint calls;
  guint nth;
  gboolean lasting;
  gboolean full;
  gboolean torn;
} TestFault;

void test_fault_install (void);
void test_fault_remove (void);
void test_fault_set (const TestFault *fault);
gboolean test_fault_happened (void);
TestIo test_fault_kind (void);

G_END_DECLS
