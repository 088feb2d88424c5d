#pragma once

#include "fram-place-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramPlacesWidth:
 * @FRAM_PLACES_WIDE: all columns
 * @FRAM_PLACES_MEDIUM: employer, tasks and what is free
 * @FRAM_PLACES_NARROW: employers, with the rest under them
 *
 * How much room the list of places has.
 */
typedef enum
{
  FRAM_PLACES_WIDE,
  FRAM_PLACES_MEDIUM,
  FRAM_PLACES_NARROW,
} FramPlacesWidth;

FramPlacesWidth fram_places_width_of (int room);

void fram_places_columns_add (GtkColumnView *view);
void fram_places_columns_set_width (GtkColumnView *view, FramPlacesWidth width);
char *fram_places_columns_dup_table (GtkColumnView *view);

G_END_DECLS
