#include "fram-desk-ics.h"

#include "fram-desk-absence.h"

#include "fram-desk-ics-private.h"
#include "fram-desk-own-private.h"
#include "fram-output.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Calendars of groups. They are class shop: no participant is in them. */

typedef struct
{
  FramDesk *desk;
  FramScheduleOf of;
  gint64 row; /* of the group, place or leader */
  GPtrArray *groups;
  GArray *leaders;
  GHashTable *places;
  GHashTable *people;
  FramIcs *ics;
  gint64 group; /* the one that is being written */
} Calendar;

static void
calendar_clear (Calendar *self)
{
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->leaders, g_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->ics, fram_ics_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Calendar, calendar_clear)

static GHashTable *
staff_names (FramDesk *desk, GError **error)
{
  g_autoptr (GPtrArray) all = fram_staff_load_all (desk->db, TRUE, desk->viewer->today, error);
  GHashTable *names;

  if (all == NULL)
    return NULL;
  names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < all->len; i++)
    {
      const FramStaff *staff = g_ptr_array_index (all, i);
      gint64 row = fram_db_find_row (desk->db, &staff->id);

      g_hash_table_insert (names, g_memdup2 (&row, sizeof row), g_strdup (staff->name));
    }
  return names;
}

static gboolean
leads (const Calendar *self, gint64 group, gint64 staff, FramDate day)
{
  for (guint i = 0; i < self->leaders->len; i++)
    {
      const FramGroupLeader *leader = &g_array_index (self->leaders, FramGroupLeader, i);

      if (leader->group == group && leader->staff == staff && (leader->from == FRAM_DATE_NONE || leader->from <= day) &&
          (leader->to == FRAM_DATE_NONE || leader->to >= day))
        return TRUE;
    }
  return FALSE;
}

/* Who leads a group sees in the own calendar also the sessions in which somebody else steps in: it says who. */
static gboolean
is_wanted (const FramSession *session, gpointer data)
{
  const Calendar *self = data;

  switch (self->of)
    {
    case FRAM_SCHEDULE_OF_PLACE: return session->place == self->row;
    case FRAM_SCHEDULE_OF_MINE:
    case FRAM_SCHEDULE_OF_LEADER:
      return session->leader == self->row || leads (self, self->group, self->row, session->day);
    case FRAM_SCHEDULE_OF_ALL:
    case FRAM_SCHEDULE_OF_GROUP:
    case FRAM_SCHEDULE_OF_PARTICIPANT:
    default: return TRUE;
    }
}

/* Who leads the group today, or else who has led it. */
static char *
leaders_text (const Calendar *self, gint64 group)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  FramDate today = self->desk->viewer->today;

  for (guint i = 0; i < self->leaders->len; i++)
    {
      const FramGroupLeader *leader = &g_array_index (self->leaders, FramGroupLeader, i);

      if (leader->group == group && leads (self, group, leader->staff, today) &&
          !g_ptr_array_find_with_equal_func (names, leader->name, g_str_equal, NULL))
        g_ptr_array_add (names, leader->name);
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (char **)names->pdata);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Leader: %s", "Leaders: %s", names->len - 1), joined);
}

static void
add_group (Calendar *self, const FramGroupRecord *group)
{
  char uid[FRAM_UUID_TEXT_SIZE];
  g_autofree char *text = leaders_text (self, group->row);
  FramDate today = self->desk->viewer->today;
  FramIcsSeries what = { .uid = fram_uuid_format (&group->id, uid),
                         .title = group->name,
                         .text = text,
                         .series = group->series,
                         .from = today - FRAM_ICS_DAYS,
                         .to = today + FRAM_ICS_DAYS,
                         .closed_days = fram_desk_closed_days (self->desk),
                         .wanted = is_wanted,
                         .data = self,
                         .places = self->places,
                         .people = self->people };

  self->group = group->row;
  fram_ics_add_series (self->ics, &what);
}

static const char *
name_in (GHashTable *names, gint64 row)
{
  const char *name = row != 0 ? g_hash_table_lookup (names, &row) : NULL;

  return name != NULL ? name : "";
}

/* What the calendar is called in the program that reads it. */
static char *
name_of (const Calendar *self)
{
  switch (self->of)
    {
    case FRAM_SCHEDULE_OF_GROUP: return g_strdup (((FramGroupRecord *)g_ptr_array_index (self->groups, 0))->name);
    case FRAM_SCHEDULE_OF_PLACE: return g_strdup (name_in (self->places, self->row));
    case FRAM_SCHEDULE_OF_LEADER:
    case FRAM_SCHEDULE_OF_MINE: return g_strdup (name_in (self->people, self->row));
    case FRAM_SCHEDULE_OF_ALL:
    case FRAM_SCHEDULE_OF_PARTICIPANT:
    default: return g_strdup (_ ("Group schedule"));
    }
}

static GPtrArray *
load_groups (Calendar *self, GError **error)
{
  FramDate today = self->desk->viewer->today;
  FramGroupRecord *group;
  GPtrArray *groups;

  if (self->of != FRAM_SCHEDULE_OF_GROUP)
    return fram_group_load_all (self->desk->db, today - FRAM_ICS_DAYS, today + FRAM_ICS_DAYS, error);
  group = fram_group_load (self->desk->db, self->row, error);
  if (group == NULL)
    return NULL;
  groups = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_group_record_free);
  g_ptr_array_add (groups, group);
  return groups;
}

/* Whose or what it is. */
static gboolean
find_row (Calendar *self, const FramUuid *id, GError **error)
{
  if (self->of == FRAM_SCHEDULE_OF_ALL)
    return TRUE;
  self->row = self->of == FRAM_SCHEDULE_OF_MINE ? self->desk->viewer->staff
              : id != NULL                      ? fram_db_find_row (self->desk->db, id)
                                                : 0;
  if (self->row != 0)
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("Choose whose calendar it is to be."));
  return FALSE;
}

static gboolean
load (Calendar *self, const FramUuid *id, GError **error)
{
  return find_row (self, id, error) && fram_desk_require (self->desk, FRAM_CLASS_SHOP, FALSE, error) &&
         (self->groups = load_groups (self, error)) != NULL &&
         (self->leaders = fram_group_load_leaders (self->desk->db, FRAM_DATE_NONE, FRAM_DATE_NONE, error)) != NULL &&
         (self->places = fram_desk_place_names (self->desk, error)) != NULL &&
         (self->people = staff_names (self->desk, error)) != NULL;
}

/**
 * fram_desk_ics_finish:
 * @self: the desk
 * @ics: a calendar
 * @error: return location; %FRAM_ERROR_NOT_FOUND where nothing stands in it
 *
 * Returns: (transfer full) (nullable): the file
 */
char *
fram_desk_ics_finish (FramDesk *self, FramIcs *ics, GError **error)
{
  if (fram_ics_count (ics) > 0)
    return fram_ics_to_text (ics);
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                       _ ("Nothing is planned within a year, so there is no calendar to write."));
  return NULL;
}

static char *
own_ics_of (FramDesk *self, const FramUuid *participant, FramUuid *enrolment, GError **error)
{
  char id[FRAM_UUID_TEXT_SIZE];

  return fram_desk_find_enrolment (self, fram_uuid_format (participant, id), enrolment, error)
             ? fram_desk_own_ics (self, enrolment, error)
             : NULL;
}

/**
 * fram_desk_ics:
 * @self: the desk
 * @of: whose or what sessions
 * @id: (nullable): the group, place, leader or participant
 * @error: return location; %FRAM_ERROR_NOT_FOUND, %FRAM_ERROR_DENIED
 *
 * Returns: (transfer full) (nullable): the calendar as a file
 */
char *
fram_desk_ics (FramDesk *self, FramScheduleOf of, const FramUuid *id, GError **error)
{
  g_auto (Calendar) calendar = { .desk = self, .of = of };
  g_autofree char *name = NULL;
  FramUuid enrolment;

  FRAM_DESK_LOCKED (self);
  if (of == FRAM_SCHEDULE_OF_PARTICIPANT)
    return own_ics_of (self, id, &enrolment, error);
  if (!load (&calendar, id, error))
    return NULL;
  name = name_of (&calendar);
  calendar.ics = fram_ics_new (name, fram_clock_now (self->clock));
  for (guint i = 0; i < calendar.groups->len; i++)
    add_group (&calendar, g_ptr_array_index (calendar.groups, i));
  return fram_desk_ics_finish (self, calendar.ics, error);
}

gboolean
fram_desk_ics_write (const char *text, const char *path, GError **error)
{
  g_auto (FramOutput) output = FRAM_OUTPUT_INIT;

  return fram_output_open (&output, path, error) && fram_output_write (&output, text, strlen (text), error) &&
         fram_output_close (&output, error) && fram_output_replace (&output, error);
}

/**
 * fram_desk_save_ics:
 * @self: the desk
 * @of: whose or what sessions
 * @id: (nullable): the group, place, leader or participant
 * @path: the file
 * @error: return location
 *
 * Returns: whether it is on the disk
 */
gboolean
fram_desk_save_ics (FramDesk *self, FramScheduleOf of, const FramUuid *id, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  char uuid[FRAM_UUID_TEXT_SIZE];
  FramUuid enrolment;

  FRAM_DESK_LOCKED (self);
  if (of == FRAM_SCHEDULE_OF_PARTICIPANT)
    return fram_desk_find_enrolment (self, fram_uuid_format (id, uuid), &enrolment, error) &&
           fram_desk_save_own_ics (self, &enrolment, path, error);
  text = fram_desk_ics (self, of, id, error);
  return text != NULL && fram_desk_ics_write (text, path, error);
}
