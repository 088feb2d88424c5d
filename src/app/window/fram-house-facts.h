#pragma once

#include "fram-desk-house.h"
#include "fram-desk-person.h"

G_BEGIN_DECLS

/**
 * FramHouseFacts:
 * @staff: (element-type FramStaff): everybody, those who have left too
 * @workshops: (element-type FramWorkshop): all, closed ones too
 * @groups: (element-type FramChoice): code and name
 *
 * What the dialogs of the house choose among, read at once on the desk's thread.
 */
typedef struct
{
  GPtrArray *staff;
  GPtrArray *workshops;
  GPtrArray *groups;
} FramHouseFacts;

void fram_house_facts_free (FramHouseFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramHouseFacts, fram_house_facts_free)

/* A FramDeskFunc that answers FramHouseFacts. */
gpointer fram_house_facts_read (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error);

const char *fram_house_facts_workshop_name (const FramHouseFacts *self, const char *code);
const char *fram_house_facts_group_name (const FramHouseFacts *self, const char *code);
gboolean fram_house_facts_is_last_administrator (const FramHouseFacts *self, const FramUuid *staff);

G_END_DECLS
