#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-house.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const FramTableColumn columns[] = {
  { "name", N_ ("Name"), FRAM_TABLE_TEXT },
  { "login", N_ ("Login"), FRAM_TABLE_TEXT },
  { "phone", N_ ("Phone"), FRAM_TABLE_TEXT },
  { "email", N_ ("E-mail"), FRAM_TABLE_TEXT },
  { "active", N_ ("Works here"), FRAM_TABLE_TEXT },
  { "roles", N_ ("Roles"), FRAM_TABLE_TEXT },
  { "stand_in", NULL, FRAM_TABLE_TEXT },
};

typedef struct
{
  char *name;
  char *login;
  char *phone;
  char *email;
  char **roles;
  gboolean no_roles;
  char **stand_ins;
  gboolean no_stand_in;
  gboolean left;
  gboolean back;
} StaffWords;

static void
staff_words_clear (StaffWords *self)
{
  g_free (self->name);
  g_free (self->login);
  g_free (self->phone);
  g_free (self->email);
  g_strfreev (self->roles);
  g_strfreev (self->stand_ins);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StaffWords, staff_words_clear)

/* "activity_leader:snickeri;peer_mentor", as --role takes them. */
static char *
roles_to_codes (const FramStaff *staff)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; staff->roles != NULL && i < staff->roles->len; i++)
    {
      const FramStaffRole *role = g_ptr_array_index (staff->roles, i);
      const char *where = role->workshop != NULL ? role->workshop : role->group;

      g_string_append_printf (out, "%s%s%s%s", out->len > 0 ? ";" : "", fram_role_get_code (role->role),
                              where != NULL ? ":" : "", where != NULL ? where : "");
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
stand_ins_to_codes (const FramStaff *staff)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; staff->stand_ins != NULL && i < staff->stand_ins->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ";" : "", (const char *)g_ptr_array_index (staff->stand_ins, i));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
add_row (FramTable *table, const FramStaff *staff)
{
  g_autofree char *codes = roles_to_codes (staff);
  g_autofree char *places = stand_ins_to_codes (staff);

  fram_table_add (table, staff->name, NULL);
  fram_table_add (table, staff->login, NULL);
  fram_table_add (table, staff->phone, NULL);
  fram_table_add (table, staff->email, NULL);
  fram_table_add (table, staff->active ? "yes" : "no", staff->active ? _ ("yes") : _ ("no"));
  fram_table_add (table, codes, staff->roles_text);
  fram_table_add (table, places, NULL);
}

/**
 * fram_command_staff:
 *
 * `staff`: who works here and in which roles.
 */
gboolean
fram_command_staff (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autoptr (GPtrArray) staff = NULL;
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));
  gboolean all = FALSE;
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("those who have left, too"), NULL },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 0, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  staff = fram_desk_staff (ctl->desk, all, error);
  if (staff == NULL)
    return FALSE;
  for (guint i = 0; i < staff->len; i++)
    add_row (table, g_ptr_array_index (staff, i));
  fram_table_print (table, ctl->format);
  if (ctl->format == FRAM_CTL_TEXT && staff->len == 0)
    fram_ctl_print ("%s\n", _ ("Nobody works here yet; add somebody with “add staff”."));
  return TRUE;
}

static gboolean
is_workshop (const GPtrArray *workshops, const char *code)
{
  for (guint i = 0; i < workshops->len; i++)
    if (g_str_equal (((const FramWorkshop *)g_ptr_array_index (workshops, i))->code, code))
      return TRUE;
  return FALSE;
}

static gboolean
add_role (FramStaff *staff, const char *text, const GPtrArray *workshops, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  const char *where = parts[0] != NULL ? parts[1] : NULL;
  gboolean workshop = where != NULL && is_workshop (workshops, where);
  FramRole role;

  if (parts[0] == NULL || !fram_role_from_code (parts[0], &role))
    {
      g_set_error (
          error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
          _ ("There is no role “%s”; choose activity_leader, occupational_therapist, peer_mentor, case_worker, "
             "place_finder, liaison, manager or administrator."),
          text);
      return FALSE;
    }
  fram_staff_add_role (staff, role, workshop ? where : NULL, workshop ? NULL : where);
  return TRUE;
}

static gboolean
apply_roles (FramCtl *ctl, FramStaff *staff, char **roles, GError **error)
{
  g_autoptr (GPtrArray) workshops = fram_desk_workshops (ctl->desk, TRUE, error);

  if (workshops == NULL)
    return FALSE;
  g_ptr_array_set_size (staff->roles, 0);
  for (guint i = 0; roles != NULL && roles[i] != NULL; i++)
    if (!add_role (staff, roles[i], workshops, error))
      return FALSE;
  return TRUE;
}

static void
replace (char **text, char **newer)
{
  if (*newer == NULL)
    return;
  g_free (*text);
  *text = g_steal_pointer (newer);
}

/* The workshops named are all there are. */
static void
apply_stand_ins (FramStaff *staff, const StaffWords *words)
{
  if (words->stand_ins == NULL && !words->no_stand_in)
    return;
  g_clear_pointer (&staff->stand_ins, g_ptr_array_unref);
  fram_staff_set_stand_in (staff, NULL, TRUE);
  for (guint i = 0; words->stand_ins != NULL && words->stand_ins[i] != NULL; i++)
    fram_staff_set_stand_in (staff, words->stand_ins[i], TRUE);
}

static gboolean
save (FramCtl *ctl, FramStaff *staff, StaffWords *words, GError **error)
{
  FramUuid id = FRAM_UUID_NONE;

  if ((words->roles != NULL || words->no_roles) && !apply_roles (ctl, staff, words->roles, error))
    return FALSE;
  apply_stand_ins (staff, words);
  replace (&staff->name, &words->name);
  replace (&staff->login, &words->login);
  replace (&staff->phone, &words->phone);
  replace (&staff->email, &words->email);
  staff->active = words->back || (staff->active && !words->left);
  return fram_desk_save_staff (ctl->desk, staff, &id, error);
}

static gboolean
read_words (FramCtl *ctl, GStrv *argv, StaffWords *words, GError **error)
{
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &words->name, N_ ("another name"), N_ ("NAME") },
    { "login", 0, 0, G_OPTION_ARG_FILENAME, &words->login, N_ ("short name, for --as"), N_ ("NAME") },
    { "phone", 0, 0, G_OPTION_ARG_FILENAME, &words->phone, N_ ("phone"), N_ ("NUMBER") },
    { "email", 0, 0, G_OPTION_ARG_FILENAME, &words->email, N_ ("e-mail"), N_ ("ADDRESS") },
    { "role", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words->roles,
      N_ ("a role, and where: “activity_leader:snickeri”; may be repeated. The roles named are all there are"),
      N_ ("ROLE") },
    { "no-roles", 0, 0, G_OPTION_ARG_NONE, &words->no_roles, N_ ("all roles end"), NULL },
    { "stand-in", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words->stand_ins,
      N_ ("a workshop where the person may stand in; may be repeated. Those named are all there are"),
      N_ ("WORKSHOP") },
    { "no-stand-in", 0, 0, G_OPTION_ARG_NONE, &words->no_stand_in, N_ ("may stand in nowhere any more"), NULL },
    { "left", 0, 0, G_OPTION_ARG_NONE, &words->left, N_ ("works here no more"), NULL },
    { "back", 0, 0, G_OPTION_ARG_NONE, &words->back, N_ ("works here again"), NULL },
    { NULL },
  };

  return fram_ctl_parse (ctl, argv, entries, 1, 1, error) && fram_ctl_open (ctl, error) != NULL;
}

static FramStaff *
find (const GPtrArray *staff, const char *name)
{
  for (guint i = 0; i < staff->len; i++)
    {
      FramStaff *person = g_ptr_array_index (staff, i);

      if (g_strcmp0 (person->name, name) == 0 || g_strcmp0 (person->login, name) == 0)
        return person;
    }
  return NULL;
}

/**
 * fram_command_add_staff:
 *
 * `add staff`: somebody who works here, with roles.
 */
gboolean
fram_command_add_staff (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (StaffWords) words = { 0 };
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (FramStaff) staff = fram_staff_new ();

  if (!read_words (ctl, argv, &words, error) || (others = fram_desk_staff (ctl->desk, TRUE, error)) == NULL)
    return FALSE;
  if (find (others, (*argv)[1]) != NULL)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_EXISTS,
                   _ ("“%s” works here already; change the person with “set staff”."), (*argv)[1]);
      return FALSE;
    }
  staff->name = g_strdup ((*argv)[1]);
  staff->active = TRUE;
  return save (ctl, staff, &words, error);
}

/**
 * fram_command_set_staff:
 *
 * `set staff`: name, login, roles, and whether the person still works here.
 */
gboolean
fram_command_set_staff (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (StaffWords) words = { 0 };
  g_autoptr (GPtrArray) all = NULL;
  FramStaff *staff;

  if (!read_words (ctl, argv, &words, error) || (all = fram_desk_staff (ctl->desk, TRUE, error)) == NULL)
    return FALSE;
  staff = find (all, (*argv)[1]);
  if (staff != NULL)
    return save (ctl, staff, &words, error);
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
               _ ("Nobody called “%s” works here; “framstegctl staff --all” lists who does."), (*argv)[1]);
  return FALSE;
}
