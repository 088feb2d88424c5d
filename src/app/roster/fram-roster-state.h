#pragma once

#include "fram-desk-roster.h"

G_BEGIN_DECLS

/**
 * FramRosterState:
 * @icon: a symbolic icon
 * @title: what is the matter
 * @text: why, and what to do
 * @days: whether the previous and next working day help
 * @again: whether trying again helps
 *
 * Why a roster shows nobody.
 */
typedef struct
{
  const char *icon;
  char *title;
  char *text;
  gboolean days;
  gboolean again;
} FramRosterState;

void fram_roster_state_clear (FramRosterState *self);
gboolean fram_roster_state_of (FramRosterState *self, const FramRoster *roster, FramDate today);
void fram_roster_state_of_error (FramRosterState *self, const GError *error);
char *fram_roster_day_words (const FramRoster *roster, FramDate today);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramRosterState, fram_roster_state_clear)

G_END_DECLS
