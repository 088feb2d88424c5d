#include "fram-desk-paper.h"

#include "fram-access-log.h"
#include "fram-desk-card-private.h"
#include "fram-desk-private.h"
#include "fram-drawing.h"

/* A picture on a screen has 96 dots to the inch, and twice as many are drawn so that small text stays sharp. */
#define PIXELS_PER_POINT (2 * 96.0 / 72)
#define PIXELS_PER_PIXEL 2.0

static gboolean
log_people (FramDesk *self, const FramPaper *paper, const char *act, GError **error)
{
  gboolean ok = TRUE;

  if (paper->people->len == 0)
    return fram_access_log_add (self->db, self->viewer, act, paper->log_class, 0, paper->log_text, error);
  for (guint i = 0; ok && i < paper->people->len; i++)
    ok = fram_access_log_add (self->db, self->viewer, act, paper->log_class,
                              fram_db_find_row (self->db, &g_array_index (paper->people, FramUuid, i)), paper->log_text,
                              error);
  return ok;
}

/**
 * fram_desk_log_paper:
 * @self: the desk
 * @paper: what is printed
 * @to_file: whether it goes to a file; else to a printer
 * @error: return location; %FRAM_ERROR_DENIED without a consent
 *
 * Writes a line of the access log for each person on the paper, all or none. What goes to somebody outside is refused where
 * no consent names them.
 *
 * Returns: whether they are there; a register that can only be read has no lines and is printed all the same
 */
gboolean
fram_desk_log_paper (FramDesk *self, const FramPaper *paper, gboolean to_file, GError **error)
{
  FRAM_DESK_LOCKED (self);
  if (!fram_desk_check_recipient (self, paper, error))
    return FALSE;
  if (fram_desk_get_read_only_reason (self) != NULL)
    return TRUE;
  if (!fram_db_begin (self->db, error))
    return FALSE;
  if (log_people (self, paper, to_file ? "exported" : "printed", error))
    return fram_db_commit (self->db, error);
  fram_db_rollback (self->db);
  return FALSE;
}

/* --- files --- */

typedef struct
{
  const FramPaper *paper;
  FramLook look;
  gboolean has_ground;
  gboolean picture;
} Drawing;

static void
draw_page (cairo_t *cr, guint page, double width, double height, gpointer data)
{
  const Drawing *drawing = data;

  if (drawing->picture)
    drawing->paper->draw_picture (drawing->paper, page, drawing->look, drawing->has_ground, width, height, cr);
  else
    fram_paper_draw_page (drawing->paper, page, drawing->look, drawing->has_ground, width, height, cr);
}

/* Its own size where nothing else is asked for. */
static void
set_size (FramDrawing *self, const FramPaper *paper, const FramSheetFile *file, FramDrawingFormat format,
          gboolean picture)
{
  double scale = format != FRAM_DRAWING_PNG ? 1 : picture ? PIXELS_PER_PIXEL : PIXELS_PER_POINT;

  self->width = file->width > 0 ? file->width : (picture ? paper->picture_width : paper->width) * scale;
  self->height = file->height > 0 ? file->height : (picture ? paper->picture_height : paper->height) * scale;
}

/**
 * fram_desk_save_paper:
 * @self: the desk
 * @paper: what is saved
 * @file: how
 * @error: return location; %FRAM_ERROR_INVALID, %FRAM_ERROR_FULL, %FRAM_ERROR_READ_ONLY, %FRAM_ERROR_IO
 *
 * Writes a paper to a file, or a file for each page where the format has one page only. It is logged before it is
 * written, so that nothing leaves the register unseen.
 *
 * Returns: (transfer full) (nullable): the files
 */
GStrv
fram_desk_save_paper (FramDesk *self, const FramPaper *paper, const FramSheetFile *file, GError **error)
{
  Drawing drawing = { .paper = paper, .look = file->look };
  FramDrawing written = { paper->title, paper->made_at, paper->n_pages, 0, 0, draw_page, &drawing };
  FramDrawingFormat format;

  if (!fram_drawing_format_of (file->path, &format, error) || !fram_desk_log_paper (self, paper, TRUE, error))
    return NULL;
  drawing.picture = format != FRAM_DRAWING_PDF && paper->draw_picture != NULL;
  drawing.has_ground = format != FRAM_DRAWING_PDF || file->look != FRAM_LOOK_LIGHT;
  if (drawing.picture)
    written.n_pages = 1;
  set_size (&written, paper, file, format, drawing.picture);
  return fram_drawing_write (&written, file->path, error);
}
