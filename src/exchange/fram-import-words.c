#include "fram-import-source.h"

/* What the columns of the seven files are called by people: for the window, and to guess from the headings of a list that
 * somebody else made. Names to guess from are folded, without spaces and signs, in Swedish and English. */

#include "fram-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CASE_NAMES                                                                                                     \
  "arende arendenr arendenummer deltagarnr deltagarnummer deltagarid case caseno casenr casenumber participant "       \
  "participantno participantid"

/* What is longer is no heading. */
#define MAX_HEADING 120

typedef struct
{
  const char *title;
  const char *names;
  gboolean required;
} Word;

static const Word words[FRAM_N_IMPORT_FILES][FRAM_IMPORT_MAX_COLUMNS] = {
  [FRAM_IMPORT_CASES] = {
    { N_ ("Case number"), CASE_NAMES " id", TRUE },
    { N_ ("Given name"), "fornamn tilltalsnamn firstname givennames", TRUE },
    { N_ ("Family name"), "efternamn lastname surname", TRUE },
    { N_ ("Sex"), "kon gender", FALSE },
    { N_ ("Birth date"), "fodelsedatum fodd fodelsedag born dateofbirth birthday", FALSE },
    { N_ ("Referring organisation"),
      "anvisare anvisandemyndighet anvisandeorganisation myndighet organisation remittent organization referringorganisation "
      "referringorganization referredby", TRUE },
    { N_ ("Referrer"), "anvisandehandlaggare anvisarensnamn kontaktperson remitterandehandlaggare referrer referringofficer",
      FALSE },
    { N_ ("Date of referral"), "anvisningsdatum anvisad anvisning remissdatum referred referral dateofreferral", TRUE },
    { N_ ("Study visit"), "studiebesok studiebesoksdatum studyvisit dateofstudyvisit", FALSE },
    { N_ ("Decision"), "beslut", TRUE },
    { N_ ("Enrolled"), "inskriven inskrivningsdatum inskrivning enrolled enrolmentdate enrollmentdate dateofenrolment",
      FALSE },
    { N_ ("Closed"), "avslutad avslutsdatum avslut utskriven utskrivningsdatum closed closingdate", FALSE },
    { N_ ("Outcome"), "avslutsorsak utfall resultat outcome closingreason", FALSE },
    { N_ ("Follow-up after three months"), "uppfoljning3man uppfoljning3manader uppfoljning followup followupresult", FALSE },
    { N_ ("Date of follow-up"), "uppfoljningsdatum datumforuppfoljning followupdate", FALSE },
  },
  [FRAM_IMPORT_PLACEMENTS] = {
    { N_ ("Case number"), CASE_NAMES, TRUE },
    { N_ ("Workshop"), "arbetslag verkstad lag team", TRUE },
    { N_ ("First day"), "start startdatum fran franochmed from firstday begin", TRUE },
    { N_ ("Last day"), "slut slutdatum till tillochmed tom to until lastday end", FALSE },
    { N_ ("Hours a week"), "timmarivecka timmariveckan timmarperveckan timmarpervecka veckotimmar timmarvecka timmar hours hoursperweek hoursaweek",
      TRUE },
  },
  [FRAM_IMPORT_GROUPS] = {
    { N_ ("Case number"), CASE_NAMES, TRUE },
    { N_ ("Kind of group"), "gruppslag grupptyp slag sorts kindofgroup kind", TRUE },
    { N_ ("Group"), "grupp gruppid gruppkod group groupcode", TRUE },
    { N_ ("First day"), "start startdatum fran franochmed from firstday begin", TRUE },
    { N_ ("Last day"), "slut slutdatum till tillochmed tom to until lastday end", FALSE },
    { N_ ("Weekday"), "veckodag dag day", TRUE },
    { N_ ("Time"), "starttid klockslag klockan tid time", TRUE },
    { N_ ("Hours a session"), "timmarpertillfalle timmarpergang timmar hours hourspersession", TRUE },
    { N_ ("Planned sessions"), "antaltillfallen tillfallen antalganger sessions", FALSE },
  },
  [FRAM_IMPORT_ATTENDANCE] = {
    { N_ ("Case number"), CASE_NAMES, TRUE },
    { N_ ("Date"), "datum dag day", TRUE },
    { N_ ("Workshop or group"), "aktivitet arbetslag verkstad lag grupp workshop group team", TRUE },
    { N_ ("Attendance"), "narvaro narvarostatus franvaro markering mark attendance", TRUE },
    { N_ ("Hours attended"), "timmar narvarotimmar narvarandetimmar attendedhours hoursattended", FALSE },
    { N_ ("Hours planned"), "planeradetimmar planerat planerad planned", FALSE },
  },
  [FRAM_IMPORT_PROGRESSION] = {
    { N_ ("Case number"), CASE_NAMES, TRUE },
    { N_ ("Date"), "datum dag day", TRUE },
    { N_ ("Indicator"), "indikator indikatornr fraga", TRUE },
    { N_ ("Rated by"), "skattadav bedomdav bedomare skattare rater", TRUE },
    { N_ ("Rating"), "varde skattning bedomning poang rating score", TRUE },
    { N_ ("Note"), "anteckning anteckningar notering kommentar notes comment", FALSE },
    { N_ ("Written at"), "skrivet skriventid nedskrivet writtenat written", FALSE },
  },
  [FRAM_IMPORT_ADAPTATIONS] = {
    { N_ ("Case number"), CASE_NAMES, TRUE },
    { N_ ("Area"), "omrade", TRUE },
    { N_ ("Need"), "behov svarighet hinder barrier difficulty", FALSE },
    { N_ ("Measure"), "atgard anpassning adaptation", FALSE },
    { N_ ("Status"), "lage state", TRUE },
    { N_ ("Review day"), "uppfoljning uppfoljningsdatum omprovas provas review reviewday", FALSE },
  },
  [FRAM_IMPORT_EVENTS] = {
    { N_ ("Case number"), CASE_NAMES, TRUE },
    { N_ ("Date"), "datum dag day", TRUE },
    { N_ ("Kind of event"), "handelse handelsetyp slag event kind", TRUE },
    { N_ ("Who took part"), "parter medverkande participants attendees with", FALSE },
    { N_ ("Status"), "lage state", TRUE },
    { N_ ("Note"), "anteckning anteckningar notering kommentar notes comment", FALSE },
  },
};

/**
 * fram_import_file_get_title:
 * @file: one of the seven files
 *
 * Returns: what it holds, in words
 */
const char *
fram_import_file_get_title (FramImportFile file)
{
  static const char *const titles[FRAM_N_IMPORT_FILES] = {
    /* Translators: what a file to import holds */
    N_ ("Participants"), N_ ("Placements"),  N_ ("Groups"), N_ ("Attendance"),
    N_ ("Ratings"),      N_ ("Adaptations"), N_ ("Events"),
  };

  return file < FRAM_N_IMPORT_FILES ? _ (titles[file]) : _ ("Unknown");
}

/**
 * fram_import_column_get_title:
 * @file: one of the seven files
 * @column: one of its columns
 *
 * Returns: its name in words
 */
const char *
fram_import_column_get_title (FramImportFile file, int column)
{
  g_return_val_if_fail (file < FRAM_N_IMPORT_FILES && column >= 0 && words[file][column].title != NULL, NULL);
  return _ (words[file][column].title);
}

gboolean
fram_import_column_is_required (FramImportFile file, int column)
{
  g_return_val_if_fail (file < FRAM_N_IMPORT_FILES && column >= 0 && column < FRAM_IMPORT_MAX_COLUMNS, FALSE);
  return words[file][column].required;
}

/* "Ärende-nr." → "arendenr" */
static char *
bare_word (const char *text)
{
  g_autofree char *folded = fram_text_fold (text);
  GString *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

static gboolean
has_word (const char *names, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = strstr (names, word); p != NULL; p = strstr (p + 1, word))
    if ((p == names || p[-1] == ' ') && (p[length] == ' ' || p[length] == '\0'))
      return TRUE;
  return FALSE;
}

/**
 * fram_import_column_guess:
 * @file: one of the seven files
 * @heading: a heading of a list, in Swedish or English, however it is written
 *
 * Returns: which of the file's columns it is, or -1
 */
int
fram_import_column_guess (FramImportFile file, const char *heading)
{
  const char *const *columns = fram_import_file_get_columns (file);
  g_autofree char *word = NULL;

  if (strlen (heading) > MAX_HEADING)
    return -1;
  word = bare_word (heading);
  for (int i = 0; columns[i] != NULL && word[0] != '\0'; i++)
    {
      g_autofree char *code = bare_word (columns[i]);
      g_autofree char *title = bare_word (words[file][i].title);
      g_autofree char *translated = bare_word (_ (words[file][i].title));

      if (strcmp (word, code) == 0 || strcmp (word, title) == 0 || strcmp (word, translated) == 0 ||
          has_word (words[file][i].names, word))
        return i;
    }
  return -1;
}
