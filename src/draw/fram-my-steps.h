#pragma once

#include "fram-paper.h"

#include "fram-date.h"

G_BEGIN_DECLS

/**
 * FramMyMonth:
 * @first: first day of the month
 * @weekly_minutes: hours present in a week of that month, as minutes, the mean of its open weeks; -1 where nothing is
 *   shown
 * @state: (nullable): why: "closed", in the sheet's language
 */
typedef struct
{
  FramDate first;
  int weekly_minutes;
  char *state;
} FramMyMonth;

/**
 * FramMyStep:
 * @title: what it is, said to the participant: "You work 16 hours a week"
 * @detail: (nullable): "In April it was 4 hours"
 */
typedef struct
{
  char *title;
  char *detail;
} FramMyStep;

/**
 * FramMySteps:
 * @participant: whose
 * @title: heading of the sheet
 * @name: as it may be seen
 * @period: "april till november 2026"
 * @house: name of the programme
 * @date: when it was made, in words
 * @made_at: UTC milliseconds
 * @months: (element-type FramMyMonth): in order
 * @steps: (element-type FramMyStep): steps forward, the newest first
 * @seen: (element-type utf8): what was seen in the workshop, with the participant's yes
 * @kind_words: (nullable): of a dip that has turned: "It was harder for a while in October. You came back. …"
 * @milestone: (nullable): the next one
 * @meeting: (nullable): when it is talked about
 * @case_worker: (nullable): who
 * @language: language of the sheet
 *
 * *Mina steg*: one page for the participant, in plain words (Swedish of level A1; UX.md, DOMAIN.md "Sensitive by nature"):
 * hours present are shown, never absence or rates, and never the case worker's ratings.
 */
typedef struct
{
  FramUuid participant;
  char *title;
  char *name;
  char *period;
  char *house;
  char *date;
  gint64 made_at;
  GArray *months;
  GPtrArray *steps;
  GPtrArray *seen;
  char *kind_words;
  char *milestone;
  char *meeting;
  char *case_worker;
  char *language;
} FramMySteps;

FramMySteps *fram_my_steps_new (void);
void fram_my_steps_free (FramMySteps *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramMySteps, fram_my_steps_free)

void fram_my_steps_add_month (FramMySteps *self, FramDate first, int weekly_minutes, const char *state);
void fram_my_steps_add_step (FramMySteps *self, const char *title, const char *detail);

/* One page A4, standing; takes the sheet. */
FramPaper *fram_my_steps_paper_new (FramMySteps *steps);
guint fram_my_steps_paper_left_out (const FramPaper *paper);

G_END_DECLS
