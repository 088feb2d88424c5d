#include "fram-desk-private.h"
#include "fram-desk-today-private.h"

#include "fram-rights.h"
#include "fram-taken-store.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The first page of the day: what there is to take, to do and to think of. */

typedef struct
{
  FramDesk *desk;
  FramToday *today;
  GHashTable *own;      /* enrolments of a case worker; NULL for others */
  GHashTable *statuses; /* enrolment → what was found of it, of one's own people */
} Morning;

void
fram_hint_free (FramHint *self)
{
  g_free (self->case_no);
  g_free (self->name);
  g_free (self->activity_name);
  g_free (self->text);
  g_free (self->detail);
  g_free (self);
}

void
fram_today_free (FramToday *self)
{
  g_free (self->day_note);
  g_clear_pointer (&self->rosters, g_ptr_array_unref);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_pointer (&self->hints, g_ptr_array_unref);
  g_clear_pointer (&self->needs, g_ptr_array_unref);
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  g_clear_pointer (&self->house, fram_house_today_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_free (self);
}

/* For whom the house is. */
static gboolean
has_whole_house (const FramViewer *viewer)
{
  return viewer->is_system || fram_viewer_has_role (viewer, FRAM_ROLE_MANAGER) ||
         fram_viewer_has_role (viewer, FRAM_ROLE_ADMINISTRATOR) || fram_viewer_has_role (viewer, FRAM_ROLE_CASE_WORKER);
}

static gboolean
has_own_rosters (const FramViewer *viewer)
{
  for (guint i = 0; i < viewer->grants->len; i++)
    {
      const FramGrant *grant = &g_array_index (viewer->grants, FramGrant, i);

      if (grant->workshop != 0 || grant->group != 0)
        return TRUE;
    }
  return FALSE;
}

/* Own rosters are to be taken by who leads there; the others are the house's, whose leaders are asked about them. */
static void
sort_out (FramToday *today, GPtrArray *all, gboolean only_own)
{
  for (guint i = 0; i < all->len; i++)
    {
      FramRosterTaken *taken = g_ptr_array_index (all, i);

      if (only_own && !taken->own)
        continue;
      if (taken->day < today->day && taken->unmarked_due == 0)
        continue;
      today->n_to_take += taken->own && taken->unmarked_due > 0;
      g_ptr_array_add (taken->day == today->day ? today->rosters : today->missing, taken);
      all->pdata[i] = NULL;
    }
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const FramRosterTaken *x = *(FramRosterTaken *const *)a;
  const FramRosterTaken *y = *(FramRosterTaken *const *)b;

  return (y->day > x->day) - (y->day < x->day);
}

static void
free_taken (gpointer taken)
{
  if (taken != NULL)
    fram_roster_taken_free (taken);
}

static gboolean
load_rosters (Morning *m, GError **error)
{
  FramViewer *viewer = m->desk->viewer;
  FramToday *today = m->today;
  GPtrArray *all = fram_desk_rosters_taken (m->desk, fram_date_monday (today->day), today->day, error);

  if (all == NULL)
    return FALSE;
  g_ptr_array_set_free_func (all, free_taken);
  today->whole_house = has_whole_house (viewer);
  sort_out (today, all, !today->whole_house && has_own_rosters (viewer));
  g_ptr_array_sort (today->missing, newest_first);
  g_ptr_array_unref (all);
  return TRUE;
}

static FramHint *
add_hint (Morning *m, const FramRoster *roster, const FramRosterRow *row, FramHintKind kind)
{
  FramHint *hint = g_new0 (FramHint, 1);

  hint->kind = kind;
  hint->enrolment = row->enrolment;
  hint->activity = roster->activity;
  hint->case_no = g_strdup (row->case_no);
  hint->name = g_strdup (row->name);
  hint->activity_name = g_strdup (roster->name);
  hint->own_person = m->own != NULL && g_hash_table_contains (m->own, &row->enrolment_row);
  hint->asked = row->asked;
  g_ptr_array_add (m->today->hints, hint);
  return hint;
}

static char *
say_unnotified (const char *name, guint count)
{
  switch (count)
    {
    /* Translators: a person's name */
    case 1: return g_strdup_printf (_ ("%s is away without notice."), name);
    case 2: return g_strdup_printf (_ ("%s is away without notice for the second time in a row."), name);
    case 3: return g_strdup_printf (_ ("%s is away without notice for the third time in a row."), name);
    default:
      return g_strdup_printf (ngettext ("%1$s is away without notice, %2$u time in a row.",
                                        "%1$s is away without notice, %2$u times in a row.", count),
                              name, count);
    }
}

static char *
say_hours (const FramRosterRow *row)
{
  if (row->planned_from == FRAM_TIME_NONE || row->planned_to == FRAM_TIME_NONE)
    return NULL;
  return fram_time_range_to_text (row->planned_from, row->planned_to);
}

static gboolean
is_present (const FramRosterRow *row)
{
  return row->status != NULL && row->status->counts == FRAM_COUNTS_PRESENT;
}

/* The leader is told at 2, 3, N in a row; the case worker of every first one too (UX.md, "Case worker"). */
static gboolean
is_missed (const FramRosterRow *row, gboolean own_person)
{
  gboolean today = row->status != NULL && strcmp (row->status->code, "absent_unnotified") == 0;

  if (row->unnotified_in_a_row == 0 || is_present (row))
    return FALSE;
  return row->streak_alert || (own_person && today);
}

static void
add_unnotified (Morning *m, const FramRoster *roster, const FramRosterRow *row)
{
  FramHint *hint = add_hint (m, roster, row, FRAM_HINT_UNNOTIFIED);

  hint->count = row->unnotified_in_a_row;
  hint->text = say_unnotified (row->name, hint->count);
}

static void
add_stay_hints (Morning *m, const FramRoster *roster, const FramRosterRow *row)
{
  FramHint *hint;

  if (row->first_day)
    {
      hint = add_hint (m, roster, row, FRAM_HINT_FIRST_DAY);
      hint->text = g_strdup_printf (_ ("It is the first day here for %s."), row->name);
      hint->detail = row->first_day_card != NULL ? g_strjoinv (" · ", row->first_day_card) : say_hours (row);
    }
  if (row->last_day_here)
    {
      hint = add_hint (m, roster, row, FRAM_HINT_LAST_DAY);
      hint->text = g_strdup_printf (_ ("It is the last day here for %s."), row->name);
    }
  if (row->hours_changed && !row->first_day)
    {
      hint = add_hint (m, roster, row, FRAM_HINT_HOURS_CHANGED);
      hint->text = g_strdup_printf (_ ("%s has new hours."), row->name);
      hint->detail = say_hours (row);
    }
}

static void
add_hints (Morning *m, const FramRoster *roster, const FramRosterRow *row, gboolean own_person)
{
  FramHint *hint;

  if (is_missed (row, own_person))
    add_unnotified (m, roster, row);
  else if (row->returns && (row->status == NULL || is_present (row)))
    {
      hint = add_hint (m, roster, row, FRAM_HINT_RETURNS);
      hint->text = row->status != NULL ? g_strdup_printf (_ ("%s is back after an absence."), row->name)
                                       : g_strdup_printf (_ ("%s is expected back after an absence."), row->name);
    }
  add_stay_hints (m, roster, row);
}

/* What tells most of somebody with several activities: an absence nobody was told of, then having been there. */
static int
weight_of (const FramStatus *status)
{
  if (status == NULL)
    return 1;
  if (strcmp (status->code, "absent_unnotified") == 0)
    return 6;
  if (status->counts == FRAM_COUNTS_PRESENT)
    return fram_status_is_late (status) ? 5 : 4;
  return status->counts == FRAM_COUNTS_ABSENT ? 3 : 2;
}

static void
note_status (Morning *m, const FramRosterRow *row)
{
  gint64 *key;
  gpointer found;

  if (g_hash_table_lookup_extended (m->statuses, &row->enrolment_row, NULL, &found) &&
      weight_of (found) >= weight_of (row->status))
    return;
  key = g_new (gint64, 1);
  *key = row->enrolment_row;
  g_hash_table_replace (m->statuses, key, (gpointer)row->status);
}

static gboolean
look_at_roster (Morning *m, const FramRosterTaken *taken, GError **error)
{
  g_autoptr (FramRoster) roster =
      fram_desk_roster_of_some (m->desk, &taken->activity, taken->day, taken->own ? NULL : m->own, error);

  if (roster == NULL)
    return FALSE;
  for (guint i = 0; i < roster->rows->len; i++)
    {
      const FramRosterRow *row = g_ptr_array_index (roster->rows, i);
      gboolean own_person;

      if (row->kind != FRAM_ROSTER_PLANNED && row->kind != FRAM_ROSTER_VISITOR)
        continue;
      own_person = m->own != NULL && g_hash_table_contains (m->own, &row->enrolment_row);
      if (own_person)
        note_status (m, row);
      if ((own_person || taken->own) && row->part < 2)
        add_hints (m, roster, row, own_person);
    }
  return TRUE;
}

static void
count_own (Morning *m)
{
  FramOwnToday *own = &m->today->own;
  const FramStatus *first = (const FramStatus *)(gconstpointer)m->desk->statuses->data;
  GHashTableIter iter;
  gpointer status;

  own->n_people = g_hash_table_size (m->own);
  own->no_session = own->n_people - g_hash_table_size (m->statuses);
  g_hash_table_iter_init (&iter, m->statuses);
  while (g_hash_table_iter_next (&iter, NULL, &status))
    if (status == NULL)
      own->unmarked++;
    else
      own->of_status[(const FramStatus *)status - first]++;
}

static const int order_of_kinds[] = {
  [FRAM_HINT_UNNOTIFIED] = 0, [FRAM_HINT_FIRST_DAY] = 1,     [FRAM_HINT_RETURNS] = 2,
  [FRAM_HINT_LAST_DAY] = 3,   [FRAM_HINT_HOURS_CHANGED] = 4,
};

static int
by_pressure (gconstpointer a, gconstpointer b)
{
  const FramHint *x = *(FramHint *const *)a;
  const FramHint *y = *(FramHint *const *)b;

  if (x->kind != y->kind)
    return order_of_kinds[x->kind] - order_of_kinds[y->kind];
  return x->count != y->count ? (int)y->count - (int)x->count : g_utf8_collate (x->name, y->name);
}

/* Whoever neither leads a roster nor has participants has nothing to be told about single people. */
static gboolean
load_people (Morning *m, GError **error)
{
  const GPtrArray *rosters = m->today->rosters;

  m->today->has_people = !m->desk->viewer->is_system && fram_viewer_has_role (m->desk->viewer, FRAM_ROLE_CASE_WORKER);
  if (m->today->has_people)
    {
      m->own = fram_taken_load_own (m->desk->db, m->desk->viewer, error);
      if (m->own == NULL)
        return FALSE;
    }
  for (guint i = 0; i < rosters->len; i++)
    {
      const FramRosterTaken *taken = g_ptr_array_index (rosters, i);

      if ((m->own != NULL || taken->own) && !look_at_roster (m, taken, error))
        return FALSE;
    }
  if (m->own != NULL)
    count_own (m);
  g_ptr_array_sort (m->today->hints, by_pressure);
  return TRUE;
}

static gboolean
load_tasks (Morning *m, GError **error)
{
  FramToday *today = m->today;

  if (!fram_rights_may_read (m->desk->viewer, FRAM_CLASS_TASK))
    return TRUE;
  g_ptr_array_unref (today->tasks);
  today->tasks = fram_desk_tasks (m->desk, error);
  if (today->tasks == NULL)
    return FALSE;
  for (guint i = 0; i < today->tasks->len; i++)
    {
      const FramTask *task = g_ptr_array_index (today->tasks, i);

      today->n_waiting += task->for_me && task->done == FRAM_DATE_NONE;
    }
  return TRUE;
}

static FramToday *
today_new (FramDesk *self, FramDate day)
{
  FramToday *today = g_new0 (FramToday, 1);
  FramDayInfo info = fram_desk_day_info (self, day, 0);

  today->day = day;
  today->day_note = info.kind != FRAM_DAY_OPEN ? g_strdup (info.name) : NULL;
  today->rosters = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_roster_taken_free);
  today->missing = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_roster_taken_free);
  today->tasks = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_task_free);
  today->hints = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_hint_free);
  today->needs = g_ptr_array_new_with_free_func (fram_need_free);
  today->meetings = g_ptr_array_new_with_free_func (fram_my_meeting_free);
  today->groups = g_ptr_array_new_with_free_func (fram_today_group_free);
  today->people = g_ptr_array_new_with_free_func (fram_today_member_free);
  return today;
}

/**
 * fram_desk_today:
 * @self: the desk
 * @day: the day that is shown
 * @error: return location
 *
 * What waits for the person at the keyboard on a day: rosters, tasks and what to think of, as far as that person may see.
 *
 * Returns: (transfer full) (nullable): the first page of the day
 */
FramToday *
fram_desk_today (FramDesk *self, FramDate day, GError **error)
{
  g_autoptr (FramToday) today = NULL;
  Morning m = { .desk = self };
  gboolean ok;

  FRAM_DESK_LOCKED (self);
  today = m.today = today_new (self, day);
  m.statuses = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  ok = load_rosters (&m, error) && load_people (&m, error) && load_tasks (&m, error) &&
       fram_desk_today_add_needs (self, today, error) && fram_desk_today_add_house (self, today, error) &&
       fram_desk_today_add_groups (self, today, error);
  g_clear_pointer (&m.own, g_hash_table_unref);
  g_clear_pointer (&m.statuses, g_hash_table_unref);
  return ok ? g_steal_pointer (&today) : NULL;
}
