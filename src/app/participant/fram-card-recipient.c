#include "fram-card-recipient.h"

#include "fram-choices.h"
#include "fram-field-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* No name has a line break. */
#define SOMEBODY_ELSE "\n"

struct _FramCardRecipient
{
  AdwPreferencesGroup parent_instance;

  /* template children */
  AdwComboRow *who;
  AdwEntryRow *name;
  AdwActionRow *state;
  GtkWidget *withdraw;
  AdwComboRow *form;
  AdwEntryRow *until;
  FramFieldError *until_error;
  AdwActionRow *giving;
  GtkWidget *give;

  /* owned */
  FramDesk *desk; /* NULL once it is gone */
  char *case_no;

  gboolean filling;
  guint writing;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_WRITTEN,
  SIGNAL_TROUBLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramCardRecipient, fram_card_recipient, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_somebody_else (FramCardRecipient *self)
{
  return g_strcmp0 (fram_choices_get (self->who), SOMEBODY_ELSE) == 0;
}

/* --- writing --- */

typedef struct
{
  char *case_no;
  char *recipient;
  char *form;
  FramDate until;
  gboolean withdraw;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->case_no);
  g_free (work->recipient);
  g_free (work->form);
  g_free (work);
}

static gpointer
write_consent (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Work *work = data;
  FramConsentEdit edit;
  char *what = NULL;

  if (work->withdraw)
    return fram_desk_withdraw_consent (desk, work->case_no, work->recipient, &what, error) ? what : NULL;
  fram_consent_edit_init (&edit, desk);
  edit.recipient = work->recipient;
  edit.form = work->form;
  edit.until = work->until;
  return fram_desk_give_consent (desk, work->case_no, &edit, &what, error) ? what : NULL;
}

static void
set_buttons (FramCardRecipient *self)
{
  gboolean may = self->desk != NULL && self->writing == 0 && fram_desk_get_read_only_reason (self->desk) == NULL;

  gtk_widget_set_sensitive (self->give, may);
  gtk_widget_set_sensitive (self->withdraw, may);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramCardRecipient) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  self->writing--;
  if (self->desk == NULL)
    return;
  set_buttons (self);
  if (what != NULL)
    g_signal_emit (self, signals[SIGNAL_WRITTEN], 0, what);
  else
    g_signal_emit (self, signals[SIGNAL_TROUBLE], 0, error->message);
}

static void
run (FramCardRecipient *self, gboolean withdraw, FramDate until)
{
  Work *work = g_new0 (Work, 1);

  work->case_no = g_strdup (self->case_no);
  work->recipient = fram_card_recipient_get (self);
  work->form = g_strdup (fram_choices_get (self->form));
  work->until = until;
  work->withdraw = withdraw;
  self->writing++;
  set_buttons (self);
  fram_desk_run_async (self->desk, write_consent, work, work_free, g_free, NULL, on_written_cb, g_object_ref (self));
}

static void
on_give_cb (FramCardRecipient *self)
{
  FramDate until;

  if (self->desk == NULL || self->writing > 0)
    return;
  if (fram_field_error_read_date (self->until_error, TRUE, &until))
    run (self, FALSE, until);
  else
    fram_field_error_focus (self->until_error);
}

static void
on_withdraw_cb (FramCardRecipient *self)
{
  if (self->desk != NULL && self->writing == 0)
    run (self, TRUE, FRAM_DATE_NONE);
}

/* --- choosing --- */

static void
on_who_cb (FramCardRecipient *self)
{
  if (self->filling)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->name), is_somebody_else (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_name_cb (FramCardRecipient *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* --- vfuncs --- */

static void
fram_card_recipient_dispose (GObject *object)
{
  FramCardRecipient *self = FRAM_CARD_RECIPIENT (object);

  fram_card_recipient_close (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), FRAM_TYPE_CARD_RECIPIENT);
  g_clear_pointer (&self->case_no, g_free);
  G_OBJECT_CLASS (fram_card_recipient_parent_class)->dispose (object);
}

static void
fram_card_recipient_class_init (FramCardRecipientClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_card_recipient_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_WRITTEN] =
      g_signal_new ("written", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_TROUBLE] =
      g_signal_new ("trouble", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-card-recipient.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, FramCardRecipient, child)
  BIND (who);
  BIND (name);
  BIND (state);
  BIND (withdraw);
  BIND (form);
  BIND (until);
  BIND (until_error);
  BIND (giving);
  BIND (give);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_who_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_give_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_withdraw_cb);
}

static void
fram_card_recipient_init (FramCardRecipient *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fram_choices_add (self->form, "spoken", C_ ("consent", "Spoken"));
  fram_choices_add (self->form, "written", C_ ("consent", "Written"));
  fram_choices_add (self->who, NULL, C_ ("card", "The participant"));
  fram_choices_add (self->who, SOMEBODY_ELSE, C_ ("card", "Somebody else…"));
  fram_card_recipient_set_consent (self, NULL);
  self->filling = FALSE;
}

/**
 * fram_card_recipient_set_up:
 * @self: a recipient
 * @desk: the register with its person
 * @case_no: whose card it is
 */
void
fram_card_recipient_set_up (FramCardRecipient *self, FramDesk *desk, const char *case_no)
{
  char day[FRAM_DATE_TEXT_SIZE];
  FramConsentEdit edit;

  g_return_if_fail (FRAM_IS_CARD_RECIPIENT (self) && FRAM_IS_DESK (desk));
  g_set_object (&self->desk, desk);
  self->case_no = g_strdup (case_no);
  fram_consent_edit_init (&edit, desk);
  gtk_editable_set_text (GTK_EDITABLE (self->until), fram_date_format (edit.until, day));
  set_buttons (self);
}

/**
 * fram_card_recipient_close:
 * @self: a recipient
 *
 * Lets the register go; what is being written is written, and nothing is said any more.
 */
void
fram_card_recipient_close (FramCardRecipient *self)
{
  g_return_if_fail (FRAM_IS_CARD_RECIPIENT (self));
  g_clear_object (&self->desk);
}

/**
 * fram_card_recipient_set_names:
 * @self: a recipient
 * @names: (element-type utf8): whom the card could be for
 */
void
fram_card_recipient_set_names (FramCardRecipient *self, const GPtrArray *names)
{
  g_autofree char *before = NULL;

  g_return_if_fail (FRAM_IS_CARD_RECIPIENT (self) && names != NULL);
  before = g_strdup (fram_choices_get (self->who));
  self->filling = TRUE;
  fram_choices_clear (self->who);
  fram_choices_add (self->who, NULL, C_ ("card", "The participant"));
  for (guint i = 0; i < names->len; i++)
    fram_choices_add (self->who, g_ptr_array_index (names, i), g_ptr_array_index (names, i));
  fram_choices_add (self->who, SOMEBODY_ELSE, C_ ("card", "Somebody else…"));
  fram_choices_select (self->who, before);
  self->filling = FALSE;
}

/**
 * fram_card_recipient_set_consent:
 * @self: a recipient
 * @consent: (nullable): how it stands with the consent that names who is chosen; %NULL where none is needed
 */
void
fram_card_recipient_set_consent (FramCardRecipient *self, const FramConsent *consent)
{
  gboolean holds = consent != NULL && consent->state == FRAM_CONSENT_VALID, asks = consent != NULL && !holds;

  g_return_if_fail (FRAM_IS_CARD_RECIPIENT (self));
  gtk_widget_set_visible (GTK_WIDGET (self->name), is_somebody_else (self));
  gtk_widget_set_visible (GTK_WIDGET (self->state), consent != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state), consent != NULL ? consent->words : "");
  gtk_widget_set_visible (self->withdraw, holds);
  gtk_widget_set_visible (GTK_WIDGET (self->form), asks);
  gtk_widget_set_visible (GTK_WIDGET (self->until), asks);
  gtk_widget_set_visible (GTK_WIDGET (self->giving), asks);
  if (!asks)
    fram_field_error_set (self->until_error, NULL);
}

/**
 * fram_card_recipient_get:
 * @self: a recipient
 *
 * Returns: (transfer full) (nullable): who gets the card; %NULL for the participant, and where no name is written yet
 */
char *
fram_card_recipient_get (FramCardRecipient *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (FRAM_IS_CARD_RECIPIENT (self), NULL);
  if (!is_somebody_else (self))
    return g_strdup (fram_choices_get (self->who));
  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  return name[0] != '\0' ? g_steal_pointer (&name) : NULL;
}

/**
 * fram_card_recipient_lacks_name:
 * @self: a recipient
 *
 * Returns: whether it goes to somebody whose name is not written yet
 */
gboolean
fram_card_recipient_lacks_name (FramCardRecipient *self)
{
  g_autofree char *name = fram_card_recipient_get (self);

  return is_somebody_else (self) && name == NULL;
}

/**
 * fram_card_recipient_is_busy:
 * @self: a recipient
 *
 * Returns: whether a consent is being written
 */
gboolean
fram_card_recipient_is_busy (FramCardRecipient *self)
{
  g_return_val_if_fail (FRAM_IS_CARD_RECIPIENT (self), FALSE);
  return self->writing > 0;
}
