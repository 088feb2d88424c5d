#include "fram-group-dialog-private.h"

#include "fram-choices.h"
#include "fram-group-days.h"
#include "fram-session-dialog-private.h"
#include "fram-text.h"
#include "fram-typed-time.h"

#include <glib/gi18n.h>

/* What the fields of a group say. Only fields that can be written are taken over: the rest of the group stays as it was read. */

#define MOST_PLACES   500
#define MOST_SESSIONS 200

static char *
text_of (gpointer row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
take_text (char **text, gpointer row)
{
  g_free (*text);
  *text = text_of (row);
  if ((*text)[0] == '\0')
    g_clear_pointer (text, g_free);
}

/* A number that may be left out: then it is 0. */
static gboolean
take_number (FramFieldError *error, gpointer row, int most, int *number)
{
  g_autofree char *text = text_of (row);

  *number = 0;
  return text[0] == '\0' || fram_field_error_read_number (error, 1, most, number);
}

static gboolean
take_times (FramGroupDialog *self, FramGroup *group)
{
  g_autofree char *starts = text_of (self->starts);
  g_autofree char *ends = text_of (self->ends);
  int from = FRAM_TIME_NONE, to = FRAM_TIME_NONE;

  if (!fram_typed_time_parse (starts, &from))
    {
      fram_field_error_set (self->starts_error, _ ("Write the time as hours and minutes, for example 13.30."));
      return FALSE;
    }
  if (!fram_typed_time_parse (ends, &to) || to <= from)
    {
      fram_field_error_set (self->ends_error, _ ("Write a time later than the beginning, for example 15.00."));
      return FALSE;
    }
  group->starts = from;
  group->minutes = to - from;
  return TRUE;
}

static gboolean
take_days (FramGroupDialog *self, FramGroup *group)
{
  FramGroupDays days = { 0, (int)adw_combo_row_get_selected (self->every) + 1 };
  g_autofree char *rrule = NULL;
  FramGroupDays old;

  if (self->other_rule)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->days[i])))
      days.weekdays |= 1u << i;
  if (days.weekdays == 0)
    {
      gtk_label_set_text (self->days_error, _ ("Choose at least one weekday."));
      gtk_widget_set_visible (GTK_WIDGET (self->days_error_row), TRUE);
      return FALSE;
    }
  /* the same days in other letters are no change */
  if (fram_group_days_parse (group->rrule, &old) && old.weekdays == days.weekdays && old.every == days.every)
    return TRUE;
  rrule = fram_group_days_format (&days);
  g_free (group->rrule);
  group->rrule = g_steal_pointer (&rrule);
  return TRUE;
}

static gboolean
take_period (FramGroupDialog *self, FramGroup *group)
{
  if (!fram_field_error_read_date (self->first_error, TRUE, &group->first) ||
      !fram_field_error_read_date (self->last_error, FALSE, &group->last) ||
      !take_number (self->sessions_error, self->sessions, MOST_SESSIONS, &group->sessions))
    return FALSE;
  if (group->last == FRAM_DATE_NONE || group->last >= group->first)
    return TRUE;
  fram_field_error_set (self->last_error, _ ("The last day is before the first one. Write a later day."));
  return FALSE;
}

static gboolean
take_place (FramGroupDialog *self, FramGroup *group, char **new_place)
{
  const char *code = fram_choices_get (self->place);

  if (g_strcmp0 (code, FRAM_NEW_PLACE) == 0)
    return fram_field_error_read_text (self->new_place_error, _ ("Write what the place is called."), new_place);
  if (code == NULL || !fram_uuid_parse (code, &group->place))
    group->place = FRAM_UUID_NONE;
  return TRUE;
}

/* What only who keeps the house's groups may change. */
static gboolean
take_kept (FramGroupDialog *self, FramGroup *group)
{
  g_free (group->kind);
  group->kind = g_strdup (fram_choices_get (self->kind));
  group->active = gtk_switch_get_active (self->used);
  return take_number (self->capacity_error, self->capacity, MOST_PLACES, &group->capacity) &&
         fram_group_leaders_read (self->leaders, group);
}

static FramFieldError *
first_error (FramGroupDialog *self)
{
  FramFieldError *const errors[] = { self->capacity_error, self->new_place_error, self->starts_error,  self->ends_error,
                                     self->first_error,    self->last_error,      self->sessions_error };

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    if (fram_field_error_get (errors[i]) != NULL)
      return errors[i];
  return NULL;
}

/**
 * fram_group_dialog_take_fields:
 * @self: a dialog
 * @group: what the fields go over to
 * @new_place: (out): the name of a new place, or %NULL
 *
 * Returns: whether all fields are right; else it is said at them
 */
gboolean
fram_group_dialog_take_fields (FramGroupDialog *self, FramGroup *group, char **new_place)
{
  gboolean right = !group->may_keep || take_kept (self, group);

  right = take_place (self, group, new_place) && right;
  right = take_days (self, group) && right;
  right = take_times (self, group) && right;
  right = take_period (self, group) && right;
  take_text (&group->name, self->name);
  take_text (&group->meets, self->meets);
  take_text (&group->next_line, self->next_line);
  if (!right && first_error (self) != NULL)
    fram_field_error_focus (first_error (self));
  else if (!right && gtk_widget_get_visible (GTK_WIDGET (self->days_error_row)))
    gtk_widget_grab_focus (self->days[0]);
  return right;
}
