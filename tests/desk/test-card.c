#include "desk-fixture.h"

#include "fram-access-log.h"
#include "fram-changes.h"
#include "fram-consent-store.h"
#include "fram-desk-absence.h"
#include "fram-desk-contact.h"
#include "fram-desk-adaptation.h"
#include "fram-desk-card.h"
#include "fram-desk-case.h"
#include "fram-desk-paper.h"
#include "fram-desk-progression.h"
#include "fram-ids.h"

#include <glib/gstdio.h>

/* The adaptation card: what stands on it and what does not, who makes it, and to whom it goes. */

#define PLACE "Blomsterhandeln Linnea"

typedef struct
{
  Fixture base;
  FramUuid amina; /* the enrolment */
  FramUuid participant;
} House;

static void
put_case_worker (House *h, const FramUuid *staff)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_CASE_WORKER, NULL);

  fram_record_set_ref (record, "enrolment", &h->amina);
  fram_record_set_ref (record, "staff", staff);
  fram_record_set_date (record, "from_day", fram_test_date ("2026-09-07"));
  fixture_put (&h->base, record);
}

static void
adapt (House *h, const FramAdaptationEdit *edit)
{
  g_autoptr (GError) error = NULL;
  FramAdaptationField field;

  g_assert_true (fram_desk_save_adaptation (h->base.desk, &h->amina, NULL, edit, &field, NULL, &error));
  g_assert_no_error (error);
}

static void
write_down (House *h, FramAdaptationStatus status, const char *line, const char *measure, const char *aid)
{
  FramAdaptationEdit edit;

  fram_adaptation_edit_init (&edit);
  edit.area = "arbetsmiljo";
  edit.barrier = "Hemlig svårighet";
  edit.own_words = "Det tjuter i huvudet";
  edit.measure = measure;
  edit.line = line;
  edit.status = status;
  edit.aid_kind = aid;
  edit.aid_carrier = aid != NULL ? "Dragana" : NULL;
  adapt (h, &edit);
}

static void
set_up (House *h, gconstpointer unused)
{
  Fixture *f = &h->base;
  g_autoptr (GError) error = NULL;
  FramUuid rebecka;

  fixture_set_up (f, NULL);
  rebecka = fixture_hire (f, "Rebecka Memic", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Petra Annan", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Dragana Andersen", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL);
  fixture_hire (f, "Samir Sandberg", FRAM_ROLE_PEER_MENTOR, NULL);
  fixture_hire (f, "Paul Plats", FRAM_ROLE_PLACE_FINDER, NULL);
  fixture_hire (f, "Linn Samband", FRAM_ROLE_LIAISON, NULL);
  fixture_hire (f, "Lena Ahmadi", FRAM_ROLE_MANAGER, NULL);
  fixture_hire (f, "Teresa Sundberg", FRAM_ROLE_ADMINISTRATOR, NULL);
  fixture_hire (f, "Örjan Kadhim", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  g_assert_true (fram_desk_find_enrolment (f->desk, f->amina, &h->amina, NULL));
  g_assert_true (fram_desk_person_id (f->desk, f->amina, &h->participant, NULL));
  put_case_worker (h, &rebecka);
  g_assert_true (fram_desk_save_seen (f->desk, &h->amina, "Hjälper nya", TRUE, NULL, &error));
  g_assert_true (fram_desk_save_seen (f->desk, &h->amina, "Inget ja än", FALSE, NULL, &error));
  g_assert_no_error (error);
  write_down (h, FRAM_ADAPTATION_IN_PLACE, "Kåpor på vid maskinerna", "Kåpor enligt utredning", "Hörselkåpor");
  write_down (h, FRAM_ADAPTATION_ON_TRIAL, "Paus varje timme", NULL, NULL);
  write_down (h, FRAM_ADAPTATION_PROPOSED, "Bara ett förslag", NULL, NULL);
  fixture_sit (f, "Dragana Andersen");
}

static void
tear_down (House *h, gconstpointer unused)
{
  fixture_tear_down (&h->base, NULL);
}

static GPtrArray *
choices_of (House *h)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *choices = fram_desk_card_choices (h->base.desk, h->base.amina, NULL, &error);

  g_assert_no_error (error);
  return choices;
}

static FramCardChoice *
choice_at (GPtrArray *choices, const char *text)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_str_equal (((FramCardChoice *)choices->pdata[i])->text, text))
      return choices->pdata[i];
  g_error ("“%s” is not there to choose", text);
}

/* All that the card says, a line each. */
static char *
told (House *h, const FramCardOrder *order)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramPaper) paper = fram_desk_card_paper (h->base.desk, order, &error);

  g_assert_no_error (error);
  return paper->tell (paper, 0);
}

static void
assert_says (const char *card, const char *words, gboolean says)
{
  if ((strstr (card, words) != NULL) != says)
    g_error ("“%s” %s on the card: %s", words, says ? "is not" : "is", card);
}

/* --- what stands on it --- */

static void
test_what_is_in_place_stands_there (House *h, gconstpointer unused)
{
  FramCardOrder order = { .case_no_or_id = h->base.amina };
  g_autofree char *card = told (h, &order);

  assert_says (card, "Hjälper nya", TRUE);
  assert_says (card, "Kåpor på vid maskinerna", TRUE); /* the line that the workshop has */
  assert_says (card, "Hörselkåpor", TRUE);
  assert_says (card, "Dragana", TRUE);
  assert_says (card, "Rebecka Memic", TRUE);
  assert_says (card, "Inget ja än", FALSE);
  assert_says (card, "Paus varje timme", FALSE); /* it is only tried */
  assert_says (card, "Bara ett förslag", FALSE);
  assert_says (card, "Hemlig svårighet", FALSE);
  assert_says (card, "Det tjuter", FALSE);
  assert_says (card, "enligt utredning", FALSE);
}

static void
test_the_participant_decides (House *h, gconstpointer unused)
{
  g_autoptr (GPtrArray) choices = choices_of (h);
  FramCardOrder order = { .case_no_or_id = h->base.amina, .choices = choices, .own = "Jag är noga\n\n  Jag kan såga " };
  FramCardChoice *place = choice_at (choices, "Kåpor på vid maskinerna"),
                 *trial = choice_at (choices, "Paus varje timme");
  g_autofree char *card = NULL, *again = NULL;

  g_assert_cmpuint (choices->len, ==, 4); /* what is proposed is not there to choose */
  g_assert_true (place->chosen && !trial->chosen && !place->with_barrier && !place->with_own_words);
  place->with_aid = FALSE;
  trial->chosen = trial->with_own_words = TRUE;
  choice_at (choices, "Hjälper nya")->chosen = FALSE;
  card = told (h, &order);
  assert_says (card, "Jag är noga. Jag kan såga.", TRUE);
  assert_says (card, "Paus varje timme", TRUE);
  assert_says (card, "Det tjuter", TRUE);
  assert_says (card, "Dragana", FALSE);
  assert_says (card, "Hjälper nya", FALSE);
  assert_says (card, "Hemlig svårighet", FALSE);
  trial->with_barrier = TRUE;
  again = told (h, &order);
  assert_says (again, "Hemlig svårighet", TRUE);
}

static void
test_without_a_yes_it_does_not_stand_there_whatever_is_chosen (House *h, gconstpointer unused)
{
  g_autoptr (GPtrArray) choices = choices_of (h);
  FramCardOrder order = { .case_no_or_id = h->base.amina, .choices = choices };
  FramCardChoice *seen = choice_at (choices, "Inget ja än");
  g_autofree char *card = NULL;

  g_assert_false (seen->is_allowed);
  seen->chosen = TRUE;
  card = told (h, &order);
  assert_says (card, "Inget ja än", FALSE);
}

static void
test_what_ended_meanwhile_is_gone (House *h, gconstpointer unused)
{
  g_autoptr (GPtrArray) choices = choices_of (h);
  FramCardOrder order = { .case_no_or_id = h->base.amina, .choices = choices };
  g_autoptr (FramAdaptation) adaptation = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *card = NULL;
  FramAdaptationField field;
  FramAdaptationEdit edit;

  adaptation = fram_desk_adaptation (h->base.desk, &choice_at (choices, "Kåpor på vid maskinerna")->id, &error);
  g_assert_no_error (error);
  fram_adaptation_edit_init_from (&edit, adaptation);
  edit.status = FRAM_ADAPTATION_ENDED;
  g_assert_true (fram_desk_save_adaptation (h->base.desk, &h->amina, &adaptation->id, &edit, &field, NULL, &error));
  card = told (h, &order);
  assert_says (card, "Kåpor på vid maskinerna", FALSE);
}

/* --- who makes it --- */

static void
assert_may (House *h, const char *who, gboolean may)
{
  FramCardOrder order = { .case_no_or_id = h->base.amina, .recipient = PLACE };
  GError *errors[4] = { NULL };
  FramConsentEdit edit;
  g_autoptr (GPtrArray) choices = NULL, places = NULL;
  g_autoptr (FramPaper) paper = NULL;
  g_autoptr (FramConsent) consent = NULL;
  gboolean gives;

  fixture_sit (&h->base, who);
  fram_consent_edit_init (&edit, h->base.desk);
  edit.recipient = PLACE;
  choices = fram_desk_card_choices (h->base.desk, h->base.amina, NULL, &errors[0]);
  paper = fram_desk_card_paper (h->base.desk, &order, &errors[1]);
  places = fram_desk_card_recipients (h->base.desk, h->base.amina, NULL, &errors[2]);
  consent = fram_desk_card_consent (h->base.desk, h->base.amina, PLACE, NULL);
  gives = fram_desk_give_consent (h->base.desk, h->base.amina, &edit, NULL, &errors[3]);
  if ((choices != NULL) != may || (paper != NULL) != may || (places != NULL) != may || (consent != NULL) != may ||
      gives != may)
    g_error ("%s %s make the card", who, may ? "may not" : "may");
  for (guint i = 0; !may && i < 4; i++)
    g_assert_true (g_error_matches (errors[i], FRAM_ERROR, FRAM_ERROR_DENIED) ||
                   g_error_matches (errors[i], FRAM_ERROR, FRAM_ERROR_NOT_FOUND));
  for (guint i = 0; i < 4; i++)
    g_clear_error (&errors[i]);
}

static void
test_the_therapist_and_the_own_case_worker_make_it (House *h, gconstpointer unused)
{
  assert_may (h, "Dragana Andersen", TRUE);
  assert_may (h, "Rebecka Memic", TRUE);
  assert_may (h, "Petra Annan", FALSE);
  assert_may (h, "Örjan Kadhim", FALSE);
  assert_may (h, "Samir Sandberg", FALSE);
  assert_may (h, "Paul Plats", FALSE);
  assert_may (h, "Linn Samband", FALSE);
  assert_may (h, "Lena Ahmadi", FALSE);
  assert_may (h, "Teresa Sundberg", FALSE);
}

/* --- consent --- */

typedef struct
{
  const char *recipient;
  const char *given;
  const char *until;
  const char *withdrawn;
} Line;

typedef struct
{
  const char *name;
  Line lines[3];
  FramConsentState state;
  const char *day;
} Standing;

/* On 12 November 2026. */
static const Standing standings[] = {
  { "nothing", { { NULL } }, FRAM_CONSENT_NONE, NULL },
  { "given", { { PLACE, "2026-11-01", "2027-05-01" } }, FRAM_CONSENT_VALID, "2027-05-01" },
  { "given today", { { PLACE, "2026-11-12", "2026-11-12" } }, FRAM_CONSENT_VALID, "2026-11-12" },
  { "without an end", { { PLACE, "2026-11-01" } }, FRAM_CONSENT_VALID, NULL },
  { "written otherwise",
    { { " blomsterhandeln  LINNEA ", "2026-11-01", "2027-05-01" } },
    FRAM_CONSENT_VALID,
    "2027-05-01" },
  { "for another", { { "Kaffestugan", "2026-11-01", "2027-05-01" } }, FRAM_CONSENT_NONE, NULL },
  { "for a longer name", { { PLACE " i Lund", "2026-11-01", "2027-05-01" } }, FRAM_CONSENT_NONE, NULL },
  { "for nobody", { { "", "2026-11-01", "2027-05-01" } }, FRAM_CONSENT_NONE, NULL },
  { "from tomorrow", { { PLACE, "2026-11-13", "2027-05-01" } }, FRAM_CONSENT_NONE, NULL },
  { "ran out yesterday", { { PLACE, "2026-05-01", "2026-11-11" } }, FRAM_CONSENT_RUN_OUT, "2026-11-11" },
  { "given again",
    { { PLACE, "2026-05-01", "2026-06-01" }, { PLACE, "2026-11-02", "2026-12-01" } },
    FRAM_CONSENT_VALID,
    "2026-12-01" },
  { "the shorter after the longer",
    { { PLACE, "2026-05-01", "2027-06-01" }, { PLACE, "2026-05-02", "2026-06-01" } },
    FRAM_CONSENT_VALID,
    "2027-06-01" },
  { "ran out twice",
    { { PLACE, "2026-05-01", "2026-06-01" }, { PLACE, "2026-07-01", "2026-08-01" } },
    FRAM_CONSENT_RUN_OUT,
    "2026-08-01" },
  { "withdrawn",
    { { PLACE, "2026-05-01", "2027-06-01" }, { PLACE, NULL, NULL, "2026-11-03" } },
    FRAM_CONSENT_WITHDRAWN,
    "2026-11-03" },
  { "withdrawn on its day",
    { { PLACE, "2026-11-12", "2027-06-01" }, { PLACE, NULL, NULL, "2026-11-12" } },
    FRAM_CONSENT_WITHDRAWN,
    "2026-11-12" },
  { "withdrawn in its own line",
    { { PLACE, "2026-05-01", "2027-06-01", "2026-11-03" } },
    FRAM_CONSENT_WITHDRAWN,
    "2026-11-03" },
  { "withdrawn for another",
    { { PLACE, "2026-05-01", "2027-06-01" }, { "Kaffestugan", NULL, NULL, "2026-11-03" } },
    FRAM_CONSENT_VALID,
    "2027-06-01" },
  { "given after a withdrawal",
    { { PLACE, NULL, NULL, "2026-11-03" }, { PLACE, "2026-11-04", "2027-06-01" } },
    FRAM_CONSENT_VALID,
    "2027-06-01" },
};

static FramDate
day_of (const char *text)
{
  return text != NULL ? fram_test_date (text) : FRAM_DATE_NONE;
}

static void
test_how_a_consent_stands (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (standings); i++)
    {
      const Standing *s = &standings[i];
      g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_consent_free);
      FramDate day;

      for (guint j = 0; j < 3 && s->lines[j].recipient != NULL; j++)
        {
          FramStoredConsent *line = g_new0 (FramStoredConsent, 1);

          line->recipient = g_strdup (s->lines[j].recipient);
          line->given = day_of (s->lines[j].given);
          line->until = day_of (s->lines[j].until);
          line->withdrawn = day_of (s->lines[j].withdrawn);
          g_ptr_array_add (lines, line);
        }
      if (fram_consent_find (lines, PLACE, fram_test_date ("2026-11-12"), &day) != s->state || day != day_of (s->day))
        g_error ("a consent that is %s", s->name);
      g_assert_cmpint (fram_consent_find (lines, NULL, fram_test_date ("2026-11-12"), &day), ==, FRAM_CONSENT_NONE);
    }
}

static guint
count_log (House *h, const char *act)
{
  g_autoptr (FramDb) db = fram_db_open (h->base.path, h->base.clock, NULL);
  g_autoptr (FramViewer) system = fram_viewer_new_system (h->base.today);
  g_autoptr (GPtrArray) lines = fram_access_log_read (db, system, 0, 100, NULL);
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const FramAccessLine *line = lines->pdata[i];

      n += g_str_equal (line->act, act) && g_strcmp0 (line->klass, "need") == 0;
    }
  return n;
}

static gboolean
save (House *h, const char *recipient, GError **error)
{
  FramCardOrder order = { .case_no_or_id = h->base.amina, .recipient = recipient };
  g_autofree char *path = g_build_filename (h->base.directory, "card.pdf", NULL);
  FramSheetFile file = { .path = path };
  g_autoptr (GError) wrong = NULL;
  g_autoptr (FramPaper) paper = fram_desk_card_paper (h->base.desk, &order, &wrong);
  g_auto (GStrv) files = NULL;

  g_assert_no_error (wrong); /* it can be looked at */
  files = fram_desk_save_paper (h->base.desk, paper, &file, error);
  g_assert_true ((files != NULL) == g_file_test (path, G_FILE_TEST_EXISTS));
  g_unlink (path);
  return files != NULL;
}

static void
assert_refused (House *h, const char *recipient, const char *words)
{
  FramCardOrder order = { .case_no_or_id = h->base.amina, .recipient = recipient };
  g_autoptr (FramPaper) paper = fram_desk_card_paper (h->base.desk, &order, NULL);
  g_autoptr (GError) saved = NULL, printed = NULL;
  guint n = count_log (h, "exported") + count_log (h, "printed");

  g_assert_false (save (h, recipient, &saved));
  g_assert_error (saved, FRAM_ERROR, FRAM_ERROR_DENIED);
  g_assert_nonnull (strstr (saved->message, words));
  g_assert_false (fram_desk_log_paper (h->base.desk, paper, FALSE, &printed));
  g_assert_error (printed, FRAM_ERROR, FRAM_ERROR_DENIED);
  g_assert_cmpuint (count_log (h, "exported") + count_log (h, "printed"), ==, n);
}

static void
give (House *h, const char *recipient)
{
  g_autoptr (GError) error = NULL;
  FramConsentEdit edit;

  fram_consent_edit_init (&edit, h->base.desk);
  edit.recipient = recipient;
  edit.form = "written";
  g_assert_true (fram_desk_give_consent (h->base.desk, h->base.amina, &edit, NULL, &error));
  g_assert_no_error (error);
}

static void
test_it_leaves_the_house_with_a_consent_only (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramConsent) consent = NULL;

  assert_refused (h, PLACE, "no consent that names “" PLACE "”");
  give (h, "Kaffestugan");
  assert_refused (h, PLACE, "no consent");
  give (h, PLACE);
  g_assert_true (save (h, PLACE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_log (h, "exported"), ==, 1);
  consent = fram_desk_card_consent (h->base.desk, h->base.amina, PLACE, &error);
  fram_assert_date (consent->day, "2027-05-12");
  g_assert_true (fram_desk_withdraw_consent (h->base.desk, h->base.amina, PLACE, NULL, &error));
  assert_refused (h, PLACE, "withdrew");
  g_assert_true (fram_desk_undo (h->base.desk, NULL, &error)); /* a slip */
  g_assert_true (save (h, PLACE, &error));
}

static void
test_the_own_copy_needs_no_consent (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save (h, NULL, &error));
  g_assert_true (save (h, "  ", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_log (h, "exported"), ==, 2);
}

static void
test_a_consent_that_ran_out_is_asked_again (House *h, gconstpointer unused)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_CONSENT, NULL);

  fram_record_set_ref (record, "participant", &h->participant);
  fram_record_set_text (record, "kind", FRAM_CONSENT_CARD);
  fram_record_set_text (record, "recipient", PLACE);
  fram_record_set_date (record, "given", fram_test_date ("2026-05-01"));
  fram_record_set_date (record, "until", fram_test_date ("2026-11-11"));
  fixture_put (&h->base, record);
  assert_refused (h, PLACE, "ran out on 11 November");
}

/* A consent for an authority lets it look things up; it is none for a card, and that for a card opens nothing else. */
static void
test_consents_are_for_what_they_are_for (House *h, gconstpointer unused)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_CONSENT, NULL);
  g_autoptr (FramCase) before = NULL;

  give (h, PLACE);
  fixture_sit (&h->base, "Rebecka Memic");
  before = fram_desk_case (h->base.desk, h->base.amina, NULL, NULL);
  g_assert_true (before->consent == FRAM_DATE_NONE);
  fram_record_set_ref (record, "participant", &h->participant);
  fram_record_set_text (record, "kind", "authority");
  fram_record_set_text (record, "recipient", "Arbetsförmedlingen");
  fram_record_set_date (record, "given", fram_test_date ("2026-05-01"));
  fixture_put (&h->base, record);
  assert_refused (h, "Arbetsförmedlingen", "no consent");
}

static void
test_a_consent_says_for_whom_how_and_until_when (House *h, gconstpointer unused)
{
  FramConsentEdit whole, edits[5];

  fram_consent_edit_init (&whole, h->base.desk);
  whole.recipient = PLACE;
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    edits[i] = whole;
  edits[0].recipient = " ";
  edits[1].form = "rumour";
  edits[2].given = h->base.today + 1;
  edits[3].until = h->base.today - 1;
  edits[4].until = FRAM_DATE_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (fram_desk_give_consent (h->base.desk, h->base.amina, &edits[i], NULL, &error));
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
    }
  assert_refused (h, PLACE, "no consent");
}

static void
test_a_withdrawal_holds_that_day (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL, none = NULL;
  FramConsentEdit edit;

  g_assert_false (fram_desk_withdraw_consent (h->base.desk, h->base.amina, PLACE, NULL, &none));
  g_assert_error (none, FRAM_ERROR, FRAM_ERROR_INVALID);
  give (h, PLACE);
  g_assert_true (fram_desk_withdraw_consent (h->base.desk, h->base.amina, PLACE, NULL, NULL));
  fram_consent_edit_init (&edit, h->base.desk);
  edit.recipient = PLACE;
  g_assert_false (fram_desk_give_consent (h->base.desk, h->base.amina, &edit, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
}

static void
test_who_was_named_is_there_to_choose (House *h, gconstpointer unused)
{
  g_autoptr (GPtrArray) names = NULL;

  give (h, "  Mormors   kafé ");
  give (h, "Mormors kafé");
  names = fram_desk_card_recipients (h->base.desk, h->base.amina, NULL, NULL);
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_cmpstr (names->pdata[0], ==, "Mormors kafé");
}

int
main (int argc, char *argv[])
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/card/how-a-consent-stands", test_how_a_consent_stands);
#define ADD(name, func) g_test_add ("/card/" name, House, NULL, set_up, func, tear_down)
  ADD ("what-is-in-place-stands-there", test_what_is_in_place_stands_there);
  ADD ("the-participant-decides", test_the_participant_decides);
  ADD ("without-a-yes-it-does-not-stand-there", test_without_a_yes_it_does_not_stand_there_whatever_is_chosen);
  ADD ("what-ended-meanwhile-is-gone", test_what_ended_meanwhile_is_gone);
  ADD ("the-therapist-and-the-own-case-worker-make-it", test_the_therapist_and_the_own_case_worker_make_it);
  ADD ("it-leaves-the-house-with-a-consent-only", test_it_leaves_the_house_with_a_consent_only);
  ADD ("the-own-copy-needs-no-consent", test_the_own_copy_needs_no_consent);
  ADD ("a-consent-that-ran-out-is-asked-again", test_a_consent_that_ran_out_is_asked_again);
  ADD ("consents-are-for-what-they-are-for", test_consents_are_for_what_they_are_for);
  ADD ("a-consent-says-for-whom-how-and-until-when", test_a_consent_says_for_whom_how_and_until_when);
  ADD ("a-withdrawal-holds-that-day", test_a_withdrawal_holds_that_day);
  ADD ("who-was-named-is-there-to-choose", test_who_was_named_is_there_to_choose);
#undef ADD
  return g_test_run ();
}
