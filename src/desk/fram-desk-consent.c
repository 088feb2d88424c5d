#include "fram-desk-card-private.h"

#include "fram-consent-store.h"
#include "fram-desk-booking-private.h"
#include "fram-rights.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A card leaves the house only with a consent that names its recipient: how that stands, and how it is written down. */

static const FramChanged changed = { FRAM_UUID_NONE, FRAM_DATE_NONE, FALSE };

void
fram_consent_free (FramConsent *self)
{
  g_free (self->words);
  g_free (self);
}

char *
fram_consent_clean (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " \t\r\n", -1);
  g_autoptr (GString) clean = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (clean, "%s%s", clean->len > 0 ? " " : "", words[i]);
  return clean->len > 0 ? g_strdup (clean->str) : NULL;
}

/* The same name, however its letters and spaces were written. */
static char *
key_of (const char *name)
{
  g_autofree char *clean = fram_consent_clean (name);
  g_autofree char *folded = clean != NULL ? g_utf8_casefold (clean, -1) : NULL;

  return folded != NULL ? g_utf8_normalize (folded, -1, G_NORMALIZE_ALL) : NULL;
}

static gboolean
names (const FramStoredConsent *line, const char *key)
{
  g_autofree char *of_line = key_of (line->recipient);

  return g_strcmp0 (of_line, key) == 0;
}

static FramDate
last_withdrawal (const GPtrArray *lines, const char *key)
{
  FramDate last = FRAM_DATE_NONE;

  for (guint i = 0; i < lines->len; i++)
    {
      const FramStoredConsent *line = g_ptr_array_index (lines, i);

      if (line->withdrawn != FRAM_DATE_NONE && names (line, key))
        last = last == FRAM_DATE_NONE ? line->withdrawn : MAX (last, line->withdrawn);
    }
  return last;
}

/* A later end is better, and no end is best. */
static gboolean
ends_after (FramDate until, FramDate other)
{
  return other != FRAM_DATE_NONE && (until == FRAM_DATE_NONE || until > other);
}

/* One that holds wins over one that ran out. */
static void
take (const FramStoredConsent *line, FramDate today, FramConsentState *state, FramDate *day)
{
  gboolean holds = line->until == FRAM_DATE_NONE || line->until >= today;
  FramConsentState of_line = holds ? FRAM_CONSENT_VALID : FRAM_CONSENT_RUN_OUT;

  if (*state == of_line ? !ends_after (line->until, *day) : *state == FRAM_CONSENT_VALID)
    return;
  *state = of_line;
  *day = line->until;
}

/**
 * fram_consent_find:
 * @lines: (element-type FramStoredConsent): consents of one participant and one kind
 * @recipient: who would see it
 * @today: the day
 * @day: (out): until when it holds, since when it does not; %FRAM_DATE_NONE for no end
 *
 * Lines are only added, and a withdrawal wins over what was given up to its day (DATA.md, "consent").
 *
 * Returns: how it stands
 */
FramConsentState
fram_consent_find (const GPtrArray *lines, const char *recipient, FramDate today, FramDate *day)
{
  g_autofree char *key = key_of (recipient);
  FramDate withdrawn = key != NULL ? last_withdrawal (lines, key) : FRAM_DATE_NONE;
  FramConsentState state = withdrawn != FRAM_DATE_NONE ? FRAM_CONSENT_WITHDRAWN : FRAM_CONSENT_NONE;

  *day = withdrawn;
  for (guint i = 0; key != NULL && i < lines->len; i++)
    {
      const FramStoredConsent *line = g_ptr_array_index (lines, i);

      if (line->withdrawn == FRAM_DATE_NONE && line->given != FRAM_DATE_NONE && line->given <= today &&
          (withdrawn == FRAM_DATE_NONE || line->given > withdrawn) && names (line, key))
        take (line, today, &state, day);
    }
  return state;
}

/* --- reading --- */

FramStoredCase *
fram_desk_carded (FramDesk *self, const char *case_no_or_id, GError **error)
{
  g_autoptr (FramStoredCase) stored = fram_people_load_one (self->db, self->viewer, case_no_or_id, error);

  if (stored == NULL || fram_people_may (self->db, self->viewer, FRAM_CLASS_NEED, stored->participant))
    return g_steal_pointer (&stored);
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                       _ ("The card is made by the occupational therapist or the participant's case worker."));
  return NULL;
}

static gboolean
find (FramDesk *self, gint64 participant, const char *recipient, FramConsentState *state, FramDate *day, GError **error)
{
  g_autoptr (GPtrArray) lines = fram_consent_load (self->db, self->viewer, participant, FRAM_CONSENT_CARD, error);

  if (lines == NULL)
    return FALSE;
  *state = fram_consent_find (lines, recipient, self->viewer->today, day);
  return TRUE;
}

static char *
state_words (FramConsentState state, FramDate day)
{
  g_autofree char *date = day != FRAM_DATE_NONE ? fram_date_to_day_month (day) : NULL;

  switch (state)
    {
    case FRAM_CONSENT_VALID:
      if (date == NULL)
        return g_strdup (C_ ("consent", "There is a consent, without an end"));
      /* Translators: a day */
      return g_strdup_printf (C_ ("consent", "There is a consent until %s"), date);
    case FRAM_CONSENT_RUN_OUT:
      /* Translators: a day */
      return g_strdup_printf (C_ ("consent", "The consent ran out on %s"), date);
    case FRAM_CONSENT_WITHDRAWN:
      /* Translators: a day */
      return g_strdup_printf (C_ ("consent", "The consent was withdrawn on %s"), date);
    case FRAM_CONSENT_NONE:
    default: return g_strdup (C_ ("consent", "There is no consent yet"));
    }
}

/**
 * fram_desk_card_consent:
 * @self: the desk
 * @case_no_or_id: whose
 * @recipient: who would get the card
 * @error: return location; %FRAM_ERROR_NOT_FOUND, %FRAM_ERROR_DENIED
 *
 * Returns: (transfer full) (nullable): how it stands with the consent that names the recipient
 */
FramConsent *
fram_desk_card_consent (FramDesk *self, const char *case_no_or_id, const char *recipient, GError **error)
{
  g_autoptr (FramConsent) consent = g_new0 (FramConsent, 1);
  g_autoptr (FramStoredCase) stored = NULL;

  FRAM_DESK_LOCKED (self);
  stored = fram_desk_carded (self, case_no_or_id, error);
  if (stored == NULL || !find (self, stored->participant, recipient, &consent->state, &consent->day, error))
    return NULL;
  consent->words = state_words (consent->state, consent->day);
  return g_steal_pointer (&consent);
}

static void
set_refusal (FramConsentState state, FramDate day, const char *recipient, GError **error)
{
  g_autofree char *date = day != FRAM_DATE_NONE ? fram_date_to_day_month (day) : NULL;

  if (state == FRAM_CONSENT_WITHDRAWN)
    /* Translators: to whom the card was to go, a day */
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                 _ ("The participant withdrew the consent for “%1$s” on %2$s, so the card does not go there."),
                 recipient, date);
  else if (state == FRAM_CONSENT_RUN_OUT)
    /* Translators: to whom the card was to go, a day */
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                 _ ("The consent for “%1$s” ran out on %2$s. Ask the participant again and write the answer down."),
                 recipient, date);
  else
    /* Translators: to whom the card was to go */
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                 _ ("There is no consent that names “%s”. Ask the participant and write the answer down."), recipient);
}

gboolean
fram_desk_check_recipient (FramDesk *self, const FramPaper *paper, GError **error)
{
  for (guint i = 0; paper->recipient != NULL && i < paper->people->len; i++)
    {
      FramConsentState state;
      FramDate day;

      if (!find (self, fram_db_find_row (self->db, &g_array_index (paper->people, FramUuid, i)), paper->recipient,
                 &state, &day, error))
        return FALSE;
      if (state != FRAM_CONSENT_VALID)
        {
          set_refusal (state, day, paper->recipient, error);
          return FALSE;
        }
    }
  return TRUE;
}

/* --- writing --- */

/**
 * fram_consent_edit_init:
 * @edit: a consent to be written
 * @desk: the desk
 *
 * Given today by word of mouth for the adaptation card, for %FRAM_CONSENT_MONTHS months.
 */
void
fram_consent_edit_init (FramConsentEdit *edit, FramDesk *desk)
{
  FRAM_DESK_LOCKED (desk);
  memset (edit, 0, sizeof *edit);
  /* Translators: what a consent is about */
  edit->what = C_ ("consent", "The adaptation card");
  edit->form = "spoken";
  edit->given = desk->viewer->today;
  edit->until = fram_date_add_months (edit->given, FRAM_CONSENT_MONTHS);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
check_edit (FramDesk *self, const FramConsentEdit *edit, const char *recipient, GError **error)
{
  static const char *const forms[] = { "spoken", "written", NULL };

  if (recipient == NULL)
    return refuse (error, _ ("Write to whom the card goes; a consent names its recipient."));
  if (edit->form == NULL || !g_strv_contains (forms, edit->form))
    return refuse (error, _ ("Say how the consent was given: spoken or written."));
  if (edit->given == FRAM_DATE_NONE || edit->given > self->viewer->today)
    return refuse (error, _ ("Write the day on which the consent was given; it cannot lie ahead."));
  if (edit->until == FRAM_DATE_NONE || edit->until < self->viewer->today)
    return refuse (error, _ ("Write until which day the consent holds; it cannot be over."));
  return TRUE;
}

static gboolean
write_line (FramDesk *self, FramChanges *changes, const FramStoredCase *whose, const FramConsentEdit *edit,
            const char *recipient, FramDate withdrawn, GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_CONSENT, NULL);
  g_autofree char *what = fram_consent_clean (edit->what);

  fram_record_set_ref (record, "participant", &whose->participant_id);
  fram_record_set_text (record, "kind", FRAM_CONSENT_CARD);
  fram_record_set_text (record, "recipient", recipient);
  if (what != NULL)
    fram_record_set_text (record, "what", what);
  if (edit->form != NULL)
    fram_record_set_text (record, "form", edit->form);
  if (edit->given != FRAM_DATE_NONE)
    fram_record_set_date (record, "given", edit->given);
  if (edit->until != FRAM_DATE_NONE)
    fram_record_set_date (record, "until", edit->until);
  if (withdrawn != FRAM_DATE_NONE)
    fram_record_set_date (record, "withdrawn", withdrawn);
  return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
}

static gboolean
write_consent (FramDesk *self, const FramStoredCase *whose, const FramConsentEdit *edit, const char *recipient,
               FramDate withdrawn, char **what, GError **error)
{
  g_autoptr (FramChanges) changes = fram_changes_begin (self->db, self->viewer, "consent", NULL, error);
  g_autofree char *name = fram_desk_case_name (whose);
  g_autofree char *sentence = NULL;

  if (changes == NULL || !write_line (self, changes, whose, edit, recipient, withdrawn, error))
    return FALSE;
  if (withdrawn != FRAM_DATE_NONE)
    /* Translators: a participant, and to whom the adaptation card was to go */
    sentence = g_strdup_printf (_ ("%1$s's consent for “%2$s” is withdrawn."), name, recipient);
  else
    /* Translators: a participant, and to whom the adaptation card may go */
    sentence = g_strdup_printf (_ ("%1$s has consented: the card may go to “%2$s”."), name, recipient);
  if (!fram_desk_finish (self, changes, sentence, &changed, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return TRUE;
}

/**
 * fram_desk_give_consent:
 * @self: the desk
 * @case_no_or_id: whose
 * @edit: what the participant has consented to
 * @what: (out) (optional): a sentence for the toast
 * @error: return location; %FRAM_ERROR_NOT_FOUND, %FRAM_ERROR_DENIED, %FRAM_ERROR_INVALID
 *
 * Writes down a consent with which the adaptation card may go to its recipient. One undo step.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_give_consent (FramDesk *self, const char *case_no_or_id, const FramConsentEdit *edit, char **what,
                        GError **error)
{
  g_autofree char *recipient = fram_consent_clean (edit->recipient);
  g_autoptr (FramStoredCase) whose = NULL;
  FramConsentState state;
  FramDate day;

  FRAM_DESK_LOCKED (self);
  whose = fram_desk_carded (self, case_no_or_id, error);
  if (whose == NULL || !check_edit (self, edit, recipient, error) ||
      !find (self, whose->participant, recipient, &state, &day, error))
    return FALSE;
  if (state == FRAM_CONSENT_WITHDRAWN && edit->given <= day)
    return refuse (error,
                   _ ("The consent was withdrawn that day or later, and that holds. Undo the withdrawal if it was a "
                      "slip; else ask again another day."));
  return write_consent (self, whose, edit, recipient, FRAM_DATE_NONE, what, error);
}

/**
 * fram_desk_withdraw_consent:
 * @self: the desk
 * @case_no_or_id: whose
 * @recipient: who was named
 * @what: (out) (optional): a sentence for the toast
 * @error: return location; %FRAM_ERROR_NOT_FOUND, %FRAM_ERROR_DENIED, %FRAM_ERROR_INVALID where there is none that holds
 *
 * Writes down that the participant has taken a consent back: from today no card goes there. One undo step.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_withdraw_consent (FramDesk *self, const char *case_no_or_id, const char *recipient, char **what,
                            GError **error)
{
  g_autofree char *clean = fram_consent_clean (recipient);
  FramConsentEdit edit = { .given = FRAM_DATE_NONE, .until = FRAM_DATE_NONE };
  g_autoptr (FramStoredCase) whose = NULL;
  FramConsentState state;
  FramDate day;

  FRAM_DESK_LOCKED (self);
  whose = fram_desk_carded (self, case_no_or_id, error);
  if (whose == NULL || !find (self, whose->participant, clean, &state, &day, error))
    return FALSE;
  if (state != FRAM_CONSENT_VALID)
    return refuse (error, _ ("There is no consent for this recipient that could be withdrawn."));
  return write_consent (self, whose, &edit, clean, self->viewer->today, what, error);
}
