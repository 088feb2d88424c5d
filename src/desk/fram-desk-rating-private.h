#pragma once

#include "fram-desk-plan-private.h"
#include "fram-desk-rating.h"

#include "fram-rating-store.h"
#include "fram-talk-store.h"

G_BEGIN_DECLS

/* Whose talk it is, with the sets in all their versions and what was rated before, as far as the person at the keyboard may
 * see it. */
typedef struct
{
  FramPlanCase of;
  GPtrArray *sets;       /* FramStoredIndicatorSet */
  GPtrArray *indicators; /* FramStoredIndicator */
  GArray *ratings;       /* FramStoredRating */
  GPtrArray *notes;      /* FramStoredAreaNote */
  GArray *pauses;        /* FramPauseSpan */
  gboolean writes;       /* may rate */
  gboolean writes_notes; /* may write down what was said of an agenda */
  gboolean believes;     /* may rate the own belief: the programme has turned it on */
} FramTalkCase;

gboolean fram_talk_case_open (FramTalkCase *self, FramDesk *desk, const FramUuid *enrolment, gboolean write,
                              GError **error);
void fram_talk_case_clear (FramTalkCase *self);
const FramStoredIndicatorSet *fram_talk_case_find_set (const FramTalkCase *self, const FramUuid *id, GError **error);
guint fram_talk_case_raters (const FramTalkCase *self, const FramStoredIndicatorSet *set,
                             const FramStoredIndicator *indicator);
FramDate fram_talk_case_due (const FramTalkCase *self, const FramStoredIndicatorSet *set, FramDate *last);
FramDate fram_talk_case_last_day (const FramTalkCase *self);

gboolean fram_desk_belief_is_on (FramDesk *self);
GPtrArray *fram_desk_offered_sets (FramDesk *self, const GPtrArray *sets);

char *fram_answers_to_text (const GArray *answers);
GArray *fram_answers_from_text (const char *text);
const FramStoredDraft *fram_talk_find_draft (const GPtrArray *sets, const GPtrArray *drafts, const char *code);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramTalkCase, fram_talk_case_clear)

G_END_DECLS
