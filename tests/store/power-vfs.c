#include "power-vfs.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define SECTOR 512

/* A write or truncation that has not been synced. */
typedef struct
{
  gboolean truncates;
  gsize offset; /* or the new size */
  GBytes *bytes;
} Pending;

typedef struct
{
  GByteArray *synced;  /* what is on disk for certain */
  GByteArray *written; /* what the program sees */
  GByteArray *ghost;   /* a file of the same name that was deleted: its end may not have reached the disk */
  GPtrArray *pending;
  gboolean is_named; /* whether its name is on disk */
  gboolean is_there; /* whether the program sees it */
} Disk;

typedef struct
{
  sqlite3_file base;
  Disk *disk;
  GPtrArray *shm;
  gboolean temporary;
} File;

static GHashTable *disks; /* name → Disk */
static GRand *chance;
static sqlite3_vfs vfs;
static sqlite3_vfs *plain;
static TestPlug plug;
static gpointer plug_data;
static guint n_syncs;

static void
pending_free (gpointer data)
{
  Pending *p = data;

  g_clear_pointer (&p->bytes, g_bytes_unref);
  g_free (p);
}

static Disk *
disk_new (void)
{
  Disk *self = g_new0 (Disk, 1);

  self->synced = g_byte_array_new ();
  self->written = g_byte_array_new ();
  self->pending = g_ptr_array_new_with_free_func (pending_free);
  return self;
}

static void
disk_free (gpointer data)
{
  Disk *self = data;

  g_byte_array_unref (self->synced);
  g_byte_array_unref (self->written);
  g_clear_pointer (&self->ghost, g_byte_array_unref);
  g_ptr_array_unref (self->pending);
  g_free (self);
}

static void
set_size (GByteArray *bytes, gsize size)
{
  gsize old = bytes->len;

  g_byte_array_set_size (bytes, (guint)size);
  if (size > old)
    memset (bytes->data + old, 0, size - old);
}

static void
put (GByteArray *bytes, gsize offset, const guint8 *data, gsize n)
{
  if (offset + n > bytes->len)
    set_size (bytes, offset + n);
  memcpy (bytes->data + offset, data, n);
}

static void
may_be_pulled (void)
{
  if (plug != NULL)
    plug (plug_data);
}

static void
add_pending (Disk *disk, gboolean truncates, gsize offset, const void *data, gsize n)
{
  Pending *p = g_new0 (Pending, 1);

  p->truncates = truncates;
  p->offset = offset;
  if (!truncates)
    p->bytes = g_bytes_new (data, n);
  g_ptr_array_add (disk->pending, p);
}

static int
file_close (sqlite3_file *file)
{
  File *f = (File *)file;

  g_clear_pointer (&f->shm, g_ptr_array_unref);
  if (f->temporary)
    g_clear_pointer (&f->disk, disk_free);
  return SQLITE_OK;
}

static int
file_read (sqlite3_file *file, void *buffer, int n, sqlite3_int64 offset)
{
  GByteArray *bytes = ((File *)file)->disk->written;
  gsize there = offset >= bytes->len ? 0 : MIN ((gsize)n, bytes->len - (gsize)offset);

  if (there > 0)
    memcpy (buffer, bytes->data + offset, there);
  memset ((guint8 *)buffer + there, 0, (gsize)n - there);
  return there == (gsize)n ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

static int
file_write (sqlite3_file *file, const void *buffer, int n, sqlite3_int64 offset)
{
  Disk *disk = ((File *)file)->disk;

  may_be_pulled ();
  add_pending (disk, FALSE, (gsize)offset, buffer, (gsize)n);
  put (disk->written, (gsize)offset, buffer, (gsize)n);
  return SQLITE_OK;
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  Disk *disk = ((File *)file)->disk;

  may_be_pulled ();
  add_pending (disk, TRUE, (gsize)size, NULL, 0);
  set_size (disk->written, (gsize)size);
  return SQLITE_OK;
}

/* SQLite syncs the folder with the first sync of a file that it made. */
static int
file_sync (sqlite3_file *file, int flags)
{
  Disk *disk = ((File *)file)->disk;

  may_be_pulled ();
  g_byte_array_set_size (disk->synced, 0);
  g_byte_array_append (disk->synced, disk->written->data, disk->written->len);
  g_ptr_array_set_size (disk->pending, 0);
  g_clear_pointer (&disk->ghost, g_byte_array_unref);
  disk->is_named = TRUE;
  n_syncs++;
  may_be_pulled ();
  return SQLITE_OK;
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  *size = ((File *)file)->disk->written->len;
  return SQLITE_OK;
}

static int
file_lock (sqlite3_file *file, int level)
{
  return SQLITE_OK;
}

static int
file_check_reserved (sqlite3_file *file, int *out)
{
  *out = 0;
  return SQLITE_OK;
}

static int
file_control (sqlite3_file *file, int op, void *arg)
{
  return SQLITE_NOTFOUND;
}

static int
file_sector_size (sqlite3_file *file)
{
  return SECTOR;
}

/* What SQLite takes for granted on every file system of Linux: a write harms nothing beside it. */
static int
file_characteristics (sqlite3_file *file)
{
  return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

static int
file_shm_map (sqlite3_file *file, int region, int size, int extend, void volatile **out)
{
  File *f = (File *)file;

  if (f->shm == NULL)
    f->shm = g_ptr_array_new_with_free_func (g_free);
  while (extend && f->shm->len <= (guint)region)
    g_ptr_array_add (f->shm, g_malloc0 ((gsize)size));
  *out = (guint)region < f->shm->len ? g_ptr_array_index (f->shm, region) : NULL;
  return SQLITE_OK;
}

static int
file_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return SQLITE_OK;
}

static void
file_shm_barrier (sqlite3_file *file)
{
}

static int
file_shm_unmap (sqlite3_file *file, int remove)
{
  g_clear_pointer (&((File *)file)->shm, g_ptr_array_unref);
  return SQLITE_OK;
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
  .xUnlock = file_lock,
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
  Disk *disk = name != NULL ? g_hash_table_lookup (disks, name) : disk_new ();

  memset (f, 0, sizeof *f);
  if (disk == NULL || (name != NULL && !disk->is_there))
    {
      if ((flags & SQLITE_OPEN_CREATE) == 0)
        return SQLITE_CANTOPEN;
      if (disk == NULL)
        {
          disk = disk_new ();
          g_hash_table_insert (disks, g_strdup (name), disk);
        }
      if (disk->is_named)
        {
          g_clear_pointer (&disk->ghost, g_byte_array_unref);
          disk->ghost = g_steal_pointer (&disk->synced);
          disk->synced = g_byte_array_new ();
        }
      disk->is_named = FALSE;
      disk->is_there = TRUE;
    }
  f->base.pMethods = &methods;
  f->disk = disk;
  f->temporary = name == NULL;
  if (out_flags != NULL)
    *out_flags = flags;
  return SQLITE_OK;
}

/* Without a sync of the folder the name may still be on disk afterwards, with what was in the file. */
static int
vfs_delete (sqlite3_vfs *self, const char *name, int sync_folder)
{
  Disk *disk = g_hash_table_lookup (disks, name);

  may_be_pulled ();
  if (disk == NULL || !disk->is_there)
    return SQLITE_IOERR_DELETE_NOENT;
  disk->is_there = FALSE;
  g_byte_array_set_size (disk->written, 0);
  g_ptr_array_set_size (disk->pending, 0);
  if (sync_folder)
    {
      disk->is_named = FALSE;
      g_byte_array_set_size (disk->synced, 0);
    }
  return SQLITE_OK;
}

static int
vfs_access (sqlite3_vfs *self, const char *name, int flags, int *out)
{
  Disk *disk = g_hash_table_lookup (disks, name);

  *out = disk != NULL && disk->is_there && (flags != SQLITE_ACCESS_EXISTS || disk->written->len > 0);
  return SQLITE_OK;
}

void
test_power_install (void)
{
  disks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, disk_free);
  chance = g_rand_new_with_seed (1);
  plain = sqlite3_vfs_find (NULL);
  vfs = *plain;
  vfs.zName = "test-power";
  vfs.szOsFile = sizeof (File);
  vfs.xOpen = vfs_open;
  vfs.xDelete = vfs_delete;
  vfs.xAccess = vfs_access;
  sqlite3_vfs_register (&vfs, 0);
}

void
test_power_remove (void)
{
  sqlite3_vfs_unregister (&vfs);
  g_hash_table_unref (disks);
  g_rand_free (chance);
}

/* Whether what is opened next is opened on the disk in memory. */
void
test_power_use (gboolean use)
{
  sqlite3_vfs_register (use ? &vfs : plain, 1);
}

void
test_power_seed (guint32 seed)
{
  g_rand_set_seed (chance, seed);
}

void
test_power_clear (void)
{
  g_hash_table_remove_all (disks);
}

/* Brings a file onto the disk in memory, synced, or takes it away where @from is not there. */
void
test_power_put (const char *name, const char *from)
{
  Disk *disk = disk_new ();
  g_autofree char *bytes = NULL;
  gsize size = 0;

  disk->is_named = disk->is_there = g_file_get_contents (from, &bytes, &size, NULL);
  g_byte_array_append (disk->synced, (const guint8 *)bytes, (guint)size);
  g_byte_array_append (disk->written, (const guint8 *)bytes, (guint)size);
  g_hash_table_insert (disks, g_strdup (name), disk);
}

void
test_power_watch (TestPlug next, gpointer data)
{
  plug = next;
  plug_data = data;
}

guint
test_power_n_syncs (void)
{
  return n_syncs;
}

/* Sector by sector: there, not there, or (rarely) there in part. */
static void
tear (GByteArray *image, const Pending *p)
{
  gsize n;
  const guint8 *data = g_bytes_get_data (p->bytes, &n);

  for (gsize from = 0; from < n;)
    {
      gsize to = MIN (n, from + SECTOR - (p->offset + from) % SECTOR);
      gsize part = to - from;

      if (g_rand_int_range (chance, 0, 8) == 0)
        part = (gsize)g_rand_int_range (chance, 0, (gint32)part + 1);
      if (g_rand_boolean (chance))
        put (image, p->offset + from, data + from, part);
      from = to;
    }
}

static void
apply (GByteArray *image, const Pending *p, gboolean torn)
{
  gsize n;

  if (p->truncates)
    set_size (image, p->offset);
  else if (torn)
    tear (image, p);
  else
    {
      const guint8 *data = g_bytes_get_data (p->bytes, &n);

      put (image, p->offset, data, n);
    }
}

/* Any order of any of them: what a disk with a cache of its own does. */
static void
apply_shuffled (GByteArray *image, GPtrArray *pending)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  int keep = g_rand_int_range (chance, 0, 101);

  for (guint i = 0; i < pending->len; i++)
    g_array_append_val (order, i);
  for (guint i = pending->len; i > 1; i--)
    {
      guint j = (guint)g_rand_int_range (chance, 0, (gint32)i);
      guint swap = g_array_index (order, guint, j);

      g_array_index (order, guint, j) = g_array_index (order, guint, i - 1);
      g_array_index (order, guint, i - 1) = swap;
    }
  for (guint i = 0; i < pending->len; i++)
    if (g_rand_int_range (chance, 0, 100) < keep)
      apply (image, g_ptr_array_index (pending, g_array_index (order, guint, i)), g_rand_int_range (chance, 0, 4) == 0);
}

/* Not by g_file_set_contents_full(): the quick way of that leaves the end of a longer file that was there before. */
static void
write_image (GByteArray *image, const char *to)
{
  FILE *file = g_fopen (to, "wb");

  g_assert_nonnull (file);
  if (image->len > 0)
    g_assert_cmpuint (fwrite (image->data, 1, image->len, file), ==, image->len);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* What is on the disk when the plug is pulled now: what was synced, and of the rest nothing, a torn beginning, anything in
 * any order, or all. The program goes on as if nothing had happened.
 *
 * Writes @name's image to the real file @to, or removes that where the name did not reach the disk. */
void
test_power_cut (const char *name, const char *to)
{
  Disk *disk = g_hash_table_lookup (disks, name);
  g_autoptr (GByteArray) image = g_byte_array_new ();
  int way = g_rand_int_range (chance, 0, 10);
  gboolean sure = disk != NULL && disk->is_named && disk->is_there;
  guint keep;

  if (disk != NULL && disk->is_there && !sure && disk->ghost != NULL && g_rand_boolean (chance))
    {
      write_image (disk->ghost, to);
      return;
    }
  if (disk == NULL || !(disk->is_named || disk->is_there) || (!sure && g_rand_boolean (chance)))
    {
      g_unlink (to);
      return;
    }
  g_byte_array_append (image, disk->synced->data, disk->synced->len);
  keep = disk->pending->len > 0 ? (guint)g_rand_int_range (chance, 0, (gint32)disk->pending->len) : 0;
  if (way < 5)
    apply_shuffled (image, disk->pending);
  else if (way < 8)
    for (guint i = 0; i < keep + 1 && i < disk->pending->len; i++)
      apply (image, g_ptr_array_index (disk->pending, i), i == keep);
  else if (way < 9)
    for (guint i = 0; i < disk->pending->len; i++)
      apply (image, g_ptr_array_index (disk->pending, i), FALSE);
  write_image (image, to);
}
