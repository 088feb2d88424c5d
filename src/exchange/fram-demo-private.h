#pragma once

#include "fram-demo.h"

#include "fram-ids.h"
#include "fram-series.h"
#include "fram-viewer.h"

G_BEGIN_DECLS

#define DEMO_WORKSHOPS   6
#define DEMO_KINDS       5
#define DEMO_MAX_STEPS   16
#define DEMO_MAX_SLOTS   5
#define DEMO_MAX_GROUPS  8
#define DEMO_MAX_CHANGES 4
#define DEMO_DAYS_AHEAD  64
#define DEMO_MAX_MET     96
#define DEMO_MAX_ABREAST DEMO_WORKSHOPS

/* A small generator of its own (splitmix64): the same numbers on every machine, whatever GLib does. */
typedef struct
{
  guint64 state;
} DemoRandom;

typedef struct
{
  const char *code;
  int capacity;
  const char *const *tasks;
  FramUuid id;
} DemoWorkshop;

typedef struct
{
  const char *code;
  const char *prefix;
  const char *name;
  const char *place;
  const char *rrule;
  int weekday;
  int starts;
  int minutes;
  int sessions;
  int every_weeks;
  int capacity;
  int percent; /* of the people enrolled who take part */
  FramUuid id;
} DemoKind;

/* What became of one session. */
typedef struct
{
  FramSessionChangeKind kind;
  FramDate day;
  FramDate to_day;
  int starts;
  int leader; /* into staff, -1 for none */
  const char *reason;
  const char *remark;
} DemoChange;

/* One group: a course of weekly sessions, or one of this term's, which says more of itself. */
typedef struct
{
  FramUuid id;
  FramDate first;
  FramDate last; /* FRAM_DATE_NONE while it goes on */
  int kind;
  int members;
  int weekday;
  int starts;
  int minutes;
  int nth;         /* of its kind, from 1 */
  gint8 term;      /* into the table of this term's groups, -1 for the courses of all years */
  FramDate change; /* of this term's: from that day on @starts counts, before it @before; FRAM_DATE_NONE for always */
  int before;
  int waiting;
  DemoChange changes[DEMO_MAX_CHANGES];
  int n_changes;
} DemoGroup;

typedef struct
{
  FramUuid id;
  FramRole role;
  int workshop; /* -1 for none */
  char *name;
} DemoStaff;

typedef struct
{
  FramUuid id;
  char *name;
  int organisation;
} DemoContact;

typedef enum
{
  DEMO_REFUSED,
  DEMO_PENDING,
  DEMO_QUEUE,
  DEMO_ENROLLED,
} DemoFate;

/* What becomes of one person, decided before anything is written. */
typedef struct
{
  FramDate received;
  FramDate decided;
  FramDate enrolled;
  FramDate closed; /* FRAM_DATE_NONE while enrolled */
  guint8 fate;
  guint8 outcome; /* of closings, or the reason of a refusal */
  guint8 reached;
  guint8 is_protected;
  guint8 planned_return; /* was to come back */
  gint32 returns_of;     /* the same person was there before: which life, -1 for none */
} DemoLife;

/* A stretch with the same weekly hours in the same workshop. */
typedef struct
{
  int workshop;
  FramDate from;
  FramDate to; /* FRAM_DATE_NONE while it goes on */
  int weekly_minutes;
  int n_slots;
  struct
  {
    int weekday;
    int from;
    int to;
  } slots[DEMO_MAX_SLOTS];
} DemoStep;

/* Somebody's stay at an external place. */
typedef struct
{
  int place;
  FramDate from;
  FramDate to;
} DemoOutside;

typedef struct
{
  int group; /* into groups */
  FramDate from;
  FramDate to; /* FRAM_DATE_NONE while it goes on */
  gboolean waiting;
} DemoMembership;

/* What somebody shows on the last day, so that a roster of it has every hint to see. */
typedef enum
{
  DEMO_SCENE_NONE,
  DEMO_SCENE_FIRST_DAY,
  DEMO_SCENE_NEW_HOURS,
  DEMO_SCENE_MISSING,
  DEMO_SCENE_LAST_DAY,
  DEMO_SCENE_LEAVE,
  DEMO_SCENE_APPOINTMENT,
  DEMO_SCENE_LEAVES_EARLY,
  DEMO_N_SCENES
} DemoScene;

/* How one of this term's groups is. */
typedef struct
{
  const char *name; /* "%s" is the weekday */
  int kind;
  int days; /* after the last day's weekday, Monday after Friday */
  int weeks_ago;
  int starts;
  int before; /* when it began until three weeks ago, 0 for always then */
  int minutes;
  int capacity;
  int members;
  int waiting;
  int sessions; /* of a course, else 0 */
  int every_weeks;
  const char *place;
  struct
  {
    FramRole role;
    int nth;
  } leaders[2];
  int n_leaders;
  const char *next_line;
  const char *meets;
} DemoTerm;

/* One person while being written. */
typedef struct
{
  guint ordinal;
  const DemoLife *life;
  DemoRandom random;
  FramUuid participant;
  FramUuid enrolment;
  FramUuid referral;
  int organisation;
  int referrer;
  int case_worker; /* into staff */
  DemoStep steps[DEMO_MAX_ABREAST][DEMO_MAX_STEPS];
  int n_steps[DEMO_MAX_ABREAST];
  DemoMembership memberships[DEMO_MAX_GROUPS];
  int n_memberships;
  FramDate external_from; /* FRAM_DATE_NONE for none */
  FramDate external_to;
  int external_place;  /* into places */
  DemoStep external;   /* its hours */
  FramDate pause_from; /* FRAM_DATE_NONE for none */
  FramDate pause_to;
  FramDate quiet_from; /* nothing is planned from then on; FRAM_DATE_NONE for always something */
  FramDate change;     /* of case worker */
  int before;          /* who was it before: into staff */
  gboolean interpreter;
  FramDate met[DEMO_MAX_MET]; /* days of meetings that are told of */
  int n_met;
  DemoScene scene;
  int scene_from; /* hours of the last day, of an appointment or an absence */
  int scene_to;
  FramDate missing_from; /* FRAM_DATE_NONE for none */
} DemoPerson;

typedef struct
{
  FramDemoOptions options;
  char seed[24];
  FramRecord record;
  FramRecordFunc sink;
  gpointer sink_data;
  GError **error;
  FramDate first; /* of the history */
  FramDate until;
  int n_days; /* from first, a margin past until */
  guint8 *open;
  guint16 *taken[DEMO_WORKSHOPS]; /* places taken, per day */
  DemoWorkshop workshops[DEMO_WORKSHOPS];
  DemoKind kinds[DEMO_KINDS];
  GArray *groups;                    /* DemoGroup, by kind, then by first day */
  guint groups_from[DEMO_KINDS + 1]; /* of each kind: where its groups begin; those of this term come last */
  GArray *staff;                     /* DemoStaff */
  GArray *contacts;
  GArray *places;  /* FramUuid: external ones */
  GArray *outside; /* DemoOutside: who is there when */
  GPtrArray *given[2];
  GPtrArray *family;
  DemoLife *lives;
  guint n_lives;
  int case_year; /* of the case number given last */
  guint case_nth;
  int n_parallel_groups;
  guint8 *asked;     /* of each of the staff: how many tasks */
  guint8 *drafts;    /* likewise: how many drafts */
  guint16 *busy;     /* of each of the staff and coming day: hours that are booked, bit 0 is 8 o'clock */
  guint n_own_talks; /* of the mentors */
  int leaver;        /* who left in the middle of a long history: into staff, -1 for nobody */
  FramDate left;     /* when */
  FramDate gap_day;  /* on which not all rosters were taken; FRAM_DATE_NONE for none */
  gboolean lifted;
  int abreast;                  /* workshops at the same time, where capacity is lifted */
  int days_per_week;            /* so many, where capacity is lifted */
  guint scenes[DEMO_WORKSHOPS]; /* bits of those that are shown already */
  FramUuid statuses[7];
} Demo;

enum
{
  DEMO_PRESENT,
  DEMO_LATE,
  DEMO_NOTIFIED,
  DEMO_UNNOTIFIED,
  DEMO_SICK,
  DEMO_LEAVE,
  DEMO_OTHER,
};

/* tools */
guint64 demo_random_next (DemoRandom *self);
DemoRandom demo_random_for (const Demo *self, const char *what, guint ordinal);
int demo_between (DemoRandom *self, int low, int high);
gboolean demo_chance (DemoRandom *self, int per_thousand);
const char *demo_pick (DemoRandom *self, const char *const *words);
FramUuid demo_id (const Demo *self, const char *kind, guint a, guint b);
FramRecord *demo_begin (Demo *self, FramEntity entity, FramUuid id);
gboolean demo_put (Demo *self);
gboolean demo_is_open (const Demo *self, FramDate date);
FramDate demo_next_open (const Demo *self, FramDate date);
char *demo_phone (guint ordinal);
gboolean demo_load_names (Demo *self, GError **error);
const char *demo_given_name (const Demo *self, DemoRandom *random, gboolean woman);
const char *demo_family_name (const Demo *self, DemoRandom *random);

/* words */
typedef struct
{
  const char *area;
  const char *barrier;
  const char *measure;
  const char *line;
} DemoAdaptation;

typedef struct
{
  const char *text;
  const char *line;
} DemoGoal;

extern const DemoAdaptation demo_adaptations[];
extern const guint demo_n_adaptations;
extern const DemoGoal demo_goals[];
extern const guint demo_n_goals;
extern const char *const demo_seen[];
extern const char *const demo_first_tools[];
extern const char *const demo_mark_notes[];
extern const char *const demo_reasons[];
extern const char *const demo_languages[];
extern const char *const demo_aliases[];
extern const char *const demo_next_steps[];
extern const char *const demo_organisations[];
extern const char *const demo_outcomes_reached[];
extern const char *const demo_outcomes_other[];
extern const char *const demo_refusals[];
extern const char *const demo_follow_ups[];
typedef struct
{
  const char *employer;
  const char *tasks;
  const char *adaptations;
  const char *field;
  const char *areas;
  const char *contact;
  const char *address;
  int capacity;
  int free_in; /* days from the last one; 0 for now */
} DemoEmployer;

/* Support outside, by the four kinds. */
typedef struct
{
  const char *kind;
  const char *provider;
  const char *text;
} DemoSupport;

extern const DemoEmployer demo_employers[];
extern const guint demo_n_employers;
extern const DemoSupport demo_supports[];
extern const guint demo_n_supports;
extern const char *const demo_main_goals[];
extern const char *const demo_extensions[];
extern const char *const demo_incomes[];
extern const char *const demo_wishes[];
extern const char *const demo_elsewhere[];
extern const char *const demo_talk_notes[];
extern const char *const demo_three_notes[];
extern const char *const demo_phone_notes[];
extern const char *const demo_first_notes[];
extern const char *const demo_ot_notes[];
extern const char *const demo_draft_notes[];
extern const char *const demo_good_at[];
extern const char *const demo_works[];
extern const char *const demo_dips[];
extern const char *const demo_rating_notes[];
extern const char *const demo_easier[];
extern const char *const demo_area_notes[][2]; /* of the eight areas of the agenda, in order */

/* steps of the work */
void demo_set_up_house (Demo *self);
void demo_set_up_groups (Demo *self);
extern const DemoTerm demo_term[];
int demo_minutes_on (const Demo *self, const DemoGroup *group, FramDate day);
void demo_set_up_term (Demo *self);
void demo_join_term (Demo *self, DemoPerson *person);
gboolean demo_put_places (Demo *self);
gboolean demo_put_groups (Demo *self);
gboolean demo_put_own_talks (Demo *self, DemoPerson *person);
gboolean demo_put_grant (Demo *self, int staff, guint nth, FramRole role, const FramUuid *workshop,
                         const FramUuid *group, gboolean stand_in);
FramDate demo_summer_break (int year);
FramDate demo_planning_day (int year);
gboolean demo_put_house (Demo *self);
void demo_clear_house (Demo *self);
gboolean demo_set_up_lives (Demo *self, GError **error);
void demo_plan (Demo *self, DemoPerson *person);
void demo_stage (Demo *self, DemoPerson *person);
void demo_plan_ahead (Demo *self, DemoPerson *person);
int demo_rung_of (int weekly_minutes);
gboolean demo_step_to (Demo *self, DemoPerson *person, FramDate from, int rung);
void demo_plan_outside (Demo *self, DemoPerson *person);
gboolean demo_is_quiet (const DemoPerson *person, FramDate day);
gboolean demo_put_notes (Demo *self);
gboolean demo_put_asked (Demo *self, DemoPerson *person);
gboolean demo_put_plan (Demo *self, DemoPerson *person);
gboolean demo_put_person (Demo *self, DemoPerson *person);
gboolean demo_put_way (Demo *self, DemoPerson *person);
FramRecord *demo_begin_booking (Demo *self, DemoPerson *person, guint nth, FramDate day, const char *kind);
gboolean demo_put_booking (Demo *self, DemoPerson *person, guint nth, FramDate day, int hour, const char *kind,
                           int minutes);
gboolean demo_put_bookings (Demo *self, DemoPerson *person);
gboolean demo_put_entry (Demo *self, DemoPerson *person, guint nth, FramDate day, const char *kind);
gboolean demo_put_journal (Demo *self, DemoPerson *person);
gboolean demo_put_event (Demo *self, DemoPerson *person, guint nth, FramDate day, const char *kind, const char *parties,
                         const char *status, const char *note);
FramDate demo_stays_to (const Demo *self, const DemoPerson *person);
gboolean demo_goes_on (const Demo *self, const DemoStep *step);
FramDate demo_target (const DemoPerson *person);
FramDate demo_extended_to (const Demo *self, const DemoPerson *person);
gboolean demo_put_course (Demo *self, DemoPerson *person);
gboolean demo_has_new_sets (const Demo *self, const DemoPerson *person);
gboolean demo_put_progress (Demo *self, DemoPerson *person);
gboolean demo_put_more_seen (Demo *self, DemoPerson *person);
gboolean demo_put_support (Demo *self, DemoPerson *person);
gboolean demo_put_marks (Demo *self, DemoPerson *person);
int demo_case_worker_of (const Demo *self, guint ordinal);
int demo_staff_of_workshop (const Demo *self, int workshop, int nth);
int demo_staff_with_role (const Demo *self, FramRole role, int nth);

G_END_DECLS
