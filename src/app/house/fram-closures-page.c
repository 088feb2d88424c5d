#include "fram-closures-page.h"

#include "fram-closure-dialog.h"
#include "fram-desk-holidays.h"
#include "fram-holidays-dialog.h"
#include "fram-holiday.h"
#include "fram-page.h"
#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

struct _FramClosuresPage
{
  FramHousePage parent_instance;

  /* borrowed */
  GtkLabel *year_label;

  /* owned */
  GPtrArray *closures;
  GPtrArray *workshops;
  GtkFileChooserNative *chooser;

  int year;
  int scrolled_year; /* for which the list has been scrolled to the month of today */
};

G_DEFINE_FINAL_TYPE (FramClosuresPage, fram_closures_page, FRAM_TYPE_HOUSE_PAGE)

/* What the page reads: the closed days, and the workshops to choose among. */
typedef struct
{
  GPtrArray *closures;
  GPtrArray *workshops;
} Facts;

static void
facts_free (gpointer data)
{
  Facts *facts = data;

  g_clear_pointer (&facts->closures, g_ptr_array_unref);
  g_clear_pointer (&facts->workshops, g_ptr_array_unref);
  g_free (facts);
}

static gpointer
read_facts (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Facts *facts = g_new0 (Facts, 1);

  facts->closures = fram_desk_closures (desk, error);
  if (facts->closures != NULL)
    facts->workshops = fram_desk_workshops (desk, TRUE, error);
  if (facts->workshops == NULL)
    g_clear_pointer (&facts, facts_free);
  return facts;
}

static const FramClosure *
closure_of_row (FramClosuresPage *self, gpointer row)
{
  const char *key = g_object_get_data (G_OBJECT (row), "key");
  FramUuid id;

  for (guint i = 0; key != NULL && fram_uuid_parse (key, &id) && i < self->closures->len; i++)
    if (fram_uuid_equal (&((FramClosure *)g_ptr_array_index (self->closures, i))->id, &id))
      return g_ptr_array_index (self->closures, i);
  return NULL;
}

static void
present (FramClosuresPage *self, const FramClosure *closure)
{
  FramHousePage *page = FRAM_HOUSE_PAGE (self);

  if (self->workshops != NULL)
    fram_house_page_present (page, FRAM_FORM_DIALOG (fram_closure_dialog_new (
                                       fram_house_page_get_desk (page), GTK_WIDGET (self), closure, self->workshops)));
}

static void
on_row_activated_cb (FramClosuresPage *self, AdwActionRow *row)
{
  const FramClosure *closure = closure_of_row (self, row);

  if (closure != NULL)
    present (self, closure);
}

/* A removal on its way to the desk's thread and back. */
typedef struct
{
  FramUuid id;
  char *name;
} Removal;

static void
removal_free (gpointer data)
{
  g_free (((Removal *)data)->name);
  g_free (data);
}

static gpointer
remove_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Removal *removal = data;

  return fram_desk_remove_closure (desk, &removal->id, error)
             ? g_strdup_printf (_ ("“%s” is no closed day any more."), removal->name)
             : NULL;
}

static void
on_removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramClosuresPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    fram_page_toast (FRAM_PAGE (self), what != NULL ? what : error->message, what != NULL);
}

static void
on_remove_clicked_cb (FramClosuresPage *self, GtkButton *button)
{
  const FramClosure *closure = closure_of_row (self, button);
  Removal *removal;

  if (closure == NULL)
    return;
  removal = g_new0 (Removal, 1);
  removal->id = closure->id;
  removal->name = g_strdup (closure->name);
  fram_desk_run_async (fram_house_page_get_desk (FRAM_HOUSE_PAGE (self)), remove_on_desk, removal, removal_free, g_free,
                       NULL, on_removed_cb, g_object_ref (self));
}

static char *
closure_text (FramClosuresPage *self, const FramClosure *closure)
{
  g_autofree char *from = fram_date_to_words (closure->day);
  const char *where = _ ("the whole house");

  for (guint i = 0; closure->workshop != NULL && i < self->workshops->len; i++)
    {
      const FramWorkshop *workshop = g_ptr_array_index (self->workshops, i);

      if (g_strcmp0 (workshop->code, closure->workshop) == 0)
        where = fram_workshop_get_name (workshop);
    }
  if (closure->to_day != FRAM_DATE_NONE && closure->to_day != closure->day)
    {
      g_autofree char *to = fram_date_to_words (closure->to_day);

      return g_strdup_printf ("%s – %s · %s", from, to, where);
    }
  return g_strdup_printf ("%s · %s", from, where);
}

static void
add_closure (FramClosuresPage *self, AdwPreferencesGroup *group, const FramClosure *closure)
{
  const char *name = closure->name != NULL ? closure->name : _ ("Closed");
  g_autofree char *text = closure_text (self, closure);
  g_autofree char *remove_name = g_strdup_printf (_ ("Remove “%s”"), name);
  char key[FRAM_UUID_TEXT_SIZE];
  GtkWidget *row, *button;

  fram_uuid_format (&closure->id, key);
  row = fram_house_page_add_row (FRAM_HOUSE_PAGE (self), group, key, name, text);
  if (!fram_house_page_may_write (FRAM_HOUSE_PAGE (self)))
    return;
  button = fram_house_page_add_button (row, "user-trash-symbolic", remove_name);
  g_object_set_data_full (G_OBJECT (button), "key", g_strdup (key), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);
}

static void
add_holiday (FramClosuresPage *self, AdwPreferencesGroup *group, FramDate day)
{
  g_autofree char *text = fram_date_to_words (day);
  g_autofree char *name = fram_text_capitalise (fram_holiday_name (day));
  GtkWidget *row = fram_house_page_add_row (FRAM_HOUSE_PAGE (self), group, NULL, name, text);
  GtkWidget *label = gtk_label_new (_ ("Public holiday"));

  gtk_widget_add_css_class (row, "holiday");
  gtk_widget_add_css_class (label, "fram-dim");
  gtk_widget_add_css_class (label, "caption");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

/* The list of a year begins in January; what matters stands from today on. */
static void
show_from_today (FramClosuresPage *self, AdwPreferencesGroup *group, int month)
{
  int year, this_month, day;

  fram_date_get_ymd (fram_desk_get_home_day (fram_house_page_get_desk (FRAM_HOUSE_PAGE (self))), &year, &this_month,
                     &day);
  if (self->scrolled_year == self->year || self->year != year || month < this_month)
    return;
  self->scrolled_year = self->year;
  fram_house_page_scroll_to (FRAM_HOUSE_PAGE (self), GTK_WIDGET (group));
}

static AdwPreferencesGroup *
add_month (FramClosuresPage *self, int month)
{
  g_autofree char *title = fram_text_capitalise (fram_month_name (month));

  AdwPreferencesGroup *group = fram_house_page_add_group (FRAM_HOUSE_PAGE (self), title);

  show_from_today (self, group, month);
  return group;
}

/* Whether a period from the year before goes on at New Year. */
static gboolean
reaches_into (const FramClosure *closure, FramDate day)
{
  int year, month, of_month;

  fram_date_get_ymd (day, &year, &month, &of_month);
  return month == 1 && of_month == 1 && closure->day < day && closure->to_day != FRAM_DATE_NONE &&
         closure->to_day >= day;
}

static guint
show_month (FramClosuresPage *self, int month)
{
  FramDate first = fram_date_new (self->year, month, 1);
  FramDate next = fram_date_add_months (first, 1);
  AdwPreferencesGroup *group = NULL;
  guint n = 0;

  for (FramDate day = first; day < next; day++)
    {
      if (fram_holiday_of (day) != FRAM_HOLIDAY_NONE)
        {
          group = group != NULL ? group : add_month (self, month);
          add_holiday (self, group, day);
        }
      for (guint i = 0; i < self->closures->len; i++)
        {
          const FramClosure *closure = g_ptr_array_index (self->closures, i);

          if (closure->day != day && !reaches_into (closure, day))
            continue;
          group = group != NULL ? group : add_month (self, month);
          add_closure (self, group, closure);
          n++;
        }
    }
  return n;
}

static void
show_year (FramClosuresPage *self)
{
  g_autofree char *year = g_strdup_printf ("%d", self->year);

  gtk_label_set_label (self->year_label, year);
}

static guint
fram_closures_page_show (FramHousePage *page, gpointer answer)
{
  FramClosuresPage *self = FRAM_CLOSURES_PAGE (page);
  Facts *facts = answer;
  guint n = 0;

  g_clear_pointer (&self->closures, g_ptr_array_unref);
  g_clear_pointer (&self->workshops, g_ptr_array_unref);
  self->closures = g_ptr_array_ref (facts->closures);
  self->workshops = g_ptr_array_ref (facts->workshops);
  show_year (self);
  for (int month = 1; month <= 12; month++)
    n += show_month (self, month);
  return n;
}

static char *
fram_closures_page_count_text (FramHousePage *page, guint n)
{
  return n == 0 ? g_strdup (_ ("no closed days besides the holidays"))
                : g_strdup_printf (
                      g_dngettext (GETTEXT_PACKAGE, "%u closed day or period", "%u closed days or periods", n), n);
}

static void
fram_closures_page_add (FramHousePage *page)
{
  present (FRAM_CLOSURES_PAGE (page), NULL);
}

static void
step_year (FramClosuresPage *self, int step)
{
  self->year = CLAMP (self->year + step, 2000, 2100);
  self->scrolled_year = 0;
  show_year (self);
  fram_house_page_reload (FRAM_HOUSE_PAGE (self));
}

static gpointer
read_file (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_read_holidays (desk, data, error);
}

static void
on_file_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramClosuresPage) self = user_data;
  g_autoptr (GError) error = NULL;
  FramHolidayFile *file = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    g_clear_pointer (&file, fram_holiday_file_unref);
  else if (file == NULL)
    fram_page_toast (FRAM_PAGE (self), error->message, FALSE);
  else
    fram_house_page_present (FRAM_HOUSE_PAGE (self),
                             FRAM_FORM_DIALOG (fram_holidays_dialog_new (FRAM_DESK (source), GTK_WIDGET (self), file)));
}

/**
 * fram_closures_page_import:
 * @self: the page
 * @path: a calendar file
 *
 * Reads it and shows what it would do before anything is written.
 */
void
fram_closures_page_import (FramClosuresPage *self, const char *path)
{
  g_return_if_fail (FRAM_IS_CLOSURES_PAGE (self) && path != NULL);
  fram_desk_run_async (fram_house_page_get_desk (FRAM_HOUSE_PAGE (self)), read_file, g_strdup (path), g_free,
                       (GDestroyNotify)fram_holiday_file_unref, NULL, on_file_read_cb, g_object_ref (self));
}

static void
on_file_chosen_cb (FramClosuresPage *self, int response)
{
  g_autoptr (GFile) file =
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    fram_closures_page_import (self, path);
  g_clear_object (&self->chooser);
}

static void
on_import_clicked_cb (FramClosuresPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkFileFilter *filter = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Open a Calendar of Holidays"), GTK_WINDOW (root),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  gtk_file_filter_set_name (filter, _ ("Calendars (.ics)"));
  gtk_file_filter_add_suffix (filter, "ics");
  gtk_file_filter_add_mime_type (filter, "text/calendar");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_object_unref (filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_file_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_previous_year_cb (FramClosuresPage *self)
{
  step_year (self, -1);
}

static void
on_next_year_cb (FramClosuresPage *self)
{
  step_year (self, 1);
}

static GtkWidget *
new_step (FramClosuresPage *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  fram_widget_set_accessible_name (button, name);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

/* Only for who may close the house. */
static void
add_import_button (FramClosuresPage *self, GtkBox *bar, GtkWidget *add)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-open-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Import holidays from a calendar file…"));
  fram_widget_set_accessible_name (button, _ ("Import holidays…"));
  g_object_bind_property (add, "visible", button, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_import_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (bar, button, gtk_widget_get_prev_sibling (add));
}

/* ◀ 2026 ▶ before the button that adds. */
static void
add_year_controls (FramClosuresPage *self)
{
  GtkBox *bar = fram_house_page_get_bar (FRAM_HOUSE_PAGE (self));
  GtkWidget *add = gtk_widget_get_last_child (GTK_WIDGET (bar));
  GtkWidget *years = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->year_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->year_label), "numeric");
  gtk_box_append (GTK_BOX (years),
                  new_step (self, "go-previous-symbolic", _ ("Previous year"), G_CALLBACK (on_previous_year_cb)));
  gtk_box_append (GTK_BOX (years), GTK_WIDGET (self->year_label));
  gtk_box_append (GTK_BOX (years), new_step (self, "go-next-symbolic", _ ("Next year"), G_CALLBACK (on_next_year_cb)));
  gtk_box_insert_child_after (bar, years, gtk_widget_get_prev_sibling (add));
  add_import_button (self, bar, add);
}

static void
fram_closures_page_constructed (GObject *object)
{
  FramClosuresPage *self = FRAM_CLOSURES_PAGE (object);
  FramDesk *desk = fram_house_page_get_desk (FRAM_HOUSE_PAGE (self));
  int month, day;

  fram_date_get_ymd (fram_desk_get_home_day (desk), &self->year, &month, &day);
  add_year_controls (self);
  show_year (self);
  G_OBJECT_CLASS (fram_closures_page_parent_class)->constructed (object);
}

static void
fram_closures_page_finalize (GObject *object)
{
  FramClosuresPage *self = FRAM_CLOSURES_PAGE (object);

  g_clear_pointer (&self->closures, g_ptr_array_unref);
  g_clear_pointer (&self->workshops, g_ptr_array_unref);
  g_clear_object (&self->chooser);
  G_OBJECT_CLASS (fram_closures_page_parent_class)->finalize (object);
}

static void
fram_closures_page_class_init (FramClosuresPageClass *klass)
{
  FramHousePageClass *page_class = FRAM_HOUSE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = fram_closures_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = fram_closures_page_finalize;
  page_class->klass = page_class->or_klass = FRAM_CLASS_SHOP;
  page_class->title = N_ ("Closed days");
  page_class->add_label = N_ ("_Add closed day");
  page_class->uri = "closures:";
  page_class->icon = "x-office-calendar-symbolic";
  page_class->empty_title = N_ ("No closed days");
  page_class->empty_hint = N_ ("On a closed day nobody is expected, and the roster says why.");
  page_class->read = read_facts;
  page_class->free_answer = facts_free;
  page_class->show = fram_closures_page_show;
  page_class->count_text = fram_closures_page_count_text;
  page_class->add = fram_closures_page_add;
}

static void
fram_closures_page_init (FramClosuresPage *self)
{
}

/**
 * fram_closures_page_new:
 * @desk: the desk
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
fram_closures_page_new (FramDesk *desk)
{
  return g_object_new (FRAM_TYPE_CLOSURES_PAGE, "desk", desk, NULL);
}
