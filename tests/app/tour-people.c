#include "tour.h"

#include "fram-adaptation-dialog.h"
#include "fram-adaptation-review-dialog.h"
#include "fram-booking-dialog.h"
#include "fram-card-dialog.h"
#include "fram-desk-people.h"
#include "fram-desk-progression.h"
#include "fram-mapping-dialog.h"
#include "fram-my-steps-dialog.h"
#include "fram-participant-page.h"
#include "fram-progression-section.h"
#include "fram-progression-turned.h"
#include "fram-sections.h"
#include "fram-tabs.h"
#include "fram-timeline-section.h"

/* The participant with most to show whose case worker somebody is: the one that has been here longest and goes on. */
static char *
own_participant (FramDesk *desk)
{
  FramPeopleQuery query = { .enrolled_now = TRUE };
  g_autoptr (GPtrArray) people = fram_desk_people (desk, &query, NULL);
  const FramPersonRow *best = NULL;
  char id[FRAM_UUID_TEXT_SIZE];

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const FramPersonRow *row = g_ptr_array_index (people, i);
      g_autoptr (FramCase) what = fram_desk_case (desk, fram_uuid_format (&row->participant, id), NULL, NULL);

      if (what != NULL && what->writes_note && (best == NULL || row->enrolled < best->enrolled))
        best = row;
    }
  return best != NULL ? g_strdup (fram_uuid_format (&best->participant, id)) : NULL;
}

/* The timeline as a list, and two months of it with days selected and the keyboard on a meeting. */
static void
visit_timeline (Tour *tour)
{
  GtkWidget *section = tour_find_mapped (GTK_WIDGET (tour->window), FRAM_TYPE_TIMELINE_SECTION);
  const FramTimeline *timeline;
  FramTimelineCanvas *canvas;

  if (section == NULL || fram_timeline_section_get_timeline (FRAM_TIMELINE_SECTION (section)) == NULL)
    {
      g_printerr ("participant-timeline: it is not there\n");
      tour->failed = TRUE;
      return;
    }
  timeline = fram_timeline_section_get_timeline (FRAM_TIMELINE_SECTION (section));
  canvas = fram_timeline_section_get_canvas (FRAM_TIMELINE_SECTION (section));
  gtk_widget_activate_action (section, "timeline.list", NULL);
  tour_take_sizes (tour, "participant-timeline-list");
  gtk_widget_activate_action (section, "timeline.list", NULL);
  fram_timeline_canvas_set_span (canvas, timeline->today - 40, timeline->today + 20);
  fram_timeline_canvas_move_to (
      canvas, fram_timeline_stops_find_first (fram_timeline_canvas_get_stops (canvas), timeline->today));
  fram_timeline_canvas_set_range (canvas, timeline->today - 20, timeline->today - 7);
  tour_take_sizes (tour, "participant-timeline-near");
}

/* The chart in its other ways, the table, two talks compared with the keyboard on a rating, and turned to the participant. */
static void
visit_progression (Tour *tour, const char *id)
{
  static const char *const kinds[] = { "lines", "change", "radar", "table", "panels" };
  GtkWidget *section = tour_find_mapped (GTK_WIDGET (tour->window), FRAM_TYPE_PROGRESSION_SECTION);
  FramProgression *again = fram_desk_progression (fram_window_get_desk (tour->window), id, NULL, NULL);

  if (section == NULL || again == NULL)
    {
      g_printerr ("participant-progression: it is not there\n");
      g_clear_pointer (&again, fram_progression_free);
      tour->failed = TRUE;
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *page = g_strdup_printf ("participant-progression-%s", kinds[i]);

      gtk_widget_activate_action (section, "progression.view", "s", kinds[i]);
      if (i + 1 < G_N_ELEMENTS (kinds))
        tour_take_sizes (tour, page);
    }
  fram_progression_against_set_kind (fram_progression_section_get_against (FRAM_PROGRESSION_SECTION (section)),
                                     FRAM_COMPARE_LAST);
  tour_take_sizes (tour, "participant-progression-last");
  tour_visit_dialog (tour, "progression-turned",
                     GTK_WINDOW (fram_progression_turned_new (fram_window_get_desk (tour->window), section, again,
                                                              FRAM_PROGRESSION_ALL)));
}

static void
visit_booking (Tour *tour, const char *id)
{
  FramUuid participant;

  if (id != NULL && fram_uuid_parse (id, &participant))
    tour_visit_dialog (tour, "booking",
                       GTK_WINDOW (fram_booking_dialog_new (fram_window_get_desk (tour->window),
                                                            GTK_WIDGET (tour->window), &participant, NULL)));
}

/* The page for the participant, with what it is made of. */
static void
visit_my_steps (Tour *tour, const char *id)
{
  FramDesk *desk = fram_window_get_desk (tour->window);
  g_autoptr (FramCase) what = id != NULL ? fram_desk_case (desk, id, NULL, NULL) : NULL;

  if (what != NULL)
    tour_visit_dialog (tour, "my-steps", fram_my_steps_dialog_new (desk, GTK_WIDGET (tour->window), what));
}

/* The adaptation card, with what it is made of. */
static void
visit_card (Tour *tour, const char *id)
{
  FramDesk *desk = fram_window_get_desk (tour->window);
  g_autoptr (FramCase) what = id != NULL ? fram_desk_case (desk, id, NULL, NULL) : NULL;

  if (what != NULL)
    tour_visit_dialog (tour, "card", fram_card_dialog_new (desk, GTK_WIDGET (tour->window), what));
}

static void
visit_participant (Tour *tour)
{
  g_autofree char *id = own_participant (fram_window_get_desk (tour->window));

  for (guint i = 0; id != NULL && i < fram_sections_count (); i++)
    {
      const char *section = fram_sections_get (i)->name;
      g_autofree char *uri = g_strdup_printf ("participant:%s@%s", id, section);
      g_autofree char *page = g_strdup_printf ("participant-%s", section);

      tour_visit (tour, page, uri);
      if (g_str_equal (section, "timeline"))
        visit_timeline (tour);
      if (g_str_equal (section, "progression"))
        visit_progression (tour, id);
    }
  visit_booking (tour, id);
  visit_my_steps (tour, id);
  visit_card (tour, id);
  if (id != NULL)
    tour_visit_ratings (tour, id);
}

/* The enrolment that goes on with most in place or on trial. */
static const FramAdaptation *
most_adapted (const GPtrArray *all)
{
  const FramAdaptation *best = NULL;
  guint most = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const FramAdaptation *one = g_ptr_array_index (all, i);
      guint n = 0;

      for (guint j = 0; one->is_open && j < all->len; j++)
        n += fram_uuid_equal (&((FramAdaptation *)g_ptr_array_index (all, j))->enrolment, &one->enrolment) &&
             fram_adaptation_has_line (((FramAdaptation *)g_ptr_array_index (all, j))->status);
      if (n > most && fram_adaptation_has_line (one->status))
        {
          best = one;
          most = n;
        }
    }
  return best;
}

/* A therapist's section of one participant, the form, a review and a mapping talk. */
static void
visit_adaptations (Tour *tour)
{
  FramDesk *desk = fram_window_get_desk (tour->window);
  FramAdaptationQuery query = { .due_by = FRAM_DATE_NONE };
  g_autoptr (GPtrArray) all = fram_desk_adaptations (desk, &query, NULL);
  const FramAdaptation *one = all != NULL ? most_adapted (all) : NULL;
  g_autoptr (FramAdaptationSheet) sheet = one != NULL ? fram_adaptation_sheet_read (desk, &one->enrolment, NULL) : NULL;
  GtkWidget *window = GTK_WIDGET (tour->window);
  g_autofree char *uri = NULL;
  char id[FRAM_UUID_TEXT_SIZE];

  if (sheet == NULL)
    {
      g_printerr ("adaptations: nobody has any\n");
      tour->failed = TRUE;
      return;
    }
  uri = g_strdup_printf ("participant:%s@adaptations", fram_uuid_format (&one->participant, id));
  tour_visit (tour, "therapist-adaptations", uri);
  tour_visit_dialog (tour, "adaptation",
                     GTK_WINDOW (fram_adaptation_dialog_new (desk, window, sheet, one, one->status)));
  tour_visit_dialog (tour, "adaptation-review", GTK_WINDOW (fram_adaptation_review_dialog_new (desk, window, one)));
  tour_visit_dialog (tour, "mapping-talk", GTK_WINDOW (fram_mapping_dialog_new (desk, window, sheet)));
}

/**
 * tour_visit_people:
 * @tour: the tour
 * @path: the register
 *
 * A case worker's pages: a participant section by section, and the lists across participants; then the therapist's list.
 */
void
tour_visit_people (Tour *tour, const char *path)
{
  fram_window_open (tour->window, path, "Rebecka Memic");
  tour_wait_ms (700);
  visit_participant (tour);
  tour_visit (tour, "gaps", "gaps:");
  tour_visit (tour, "commitments", "commitments:");
  tour_visit (tour, "places", "places:");
  fram_window_open (tour->window, path, "Dragana Andersen");
  tour_wait_ms (700);
  tour_visit (tour, "adaptations", "adaptations:");
  visit_adaptations (tour);
  fram_window_open (tour->window, path, "Samir Sandberg");
  tour_wait_ms (700);
  tour_visit (tour, "schedule-week", "schedule:@week");
  tour_visit (tour, "schedule-day", "schedule:@day");
  tour_visit (tour, "schedule-list", "schedule:@agenda");
}
