#include "fram-meeting.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *code;
  const char *name;
  gboolean planned;  /* a meeting that was planned, not a registration only */
  gboolean bookable; /* can be chosen where a talk is booked */
} Kind;

/* Codes are those of events.csv; the last ones are bookings only. */
static const Kind kinds[] = {
  { "inskrivningsmote", NC_ ("meeting", "Enrolment meeting"), TRUE, TRUE },
  { "kartlaggningssamtal", NC_ ("meeting", "Mapping talk"), TRUE, TRUE },
  { "samtal", NC_ ("meeting", "Talk"), TRUE, TRUE },
  { "uppfoljning", NC_ ("meeting", "Follow-up"), TRUE, TRUE },
  { "trepartsmote", NC_ ("meeting", "Three-party meeting"), TRUE, TRUE },
  /* TRANSLATORS: samordnad individuell plan, the co-ordinated individual plan */
  { "sip", NC_ ("meeting", "SIP meeting"), TRUE, TRUE },
  { "overlamning", NC_ ("meeting", "Handover"), TRUE, TRUE },
  { "studie_och_yrkesvagledning", NC_ ("meeting", "Study and career guidance"), TRUE, TRUE },
  { "avstamning_telefon", NC_ ("meeting", "Check-in by telephone"), TRUE, TRUE },
  { "extern_plats_start", NC_ ("meeting", "Start at an external place"), TRUE, TRUE },
  { "uppfoljning_extern_plats", NC_ ("meeting", "Follow-up at the external place"), TRUE, TRUE },
  { "avslutsmote", NC_ ("meeting", "Closing meeting"), TRUE, TRUE },
  { FRAM_MEETING_ELSEWHERE, NC_ ("meeting", "Other appointment"), FALSE, TRUE },
  { "beslut", NC_ ("meeting", "Decision on the referral"), FALSE, FALSE },
  { "handlaggarbyte_anvisare", NC_ ("meeting", "New referring officer"), FALSE, FALSE },
  { "handlaggarbyte_fram", NC_ ("meeting", "New case worker"), FALSE, FALSE },
  { "anvisningssvar", NC_ ("meeting", "Final document"), FALSE, FALSE },
  { "uppfoljning_3_manader", NC_ ("meeting", "Follow-up after three months"), FALSE, FALSE },
};

static const Kind *
find (const char *code)
{
  for (guint i = 0; code != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].code, code) == 0)
      return &kinds[i];
  return NULL;
}

/**
 * fram_meeting_kind_get_name:
 * @kind: (nullable): code of an event or booking, `trepartsmote`
 *
 * Returns: what it is called in the reader's language; "Meeting" for a kind that nobody knows
 */
const char *
fram_meeting_kind_get_name (const char *kind)
{
  const Kind *known = find (kind);

  return known != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "meeting", known->name) : C_ ("meeting", "Meeting");
}

/**
 * fram_meeting_kinds:
 *
 * Returns: (array zero-terminated=1) (transfer none): codes of what can be booked, in order
 */
const char *const *
fram_meeting_kinds (void)
{
  static const char *codes[G_N_ELEMENTS (kinds) + 1];
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      guint n = 0;

      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        if (kinds[i].bookable)
          codes[n++] = kinds[i].code;
      g_once_init_leave (&once, 1);
    }
  return codes;
}

/**
 * fram_meeting_kind_is_planned:
 * @kind: (nullable): code of an event or booking
 *
 * Returns: whether it is planned activity of the programme, whatever became of it (`fram/README.md`, "events.csv"); a
 *   registration and an appointment elsewhere are not
 */
gboolean
fram_meeting_kind_is_planned (const char *kind)
{
  const Kind *known = find (kind);

  return known != NULL && known->planned;
}
