#pragma once

#include "fram-section.h"

G_BEGIN_DECLS

/**
 * FramSectionKind:
 * @name: its name in addresses: `participant:UUID@plan`
 * @title: what it is called; translatable with the context "section"
 * @make: makes it
 * @is_for: whether the person at the keyboard may see anything in it
 *
 * A section of the participant's page.
 */
typedef struct
{
  const char *name;
  const char *title;
  GtkWidget *(*make) (void);
  gboolean (*is_for) (const FramCase *what);
} FramSectionKind;

guint fram_sections_count (void);
const FramSectionKind *fram_sections_get (guint n);
int fram_sections_find (const char *name);
const char *fram_section_kind_get_title (const FramSectionKind *self);

G_END_DECLS
