#pragma once

#include "fram-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramListPage:
 *
 * A page that is one list across people or things, with filters above it: it is read off the main loop, again after each
 * change, and when it comes into view if it was out of it then. What is special about each list is told by its class.
 */
#define FRAM_TYPE_LIST_PAGE (fram_list_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (FramListPage, fram_list_page, FRAM, LIST_PAGE, AdwBin)

/**
 * FramListPageClass:
 * @uri: what opens it again: its line in fram-kinds.c says the rest
 * @house_only: whether marks change nothing in it, only people and the house
 * @prepare: (nullable): shows rights and reads what the filters offer: at first and for another person
 * @read: reads the list anew with the given #GCancellable; the answer is handed to fram_list_page_take()
 * @forget: (nullable): nothing may be seen any more of what was shown: somebody else sits down
 * @focus: puts the keyboard where work begins
 * @dup_selection: (nullable): see #FramPageInterface
 * @dup_selected_people: (nullable): likewise
 *
 * Pages of lists do not print: what is selected is copied.
 */
struct _FramListPageClass
{
  AdwBinClass parent_class;

  const char *uri;
  gboolean house_only;

  void (*prepare) (FramListPage *self);
  void (*read) (FramListPage *self, GCancellable *cancellable);
  void (*forget) (FramListPage *self);
  void (*focus) (FramListPage *self);
  char *(*dup_selection) (FramListPage *self);
  GArray *(*dup_selected_people) (FramListPage *self, FramClass *klass);
};

FramDesk *fram_list_page_get_desk (FramListPage *self);
void fram_list_page_reload (FramListPage *self);
void fram_list_page_ask (FramListPage *self);
gboolean fram_list_page_take (FramListPage *self, GAsyncResult *result);
gboolean fram_list_page_is_idle (FramListPage *self);
gboolean fram_list_page_is_writable (FramListPage *self);

G_END_DECLS
