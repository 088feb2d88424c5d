#include "fram-week-paper-private.h"

#include "fram-clock.h"
#include "fram-paper-page.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* What weeks on paper have in common. */

static void
week_paper_free (gpointer data)
{
  FramWeekPaper *self = data;

  g_clear_pointer (&self->layout, fram_schedule_layout_free);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->window, fram_schedule_picture_free);
  fram_schedule_picture_free (self->picture);
  g_free (self->title);
  g_free (self->name);
  g_free (self->site);
  g_free (self->span);
  g_free (self->footer);
  g_free (self->printed);
  g_free (self);
}

static char *
span_to_words (FramDate from, FramDate to)
{
  g_autofree char *week = fram_date_to_week_text (from), *days = fram_date_range_to_text (from, to);

  if (fram_date_monday (from) != fram_date_monday (to))
    return g_steal_pointer (&days);
  /* Translators: a week and its days: "week 46, 9–13 November 2026" */
  return g_strdup_printf (C_ ("sheet", "%1$s, %2$s"), week, days);
}

/* Takes @picture. */
FramWeekPaper *
fram_week_paper_new (FramSchedulePicture *picture, const FramWeekPaperHead *head)
{
  FramWeekPaper *self = g_new0 (FramWeekPaper, 1);
  g_autofree char *day = fram_date_to_day_month (fram_instant_get_date (head->printed_at));

  self->picture = picture;
  self->picture->today = FRAM_DATE_NONE;
  self->picture->now = FRAM_TIME_NONE;
  self->title = g_strdup (head->title);
  self->name = g_strdup (head->name);
  self->site = g_strdup (head->site);
  self->span = span_to_words (head->from, head->to);
  self->footer = g_strdup (head->footer);
  /* Translators: a day */
  self->printed = g_strdup_printf (C_ ("sheet", "Printed %s"), day);
  self->rtl = head->rtl;
  return self;
}

static char *
tell (const FramPaper *paper, guint page)
{
  return fram_schedule_picture_to_words (((const FramWeekPaper *)paper->data)->picture);
}

FramPaper *
fram_week_paper_wrap (FramWeekPaper *self, const FramWeekPaperHead *head, FramPaperDrawFunc draw)
{
  g_autofree char *title = self->name != NULL ? g_strdup_printf ("%s, %s, %s", self->title, self->name, self->span)
                                              : g_strdup_printf ("%s, %s", self->title, self->span);
  g_autofree char *week = fram_week_format (head->from);
  g_autofree char *stem = g_strdup_printf ("%s %s%s%s", self->title, week, self->name != NULL ? " " : "",
                                           self->name != NULL ? self->name : "");
  FramPaper *paper = fram_paper_new (title, draw, self, week_paper_free);

  fram_paper_set_file_stem (paper, stem);
  paper->log_text = g_strdup (head->log_text);
  paper->log_class = FRAM_CLASS_PLAN;
  paper->made_at = head->printed_at;
  paper->describe = fram_paper_page_to_words;
  paper->tell = tell;
  if (head->participant != NULL)
    g_array_append_vals (paper->people, head->participant, 1);
  return paper;
}
