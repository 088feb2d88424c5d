#include "fram-members-dialog.h"

#include "fram-desk-absence.h"
#include "fram-desk-people.h"
#include "fram-desk-plan.h"
#include "fram-rights.h"
#include "fram-typed-date.h"
#include "fram-words.h"

#include <glib/gi18n.h>

#define MOST_FOUND 6

struct _FramMembersDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwPreferencesGroup *members;
  AdwPreferencesGroup *waiting;
  AdwPreferencesGroup *joining;
  AdwEntryRow *search;

  /* owned */
  GPtrArray *all;   /* FramGroupMember; NULL until it is read */
  GPtrArray *rows;  /* of members and of who waits */
  GPtrArray *found; /* rows of who can be added */
  GCancellable *looking;

  FramUuid group;
  gboolean may_change;
};

G_DEFINE_FINAL_TYPE (FramMembersDialog, fram_members_dialog, FRAM_TYPE_FORM_DIALOG)

/* Doing */

typedef enum
{
  DEED_JOIN,
  DEED_TAKE_PLACE,
  DEED_LEAVE,
} DeedKind;

typedef struct
{
  DeedKind kind;
  FramUuid group;
  FramUuid membership;
  char *case_no;
  FramDate day;
} Deed;

static void
deed_free (Deed *deed)
{
  g_free (deed->case_no);
  g_free (deed);
}

static gboolean
join (FramDesk *desk, const Deed *deed, char **what, GError **error)
{
  FramUuid enrolment;

  return fram_desk_find_enrolment (desk, deed->case_no, &enrolment, error) &&
         fram_desk_join_group (desk, &enrolment, &deed->group, deed->day, NULL, what, error);
}

static gpointer
do_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deed *deed = data;
  g_autofree char *what = NULL;
  gboolean done;

  switch (deed->kind)
    {
    case DEED_JOIN: done = join (desk, deed, &what, error); break;
    case DEED_TAKE_PLACE: done = fram_desk_take_place (desk, &deed->membership, deed->day, &what, error); break;
    case DEED_LEAVE:
    default: done = fram_desk_leave_group (desk, &deed->membership, deed->day, &what, error); break;
    }
  return done ? g_steal_pointer (&what) : NULL;
}

static FramDate
today_of (FramMembersDialog *self)
{
  return fram_clock_today (fram_desk_get_clock (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self))));
}

static void
run (FramMembersDialog *self, DeedKind kind, const FramUuid *membership, const char *case_no, FramDate day)
{
  Deed *deed;

  if (fram_form_dialog_is_busy (FRAM_FORM_DIALOG (self)))
    return;
  deed = g_new0 (Deed, 1);
  deed->kind = kind;
  deed->group = self->group;
  deed->membership = membership != NULL ? *membership : FRAM_UUID_NONE;
  deed->case_no = g_strdup (case_no);
  deed->day = day;
  fram_form_dialog_run (FRAM_FORM_DIALOG (self), do_on_desk, deed, (GDestroyNotify)deed_free, g_free);
}

/* Nothing waits to be written: each row writes at once. */
static gboolean
fram_members_dialog_write (FramFormDialog *dialog)
{
  return TRUE;
}

static void reload (FramMembersDialog *self);

static char *
fram_members_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  FramMembersDialog *self = FRAM_MEMBERS_DIALOG (dialog);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  reload (self);
  return g_strdup (answer);
}

/* The rows */

static const FramGroupMember *
member_of (FramMembersDialog *self, GtkWidget *widget)
{
  guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "at"));

  return self->all != NULL && at < self->all->len ? self->all->pdata[at] : NULL;
}

static void
on_place_clicked_cb (FramMembersDialog *self, GtkWidget *button)
{
  const FramGroupMember *member = member_of (self, button);

  if (member != NULL)
    run (self, DEED_TAKE_PLACE, &member->membership, NULL, MAX (today_of (self), member->from));
}

static void
on_leave_clicked_cb (FramMembersDialog *self, GtkWidget *button)
{
  GtkEditable *entry = g_object_get_data (G_OBJECT (button), "entry");
  const FramGroupMember *member = member_of (self, button);
  FramDate day = fram_typed_date_parse (gtk_editable_get_text (entry), today_of (self));

  if (member == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
  if (day == FRAM_DATE_NONE)
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self),
                                  _ ("Say which day is the last one, for example 2026-11-26, “fri” or “26/11”."));
  else
    run (self, DEED_LEAVE, &member->membership, NULL, day);
}

static GtkWidget *
new_leave_popover (FramMembersDialog *self, guint at)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Last day in the group")), *entry = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (C_ ("group", "_Leaves"));
  char text[FRAM_DATE_TEXT_SIZE];

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), fram_date_format (today_of (self), text));
  fram_widget_set_accessible_name (entry, _ ("Last day in the group"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  g_object_set_data (G_OBJECT (button), "entry", entry);
  g_object_set_data (G_OBJECT (button), "at", GUINT_TO_POINTER (at));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_leave_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_default_widget (GTK_POPOVER (popover), button);
  return popover;
}

static void
add_leave (FramMembersDialog *self, GtkWidget *row, const FramGroupMember *member, guint at)
{
  /* Translators: the name of a button: who leaves a group */
  g_autofree char *name = g_strdup_printf (_ ("%s leaves the group"), member->name);
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), C_ ("group", "Leaves …"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), new_leave_popover (self, at));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  fram_widget_set_accessible_name (button, name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_place (FramMembersDialog *self, GtkWidget *row, const FramGroupMember *member, guint at)
{
  /* Translators: the name of a button: who has waited for a place in a group */
  g_autofree char *name = g_strdup_printf (_ ("Give %s the place"), member->name);
  GtkWidget *button = gtk_button_new_with_label (_ ("Give a Place"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  fram_widget_set_accessible_name (button, name);
  g_object_set_data (G_OBJECT (button), "at", GUINT_TO_POINTER (at));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_place_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* "since 1 October 2026 · new in the group · 070-123 45 67" */
static char *
text_of (FramMembersDialog *self, const FramGroupMember *member)
{
  FramDate today = today_of (self);
  g_autofree char *from = fram_date_to_near_words (member->from, today);
  g_autofree char *to = fram_date_to_near_words (member->to, today);
  GString *text = g_string_new (NULL);

  if (member->to != FRAM_DATE_NONE)
    g_string_append_printf (text, _ ("from %1$s until %2$s"), from, to);
  else
    /* Translators: a day and its month */
    g_string_append_printf (text, member->from > today ? _ ("from %s") : _ ("since %s"), from);
  if (member->is_new)
    g_string_append_printf (text, " · %s", _ ("new in the group"));
  if (member->phone != NULL)
    g_string_append_printf (text, " · %s", member->phone);
  return g_string_free (text, FALSE);
}

static void
add_member (FramMembersDialog *self, guint at)
{
  const FramGroupMember *member = self->all->pdata[at];
  g_autofree char *text = text_of (self, member);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), member->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  if (self->may_change && member->waiting)
    add_place (self, row, member, at);
  if (self->may_change && member->to == FRAM_DATE_NONE)
    add_leave (self, row, member, at);
  adw_preferences_group_add (member->waiting ? self->waiting : self->members, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear (FramMembersDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (
        ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (self->rows->pdata[i], ADW_TYPE_PREFERENCES_GROUP)),
        self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static int
by_first_day (gconstpointer a, gconstpointer b)
{
  const FramGroupMember *x = *(FramGroupMember *const *)a, *y = *(FramGroupMember *const *)b;

  if (x->waiting != y->waiting)
    return x->waiting ? 1 : -1;
  return x->waiting ? (x->from > y->from) - (x->from < y->from) : 0;
}

static void
show_members (FramMembersDialog *self)
{
  guint waiting = 0;
  g_autofree char *count = NULL;

  clear (self);
  g_ptr_array_sort (self->all, by_first_day);
  for (guint i = 0; i < self->all->len; i++)
    {
      add_member (self, i);
      waiting += ((FramGroupMember *)self->all->pdata[i])->waiting;
    }
  count = g_strdup_printf (ngettext ("%u member", "%u members", self->all->len - waiting), self->all->len - waiting);
  adw_preferences_group_set_description (self->members, count);
  gtk_widget_set_visible (GTK_WIDGET (self->waiting), waiting > 0);
}

typedef struct
{
  FramUuid id;
  FramGroup *group;
  GPtrArray *members;
} Facts;

static void
facts_free (Facts *facts)
{
  g_clear_pointer (&facts->group, fram_group_free);
  g_clear_pointer (&facts->members, g_ptr_array_unref);
  g_free (facts);
}

static gpointer
read_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Facts *facts = g_new0 (Facts, 1);

  facts->id = ((const Facts *)data)->id;
  facts->group = fram_desk_group (desk, &facts->id, error);
  if (facts->group != NULL)
    facts->members = fram_desk_group_members (desk, &facts->id, fram_clock_today (fram_desk_get_clock (desk)), error);
  if (facts->members == NULL)
    g_clear_pointer (&facts, facts_free);
  return facts;
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramMembersDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Facts *facts = fram_desk_run_finish (FRAM_DESK (source), result, &error);
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (FRAM_DESK (source));

  if (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) == NULL)
    ; /* it was closed meanwhile */
  else if (facts == NULL)
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), error->message);
  else
    {
      g_clear_pointer (&self->all, g_ptr_array_unref);
      self->all = g_steal_pointer (&facts->members);
      self->may_change = fram_rights_may_write (viewer, FRAM_CLASS_PLAN);
      gtk_widget_set_visible (GTK_WIDGET (self->joining),
                              self->may_change && fram_rights_may_read (viewer, FRAM_CLASS_BASIC));
      show_members (self);
      fram_form_dialog_start (FRAM_FORM_DIALOG (self));
    }
  g_clear_pointer (&facts, facts_free);
}

static void
reload (FramMembersDialog *self)
{
  Facts *asked = g_new0 (Facts, 1);

  asked->id = self->group;
  fram_desk_run_async (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)), read_on_desk, asked, g_free,
                       (GDestroyNotify)facts_free, NULL, on_read_cb, g_object_ref (self));
}

/* Finding somebody */

static gpointer
look_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  FramPeopleQuery query = { .search = data, .limit = MOST_FOUND, .enrolled_now = TRUE };

  return fram_desk_people (desk, &query, error);
}

static void
clear_found (FramMembersDialog *self)
{
  for (guint i = 0; i < self->found->len; i++)
    adw_preferences_group_remove (self->joining, self->found->pdata[i]);
  g_ptr_array_set_size (self->found, 0);
}

static void
on_found_activated_cb (FramMembersDialog *self, GtkWidget *row)
{
  run (self, DEED_JOIN, NULL, g_object_get_data (G_OBJECT (row), "case-no"), today_of (self));
}

static gboolean
is_in (FramMembersDialog *self, const FramUuid *participant)
{
  for (guint i = 0; i < self->all->len; i++)
    if (fram_uuid_equal (&((FramGroupMember *)self->all->pdata[i])->participant, participant))
      return TRUE;
  return FALSE;
}

static void
add_found (FramMembersDialog *self, const FramPersonRow *person)
{
  /* Translators: the name of a row: who is added to a group */
  g_autofree char *name = g_strdup_printf (_ ("Add %s to the group"), person->name);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), person->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), person->case_no);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  fram_widget_set_accessible_name (row, name);
  g_object_set_data_full (G_OBJECT (row), "case-no", g_strdup (person->case_no), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_found_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->joining, row);
  g_ptr_array_add (self->found, row);
}

static void
on_looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramMembersDialog) self = user_data;
  g_autoptr (GPtrArray) people = fram_desk_run_finish (FRAM_DESK (source), result, NULL);

  if (people == NULL || fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) == NULL)
    return;
  clear_found (self);
  for (guint i = 0; i < people->len; i++)
    if (!is_in (self, &((FramPersonRow *)people->pdata[i])->participant))
      add_found (self, people->pdata[i]);
}

static void
on_search_changed_cb (FramMembersDialog *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (self->all == NULL || words[0] == '\0')
    {
      clear_found (self);
      return;
    }
  self->looking = g_cancellable_new ();
  fram_desk_run_async (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)), look_on_desk, g_steal_pointer (&words),
                       g_free, (GDestroyNotify)g_ptr_array_unref, self->looking, on_looked_cb, g_object_ref (self));
}

static void
fram_members_dialog_dispose (GObject *object)
{
  FramMembersDialog *self = FRAM_MEMBERS_DIALOG (object);

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_members_dialog_parent_class)->dispose (object);
}

static void
fram_members_dialog_class_init (FramMembersDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_members_dialog_dispose;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_members_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_members_dialog_done;
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-members-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramMembersDialog, members);
  gtk_widget_class_bind_template_child (widget_class, FramMembersDialog, waiting);
  gtk_widget_class_bind_template_child (widget_class, FramMembersDialog, joining);
  gtk_widget_class_bind_template_child (widget_class, FramMembersDialog, search);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
}

static void
fram_members_dialog_init (FramMembersDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->found = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fram_members_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @group: which
 * @name: what it is called
 *
 * Returns: (transfer floating): the dialog
 */
FramMembersDialog *
fram_members_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *group, const char *name)
{
  FramMembersDialog *self = g_object_new (FRAM_TYPE_MEMBERS_DIALOG, NULL);

  self->group = *group;
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, name, NULL);
  reload (self);
  return self;
}

gboolean
fram_members_dialog_is_read (FramMembersDialog *self)
{
  g_return_val_if_fail (FRAM_IS_MEMBERS_DIALOG (self), FALSE);
  return self->all != NULL && !fram_form_dialog_is_busy (FRAM_FORM_DIALOG (self));
}

guint
fram_members_dialog_get_n_members (FramMembersDialog *self)
{
  g_return_val_if_fail (FRAM_IS_MEMBERS_DIALOG (self), 0);
  return self->all != NULL ? self->all->len : 0;
}

void
fram_members_dialog_look_for (FramMembersDialog *self, const char *words)
{
  g_return_if_fail (FRAM_IS_MEMBERS_DIALOG (self));
  gtk_editable_set_text (GTK_EDITABLE (self->search), words);
}

/**
 * fram_members_dialog_get_found:
 * @self: a dialog
 * @at: which, from 0
 *
 * Returns: (transfer none) (nullable): a row of who can be added
 */
GtkWidget *
fram_members_dialog_get_found (FramMembersDialog *self, guint at)
{
  g_return_val_if_fail (FRAM_IS_MEMBERS_DIALOG (self), NULL);
  return at < self->found->len ? self->found->pdata[at] : NULL;
}
