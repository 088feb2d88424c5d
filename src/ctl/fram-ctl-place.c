#include "fram-ctl-commands.h"
#include "fram-desk-absence.h"
#include "fram-desk-people.h"
#include "fram-desk-places.h"
#include "fram-slot.h"

#include <glib/gi18n-lib.h>

static void
print_placed (const char *who, const char *workshop, FramDate from, const GArray *slots)
{
  g_autofree char *plan = fram_slots_format (slots);
  g_autofree char *hours = fram_ctl_hours_text (fram_slots_minutes (slots));
  char day[FRAM_DATE_TEXT_SIZE];

  /* Translators: case number, workshop, date, weekly plan, hours a week */
  fram_ctl_print (_ ("%s is placed in %s from %s: %s (%s hours a week)\n"), who, workshop, fram_date_format (from, day),
                  plan, hours);
}

/* An employer's name stands where a workshop's would: then the start and the follow-ups are booked too. */
static gboolean
place (FramCtl *ctl, const char *who, const char *where, FramDate from, FramDate to, const char *plan, GError **error)
{
  FramUuid workshop, employer;
  FramOutsideEdit edit = { .case_no_or_id = who, .place = &employer, .from = from, .to = to, .slots = plan };

  if (!fram_desk_find_activity (ctl->desk, where, &workshop, NULL) &&
      fram_desk_find_external_place (ctl->desk, where, &employer, NULL))
    return fram_desk_place_outside (ctl->desk, &edit, NULL, error);
  return fram_desk_place (ctl->desk, who, where, from, to, plan, error);
}

/**
 * fram_command_place:
 *
 * `place`: a participant in a workshop or at an external place from a day on, with a weekly plan. An open placement there
 * ends the day before.
 */
gboolean
fram_command_place (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *from_text = NULL, *to_text = NULL, *plan = NULL;
  g_autoptr (GArray) slots = NULL;
  FramDate from, to;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from_text, N_ ("the first day; else today"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to_text, N_ ("the last day; else open"), N_ ("DATE") },
    { "slots", 0, 0, G_OPTION_ARG_FILENAME, &plan, N_ ("the weekly plan: “mon 09-12,wed 09-12”"), N_ ("PLAN") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 2, 2, error))
    return FALSE;
  if (plan == NULL)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE,
                   _ ("Which weekdays and hours? Add --slots=\"mon 09-12,wed 09-12\"."));
      return FALSE;
    }
  slots = fram_slots_parse (plan, error);
  if (slots == NULL || !fram_ctl_parse_date (from_text, FRAM_DATE_NONE, &from, error) ||
      !fram_ctl_parse_date (to_text, FRAM_DATE_NONE, &to, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  if (from == FRAM_DATE_NONE)
    from = fram_desk_get_home_day (ctl->desk);
  if (!place (ctl, (*argv)[1], (*argv)[2], from, to, plan, error))
    return FALSE;
  if (ctl->format == FRAM_CTL_TEXT)
    print_placed ((*argv)[1], (*argv)[2], from, slots);
  return TRUE;
}
