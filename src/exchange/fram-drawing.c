#include "fram-drawing.h"

#include "fram-error.h"
#include "fram-output.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * fram_drawing_format_of:
 * @path: a file's name
 * @format: (out): what its ending says
 * @error: return location; %FRAM_ERROR_INVALID
 *
 * Returns: whether it ends in a way that is known
 */
gboolean
fram_drawing_format_of (const char *path, FramDrawingFormat *format, GError **error)
{
  static const char *const endings[] = { ".pdf", ".svg", ".png" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *format = (FramDrawingFormat)i;
        return TRUE;
      }
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("“%s” must end in .pdf, .svg or .png."), path);
  return FALSE;
}

/* One file while it is drawn. */
typedef struct
{
  FramOutput output;
  GError *error;
} Stream;

static void
stream_free (gpointer data)
{
  Stream *stream = data;

  fram_output_clear (&stream->output);
  g_clear_error (&stream->error);
  g_free (stream);
}

static cairo_status_t
write_stream (void *data, const unsigned char *bytes, unsigned int n)
{
  Stream *stream = data;

  if (stream->error == NULL && fram_output_write (&stream->output, bytes, n, &stream->error))
    return CAIRO_STATUS_SUCCESS;
  return CAIRO_STATUS_WRITE_ERROR;
}

static cairo_surface_t *
make_surface (const FramDrawing *self, FramDrawingFormat format, Stream *stream)
{
  if (format == FRAM_DRAWING_PDF)
    return cairo_pdf_surface_create_for_stream (write_stream, stream, self->width, self->height);
  if (format == FRAM_DRAWING_SVG)
    return cairo_svg_surface_create_for_stream (write_stream, stream, self->width, self->height);
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)(self->width + 0.5), (int)(self->height + 0.5));
}

static void
describe (const FramDrawing *self, cairo_surface_t *surface)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (self->made_at / 1000);
  g_autofree char *text = at != NULL ? g_date_time_format (at, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Framsteg " FRAM_VERSION);
  if (self->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  if (self->made_at != 0 && text != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, text);
}

static void
draw_pages (const FramDrawing *self, cairo_surface_t *surface, guint first, guint n)
{
  cairo_t *cr = cairo_create (surface);

  for (guint page = first; page < first + n; page++)
    {
      self->draw (cr, page, self->width, self->height, self->data);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
}

static gboolean
take_status (Stream *stream, cairo_status_t status, GError **error)
{
  if (stream->error != NULL)
    g_propagate_error (error, g_steal_pointer (&stream->error));
  else if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_IO, _ ("“%s” could not be drawn (%s); choose a smaller size."),
                 stream->output.target, cairo_status_to_string (status));
  else
    return TRUE;
  return FALSE;
}

/* Draws pages into a file that stands beside the one it is to become. */
static gboolean
draw_file (const FramDrawing *self, FramDrawingFormat format, Stream *stream, guint first, guint n, GError **error)
{
  cairo_surface_t *surface = make_surface (self, format, stream);
  cairo_status_t status;

  if (format == FRAM_DRAWING_PDF)
    describe (self, surface);
  draw_pages (self, surface, first, n);
  status = cairo_surface_status (surface);
  if (format == FRAM_DRAWING_PNG && status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_stream, stream);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return take_status (stream, status, error) && fram_output_close (&stream->output, error);
}

/* "roster.png", "roster-2.png" … */
static char *
path_of (const char *path, guint file)
{
  const char *ending = strrchr (path, '.');

  if (file == 0)
    return g_strdup (path);
  return g_strdup_printf ("%.*s-%u%s", (int)(ending - path), path, file + 1, ending);
}

/**
 * fram_drawing_write:
 * @self: what is to be written
 * @path: where; its ending says the format. A PDF holds all pages; of SVG and PNG the second page goes to a file beside
 *   it whose name ends in "-2", and so on
 * @error: return location for a %FRAM_ERROR; then nothing is there that was not there before
 *
 * Returns: (transfer full) (nullable): the files
 */
GStrv
fram_drawing_write (const FramDrawing *self, const char *path, GError **error)
{
  g_autoptr (GPtrArray) streams = g_ptr_array_new_with_free_func (stream_free);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  FramDrawingFormat format;
  guint n_files;

  g_return_val_if_fail (self->n_pages > 0 && self->width >= 1 && self->height >= 1, NULL);
  if (!fram_drawing_format_of (path, &format, error))
    return NULL;
  n_files = format == FRAM_DRAWING_PDF ? 1 : self->n_pages;
  for (guint i = 0; i < n_files; i++)
    {
      Stream *stream = g_new0 (Stream, 1);
      g_autofree char *file = path_of (path, i);

      stream->output = (FramOutput)FRAM_OUTPUT_INIT;
      g_ptr_array_add (streams, stream);
      if (!fram_output_open (&stream->output, file, error) ||
          !draw_file (self, format, stream, i, n_files == 1 ? self->n_pages : 1, error))
        return NULL;
      g_strv_builder_add (paths, file);
    }
  for (guint i = 0; i < streams->len; i++)
    if (!fram_output_replace (&((Stream *)g_ptr_array_index (streams, i))->output, error))
      return NULL;
  return g_strv_builder_end (paths);
}
