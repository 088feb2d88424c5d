#include "fram-session-dialog-private.h"

#include "fram-choices.h"
#include "fram-text.h"
#include "fram-typed-date.h"
#include "fram-typed-time.h"
#include "fram-words.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (FramSessionDialog, fram_session_dialog, FRAM_TYPE_FORM_DIALOG)

static FramGroupScope
scope_of (FramSessionDialog *self)
{
  if (gtk_check_button_get_active (self->all_check))
    return FRAM_GROUP_ALL;
  return gtk_check_button_get_active (self->following_check) ? FRAM_GROUP_FOLLOWING : FRAM_GROUP_THIS;
}

static FramDate
today_of (FramSessionDialog *self)
{
  return fram_clock_today (fram_desk_get_clock (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self))));
}

/* Writing */

typedef struct
{
  FramSessionDeed deed;
  FramUuid group;
  FramDate planned;
  FramGroupScope scope;
  FramSessionEdit edit;
  FramSessionEdit shown;
  char *new_place;
} Work;

static void
work_free (Work *work)
{
  g_free (work->edit.reason);
  g_free (work->new_place);
  g_free (work);
}

static gpointer
do_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Work *work = data;
  FramSessionEdit edit = work->edit;
  g_autofree char *what = NULL;
  gboolean done = work->new_place == NULL || fram_desk_find_or_add_place (desk, work->new_place, &edit.place, error);

  if (!done)
    return NULL;
  edit.shown = work->deed == FRAM_SESSION_DEED_CHANGE ? &work->shown : NULL;
  switch (work->deed)
    {
    case FRAM_SESSION_DEED_CANCEL:
      done = fram_desk_cancel_session (desk, &work->group, work->planned, work->scope, edit.reason, &what, error);
      break;
    case FRAM_SESSION_DEED_SUBSTITUTE:
      done = fram_desk_set_substitute (desk, &work->group, work->planned,
                                       fram_uuid_is_none (&edit.substitute) ? NULL : &edit.substitute, &what, error);
      break;
    case FRAM_SESSION_DEED_EXTRA: done = fram_desk_add_session (desk, &work->group, &edit, &what, error); break;
    case FRAM_SESSION_DEED_CHANGE:
    default:
      done = fram_desk_change_session (desk, &work->group, work->planned, work->scope, &edit, &what, error);
      break;
    }
  return done ? g_steal_pointer (&what) : NULL;
}

static char *
text_of (gpointer row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static FramUuid
uuid_of (AdwComboRow *row)
{
  const char *code = fram_choices_get (row);
  FramUuid id = FRAM_UUID_NONE;

  if (code == NULL || !fram_uuid_parse (code, &id))
    return FRAM_UUID_NONE;
  return id;
}

static gboolean
read_day (FramSessionDialog *self, Work *work)
{
  g_autofree char *typed = text_of (self->day);

  if (self->deed == FRAM_SESSION_DEED_CHANGE && work->scope != FRAM_GROUP_THIS)
    work->edit.day = fram_date_monday (self->session_day) + (FramDate)adw_combo_row_get_selected (self->weekday);
  else
    work->edit.day = fram_typed_date_parse (typed, today_of (self));
  if (work->edit.day != FRAM_DATE_NONE)
    return TRUE;
  fram_field_error_set (self->day_error, _ ("Say on which day it is, for example 2026-11-26, “fri” or “26/11”."));
  return FALSE;
}

static gboolean
read_times (FramSessionDialog *self, Work *work)
{
  g_autofree char *starts = text_of (self->starts);
  g_autofree char *ends = text_of (self->ends);
  int end = FRAM_TIME_NONE;

  work->edit.starts = FRAM_TIME_NONE;
  if (!fram_typed_time_parse (starts, &work->edit.starts))
    {
      fram_field_error_set (self->starts_error, _ ("Write the time as hours and minutes, for example 13.30."));
      return FALSE;
    }
  if (!fram_typed_time_parse (ends, &end) || end <= work->edit.starts)
    {
      fram_field_error_set (self->ends_error, _ ("Write a time later than the beginning, for example 15.00."));
      return FALSE;
    }
  work->edit.minutes = end - work->edit.starts;
  return TRUE;
}

static gboolean
read_place (FramSessionDialog *self, Work *work)
{
  work->edit.place = uuid_of (self->place);
  if (g_strcmp0 (fram_choices_get (self->place), FRAM_NEW_PLACE) != 0)
    return TRUE;
  return fram_field_error_read_text (self->new_place_error, _ ("Write what the place is called."), &work->new_place);
}

static gboolean
has_times (FramSessionDialog *self)
{
  return self->deed == FRAM_SESSION_DEED_CHANGE || self->deed == FRAM_SESSION_DEED_EXTRA;
}

/* What is wrong is said at its field, the first of them gets the keyboard. */
static gboolean
read_fields (FramSessionDialog *self, Work *work)
{
  if (has_times (self) && !read_place (self, work))
    return FALSE;
  if (has_times (self) && !read_times (self, work))
    {
      fram_field_error_focus (fram_field_error_get (self->starts_error) != NULL ? self->starts_error
                                                                                : self->ends_error);
      return FALSE;
    }
  if (has_times (self) && !read_day (self, work))
    {
      fram_field_error_focus (self->day_error);
      return FALSE;
    }
  if (self->deed == FRAM_SESSION_DEED_CANCEL && work->edit.reason[0] == '\0')
    {
      fram_field_error_set (self->reason_error, _ ("Write why it is cancelled; everybody reads that."));
      fram_field_error_focus (self->reason_error);
      return FALSE;
    }
  return TRUE;
}

static gboolean
fram_session_dialog_write (FramFormDialog *dialog)
{
  FramSessionDialog *self = FRAM_SESSION_DIALOG (dialog);
  Work *work = g_new0 (Work, 1);

  fram_form_dialog_set_trouble (dialog, NULL);
  work->deed = self->deed;
  work->group = self->group;
  work->planned = self->planned;
  work->scope = scope_of (self);
  work->edit.reason = text_of (self->reason);
  work->edit.substitute = uuid_of (self->substitute);
  work->shown = (FramSessionEdit){ .day = self->session_day,
                                   .starts = self->session_starts,
                                   .minutes = self->session_ends - self->session_starts,
                                   .place = self->session_place,
                                   .substitute = self->session_substitute };
  if (!self->is_read || !read_fields (self, work))
    {
      work_free (work);
      return FALSE;
    }
  fram_form_dialog_run (dialog, do_on_desk, work, (GDestroyNotify)work_free, g_free);
  return TRUE;
}

static char *
fram_session_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  return g_strdup (answer);
}

/* What is refused for a scope stands at that choice. */
static gboolean
fram_session_dialog_refused (FramFormDialog *dialog, const GError *error)
{
  FramSessionDialog *self = FRAM_SESSION_DIALOG (dialog);
  FramGroupScope scope = scope_of (self);

  if (scope == FRAM_GROUP_THIS || !gtk_widget_get_visible (self->scopes))
    return FALSE;
  fram_session_dialog_refuse_scope (self, scope, error->message);
  return TRUE;
}

/* A rule of many sessions goes by its weekday, and nobody steps in for all. */
static void
on_scope_toggled_cb (FramSessionDialog *self)
{
  gboolean one = scope_of (self) == FRAM_GROUP_THIS;
  gboolean change = self->deed == FRAM_SESSION_DEED_CHANGE;

  gtk_widget_set_visible (GTK_WIDGET (self->day), !change || one);
  gtk_widget_set_visible (GTK_WIDGET (self->weekday), change && !one);
  gtk_widget_set_visible (self->stepping_in, self->deed == FRAM_SESSION_DEED_SUBSTITUTE || (change && one));
  if (!one)
    fram_field_error_set (self->day_error, NULL);
}

static void
on_place_chosen_cb (FramSessionDialog *self)
{
  gboolean is_new = g_strcmp0 (fram_choices_get (self->place), FRAM_NEW_PLACE) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->new_place), is_new);
  if (!is_new)
    fram_field_error_set (self->new_place_error, NULL);
}

static void
bind (GtkWidgetClass *klass)
{
#define BIND(child) gtk_widget_class_bind_template_child (klass, FramSessionDialog, child)
  BIND (scopes);
  BIND (this_row);
  BIND (following_row);
  BIND (all_row);
  BIND (this_check);
  BIND (following_check);
  BIND (all_check);
  BIND (times);
  BIND (day);
  BIND (day_error);
  BIND (weekday);
  BIND (starts);
  BIND (starts_error);
  BIND (ends);
  BIND (ends_error);
  BIND (place);
  BIND (new_place);
  BIND (new_place_error);
  BIND (stepping_in);
  BIND (substitute);
  BIND (why);
  BIND (reason);
  BIND (reason_error);
#undef BIND
  gtk_widget_class_bind_template_callback (klass, fram_form_dialog_text_changed);
  gtk_widget_class_bind_template_callback (klass, on_scope_toggled_cb);
  gtk_widget_class_bind_template_callback (klass, on_place_chosen_cb);
}

static void
fram_session_dialog_finalize (GObject *object)
{
  FramSessionDialog *self = FRAM_SESSION_DIALOG (object);

  g_free (self->place_name);
  g_free (self->substitute_name);
  G_OBJECT_CLASS (fram_session_dialog_parent_class)->finalize (object);
}

static void
fram_session_dialog_class_init (FramSessionDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fram_session_dialog_finalize;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_session_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_session_dialog_done;
  FRAM_FORM_DIALOG_CLASS (klass)->refused = fram_session_dialog_refused;
  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/se/framsteg/Framsteg/ui/fram-session-dialog.ui");
  bind (GTK_WIDGET_CLASS (klass));
}

static void
fram_session_dialog_init (FramSessionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int weekday = 1; weekday <= 5; weekday++)
    {
      g_autofree char *name = fram_text_capitalise (fram_weekday_name (weekday));
      char code[2] = { (char)('0' + weekday), '\0' };

      fram_choices_add (self->weekday, code, name);
    }
}

static const char *
title_of (FramSessionDeed deed)
{
  switch (deed)
    {
    case FRAM_SESSION_DEED_CANCEL: return _ ("Cancel a session");
    case FRAM_SESSION_DEED_SUBSTITUTE: return _ ("Substitute");
    case FRAM_SESSION_DEED_EXTRA: return _ ("Extra session");
    case FRAM_SESSION_DEED_CHANGE:
    default: return _ ("Move or change");
    }
}

static const char *
accept_of (FramSessionDeed deed)
{
  if (deed == FRAM_SESSION_DEED_CANCEL)
    return _ ("_Cancel the Session");
  return deed == FRAM_SESSION_DEED_EXTRA ? _ ("_Add") : C_ ("button", "_Change");
}

static void
show_time (AdwEntryRow *row, int minutes)
{
  g_autofree char *text = minutes != FRAM_TIME_NONE ? fram_time_to_words (minutes) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
show_session (FramSessionDialog *self, const FramScheduleSession *session)
{
  char day[FRAM_DATE_TEXT_SIZE];

  gtk_editable_set_text (GTK_EDITABLE (self->day),
                         self->deed == FRAM_SESSION_DEED_EXTRA ? "" : fram_date_format (session->day, day));
  adw_combo_row_set_selected (self->weekday, (guint)CLAMP (fram_date_get_weekday (session->day), 1, 5) - 1);
  show_time (self->starts, session->starts);
  show_time (self->ends, session->ends);
  if (self->deed == FRAM_SESSION_DEED_CHANGE && session->reason != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->reason), session->reason);
  gtk_widget_set_visible (self->times, has_times (self));
  gtk_widget_set_visible (self->why, self->deed != FRAM_SESSION_DEED_SUBSTITUTE);
  on_scope_toggled_cb (self);
}

/**
 * fram_session_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @session: which; of an extra one whose group it is, and what it is like
 * @deed: what is done
 *
 * Returns: (transfer floating): the dialog
 */
FramSessionDialog *
fram_session_dialog_new (FramDesk *desk, GtkWidget *parent, const FramScheduleSession *session, FramSessionDeed deed)
{
  FramSessionDialog *self = g_object_new (FRAM_TYPE_SESSION_DIALOG, NULL);
  g_autofree char *day = fram_date_to_short_words (session->day);
  /* Translators: what is done, a group and a day: "Cancel a session: Recovery, Thu 12 November" */
  g_autofree char *title = g_strdup_printf (_ ("%1$s: %2$s, %3$s"), title_of (deed), session->name, day);

  self->deed = deed;
  self->group = session->group;
  self->planned = session->planned;
  self->session_day = session->day;
  self->session_starts = session->starts;
  self->session_ends = session->ends;
  self->session_place = session->place_id;
  self->session_substitute = session->substitute_id;
  self->place_name = g_strdup (session->place);
  self->substitute_name = g_strdup (session->substitute);
  self->is_extra = session->change == FRAM_SESSION_EXTRA;
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent,
                           deed == FRAM_SESSION_DEED_EXTRA ? title_of (deed) : title, accept_of (deed));
  show_session (self, session);
  fram_session_dialog_read (self);
  return self;
}
