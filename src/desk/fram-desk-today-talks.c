#include "fram-desk-today-private.h"

#include "fram-desk-private.h"
#include "fram-desk-rating.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* Talks that are due, on the first page of the day: one line for each participant. */

/* So many days ahead a talk is told. */
#define DAYS_AHEAD 7

static char *
say_when (const FramDueTalk *talk, FramDate today)
{
  g_autofree char *day = fram_date_to_near_words (talk->due, today);
  int late = today - talk->due;

  if (late == 0)
    return g_strdup (_ ("due today"));
  if (late < 0)
    return g_strdup_printf (_ ("due %s"), day);
  if (talk->last == FRAM_DATE_NONE)
    /* TRANSLATORS: a day: "not held yet; was due 3 November" */
    return g_strdup_printf (_ ("not held yet; was due %s"), day);
  /* TRANSLATORS: a day and how long ago it was: "was due 3 November, 9 days ago" */
  return g_strdup_printf (ngettext ("was due %1$s, %2$d day ago", "was due %1$s, %2$d days ago", late), day, late);
}

/* What was begun, under whichever of the sets, is one word; the other sets follow the one that has waited longest. */
static char *
say (const FramDueTalk *first, const char *others, gboolean begun, FramDate today)
{
  g_autofree char *when = say_when (first, today);
  g_autoptr (GString) text = g_string_new (first->set_name);

  g_string_append_printf (text, " · %s", when);
  if (others[0] != '\0')
    /* TRANSLATORS: names of sets of questions that are due too */
    g_string_append (text, " · "), g_string_append_printf (text, _ ("also %s"), others);
  if (begun)
    g_string_append_printf (text, " · %s", _ ("begun, not finished"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_told (const GPtrArray *talks, guint n)
{
  const FramDueTalk *talk = g_ptr_array_index (talks, n);

  for (guint i = 0; i < n; i++)
    if (fram_uuid_equal (&((const FramDueTalk *)g_ptr_array_index (talks, i))->enrolment, &talk->enrolment))
      return TRUE;
  return FALSE;
}

/* The line of the participant whose first talk is at @n, with what else is due. A single set is opened at once. */
static void
add_line (FramToday *today, const GPtrArray *talks, guint n)
{
  const FramDueTalk *first = g_ptr_array_index (talks, n);
  g_autoptr (GString) others = g_string_new (NULL);
  char set[FRAM_UUID_TEXT_SIZE];
  g_autofree char *section = g_strconcat ("progression+rating:", fram_uuid_format (&first->set, set), NULL);
  gboolean begun = first->has_draft;
  FramNeed *need;

  for (guint i = n + 1; i < talks->len; i++)
    {
      const FramDueTalk *talk = g_ptr_array_index (talks, i);

      if (!fram_uuid_equal (&talk->enrolment, &first->enrolment))
        continue;
      g_string_append_printf (others, "%s%s", others->len > 0 ? ", " : "", talk->set_name);
      begun = begun || talk->has_draft;
    }
  need = fram_desk_today_add_need (today, FRAM_NEED_TALK, &first->participant, first->case_no, first->name,
                                   others->len > 0 ? "progression+rating" : section);
  need->text = say (first, others->str, begun, today->day);
  need->late = first->due < today->day;
}

gboolean
fram_desk_today_add_talks (FramDesk *self, FramToday *today, GError **error)
{
  g_autoptr (GPtrArray) talks = fram_desk_due_talks (self, today->day + DAYS_AHEAD, error);

  for (guint i = 0; talks != NULL && i < talks->len; i++)
    if (!is_told (talks, i))
      add_line (today, talks, i);
  return talks != NULL;
}
