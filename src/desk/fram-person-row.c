#include "fram-person-row.h"

G_DEFINE_FINAL_TYPE (FramPersonRow, fram_person_row, G_TYPE_OBJECT)

typedef enum
{
  PROP_NAME = 1,
  PROP_CASE_NO,
  PROP_PHASE_NAME,
  PROP_WORKSHOPS,
  PROP_ENROLLED_TEXT,
} FramPersonRowProperty;

static GParamSpec *properties[PROP_ENROLLED_TEXT + 1];

static void
fram_person_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FramPersonRow *self = FRAM_PERSON_ROW (object);

  switch ((FramPersonRowProperty)id)
    {
    case PROP_NAME: g_value_set_string (value, self->name); break;
    case PROP_CASE_NO: g_value_set_string (value, self->case_no); break;
    case PROP_PHASE_NAME: g_value_set_string (value, fram_phase_get_name (self->phase)); break;
    case PROP_WORKSHOPS: g_value_set_string (value, self->workshops); break;
    case PROP_ENROLLED_TEXT: g_value_take_string (value, fram_date_to_text (self->enrolled)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec); break;
    }
}

static void
fram_person_row_finalize (GObject *object)
{
  FramPersonRow *self = FRAM_PERSON_ROW (object);

  g_free (self->case_no);
  g_free (self->name);
  g_free (self->given_name);
  g_free (self->family_name);
  g_free (self->sort_key);
  g_free (self->sex);
  g_free (self->organisation);
  g_free (self->workshops);
  g_free (self->workshop_codes);
  G_OBJECT_CLASS (fram_person_row_parent_class)->finalize (object);
}

static void
fram_person_row_class_init (FramPersonRowClass *klass)
{
  static const char *const names[] = { NULL, "name", "case-no", "phase-name", "workshops", "enrolled-text" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fram_person_row_get_property;
  object_class->finalize = fram_person_row_finalize;
  for (guint i = PROP_NAME; i <= PROP_ENROLLED_TEXT; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
fram_person_row_init (FramPersonRow *self)
{
  self->birth_date = self->enrolled = self->closed = FRAM_DATE_NONE;
}

FramPersonRow *
fram_person_row_new (void)
{
  return g_object_new (FRAM_TYPE_PERSON_ROW, NULL);
}
