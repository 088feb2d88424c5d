#include "fram-staff-dialog.h"

#include "fram-choices.h"
#include "fram-field-error.h"
#include "fram-house-facts.h"
#include "fram-staff-deputies.h"
#include "fram-staff-pin.h"
#include "fram-staff-stand-ins.h"

#include <glib/gi18n-lib.h>

struct _FramStaffDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwEntryRow *name;
  AdwEntryRow *login;
  AdwEntryRow *phone;
  AdwEntryRow *email;
  FramFieldError *name_error;
  FramFieldError *login_error;
  FramFieldError *phone_error;
  FramFieldError *email_error;
  GtkSwitch *active;
  AdwPreferencesGroup *pin;
  AdwPreferencesGroup *roles;
  AdwPreferencesGroup *deputies;
  AdwPreferencesGroup *stand_ins;
  AdwComboRow *role;
  AdwComboRow *workshop;
  AdwComboRow *group;
  GtkButton *add_role;

  /* owned */
  FramStaff *staff;      /* as it is to be written */
  GPtrArray *role_rows;  /* rows in the list of roles */
  FramHouseFacts *facts; /* NULL until read */
};

G_DEFINE_FINAL_TYPE (FramStaffDialog, fram_staff_dialog, FRAM_TYPE_FORM_DIALOG)

static gpointer
write_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  FramUuid id;

  return fram_desk_save_staff (desk, data, &id, error) ? g_memdup2 (&id, sizeof id) : NULL;
}

static gboolean
looks_like_email (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && at != text && strchr (at + 1, '.') != NULL && strchr (at + 1, '@') == NULL &&
         strchr (text, ' ') == NULL && text[strlen (text) - 1] != '.';
}

/* A short name is what the command line takes: no blanks in it, and nobody else has it. */
static const char *
login_trouble (FramStaffDialog *self, const char *login)
{
  if (strpbrk (login, " \t") != NULL)
    return _ ("The short name is one word, without blanks.");
  for (guint i = 0; login[0] != '\0' && self->facts != NULL && i < self->facts->staff->len; i++)
    {
      const FramStaff *other = g_ptr_array_index (self->facts->staff, i);

      if (other->login != NULL && g_ascii_strcasecmp (other->login, login) == 0 &&
          !fram_uuid_equal (&other->id, &self->staff->id))
        return _ ("Somebody else has this short name. Choose another one.");
    }
  return NULL;
}

static char *
take (char *text)
{
  if (text[0] != '\0')
    return text;
  g_free (text);
  return NULL;
}

static FramFieldError *
read_fields (FramStaffDialog *self, FramStaff *staff)
{
  char *name = NULL, *login = NULL, *phone = NULL, *email = NULL;
  FramFieldError *wrong = NULL;

  if (!fram_field_error_read_text (self->email_error, NULL, &email) || (email[0] != '\0' && !looks_like_email (email)))
    {
      fram_field_error_set (self->email_error, _ ("This is not an e-mail address. Write it like name@example.org."));
      wrong = self->email_error;
    }
  fram_field_error_read_text (self->phone_error, NULL, &phone);
  fram_field_error_read_text (self->login_error, NULL, &login);
  if (login_trouble (self, login) != NULL)
    {
      fram_field_error_set (self->login_error, login_trouble (self, login));
      wrong = self->login_error;
    }
  if (!fram_field_error_read_text (self->name_error, _ ("Write the name."), &name))
    wrong = self->name_error;
  staff->name = name;
  staff->login = take (login);
  staff->phone = take (phone);
  staff->email = take (email);
  return wrong;
}

static FramStaff *
copy_with_roles (FramStaffDialog *self)
{
  FramStaff *staff = fram_staff_new ();

  staff->id = self->staff->id;
  staff->active = self->staff->active;
  for (guint i = 0; i < self->staff->roles->len; i++)
    {
      const FramStaffRole *role = g_ptr_array_index (self->staff->roles, i);

      fram_staff_add_role (staff, role->role, role->workshop, role->group);
    }
  for (guint i = 0; self->staff->stand_ins != NULL && i < self->staff->stand_ins->len; i++)
    fram_staff_set_stand_in (staff, g_ptr_array_index (self->staff->stand_ins, i), TRUE);
  if (self->staff->stand_ins != NULL)
    fram_staff_set_stand_in (staff, NULL, TRUE);
  return staff;
}

static gboolean
fram_staff_dialog_write (FramFormDialog *dialog)
{
  FramStaffDialog *self = FRAM_STAFF_DIALOG (dialog);
  g_autoptr (FramStaff) staff = copy_with_roles (self);
  FramFieldError *wrong = read_fields (self, staff);

  if (wrong != NULL)
    {
      if (!fram_form_dialog_is_live (dialog))
        fram_field_error_focus (wrong);
      return FALSE;
    }
  g_free (self->staff->name);
  self->staff->name = g_strdup (staff->name);
  fram_form_dialog_run (dialog, write_on_desk, g_steal_pointer (&staff), (GDestroyNotify)fram_staff_free, g_free);
  return TRUE;
}

static char *
fram_staff_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  FramStaffDialog *self = FRAM_STAFF_DIALOG (dialog);
  gboolean was_new = fram_uuid_is_none (&self->staff->id);

  self->staff->id = *(FramUuid *)answer;
  return g_strdup_printf (was_new ? _ ("%s is added to the staff.") : _ ("What is recorded about %s is changed."),
                          self->staff->name);
}

static const char *
place_of (FramStaffDialog *self, const FramStaffRole *role)
{
  if (role->workshop != NULL)
    return fram_house_facts_workshop_name (self->facts, role->workshop);
  if (role->group != NULL)
    return fram_house_facts_group_name (self->facts, role->group);
  return "";
}

static void show_roles (FramStaffDialog *self);

static void
remove_role (FramStaffDialog *self, guint i)
{
  g_ptr_array_remove_index (self->staff->roles, i);
  show_roles (self);
  fram_form_dialog_choice_made (FRAM_FORM_DIALOG (self));
}

/* Somebody must be left who can give roles: says so, and answers whether this is the last one. */
static gboolean
refuse_last_administrator (FramStaffDialog *self)
{
  g_autofree char *sentence = NULL;

  if (self->facts == NULL || !fram_house_facts_is_last_administrator (self->facts, &self->staff->id))
    return FALSE;
  sentence =
      g_strdup_printf (_ ("%s is the only administrator. Give the role to somebody else first."), self->staff->name);
  fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), sentence);
  return TRUE;
}

static void
on_remove_clicked_cb (FramStaffDialog *self, GtkButton *button)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "role"));
  const FramStaffRole *role = g_ptr_array_index (self->staff->roles, i);

  if (role->role != FRAM_ROLE_ADMINISTRATOR || !refuse_last_administrator (self))
    remove_role (self, i);
}

static void
on_active_changed_cb (FramStaffDialog *self)
{
  gboolean active = gtk_switch_get_active (self->active);

  if (active == self->staff->active)
    return;
  if (!active && refuse_last_administrator (self))
    gtk_switch_set_active (self->active, TRUE);
  else
    {
      self->staff->active = active;
      fram_form_dialog_choice_made (FRAM_FORM_DIALOG (self));
    }
}

static GtkWidget *
new_role_row (FramStaffDialog *self, guint i)
{
  const FramStaffRole *role = g_ptr_array_index (self->staff->roles, i);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Take away the role %s"), fram_role_get_name (role->role));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fram_role_get_name (role->role));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place_of (self, role));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  fram_widget_set_accessible_name (button, name);
  g_object_set_data (G_OBJECT (button), "role", GUINT_TO_POINTER (i));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static GtkWidget *
new_no_role_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("No role yet"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Without a role the person sees nothing. Choose one below."));
  return row;
}

static void
show_roles (FramStaffDialog *self)
{
  for (guint i = 0; i < self->role_rows->len; i++)
    adw_preferences_group_remove (self->roles, g_ptr_array_index (self->role_rows, i));
  g_ptr_array_set_size (self->role_rows, 0);
  for (guint i = 0; i < self->staff->roles->len; i++)
    g_ptr_array_add (self->role_rows, new_role_row (self, i));
  if (self->staff->roles->len == 0)
    g_ptr_array_add (self->role_rows, new_no_role_row ());
  for (guint i = 0; i < self->role_rows->len; i++)
    adw_preferences_group_add (self->roles, g_ptr_array_index (self->role_rows, i));
}

static FramRole
chosen_role (FramStaffDialog *self)
{
  FramRole role = FRAM_ROLE_ACTIVITY_LEADER;

  fram_role_from_code (fram_choices_get (self->role), &role);
  return role;
}

/* A leader's role is for a workshop; a therapist's and a mentor's can be for a group of theirs. */
static void
on_role_chosen_cb (FramStaffDialog *self)
{
  FramRole role = chosen_role (self);
  gboolean leads_group = role == FRAM_ROLE_PEER_MENTOR || role == FRAM_ROLE_OCCUPATIONAL_THERAPIST;
  gboolean has_groups = self->facts != NULL && self->facts->groups->len > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->workshop), role == FRAM_ROLE_ACTIVITY_LEADER);
  gtk_widget_set_visible (GTK_WIDGET (self->group), leads_group && has_groups);
}

static gboolean
has_role (FramStaffDialog *self, FramRole role, const char *workshop, const char *group)
{
  for (guint i = 0; i < self->staff->roles->len; i++)
    {
      const FramStaffRole *held = g_ptr_array_index (self->staff->roles, i);

      if (held->role == role && g_strcmp0 (held->workshop, workshop) == 0 && g_strcmp0 (held->group, group) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
on_add_role_cb (FramStaffDialog *self)
{
  FramRole role = chosen_role (self);
  const char *workshop = role == FRAM_ROLE_ACTIVITY_LEADER ? fram_choices_get (self->workshop) : NULL;
  const char *group = gtk_widget_get_visible (GTK_WIDGET (self->group)) ? fram_choices_get (self->group) : NULL;

  if (self->facts == NULL)
    return;
  if (has_role (self, role, workshop, group))
    {
      fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), _ ("The person has this role already."));
      return;
    }
  fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), NULL);
  fram_staff_add_role (self->staff, role, workshop, group);
  show_roles (self);
  fram_form_dialog_choice_made (FRAM_FORM_DIALOG (self));
}

static void
fram_staff_dialog_finalize (GObject *object)
{
  FramStaffDialog *self = FRAM_STAFF_DIALOG (object);

  fram_staff_free (self->staff);
  g_ptr_array_unref (self->role_rows);
  fram_house_facts_free (self->facts);
  G_OBJECT_CLASS (fram_staff_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FramStaffDialog, name);
  gtk_widget_class_bind_template_child (widget_class, FramStaffDialog, login);
  gtk_widget_class_bind_template_child (widget_class, FramStaffDialog, phone);
  gtk_widget_class_bind_template_child (widget_class, FramStaffDialog, email);
  gtk_widget_class_bind_template_child (widget_class, FramStaffDialog, name_error);
  gtk_widget_class_bind_template_child (widget_class, FramStaffDialog, login_error);
  gtk_widget_class_bind_template_child (widget_class, FramStaffDialog, phone_error);
  gtk_widget_class_bind_template_child (widget_class, FramStaffDialog, email_error);
  gtk_widget_class_bind_template_child (widget_class, FramStaffDialog, active);
  gtk_widget_class_bind_template_child (widget_class, FramStaffDialog, pin);
  gtk_widget_class_bind_template_child (widget_class, FramStaffDialog, roles);
  gtk_widget_class_bind_template_child (widget_class, FramStaffDialog, deputies);
  gtk_widget_class_bind_template_child (widget_class, FramStaffDialog, stand_ins);
  gtk_widget_class_bind_template_child (widget_class, FramStaffDialog, role);
  gtk_widget_class_bind_template_child (widget_class, FramStaffDialog, workshop);
  gtk_widget_class_bind_template_child (widget_class, FramStaffDialog, group);
  gtk_widget_class_bind_template_child (widget_class, FramStaffDialog, add_role);
}

static void
fram_staff_dialog_class_init (FramStaffDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fram_staff_dialog_finalize;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_staff_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_staff_dialog_done;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-staff-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_active_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_role_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_role_cb);
}

static void
fram_staff_dialog_init (FramStaffDialog *self)
{
  self->staff = fram_staff_new ();
  self->staff->active = TRUE;
  self->role_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int role = 0; role < FRAM_N_ROLES; role++)
    fram_choices_add (self->role, fram_role_get_code ((FramRole)role), fram_role_get_name ((FramRole)role));
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
show_staff (FramStaffDialog *self, const FramStaff *staff)
{
  g_free (self->staff->name);
  self->staff->name = g_strdup (staff->name);
  for (guint i = 0; i < staff->roles->len; i++)
    {
      const FramStaffRole *role = g_ptr_array_index (staff->roles, i);

      fram_staff_add_role (self->staff, role->role, role->workshop, role->group);
    }
  for (guint i = 0; staff->stand_ins != NULL && i < staff->stand_ins->len; i++)
    fram_staff_set_stand_in (self->staff, g_ptr_array_index (staff->stand_ins, i), TRUE);
  set_text (self->name, staff->name);
  set_text (self->login, staff->login);
  set_text (self->phone, staff->phone);
  set_text (self->email, staff->email);
  self->staff->active = staff->active;
  gtk_switch_set_active (self->active, staff->active);
}

static void
show_facts (FramStaffDialog *self)
{
  for (guint i = 0; i < self->facts->workshops->len; i++)
    {
      const FramWorkshop *workshop = g_ptr_array_index (self->facts->workshops, i);

      if (workshop->active)
        fram_choices_add (self->workshop, workshop->code, fram_workshop_get_name (workshop));
    }
  fram_choices_add (self->group, NULL, C_ ("group", "None"));
  for (guint i = 0; i < self->facts->groups->len; i++)
    {
      const FramChoice *group = g_ptr_array_index (self->facts->groups, i);

      fram_choices_add (self->group, group->code, group->name);
    }
  for (guint i = 0; i < self->facts->staff->len; i++)
    {
      const FramStaff *staff = g_ptr_array_index (self->facts->staff, i);

      if (fram_uuid_equal (&staff->id, &self->staff->id))
        show_staff (self, staff);
    }
  fram_staff_stand_ins_show (self->stand_ins, FRAM_FORM_DIALOG (self), self->staff, self->facts->workshops);
  on_role_chosen_cb (self);
  show_roles (self);
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
}

static void
on_facts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramStaffDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  FramHouseFacts *facts = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) == NULL)
    fram_house_facts_free (facts);
  else if (facts == NULL)
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), error->message);
  else
    {
      self->facts = facts;
      show_facts (self);
    }
}

/**
 * fram_staff_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @staff: (nullable): whose facts to change; %NULL to add somebody
 *
 * Returns: (transfer floating): the dialog
 */
FramStaffDialog *
fram_staff_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *staff)
{
  FramStaffDialog *self = g_object_new (FRAM_TYPE_STAFF_DIALOG, NULL);

  if (staff != NULL)
    self->staff->id = *staff;
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, staff != NULL ? _ ("Edit staff") : _ ("Add staff"),
                           staff != NULL ? NULL : _ ("_Add"));
  if (staff != NULL)
    {
      fram_staff_pin_show (self->pin, FRAM_FORM_DIALOG (self), staff);
      fram_staff_deputies_show (self->deputies, FRAM_FORM_DIALOG (self), staff);
    }
  fram_desk_run_async (desk, fram_house_facts_read, NULL, NULL, (GDestroyNotify)fram_house_facts_free, NULL,
                       on_facts_read_cb, g_object_ref (self));
  return self;
}

guint
fram_staff_dialog_get_n_roles (FramStaffDialog *self)
{
  g_return_val_if_fail (FRAM_IS_STAFF_DIALOG (self), 0);
  return self->staff->roles->len;
}
