#include "tour.h"

#include "fram-absence-dialog.h"
#include "fram-create-dialog.h"
#include "fram-desk-files.h"
#include "fram-desk-house.h"
#include "fram-desk-people.h"
#include "fram-desk-pin.h"
#include "fram-desk-roster.h"
#include "fram-desk-timeline-print.h"
#include "fram-desk-today.h"
#include "fram-drawing-dialog.h"
#include "fram-help.h"
#include "fram-indicator-dialog.h"
#include "fram-import-assistant.h"
#include "fram-locale.h"
#include "fram-lock.h"
#include "fram-member-card.h"
#include "fram-participant-dialog.h"
#include "fram-pin-dialog.h"
#include "fram-preferences.h"
#include "fram-page.h"
#include "fram-print-dialog.h"
#include "fram-roster-page.h"
#include "fram-staff-dialog.h"
#include "fram-workshop-dialog.h"

#include <string.h>

/* Another view of a roster; without a page name no picture is taken. */
static void
visit_view (Tour *tour, const char *page, const char *prefix, const char *id)
{
  char day[FRAM_DATE_TEXT_SIZE];
  g_autofree char *uri = g_strconcat (
      prefix, id, page == NULL ? "@" : NULL,
      page == NULL ? fram_date_format (fram_desk_get_home_day (fram_window_get_desk (tour->window)), day) : NULL, NULL);

  if (page != NULL)
    tour_visit (tour, page, uri);
  else
    gtk_widget_activate_action (GTK_WIDGET (tour->window), "win.open", "s", uri);
}

/* What a key opens beside the first line. */
static void
visit_popover (Tour *tour, GtkWidget *page, const char *name, guint key)
{
  GtkWidget *popover;

  fram_page_focus (FRAM_PAGE (page));
  tour_wait_ms (200);
  fram_roster_page_handle_key (FRAM_ROSTER_PAGE (page), key, 0);
  tour_wait_ms (400);
  popover = tour_find_mapped (page, GTK_TYPE_POPOVER);
  if (popover == NULL)
    {
      g_printerr ("%s: it does not open\n", name);
      tour->failed = TRUE;
      return;
    }
  tour_take (tour, popover, name, 0);
  gtk_popover_popdown (GTK_POPOVER (popover));
  tour_wait_ms (200);
}

static void
visit_roster_popovers (Tour *tour)
{
  FramDesk *desk = fram_window_get_desk (tour->window);
  GtkWidget *page = tour_find_mapped (GTK_WIDGET (tour->window), FRAM_TYPE_ROSTER_PAGE);
  const FramRoster *roster = page != NULL ? fram_roster_page_get_roster (FRAM_ROSTER_PAGE (page)) : NULL;
  const FramRosterRow *row = roster != NULL && roster->rows->len > 0 ? roster->rows->pdata[0] : NULL;

  if (row == NULL)
    return;
  visit_popover (tour, page, "roster-details", GDK_KEY_F2);
  visit_popover (tour, page, "roster-menu", GDK_KEY_Menu);
  tour_visit_dialog (tour, "absence",
                     GTK_WINDOW (fram_absence_dialog_new (desk, page, &row->enrolment, row->name, roster->day)));
}

static void
visit_roster (Tour *tour)
{
  FramUuid snickeri;
  char id[FRAM_UUID_TEXT_SIZE];
  g_autofree char *uri = NULL;

  if (!fram_desk_find_activity (fram_window_get_desk (tour->window), "snickeri", &snickeri, NULL))
    return;
  uri = g_strconcat ("roster:", fram_uuid_format (&snickeri, id), NULL);
  tour_visit (tour, "roster", uri);
  visit_roster_popovers (tour);
  visit_view (tour, "roster-week", "week:", id);
  visit_view (tour, "roster-month", "month:", id);
  /* the plain address stays in the view that is open; with a day it is the day's */
  visit_view (tour, NULL, "roster:", id);
}

/* Each sheet with its pages as they will be, and as narrow as a telephone. */
static void
visit_print_dialog (Tour *tour, FramPrintKind kind, int width)
{
  FramDesk *desk = fram_window_get_desk (tour->window);
  g_autofree char *page = g_strdup_printf ("print-%s", fram_print_kind_get_code (kind));
  FramUuid snickeri;
  GtkWindow *dialog;

  if (!fram_desk_find_activity (desk, "snickeri", &snickeri, NULL))
    return;
  dialog = fram_print_dialog_new (desk, GTK_WIDGET (tour->window), &snickeri, kind, fram_desk_get_home_day (desk));
  if (width > 0)
    gtk_window_set_default_size (dialog, width, 700);
  gtk_window_present (dialog);
  tour_wait_ms (500);
  tour_take (tour, GTK_WIDGET (dialog), page, width);
  gtk_window_destroy (dialog);
}

/* A timeline as it is printed. */
static void
visit_drawing_dialog (Tour *tour, const char *case_no, int width)
{
  FramDesk *desk = fram_window_get_desk (tour->window);
  g_autoptr (FramPaper) paper = fram_desk_timeline_paper (desk, case_no, NULL, NULL);
  GtkWindow *dialog;

  if (paper == NULL)
    return;
  dialog = fram_drawing_dialog_new (desk, GTK_WIDGET (tour->window), paper);
  if (width > 0)
    gtk_window_set_default_size (dialog, width, 700);
  gtk_window_present (dialog);
  tour_wait_ms (500);
  tour_take (tour, GTK_WIDGET (dialog), "print-timeline", width);
  gtk_window_destroy (dialog);
}

static char *
first_case_no (FramDesk *desk)
{
  FramPeopleQuery query = { .workshop = "snickeri", .limit = 1 };
  g_autoptr (GPtrArray) people = fram_desk_people (desk, &query, NULL);

  return people != NULL && people->len > 0 ? g_strdup (((FramPersonRow *)g_ptr_array_index (people, 0))->case_no)
                                           : NULL;
}

/* The editor of a set of questions. */
static void
visit_questions (Tour *tour)
{
  FramDesk *desk = fram_window_get_desk (tour->window);
  g_autoptr (GPtrArray) sets = fram_desk_indicator_sets (desk, NULL);
  FramIndicatorDialog *dialog;

  if (sets == NULL || sets->len == 0)
    return;
  dialog = fram_indicator_dialog_new (desk, GTK_WIDGET (tour->window), sets->pdata[0], NULL, TRUE);
  fram_question_row_edit (fram_indicator_dialog_get_question (dialog, 0));
  tour_visit_dialog (tour, "questions-dialog", GTK_WINDOW (dialog));
}

/* The dialogs of a workshop and of somebody who works here. */
static void
visit_house_dialogs (Tour *tour)
{
  FramDesk *desk = fram_window_get_desk (tour->window);
  GtkWidget *window = GTK_WIDGET (tour->window);
  g_autoptr (GPtrArray) workshops = fram_desk_workshops (desk, FALSE, NULL);
  g_autoptr (GPtrArray) staff = fram_desk_staff (desk, FALSE, NULL);

  if (workshops == NULL || workshops->len == 0 || staff == NULL || staff->len == 0)
    return;
  tour_visit_dialog (tour, "workshop-dialog",
                     GTK_WINDOW (fram_workshop_dialog_new (desk, window, &((FramWorkshop *)workshops->pdata[0])->id)));
  visit_questions (tour);
  tour_visit_dialog (tour, "staff-dialog",
                     GTK_WINDOW (fram_staff_dialog_new (desk, window, &((FramStaff *)staff->pdata[0])->id)));
}

static void
visit_dialogs (Tour *tour)
{
  FramDesk *desk = fram_window_get_desk (tour->window);
  g_autofree char *case_no = first_case_no (desk);

  tour_visit_dialog (tour, "create", fram_create_dialog_new (GTK_WINDOW (tour->window)));
  tour_visit_dialog (tour, "help", fram_help_new (GTK_WINDOW (tour->window)));
  visit_house_dialogs (tour);
  tour_visit_dialog (tour, "pin-dialog",
                     fram_pin_dialog_new (GTK_WINDOW (tour->window), fram_application_get_seat (tour->app)));
  tour_visit_dialog (tour, "preferences",
                     fram_preferences_new (GTK_WINDOW (tour->window), fram_application_get_settings (tour->app), TRUE));
  for (guint kind = 0; kind < FRAM_N_PRINT_KINDS; kind++)
    visit_print_dialog (tour, (FramPrintKind)kind, 0);
  visit_print_dialog (tour, FRAM_PRINT_SIGNATURES_DAY, 360);
  if (case_no != NULL)
    {
      visit_drawing_dialog (tour, case_no, 0);
      visit_drawing_dialog (tour, case_no, 360);
    }
  if (case_no != NULL)
    tour_visit_dialog (tour, "participant",
                       GTK_WINDOW (fram_participant_dialog_new (desk, GTK_WIDGET (tour->window), case_no)));
}

/* A list as somebody keeps it in a spreadsheet: of @case_no, with faults or without. */
static char *
write_list (const char *path, const char *case_no, gboolean faults)
{
  g_autofree char *directory = g_path_get_dirname (path);
  char *file = g_build_filename (directory, "närvaro vecka 46.csv", NULL);
  g_autofree char *text =
      g_strdup_printf ("Ärendenr;Datum;Arbetslag;Närvaro;Timmar;Tröja\r\n%s;2026-11-09;Trädgård;N;3,5;röd\r\n"
                       "%s;%s;Trädgård;J;0;röd\r\n%s;2026-11-11;%s;N;2,25;\r\n",
                       case_no, case_no, faults ? "10/11/2026" : "2026-11-10", case_no, faults ? "Smedja" : "Snickeri");

  g_file_set_contents (file, text, -1, NULL);
  return file;
}

static void
take_assistant (Tour *tour, GtkWindow *assistant, const char *page)
{
  gtk_window_set_default_size (assistant, 360, 720);
  tour_take (tour, GTK_WIDGET (assistant), page, 360);
  gtk_window_set_default_size (assistant, 720, 640);
  tour_take (tour, GTK_WIDGET (assistant), page, 0);
}

static void
go_on (GtkWindow *assistant)
{
  gtk_widget_activate_action (GTK_WIDGET (assistant), "import.next", NULL);
  tour_wait_ms (700);
}

static void
visit_import (Tour *tour, const char *path)
{
  FramDesk *desk = fram_window_get_desk (tour->window);
  g_autofree char *case_no = first_case_no (desk);
  g_autofree char *file = write_list (path, case_no, TRUE);
  const char *const paths[] = { file, NULL };
  GtkWindow *assistant = GTK_WINDOW (fram_import_assistant_new (desk, GTK_WINDOW (tour->window)));

  gtk_window_present (assistant);
  tour_wait_ms (300);
  take_assistant (tour, assistant, "import-choose");
  fram_import_assistant_take (FRAM_IMPORT_ASSISTANT (assistant), paths);
  tour_wait_ms (500);
  take_assistant (tour, assistant, "import-files");
  go_on (assistant);
  take_assistant (tour, assistant, "import-problems");
  g_free (write_list (path, case_no, FALSE));
  fram_import_assistant_take (FRAM_IMPORT_ASSISTANT (assistant), paths);
  tour_wait_ms (500);
  go_on (assistant);
  take_assistant (tour, assistant, "import-preview");
  go_on (assistant);
  take_assistant (tour, assistant, "import-done");
  gtk_window_destroy (assistant);
}

/* The first page of the day, as somebody of that role has it. */
static void
visit_today (Tour *tour, const char *path, const char *who, const char *page)
{
  fram_window_open (tour->window, path, who);
  tour_wait_ms (700);
  tour_visit (tour, page, "today:");
}

/* A peer mentor's day, and the card of somebody in the group of today. */
static void
visit_mentor (Tour *tour, const char *path)
{
  FramDesk *desk;
  g_autoptr (FramToday) today = NULL;

  visit_today (tour, path, "Samir Sandberg", "today-mentor");
  desk = fram_window_get_desk (tour->window);
  today = fram_desk_today (desk, fram_desk_get_home_day (desk), NULL);
  if (today == NULL || today->people->len == 0)
    {
      tour->failed = TRUE;
      return;
    }
  tour_visit_dialog (
      tour, "member-card",
      GTK_WINDOW (fram_member_card_new (desk, GTK_WIDGET (tour->window),
                                        &((const FramTodayMember *)g_ptr_array_index (today->people, 0))->enrolment)));
}

void
tour_walk (Tour *tour, const char *path)
{
  gtk_window_present (GTK_WINDOW (tour->window));
  fram_window_open (tour->window, "/nowhere/framsteg.db", NULL);
  tour_wait_ms (300);
  tour_take_sizes (tour, "missing");
  fram_window_open (tour->window, path, NULL);
  tour_wait_ms (500);
  tour_take_sizes (tour, "who");
  fram_window_open (tour->window, path, "Örjan Kadhim");
  tour_wait_ms (500);
  tour_take_sizes (tour, "pin");
  visit_today (tour, path, "Rebecka Memic", "today-case-worker");
  visit_today (tour, path, "Lena Ahmadi", "today-manager");
  visit_mentor (tour, path);
  tour_visit_people (tour, path);
  fram_window_open (tour->window, path, "Teresa Sundberg");
  tour_wait_ms (700);
  visit_roster (tour);
  tour_visit (tour, "participants", "people:");
  tour_visit (tour, "staff", "staff:");
  tour_visit (tour, "workshops", "workshops:");
  tour_visit (tour, "closed-days", "closures:");
  tour_visit (tour, "questions", "indicators:");
  visit_dialogs (tour);
  visit_import (tour, path);
  fram_lock_lock (fram_application_get_lock (tour->app));
  tour_wait_ms (300);
  tour_take_sizes (tour, "locked");
}
