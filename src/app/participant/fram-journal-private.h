#pragma once

#include "fram-desk-journal.h"
#include "fram-journal-card.h"
#include "fram-journal-editor.h"
#include "fram-journal-section.h"
#include "fram-size-bin.h"

G_BEGIN_DECLS

struct _FramJournalSection
{
  AdwBin parent_instance;

  /* borrowed */
  const FramCase *what; /* NULL: nobody is shown */
  FramSizeBin *room;
  GtkBox *bar;
  GtkSearchEntry *search;
  GtkDropDown *kinds;
  GtkDropDown *years;
  GtkMenuButton *copy;
  GtkButton *write;
  GtkWidget *writing; /* holds the editor */
  FramJournalEditor *editor;
  GtkStack *stack;
  GtkListView *view;
  AdwStatusPage *empty;
  GtkWidget *empty_write;
  AdwStatusPage *trouble;

  /* owned */
  FramDesk *desk;
  FramUuid participant;
  GListStore *items;
  GtkMultiSelection *selection;
  FramJournal *journal;
  GPtrArray *kind_codes; /* of the drop-down, the first NULL */
  GArray *year_codes;    /* of the drop-down, the first 0 */
  GCancellable *loading;
  GSimpleActionGroup *actions;
  FramUuid wanted; /* what is to be shown once it is read */
  char *adding;    /* what is to be begun then */
  gboolean narrow;
  gboolean filling;
  gboolean opened; /* the draft on disk has been opened once */
};

void fram_journal_section_reload (FramJournalSection *self);
void fram_journal_section_add_actions (FramJournalSection *self);
void fram_journal_section_update_actions (FramJournalSection *self);
gboolean fram_journal_section_begin (FramJournalSection *self, const char *what);
void fram_journal_section_book (FramJournalSection *self, const FramUuid *booking, const char *kind,
                                gboolean for_entry);
void fram_journal_section_arrange (FramJournalSection *self);
char *fram_journal_section_dup_selected (FramJournalSection *self);

G_END_DECLS
