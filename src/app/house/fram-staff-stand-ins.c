#include "fram-staff-stand-ins.h"

/* Where somebody may say "I stand in here today": a switch for each workshop. */

typedef struct
{
  FramFormDialog *dialog; /* not owned: the switch is inside it */
  FramStaff *staff;       /* likewise: the dialog's */
  char *workshop;
} StandIn;

static void
stand_in_free (gpointer data, GClosure *closure)
{
  StandIn *stand_in = data;

  g_free (stand_in->workshop);
  g_free (stand_in);
}

static void
on_switched_cb (GtkSwitch *widget, GParamSpec *pspec, gpointer data)
{
  StandIn *stand_in = data;

  fram_staff_set_stand_in (stand_in->staff, stand_in->workshop, gtk_switch_get_active (widget));
  fram_form_dialog_choice_made (stand_in->dialog);
}

static GtkWidget *
new_row (FramFormDialog *dialog, FramStaff *staff, const FramWorkshop *workshop)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();
  const char *name = fram_workshop_get_name (workshop);
  StandIn *stand_in = g_new0 (StandIn, 1);

  *stand_in = (StandIn){ dialog, staff, g_strdup (workshop->code) };
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (toggle), fram_staff_may_stand_in (staff, workshop->code));
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (toggle, "notify::active", G_CALLBACK (on_switched_cb), stand_in, stand_in_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  return row;
}

/**
 * fram_staff_stand_ins_show:
 * @group: where the switches go
 * @dialog: the dialog around it, told when a choice is made
 * @staff: the dialog's person; where the person may stand in follows the switches
 * @workshops: (element-type FramWorkshop): the workshops there are
 */
void
fram_staff_stand_ins_show (AdwPreferencesGroup *group, FramFormDialog *dialog, FramStaff *staff,
                           const GPtrArray *workshops)
{
  for (guint i = 0; i < workshops->len; i++)
    {
      const FramWorkshop *workshop = g_ptr_array_index (workshops, i);

      if (workshop->active)
        adw_preferences_group_add (group, new_row (dialog, staff, workshop));
    }
}
