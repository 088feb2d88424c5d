#include "fram-schedule-capacity.h"

#include "fram-desk-capacity.h"
#include "fram-drawing-dialog.h"

/* How far the curves reach: far enough back to compare with last year, ahead as far as plans do. */
#define DAYS_BACK  (104 * 7)
#define DAYS_AHEAD (12 * 7)

static gpointer
read_paper (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  FramDate today = fram_clock_today (fram_desk_get_clock (desk));

  return fram_desk_capacity_paper (desk, today - DAYS_BACK, today + DAYS_AHEAD, error);
}

static void
on_paper_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramPage) page = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramPaper) paper = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (page)) == NULL)
    return;
  if (paper != NULL)
    gtk_window_present (fram_drawing_dialog_new (FRAM_DESK (source), GTK_WIDGET (page), paper));
  else
    fram_page_toast (page, error->message, FALSE);
}

/**
 * fram_schedule_show_capacity:
 * @page: the page that it is asked from
 * @desk: the desk
 *
 * Shows how many take part at the same time, week by week, and offers to print or save it.
 */
void
fram_schedule_show_capacity (FramPage *page, FramDesk *desk)
{
  fram_desk_run_async (desk, read_paper, NULL, NULL, (GDestroyNotify)fram_paper_unref, NULL, on_paper_read_cb,
                       g_object_ref (page));
}
