#pragma once

#include "fram-session.h"

G_BEGIN_DECLS

/**
 * FramIcs:
 *
 * A calendar on its way into a file that other programs read (iCalendar, RFC 5545). Times are those of Europe/Stockholm,
 * whose rules are in the file.
 */
typedef struct _FramIcs FramIcs;

FramIcs *fram_ics_new (const char *name, gint64 now);
void fram_ics_free (FramIcs *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramIcs, fram_ics_free)

/**
 * FramIcsWantedFunc:
 * @session: a session
 * @data: closure
 *
 * Returns: whether it is written
 */
typedef gboolean (*FramIcsWantedFunc) (const FramSession *session, gpointer data);

/**
 * FramIcsSeries:
 * @uid: what the events are known by in other programs; the same each time
 * @title: what it is called
 * @text: (nullable): more about it, a line or several
 * @series: when
 * @from: first day wanted
 * @to: last day wanted
 * @closed_days: (nullable) (element-type FramClosedDay): closed days of the house
 * @wanted: (nullable): which of the sessions are written; %NULL: all
 * @data: its closure
 * @places: (nullable) (element-type gint64 utf8): names of places by row number
 * @people: (nullable) (element-type gint64 utf8): names of substitutes by row number; %NULL: nobody is named
 *
 * A series of sessions that is to be written.
 */
typedef struct
{
  const char *uid;
  const char *title;
  const char *text;
  const FramSeries *series;
  FramDate from;
  FramDate to;
  const GArray *closed_days;
  FramIcsWantedFunc wanted;
  gpointer data;
  GHashTable *places;
  GHashTable *people;
} FramIcsSeries;

void fram_ics_add_series (FramIcs *self, const FramIcsSeries *what);

/**
 * FramIcsEvent:
 * @uid: what it is known by
 * @title: what it is called
 * @place: (nullable): where
 * @text: (nullable): more about it
 * @day: the day
 * @to_day: the last day, or %FRAM_DATE_NONE; only for whole days
 * @starts: minutes since midnight, %FRAM_TIME_NONE for whole days
 * @ends: likewise
 * @cancelled: whether it is called off
 *
 * Something that is once.
 */
typedef struct
{
  const char *uid;
  const char *title;
  const char *place;
  const char *text;
  FramDate day;
  FramDate to_day;
  int starts;
  int ends;
  gboolean cancelled;
} FramIcsEvent;

void fram_ics_add_event (FramIcs *self, const FramIcsEvent *event);
guint fram_ics_count (const FramIcs *self);
char *fram_ics_to_text (FramIcs *self);

G_END_DECLS
