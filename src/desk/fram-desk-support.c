#include "fram-desk-support.h"

#include "fram-desk-journal-private.h"
#include "fram-desk-private.h"
#include "fram-enrolment-store.h"
#include "fram-rights.h"
#include "fram-support-store.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* The four kinds of the BIP project, side by side: work, competence, health, network and everyday life. */
static const struct
{
  const char *code;
  const char *name;
} kinds[] = {
  { "job", NC_ ("support", "Work") },
  { "competence", NC_ ("support", "Competence") },
  { "health", NC_ ("support", "Health") },
  { "social", NC_ ("support", "Daily life, network") },
};

void
fram_support_free (FramSupport *self)
{
  g_free (self->kind);
  g_free (self->provider);
  g_free (self->text);
  g_free (self->words);
  g_free (self);
}

void
fram_supports_free (FramSupports *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->hint);
  g_free (self);
}

/**
 * fram_support_kinds:
 *
 * Returns: (array zero-terminated=1) (transfer none): the codes of the kinds, in order
 */
const char *const *
fram_support_kinds (void)
{
  static const char *const codes[] = { "job", "competence", "health", "social", NULL };

  return codes;
}

/**
 * fram_support_kind_get_name:
 * @kind: (nullable): code of a kind
 *
 * Returns: what it is called in the reader's language
 */
const char *
fram_support_kind_get_name (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].code, kind) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "support", kinds[i].name);
  return C_ ("support", "Other support");
}

const char *
fram_support_state_get_code (FramSupportState state)
{
  static const char *const codes[] = { "running", "waiting", "agreed", "ended" };

  g_return_val_if_fail (state < G_N_ELEMENTS (codes), NULL);
  return codes[state];
}

static int
kind_rank (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].code, kind) == 0)
      return (int)i;
  return G_N_ELEMENTS (kinds);
}

static FramSupportState
state_of (const FramStoredSupport *stored, FramDate today)
{
  if (stored->ended != FRAM_DATE_NONE && stored->ended < today)
    return FRAM_SUPPORT_ENDED;
  if (stored->started == FRAM_DATE_NONE)
    return stored->ended != FRAM_DATE_NONE ? FRAM_SUPPORT_ENDED : FRAM_SUPPORT_WAITING;
  return stored->started > today ? FRAM_SUPPORT_AGREED : FRAM_SUPPORT_RUNNING;
}

/* From the day on which the waiting began to the day on which it was over, or today. */
static int
days_waited (const FramStoredSupport *stored, FramDate today)
{
  FramDate since = stored->waiting_since != FRAM_DATE_NONE ? stored->waiting_since : stored->applied;
  FramDate until = stored->started != FRAM_DATE_NONE ? stored->started : stored->ended;

  if (since == FRAM_DATE_NONE)
    return -1;
  if (until == FRAM_DATE_NONE || until > today)
    until = today;
  return MAX (0, until - since);
}

static char *
waiting_words (const FramSupport *self)
{
  g_autofree char *applied = NULL;
  g_autofree char *days = NULL;

  if (self->days_waited < 0)
    return g_strdup (_ ("Not applied for yet"));
  days = g_strdup_printf (ngettext ("Waiting for %d day", "Waiting for %d days", self->days_waited), self->days_waited);
  if (self->applied == FRAM_DATE_NONE)
    return g_steal_pointer (&days);
  applied = fram_date_to_day_month (self->applied);
  /* Translators: "Waiting for 74 days", and the day of the application */
  return g_strdup_printf (_ ("%1$s, applied for %2$s"), days, applied);
}

static char *
started_words (const FramSupport *self)
{
  g_autofree char *started = fram_date_to_day_month (self->started);
  g_autofree char *ended = self->ended != FRAM_DATE_NONE ? fram_date_to_day_month (self->ended) : NULL;

  if (ended != NULL)
    return g_strdup_printf ("%s – %s", started, ended);
  if (self->state == FRAM_SUPPORT_AGREED)
    return g_strdup_printf (C_ ("support", "Begins %s"), started);
  return g_strdup_printf (C_ ("support", "Since %s"), started);
}

static char *
words_of (const FramSupport *self)
{
  g_autofree char *when = NULL;
  g_autofree char *waited = NULL;

  if (self->started == FRAM_DATE_NONE && self->ended == FRAM_DATE_NONE)
    return waiting_words (self);
  if (self->days_waited >= 0 && self->state == FRAM_SUPPORT_AGREED)
    waited =
        g_strdup_printf (ngettext ("waiting for %d day", "waiting for %d days", self->days_waited), self->days_waited);
  else if (self->days_waited >= 0)
    waited = g_strdup_printf (ngettext ("waited %d day", "waited %d days", self->days_waited), self->days_waited);
  if (self->started != FRAM_DATE_NONE)
    when = started_words (self);
  else
    {
      g_autofree char *ended = fram_date_to_day_month (self->ended);

      when = g_strdup_printf (C_ ("support", "Did not begin, given up %s"), ended);
    }
  return waited != NULL ? g_strdup_printf ("%s, %s", when, waited) : g_steal_pointer (&when);
}

static FramSupport *
support_of (const FramStoredSupport *stored, FramDate today)
{
  FramSupport *self = g_new0 (FramSupport, 1);

  self->id = stored->id;
  self->enrolment = stored->enrolment_id;
  self->kind = g_strdup (stored->kind);
  self->provider = g_strdup (stored->provider);
  self->text = g_strdup (stored->text);
  self->applied = stored->applied;
  self->waiting_since = stored->waiting_since;
  self->started = stored->started;
  self->ended = stored->ended;
  self->state = state_of (stored, today);
  self->days_waited = days_waited (stored, today);
  self->words = words_of (self);
  return self;
}

static int
state_rank (FramSupportState state)
{
  static const int ranks[] = { 0, 2, 1, 3 };

  return ranks[state];
}

/* What was first comes first; what has ended, the other way round. */
static int
compare_supports (gconstpointer a, gconstpointer b)
{
  const FramSupport *x = *(const FramSupport *const *)a, *y = *(const FramSupport *const *)b;
  int order = kind_rank (x->kind) - kind_rank (y->kind);
  FramDate p, q;

  if (order == 0)
    order = state_rank (x->state) - state_rank (y->state);
  if (order != 0)
    return order;
  p = x->state == FRAM_SUPPORT_ENDED ? x->ended : x->started != FRAM_DATE_NONE ? x->started : x->applied;
  q = y->state == FRAM_SUPPORT_ENDED ? y->ended : y->started != FRAM_DATE_NONE ? y->started : y->applied;
  if (p == q)
    return g_strcmp0 (x->provider, y->provider);
  return (p < q) == (x->state != FRAM_SUPPORT_ENDED) ? -1 : 1;
}

/* Parallellitet (DOMAIN.md): several things side by side. It is a reminder, nobody's fault. */
static char *
hint_of (const FramSupports *self, guint agreed)
{
  if (self->running > 0)
    return NULL;
  if (agreed > 0)
    return g_strdup (_ ("Nothing runs beside the programme yet; what is agreed begins soon."));
  if (self->waiting > 0)
    return g_strdup (_ ("Nothing runs beside the programme while this is waited for. Can something else begin now?"));
  return g_strdup (_ ("Nothing runs beside the programme now. What could, at the same time as the workshop?"));
}

static gboolean
may (FramDesk *self, const FramStoredEnrolment *enrolment, gboolean write)
{
  g_autoptr (FramViewer) writers = write ? fram_rights_writers (self->viewer, FRAM_CLASS_NOTE) : NULL;

  return fram_people_may (self->db, write ? writers : self->viewer, FRAM_CLASS_NOTE, enrolment->participant);
}

static gboolean
is_open (FramDesk *self, const FramStoredEnrolment *enrolment)
{
  return enrolment->closed == FRAM_DATE_NONE || enrolment->closed >= self->viewer->today;
}

static FramStoredEnrolment *
load_enrolment (FramDesk *self, gint64 row, gboolean write, GError **error)
{
  g_autoptr (FramStoredEnrolment) enrolment = fram_enrolment_load (self->db, self->viewer, row, error);

  if (enrolment == NULL)
    return NULL;
  if (!may (self, enrolment, write))
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                         write ? _ ("Only the participant's case worker changes what is known of support outside.")
                               : _ ("Only the participant's case worker sees support outside."));
  else if (write && !is_open (self, enrolment))
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                         _ ("The enrolment is closed; what stands there is read and not changed."));
  else
    return g_steal_pointer (&enrolment);
  return NULL;
}

/**
 * fram_desk_supports:
 * @self: the desk
 * @enrolment: whose
 * @error: return location; %FRAM_ERROR_DENIED where it is not for the person at the keyboard
 *
 * Where it cannot be logged that it was read, it is not shown.
 *
 * Returns: (transfer full) (nullable): support outside the programme, as of today
 */
FramSupports *
fram_desk_supports (FramDesk *self, const FramUuid *enrolment, GError **error)
{
  g_autoptr (FramSupports) answer = g_new0 (FramSupports, 1);
  g_autoptr (FramStoredEnrolment) whose = NULL;
  g_autoptr (GPtrArray) stored = NULL;
  guint agreed = 0;

  FRAM_DESK_LOCKED (self);
  whose = load_enrolment (self, fram_db_find_row (self->db, enrolment), FALSE, error);
  stored = whose != NULL ? fram_support_load (self->db, self->viewer, whose->row, error) : NULL;
  if (stored == NULL || !fram_desk_log_notes (self, whose->participant, "support", error))
    return NULL;
  answer->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_support_free);
  for (guint i = 0; i < stored->len; i++)
    {
      FramSupport *support = support_of (g_ptr_array_index (stored, i), self->viewer->today);

      answer->running += support->state == FRAM_SUPPORT_RUNNING;
      answer->waiting += support->state == FRAM_SUPPORT_WAITING;
      agreed += support->state == FRAM_SUPPORT_AGREED;
      g_ptr_array_add (answer->rows, support);
    }
  g_ptr_array_sort (answer->rows, compare_supports);
  answer->may_write =
      fram_db_get_read_only_reason (self->db) == NULL && is_open (self, whose) && may (self, whose, TRUE);
  if (is_open (self, whose))
    answer->hint = hint_of (answer, agreed);
  return g_steal_pointer (&answer);
}

/**
 * fram_desk_support_providers:
 * @self: the desk
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type utf8): names of providers that have been written before
 */
GPtrArray *
fram_desk_support_providers (FramDesk *self, GError **error)
{
  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_NOTE, FALSE, error))
    return NULL;
  return fram_support_load_providers (self->db, self->viewer, error);
}

/* A day that was typed with the wrong year. */
static gboolean
is_far (FramDate day, FramDate today)
{
  return day != FRAM_DATE_NONE && (day > today + 2 * 366 || day < today - 60 * 366);
}

static const char *
check_order (const FramSupportEdit *edit, FramSupportField *field)
{
  FramDate since = MAX (edit->applied, edit->waiting_since);

  *field = FRAM_SUPPORT_FIELD_STARTED;
  if (edit->started != FRAM_DATE_NONE && edit->started < edit->applied)
    return _ ("It cannot begin before it was applied for. Check both days.");
  if (edit->started != FRAM_DATE_NONE && edit->started < edit->waiting_since)
    return _ ("It cannot begin before the waiting began. Check both days.");
  *field = FRAM_SUPPORT_FIELD_ENDED;
  if (edit->ended != FRAM_DATE_NONE && edit->started != FRAM_DATE_NONE && edit->ended < edit->started)
    return _ ("It cannot end before it began. Check both days.");
  if (edit->ended != FRAM_DATE_NONE && edit->ended < since)
    return _ ("It cannot end before it was applied for or waited for. Check the days.");
  *field = FRAM_SUPPORT_FIELD_NONE;
  return NULL;
}

/**
 * fram_support_edit_check:
 * @edit: what was written
 * @today: the day
 * @field: (out): where it is wrong
 *
 * Returns: (nullable): what is wrong and what to do; %NULL where all is well
 */
const char *
fram_support_edit_check (const FramSupportEdit *edit, FramDate today, FramSupportField *field)
{
  const struct
  {
    FramDate day;
    FramSupportField field;
  } days[] = { { edit->applied, FRAM_SUPPORT_FIELD_APPLIED },
               { edit->waiting_since, FRAM_SUPPORT_FIELD_WAITING },
               { edit->started, FRAM_SUPPORT_FIELD_STARTED },
               { edit->ended, FRAM_SUPPORT_FIELD_ENDED } };

  *field = FRAM_SUPPORT_FIELD_PROVIDER;
  if (edit->provider == NULL || edit->provider[0] == '\0')
    return _ ("Write who gives the support, for example a clinic or an authority.");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (is_far (days[i].day, today))
      {
        *field = days[i].field;
        return _ ("That day cannot be right; check the year.");
      }
  *field = FRAM_SUPPORT_FIELD_APPLIED;
  if (edit->applied != FRAM_DATE_NONE && edit->applied > today)
    return _ ("The application lies ahead. Leave the day empty until it is sent.");
  *field = FRAM_SUPPORT_FIELD_WAITING;
  if (edit->waiting_since != FRAM_DATE_NONE && edit->waiting_since > today)
    return _ ("The waiting cannot begin on a day to come. Leave it empty until then.");
  return check_order (edit, field);
}

static gboolean
check (FramDesk *self, const FramSupportEdit *edit, GError **error)
{
  FramSupportField field;
  const char *wrong = fram_support_edit_check (edit, self->viewer->today, &field);

  if (wrong == NULL && kind_rank (edit->kind) == G_N_ELEMENTS (kinds))
    wrong = _ ("Choose one of the four kinds: work, competence, health, everyday life.");
  if (wrong != NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, wrong);
  return wrong == NULL;
}

static void
fill (FramRecord *record, const FramSupportEdit *edit)
{
  fram_record_set_text (record, "kind", edit->kind);
  fram_record_set_text (record, "provider", edit->provider);
  fram_record_set_text (record, "text", edit->text != NULL && edit->text[0] != '\0' ? edit->text : NULL);
  fram_record_set_date (record, "applied", edit->applied);
  fram_record_set_date (record, "waiting_since", edit->waiting_since);
  fram_record_set_date (record, "started", edit->started);
  fram_record_set_date (record, "ended", edit->ended);
}

static gboolean
finish (FramDesk *self, FramChanges *changes, char *sentence, char **what, GError **error)
{
  g_autofree char *owned = sentence;

  if (!fram_desk_finish (self, changes, owned, &fram_changed_house, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&owned);
  return TRUE;
}

/**
 * fram_desk_add_support:
 * @self: the desk
 * @enrolment: whose
 * @edit: what there is
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_add_support (FramDesk *self, const FramUuid *enrolment, const FramSupportEdit *edit, char **what,
                       GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PARALLEL_SUPPORT, NULL);
  g_autoptr (FramStoredEnrolment) whose = NULL;
  g_autoptr (FramChanges) changes = NULL;

  FRAM_DESK_LOCKED (self);
  whose = load_enrolment (self, fram_db_find_row (self->db, enrolment), TRUE, error);
  if (whose == NULL || !check (self, edit, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "support", NULL, error);
  fill (record, edit);
  fram_record_set_ref (record, "enrolment", enrolment);
  if (changes == NULL || fram_changes_insert (changes, record, error) == FRAM_WRITTEN_FAILED)
    return FALSE;
  /* Translators: a provider of support and a case number */
  return finish (self, changes, g_strdup_printf (_ ("%1$s is added for %2$s."), edit->provider, whose->case_no), what,
                 error);
}

static FramStoredEnrolment *
load_for_change (FramDesk *self, const FramUuid *support, FramStoredSupport **stored, GError **error)
{
  *stored = fram_support_load_one (self->db, self->viewer, support, error);
  return *stored != NULL ? load_enrolment (self, (*stored)->enrolment, TRUE, error) : NULL;
}

/**
 * fram_desk_edit_support:
 * @self: the desk
 * @support: which
 * @edit: what is so now
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_edit_support (FramDesk *self, const FramUuid *support, const FramSupportEdit *edit, char **what,
                        GError **error)
{
  static const char *const columns[] = { "kind",          "provider", "text",  "applied",
                                         "waiting_since", "started",  "ended", NULL };
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PARALLEL_SUPPORT, support);
  g_autoptr (FramStoredEnrolment) whose = NULL;
  g_autoptr (FramStoredSupport) stored = NULL;
  g_autoptr (FramChanges) changes = NULL;

  FRAM_DESK_LOCKED (self);
  whose = load_for_change (self, support, &stored, error);
  if (whose == NULL || !check (self, edit, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "support", NULL, error);
  fill (record, edit);
  if (changes == NULL || fram_changes_update (changes, record, columns, error) == FRAM_WRITTEN_FAILED)
    return FALSE;
  /* Translators: a provider of support and a case number */
  return finish (self, changes, g_strdup_printf (_ ("%1$s is changed for %2$s."), edit->provider, whose->case_no), what,
                 error);
}

/**
 * fram_desk_remove_support:
 * @self: the desk
 * @support: which
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Takes away what was written by mistake; what is over is ended with a day.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_remove_support (FramDesk *self, const FramUuid *support, char **what, GError **error)
{
  g_autoptr (FramStoredEnrolment) whose = NULL;
  g_autoptr (FramStoredSupport) stored = NULL;
  g_autoptr (FramChanges) changes = NULL;

  FRAM_DESK_LOCKED (self);
  whose = load_for_change (self, support, &stored, error);
  if (whose == NULL)
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "support", NULL, error);
  if (changes == NULL ||
      fram_changes_remove (changes, FRAM_ENTITY_PARALLEL_SUPPORT, support, error) == FRAM_WRITTEN_FAILED)
    return FALSE;
  return finish (self, changes,
                 /* Translators: a provider of support and a case number */
                 g_strdup_printf (_ ("%1$s is removed for %2$s."),
                                  stored->provider != NULL ? stored->provider : _ ("The support"), whose->case_no),
                 what, error);
}
