#include "fram-desk-handover-private.h"
#include "fram-desk-paper.h"

#include <glib/gi18n-lib.h>

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

static void
draw_page (const FramPaper *paper, guint page, FramLook look, gboolean has_ground, double width, double height,
           cairo_t *cr)
{
  double scale = MIN (width / paper->width, height / paper->height);
  FramPrintPalette palette;

  fram_print_palette_init (&palette, look, has_ground);
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  fram_handover_sheet_draw_page (paper->data, page, &palette, width / scale, height / scale, cr);
  cairo_restore (cr);
}

/* What a page says, for those who do not see it. */
static char *
tell_page (const FramPaper *paper, guint page)
{
  const FramHandoverSheet *sheet = paper->data;
  GString *text = g_string_new (NULL);

  for (int field = 0; field < FRAM_N_HANDOVER_FIELDS; field++)
    if (sheet->texts[field][0] != '\0')
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "",
                              fram_handover_field_get_heading ((FramHandoverField)field), sheet->texts[field]);
  return g_string_free (text, FALSE);
}

/**
 * fram_desk_handover_paper:
 * @self: the desk
 * @id: a handover sheet that is on disk
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the sheet as A4, to be printed or saved; either is logged when it is done
 */
FramPaper *
fram_desk_handover_paper (FramDesk *self, const FramUuid *id, GError **error)
{
  g_autoptr (FramStoredDocument) stored = NULL;
  g_autofree char *title = NULL, *stem = NULL;
  FramHandoverSheet *sheet;
  FramPaper *paper;

  FRAM_DESK_LOCKED (self);
  stored = fram_document_load_one (self->db, self->viewer, id, error);
  if (stored == NULL)
    return NULL;
  sheet = sheet_of (stored);
  title = g_strdup_printf ("Stafettpinnen, %s", sheet->name);
  stem = g_strdup_printf ("stafettpinnen %s", stored->case_no);
  paper = fram_paper_new (title, draw_page, sheet, (GDestroyNotify)fram_handover_sheet_free);
  fram_paper_set_file_stem (paper, stem);
  paper->log_text = g_strdup_printf ("%s %d", FRAM_DOCUMENT_HANDOVER, stored->version);
  paper->log_class = FRAM_CLASS_DOCUMENT;
  g_array_append_val (paper->people, stored->participant_id);
  paper->made_at = fram_clock_now (self->clock);
  paper->width = FRAM_PAPER_SHORT;
  paper->height = FRAM_PAPER_LONG;
  paper->n_pages = fram_handover_sheet_n_pages (sheet, paper->width, paper->height);
  paper->tell = tell_page;
  return paper;
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
