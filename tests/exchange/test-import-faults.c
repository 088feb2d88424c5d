#include "exchange-fixture.h"

#include "fram-error.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define CASES_HEADER                                                                                                   \
  "case_id,given_name,family_name,sex,birth_date,referring_org,referrer_name,referral_date,study_visit_date,"          \
  "decision,enrolled_date,closed_date,closing_outcome,followup_3m,followup_3m_date\r\n"
#define CASES                                                                                                          \
  CASES_HEADER                                                                                                         \
  "A1,Nora,Björk,F,1970-08-13,FK,Malin "                                                                              \
  "Z,2021-01-04,,accepted,2021-03-09,2021-12-09,af_ordinarie,arbete,2022-03-11\r\n"                                    \
  "A2,Ivan,Ek,M,1980-01-24,AF,Eva Y,2021-01-04,,pending,,,,,\r\n"
#define GROUPS                                                                                                         \
  "case_id,group_type,group_id,start_date,end_date,weekday,start_time,hours_per_session,planned_sessions\r\n"          \
  "A1,introduktion,INT-01,2021-03-15,2021-04-12,mandag,09:30,2,3\r\n"
#define ATTENDANCE        "case_id,date,activity,status,hours,planned_hours\r\n"
#define PLACEMENTS        "case_id,workshop,start_date,end_date,weekly_hours\r\n"
#define PROGRESSION_NOTES "case_id,date,indicator,rated_by,value,note,given\r\n"
#define PROGRESSION       "case_id,date,indicator,rated_by,value\r\n"
#define ADAPTATIONS       "case_id,area,need,measure,status,review_date\r\n"
#define EVENTS            "case_id,date,event_type,parties,status,note\r\n"
#define GROUPS_HEADER                                                                                                  \
  "case_id,group_type,group_id,start_date,end_date,weekday,start_time,hours_per_session,planned_sessions\r\n"

/* One file beside good cases and groups, and the beginning of what is said: file, line, column. */
typedef struct
{
  const char *name;
  const char *file;
  const char *text;
  const char *said[8];
} Fault;

static const Fault faults[] = {
  { "good",
    "attendance.csv",
    ATTENDANCE "A1,2021-04-14,tradgard,present,4,4\r\nA1,2021-03-22,introduktion,late,1,2\r\n",
    { NULL } },
  { "unknown-case",
    "attendance.csv",
    ATTENDANCE "A9,2021-04-14,tradgard,present,4,4\r\n",
    { "attendance.csv:2:case_id: There is no case A9" } },
  { "no-case",
    "attendance.csv",
    ATTENDANCE ",2021-04-14,tradgard,present,4,4\r\n",
    { "attendance.csv:2:case_id: The case number is missing." } },
  { "not-enrolled",
    "attendance.csv",
    ATTENDANCE "A2,2021-04-14,tradgard,present,4,4\r\n",
    { "attendance.csv:2:case_id: Case A2 is not enrolled." } },
  { "unknown-workshop",
    "attendance.csv",
    ATTENDANCE "A1,2021-04-14,tradgarden,present,4,4\r\n",
    { "attendance.csv:2:activity: “tradgarden” is neither a workshop (administration," } },
  { "unknown-status",
    "attendance.csv",
    ATTENDANCE "A1,2021-04-14,tradgard,ill,0,4\r\n",
    { "attendance.csv:2:status: “ill” is not a code of the programme; it knows present, late" } },
  { "no-date",
    "attendance.csv",
    ATTENDANCE "A1,14/4-21,tradgard,present,4,4\r\nA1,2021-02-30,tradgard,present,4,4\r\n"
               "A1,,tradgard,present,4,4\r\n",
    { "attendance.csv:2:date: “14/4-21” is no date", "attendance.csv:3:date: “2021-02-30” is no date",
      "attendance.csv:4:date: The date is missing." } },
  { "before-enrolment",
    "attendance.csv",
    ATTENDANCE "A1,2021-03-08,tradgard,present,4,4\r\n",
    { "attendance.csv:2:date: 2021-03-08 is before case A1 was enrolled, 2021-03-09." } },
  { "after-closing",
    "attendance.csv",
    ATTENDANCE "A1,2021-12-10,tradgard,present,4,4\r\n",
    { "attendance.csv:2:date: 2021-12-10 is after case A1 was closed, 2021-12-09." } },
  { "day-off",
    "attendance.csv",
    ATTENDANCE "A1,2021-04-17,tradgard,present,4,4\r\nA1,2021-04-02,tradgard,present,4,4\r\n"
               "A1,2021-06-25,tradgard,present,4,4\r\n",
    { "attendance.csv:2:date: 2021-04-17 is a day off", "attendance.csv:3:date: 2021-04-02 is a day off",
      "attendance.csv:4:date: 2021-06-25 is a day off" } },
  { "hours",
    "attendance.csv",
    ATTENDANCE "A1,2021-04-14,tradgard,present,25,4\r\nA1,2021-04-15,tradgard,present,-1,4\r\n"
               "A1,2021-04-16,tradgard,present,4,four\r\n",
    { "attendance.csv:2:hours: 25 is more than a day has hours.", "attendance.csv:3:hours: -1 hours is less than",
      "attendance.csv:4:planned_hours: “four” is no number of hours" } },
  { "absent-with-hours",
    "attendance.csv",
    ATTENDANCE "A1,2021-04-14,tradgard,sick,2,4\r\n",
    { "attendance.csv:2:hours: Somebody with the status “sick” has attended no hours." } },
  { "leave-with-hours",
    "attendance.csv",
    ATTENDANCE "A1,2021-04-14,tradgard,leave,2,4\r\n",
    { "attendance.csv:2:hours: Somebody with the status “leave” has attended no hours." } },
  { "duplicate",
    "attendance.csv",
    ATTENDANCE "A1,2021-04-14,tradgard,present,4,4\r\nA1,2021-04-15,tradgard,present,4,4\r\n"
               "A1,2021-04-14,tradgard,sick,0,4\r\n",
    { "attendance.csv:4:case_id: This row is on line 2 already." } },
  { "no-group",
    "attendance.csv",
    ATTENDANCE "A1,2021-04-19,introduktion,present,2,2\r\n",
    { "attendance.csv:2:activity: Case A1 is in no group of the kind introduktion on 2021-04-19." } },
  { "missing-column",
    "attendance.csv",
    "case_id,date,activity,status,hours\r\nA1,2021-04-14,tradgard,present,4\r\n",
    { "attendance.csv:1:planned_hours: This column is missing." } },
  { "wrong-column",
    "attendance.csv",
    "case_id,date,activity,status,hours,planned_hours,colour\r\nA1,2021-04-14,tradgard,present,4,4,red\r\n",
    { "attendance.csv:1:colour: This file has no column of that name." } },
  { "column-twice",
    "attendance.csv",
    "case_id,date,activity,status,hours,planned_hours,date\r\n",
    { "attendance.csv:1:date: This column is there twice." } },
  { "too-many-fields",
    "attendance.csv",
    ATTENDANCE "A1,2021-04-14,tradgard,present,4,4,4\r\n",
    { "attendance.csv:2: This line has too many fields: 7, and the header has 6." } },
  { "too-few-fields",
    "attendance.csv",
    ATTENDANCE "A1,2021-04-14\r\n",
    { "attendance.csv:2: This line has too few fields: 2, and the header has 6." } },
  { "not-utf8",
    "attendance.csv",
    ATTENDANCE "A1,2021-04-14,tr\xe4"
               "dg\xc3\xa5rd,present,4,4\r\n",
    { "attendance.csv:2: Character 17: This is not UTF-8 text" } },
  { "open-quote",
    "attendance.csv",
    ATTENDANCE "A1,\"2021-04-14,tradgard,present,4,4\r\n",
    { "attendance.csv:2: Character 1: A field begins with a quotation mark that is never closed." } },
  { "empty-file", "attendance.csv", "", { "attendance.csv:1: The file is empty" } },
  { "placement-codes",
    "placements.csv",
    PLACEMENTS "A1,smedja,2021-04-09,2021-06-03,4\r\n",
    { "placements.csv:2:workshop: “smedja” is not a code" } },
  { "placement-dates",
    "placements.csv",
    PLACEMENTS
    "A1,tradgard,2021-06-09,2021-06-03,4\r\nA1,tradgard,2021-03-01,,4\r\nA1,tradgard,2021-04-01,2022-01-01,4\r\n",
    { "placements.csv:2:end_date: 2021-06-03 is before it starts, 2021-06-09.",
      "placements.csv:3:start_date: 2021-03-01 is before case A1 was enrolled",
      "placements.csv:4:end_date: 2022-01-01 is after case A1 was closed" } },
  { "placement-hours",
    "placements.csv",
    PLACEMENTS "A1,tradgard,2021-06-01,2021-06-03,170\r\nA1,snickeri,2021-06-01,2021-06-03,\r\n",
    { "placements.csv:2:weekly_hours: 170 is more than a week has hours.",
      "placements.csv:3:weekly_hours: The number of hours is missing." } },
  { "overlap-is-allowed",
    "placements.csv",
    PLACEMENTS "A1,tradgard,2021-06-01,2021-07-03,4\r\nA1,tradgard,2021-06-02,2021-07-03,4\r\n",
    { NULL } },
  { "group-differs",
    "groups.csv",
    GROUPS "A1,introduktion,INT-01,2021-05-15,2021-05-17,tisdag,10:30,2,3\r\n",
    { "groups.csv:3:weekday: Group INT-01 has another value here on line 2.",
      "groups.csv:3:start_time: Group INT-01 has another value here on line 2." } },
  { "group-words",
    "groups.csv",
    GROUPS_HEADER "A1,yoga,Y-1,2021-03-15,2021-04-12,Monday,half nine,2,x\r\n",
    { "groups.csv:2:planned_sessions: “x” is no whole number.", "groups.csv:2:group_type: “yoga” is not a code",
      "groups.csv:2:weekday: “Monday” is not a code here; it is one of mandag",
      "groups.csv:2:start_time: “half nine” is no time of day" } },
  { "rating-values",
    "progression.csv",
    PROGRESSION "A1,2021-04-14,1,caseworker,6\r\nA1,2021-04-14,12,caseworker,3\r\nA1,2021-04-14,1,boss,3\r\n"
                "A1,2021-04-14,2,participant,2.5\r\n",
    { "progression.csv:2:value: 6 is outside the scale from 1 to 5.", "progression.csv:3:indicator: “12” is not a code",
      "progression.csv:4:rated_by: “boss” is not a code here", "progression.csv:5:value: “2.5” is no whole number." } },
  { "rating-twice",
    "progression.csv",
    PROGRESSION "A1,2021-04-14,1,caseworker,3\r\nA1,2021-04-14,1,participant,3\r\nA1,2021-04-14,1,caseworker,3\r\n",
    { "progression.csv:4:case_id: This row is on line 2 already." } },
  /* of two that differ the later one counts, and both are kept */
  { "rating-mended",
    "progression.csv",
    PROGRESSION "A1,2021-04-14,1,caseworker,3\r\nA1,2021-04-14,1,participant,3\r\nA1,2021-04-14,1,caseworker,4\r\n",
    { NULL } },
  { "rating-day",
    "progression.csv",
    PROGRESSION "A1,2020-04-14,1,caseworker,3\r\nA1,2031-04-14,1,caseworker,3\r\n",
    { "progression.csv:2:date: 2020-04-14 is before case A1 was enrolled",
      "progression.csv:3:date: 2031-04-14 is after case A1 was closed" } },
  { "rating-sides",
    "progression.csv",
    PROGRESSION_NOTES
    "A1,2021-04-14,avstamning-3:1,caseworker,3,,\r\nA1,2021-04-14,avstamning-3:1,participant,6,,\r\n"
    "A1,2021-04-14,indikator-11:11,participant,3,,\r\nA1,2021-04-14,avstamning-3:4,participant,3,,\r\n"
    "A1,2021-04-14,fram-8:1,,4,Kommer,\r\nA1,2021-04-14,fram-8:1,,,,\r\n"
    "A1,2021-04-14,avstamning-3:1,participant,3,,i går\r\n",
    { "progression.csv:2:rated_by: “avstamning-3:1” is rated by the participant only.",
      "progression.csv:3:value: 6 is outside the scale from 1 to 4.",
      "progression.csv:4:rated_by: “indikator-11:11” is rated by the case worker only.",
      "progression.csv:5:indicator: “avstamning-3:4” is not a code of the programme",
      "progression.csv:6:value: “fram-8:1” is an area to talk about: it has a note, no rater and no value.",
      "progression.csv:7:note: “fram-8:1” is an area to talk about, and what was said about it is missing.",
      "progression.csv:8:given: “i går” is no point in time; one looks like" } },
  { "adaptation",
    "adaptations.csv",
    ADAPTATIONS "A1,ljud,Bullrigt,Hörselkåpor,klar,i maj\r\nA1,resor,,,pagar,\r\n",
    { "adaptations.csv:2:area: “ljud” is not a code", "adaptations.csv:2:status: “klar” is not a code here",
      "adaptations.csv:2:review_date: “i maj” is no date",
      "adaptations.csv:3:need: Both need and measure are empty." } },
  { "event",
    "events.csv",
    EVENTS "A2,2021-01-19,beslut,FRAM,registrerat,\r\nA1,2021-01-19,fika,FRAM,klart,\r\n",
    { "events.csv:3:event_type: “fika” is not a code here", "events.csv:3:status: “klart” is not a code here" } },
  { "case-order",
    "cases.csv",
    CASES_HEADER "A1,Nora,Björk,F,1970-08-13,FK,Malin Z,2021-01-04,,accepted,2021-03-09,2021-02-09,af_ordinarie,,\r\n"
                 "A1,Nora,Björk,K,1970-08-13,FKA,Malin Z,2021-01-04,,accepted,,,,,\r\n",
    { "cases.csv:2:closed_date: Closed 2021-02-09, before being enrolled, 2021-03-09.",
      "cases.csv:3:sex: “K” is not a code here", "cases.csv:3:referring_org: “FKA” is not a code",
      "cases.csv:3:case_id: This row is on line 2 already." } },
  { "case-needs",
    "cases.csv",
    CASES_HEADER "A1,,Björk,F,1970-08-13,FK,,2021-01-04,,withdrawn,2021-03-09,,,,\r\n"
                 "A2,Ivan,Ek,M,1980-01-24,AF,,2021-01-04,,accepted,,2021-05-05,arbete,,\r\n",
    { "cases.csv:2:given_name: This may not be empty.",
      "cases.csv:2:decision: The case is enrolled, so its decision is “accepted”.",
      "cases.csv:3:closed_date: This is given, but enrolled_date is empty." } },
};

static void
put (const char *directory, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static guint
n_expected (const Fault *fault)
{
  guint n = 0;

  while (n < G_N_ELEMENTS (fault->said) && fault->said[n] != NULL)
    n++;
  return n;
}

static void
check_said (const Fault *fault, FramProblems *problems)
{
  g_autofree char *all = fram_problems_format (problems);

  if (n_expected (fault) != fram_problems_get_count (problems))
    g_test_message ("said: %s", all);
  g_assert_cmpuint (fram_problems_get_count (problems), ==, n_expected (fault));
  for (guint i = 0; i < n_expected (fault); i++)
    {
      g_autofree char *line = fram_problem_format (fram_problems_get (problems, i));

      if (!g_str_has_prefix (line, fault->said[i]))
        g_assert_cmpstr (line, ==, fault->said[i]);
      g_assert_true (g_str_has_suffix (line, "."));
    }
}

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  g_autofree char *directory = fixture_make_directory ();
  g_autoptr (FramProfileCodes) codes = fixture_codes ();
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FramImport) import = NULL;

  put (directory, "cases.csv", CASES);
  put (directory, "groups.csv", GROUPS);
  if (g_str_equal (fault->file, "cases.csv"))
    {
      g_autofree char *groups = g_build_filename (directory, "groups.csv", NULL);

      g_unlink (groups);
    }
  put (directory, fault->file, fault->text);
  import = fram_import_read (directory, codes, NULL, NULL, problems, &error);
  check_said (fault, problems);
  if (n_expected (fault) > 0)
    g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_assert_true ((import == NULL) == (n_expected (fault) > 0));
  fixture_remove_directory (directory);
}

/* All problems of all files in one go, and no more kept than a person can read. */
static void
test_many (void)
{
  g_autofree char *directory = fixture_make_directory ();
  g_autoptr (FramProfileCodes) codes = fixture_codes ();
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autoptr (GString) attendance = g_string_new (ATTENDANCE);
  g_autoptr (GError) error = NULL;
  g_autofree char *all = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (attendance, "A1,2021-04-14,nowhere-%u,present,4,4\r\n", i);
  put (directory, "cases.csv", CASES);
  put (directory, "attendance.csv", attendance->str);
  put (directory, "events.csv", EVENTS "A7,2021-01-19,beslut,FRAM,registrerat,\r\n");
  g_assert_null (fram_import_read (directory, codes, NULL, NULL, problems, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "5001"));
  g_assert_cmpuint (fram_problems_get_count (problems), ==, 5001);
  g_assert_cmpuint (fram_problems_get_n_kept (problems), ==, 2000);
  all = fram_problems_format (problems);
  g_assert_nonnull (strstr (all, "3001 more problems."));
  fixture_remove_directory (directory);
}

/* Whatever is chosen, one sentence says what is wrong with it. */

static char *
import_said (const char *path)
{
  g_autoptr (FramProfileCodes) codes = fixture_codes ();
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FramImport) import = fram_import_read (path, codes, NULL, NULL, problems, &error);

  if (import != NULL)
    return NULL;
  return fram_problems_get_count (problems) > 0 ? fram_problem_format (fram_problems_get (problems, 0))
                                                : g_strdup (error->message);
}

static void
says (const char *path, const char *wanted)
{
  g_autofree char *said = import_said (path);

  g_assert_nonnull (said);
  if (strstr (said, wanted) == NULL)
    g_assert_cmpstr (said, ==, wanted);
  g_assert_true (g_str_has_suffix (said, "."));
  g_assert_cmpuint (g_utf8_strlen (said, -1), <, 600);
}

static void
says_of_text (const char *text, gssize length, const char *wanted)
{
  g_autofree char *directory = fixture_make_directory ();
  g_autofree char *path = g_build_filename (directory, "list.csv", NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  says (path, wanted);
  fixture_remove_directory (directory);
}

static void
test_odd_files (void)
{
  g_autofree char *million = g_strnfill (1000000, 'x');
  g_autofree char *field = g_strconcat (ATTENDANCE "A1,", million, ",tradgard,present,4,4\r\n", NULL);
  g_autofree char *lines = g_strnfill (9000000, 'x');
  g_autofree char *heading = g_strconcat (million, ",", million, "\n1,2\n", NULL);

  says_of_text ("", 0, "is empty; the first line");
  says_of_text (ATTENDANCE, -1, "headings and no rows");
  says_of_text (field, -1, "list.csv:2:date: This text has 1000000 characters; no more than 20000 fit.");
  says_of_text (heading, -1, "has the columns of none of the files");
  says_of_text (million, -1, "has the columns of none of the files");
  says_of_text (lines, -1, "This line is too long for a row of a table; it was not read.");
  says_of_text (ATTENDANCE "A1,2021-04-14,tradgard,\0,4,4\r\n", sizeof ATTENDANCE - 1 + 31, "There is a zero byte");
  says_of_text (ATTENDANCE "A1,2021-04-14,\"tradgard,present,4,4\r\n", -1, "a quotation mark that is never closed");
  says_of_text (ATTENDANCE "A1,2021-04-14,\"trad\"gard,present,4,4\r\n", -1, "After a quotation mark that closes");
  says ("/nowhere/at/all.csv", "There is no file");
}

static void
test_odd_directories (void)
{
  g_autofree char *directory = fixture_make_directory ();
  g_autofree char *inner = g_build_filename (directory, "attendance.csv", NULL);

  says (directory, "holds none of the files that can be imported");
  put (directory, "readme.txt", "nothing to see here\n");
  says (directory, "holds none of the files that can be imported");
  put (directory, "week 45.csv", ATTENDANCE "A1,2021-04-14,tradgard,present,4,4\r\n");
  put (directory, "week 46.csv", ATTENDANCE "A1,2021-04-15,tradgard,present,4,4\r\n");
  says (directory, "“week 45.csv” and “week 46.csv” hold the same (Attendance); import one of them at a time.");
  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  says (directory, "is a directory, not a file.");
  fixture_remove_directory (directory);
}

/* Each line begins a field that is never closed: reading must not go through the rest for each. */
static void
test_runaway_quotes (void)
{
  g_autoptr (GString) text = g_string_new (ATTENDANCE);

  for (guint i = 0; i < 400000; i++)
    g_string_append (text, i % 2 == 0 ? "A1,\"2021-04-14,tradgard\r\n" : "A1,2021\"\"-04-14\r\n");
  says_of_text (text->str, (gssize)text->len, "list.csv:");
}

/* A file that somebody goes on writing, or cuts, while it is read is not half an import. */
typedef struct
{
  char *path;
  guint told;
} Changing;

static gboolean
change_file (guint64 done, guint64 total, gpointer data)
{
  Changing *changing = data;

  if (changing->told++ == 2)
    g_assert_cmpint (truncate (changing->path, 300000), ==, 0);
  return TRUE;
}

static void
test_vanishing (void)
{
  g_autofree char *directory = fixture_make_directory ();
  g_autofree char *path = g_build_filename (directory, "events.csv", NULL);
  g_autoptr (GString) events = g_string_new (EVENTS);
  g_autoptr (FramProfileCodes) codes = fixture_codes ();
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autoptr (GError) error = NULL;
  Changing changing = { path, 0 };

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (events, "A2,2021-01-19,beslut,FRAM,registrerat,%u\r\n", i);
  put (directory, "cases.csv", CASES);
  put (directory, "events.csv", events->str);
  g_assert_null (fram_import_read (directory, codes, change_file, &changing, problems, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_CHANGED);
  g_assert_nonnull (strstr (error->message, "was changed while it was read"));
  fixture_remove_directory (directory);
}

/* As root permissions say nothing: another user looks. */
static void
test_no_rights (void)
{
  g_autofree char *directory = fixture_make_directory ();
  g_autofree char *shut = g_build_filename (directory, "shut", NULL);
  g_autofree char *file = g_build_filename (directory, "cases.csv", NULL);
  pid_t child;
  int status = 0;

  g_assert_cmpint (g_mkdir (shut, 0), ==, 0);
  put (directory, "cases.csv", CASES);
  g_assert_cmpint (g_chmod (file, 0), ==, 0);
  g_assert_cmpint (g_chmod (directory, 0755), ==, 0);
  child = fork ();
  if (child == 0)
    {
      g_autofree char *said = NULL, *also = NULL;

      if (geteuid () == 0 && setuid (65534) != 0)
        _exit (77);
      said = import_said (shut);
      also = import_said (file);
      _exit (said != NULL && strstr (said, "cannot be read; look at its permissions.") != NULL && also != NULL &&
                     strstr (also, "cannot be read; look at its permissions.") != NULL
                 ? 0
                 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_chmod (shut, 0700);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    g_test_skip ("cannot become another user");
  else
    g_assert_cmpint (status, ==, 0);
  fixture_remove_directory (directory);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/import/faults/", faults[i].name, NULL);

      g_test_add_data_func (path, &faults[i], test_fault);
    }
  g_test_add_func ("/import/faults/many", test_many);
  g_test_add_func ("/import/faults/files that are no table", test_odd_files);
  g_test_add_func ("/import/faults/directories", test_odd_directories);
  g_test_add_func ("/import/faults/quotation marks never closed", test_runaway_quotes);
  g_test_add_func ("/import/faults/a file that changes while it is read", test_vanishing);
  g_test_add_func ("/import/faults/no right to read", test_no_rights);
  return g_test_run ();
}
