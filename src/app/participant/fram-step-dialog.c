#include "fram-step-dialog.h"

#include "fram-choices.h"
#include "fram-field-error.h"
#include "fram-slot-edit.h"
#include "fram-week-hours.h"
#include "fram-words.h"

#include <glib/gi18n.h>

#define CHECK_AFTER_MS 120

struct _FramStepDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwPreferencesGroup *what;
  AdwComboRow *where;
  AdwEntryRow *from;
  FramFieldError *from_error;
  AdwEntryRow *to;
  FramFieldError *to_error;
  AdwComboRow *replaces;
  AdwPreferencesGroup *hours;
  GtkLabel *sum;
  AdwBin *place;
  GtkLabel *selected;
  GtkButton *remove;
  AdwEntryRow *line;
  FramFieldError *line_error;
  AdwPreferencesGroup *notes;

  /* borrowed */
  FramWeekGrid *grid;
  GPtrArray *rows; /* of the notes; owned by their group */

  /* owned */
  FramCasePlan *plan; /* NULL until it is read */
  GPtrArray *choices; /* FramPlanChoice */
  GCancellable *checking;

  FramUuid enrolment;
  FramUuid step; /* what is changed; none for a new step */
  guint check_source;
  gboolean filling;
  gboolean checked;
};

G_DEFINE_FINAL_TYPE (FramStepDialog, fram_step_dialog, FRAM_TYPE_FORM_DIALOG)

/* A step on its way to the desk, with what it is made of. */
typedef struct
{
  FramUuid enrolment;
  FramStepEdit edit;
  GArray *slots;
} Work;

static void
work_free (Work *work)
{
  g_array_unref (work->slots);
  g_free (work);
}

static gpointer
save_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;
  char *what = NULL;

  return fram_desk_save_step (desk, &work->enrolment, &work->edit, NULL, &what, error) ? what : NULL;
}

static gpointer
check_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;

  return fram_desk_check_step (desk, &work->enrolment, &work->edit, error);
}

static const FramPlanChoice *
chosen (FramStepDialog *self)
{
  const char *code = fram_choices_get (self->where);
  char id[FRAM_UUID_TEXT_SIZE];

  for (guint i = 0; code != NULL && self->choices != NULL && i < self->choices->len; i++)
    {
      const FramPlanChoice *choice = g_ptr_array_index (self->choices, i);

      if (g_strcmp0 (fram_uuid_format (&choice->activity, id), code) == 0)
        return choice;
    }
  return NULL;
}

static const FramPlanStep *
find_step (FramStepDialog *self)
{
  for (guint i = 0; self->plan != NULL && i < self->plan->steps->len; i++)
    {
      const FramPlanStep *step = g_ptr_array_index (self->plan->steps, i);

      if (fram_uuid_equal (&step->id, &self->step))
        return step;
    }
  return NULL;
}

/* What is in the fields, where it is right already; without a place and a first day there is nothing to look at. */
static Work *
make_work (FramStepDialog *self, FramDate from, FramDate to)
{
  const FramPlanChoice *choice = chosen (self);
  const char *replaced = fram_choices_get (self->replaces);
  Work *work;

  if (choice == NULL || from == FRAM_DATE_NONE)
    return NULL;
  work = g_new0 (Work, 1);
  work->enrolment = self->enrolment;
  work->slots = g_array_copy ((GArray *)fram_week_grid_get_slots (self->grid));
  work->edit = (FramStepEdit){ self->step, choice->activity, from, to, work->slots, FRAM_UUID_NONE };
  if (replaced == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->replaces)) ||
      !fram_uuid_parse (replaced, &work->edit.replaces))
    work->edit.replaces = FRAM_UUID_NONE;
  return work;
}

static FramDate
peek_date (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return fram_date_parse (text);
}

static gboolean
read_line (FramStepDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) slots = fram_slots_parse (gtk_editable_get_text (GTK_EDITABLE (self->line)), &error);

  if (slots != NULL)
    return TRUE;
  fram_field_error_set (self->line_error, error->message);
  fram_field_error_focus (self->line_error);
  return FALSE;
}

static gboolean
read_days (FramStepDialog *self, FramDate *from, FramDate *to)
{
  gboolean from_is_right = fram_field_error_read_date (self->from_error, TRUE, from);
  gboolean to_is_right = fram_field_error_read_date (self->to_error, FALSE, to);

  if (from_is_right && to_is_right && *to != FRAM_DATE_NONE && *to < *from)
    {
      fram_field_error_set (self->to_error, _ ("The last day must not come before the first."));
      to_is_right = FALSE;
    }
  if (!from_is_right || !to_is_right)
    fram_field_error_focus (from_is_right ? self->to_error : self->from_error);
  return from_is_right && to_is_right;
}

static gboolean
fram_step_dialog_write (FramFormDialog *dialog)
{
  FramStepDialog *self = FRAM_STEP_DIALOG (dialog);
  FramDate from, to;
  Work *work;

  fram_form_dialog_set_trouble (dialog, NULL);
  if (!read_days (self, &from, &to) || !read_line (self))
    return FALSE;
  work = make_work (self, from, to);
  if (work == NULL)
    return FALSE;
  fram_form_dialog_run (dialog, save_on_desk, work, (GDestroyNotify)work_free, g_free);
  return TRUE;
}

static char *
fram_step_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  return g_strdup (answer);
}

static FramWeekKind
kind_of (const FramPlanThing *thing, const FramCasePlan *plan)
{
  switch (thing->kind)
    {
    case FRAM_COLLISION_SESSION: return FRAM_WEEK_GROUP;
    case FRAM_COLLISION_BOOKING: return FRAM_WEEK_MEETING;
    case FRAM_COLLISION_OTHER: return FRAM_WEEK_OTHER;
    case FRAM_COLLISION_PAUSE:
    case FRAM_COLLISION_CLOSED: return FRAM_WEEK_FREE;
    case FRAM_COLLISION_PLAN:
    case FRAM_COLLISION_HOURS:
    case FRAM_COLLISION_FULL:
    default: break;
    }
  for (guint i = 0; plan != NULL && i < plan->steps->len; i++)
    {
      const FramPlanStep *step = g_ptr_array_index (plan->steps, i);

      if (fram_uuid_equal (&step->id, &thing->id))
        return step->kind == FRAM_PLAN_EXTERNAL ? FRAM_WEEK_OUTSIDE : FRAM_WEEK_WORK;
    }
  return FRAM_WEEK_WORK;
}

/* Which step or group it is, counted from 1; 0 for what is neither. */
static guint
tag_of (const FramPlanThing *thing, const FramCasePlan *plan)
{
  for (guint i = 0; plan != NULL && i < plan->steps->len; i++)
    if (fram_uuid_equal (&((const FramPlanStep *)g_ptr_array_index (plan->steps, i))->id, &thing->id))
      return i + 1;
  return 0;
}

/* A meeting whose time is not known stands in no hour. */
FramWeekPlan *
fram_week_of_things (const GPtrArray *things, FramDate monday, const FramCasePlan *plan)
{
  FramWeekPlan *week = fram_week_plan_new ();

  for (guint i = 0; i < things->len; i++)
    {
      const FramPlanThing *thing = g_ptr_array_index (things, i);
      FramWeekKind kind = kind_of (thing, plan);

      if (thing->day < monday || thing->day > monday + 6 ||
          (thing->from_time == FRAM_TIME_NONE && kind != FRAM_WEEK_FREE && kind != FRAM_WEEK_OTHER))
        continue;
      fram_week_plan_add (week, kind, fram_date_get_weekday (thing->day), thing->from_time, thing->to_time,
                          thing->title)
          ->tag = tag_of (thing, plan);
    }
  for (guint i = 0; i < week->blocks->len; i++)
    for (guint j = 0; j < i; j++)
      {
        FramWeekBlock *a = &g_array_index (week->blocks, FramWeekBlock, i);
        FramWeekBlock *b = &g_array_index (week->blocks, FramWeekBlock, j);

        if (a->weekday == b->weekday && a->from_time != FRAM_TIME_NONE && b->from_time != FRAM_TIME_NONE &&
            a->from_time < b->to_time && b->from_time < a->to_time)
          a->collides = b->collides = TRUE;
      }
  return week;
}

/* Under each weekday: how many others are there before and after noon. */
static void
add_counts (FramWeekPlan *week, const FramStepCheck *check)
{
  for (int day = 1; day <= 5 && check->capacity > 0; day++)
    {
      const int *counts = &check->counts[2 * (day - 1)];
      gboolean full = counts[0] >= check->capacity || counts[1] >= check->capacity;
      /* TRANSLATORS: how many others are there before noon and after noon */
      g_autofree char *text =
          g_strdup_printf (full ? C_ ("places", "%d · %d full") : C_ ("places", "%d · %d"), counts[0], counts[1]);

      fram_week_plan_set_head (week, day, text, full);
    }
}

static void
show_grid (FramStepDialog *self, const FramStepCheck *check)
{
  FramWeekPlan *week;
  guint64 wrong = 0;

  week = fram_week_of_things (check->others, peek_date (self->from), self->plan);
  g_array_append_vals (week->open, check->opens->data, check->opens->len);
  add_counts (week, check);
  for (guint i = 0; i < check->collisions->len; i++)
    wrong |= G_GUINT64_CONSTANT (1) << MIN (g_array_index (check->collisions, FramCollision, i).slot, 63);
  fram_week_grid_set_week (self->grid, week);
  fram_week_grid_set_wrong (self->grid, wrong);
}

static void
show_notes (FramStepDialog *self, const FramStepCheck *check)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->notes, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; check->sentences[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), check->sentences[i]);
      adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "dialog-warning-symbolic");
      adw_preferences_group_add (self->notes, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->notes), self->rows->len > 0);
}

/* "From Monday 16 November 2026. Under each weekday …" */
static void
show_words (FramStepDialog *self, const FramStepCheck *check)
{
  const FramPlanChoice *choice = chosen (self);
  g_autofree char *day = fram_date_to_words (peek_date (self->from));
  g_autofree char *before = fram_hours_to_words (check->minutes_before);
  g_autofree char *after = fram_hours_to_words (check->minutes_after);
  g_autofree char *sum = g_strdup_printf ("%s → %s", before, after);
  g_autofree char *spoken = g_strdup_printf (_ ("Hours a week in all: %s before, %s after"), before, after);
  g_autofree char *text =
      check->capacity > 0
          ? g_strdup_printf (
                ngettext ("From %s. Under each weekday: how many others are there before and after noon, of "
                          "%d place in %s.",
                          "From %s. Under each weekday: how many others are there before and after noon, of "
                          "%d places in %s.",
                          check->capacity),
                day, check->capacity, choice != NULL ? choice->name : "")
          /* TRANSLATORS: a day */
          : g_strdup_printf (_ ("From %s."), day);

  adw_preferences_group_set_description (self->hours, text);
  gtk_label_set_label (self->sum, sum);
  fram_widget_set_accessible_name (self->sum, spoken);
}

static void
on_checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramStepDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramStepCheck) check = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) == NULL)
    return;
  g_clear_object (&self->checking);
  self->checked = TRUE;
  if (check == NULL)
    return;
  show_grid (self, check);
  show_notes (self, check);
  show_words (self, check);
}

static gboolean
on_check_cb (gpointer data)
{
  FramStepDialog *self = data;
  Work *work = make_work (self, peek_date (self->from), peek_date (self->to));

  self->check_source = 0;
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  if (work == NULL)
    {
      self->checked = TRUE;
      return G_SOURCE_REMOVE;
    }
  self->checking = g_cancellable_new ();
  fram_desk_run_async (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)), check_on_desk, work,
                       (GDestroyNotify)work_free, (GDestroyNotify)fram_step_check_free, self->checking, on_checked_cb,
                       g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* Held against the register as soon as the hand rests. */
static void
check_soon (FramStepDialog *self)
{
  self->checked = FALSE;
  if (self->check_source == 0 && self->plan != NULL)
    self->check_source = g_timeout_add (CHECK_AFTER_MS, on_check_cb, self);
}

static void
show_line (FramStepDialog *self)
{
  g_autofree char *text = fram_slots_format (fram_week_grid_get_slots (self->grid));

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->line), text);
  self->filling = FALSE;
}

static void
show_selected (FramStepDialog *self)
{
  int slot = fram_week_grid_get_selected (self->grid);
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (FramSlotSpec));
  g_autofree char *text = NULL;

  if (slot >= 0)
    g_array_append_vals (one, &g_array_index (fram_week_grid_get_slots (self->grid), FramSlotSpec, slot), 1);
  text = fram_slots_format (one);
  gtk_label_set_label (self->selected, slot >= 0 ? text : _ ("Draw hours in the week, or write them above it."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->remove), slot >= 0);
}

static void
on_grid_changed_cb (FramStepDialog *self)
{
  show_line (self);
  fram_form_dialog_text_changed (FRAM_FORM_DIALOG (self));
  check_soon (self);
}

static void
on_line_changed_cb (FramStepDialog *self)
{
  g_autoptr (GArray) slots = NULL;

  if (self->filling)
    return;
  slots = fram_slots_parse (gtk_editable_get_text (GTK_EDITABLE (self->line)), NULL);
  fram_form_dialog_text_changed (FRAM_FORM_DIALOG (self));
  if (slots == NULL)
    return;
  fram_week_grid_set_slots (self->grid, slots);
  show_selected (self);
  check_soon (self);
}

static void
on_remove_clicked_cb (FramStepDialog *self)
{
  fram_week_grid_remove_selected (self->grid);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/* What goes on elsewhere on the first day can end with it. */
static void
show_replaces (FramStepDialog *self)
{
  const FramPlanChoice *choice = chosen (self);
  FramDate from = peek_date (self->from);
  g_autofree char *kept = g_strdup (fram_choices_get (self->replaces));
  char id[FRAM_UUID_TEXT_SIZE];
  guint n = 0;

  self->filling = TRUE;
  fram_choices_clear (self->replaces);
  /* TRANSLATORS: no other placement ends when this one begins */
  fram_choices_add (self->replaces, NULL, _ ("Nothing"));
  for (guint i = 0; choice != NULL && from != FRAM_DATE_NONE && i < self->plan->steps->len; i++)
    {
      const FramPlanStep *step = g_ptr_array_index (self->plan->steps, i);

      if (step->kind == FRAM_PLAN_GROUP || step->from >= from || (step->to != FRAM_DATE_NONE && step->to < from) ||
          fram_uuid_equal (&step->activity, &choice->activity))
        continue;
      fram_choices_add (self->replaces, fram_uuid_format (&step->id, id), step->name);
      n++;
    }
  fram_choices_select (self->replaces, kept);
  gtk_widget_set_visible (GTK_WIDGET (self->replaces), n > 0);
  self->filling = FALSE;
}

/* The hours there as they are, to be added to. */
static void
suggest_hours (FramStepDialog *self)
{
  const FramPlanChoice *choice = chosen (self);
  FramDate from = peek_date (self->from);

  if (!fram_uuid_is_none (&self->step) || choice == NULL || from == FRAM_DATE_NONE)
    return;
  for (guint i = self->plan->steps->len; i > 0; i--)
    {
      const FramPlanStep *step = g_ptr_array_index (self->plan->steps, i - 1);

      if (!fram_uuid_equal (&step->activity, &choice->activity) || step->from > from || step->slots->len == 0)
        continue;
      fram_week_grid_set_slots (self->grid, step->slots);
      break;
    }
  show_line (self);
  show_selected (self);
}

static void
on_where_chosen_cb (FramStepDialog *self)
{
  if (self->filling || self->plan == NULL)
    return;
  show_replaces (self);
  suggest_hours (self);
  check_soon (self);
}

static void
on_day_changed_cb (FramStepDialog *self)
{
  if (self->filling || self->plan == NULL)
    return;
  fram_form_dialog_text_changed (FRAM_FORM_DIALOG (self));
  if (fram_uuid_is_none (&self->step))
    show_replaces (self);
  check_soon (self);
}

static void
on_replaces_chosen_cb (FramStepDialog *self)
{
  if (!self->filling)
    check_soon (self);
}

static void
fram_step_dialog_dispose (GObject *object)
{
  FramStepDialog *self = FRAM_STEP_DIALOG (object);

  g_clear_handle_id (&self->check_source, g_source_remove);
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  g_clear_pointer (&self->plan, fram_case_plan_free);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_step_dialog_parent_class)->dispose (object);
}

static void
fram_step_dialog_class_init (FramStepDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_step_dialog_dispose;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_step_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_step_dialog_done;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-step-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramStepDialog, what);
  gtk_widget_class_bind_template_child (widget_class, FramStepDialog, where);
  gtk_widget_class_bind_template_child (widget_class, FramStepDialog, from);
  gtk_widget_class_bind_template_child (widget_class, FramStepDialog, from_error);
  gtk_widget_class_bind_template_child (widget_class, FramStepDialog, to);
  gtk_widget_class_bind_template_child (widget_class, FramStepDialog, to_error);
  gtk_widget_class_bind_template_child (widget_class, FramStepDialog, replaces);
  gtk_widget_class_bind_template_child (widget_class, FramStepDialog, hours);
  gtk_widget_class_bind_template_child (widget_class, FramStepDialog, sum);
  gtk_widget_class_bind_template_child (widget_class, FramStepDialog, place);
  gtk_widget_class_bind_template_child (widget_class, FramStepDialog, selected);
  gtk_widget_class_bind_template_child (widget_class, FramStepDialog, remove);
  gtk_widget_class_bind_template_child (widget_class, FramStepDialog, line);
  gtk_widget_class_bind_template_child (widget_class, FramStepDialog, line_error);
  gtk_widget_class_bind_template_child (widget_class, FramStepDialog, notes);
  gtk_widget_class_bind_template_callback (widget_class, on_where_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_replaces_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_line_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked_cb);
}

static void
fram_step_dialog_init (FramStepDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->grid = FRAM_WEEK_GRID (fram_week_grid_new (TRUE));
  adw_bin_set_child (self->place, GTK_WIDGET (self->grid));
  g_signal_connect_object (self->grid, "changed", G_CALLBACK (on_grid_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "moved", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
  show_selected (self);
}

typedef struct
{
  FramCasePlan *plan;
  GPtrArray *choices;
} Facts;

static void
facts_free (Facts *facts)
{
  g_clear_pointer (&facts->plan, fram_case_plan_free);
  g_clear_pointer (&facts->choices, g_ptr_array_unref);
  g_free (facts);
}

static gpointer
read_facts (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Facts *facts = g_new0 (Facts, 1);

  facts->plan = fram_desk_case_plan (desk, data, error);
  if (facts->plan != NULL)
    facts->choices = fram_desk_plan_choices (desk, FALSE, facts->plan->today, error);
  if (facts->choices == NULL)
    g_clear_pointer (&facts, facts_free);
  return facts;
}

static void
set_date (AdwEntryRow *row, FramDate day)
{
  char text[FRAM_DATE_TEXT_SIZE];

  gtk_editable_set_text (GTK_EDITABLE (row), day != FRAM_DATE_NONE ? fram_date_format (day, text) : "");
}

/* Where the person is now, else is going to be, else the first place. */
static void
choose_place (FramStepDialog *self)
{
  char id[FRAM_UUID_TEXT_SIZE];

  for (guint i = self->plan->steps->len; i > 0; i--)
    {
      const FramPlanStep *step = g_ptr_array_index (self->plan->steps, i - 1);

      if (step->kind == FRAM_PLAN_WORKSHOP && (step->to == FRAM_DATE_NONE || step->to >= self->plan->today) &&
          fram_choices_select (self->where, fram_uuid_format (&step->activity, id)))
        return;
    }
}

/* A new step begins next Monday: a week is planned as a whole. */
static void
fill_new (FramStepDialog *self)
{
  FramDate monday = fram_date_monday (self->plan->today) + 7;

  set_date (self->from, MAX (monday, self->plan->enrolled));
  choose_place (self);
  show_replaces (self);
  suggest_hours (self);
}

static void
fill_step (FramStepDialog *self, const FramPlanStep *step)
{
  char id[FRAM_UUID_TEXT_SIZE];

  fram_choices_select (self->where, fram_uuid_format (&step->activity, id));
  set_date (self->from, step->from);
  set_date (self->to, step->to);
  fram_week_grid_set_slots (self->grid, step->slots);
  gtk_widget_set_sensitive (GTK_WIDGET (self->where), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->from), step->from > self->plan->today);
  gtk_widget_set_visible (GTK_WIDGET (self->replaces), FALSE);
  if (step->from <= self->plan->today)
    adw_preferences_group_set_description (
        self->what, _ ("This step has begun. What is changed here is changed from its first day on; to step up from "
                       "another day, plan a new step."));
}

static void
show_facts (FramStepDialog *self)
{
  const FramPlanStep *step = find_step (self);
  g_autofree char *title = step != NULL ? g_strdup_printf (_ ("Change the step of %s"), self->plan->name)
                                        /* TRANSLATORS: a person */
                                        : g_strdup_printf (_ ("Plan a step for %s"), self->plan->name);
  char id[FRAM_UUID_TEXT_SIZE];

  self->filling = TRUE;
  for (guint i = 0; i < self->choices->len; i++)
    {
      const FramPlanChoice *choice = g_ptr_array_index (self->choices, i);

      fram_choices_add (self->where, fram_uuid_format (&choice->activity, id), choice->name);
    }
  fram_form_dialog_set_title (FRAM_FORM_DIALOG (self), title);
  if (step != NULL)
    fill_step (self, step);
  else
    fill_new (self);
  self->filling = FALSE;
  show_line (self);
  show_selected (self);
  gtk_widget_grab_focus (GTK_WIDGET (step != NULL ? (gpointer)self->grid : (gpointer)self->where));
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
  check_soon (self);
}

static void
on_facts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramStepDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Facts *facts = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) == NULL)
    ; /* the window has gone meanwhile */
  else if (facts == NULL)
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), error->message);
  else
    {
      self->plan = g_steal_pointer (&facts->plan);
      self->choices = g_steal_pointer (&facts->choices);
      show_facts (self);
    }
  g_clear_pointer (&facts, facts_free);
}

/**
 * fram_step_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @enrolment: whose
 * @step: (nullable): the placement that is changed; %NULL for a new step
 *
 * Returns: (transfer floating): the dialog
 */
FramStepDialog *
fram_step_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *enrolment, const FramUuid *step)
{
  FramStepDialog *self = g_object_new (FRAM_TYPE_STEP_DIALOG, NULL);

  self->enrolment = *enrolment;
  self->step = step != NULL ? *step : FRAM_UUID_NONE;
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent,
                           step != NULL ? _ ("Change a step") : _ ("Plan a step"),
                           step != NULL ? _ ("_Change") : _ ("_Plan"));
  fram_desk_run_async (desk, read_facts, g_memdup2 (enrolment, sizeof *enrolment), g_free, (GDestroyNotify)facts_free,
                       NULL, on_facts_read_cb, g_object_ref (self));
  return self;
}

FramWeekGrid *
fram_step_dialog_get_grid (FramStepDialog *self)
{
  g_return_val_if_fail (FRAM_IS_STEP_DIALOG (self), NULL);
  return self->grid;
}

/* Whether what is in the fields has been held against the register. */
gboolean
fram_step_dialog_is_checked (FramStepDialog *self)
{
  g_return_val_if_fail (FRAM_IS_STEP_DIALOG (self), FALSE);
  return self->checked;
}

/* How many sentences there are about what collides. */
guint
fram_step_dialog_get_n_notes (FramStepDialog *self)
{
  g_return_val_if_fail (FRAM_IS_STEP_DIALOG (self), 0);
  return self->rows->len;
}
