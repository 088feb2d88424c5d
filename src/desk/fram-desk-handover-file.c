#include "fram-desk-handover-private.h"

#include "fram-access-log.h"
#include "fram-drawing.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

/* A4 in points; a picture has twice the dots of a screen, so that small text stays sharp. */
#define WIDTH  595.0
#define HEIGHT 842.0
#define SCALE  (2 * 96.0 / 72)

static FramHandoverSheet *
sheet_of (FramStoredDocument *stored)
{
  FramHandoverSheet *sheet = g_new0 (FramHandoverSheet, 1);

  sheet->name = fram_handover_shown_name (stored);
  sheet->programme = g_steal_pointer (&stored->programme);
  sheet->version = stored->version;
  sheet->approved = stored->approved;
  sheet->written_by = g_steal_pointer (&stored->staff_name);
  fram_handover_read_texts (stored->text, sheet->texts);
  return sheet;
}

/**
 * fram_desk_handover_sheet:
 * @self: the desk
 * @id: a handover sheet
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the sheet as it is printed
 */
FramHandoverSheet *
fram_desk_handover_sheet (FramDesk *self, const FramUuid *id, GError **error)
{
  g_autoptr (FramStoredDocument) stored = NULL;

  FRAM_DESK_LOCKED (self);
  stored = fram_document_load_one (self->db, self->viewer, id, error);
  return stored != NULL ? sheet_of (stored) : NULL;
}

/**
 * fram_desk_log_handover:
 * @self: the desk
 * @id: a handover sheet
 * @to_file: whether it goes to a file; else to a printer
 * @error: return location
 *
 * Writes a line of the access log.
 *
 * Returns: whether it is there; a register that can only be read has no lines and is printed all the same
 */
gboolean
fram_desk_log_handover (FramDesk *self, const FramUuid *id, gboolean to_file, GError **error)
{
  g_autoptr (FramStoredDocument) stored = NULL;

  FRAM_DESK_LOCKED (self);
  stored = fram_document_load_one (self->db, self->viewer, id, error);
  if (stored == NULL)
    return FALSE;
  if (fram_desk_get_read_only_reason (self) != NULL)
    return TRUE;
  return fram_access_log_add (self->db, self->viewer, to_file ? "exported" : "printed", FRAM_CLASS_DOCUMENT,
                              stored->participant, FRAM_DOCUMENT_HANDOVER, error);
}

/**
 * fram_desk_find_handover:
 * @self: the desk
 * @enrolment: whose
 * @id: (out): the newest version that is approved, else the draft
 * @error: return location; %FRAM_ERROR_NOT_FOUND where nobody has written one
 *
 * Returns: whether there is one
 */
gboolean
fram_desk_find_handover (FramDesk *self, const FramUuid *enrolment, FramUuid *id, GError **error)
{
  g_autoptr (GPtrArray) stored = NULL;
  const FramStoredDocument *found = NULL;
  gint64 row;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_DOCUMENT, FALSE, error))
    return FALSE;
  row = fram_db_find_row (self->db, enrolment);
  stored = fram_document_load (self->db, self->viewer, fram_db_find_participant (self->db, row), FRAM_DOCUMENT_HANDOVER,
                               error);
  for (guint i = 0; stored != NULL && i < stored->len; i++)
    {
      const FramStoredDocument *one = g_ptr_array_index (stored, i);

      if (found == NULL || (found->approved == FRAM_DATE_NONE && one->approved != FRAM_DATE_NONE))
        found = one;
    }
  if (found != NULL)
    *id = found->id;
  else if (stored != NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("Nobody has written a handover sheet yet."));
  return found != NULL;
}

typedef struct
{
  const FramHandoverSheet *sheet;
  FramPrintPalette palette;
  double scale;
} Drawing;

static void
draw_page (cairo_t *cr, guint page, double width, double height, gpointer data)
{
  Drawing *drawing = data;

  cairo_scale (cr, drawing->scale, drawing->scale);
  fram_handover_sheet_draw_page (drawing->sheet, page, &drawing->palette, width / drawing->scale,
                                 height / drawing->scale, cr);
}

/**
 * fram_desk_save_handover_file:
 * @self: the desk
 * @id: a handover sheet
 * @path: the file; it ends in .pdf, .svg or .png
 * @look: its colours
 * @error: return location; %FRAM_ERROR_INVALID, %FRAM_ERROR_FULL, %FRAM_ERROR_READ_ONLY, %FRAM_ERROR_IO
 *
 * Writes the sheet as A4. It is logged before it is written, so that nothing leaves the register unseen.
 *
 * Returns: (transfer full) (nullable): the files
 */
GStrv
fram_desk_save_handover_file (FramDesk *self, const FramUuid *id, const char *path, FramLook look, GError **error)
{
  g_autoptr (FramHandoverSheet) sheet = NULL;
  g_autofree char *title = NULL;
  FramDrawingFormat format;
  Drawing drawing = { NULL };
  FramDrawing written = { .draw = draw_page, .data = &drawing };

  if (!fram_drawing_format_of (path, &format, error))
    return NULL;
  sheet = fram_desk_handover_sheet (self, id, error);
  if (sheet == NULL || !fram_desk_log_handover (self, id, TRUE, error))
    return NULL;
  title = g_strdup_printf ("Stafettpinnen, %s", sheet->name);
  drawing.sheet = sheet;
  drawing.scale = format == FRAM_DRAWING_PNG ? SCALE : 1;
  written.title = title;
  written.made_at = fram_clock_now (fram_desk_get_clock (self));
  written.n_pages = fram_handover_sheet_n_pages (sheet, WIDTH, HEIGHT);
  written.width = WIDTH * drawing.scale;
  written.height = HEIGHT * drawing.scale;
  fram_print_palette_init (&drawing.palette, look, format != FRAM_DRAWING_PDF || look != FRAM_LOOK_LIGHT);
  return fram_drawing_write (&written, path, error);
}
