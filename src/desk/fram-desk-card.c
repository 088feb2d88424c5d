#include "fram-desk-card-private.h"

#include "fram-consent-store.h"
#include "fram-desk-adaptation.h"
#include "fram-desk-booking-private.h"
#include "fram-desk-places.h"
#include "fram-my-steps-store.h"
#include "fram-person-store.h"
#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* The adaptation card: what there is to choose from, and the card as it was chosen. */

/* Whose card it is. */
typedef struct
{
  FramDesk *desk;
  FramStoredCase *stored;
  gint64 enrolment;
  FramUuid enrolment_id;
  GPtrArray *adaptations; /* tried or in place */
} Card;

static void
card_clear (Card *self)
{
  g_clear_pointer (&self->stored, fram_stored_case_free);
  g_clear_pointer (&self->adaptations, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Card, card_clear)

void
fram_card_choice_free (FramCardChoice *self)
{
  g_free (self->text);
  g_free (self->state);
  g_free (self->aid);
  g_free (self->aid_detail);
  g_free (self->own_words);
  g_free (self->barrier);
  g_free (self);
}

static gboolean
find_enrolment (Card *self, const FramUuid *enrolment, GError **error)
{
  FramDb *db = self->desk->db;

  self->enrolment = enrolment != NULL ? fram_db_find_row (db, enrolment) : self->stored->enrolment;
  if (self->enrolment != 0 && fram_db_find_participant (db, self->enrolment) == self->stored->participant)
    {
      self->enrolment_id = fram_db_get_id (db, self->enrolment);
      return TRUE;
    }
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                       _ ("The person is not enrolled yet, so there is nothing for a card."));
  return FALSE;
}

/* What to do: as the workshop was told, else what was agreed. */
static const char *
text_of (const FramAdaptation *adaptation)
{
  return adaptation->line != NULL ? adaptation->line : adaptation->measure;
}

static gboolean
can_stand (const FramAdaptation *adaptation)
{
  return (text_of (adaptation) != NULL || adaptation->aid_kind != NULL) &&
         (adaptation->status == FRAM_ADAPTATION_ON_TRIAL || adaptation->status == FRAM_ADAPTATION_IN_PLACE);
}

/* That they are read is logged; who may not read them makes no card. */
static gboolean
card_open (Card *self, FramDesk *desk, const char *case_no_or_id, const FramUuid *enrolment, GError **error)
{
  FramAdaptationQuery query = { &self->enrolment_id, FRAM_DATE_NONE };

  self->desk = desk;
  self->stored = fram_desk_carded (desk, case_no_or_id, error);
  if (self->stored == NULL || !find_enrolment (self, enrolment, error))
    return FALSE;
  self->adaptations = fram_desk_adaptations (desk, &query, error);
  for (guint i = self->adaptations != NULL ? self->adaptations->len : 0; i > 0; i--)
    if (!can_stand (g_ptr_array_index (self->adaptations, i - 1)))
      g_ptr_array_remove_index (self->adaptations, i - 1);
  return self->adaptations != NULL;
}

/* --- what there is to choose from --- */

static void
add_seen (GPtrArray *choices, const FramStoredSeen *seen)
{
  FramCardChoice *choice = g_new0 (FramCardChoice, 1);

  choice->kind = FRAM_CARD_SEEN;
  choice->id = seen->id;
  choice->text = g_strdup (seen->text);
  choice->state = fram_date_to_day_month (seen->day);
  choice->is_allowed = choice->chosen = seen->agreed != FRAM_DATE_NONE;
  g_ptr_array_add (choices, choice);
}

static char *
aid_detail (const FramAdaptation *adaptation)
{
  g_autofree char *who = fram_consent_clean (adaptation->aid_carrier);

  if (adaptation->aid_kind == NULL || who == NULL)
    return NULL;
  /* Translators: who brings a work aid to the place, a name or a role; on the adaptation card, plain words */
  return g_strdup_printf (C_ ("card", "Who brings it: %s"), who);
}

static FramCardChoice *
choice_of (const FramAdaptation *adaptation)
{
  FramCardChoice *choice = g_new0 (FramCardChoice, 1);
  const char *text = text_of (adaptation);

  choice->kind = FRAM_CARD_ADAPTATION;
  choice->id = adaptation->id;
  choice->text = g_strdup (text != NULL ? text : adaptation->aid_kind);
  choice->state = g_strdup (adaptation->words);
  choice->aid = g_strdup (adaptation->aid_kind);
  choice->aid_detail = aid_detail (adaptation);
  choice->own_words = g_strdup (adaptation->own_words);
  choice->barrier = g_strdup (adaptation->barrier);
  choice->is_allowed = TRUE;
  choice->chosen = adaptation->status == FRAM_ADAPTATION_IN_PLACE;
  choice->with_aid = choice->aid != NULL;
  return choice;
}

static GPtrArray *
choices_of (const Card *self, GError **error)
{
  FramDesk *desk = self->desk;
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_card_choice_free);
  g_autoptr (GPtrArray) lines = fram_seen_load (desk->db, desk->viewer, self->enrolment, error);

  if (lines == NULL)
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    add_seen (choices, g_ptr_array_index (lines, i));
  for (guint i = 0; i < self->adaptations->len; i++)
    g_ptr_array_add (choices, choice_of (g_ptr_array_index (self->adaptations, i)));
  return g_steal_pointer (&choices);
}

/**
 * fram_desk_card_choices:
 * @self: the desk
 * @case_no_or_id: case number or UUID
 * @enrolment: (nullable): one enrolment, else the newest
 * @error: return location; %FRAM_ERROR_NOT_FOUND also for somebody whom the person at the keyboard may not see,
 *   %FRAM_ERROR_DENIED where that person's needs may not be read, %FRAM_ERROR_INVALID before the enrolment
 *
 * Returns: (transfer full) (nullable) (element-type FramCardChoice): what can stand on the card; what is in place, and what
 *   was seen and agreed, is chosen
 */
GPtrArray *
fram_desk_card_choices (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment, GError **error)
{
  g_auto (Card) card = { 0 };

  FRAM_DESK_LOCKED (self);
  return card_open (&card, self, case_no_or_id, enrolment, error) ? choices_of (&card, error) : NULL;
}

/* --- the card --- */

static const FramAdaptation *
find_adaptation (const Card *self, const FramUuid *id)
{
  for (guint i = 0; i < self->adaptations->len; i++)
    {
      const FramAdaptation *adaptation = g_ptr_array_index (self->adaptations, i);

      if (fram_uuid_equal (&adaptation->id, id))
        return adaptation;
    }
  return NULL;
}

/* What was seen stands there with the participant's yes only, in the words it was written in, whatever was chosen. */
static void
add_chosen_seen (const Card *self, const FramCardChoice *choice, FramAdaptationCard *card)
{
  FramDesk *desk = self->desk;
  g_autoptr (FramStoredSeen) seen = fram_seen_load_one (desk->db, desk->viewer, &choice->id, NULL);

  if (seen != NULL && seen->agreed != FRAM_DATE_NONE && seen->participant == self->stored->participant)
    fram_adaptation_card_add (card->strengths, seen->text, NULL);
}

/* As it is in the register now: what ended meanwhile is not there. */
static void
add_chosen_adaptation (const Card *self, const FramCardChoice *choice, FramAdaptationCard *card)
{
  const FramAdaptation *adaptation = find_adaptation (self, &choice->id);
  g_autofree char *brings = adaptation != NULL ? aid_detail (adaptation) : NULL;
  g_autoptr (GString) detail = g_string_new (NULL);

  if (adaptation == NULL)
    return;
  if (choice->with_barrier && adaptation->barrier != NULL)
    g_string_append (detail, adaptation->barrier);
  if (choice->with_own_words && adaptation->own_words != NULL)
    g_string_append_printf (detail, fram_text_is_swedish () ? "%s”%s”" : "%s“%s”", detail->len > 0 ? "\n" : "",
                            adaptation->own_words);
  if (text_of (adaptation) != NULL)
    fram_adaptation_card_add (card->measures, text_of (adaptation), detail->len > 0 ? detail->str : NULL);
  if (adaptation->aid_kind != NULL && (choice->with_aid || text_of (adaptation) == NULL))
    fram_adaptation_card_add (card->aids, adaptation->aid_kind, brings);
}

static void
add_own (const char *own, FramAdaptationCard *card)
{
  g_auto (GStrv) lines = g_strsplit (own != NULL ? own : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = fram_consent_clean (lines[i]);

      if (line != NULL)
        fram_adaptation_card_add (card->strengths, line, NULL);
    }
}

static FramAdaptationCard *
card_of (const Card *self, const GPtrArray *choices, const FramCardOrder *order)
{
  FramDesk *desk = self->desk;
  FramAdaptationCard *card = fram_adaptation_card_new ();

  card->participant = self->stored->participant_id;
  card->name = fram_desk_case_name (self->stored);
  card->house = fram_my_steps_load_house (desk->db, self->enrolment);
  card->date = fram_date_to_day_month (desk->viewer->today);
  card->made_at = fram_clock_now (desk->clock);
  card->recipient = fram_consent_clean (order->recipient);
  card->ask = fram_person_load_case_workers (desk->db, desk->viewer, self->enrolment);
  add_own (order->own, card);
  for (guint i = 0; i < choices->len; i++)
    {
      const FramCardChoice *choice = g_ptr_array_index (choices, i);

      if (choice->chosen && choice->kind == FRAM_CARD_SEEN)
        add_chosen_seen (self, choice, card);
      else if (choice->chosen)
        add_chosen_adaptation (self, choice, card);
    }
  return card;
}

/**
 * fram_desk_card:
 * @self: the desk
 * @order: what is wanted
 * @error: return location, see fram_desk_card_choices()
 *
 * What stands there comes from the register, with the name as it may be seen; the order only says which.
 *
 * Returns: (transfer full) (nullable): the card
 */
FramAdaptationCard *
fram_desk_card (FramDesk *self, const FramCardOrder *order, GError **error)
{
  g_auto (Card) card = { 0 };
  g_autoptr (GPtrArray) all = NULL;

  FRAM_DESK_LOCKED (self);
  if (!card_open (&card, self, order->case_no_or_id, order->enrolment, error))
    return NULL;
  all = order->choices == NULL ? choices_of (&card, error) : NULL;
  if (order->choices == NULL && all == NULL)
    return NULL;
  return card_of (&card, order->choices != NULL ? order->choices : all, order);
}

/**
 * fram_desk_card_paper:
 * @self: the desk
 * @order: what is wanted
 * @error: return location, see fram_desk_card_choices()
 *
 * Returns: (transfer full) (nullable): the card on paper, to be looked at; it is printed and saved only with a consent that
 *   names its recipient, and either is logged
 */
FramPaper *
fram_desk_card_paper (FramDesk *self, const FramCardOrder *order, GError **error)
{
  FramAdaptationCard *card = fram_desk_card (self, order, error);

  return card != NULL ? fram_adaptation_card_paper_new (card) : NULL;
}

/* --- whom it could be for --- */

static void
add_name (GPtrArray *found, const char *name)
{
  g_autofree char *clean = fram_consent_clean (name);

  if (clean != NULL && !g_ptr_array_find_with_equal_func (found, clean, g_str_equal, NULL))
    g_ptr_array_add (found, g_steal_pointer (&clean));
}

/**
 * fram_desk_card_recipients:
 * @self: the desk
 * @case_no_or_id: case number or UUID
 * @enrolment: (nullable): one enrolment, else the newest
 * @error: return location, see fram_desk_card_choices()
 *
 * Returns: (transfer full) (nullable) (element-type utf8): whom the card could be for: the participant's own external
 *   places first, then who was named before, then the register of places as far as it may be seen
 */
GPtrArray *
fram_desk_card_recipients (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lines = NULL, places = NULL;
  g_autoptr (FramOutside) outside = NULL;
  FramPlacesQuery query = { .day = FRAM_DATE_NONE };
  g_auto (Card) card = { .desk = self };

  FRAM_DESK_LOCKED (self);
  card.stored = fram_desk_carded (self, case_no_or_id, error);
  if (card.stored == NULL || !find_enrolment (&card, enrolment, error))
    return NULL;
  outside = fram_desk_outside (self, &card.enrolment_id, NULL);
  for (guint i = 0; outside != NULL && i < outside->stays->len; i++)
    add_name (found, ((FramExternalStay *)g_ptr_array_index (outside->stays, i))->name);
  lines = fram_consent_load (self->db, self->viewer, card.stored->participant, FRAM_CONSENT_CARD, error);
  if (lines == NULL)
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    add_name (found, ((FramStoredConsent *)g_ptr_array_index (lines, i))->recipient);
  places = fram_desk_external_places (self, &query, NULL);
  for (guint i = 0; places != NULL && i < places->len; i++)
    add_name (found, ((FramExternalPlace *)g_ptr_array_index (places, i))->employer);
  return g_steal_pointer (&found);
}
