#pragma once

#include "fram-date.h"
#include "fram-paper.h"

G_BEGIN_DECLS

/**
 * FramInvitation:
 * @group: what the group is called
 * @name: (nullable): who is invited; without it anybody can be given the slip
 * @participant: (nullable): who that is, for the access log
 * @day: the first day
 * @starts: minutes since midnight, or %FRAM_TIME_NONE
 * @ends: likewise
 * @place: (nullable): room or place
 * @house: (nullable): the house
 * @meets: (nullable): who meets somebody new, and where; else who leads the group
 * @bring: (nullable): what to bring
 * @phone: (nullable): whom to call who cannot come
 * @log_text: what the access log says was printed
 * @printed_at: when, UTC milliseconds
 * @rtl: whether it is read from right to left
 *
 * An invitation to a group in words that one understands after some months of Swedish: when, where, who meets you, what to
 * bring.
 */
typedef struct
{
  const char *group;
  const char *name;
  const FramUuid *participant;
  FramDate day;
  int starts;
  int ends;
  const char *place;
  const char *house;
  const char *meets;
  const char *bring;
  const char *phone;
  const char *log_text;
  gint64 printed_at;
  gboolean rtl;
} FramInvitation;

/* Two slips of half a page each, with a line to cut along: one to give, one to keep. */
FramPaper *fram_invitation_paper_new (const FramInvitation *invitation);

G_END_DECLS
