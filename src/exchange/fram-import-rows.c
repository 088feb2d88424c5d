#include "fram-import-private.h"

/* What a row of each of the seven files means, and what may not be in it. */

#include "fram-day.h"
#include "fram-ids.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const sexes[] = { "F", "M", NULL };
static const char *const weekdays[] = { "mandag", "tisdag", "onsdag", "torsdag", "fredag", "lordag", "sondag", NULL };
static const char *const event_types[] = {
  "inskrivningsmote",
  "kartlaggningssamtal",
  "uppfoljning",
  "trepartsmote",
  "sip",
  "studie_och_yrkesvagledning",
  "extern_plats_start",
  "uppfoljning_extern_plats",
  "avslutsmote",
  "avstamning_telefon",
  "beslut",
  "handlaggarbyte_anvisare",
  "handlaggarbyte_fram",
  "anvisningssvar",
  "uppfoljning_3_manader",
  "overlamning", /* what the register itself adds to them */
  "samtal",
  NULL,
};
static const char *const event_statuses[] = { "genomfort", "ombokat", "uteblev", "registrerat", NULL };

/* status in the file, status in the register (DATA.md, "Codes") */
static const char *const adaptation_statuses[] = { "planerad", "pagar", "genomford", "avslutad", "ej_genomford", NULL };
static const char *const register_statuses[] = { "proposed", "on_trial", "in_place", "ended", "not_carried_out" };

static const char *
date_text (FramDate date)
{
  static _Thread_local char buffers[2][FRAM_DATE_TEXT_SIZE];
  static _Thread_local guint next;

  return fram_date_format (date, buffers[next++ % 2]);
}

/* Complains in @column where @date comes before @first. */
static void
check_order (ImportParser *self, int column, FramDate date, FramDate first, const char *format)
{
  g_autofree char *a = fram_date_to_text (date);
  g_autofree char *b = fram_date_to_text (first);

  if (date != FRAM_DATE_NONE && first != FRAM_DATE_NONE && date < first)
    {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      import_problem (self, column, format, a, b);
#pragma GCC diagnostic pop
    }
}

static void
check_needs (ImportParser *self, int column, int needed)
{
  if (!import_is_empty (self, column) && import_is_empty (self, needed))
    import_problem (self, column, _ ("This is given, but %s is empty."),
                    fram_import_file_get_columns (self->file)[needed]);
}

static void
check_case (ImportParser *self, const ImportCase *row)
{
  check_order (self, CASE_RECEIVED, row->received, row->birth_date, _ ("The referral, %s, is before the birth, %s."));
  check_order (self, CASE_ENROLLED, row->enrolled, row->received, _ ("Enrolled %s, before the referral of %s."));
  check_order (self, CASE_CLOSED, row->closed, row->enrolled, _ ("Closed %s, before being enrolled, %s."));
  check_order (self, CASE_FOLLOW_UP_DATE, row->follow_up_date, row->closed,
               _ ("Followed up %s, before being closed, %s."));
  check_needs (self, CASE_CLOSED, CASE_ENROLLED);
  check_needs (self, CASE_OUTCOME, CASE_CLOSED);
  check_needs (self, CASE_FOLLOW_UP, CASE_CLOSED);
  check_needs (self, CASE_FOLLOW_UP_DATE, CASE_CLOSED);
  if (row->enrolled != FRAM_DATE_NONE && strcmp (import_text (self, CASE_DECISION), "accepted") != 0)
    import_problem (self, CASE_DECISION, _ ("The case is enrolled, so its decision is “accepted”."));
}

static void
read_case_dates (ImportParser *self, ImportCase *row)
{
  row->birth_date = import_date (self, CASE_BIRTH_DATE, FALSE);
  row->received = import_date (self, CASE_RECEIVED, TRUE);
  row->study_visit = import_date (self, CASE_STUDY_VISIT, FALSE);
  row->enrolled = import_date (self, CASE_ENROLLED, FALSE);
  row->closed = import_date (self, CASE_CLOSED, FALSE);
  row->follow_up_date = import_date (self, CASE_FOLLOW_UP_DATE, FALSE);
  row->decided = FRAM_DATE_NONE;
}

static void
read_case_codes (ImportParser *self, ImportCase *row)
{
  if (!import_is_empty (self, CASE_SEX))
    row->sex = import_choice (self, CASE_SEX, sexes);
  import_code (self, CASE_ORGANISATION, FRAM_ENTITY_ORGANISATION, TRUE, &row->organisation_id);
  row->organisation = import_keep (self, CASE_ORGANISATION); /* the code, also where the file has the name */
  import_code (self, CASE_DECISION, FRAM_ENTITY_DECISION, TRUE, &row->decision);
  import_code (self, CASE_OUTCOME, FRAM_ENTITY_OUTCOME, FALSE, &row->outcome);
  import_code (self, CASE_FOLLOW_UP, FRAM_ENTITY_OUTCOME, FALSE, &row->follow_up);
}

/* Somebody who was added in the program has another id than the file's: the same person would be there twice. */
static void
check_not_added (ImportParser *self, const ImportCase *row)
{
  FramKnownCase known;

  if (fram_profile_codes_find_case (self->codes, row->case_no, &known) &&
      !fram_uuid_equal (&known.participant, &row->participant))
    import_problem (self, CASE_ID,
                    _ ("Case %s was added in the register itself; leave its line out. The other files find it there."),
                    import_shown (self, CASE_ID));
}

static void
read_case (ImportParser *self)
{
  ImportCase *row = g_new0 (ImportCase, 1);
  const char *case_no = import_required (self, CASE_ID);

  row->case_no = case_no;
  row->line = fram_csv_reader_get_line (self->reader);
  row->given_name = import_required (self, CASE_GIVEN_NAME);
  row->family_name = import_required (self, CASE_FAMILY_NAME);
  row->referrer = import_keep (self, CASE_REFERRER);
  read_case_dates (self, row);
  read_case_codes (self, row);
  check_case (self, row);
  if (case_no != NULL)
    {
      import_unique (self, CASE_ID, case_no, NULL);
      row->participant = fram_id_participant (case_no);
      if (row->enrolled != FRAM_DATE_NONE)
        row->enrolment = fram_id_enrolment (case_no);
      check_not_added (self, row);
    }
  /* a case with a problem is kept too: its rows in other files are checked against it, and nothing will be stored */
  g_ptr_array_add (self->import->case_list, row);
  if (case_no != NULL && !g_hash_table_contains (self->import->cases, case_no))
    g_hash_table_insert (self->import->cases, (gpointer)case_no, row);
}

static void
read_span (ImportParser *self, const ImportCase *of, int from_column, int to_column, FramDate *from, FramDate *to)
{
  *from = import_date (self, from_column, TRUE);
  *to = import_date (self, to_column, FALSE);
  if (*from != FRAM_DATE_NONE && *to != FRAM_DATE_NONE && *to < *from)
    {
      import_problem (self, to_column, _ ("%s is before it starts, %s."), date_text (*to), date_text (*from));
      return;
    }
  import_within (self, from_column, of, *from);
  import_within (self, to_column, of, *to);
}

static void
read_placement (ImportParser *self)
{
  ImportPlacement row = { import_case (self, TRUE) };

  import_code (self, PLACEMENT_WORKSHOP, FRAM_ENTITY_WORKSHOP, TRUE, &row.activity);
  row.workshop = import_keep (self, PLACEMENT_WORKSHOP);
  read_span (self, row.of, PLACEMENT_START, PLACEMENT_END, &row.from, &row.to);
  row.weekly_minutes = import_hours (self, PLACEMENT_HOURS, TRUE, TRUE);
  import_unique (self, PLACEMENT_CASE, import_text (self, PLACEMENT_CASE), import_text (self, PLACEMENT_WORKSHOP),
                 import_text (self, PLACEMENT_START), NULL);
  import_spool_add (self->import->placements, &row);
}

static int
read_weekday (ImportParser *self)
{
  const char *name = import_choice (self, GROUP_WEEKDAY, weekdays);

  for (int i = 0; name != NULL && weekdays[i] != NULL; i++)
    if (weekdays[i] == name)
      return i + 1;
  return 0;
}

static int
read_time (ImportParser *self)
{
  int time = fram_time_parse (import_text (self, GROUP_TIME));

  if (time == FRAM_TIME_NONE)
    import_problem (self, GROUP_TIME, _ ("“%s” is no time of day; times look like 09:30."),
                    import_shown (self, GROUP_TIME));
  return time;
}

static void
check_same (ImportParser *self, int column, gboolean same, const ImportGroup *group)
{
  if (!same)
    import_problem (self, column, _ ("Group %s has another value here on line %u."), group->code, group->line);
}

static void
check_group (ImportParser *self, const ImportGroup *row, const ImportGroup *group)
{
  check_same (self, GROUP_TYPE, strcmp (row->kind, group->kind) == 0, group);
  check_same (self, GROUP_WEEKDAY, row->weekday == group->weekday, group);
  check_same (self, GROUP_TIME, row->starts == group->starts, group);
  check_same (self, GROUP_HOURS, row->minutes == group->minutes, group);
}

/* Returns: (nullable): the group a row names, the same for all its members */
static ImportGroup *
read_group (ImportParser *self)
{
  ImportGroup row = { import_required (self, GROUP_ID), NULL };
  ImportGroup *group;

  row.line = fram_csv_reader_get_line (self->reader);
  import_code (self, GROUP_TYPE, FRAM_ENTITY_GROUP_KIND, TRUE, &row.kind_id);
  row.kind = import_keep (self, GROUP_TYPE);
  row.weekday = read_weekday (self);
  row.starts = read_time (self);
  row.minutes = import_hours (self, GROUP_HOURS, TRUE, FALSE);
  if (!self->good)
    return NULL;
  group = g_hash_table_lookup (self->import->groups, row.code);
  if (group != NULL)
    {
      check_group (self, &row, group);
      return group;
    }
  row.id = fram_id_activity_group (row.code);
  row.first = G_MAXINT32;
  row.last = G_MININT32;
  group = g_memdup2 (&row, sizeof row);
  g_ptr_array_add (self->import->group_list, group);
  g_hash_table_insert (self->import->groups, (gpointer)group->code, group);
  return group;
}

static void
index_membership (ImportParser *self, const ImportMembership *row)
{
  g_autofree char *key = g_strconcat (row->of->case_no, "\037", row->group->kind, NULL);
  GArray *indices = g_hash_table_lookup (self->import->memberships, key);
  guint i = self->import->members->len;

  if (indices == NULL)
    {
      indices = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->import->memberships, g_steal_pointer (&key), indices);
    }
  g_array_append_val (indices, i);
}

static void
read_membership (ImportParser *self)
{
  ImportMembership row = { import_case (self, TRUE) };

  read_span (self, row.of, GROUP_START, GROUP_END, &row.from, &row.to);
  if (import_is_empty (self, GROUP_SESSIONS))
    row.sessions = -1;
  else if (import_integer (self, GROUP_SESSIONS, &row.sessions) && row.sessions < 0)
    import_problem (self, GROUP_SESSIONS, _ ("There cannot be fewer than no sessions."));
  import_unique (self, GROUP_CASE, import_text (self, GROUP_CASE), import_text (self, GROUP_ID),
                 import_text (self, GROUP_START), NULL);
  row.group = read_group (self);
  if (row.of == NULL || row.group == NULL)
    return;
  row.group->first = MIN (row.group->first, row.from);
  row.group->last = MAX (row.group->last, row.to != FRAM_DATE_NONE ? row.to : row.from);
  index_membership (self, &row);
  g_array_append_val (self->import->members, row);
}

/* Finds the group of a kind that a case is a member of on a day: there must be exactly one. */
static gboolean
find_group (ImportParser *self, const ImportCase *of, const char *kind, FramDate day, FramUuid *id)
{
  g_autofree char *key = g_strconcat (of->case_no, "\037", kind, NULL);
  GArray *indices = g_hash_table_lookup (self->import->memberships, key);
  guint found = 0;

  for (guint i = 0; indices != NULL && i < indices->len; i++)
    {
      const ImportMembership *m =
          &g_array_index (self->import->members, ImportMembership, g_array_index (indices, guint, i));

      if (day < m->from || (m->to != FRAM_DATE_NONE && day > m->to))
        continue;
      *id = m->group->id;
      found++;
    }
  if (found == 0 && fram_profile_codes_find_group (self->codes, of->case_no, kind, day, id))
    return TRUE;
  if (found == 0)
    import_problem (self, ATTENDANCE_ACTIVITY, _ ("Case %s is in no group of the kind %s on %s."), of->case_no, kind,
                    date_text (day));
  else if (found > 1)
    import_problem (self, ATTENDANCE_ACTIVITY, _ ("Case %s is in more than one group of the kind %s on %s."),
                    of->case_no, kind, date_text (day));
  return found == 1;
}

/* Returns: the code of a workshop or kind of group that is named, or @name */
static const char *
read_activity_name (ImportParser *self, const char *name)
{
  static const FramEntity entities[] = { FRAM_ENTITY_WORKSHOP, FRAM_ENTITY_GROUP_KIND };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      const char *code = fram_profile_codes_find_word (self->codes, entities[i], name, FRAM_IMPORT_LETTERS_UNKNOWN);

      if (code == NULL)
        continue;
      self->instead[ATTENDANCE_ACTIVITY] = code;
      return code;
    }
  return name;
}

static void
read_activity (ImportParser *self, ImportMark *row)
{
  const char *code = import_text (self, ATTENDANCE_ACTIVITY);
  g_autofree char *workshops = NULL, *kinds = NULL;

  if (fram_profile_codes_find (self->codes, FRAM_ENTITY_WORKSHOP, code, &row->activity))
    return;
  if (!fram_profile_codes_has (self->codes, FRAM_ENTITY_GROUP_KIND, code))
    code = read_activity_name (self, code);
  if (fram_profile_codes_find (self->codes, FRAM_ENTITY_WORKSHOP, code, &row->activity))
    return;
  if (fram_profile_codes_has (self->codes, FRAM_ENTITY_GROUP_KIND, code))
    {
      if (row->of != NULL && row->day != FRAM_DATE_NONE)
        find_group (self, row->of, code, row->day, &row->activity);
      return;
    }
  workshops = fram_profile_codes_list (self->codes, FRAM_ENTITY_WORKSHOP);
  kinds = fram_profile_codes_list (self->codes, FRAM_ENTITY_GROUP_KIND);
  import_problem (self, ATTENDANCE_ACTIVITY,
                  _ ("“%s” is neither a workshop (%s) nor a kind of group (%s) of the programme."),
                  import_shown (self, ATTENDANCE_ACTIVITY), workshops, kinds);
}

static void
check_open (ImportParser *self, FramDate day)
{
  FramDayInfo info = fram_day_info (day, NULL, 0);

  if (info.kind != FRAM_DAY_OPEN)
    import_problem (self, ATTENDANCE_DATE, _ ("%s is a day off: %s."), date_text (day), info.name);
}

static void
read_mark (ImportParser *self)
{
  ImportMark row = { import_case (self, TRUE) };
  FramCounts counts = FRAM_COUNTS_PRESENT;

  row.day = import_date (self, ATTENDANCE_DATE, TRUE);
  if (row.of != NULL && import_within (self, ATTENDANCE_DATE, row.of, row.day))
    check_open (self, row.day);
  read_activity (self, &row);
  row.attended = import_hours (self, ATTENDANCE_HOURS, FALSE, FALSE);
  row.planned = import_hours (self, ATTENDANCE_PLANNED, FALSE, FALSE);
  if (import_code (self, ATTENDANCE_STATUS, FRAM_ENTITY_ATTENDANCE_STATUS, TRUE, &row.status))
    fram_profile_codes_find_status (self->codes, import_text (self, ATTENDANCE_STATUS), &row.status, &counts);
  if (row.attended > 0 && counts != FRAM_COUNTS_PRESENT)
    import_problem (self, ATTENDANCE_HOURS, _ ("Somebody with the status “%s” has attended no hours."),
                    import_text (self, ATTENDANCE_STATUS));
  import_unique (self, ATTENDANCE_CASE, import_text (self, ATTENDANCE_CASE), import_text (self, ATTENDANCE_DATE),
                 import_text (self, ATTENDANCE_ACTIVITY), NULL);
  import_spool_add (self->import->marks, &row);
}

static void
read_adaptation (ImportParser *self)
{
  ImportAdaptation row = { import_case (self, TRUE) };
  const char *status;

  import_code (self, ADAPTATION_AREA, FRAM_ENTITY_ADAPTATION_AREA, TRUE, &row.area_id);
  row.area = import_keep (self, ADAPTATION_AREA);
  row.need = import_optional (self, ADAPTATION_NEED);
  row.measure = import_optional (self, ADAPTATION_MEASURE);
  if (row.need == NULL && row.measure == NULL)
    import_problem (self, ADAPTATION_NEED, _ ("Both need and measure are empty."));
  status = import_choice (self, ADAPTATION_STATUS, adaptation_statuses);
  for (guint i = 0; status != NULL && adaptation_statuses[i] != NULL; i++)
    if (adaptation_statuses[i] == status)
      row.status = register_statuses[i];
  row.review = import_date (self, ADAPTATION_REVIEW, FALSE);
  import_unique (self, ADAPTATION_CASE, import_text (self, ADAPTATION_CASE), import_text (self, ADAPTATION_AREA),
                 import_text (self, ADAPTATION_NEED), import_text (self, ADAPTATION_MEASURE), NULL);
  import_spool_add (self->import->adaptations, &row);
}

/* The case worker is named in the note of the enrolment meeting, and again when somebody else takes over. */
static void
read_case_worker (ImportParser *self, const ImportEvent *event)
{
  static const char *const leads[] = { "Handläggare på FRAM: ", "Ny handläggare på FRAM: " };
  const char *name = NULL;
  ImportCaseWorker row = { event->of, event->day, NULL };

  for (guint i = 0; event->note != NULL && name == NULL && i < G_N_ELEMENTS (leads); i++)
    {
      name = strstr (event->note, leads[i]);
      if (name != NULL)
        name += strlen (leads[i]);
    }
  if (name == NULL || name[0] == '\0' || event->of == NULL || event->of->enrolled == FRAM_DATE_NONE)
    return;
  row.name = g_string_chunk_insert_const (self->import->texts, name);
  g_array_append_val (self->import->case_workers, row);
}

static void
read_event (ImportParser *self)
{
  ImportCase *of = (ImportCase *)import_case (self, FALSE);
  ImportEvent row = { of };

  row.day = import_date (self, EVENT_DATE, TRUE);
  row.kind = import_choice (self, EVENT_TYPE, event_types);
  row.parties = import_optional (self, EVENT_PARTIES);
  row.status = import_choice (self, EVENT_STATUS, event_statuses);
  row.note = import_optional (self, EVENT_NOTE);
  import_unique (self, EVENT_CASE, import_text (self, EVENT_CASE), import_text (self, EVENT_DATE),
                 import_text (self, EVENT_TYPE), import_text (self, EVENT_PARTIES), import_text (self, EVENT_STATUS),
                 import_text (self, EVENT_NOTE), NULL);
  if (!self->good)
    return;
  if (strcmp (row.kind, "beslut") == 0 && !of->known)
    of->decided = row.day;
  read_case_worker (self, &row);
  import_spool_add (self->import->events, &row);
}

/* Reads the row that the reader has before it; problems go to the list. */
void
import_row (ImportParser *self)
{
  static void (*const readers[FRAM_N_IMPORT_FILES]) (ImportParser *) = {
    read_case, read_placement, read_membership, read_mark, import_rating, read_adaptation, read_event,
  };

  self->good = TRUE;
  readers[self->file](self);
}
