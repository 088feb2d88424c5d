#include "fram-output.h"

#include "fram-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
fail (FramOutput *self, GError **error)
{
  int code = errno;

  self->failed = code;
  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_FULL,
                   _ ("The disk is full; “%s” was not written. Make room and try again."), self->target);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_READ_ONLY, _ ("“%s” may not be written; choose another directory."),
                   self->target);
      break;
    default:
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_IO, _ ("“%s” could not be written (%s); choose another directory."),
                   self->target, g_strerror (code));
      break;
    }
  return FALSE;
}

/**
 * fram_output_open:
 * @self: an output with nothing opened
 * @path: what it is to become
 * @error: return location for a %FRAM_ERROR
 *
 * Returns: whether it can be written
 */
gboolean
fram_output_open (FramOutput *self, const char *path, GError **error)
{
  self->target = g_strdup (path);
  self->path = g_strconcat (path, ".XXXXXX", NULL);
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    errno = EISDIR;
  else
    self->fd = g_mkstemp_full (self->path, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd >= 0)
    return TRUE;
  g_clear_pointer (&self->path, g_free);
  return fail (self, error);
}

gboolean
fram_output_write (FramOutput *self, const void *bytes, gsize n, GError **error)
{
  gsize done = 0;

  while (done < n)
    {
      gssize step = write (self->fd, (const char *)bytes + done, n - done);

      if (step < 0 && errno != EINTR)
        return fail (self, error);
      done += step > 0 ? (gsize)step : 0;
    }
  return TRUE;
}

/**
 * fram_output_close:
 * @self: an output
 * @error: return location for a %FRAM_ERROR
 *
 * Returns: whether all of it is on the disk, still beside the file it is to become
 */
gboolean
fram_output_close (FramOutput *self, GError **error)
{
  int fd = self->fd;

  if (fsync (fd) != 0)
    return fail (self, error);
  self->fd = -1;
  return close (fd) == 0 || fail (self, error);
}

/**
 * fram_output_replace:
 * @self: an output that is closed
 * @error: return location for a %FRAM_ERROR
 *
 * Returns: whether it has become the file
 */
gboolean
fram_output_replace (FramOutput *self, GError **error)
{
  if (g_rename (self->path, self->target) != 0)
    return fail (self, error);
  g_clear_pointer (&self->path, g_free);
  return TRUE;
}

/* What has not become the file is gone. */
void
fram_output_clear (FramOutput *self)
{
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  if (self->path != NULL)
    g_unlink (self->path);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->target, g_free);
}
