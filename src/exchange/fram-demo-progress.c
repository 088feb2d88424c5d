#include "fram-demo-private.h"

#include "fram-rating.h"

/* Progression: the short check-in every second or third week, all questions about every eighth, what was said about the
 * areas of the agenda, and what the participant has agreed may be told. It has numbers of its own, so that what else is
 * drawn of people stays the same. */

#define CHECK_IN    "avstamning-3"
#define QUESTIONS   "indikator-11"
#define AGENDA      "fram-8"

#define N_CHECK_INS 3
#define N_QUESTIONS 10 /* the eleventh is the case worker's own belief, which the programme does not ask for */
#define N_AREAS     8

#define DAY_MS      (G_GINT64_CONSTANT (86400000))
#define HOUR_MS     (G_GINT64_CONSTANT (3600000))
#define TALK_AT     13

/* Who closed longer ago was rated with the questions of that time. */
#define NEW_SETS_DAYS 400

/* A dip: one talk at which some things were worse, and why. */
typedef struct
{
  int at; /* which talk, counted from the last one; -1 for none */
  int depth;
  guint questions; /* bits */
  const char *why;
} Dip;

/* One person while ratings are written; levels are hundredths of a step. */
typedef struct
{
  Demo *demo;
  DemoPerson *person;
  DemoRandom random;
  int level[N_QUESTIONS]; /* at the last talk */
  int slope[N_QUESTIONS]; /* gained from talk to talk */
  int own[N_QUESTIONS];   /* so much higher the participant sees it */
  Dip dip;
} Rating;

static FramDate
last_day (const Demo *self, const DemoPerson *person)
{
  return person->life->closed != FRAM_DATE_NONE ? MIN (person->life->closed, self->until - 1) : self->until - 1;
}

static const FramUuid *
case_worker_on (const Demo *self, const DemoPerson *person, FramDate day)
{
  gboolean before = person->change != FRAM_DATE_NONE && day < person->change;

  return &g_array_index (self->staff, DemoStaff, before ? person->before : person->case_worker).id;
}

/* A working day on or before @day; before the programme began there is none, and @day is as good. */
static FramDate
open_before (const Demo *self, FramDate day)
{
  while (day > self->first && !demo_is_open (self, day))
    day--;
  return day;
}

static gboolean
put_value (Rating *self, const char *set, int ordinal, FramRater rater, FramDate day, int level, const char *note)
{
  const char *code = fram_rater_get_code (rater);
  FramUuid id = fram_id_indicator (set, ordinal);
  FramRecord *r =
      demo_begin (self->demo, FRAM_ENTITY_RATING, fram_id_rating (&self->person->enrolment, &id, day, code));

  fram_record_set_ref (r, "enrolment", &self->person->enrolment);
  fram_record_set_ref (r, "indicator", &id);
  fram_record_set_date (r, "day", day);
  fram_record_set_text (r, "rater", code);
  fram_record_set_int (r, "value", CLAMP ((level + 50) / 100, 1, 5));
  fram_record_set_text (r, "note", note);
  fram_record_set_int (r, "given", day * DAY_MS + TALK_AT * HOUR_MS);
  fram_record_set_ref (r, "staff", case_worker_on (self->demo, self->person, day));
  return demo_put (self->demo);
}

/* Some questions go ahead and some stand still; where the way led to the goal, more of them go ahead. */
static void
draw_person (Rating *self)
{
  gboolean reached = self->person->life->reached;
  int base = demo_between (&self->random, 260, 380) + (reached ? 40 : 0);

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      self->level[i] = base + demo_between (&self->random, -110, 110);
      self->slope[i] = reached ? demo_between (&self->random, 5, 55) : demo_between (&self->random, -18, 38);
      self->own[i] = demo_between (&self->random, -60, 110);
    }
  self->dip = (Dip){ demo_chance (&self->random, 650) ? demo_between (&self->random, 0, 4) : -1,
                     demo_between (&self->random, 90, 170), (guint)demo_between (&self->random, 1, 1023),
                     demo_pick (&self->random, demo_dips) };
}

static int
level_of (Rating *self, int question, int talk)
{
  gboolean dips = talk == self->dip.at && (self->dip.questions >> question & 1) != 0;

  return self->level[question] - talk * self->slope[question] + demo_between (&self->random, -30, 30) -
         (dips ? self->dip.depth : 0);
}

/* The first question that dips is the one at which the reason is written down. */
static const char *
note_of (Rating *self, int question, int talk)
{
  guint lower = self->dip.questions & ((1u << question) - 1);

  if (talk == self->dip.at && (self->dip.questions >> question & 1) != 0 && lower == 0)
    return self->dip.why;
  return demo_chance (&self->random, 30) ? demo_pick (&self->random, demo_rating_notes) : NULL;
}

static gboolean
put_talk (Rating *self, FramDate day, int talk)
{
  gboolean both = demo_chance (&self->random, 920);

  for (int i = 0; i < N_QUESTIONS; i++)
    {
      int level = level_of (self, i, talk);
      const char *note = note_of (self, i, talk);

      if (both && !put_value (self, QUESTIONS, i + 1, FRAM_RATER_PARTICIPANT, day, level + self->own[i], note))
        return FALSE;
      if (!put_value (self, QUESTIONS, i + 1, FRAM_RATER_CASE_WORKER, day, level, both ? NULL : note))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_area_note (Rating *self, FramDate day, int area)
{
  FramUuid id = fram_id_indicator (AGENDA, area + 1);
  FramRecord *r = demo_begin (self->demo, FRAM_ENTITY_AREA_NOTE,
                              demo_id (self->demo, "area_note", self->person->ordinal, (guint)(day * N_AREAS + area)));

  fram_record_set_ref (r, "enrolment", &self->person->enrolment);
  fram_record_set_ref (r, "indicator", &id);
  fram_record_set_date (r, "day", day);
  fram_record_set_text (r, "text", demo_area_notes[area][demo_between (&self->random, 0, 1)]);
  fram_record_set_ref (r, "staff", case_worker_on (self->demo, self->person, day));
  fram_record_set_int (r, "given", day * DAY_MS + TALK_AT * HOUR_MS);
  return demo_put (self->demo);
}

/* What was talked about beside the questions: a few of the eight areas. */
static gboolean
put_agenda (Rating *self, FramDate day)
{
  if (!demo_chance (&self->random, 400))
    return TRUE;
  for (int area = demo_between (&self->random, 0, 3); area < N_AREAS; area += demo_between (&self->random, 2, 5))
    if (!put_area_note (self, day, area))
      return FALSE;
  return TRUE;
}

/* So many days ago; who has not been here for so long had the talk as soon as they could. */
static FramDate
last_talk (const Rating *self, FramDate first, int days_ago)
{
  FramDate end = last_day (self->demo, self->person);
  FramDate day = open_before (self->demo, end - days_ago);

  if (day < first)
    day = demo_next_open (self->demo, first);
  return day <= end ? day : first - 1;
}

/* Backwards from the last one, so that it is known when the next one is due: for a few it is overdue. */
static gboolean
put_talks (Rating *self)
{
  FramDate first = self->person->life->enrolled + 10;
  gboolean late = demo_chance (&self->random, 60);
  FramDate day =
      last_talk (self, first, late ? demo_between (&self->random, 88, 110) : demo_between (&self->random, 2, 60));

  for (int talk = 0; day >= first; talk++)
    {
      if (!put_talk (self, day, talk) || !put_agenda (self, day))
        return FALSE;
      day = open_before (self->demo, day - demo_between (&self->random, 50, 66));
    }
  return TRUE;
}

static const char *
check_in_note (Rating *self, int question, int level)
{
  if (!demo_chance (&self->random, question == N_CHECK_INS - 1 ? 220 : 60))
    return NULL;
  if (question == N_CHECK_INS - 1)
    return demo_pick (&self->random, demo_easier);
  return demo_pick (&self->random, level < 250 ? demo_dips : demo_rating_notes);
}

static gboolean
put_check_in (Rating *self, FramDate day, int mood)
{
  for (int i = 0; i < N_CHECK_INS; i++)
    {
      int level = mood + demo_between (&self->random, -60, 60);

      if (!put_value (self, CHECK_IN, i + 1, FRAM_RATER_PARTICIPANT, day, level, check_in_note (self, i, level)))
        return FALSE;
    }
  return TRUE;
}

/* How long ago the last one was: for most it is not due yet, for some it is in these days, a few were forgotten. */
static int
days_since (Rating *self)
{
  int dice = demo_between (&self->random, 0, 99);

  if (dice < 84)
    return demo_between (&self->random, 0, 11);
  if (dice < 92)
    return demo_between (&self->random, 12, 20);
  return dice < 97 ? demo_between (&self->random, 21, 24) : demo_between (&self->random, 27, 45);
}

/* Mood goes up and down; what is looked back on was a little lower. */
static gboolean
put_check_ins (Rating *self)
{
  FramDate first = self->person->life->enrolled + 6;
  int mood = self->level[0] + demo_between (&self->random, 0, 80);
  FramDate day = last_talk (self, first, days_since (self));

  while (day >= first)
    {
      if (!put_check_in (self, day, mood))
        return FALSE;
      mood = CLAMP (mood - demo_between (&self->random, -70, 90), 130, 480);
      day = open_before (self->demo, day - demo_between (&self->random, 13, 21));
    }
  return TRUE;
}

/**
 * demo_has_new_sets:
 *
 * Returns: whether somebody is rated with the questions that the programme asks now, and not with those of earlier years
 */
gboolean
demo_has_new_sets (const Demo *self, const DemoPerson *person)
{
  return person->life->closed == FRAM_DATE_NONE || person->life->closed > self->until - NEW_SETS_DAYS;
}

gboolean
demo_put_progress (Demo *self, DemoPerson *person)
{
  Rating rating = { .demo = self, .person = person, .random = demo_random_for (self, "progress", person->ordinal) };

  draw_person (&rating);
  return put_talks (&rating) && put_check_ins (&rating);
}

static gboolean
put_seen (Rating *self, guint nth, FramDate day, const DemoStep *step)
{
  Demo *demo = self->demo;
  FramRecord *r = demo_begin (demo, FRAM_ENTITY_SEEN, demo_id (demo, "seen", self->person->ordinal, nth));
  FramDate agreed = demo_next_open (demo, day + demo_between (&self->random, 1, 9));

  fram_record_set_ref (r, "participant", &self->person->participant);
  fram_record_set_ref (r, "enrolment", &self->person->enrolment);
  fram_record_set_date (r, "day", day);
  fram_record_set_text (r, "text", demo_pick (&self->random, demo_seen));
  fram_record_set_ref (r, "staff",
                       &g_array_index (demo->staff, DemoStaff, demo_staff_of_workshop (demo, step->workshop, 0)).id);
  if (agreed < demo->until && demo_chance (&self->random, 600))
    fram_record_set_date (r, "agreed", agreed);
  return demo_put (demo);
}

/* Of those who are there now something more was seen; to some of it the participant has said yes. */
gboolean
demo_put_more_seen (Demo *self, DemoPerson *person)
{
  Rating rating = { .demo = self, .person = person, .random = demo_random_for (self, "seen", person->ordinal) };
  const DemoStep *step = &person->steps[0][0];
  FramDate day;

  if (person->life->closed != FRAM_DATE_NONE || person->n_steps[0] == 0)
    return TRUE;
  day = demo_next_open (self, MAX (step->from + 5, self->until - 70) + demo_between (&rating.random, 0, 20));
  for (guint i = 1; i <= 3 && day < self->until - 3; i++)
    {
      if (demo_chance (&rating.random, 500) && !put_seen (&rating, i, day, step))
        return FALSE;
      day = demo_next_open (self, day + demo_between (&rating.random, 9, 25));
    }
  return TRUE;
}
