#pragma once

#include "fram-desk.h"
#include "fram-session.h"

G_BEGIN_DECLS

/**
 * FramSeat:
 *
 * One register and the person who works in it: the desk, who sits there, what is remembered of both, and what can be
 * undone. Every window of the program is a view on the one seat; when the register or the person changes, all of them
 * follow.
 *
 * Signals, in the main context:
 *
 * - `waiting`: opening the register takes more than a moment.
 * - `failed` (const GError *): the register could not be opened.
 * - `desk-changed`: there is another register, or none.
 * - `asking`: somebody must sit down.
 * - `trouble` (const char *): a sentence to be said in the window.
 * - `keep` (GPtrArray of FramSessionWindow): every window adds what it shows.
 * - `leaving`: the pages of the person who sat here go away now.
 * - `sat-down`: somebody sits here now.
 * - `day-changed`: it is another day.
 * - `undo-changed`: other things can be undone.
 */
#define FRAM_TYPE_SEAT (fram_seat_get_type ())
G_DECLARE_FINAL_TYPE (FramSeat, fram_seat, FRAM, SEAT, GObject)

FramSeat *fram_seat_new (FramClock *clock, GSettings *settings);

void fram_seat_open (FramSeat *self, const char *path, const char *as);
gboolean fram_seat_stop_opening (FramSeat *self);
void fram_seat_set_ready (FramSeat *self);
void fram_seat_forget_desk (FramSeat *self);
void fram_seat_ask_person (FramSeat *self);
gboolean fram_seat_sit_down (FramSeat *self, const FramUuid *person, GError **error);
void fram_seat_keep (FramSeat *self);
void fram_seat_keep_soon (FramSeat *self);
void fram_seat_keep_last (FramSeat *self);
void fram_seat_set_host (FramSeat *self, gpointer window);
gpointer fram_seat_get_host (FramSeat *self);
void fram_seat_update_undo (FramSeat *self);

FramDesk *fram_seat_get_desk (FramSeat *self);
FramSession *fram_seat_get_session (FramSeat *self);
FramClock *fram_seat_get_clock (FramSeat *self);
GSettings *fram_seat_get_settings (FramSeat *self);
const char *fram_seat_get_path (FramSeat *self);
const char *fram_seat_get_as (FramSeat *self);
const FramUuid *fram_seat_get_person (FramSeat *self);
const char *fram_seat_get_person_name (FramSeat *self);
const FramUuid *fram_seat_get_wanted (FramSeat *self);
gboolean fram_seat_can_undo (FramSeat *self);
gboolean fram_seat_can_redo (FramSeat *self);

G_END_DECLS
