#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-card.h"
#include "fram-desk-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const FramTableColumn columns[] = {
  { "id", NULL, FRAM_TABLE_TEXT },
  { "kind", N_ ("Kind"), FRAM_TABLE_TEXT },
  { "text", N_ ("Text"), FRAM_TABLE_TEXT },
  { "aid", N_ ("Work aid"), FRAM_TABLE_TEXT },
  { "stands", N_ ("On the card"), FRAM_TABLE_TEXT },
};

/* What is asked for. */
typedef struct
{
  char *output;
  char *recipient;
  char **choose;
  char **own;
  char *consent;
  char *until;
  gboolean list;
  gboolean withdraw;
} Wanted;

static void
wanted_clear (Wanted *self)
{
  g_free (self->output);
  g_free (self->recipient);
  g_strfreev (self->choose);
  g_strfreev (self->own);
  g_free (self->consent);
  g_free (self->until);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

static gboolean
list_choices (FramCtl *ctl, const char *who, GError **error)
{
  static const char *const kinds[] = { "seen", "adaptation" };
  static const char *const names[] = { NC_ ("card", "seen in the workshop"), NC_ ("card", "adaptation") };
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) choices = fram_desk_card_choices (ctl->desk, who, NULL, error);

  if (choices == NULL)
    return FALSE;
  for (guint i = 0; i < choices->len; i++)
    {
      const FramCardChoice *choice = g_ptr_array_index (choices, i);
      g_autofree char *id = fram_uuid_to_text (&choice->id);

      fram_table_add (table, id, NULL);
      fram_table_add (table, kinds[choice->kind], g_dpgettext2 (GETTEXT_PACKAGE, "card", names[choice->kind]));
      fram_table_add (table, choice->text, NULL);
      fram_table_add (table, choice->aid, NULL);
      fram_table_add (table, choice->chosen ? "yes" : "no", choice->chosen ? _ ("yes") : _ ("no"));
    }
  fram_table_print (table, ctl->format);
  return TRUE;
}

static gboolean
choose_one (GPtrArray *choices, const char *text, GError **error)
{
  FramUuid id;

  if (fram_uuid_parse (text, &id))
    for (guint i = 0; i < choices->len; i++)
      {
        FramCardChoice *choice = g_ptr_array_index (choices, i);

        if (!fram_uuid_equal (&choice->id, &id))
          continue;
        if (!choice->is_allowed)
          break;
        choice->chosen = TRUE;
        return TRUE;
      }
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
               _ ("“%s” cannot stand on the card. --list tells what can, and the participant's yes is needed first."),
               text);
  return FALSE;
}

/* Only what is named stands there. */
static GPtrArray *
choose (FramCtl *ctl, const char *who, char **ids, GError **error)
{
  g_autoptr (GPtrArray) choices = fram_desk_card_choices (ctl->desk, who, NULL, error);

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    ((FramCardChoice *)g_ptr_array_index (choices, i))->chosen = FALSE;
  for (guint i = 0; choices != NULL && ids[i] != NULL; i++)
    if (!choose_one (choices, ids[i], error))
      return NULL;
  return g_steal_pointer (&choices);
}

static gboolean
write_consent (FramCtl *ctl, const char *who, const Wanted *wanted, GError **error)
{
  g_autofree char *what = NULL;
  FramConsentEdit edit;
  gboolean ok;

  fram_consent_edit_init (&edit, ctl->desk);
  edit.recipient = wanted->recipient;
  edit.form = wanted->consent;
  if (!wanted->withdraw && wanted->consent == NULL)
    return TRUE;
  if (wanted->withdraw)
    ok = fram_desk_withdraw_consent (ctl->desk, who, wanted->recipient, &what, error);
  else
    ok = fram_ctl_parse_date (wanted->until, edit.until, &edit.until, error) &&
         fram_desk_give_consent (ctl->desk, who, &edit, &what, error);
  if (ok)
    fram_ctl_print ("%s\n", what);
  return ok;
}

/* Said before the file is written: nobody finds out from the paper. */
static void
tell_left_out (const FramPaper *paper)
{
  const GPtrArray *left_out = fram_adaptation_card_paper_get_left_out (paper);

  for (guint i = 0; i < left_out->len; i++)
    /* Translators: a line of the adaptation card */
    g_printerr (_ ("There is no room on the page for “%s”.\n"), (const char *)g_ptr_array_index (left_out, i));
}

static gboolean
save_card (FramCtl *ctl, const char *who, const Wanted *wanted, GError **error)
{
  g_autoptr (GPtrArray) choices = wanted->choose != NULL ? choose (ctl, who, wanted->choose, error) : NULL;
  g_autofree char *own = wanted->own != NULL ? g_strjoinv ("\n", wanted->own) : NULL;
  FramCardOrder order = { .case_no_or_id = who, .choices = choices, .own = own, .recipient = wanted->recipient };
  FramSheetFile file = { .path = wanted->output };
  g_autoptr (FramPaper) paper = NULL;
  g_auto (GStrv) files = NULL;

  if (wanted->choose != NULL && choices == NULL)
    return FALSE;
  paper = fram_desk_card_paper (ctl->desk, &order, error);
  if (paper == NULL)
    return FALSE;
  tell_left_out (paper);
  files = fram_desk_save_paper (ctl->desk, paper, &file, error);
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    fram_ctl_print ("%s\n", files[i]);
  return files != NULL;
}

static const char *
find_fault (const Wanted *wanted)
{
  if (!wanted->list && wanted->output == NULL && wanted->consent == NULL && !wanted->withdraw)
    return _ ("Say where the card goes: --output FILE.pdf.");
  if (wanted->withdraw && (wanted->output != NULL || wanted->consent != NULL))
    return _ ("A consent is withdrawn on its own, with --recipient NAME --withdraw.");
  if ((wanted->withdraw || wanted->consent != NULL) && wanted->recipient == NULL)
    return _ ("Say to whom the card goes: --recipient NAME.");
  if (wanted->consent == NULL && wanted->until != NULL)
    return _ ("Say how the consent was given too: --consent FORM --until DATE.");
  return NULL;
}

/**
 * fram_command_document_card:
 *
 * `document card`: the adaptation card as PDF, SVG or PNG; to somebody else with a consent that names them only.
 */
gboolean
fram_command_document_card (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (Wanted) wanted = { 0 };
  const char *fault;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &wanted.output, N_ ("the file: .pdf, .svg or .png"), N_ ("FILE") },
    { "recipient", 0, 0, G_OPTION_ARG_STRING, &wanted.recipient,
      N_ ("to whom it goes; else it is the participant's own copy"), N_ ("NAME") },
    { "choose", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wanted.choose,
      N_ ("only this stands on it, and what else is chosen; else what is in place"), N_ ("ID") },
    { "own", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wanted.own, N_ ("a strength in the participant's own words"),
      N_ ("TEXT") },
    { "list", 0, 0, G_OPTION_ARG_NONE, &wanted.list, N_ ("what can stand on it"), NULL },
    { "consent", 0, 0, G_OPTION_ARG_STRING, &wanted.consent,
      N_ ("the participant consents to the recipient: spoken or written"), N_ ("FORM") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &wanted.until, N_ ("until when; else six months"), N_ ("DATE") },
    { "withdraw", 0, 0, G_OPTION_ARG_NONE, &wanted.withdraw, N_ ("the participant takes the consent back"), NULL },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error))
    return FALSE;
  fault = find_fault (&wanted);
  if (fault != NULL)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_USAGE, fault);
      return FALSE;
    }
  if (fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  if (wanted.list)
    return list_choices (ctl, (*argv)[1], error);
  return write_consent (ctl, (*argv)[1], &wanted, error) &&
         (wanted.output == NULL || save_card (ctl, (*argv)[1], &wanted, error));
}
