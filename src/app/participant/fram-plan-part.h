#pragma once

#include "fram-desk-plan.h"
#include "fram-plan-deeds.h"
#include "fram-section.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramPlanPart:
 *
 * A part of the Plan section that shows something of #FramCasePlan: it reads the plan off the main loop, again after each
 * change, and keeps the keyboard where it was. What is being written stays with the subclass.
 */
#define FRAM_TYPE_PLAN_PART (fram_plan_part_get_type ())
G_DECLARE_DERIVABLE_TYPE (FramPlanPart, fram_plan_part, FRAM, PLAN_PART, AdwBin)

/**
 * FramPlanPartClass:
 * @fill: shows the plan
 * @edit: (nullable): shows where a thing is changed
 * @add: (nullable): begins a new thing
 * @print: (nullable): prints the plan
 * @flush: (nullable): writes down what is being written
 */
struct _FramPlanPartClass
{
  AdwBinClass parent_class;

  void (*fill) (FramPlanPart *self, const FramCasePlan *plan);
  gboolean (*edit) (FramPlanPart *self, const FramCasePlan *plan, FramEntity entity, const FramUuid *id);
  gboolean (*add) (FramPlanPart *self, const FramCasePlan *plan, const char *what);
  void (*print) (FramPlanPart *self, const FramCasePlan *plan);
  void (*flush) (FramPlanPart *self, const FramCasePlan *plan);
};

FramDesk *fram_plan_part_get_desk (FramPlanPart *self);
const FramCasePlan *fram_plan_part_get_plan (FramPlanPart *self);
void fram_plan_part_run (FramPlanPart *self, FramPlanDeed *deed);
void fram_plan_part_present (FramPlanPart *self, GtkWidget *dialog);

/* Rows of lists: each has a key, by which the keyboard finds it again after it has been made anew. */
GtkWidget *fram_plan_part_add_row (GtkWidget *list, int position, const char *title, const char *subtitle,
                                   const FramUuid *key);
GtkWidget *fram_plan_part_add_button (GtkWidget *row, const char *icon, const char *name, GCallback clicked,
                                      gpointer data);
GtkWidget *fram_plan_part_new_list (const char *name);
GtkWidget *fram_plan_part_add_more (GtkWidget *list, const char *title, GCallback activated, gpointer data);
const FramUuid *fram_plan_part_get_key (GtkWidget *row);
void fram_plan_part_clear_rows (GtkWidget *list, GtkWidget *keep);

G_END_DECLS
