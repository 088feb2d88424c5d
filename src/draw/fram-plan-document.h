#pragma once

#include "fram-paper.h"
#include "fram-week-plan.h"

G_BEGIN_DECLS

/**
 * FramPlanDocument:
 *
 * An individual plan as it is handed out: A4, one idea to a line, a week as a grid, lines to sign on, page numbers. What is
 * added stands under each other; fram_plan_document_finish() puts it on pages. The same data gives the same pages.
 */
typedef struct _FramPlanDocument FramPlanDocument;

FramPlanDocument *fram_plan_document_new (const char *title, const char *name, const char *foot);
void fram_plan_document_free (FramPlanDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramPlanDocument, fram_plan_document_free)

void fram_plan_document_add_fact (FramPlanDocument *self, const char *label, const char *value);
void fram_plan_document_add_heading (FramPlanDocument *self, const char *text);
void fram_plan_document_add_text (FramPlanDocument *self, const char *text);
void fram_plan_document_add_line (FramPlanDocument *self, const char *text, const char *detail);
void fram_plan_document_add_tick (FramPlanDocument *self, const char *text, const char *detail, gboolean ticked);
void fram_plan_document_add_week (FramPlanDocument *self, FramWeekPlan *week);
void fram_plan_document_add_signatures (FramPlanDocument *self, const char *first, const char *second);
guint fram_plan_document_n_pages (const FramPlanDocument *self);
void fram_plan_document_finish (FramPlanDocument *self);
FramPaper *fram_plan_document_to_paper (FramPlanDocument *self);

G_END_DECLS
