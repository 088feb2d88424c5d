#pragma once

#include "fram-desk-member.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramMemberCard:
 *
 * What a leader of a group sees of one of its members: name, phone, attendance in the own groups and the own talks, which
 * can be booked, moved, called off and told of here. In discreet mode the phone is hidden and the name short.
 */
#define FRAM_TYPE_MEMBER_CARD (fram_member_card_get_type ())
G_DECLARE_FINAL_TYPE (FramMemberCard, fram_member_card, FRAM, MEMBER_CARD, AdwWindow)

FramMemberCard *fram_member_card_new (FramDesk *desk, GtkWidget *parent, const FramUuid *enrolment);
void fram_member_card_present (GtkWidget *parent, FramDesk *desk, const FramUuid *enrolment);
const FramMember *fram_member_card_get_member (FramMemberCard *self);
gboolean fram_member_card_is_idle (FramMemberCard *self);

G_END_DECLS
