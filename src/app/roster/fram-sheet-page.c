#include "fram-sheet-page-private.h"

#include "fram-palette.h"
#include "fram-view-switch.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define CROWDED_UNDER 330 /* pixels at text scale 1 */

static void fram_sheet_page_page_init (FramPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FramSheetPage, fram_sheet_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (FRAM_TYPE_PAGE, fram_sheet_page_page_init))

/* In the demonstration today is its latest working day. */
FramDate
fram_sheet_page_get_today (FramSheetPage *self)
{
  FramDate today = fram_clock_today (fram_desk_get_clock (self->desk));

  return self->is_demonstration ? MIN (today, self->home_day) : today;
}

/* The first and last day of the week or month that a day lies in. */
void
fram_sheet_page_get_period (FramSheetPage *self, FramDate day, FramDate *from, FramDate *to)
{
  *from = self->kind == FRAM_SHEET_WEEK ? fram_date_monday (day) : fram_date_first_of_month (day);
  *to = self->kind == FRAM_SHEET_WEEK ? *from + 6 : fram_date_add_months (*from, 1) - 1;
}

static void start_loading (FramSheetPage *self);

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramSheetPage) self = user_data;
  g_autoptr (GError) error = NULL;
  FramSheet *sheet = fram_desk_sheet_finish (FRAM_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    {
      g_clear_pointer (&sheet, fram_sheet_free);
      return;
    }
  g_clear_object (&self->loading);
  if (sheet != NULL)
    fram_sheet_page_take_sheet (self, sheet);
  else
    fram_sheet_page_take_error (self, error);
  if (self->again)
    start_loading (self);
}

static void
start_loading (FramSheetPage *self)
{
  FramDate from, to;

  self->again = FALSE;
  fram_sheet_page_get_period (self, self->day, &from, &to);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  fram_desk_sheet_async (self->desk, &self->activity, from, to, self->loading, on_loaded_cb, g_object_ref (self));
}

/* What has changed while a sheet is read is read once more. */
void
fram_sheet_page_reload (FramSheetPage *self)
{
  if (self->loading != NULL)
    self->again = TRUE;
  else
    start_loading (self);
}

static void
on_desk_changed_cb (FramSheetPage *self, const FramChanged *what)
{
  gboolean this_activity = fram_uuid_is_none (&what->activity) || fram_uuid_equal (&what->activity, &self->activity);
  FramDate from, to;

  fram_sheet_page_get_period (self, self->day, &from, &to);
  if (self->pending == 0 &&
      ((this_activity && (what->day == FRAM_DATE_NONE || (what->day >= from && what->day <= to))) || what->house))
    fram_sheet_page_reload (self);
}

static void
on_person_changed_cb (FramSheetPage *self)
{
  g_array_set_size (self->late, 0);
  fram_sheet_page_reload (self);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                   FramSheetPage *self)
{
  return fram_sheet_page_handle_key (self, keyval, state);
}

static void
on_previous_clicked_cb (FramSheetPage *self)
{
  fram_sheet_page_step (self, -1);
}

static void
on_next_clicked_cb (FramSheetPage *self)
{
  fram_sheet_page_step (self, 1);
}

static void
on_today_clicked_cb (FramSheetPage *self)
{
  fram_sheet_page_go_home (self);
}

static void
on_close_clicked_cb (FramSheetPage *self)
{
  fram_sheet_page_ask_close (self);
}

static void
on_reopen_clicked_cb (FramSheetPage *self)
{
  fram_sheet_page_ask_reopen (self);
}

static void
on_again_clicked_cb (FramSheetPage *self)
{
  fram_sheet_page_reload (self);
}

static void
on_day_picked_cb (FramSheetPage *self, int day)
{
  self->wants_focus = TRUE;
  fram_sheet_page_go_to_day (self, day);
}

static void
on_grid_pressed_cb (FramSheetPage *self, guint row, guint day)
{
  fram_sheet_page_show_popover (self, (int)row, (int)day);
}

static void
on_grid_moved_cb (FramSheetPage *self)
{
  fram_sheet_page_show_notice (self);
}

static void
apply_form (FramSheetPage *self, FramSheetForm form)
{
  gboolean narrow = form == FRAM_SHEET_NARROW;

  self->form = form;
  self->form_known = TRUE;
  fram_totals_set_short (self->totals, narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->today_button, !narrow);
  gtk_widget_set_hexpand (self->day_button, narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  fram_sheet_page_show_period (self);
}

/* With large letters on a telephone the button to close the week stands under the totals, which need the width. */
static void
stack_totals (FramSheetPage *self, gboolean crowded)
{
  GtkOrientable *box = GTK_ORIENTABLE (gtk_widget_get_parent (GTK_WIDGET (self->totals)));
  GtkOrientation wanted = crowded ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  if (gtk_orientable_get_orientation (box) != wanted)
    gtk_orientable_set_orientation (box, wanted);
}

/* The page asks for little: its form follows from the width it gets. */
static void
fram_sheet_page_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (FRAM_SHEET_PAGE (widget)->box, orientation, -1, minimum, natural, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : 240;
  *natural = MAX (*natural, *minimum);
}

static void
fram_sheet_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FramSheetPage *self = FRAM_SHEET_PAGE (widget);
  double scale = fram_widget_get_text_scale (widget);
  FramSheetForm form = fram_sheet_form_of_width (width, scale);

  stack_totals (self, width < CROWDED_UNDER * scale);
  if (!self->form_known || form != self->form)
    apply_form (self, form);
  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (self->box, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->box, &(GtkAllocation){ 0, 0, width, height }, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
fram_sheet_page_unmap (GtkWidget *widget)
{
  fram_sheet_page_write_digits_now (FRAM_SHEET_PAGE (widget));
  GTK_WIDGET_CLASS (fram_sheet_page_parent_class)->unmap (widget);
}

/* The keyboard goes to the day in view, on the first person who is not marked. */
static gboolean
fram_sheet_page_grab_focus (GtkWidget *widget)
{
  FramSheetPage *self = FRAM_SHEET_PAGE (widget);
  FramSheetPlace place;
  int day = 0;

  if (self->sheet == NULL || self->sheet->rows->len == 0)
    return gtk_widget_grab_focus (self->day_button);
  if (fram_sheet_grid_get_cursor (self->grid, &place))
    return gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  for (guint i = 0; i < self->sheet->days->len; i++)
    if (g_array_index (self->sheet->days, FramSheetDay, i).day <= self->day)
      day = (int)i;
  for (guint i = 0; i < self->sheet->rows->len; i++)
    {
      const FramSheetRow *row = g_ptr_array_index (self->sheet->rows, i);

      if (!row->is_bare && row->cells[day].kind == FRAM_CELL_PLANNED && row->cells[day].marks[0].status == NULL)
        {
          fram_sheet_grid_move_to (self->grid, (int)i, day, FALSE);
          return TRUE;
        }
    }
  fram_sheet_grid_move_to (self->grid, 0, day, FALSE);
  return TRUE;
}

static FramDesk *
page_get_desk (FramPage *page)
{
  return FRAM_SHEET_PAGE (page)->desk;
}

static char *
page_dup_uri (FramPage *page)
{
  FramSheetPage *self = FRAM_SHEET_PAGE (page);
  char text[FRAM_UUID_TEXT_SIZE];

  return g_strconcat (self->kind == FRAM_SHEET_WEEK ? "week:" : "month:", fram_uuid_format (&self->activity, text),
                      NULL);
}

/* "Snickeri · week 46" */
static char *
page_dup_title (FramPage *page)
{
  FramSheetPage *self = FRAM_SHEET_PAGE (page);
  const char *name = gtk_label_get_text (self->title);
  g_autofree char *period = fram_sheet_page_dup_period (self);

  /* Translators: the name of a tab: a workshop and a week or month */
  return g_strdup_printf (C_ ("tab", "%1$s · %2$s"), name[0] != '\0' ? name : C_ ("tab", "Roster"), period);
}

static const char *
page_get_icon_name (FramPage *page)
{
  return "view-list-symbolic";
}

static void
page_reload (FramPage *page)
{
  fram_sheet_page_reload (FRAM_SHEET_PAGE (page));
}

static void
page_focus (FramPage *page)
{
  FramSheetPage *self = FRAM_SHEET_PAGE (page);

  if (self->sheet != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  else
    self->wants_focus = TRUE;
}

static void
page_go_to_day (FramPage *page, FramDate day)
{
  fram_sheet_page_go_to_day (FRAM_SHEET_PAGE (page), day);
}

static char *
page_dup_selection (FramPage *page)
{
  return fram_sheet_page_dup_table (FRAM_SHEET_PAGE (page));
}

static GArray *
page_dup_selected_people (FramPage *page, FramClass *klass)
{
  *klass = FRAM_CLASS_ATTEND;
  return fram_sheet_page_dup_people (FRAM_SHEET_PAGE (page));
}

static void
page_print (FramPage *page)
{
  FramSheetPage *self = FRAM_SHEET_PAGE (page);
  char activity[FRAM_UUID_TEXT_SIZE], day[FRAM_DATE_TEXT_SIZE];

  gtk_widget_activate_action (GTK_WIDGET (self), "win.print-roster", "(sss)",
                              fram_uuid_format (&self->activity, activity),
                              self->kind == FRAM_SHEET_WEEK ? "week" : "month", fram_date_format (self->day, day));
}

static void
fram_sheet_page_page_init (FramPageInterface *iface)
{
  iface->get_desk = page_get_desk;
  iface->dup_uri = page_dup_uri;
  iface->dup_title = page_dup_title;
  iface->get_icon_name = page_get_icon_name;
  iface->reload = page_reload;
  iface->focus = page_focus;
  iface->go_to_day = page_go_to_day;
  iface->print = page_print;
  iface->dup_selection = page_dup_selection;
  iface->dup_selected_people = page_dup_selected_people;
}

static void
fram_sheet_page_dispose (GObject *object)
{
  FramSheetPage *self = FRAM_SHEET_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->digits_timeout, g_source_remove);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  g_clear_object (&self->popover);
  if (self->grid != NULL)
    fram_sheet_grid_set_sheet (self->grid, NULL, NULL);
  self->grid = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), FRAM_TYPE_SHEET_PAGE);
  g_clear_pointer (&self->sheet, fram_sheet_free);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fram_sheet_page_parent_class)->dispose (object);
}

static void
fram_sheet_page_finalize (GObject *object)
{
  FramSheetPage *self = FRAM_SHEET_PAGE (object);

  g_array_unref (self->late);
  g_string_free (self->digits, TRUE);
  g_free (self->last_code);
  G_OBJECT_CLASS (fram_sheet_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-sheet-page.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, FramSheetPage, child)
  BIND (box);
  BIND (head);
  BIND (title);
  BIND (previous_button);
  BIND (next_button);
  BIND (day_button);
  BIND (period_label);
  BIND (days_label);
  BIND (today_button);
  BIND (totals);
  BIND (close_button);
  BIND (notice);
  BIND (notice_label);
  BIND (reason_entry);
  BIND (reopen_button);
  BIND (scroller);
  BIND (state_box);
  BIND (state_icon);
  BIND (state_title);
  BIND (state_text);
  BIND (state_again);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_today_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reopen_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked_cb);
}

static void
fram_sheet_page_class_init (FramSheetPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fram_sheet_page_dispose;
  object_class->finalize = fram_sheet_page_finalize;
  widget_class->measure = fram_sheet_page_measure;
  widget_class->size_allocate = fram_sheet_page_size_allocate;
  widget_class->unmap = fram_sheet_page_unmap;
  widget_class->grab_focus = fram_sheet_page_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "rosterpage");
  g_type_ensure (FRAM_TYPE_TOTALS);
  g_type_ensure (FRAM_TYPE_VIEW_SWITCH);
  bind_template (widget_class);
}

static void
fram_sheet_page_init (FramSheetPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->late = g_array_new (FALSE, FALSE, sizeof (FramCellKey));
  self->digits = g_string_new (NULL);
  self->next.row = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->date_popover = FRAM_DATE_POPOVER (fram_date_popover_new ());
  g_signal_connect_object (self->date_popover, "picked", G_CALLBACK (on_day_picked_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->day_button), GTK_WIDGET (self->date_popover));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
make_grid (FramSheetPage *self)
{
  self->grid = FRAM_SHEET_GRID (fram_sheet_grid_new (self->kind));
  g_signal_connect_object (self->grid, "pressed", G_CALLBACK (on_grid_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "moved", G_CALLBACK (on_grid_moved_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->grid));
}

/**
 * fram_sheet_page_new:
 * @desk: the register with its person
 * @activity: the workshop or group
 * @kind: a week or a month
 * @day: a day of it, or %FRAM_DATE_NONE for today
 */
GtkWidget *
fram_sheet_page_new (FramDesk *desk, const FramUuid *activity, FramSheetKind kind, FramDate day)
{
  FramSheetPage *self = g_object_new (FRAM_TYPE_SHEET_PAGE, NULL);

  self->desk = g_object_ref (desk);
  self->activity = *activity;
  self->kind = kind;
  self->is_demonstration = fram_desk_is_demonstration (desk);
  self->home_day = fram_desk_get_home_day (desk);
  make_grid (self);
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_desk_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "person-changed", G_CALLBACK (on_person_changed_cb), self, G_CONNECT_SWAPPED);
  fram_sheet_page_go_to_day (self, day != FRAM_DATE_NONE ? day : fram_sheet_page_get_today (self));
  return GTK_WIDGET (self);
}

FramSheetKind
fram_sheet_page_get_kind (FramSheetPage *self)
{
  return self->kind;
}

/**
 * fram_sheet_page_get_day:
 * @self: a page
 *
 * Returns: the day that another view goes on with: the one with the cursor, else one of the days in view
 */
FramDate
fram_sheet_page_get_day (FramSheetPage *self)
{
  FramSheetPlace place;
  FramDate from, to;

  g_return_val_if_fail (FRAM_IS_SHEET_PAGE (self), FRAM_DATE_NONE);
  fram_sheet_page_get_period (self, self->day, &from, &to);
  if (self->sheet == NULL || self->sheet->from != from || !fram_sheet_grid_get_cursor (self->grid, &place))
    return self->day;
  return g_array_index (self->sheet->days, FramSheetDay, (guint)place.day).day;
}

/**
 * fram_sheet_page_get_sheet:
 * @self: a page
 *
 * Returns: (nullable): the sheet in view, while there is one
 */
const FramSheet *
fram_sheet_page_get_sheet (FramSheetPage *self)
{
  g_return_val_if_fail (FRAM_IS_SHEET_PAGE (self), NULL);
  return self->sheet;
}

FramSheetGrid *
fram_sheet_page_get_grid (FramSheetPage *self)
{
  return self->grid;
}

/**
 * fram_sheet_page_go_to_day:
 * @self: a page
 * @day: a day; the week or month around it is shown
 */
void
fram_sheet_page_go_to_day (FramSheetPage *self, FramDate day)
{
  g_return_if_fail (FRAM_IS_SHEET_PAGE (self) && day != FRAM_DATE_NONE);
  self->wants_focus = self->wants_focus || fram_sheet_grid_has_keyboard (self->grid);
  fram_sheet_page_flush_digits (self);
  g_array_set_size (self->late, 0);
  self->day = day;
  gtk_editable_set_text (GTK_EDITABLE (self->reason_entry), "");
  fram_date_popover_set_day (self->date_popover, day, fram_sheet_page_get_today (self));
  fram_sheet_page_show_period (self);
  start_loading (self);
  fram_page_changed (FRAM_PAGE (self));
}

/**
 * fram_sheet_page_step:
 * @self: a page
 * @direction: -1 for the week or month before, 1 for the one after
 */
void
fram_sheet_page_step (FramSheetPage *self, int direction)
{
  g_return_if_fail (FRAM_IS_SHEET_PAGE (self));
  fram_sheet_page_go_to_day (self, self->kind == FRAM_SHEET_WEEK
                                       ? self->day + 7 * direction
                                       : fram_date_add_months (fram_date_first_of_month (self->day), direction));
}

void
fram_sheet_page_go_home (FramSheetPage *self)
{
  g_return_if_fail (FRAM_IS_SHEET_PAGE (self));
  fram_sheet_page_go_to_day (self, fram_sheet_page_get_today (self));
}

/**
 * fram_sheet_page_is_idle:
 * @self: a page
 *
 * Returns: whether everything asked for is on disk and shown
 */
gboolean
fram_sheet_page_is_idle (FramSheetPage *self)
{
  g_return_val_if_fail (FRAM_IS_SHEET_PAGE (self), TRUE);
  return self->pending == 0 && self->loading == NULL && self->digits->len == 0;
}
