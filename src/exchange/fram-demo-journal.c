#include "fram-demo-private.h"

#include "fram-handover-sheet.h"
#include "fram-journal.h"

#include <string.h>

/* The journal: of most meetings an entry, some notes, and on the last day a few that are not finished. */

#define DAY_MS  (G_GINT64_CONSTANT (86400000))
#define HOUR_MS (G_GINT64_CONSTANT (3600000))
#define DRAFTS  3

/* An hour of a day in Sweden, whichever half of the year it is. */
static gint64
instant_of (FramDate day, int hour)
{
  return day * DAY_MS + hour * HOUR_MS;
}

static const char *const *
notes_of (const char *kind)
{
  if (strcmp (kind, "trepartsmote") == 0 || strcmp (kind, "sip") == 0 || strcmp (kind, "overlamning") == 0)
    return demo_three_notes;
  if (strcmp (kind, "avstamning_telefon") == 0)
    return demo_phone_notes;
  if (strcmp (kind, "inskrivningsmote") == 0 || strcmp (kind, "kartlaggningssamtal") == 0)
    return demo_first_notes;
  return demo_talk_notes;
}

static FramRecord *
begin_entry (Demo *self, DemoPerson *person, guint nth, FramDate day, int hour, const char *kind, int staff)
{
  FramRecord *r = demo_begin (self, FRAM_ENTITY_JOURNAL_ENTRY, demo_id (self, "journal_entry", person->ordinal, nth));

  fram_record_set_ref (r, "participant", &person->participant);
  fram_record_set_ref (r, "enrolment", &person->enrolment);
  fram_record_set_text (r, "kind", kind);
  fram_record_set_int (r, "at", instant_of (day, hour));
  fram_record_set_ref (r, "staff", &g_array_index (self->staff, DemoStaff, staff).id);
  return r;
}

static gboolean
is_written (const Demo *self, const DemoPerson *person)
{
  return person->life->fate == DEMO_ENROLLED &&
         (self->n_lives <= 10000 || person->life->closed == FRAM_DATE_NONE || person->ordinal % 10 == 0);
}

/* What was said at a meeting, by whoever was in charge then; signed the same evening. */
gboolean
demo_put_entry (Demo *self, DemoPerson *person, guint nth, FramDate day, const char *kind)
{
  DemoRandom random = demo_random_for (self, "journal", person->ordinal * 64 + nth);
  gboolean phone = strcmp (kind, "avstamning_telefon") == 0;
  gboolean three = notes_of (kind) == demo_three_notes;
  int hour = demo_between (&random, 8, 13);
  int staff = person->change != FRAM_DATE_NONE && day < person->change ? person->before : person->case_worker;
  FramRecord *r;

  if (!is_written (self, person) || day < person->life->enrolled || !demo_chance (&random, 650) ||
      strncmp (kind, "extern_plats", 12) == 0)
    return TRUE;
  r = begin_entry (self, person, nth, day, hour, fram_journal_kind_of_meeting (kind), staff);
  fram_record_set_int (r, "minutes", phone ? 10 : three ? 60 : 45);
  fram_record_set_text (r, "attendees", three ? "deltagare; FRAM; anvisande handläggare" : "deltagare; FRAM");
  fram_record_set_text (r, "text", demo_pick (&random, notes_of (kind)));
  fram_record_set_int (r, "interpreter", person->interpreter && !phone);
  fram_record_set_int (r, "signed", instant_of (day, 15));
  return demo_put (self);
}

static gboolean
put_ot_entry (Demo *self, DemoPerson *person)
{
  DemoRandom random = demo_random_for (self, "ot journal", person->ordinal);
  FramDate day = demo_next_open (self, person->life->enrolled + demo_between (&random, 30, 90));
  FramRecord *r;

  if (!demo_chance (&random, 160) || day >= self->until || person->n_steps[0] == 0 ||
      (person->life->closed != FRAM_DATE_NONE && day > person->life->closed))
    return TRUE;
  r = begin_entry (self, person, 900, day, 10, "anteckning",
                   demo_staff_with_role (self, FRAM_ROLE_OCCUPATIONAL_THERAPIST, (int)person->ordinal % 2));
  fram_record_set_text (r, "text", demo_pick (&random, demo_ot_notes));
  fram_record_set_int (r, "by_ot", 1);
  fram_record_set_int (r, "signed", instant_of (day, 15));
  return demo_put (self);
}

/* The first case worker has begun some this morning. */
static gboolean
put_draft (Demo *self, DemoPerson *person)
{
  int first = demo_staff_with_role (self, FRAM_ROLE_CASE_WORKER, 0);
  guint8 *nth = &self->drafts[person->case_worker];
  FramRecord *r;

  if (person->case_worker != first || person->life->closed != FRAM_DATE_NONE || *nth >= DRAFTS ||
      person->life->is_protected || person->scene != DEMO_SCENE_NONE)
    return TRUE;
  r = begin_entry (self, person, 950, self->until, 7, *nth == 1 ? "telefon" : "anteckning", first);
  fram_record_set_text (r, "text", demo_draft_notes[*nth]);
  (*nth)++;
  return demo_put (self);
}

static char *
handover_text (DemoRandom *random)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  const char *texts[FRAM_N_HANDOVER_FIELDS] = {
    [FRAM_HANDOVER_GOOD_AT] = demo_pick (random, demo_good_at),
    [FRAM_HANDOVER_WORKS] = demo_pick (random, demo_works),
    [FRAM_HANDOVER_WANT] = demo_pick (random, demo_main_goals),
    [FRAM_HANDOVER_NOT_AGAIN] = "Varför det blev ett uppehåll. Fråga i stället vad som fungerar nu.",
    [FRAM_HANDOVER_AGREED] = demo_pick (random, demo_extensions),
    [FRAM_HANDOVER_CONTACTS] = "Min ledare i arbetslaget. Min handläggare på FRAM.",
  };

  for (int field = 0; field < FRAM_N_HANDOVER_FIELDS; field++)
    g_key_file_set_string (file, "handover", fram_handover_field_get_code ((FramHandoverField)field), texts[field]);
  return g_key_file_to_data (file, NULL, NULL);
}

/* At a change of case worker the sheet went with the person, approved; a few are not approved yet. */
static gboolean
put_handover (Demo *self, DemoPerson *person)
{
  DemoRandom random = demo_random_for (self, "handover", person->ordinal);
  g_autofree char *text = NULL, *sent_to = NULL, *day = NULL;
  FramRecord *r;

  if (person->change == FRAM_DATE_NONE || person->change >= self->until || !demo_chance (&random, 800))
    return TRUE;
  r = demo_begin (self, FRAM_ENTITY_DOCUMENT, demo_id (self, "document", person->ordinal, 0));
  text = handover_text (&random);
  day = fram_date_to_text (person->change);
  sent_to = g_strdup_printf ("%s %s", day, g_array_index (self->staff, DemoStaff, person->case_worker).name);
  fram_record_set_ref (r, "participant", &person->participant);
  fram_record_set_ref (r, "enrolment", &person->enrolment);
  fram_record_set_text (r, "kind", "handover");
  fram_record_set_int (r, "version", 1);
  fram_record_set_text (r, "text", text);
  fram_record_set_int (r, "at", instant_of (person->change, 9));
  fram_record_set_ref (r, "staff", &g_array_index (self->staff, DemoStaff, person->before).id);
  if (demo_chance (&random, 900))
    {
      fram_record_set_date (r, "approved", person->change);
      fram_record_set_text (r, "sent_to", sent_to);
    }
  return demo_put (self);
}

gboolean
demo_put_journal (Demo *self, DemoPerson *person)
{
  return !is_written (self, person) ||
         (put_ot_entry (self, person) && put_draft (self, person) && put_handover (self, person));
}
