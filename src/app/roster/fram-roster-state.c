#include "fram-roster-state.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

void
fram_roster_state_clear (FramRosterState *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);
}

static gboolean
has_expected (const FramRoster *roster)
{
  for (guint i = 0; i < roster->rows->len; i++)
    if (FRAM_ROSTER_ROW (roster->rows->pdata[i])->kind != FRAM_ROSTER_UNPLANNED)
      return TRUE;
  return FALSE;
}

/* A holiday's name begins with a small letter in Swedish; a title does not. */
static char *
capitalised (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *large = g_utf8_strup (first, -1);

  return g_strconcat (large, text + strlen (first), NULL);
}

static void
day_off (FramRosterState *self, const FramRoster *roster)
{
  g_autofree char *day = fram_date_to_words (roster->day);

  self->icon = "x-office-calendar-symbolic";
  self->title = capitalised (roster->day_note != NULL && roster->day_note[0] != '\0' ? roster->day_note
                                                                                     : C_ ("roster", "Day off"));
  if (roster->no_session)
    /* Translators: a group, and a date in words */
    self->text = g_strdup_printf (_ ("%1$s does not meet on %2$s. Choose a day with a session."), roster->name, day);
  else
    /* Translators: a date in words, at the end of a sentence */
    self->text = g_strdup_printf (_ ("Nobody is expected on a day off, and this is %s. Choose a working day."), day);
  self->days = TRUE;
}

static void
nobody_placed (FramRosterState *self, const FramRoster *roster, FramDate today)
{
  self->icon = "system-users-symbolic";
  if (roster->day < today)
    {
      /* Translators: the name of a workshop */
      self->title = g_strdup_printf (_ ("Nobody was placed in %s then"), roster->name);
      self->text =
          g_strdup (_ ("No placement covers this day. It may be before the programme began; choose a later day."));
    }
  else
    {
      /* Translators: the name of a workshop */
      self->title = g_strdup_printf (_ ("Nobody is placed in %s"), roster->name);
      self->text =
          g_strdup (_ ("Place participants here with weekdays and hours, and they are expected on those days."));
    }
  self->days = TRUE;
}

static void
nobody_planned (FramRosterState *self, const FramRoster *roster)
{
  g_autofree char *day = fram_date_to_words (roster->day);
  int n = roster->people_placed;

  self->icon = "x-office-calendar-symbolic";
  /* Translators: a date in words */
  self->title = g_strdup_printf (_ ("Nobody is planned for %s"), day);
  self->text = g_strdup_printf (
      ngettext ("%d person is placed here, on other weekdays, and can be marked as a visitor below.",
                "%d people are placed here, on other weekdays, and can be marked as visitors below.", n),
      n);
  self->days = TRUE;
}

/**
 * fram_roster_state_of:
 * @self: (out): what to say; to be cleared
 * @roster: a roster
 * @today: today
 *
 * Returns: whether there is something to say because nobody is expected
 */
gboolean
fram_roster_state_of (FramRosterState *self, const FramRoster *roster, FramDate today)
{
  *self = (FramRosterState){ 0 };
  if (has_expected (roster))
    return FALSE;
  if (roster->day_is_off)
    day_off (self, roster);
  else if (roster->people_placed == 0)
    nobody_placed (self, roster, today);
  else
    nobody_planned (self, roster);
  return TRUE;
}

/**
 * fram_roster_state_of_error:
 * @self: (out): what to say; to be cleared
 * @error: why the roster could not be read
 */
void
fram_roster_state_of_error (FramRosterState *self, const GError *error)
{
  gboolean denied = g_error_matches (error, FRAM_ERROR, FRAM_ERROR_DENIED);

  *self = (FramRosterState){ 0 };
  self->icon = denied ? "changes-prevent-symbolic" : "dialog-warning-symbolic";
  self->title = g_strdup (denied ? _ ("This roster is not yours to see") : _ ("The roster cannot be read"));
  self->text = g_strdup (error->message);
  self->again = !denied;
}

/**
 * fram_roster_day_words:
 * @roster: a roster
 * @today: today
 *
 * Returns: (transfer full) (nullable): what must be known of a day that is not an ordinary today
 */
char *
fram_roster_day_words (const FramRoster *roster, FramDate today)
{
  if (!roster->may_mark && roster->refusal != NULL && has_expected (roster))
    return g_strdup (roster->refusal);
  if (roster->day_is_off)
    return NULL;
  if (roster->day > today)
    return g_strdup (_ ("This day is yet to come. Leave and absence that is known beforehand can be marked."));
  if (roster->day < today)
    return g_strdup (_ ("This day has passed. A correction is kept in the history of the mark."));
  return g_strdup (roster->day_note);
}
