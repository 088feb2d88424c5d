#include "fram-schedule-address.h"

#include <string.h>

static const char *const views[FRAM_N_SCHEDULE_VIEWS] = {
  [FRAM_SCHEDULE_VIEW_FIT] = "fit",
  [FRAM_SCHEDULE_VIEW_WEEK] = "week",
  [FRAM_SCHEDULE_VIEW_DAY] = "day",
  [FRAM_SCHEDULE_VIEW_AGENDA] = "agenda",
};

static const char *const filters[] = {
  [FRAM_SCHEDULE_OF_ALL] = "all",        [FRAM_SCHEDULE_OF_MINE] = "mine",
  [FRAM_SCHEDULE_OF_GROUP] = "group=",   [FRAM_SCHEDULE_OF_PLACE] = "place=",
  [FRAM_SCHEDULE_OF_LEADER] = "leader=", [FRAM_SCHEDULE_OF_PARTICIPANT] = "participant=",
};

const char *
fram_schedule_view_get_name (FramScheduleView view)
{
  return view < FRAM_N_SCHEDULE_VIEWS ? views[view] : views[0];
}

gboolean
fram_schedule_view_parse (const char *text, FramScheduleView *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (text, views[i]) == 0)
      {
        *view = (FramScheduleView)i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_filter (const char *text, FramScheduleAddress *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      gsize length = strlen (filters[i]);

      if (i <= FRAM_SCHEDULE_OF_MINE
              ? g_str_equal (text, filters[i])
              : g_str_has_prefix (text, filters[i]) && fram_uuid_parse (text + length, &self->id))
        {
          self->of = (FramScheduleOf)i;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
parse_look (const char *text, FramScheduleAddress *self)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 2);

  if (parts[0] != NULL && parts[0][0] != '\0' && !fram_schedule_view_parse (parts[0], &self->view))
    return FALSE;
  return parts[0] == NULL || parts[1] == NULL || parse_filter (parts[1], self);
}

/**
 * fram_schedule_address_parse:
 * @text: what follows "schedule:"
 * @self: (out): what it names
 *
 * Returns: whether it is one
 */
gboolean
fram_schedule_address_parse (const char *text, FramScheduleAddress *self)
{
  g_auto (GStrv) parts = g_strsplit (text, "@", 2);

  *self = (FramScheduleAddress){ .day = FRAM_DATE_NONE };
  if (parts[0] == NULL)
    return TRUE;
  if (parts[0][0] != '\0' && (self->day = fram_week_parse (parts[0])) == FRAM_DATE_NONE)
    return FALSE;
  return parts[1] == NULL || parse_look (parts[1], self);
}

static char *
format_filter (const FramScheduleAddress *self)
{
  char id[FRAM_UUID_TEXT_SIZE];

  if (self->of == FRAM_SCHEDULE_OF_ALL)
    return g_strdup ("");
  return g_strconcat ("/", filters[self->of], self->of > FRAM_SCHEDULE_OF_MINE ? fram_uuid_format (&self->id, id) : "",
                      NULL);
}

/**
 * fram_schedule_address_format:
 * @self: what is shown
 *
 * Returns: (transfer full): what follows "schedule:"; read back it is the same
 */
char *
fram_schedule_address_format (const FramScheduleAddress *self)
{
  g_autofree char *week = self->day != FRAM_DATE_NONE ? fram_week_format (self->day) : g_strdup ("");
  g_autofree char *filter = format_filter (self);
  gboolean usual = self->view == FRAM_SCHEDULE_VIEW_FIT && filter[0] == '\0';

  return g_strconcat (week, usual ? "" : "@",
                      self->view != FRAM_SCHEDULE_VIEW_FIT ? fram_schedule_view_get_name (self->view) : "", filter,
                      NULL);
}
