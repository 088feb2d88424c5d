#include "fram-desk-handover-private.h"

/* The lines that a new handover sheet begins with. They are Swedish, as the sheet is: the participant reads them. */

static void
add_line (GString *text, const char *line)
{
  g_autofree char *clean = g_strstrip (g_strdelimit (g_strdup (line != NULL ? line : ""), "\n", ' '));

  if (clean[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", clean);
}

static char *
plain_lines (const GPtrArray *parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    add_line (text, ((FramStoredPart *)g_ptr_array_index (parts, i))->text);
  return g_string_free (text, FALSE);
}

static char *
wanted_lines (const FramStoredHandover *facts)
{
  GString *text = g_string_new (NULL);
  g_autofree char *goal = facts->main_goal != NULL ? g_strdup_printf ("Mitt mål: %s", facts->main_goal) : NULL;

  add_line (text, goal);
  for (guint i = 0; i < facts->goals->len; i++)
    {
      const FramStoredPart *part = g_ptr_array_index (facts->goals, i);
      g_autofree char *day = part->day != FRAM_DATE_NONE ? fram_handover_date_to_words (part->day, FALSE) : NULL;
      g_autofree char *line = day != NULL ? g_strdup_printf ("%s (senast %s)", part->text, day) : g_strdup (part->text);

      add_line (text, line);
    }
  return g_string_free (text, FALSE);
}

/* "Måndag 9–12: Snickeri"; what begins later says from when. */
static char *
hours_line (const FramStoredPart *part, FramDate today)
{
  g_autofree char *from = fram_handover_time_to_words (part->from_time);
  g_autofree char *to = fram_handover_time_to_words (part->to_time);
  g_autofree char *start = part->day > today ? fram_handover_date_to_words (part->day, FALSE) : NULL;
  const char *weekday = fram_handover_weekday (CLAMP (part->weekday, 1, 7));
  g_autofree char *first = g_utf8_strup (weekday, 1);
  g_autofree char *later = start != NULL ? g_strdup_printf (", från %s", start) : g_strdup ("");

  return g_strdup_printf ("%s%s %s–%s: %s%s", first, weekday + 1, from, to, part->text != NULL ? part->text : "–",
                          later);
}

static char *
agreed_lines (const FramStoredHandover *facts, FramDate today)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < facts->hours->len; i++)
    {
      g_autofree char *line = hours_line (g_ptr_array_index (facts->hours, i), today);

      add_line (text, line);
    }
  if (facts->target != FRAM_DATE_NONE && facts->target >= today)
    {
      g_autofree char *day = fram_handover_date_to_words (facts->target, FALSE);
      g_autofree char *line = g_strdup_printf ("Vi räknar med att jag är med till %s.", day);

      add_line (text, line);
    }
  return g_string_free (text, FALSE);
}

static char *
with_detail (const char *before, const FramStoredPart *part)
{
  return g_strdup_printf ("%s: %s%s%s", before, part->text != NULL ? part->text : part->detail,
                          part->text != NULL && part->detail != NULL ? ", " : "",
                          part->text != NULL && part->detail != NULL ? part->detail : "");
}

/* "Trepartsmöte tisdag 24 november kl. 10". What kind of appointment somebody has elsewhere is not told on. */
static char *
meeting_line (const FramStoredPart *part)
{
  g_autofree char *day = fram_handover_date_to_words (part->day, TRUE);
  g_autofree char *time = part->from_time >= 0 ? fram_handover_time_to_words (part->from_time) : NULL;

  return g_strdup_printf ("%s %s%s%s", fram_handover_meeting (part->text), day, time != NULL ? " kl. " : "",
                          time != NULL ? time : "");
}

static char *
contact_lines (const FramStoredHandover *facts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < facts->case_workers->len; i++)
    {
      g_autofree char *line = with_detail ("Min handläggare", g_ptr_array_index (facts->case_workers, i));

      add_line (text, line);
    }
  for (guint i = 0; i < facts->referrers->len; i++)
    {
      const FramStoredPart *part = g_ptr_array_index (facts->referrers, i);
      g_autofree char *line = with_detail ("Min anvisande handläggare", part);

      if (part->text != NULL || part->detail != NULL)
        add_line (text, line);
    }
  for (guint i = 0; i < facts->meetings->len; i++)
    {
      g_autofree char *line = meeting_line (g_ptr_array_index (facts->meetings, i));

      add_line (text, line);
    }
  return g_string_free (text, FALSE);
}

gboolean
fram_handover_prefill (FramDesk *self, FramHandover *handover, gint64 participant, gint64 enrolment, GError **error)
{
  g_autoptr (FramStoredHandover) facts = fram_handover_load (self->db, self->viewer, participant, enrolment, error);

  if (facts == NULL)
    return FALSE;
  handover->texts[FRAM_HANDOVER_GOOD_AT] = plain_lines (facts->seen);
  handover->texts[FRAM_HANDOVER_WORKS] = plain_lines (facts->instructions);
  handover->texts[FRAM_HANDOVER_WANT] = wanted_lines (facts);
  handover->texts[FRAM_HANDOVER_NOT_AGAIN] = g_strdup ("");
  handover->texts[FRAM_HANDOVER_AGREED] = agreed_lines (facts, self->viewer->today);
  handover->texts[FRAM_HANDOVER_CONTACTS] = contact_lines (facts);
  return TRUE;
}
