#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FramOutput:
 * @fd: the temporary file, -1 when it is closed
 * @path: (nullable): its path
 * @target: what it becomes
 * @failed: errno of the first write that failed, 0 for none
 *
 * A file that is there as a whole or not at all: it is written beside the one it is to become and takes its place in the
 * end. Readable by its owner only, for it holds people's records.
 */
typedef struct
{
  int fd;
  char *path;
  char *target;
  int failed;
} FramOutput;

/** FRAM_OUTPUT_INIT: nothing opened. */
#define FRAM_OUTPUT_INIT                                                                                               \
  {                                                                                                                    \
    -1, NULL, NULL, 0                                                                                                  \
  }

gboolean fram_output_open (FramOutput *self, const char *path, GError **error);
gboolean fram_output_write (FramOutput *self, const void *bytes, gsize n, GError **error);
gboolean fram_output_close (FramOutput *self, GError **error);
gboolean fram_output_replace (FramOutput *self, GError **error);
void fram_output_clear (FramOutput *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramOutput, fram_output_clear)

G_END_DECLS
