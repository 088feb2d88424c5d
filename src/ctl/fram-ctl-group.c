#include "fram-ctl-commands.h"
#include "fram-ctl-group-private.h"

#include <glib/gi18n-lib.h>

/* `group add`, `group change`, `group leaders`, `group next`: a group as such. */

typedef struct
{
  char *kind;
  char *name;
  char *place;
  char *capacity;
  char *sessions;
  char *rrule;
  char *first;
  char *last;
  char *starts;
  char *minutes;
  char *meets;
  char *leader;
  char *used;
} Words;

static void
words_clear (Words *self)
{
  char **all[] = { &self->kind,  &self->name,   &self->place, &self->capacity, &self->sessions,
                   &self->rrule, &self->first,  &self->last,  &self->starts,   &self->minutes,
                   &self->meets, &self->leader, &self->used };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_clear_pointer (all[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
parse_words (FramCtl *ctl, GStrv *argv, Words *words, guint n, GError **error)
{
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &words->kind, N_ ("the kind of group, a code of the programme"),
      N_ ("KIND") },
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &words->name, N_ ("what it is called; else by its kind and code"),
      N_ ("NAME") },
    { "rrule", 0, 0, G_OPTION_ARG_FILENAME, &words->rrule, N_ ("its days: “FREQ=WEEKLY;BYDAY=TU”"), N_ ("RULE") },
    { "first", 0, 0, G_OPTION_ARG_FILENAME, &words->first, N_ ("the first day"), N_ ("DATE") },
    { "last", 0, 0, G_OPTION_ARG_FILENAME, &words->last, N_ ("the last day; empty: it goes on"), N_ ("DATE") },
    { "starts", 0, 0, G_OPTION_ARG_FILENAME, &words->starts, N_ ("when a session begins: 10:00"), N_ ("TIME") },
    { "minutes", 0, 0, G_OPTION_ARG_FILENAME, &words->minutes, N_ ("how long a session is"), N_ ("NUMBER") },
    { "sessions", 0, 0, G_OPTION_ARG_FILENAME, &words->sessions, N_ ("of a course: how many there are; 0: it goes on"),
      N_ ("NUMBER") },
    { "place", 0, 0, G_OPTION_ARG_FILENAME, &words->place, N_ ("the room; a new name makes one"), N_ ("PLACE") },
    { "capacity", 0, 0, G_OPTION_ARG_FILENAME, &words->capacity, N_ ("how many people; 0: not said"), N_ ("NUMBER") },
    { "meets", 0, 0, G_OPTION_ARG_FILENAME, &words->meets, N_ ("who meets somebody new, and where"), N_ ("TEXT") },
    { n == 0 ? "leader" : "used", 0, 0, G_OPTION_ARG_FILENAME, n == 0 ? &words->leader : &words->used,
      n == 0 ? N_ ("who leads it, from the beginning") : N_ ("whether it is used"), n == 0 ? N_ ("STAFF") : "yes|no" },
    { NULL },
  };

  return fram_ctl_parse (ctl, argv, entries, n, n, error);
}

static void
take (char **to, const char *word)
{
  if (word == NULL)
    return;
  g_free (*to);
  *to = word[0] != '\0' ? g_strdup (word) : NULL;
}

static gboolean
take_count (const char *word, int most, int *to, GError **error)
{
  gint64 number = *to;

  if (!fram_ctl_parse_count (word, 0, most, &number, error))
    return FALSE;
  *to = (int)number;
  return TRUE;
}

static gboolean
take_day (const char *word, FramDate *to, GError **error)
{
  if (word != NULL && word[0] == '\0')
    *to = FRAM_DATE_NONE;
  else if (word != NULL)
    return fram_ctl_parse_date (word, FRAM_DATE_NONE, to, error);
  return TRUE;
}

static gboolean
take_used (const char *word, gboolean *to, GError **error)
{
  if (word == NULL)
    return TRUE;
  *to = g_strcmp0 (word, "yes") == 0;
  if (*to || g_strcmp0 (word, "no") == 0)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("“%s” is neither yes nor no."), word);
  return FALSE;
}

/* The place comes last: a new one is made only where all the rest could be read. */
static gboolean
lay_over (FramCtl *ctl, const Words *words, FramGroup *group, GError **error)
{
  int starts;

  take (&group->kind, words->kind);
  take (&group->name, words->name);
  take (&group->rrule, words->rrule);
  take (&group->meets, words->meets);
  if (!take_count (words->capacity, 1000, &group->capacity, error) ||
      !take_count (words->sessions, 500, &group->sessions, error) ||
      !take_count (words->minutes, 1440, &group->minutes, error) || !take_day (words->first, &group->first, error) ||
      !take_day (words->last, &group->last, error) || !take_used (words->used, &group->active, error) ||
      !fram_ctl_parse_time (words->starts, &starts, error))
    return FALSE;
  group->starts = words->starts != NULL ? starts : group->starts;
  if (words->place != NULL && words->place[0] == '\0')
    group->place = FRAM_UUID_NONE;
  else if (words->place != NULL)
    return fram_desk_find_or_add_place (ctl->desk, words->place, &group->place, error);
  return TRUE;
}

static gboolean
save (FramCtl *ctl, const FramGroup *group, GError **error)
{
  g_autofree char *what = NULL;
  FramUuid id;

  return fram_desk_save_group (ctl->desk, group, &id, &what, error) && fram_ctl_say_done (what);
}

/* A course is as long as its kind mostly is, where nothing else is said. */
static gboolean
begin_with_kind (FramCtl *ctl, FramGroup *group, const char *kind, GError **error)
{
  g_autoptr (GPtrArray) kinds = fram_desk_group_kinds (ctl->desk, error);

  for (guint i = 0; kinds != NULL && i < kinds->len; i++)
    {
      const FramGroupKind *one = g_ptr_array_index (kinds, i);

      if (g_strcmp0 (one->code, kind) != 0)
        continue;
      group->minutes = one->minutes;
      group->sessions = one->sessions;
    }
  return kinds != NULL;
}

/**
 * fram_command_group_add:
 *
 * `group add`: a new group.
 */
gboolean
fram_command_group_add (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (Words) words = { 0 };
  g_autoptr (FramGroup) group = fram_group_new ();
  FramUuid staff;

  if (!parse_words (ctl, argv, &words, 0, error) || fram_ctl_open (ctl, error) == NULL ||
      !begin_with_kind (ctl, group, words.kind, error))
    return FALSE;
  if (words.leader != NULL)
    {
      if (!fram_ctl_find_staff (ctl, words.leader, &staff, NULL, error))
        return FALSE;
      fram_group_add_leader (group, &staff, words.leader, FRAM_DATE_NONE, FRAM_DATE_NONE);
    }
  return lay_over (ctl, &words, group, error) && save (ctl, group, error);
}

/**
 * fram_command_group_change:
 *
 * `group change`: what is said of a group; of one that has met its days, time and place change from today on.
 */
gboolean
fram_command_group_change (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (Words) words = { 0 };
  g_autoptr (FramGroup) group = NULL;

  if (!parse_words (ctl, argv, &words, 1, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  group = fram_ctl_find_group (ctl, (*argv)[1], error);
  return group != NULL && lay_over (ctl, &words, group, error) && save (ctl, group, error);
}

static gboolean
take_away (FramGroup *group, const FramUuid *staff, const char *name, GError **error)
{
  for (guint i = 0; i < group->leaders->len; i++)
    if (fram_uuid_equal (&((FramGroupLeading *)g_ptr_array_index (group->leaders, i))->staff, staff))
      {
        g_ptr_array_remove_index (group->leaders, i);
        return TRUE;
      }
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("%s does not lead that group."), name);
  return FALSE;
}

/**
 * fram_command_group_leaders:
 *
 * `group leaders`: who leads a group for good, or for some time.
 */
gboolean
fram_command_group_leaders (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *add = NULL, *remove = NULL, *from_text = NULL, *to_text = NULL;
  g_autoptr (FramGroup) group = NULL;
  FramDate from, to;
  FramUuid staff;
  const GOptionEntry entries[] = {
    { "add", 0, 0, G_OPTION_ARG_FILENAME, &add, N_ ("who leads it too"), N_ ("STAFF") },
    { "remove", 0, 0, G_OPTION_ARG_FILENAME, &remove, N_ ("who leads it no longer from today on"), N_ ("STAFF") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from_text, N_ ("the first day; else from the beginning"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to_text, N_ ("the last day; else open"), N_ ("DATE") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error))
    return FALSE;
  if (add == NULL && remove == NULL)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("Who? Add --add=STAFF or --remove=STAFF."));
      return FALSE;
    }
  if (!fram_ctl_parse_date (from_text, FRAM_DATE_NONE, &from, error) ||
      !fram_ctl_parse_date (to_text, FRAM_DATE_NONE, &to, error) || fram_ctl_open (ctl, error) == NULL ||
      (group = fram_ctl_find_group (ctl, (*argv)[1], error)) == NULL)
    return FALSE;
  if (remove != NULL &&
      (!fram_ctl_find_staff (ctl, remove, &staff, NULL, error) || !take_away (group, &staff, remove, error)))
    return FALSE;
  if (add != NULL && !fram_ctl_find_staff (ctl, add, &staff, NULL, error))
    return FALSE;
  if (add != NULL)
    fram_group_add_leader (group, &staff, add, from, to);
  return save (ctl, group, error);
}

/**
 * fram_command_group_next:
 *
 * `group next`: the line for next time.
 */
gboolean
fram_command_group_next (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autoptr (FramGroup) group = NULL;
  g_autofree char *what = NULL;

  if (!fram_ctl_parse (ctl, argv, NULL, 2, 2, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  group = fram_ctl_find_group (ctl, (*argv)[1], error);
  return group != NULL && fram_desk_set_next_line (ctl->desk, &group->id, (*argv)[2], &what, error) &&
         fram_ctl_say_done (what);
}
