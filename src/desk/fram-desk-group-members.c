#include "fram-desk-group.h"

#include "fram-access-log.h"
#include "fram-desk-roster-private.h"
#include "fram-person-store.h"
#include "fram-rights.h"
#include "fram-schedule-store.h"
#include "fram-session.h"

#include <glib/gi18n-lib.h>

/* Who is in a group: for those who may see its roster, and of each person as far as the roster shows. */

/* So far back the last sessions of a group are looked for, to know who is new. */
#define LOOK_BACK 366

/* How long one look at lists of numbers counts as one in the log. */
#define ONE_LOOK_MS (10 * 60 * 1000)

void
fram_group_member_free (FramGroupMember *self)
{
  g_free (self->name);
  g_free (self->phone);
  g_free (self);
}

typedef struct
{
  FramGroupMember *member;
  char *sort_key;
} Sorted;

static void
sorted_clear (gpointer data)
{
  Sorted *self = data;

  g_clear_pointer (&self->member, fram_group_member_free);
  g_free (self->sort_key);
}

typedef struct
{
  FramDesk *desk;
  gint64 group;
  FramDate day;
  FramDate new_since;    /* who came then or later comes to the first or second session */
  FramViewer *openers;   /* the viewer with the roles that open people's pages */
  GArray *rows;          /* Sorted */
  gboolean shows_phones; /* a number is among them */
} Listing;

static void
listing_clear (Listing *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->openers, fram_viewer_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Listing, listing_clear)

/* The day after the third last session: whoever came after it has met the group twice at most. */
static gboolean
find_new_since (Listing *self, GError **error)
{
  g_autoptr (FramSeries) series = fram_group_load_series (self->desk->db, self->group, error);
  g_autoptr (GArray) held = NULL;

  if (series == NULL)
    return FALSE;
  held = fram_series_held_days (series, self->day - LOOK_BACK, self->day, fram_desk_closed_days (self->desk));
  self->new_since = held->len > 2 ? g_array_index (held, FramDate, held->len - 3) + 1 : self->day - LOOK_BACK;
  return TRUE;
}

static void
add (Listing *self, FramGroupMember *member, const char *sort_key)
{
  Sorted row = { member, g_strdup (sort_key) };

  g_array_append_val (self->rows, row);
}

/* Of a protected person nothing is told but that there is one. */
static void
add_bare (Listing *self, const FramStoredGroupMember *stored)
{
  FramGroupMember *member = g_new0 (FramGroupMember, 1);

  member->name = g_strdup (C_ ("participant", "Protected"));
  member->from = member->to = FRAM_DATE_NONE;
  member->waiting = stored->waiting;
  add (self, member, "~");
}

static void
add_person (Listing *self, const FramStoredGroupMember *stored, const FramStoredPerson *person)
{
  FramDesk *desk = self->desk;
  FramGroupMember *member = g_new0 (FramGroupMember, 1);

  member->membership = stored->id;
  member->enrolment = person->enrolment_id;
  member->participant = person->participant_id;
  member->name = fram_desk_shown_name (person);
  member->phone = fram_person_load_phone (desk->db, desk->viewer, person->participant);
  member->from = stored->from;
  member->to = stored->to;
  member->waiting = stored->waiting;
  member->is_new = !stored->waiting && stored->first >= self->new_since;
  member->may_open = fram_people_may (desk->db, self->openers, FRAM_CLASS_BASIC, person->participant);
  self->shows_phones = self->shows_phones || member->phone != NULL;
  add (self, member, person->sort_key);
}

static gboolean
add_member (Listing *self, const FramStoredGroupMember *stored, GError **error)
{
  FramDesk *desk = self->desk;
  g_autoptr (GError) local = NULL;
  FramStoredPerson *person = fram_roster_load_person (desk->db, desk->viewer, self->group, stored->enrolment, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (person == NULL)
    return TRUE;
  if (!person->visible)
    add_bare (self, stored);
  else if (fram_people_may (desk->db, desk->viewer, FRAM_CLASS_ATTEND, person->participant))
    add_person (self, stored, person);
  fram_stored_person_free (person);
  return TRUE;
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  const Sorted *x = a, *y = b;
  int order = g_strcmp0 (x->sort_key, y->sort_key);

  return order != 0 ? order : g_strcmp0 (x->member->name, y->member->name);
}

static gboolean
load (Listing *self, GError **error)
{
  g_autoptr (GArray) stored = NULL;

  if (!find_new_since (self, error))
    return FALSE;
  stored = fram_schedule_load_members (self->desk->db, self->group, self->day, error);
  for (guint i = 0; stored != NULL && i < stored->len; i++)
    if (!add_member (self, &g_array_index (stored, FramStoredGroupMember, i), error))
      return FALSE;
  g_array_sort (self->rows, by_name);
  return stored != NULL;
}

static GPtrArray *
take_members (Listing *self)
{
  GPtrArray *members = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_group_member_free);

  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (members, g_steal_pointer (&g_array_index (self->rows, Sorted, i).member));
  return members;
}

/* That numbers were shown is in the log, once per look; where it cannot be, none is shown. */
static gboolean
note_phones (FramDesk *self, GError **error)
{
  gint64 now = fram_clock_now (self->clock);

  if (self->last_phones != 0 && now - self->last_phones < ONE_LOOK_MS)
    return TRUE;
  if (!fram_access_log_add (self->db, self->viewer, "listed", FRAM_CLASS_PHONE, 0, "members of a group", error))
    return FALSE;
  self->last_phones = now;
  return TRUE;
}

static gboolean
require_roster (FramDesk *self, gint64 group, GError **error)
{
  if (group != 0 && fram_rights_may_see_roster (self->viewer, group))
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                       _ ("Your roles do not let you see who is in this group. Ask its leader."));
  return FALSE;
}

/**
 * fram_desk_group_members:
 * @self: the desk
 * @group: which
 * @day: members and people waiting on this day or later
 * @error: return location; %FRAM_ERROR_DENIED for groups whose names the person at the keyboard may not see
 *
 * Returns: (transfer full) (nullable) (element-type FramGroupMember): by name; of somebody with protected identity a bare row,
 *   unless one is named for that person
 */
GPtrArray *
fram_desk_group_members (FramDesk *self, const FramUuid *group, FramDate day, GError **error)
{
  g_auto (Listing) listing = { .desk = self, .day = day };
  gboolean ok;

  FRAM_DESK_LOCKED (self);
  listing.group = fram_db_find_row (self->db, group);
  if (!require_roster (self, listing.group, error))
    return NULL;
  listing.rows = g_array_new (FALSE, FALSE, sizeof (Sorted));
  g_array_set_clear_func (listing.rows, sorted_clear);
  listing.openers = fram_rights_beside_mentor (self->viewer);
  fram_db_begin_read (self->db);
  ok = load (&listing, error);
  fram_db_end_read (self->db);
  return ok && (!listing.shows_phones || note_phones (self, error)) ? take_members (&listing) : NULL;
}
