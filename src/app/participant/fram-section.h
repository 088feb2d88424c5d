#pragma once

#include "fram-desk-case.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramSection:
 *
 * What stands under one name of a participant's page, or one part of it: timeline, plan, journal … A section reads what it
 * shows itself, off the main loop; the page hands it the participant, again after each change of the register. Sections
 * never include each other or the page: they ask through actions:
 * `participant.edit` (s: "ENTITY:UUID", as "booking:0192…") shows where a thing is changed, in whichever section knows it;
 * `participant.add` (s: what) begins a new thing: "entry", "meeting", "milestone", "placement", "support", "handover" …;
 * `participant.go` (s: name of a section). Toasts: fram_page_toast() on the section's page, found with
 * fram_section_toast().
 */
#define FRAM_TYPE_SECTION (fram_section_get_type ())
G_DECLARE_INTERFACE (FramSection, fram_section, FRAM, SECTION, GtkWidget)

/**
 * FramSectionInterface:
 * @show: shows a participant; @what is borrowed until the next call, which comes with %NULL before it is freed. Called
 *   again with a new one after changes: what is being written, scrolled to or focused stays
 * @focus: (nullable): puts the keyboard where work begins
 * @edit: (nullable): shows where a thing is changed; %FALSE where it is not of this section
 * @add: (nullable): begins a new thing; %FALSE likewise
 * @can_print: (nullable): whether there is something to print
 * @print: (nullable): asks how, and prints
 * @dup_selection: (nullable): what is selected as a table (see #FramPageInterface)
 * @dup_state: (nullable): how it is shown, a word without "@", "+" and "="; %NULL for as usual. It is there again at the
 *   next start; what it is changed by calls fram_section_remember()
 * @set_state: (nullable): shows it so
 * @flush: (nullable): writes down at once what is being written: the tab closes or the program ends
 */
struct _FramSectionInterface
{
  GTypeInterface parent_iface;

  void (*show) (FramSection *self, FramDesk *desk, const FramCase *what);
  void (*focus) (FramSection *self);
  gboolean (*edit) (FramSection *self, FramEntity entity, const FramUuid *id);
  gboolean (*add) (FramSection *self, const char *what);
  gboolean (*can_print) (FramSection *self);
  void (*print) (FramSection *self);
  char *(*dup_selection) (FramSection *self);
  char *(*dup_state) (FramSection *self);
  void (*set_state) (FramSection *self, const char *state);
  void (*flush) (FramSection *self);
};

void fram_section_show (FramSection *self, FramDesk *desk, const FramCase *what);
void fram_section_focus (FramSection *self);
gboolean fram_section_edit (FramSection *self, FramEntity entity, const FramUuid *id);
gboolean fram_section_add (FramSection *self, const char *what);
gboolean fram_section_can_print (FramSection *self);
void fram_section_print (FramSection *self);
char *fram_section_dup_selection (FramSection *self);
char *fram_section_dup_state (FramSection *self);
void fram_section_set_state (FramSection *self, const char *state);
void fram_section_flush (FramSection *self);

void fram_section_remember (GtkWidget *inside);
void fram_section_toast (GtkWidget *inside, const char *text, gboolean with_undo);

G_END_DECLS
