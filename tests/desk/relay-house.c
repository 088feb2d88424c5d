#include "relay-house.h"

#include "fram-desk-absence.h"
#include "fram-desk-handover.h"
#include "fram-desk-person.h"

void
relay_house_set_up (RelayHouse *h, gconstpointer unused)
{
  Fixture *f = &h->base;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramPerson) person = NULL;

  fixture_set_up (f, NULL);
  fixture_hire (f, "Teresa Sundberg", FRAM_ROLE_ADMINISTRATOR, NULL);
  h->rebecka = fixture_hire (f, "Rebecka Memic", FRAM_ROLE_CASE_WORKER, NULL);
  h->dragana = fixture_hire (f, "Dragana Berg", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Lena Ahmadi", FRAM_ROLE_MANAGER, NULL);
  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Olle Odlare", FRAM_ROLE_ACTIVITY_LEADER, "tradgard");
  fixture_hire (f, "Samir Sandberg", FRAM_ROLE_PEER_MENTOR, NULL);
  fixture_hire (f, "Asta Lind", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL);
  fixture_sit (f, "Rebecka Memic");
  h->carlos = fixture_add (f, "Carlos", "Molina");
  fixture_place (f, h->carlos, "snickeri", "2026-09-07", "thu 09-12");
  person = fram_desk_person (f->desk, h->carlos, &error);
  g_assert_no_error (error);
  h->participant = person->row->participant;
  g_assert_true (fram_desk_find_enrolment (f->desk, h->carlos, &h->enrolment, &error));
}

void
relay_house_tear_down (RelayHouse *h, gconstpointer unused)
{
  g_free (h->carlos);
  fixture_tear_down (&h->base, NULL);
}

/* Whether Carlos's documents, which are for his own case worker, are for this person. */
gboolean
relay_house_sees (RelayHouse *h, const char *who)
{
  g_autoptr (GPtrArray) documents = NULL;

  fixture_sit (&h->base, who);
  documents = fram_desk_documents (h->base.desk, &h->participant, NULL);
  return documents != NULL;
}
