#include "fram-sheet-preview.h"

#include <glib/gi18n-lib.h>

#define LEAST   160
#define NATURAL 480
#define SHADOW  12.0

struct _FramSheetPreview
{
  GtkWidget parent_instance;

  /* owned */
  FramPaper *paper;
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
  double width = self->paper->width, height = self->paper->height, scale;

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
  GskRoundedRect outline;
  graphene_rect_t paper;
  cairo_t *cr;

  if (self->paper == NULL)
    return;
  paper = find_paper (self);
  gsk_rounded_rect_init_from_rect (&outline, &paper, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA){ 0, 0, 0, 0.35f }, 0, 1, 0, 5);
  cr = gtk_snapshot_append_cairo (snapshot, &paper);
  cairo_translate (cr, paper.origin.x, paper.origin.y);
  fram_paper_draw_page (self->paper, self->page, FRAM_LOOK_LIGHT, TRUE, paper.size.width, paper.size.height, cr);
  cairo_destroy (cr);
}

static void
fram_sheet_preview_finalize (GObject *object)
{
  FramSheetPreview *self = FRAM_SHEET_PREVIEW (object);

  g_clear_pointer (&self->paper, fram_paper_unref);
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
 * @paper: what is to be printed
 * @page: one of its pages, from 0
 */
void
fram_sheet_preview_show (FramSheetPreview *self, FramPaper *paper, guint page)
{
  g_autofree char *words = NULL, *told = NULL;

  g_return_if_fail (FRAM_IS_SHEET_PREVIEW (self) && paper != NULL && page < paper->n_pages);
  fram_paper_ref (paper);
  g_clear_pointer (&self->paper, fram_paper_unref);
  self->paper = paper;
  self->page = page;
  words = paper->describe != NULL ? paper->describe (paper, page) : g_strdup (paper->title);
  told = paper->tell != NULL ? paper->tell (paper, page) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, told != NULL ? told : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
