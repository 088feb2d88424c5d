#include "relay-house.h"

#include "fram-desk-carrier.h"
#include "fram-desk-case.h"
#include "fram-desk-person.h"
#include "fram-record.h"

/* Who is in charge of a participant, who refers, and who is deputy (DATA.md, "Who sees which class"). */

static gboolean
change (RelayHouse *h, const FramUuid *staff, const char *from, const char *overlap, GError **error)
{
  FramCarrierChange to = { *staff, fram_test_date (from), overlap != NULL ? fram_test_date (overlap) : FRAM_DATE_NONE };

  return fram_desk_change_case_worker (h->base.desk, &h->enrolment, &to, NULL, error);
}

/* "Dragana Berg 2026-11-16 –, Rebecka Memic 2026-09-01 2026-11-30" */
static char *
carriers_of (RelayHouse *h)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramCarriers) carriers = fram_desk_carriers (h->base.desk, &h->enrolment, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < carriers->case_workers->len; i++)
    {
      const FramCarrier *one = g_ptr_array_index (carriers->case_workers, i);
      char from[FRAM_DATE_TEXT_SIZE], to[FRAM_DATE_TEXT_SIZE];

      g_string_append_printf (text, "%s%s %s %s", i > 0 ? ", " : "", one->name, fram_date_format (one->from, from),
                              one->to != FRAM_DATE_NONE ? fram_date_format (one->to, to) : "–");
    }
  return g_string_free (text, FALSE);
}

static void
assert_carriers (RelayHouse *h, const char *expected)
{
  g_autofree char *found = carriers_of (h);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_from_one_to_another (RelayHouse *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (change (h, &h->dragana, "2026-11-16", NULL, &error));
  assert_carriers (h, "Dragana Berg 2026-11-16 –, Rebecka Memic 2026-09-01 2026-11-15");
  g_assert_true (fram_desk_undo (h->base.desk, NULL, &error));
  assert_carriers (h, "Rebecka Memic 2026-09-01 –");
}

static void
test_both_for_a_while (RelayHouse *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (change (h, &h->dragana, "2026-11-12", "2026-11-30", &error));
  assert_carriers (h, "Dragana Berg 2026-11-12 –, Rebecka Memic 2026-09-01 2026-11-30");
  g_assert_true (relay_house_sees (h, "Dragana Berg"));
  g_assert_true (relay_house_sees (h, "Rebecka Memic"));
}

/* Somebody chosen by mistake that same day leaves no trace in who was in charge. */
static void
test_a_slip_of_the_same_day (RelayHouse *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  FramUuid third;

  fixture_sit (&h->base, "Teresa Sundberg");
  third = fixture_hire (&h->base, "Mona Lundberg", FRAM_ROLE_CASE_WORKER, NULL);
  g_assert_true (change (h, &h->dragana, "2026-11-12", NULL, &error));
  g_assert_true (change (h, &third, "2026-11-12", NULL, &error));
  assert_carriers (h, "Mona Lundberg 2026-11-12 –, Rebecka Memic 2026-09-01 2026-11-11");
}

static void
test_the_first_one (RelayHouse *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_desk_sit_down_as (h->base.desk, "Lena Ahmadi", &error));
  g_free (h->carlos);
  h->carlos = fixture_add (&h->base, "Nora", "Lind");
  {
    g_autoptr (FramCase) nora = fram_desk_case (h->base.desk, h->carlos, NULL, &error);

    g_assert_no_error (error);
    h->enrolment = nora->enrolment;
  }
  assert_carriers (h, "");
  g_assert_true (change (h, &h->dragana, "2026-11-12", NULL, &error));
  assert_carriers (h, "Dragana Berg 2026-11-12 –");
}

static void
refuses (RelayHouse *h, const FramUuid *staff, const char *from, const char *overlap, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (change (h, staff, from, overlap, &error));
  g_assert_error (error, FRAM_ERROR, code);
  assert_carriers (h, "Rebecka Memic 2026-09-01 –");
}

static void
test_what_is_refused (RelayHouse *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  FramUuid leader;

  refuses (h, &h->dragana, "2026-08-31", NULL, FRAM_ERROR_INVALID);
  refuses (h, &h->dragana, "2028-01-01", NULL, FRAM_ERROR_INVALID);
  refuses (h, &h->dragana, "2026-11-16", "2026-11-15", FRAM_ERROR_INVALID);
  refuses (h, &h->rebecka, "2026-11-16", NULL, FRAM_ERROR_INVALID);
  fixture_sit (&h->base, "Teresa Sundberg");
  leader = fixture_hire (&h->base, "Nils Ny", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  refuses (h, &leader, "2026-11-16", NULL, FRAM_ERROR_INVALID);
  /* a later change would be lost */
  g_assert_true (change (h, &h->dragana, "2026-12-01", NULL, &error));
  g_assert_false (change (h, &h->dragana, "2026-11-20", NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
}

/* Class basic: case workers, managers and administrators write it. */
static void
test_who_may_change (RelayHouse *h, gconstpointer unused)
{
  static const struct
  {
    const char *who;
    gboolean may;
  } cases[] = { { "Rebecka Memic", TRUE },   { "Dragana Berg", TRUE }, { "Lena Ahmadi", TRUE },
                { "Teresa Sundberg", TRUE }, { "Per Wallin", FALSE },  { "Samir Sandberg", FALSE },
                { "Asta Lind", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      fixture_sit (&h->base, cases[i].who);
      g_assert_cmpint (change (h, &h->dragana, "2026-11-16", NULL, &error), ==, cases[i].may);
      if (cases[i].may)
        g_assert_true (fram_desk_undo (h->base.desk, NULL, &error));
      else
        g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
    }
}

static void
test_how_many_each_has (RelayHouse *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) loads = fram_desk_case_loads (h->base.desk, h->base.today, &error);
  const FramCaseLoad *first, *second;

  g_assert_cmpuint (loads->len, ==, 2);
  first = g_ptr_array_index (loads, 0);
  second = g_ptr_array_index (loads, 1);
  g_assert_cmpstr (first->name, ==, "Dragana Berg");
  g_assert_cmpuint (first->load, ==, 0);
  g_assert_cmpuint (first->most, ==, 15);
  g_assert_cmpstr (second->name, ==, "Rebecka Memic");
  g_assert_cmpuint (second->load, ==, 1);
}

/* Of a protected person sees only who is named: the new one is, the old one is not any more. */
static void
test_a_protected_person (RelayHouse *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  FramPersonEdit edit = {
    .given_name = "Carlos", .family_name = "Molina", .enrolled = fram_test_date ("2026-09-01"), .is_protected = TRUE
  };

  g_assert_true (fram_desk_edit_person (h->base.desk, &h->participant, &edit, &error));
  g_assert_false (relay_house_sees (h, "Dragana Berg"));
  g_assert_true (relay_house_sees (h, "Rebecka Memic"));
  fixture_sit (&h->base, "Lena Ahmadi");
  g_assert_false (change (h, &h->dragana, "2026-11-12", NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  fixture_sit (&h->base, "Rebecka Memic");
  g_assert_true (change (h, &h->dragana, "2026-11-12", NULL, &error));
  g_assert_true (relay_house_sees (h, "Dragana Berg"));
  g_assert_false (relay_house_sees (h, "Rebecka Memic"));
}

static void
test_the_referrer (RelayHouse *h, gconstpointer unused)
{
  FramReferrerChange to = { .name = "Besim Todorov", .phone = "010-1", .day = h->base.today };
  g_autoptr (GError) error = NULL;
  g_autoptr (FramCarriers) carriers = NULL;

  g_assert_true (fram_desk_change_referrer (h->base.desk, &h->enrolment, &to, NULL, &error));
  g_assert_no_error (error);
  carriers = fram_desk_carriers (h->base.desk, &h->enrolment, &error);
  g_assert_cmpstr (carriers->referrer_name, ==, "Besim Todorov");
  g_assert_cmpuint (carriers->referrers->len, ==, 1);
  /* the same name again is the same person */
  g_assert_false (fram_desk_change_referrer (h->base.desk, &h->enrolment, &to, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  to.day = fram_test_date ("2026-08-31");
  to.name = "Ola Hedlund";
  g_assert_false (fram_desk_change_referrer (h->base.desk, &h->enrolment, &to, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
}

/* Class intake: an own case worker, managers and administrators. */
static void
test_who_may_change_the_referrer (RelayHouse *h, gconstpointer unused)
{
  static const struct
  {
    const char *who;
    gboolean may;
  } cases[] = { { "Rebecka Memic", TRUE }, { "Lena Ahmadi", TRUE }, { "Teresa Sundberg", TRUE },
                { "Dragana Berg", FALSE }, { "Per Wallin", FALSE }, { "Samir Sandberg", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FramReferrerChange to = { .name = "Ola Hedlund", .day = h->base.today };
      g_autoptr (GError) error = NULL;

      fixture_sit (&h->base, cases[i].who);
      g_assert_cmpint (fram_desk_change_referrer (h->base.desk, &h->enrolment, &to, NULL, &error), ==, cases[i].may);
      if (cases[i].may)
        g_assert_true (fram_desk_undo (h->base.desk, NULL, &error));
      else
        g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
    }
}

static gboolean
add_deputy (RelayHouse *h, const char *from, const char *to, GError **error)
{
  FramDeputy deputy = {
    .absent = h->rebecka, .deputy = h->dragana, .from = fram_test_date (from), .to = fram_test_date (to)
  };

  return fram_desk_add_deputy (h->base.desk, &deputy, NULL, error);
}

/* The day before, the first, the last and the day after. */
static void
test_a_deputy_has_days (RelayHouse *h, gconstpointer unused)
{
  static const struct
  {
    const char *from, *to;
    gboolean sees;
  } cases[] = { { "2026-11-13", "2026-11-20", FALSE },
                { "2026-11-12", "2026-11-20", TRUE },
                { "2026-11-12", "2026-11-12", TRUE } };

  g_assert_false (relay_house_sees (h, "Dragana Berg"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      fixture_sit (&h->base, "Teresa Sundberg");
      g_assert_true (add_deputy (h, cases[i].from, cases[i].to, &error));
      g_assert_no_error (error);
      g_assert_cmpint (relay_house_sees (h, "Dragana Berg"), ==, cases[i].sees);
      fixture_sit (&h->base, "Teresa Sundberg");
      {
        g_autoptr (GPtrArray) deputies = fram_desk_deputies (h->base.desk, &h->rebecka, &error);
        const FramDeputy *deputy = g_ptr_array_index (deputies, 0);

        g_assert_cmpuint (deputies->len, ==, 1);
        g_assert_cmpstr (deputy->deputy_name, ==, "Dragana Berg");
        g_assert_true (fram_desk_end_deputy (h->base.desk, &deputy->id, NULL, &error));
      }
      g_assert_false (relay_house_sees (h, "Dragana Berg"));
    }
}

static void
test_the_day_after_it_is_over (RelayHouse *h, gconstpointer unused)
{
  g_autoptr (FramClock) later = fram_clock_new_from_text ("2026-11-21T08:00");
  g_autoptr (GError) error = NULL;

  fixture_sit (&h->base, "Teresa Sundberg");
  g_assert_true (add_deputy (h, "2026-11-16", "2026-11-20", &error));
  fram_clock_unref (h->base.clock);
  h->base.clock = fram_clock_new_from_text ("2026-11-20T23:00");
  fixture_reopen (&h->base);
  g_assert_true (relay_house_sees (h, "Dragana Berg"));
  fram_clock_unref (h->base.clock);
  h->base.clock = fram_clock_ref (later);
  fixture_reopen (&h->base);
  g_assert_false (relay_house_sees (h, "Dragana Berg"));
}

static void
test_who_gives_deputies (RelayHouse *h, gconstpointer unused)
{
  static const char *const others[] = { "Rebecka Memic", "Lena Ahmadi", "Per Wallin", "Asta Lind" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) error = NULL;

      fixture_sit (&h->base, others[i]);
      g_assert_false (add_deputy (h, "2026-11-12", "2026-11-20", &error));
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
    }
}

static void
test_which_deputies_are_refused (RelayHouse *h, gconstpointer unused)
{
  static const char *const days[][2] = { { "2026-11-20", "2026-11-19" },
                                         { "2026-11-01", "2026-11-11" },
                                         { "2026-11-12", "2028-01-01" },
                                         { "2026-11-20", "2026-11-25" } };
  FramDeputy self = { .from = h->base.today, .to = h->base.today };
  g_autoptr (GError) error = NULL;

  fixture_sit (&h->base, "Teresa Sundberg");
  g_assert_true (add_deputy (h, "2026-11-16", "2026-11-20", &error));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_assert_false (add_deputy (h, days[i][0], days[i][1], &error));
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
      g_clear_error (&error);
    }
  self.absent = self.deputy = h->rebecka;
  g_assert_false (fram_desk_add_deputy (h->base.desk, &self, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
}

/* A deputy's grant is not a role of one's own: saving somebody's roles leaves it as it is. */
static void
test_saving_roles_keeps_deputies (RelayHouse *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) staff = NULL, deputies = NULL;

  fixture_sit (&h->base, "Teresa Sundberg");
  g_assert_true (add_deputy (h, "2026-11-12", "2026-11-20", &error));
  staff = fram_desk_staff (h->base.desk, FALSE, &error);
  for (guint i = 0; i < staff->len; i++)
    {
      FramStaff *one = g_ptr_array_index (staff, i);

      if (!fram_uuid_equal (&one->id, &h->dragana))
        continue;
      g_assert_cmpuint (one->roles->len, ==, 1);
      g_assert_true (fram_desk_save_staff (h->base.desk, one, NULL, &error));
    }
  deputies = fram_desk_deputies (h->base.desk, &h->rebecka, &error);
  g_assert_cmpuint (deputies->len, ==, 1);
  g_assert_true (relay_house_sees (h, "Dragana Berg"));
}

#define ADD(name, function)                                                                                            \
  g_test_add ("/desk/carrier/" name, RelayHouse, NULL, relay_house_set_up, function, relay_house_tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("from-one-to-another", test_from_one_to_another);
  ADD ("both-for-a-while", test_both_for_a_while);
  ADD ("a-slip-of-the-same-day", test_a_slip_of_the_same_day);
  ADD ("the-first-one", test_the_first_one);
  ADD ("what-is-refused", test_what_is_refused);
  ADD ("who-may-change", test_who_may_change);
  ADD ("how-many-each-has", test_how_many_each_has);
  ADD ("a-protected-person", test_a_protected_person);
  ADD ("the-referrer", test_the_referrer);
  ADD ("who-may-change-the-referrer", test_who_may_change_the_referrer);
  ADD ("a-deputy-has-days", test_a_deputy_has_days);
  ADD ("the-day-after-it-is-over", test_the_day_after_it_is_over);
  ADD ("who-gives-deputies", test_who_gives_deputies);
  ADD ("which-deputies-are-refused", test_which_deputies_are_refused);
  ADD ("saving-roles-keeps-deputies", test_saving_roles_keeps_deputies);
  return g_test_run ();
}
