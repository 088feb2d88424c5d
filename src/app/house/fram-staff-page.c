#include "fram-staff-page.h"

#include "fram-staff-dialog.h"

#include <glib/gi18n-lib.h>

struct _FramStaffPage
{
  FramHousePage parent_instance;
};

G_DEFINE_FINAL_TYPE (FramStaffPage, fram_staff_page, FRAM_TYPE_HOUSE_PAGE)

static void
on_row_activated_cb (FramStaffPage *self, AdwActionRow *row)
{
  FramUuid staff;

  if (!fram_uuid_parse (g_object_get_data (G_OBJECT (row), "key"), &staff))
    return;
  fram_house_page_present (FRAM_HOUSE_PAGE (self),
                           FRAM_FORM_DIALOG (fram_staff_dialog_new (fram_house_page_get_desk (FRAM_HOUSE_PAGE (self)),
                                                                    GTK_WIDGET (self), &staff)));
}

/* "Activity leader, Woodwork · 070-174 06 08" */
static char *
staff_text (const FramStaff *staff)
{
  const char *roles = staff->roles_text != NULL && staff->roles_text[0] != '\0' ? staff->roles_text : _ ("No role");

  if (staff->phone == NULL || staff->phone[0] == '\0')
    return g_strdup (roles);
  return g_strdup_printf ("%s · %s", roles, staff->phone);
}

static void
add_staff (FramStaffPage *self, AdwPreferencesGroup *group, const FramStaff *staff)
{
  char key[FRAM_UUID_TEXT_SIZE];
  g_autofree char *text = staff_text (staff);
  GtkWidget *row =
      fram_house_page_add_row (FRAM_HOUSE_PAGE (self), group, fram_uuid_format (&staff->id, key), staff->name, text);

  if (!fram_house_page_may_write (FRAM_HOUSE_PAGE (self)))
    return;
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);
}

static guint
add_group (FramStaffPage *self, const GPtrArray *everybody, gboolean active, const char *title)
{
  AdwPreferencesGroup *group = NULL;
  guint n = 0;

  for (guint i = 0; i < everybody->len; i++)
    {
      const FramStaff *staff = g_ptr_array_index (everybody, i);

      if (!staff->active != !active)
        continue;
      if (group == NULL)
        group = fram_house_page_add_group (FRAM_HOUSE_PAGE (self), title);
      add_staff (self, group, staff);
      n++;
    }
  return n;
}

static guint
fram_staff_page_show (FramHousePage *page, gpointer answer)
{
  const FramHouseFacts *facts = answer;
  guint n = add_group (FRAM_STAFF_PAGE (page), facts->staff, TRUE, NULL);

  add_group (FRAM_STAFF_PAGE (page), facts->staff, FALSE, _ ("Has left"));
  return n;
}

static char *
fram_staff_page_count_text (FramHousePage *page, guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", n), n);
}

static void
fram_staff_page_add (FramHousePage *page)
{
  fram_house_page_present (
      page, FRAM_FORM_DIALOG (fram_staff_dialog_new (fram_house_page_get_desk (page), GTK_WIDGET (page), NULL)));
}

static void
fram_staff_page_class_init (FramStaffPageClass *klass)
{
  FramHousePageClass *page_class = FRAM_HOUSE_PAGE_CLASS (klass);

  page_class->title = N_ ("Staff");
  page_class->add_label = N_ ("_Add staff");
  page_class->uri = "staff:";
  page_class->icon = "contact-new-symbolic";
  page_class->empty_title = N_ ("Nobody works here yet");
  page_class->empty_hint =
      N_ ("Add those who work here, with their roles, so that they can choose themselves at the start.");
  page_class->show = fram_staff_page_show;
  page_class->count_text = fram_staff_page_count_text;
  page_class->add = fram_staff_page_add;
}

static void
fram_staff_page_init (FramStaffPage *self)
{
}

/**
 * fram_staff_page_new:
 * @desk: the desk
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
fram_staff_page_new (FramDesk *desk)
{
  return g_object_new (FRAM_TYPE_STAFF_PAGE, "desk", desk, NULL);
}
