#include "fram-journal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *code;
  const char *name;
  const char *icon;
} Kind;

static const Kind kinds[] = {
  { "anteckning", NC_ ("journal", "Note"), "document-edit-symbolic" },
  { "samtal", NC_ ("journal", "Talk"), "user-available-symbolic" },
  { "telefon", NC_ ("journal", "Telephone"), "call-start-symbolic" },
  { "uppfoljning", NC_ ("journal", "Follow-up"), "view-refresh-symbolic" },
  { "trepartsmote", NC_ ("journal", "Three-party meeting"), "system-users-symbolic" },
  /* TRANSLATORS: samordnad individuell plan, the co-ordinated individual plan */
  { "sip", NC_ ("journal", "SIP meeting"), "emblem-shared-symbolic" },
  { "overlamning", NC_ ("journal", "Handover"), "send-to-symbolic" },
};

/* Which kind of entry tells of which kind of meeting; of any other a talk does. */
static const struct
{
  const char *meeting;
  const char *kind;
} of_meetings[] = {
  { "uppfoljning", "uppfoljning" },   { "uppfoljning_extern_plats", "uppfoljning" },
  { "trepartsmote", "trepartsmote" }, { "sip", "sip" },
  { "overlamning", "overlamning" },   { "avstamning_telefon", "telefon" },
};

static const Kind *
find (const char *code)
{
  for (guint i = 0; code != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].code, code) == 0)
      return &kinds[i];
  return NULL;
}

gboolean
fram_journal_kind_is_known (const char *kind)
{
  return find (kind) != NULL;
}

/**
 * fram_journal_kind_get_name:
 * @kind: (nullable): code of a kind of entry, `trepartsmote`
 *
 * Returns: what it is called in the reader's language; "Note" for a kind that nobody knows
 */
const char *
fram_journal_kind_get_name (const char *kind)
{
  const Kind *known = find (kind);

  return g_dpgettext2 (GETTEXT_PACKAGE, "journal", (known != NULL ? known : &kinds[0])->name);
}

const char *
fram_journal_kind_get_icon (const char *kind)
{
  const Kind *known = find (kind);

  return known != NULL ? known->icon : kinds[0].icon;
}

/**
 * fram_journal_kinds:
 *
 * Returns: (array zero-terminated=1) (transfer none): codes of the kinds of entries, in order
 */
const char *const *
fram_journal_kinds (void)
{
  static const char *codes[G_N_ELEMENTS (kinds) + 1];
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        codes[i] = kinds[i].code;
      g_once_init_leave (&once, 1);
    }
  return codes;
}

/**
 * fram_journal_kind_of_meeting:
 * @meeting: (nullable): code of a kind of meeting
 *
 * Returns: the kind of entry that tells of such a meeting
 */
const char *
fram_journal_kind_of_meeting (const char *meeting)
{
  for (guint i = 0; meeting != NULL && i < G_N_ELEMENTS (of_meetings); i++)
    if (strcmp (of_meetings[i].meeting, meeting) == 0)
      return of_meetings[i].kind;
  return "samtal";
}

/**
 * fram_journal_has_words:
 * @text: (nullable): what is written
 *
 * Returns: whether there is anything but blanks in it
 */
gboolean
fram_journal_has_words (const char *text)
{
  return text != NULL && text[strspn (text, " \t\n\r")] != '\0';
}

/**
 * fram_journal_midnight_after:
 * @instant: UTC milliseconds
 *
 * Returns: when that day ends in Sweden
 */
gint64
fram_journal_midnight_after (gint64 instant)
{
  return fram_instant_new (fram_instant_get_date (instant) + 1, 0);
}

/**
 * fram_journal_signed_at:
 * @signed_at: when somebody signed it, 0 for nobody has
 * @begun: when its first words were written
 * @has_words: whether there are any
 * @now: the instant
 *
 * Notes sign themselves at midnight: what was written on a day that is over counts as signed when that day ended. Without
 * words there is nothing to sign.
 *
 * Returns: when the entry was signed, 0 while it is a draft
 */
gint64
fram_journal_signed_at (gint64 signed_at, gint64 begun, gboolean has_words, gint64 now)
{
  gint64 midnight;

  if (signed_at != 0 || !has_words)
    return signed_at;
  midnight = fram_journal_midnight_after (begun);
  return midnight <= now ? midnight : 0;
}

/**
 * fram_booking_is_on:
 * @status: (nullable): status of a booking
 *
 * Returns: whether it was not called off or moved
 */
gboolean
fram_booking_is_on (const char *status)
{
  return g_strcmp0 (status, "avbokat") != 0 && g_strcmp0 (status, "ombokat") != 0;
}

/**
 * fram_booking_is_to_be_told:
 * @status: (nullable): its status
 * @day: its day
 * @starts: when it begins, or %FRAM_TIME_NONE
 * @today: the day
 * @now: minutes since midnight
 *
 * Returns: whether its time has come and nobody has said what became of it
 */
gboolean
fram_booking_is_to_be_told (const char *status, FramDate day, int starts, FramDate today, int now)
{
  if (status != NULL && strcmp (status, "bokat") != 0)
    return FALSE;
  return day < today || (day == today && starts != FRAM_TIME_NONE && starts <= now);
}

/**
 * fram_booking_overlaps:
 * @starts: when it begins, or %FRAM_TIME_NONE
 * @minutes: how long it is, or -1; then an hour
 * @from: when something else begins, or %FRAM_TIME_NONE for all day
 * @to: when that ends
 *
 * Returns: whether a person cannot be at both; what begins when the other ends is no collision
 */
gboolean
fram_booking_overlaps (int starts, int minutes, int from, int to)
{
  if (starts == FRAM_TIME_NONE)
    return FALSE;
  if (from == FRAM_TIME_NONE)
    return TRUE;
  return from < starts + (minutes > 0 ? minutes : 60) && to > starts;
}
