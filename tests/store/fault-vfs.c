#include "fault-vfs.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} File;

static sqlite3_vfs vfs;
static sqlite3_vfs *real;
static TestFault fault;
static guint n_calls;
static TestIo happened;

/* Whether this call is to fail. */
static gboolean
fails (TestIo kind)
{
  if (fault.nth == 0 || (fault.calls & kind) == 0)
    return FALSE;
  n_calls++;
  if (n_calls != fault.nth && !(fault.lasting && n_calls > fault.nth))
    return FALSE;
  if (happened == 0)
    happened = kind;
  return TRUE;
}

static sqlite3_file *
under (sqlite3_file *file)
{
  return ((File *)file)->real;
}

static int
file_close (sqlite3_file *file)
{
  return under (file)->pMethods->xClose (under (file));
}

static int
file_read (sqlite3_file *file, void *buffer, int n, sqlite3_int64 offset)
{
  if (fails (TEST_IO_READ))
    return SQLITE_IOERR_READ;
  return under (file)->pMethods->xRead (under (file), buffer, n, offset);
}

static int
file_write (sqlite3_file *file, const void *buffer, int n, sqlite3_int64 offset)
{
  if (!fails (TEST_IO_WRITE))
    return under (file)->pMethods->xWrite (under (file), buffer, n, offset);
  if (fault.torn)
    under (file)->pMethods->xWrite (under (file), buffer, n / 2, offset);
  return fault.full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  if (fails (TEST_IO_TRUNCATE))
    return SQLITE_IOERR_TRUNCATE;
  return under (file)->pMethods->xTruncate (under (file), size);
}

static int
file_sync (sqlite3_file *file, int flags)
{
  if (fails (TEST_IO_SYNC))
    return SQLITE_IOERR_FSYNC;
  return under (file)->pMethods->xSync (under (file), flags);
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  if (fails (TEST_IO_SIZE))
    return SQLITE_IOERR_FSTAT;
  return under (file)->pMethods->xFileSize (under (file), size);
}

static int
file_lock (sqlite3_file *file, int level)
{
  if (fails (TEST_IO_LOCK))
    return SQLITE_IOERR_LOCK;
  return under (file)->pMethods->xLock (under (file), level);
}

static int
file_unlock (sqlite3_file *file, int level)
{
  return under (file)->pMethods->xUnlock (under (file), level);
}

static int
file_check_reserved (sqlite3_file *file, int *out)
{
  if (fails (TEST_IO_LOCK))
    return SQLITE_IOERR_CHECKRESERVEDLOCK;
  return under (file)->pMethods->xCheckReservedLock (under (file), out);
}

static int
file_control (sqlite3_file *file, int op, void *arg)
{
  return under (file)->pMethods->xFileControl (under (file), op, arg);
}

static int
file_sector_size (sqlite3_file *file)
{
  return under (file)->pMethods->xSectorSize (under (file));
}

static int
file_characteristics (sqlite3_file *file)
{
  return under (file)->pMethods->xDeviceCharacteristics (under (file));
}

static int
file_shm_map (sqlite3_file *file, int region, int size, int extend, void volatile **out)
{
  if (fails (TEST_IO_SHM_MAP))
    return SQLITE_IOERR_SHMMAP;
  return under (file)->pMethods->xShmMap (under (file), region, size, extend, out);
}

/* Giving a lock back never fails: a lock that nobody holds and nobody gets is no fault of a disk. */
static int
file_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  if ((flags & SQLITE_SHM_LOCK) != 0 && fails (TEST_IO_SHM_LOCK))
    return SQLITE_IOERR_SHMLOCK;
  return under (file)->pMethods->xShmLock (under (file), offset, n, flags);
}

static void
file_shm_barrier (sqlite3_file *file)
{
  under (file)->pMethods->xShmBarrier (under (file));
}

static int
file_shm_unmap (sqlite3_file *file, int remove)
{
  return under (file)->pMethods->xShmUnmap (under (file), remove);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_reserved,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_characteristics,
  .xShmMap = file_shm_map,
  .xShmLock = file_shm_lock,
  .xShmBarrier = file_shm_barrier,
  .xShmUnmap = file_shm_unmap,
};

static int
vfs_open (sqlite3_vfs *self, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  File *f = (File *)file;
  int rc;

  f->base.pMethods = NULL;
  if (fails (TEST_IO_OPEN))
    return SQLITE_CANTOPEN;
  f->real = (sqlite3_file *)&f[1];
  rc = real->xOpen (real, name, f->real, flags, out_flags);
  if (f->real->pMethods != NULL)
    f->base.pMethods = &methods;
  return rc;
}

static int
vfs_delete (sqlite3_vfs *self, const char *name, int sync_folder)
{
  return fails (TEST_IO_DELETE) ? SQLITE_IOERR_DELETE : real->xDelete (real, name, sync_folder);
}

static int
vfs_access (sqlite3_vfs *self, const char *name, int flags, int *out)
{
  return fails (TEST_IO_ACCESS) ? SQLITE_IOERR_ACCESS : real->xAccess (real, name, flags, out);
}

void
test_fault_install (void)
{
  real = sqlite3_vfs_find (NULL);
  vfs = *real;
  vfs.zName = "test-fault";
  vfs.szOsFile = (int)sizeof (File) + real->szOsFile;
  vfs.xOpen = vfs_open;
  vfs.xDelete = vfs_delete;
  vfs.xAccess = vfs_access;
  sqlite3_vfs_register (&vfs, 1);
}

void
test_fault_remove (void)
{
  sqlite3_vfs_unregister (&vfs);
}

/* From now on; calls are counted anew. With %NULL nothing fails any more. */
void
test_fault_set (const TestFault *next)
{
  fault = next != NULL ? *next : (TestFault){ 0 };
  n_calls = 0;
  if (next != NULL)
    happened = 0;
}

gboolean
test_fault_happened (void)
{
  return happened != 0;
}

TestIo
test_fault_kind (void)
{
  return happened;
}
