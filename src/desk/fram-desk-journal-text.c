#include "fram-desk-journal-private.h"

#include "fram-access-log.h"
#include "fram-journal.h"
#include "fram-rights.h"

#include <glib/gi18n-lib.h>

/* A journal as plain text, for the city's record system. */

static void
append (GString *out, const char *label, const char *value)
{
  if (value != NULL && value[0] != '\0')
    /* TRANSLATORS: a label and a value: "Attendees: Amina Hassan, Rebecka Memic" */
    g_string_append_printf (out, _ ("%1$s: %2$s"), label, value), g_string_append_c (out, '\n');
}

static void
append_head (GString *out, const FramEntry *entry)
{
  char day[FRAM_DATE_TEXT_SIZE];
  g_autofree char *time = fram_time_to_words (entry->time);

  g_string_append (out, fram_date_format (entry->day, day));
  if (entry->time != FRAM_TIME_NONE)
    g_string_append_printf (out, " %s", time);
  g_string_append_printf (out, " · %s", entry->title);
  if (entry->is_event && fram_booking_status_get_name (entry->status) != NULL)
    g_string_append_printf (out, " · %s", fram_booking_status_get_name (entry->status));
  g_string_append_c (out, '\n');
}

static void
append_facts (GString *out, const FramEntry *entry)
{
  g_autofree char *attendees = g_strdelimit (g_strdup (entry->attendees != NULL ? entry->attendees : ""), ";", ',');
  g_autofree char *minutes = NULL;

  if (entry->minutes > 0)
    minutes = g_strdup_printf (ngettext ("%d minute", "%d minutes", entry->minutes), entry->minutes);
  append (out, _ ("Attendees"), attendees);
  append (out, _ ("Duration"), minutes);
  if (!entry->is_event)
    append (out, _ ("Interpreter"), entry->interpreter ? C_ ("interpreter", "yes") : C_ ("interpreter", "no"));
}

static void
append_signature (GString *out, const FramEntry *entry)
{
  char day[FRAM_DATE_TEXT_SIZE];
  g_autofree char *time = NULL;

  if (entry->is_event)
    return;
  append (out, C_ ("journal", "Written by"), entry->author);
  if (entry->signed_at == 0)
    {
      g_string_append_printf (out, "%s\n", _ ("Draft, not signed"));
      return;
    }
  time = fram_time_to_words (fram_instant_get_minute (entry->signed_at));
  /* TRANSLATORS: a date and a time: "Signed 2026-11-12 11.02" */
  g_string_append_printf (out, _ ("Signed %1$s %2$s"), fram_date_format (fram_instant_get_date (entry->signed_at), day),
                          time);
  g_string_append_c (out, '\n');
  if (!fram_uuid_is_none (&entry->replaces))
    g_string_append_printf (out, "%s\n", _ ("Corrects an earlier version"));
}

static void
append_entry (GString *out, const FramEntry *entry)
{
  if (out->len > 0)
    g_string_append (out, "\n----\n\n");
  append_head (out, entry);
  append_facts (out, entry);
  if (fram_journal_has_words (entry->text))
    {
      g_autofree char *text = g_strchomp (g_strdup (entry->text));

      g_string_append_printf (out, "\n%s\n\n", text);
    }
  append_signature (out, entry);
}

static gboolean
is_asked (const FramEntry *entry, const FramUuid *ids, guint n, FramDate from, FramDate to)
{
  if (n == 0)
    return entry->signed_at != 0 && (from == FRAM_DATE_NONE || entry->day >= from) &&
           (to == FRAM_DATE_NONE || entry->day <= to);
  for (guint i = 0; i < n; i++)
    if (fram_uuid_equal (&ids[i], &entry->id))
      return TRUE;
  return FALSE;
}

static gboolean
append_all (FramDesk *self, GString *out, gint64 participant, const FramUuid *ids, guint n, FramDate from, FramDate to,
            GError **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_entry_unref);
  g_autoptr (GPtrArray) entries = fram_desk_entries_of (self, participant, drafts, error);

  if (entries == NULL)
    return FALSE;
  for (guint i = entries->len; i > 0; i--)
    if (is_asked (g_ptr_array_index (entries, i - 1), ids, n, from, to))
      append_entry (out, g_ptr_array_index (entries, i - 1));
  for (guint i = 0; n > 0 && i < drafts->len; i++)
    if (is_asked (g_ptr_array_index (drafts, i), ids, n, from, to))
      append_entry (out, g_ptr_array_index (drafts, i));
  return TRUE;
}

/**
 * fram_desk_journal_text:
 * @self: the desk
 * @participant: whose
 * @ids: (array length=n) (nullable): which entries
 * @n: how many; 0 for all signed ones of a time
 * @from: of that time the first day, or %FRAM_DATE_NONE
 * @to: of that time the last day, or %FRAM_DATE_NONE
 * @error: return location; %FRAM_ERROR_NOT_FOUND where there is nothing to copy
 *
 * Where it cannot be logged that they were given out, they are not.
 *
 * Returns: (transfer full) (nullable): the entries, oldest first
 */
char *
fram_desk_journal_text (FramDesk *self, const FramUuid *participant, const FramUuid *ids, guint n, FramDate from,
                        FramDate to, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (FramStoredCase) stored = NULL;

  FRAM_DESK_LOCKED (self);
  stored = fram_desk_load_case (self, participant, error);
  if (stored == NULL || !append_all (self, out, stored->participant, ids, n, from, to, error))
    return NULL;
  if (out->len == 0)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There are no such entries to copy."));
      return NULL;
    }
  if (!fram_access_log_add (self->db, self->viewer, "exported", FRAM_CLASS_NOTE, stored->participant,
                            "journal: copied as text", error))
    return NULL;
  return g_string_free (g_steal_pointer (&out), FALSE);
}
