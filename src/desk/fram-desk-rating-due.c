#include "fram-desk-rating-private.h"

#include "fram-talk.h"

/* Talks that are due. */

void
fram_due_talk_free (FramDueTalk *self)
{
  g_free (self->case_no);
  g_free (self->name);
  g_free (self->set_code);
  g_free (self->set_name);
  g_free (self);
}

static GArray *
pauses_of (const GArray *all, gint64 enrolment)
{
  GArray *pauses = g_array_new (FALSE, FALSE, sizeof (FramPauseSpan));

  for (guint i = 0; i < all->len; i++)
    {
      const FramStoredTalkPause *s = &g_array_index (all, FramStoredTalkPause, i);
      FramPauseSpan pause = { s->from, s->to, FALSE };

      if (s->enrolment == enrolment)
        g_array_append_val (pauses, pause);
    }
  return pauses;
}

/* During a pause nobody is asked for a talk, not for one that was due before either. */
static FramDate
due_of (FramDesk *self, const FramStoredTalk *talk, const FramStoredIndicatorSet *set, const GArray *all)
{
  g_autoptr (GArray) pauses = pauses_of (all, talk->person.enrolment);
  FramTalkFacts facts = { .enrolled = talk->person.enrolled,
                          .closed = talk->person.closed,
                          .last = talk->last,
                          .every_days = set->every_days,
                          .pauses = pauses };

  return fram_talk_is_paused (pauses, self->viewer->today) ? FRAM_DATE_NONE
                                                           : fram_talk_due (&facts, fram_desk_closed_days (self));
}

static FramDueTalk *
due_talk_of (FramDesk *self, const FramStoredTalk *talk, const FramStoredIndicatorSet *set, FramDate due)
{
  g_autoptr (FramPersonRow) row = fram_desk_row_of_case (&talk->person, self->viewer->today);
  FramDueTalk *item = g_new0 (FramDueTalk, 1);

  item->participant = talk->person.participant_id;
  item->enrolment = talk->person.enrolment_id;
  item->set = set->id;
  item->case_no = g_strdup (talk->person.case_no);
  item->name = g_strdup (row->name);
  item->set_code = g_strdup (set->code);
  item->set_name = g_strdup (set->name);
  item->last = talk->last;
  item->due = due;
  item->has_draft = talk->has_draft;
  return item;
}

/* Of one day they stay in order of name. */
static int
compare_due (gconstpointer a, gconstpointer b)
{
  const FramDueTalk *x = *(FramDueTalk *const *)a, *y = *(FramDueTalk *const *)b;

  return (x->due > y->due) - (x->due < y->due);
}

/* Sets that come back, by row number. */
static GArray *
regular_sets (FramDesk *self, const GPtrArray *sets)
{
  g_autoptr (GPtrArray) offered = fram_desk_offered_sets (self, sets);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < offered->len; i++)
    {
      const FramStoredIndicatorSet *set = g_ptr_array_index (offered, i);

      if (set->every_days > 0)
        g_array_append_val (rows, set->row);
    }
  return rows;
}

/**
 * fram_desk_due_talks:
 * @self: the desk
 * @until: due on this day at most
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramDueTalk): talks with the participants whose case worker the person
 *   at the keyboard is, for a deputy too, in order of the day; everyone's for the file's owner; none for who rates nobody
 */
GPtrArray *
fram_desk_due_talks (FramDesk *self, FramDate until, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_due_talk_free);
  g_autoptr (GPtrArray) sets = NULL, talks = NULL;
  g_autoptr (GArray) rows = NULL, pauses = NULL;

  FRAM_DESK_LOCKED (self);
  sets = fram_rating_load_sets (self->db, error);
  if (sets == NULL)
    return NULL;
  rows = regular_sets (self, sets);
  talks = fram_talk_load (self->db, self->viewer, rows, error);
  pauses = talks != NULL ? fram_talk_load_pauses (self->db, self->viewer, error) : NULL;
  if (pauses == NULL)
    return NULL;
  for (guint i = 0; i < talks->len; i++)
    {
      const FramStoredTalk *talk = g_ptr_array_index (talks, i);
      const FramStoredIndicatorSet *set = fram_rating_find_set (sets, talk->set);
      FramDate due = due_of (self, talk, set, pauses);

      if (due != FRAM_DATE_NONE && due <= until)
        g_ptr_array_add (items, due_talk_of (self, talk, set, due));
    }
  g_ptr_array_sort (items, compare_due);
  return g_steal_pointer (&items);
}
