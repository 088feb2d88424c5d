#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-people.h"

#include <glib/gi18n-lib.h>

static const FramTableColumn columns[] = {
  { "case", N_ ("Case"), FRAM_TABLE_TEXT },
};

static void
print_case (FramCtl *ctl, const char *case_no)
{
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));

  if (ctl->format == FRAM_CTL_TEXT)
    {
      fram_ctl_print ("%s\n", case_no);
      return;
    }
  fram_table_add (table, case_no, NULL);
  fram_table_print (table, ctl->format);
}

static gboolean
check_sex (const char *sex, GError **error)
{
  if (sex == NULL || g_str_equal (sex, "F") || g_str_equal (sex, "M"))
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("“%s” is no sex that statistics know; write F or M."), sex);
  return FALSE;
}

static gboolean
check_names (const FramPersonEdit *edit, GError **error)
{
  if (edit->given_name != NULL && edit->family_name != NULL)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("A participant needs both names; add --given and --family."));
  return FALSE;
}

/**
 * fram_command_add_participant:
 *
 * `add participant`: somebody with a referral and an enrolment; prints the case number.
 */
gboolean
fram_command_add_participant (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *given = NULL, *family = NULL, *sex = NULL, *born = NULL, *organisation = NULL, *enrolled = NULL;
  g_autofree char *number = NULL, *phone = NULL, *case_no = NULL;
  FramPersonEdit edit = { 0 };
  gboolean is_protected = FALSE;
  const GOptionEntry entries[] = {
    { "given", 0, 0, G_OPTION_ARG_FILENAME, &given, N_ ("given name"), N_ ("NAME") },
    { "family", 0, 0, G_OPTION_ARG_FILENAME, &family, N_ ("family name"), N_ ("NAME") },
    { "sex", 0, 0, G_OPTION_ARG_FILENAME, &sex, N_ ("F or M, for statistics"), "F|M" },
    { "born", 0, 0, G_OPTION_ARG_FILENAME, &born, N_ ("date of birth"), N_ ("DATE") },
    { "organisation", 0, 0, G_OPTION_ARG_FILENAME, &organisation, N_ ("who referred: AF, FK or AMA"), N_ ("CODE") },
    { "enrolled", 0, 0, G_OPTION_ARG_FILENAME, &enrolled, N_ ("first day; else today"), N_ ("DATE") },
    { "case", 0, 0, G_OPTION_ARG_FILENAME, &number, N_ ("case number; else the next free one"), N_ ("CASE") },
    { "phone", 0, 0, G_OPTION_ARG_FILENAME, &phone, N_ ("phone"), N_ ("NUMBER") },
    { "protected", 0, 0, G_OPTION_ARG_NONE, &is_protected, N_ ("protected identity"), NULL },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 0, error))
    return FALSE;
  edit = (FramPersonEdit){ .case_no = number,
                           .given_name = given,
                           .family_name = family,
                           .sex = sex,
                           .organisation = organisation,
                           .phone = phone,
                           .is_protected = is_protected };
  if (!check_names (&edit, error) || !check_sex (sex, error) ||
      !fram_ctl_parse_date (born, FRAM_DATE_NONE, &edit.birth_date, error) ||
      !fram_ctl_parse_date (enrolled, FRAM_DATE_NONE, &edit.enrolled, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  if (edit.enrolled == FRAM_DATE_NONE)
    edit.enrolled = fram_desk_get_home_day (ctl->desk);
  case_no = fram_desk_add_person (ctl->desk, &edit, error);
  if (case_no == NULL)
    return FALSE;
  print_case (ctl, case_no);
  return TRUE;
}
