#include "fram-week-plan-print.h"

#include "fram-drawing-dialog.h"
#include "fram-section.h"

static gpointer
read_paper (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_plan_paper (desk, data, error);
}

static void
on_paper_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) inside = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramPaper) paper = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (gtk_widget_get_root (inside) == NULL)
    return;
  if (paper != NULL)
    gtk_window_present (fram_drawing_dialog_new (FRAM_DESK (source), inside, paper));
  else
    fram_section_toast (inside, error->message, FALSE);
}

/**
 * fram_week_plan_print:
 * @inside: a widget of the section
 * @desk: the desk
 * @plan: whose
 */
void
fram_week_plan_print (GtkWidget *inside, FramDesk *desk, const FramCasePlan *plan)
{
  fram_desk_run_async (desk, read_paper, g_memdup2 (&plan->enrolment, sizeof plan->enrolment), g_free,
                       (GDestroyNotify)fram_paper_unref, NULL, on_paper_read_cb, g_object_ref (inside));
}
