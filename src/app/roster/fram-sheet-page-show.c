#include "fram-sheet-page-private.h"

#include "fram-roster-state.h"
#include "fram-sheet-words.h"
#include "fram-words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* What the page says of a week or month: which it is, totals, the notice, closing and opening again. */

void
fram_sheet_page_say (FramSheetPage *self, const char *text, gboolean undo)
{
  if (text != NULL && text[0] != '\0')
    fram_page_toast (FRAM_PAGE (self), text, undo);
}

/**
 * fram_sheet_page_dup_period:
 * @self: a page
 *
 * Returns: (transfer full): "week 46", "November 2026"
 */
char *
fram_sheet_page_dup_period (FramSheetPage *self)
{
  int y, m, d;

  g_return_val_if_fail (FRAM_IS_SHEET_PAGE (self), NULL);
  if (self->kind == FRAM_SHEET_WEEK)
    return fram_date_to_week_text (self->day);
  fram_date_get_ymd (self->day, &y, &m, &d);
  /* Translators: month and year: "November 2026" */
  return g_strdup_printf (C_ ("date", "%1$s %2$d"), fram_month_name (m), y);
}

static void
name_buttons (FramSheetPage *self)
{
  gboolean week = self->kind == FRAM_SHEET_WEEK;

  gtk_widget_set_tooltip_text (self->previous_button,
                               week ? _ ("Previous week (Alt+Left)") : _ ("Previous month (Alt+Left)"));
  gtk_widget_set_tooltip_text (self->next_button, week ? _ ("Next week (Alt+Right)") : _ ("Next month (Alt+Right)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->previous_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  week ? _ ("Previous Week") : _ ("Previous Month"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  week ? _ ("Next Week") : _ ("Next Month"), -1);
  gtk_button_set_label (GTK_BUTTON (self->today_button), week ? _ ("This Week") : _ ("This Month"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->today_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  week ? _ ("This Week") : _ ("This Month"), -1);
}

void
fram_sheet_page_show_period (FramSheetPage *self)
{
  g_autofree char *period = fram_sheet_page_dup_period (self);
  g_autofree char *days = NULL, *name = NULL;
  FramDate from, to, home, home_to;

  fram_sheet_page_get_period (self, self->day, &from, &to);
  fram_sheet_page_get_period (self, fram_sheet_page_get_today (self), &home, &home_to);
  days = self->kind == FRAM_SHEET_WEEK ? fram_sheet_days_text (from, from + 4) : g_strdup ("");
  gtk_label_set_text (self->period_label, period);
  gtk_label_set_text (self->days_label, days);
  gtk_widget_set_visible (GTK_WIDGET (self->days_label), days[0] != '\0');
  gtk_widget_set_sensitive (self->today_button, from != home);
  name_buttons (self);
  /* Translators: the name of a button that chooses the day: the week or month in view */
  name = g_strdup_printf (_ ("%1$s %2$s. Go to another day"), period, days);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static const FramSheetWeek *
week_of (FramSheetPage *self)
{
  return self->sheet != NULL && self->kind == FRAM_SHEET_WEEK && self->sheet->weeks->len > 0
             ? &g_array_index (self->sheet->weeks, FramSheetWeek, 0)
             : NULL;
}

/* Of a month: which of its weeks are closed. */
static char *
closed_weeks_text (FramSheetPage *self)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->sheet->weeks->len; i++)
    {
      const FramSheetWeek *week = &g_array_index (self->sheet->weeks, FramSheetWeek, i);

      if (week->closed_by != NULL)
        g_string_append_printf (numbers, "%s%d", n++ > 0 ? ", " : "", fram_date_get_iso_week (week->monday, NULL));
    }
  /* Translators: numbers of weeks, parted by commas */
  return n > 0 ? g_strdup_printf (
                     ngettext ("Week %s is closed; its marks stand.", "Weeks %s are closed; their marks stand.", n),
                     numbers->str)
               : NULL;
}

static char *
notice_text (FramSheetPage *self)
{
  const FramSheetWeek *week = week_of (self);

  if (week != NULL && week->closed_by != NULL)
    return fram_sheet_closed_words (week);
  if (self->sheet->refusal != NULL)
    return g_strdup (self->sheet->refusal);
  return week == NULL ? closed_weeks_text (self) : NULL;
}

/* The reason is asked for where a day long past is chosen, and kept while the week or month is in view. */
void
fram_sheet_page_show_notice (FramSheetPage *self)
{
  const FramSheetWeek *week = week_of (self);
  gboolean closed = week != NULL && week->closed_by != NULL;
  gboolean reason = !closed && fram_sheet_page_needs_reason (self);
  g_autofree char *text = self->sheet != NULL ? notice_text (self) : NULL;

  gtk_widget_set_visible (self->reason_entry, reason);
  gtk_widget_set_visible (self->reopen_button, closed && week->may_reopen);
  gtk_label_set_text (self->notice_label, text != NULL ? text
                                          : reason ? _ ("This is more than a week back; a correction needs a reason.")
                                                   : "");
  gtk_widget_set_visible (self->notice, text != NULL || reason);
}

static void
show_state (FramSheetPage *self, const char *icon, const char *title, const char *text, gboolean again)
{
  gtk_widget_set_visible (self->state_box, title != NULL);
  gtk_widget_set_visible (self->scroller, title == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->totals), title == NULL);
  if (title == NULL)
    return;
  gtk_image_set_from_icon_name (self->state_icon, icon);
  gtk_label_set_text (self->state_title, title);
  gtk_label_set_text (self->state_text, text);
  gtk_widget_set_visible (self->state_again, again);
}

static void
show_totals (FramSheetPage *self)
{
  const FramSheetSums *sums = &self->sheet->sums;
  const FramSheetWeek *week = week_of (self);

  fram_totals_set (self->totals, fram_desk_get_statuses (self->desk), sums->counts.by_status, sums->counts.expected,
                   sums->counts.unmarked);
  gtk_widget_set_visible (self->close_button, week != NULL && week->may_close && self->sheet->rows->len > 0);
}

/* Shows a sheet as it is on disk; takes it over. */
void
fram_sheet_page_take_sheet (FramSheetPage *self, FramSheet *sheet)
{
  FramSheet *old = self->sheet;

  self->sheet = sheet;
  fram_sheet_grid_set_sheet (self->grid, sheet, fram_desk_get_statuses (self->desk));
  if (!g_str_equal (gtk_label_get_text (self->title), sheet->name))
    {
      gtk_label_set_text (self->title, sheet->name);
      fram_page_changed (FRAM_PAGE (self));
    }
  show_totals (self);
  fram_sheet_page_show_notice (self);
  if (sheet->rows->len == 0)
    show_state (self, "x-office-calendar-symbolic",
                self->kind == FRAM_SHEET_WEEK ? _ ("Nobody is Placed Here This Week")
                                              : _ ("Nobody is Placed Here This Month"),
                _ ("People come into the roster when they are placed here."), FALSE);
  else
    show_state (self, NULL, NULL, NULL, FALSE);
  g_clear_pointer (&old, fram_sheet_free);
  if (self->wants_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->wants_focus = FALSE;
}

void
fram_sheet_page_take_error (FramSheetPage *self, const GError *error)
{
  g_auto (FramRosterState) state = { 0 };

  fram_roster_state_of_error (&state, error);
  fram_sheet_grid_set_sheet (self->grid, NULL, fram_desk_get_statuses (self->desk));
  g_clear_pointer (&self->sheet, fram_sheet_free);
  gtk_widget_set_visible (self->close_button, FALSE);
  gtk_widget_set_visible (self->notice, FALSE);
  show_state (self, state.icon, state.title, state.text, state.again);
}

static void
on_week_changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramSheetPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  g_autoptr (FramSheet) sheet = fram_desk_close_week_finish (FRAM_DESK (source), result, &what, &error);

  self->pending--;
  if (self->desk == NULL)
    return;
  fram_sheet_page_say (self, sheet != NULL ? what : error->message, sheet != NULL);
  fram_sheet_page_reload (self);
}

/**
 * fram_sheet_page_close_week:
 * @self: the page of a week
 * @reopen: to open it again instead
 * @reason: (nullable): why it is opened again
 *
 * Closes the week in view, or opens it again.
 */
void
fram_sheet_page_close_week (FramSheetPage *self, gboolean reopen, const char *reason)
{
  g_return_if_fail (FRAM_IS_SHEET_PAGE (self) && self->kind == FRAM_SHEET_WEEK);
  fram_sheet_page_flush_digits (self);
  self->pending++;
  fram_desk_close_week_async (self->desk, &self->activity, self->day, reopen, reason, on_week_changed_cb,
                              g_object_ref (self));
}

#define MOST_NAMED 6

/* Who has no mark, by name, so that it can be mended first. */
static char *
unmarked_text (FramSheetPage *self)
{
  GString *text = g_string_new (NULL);
  int n = self->sheet->sums.counts.unmarked, named = 0;

  g_string_append_printf (text,
                          ngettext ("%d session is not marked and stays outside every rate:",
                                    "%d sessions are not marked and stay outside every rate:", (gulong)n),
                          n);
  for (guint d = 0; d < self->sheet->days->len; d++)
    for (guint r = 0; r < self->sheet->rows->len; r++)
      {
        const FramSheetRow *row = g_ptr_array_index (self->sheet->rows, r);
        const FramSheetDay *day = &g_array_index (self->sheet->days, FramSheetDay, d);
        g_autofree char *date = NULL;

        if (row->is_bare || day->day > self->sheet->today || row->cells[d].kind != FRAM_CELL_PLANNED ||
            fram_sheet_cell_get_status (&row->cells[d]) != NULL || named++ >= MOST_NAMED)
          continue;
        date = fram_date_to_short_words (day->day);
        g_string_append_printf (text, "\n%s, %s", row->name, date);
      }
  if (n > MOST_NAMED)
    g_string_append (text, "\n…");
  return g_string_free (text, FALSE);
}

static void
on_close_answer_cb (FramSheetPage *self, const char *response)
{
  if (g_str_equal (response, "close"))
    fram_sheet_page_close_week (self, FALSE, NULL);
}

static AdwMessageDialog *
ask (FramSheetPage *self, const char *title, const char *text, const char *id, const char *yes)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (root), title, text));

  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_add_response (dialog, id, yes);
  adw_message_dialog_set_response_appearance (dialog, id, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, id);
  adw_message_dialog_set_close_response (dialog, "cancel");
  return dialog;
}

/* Asks whether the week is done; who is unmarked is told first, and does not stand in the way. */
void
fram_sheet_page_ask_close (FramSheetPage *self)
{
  const FramSheetWeek *week = week_of (self);
  g_autofree char *title = NULL, *unmarked = NULL, *text = NULL;
  AdwMessageDialog *dialog;

  if (week == NULL || !week->may_close)
    return;
  fram_sheet_page_flush_digits (self);
  title = g_strdup_printf (_ ("Close Week %d?"), fram_date_get_iso_week (week->monday, NULL));
  unmarked = self->sheet->sums.counts.unmarked > 0 ? unmarked_text (self) : NULL;
  text = g_strjoin ("\n\n", _ ("Its marks then stand: nobody can change them until the week is opened again."),
                    unmarked, NULL);
  dialog = ask (self, title, text, "close", _ ("C_lose the Week"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_answer_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_reopen_answer_cb (AdwMessageDialog *dialog, const char *response, FramSheetPage *self)
{
  if (g_str_equal (response, "reopen"))
    fram_sheet_page_close_week (self, TRUE,
                                gtk_editable_get_text (GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog))));
}

static void
on_reason_changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *reason = g_strdup (gtk_editable_get_text (entry));

  adw_message_dialog_set_response_enabled (dialog, "reopen", g_strstrip (reason)[0] != '\0');
}

/* Asks why the week is opened again. */
void
fram_sheet_page_ask_reopen (FramSheetPage *self)
{
  const FramSheetWeek *week = week_of (self);
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *title = NULL;
  AdwMessageDialog *dialog;

  if (week == NULL || !week->may_reopen)
    {
      g_object_unref (g_object_ref_sink (entry));
      return;
    }
  title = g_strdup_printf (_ ("Open Week %d Again?"), fram_date_get_iso_week (week->monday, NULL));
  dialog = ask (self, title, _ ("The reason is kept in the history."), "reopen", _ ("_Open Again"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Why is the week opened again?"));
  gtk_entry_set_max_length (GTK_ENTRY (entry), 500);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Why is the week opened again?"), -1);
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_set_response_enabled (dialog, "reopen", FALSE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_reason_changed_cb), dialog, 0);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_reopen_answer_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
