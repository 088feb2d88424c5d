#include "fram-desk-commitment.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (FramCommitmentRow, fram_commitment_row, G_TYPE_OBJECT)

typedef enum
{
  PROP_NAME = 1,
  PROP_TITLE,
  PROP_WHOSE_TEXT,
  PROP_DUE_TEXT,
  PROP_STATE_NAME,
} FramCommitmentRowProperty;

static GParamSpec *properties[PROP_STATE_NAME + 1];

static void
fram_commitment_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FramCommitmentRow *self = FRAM_COMMITMENT_ROW (object);

  switch ((FramCommitmentRowProperty)id)
    {
    case PROP_NAME: g_value_set_string (value, self->name); break;
    case PROP_TITLE: g_value_set_string (value, self->title); break;
    case PROP_WHOSE_TEXT: g_value_set_string (value, self->whose_text); break;
    case PROP_DUE_TEXT: g_value_take_string (value, fram_date_to_day_month (self->due)); break;
    case PROP_STATE_NAME: g_value_set_string (value, fram_commitment_state_get_name (self->state)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec); break;
    }
}

static void
fram_commitment_row_finalize (GObject *object)
{
  FramCommitmentRow *self = FRAM_COMMITMENT_ROW (object);

  g_free (self->case_no);
  g_free (self->name);
  g_free (self->sort_key);
  g_free (self->code);
  g_free (self->title);
  g_free (self->whose);
  g_free (self->whose_text);
  g_free (self->note);
  G_OBJECT_CLASS (fram_commitment_row_parent_class)->finalize (object);
}

static void
fram_commitment_row_class_init (FramCommitmentRowClass *klass)
{
  static const char *const names[] = { NULL, "name", "title", "whose-text", "due-text", "state-name" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fram_commitment_row_get_property;
  object_class->finalize = fram_commitment_row_finalize;
  for (guint i = PROP_NAME; i <= PROP_STATE_NAME; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
fram_commitment_row_init (FramCommitmentRow *self)
{
  self->due = self->done = FRAM_DATE_NONE;
}

/**
 * fram_commitment_row_dup_due_text:
 * @self: a commitment
 * @today: the day it is looked at from
 *
 * Returns: (transfer full): when it is or was due in words: "3 days late", "due today", "due in 9 days", "done 3 November"
 */
char *
fram_commitment_row_dup_due_text (FramCommitmentRow *self, FramDate today)
{
  int days = self->due - today;
  g_autofree char *due = fram_date_to_day_month (self->due);
  g_autofree char *done = self->done != FRAM_DATE_NONE ? fram_date_to_day_month (self->done) : NULL;

  switch (self->state)
    {
    case FRAM_COMMITMENT_LATE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day late", "%d days late", (gulong)-days), -days);
    case FRAM_COMMITMENT_DUE:
      if (days == 0)
        return g_strdup (_ ("due today"));
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "due in %d day", "due in %d days", (gulong)days), days);
    /* TRANSLATORS: a commitment; %s is a day */
    case FRAM_COMMITMENT_DONE: return g_strdup_printf (_ ("done %s"), done);
    case FRAM_COMMITMENT_LAPSED: return g_strdup_printf (_ ("was due %s, not noted as done"), due);
    case FRAM_COMMITMENT_TO_COME:
    default: return g_strdup_printf (_ ("due %s"), due);
    }
}
