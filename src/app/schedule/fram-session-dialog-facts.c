#include "fram-session-dialog-private.h"
#include "fram-session-panel-private.h"

#include "fram-choices.h"
#include "fram-house.h"
#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n.h>

/* What the dialog of a session reads before it is filled in: places, staff, and what each scope would mean. */

typedef struct
{
  int n;
  FramDate from;
  FramDate to;
  char *refusal;
} Scope;

typedef struct
{
  FramSessionDeed deed;
  FramUuid group;
  FramDate planned;
  GPtrArray *places;
  GPtrArray *staff;
  Scope scopes[3];
} Facts;

static void
facts_free (Facts *facts)
{
  g_clear_pointer (&facts->places, g_ptr_array_unref);
  g_clear_pointer (&facts->staff, g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (facts->scopes); i++)
    g_free (facts->scopes[i].refusal);
  g_free (facts);
}

static gboolean
has_scopes (FramSessionDeed deed)
{
  return deed == FRAM_SESSION_DEED_CHANGE || deed == FRAM_SESSION_DEED_CANCEL;
}

static void
count (FramDesk *desk, Facts *facts, FramGroupScope scope)
{
  g_autoptr (GError) error = NULL;
  Scope *found = &facts->scopes[scope];

  found->n = fram_desk_count_scope (desk, &facts->group, facts->planned, scope, &found->from, &found->to, &error);
  if (error != NULL)
    found->refusal = g_strdup (error->message);
}

static gpointer
read_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Facts *facts = g_memdup2 (data, sizeof (Facts));

  facts->places = fram_desk_schedule_choices (desk, FRAM_SCHEDULE_OF_PLACE, facts->planned, error);
  facts->staff = facts->places != NULL ? fram_desk_group_staff (desk, error) : NULL;
  for (int scope = FRAM_GROUP_THIS; has_scopes (facts->deed) && scope <= FRAM_GROUP_ALL; scope++)
    count (desk, facts, (FramGroupScope)scope);
  if (facts->staff == NULL)
    g_clear_pointer (&facts, facts_free);
  return facts;
}

/* One that is not used any more stays chosen where it is. */
void
fram_place_choices_fill (AdwComboRow *row, const GPtrArray *places, const FramUuid *chosen, const char *name)
{
  char id[FRAM_UUID_TEXT_SIZE];

  fram_choices_clear (row);
  fram_choices_add (row, NULL, C_ ("place", "None"));
  for (guint i = 0; i < places->len; i++)
    {
      const FramScheduleWho *place = places->pdata[i];

      fram_choices_add (row, fram_uuid_format (&place->id, id), place->name);
    }
  fram_choices_add (row, FRAM_NEW_PLACE, _ ("A new place …"));
  if (fram_choices_select (row, fram_uuid_is_none (chosen) ? NULL : fram_uuid_format (chosen, id)))
    return;
  fram_choices_add (row, id, name != NULL ? name : _ ("A place that is not used any more"));
  fram_choices_select (row, id);
}

static void
fill_staff (FramSessionDialog *self, const GPtrArray *staff)
{
  char id[FRAM_UUID_TEXT_SIZE];

  fram_choices_add (self->substitute, NULL, _ ("Nobody: as usual"));
  for (guint i = 0; i < staff->len; i++)
    {
      const FramStaff *one = staff->pdata[i];

      fram_choices_add (self->substitute, fram_uuid_format (&one->id, id), one->name);
    }
  /* who has left stays chosen where it was said */
  if (fram_uuid_is_none (&self->session_substitute) ||
      fram_choices_select (self->substitute, fram_uuid_format (&self->session_substitute, id)))
    return;
  fram_choices_add (self->substitute, id, self->substitute_name != NULL ? self->substitute_name : "");
  fram_choices_select (self->substitute, id);
}

static AdwActionRow *
row_of (FramSessionDialog *self, FramGroupScope scope)
{
  return scope == FRAM_GROUP_THIS        ? self->this_row
         : scope == FRAM_GROUP_FOLLOWING ? self->following_row
                                         : self->all_row;
}

static GtkCheckButton *
check_of (FramSessionDialog *self, FramGroupScope scope)
{
  return scope == FRAM_GROUP_THIS        ? self->this_check
         : scope == FRAM_GROUP_FOLLOWING ? self->following_check
                                         : self->all_check;
}

/* A choice that is refused says why, where it stands, and the safe one is chosen. */
void
fram_session_dialog_refuse_scope (FramSessionDialog *self, FramGroupScope scope, const char *sentence)
{
  AdwActionRow *row = row_of (self, scope);
  gboolean had = gtk_check_button_get_active (check_of (self, scope));

  adw_action_row_set_subtitle (row, sentence);
  gtk_widget_add_css_class (GTK_WIDGET (row), "fram-refused");
  gtk_accessible_update_property (GTK_ACCESSIBLE (check_of (self, scope)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence, -1);
  if (had && self->is_read)
    gtk_widget_grab_focus (GTK_WIDGET (check_of (self, scope)));
}

/* "This and the 6 following" */
static char *
title_of (FramGroupScope scope, const Scope *facts)
{
  if (scope == FRAM_GROUP_FOLLOWING && facts->n > 1 && facts->to != FRAM_DATE_NONE)
    return g_strdup_printf (ngettext ("_This and the %d following", "_This and the %d following", facts->n - 1),
                            facts->n - 1);
  if (scope == FRAM_GROUP_FOLLOWING)
    return g_strdup (_ ("_This and all that follow"));
  if (facts->n > 0 && facts->to != FRAM_DATE_NONE)
    return g_strdup_printf (ngettext ("_All: %d session", "_All %d sessions", facts->n), facts->n);
  return g_strdup (_ ("_All sessions"));
}

static char *
subtitle_of (const Scope *facts, FramDate day)
{
  g_autofree char *from = fram_date_to_near_words (facts->from, day);
  g_autofree char *to = NULL;

  if (facts->from == FRAM_DATE_NONE)
    return g_strdup ("");
  if (facts->to == FRAM_DATE_NONE)
    /* Translators: a day and its month */
    return g_strdup_printf (_ ("from %s on; the group goes on"), from);
  to = fram_date_to_near_words (facts->to, day);
  /* Translators: two days with their months: "from 12 November until 17 December" */
  return g_strdup_printf (_ ("from %1$s until %2$s"), from, to);
}

static void
show_scope (FramSessionDialog *self, FramGroupScope scope, const Scope *facts)
{
  AdwActionRow *row = row_of (self, scope);
  g_autofree char *title = title_of (scope, facts);
  g_autofree char *subtitle = subtitle_of (facts, self->session_day);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  if (facts->refusal == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (check_of (self, scope)), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  fram_session_dialog_refuse_scope (self, scope, facts->refusal);
}

static void
show_scopes (FramSessionDialog *self, const Facts *facts)
{
  g_autofree char *words = fram_session_day_words (self->session_day);
  g_autofree char *day = fram_text_capitalise (words);

  gtk_widget_set_visible (self->scopes, has_scopes (self->deed) && !self->is_extra);
  if (!gtk_widget_get_visible (self->scopes))
    return;
  adw_action_row_set_subtitle (self->this_row, day);
  show_scope (self, FRAM_GROUP_FOLLOWING, &facts->scopes[FRAM_GROUP_FOLLOWING]);
  show_scope (self, FRAM_GROUP_ALL, &facts->scopes[FRAM_GROUP_ALL]);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramSessionDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Facts *facts = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) == NULL)
    ; /* it was closed meanwhile */
  else if (facts == NULL)
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), error->message);
  else
    {
      fram_place_choices_fill (self->place, facts->places, &self->session_place, self->place_name);
      fill_staff (self, facts->staff);
      show_scopes (self, facts);
      self->is_read = TRUE;
      fram_form_dialog_start (FRAM_FORM_DIALOG (self));
    }
  g_clear_pointer (&facts, facts_free);
}

void
fram_session_dialog_read (FramSessionDialog *self)
{
  Facts *asked = g_new0 (Facts, 1);

  asked->deed = self->deed;
  asked->group = self->group;
  asked->planned = self->planned;
  gtk_widget_set_visible (self->scopes, has_scopes (self->deed) && !self->is_extra);
  fram_desk_run_async (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)), read_on_desk, asked, g_free,
                       (GDestroyNotify)facts_free, NULL, on_read_cb, g_object_ref (self));
}

gboolean
fram_session_dialog_is_read (FramSessionDialog *self)
{
  g_return_val_if_fail (FRAM_IS_SESSION_DIALOG (self), FALSE);
  return self->is_read;
}

/**
 * fram_session_dialog_get_scope_text:
 * @self: a dialog
 * @scope: 0 this one, 1 this and the following, 2 all
 *
 * Returns: (nullable): what stands below that choice
 */
const char *
fram_session_dialog_get_scope_text (FramSessionDialog *self, guint scope)
{
  g_return_val_if_fail (FRAM_IS_SESSION_DIALOG (self) && scope <= FRAM_GROUP_ALL, NULL);
  return adw_action_row_get_subtitle (row_of (self, (FramGroupScope)scope));
}
