#include "fram-sight.h"

#include "fram-consent-store.h"
#include "fram-rights.h"

/* Who may see whom, as conditions of SQL. Row numbers and dates are written out as literals: they come from the register
 * and the clock, never from a person. */

typedef struct
{
  char from[FRAM_DATE_TEXT_SIZE]; /* still one's own: ended on or after this day */
  char to[FRAM_DATE_TEXT_SIZE];   /* already one's own: begins on or before this day */
  char today[FRAM_DATE_TEXT_SIZE];
} Window;

static void
window_init (Window *w, FramDate today)
{
  fram_date_format (today - FRAM_SIGHT_DAYS_BACK, w->from);
  fram_date_format (today + FRAM_SIGHT_DAYS_FORWARD, w->to);
  fram_date_format (today, w->today);
}

static void
append_own (GString *sql, const FramGrant *grant, gint64 staff, const Window *w)
{
  const char *during = "x.gone = 0 AND x.from_day <= '%s' AND (x.to_day IS NULL OR x.to_day >= '%s')";
  g_autofree char *dates = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  dates = g_strdup_printf (during, w->to, w->from);
#pragma GCC diagnostic pop
  if (grant->workshop != 0)
    g_string_append_printf (sql,
                            " UNION SELECT e.participant FROM placement x JOIN enrolment e ON e.id = x.enrolment"
                            " WHERE x.activity = %" G_GINT64_FORMAT " AND %s",
                            grant->workshop, dates);
  if (grant->group != 0)
    g_string_append_printf (sql,
                            " UNION SELECT e.participant FROM membership x JOIN enrolment e ON e.id = x.enrolment"
                            " WHERE x.activity_group = %" G_GINT64_FORMAT " AND %s",
                            grant->group, dates);
  if (grant->role == FRAM_ROLE_CASE_WORKER)
    g_string_append_printf (sql,
                            " UNION SELECT e.participant FROM case_worker x JOIN enrolment e ON e.id = x.enrolment"
                            " WHERE x.staff IN (%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ") AND %s",
                            staff, grant->deputy_for, dates);
}

/* Given, not run out, and not withdrawn by any later line: rows of consents are only added, and a withdrawal wins. That
 * for a card is for the card alone. */
static void
append_consented (GString *sql, const FramGrant *grant, const Window *w)
{
  g_string_append_printf (sql,
                          " UNION SELECT c.participant FROM consent c JOIN organisation o ON o.code = c.recipient"
                          " WHERE o.id = %" G_GINT64_FORMAT " AND c.gone = 0 AND c.withdrawn IS NULL"
                          " AND c.kind <> '" FRAM_CONSENT_CARD "'"
                          " AND c.given <= '%s' AND (c.until IS NULL OR c.until >= '%s') AND NOT EXISTS ("
                          "SELECT 1 FROM consent v WHERE v.participant = c.participant AND v.recipient = c.recipient"
                          " AND v.kind = c.kind AND v.gone = 0 AND v.withdrawn >= c.given)",
                          grant->organisation, w->today, w->today);
}

/**
 * fram_sight_named:
 * @viewer: who asks
 * @column: an expression that gives a participant's row number
 *
 * Returns: (transfer full): a condition that holds for everyone without protected identity and for those the viewer is
 *   named for (DATA.md, "Protected identity")
 */
char *
fram_sight_named (const FramViewer *viewer, const char *column)
{
  char today[FRAM_DATE_TEXT_SIZE];

  if (viewer->is_system)
    return g_strdup ("1");
  fram_date_format (viewer->today, today);
  return g_strdup_printf ("(NOT EXISTS (SELECT 1 FROM participant q WHERE q.id = %s AND q.protected = 1) OR EXISTS ("
                          "SELECT 1 FROM named_access n WHERE n.participant = %s AND n.staff = %" G_GINT64_FORMAT
                          " AND n.gone = 0 AND n.from_day <= '%s' AND (n.to_day IS NULL OR n.to_day >= '%s')))",
                          column, column, viewer->staff, today, today);
}

/**
 * fram_sight_of_participant:
 * @viewer: who asks
 * @klass: what is asked for
 * @column: an expression that gives a participant's row number
 *
 * Returns: (transfer full): a condition of SQL that holds for the people whose @klass the viewer may read
 */
char *
fram_sight_of_participant (const FramViewer *viewer, FramClass klass, const char *column)
{
  g_autoptr (GString) own = g_string_new ("SELECT 0");
  g_autofree char *named = fram_sight_named (viewer, column);
  Window w;
  gboolean all = viewer->is_system;

  window_init (&w, viewer->today);
  for (guint i = 0; i < viewer->grants->len; i++)
    {
      const FramGrant *grant = &g_array_index (viewer->grants, FramGrant, i);
      FramReach reach = viewer->rights.cells[grant->role][klass].reach;

      all = all || reach == FRAM_REACH_SITE;
      if (reach == FRAM_REACH_OWN)
        append_own (own, grant, viewer->staff, &w);
      else if (reach == FRAM_REACH_CONSENTED)
        append_consented (own, grant, &w);
    }
  if (all)
    return g_steal_pointer (&named);
  return g_strdup_printf ("(%s IN (%s) AND %s)", column, own->str, named);
}

/**
 * fram_sight_of_plan:
 * @viewer: who asks
 * @column: an expression that gives a participant's row number
 *
 * A peer mentor sees of the plan what concerns the own groups and the own bookings, and nothing else (DATA.md, "plan").
 *
 * Returns: (transfer full): a condition of SQL that holds for the people whose whole plan the viewer may read
 */
char *
fram_sight_of_plan (const FramViewer *viewer, const char *column)
{
  g_autoptr (FramViewer) others = fram_rights_beside_mentor (viewer);

  return fram_sight_of_participant (others, FRAM_CLASS_PLAN, column);
}

/**
 * fram_sight_of_facts:
 * @viewer: who asks
 * @column: an expression that gives a participant's row number
 *
 * A peer mentor sees names and phones of the own groups; when somebody was born, the case worker and the target day are none
 * of it (DATA.md, "basic").
 *
 * Returns: (transfer full): a condition of SQL that holds for the people of whom the viewer sees more than the name
 */
char *
fram_sight_of_facts (const FramViewer *viewer, const char *column)
{
  g_autoptr (FramViewer) others = fram_rights_beside_mentor (viewer);

  return fram_sight_of_participant (others, FRAM_CLASS_BASIC, column);
}

/**
 * fram_sight_of_own_groups:
 * @viewer: who asks
 *
 * Returns: (transfer full): row numbers of the groups that the viewer leads as a peer mentor, for IN; 0 is none
 */
char *
fram_sight_of_own_groups (const FramViewer *viewer)
{
  g_autoptr (GString) list = g_string_new ("0");

  for (guint i = 0; i < viewer->grants->len; i++)
    {
      const FramGrant *grant = &g_array_index (viewer->grants, FramGrant, i);

      if (grant->role == FRAM_ROLE_PEER_MENTOR && grant->group != 0)
        g_string_append_printf (list, ", %" G_GINT64_FORMAT, grant->group);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/**
 * fram_sight_of_class:
 * @viewer: who asks
 * @klass: a class that is about nobody in particular, as the register of places
 *
 * Returns: (transfer full): a condition of SQL that holds where the viewer may read the class
 */
char *
fram_sight_of_class (const FramViewer *viewer, FramClass klass)
{
  return g_strdup (fram_rights_reaches_site (viewer, klass, FALSE) ? "1" : "0");
}
