#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramMessagePage:
 *
 * A page that says one thing and offers what to do next: first start, a register that cannot be opened, work in progress.
 */
#define FRAM_TYPE_MESSAGE_PAGE (fram_message_page_get_type ())
G_DECLARE_FINAL_TYPE (FramMessagePage, fram_message_page, FRAM, MESSAGE_PAGE, AdwBin)

FramMessagePage *fram_message_page_new (void);
void fram_message_page_say (FramMessagePage *self, const char *icon, const char *title, const char *text);
GtkWidget *fram_message_page_offer (FramMessagePage *self, const char *label, const char *action, gboolean suggested);
void fram_message_page_set_progress (FramMessagePage *self, double fraction);

G_END_DECLS
