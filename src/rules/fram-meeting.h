#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** FRAM_MEETING_ELSEWHERE: an appointment that is not the programme's; what and with whom is of class note. */
#define FRAM_MEETING_ELSEWHERE "annan_bokning"

const char *fram_meeting_kind_get_name (const char *kind);
const char *const *fram_meeting_kinds (void);
gboolean fram_meeting_kind_is_planned (const char *kind);

G_END_DECLS
