#include "fram-group-leaders.h"

#include "fram-choices.h"
#include "fram-field-error.h"
#include "fram-form-dialog.h"
#include "fram-house.h"
#include "fram-words.h"

#include <glib/gi18n.h>

struct _FramGroupLeaders
{
  AdwPreferencesGroup parent_instance;

  /* borrowed */
  AdwComboRow *add;

  /* owned */
  GPtrArray *leaders; /* Leader */
  gboolean filling;
};

/* A row that unfolds into two days. */
typedef struct
{
  FramUuid staff;
  char *name;
  GtkWidget *row;
  GtkWidget *from;
  GtkWidget *to;
  FramFieldError *from_error;
  FramFieldError *to_error;
} Leader;

G_DEFINE_FINAL_TYPE (FramGroupLeaders, fram_group_leaders, ADW_TYPE_PREFERENCES_GROUP)

static void
leader_free (Leader *leader)
{
  g_free (leader->name);
  g_free (leader);
}

static Leader *
find (FramGroupLeaders *self, gpointer row)
{
  for (guint i = 0; i < self->leaders->len; i++)
    if (((Leader *)self->leaders->pdata[i])->row == row)
      return self->leaders->pdata[i];
  return NULL;
}

static void
on_remove_clicked_cb (FramGroupLeaders *self, GtkWidget *button)
{
  Leader *leader = find (self, gtk_widget_get_ancestor (button, ADW_TYPE_EXPANDER_ROW));

  if (leader == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), leader->row);
  g_ptr_array_remove (self->leaders, leader);
}

static GtkWidget *
add_date (GtkWidget *row, const char *title, FramDate day, FramFieldError **error)
{
  GtkWidget *entry = adw_entry_row_new ();
  char text[FRAM_DATE_TEXT_SIZE];

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  if (day != FRAM_DATE_NONE)
    gtk_editable_set_text (GTK_EDITABLE (entry), fram_date_format (day, text));
  *error = g_object_new (FRAM_TYPE_FIELD_ERROR, "field", entry, NULL);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), entry);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), GTK_WIDGET (*error));
  return entry;
}

static char *
days_words (FramDate from, FramDate to)
{
  g_autofree char *first = fram_date_to_day_month (from);
  g_autofree char *last = fram_date_to_day_month (to);

  if (from != FRAM_DATE_NONE && to != FRAM_DATE_NONE)
    return g_strdup_printf (_ ("from %1$s until %2$s"), first, last);
  if (to != FRAM_DATE_NONE)
    /* Translators: a day and its month */
    return g_strdup_printf (_ ("until %s"), last);
  /* Translators: a day and its month */
  return from != FRAM_DATE_NONE ? g_strdup_printf (_ ("from %s"), first) : g_strdup ("");
}

static void
add_leader (FramGroupLeaders *self, const FramGroupLeading *leading)
{
  Leader *leader = g_new0 (Leader, 1);
  g_autofree char *words = days_words (leading->from, leading->to);
  /* Translators: the name of a button: who does not lead the group any more */
  g_autofree char *name = g_strdup_printf (_ ("Take %s away from the leaders"), leading->name);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  leader->staff = leading->staff;
  leader->name = g_strdup (leading->name);
  leader->row = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (leader->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (leader->row), leading->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (leader->row), words);
  leader->from =
      add_date (leader->row, _ ("First day (empty: from the beginning)"), leading->from, &leader->from_error);
  leader->to = add_date (leader->row, _ ("Last day (empty: while it goes on)"), leading->to, &leader->to_error);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  fram_widget_set_accessible_name (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (leader->row), button);
  g_ptr_array_add (self->leaders, leader);
  /* the row that adds stands last */
  g_object_ref (self->add);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->add));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), leader->row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->add));
  g_object_unref (self->add);
}

/* Whoever is chosen becomes a leader, and the row is ready for the next one. */
static void
on_add_chosen_cb (FramGroupLeaders *self)
{
  const char *code = fram_choices_get (self->add);
  GObject *item = adw_combo_row_get_selected_item (self->add);
  g_autofree char *name = NULL;
  FramUuid staff;

  if (self->filling || code == NULL || !fram_uuid_parse (code, &staff) || !GTK_IS_STRING_OBJECT (item))
    return;
  name = g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
  self->filling = TRUE;
  fram_group_leaders_add (self, &staff, name);
  adw_combo_row_set_selected (self->add, 0);
  self->filling = FALSE;
}

static void
fram_group_leaders_finalize (GObject *object)
{
  g_ptr_array_unref (FRAM_GROUP_LEADERS (object)->leaders);
  G_OBJECT_CLASS (fram_group_leaders_parent_class)->finalize (object);
}

static void
fram_group_leaders_class_init (FramGroupLeadersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fram_group_leaders_finalize;
}

static void
fram_group_leaders_init (FramGroupLeaders *self)
{
  self->leaders = g_ptr_array_new_with_free_func ((GDestroyNotify)leader_free);
  self->add = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add), _ ("Add a leader"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->add));
  g_signal_connect_object (self->add, "notify::selected", G_CALLBACK (on_add_chosen_cb), self, G_CONNECT_SWAPPED);
}

/**
 * fram_group_leaders_set:
 * @self: the group
 * @leaders: (element-type FramGroupLeading): who leads it
 * @staff: (element-type FramStaff): who can be added
 */
void
fram_group_leaders_set (FramGroupLeaders *self, const GPtrArray *leaders, const GPtrArray *staff)
{
  char id[FRAM_UUID_TEXT_SIZE];

  g_return_if_fail (FRAM_IS_GROUP_LEADERS (self));
  self->filling = TRUE;
  fram_choices_clear (self->add);
  fram_choices_add (self->add, NULL, C_ ("leader", "Choose …"));
  for (guint i = 0; i < staff->len; i++)
    {
      const FramStaff *one = staff->pdata[i];

      fram_choices_add (self->add, fram_uuid_format (&one->id, id), one->name);
    }
  self->filling = FALSE;
  for (guint i = 0; i < leaders->len; i++)
    add_leader (self, leaders->pdata[i]);
}

/* Somebody leads it from now on. */
void
fram_group_leaders_add (FramGroupLeaders *self, const FramUuid *staff, const char *name)
{
  FramGroupLeading leading = { *staff, (char *)name, FRAM_DATE_NONE, FRAM_DATE_NONE };

  g_return_if_fail (FRAM_IS_GROUP_LEADERS (self));
  add_leader (self, &leading);
}

static gboolean
read_leader (const Leader *leader, FramDate *from, FramDate *to)
{
  gboolean right = fram_field_error_read_date (leader->from_error, FALSE, from) &&
                   fram_field_error_read_date (leader->to_error, FALSE, to);

  if (right && *from != FRAM_DATE_NONE && *to != FRAM_DATE_NONE && *to < *from)
    {
      fram_field_error_set (leader->to_error, _ ("The last day is before the first one. Write a later day."));
      right = FALSE;
    }
  if (!right)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (leader->row), TRUE);
  return right;
}

/**
 * fram_group_leaders_read:
 * @self: the group
 * @group: takes who leads it
 *
 * Returns: whether all days are right; else it is said at them, and nothing is taken
 */
gboolean
fram_group_leaders_read (FramGroupLeaders *self, FramGroup *group)
{
  gboolean right = TRUE;
  FramDate from, to;

  g_return_val_if_fail (FRAM_IS_GROUP_LEADERS (self), FALSE);
  for (guint i = 0; i < self->leaders->len; i++)
    right = read_leader (self->leaders->pdata[i], &from, &to) && right;
  if (!right)
    return FALSE;
  g_ptr_array_set_size (group->leaders, 0);
  for (guint i = 0; i < self->leaders->len; i++)
    {
      const Leader *leader = self->leaders->pdata[i];

      read_leader (leader, &from, &to);
      fram_group_add_leader (group, &leader->staff, leader->name, from, to);
    }
  return TRUE;
}

guint
fram_group_leaders_get_length (FramGroupLeaders *self)
{
  g_return_val_if_fail (FRAM_IS_GROUP_LEADERS (self), 0);
  return self->leaders->len;
}
