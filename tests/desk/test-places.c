#include "desk-fixture.h"

#include "fram-changes.h"
#include "fram-desk-absence.h"
#include "fram-desk-person.h"
#include "fram-desk-places.h"
#include "fram-ids.h"
#include "fram-text.h"

/* The register of external places: who sees what of it and of who is there, what is free, what fits, and that a placement
 * brings its plan, its start and its follow-ups. */

#define CAFE "Västra Hamnens Kafé"

typedef struct
{
  Fixture base;
  char *carlos; /* Rebecka's, wants wood */
  char *dina;   /* protected; only Rebecka is named */
  FramUuid carlos_id;
  FramUuid wood; /* two places */
  FramUuid cafe; /* one place */
} House;

static FramUuid
save_place (House *h, const FramUuid *id, const FramExternalEdit *edit)
{
  g_autoptr (GError) error = NULL;
  FramUuid made;

  g_assert_true (fram_desk_save_external_place (h->base.desk, id, edit, &made, NULL, &error));
  g_assert_no_error (error);
  return made;
}

static char *
add_protected (Fixture *f)
{
  FramPersonEdit edit = { .given_name = "Dina",
                          .family_name = "Molnar",
                          .birth_date = fram_test_date ("1990-05-01"),
                          .enrolled = fram_test_date ("2026-09-01"),
                          .is_protected = TRUE };
  g_autoptr (GError) error = NULL;
  char *case_no = fram_desk_add_person (f->desk, &edit, &error);

  g_assert_no_error (error);
  return case_no;
}

static void
wish (House *h, const char *case_no, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_desk_save_wished_place (h->base.desk, case_no, text, NULL, &error));
  g_assert_no_error (error);
}

static void
hire (Fixture *f)
{
  fixture_hire (f, "Rebecka Memic", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Dragana Berg", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Olga Terapeut", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL);
  fixture_hire (f, "Mia Mentor", FRAM_ROLE_PEER_MENTOR, NULL);
  fixture_hire (f, "Paul Platssson", FRAM_ROLE_PLACE_FINDER, NULL);
  fixture_hire (f, "Lisa Liaison", FRAM_ROLE_LIAISON, NULL);
  fixture_hire (f, "Lena Ahmadi", FRAM_ROLE_MANAGER, NULL);
  fixture_hire (f, "Teresa Sundberg", FRAM_ROLE_ADMINISTRATOR, NULL);
}

static void
set_up (House *h, gconstpointer unused)
{
  static const char *const wood[] = { "wood_building", NULL };
  static const char *const areas[] = { "pauser", "arbetsmiljo", NULL };
  static const char *const kitchen[] = { "kitchen_cafe", NULL };
  FramExternalEdit timber = { .employer = "Limhamns Byggåtervinning",
                              .tasks = "Sortera virke",
                              .contact_name = "Anna Bygg",
                              .contact_phone = "040-628 04 60",
                              .fields = wood,
                              .areas = areas,
                              .capacity = 2,
                              .agreed_from = FRAM_DATE_NONE };
  FramExternalEdit cafe = {
    .employer = CAFE, .tasks = "Disk", .fields = kitchen, .capacity = 1, .agreed_from = FRAM_DATE_NONE
  };
  g_autoptr (GError) error = NULL;

  fixture_set_up (&h->base, NULL);
  hire (&h->base);
  fixture_sit (&h->base, "Rebecka Memic");
  h->carlos = fixture_add (&h->base, "Carlos", "Molina");
  h->dina = add_protected (&h->base);
  g_assert_true (fram_desk_find_enrolment (h->base.desk, h->carlos, &h->carlos_id, &error));
  wish (h, h->carlos, "Snickeri eller bygg");
  h->wood = save_place (h, NULL, &timber);
  h->cafe = save_place (h, NULL, &cafe);
}

static void
tear_down (House *h, gconstpointer unused)
{
  g_free (h->carlos);
  g_free (h->dina);
  fixture_tear_down (&h->base, NULL);
}

static gboolean
try_place (House *h, const char *case_no, const FramUuid *place, const char *from, const char *to, GError **error)
{
  FramOutsideEdit edit = { .case_no_or_id = case_no,
                           .place = place,
                           .from = fram_test_date (from),
                           .to = to != NULL ? fram_test_date (to) : FRAM_DATE_NONE,
                           .slots = "mon 09-12, wed 09-12",
                           .contact = "Anna Bygg" };

  return fram_desk_place_outside (h->base.desk, &edit, NULL, error);
}

static void
place (House *h, const char *case_no, const FramUuid *where, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (try_place (h, case_no, where, from, to, &error));
  g_assert_no_error (error);
}

static GPtrArray *
list (House *h, const FramPlacesQuery *query)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *places = fram_desk_external_places (h->base.desk, query, &error);

  g_assert_no_error (error);
  return places;
}

static FramExternalDetails *
details_of (House *h, const FramUuid *place)
{
  g_autoptr (GError) error = NULL;
  FramExternalDetails *details = fram_desk_external_place (h->base.desk, place, &error);

  g_assert_no_error (error);
  return details;
}

static guint
count (House *h, const char *search, const char *on, gboolean only_free, const char *field)
{
  FramPlacesQuery query = { search, on != NULL ? fram_test_date (on) : FRAM_DATE_NONE, only_free, field, FALSE };
  g_autoptr (GPtrArray) places = list (h, &query);

  return places->len;
}

static void
test_who_sees_and_writes_the_register (House *h, gconstpointer unused)
{
  static const struct
  {
    const char *name;
    gboolean reads, writes, places, matches;
  } roles[] = {
    { "Rebecka Memic", TRUE, TRUE, TRUE, TRUE },   { "Paul Platssson", TRUE, TRUE, FALSE, TRUE },
    { "Teresa Sundberg", TRUE, TRUE, TRUE, TRUE }, { "Olga Terapeut", TRUE, FALSE, FALSE, TRUE },
    { "Lena Ahmadi", TRUE, FALSE, FALSE, TRUE },   { "Per Wallin", FALSE, FALSE, FALSE, FALSE },
    { "Mia Mentor", FALSE, FALSE, FALSE, FALSE },  { "Lisa Liaison", FALSE, FALSE, FALSE, FALSE },
  };
  FramExternalEdit edit = { .employer = "Hyllie Lager", .capacity = 1, .agreed_from = FRAM_DATE_NONE };

  fixture_place (&h->base, h->carlos, "snickeri", "2026-10-01", "thu 09-12");
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      FramPlacesQuery query = { .day = FRAM_DATE_NONE };
      g_autoptr (GPtrArray) places = NULL, people = NULL;
      g_autoptr (FramExternalDetails) details = NULL;
      g_autoptr (FramPlaceMatches) matches = NULL;
      g_autoptr (GError) write = NULL, placing = NULL, who = NULL, end = NULL;
      FramUuid found;

      g_test_message ("%s", roles[i].name);
      fixture_sit (&h->base, roles[i].name);
      places = fram_desk_external_places (h->base.desk, &query, NULL);
      details = fram_desk_external_place (h->base.desk, &h->wood, NULL);
      matches = fram_desk_match_places (h->base.desk, h->carlos, FRAM_DATE_NONE, NULL, NULL);
      g_assert_cmpint (places != NULL, ==, roles[i].reads);
      g_assert_cmpint (details != NULL, ==, roles[i].reads);
      g_assert_cmpint (fram_desk_find_external_place (h->base.desk, CAFE, &found, NULL), ==, roles[i].reads);
      g_assert_cmpint (matches != NULL, ==, roles[i].matches);
      if (details != NULL)
        g_assert_cmpint (details->may_write, ==, roles[i].writes);
      if (matches != NULL)
        g_assert_cmpint (matches->may_place, ==, roles[i].places);
      people = fram_desk_who_fits (h->base.desk, &h->wood, &who);
      g_assert_cmpint (people != NULL, ==, roles[i].writes);
      if (!roles[i].writes)
        {
          g_assert_false (fram_desk_save_external_place (h->base.desk, &h->wood, &edit, NULL, NULL, &write));
          g_assert_error (write, FRAM_ERROR, FRAM_ERROR_DENIED);
          g_assert_false (fram_desk_set_external_place_used (h->base.desk, &h->cafe, FALSE, NULL, &end));
          g_assert_error (end, FRAM_ERROR, FRAM_ERROR_DENIED);
        }
      if (roles[i].places)
        continue;
      g_assert_false (try_place (h, h->carlos, &h->wood, "2026-11-16", NULL, &placing));
      g_assert_error (placing, FRAM_ERROR, FRAM_ERROR_DENIED);
    }
}

static void
test_search_and_filters (House *h, gconstpointer unused)
{
  g_assert_cmpuint (count (h, NULL, NULL, FALSE, NULL), ==, 2);
  g_assert_cmpuint (count (h, "limhamn", NULL, FALSE, NULL), ==, 1);
  g_assert_cmpuint (count (h, "vastra", NULL, FALSE, NULL), ==, 1);
  g_assert_cmpuint (count (h, "anna virke", NULL, FALSE, NULL), ==, 1);
  g_assert_cmpuint (count (h, "anna disk", NULL, FALSE, NULL), ==, 0);
  g_assert_cmpuint (count (h, NULL, NULL, FALSE, "wood_building"), ==, 1);
  place (h, h->carlos, &h->cafe, "2026-11-16", "2026-12-18");
  g_assert_cmpuint (count (h, NULL, NULL, TRUE, NULL), ==, 2);
  g_assert_cmpuint (count (h, NULL, "2026-11-16", TRUE, NULL), ==, 1);
  g_assert_cmpuint (count (h, NULL, "2026-12-18", TRUE, NULL), ==, 1);
  g_assert_cmpuint (count (h, NULL, "2026-12-19", TRUE, NULL), ==, 2);
}

/* A stay of a person whom one may not see takes a place all the same, and shows no name anywhere. */
static void
test_protected_people_take_places_without_a_name (House *h, gconstpointer unused)
{
  static const char *const strangers[] = { "Dragana Berg", "Paul Platssson", "Olga Terapeut", "Lena Ahmadi",
                                           "Teresa Sundberg" };
  g_autoptr (FramExternalDetails) named = NULL;

  wish (h, h->dina, "Snickeri");
  place (h, h->dina, &h->wood, "2026-11-09", NULL);
  named = details_of (h, &h->wood);
  g_assert_cmpuint (named->now->len, ==, 1);
  g_assert_cmpstr (((FramExternalStay *)g_ptr_array_index (named->now, 0))->name, ==, "D. M.");
  g_assert_cmpuint (named->hidden, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      g_autoptr (FramExternalDetails) details = NULL;
      g_autoptr (GPtrArray) due = NULL;
      g_autoptr (GPtrArray) people = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", strangers[i]);
      fixture_sit (&h->base, strangers[i]);
      details = details_of (h, &h->wood);
      g_assert_cmpuint (details->now->len, ==, 0);
      g_assert_cmpuint (details->hidden, ==, 1);
      g_assert_cmpuint (details->follow_ups->len, ==, 0);
      g_assert_cmpstr (details->place->free_text, ==, "1 of 2 free");
      due = fram_desk_external_follow_ups (h->base.desk, NULL, NULL);
      g_assert_cmpuint (due->len, ==, 0);
      g_assert_null (fram_desk_match_places (h->base.desk, h->dina, FRAM_DATE_NONE, NULL, &error));
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
      people = fram_desk_who_fits (h->base.desk, &h->wood, NULL);
      for (guint j = 0; people != NULL && j < people->len; j++)
        g_assert_cmpstr (((FramPersonMatch *)g_ptr_array_index (people, j))->case_no, !=, h->dina);
    }
}

static void
test_capacity_at_its_edges (House *h, gconstpointer unused)
{
  static const struct
  {
    const char *from, *to;
    gboolean fits;
  } cases[] = {
    { "2026-12-18", NULL, FALSE },        { "2026-11-13", "2026-11-16", FALSE }, { "2026-10-01", NULL, FALSE },
    { "2026-10-01", "2026-11-15", TRUE }, { "2026-12-19", NULL, TRUE },
  };

  place (h, h->carlos, &h->cafe, "2026-11-16", "2026-12-18");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].from);
      g_assert_cmpint (try_place (h, h->base.amina, &h->cafe, cases[i].from, cases[i].to, &error), ==, cases[i].fits);
      if (cases[i].fits)
        g_assert_true (fram_desk_undo (h->base.desk, NULL, NULL));
      else
        {
          g_assert_error (error, FRAM_ERROR, FRAM_ERROR_CONSTRAINT);
          g_assert_true (strstr (error->message, "is full on") != NULL);
        }
    }
}

static GPtrArray *
follow_ups_of (House *h)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *all = fram_desk_external_follow_ups (h->base.desk, &h->carlos_id, &error);

  g_assert_no_error (error);
  return all;
}

static const FramExternalFollowUp *
nth (const GPtrArray *all, guint i)
{
  g_assert_cmpuint (i, <, all->len);
  return g_ptr_array_index (all, i);
}

static void
test_a_placement_brings_plan_start_and_follow_ups (House *h, gconstpointer unused)
{
  static const char *const days[] = { "2026-11-30", "2026-12-28", "2027-02-08" };
  g_autoptr (GPtrArray) after = NULL, undone = NULL;
  g_autoptr (FramPerson) person = NULL, before = NULL;
  const FramStay *stay;

  place (h, h->carlos, &h->wood, "2026-11-16", NULL);
  after = follow_ups_of (h);
  g_assert_cmpuint (after->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      fram_assert_date (nth (after, i)->day, days[i]);
      g_assert_true (nth (after, i)->open);
      g_assert_false (nth (after, i)->due);
      g_assert_cmpstr (nth (after, i)->employer, ==, "Limhamns Byggåtervinning");
    }
  person = fram_desk_person (h->base.desk, h->carlos, NULL);
  stay = g_ptr_array_index (person->stays, 0);
  g_assert_cmpstr (stay->name, ==, "Limhamns Byggåtervinning");
  g_assert_cmpint (stay->weekly_minutes, ==, 360);
  g_assert_cmpuint (stay->slots->len, ==, 2);
  g_assert_true (fram_desk_undo (h->base.desk, NULL, NULL));
  undone = follow_ups_of (h);
  g_assert_cmpuint (undone->len, ==, 0);
  before = fram_desk_person (h->base.desk, h->carlos, NULL);
  g_assert_cmpuint (before->stays->len, ==, 0);
}

static void
test_follow_ups_are_proposed_within_the_stay_on_open_days (House *h, gconstpointer unused)
{
  static const struct
  {
    const char *from, *to, *days;
  } cases[] = {
    { "2026-11-16", NULL, "2026-11-30 2026-12-28 2027-02-08 " },
    { "2026-11-16", "2026-12-18", "2026-11-30 " },
    { "2026-11-16", "2026-11-20", "" },
    /* two weeks after are over; Christmas Day and the days off after it move on to Monday */
    { "2026-10-05", NULL, "2026-11-16 2026-12-28 " },
    { "2026-11-13", NULL, "2026-11-27 2026-12-28 2027-02-05 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) weeks = NULL;
      g_autoptr (GArray) days = fram_desk_propose_follow_ups (
          h->base.desk, fram_test_date (cases[i].from),
          cases[i].to != NULL ? fram_test_date (cases[i].to) : FRAM_DATE_NONE, &weeks, NULL);
      g_autoptr (GString) text = g_string_new (NULL);
      char buffer[FRAM_DATE_TEXT_SIZE];

      for (guint j = 0; j < days->len; j++)
        g_string_append_printf (text, "%s ", fram_date_format (g_array_index (days, FramDate, j), buffer));
      g_assert_cmpstr (text->str, ==, cases[i].days);
      g_assert_cmpuint (weeks->len, ==, days->len);
    }
}

static void
test_a_follow_up_is_due_until_it_is_held (House *h, gconstpointer unused)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (FramDate));
  FramDate chosen[] = { fram_test_date ("2026-10-19"), fram_test_date ("2026-11-12"), fram_test_date ("2026-11-13") };
  FramOutsideEdit edit = { .case_no_or_id = h->carlos,
                           .place = &h->wood,
                           .from = fram_test_date ("2026-10-05"),
                           .to = FRAM_DATE_NONE,
                           .slots = "mon 09-12",
                           .follow_ups = days };
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  g_autoptr (FramExternalDetails) details = NULL;
  g_autoptr (GError) error = NULL;

  g_array_append_vals (days, chosen, G_N_ELEMENTS (chosen));
  g_assert_true (fram_desk_place_outside (h->base.desk, &edit, NULL, &error));
  g_assert_no_error (error);
  before = follow_ups_of (h);
  g_assert_cmpuint (before->len, ==, 3);
  fram_assert_date (nth (before, 0)->day, "2026-10-19");
  g_assert_cmpstr (nth (before, 0)->text, ==, "Due since 19 October 2026");
  g_assert_true (nth (before, 0)->due && nth (before, 1)->due && !nth (before, 2)->due);
  g_assert_false (fram_desk_set_follow_up_held (h->base.desk, &nth (before, 2)->booking, TRUE, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_assert_true (fram_desk_set_follow_up_held (h->base.desk, &nth (before, 0)->booking, TRUE, NULL, NULL));
  details = details_of (h, &h->wood);
  after = follow_ups_of (h);
  g_assert_cmpuint (details->follow_ups->len, ==, 3);
  fram_assert_date (nth (after, 0)->day, "2026-11-12");
  g_assert_cmpstr (nth (after, 2)->text, ==, "Held 19 October 2026");
  g_assert_true (fram_desk_undo (h->base.desk, NULL, NULL));
}

static void
test_ending_a_stay_ends_plan_and_cancels_what_is_booked (House *h, gconstpointer unused)
{
  g_autoptr (FramExternalDetails) details = NULL, after = NULL, gone = NULL;
  const FramExternalStay *stay;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) follow_ups = NULL;
  g_autoptr (FramPerson) person = NULL;

  place (h, h->carlos, &h->wood, "2026-11-16", NULL);
  details = details_of (h, &h->wood);
  stay = g_ptr_array_index (details->now, 0);
  g_assert_false (fram_desk_end_outside (h->base.desk, &stay->placement, fram_test_date ("2026-11-15"), NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_assert_true (fram_desk_end_outside (h->base.desk, &stay->placement, fram_test_date ("2026-12-04"), NULL, NULL));
  after = details_of (h, &h->wood);
  fram_assert_date (((FramExternalStay *)g_ptr_array_index (after->now, 0))->to, "2026-12-04");
  follow_ups = follow_ups_of (h);
  g_assert_cmpuint (follow_ups->len, ==, 1);
  fram_assert_date (nth (follow_ups, 0)->day, "2026-11-30");
  g_assert_true (fram_desk_undo (h->base.desk, NULL, NULL));
  /* one that has not begun can be taken away */
  g_assert_true (fram_desk_end_outside (h->base.desk, &stay->placement, FRAM_DATE_NONE, NULL, NULL));
  gone = details_of (h, &h->wood);
  g_assert_cmpuint (gone->now->len + gone->earlier->len + gone->follow_ups->len, ==, 0);
  person = fram_desk_person (h->base.desk, h->carlos, NULL);
  g_assert_cmpuint (person->stays->len, ==, 0);
}

static void
test_a_later_stay_at_the_same_place_is_a_step (House *h, gconstpointer unused)
{
  g_autoptr (FramExternalDetails) details = NULL;
  g_autoptr (GError) error = NULL;

  place (h, h->carlos, &h->cafe, "2026-10-05", NULL);
  place (h, h->carlos, &h->cafe, "2026-11-16", NULL);
  details = details_of (h, &h->cafe);
  g_assert_cmpuint (details->now->len, ==, 2);
  fram_assert_date (((FramExternalStay *)g_ptr_array_index (details->now, 1))->to, "2026-11-15");
  g_assert_false (try_place (h, h->carlos, &h->cafe, "2026-11-16", NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
}

static void
test_a_place_in_use_does_not_go_away (House *h, gconstpointer unused)
{
  FramPlacesQuery query = { .day = FRAM_DATE_NONE }, all = { .day = FRAM_DATE_NONE, .inactive = TRUE };
  g_autoptr (GError) used = NULL, placing = NULL;
  g_autoptr (GPtrArray) shown = NULL, kept = NULL;

  place (h, h->carlos, &h->cafe, "2026-11-16", "2026-12-18");
  g_assert_false (fram_desk_set_external_place_used (h->base.desk, &h->cafe, FALSE, NULL, &used));
  g_assert_error (used, FRAM_ERROR, FRAM_ERROR_CONSTRAINT);
  g_assert_true (fram_desk_set_external_place_used (h->base.desk, &h->wood, FALSE, NULL, NULL));
  shown = list (h, &query);
  kept = list (h, &all);
  g_assert_cmpuint (shown->len, ==, 1);
  g_assert_cmpuint (kept->len, ==, 2);
  g_assert_false (try_place (h, h->base.amina, &h->wood, "2026-11-16", NULL, &placing));
  g_assert_error (placing, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_assert_true (fram_desk_undo (h->base.desk, NULL, NULL));
}

static void
test_what_is_written_of_a_place_is_checked (House *h, gconstpointer unused)
{
  const FramExternalEdit wrong[] = {
    { .employer = " ", .capacity = 1, .agreed_from = FRAM_DATE_NONE },
    { .employer = "Hyllie Lager", .capacity = 201, .agreed_from = FRAM_DATE_NONE },
    { .employer = "Hyllie Lager", .capacity = 1, .contact_email = "hyllie.se", .agreed_from = FRAM_DATE_NONE },
    { .employer = "vastra hamnens kafe", .capacity = 1, .agreed_from = FRAM_DATE_NONE },
  };
  FramExternalEdit later = { .employer = "Hyllie Lager", .capacity = 1, .agreed_from = fram_test_date ("2026-12-01") };
  g_autoptr (FramExternalDetails) details = NULL;
  g_autoptr (GError) early = NULL;
  FramUuid id;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (fram_desk_save_external_place (h->base.desk, NULL, &wrong[i], NULL, NULL, &error));
      g_assert_nonnull (error);
    }
  id = save_place (h, NULL, &later);
  details = details_of (h, &id);
  g_assert_cmpstr (details->place->free_text, ==, "Free from 1 December 2026");
  g_assert_false (try_place (h, h->carlos, &id, "2026-11-30", NULL, &early));
  g_assert_error (early, FRAM_ERROR, FRAM_ERROR_CONSTRAINT);
  place (h, h->carlos, &id, "2026-12-01", NULL);
}

/* What no page offers yet: an adaptation that is in place. */
static void
need (House *h, const char *area)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (h->base.path, h->base.clock, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (h->base.today);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ADAPTATION, NULL);
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "adaptation", NULL, &error);
  FramUuid id = fram_id_adaptation_area (area);

  fram_record_set_ref (record, "enrolment", &h->carlos_id);
  fram_record_set_ref (record, "area", &id);
  fram_record_set_text (record, "status", "in_place");
  g_assert_cmpint (fram_changes_insert (changes, record, &error), ==, FRAM_WRITTEN_ADDED);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
}

static const FramPlaceMatch *
first (const FramPlaceMatches *matches)
{
  g_assert_cmpuint (matches->matches->len, >, 0);
  return g_ptr_array_index (matches->matches, 0);
}

static FramPlaceMatches *
match_as (House *h, const char *who)
{
  g_autoptr (GError) error = NULL;
  FramPlaceMatches *matches;

  fixture_sit (&h->base, who);
  matches = fram_desk_match_places (h->base.desk, h->carlos, FRAM_DATE_NONE, NULL, &error);
  g_assert_no_error (error);
  return matches;
}

static void
test_matching_by_wishes_and_needs (House *h, gconstpointer unused)
{
  static const char *const without_need[] = { "Paul Platssson", "Lena Ahmadi", "Teresa Sundberg", "Dragana Berg" };
  g_autoptr (FramPlaceMatches) own = NULL;

  need (h, "pauser");
  need (h, "resor");
  own = match_as (h, "Rebecka Memic");
  g_assert_cmpstr (own->field_names, ==, "Wood and building");
  g_assert_cmpstr (own->need_names, ==, "Getting there, Breaks");
  g_assert_cmpstr (first (own)->reasons, ==, "Free now · Wood and building · adaptations possible: Breaks");
  g_assert_cmpstr (first (own)->lacks, ==, "To be asked about: Getting there");
  for (guint i = 0; i < G_N_ELEMENTS (without_need); i++)
    {
      g_autoptr (FramPlaceMatches) matches = match_as (h, without_need[i]);

      g_test_message ("%s", without_need[i]);
      g_assert_null (matches->need_names);
      g_assert_cmpstr (first (matches)->reasons, ==, "Free now · Wood and building");
      for (guint j = 0; j < matches->matches->len; j++)
        g_assert_null (((FramPlaceMatch *)g_ptr_array_index (matches->matches, j))->lacks);
      g_assert_true (g_str_has_prefix (matches->basis, "By wishes only"));
    }
}

static void
test_without_a_wish_workshops_speak (House *h, gconstpointer unused)
{
  g_autoptr (FramPlaceMatches) matches = NULL;

  wish (h, h->carlos, "");
  fixture_place (&h->base, h->carlos, "kok_bageri", "2026-10-01", "thu 09-12");
  matches = match_as (h, "Rebecka Memic");
  g_assert_null (matches->wish);
  g_assert_cmpstr (matches->field_names, ==, "Kitchen and café");
  g_assert_cmpstr (first (matches)->place->employer, ==, CAFE);
}

static void
test_who_fits_is_by_name_and_by_wishes (House *h, gconstpointer unused)
{
  g_autoptr (GPtrArray) people = NULL, without = NULL;
  const FramPersonMatch *amina, *carlos;

  need (h, "pauser");
  wish (h, h->base.amina, "något med bygg");
  wish (h, h->base.bjorn, "Förskola");
  fixture_sit (&h->base, "Paul Platssson");
  people = fram_desk_who_fits (h->base.desk, &h->wood, NULL);
  g_assert_cmpuint (people->len, ==, 2);
  carlos = g_ptr_array_index (people, 1);
  amina = g_ptr_array_index (people, 0);
  g_assert_cmpstr (amina->name, ==, "Amina Hassan");
  g_assert_cmpstr (amina->reasons, ==, "Wishes: något med bygg");
  g_assert_cmpstr (carlos->reasons, ==, "Wishes: Snickeri eller bygg");
  fixture_sit (&h->base, "Rebecka Memic");
  place (h, h->carlos, &h->cafe, "2026-11-16", NULL);
  without = fram_desk_who_fits (h->base.desk, &h->wood, NULL);
  g_assert_cmpuint (without->len, ==, 1);
}

/* Nobody marks attendance at an employer's in a workshop's roster. */
static void
test_rosters_know_nothing_of_places_outside (House *h, gconstpointer unused)
{
  g_autoptr (FramRoster) without = NULL, with = NULL;
  g_autoptr (FramPerson) person = NULL;
  FramUuid found;

  fixture_place (&h->base, h->carlos, "snickeri", "2026-10-01", "tue 09-12");
  place (h, h->carlos, &h->wood, "2026-11-09", NULL);
  without = fixture_roster (&h->base, "2026-11-11"); /* a Wednesday: outside */
  with = fixture_roster (&h->base, "2026-11-17");    /* a Tuesday: in the workshop */
  g_assert_cmpint (without->totals.expected, ==, 0);
  g_assert_cmpint (with->totals.expected, ==, 2);
  g_assert_false (fram_desk_find_activity (h->base.desk, CAFE, &found, NULL));
  person = fram_desk_person (h->base.desk, h->carlos, NULL);
  g_assert_cmpuint (person->stays->len, ==, 2);
  g_assert_cmpstr (person->row->workshops, ==, fram_text_is_swedish () ? "Snickeri" : "Woodwork");
}

static void
test_an_enrolment_that_closes_frees_the_place (House *h, gconstpointer unused)
{
  static const char *const columns[] = { "closed", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (h->base.path, h->base.clock, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (h->base.today);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ENROLMENT, &h->carlos_id);
  g_autoptr (FramChanges) changes = NULL;
  g_autoptr (FramExternalDetails) details = NULL;

  place (h, h->carlos, &h->cafe, "2026-10-05", NULL);
  changes = fram_changes_begin (db, system, "close", NULL, &error);
  fram_record_set_date (record, "closed", fram_test_date ("2026-11-11"));
  g_assert_cmpint (fram_changes_update (changes, record, columns, &error), ==, FRAM_WRITTEN_CHANGED);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
  details = details_of (h, &h->cafe);
  g_assert_cmpstr (details->place->free_text, ==, "1 of 1 free");
  g_assert_cmpuint (details->now->len, ==, 0);
  g_assert_cmpuint (details->earlier->len, ==, 1);
}

#define ADD(name, func) g_test_add ("/places/" name, House, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  fram_test_init (&argc, &argv);
  ADD ("who sees and writes the register", test_who_sees_and_writes_the_register);
  ADD ("search and filters", test_search_and_filters);
  ADD ("protected people take places without a name", test_protected_people_take_places_without_a_name);
  ADD ("capacity at its edges", test_capacity_at_its_edges);
  ADD ("a placement brings plan, start and follow-ups", test_a_placement_brings_plan_start_and_follow_ups);
  ADD ("follow-ups are proposed within the stay on open days",
       test_follow_ups_are_proposed_within_the_stay_on_open_days);
  ADD ("a follow-up is due until it is held", test_a_follow_up_is_due_until_it_is_held);
  ADD ("ending a stay ends plan and cancels what is booked", test_ending_a_stay_ends_plan_and_cancels_what_is_booked);
  ADD ("a later stay at the same place is a step", test_a_later_stay_at_the_same_place_is_a_step);
  ADD ("a place in use does not go away", test_a_place_in_use_does_not_go_away);
  ADD ("what is written of a place is checked", test_what_is_written_of_a_place_is_checked);
  ADD ("matching by wishes and needs", test_matching_by_wishes_and_needs);
  ADD ("without a wish workshops speak", test_without_a_wish_workshops_speak);
  ADD ("who fits is by name and by wishes", test_who_fits_is_by_name_and_by_wishes);
  ADD ("rosters know nothing of places outside", test_rosters_know_nothing_of_places_outside);
  ADD ("an enrolment that closes frees the place", test_an_enrolment_that_closes_frees_the_place);
  return g_test_run ();
}
