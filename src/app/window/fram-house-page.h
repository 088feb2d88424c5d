#pragma once

#include "fram-form-dialog.h"
#include "fram-house-facts.h"

G_BEGIN_DECLS

/**
 * FramHousePage:
 *
 * What the lists of staff, workshops and closed days have in common: a title, groups of rows, a button to add, and what
 * is shown when there is nothing or the register cannot be read. The list is read again whenever the house changes, and
 * the row that had the focus keeps it.
 */
#define FRAM_TYPE_HOUSE_PAGE (fram_house_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (FramHousePage, fram_house_page, FRAM, HOUSE_PAGE, AdwBin)

/**
 * FramHousePageClass:
 * @klass: what must be writable, of the whole site, for the controls that change something
 * @or_klass: or this
 * @uri: what opens the page again
 * @icon: icon of its tab
 * @title: title of the page
 * @add_label: (nullable): label with a mnemonic of the button that adds, %NULL where nothing can be added
 * @empty_title: what it says when there is nothing
 * @empty_hint: and what to do
 * @read: reads what @show takes, on the desk's thread; %NULL for FramHouseFacts
 * @free_answer: frees that
 * @show: adds groups and rows with fram_house_page_add_group(); answers how many things there are
 * @count_text: (nullable): "%u" text for so many
 * @add: opens the dialog
 */
struct _FramHousePageClass
{
  AdwBinClass parent_class;

  FramClass klass;
  FramClass or_klass;
  const char *uri;
  const char *icon;
  const char *title;
  const char *add_label;
  const char *empty_title;
  const char *empty_hint;
  FramDeskFunc read;
  GDestroyNotify free_answer;
  guint (*show) (FramHousePage *self, gpointer answer);
  char *(*count_text) (FramHousePage *self, guint n);
  void (*add) (FramHousePage *self);
};

FramDesk *fram_house_page_get_desk (FramHousePage *self);
gboolean fram_house_page_may_write (FramHousePage *self);
void fram_house_page_reload (FramHousePage *self);
AdwPreferencesGroup *fram_house_page_add_group (FramHousePage *self, const char *title);
GtkWidget *fram_house_page_add_row (FramHousePage *self, AdwPreferencesGroup *group, const char *key, const char *title,
                                    const char *subtitle);
GtkWidget *fram_house_page_add_button (GtkWidget *row, const char *icon, const char *name);
void fram_house_page_scroll_to (FramHousePage *self, GtkWidget *group);
GtkBox *fram_house_page_get_bar (FramHousePage *self);
void fram_house_page_present (FramHousePage *self, FramFormDialog *dialog);

G_END_DECLS
