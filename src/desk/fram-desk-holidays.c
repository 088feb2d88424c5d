#include "fram-desk-holidays.h"

#include "fram-desk-private.h"
#include "fram-ics-days.h"
#include "fram-rights.h"

#include <glib/gi18n-lib.h>

/* Holidays and planning days that the municipality sends as a calendar become closed days. */

/* What comes every year is taken so far ahead. */
#define DAYS_AHEAD (3 * 366)

static void
line_free (gpointer data)
{
  g_free (((FramHolidayLine *)data)->name);
  g_free (data);
}

FramHolidayFile *
fram_holiday_file_ref (FramHolidayFile *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
fram_holiday_file_unref (FramHolidayFile *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->lines);
  g_free (self->passed_over);
  g_free (self);
}

/**
 * fram_holiday_state_get_name:
 * @state: what becomes of a day
 *
 * Returns: in words
 */
const char *
fram_holiday_state_get_name (FramHolidayState state)
{
  switch (state)
    {
    case FRAM_HOLIDAY_IS_NEW: return C_ ("holiday in a file", "is added");
    case FRAM_HOLIDAY_IS_PUBLIC: return C_ ("holiday in a file", "is a day off already");
    case FRAM_HOLIDAY_IS_THERE: return C_ ("holiday in a file", "is closed already");
    case FRAM_HOLIDAY_IS_OVER:
    default: return C_ ("holiday in a file", "is over");
    }
}

const char *
fram_holiday_state_get_code (FramHolidayState state)
{
  static const char *const codes[] = { "new", "public", "there", "over" };

  return codes[state];
}

/* A stretch of days is known when nobody is expected on any of them. */
static FramHolidayState
state_of (FramDesk *self, FramDate from, FramDate to)
{
  gboolean is_public = TRUE;

  if (to < self->viewer->today)
    return FRAM_HOLIDAY_IS_OVER;
  for (FramDate day = from; day <= to; day++)
    {
      FramDayInfo info = fram_desk_day_info (self, day, 0);

      if (info.kind == FRAM_DAY_OPEN)
        return FRAM_HOLIDAY_IS_NEW;
      is_public = is_public && info.kind != FRAM_DAY_CLOSED;
    }
  return is_public ? FRAM_HOLIDAY_IS_PUBLIC : FRAM_HOLIDAY_IS_THERE;
}

static void
add_line (FramDesk *self, FramHolidayFile *file, const FramIcsDay *day)
{
  FramHolidayLine *line = g_new0 (FramHolidayLine, 1);

  line->from = day->from;
  line->to = day->to;
  line->name = g_strdup (day->name);
  line->state = state_of (self, day->from, day->to);
  file->n_new += line->state == FRAM_HOLIDAY_IS_NEW;
  g_ptr_array_add (file->lines, line);
}

/* Nothing is left out without a word. */
static char *
passed_over (const FramIcsDays *days)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (days->timed > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "%u event with a time of day is no day off.",
                                         "%u events with a time of day are no days off.", days->timed),
                            days->timed);
  if (days->cancelled > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "%s%u event is cancelled in the file.",
                                         "%s%u events are cancelled in the file.", days->cancelled),
                            text->len > 0 ? " " : "", days->cancelled);
  if (days->unreadable > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "%s%u event has no name or no day that can be read.",
                                         "%s%u events have no name or no day that can be read.", days->unreadable),
                            text->len > 0 ? " " : "", days->unreadable);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static gboolean
may_close (FramDesk *self, GError **error)
{
  return fram_rights_reaches_site (self->viewer, FRAM_CLASS_SHOP, TRUE) ||
         fram_desk_require (self, FRAM_CLASS_RIGHTS, TRUE, error);
}

static gboolean
read_file (const char *path, char **text, gsize *length, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (g_file_get_contents (path, text, length, &local))
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_IO, _ ("The file cannot be read: %s."), local->message);
  return FALSE;
}

/**
 * fram_desk_read_holidays:
 * @self: the desk
 * @path: a calendar file
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_IO, %FRAM_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): what it would do to the closed days
 */
FramHolidayFile *
fram_desk_read_holidays (FramDesk *self, const char *path, GError **error)
{
  g_autoptr (FramIcsDays) days = NULL;
  g_autofree char *text = NULL;
  FramHolidayFile *file;
  gsize length;

  FRAM_DESK_LOCKED (self);
  if (!may_close (self, error) || !read_file (path, &text, &length, error))
    return NULL;
  days = fram_ics_days_from_text (text, length, self->viewer->today, self->viewer->today + DAYS_AHEAD, error);
  if (days == NULL)
    return NULL;
  file = g_new0 (FramHolidayFile, 1);
  g_atomic_ref_count_init (&file->refs);
  file->lines = g_ptr_array_new_with_free_func (line_free);
  file->passed_over = passed_over (days);
  for (guint i = 0; i < days->days->len; i++)
    add_line (self, file, &g_array_index (days->days, FramIcsDay, i));
  return file;
}

static FramRecord *
record_of (FramDesk *self, const FramHolidayLine *line)
{
  FramUuid id = fram_uuid_new (self->clock);
  FramRecord *record = fram_record_new (FRAM_ENTITY_CLOSED_DAY, &id);

  fram_record_set_date (record, "day", line->from);
  fram_record_set_date (record, "to_day", line->to != line->from ? line->to : FRAM_DATE_NONE);
  fram_record_set_text (record, "name", line->name);
  return record;
}

/* What has been closed since the file was read is not closed once more. */
static gboolean
write_lines (FramDesk *self, FramChanges *changes, const FramHolidayFile *file, guint *n, GError **error)
{
  for (guint i = 0; i < file->lines->len; i++)
    {
      const FramHolidayLine *line = g_ptr_array_index (file->lines, i);
      g_autoptr (FramRecord) record = NULL;

      if (line->state != FRAM_HOLIDAY_IS_NEW || state_of (self, line->from, line->to) != FRAM_HOLIDAY_IS_NEW)
        continue;
      record = record_of (self, line);
      if (fram_changes_insert (changes, record, error) == FRAM_WRITTEN_FAILED)
        return FALSE;
      (*n)++;
    }
  return TRUE;
}

/**
 * fram_desk_add_holidays:
 * @self: the desk
 * @file: what was read
 * @what: (out) (optional): a sentence on what was done
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_INVALID where nothing is new
 *
 * Returns: whether the days are closed
 */
gboolean
fram_desk_add_holidays (FramDesk *self, const FramHolidayFile *file, char **what, GError **error)
{
  g_autoptr (FramChanges) changes = NULL;
  g_autofree char *sentence = NULL;
  guint n = 0;

  FRAM_DESK_LOCKED (self);
  if (!may_close (self, error) ||
      (changes = fram_changes_begin (self->db, self->viewer, "closed-day", NULL, error)) == NULL ||
      !write_lines (self, changes, file, &n, error))
    return FALSE;
  if (n == 0)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                           _ ("The file has no day that is not closed already."));
      return FALSE;
    }
  sentence = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u closed day or period is added.", "%u closed days or periods are added.", n), n);
  if (!fram_desk_finish (self, changes, sentence, &fram_changed_house, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return TRUE;
}
