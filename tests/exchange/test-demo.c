#include "exchange-fixture.h"

#include "fram-day.h"
#include "fram-demo.h"
#include "fram-error.h"
#include "fram-ids.h"

#include <gio/gio.h>
#include <string.h>

#define UNTIL fram_date_new (2026, 11, 12)

static FixtureSink *
generate (const FramDemoOptions *options, FixtureSink *sink)
{
  g_autoptr (GError) error = NULL;

  fram_demo_generate (options, fixture_sink_take, sink, NULL, NULL, &error);
  g_assert_no_error (error);
  return sink;
}

static FramDemoOptions
small (guint64 seed)
{
  FramDemoOptions options = FRAM_DEMO_DEFAULTS;

  options.participants = 60;
  options.years = 1;
  options.until = UNTIL;
  options.seed = seed;
  return options;
}

static void
test_same_seed (void)
{
  FramDemoOptions options = small (5), other = small (6);
  g_autoptr (FixtureSink) a = generate (&options, fixture_sink_new (TRUE));
  g_autoptr (FixtureSink) b = generate (&options, fixture_sink_new (TRUE));
  g_autoptr (FixtureSink) c = generate (&other, fixture_sink_new (TRUE));

  g_assert_cmpstr (fixture_sink_hash (a), ==, fixture_sink_hash (b));
  g_assert_cmpstr (fixture_sink_hash (a), !=, fixture_sink_hash (c));
  g_assert_cmpuint (a->n[FRAM_ENTITY_PARTICIPANT], ==, 60);
  g_assert_cmpuint (c->n[FRAM_ENTITY_PARTICIPANT], ==, 60);
}

/* The register made for the window, kept whole for the questions below. */
typedef struct
{
  FixtureSink *sink;
  GHashTable *enrolments; /* (element-type FramUuid FramRecord) */
  GHashTable *groups;
} House;

static House house;

static const FramRecord *
enrolment_of (const FramUuid *id)
{
  return g_hash_table_lookup (house.enrolments, id);
}

static void
set_up_house (void)
{
  FramDemoOptions options = FRAM_DEMO_DEFAULTS;

  options.until = UNTIL;
  house.sink = fixture_sink_new (TRUE);
  for (guint i = 0; i < FRAM_N_ENTITIES; i++)
    house.sink->keep[i] = TRUE;
  generate (&options, house.sink);
  house.enrolments = g_hash_table_new (fram_uuid_hash, fram_uuid_equal);
  house.groups = g_hash_table_new (fram_uuid_hash, fram_uuid_equal);
  for (guint i = 0; i < house.sink->kept->len; i++)
    {
      FramRecord *r = house.sink->kept->pdata[i];

      if (r->entity == FRAM_ENTITY_ENROLMENT)
        g_hash_table_insert (house.enrolments, &r->id, r);
      if (r->entity == FRAM_ENTITY_ACTIVITY_GROUP)
        g_hash_table_insert (house.groups, &r->id, r);
    }
}

static void
clear_house (void)
{
  g_hash_table_unref (house.enrolments);
  g_hash_table_unref (house.groups);
  fixture_sink_free (house.sink);
}

#define FOR_EACH(ENTITY, r)                                                                                            \
  for (guint i_##r = 0; i_##r < house.sink->kept->len; i_##r++)                                                        \
    for (const FramRecord *r = house.sink->kept->pdata[i_##r]; r != NULL && r->entity == FRAM_ENTITY_##ENTITY; r = NULL)

static void
test_whole (void)
{
  guint present = 0;

  g_assert_cmpuint (house.sink->dangling, ==, 0);
  g_assert_cmpuint (house.sink->doubles, ==, 0);
  FOR_EACH (ENROLMENT, r)
  {
    g_assert_cmpint (fixture_date (r, "enrolled"), <, UNTIL);
    present += fixture_text (r, "closed") == NULL ? 1 : 0;
  }
  g_assert_cmpuint (present, >=, 150);
  g_assert_cmpuint (present, <=, 170);
  g_assert_cmpuint (house.sink->n[FRAM_ENTITY_STAFF], ==, 20);
  g_assert_cmpuint (house.sink->n[FRAM_ENTITY_CLOSED_DAY], >=, 6);
  g_assert_cmpuint (house.sink->n[FRAM_ENTITY_ALIAS], ==, 2);
}

static void
test_roles (void)
{
  g_autoptr (GHashTable) roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint leaders[6] = { 0 };

  FOR_EACH (ROLE_GRANT, r)
  {
    const FramValue *workshop = fram_record_get (r, "workshop");
    static const char *const codes[] = { "administration", "kreativt_hantverk", "kok_bageri",
                                         "snickeri",       "tradgard",          "butik_torsten" };

    g_hash_table_add (roles, g_strdup (fixture_text (r, "role")));
    for (guint w = 0; workshop->kind == FRAM_VALUE_REF && w < 6; w++)
      {
        FramUuid id = fram_id_workshop (FRAM_SITE_DEFAULT, codes[w]);

        leaders[w] += fram_uuid_equal (&id, &workshop->ref) ? 1 : 0;
      }
  }
  g_assert_cmpuint (g_hash_table_size (roles), ==, 8);
  for (guint w = 0; w < 6; w++)
    g_assert_cmpuint (leaders[w], ==, 2);
}

/* The closed days of the register itself. */
static GArray *
closed_days (void)
{
  GArray *days = fram_closed_days_new ();

  FOR_EACH (CLOSED_DAY, r)
  {
    FramClosedDay day = { fixture_date (r, "day"), fixture_date (r, "to_day"), 0, FRAM_TIME_NONE, FRAM_TIME_NONE };

    g_array_append_val (days, day);
  }
  return days;
}

static void
test_marks (void)
{
  g_autoptr (GArray) closed = closed_days ();
  FramUuid present = fram_id_attendance_status ("present"), late = fram_id_attendance_status ("late");
  FramUuid leave = fram_id_attendance_status ("leave"), other = fram_id_attendance_status ("other_appointment");
  guint n = 0, there = 0, last_day = 0;
  FramDate latest = fram_day_previous_open (UNTIL, closed, 0);

  FOR_EACH (MARK, r)
  {
    const FramRecord *enrolment = enrolment_of (&r->enrolment);
    const FramUuid *status = &fram_record_get (r, "status")->ref;
    gint64 attended = fixture_int (r, "attended_minutes", -1);

    g_assert_true (fram_day_is_open (r->day, closed, 0));
    g_assert_cmpint (r->day, >=, fixture_date (enrolment, "enrolled"));
    g_assert_cmpint (r->day, <, UNTIL);
    if (fixture_text (enrolment, "closed") != NULL)
      g_assert_cmpint (r->day, <=, fixture_date (enrolment, "closed"));
    g_assert_cmpint (attended, <=, fixture_int (r, "planned_minutes", -1));
    last_day += r->day == latest ? 1 : 0;
    if (fram_uuid_equal (status, &leave) || fram_uuid_equal (status, &other))
      continue;
    n++;
    if (fram_uuid_equal (status, &present) || fram_uuid_equal (status, &late))
      {
        there++;
        g_assert_cmpint (attended, >, 0);
      }
    else
      g_assert_cmpint (attended, ==, 0);
  }
  g_test_message ("%u marks, %u %% present, %u on the last day", house.sink->n[FRAM_ENTITY_MARK], 100 * there / n,
                  last_day);
  g_assert_cmpuint (house.sink->n[FRAM_ENTITY_MARK], >, 40000);
  g_assert_cmpuint (100 * there, >=, 60 * n);
  g_assert_cmpuint (100 * there, <=, 80 * n);
  g_assert_cmpuint (last_day, >=, 50);
}

/* Something to do for those who sit down: asked today, late, done, and somebody's deputy. */
static void
test_tasks (void)
{
  guint asked_today = 0, late = 0, done = 0, notes = 0, deputies = 0;

  FOR_EACH (TASK, r)
  {
    gboolean is_done = fixture_text (r, "done") != NULL;
    gboolean is_note = strcmp (fixture_text (r, "kind"), "note") == 0;

    g_assert_true (fram_record_get (r, "whose")->kind == FRAM_VALUE_REF);
    g_assert_cmpint (fixture_date (r, "made"), <=, UNTIL);
    g_assert_true (is_note == (fixture_text (r, "text") != NULL));
    notes += is_note;
    done += is_done;
    late += !is_done && fixture_date (r, "due") < UNTIL;
    asked_today += fixture_date (r, "made") == UNTIL && fixture_text (r, "seen") == NULL;
  }
  FOR_EACH (ROLE_GRANT, r)
  deputies += fram_record_get (r, "deputy_for")->kind == FRAM_VALUE_REF && fixture_date (r, "from_day") <= UNTIL &&
              fixture_date (r, "to_day") >= UNTIL;
  g_assert_cmpuint (asked_today, >=, 5);
  g_assert_cmpuint (late, >=, 5);
  g_assert_cmpuint (done, >=, 5);
  g_assert_cmpuint (notes, >=, 5);
  g_assert_cmpuint (deputies, ==, 1);
}

/* On the working day before, nobody took the garden's roster; the wood workshop's was taken. */
static void
test_a_roster_not_taken (void)
{
  FramUuid garden = fram_id_workshop (FRAM_SITE_DEFAULT, "tradgard");
  FramUuid woodwork = fram_id_workshop (FRAM_SITE_DEFAULT, "snickeri");
  g_autoptr (GArray) closed = closed_days ();
  FramDate day = fram_day_previous_open (UNTIL, closed, 0);
  guint in_garden = 0, before = 0, in_woodwork = 0;

  FOR_EACH (MARK, r)
  {
    in_garden += r->day == day && fram_uuid_equal (&r->activity, &garden);
    before += r->day == day - 1 && fram_uuid_equal (&r->activity, &garden);
    in_woodwork += r->day == day && fram_uuid_equal (&r->activity, &woodwork);
  }
  g_assert_cmpuint (in_garden, ==, 0);
  g_assert_cmpuint (before, >, 0);
  g_assert_cmpuint (in_woodwork, >, 0);
}

static const struct
{
  const char *code;
  int capacity;
} workshops[] = {
  { "administration", 14 }, { "kreativt_hantverk", 18 }, { "kok_bageri", 18 },
  { "snickeri", 16 },       { "tradgard", 18 },          { "butik_torsten", 16 },
};

static void
test_capacity (void)
{
  FramDate first = fram_date_add_months (UNTIL, -36);
  guint n = (guint)(UNTIL - first) + 30;
  guint placed = 0;

  for (guint w = 0; w < G_N_ELEMENTS (workshops); w++)
    {
      FramUuid id = fram_id_workshop (FRAM_SITE_DEFAULT, workshops[w].code);
      g_autofree int *taken = g_new0 (int, n);

      FOR_EACH (PLACEMENT, r)
      {
        FramDate to = fixture_date (r, "to_day");

        if (!fram_uuid_equal (&fram_record_get (r, "activity")->ref, &id))
          continue;
        for (FramDate d = fixture_date (r, "from_day"); (to == FRAM_DATE_NONE || d <= to) && d - first < (int)n; d++)
          g_assert_cmpint (++taken[d - first], <=, workshops[w].capacity);
      }
      placed += (guint)taken[UNTIL - first];
    }
  g_test_message ("%u placed of 100 places", placed);
  g_assert_cmpuint (placed, >=, 85);
}

/* Slots are as long as the placement says, inside opening hours, and never over a group of the same person. */
static void
test_slots (void)
{
  g_autoptr (GHashTable) weekly = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint on[6] = { 0 };

  FOR_EACH (PLAN_SLOT, r)
  {
    char id[FRAM_UUID_TEXT_SIZE];
    const FramUuid *enrolment = &fram_record_get (r, "enrolment")->ref;
    char *key = g_strdup_printf ("%s %s", fram_uuid_format (enrolment, id), fixture_text (r, "valid_from"));
    int minutes = (int)(fixture_int (r, "to_time", 0) - fixture_int (r, "from_time", 0));
    int sum = GPOINTER_TO_INT (g_hash_table_lookup (weekly, key)) + minutes;
    FramDate to = fixture_date (r, "valid_to");

    g_assert_cmpint (minutes, >, 0);
    g_assert_cmpint (fixture_int (r, "from_time", 0), >=, 8 * 60);
    g_assert_cmpint (fixture_int (r, "to_time", 0), <=, 17 * 60);
    g_hash_table_insert (weekly, key, GINT_TO_POINTER (sum));
    if (fixture_date (r, "valid_from") <= UNTIL && (to == FRAM_DATE_NONE || to >= UNTIL))
      on[fixture_int (r, "weekday", 0)]++;
  }
  FOR_EACH (PLACEMENT, r)
  {
    char id[FRAM_UUID_TEXT_SIZE];
    g_autofree char *key = g_strdup_printf ("%s %s", fram_uuid_format (&fram_record_get (r, "enrolment")->ref, id),
                                            fixture_text (r, "from_day"));
    int sum = GPOINTER_TO_INT (g_hash_table_lookup (weekly, key));

    if (sum > 0)
      g_assert_cmpint (sum, ==, fixture_int (r, "weekly_minutes", 0));
  }
  g_test_message ("expected in the six workshops in the last week: %u %u %u %u %u", on[1], on[2], on[3], on[4], on[5]);
  for (guint weekday = 1; weekday <= 5; weekday++)
    {
      g_assert_cmpuint (on[weekday], >=, 55);
      g_assert_cmpuint (on[weekday], <=, 90);
    }
}

static void
test_support (void)
{
  g_autoptr (GHashTable) with_line = g_hash_table_new (fram_uuid_hash, fram_uuid_equal);
  guint present = 0;

  FOR_EACH (INSTRUCTION, r)
  {
    if (fixture_text (r, "to_day") == NULL)
      g_hash_table_add (with_line, (gpointer)&fram_record_get (r, "enrolment")->ref);
  }
  FOR_EACH (ENROLMENT, r)
  {
    present += fixture_text (r, "closed") == NULL ? 1 : 0;
  }
  g_test_message ("%u of %u have a line", g_hash_table_size (with_line), present);
  g_assert_cmpuint (g_hash_table_size (with_line) * 100, >=, present * 35);
  g_assert_cmpuint (g_hash_table_size (with_line) * 100, <=, present * 65);
}

/* The newest enrolment of each person, and how many there are of each. */
static void
test_people_come_back (void)
{
  g_autoptr (GHashTable) times = g_hash_table_new (fram_uuid_hash, fram_uuid_equal);
  guint twice = 0, promised = 0, round = 0;

  FOR_EACH (ENROLMENT, r)
  {
    const FramUuid *who = &fram_record_get (r, "participant")->ref;
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (times, who)) + 1;

    g_hash_table_insert (times, (gpointer)who, GUINT_TO_POINTER (n));
    g_assert_cmpuint (n, <=, 2);
    twice += n == 2;
    g_assert_cmpint (fixture_date (r, "target"), ==, fixture_date (r, "enrolled") + 179);
    g_assert_nonnull (fixture_text (r, "main_goal"));
  }
  FOR_EACH (REFERRAL, r)
  {
    if (fixture_int (r, "comes_back", 0) == 0)
      continue;
    promised += fixture_int (r, "planned_return", 0) != 0;
    round += fixture_int (r, "planned_return", 0) == 0;
  }
  g_assert_cmpuint (twice, >=, 10);
  g_assert_cmpuint (promised, >=, 3);
  g_assert_cmpuint (round, >=, 3);
}

/* Support in the four kinds, some of it waited for; nothing ends before it begins. */
static void
test_support_outside (void)
{
  static const char *const kinds[] = { "job", "competence", "health", "social" };
  guint n[4] = { 0 }, waiting = 0;

  FOR_EACH (PARALLEL_SUPPORT, r)
  {
    FramDate applied = fixture_date (r, "applied"), started = fixture_date (r, "started");

    for (guint i = 0; i < 4; i++)
      n[i] += strcmp (fixture_text (r, "kind"), kinds[i]) == 0;
    waiting += started == FRAM_DATE_NONE;
    g_assert_cmpint (applied, <=, fixture_date (r, "waiting_since"));
    if (started != FRAM_DATE_NONE)
      g_assert_cmpint (fixture_date (r, "waiting_since"), <, started);
    if (fixture_date (r, "ended") != FRAM_DATE_NONE)
      g_assert_cmpint (started, <, fixture_date (r, "ended"));
  }
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (n[i], >=, 40);
  g_assert_cmpuint (waiting, >=, 10);
}

/* On leave nothing is planned, and nobody is marked. */
static void
test_nothing_on_leave (void)
{
  guint pauses = 0;

  FOR_EACH (PAUSE, p)
  {
    const FramUuid *enrolment = &fram_record_get (p, "enrolment")->ref;
    FramDate from = fixture_date (p, "from_day"), to = fixture_date (p, "to_day");

    pauses++;
    FOR_EACH (MARK, m)
    g_assert_false (fram_uuid_equal (&m->enrolment, enrolment) && m->day >= from && m->day <= to);
    FOR_EACH (EVENT, e)
    {
      const FramValue *of = fram_record_get (e, "enrolment");

      g_assert_false (of->kind == FRAM_VALUE_REF && fram_uuid_equal (&of->ref, enrolment) &&
                      fixture_date (e, "day") >= from && fixture_date (e, "day") <= to);
    }
  }
  g_assert_cmpuint (pauses, >=, 10);
}

/* Never more people at an external place than it takes, and each with hours. */
static void
test_external_places (void)
{
  FramDate first = fram_date_add_months (UNTIL, -36);
  guint n = (guint)(UNTIL - first) + 30, now = 0;

  FOR_EACH (EXTERNAL_PLACE, place)
  {
    g_autofree int *there = g_new0 (int, n);

    g_assert_nonnull (fixture_text (place, "field"));
    g_assert_nonnull (fixture_text (place, "contact_name"));
    FOR_EACH (PLACEMENT, r)
    {
      FramDate to = fixture_date (r, "to_day");

      if (!fram_uuid_equal (&fram_record_get (r, "activity")->ref, &place->id))
        continue;
      g_assert_cmpint (fixture_int (r, "weekly_minutes", 0), >, 0);
      for (FramDate d = fixture_date (r, "from_day"); d <= to && d - first < (int)n; d++)
        g_assert_cmpint (++there[d - first], <=, (int)fixture_int (place, "capacity", 0));
    }
    now += (guint)there[UNTIL - first];
  }
  g_assert_cmpuint (now, >=, 4);
}

/* Entries are signed but for three of one case worker's, of the last day; every talk of the coming weeks has its hour, and
 * nobody two at once. */
static void
test_journal_and_calendar (void)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint drafts = 0, ahead = 0, elsewhere = 0;

  FOR_EACH (JOURNAL_ENTRY, r)
  drafts += fixture_int (r, "signed", 0) == 0;
  FOR_EACH (BOOKING, r)
  {
    const FramValue *staff = fram_record_get (r, "staff");
    char id[FRAM_UUID_TEXT_SIZE];

    elsewhere += strcmp (fixture_text (r, "kind"), "annan_bokning") == 0;
    ahead += fixture_date (r, "day") > UNTIL;
    if (staff->kind != FRAM_VALUE_REF || fixture_date (r, "day") < UNTIL ||
        strcmp (fixture_text (r, "kind"), "uppfoljning_extern_plats") == 0 || fixture_int (r, "starts", 0) % 60 != 0)
      continue;
    g_assert_true (
        g_hash_table_add (taken, g_strdup_printf ("%s %s %d", fram_uuid_format (&staff->ref, id),
                                                  fixture_text (r, "day"), (int)fixture_int (r, "starts", 0))));
  }
  g_assert_cmpuint (drafts, ==, 3);
  g_assert_cmpuint (ahead, >=, 100);
  g_assert_cmpuint (elsewhere, >=, 10);
  g_assert_cmpuint (house.sink->n[FRAM_ENTITY_JOURNAL_ENTRY], >=, 2000);
  g_assert_cmpuint (house.sink->n[FRAM_ENTITY_DOCUMENT], >=, 5);
}

/* In a long history somebody left, and the colleagues who took over began before. */
static void
test_somebody_left (void)
{
  FramDemoOptions options = FRAM_DEMO_DEFAULTS;
  g_autoptr (FixtureSink) sink = fixture_sink_new (TRUE);
  FramUuid left = FRAM_UUID_NONE;
  guint handed_over = 0;

  options.until = UNTIL;
  options.years = 6;
  options.present = 40;
  sink->keep[FRAM_ENTITY_STAFF] = sink->keep[FRAM_ENTITY_CASE_WORKER] = TRUE;
  generate (&options, sink);
  g_assert_cmpuint (sink->n[FRAM_ENTITY_STAFF], ==, 21);
  for (guint i = 0; i < sink->kept->len; i++)
    {
      const FramRecord *r = sink->kept->pdata[i];

      if (r->entity == FRAM_ENTITY_STAFF && fixture_int (r, "active", 0) == 0)
        left = r->id;
      if (r->entity == FRAM_ENTITY_CASE_WORKER && fram_uuid_equal (&fram_record_get (r, "staff")->ref, &left))
        {
          handed_over++;
          g_assert_cmpint (fixture_date (r, "to_day"), <, UNTIL - 365);
        }
    }
  g_assert_cmpuint (handed_over, >=, 3);
}

/* Only numbers that PTS keeps for fiction. */
static void
test_phones (void)
{
  FOR_EACH (CONTACT_DETAILS, r)
  {
    const char *phone = fixture_text (r, "phone");

    g_assert_true (g_str_has_prefix (phone, "070-174 06 "));
    g_assert_cmpint (g_ascii_strtoll (phone + 11, NULL, 10), >=, 5);
  }
}

static gboolean
count_only (const FramRecord *record, gpointer data, GError **error)
{
  ((guint64 *)data)[record->entity]++;
  return TRUE;
}

static void
test_many_marks (void)
{
  FramDemoOptions options = FRAM_DEMO_DEFAULTS;
  guint64 n[FRAM_N_ENTITIES] = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();

  options.until = UNTIL;
  options.participants = 4500;
  options.years = 10;
  options.marks = 1000000;
  g_assert_true (fram_demo_generate (&options, count_only, n, NULL, NULL, &error));
  g_assert_no_error (error);
  g_test_message ("%" G_GUINT64_FORMAT " marks in %.2f s", n[FRAM_ENTITY_MARK], g_timer_elapsed (timer, NULL));
  g_assert_cmpuint (n[FRAM_ENTITY_PARTICIPANT], ==, 4500);
  g_assert_cmpuint (n[FRAM_ENTITY_MARK], >=, 1000000);
  g_assert_cmpuint (n[FRAM_ENTITY_MARK], <, 1300000);
}

static void
test_marks_for_the_asking (void)
{
  FramDemoOptions options = FRAM_DEMO_DEFAULTS;
  guint64 n[FRAM_N_ENTITIES] = { 0 };
  g_autoptr (GError) error = NULL;

  options.until = UNTIL;
  options.marks = 250000;
  g_assert_true (fram_demo_generate (&options, count_only, n, NULL, NULL, &error));
  g_assert_cmpuint (n[FRAM_ENTITY_MARK], >=, 250000);
  options.participants = 10;
  options.years = 1;
  g_assert_false (fram_demo_generate (&options, count_only, n, NULL, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
}

static void
test_wrong_options (void)
{
  FramDemoOptions options[] = { small (1), small (1), small (1), small (1), small (1) };

  options[0].until = FRAM_DATE_NONE;
  options[1].participants = -1;
  options[2].years = 0;
  options[3].marks = -5;
  options[4].staff = 3;
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (fram_demo_generate (&options[i], count_only, NULL, NULL, NULL, &error));
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static gboolean
refuse_the_tenth (const FramRecord *record, gpointer data, GError **error)
{
  guint *n = data;

  if (++*n < 10)
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_FULL, "full.");
  return FALSE;
}

static gboolean
stop (guint64 done, guint64 total, gpointer data)
{
  return FALSE;
}

static void
test_stopped (void)
{
  FramDemoOptions options = small (1);
  g_autoptr (GError) error = NULL;
  guint64 counts[FRAM_N_ENTITIES] = { 0 };
  guint n = 0;

  g_assert_false (fram_demo_generate (&options, refuse_the_tenth, &n, NULL, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_FULL);
  g_assert_cmpuint (n, ==, 10);
  g_clear_error (&error);
  g_assert_false (fram_demo_generate (&options, count_only, counts, stop, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_until (void)
{
  g_assert_cmpint (fram_demo_default_until (fram_date_new (2026, 11, 15)), ==, fram_date_new (2026, 11, 13));
  g_assert_cmpint (fram_demo_default_until (fram_date_new (2026, 11, 12)), ==, fram_date_new (2026, 11, 12));
}

static gboolean
is_of_set (const FramRecord *r, const char *set, int n)
{
  const FramValue *value = fram_record_get (r, "indicator");

  for (int i = 1; i <= n; i++)
    {
      FramUuid id = fram_id_indicator (set, i);

      if (fram_uuid_equal (&id, &value->ref))
        return TRUE;
    }
  return FALSE;
}

/* Who is here now is rated with what the programme asks now, inside the enrolment and the scale; of a dip it is told why. */
static void
test_ratings (void)
{
  FramUuid own = fram_id_indicator ("indikator-11", 11);
  guint check_ins = 0, talks = 0, dips = 0;

  FOR_EACH (RATING, r)
  {
    const FramRecord *enrolment = enrolment_of (&fram_record_get (r, "enrolment")->ref);
    gint64 value = fram_record_get (r, "value")->number;

    g_assert_cmpint (value, >=, 1);
    g_assert_cmpint (value, <=, 5);
    g_assert_cmpint (fixture_date (r, "day"), >=, fixture_date (enrolment, "enrolled"));
    g_assert_cmpint (fixture_date (r, "day"), <, UNTIL);
    if (fixture_text (enrolment, "closed") != NULL)
      g_assert_cmpint (fixture_date (r, "day"), <=, fixture_date (enrolment, "closed"));
    else
      g_assert_false (is_of_set (r, "fram-2021", 11));
    g_assert_false (fram_uuid_equal (&own, &fram_record_get (r, "indicator")->ref));
    check_ins += is_of_set (r, "avstamning-3", 3);
    talks += is_of_set (r, "indikator-11", 10);
    dips += fixture_text (r, "note") != NULL && g_str_has_prefix (fixture_text (r, "note"), "Dipp");
  }
  g_assert_cmpuint (check_ins, >, 5000);
  g_assert_cmpuint (talks, >, 10000);
  g_assert_cmpuint (dips, >, 100);
}

/* Of those who are here most have had their check-in, and for a few it is overdue. */
static void
test_talks_due (void)
{
  g_autoptr (GHashTable) last = g_hash_table_new (fram_uuid_hash, fram_uuid_equal);
  guint here = 0, overdue = 0;
  GHashTableIter iter;
  gpointer day;

  FOR_EACH (RATING, r)
  {
    const FramUuid *of = &fram_record_get (r, "enrolment")->ref;
    FramDate before = GPOINTER_TO_INT (g_hash_table_lookup (last, of));

    if (is_of_set (r, "avstamning-3", 3) && fixture_text (enrolment_of (of), "closed") == NULL)
      g_hash_table_insert (last, (gpointer)of, GINT_TO_POINTER (MAX (before, fixture_date (r, "day"))));
  }
  g_hash_table_iter_init (&iter, last);
  while (g_hash_table_iter_next (&iter, NULL, &day))
    {
      here++;
      overdue += GPOINTER_TO_INT (day) + 21 <= UNTIL;
    }
  g_assert_cmpuint (here, >, 120);
  g_assert_cmpuint (overdue, >=, 3);
  g_assert_cmpuint (overdue * 5, <, here);
}

static void
test_seen_and_areas (void)
{
  guint agreed = 0, open = 0, areas = 0;

  FOR_EACH (SEEN, r)
  {
    agreed += fixture_text (r, "agreed") != NULL;
    open += fixture_text (r, "agreed") == NULL;
  }
  FOR_EACH (AREA_NOTE, r)
  {
    g_assert_true (is_of_set (r, "fram-8", 8));
    areas++;
  }
  g_assert_cmpuint (agreed, >, 20);
  g_assert_cmpuint (open, >, 20);
  g_assert_cmpuint (areas, >, 200);
}

static const FramRecord *
change_on (const FramUuid *group, FramDate day)
{
  FOR_EACH (GROUP_SESSION_CHANGE, r)
  {
    if (fram_uuid_equal (&fram_record_get (r, "activity_group")->ref, group) && fixture_date (r, "day") == day)
      return r;
  }
  return NULL;
}

/* Nobody is marked where a group did not meet; one who waits is marked nowhere. */
static void
test_no_marks_without_a_session (void)
{
  guint in_groups = 0;

  FOR_EACH (MARK, r)
  {
    const FramRecord *change =
        g_hash_table_contains (house.groups, &r->activity) ? change_on (&r->activity, r->day) : NULL;

    in_groups += g_hash_table_contains (house.groups, &r->activity);
    if (change != NULL)
      g_assert_cmpstr (fixture_text (change, "kind"), !=, "cancelled");
    if (change != NULL)
      g_assert_cmpstr (fixture_text (change, "kind"), !=, "moved");
  }
  g_assert_cmpuint (in_groups, >, 500);
}

/* The week that is shown has something of everything: called off, moved, extra, with a substitute, full with people
 * waiting, led by two, at another time than before. */
static void
test_the_week_has_it_all (void)
{
  FramDate monday = fram_date_monday (UNTIL);
  guint cancelled = 0, moved = 0, extra = 0, substitutes = 0, waiting = 0, lines = 0, courses = 0;
  g_autoptr (GHashTable) led = g_hash_table_new (fram_uuid_hash, fram_uuid_equal);
  guint by_two = 0;

  FOR_EACH (GROUP_SESSION_CHANGE, r)
  {
    gboolean this_week = fram_date_monday (fixture_date (r, "day")) == monday;

    cancelled += this_week && g_str_equal (fixture_text (r, "kind"), "cancelled") && fixture_text (r, "reason") != NULL;
    moved += this_week && g_str_equal (fixture_text (r, "kind"), "moved");
    extra += this_week && g_str_equal (fixture_text (r, "kind"), "extra");
    substitutes += this_week && fram_record_get (r, "leader")->kind == FRAM_VALUE_REF;
  }
  FOR_EACH (MEMBERSHIP, r)
  waiting += fixture_int (r, "waiting", 0) == 1;
  FOR_EACH (ACTIVITY_GROUP, r)
  {
    lines += fixture_text (r, "next_line") != NULL;
    courses += fixture_int (r, "sessions", 0) > 0 && fixture_date (r, "last_day") == FRAM_DATE_NONE;
  }
  FOR_EACH (GROUP_LEADER, r)
  by_two += !g_hash_table_add (led, (gpointer)&fram_record_get (r, "activity_group")->ref);
  g_assert_cmpuint (cancelled, ==, 1);
  g_assert_cmpuint (moved, ==, 1);
  g_assert_cmpuint (extra, ==, 1);
  g_assert_cmpuint (substitutes, ==, 1);
  g_assert_cmpuint (waiting, >=, 4);
  g_assert_cmpuint (lines, >=, 6);
  g_assert_cmpuint (courses, >=, 2);
  g_assert_cmpuint (by_two, >=, 5);
  g_assert_cmpuint (house.sink->n[FRAM_ENTITY_GROUP_STEP], ==, 1);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  set_up_house ();
  g_test_add_func ("/demo/same-seed", test_same_seed);
  g_test_add_func ("/demo/whole", test_whole);
  g_test_add_func ("/demo/roles", test_roles);
  g_test_add_func ("/demo/marks", test_marks);
  g_test_add_func ("/demo/capacity", test_capacity);
  g_test_add_func ("/demo/slots", test_slots);
  g_test_add_func ("/demo/support", test_support);
  g_test_add_func ("/demo/tasks", test_tasks);
  g_test_add_func ("/demo/a-roster-not-taken", test_a_roster_not_taken);
  g_test_add_func ("/demo/people-come-back", test_people_come_back);
  g_test_add_func ("/demo/support-outside", test_support_outside);
  g_test_add_func ("/demo/nothing-on-leave", test_nothing_on_leave);
  g_test_add_func ("/demo/external-places", test_external_places);
  g_test_add_func ("/demo/journal-and-calendar", test_journal_and_calendar);
  g_test_add_func ("/demo/somebody-left", test_somebody_left);
  g_test_add_func ("/demo/phones", test_phones);
  g_test_add_func ("/demo/many-marks", test_many_marks);
  g_test_add_func ("/demo/marks-for-the-asking", test_marks_for_the_asking);
  g_test_add_func ("/demo/wrong-options", test_wrong_options);
  g_test_add_func ("/demo/stopped", test_stopped);
  g_test_add_func ("/demo/until", test_until);
  g_test_add_func ("/demo/ratings", test_ratings);
  g_test_add_func ("/demo/talks-that-are-due", test_talks_due);
  g_test_add_func ("/demo/no-marks-without-a-session", test_no_marks_without_a_session);
  g_test_add_func ("/demo/the-week-has-it-all", test_the_week_has_it_all);
  g_test_add_func ("/demo/seen-and-areas", test_seen_and_areas);
  result = g_test_run ();
  clear_house ();
  return result;
}
