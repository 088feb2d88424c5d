#pragma once

#include "fram-desk-files.h"
#include "fram-desk-house.h"
#include "fram-desk-people.h"
#include "fram-desk-roster.h"
#include "fram-test.h"

/* A small house: two people in Snickeri on Thursdays, one of them from next week on, and staff of three kinds. */
typedef struct
{
  char *directory;
  char *path;
  FramClock *clock;
  FramDesk *desk;
  FramUuid snickeri;
  FramDate today; /* Thursday 12 November 2026 */
  char *amina;    /* case numbers */
  char *bjorn;
} Fixture;

void fixture_set_up (Fixture *f, gconstpointer unused);
void fixture_tear_down (Fixture *f, gconstpointer unused);
char *fixture_add (Fixture *f, const char *given, const char *family);
void fixture_place (Fixture *f, const char *case_no, const char *workshop, const char *from, const char *slots);
FramUuid fixture_hire (Fixture *f, const char *name, FramRole role, const char *workshop);
void fixture_sit (Fixture *f, const char *name);
FramRoster *fixture_roster (Fixture *f, const char *day);
FramRosterRow *fixture_row (const FramRoster *roster, const char *name);
FramRoster *fixture_mark (Fixture *f, const char *day, const char *name, const char *status, GError **error);
void fixture_put (Fixture *f, FramRecord *record);
void fixture_reopen (Fixture *f);
