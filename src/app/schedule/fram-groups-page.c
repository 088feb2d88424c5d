#include "fram-groups-page.h"

#include "fram-group-days.h"
#include "fram-group-dialog.h"
#include "fram-members-dialog.h"
#include "fram-rights.h"
#include "fram-words.h"

#include <glib/gi18n.h>

struct _FramGroupsPage
{
  FramHousePage parent_instance;
};

G_DEFINE_FINAL_TYPE (FramGroupsPage, fram_groups_page, FRAM_TYPE_HOUSE_PAGE)

static gpointer
read_groups (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_list_groups (desk, TRUE, error);
}

static void
add (GString *text, const char *more)
{
  if (more != NULL && more[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", more);
}

static char *
leaders_of (const FramGroup *group)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < group->leaders->len; i++)
    g_ptr_array_add (names, ((FramGroupLeading *)group->leaders->pdata[i])->name);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **)names->pdata);
}

static char *
places_of (const FramGroup *group)
{
  if (group->capacity > 0)
    /* Translators: how many of the places in a group are taken */
    return g_strdup_printf (ngettext ("%1$d of %2$d place is taken", "%1$d of %2$d places are taken", group->capacity),
                            group->members, group->capacity);
  return g_strdup_printf (ngettext ("%d member", "%d members", group->members), group->members);
}

/* "Thu 09–11 · Samir Sandberg · 7 of 8 places are taken · 2 wait" */
static char *
text_of (const FramGroup *group)
{
  GString *text = g_string_new (NULL);
  g_autofree char *days = fram_group_days_to_words (group->rrule);
  g_autofree char *times = group->starts != FRAM_TIME_NONE && group->minutes > 0
                               ? fram_time_range_to_text (group->starts, group->starts + group->minutes)
                               : g_strdup ("");
  g_autofree char *when = g_strdup_printf ("%s %s", days, times);
  g_autofree char *leaders = leaders_of (group);
  g_autofree char *places = places_of (group);
  g_autofree char *waiting = NULL;

  if (group->waiting > 0)
    waiting = g_strdup_printf (ngettext ("%d waits", "%d wait", group->waiting), group->waiting);
  add (text, g_strstrip (when));
  add (text, leaders);
  add (text, places);
  add (text, waiting);
  return g_string_free (text, FALSE);
}

static void
on_row_activated_cb (FramGroupsPage *self, GtkWidget *row)
{
  FramHousePage *page = FRAM_HOUSE_PAGE (self);
  FramUuid group;

  if (fram_uuid_parse (g_object_get_data (G_OBJECT (row), "key"), &group))
    fram_house_page_present (
        page, FRAM_FORM_DIALOG (fram_group_dialog_new (fram_house_page_get_desk (page), GTK_WIDGET (self), &group)));
}

static void
on_members_clicked_cb (FramGroupsPage *self, GtkWidget *button)
{
  FramHousePage *page = FRAM_HOUSE_PAGE (self);
  FramUuid group;

  FramMembersDialog *dialog;

  if (!fram_uuid_parse (g_object_get_data (G_OBJECT (button), "key"), &group))
    return;
  dialog = fram_members_dialog_new (fram_house_page_get_desk (page), GTK_WIDGET (self), &group,
                                    g_object_get_data (G_OBJECT (button), "name"));
  g_signal_connect_object (dialog, "written", G_CALLBACK (fram_house_page_reload), self, G_CONNECT_SWAPPED);
  fram_house_page_present (page, FRAM_FORM_DIALOG (dialog));
}

static void
add_members_button (FramGroupsPage *self, GtkWidget *row, const FramGroup *group, const char *key)
{
  /* Translators: the name of a button: a group */
  g_autofree char *name = g_strdup_printf (_ ("Members of %s"), group->shown_name);
  GtkWidget *button = fram_house_page_add_button (row, "system-users-symbolic", name);

  g_object_set_data_full (G_OBJECT (button), "key", g_strdup (key), g_free);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (group->shown_name), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_members_clicked_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
may_see_names (FramGroupsPage *self, const FramGroup *group)
{
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (fram_house_page_get_desk (FRAM_HOUSE_PAGE (self)));

  return group->own || fram_rights_reaches_site (viewer, FRAM_CLASS_ATTEND, FALSE);
}

static void
add_row (FramGroupsPage *self, AdwPreferencesGroup *under, const FramGroup *group)
{
  g_autofree char *text = text_of (group);
  char key[FRAM_UUID_TEXT_SIZE];
  GtkWidget *row = fram_house_page_add_row (FRAM_HOUSE_PAGE (self), under, fram_uuid_format (&group->id, key),
                                            group->shown_name, text);

  if (may_see_names (self, group))
    add_members_button (self, row, group, key);
  if (!group->may_change)
    return;
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
is_over (const FramGroup *group, FramDate today)
{
  FramDate last = group->ends != FRAM_DATE_NONE ? group->ends : group->last;

  return !group->active || (last != FRAM_DATE_NONE && last < today);
}

static guint
add_groups (FramGroupsPage *self, const GPtrArray *groups, gboolean over, gboolean own, const char *title)
{
  FramDate today = fram_clock_today (fram_desk_get_clock (fram_house_page_get_desk (FRAM_HOUSE_PAGE (self))));
  AdwPreferencesGroup *under = NULL;
  guint n = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const FramGroup *group = groups->pdata[i];

      if (is_over (group, today) != over || (!over && !group->own != !own))
        continue;
      if (under == NULL)
        under = fram_house_page_add_group (FRAM_HOUSE_PAGE (self), title);
      add_row (self, under, group);
      n++;
    }
  return n;
}

static guint
fram_groups_page_show (FramHousePage *page, gpointer answer)
{
  FramGroupsPage *self = FRAM_GROUPS_PAGE (page);
  guint own = add_groups (self, answer, FALSE, TRUE, _ ("My groups"));
  guint others = add_groups (self, answer, FALSE, FALSE, own > 0 ? _ ("Other groups") : NULL);

  add_groups (self, answer, TRUE, FALSE, _ ("Ended"));
  return own + others;
}

static char *
fram_groups_page_count_text (FramHousePage *page, guint n)
{
  return g_strdup_printf (ngettext ("%u group", "%u groups", n), n);
}

static void
fram_groups_page_add (FramHousePage *page)
{
  fram_house_page_present (
      page, FRAM_FORM_DIALOG (fram_group_dialog_new (fram_house_page_get_desk (page), GTK_WIDGET (page), NULL)));
}

static void
fram_groups_page_class_init (FramGroupsPageClass *klass)
{
  FramHousePageClass *page_class = FRAM_HOUSE_PAGE_CLASS (klass);

  page_class->klass = page_class->or_klass = FRAM_CLASS_SHOP;
  page_class->title = N_ ("Groups");
  page_class->add_label = N_ ("_Add group");
  page_class->uri = "groups:";
  page_class->icon = "system-users-symbolic";
  page_class->empty_title = N_ ("No groups");
  page_class->empty_hint =
      N_ ("Add the groups that meet in the house, with their days, and they stand in the schedule.");
  page_class->read = read_groups;
  page_class->free_answer = (GDestroyNotify)g_ptr_array_unref;
  page_class->show = fram_groups_page_show;
  page_class->count_text = fram_groups_page_count_text;
  page_class->add = fram_groups_page_add;
}

static void
fram_groups_page_init (FramGroupsPage *self)
{
}

/**
 * fram_groups_page_new:
 * @desk: the desk
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
fram_groups_page_new (FramDesk *desk)
{
  return g_object_new (FRAM_TYPE_GROUPS_PAGE, "desk", desk, NULL);
}
