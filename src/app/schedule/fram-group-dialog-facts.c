#include "fram-group-dialog-private.h"

#include "fram-choices.h"
#include "fram-desk-schedule.h"
#include "fram-group-days.h"
#include "fram-session-dialog-private.h"
#include "fram-words.h"

#include <glib/gi18n.h>

/* What the dialog of a group is filled in with. */

typedef struct
{
  FramUuid id;
  FramGroup *group;
  GPtrArray *kinds;
  GPtrArray *places;
  GPtrArray *staff;
} Facts;

static void
facts_free (Facts *facts)
{
  g_clear_pointer (&facts->group, fram_group_free);
  g_clear_pointer (&facts->kinds, g_ptr_array_unref);
  g_clear_pointer (&facts->places, g_ptr_array_unref);
  g_clear_pointer (&facts->staff, g_ptr_array_unref);
  g_free (facts);
}

/* Only who may keep groups is asked for a new one. */
static FramGroup *
new_group (FramDesk *desk)
{
  FramGroup *group = fram_group_new ();

  group->active = TRUE;
  group->may_keep = group->may_change = TRUE;
  group->first = fram_clock_today (fram_desk_get_clock (desk));
  group->starts = FRAM_TIME_NONE;
  return group;
}

static gpointer
read_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Facts *facts = g_new0 (Facts, 1);
  FramDate today = fram_clock_today (fram_desk_get_clock (desk));

  facts->id = ((const Facts *)data)->id;
  facts->group = fram_uuid_is_none (&facts->id) ? new_group (desk) : fram_desk_group (desk, &facts->id, error);
  facts->kinds = facts->group != NULL ? fram_desk_group_kinds (desk, error) : NULL;
  facts->places = facts->kinds != NULL ? fram_desk_schedule_choices (desk, FRAM_SCHEDULE_OF_PLACE, today, error) : NULL;
  facts->staff = facts->places != NULL ? fram_desk_group_staff (desk, error) : NULL;
  if (facts->staff == NULL)
    g_clear_pointer (&facts, facts_free);
  return facts;
}

static void
show_text (gpointer row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
show_date (gpointer row, FramDate day)
{
  char text[FRAM_DATE_TEXT_SIZE];

  show_text (row, day != FRAM_DATE_NONE ? fram_date_format (day, text) : NULL);
}

static void
show_number (gpointer row, int number)
{
  g_autofree char *text = number > 0 ? g_strdup_printf ("%d", number) : NULL;

  show_text (row, text);
}

static void
show_time (gpointer row, int minutes)
{
  g_autofree char *text = minutes != FRAM_TIME_NONE ? fram_time_to_words (minutes) : NULL;

  show_text (row, text);
}

static void
show_days (FramGroupDialog *self)
{
  const FramGroup *group = self->group;
  FramGroupDays days = { 0, 1 };
  gboolean plain = fram_group_days_parse (group->rrule, &days) && days.every <= 4 && days.weekdays < 1u << 5;

  self->other_rule = group->rrule != NULL && !plain;
  gtk_widget_set_visible (GTK_WIDGET (self->weekdays), !self->other_rule);
  gtk_widget_set_visible (GTK_WIDGET (self->every), !self->other_rule);
  if (self->other_rule)
    {
      adw_action_row_set_subtitle (self->days_row, _ ("It meets by a rule that cannot be changed here. It stays."));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->days[i]), (days.weekdays & (1u << i)) != 0);
  adw_combo_row_set_selected (self->every, (guint)days.every - 1);
}

static void
show_kinds (FramGroupDialog *self)
{
  fram_choices_clear (self->kind);
  for (guint i = 0; i < self->kinds->len; i++)
    {
      const FramGroupKind *kind = self->kinds->pdata[i];

      fram_choices_add (self->kind, kind->code, kind->name);
    }
  if (self->group->kind != NULL && !fram_choices_select (self->kind, self->group->kind))
    {
      /* a kind that is not used any more stays the group's own */
      fram_choices_add (self->kind, self->group->kind, self->group->kind);
      fram_choices_select (self->kind, self->group->kind);
    }
}

static char *
told_words (const FramGroup *group)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *leaders = NULL, *places = NULL;

  for (guint i = 0; i < group->leaders->len; i++)
    g_ptr_array_add (names, ((FramGroupLeading *)group->leaders->pdata[i])->name);
  g_ptr_array_add (names, NULL);
  leaders = g_strjoinv (", ", (char **)names->pdata);
  if (group->capacity <= 0)
    return g_steal_pointer (&leaders);
  places = g_strdup_printf (ngettext ("%d place", "%d places", group->capacity), group->capacity);
  return names->len > 1 ? g_strdup_printf ("%s · %s", leaders, places) : g_steal_pointer (&places);
}

/* Who leads it, its kind and its places are decided by who keeps the groups of the house; others read them. */
static void
show_rights (FramGroupDialog *self)
{
  gboolean keeps = self->group->may_keep;
  g_autofree char *told = told_words (self->group);

  gtk_widget_set_visible (GTK_WIDGET (self->kind), keeps);
  gtk_widget_set_visible (GTK_WIDGET (self->capacity), keeps);
  gtk_widget_set_visible (GTK_WIDGET (self->used_row), keeps && !fram_uuid_is_none (&self->id));
  gtk_widget_set_visible (GTK_WIDGET (self->leaders), keeps);
  gtk_widget_set_visible (GTK_WIDGET (self->told), !keeps && told[0] != '\0');
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->told), told);
}

static void
show_group (FramGroupDialog *self)
{
  const FramGroup *group = self->group;
  gboolean times = group->starts != FRAM_TIME_NONE && group->minutes > 0;

  show_kinds (self);
  show_text (self->name, group->name);
  show_number (self->capacity, group->capacity);
  gtk_switch_set_active (self->used, group->active);
  show_days (self);
  show_time (self->starts, group->starts);
  show_time (self->ends, times ? group->starts + group->minutes : FRAM_TIME_NONE);
  show_date (self->first, group->first);
  show_date (self->last, group->last);
  show_number (self->sessions, group->sessions);
  show_text (self->meets, group->meets);
  show_text (self->next_line, group->next_line);
  show_rights (self);
  if (group->shown_name != NULL)
    fram_form_dialog_set_title (FRAM_FORM_DIALOG (self), group->shown_name);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramGroupDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Facts *facts = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) == NULL)
    ; /* it was closed meanwhile */
  else if (facts == NULL)
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), error->message);
  else
    {
      self->group = g_steal_pointer (&facts->group);
      self->kinds = g_steal_pointer (&facts->kinds);
      show_group (self);
      fram_place_choices_fill (self->place, facts->places, &self->group->place, NULL);
      fram_group_leaders_set (self->leaders, self->group->leaders, facts->staff);
      self->is_read = TRUE;
      fram_form_dialog_start (FRAM_FORM_DIALOG (self));
    }
  g_clear_pointer (&facts, facts_free);
}

void
fram_group_dialog_read (FramGroupDialog *self)
{
  Facts *asked = g_new0 (Facts, 1);

  asked->id = self->id;
  fram_desk_run_async (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)), read_on_desk, asked, g_free,
                       (GDestroyNotify)facts_free, NULL, on_read_cb, g_object_ref (self));
}
