#include "desk-fixture.h"

#include "fram-changes.h"
#include "fram-desk-absence.h"
#include "fram-desk-adaptation.h"
#include "fram-desk-proven.h"

/* What the therapist is offered when writing an adaptation: what many have, what was kept, and never one person's words. */

typedef struct
{
  Fixture base;
  char *people[4]; /* case numbers */
  FramUuid rebecka;
} House;

static void
set_up (House *h, gconstpointer unused)
{
  static const char *const names[][2] = { { "Carlos", "Vega" }, { "Dilan", "Öz" } };
  Fixture *f = &h->base;

  fixture_set_up (f, NULL);
  h->people[0] = g_strdup (f->amina);
  h->people[1] = g_strdup (f->bjorn);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    h->people[2 + i] = fixture_add (f, names[i][0], names[i][1]);
  h->rebecka = fixture_hire (f, "Rebecka Memic", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Dragana Andersen", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL);
  fixture_hire (f, "Samir Sandberg", FRAM_ROLE_PEER_MENTOR, NULL);
  fixture_hire (f, "Lena Ahmadi", FRAM_ROLE_MANAGER, NULL);
  fixture_hire (f, "Teresa Sundberg", FRAM_ROLE_ADMINISTRATOR, NULL);
  fixture_hire (f, "Örjan Kadhim", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_sit (f, "Dragana Andersen");
}

static void
tear_down (House *h, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (h->people); i++)
    g_free (h->people[i]);
  fixture_tear_down (&h->base, NULL);
}

static FramUuid
adapt (House *h, guint person, const char *measure, const char *line, FramAdaptationStatus status)
{
  FramAdaptationQuery query = { NULL, FRAM_DATE_NONE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  FramAdaptationEdit edit;
  FramAdaptationField field;
  FramUuid enrolment;

  g_assert_true (fram_desk_find_enrolment (h->base.desk, h->people[person], &enrolment, &error));
  fram_adaptation_edit_init (&edit);
  edit.area = "arbetsmiljo";
  edit.measure = measure;
  edit.line = line;
  edit.status = status;
  fram_desk_save_adaptation (h->base.desk, &enrolment, NULL, &edit, &field, NULL, &error);
  g_assert_no_error (error);
  query.enrolment = &enrolment;
  rows = fram_desk_adaptations (h->base.desk, &query, NULL);
  return ((FramAdaptation *)rows->pdata[rows->len - 1])->id;
}

/* "text/line/people, …", with a star at what was kept */
static char *
offered (House *h, const char *area)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = fram_desk_proven (h->base.desk, area, &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const FramProven *row = g_ptr_array_index (rows, i);

      g_string_append_printf (out, "%s%s%s/%s/%u", i > 0 ? ", " : "", row->is_kept ? "*" : "", row->text,
                              row->line != NULL ? row->line : "", row->n_people);
    }
  return g_string_free (out, FALSE);
}

static void
assert_offered (House *h, const char *wanted)
{
  g_autofree char *found = offered (h, "arbetsmiljo");

  g_assert_cmpstr (found, ==, wanted);
}

static void
assert_refused (House *h, const FramUuid *from, const char *area, const char *text, const char *line, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (fram_desk_keep_proven (h->base.desk, from, area, text, line, NULL, &error));
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_what_three_people_have_is_offered (House *h, gconstpointer unused)
{
  adapt (h, 0, "Hörselkåpor", "Kåpor på", FRAM_ADAPTATION_IN_PLACE);
  adapt (h, 1, "Hörselkåpor", "Kåpor på", FRAM_ADAPTATION_IN_PLACE);
  adapt (h, 1, "Hörselkåpor", "Kåpor på", FRAM_ADAPTATION_IN_PLACE); /* twice the same person */
  adapt (h, 0, "Aminas egen stol", "Stolen", FRAM_ADAPTATION_IN_PLACE);
  assert_offered (h, "");
  adapt (h, 2, "Hörselkåpor ", "Kåpor på", FRAM_ADAPTATION_IN_PLACE); /* a space is no other word */
  assert_offered (h, "Hörselkåpor/Kåpor på/3");
  {
    g_autofree char *other = offered (h, "socialt"), *any = offered (h, NULL);

    g_assert_cmpstr (other, ==, "");
    g_assert_cmpstr (any, ==, "Hörselkåpor/Kåpor på/3");
  }
}

static void
test_what_is_only_tried_or_did_not_help_is_not_proven (House *h, gconstpointer unused)
{
  for (guint i = 0; i < 3; i++)
    {
      adapt (h, i, "Tidig start", "Sju", FRAM_ADAPTATION_ON_TRIAL);
      adapt (h, i, "Mycket ljus", NULL, FRAM_ADAPTATION_NOT_CARRIED_OUT);
    }
  assert_offered (h, "");
}

/* The measure is many people's; a line that one of them alone has is not offered to the next. */
static void
test_a_line_of_one_person_is_not_offered (House *h, gconstpointer unused)
{
  adapt (h, 0, "Kort pass", "Amina går halv elva", FRAM_ADAPTATION_IN_PLACE);
  adapt (h, 1, "Kort pass", "Korta pass", FRAM_ADAPTATION_IN_PLACE);
  adapt (h, 2, "Kort pass", "Korta pass", FRAM_ADAPTATION_IN_PLACE);
  assert_offered (h, "Kort pass//3");
  adapt (h, 3, "Kort pass", "Korta pass", FRAM_ADAPTATION_IN_PLACE);
  assert_offered (h, "Kort pass/Korta pass/4");
}

static void
test_kept_after_a_review_in_one_step (House *h, gconstpointer unused)
{
  FramUuid from = adapt (h, 0, "Hörselkåpor till Amina", "Kåpor på", FRAM_ADAPTATION_IN_PLACE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *what = NULL;

  assert_refused (h, &from, "arbetsmiljo", "Hörselkåpor till amina", "Kåpor på", "named in it");
  assert_refused (h, &from, "arbetsmiljo", "Hörselkåpor", "Hassans kåpor", "named in it");
  assert_refused (h, &from, "arbetsmiljo", " ", NULL, "Write what is done");
  assert_refused (h, &from, "", "Hörselkåpor", NULL, "no such area");
  g_assert_true (
      fram_desk_keep_proven (h->base.desk, &from, "arbetsmiljo", " Hörselkåpor ", "Kåpor på", &what, &error));
  g_assert_no_error (error);
  g_assert_null (strstr (what, "kåpor"));
  assert_offered (h, "*Hörselkåpor/Kåpor på/0");
  assert_refused (h, NULL, "arbetsmiljo", "hörselkåpor", NULL, "already");
  g_assert_true (fram_desk_undo (h->base.desk, NULL, &error));
  assert_offered (h, "");
  g_assert_true (fram_desk_redo (h->base.desk, NULL, &error));
  rows = fram_desk_proven (h->base.desk, NULL, NULL);
  g_assert_true (fram_desk_drop_proven (h->base.desk, &((FramProven *)rows->pdata[0])->id, NULL, &error));
  assert_offered (h, "");
}

static void
test_most_used_first (House *h, gconstpointer unused)
{
  fram_desk_keep_proven (h->base.desk, NULL, "arbetsmiljo", "Bordslampa", NULL, NULL, NULL);
  fram_desk_keep_proven (h->base.desk, NULL, "arbetsmiljo", "Skärm", "Skärmen framför", NULL, NULL);
  adapt (h, 0, "skärm", "Min skärm", FRAM_ADAPTATION_IN_PLACE); /* the kept one, used by one */
  for (guint i = 0; i < 3; i++)
    adapt (h, i, "Hörselkåpor", "Kåpor på", FRAM_ADAPTATION_IN_PLACE);
  assert_offered (h, "Hörselkåpor/Kåpor på/3, *Skärm/Skärmen framför/1, *Bordslampa//0");
}

static void
put_in_charge (House *h, guint person)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_CASE_WORKER, NULL);
  FramUuid enrolment;

  g_assert_true (fram_desk_find_enrolment (h->base.desk, h->people[person], &enrolment, NULL));
  fram_record_set_ref (record, "enrolment", &enrolment);
  fram_record_set_ref (record, "staff", &h->rebecka);
  fram_record_set_date (record, "from_day", fram_test_date ("2026-09-01"));
  fixture_put (&h->base, record);
}

static void
test_who_reads_and_who_keeps (House *h, gconstpointer unused)
{
  static const struct
  {
    const char *name;
    gboolean keeps;
  } people[] = { { "Dragana Andersen", TRUE }, { "Teresa Sundberg", TRUE }, { "Rebecka Memic", FALSE },
                 { "Lena Ahmadi", FALSE },     { "Samir Sandberg", FALSE }, { "Örjan Kadhim", FALSE } };

  fram_desk_keep_proven (h->base.desk, NULL, "arbetsmiljo", "Skärm", NULL, NULL, NULL);
  for (guint i = 0; i < 3; i++)
    {
      adapt (h, i, "Hörselkåpor", "Kåpor på", FRAM_ADAPTATION_IN_PLACE);
      put_in_charge (h, i); /* Rebecka reads their needs, and writes none */
    }
  adapt (h, 0, "Skärm", "Skärmen", FRAM_ADAPTATION_IN_PLACE);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_strdup_printf ("Ny %u", i);
      gboolean kept;

      fixture_sit (&h->base, people[i].name);
      g_test_message ("%s", people[i].name);
      g_assert_cmpint (fram_desk_may_keep_proven (h->base.desk), ==, people[i].keeps);
      if (i > 0) /* what is used, and by how many, is of needs */
        assert_offered (h, i == 1 ? "*Ny 0//0, *Skärm//0" : "*Ny 0//0, *Ny 1//0, *Skärm//0");
      kept = fram_desk_keep_proven (h->base.desk, NULL, "arbetsmiljo", text, NULL, NULL, &error);
      g_assert_cmpint (kept, ==, people[i].keeps);
      if (!kept)
        g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
    }
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/proven/" name, House, NULL, set_up, func, tear_down)
  ADD ("what-three-people-have-is-offered", test_what_three_people_have_is_offered);
  ADD ("what-is-only-tried-or-did-not-help-is-not-proven", test_what_is_only_tried_or_did_not_help_is_not_proven);
  ADD ("a-line-of-one-person-is-not-offered", test_a_line_of_one_person_is_not_offered);
  ADD ("kept-after-a-review-in-one-step", test_kept_after_a_review_in_one_step);
  ADD ("most-used-first", test_most_used_first);
  ADD ("who-reads-and-who-keeps", test_who_reads_and_who_keeps);
#undef ADD
  return g_test_run ();
}
