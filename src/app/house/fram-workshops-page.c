#include "fram-workshops-page.h"

#include "fram-slot.h"
#include "fram-words.h"
#include "fram-workshop-dialog.h"

#include <glib/gi18n-lib.h>

struct _FramWorkshopsPage
{
  FramHousePage parent_instance;
};

G_DEFINE_FINAL_TYPE (FramWorkshopsPage, fram_workshops_page, FRAM_TYPE_HOUSE_PAGE)

/* "Mon–Fri 08–17, Sat 10–14": days that follow each other and have the same times are said once. */
static char *
hours_text (const GArray *hours)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hours->len;)
    {
      const FramOpening *first = &g_array_index (hours, FramOpening, i);
      const FramOpening *last = first;
      g_autofree char *times = fram_time_range_to_text (first->opens, first->closes);

      for (i++; i < hours->len; i++)
        {
          const FramOpening *next = &g_array_index (hours, FramOpening, i);

          if (next->weekday != last->weekday + 1 || next->opens != first->opens || next->closes != first->closes)
            break;
          last = next;
        }
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", fram_weekday_short_name (first->weekday));
      if (last != first)
        g_string_append_printf (text, "–%s", fram_weekday_short_name (last->weekday));
      g_string_append_printf (text, " %s", times);
    }
  if (text->len == 0)
    g_string_append (text, _ ("hours of the house"));
  return g_string_free (text, FALSE);
}

static char *
workshop_text (const FramWorkshop *workshop)
{
  g_autofree char *places =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d place", "%d places", workshop->capacity), workshop->capacity);
  g_autofree char *hours = hours_text (workshop->hours);

  return g_strdup_printf ("%s · %s", places, hours);
}

static void
on_row_activated_cb (FramWorkshopsPage *self, AdwActionRow *row)
{
  FramHousePage *page = FRAM_HOUSE_PAGE (self);
  FramUuid workshop;

  if (fram_uuid_parse (g_object_get_data (G_OBJECT (row), "key"), &workshop))
    fram_house_page_present (page, FRAM_FORM_DIALOG (fram_workshop_dialog_new (fram_house_page_get_desk (page),
                                                                               GTK_WIDGET (self), &workshop)));
}

static void
add_workshop (FramWorkshopsPage *self, AdwPreferencesGroup *group, const FramWorkshop *workshop)
{
  g_autofree char *text = workshop_text (workshop);
  char key[FRAM_UUID_TEXT_SIZE];
  GtkWidget *row = fram_house_page_add_row (FRAM_HOUSE_PAGE (self), group, fram_uuid_format (&workshop->id, key),
                                            fram_workshop_get_name (workshop), text);

  if (!fram_house_page_may_write (FRAM_HOUSE_PAGE (self)))
    return;
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);
}

static guint
add_group (FramWorkshopsPage *self, const GPtrArray *workshops, gboolean active, const char *title)
{
  AdwPreferencesGroup *group = NULL;
  guint places = 0;

  for (guint i = 0; i < workshops->len; i++)
    {
      const FramWorkshop *workshop = g_ptr_array_index (workshops, i);

      if (!workshop->active != !active)
        continue;
      if (group == NULL)
        group = fram_house_page_add_group (FRAM_HOUSE_PAGE (self), title);
      add_workshop (self, group, workshop);
      places += MAX (workshop->capacity, 0);
    }
  return places;
}

static guint
fram_workshops_page_show (FramHousePage *page, gpointer answer)
{
  const FramHouseFacts *facts = answer;
  guint places = add_group (FRAM_WORKSHOPS_PAGE (page), facts->workshops, TRUE, NULL);

  add_group (FRAM_WORKSHOPS_PAGE (page), facts->workshops, FALSE, _ ("Not open"));
  return places;
}

static char *
fram_workshops_page_count_text (FramHousePage *page, guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place in all", "%u places in all", n), n);
}

static void
fram_workshops_page_add (FramHousePage *page)
{
  fram_house_page_present (
      page, FRAM_FORM_DIALOG (fram_workshop_dialog_new (fram_house_page_get_desk (page), GTK_WIDGET (page), NULL)));
}

static void
fram_workshops_page_class_init (FramWorkshopsPageClass *klass)
{
  FramHousePageClass *page_class = FRAM_HOUSE_PAGE_CLASS (klass);

  page_class->klass = FRAM_CLASS_REF;
  page_class->or_klass = FRAM_CLASS_SHOP;
  page_class->title = N_ ("Workshops and hours");
  page_class->add_label = N_ ("_Add workshop");
  page_class->uri = "workshops:";
  page_class->icon = "alarm-symbolic";
  page_class->empty_title = N_ ("No workshops");
  page_class->empty_hint = N_ ("Add the places where people work, with their hours.");
  page_class->show = fram_workshops_page_show;
  page_class->count_text = fram_workshops_page_count_text;
  page_class->add = fram_workshops_page_add;
}

static void
fram_workshops_page_init (FramWorkshopsPage *self)
{
}

/**
 * fram_workshops_page_new:
 * @desk: the desk
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
fram_workshops_page_new (FramDesk *desk)
{
  return g_object_new (FRAM_TYPE_WORKSHOPS_PAGE, "desk", desk, NULL);
}
