#include "fram-kinds.h"

#include "fram-adaptations-page.h"
#include "fram-attendance-page.h"
#include "fram-closures-page.h"
#include "fram-commitments-page.h"
#include "fram-gaps-page.h"
#include "fram-groups-page.h"
#include "fram-participant-page.h"
#include "fram-participants-page.h"
#include "fram-places-page.h"
#include "fram-rights.h"
#include "fram-roster-page.h"
#include "fram-schedule-page.h"
#include "fram-staff-page.h"
#include "fram-today-page.h"
#include "fram-indicators-page.h"
#include "fram-workshops-page.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const char *prefix;
  GtkWidget *(*make) (FramDesk *desk, const char *rest);
  gboolean (*is_for) (const FramViewer *viewer);
  gboolean (*is_address) (const char *rest); /* NULL where nothing follows */
  const char *title;                         /* before the page itself is there; NULL where only the register knows */
  const char *icon;
} Kind;

static GtkWidget *
make_day (FramDesk *desk, const char *rest)
{
  return fram_attendance_page_new (desk, "day", rest);
}

static GtkWidget *
make_week (FramDesk *desk, const char *rest)
{
  return fram_attendance_page_new (desk, "week", rest);
}

static GtkWidget *
make_month (FramDesk *desk, const char *rest)
{
  return fram_attendance_page_new (desk, "month", rest);
}

static GtkWidget *
make_schedule (FramDesk *desk, const char *rest)
{
  return fram_schedule_page_new (desk, rest);
}

static GtkWidget *
make_people (FramDesk *desk, const char *rest)
{
  return fram_participants_page_new (desk);
}

static GtkWidget *
make_gaps (FramDesk *desk, const char *rest)
{
  return fram_gaps_page_new (desk);
}

static GtkWidget *
make_participant (FramDesk *desk, const char *rest)
{
  return fram_participant_page_new (desk, rest);
}

static GtkWidget *
make_adaptations (FramDesk *desk, const char *rest)
{
  return fram_adaptations_page_new (desk);
}

static GtkWidget *
make_places (FramDesk *desk, const char *rest)
{
  return fram_places_page_new (desk);
}

static GtkWidget *
make_staff (FramDesk *desk, const char *rest)
{
  return fram_staff_page_new (desk);
}

static GtkWidget *
make_indicators (FramDesk *desk, const char *rest)
{
  return fram_indicators_page_new (desk);
}

static GtkWidget *
make_workshops (FramDesk *desk, const char *rest)
{
  return fram_workshops_page_new (desk);
}

static GtkWidget *
make_groups (FramDesk *desk, const char *rest)
{
  return fram_groups_page_new (desk);
}

static GtkWidget *
make_closures (FramDesk *desk, const char *rest)
{
  return fram_closures_page_new (desk);
}

static GtkWidget *
make_commitments (FramDesk *desk, const char *rest)
{
  return fram_commitments_page_new (desk);
}

static GtkWidget *
make_today (FramDesk *desk, const char *rest)
{
  return fram_today_page_new (desk);
}

static gboolean
has_tasks (const FramViewer *viewer)
{
  return fram_rights_may_read (viewer, FRAM_CLASS_TASK);
}

static gboolean
sees_rosters (const FramViewer *viewer)
{
  return fram_rights_may_read (viewer, FRAM_CLASS_ATTEND);
}

static gboolean
sees_people (const FramViewer *viewer)
{
  return fram_rights_may_read (viewer, FRAM_CLASS_BASIC);
}

/* The week of all groups is for everybody, names or not (DATA.md, "shop"). */
static gboolean
sees_groups (const FramViewer *viewer)
{
  return fram_rights_may_read (viewer, FRAM_CLASS_SHOP);
}

/* A peer mentor sees name, phone, own bookings and attendance in own groups, and nothing more anywhere. */
static gboolean
opens_people (const FramViewer *viewer)
{
  for (guint i = 0; i < viewer->grants->len; i++)
    {
      FramRole role = g_array_index (viewer->grants, FramGrant, i).role;

      if (role != FRAM_ROLE_PEER_MENTOR && viewer->rights.cells[role][FRAM_CLASS_BASIC].reach >= FRAM_REACH_CONSENTED)
        return TRUE;
    }
  return viewer->is_system;
}

/* What was promised is of use to those who follow people, not to those who lead a workshop or group. */
static gboolean
follows_people (const FramViewer *viewer)
{
  return viewer->is_system || fram_viewer_has_role (viewer, FRAM_ROLE_CASE_WORKER) ||
         fram_viewer_has_role (viewer, FRAM_ROLE_MANAGER) || fram_viewer_has_role (viewer, FRAM_ROLE_ADMINISTRATOR);
}

static gboolean
sees_plans (const FramViewer *viewer)
{
  return opens_people (viewer) && fram_rights_may_read (viewer, FRAM_CLASS_PLAN);
}

static gboolean
sees_needs (const FramViewer *viewer)
{
  return fram_rights_may_read (viewer, FRAM_CLASS_NEED);
}

static gboolean
sees_places (const FramViewer *viewer)
{
  return fram_rights_reaches_site (viewer, FRAM_CLASS_PLACES, FALSE);
}

/* What talks ask for is of use to those who hold them, and to those who decide about it. */
static gboolean
reads_questions (const FramViewer *viewer)
{
  return follows_people (viewer) && fram_rights_may_read (viewer, FRAM_CLASS_REF);
}

static gboolean
sees_staff (const FramViewer *viewer)
{
  return fram_rights_reaches_site (viewer, FRAM_CLASS_RIGHTS, FALSE);
}

static gboolean
keeps_house (const FramViewer *viewer)
{
  return fram_rights_reaches_site (viewer, FRAM_CLASS_SHOP, TRUE);
}

/* Whoever keeps the house keeps its groups; who leads one keeps what is written about it. */
static gboolean
keeps_groups (const FramViewer *viewer)
{
  for (guint i = 0; i < viewer->grants->len; i++)
    if (g_array_index (viewer->grants, FramGrant, i).group != 0)
      return TRUE;
  return viewer->led->len > 0 || keeps_house (viewer);
}

/* Every kind of page, what its addresses begin with, and whom it is for. */
static const Kind kinds[] = {
  { "today:", make_today, has_tasks, NULL, N_ ("Today"), "daytime-sunrise-symbolic" },
  { "roster:", make_day, sees_rosters, fram_attendance_page_reads, NULL, "view-list-symbolic" },
  { "week:", make_week, sees_rosters, fram_attendance_page_reads, NULL, "view-list-symbolic" },
  { "month:", make_month, sees_rosters, fram_attendance_page_reads, NULL, "view-list-symbolic" },
  { "schedule:", make_schedule, sees_groups, fram_schedule_page_reads, N_ ("Schedule"), "x-office-calendar-symbolic" },
  { "people:", make_people, sees_people, NULL, N_ ("Participants"), "system-users-symbolic" },
  { "gaps:", make_gaps, sees_plans, NULL, N_ ("Gaps"), "media-playlist-consecutive-symbolic" },
  { "participant:", make_participant, opens_people, fram_participant_page_reads, NULL, "avatar-default-symbolic" },
  { "commitments:", make_commitments, follows_people, NULL, N_ ("Commitments"), "object-select-symbolic" },
  { "adaptations:", make_adaptations, sees_needs, NULL, N_ ("Adaptations"), "applications-utilities-symbolic" },
  { "places:", make_places, sees_places, NULL, N_ ("External places"), "mark-location-symbolic" },
  { "staff:", make_staff, sees_staff, NULL, N_ ("Staff"), "contact-new-symbolic" },
  { "workshops:", make_workshops, keeps_house, NULL, N_ ("Workshops and hours"), "alarm-symbolic" },
  { "groups:", make_groups, keeps_groups, NULL, N_ ("Groups"), "system-users-symbolic" },
  { "indicators:", make_indicators, reads_questions, NULL, N_ ("Questions of talks"), "view-list-bullet-symbolic" },
  { "closures:", make_closures, keeps_house, NULL, N_ ("Closed days"), "x-office-calendar-symbolic" },
};

static const Kind *
find (const char *uri)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (uri, kinds[i].prefix))
      return &kinds[i];
  return NULL;
}

/**
 * fram_kinds_make:
 * @desk: the desk
 * @uri: what to open
 *
 * Returns: (transfer floating) (nullable): the page; %NULL where there is none, or none for who sits there
 */
GtkWidget *
fram_kinds_make (FramDesk *desk, const char *uri)
{
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (desk);

  if (!fram_kinds_is_for (viewer, uri))
    return NULL;
  return find (uri)->make (desk, uri + strlen (find (uri)->prefix));
}

/**
 * fram_kinds_is_for:
 * @viewer: a person
 * @uri: what to open
 *
 * Returns: whether @uri can be the address of a page, and one for that person
 */
gboolean
fram_kinds_is_for (const FramViewer *viewer, const char *uri)
{
  const Kind *kind = find (uri);

  if (kind == NULL || !kind->is_for (viewer))
    return FALSE;
  return kind->is_address == NULL || kind->is_address (uri + strlen (kind->prefix));
}

/**
 * fram_kinds_dup_place:
 * @uri: what to open
 *
 * Returns: (transfer full): what is the same for all views and days of one page: one tab holds them
 */
char *
fram_kinds_dup_place (const char *uri)
{
  const Kind *kind = find (uri);
  const char *rest = kind != NULL ? uri + strlen (kind->prefix) : NULL;

  if (kind == NULL || kind->is_address == NULL)
    return g_strdup (uri);
  if (kind->is_address == fram_schedule_page_reads)
    return g_strdup (kind->prefix);
  return g_strdup_printf ("%s%.*s", kind->is_address == fram_attendance_page_reads ? "roster:" : kind->prefix,
                          (int)strcspn (rest, "@"), rest);
}

/**
 * fram_kinds_get_title:
 * @uri: what to open
 *
 * Returns: (nullable): what its tab is called before the page is there; %NULL where only the register knows
 */
const char *
fram_kinds_get_title (const char *uri)
{
  const Kind *kind = find (uri);

  return kind != NULL && kind->title != NULL ? _ (kind->title) : NULL;
}

const char *
fram_kinds_get_icon_name (const char *uri)
{
  const Kind *kind = find (uri);

  return kind != NULL ? kind->icon : NULL;
}

/**
 * fram_kinds_get_prefix:
 * @n: counted from 0
 *
 * Returns: (nullable): what addresses of the kind begin with; %NULL after the last one
 */
const char *
fram_kinds_get_prefix (guint n)
{
  return n < G_N_ELEMENTS (kinds) ? kinds[n].prefix : NULL;
}

/**
 * fram_kinds_make_day_roster:
 * @desk: the desk
 * @activity: a workshop or group
 * @day: a day
 *
 * Returns: (transfer floating): its roster of that day, to stand beside something else
 */
FramDayRoster *
fram_kinds_make_day_roster (FramDesk *desk, const FramUuid *activity, FramDate day)
{
  GtkWidget *page = fram_roster_page_new (desk, activity, day);

  fram_roster_page_put_in_panel (FRAM_ROSTER_PAGE (page));
  return FRAM_DAY_ROSTER (page);
}
