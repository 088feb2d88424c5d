#pragma once

#include "fram-desk.h"
#include "fram-rights.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramPage:
 *
 * What fills a tab: a widget that knows its title, the text by which it is opened again at the next start, and its desk.
 * Pages never include each other: they ask the window through actions ("win.open-roster", "win.open-person" …).
 */
#define FRAM_TYPE_PAGE (fram_page_get_type ())
G_DECLARE_INTERFACE (FramPage, fram_page, FRAM, PAGE, GtkWidget)

/**
 * FramPageInterface:
 * @get_desk: (nullable): the desk it was made with
 * @dup_uri: what opens it again: "roster:UUID", "people"
 * @dup_title: the tab's title
 * @get_icon_name: the tab's icon
 * @reload: reads everything again
 * @focus: puts the keyboard where work begins
 * @show: (nullable): shows another view of the same page, by its address
 * @go_to_day: (nullable): shows another day, where the page is of one
 * @can_print: (nullable): whether what is in view can be printed; always where it is missing
 * @print: (nullable): asks how the page is to be printed, and prints it (Ctrl+P)
 * @dup_selection: (nullable): what is selected as a table with a heading row, columns parted by tabs (Ctrl+C), made with
 *   fram-table.h; %NULL where nothing is
 * @dup_selected_people: (nullable): whose data that is, ids of participants, and of what class; the access log tells it
 */
struct _FramPageInterface
{
  GTypeInterface parent_iface;

  FramDesk *(*get_desk) (FramPage *self);
  char *(*dup_uri) (FramPage *self);
  char *(*dup_title) (FramPage *self);
  const char *(*get_icon_name) (FramPage *self);
  void (*reload) (FramPage *self);
  void (*focus) (FramPage *self);
  void (*show) (FramPage *self, const char *uri);
  void (*go_to_day) (FramPage *self, FramDate day);
  gboolean (*can_print) (FramPage *self);
  void (*print) (FramPage *self);
  char *(*dup_selection) (FramPage *self);
  GArray *(*dup_selected_people) (FramPage *self, FramClass *klass);
};

FramDesk *fram_page_get_desk (FramPage *self);
char *fram_page_dup_uri (FramPage *self);
char *fram_page_dup_title (FramPage *self);
const char *fram_page_get_icon_name (FramPage *self);
void fram_page_reload (FramPage *self);
void fram_page_focus (FramPage *self);
void fram_page_show (FramPage *self, const char *uri);
void fram_page_go_to_day (FramPage *self, FramDate day);
gboolean fram_page_can_print (FramPage *self);
void fram_page_print (FramPage *self);
char *fram_page_dup_selection (FramPage *self);
GArray *fram_page_dup_selected_people (FramPage *self, FramClass *klass);

void fram_page_changed (FramPage *self);
void fram_page_toast (FramPage *self, const char *text, gboolean with_undo);

G_END_DECLS
