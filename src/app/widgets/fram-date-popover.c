#include "fram-date-popover.h"

#include "fram-month-grid.h"
#include "fram-typed-date.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

struct _FramDatePopover
{
  GtkPopover parent_instance;

  /* template children */
  GtkWidget *entry;
  GtkLabel *answer;
  GtkBox *box;

  /* borrowed, made when the popover opens for the first time */
  GtkWidget *grid;

  FramDate day;
  FramDate today;
};

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramDatePopover, fram_date_popover, GTK_TYPE_POPOVER)

static void
pick (FramDatePopover *self, FramDate day)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, (int)day);
}

/* What was typed is read back in words before it is used. */
static void
on_changed_cb (FramDatePopover *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  FramDate day = fram_typed_date_parse (text, self->today);
  g_autofree char *words = fram_date_to_words (day);
  const char *answer = words;

  if (text[0] == '\0')
    answer = _ ("For example 12/11, Thursday, +7, week 46");
  else if (day == FRAM_DATE_NONE)
    answer = _ ("That is no date. For example 12/11, Thursday, +7, week 46");
  gtk_label_set_text (self->answer, answer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, answer, -1);
}

static void
on_activate_cb (FramDatePopover *self)
{
  FramDate day = fram_typed_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->today);

  if (day != FRAM_DATE_NONE)
    pick (self, day);
  else
    gtk_widget_error_bell (self->entry);
}

static void
on_picked_cb (FramDatePopover *self, int day)
{
  pick (self, day);
}

static void
on_map_cb (FramDatePopover *self)
{
  if (self->grid == NULL)
    {
      self->grid = fram_month_grid_new ();
      g_signal_connect_object (self->grid, "picked", G_CALLBACK (on_picked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->box, self->grid);
    }
  if (self->day != FRAM_DATE_NONE)
    fram_month_grid_show (FRAM_MONTH_GRID (self->grid), self->day, self->today);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  on_changed_cb (self);
  gtk_widget_grab_focus (self->entry);
}

static void
fram_date_popover_class_init (FramDatePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-date-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, FramDatePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, FramDatePopover, answer);
  gtk_widget_class_bind_template_child (widget_class, FramDatePopover, box);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_map_cb);
  signals[PICKED] = g_signal_new ("picked", FRAM_TYPE_DATE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_INT);
}

static void
fram_date_popover_init (FramDatePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->day = self->today = FRAM_DATE_NONE;
}

GtkWidget *
fram_date_popover_new (void)
{
  return g_object_new (FRAM_TYPE_DATE_POPOVER, NULL);
}

/**
 * fram_date_popover_set_day:
 * @self: a popover
 * @day: the day in view
 * @today: the day that "today" and "+7" are counted from
 */
void
fram_date_popover_set_day (FramDatePopover *self, FramDate day, FramDate today)
{
  g_return_if_fail (FRAM_IS_DATE_POPOVER (self));
  self->day = day;
  self->today = today;
}

GtkEditable *
fram_date_popover_get_entry (FramDatePopover *self)
{
  g_return_val_if_fail (FRAM_IS_DATE_POPOVER (self), NULL);
  return GTK_EDITABLE (self->entry);
}
