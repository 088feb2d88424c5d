#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramTodaySection:
 *
 * A heading over a boxed list whose rows stay while what they say changes: a row is known by a key, so that the focus and
 * the place in the list are kept when the list is read again.
 */
#define FRAM_TYPE_TODAY_SECTION (fram_today_section_get_type ())
G_DECLARE_FINAL_TYPE (FramTodaySection, fram_today_section, FRAM, TODAY_SECTION, GtkBox)

GtkWidget *fram_today_section_new (const char *title);
void fram_today_section_set_title (FramTodaySection *self, const char *title);
void fram_today_section_set_note (FramTodaySection *self, const char *note);
void fram_today_section_set_link (FramTodaySection *self, GtkWidget *link);
void fram_today_section_set_limit (FramTodaySection *self, guint limit);
void fram_today_section_set_footer (FramTodaySection *self, GtkWidget *row);

void fram_today_section_begin (FramTodaySection *self);
AdwActionRow *fram_today_section_take (FramTodaySection *self, const char *key, gboolean *is_new);
void fram_today_section_end (FramTodaySection *self, const char *empty, const char *advice);
guint fram_today_section_get_n_rows (FramTodaySection *self);
GtkWidget *fram_today_section_get_row (FramTodaySection *self, guint nth);

G_END_DECLS
