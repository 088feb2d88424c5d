#include "desk-fixture.h"

#include "fram-changes.h"
#include "fram-desk-absence.h"
#include "fram-desk-support.h"

/* Support that runs beside the programme: who sees it, how long it is waited for, and that a wrong day is told. */

typedef struct
{
  Fixture base;
  char *carlos; /* Rebecka's */
  char *dina;   /* Dragana's */
  FramUuid carlos_id;
  FramUuid dina_id;
} House;

static FramUuid
enrolment_of (House *h, const char *case_no)
{
  g_autoptr (GError) error = NULL;
  FramUuid id;

  g_assert_true (fram_desk_find_enrolment (h->base.desk, case_no, &id, &error));
  g_assert_no_error (error);
  return id;
}

static void
set_up (House *h, gconstpointer unused)
{
  Fixture *f = &h->base;

  fixture_set_up (f, NULL);
  fixture_hire (f, "Rebecka Memic", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Dragana Berg", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Olga Terapeut", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL);
  fixture_hire (f, "Paul Platssson", FRAM_ROLE_PLACE_FINDER, NULL);
  fixture_hire (f, "Lena Ahmadi", FRAM_ROLE_MANAGER, NULL);
  fixture_hire (f, "Teresa Sundberg", FRAM_ROLE_ADMINISTRATOR, NULL);
  fixture_sit (f, "Dragana Berg");
  h->dina = fixture_add (f, "Dina", "Molnar");
  h->dina_id = enrolment_of (h, h->dina);
  fixture_sit (f, "Rebecka Memic");
  h->carlos = fixture_add (f, "Carlos", "Molina");
  h->carlos_id = enrolment_of (h, h->carlos);
}

static void
tear_down (House *h, gconstpointer unused)
{
  g_free (h->carlos);
  g_free (h->dina);
  fixture_tear_down (&h->base, NULL);
}

static FramDate
day (const char *text)
{
  return text != NULL ? fram_test_date (text) : FRAM_DATE_NONE;
}

static void
add (House *h, const FramUuid *enrolment, const char *kind, const char *provider, const char *applied,
     const char *waiting, const char *started, const char *ended)
{
  FramSupportEdit edit = { kind, provider, NULL, day (applied), day (waiting), day (started), day (ended) };
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;

  g_assert_true (fram_desk_add_support (h->base.desk, enrolment, &edit, &what, &error));
  g_assert_no_error (error);
  g_assert_true (strstr (what, provider) != NULL);
}

static FramSupports *
supports_of (House *h, const FramUuid *enrolment)
{
  g_autoptr (GError) error = NULL;
  FramSupports *supports = fram_desk_supports (h->base.desk, enrolment, &error);

  g_assert_no_error (error);
  return supports;
}

static const FramSupport *
nth (const FramSupports *supports, guint i)
{
  g_assert_cmpuint (i, <, supports->rows->len);
  return g_ptr_array_index (supports->rows, i);
}

static void
test_waiting_is_told_in_days (House *h, gconstpointer unused)
{
  static const struct
  {
    const char *applied, *waiting, *started, *ended;
    FramSupportState state;
    int days;
    const char *words;
  } cases[] = {
    { NULL, NULL, NULL, NULL, FRAM_SUPPORT_WAITING, -1, "Not applied for yet" },
    { "2026-08-30", NULL, NULL, NULL, FRAM_SUPPORT_WAITING, 74, "Waiting for 74 days, applied for 30 August 2026" },
    { "2026-08-30", "2026-11-11", NULL, NULL, FRAM_SUPPORT_WAITING, 1,
      "Waiting for 1 day, applied for 30 August 2026" },
    { NULL, "2026-11-12", NULL, NULL, FRAM_SUPPORT_WAITING, 0, "Waiting for 0 days" },
    { "2026-08-30", NULL, "2026-11-12", NULL, FRAM_SUPPORT_RUNNING, 74, "Since 12 November 2026, waited 74 days" },
    { NULL, NULL, "2026-10-01", NULL, FRAM_SUPPORT_RUNNING, -1, "Since 1 October 2026" },
    /* the last day still runs */
    { NULL, NULL, "2026-10-01", "2026-11-12", FRAM_SUPPORT_RUNNING, -1, "1 October 2026 – 12 November 2026" },
    { NULL, NULL, "2026-10-01", "2026-11-11", FRAM_SUPPORT_ENDED, -1, "1 October 2026 – 11 November 2026" },
    { "2026-11-02", NULL, "2026-12-01", NULL, FRAM_SUPPORT_AGREED, 10, "Begins 1 December 2026, waiting for 10 days" },
    { "2026-10-01", NULL, NULL, "2026-10-31", FRAM_SUPPORT_ENDED, 30,
      "Did not begin, given up 31 October 2026, waited 30 days" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FramSupports) supports = NULL;
      const FramSupport *support;

      add (h, &h->carlos_id, "health", "Psykiatrimottagningen", cases[i].applied, cases[i].waiting, cases[i].started,
           cases[i].ended);
      supports = supports_of (h, &h->carlos_id);
      g_assert_cmpuint (supports->rows->len, ==, 1);
      support = nth (supports, 0);
      g_assert_cmpint (support->state, ==, cases[i].state);
      g_assert_cmpint (support->days_waited, ==, cases[i].days);
      g_assert_cmpstr (support->words, ==, cases[i].words);
      g_assert_true (fram_desk_remove_support (h->base.desk, &support->id, NULL, NULL));
    }
}

static void
test_kinds_in_order_with_what_runs_first (House *h, gconstpointer unused)
{
  static const char *const expected[] = { "Arbetsförmedlingen", "Boendestöd", "Vårdcentralen",
                                          "Psykiatrin",         "Rehab",      "Kyrkan" };
  static const guint places[] = { 0, 5, 2, 3, 4, 1 };
  g_autoptr (FramSupports) supports = NULL;

  add (h, &h->carlos_id, "social", "Boendestöd", NULL, NULL, "2026-10-01", NULL);
  add (h, &h->carlos_id, "health", "Rehab", NULL, NULL, "2025-10-01", "2026-01-01");
  add (h, &h->carlos_id, "health", "Psykiatrin", "2026-09-01", NULL, NULL, NULL);
  add (h, &h->carlos_id, "competence", "Kyrkan", NULL, NULL, "2026-10-01", NULL);
  add (h, &h->carlos_id, "job", "Arbetsförmedlingen", NULL, NULL, "2026-10-01", NULL);
  add (h, &h->carlos_id, "health", "Vårdcentralen", NULL, NULL, "2026-10-01", NULL);
  supports = supports_of (h, &h->carlos_id);
  g_assert_cmpuint (supports->rows->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (nth (supports, places[i])->provider, ==, expected[i]);
  g_assert_cmpuint (supports->running, ==, 4);
  g_assert_cmpuint (supports->waiting, ==, 1);
  g_assert_null (supports->hint);
}

static void
test_nothing_in_parallel_is_said_gently (House *h, gconstpointer unused)
{
  g_autoptr (FramSupports) empty = supports_of (h, &h->carlos_id);
  g_autoptr (FramSupports) waiting = NULL, running = NULL;

  g_assert_true (g_str_has_prefix (empty->hint, "Nothing runs beside the programme now."));
  add (h, &h->carlos_id, "health", "Psykiatrin", "2026-09-01", NULL, NULL, NULL);
  waiting = supports_of (h, &h->carlos_id);
  g_assert_true (strstr (waiting->hint, "while this is waited for") != NULL);
  add (h, &h->carlos_id, "social", "Boendestöd", NULL, NULL, "2026-10-01", NULL);
  running = supports_of (h, &h->carlos_id);
  g_assert_null (running->hint);
}

static void
test_wrong_days_are_told (House *h, gconstpointer unused)
{
  static const struct
  {
    const char *provider, *applied, *waiting, *started, *ended;
    FramSupportField field;
  } cases[] = {
    { "", NULL, NULL, NULL, NULL, FRAM_SUPPORT_FIELD_PROVIDER },
    { "P", "2026-11-13", NULL, NULL, NULL, FRAM_SUPPORT_FIELD_APPLIED },
    { "P", "1926-11-12", NULL, NULL, NULL, FRAM_SUPPORT_FIELD_APPLIED },
    { "P", NULL, "2026-11-13", NULL, NULL, FRAM_SUPPORT_FIELD_WAITING },
    { "P", "2026-10-02", NULL, "2026-10-01", NULL, FRAM_SUPPORT_FIELD_STARTED },
    { "P", NULL, "2026-10-02", "2026-10-01", NULL, FRAM_SUPPORT_FIELD_STARTED },
    { "P", NULL, NULL, "2062-10-01", NULL, FRAM_SUPPORT_FIELD_STARTED },
    { "P", NULL, NULL, "2026-10-02", "2026-10-01", FRAM_SUPPORT_FIELD_ENDED },
    { "P", "2026-10-02", NULL, NULL, "2026-10-01", FRAM_SUPPORT_FIELD_ENDED },
    { "P", "2026-10-02", "2026-10-02", "2026-10-02", "2026-10-02", FRAM_SUPPORT_FIELD_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FramSupportEdit edit = { "health",
                               cases[i].provider,
                               NULL,
                               day (cases[i].applied),
                               day (cases[i].waiting),
                               day (cases[i].started),
                               day (cases[i].ended) };
      g_autoptr (GError) error = NULL;
      FramSupportField field;
      const char *wrong = fram_support_edit_check (&edit, h->base.today, &field);
      gboolean written = fram_desk_add_support (h->base.desk, &h->carlos_id, &edit, NULL, &error);

      g_assert_cmpint (field, ==, cases[i].field);
      g_assert_cmpint (written, ==, cases[i].field == FRAM_SUPPORT_FIELD_NONE);
      if (written)
        continue;
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, wrong);
    }
}

static void
test_only_the_own_case_worker_sees_it (House *h, gconstpointer unused)
{
  static const char *const others[] = { "Dragana Berg",   "Per Wallin",  "Olga Terapeut",
                                        "Paul Platssson", "Lena Ahmadi", "Teresa Sundberg" };
  FramSupportEdit edit = { "job", "AF", NULL, FRAM_DATE_NONE, FRAM_DATE_NONE, FRAM_DATE_NONE, FRAM_DATE_NONE };
  g_autoptr (FramSupports) mine = NULL;

  fixture_place (&h->base, h->carlos, "snickeri", "2026-10-01", "thu 09-12");
  add (h, &h->carlos_id, "health", "Psykiatrin", "2026-09-01", NULL, NULL, NULL);
  mine = supports_of (h, &h->carlos_id);
  g_assert_true (mine->may_write);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) read = NULL, write = NULL, change = NULL, names = NULL;
      g_autoptr (GPtrArray) providers = NULL;

      g_test_message ("%s", others[i]);
      fixture_sit (&h->base, others[i]);
      g_assert_null (fram_desk_supports (h->base.desk, &h->carlos_id, &read));
      g_assert_error (read, FRAM_ERROR, FRAM_ERROR_DENIED);
      g_assert_false (fram_desk_add_support (h->base.desk, &h->carlos_id, &edit, NULL, &write));
      g_assert_error (write, FRAM_ERROR, FRAM_ERROR_DENIED);
      g_assert_false (fram_desk_edit_support (h->base.desk, &nth (mine, 0)->id, &edit, NULL, &change));
      g_assert_error (change, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
      providers = fram_desk_support_providers (h->base.desk, &names);
      if (providers != NULL)
        g_assert_cmpuint (providers->len, ==, 0);
      else
        g_assert_error (names, FRAM_ERROR, FRAM_ERROR_DENIED);
    }
}

static void
test_providers_are_suggested_without_persons (House *h, gconstpointer unused)
{
  g_autoptr (GPtrArray) rebecka = NULL, dragana = NULL;
  g_autoptr (GError) error = NULL;

  add (h, &h->carlos_id, "health", "Psykiatrin", NULL, NULL, "2026-09-01", NULL);
  add (h, &h->carlos_id, "social", "Carlos moster", NULL, NULL, "2026-09-01", NULL);
  add (h, &h->carlos_id, "social", "Carlos moster", NULL, NULL, "2026-10-01", NULL);
  fixture_sit (&h->base, "Dragana Berg");
  dragana = fram_desk_support_providers (h->base.desk, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dragana->len, ==, 0);
  add (h, &h->dina_id, "health", "Psykiatrin", NULL, NULL, "2026-09-01", NULL);
  g_clear_pointer (&dragana, g_ptr_array_unref);
  dragana = fram_desk_support_providers (h->base.desk, &error);
  g_assert_cmpuint (dragana->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (dragana, 0), ==, "Psykiatrin");
  fixture_sit (&h->base, "Rebecka Memic");
  rebecka = fram_desk_support_providers (h->base.desk, &error);
  g_assert_cmpuint (rebecka->len, ==, 2);
}

static void
test_each_change_is_one_undo_step (House *h, gconstpointer unused)
{
  FramSupportEdit edit = { "social",       "Socialpsykiatrin", "Sysselsättning",
                           FRAM_DATE_NONE, FRAM_DATE_NONE,     fram_test_date ("2026-10-05"),
                           FRAM_DATE_NONE };
  g_autoptr (FramSupports) before = NULL, changed = NULL, undone = NULL, none = NULL;
  g_autofree char *what = NULL;
  g_autoptr (GError) error = NULL;

  add (h, &h->carlos_id, "health", "Psykiatrin", "2026-09-01", NULL, NULL, NULL);
  before = supports_of (h, &h->carlos_id);
  g_assert_true (fram_desk_edit_support (h->base.desk, &nth (before, 0)->id, &edit, &what, &error));
  g_assert_no_error (error);
  changed = supports_of (h, &h->carlos_id);
  g_assert_cmpstr (nth (changed, 0)->provider, ==, "Socialpsykiatrin");
  g_assert_cmpstr (nth (changed, 0)->text, ==, "Sysselsättning");
  g_assert_cmpint (nth (changed, 0)->applied, ==, FRAM_DATE_NONE);
  g_assert_true (fram_desk_undo (h->base.desk, NULL, &error));
  undone = supports_of (h, &h->carlos_id);
  g_assert_cmpstr (nth (undone, 0)->provider, ==, "Psykiatrin");
  g_assert_cmpstr (nth (undone, 0)->kind, ==, "health");
  fram_assert_date (nth (undone, 0)->applied, "2026-09-01");
  g_assert_true (fram_desk_undo (h->base.desk, NULL, &error));
  none = supports_of (h, &h->carlos_id);
  g_assert_cmpuint (none->rows->len, ==, 0);
}

#define ADD(name, func) g_test_add ("/support/" name, House, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  fram_test_init (&argc, &argv);
  ADD ("waiting is told in days", test_waiting_is_told_in_days);
  ADD ("kinds in order with what runs first", test_kinds_in_order_with_what_runs_first);
  ADD ("nothing in parallel is said gently", test_nothing_in_parallel_is_said_gently);
  ADD ("wrong days are told", test_wrong_days_are_told);
  ADD ("only the own case worker sees it", test_only_the_own_case_worker_sees_it);
  ADD ("providers are suggested without persons", test_providers_are_suggested_without_persons);
  ADD ("each change is one undo step", test_each_change_is_one_undo_step);
  return g_test_run ();
}
