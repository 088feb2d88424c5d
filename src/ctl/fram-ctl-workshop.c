#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-house.h"
#include "fram-slot.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const FramTableColumn columns[] = {
  { "code", N_ ("Code"), FRAM_TABLE_TEXT },
  { "name_sv", NULL, FRAM_TABLE_TEXT },
  { "name_en", NULL, FRAM_TABLE_TEXT },
  { "name", N_ ("Name"), FRAM_TABLE_SHOWN },
  { "capacity", N_ ("Places"), FRAM_TABLE_NUMBER },
  { "hours", N_ ("Hours"), FRAM_TABLE_TEXT },
  { "active", N_ ("Open"), FRAM_TABLE_TEXT },
  { "greets", NULL, FRAM_TABLE_TEXT },
  { "first_tool", NULL, FRAM_TABLE_TEXT },
  { "coffee", NULL, FRAM_TABLE_TEXT },
};

typedef struct
{
  char *name_sv;
  char *name_en;
  char *capacity;
  char *hours;
  char *greets;
  char *first_tool;
  char *coffee;
  gboolean closed;
  gboolean open;
} WorkshopWords;

static void
workshop_words_clear (WorkshopWords *self)
{
  g_free (self->name_sv);
  g_free (self->name_en);
  g_free (self->capacity);
  g_free (self->hours);
  g_free (self->greets);
  g_free (self->first_tool);
  g_free (self->coffee);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WorkshopWords, workshop_words_clear)

static GArray *
slots_of (const FramWorkshop *workshop)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (FramSlotSpec));

  for (guint i = 0; workshop->hours != NULL && i < workshop->hours->len; i++)
    {
      const FramOpening *opening = &g_array_index (workshop->hours, FramOpening, i);
      FramSlotSpec slot = { opening->weekday, opening->opens, opening->closes };

      g_array_append_val (slots, slot);
    }
  return slots;
}

static void
add_row (FramTable *table, const FramWorkshop *workshop)
{
  g_autoptr (GArray) slots = slots_of (workshop);
  g_autofree char *spec = fram_slots_to_spec (slots);
  g_autofree char *hours = fram_slots_format (slots);

  fram_table_add (table, workshop->code, NULL);
  fram_table_add (table, workshop->name_sv, NULL);
  fram_table_add (table, workshop->name_en, NULL);
  fram_table_add (table, NULL, fram_workshop_get_name (workshop));
  if (workshop->capacity >= 0)
    fram_table_add_int (table, workshop->capacity);
  else
    fram_table_add (table, NULL, NULL);
  fram_table_add (table, spec, hours);
  fram_table_add (table, workshop->active ? "yes" : "no", workshop->active ? _ ("yes") : _ ("no"));
  fram_table_add (table, workshop->greets, NULL);
  fram_table_add (table, workshop->first_tool, NULL);
  fram_table_add (table, workshop->coffee, NULL);
}

/**
 * fram_command_workshops:
 *
 * `workshops`: code, names, places and hours of their own.
 */
gboolean
fram_command_workshops (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autoptr (GPtrArray) workshops = NULL;
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));
  gboolean all = FALSE;
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("those that are closed, too"), NULL },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 0, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  workshops = fram_desk_workshops (ctl->desk, all, error);
  if (workshops == NULL)
    return FALSE;
  for (guint i = 0; i < workshops->len; i++)
    add_row (table, g_ptr_array_index (workshops, i));
  fram_table_print (table, ctl->format);
  return TRUE;
}

/* "mon-fri 08-16" is a slot for each day; fram_slots_parse() knows single days. */
static gboolean
expand_days (const char *item, GString *out)
{
  g_autofree char *days = g_strndup (item, strcspn (item, " \t"));
  g_auto (GStrv) ends = g_strsplit (days, "-", 2);
  int first = fram_weekday_parse (ends[0]);
  int last = ends[0] != NULL && ends[1] != NULL ? fram_weekday_parse (ends[1]) : 0;

  if (first == 0 || last < first)
    return FALSE;
  for (int day = first; day <= last; day++)
    {
      FramSlotSpec slot = { day, 0, 60 };
      g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (FramSlotSpec));
      g_autofree char *spec = NULL;

      g_array_append_val (one, slot);
      spec = fram_slots_to_spec (one);
      g_string_append_printf (out, "%.3s%s,", spec, item + strlen (days));
    }
  return TRUE;
}

static gboolean
parse_hours (const char *text, GArray *hours, GError **error)
{
  g_auto (GStrv) items = g_strsplit_set (text, ",;", -1);
  g_autoptr (GString) expanded = g_string_new (NULL);
  g_autoptr (GArray) slots = NULL;

  g_array_set_size (hours, 0);
  for (guint i = 0; items[i] != NULL; i++)
    if (!expand_days (g_strstrip (items[i]), expanded))
      g_string_append_printf (expanded, "%s,", items[i]);
  if (strspn (text, " ,;") == strlen (text))
    return TRUE;
  slots = fram_slots_parse (expanded->str, error);
  for (guint i = 0; slots != NULL && i < slots->len; i++)
    {
      const FramSlotSpec *slot = &g_array_index (slots, FramSlotSpec, i);
      FramOpening opening = { slot->weekday, slot->from_time, slot->to_time };

      g_array_append_val (hours, opening);
    }
  return slots != NULL;
}

static void
replace (char **text, char **newer)
{
  if (*newer == NULL)
    return;
  g_free (*text);
  *text = g_steal_pointer (newer);
}

static gboolean
apply (FramWorkshop *workshop, WorkshopWords *words, GError **error)
{
  gint64 capacity = workshop->capacity;

  if (words->closed && words->open)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("Open or closed? Give one of --open and --closed."));
      return FALSE;
    }
  if (!fram_ctl_parse_count (words->capacity, 0, 10000, &capacity, error))
    return FALSE;
  if (words->hours != NULL)
    {
      if (workshop->hours == NULL)
        workshop->hours = g_array_new (FALSE, FALSE, sizeof (FramOpening));
      if (!parse_hours (words->hours, workshop->hours, error))
        return FALSE;
    }
  replace (&workshop->name_sv, &words->name_sv);
  replace (&workshop->name_en, &words->name_en);
  replace (&workshop->greets, &words->greets);
  replace (&workshop->first_tool, &words->first_tool);
  replace (&workshop->coffee, &words->coffee);
  workshop->capacity = (int)capacity;
  workshop->active = words->open || (workshop->active && !words->closed);
  return TRUE;
}

static FramWorkshop *
find (const GPtrArray *workshops, const char *code)
{
  for (guint i = 0; i < workshops->len; i++)
    {
      FramWorkshop *workshop = g_ptr_array_index (workshops, i);

      if (g_strcmp0 (workshop->code, code) == 0)
        return workshop;
    }
  return NULL;
}

static gboolean
save (FramCtl *ctl, FramWorkshop *workshop, WorkshopWords *words, GError **error)
{
  return apply (workshop, words, error) && fram_desk_save_workshop (ctl->desk, workshop, error);
}

static gboolean
add (FramCtl *ctl, const char *code, WorkshopWords *words, GError **error)
{
  g_autoptr (FramWorkshop) workshop = fram_workshop_new ();

  workshop->code = g_strdup (code);
  workshop->active = TRUE;
  workshop->name_sv = g_strdup (words->name_en != NULL ? words->name_en : code);
  workshop->name_en = g_strdup (words->name_sv != NULL ? words->name_sv : code);
  return save (ctl, workshop, words, error);
}

static gboolean
read_words (FramCtl *ctl, GStrv *argv, WorkshopWords *words, GError **error)
{
  const GOptionEntry entries[] = {
    { "name-sv", 0, 0, G_OPTION_ARG_FILENAME, &words->name_sv, N_ ("name in Swedish"), N_ ("NAME") },
    { "name-en", 0, 0, G_OPTION_ARG_FILENAME, &words->name_en, N_ ("name in English"), N_ ("NAME") },
    { "capacity", 0, 0, G_OPTION_ARG_FILENAME, &words->capacity, N_ ("places"), N_ ("NUMBER") },
    { "hours", 0, 0, G_OPTION_ARG_FILENAME, &words->hours, N_ ("when it is open: “mon-thu 08-16,fri 08-14”"),
      N_ ("PLAN") },
    { "greets", 0, 0, G_OPTION_ARG_FILENAME, &words->greets, N_ ("first-day card: who greets"), N_ ("TEXT") },
    { "first-tool", 0, 0, G_OPTION_ARG_FILENAME, &words->first_tool, N_ ("first-day card: the first tool"),
      N_ ("TEXT") },
    { "coffee", 0, 0, G_OPTION_ARG_FILENAME, &words->coffee, N_ ("first-day card: when there is coffee"), N_ ("TEXT") },
    { "closed", 0, 0, G_OPTION_ARG_NONE, &words->closed, N_ ("take it out of use"), NULL },
    { "open", 0, 0, G_OPTION_ARG_NONE, &words->open, N_ ("take it into use again"), NULL },
    { NULL },
  };

  return fram_ctl_parse (ctl, argv, entries, 1, 1, error) && fram_ctl_open (ctl, error) != NULL;
}

/**
 * fram_command_add_workshop:
 *
 * `add workshop`: a new workshop.
 */
gboolean
fram_command_add_workshop (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (WorkshopWords) words = { 0 };
  g_autoptr (GPtrArray) workshops = NULL;

  if (!read_words (ctl, argv, &words, error) || (workshops = fram_desk_workshops (ctl->desk, TRUE, error)) == NULL)
    return FALSE;
  if (find (workshops, (*argv)[1]) == NULL)
    return add (ctl, (*argv)[1], &words, error);
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_EXISTS,
               _ ("There is a workshop “%s” already; change it with “set workshop”."), (*argv)[1]);
  return FALSE;
}

/**
 * fram_command_set_workshop:
 *
 * `set workshop`: its names, places, hours, and whether it is in use.
 */
gboolean
fram_command_set_workshop (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (WorkshopWords) words = { 0 };
  g_autoptr (GPtrArray) workshops = NULL;
  FramWorkshop *workshop;

  if (!read_words (ctl, argv, &words, error) || (workshops = fram_desk_workshops (ctl->desk, TRUE, error)) == NULL)
    return FALSE;
  workshop = find (workshops, (*argv)[1]);
  if (workshop != NULL)
    return save (ctl, workshop, &words, error);
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
               _ ("There is no workshop “%s”; “framstegctl workshops” lists them."), (*argv)[1]);
  return FALSE;
}
