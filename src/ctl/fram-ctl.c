#include "fram-ctl.h"

#include "fram-ctl-commands.h"
#include "fram-locale.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

enum
{
  EXIT_DONE,
  EXIT_REFUSED,
  EXIT_USAGE,
};

const FramCommand fram_commands[] = {
  { "init", N_ ("[OPTION…]"), N_ ("make an empty register with a programme's profile"), fram_command_init },
  { "demo", N_ ("[OPTION…]"), N_ ("make a register with a fictitious programme"), fram_command_demo },
  { "import", N_ ("PATH [OPTION…]"), N_ ("read CSV files into the register, all or nothing"), fram_command_import },
  { "export", N_ ("DIRECTORY"), N_ ("write the whole register as CSV files"), fram_command_export },
  { "add participant", N_ ("--given=NAME --family=NAME [OPTION…]"), N_ ("add a participant with an enrolment"),
    fram_command_add_participant },
  { "add staff", N_ ("NAME [OPTION…]"), N_ ("add somebody who works here"), fram_command_add_staff },
  { "add workshop", N_ ("CODE [OPTION…]"), N_ ("add a workshop"), fram_command_add_workshop },
  { "add closed-day", N_ ("DATE --name=TEXT [OPTION…]"), N_ ("add a day on which it is closed"),
    fram_command_add_closed_day },
  { "set staff", N_ ("NAME [OPTION…]"), N_ ("change somebody who works here"), fram_command_set_staff },
  { "set workshop", N_ ("CODE [OPTION…]"), N_ ("change a workshop"), fram_command_set_workshop },
  { "remove closed-day", N_ ("DATE [OPTION…]"), N_ ("take a closed day away"), fram_command_remove_closed_day },
  { "place", N_ ("PARTICIPANT WORKSHOP|EMPLOYER --from=DATE --slots=PLAN [OPTION…]"),
    N_ ("place a participant in a workshop or at an external place with a weekly plan"), fram_command_place },
  { "places", N_ ("[OPTION…]"), N_ ("external places, and how many are free on a day"), fram_command_places,
    N_ ("In csv and json a line has employer, tasks, fields, capacity, taken, free, free_from, contact, phone, email,\n"
        "address, areas, adaptations and active. taken and free are those of the day; free_from is the first day with\n"
        "room from then on. fields and areas are codes of the programme, “;” between.") },
  { "group add", N_ ("--kind=KIND [OPTION…]"), N_ ("add a group"), fram_command_group_add,
    N_ ("A course begins with as many sessions as its kind mostly has, and with the usual length of a session.") },
  { "group change", N_ ("GROUP [OPTION…]"), N_ ("change a group"), fram_command_group_change,
    N_ ("Of a group that has met, days, time and place change from today on.") },
  { "group leaders", N_ ("GROUP --add=STAFF|--remove=STAFF [OPTION…]"), N_ ("who leads a group"),
    fram_command_group_leaders },
  { "group next", N_ ("GROUP TEXT"), N_ ("the line for next time of a group; an empty one takes it away"),
    fram_command_group_next },
  { "group move", N_ ("GROUP DATE --scope=this|following|all [OPTION…]"),
    N_ ("another day, time or place for one session or several"), fram_command_group_move,
    N_ ("DATE is the day by the plan, of one that is moved too. What is not said stays as it is.") },
  { "group cancel", N_ ("GROUP DATE --scope=this|following|all --reason=TEXT"), N_ ("cancel one session or several"),
    fram_command_group_cancel, N_ ("All can be cancelled only where none has been held.") },
  { "group restore", N_ ("GROUP DATE"), N_ ("a session is as it was planned"), fram_command_group_restore },
  { "group extra", N_ ("GROUP DATE [OPTION…]"), N_ ("add a session beside those of the plan"),
    fram_command_group_extra },
  { "group substitute", N_ ("GROUP DATE STAFF|--nobody"), N_ ("who steps in for one session"),
    fram_command_group_substitute },
  { "group remark", N_ ("GROUP DATE TEXT"), N_ ("a remark about a session, never about a person"),
    fram_command_group_remark },
  { "groups", N_ ("[OPTION…]"), N_ ("list groups with their days, leaders and places"), fram_command_groups,
    N_ ("In csv and json a line has code, name, kind, place, leaders, capacity, members, waiting, first, last, rrule,\n"
        "starts, minutes and sessions. leaders has “;” between. Of a course last is the day of its last session.") },
  { "support", N_ ("PARTICIPANT"), N_ ("support outside the programme: what runs, and what is waited for"),
    fram_command_support,
    N_ ("In csv and json a line has case, kind, provider, state, applied, waiting_since, started, ended, days_waited "
        "and\n"
        "text. kind is “job”, “competence”, “health” or “social”; state is “running”, “agreed”, “waiting” or "
        "“ended”.") },
  { "plan", N_ ("PARTICIPANT"), N_ ("goals, weekly plan with steps ahead and target day of a participant"),
    fram_command_plan },
  { "document plan", N_ ("PARTICIPANT --output=FILE"), N_ ("a participant's individual plan as it is handed out"),
    fram_command_document_plan },
  { "participants", N_ ("[OPTION…]"), N_ ("list participants"), fram_command_participants },
  { "staff", N_ ("[OPTION…]"), N_ ("list who works here and in which roles"), fram_command_staff },
  { "workshops", N_ ("[OPTION…]"), N_ ("list workshops with places and hours"), fram_command_workshops },
  { "indicators export", N_ ("SET"), N_ ("print a set as a key file, to translate it or to give it away"),
    fram_command_indicators_export },
  { "indicators import", N_ ("FILE [OPTION…]"), N_ ("take a set from a key file; an answered one gets a new version"),
    fram_command_indicators_import },
  { "indicators offer", N_ ("SET,SET…"), N_ ("which sets new talks can use, in this order"),
    fram_command_indicators_offer },
  { "indicators belief", N_ ("on|off"), N_ ("whether case workers rate their own belief"),
    fram_command_indicators_belief },
  { "indicators", N_ ("[SET] [OPTION…]"), N_ ("list the questions of talks, by set"), fram_command_indicators,
    N_ ("In csv and json a line has set, version, ordinal, name, raters, lowest, highest, low, high, belief, name_sv,\n"
        "low_sv, high_sv, languages, kind, every_days and offered. Names without a language are English; raters are\n"
        "“participant” and “caseworker”, “;” between; kind is “scale” or “agenda”.") },
  { "import-holidays", N_ ("FILE.ics [OPTION…]"), N_ ("close the house on the days of a calendar file"),
    fram_command_import_holidays,
    N_ ("In csv and json a line has day, to, name and state. state is “new”, “public” for public holidays and "
        "weekends,\n"
        "“there” for what is closed already, and “over” for what lies in the past: only “new” ones are added.") },
  { "closed-days", "", N_ ("list the days on which it is closed"), fram_command_closed_days },
  { "own-week", N_ ("PARTICIPANT [OPTION…]"), N_ ("a participant's own week: workshops, groups, talks and leaves"),
    fram_command_own_week,
    N_ ("In csv and json a line has date, start, end, kind, title, place, status and note. kind is “work”, “group”,\n"
        "“talk”, “leave” or “away”; status is “planned”, “cancelled” or “moved-away” for the empty place of a session\n"
        "that was moved.") },
  { "show", N_ ("PARTICIPANT"), N_ ("one participant's record, as far as the role allows"), fram_command_show },
  { "timeline", N_ ("PARTICIPANT [OPTION…]"),
    N_ ("all that stands on a participant's timeline, in order of date, gaps too"), fram_command_timeline },
  { "progression", N_ ("PARTICIPANT|--due [OPTION…]"),
    N_ ("a participant's ratings, hours and attendance per period, and steps forward"), fram_command_progression,
    N_ ("In csv a line is a rating: case, date, indicator, rater, value and note, in order of date, set, rater and "
        "indicator.\n"
        "Two ratings of one day are both there; the later one counts. indicator is its number in the set “fram-2021”, "
        "else\n"
        "SET:NUMBER, as “avstamning-3:2”; rater is “participant” or “caseworker”. json has weeks and steps too: state "
        "of "
        "a\n"
        "week is “open”, “pause” or “closed”, rate is that of the week and the three open ones before it.\n"
        "With --due a line is a talk: case, set, last and due; last is the last talk with that set.") },
  { "roster", N_ ("WORKSHOP [OPTION…]"), N_ ("who is expected in a workshop, hours, marks and adaptation lines"),
    fram_command_roster },
  { "week", N_ ("WORKSHOP [OPTION…]"), N_ ("a week or month of a workshop with sums and rates; close a week"),
    fram_command_week },
  { "schedule", N_ ("[OPTION…]"), N_ ("the sessions of groups in a week"), fram_command_schedule,
    N_ ("group and kind are codes, leaders have semicolons between them; members have a place that day.\n"
        "status is “held”, “cancelled”, “moved” (to this day) or “extra”.") },
  { "mark", N_ ("WORKSHOP PARTICIPANT STATUS [OPTION…]"), N_ ("mark one participant's attendance"), fram_command_mark },
  { "rate", N_ ("PARTICIPANT INDICATOR VALUE --rater=SIDE [OPTION…]"),
    N_ ("write down what was answered in a talk, or said about an area"), fram_command_rate,
    N_ ("INDICATOR is a set and a number, such as “avstamning-3:2”; a number alone is one of “fram-2021”. Several\n"
        "answers of one talk are written as pairs: avstamning-3:1=4 avstamning-3:2=3. An area to talk about, such as\n"
        "“fram-8:3”, has no value: say what was said with --note. SIDE is “participant” or “caseworker”.\n"
        "In csv and json a line has case, date, indicator, rater, before, value and note.") },
  { "pin", N_ ("STAFF --set|--clear"), N_ ("set or remove somebody's PIN on this computer"), fram_command_pin },
  { "draw week", N_ ("--output=FILE [OPTION…]"), N_ ("the groups of a week: a PDF for the wall, else as in the window"),
    fram_command_draw_week },
  { "document members", N_ ("GROUP --output=FILE [OPTION…]"),
    N_ ("who is expected at a session of a group, with room for signatures"), fram_command_document_members },
  { "document invitation", N_ ("GROUP --output=FILE [OPTION…]"),
    N_ ("slips in plain words that invite to a session of a group"), fram_command_document_invitation },
  { "draw roster", N_ ("WORKSHOP --output=FILE [OPTION…]"),
    N_ ("a roster as it is printed, for signatures or as it is marked"), fram_command_draw_roster },
  { "document handover", N_ ("PARTICIPANT --output=FILE [OPTION…]"),
    N_ ("the newest handover sheet that the participant has approved, else the draft"),
    fram_command_document_handover },
  { "document card", N_ ("PARTICIPANT --output=FILE [OPTION…]"),
    N_ ("the participant's adaptation card, “What works for me”; to somebody else with a consent only"),
    fram_command_document_card,
    N_ ("With --list a line has id, kind (“seen” or “adaptation”), text, aid and stands: “yes” for what is on the "
        "card\n"
        "where nothing is chosen. What is difficult never is.") },
  { "document steps", N_ ("PARTICIPANT --output=FILE [OPTION…]"),
    N_ ("the participant's own sheet of steps forward, in plain words"), fram_command_document_steps },
  { "draw progression", N_ ("PARTICIPANT --output=FILE [OPTION…]"),
    N_ ("hours and ratings with steps forward, on paper or as a picture"), fram_command_draw_progression },
  { "draw timeline", N_ ("PARTICIPANT --output=FILE [OPTION…]"),
    N_ ("a participant's way in lanes, on paper or as a picture"), fram_command_draw_timeline },
  { "absence", N_ ("PARTICIPANT [OPTION…]"), N_ ("absences told beforehand: add, remove or list"),
    fram_command_absence },
  { "away", N_ ("PARTICIPANT STATUS [OPTION…]"), N_ ("excuse all of a participant's activities of a day"),
    fram_command_away },
  { "stand-in", N_ ("[WORKSHOP]"), N_ ("stand in for a leader until midnight, or list where that is possible"),
    fram_command_stand_in },
  { "visit", N_ ("WORKSHOP CASE-NUMBER [OPTION…]"), N_ ("somebody comes to a workshop for one day"),
    fram_command_visit },
  { "seen", N_ ("PARTICIPANT [TEXT] [OPTION…]"),
    N_ ("write down a strength that was noticed, or list them; the participant's yes or no"), fram_command_seen,
    N_ ("Without TEXT a line has id, date, text and agreed: “yes” where the participant wants to have it in “Mina "
        "steg”.") },
  { "numbers", N_ ("PARTICIPANT"), N_ ("whom to call about a participant; logged"), fram_command_numbers },
  { "adaptations", N_ ("[PARTICIPANT] [OPTION…]"), N_ ("adaptations and their reviews"), fram_command_adaptations,
    N_ ("In csv and json a line has case, area, need, measure, aid, applies_to, instruction, status, from, review and\n"
        "outcome. applies_to is “all”, the code of a workshop or kind of group, or an employer.") },
  { "proven", N_ ("[OPTION…]"), N_ ("measures that can be suggested: kept as proven, or used by many"),
    fram_command_proven,
    N_ ("In csv and json a line has area, measure, instruction, people and kept (“yes” or nothing). A measure that "
        "was\n"
        "not kept is told when at least three participants have it word for word; people are counted for who writes\n"
        "needs.") },
  { "ask-workshop", N_ ("PARTICIPANT WORKSHOP --text=TEXT"), N_ ("ask the leaders of a workshop about a participant"),
    fram_command_ask_workshop },
  { "questions", N_ ("[WORKSHOP] [OPTION…]"),
    N_ ("what workshops are asked about participants, and what they answered"), fram_command_questions,
    N_ ("In csv and json a line has question, case, workshop, kind, text, day, asked_by, asked, answer, answer_text,\n"
        "answered and answered_by. kind is “question”, or “trial” where it is asked by itself about a line that is "
        "tried:\n"
        "then asked is “no” until the participant has been there three days.") },
  { "answer", N_ ("QUESTION ANSWER [OPTION…]"), N_ ("answer what a workshop is asked"), fram_command_answer,
    N_ ("QUESTION is an id of “questions”; ANSWER is “helps”, “does_not_help”, or “words” with --text.") },
  { "capacity", N_ ("[OPTION…]"), N_ ("how many take part at the same time, week by week, beside the places there are"),
    fram_command_capacity,
    N_ ("In csv and json a line has week, practice, practice_places, groups and group_places: the most people on any "
        "one\n"
        "working day of the week. Places are 0 where the programme does not say.") },
  { "draw capacity", N_ ("--output=FILE [OPTION…]"), N_ ("the same as curves, on paper or as a picture"),
    fram_command_draw_capacity },
  { "gaps", N_ ("[OPTION…]"), N_ ("stretches without planned activity, per enrolment"), fram_command_gaps,
    N_ ("In csv and json a line has case, last_planned, next_planned and days; an open end has no next_planned.\n"
        "With --seams or --current it has kind too: “between”, “open” (nothing planned after it), “plan_ends” (the "
        "plan\n"
        "ends before the enrolment does), “nothing_ahead” (no gap yet), “first_contact”, “first_placement”, “closing”\n"
        "or “next_step”.") },
  { "rosters", N_ ("[OPTION…]"), N_ ("which rosters are not taken, and who took each last"), fram_command_rosters },
  { "journal", N_ ("PARTICIPANT [OPTION…]"), N_ ("what is written in a participant's journal, or write in it"),
    fram_command_journal,
    N_ ("KIND is one of “anteckning”, “samtal”, “telefon”, “uppfoljning”, “trepartsmote”, “sip” and “overlamning”.\n"
        "In csv and json a line has id, date, time, kind, minutes, attendees, interpreter, text, author, signed and "
        "status.\n"
        "A draft has no signed; only its author sees it. status is that of an imported meeting.") },
  { "book", N_ ("PARTICIPANT KIND --date DATE [OPTION…]"), N_ ("book a meeting with a participant"), fram_command_book,
    N_ ("KIND is a code as “samtal”, “uppfoljning”, “trepartsmote”, “sip”, or “annan_bokning” for an appointment\n"
        "elsewhere.") },
  { "tasks", N_ ("[OPTION…]"), N_ ("what is to be done, and what was asked of others"), fram_command_tasks },
  { "commitments", N_ ("[PARTICIPANT] [OPTION…]"), N_ ("what was promised, when it is due and how it stands"),
    fram_command_commitments,
    N_ ("In csv and json a line has case, commitment, ordinal, whose, due, done and state. ordinal counts regular "
        "ones.\n"
        "whose is “programme” or the referring organisation, “referrer” where it may not be seen. due and done are "
        "dates.\n"
        "state is “late”, “due” (today or within two weeks), “to_come”, “done”, or “lapsed”: not done, but over.") },
  { "ask", N_ ("PARTICIPANT call|absence [OPTION…]"), N_ ("ask the case worker to call, or tell of an absence"),
    fram_command_ask },
  { "check", N_ ("[OPTION…]"), N_ ("look the register through"), fram_command_check },
  { "backup", N_ ("FILE"), N_ ("copy the register to a file, also while it is in use"), fram_command_backup },
  { "restore", N_ ("FILE"), N_ ("put a backup in the register's place"), fram_command_restore },
  { "log", N_ ("[OPTION…]"), N_ ("who read and changed what, newest first"), fram_command_log },
  { NULL },
};

/* Two words are tried before one, so that "add staff" is a command and "add" alone is none. */
static const FramCommand *
find_command (GStrv words)
{
  g_autofree char *two = words[1] != NULL ? g_strconcat (words[0], " ", words[1], NULL) : NULL;

  for (const FramCommand *command = fram_commands; command->name != NULL; command++)
    if (g_strcmp0 (two, command->name) == 0 || g_str_equal (words[0], command->name))
      return command;
  return NULL;
}

static gboolean
begins_commands (const char *word)
{
  g_autofree char *prefix = g_strconcat (word, " ", NULL);

  for (const FramCommand *command = fram_commands; command->name != NULL; command++)
    if (g_str_has_prefix (command->name, prefix))
      return TRUE;
  return FALSE;
}

static gboolean
wants_help (GStrv words)
{
  return g_strv_contains ((const char *const *)words, "--help") || g_strv_contains ((const char *const *)words, "-h");
}

/* The command's own words, its name as the first of them. */
static GStrv
words_of_command (const FramCommand *command, GStrv words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint taken = strchr (command->name, ' ') != NULL ? 2 : 1;

  g_strv_builder_add (builder, command->name);
  g_strv_builder_addv (builder, (const char **)words + taken);
  return g_strv_builder_end (builder);
}

static gboolean
no_such_command (GStrv words, GError **error)
{
  if (!begins_commands (words[0]))
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("There is no command “%s”; “%s --help” lists them."), words[0],
                 "framstegctl");
  else if (wants_help (words))
    fram_ctl_print_commands (words[0]);
  else
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("“%s” needs one more word; “%s %s --help” lists them."),
                 words[0], "framstegctl", words[0]);
  return FALSE;
}

static gboolean
run_command (FramCtl *self, GStrv words, GError **error)
{
  g_auto (GStrv) argv = NULL;

  self->command = find_command (words);
  if (self->command == NULL)
    return no_such_command (words, error);
  argv = words_of_command (self->command, words);
  return self->command->run (self, &argv, error);
}

/* "help roster" is "roster --help". */
static GStrv
help_last (GStrv words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **)words + 1);
  g_strv_builder_add (builder, "--help");
  return g_strv_builder_end (builder);
}

static gboolean
run (FramCtl *self, GStrv *argv, GError **error)
{
  g_auto (GStrv) asked = NULL;
  GStrv words;

  if (!fram_ctl_parse_common (self, argv, error))
    return FALSE;
  words = *argv + 1;
  if (self->version)
    fram_ctl_print ("framstegctl %s\n", FRAM_VERSION);
  else if (self->help || g_strcmp0 (words[0], "help") == 0)
    {
      asked = help_last (words);
      if (self->help || words[1] == NULL)
        fram_ctl_print_help (self);
      else
        return run_command (self, asked, error);
    }
  else if (words[0] != NULL)
    return run_command (self, words, error);
  else
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("Which command? “%s --help” lists them."), "framstegctl");
  return FALSE;
}

static void
clear (FramCtl *self)
{
  g_free (self->register_path);
  g_free (self->as);
  g_free (self->now);
  g_free (self->format_name);
  g_clear_pointer (&self->clock, fram_clock_unref);
  g_clear_object (&self->desk);
}

/* A full disk or a closed pipe on the way out is a failure too. */
static gboolean
flush (GError **error)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_IO, _ ("The output could not be written: %s."), g_strerror (errno));
  return FALSE;
}

/**
 * fram_ctl_main:
 * @argv: the program's words
 *
 * Returns: the exit status: 0 done, 1 refused or failed with one sentence on the error output, 2 wrong usage
 */
int
fram_ctl_main (GStrv argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = g_strdupv (argv);
  FramCtl self = { 0 };

  fram_locale_init ();
  run (&self, &words, &error);
  clear (&self);
  if (error == NULL)
    flush (&error);
  else
    fflush (stdout);
  if (error == NULL)
    return EXIT_DONE;
  fprintf (stderr, "%s\n", error->message);
  return g_error_matches (error, FRAM_ERROR, FRAM_ERROR_USAGE) ? EXIT_USAGE : EXIT_REFUSED;
}
