#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-files.h"

#include <glib/gi18n-lib.h>

static const FramTableColumn columns[] = {
  { "at", N_ ("When"), FRAM_TABLE_TEXT },    { "who", N_ ("Who"), FRAM_TABLE_TEXT },
  { "act", N_ ("What"), FRAM_TABLE_TEXT },   { "class", NULL, FRAM_TABLE_TEXT },
  { "case", N_ ("Whose"), FRAM_TABLE_TEXT }, { "detail", N_ ("Details"), FRAM_TABLE_TEXT },
};

static const struct
{
  const char *code;
  const char *name;
} acts[] = {
  { "opened", NC_ ("log", "opened") },     { "listed", NC_ ("log", "listed") },
  { "searched", NC_ ("log", "searched") }, { "printed", NC_ ("log", "printed") },
  { "exported", NC_ ("log", "exported") }, { "changed", NC_ ("log", "changed") },
};

static const char *
act_name (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_strcmp0 (acts[i].code, code) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "log", acts[i].name);
  return code;
}

/* What was done, by the words that the change log keeps. */
static const struct
{
  const char *code;
  const char *name;
} kinds[] = {
  { "add-participant", NC_ ("log", "new participant") },
  { "closed-day", NC_ ("log", "closed days") },
  { "create", NC_ ("log", "new register") },
  { "demonstration", NC_ ("log", "demonstration") },
  { "edit-participant", NC_ ("log", "participant") },
  { "end-stay", NC_ ("log", "end of a placement") },
  { "group", NC_ ("log", "group") },
  { "import", NC_ ("log", "import") },
  { "indicators", NC_ ("log", "questions of talks") },
  { "mark", NC_ ("log", "marks") },
  { "place", NC_ ("log", "placement") },
  { "profile", NC_ ("log", "newer profile") },
  { "room", NC_ ("log", "room") },
  { "session", NC_ ("log", "session of a group") },
  { "redo", NC_ ("log", "done again") },
  { "staff", NC_ ("log", "staff") },
  { "undo", NC_ ("log", "undone") },
  { "workshop", NC_ ("log", "workshops") },
  { "unmarked", NC_ ("log", "unmarked") },
};

static const char *
word_of (FramDesk *desk, const char *code)
{
  const FramStatus *status = fram_desk_find_status (desk, code);

  if (status != NULL)
    return fram_status_get_name (status);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].code, code))
      return g_dpgettext2 (GETTEXT_PACKAGE, "log", kinds[i].name);
  return code;
}

/* "2026-11-12 snickeri unmarked → present (reason)" in the person's language; the reason is somebody's own words. */
static char *
detail_in_words (FramDesk *desk, const char *detail)
{
  g_auto (GStrv) words = g_strsplit (detail, " ", -1);
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean reason = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      reason = reason || words[i][0] == '(';
      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", reason ? words[i] : word_of (desk, words[i]));
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
add_row (FramTable *table, FramDesk *desk, const FramLogLine *line)
{
  g_autofree char *detail = NULL;

  detail = g_str_equal (line->act, "changed") ? detail_in_words (desk, line->detail) : g_strdup (line->detail);
  fram_table_add_instant (table, line->at);
  fram_table_add (table, line->who, g_strcmp0 (line->who, "system") == 0 ? _ ("system") : NULL);
  fram_table_add (table, line->act, act_name (line->act));
  fram_table_add (table, line->klass, NULL);
  fram_table_add (table, line->subject, NULL);
  fram_table_add (table, line->detail, detail);
}

/**
 * fram_command_log:
 *
 * `log`: who read and changed what, newest first.
 */
gboolean
fram_command_log (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *participant = NULL, *limit_text = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));
  gint64 limit = 100;
  const GOptionEntry entries[] = {
    { "participant", 0, 0, G_OPTION_ARG_FILENAME, &participant, N_ ("only what is about this person"),
      N_ ("PARTICIPANT") },
    { "limit", 0, 0, G_OPTION_ARG_FILENAME, &limit_text, N_ ("at most so many lines, 0 for all; else 100"),
      N_ ("NUMBER") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 0, error) ||
      !fram_ctl_parse_count (limit_text, 0, 100000000, &limit, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  lines = fram_desk_log (ctl->desk, participant, (guint)limit, error);
  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    add_row (table, ctl->desk, g_ptr_array_index (lines, i));
  fram_table_print (table, ctl->format);
  if (ctl->format == FRAM_CTL_TEXT && lines->len == 0)
    fram_ctl_print ("%s\n", _ ("Nothing is recorded yet."));
  return TRUE;
}
