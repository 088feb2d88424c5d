#pragma once

#include "fram-desk-rating.h"

G_BEGIN_DECLS

/**
 * FramRatingRead:
 * @form: the form with its questions and draft
 * @day: the day it is for
 * @earlier: (nullable) (element-type FramAreaNote): of an agenda: what was said before
 *
 * What the form of a talk shows, read on the desk's thread.
 */
typedef struct
{
  FramRatingForm *form;
  FramDate day;
  GPtrArray *earlier;
} FramRatingRead;

void fram_rating_read_free (gpointer read);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramRatingRead, fram_rating_read_free)

gpointer fram_rating_ask_new (const FramUuid *enrolment, const FramUuid *set, FramDate day);

/* For fram_desk_run_async(): of fram_rating_ask_new() the form, of an enrolment's id the forms. */
gpointer fram_rating_read_form (FramDesk *desk, gpointer ask, GCancellable *cancellable, GError **error);
gpointer fram_rating_read_forms (FramDesk *desk, gpointer enrolment, GCancellable *cancellable, GError **error);

G_END_DECLS
