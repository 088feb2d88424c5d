#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FramError:
 * @FRAM_ERROR_INVALID: what was asked for makes no sense; the sentence says why
 * @FRAM_ERROR_NOT_FOUND: no such participant, workshop, status …
 * @FRAM_ERROR_DENIED: the person's roles do not allow it
 * @FRAM_ERROR_BUSY: another program holds the register; try again
 * @FRAM_ERROR_FULL: the disk is full; nothing was written
 * @FRAM_ERROR_READ_ONLY: the register can be read but not written
 * @FRAM_ERROR_NO_REGISTER: there is no such file
 * @FRAM_ERROR_NOT_A_REGISTER: the file is something else
 * @FRAM_ERROR_CORRUPT: the file is damaged
 * @FRAM_ERROR_TOO_NEW: a newer version of the program made the file
 * @FRAM_ERROR_EXISTS: there is a file already
 * @FRAM_ERROR_CONSTRAINT: the change contradicts what is recorded
 * @FRAM_ERROR_CHANGED: the thing has changed since; undo is refused
 * @FRAM_ERROR_IO: any other failure of the disk
 * @FRAM_ERROR_CLOSED: the week is closed; it can be opened again
 * @FRAM_ERROR_UNREAD: what was asked for is on disk, but could not be read again; load anew
 * @FRAM_ERROR_USAGE: wrong usage of the command line
 *
 * Codes by what the caller can do; the text of each error is one translated sentence for a person.
 */
typedef enum
{
  FRAM_ERROR_INVALID,
  FRAM_ERROR_NOT_FOUND,
  FRAM_ERROR_DENIED,
  FRAM_ERROR_BUSY,
  FRAM_ERROR_FULL,
  FRAM_ERROR_READ_ONLY,
  FRAM_ERROR_NO_REGISTER,
  FRAM_ERROR_NOT_A_REGISTER,
  FRAM_ERROR_CORRUPT,
  FRAM_ERROR_TOO_NEW,
  FRAM_ERROR_EXISTS,
  FRAM_ERROR_CONSTRAINT,
  FRAM_ERROR_CHANGED,
  FRAM_ERROR_IO,
  FRAM_ERROR_CLOSED,
  FRAM_ERROR_UNREAD,
  FRAM_ERROR_USAGE,
} FramError;

#define FRAM_ERROR (fram_error_quark ())

GQuark fram_error_quark (void);

G_END_DECLS
