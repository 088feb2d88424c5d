#include "fram-sheet-preview.h"

#include "fram-print-draw.h"

#include <glib/gi18n-lib.h>

#define LEAST   160
#define NATURAL 480
#define SHADOW  12.0

struct _FramSheetPreview
{
  GtkWidget parent_instance;

  /* owned */
  FramRosterSheet *sheet;
  guint page;
};

G_DEFINE_FINAL_TYPE (FramSheetPreview, fram_sheet_preview, GTK_TYPE_WIDGET)

static void
fram_sheet_preview_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  *minimum = LEAST;
  *natural = NATURAL;
}

static graphene_rect_t
find_paper (FramSheetPreview *self)
{
  double room_x = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * SHADOW;
  double room_y = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * SHADOW;
  double width, height, scale;

  fram_print_kind_get_paper (self->sheet->kind, &width, &height);
  scale = MAX (MIN (room_x / width, room_y / height), 0.01);
  width *= scale;
  height *= scale;
  return GRAPHENE_RECT_INIT ((float)(SHADOW + (room_x - width) / 2), (float)(SHADOW + (room_y - height) / 2),
                             (float)width, (float)height);
}

static void
fram_sheet_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FramSheetPreview *self = FRAM_SHEET_PREVIEW (widget);
  FramPrintPalette palette;
  GskRoundedRect outline;
  graphene_rect_t paper;
  cairo_t *cr;

  if (self->sheet == NULL)
    return;
  paper = find_paper (self);
  gsk_rounded_rect_init_from_rect (&outline, &paper, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA){ 0, 0, 0, 0.35f }, 0, 1, 0, 5);
  fram_print_palette_init (&palette, FRAM_LOOK_LIGHT, TRUE);
  cr = gtk_snapshot_append_cairo (snapshot, &paper);
  cairo_translate (cr, paper.origin.x, paper.origin.y);
  fram_roster_sheet_draw_page (self->sheet, self->page, &palette, paper.size.width, paper.size.height, cr);
  cairo_destroy (cr);
}

static void
fram_sheet_preview_finalize (GObject *object)
{
  FramSheetPreview *self = FRAM_SHEET_PREVIEW (object);

  g_clear_pointer (&self->sheet, fram_roster_sheet_unref);
  G_OBJECT_CLASS (fram_sheet_preview_parent_class)->finalize (object);
}

static void
fram_sheet_preview_class_init (FramSheetPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fram_sheet_preview_finalize;
  widget_class->measure = fram_sheet_preview_measure;
  widget_class->snapshot = fram_sheet_preview_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sheetpreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
fram_sheet_preview_init (FramSheetPreview *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Preview"), -1);
}

GtkWidget *
fram_sheet_preview_new (void)
{
  return g_object_new (FRAM_TYPE_SHEET_PREVIEW, NULL);
}

/**
 * fram_sheet_preview_show:
 * @self: a preview
 * @sheet: a sheet
 * @page: one of its pages, from 0
 */
void
fram_sheet_preview_show (FramSheetPreview *self, FramRosterSheet *sheet, guint page)
{
  g_autofree char *words = NULL, *rows = NULL;

  g_return_if_fail (FRAM_IS_SHEET_PREVIEW (self) && sheet != NULL);
  fram_roster_sheet_ref (sheet);
  g_clear_pointer (&self->sheet, fram_roster_sheet_unref);
  self->sheet = sheet;
  self->page = page;
  words = fram_roster_sheet_describe_page (sheet, page);
  rows =
      sheet->rows->len > 0 ? fram_roster_sheet_describe_rows (sheet, page) : fram_roster_sheet_get_empty_note (sheet);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, rows, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
