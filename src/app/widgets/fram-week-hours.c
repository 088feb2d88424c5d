#include "fram-week-hours.h"

#include "fram-form-dialog.h"
#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

#define N_WEEKDAYS 7

typedef struct
{
  AdwActionRow *row;
  GtkCheckButton *check;
  GtkEntry *from;
  GtkEntry *to;
} DayRow;

struct _FramWeekHours
{
  AdwPreferencesGroup parent_instance;

  /* borrowed */
  DayRow days[N_WEEKDAYS + 1]; /* by weekday, 1 for Monday */
  GtkLabel *total;

  int last_weekday;
  gboolean filling;
};

typedef enum
{
  PROP_LAST_WEEKDAY = 1,
} FramWeekHoursProperty;

enum
{
  CHANGED,
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[PROP_LAST_WEEKDAY + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramWeekHours, fram_week_hours, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_on (const DayRow *day)
{
  return gtk_check_button_get_active (day->check);
}

/* The sentence for a row that is not right, or NULL. */
static const char *
read_day (const DayRow *day, FramSlotSpec *slot)
{
  g_autofree char *from = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (day->from))));
  g_autofree char *to = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (day->to))));

  slot->from_time = fram_time_parse (from);
  slot->to_time = fram_time_parse (to);
  if (from[0] == '\0' || to[0] == '\0')
    return _ ("Write when it begins and when it ends.");
  if (slot->from_time == FRAM_TIME_NONE || slot->to_time == FRAM_TIME_NONE)
    return _ ("Write times like 9, 09:30 or 13.15.");
  if (slot->from_time >= slot->to_time)
    return _ ("The end must be later than the beginning.");
  return NULL;
}

static void
mark_wrong (GtkEntry *entry, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
check_day (DayRow *day)
{
  FramSlotSpec slot = { 0 };
  const char *sentence = is_on (day) ? read_day (day, &slot) : NULL;

  adw_action_row_set_subtitle (day->row, sentence != NULL ? sentence : "");
  if (sentence != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (day->row), "wrong");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (day->row), "wrong");
  mark_wrong (day->from, sentence != NULL);
  mark_wrong (day->to, sentence != NULL);
}

static void
show_total (FramWeekHours *self)
{
  g_autofree char *hours = fram_hours_to_words (fram_week_hours_get_minutes (self));
  g_autofree char *text = g_strdup_printf (_ ("%s a week"), hours);

  gtk_label_set_label (self->total, text);
}

static void
on_hours_changed_cb (FramWeekHours *self)
{
  if (self->filling)
    return;
  for (int i = 1; i <= self->last_weekday; i++)
    check_day (&self->days[i]);
  show_total (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A day that is switched on begins with the times of the day before it in the week that has some. */
static void
suggest_times (FramWeekHours *self, int weekday)
{
  DayRow *day = &self->days[weekday];
  const char *from = "09:00", *to = "12:00";

  if (gtk_editable_get_text (GTK_EDITABLE (day->from))[0] != '\0')
    return;
  for (int i = 1; i < weekday; i++)
    if (is_on (&self->days[i]))
      {
        from = gtk_editable_get_text (GTK_EDITABLE (self->days[i].from));
        to = gtk_editable_get_text (GTK_EDITABLE (self->days[i].to));
      }
  gtk_editable_set_text (GTK_EDITABLE (day->from), from);
  gtk_editable_set_text (GTK_EDITABLE (day->to), to);
}

static void
on_check_toggled_cb (FramWeekHours *self, GtkCheckButton *check)
{
  int weekday = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (check), "weekday"));
  DayRow *day = &self->days[weekday];
  gboolean was_filling = self->filling;

  gtk_widget_set_sensitive (GTK_WIDGET (day->from), is_on (day));
  gtk_widget_set_sensitive (GTK_WIDGET (day->to), is_on (day));
  self->filling = TRUE;
  if (is_on (day))
    suggest_times (self, weekday);
  self->filling = was_filling;
  on_hours_changed_cb (self);
  if (!self->filling)
    g_signal_emit (self, signals[CHOSEN], 0);
}

/* "9" becomes "09:00" when the cursor leaves. */
static void
on_time_left_cb (GtkEventControllerFocus *focus)
{
  GtkEditable *entry = GTK_EDITABLE (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus)));
  int minutes = fram_time_parse (gtk_editable_get_text (entry));
  g_autofree char *text = fram_time_format (minutes);

  if (minutes != FRAM_TIME_NONE && g_strcmp0 (text, gtk_editable_get_text (entry)) != 0)
    gtk_editable_set_text (entry, text);
}

static GtkEntry *
add_time (FramWeekHours *self, AdwActionRow *row, const char *name)
{
  GtkEntry *entry = GTK_ENTRY (gtk_entry_new ());
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 5);
  gtk_entry_set_max_length (entry, 5);
  gtk_entry_set_activates_default (entry, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (entry), GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (GTK_WIDGET (entry), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (entry), "numeric");
  fram_widget_set_accessible_name (entry, name);
  g_signal_connect (focus, "leave", G_CALLBACK (on_time_left_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_hours_changed_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, GTK_WIDGET (entry));
  return entry;
}

static GtkWidget *
new_dash (void)
{
  GtkWidget *dash = gtk_label_new ("–");

  gtk_widget_add_css_class (dash, "fram-dim");
  return dash;
}

static void
add_day (FramWeekHours *self, int weekday)
{
  DayRow *day = &self->days[weekday];
  g_autofree char *full = fram_text_capitalise (fram_weekday_name (weekday));
  g_autofree char *begins = g_strdup_printf (_ ("%s, begins"), full);
  g_autofree char *ends = g_strdup_printf (_ ("%s, ends"), full);

  day->row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (day->row), full);
  day->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (day->check), GTK_ALIGN_CENTER);
  fram_widget_set_accessible_name (day->check, full);
  g_object_set_data (G_OBJECT (day->check), "weekday", GINT_TO_POINTER (weekday));
  g_signal_connect_object (day->check, "toggled", G_CALLBACK (on_check_toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (day->row, GTK_WIDGET (day->check));
  adw_action_row_set_activatable_widget (day->row, GTK_WIDGET (day->check));
  day->from = add_time (self, day->row, begins);
  adw_action_row_add_suffix (day->row, new_dash ());
  day->to = add_time (self, day->row, ends);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (day->row));
}

static void
fram_week_hours_constructed (GObject *object)
{
  FramWeekHours *self = FRAM_WEEK_HOURS (object);

  G_OBJECT_CLASS (fram_week_hours_parent_class)->constructed (object);
  self->total = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_margin_start (GTK_WIDGET (self->total), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->total), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->total), "fram-dim");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->total));
  for (int i = 1; i <= self->last_weekday; i++)
    add_day (self, i);
  show_total (self);
}

static void
fram_week_hours_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((FramWeekHoursProperty)id)
    {
    case PROP_LAST_WEEKDAY: g_value_set_int (value, FRAM_WEEK_HOURS (object)->last_weekday); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fram_week_hours_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((FramWeekHoursProperty)id)
    {
    case PROP_LAST_WEEKDAY: FRAM_WEEK_HOURS (object)->last_weekday = g_value_get_int (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fram_week_hours_class_init (FramWeekHoursClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = fram_week_hours_constructed;
  object_class->get_property = fram_week_hours_get_property;
  object_class->set_property = fram_week_hours_set_property;
  properties[PROP_LAST_WEEKDAY] =
      g_param_spec_int ("last-weekday", NULL, NULL, 1, N_WEEKDAYS, 5,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fram_week_hours_init (FramWeekHours *self)
{
}

static void
clear_days (FramWeekHours *self)
{
  for (int i = 1; i <= self->last_weekday; i++)
    {
      gtk_check_button_set_active (self->days[i].check, FALSE);
      gtk_editable_set_text (GTK_EDITABLE (self->days[i].from), "");
      gtk_editable_set_text (GTK_EDITABLE (self->days[i].to), "");
    }
}

/**
 * fram_week_hours_set_slots:
 * @self: the rows
 * @slots: (nullable) (element-type FramSlotSpec): times; of a weekday with several the whole stretch is shown
 */
void
fram_week_hours_set_slots (FramWeekHours *self, const GArray *slots)
{
  g_return_if_fail (FRAM_IS_WEEK_HOURS (self));
  self->filling = TRUE;
  clear_days (self);
  for (guint i = 0; slots != NULL && i < slots->len; i++)
    {
      const FramSlotSpec *slot = &g_array_index (slots, FramSlotSpec, i);
      g_autofree char *from = fram_time_format (slot->from_time);
      g_autofree char *to = fram_time_format (slot->to_time);

      if (slot->weekday < 1 || slot->weekday > self->last_weekday)
        continue;
      if (!is_on (&self->days[slot->weekday]))
        gtk_editable_set_text (GTK_EDITABLE (self->days[slot->weekday].from), from);
      gtk_editable_set_text (GTK_EDITABLE (self->days[slot->weekday].to), to);
      gtk_check_button_set_active (self->days[slot->weekday].check, TRUE);
    }
  self->filling = FALSE;
  on_hours_changed_cb (self);
}

/**
 * fram_week_hours_read:
 * @self: the rows
 *
 * Returns: (transfer full) (nullable) (element-type FramSlotSpec): the times, %NULL where a row is not right
 */
GArray *
fram_week_hours_read (FramWeekHours *self)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, TRUE, sizeof (FramSlotSpec));

  g_return_val_if_fail (FRAM_IS_WEEK_HOURS (self), NULL);
  for (int i = 1; i <= self->last_weekday; i++)
    {
      FramSlotSpec slot = { .weekday = i };

      if (!is_on (&self->days[i]))
        continue;
      if (read_day (&self->days[i], &slot) != NULL)
        {
          gtk_widget_grab_focus (GTK_WIDGET (self->days[i].from));
          return NULL;
        }
      g_array_append_val (slots, slot);
    }
  return g_steal_pointer (&slots);
}

/**
 * fram_week_hours_get_minutes:
 * @self: the rows
 *
 * Returns: the minutes of the rows that are right
 */
int
fram_week_hours_get_minutes (FramWeekHours *self)
{
  int minutes = 0;

  g_return_val_if_fail (FRAM_IS_WEEK_HOURS (self), 0);
  for (int i = 1; i <= self->last_weekday; i++)
    {
      FramSlotSpec slot = { 0 };

      if (is_on (&self->days[i]) && read_day (&self->days[i], &slot) == NULL)
        minutes += slot.to_time - slot.from_time;
    }
  return minutes;
}

const char *
fram_week_hours_get_total (FramWeekHours *self)
{
  g_return_val_if_fail (FRAM_IS_WEEK_HOURS (self), NULL);
  return gtk_label_get_label (self->total);
}

/**
 * fram_week_hours_set_day:
 * @self: the rows
 * @weekday: 1 for Monday
 * @on: whether the day is checked
 * @from: (nullable): as typed; %NULL to leave the suggestion
 * @to: (nullable): as typed
 *
 * Fills in a row as a person would.
 *
 * Returns: whether there is such a row
 */
gboolean
fram_week_hours_set_day (FramWeekHours *self, int weekday, gboolean on, const char *from, const char *to)
{
  g_return_val_if_fail (FRAM_IS_WEEK_HOURS (self), FALSE);
  if (weekday < 1 || weekday > self->last_weekday)
    return FALSE;
  gtk_check_button_set_active (self->days[weekday].check, on);
  if (from != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->days[weekday].from), from);
  if (to != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->days[weekday].to), to);
  return TRUE;
}

/* The sentence that a row shows, or NULL. */
const char *
fram_week_hours_get_trouble (FramWeekHours *self, int weekday)
{
  const char *sentence;

  g_return_val_if_fail (FRAM_IS_WEEK_HOURS (self) && weekday >= 1 && weekday <= self->last_weekday, NULL);
  sentence = adw_action_row_get_subtitle (self->days[weekday].row);
  return sentence != NULL && sentence[0] != '\0' ? sentence : NULL;
}
