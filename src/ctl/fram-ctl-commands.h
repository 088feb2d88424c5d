#pragma once

#include "fram-ctl.h"
#include "fram-desk-print.h"

G_BEGIN_DECLS

gboolean fram_command_init (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_demo (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_import (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_import_holidays (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_own_week (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_draw_progression (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_capacity (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_ctl_read_capacity_weeks (FramCtl *ctl, const char *from_text, const char *to_text, FramDate *from,
                                       FramDate *to, GError **error);
gboolean fram_command_draw_capacity (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_draw_timeline (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_draw_roster (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_export (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_add_participant (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_add_staff (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_set_staff (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_staff (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_add_workshop (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_set_workshop (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_workshops (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_add_closed_day (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_remove_closed_day (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_closed_days (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_pin (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_places (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_support (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_plan (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_document_plan (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_place (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_participants (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_show (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_timeline (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_progression (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_rate (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_roster (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_rosters (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_document_handover (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_document_card (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_document_steps (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_commitments (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_adaptations (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_proven (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_gaps (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_journal (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_book (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_tasks (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_ask_workshop (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_questions (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_answer (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_ask (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_schedule (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_ctl_parse_drawing (const char *output, const char *size, const char *style, FramSheetFile *file,
                                 GError **error);
gboolean fram_command_draw_week (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_document_members (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_document_invitation (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_week (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_indicators (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_indicators_export (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_indicators_import (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_indicators_offer (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_indicators_belief (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_mark (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_absence (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_away (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_stand_in (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_visit (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_seen (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_numbers (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_check (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_backup (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_restore (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_log (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_groups (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_group_add (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_group_change (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_group_leaders (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_group_next (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_group_move (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_group_cancel (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_group_restore (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_group_extra (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_group_substitute (FramCtl *ctl, GStrv *argv, GError **error);
gboolean fram_command_group_remark (FramCtl *ctl, GStrv *argv, GError **error);

/* parts of commands: */
gboolean fram_ctl_print_due_talks (FramCtl *ctl, const char *until, GError **error);

G_END_DECLS
