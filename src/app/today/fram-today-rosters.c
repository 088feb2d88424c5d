#include "fram-today-page-private.h"

#include "fram-progress-icon.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* The rosters of the day, and those of this week that nobody took to the end. */

static char *
say_progress (const FramRosterTaken *taken)
{
  g_autofree char *from = taken->first_from != FRAM_TIME_NONE ? fram_time_to_words (taken->first_from) : NULL;
  g_autofree char *marked = NULL;

  if (taken->marked >= taken->expected)
    return g_strdup_printf (ngettext ("%d expected, marked", "All %d marked", taken->expected), taken->expected);
  marked = g_strdup_printf (ngettext ("%1$d of %2$d marked", "%1$d of %2$d marked", taken->expected), taken->marked,
                            taken->expected);
  if (taken->unmarked_due > 0)
    /* Translators: "6 of 12 marked", and how many of the others should be marked by now */
    return g_strdup_printf (ngettext ("%1$s · %2$d not marked though the time has begun",
                                      "%1$s · %2$d not marked though their time has begun", taken->unmarked_due),
                            marked, taken->unmarked_due);
  if (taken->marked == 0 && from != NULL)
    /* Translators: people, and when the first of them comes */
    return g_strdup_printf (ngettext ("%1$d expected, at %2$s", "%1$d expected, the first at %2$s", taken->expected),
                            taken->expected, from);
  /* Translators: "6 of 12 marked" */
  return g_strdup_printf (_ ("%s · the others come later today"), marked);
}

/* Who takes one's own roster, one knows. */
static char *
say_last (const FramTodayPage *self, const FramRosterTaken *taken)
{
  FramDate on = taken->last_at != 0 ? fram_instant_get_date (taken->last_at) : FRAM_DATE_NONE;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (taken->last_by == NULL || (taken->own && !self->today->whole_house))
    return NULL;
  if (on == self->today->day)
    {
      time = fram_time_to_words (fram_instant_get_minute (taken->last_at));
      /* Translators: a leader's name and a time of today */
      return g_strdup_printf (_ ("last by %1$s, %2$s"), taken->last_by, time);
    }
  day = fram_date_to_short_words (on);
  /* Translators: a leader's name and a day, "Wed 11 November" */
  return g_strdup_printf (_ ("last by %1$s, %2$s"), taken->last_by, day);
}

static void
add_arrow (AdwActionRow *row)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (arrow, "fram-dim");
  adw_action_row_add_suffix (row, arrow);
}

static FramProgressIcon *
ensure_icon (AdwActionRow *row, gboolean is_new)
{
  GtkWidget *icon;

  if (!is_new)
    return g_object_get_data (G_OBJECT (row), "progress");
  icon = fram_progress_icon_new ();
  adw_action_row_add_prefix (row, icon);
  g_object_set_data (G_OBJECT (row), "progress", icon);
  add_arrow (row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return FRAM_PROGRESS_ICON (icon);
}

static void
show_roster (FramTodayPage *self, const FramRosterTaken *taken)
{
  char id[FRAM_UUID_TEXT_SIZE];
  gboolean is_new;
  AdwActionRow *row = fram_today_section_take (self->rosters, fram_uuid_format (&taken->activity, id), &is_new);
  g_autofree char *progress = say_progress (taken);
  g_autofree char *last = say_last (self, taken);
  g_autofree char *text = last != NULL ? g_strdup_printf ("%s · %s", progress, last) : g_strdup (progress);

  fram_progress_icon_set (ensure_icon (row, is_new), taken->marked, taken->expected, taken->unmarked_due);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), taken->name);
  adw_action_row_set_subtitle (row, text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-roster");
}

static char *
say_missing (const FramTodayPage *self, const FramRosterTaken *taken)
{
  g_autofree char *day = fram_date_to_short_words (taken->day);
  g_autofree char *missing =
      taken->marked == 0
          ? g_strdup_printf (
                ngettext ("nobody marked, %d was expected", "nobody marked, %d were expected", taken->expected),
                taken->expected)
          : g_strdup_printf (ngettext ("%1$d of %2$d not marked", "%1$d of %2$d not marked", taken->expected),
                             taken->unmarked_due, taken->expected);
  g_autofree char *last = say_last (self, taken);

  return last != NULL ? g_strdup_printf ("%s · %s · %s", day, missing, last)
                      : g_strdup_printf ("%s · %s", day, missing);
}

static void
show_missing (FramTodayPage *self, const FramRosterTaken *taken)
{
  char id[FRAM_UUID_TEXT_SIZE], day[FRAM_DATE_TEXT_SIZE];
  g_autofree char *key =
      g_strdup_printf ("%s %s", fram_uuid_format (&taken->activity, id), fram_date_format (taken->day, day));
  g_autofree char *text = say_missing (self, taken);
  gboolean is_new;
  AdwActionRow *row = fram_today_section_take (self->missing, key, &is_new);

  fram_progress_icon_set (ensure_icon (row, is_new), taken->marked, taken->expected, taken->unmarked_due);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), taken->name);
  adw_action_row_set_subtitle (row, text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", id, day);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-roster-day");
}

/* The own groups of today stand above with everybody who comes. */
static gboolean
is_told_above (FramTodayPage *self, const FramRosterTaken *taken)
{
  return taken->own && taken->is_group && fram_today_page_has_group (self, &taken->activity);
}

static char *
say_taken (FramTodayPage *self)
{
  const GPtrArray *rosters = self->today->rosters;
  guint taken = 0, n = 0;

  for (guint i = 0; i < rosters->len; i++)
    {
      const FramRosterTaken *roster = g_ptr_array_index (rosters, i);

      if (is_told_above (self, roster))
        continue;
      n++;
      taken += roster->marked >= roster->expected;
    }
  if (n < 2)
    return NULL;
  return g_strdup_printf (ngettext ("%1$u of %2$u taken", "%1$u of %2$u taken", n), taken, n);
}

static void
show_rosters_of_today (FramTodayPage *self)
{
  const FramToday *today = self->today;
  g_autofree char *note = say_taken (self);
  guint n = 0;

  fram_today_section_begin (self->rosters);
  for (guint i = 0; i < today->rosters->len; i++)
    if (!is_told_above (self, g_ptr_array_index (today->rosters, i)))
      {
        show_roster (self, g_ptr_array_index (today->rosters, i));
        n++;
      }
  fram_today_section_set_note (self->rosters, note);
  if (today->day_note != NULL)
    fram_today_section_end (self->rosters, _ ("Nobody is expected today"),
                            _ ("It is a day off. Earlier days can be marked in the roster, from its date."));
  else
    fram_today_section_end (self->rosters, _ ("Nobody is expected today"),
                            _ ("Who is placed in a workshop with a weekly plan comes here on those days."));
  /* who has nothing but groups is told of them above */
  gtk_widget_set_visible (GTK_WIDGET (self->rosters), today->groups->len == 0 || n > 0);
}

void
fram_today_page_show_rosters (FramTodayPage *self)
{
  const FramToday *today = self->today;

  show_rosters_of_today (self);
  fram_today_section_begin (self->missing);
  for (guint i = 0; i < today->missing->len; i++)
    show_missing (self, g_ptr_array_index (today->missing, i));
  fram_today_section_end (self->missing, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), today->missing->len > 0);
}
