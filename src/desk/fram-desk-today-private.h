#pragma once

#include "fram-desk-today.h"

G_BEGIN_DECLS

void fram_need_free (gpointer need);
void fram_my_meeting_free (gpointer meeting);
void fram_today_group_free (gpointer group);
void fram_today_member_free (gpointer member);
void fram_house_today_free (FramHouseToday *self);

gboolean fram_desk_today_add_needs (FramDesk *self, FramToday *today, GError **error);
FramNeed *fram_desk_today_add_need (FramToday *today, FramNeedKind kind, const FramUuid *participant,
                                    const char *case_no, const char *name, const char *section);
gboolean fram_desk_today_add_talks (FramDesk *self, FramToday *today, GError **error);
gboolean fram_desk_today_add_groups (FramDesk *self, FramToday *today, GError **error);
gboolean fram_desk_today_may_open (FramDesk *self, const FramUuid *participant);
gboolean fram_desk_today_add_house (FramDesk *self, FramToday *today, GError **error);

G_END_DECLS
