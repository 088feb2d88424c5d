#pragma once

#include "fram-person-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramListWidth:
 * @FRAM_LIST_WIDE: all columns
 * @FRAM_LIST_MEDIUM: name, phase and workshops
 * @FRAM_LIST_NARROW: names, with the rest in a second line
 *
 * How much room a list of people has.
 */
typedef enum
{
  FRAM_LIST_WIDE,
  FRAM_LIST_MEDIUM,
  FRAM_LIST_NARROW,
} FramListWidth;

FramListWidth fram_list_width_of (int room);

void fram_participants_columns_add (GtkColumnView *view);
void fram_participants_columns_set_width (GtkColumnView *view, FramListWidth width);
void fram_participants_columns_show_organisation (GtkColumnView *view, gboolean show);

char *fram_participants_columns_dup_table (GtkColumnView *view);
GArray *fram_participants_columns_dup_selected (GtkColumnView *view);

G_END_DECLS
