#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramPartRows:
 *
 * A part of a page that is a heading, a hint and groups of rows, read anew after each change: the row with the keyboard,
 * and what is unfolded, stay as they were.
 */
#define FRAM_TYPE_PART_ROWS (fram_part_rows_get_type ())
G_DECLARE_FINAL_TYPE (FramPartRows, fram_part_rows, FRAM, PART_ROWS, AdwBin)

FramPartRows *fram_part_rows_new (const char *title);
GtkWidget *fram_part_rows_add_action (FramPartRows *self, const char *label);

void fram_part_rows_begin (FramPartRows *self);
void fram_part_rows_end (FramPartRows *self);
void fram_part_rows_set_hint (FramPartRows *self, const char *text);
void fram_part_rows_set_trouble (FramPartRows *self, const char *sentence);
GtkWidget *fram_part_rows_add_group (FramPartRows *self, const char *title, const char *description);
GtkWidget *fram_part_rows_add (FramPartRows *self, GtkWidget *under, const char *key, const char *title,
                               const char *subtitle);
void fram_part_rows_put (FramPartRows *self, GtkWidget *under, const char *key, GtkWidget *row);
GtkWidget *fram_part_rows_add_expander (FramPartRows *self, GtkWidget *group, const char *key, const char *title);
void fram_part_rows_add_nothing (FramPartRows *self, GtkWidget *group, const char *text);
GtkWidget *fram_part_rows_add_button (GtkWidget *group, const char *icon, const char *name);

void fram_part_rows_set_icon (GtkWidget *row, const char *icon, const char *name);
void fram_part_rows_set_activated (GtkWidget *row, GCallback callback, gpointer object);
GtkWidget *fram_part_rows_add_suffix (GtkWidget *row, const char *label, const char *name);
const char *fram_part_rows_key_of (GtkWidget *row);

GCancellable *fram_part_rows_ask (FramPartRows *self);
gboolean fram_part_rows_is_stale (FramPartRows *self, GAsyncResult *result);
void fram_part_rows_unfold (FramPartRows *self, const char *key);
void fram_part_rows_focus (FramPartRows *self, const char *key);
char *fram_part_rows_dup_table (FramPartRows *self);

G_END_DECLS
