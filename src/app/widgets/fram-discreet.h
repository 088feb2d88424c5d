#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FRAM_DISCREET_CLASS:
 *
 * The style class that a window has while the discreet mode is on: others can see the screen, so lists show
 * "Amina H." and no birth dates or phone numbers, and instruction lines and hints are folded into icons. Style sheets
 * may ask for it ("window.discreet …"); code asks fram_discreet_is_on() and is told by fram_discreet_follow().
 */
#define FRAM_DISCREET_CLASS "discreet"

/**
 * FramDiscreetFunc:
 * @widget: the widget
 * @discreet: whether the discreet mode is on in its window
 */
typedef void (*FramDiscreetFunc) (GtkWidget *widget, gboolean discreet);

gboolean fram_discreet_is_on (GtkWidget *widget);
void fram_discreet_follow (GtkWidget *widget, FramDiscreetFunc func);
char *fram_discreet_name (const char *name);
char *fram_discreet_shown_name (GtkWidget *widget, const char *name);

G_END_DECLS
