#include "fram-month-grid.h"

#include "fram-holiday.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

#define WEEKS 6
#define DAYS  7

struct _FramMonthGrid
{
  GtkWidget parent_instance;

  /* owned */
  GtkWidget *box;

  /* borrowed */
  GtkLabel *title;
  GtkWidget *weeks[WEEKS];
  GtkWidget *days[WEEKS * DAYS];

  FramDate first; /* Monday of the first line */
  FramDate month; /* first day of the month in view */
  FramDate chosen;
  FramDate today;
};

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramMonthGrid, fram_month_grid, GTK_TYPE_WIDGET)

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_day (FramMonthGrid *self, guint index)
{
  FramDate date = self->first + (FramDate)index;
  GtkWidget *button = self->days[index];
  g_autofree char *words = fram_date_to_words (date);
  char text[8];
  int year, month, day, shown;

  fram_date_get_ymd (self->month, &year, &shown, &day);
  fram_date_get_ymd (date, &year, &month, &day);
  g_snprintf (text, sizeof text, "%d", day);
  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_tooltip_text (button, fram_holiday_name (date));
  set_class (button, "chosen", date == self->chosen);
  set_class (button, "today", date == self->today);
  set_class (button, "fram-dim", month != shown);
  set_class (button, "day-off", fram_date_get_weekday (date) > 5 || fram_holiday_of (date) != FRAM_HOLIDAY_NONE);
}

static void
show_month (FramMonthGrid *self, FramDate month)
{
  g_autofree char *title = NULL;
  int year, m, day;

  fram_date_get_ymd (month, &year, &m, &day);
  self->month = month;
  self->first = fram_date_monday (month);
  /* Translators: a month and a year: "November 2026" */
  title = g_strdup_printf (C_ ("month and year", "%1$s %2$d"), fram_month_name (m), year);
  gtk_label_set_text (self->title, title);
  for (guint i = 0; i < WEEKS; i++)
    {
      g_autofree char *week = g_strdup_printf ("%d", fram_date_get_iso_week (self->first + (FramDate)i * DAYS, NULL));

      gtk_label_set_text (GTK_LABEL (self->weeks[i]), week);
    }
  for (guint i = 0; i < WEEKS * DAYS; i++)
    show_day (self, i);
}

static void
on_month_clicked_cb (FramMonthGrid *self, GtkButton *button)
{
  int step = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "step"));
  FramDate month = fram_date_add_months (self->month, step);

  if (month != FRAM_DATE_NONE)
    show_month (self, month);
}

static void
on_day_clicked_cb (FramMonthGrid *self, GtkButton *button)
{
  for (guint i = 0; i < WEEKS * DAYS; i++)
    if (self->days[i] == GTK_WIDGET (button))
      g_signal_emit (self, signals[PICKED], 0, (int)(self->first + (FramDate)i));
}

static GtkWidget *
month_button (FramMonthGrid *self, const char *icon, const char *name, int step)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "step", GINT_TO_POINTER (step));
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_month_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_header (FramMonthGrid *self)
{
  GtkWidget *header = gtk_center_box_new ();

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_center_box_set_start_widget (GTK_CENTER_BOX (header),
                                   month_button (self, "go-previous-symbolic", _ ("Previous month"), -1));
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (header), GTK_WIDGET (self->title));
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (header), month_button (self, "go-next-symbolic", _ ("Next month"), 1));
  return header;
}

static GtkWidget *
caption (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "fram-dim");
  return label;
}

static GtkWidget *
make_grid (FramMonthGrid *self)
{
  GtkWidget *grid = gtk_grid_new ();

  for (int i = 0; i < DAYS; i++)
    gtk_grid_attach (GTK_GRID (grid), caption (fram_weekday_short_name (i + 1)), i + 1, 0, 1, 1);
  for (int w = 0; w < WEEKS; w++)
    {
      self->weeks[w] = caption (NULL);
      gtk_grid_attach (GTK_GRID (grid), self->weeks[w], 0, w + 1, 1, 1);
      for (int d = 0; d < DAYS; d++)
        {
          GtkWidget *button = gtk_button_new ();

          self->days[w * DAYS + d] = button;
          gtk_widget_add_css_class (button, "flat");
          gtk_widget_add_css_class (button, "fram-day");
          g_signal_connect_object (button, "clicked", G_CALLBACK (on_day_clicked_cb), self, G_CONNECT_SWAPPED);
          gtk_grid_attach (GTK_GRID (grid), button, d + 1, w + 1, 1, 1);
        }
    }
  return grid;
}

static void
fram_month_grid_dispose (GObject *object)
{
  g_clear_pointer (&FRAM_MONTH_GRID (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (fram_month_grid_parent_class)->dispose (object);
}

static void
fram_month_grid_class_init (FramMonthGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_month_grid_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "monthgrid");
  signals[PICKED] =
      g_signal_new ("picked", FRAM_TYPE_MONTH_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
fram_month_grid_init (FramMonthGrid *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), make_header (self));
  gtk_box_append (GTK_BOX (self->box), make_grid (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
fram_month_grid_new (void)
{
  return g_object_new (FRAM_TYPE_MONTH_GRID, NULL);
}

/**
 * fram_month_grid_show:
 * @self: a month
 * @chosen: the day that is chosen; its month is shown
 * @today: today
 */
void
fram_month_grid_show (FramMonthGrid *self, FramDate chosen, FramDate today)
{
  int year, month, day;

  g_return_if_fail (FRAM_IS_MONTH_GRID (self) && chosen != FRAM_DATE_NONE);
  self->chosen = chosen;
  self->today = today;
  fram_date_get_ymd (chosen, &year, &month, &day);
  show_month (self, fram_date_new (year, month, 1));
}
