#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-house.h"
#include "fram-desk-journal.h"
#include "fram-journal.h"

#include <glib/gi18n-lib.h>

static const FramTableColumn columns[] = {
  { "id", NULL, FRAM_TABLE_TEXT },
  { "date", N_ ("Date"), FRAM_TABLE_TEXT },
  { "time", N_ ("Time"), FRAM_TABLE_TEXT },
  { "kind", N_ ("Kind"), FRAM_TABLE_TEXT },
  { "minutes", N_ ("Minutes"), FRAM_TABLE_NUMBER },
  { "attendees", N_ ("Attendees"), FRAM_TABLE_TEXT },
  { "interpreter", NULL, FRAM_TABLE_TEXT },
  { "text", N_ ("Text"), FRAM_TABLE_TEXT },
  { "author", N_ ("Written by"), FRAM_TABLE_TEXT },
  { "signed", N_ ("Signed"), FRAM_TABLE_TEXT },
  { "status", NULL, FRAM_TABLE_TEXT },
};

static void
add_row (FramTable *table, const FramEntry *entry)
{
  char id[FRAM_UUID_TEXT_SIZE];

  fram_table_add (table, fram_uuid_format (&entry->id, id), NULL);
  fram_table_add_date (table, entry->day);
  fram_table_add_time (table, entry->time);
  fram_table_add (table, entry->kind, entry->title);
  if (entry->minutes > 0)
    fram_table_add_int (table, entry->minutes);
  else
    fram_table_add (table, NULL, NULL);
  fram_table_add (table, entry->attendees, NULL);
  fram_table_add (table, entry->interpreter ? "1" : NULL, NULL);
  fram_table_add (table, entry->text, NULL);
  fram_table_add (table, entry->author, NULL);
  if (!entry->is_event && entry->signed_at != 0)
    fram_table_add_instant (table, entry->signed_at);
  else
    fram_table_add (table, NULL, NULL);
  fram_table_add (table, entry->status, NULL);
}

static gboolean
list (FramCtl *ctl, const FramUuid *participant, const FramJournalQuery *query, GError **error)
{
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (FramJournal) journal = fram_desk_journal (ctl->desk, participant, query, error);

  if (journal == NULL)
    return FALSE;
  for (guint i = 0; i < journal->drafts->len; i++)
    add_row (table, g_ptr_array_index (journal->drafts, i));
  for (guint i = 0; i < journal->entries->len; i++)
    add_row (table, g_ptr_array_index (journal->entries, i));
  if (ctl->format == FRAM_CTL_TEXT && fram_table_get_n_rows (table) == 0)
    fram_ctl_print ("%s\n", _ ("There is nothing in the journal that you may see."));
  else
    fram_table_print (table, ctl->format);
  return TRUE;
}

static gboolean
copy (FramCtl *ctl, const FramUuid *participant, GError **error)
{
  g_autofree char *text =
      fram_desk_journal_text (ctl->desk, participant, NULL, 0, FRAM_DATE_NONE, FRAM_DATE_NONE, error);

  if (text != NULL)
    fram_ctl_print ("%s", text);
  return text != NULL;
}

static gboolean
add (FramCtl *ctl, const FramUuid *participant, const char *kind, const char *text, gboolean sign, GError **error)
{
  g_autoptr (FramDraft) draft = fram_draft_new ();
  FramClock *clock = fram_desk_get_clock (ctl->desk);
  g_autofree char *what = NULL;
  FramUuid id;

  draft->participant = *participant;
  draft->kind = g_strdup (kind != NULL ? kind : "anteckning");
  draft->day = fram_clock_today (clock);
  draft->time = fram_clock_minute (clock);
  draft->text = g_strdup (text);
  if (!fram_desk_save_draft (ctl->desk, draft, &id, error) ||
      (sign && !fram_desk_sign_entry (ctl->desk, &id, &what, error)))
    return FALSE;
  fram_ctl_print ("%s\n", what != NULL ? what : _ ("The draft is kept. It signs itself at midnight."));
  return TRUE;
}

/**
 * fram_command_journal:
 *
 * `journal`: the entries of a participant that one may read; writes one, or gives them out as plain text.
 */
gboolean
fram_command_journal (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *search = NULL, *kind = NULL, *text = NULL;
  int year = 0;
  gboolean as_text = FALSE, sign = FALSE;
  FramUuid participant;
  const GOptionEntry entries[] = {
    { "search", 0, 0, G_OPTION_ARG_FILENAME, &search, N_ ("only entries with words that begin so"), N_ ("WORDS") },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &kind, N_ ("only this kind, or the kind of what is added"), N_ ("KIND") },
    { "year", 0, 0, G_OPTION_ARG_INT, &year, N_ ("only this year"), N_ ("YEAR") },
    { "copy", 0, 0, G_OPTION_ARG_NONE, &as_text, N_ ("all signed entries as plain text"), NULL },
    { "add", 0, 0, G_OPTION_ARG_FILENAME, &text, N_ ("write an entry of today"), N_ ("TEXT") },
    { "sign", 0, 0, G_OPTION_ARG_NONE, &sign, N_ ("sign what is added"), NULL },
    { NULL },
  };
  FramJournalQuery query;

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error) || fram_ctl_open (ctl, error) == NULL ||
      !fram_desk_person_id (ctl->desk, (*argv)[1], &participant, error))
    return FALSE;
  query = (FramJournalQuery){ search, kind, year };
  if (text != NULL)
    return add (ctl, &participant, kind, text, sign, error);
  return as_text ? copy (ctl, &participant, error) : list (ctl, &participant, &query, error);
}

/* Somebody who works here, by name. */
static gboolean
find_staff (FramCtl *ctl, const char *name, FramUuid *id, GError **error)
{
  g_autoptr (GPtrArray) staff = fram_desk_staff (ctl->desk, FALSE, error);

  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      const FramStaff *one = g_ptr_array_index (staff, i);

      *id = one->id;
      if (g_strcmp0 (one->name, name) == 0 || g_strcmp0 (one->login, name) == 0)
        return TRUE;
    }
  if (staff != NULL)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("Nobody called “%s” works here."), name);
  return FALSE;
}

static gboolean
choose_staff (FramCtl *ctl, const char *name, FramUuid *id, GError **error)
{
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (ctl->desk);

  *id = viewer->is_system ? FRAM_UUID_NONE : viewer->id;
  return name == NULL || find_staff (ctl, name, id, error);
}

static gboolean
book (FramCtl *ctl, const FramBookingEdit *edit, GError **error)
{
  g_autoptr (GPtrArray) clashes = fram_desk_booking_clashes (ctl->desk, edit, error);
  g_autofree char *what = NULL;

  if (clashes == NULL || !fram_desk_book (ctl->desk, edit, NULL, &what, error))
    return FALSE;
  for (guint i = 0; i < clashes->len; i++)
    fram_ctl_print ("%s\n", ((const FramClash *)g_ptr_array_index (clashes, i))->text);
  fram_ctl_print ("%s\n", what);
  return TRUE;
}

/**
 * fram_command_book:
 *
 * `book`: books a meeting or talk with a participant and says what stands against it.
 */
gboolean
fram_command_book (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *day = NULL, *time = NULL, *staff = NULL, *place = NULL, *parties = NULL;
  g_autoptr (FramBookingFacts) facts = NULL;
  FramBookingEdit edit = { .starts = FRAM_TIME_NONE, .minutes = 60 };
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &day, N_ ("on which day"), N_ ("DATE") },
    { "time", 0, 0, G_OPTION_ARG_FILENAME, &time, N_ ("when it begins"), N_ ("TIME") },
    { "minutes", 0, 0, G_OPTION_ARG_INT, &edit.minutes, N_ ("how long it takes"), N_ ("N") },
    { "staff", 0, 0, G_OPTION_ARG_FILENAME, &staff, N_ ("with whom of those who work here"), N_ ("STAFF") },
    { "place", 0, 0, G_OPTION_ARG_FILENAME, &place, N_ ("where"), N_ ("TEXT") },
    { "parties", 0, 0, G_OPTION_ARG_FILENAME, &parties, N_ ("who else takes part"), N_ ("TEXT") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 2, 2, error) || fram_ctl_open (ctl, error) == NULL ||
      !fram_desk_person_id (ctl->desk, (*argv)[1], &edit.participant, error) ||
      !fram_ctl_parse_date (day, FRAM_DATE_NONE, &edit.day, error) ||
      (time != NULL && !fram_ctl_parse_time (time, &edit.starts, error)) ||
      !choose_staff (ctl, staff, &edit.staff, error))
    return FALSE;
  facts = fram_desk_booking_facts (ctl->desk, &edit.participant, error);
  if (facts == NULL)
    return FALSE;
  edit.kind = (*argv)[2];
  edit.place = place;
  edit.parties = parties;
  edit.interpreter = facts->needs_interpreter;
  return book (ctl, &edit, error);
}
