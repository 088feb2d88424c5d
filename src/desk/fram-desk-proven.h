#pragma once

#include "fram-desk.h"

G_BEGIN_DECLS

/** FRAM_PROVEN_LENGTH: characters that a measure of the catalogue, and its line, may have at most. */
#define FRAM_PROVEN_LENGTH 200

/**
 * FramProven:
 * @id: the entry of the catalogue, or none where it comes from use alone
 * @area: (nullable): code of the area
 * @area_name: (nullable): its name
 * @text: the measure
 * @line: (nullable): what the workshop is told then
 * @n_people: how many participants have or had it in place, of those whose needs the person at the keyboard may read
 * @is_kept: whether it was kept as a proven measure
 *
 * A measure to be suggested. It is either kept in the catalogue, by somebody who looked through its words, or at least
 * %FRAM_PROVEN_PEOPLE different participants have it word for word: never what one person said.
 */
typedef struct
{
  FramUuid id;
  char *area;
  char *area_name;
  char *text;
  char *line;
  guint n_people;
  gboolean is_kept;
} FramProven;

void fram_proven_free (FramProven *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramProven, fram_proven_free)

/* Of one area (its code), or of all with %NULL: most used first. Who may not write needs is told what was kept alone, without
 * numbers. Fill "try" with `text` and the workshop's line with `line`. (element-type FramProven) */
GPtrArray *fram_desk_proven (FramDesk *self, const char *area, GError **error);

/* Whether the person at the keyboard keeps the catalogue: who writes needs of the whole house, and administrators. */
gboolean fram_desk_may_keep_proven (FramDesk *self);

/* One undo step each; `what` is the sentence for the toast. With @adaptation, the one it comes from, words that name its
 * participant are refused. FRAM_ERROR_INVALID with one sentence, DENIED, NOT_FOUND. */
gboolean fram_desk_keep_proven (FramDesk *self, const FramUuid *adaptation, const char *area, const char *text,
                                const char *line, char **what, GError **error);
gboolean fram_desk_drop_proven (FramDesk *self, const FramUuid *id, char **what, GError **error);

G_END_DECLS
