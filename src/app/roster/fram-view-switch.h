#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramViewChoice:
 * @view: what the action is told
 * @label: what is read, to be translated with the context "view"
 * @tooltip: what it is, with its key, to be translated
 *
 * One of the views of a page.
 */
typedef struct
{
  const char *view;
  const char *label;
  const char *tooltip;
} FramViewChoice;

/**
 * FramViewSwitch:
 *
 * Day · Week · Month in the head of a roster: linked buttons for the action "attendance.view" of the page around. Where there
 * is no such page they are not shown. Other pages hand in their own action and views.
 */
#define FRAM_TYPE_VIEW_SWITCH (fram_view_switch_get_type ())
G_DECLARE_FINAL_TYPE (FramViewSwitch, fram_view_switch, FRAM, VIEW_SWITCH, GtkBox)

GtkWidget *fram_view_switch_new (void);
GtkWidget *fram_view_switch_new_with (const char *action, const FramViewChoice *views, guint n, const char *name);

G_END_DECLS
