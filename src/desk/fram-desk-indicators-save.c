#include "fram-desk-indicators-private.h"

#include "fram-ids.h"
#include "fram-indicator-store.h"

#include <glib/gi18n-lib.h>

/* Saving a set. A version that nobody has answered is written over; one that somebody has answered stays as it is, and a
 * new version begins, unless only a slip is mended. The ids of a version and of its questions are derived from the code,
 * the version and the place, so that two machines that make the same version meet in the same rows. */

typedef struct
{
  FramDesk *desk;
  FramChanges *changes;
  const FramIndicatorSet *set;
  FramIndicatorSet *before; /* the newest version there is, or NULL */
  FramIndicatorSet *base;   /* the version that what is written follows, or NULL */
  FramUuid id;
  int version;
  gboolean is_new; /* a version of its own */
} Saving;

static void
saving_clear (Saving *self)
{
  g_clear_pointer (&self->changes, fram_changes_free);
  if (self->base != self->before)
    g_clear_pointer (&self->base, fram_indicator_set_free);
  g_clear_pointer (&self->before, fram_indicator_set_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Saving, saving_clear)

static gboolean
differs (const FramIndicatorSet *before, const FramIndicatorSet *set)
{
  return !fram_indicator_set_same_shape (before, set) || !fram_indicator_set_same_words (before, set);
}

/* What was undone may lie there still; it is brought back with the words of now. */
static gboolean
put (Saving *self, const FramRecord *record, const char *const *columns, GError **error)
{
  if (fram_changes_find (self->changes, &record->id) == 0)
    return fram_changes_insert (self->changes, record, error) != FRAM_WRITTEN_FAILED;
  return fram_changes_bring_back (self->changes, record->entity, &record->id, error) != FRAM_WRITTEN_FAILED &&
         fram_changes_update (self->changes, record, columns, error) != FRAM_WRITTEN_FAILED;
}

static void
set_positive (FramRecord *record, const char *column, int number)
{
  if (number > 0)
    fram_record_set_int (record, column, number);
}

static gboolean
write_set (Saving *self, GError **error)
{
  static const char *const columns[] = { "code",   "version", "name_sv",    "name_en", "lowest",   "highest",
                                         "active", "kind",    "every_days", "rank",    "replaces", NULL };
  const FramIndicatorSet *set = self->set;
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_INDICATOR_SET, &self->id);

  fram_record_set_text (record, "code", set->code);
  fram_record_set_int (record, "version", self->version);
  fram_record_set_text (record, "name_sv", set->name_sv);
  fram_record_set_text (record, "name_en", set->name_en);
  set_positive (record, "lowest", set->is_agenda ? 0 : set->lowest);
  set_positive (record, "highest", set->is_agenda ? 0 : set->highest);
  fram_record_set_int (record, "active", TRUE);
  fram_record_set_text (record, "kind", set->is_agenda ? "agenda" : "scale");
  set_positive (record, "every_days", set->every_days);
  set_positive (record, "rank", self->before != NULL ? self->before->rank : set->rank);
  if (self->base != NULL)
    fram_record_set_ref (record, "replaces", &self->base->id);
  return put (self, record, columns, error);
}

/* Which question of the version before this one continues, or none. */
static FramUuid
find_continued (const Saving *self, const FramIndicatorDraft *draft)
{
  const FramIndicatorDraft *earlier;
  FramUuid id = draft->id;

  if (self->base == NULL || fram_uuid_is_none (&id))
    return FRAM_UUID_NONE;
  if (!self->is_new)
    id = fram_indicator_load_continued (self->desk->db, &id);
  earlier = fram_indicator_set_find (self->base, &id);
  if (earlier == NULL || !fram_indicator_continues (self->base, earlier, self->set, draft))
    return FRAM_UUID_NONE;
  return id;
}

static FramUuid
id_of_place (const Saving *self, guint i)
{
  if (!self->is_new && i < self->before->indicators->len)
    return ((const FramIndicatorDraft *)g_ptr_array_index (self->before->indicators, i))->id;
  return fram_id_indicator_version (self->set->code, self->version, (int)i + 1);
}

static gboolean
write_question (Saving *self, guint i, const FramUuid *continues, GError **error)
{
  static const char *const columns[] = { "indicator_set", "ordinal",   "name_sv", "name_en",    "rated_by",
                                         "anchors",       "belief",    "active",  "anchors_sv", "anchors_en",
                                         "languages",     "continues", NULL };
  const FramIndicatorDraft *draft = g_ptr_array_index (self->set->indicators, i);
  FramUuid id = id_of_place (self, i);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_INDICATOR, &id);
  g_autofree char *raters = fram_raters_to_codes (draft->raters);

  fram_record_set_ref (record, "indicator_set", &self->id);
  fram_record_set_int (record, "ordinal", (int)i + 1);
  fram_record_set_text (record, "name_sv", draft->name_sv);
  fram_record_set_text (record, "name_en", draft->name_en);
  fram_record_set_text (record, "rated_by", raters);
  fram_record_set_text (record, "anchors", draft->anchors_en);
  fram_record_set_int (record, "belief", draft->belief != FALSE);
  fram_record_set_int (record, "active", TRUE);
  fram_record_set_text (record, "anchors_sv", draft->anchors_sv);
  fram_record_set_text (record, "anchors_en", draft->anchors_en);
  fram_record_set_text (record, "languages", draft->languages);
  if (!fram_uuid_is_none (continues))
    fram_record_set_ref (record, "continues", continues);
  return put (self, record, columns, error);
}

static gboolean
write_questions (Saving *self, GError **error)
{
  guint n = self->set->indicators->len;
  g_autofree FramUuid *continued = g_new (FramUuid, n);

  /* all of them are asked for before any row is written over */
  for (guint i = 0; i < n; i++)
    continued[i] = find_continued (self, g_ptr_array_index (self->set->indicators, i));
  for (guint i = 0; i < n; i++)
    if (!write_question (self, i, &continued[i], error))
      return FALSE;
  for (guint i = n; !self->is_new && i < self->before->indicators->len; i++)
    {
      const FramIndicatorDraft *gone = g_ptr_array_index (self->before->indicators, i);

      if (fram_changes_remove (self->changes, FRAM_ENTITY_INDICATOR, &gone->id, error) == FRAM_WRITTEN_FAILED)
        return FALSE;
    }
  return TRUE;
}

static gboolean
retire (Saving *self, GError **error)
{
  static const char *const columns[] = { "active", NULL };
  g_autoptr (FramRecord) record = NULL;

  if (!self->is_new || self->before == NULL)
    return TRUE;
  record = fram_record_new (FRAM_ENTITY_INDICATOR_SET, &self->before->id);
  fram_record_set_int (record, "active", FALSE);
  return fram_changes_update (self->changes, record, columns, error) != FRAM_WRITTEN_FAILED;
}

static char *
make_sentence (const Saving *self, gboolean correction)
{
  const char *name = fram_indicator_set_get_name (self->set);

  if (fram_changes_is_empty (self->changes))
    return g_strdup_printf (_ ("“%s” is as it was."), name);
  if (self->before == NULL)
    return g_strdup_printf (_ ("“%s” is added to the sets of questions."), name);
  if (self->is_new)
    return g_strdup_printf (_ ("“%s” has a version %d now. Old ratings stay with the words they were given under."),
                            name, self->version);
  if (correction)
    return g_strdup_printf (_ ("“%s” is corrected."), name);
  return g_strdup_printf (_ ("“%s” is changed."), name);
}

/* The version that was edited must be the newest still. */
static gboolean
check_before (const Saving *self, GError **error)
{
  if (fram_uuid_is_none (&self->set->id) && self->before != NULL)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_EXISTS,
                 _ ("There is a set of questions “%s” already. Choose another code."), self->set->code);
  else if (!fram_uuid_is_none (&self->set->id) &&
           (self->before == NULL || !fram_uuid_equal (&self->set->id, &self->before->id)))
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_CHANGED,
                         _ ("Somebody has changed this set meanwhile. Open it again."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_correction (const Saving *self, gboolean correction, GError **error)
{
  if (!correction || self->before == NULL || !self->before->used ||
      fram_indicator_set_same_shape (self->before, self->set))
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                       _ ("A correction mends words only. Questions, their order, who answers or the scale are other "
                          "ones here: save it as a new version."));
  return FALSE;
}

static gboolean
prepare (Saving *self, gboolean correction, GError **error)
{
  g_autoptr (GError) local = NULL;

  self->before = fram_indicator_load_set (self->desk->db, self->set->code, &local);
  if (local == NULL && self->before != NULL)
    {
      self->is_new = self->before->used && !correction && differs (self->before, self->set);
      self->base =
          self->is_new ? self->before : fram_indicator_load_version_before (self->desk->db, &self->before->id, &local);
    }
  else
    self->is_new = TRUE;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  self->version = self->is_new ? fram_indicator_next_version (self->desk->db, self->set->code) : self->before->version;
  self->id = self->is_new ? fram_id_indicator_set_version (self->set->code, self->version) : self->before->id;
  return check_before (self, error) && check_correction (self, correction, error);
}

/**
 * fram_desk_save_indicator_set:
 * @self: the desk
 * @set: a set; without an id a new one. Questions have the ids that they had, new ones none
 * @correction: whether the meaning is the same, so that no new version begins
 * @what: (out) (optional): a sentence on what was done
 * @error: return location: %FRAM_ERROR_DENIED, INVALID, EXISTS, CHANGED; then nothing was written
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_save_indicator_set (FramDesk *self, const FramIndicatorSet *set, gboolean correction, char **what,
                              GError **error)
{
  g_auto (Saving) saving = { .desk = self, .set = set };
  g_autofree char *sentence = NULL;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_REF, TRUE, error) || !fram_indicator_set_check (set, error) ||
      !prepare (&saving, correction, error))
    return FALSE;
  saving.changes = fram_changes_begin (self->db, self->viewer, "indicators", NULL, error);
  if (saving.changes == NULL || !write_set (&saving, error) || !write_questions (&saving, error) ||
      !retire (&saving, error))
    return FALSE;
  sentence = make_sentence (&saving, correction);
  if (!fram_desk_finish (self, saving.changes, sentence, &fram_changed_house, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return TRUE;
}

/**
 * fram_desk_indicator_set_is_new_version:
 * @self: the desk
 * @set: a set as it shall be
 *
 * Returns: whether saving it would begin a new version: somebody has answered the one there is, and a question, an end, a
 *   side or the scale is another one
 */
gboolean
fram_desk_indicator_set_is_new_version (FramDesk *self, const FramIndicatorSet *set)
{
  g_autoptr (FramIndicatorSet) before = NULL;

  FRAM_DESK_LOCKED (self);
  before = set->code != NULL ? fram_indicator_load_set (self->db, set->code, NULL) : NULL;
  return before != NULL && before->used && differs (before, set);
}
