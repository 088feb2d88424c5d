#include "fram-desk-places-private.h"

#include "fram-access-log.h"
#include "fram-rights.h"
#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* Places for a participant, and participants for a place: reasons in words, never a figure about a person. */

static void
place_match_free (gpointer data)
{
  FramPlaceMatch *match = data;

  g_clear_pointer (&match->place, fram_external_place_free);
  g_free (match->reasons);
  g_free (match->lacks);
  g_free (match);
}

void
fram_place_matches_free (FramPlaceMatches *self)
{
  g_free (self->name);
  g_free (self->wish);
  g_strfreev (self->fields);
  g_free (self->field_names);
  g_free (self->need_names);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  g_free (self->basis);
  g_free (self);
}

static void
person_match_free (gpointer data)
{
  FramPersonMatch *match = data;

  g_free (match->case_no);
  g_free (match->name);
  g_free (match->sort_key);
  g_free (match->reasons);
  g_free (match);
}

static gboolean
means_field (const FramWorkField *field, const char *const *words)
{
  for (guint i = 0; field->words[i] != NULL; i++)
    for (guint j = 0; words[j] != NULL; j++)
      if (fram_match_has_word (field->words[i], words[j]))
        return TRUE;
  return FALSE;
}

static gboolean
prepares_for (const FramWorkField *field, const char *const *workshops)
{
  for (guint i = 0; workshops[i] != NULL; i++)
    if (g_strv_contains ((const char *const *)field->workshops, workshops[i]))
      return TRUE;
  return FALSE;
}

static GStrv
fields_that (const FramPlacesBook *book, gboolean (*fits) (const FramWorkField *, const char *const *),
             const char *const *words)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < book->fields->len; i++)
    {
      const FramWorkField *field = g_ptr_array_index (book->fields, i);

      if (fits (field, words))
        g_ptr_array_add (codes, g_strdup (field->code));
    }
  g_ptr_array_add (codes, NULL);
  return (GStrv)g_ptr_array_free (codes, FALSE);
}

/* What somebody wishes says more than where somebody has trained; only without a wish do workshops speak. */
static GStrv
fields_of (FramDesk *self, const FramPlacesBook *book, const FramStoredEnrolment *whose, gboolean *from_workshops)
{
  g_auto (GStrv) words = fram_match_split (whose->wished_place);
  g_auto (GStrv) workshops = NULL;
  GStrv fields = fields_that (book, means_field, (const char *const *)words);

  *from_workshops = fields[0] == NULL && words[0] == NULL;
  if (!*from_workshops)
    return fields;
  g_strfreev (fields);
  workshops = fram_places_load_workshops (self->db, whose->row);
  return fields_that (book, prepares_for, (const char *const *)workshops);
}

static void
add_reason (GString *reasons, const char *reason)
{
  if (reason != NULL && reason[0] != '\0')
    g_string_append_printf (reasons, "%s%s", reasons->len > 0 ? " · " : "", reason);
}

static char *
when_free (const FramExternalPlace *place, FramDate asked, FramDate today)
{
  g_autofree char *day = NULL;

  if (place->capacity < 0)
    return g_strdup (C_ ("external place", "Number of places not agreed"));
  if (place->free_from == FRAM_DATE_NONE)
    return g_strdup (C_ ("external place", "Full until further notice"));
  if (place->free_from == today)
    return g_strdup (C_ ("external place", "Free now"));
  day = fram_date_to_day_month (place->free_from);
  return g_strdup_printf (C_ ("external place", "Free from %s"), day);
}

static char *
reasons_of (const FramPlacesBook *book, const FramMatch *match, const FramExternalPlace *place, FramDate asked,
            FramDate today)
{
  GString *reasons = g_string_new (NULL);
  g_autofree char *when = when_free (place, asked, today);
  g_autofree char *fields = fram_places_book_names_of (book, (const char *const *)match->fields, FALSE);
  g_autofree char *met = fram_places_book_names_of (book, (const char *const *)match->met, TRUE);
  g_autofree char *words = g_strjoinv (", ", match->words);

  add_reason (reasons, when);
  add_reason (reasons, fields);
  if (match->fields[0] == NULL && match->words[0] != NULL)
    {
      /* Translators: words of the wish that stand in the tasks of a place */
      g_autofree char *answers = g_strdup_printf (_ ("answers the wish: %s"), words);

      add_reason (reasons, answers);
    }
  if (met[0] != '\0')
    {
      g_autofree char *possible = g_strdup_printf (_ ("adaptations possible: %s"), met);

      add_reason (reasons, possible);
    }
  if (match->part_time)
    add_reason (reasons, _ ("hours can be adapted"));
  return g_string_free (reasons, FALSE);
}

static GPtrArray *
show_matches (FramDesk *self, const FramPlacesBook *book, GPtrArray *matches, GPtrArray *places, FramDate asked)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func (place_match_free);

  for (guint i = 0; i < matches->len; i++)
    {
      const FramMatch *match = g_ptr_array_index (matches, i);
      FramPlaceMatch *row = g_new0 (FramPlaceMatch, 1);
      g_autofree char *missing = fram_places_book_names_of (book, (const char *const *)match->missing, TRUE);

      row->place = g_steal_pointer (&places->pdata[match->place]);
      row->reasons = reasons_of (book, match, row->place, asked, self->viewer->today);
      if (missing[0] != '\0')
        row->lacks = g_strdup_printf (_ ("To be asked about: %s"), missing);
      g_ptr_array_add (shown, row);
    }
  return shown;
}

static char *
text_of (const FramExternalPlace *place)
{
  g_autofree char *text = g_strjoin (" ", place->employer, place->tasks != NULL ? place->tasks : "", place->field_names,
                                     place->address != NULL ? place->address : "", NULL);

  return fram_text_fold (text);
}

static void
free_place (gpointer place)
{
  if (place != NULL)
    fram_external_place_free (place);
}

/* Those in use, with what matching compares. */
static GPtrArray *
show_places (const FramPlacesBook *book, const GPtrArray *stored, FramDate day, GArray *compared, GPtrArray *texts)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (free_place);

  for (guint i = 0; i < stored->len; i++)
    {
      const FramStoredPlace *one = g_ptr_array_index (stored, i);
      FramExternalPlace *place;
      FramMatchPlace facts = { 0 };

      if (!one->active)
        continue;
      place = fram_places_book_show (book, one, day);
      facts.text = text_of (place);
      facts.fields = (const char *const *)place->fields;
      facts.areas = (const char *const *)place->areas;
      facts.free_from = place->free_from;
      facts.sort_key = one->sort_key;
      g_ptr_array_add (texts, (char *)facts.text);
      g_ptr_array_add (places, place);
      g_array_append_val (compared, facts);
    }
  return places;
}

/* One look for places. */
typedef struct
{
  FramStoredEnrolment *whose;
  FramPlacesBook book;
  GStrv words;
  GStrv needs; /* NULL: not for who asks */
} Looking;

static void
looking_clear (Looking *l)
{
  g_clear_pointer (&l->whose, fram_stored_enrolment_free);
  fram_places_book_clear (&l->book);
  g_strfreev (l->words);
  g_strfreev (l->needs);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Looking, looking_clear)

static gboolean
load_participant (FramDesk *self, const char *case_no_or_id, Looking *l, GError **error)
{
  g_autoptr (FramStoredCase) person = fram_people_load_one (self->db, self->viewer, case_no_or_id, error);

  if (person == NULL)
    return FALSE;
  if (!fram_people_may_plan (self->db, self->viewer, person->participant))
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED, _ ("Your roles do not let you see this."));
  else if (person->enrolment == 0)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                         _ ("The person is not enrolled, so there is nothing to place."));
  else
    l->whose = fram_enrolment_load (self->db, self->viewer, person->enrolment, error);
  return l->whose != NULL && fram_places_book_load (&l->book, self, 0, error);
}

static gboolean
load_wish (FramDesk *self, const char *case_no_or_id, Looking *l, GError **error)
{
  gboolean sees_needs;

  if (!load_participant (self, case_no_or_id, l, error))
    return FALSE;
  sees_needs = fram_people_may (self->db, self->viewer, FRAM_CLASS_NEED, l->whose->participant);
  l->words = fram_match_split (l->whose->wished_place);
  l->needs = sees_needs ? fram_places_load_needs (self->db, l->whose->row) : NULL;
  return fram_access_log_add (self->db, self->viewer, "opened", sees_needs ? FRAM_CLASS_NEED : FRAM_CLASS_PLAN,
                              l->whose->participant, NULL, error);
}

static const char *
basis_of (const Looking *l)
{
  if (l->needs == NULL)
    return _ ("By wishes only: your role does not see which adaptations are needed. Ask the case worker about them.");
  if (l->needs[0] == NULL)
    return _ ("By wishes; no adaptations are written as needed.");
  return _ ("By wishes, and by the adaptations that are needed.");
}

static void
describe (FramDesk *self, const Looking *l, FramPlaceMatches *answer)
{
  gboolean open = l->whose->closed == FRAM_DATE_NONE || l->whose->closed >= self->viewer->today;
  gboolean writable = open && fram_db_get_read_only_reason (self->db) == NULL;

  answer->name = fram_enrolment_dup_name (l->whose);
  answer->wish = g_strdup (l->whose->wished_place);
  answer->field_names = fram_places_book_names_of (&l->book, (const char *const *)answer->fields, FALSE);
  answer->weekly_minutes = fram_places_load_weekly (self->db, l->whose->row, self->viewer->today);
  if (l->needs != NULL)
    answer->need_names = fram_places_book_names_of (&l->book, (const char *const *)l->needs, TRUE);
  answer->basis = g_strdup (basis_of (l));
  answer->may_write_wish = writable && fram_rights_reaches_site (self->viewer, FRAM_CLASS_BASIC, TRUE);
  answer->may_place = writable && fram_rights_reaches_site (self->viewer, FRAM_CLASS_PLAN, TRUE);
}

static GPtrArray *
find_places (FramDesk *self, const Looking *l, const FramPlaceMatches *answer, GError **error)
{
  g_autoptr (GPtrArray) stored = fram_places_load (self->db, self->viewer, error);
  g_autoptr (GArray) compared = g_array_new (FALSE, FALSE, sizeof (FramMatchPlace));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) places = NULL, matches = NULL;
  FramMatchWish wish = { (const char *const *)l->words, (const char *const *)answer->fields,
                         (const char *const *)l->needs, answer->weekly_minutes, answer->from };

  if (stored == NULL)
    return NULL;
  places = show_places (&l->book, stored, answer->from, compared, texts);
  matches = fram_match_places (&wish, (const FramMatchPlace *)(gpointer)compared->data, compared->len);
  return show_matches (self, &l->book, matches, places, answer->from);
}

/**
 * fram_desk_match_places:
 * @self: the desk
 * @case_no_or_id: for whom
 * @from: from which day, or %FRAM_DATE_NONE for today
 * @fields: (nullable) (array zero-terminated=1): kinds of work; %NULL for those that follow from the wish
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): places in order, each with reasons in words
 */
FramPlaceMatches *
fram_desk_match_places (FramDesk *self, const char *case_no_or_id, FramDate from, const char *const *fields,
                        GError **error)
{
  g_autoptr (FramPlaceMatches) answer = g_new0 (FramPlaceMatches, 1);
  g_auto (Looking) looking = { 0 };
  gboolean from_workshops;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_PLACES, FALSE, error) || !load_wish (self, case_no_or_id, &looking, error))
    return NULL;
  answer->from = from != FRAM_DATE_NONE ? from : self->viewer->today;
  answer->fields =
      fields != NULL ? g_strdupv ((GStrv)fields) : fields_of (self, &looking.book, looking.whose, &from_workshops);
  describe (self, &looking, answer);
  answer->matches = find_places (self, &looking, answer, error);
  return answer->matches != NULL ? g_steal_pointer (&answer) : NULL;
}

/**
 * fram_desk_save_wished_place:
 * @self: the desk
 * @case_no_or_id: whose
 * @text: (nullable): what kind of place is wished for, in the participant's words
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_save_wished_place (FramDesk *self, const char *case_no_or_id, const char *text, char **what, GError **error)
{
  static const char *const columns[] = { "wished_place", NULL };
  g_autofree char *wish = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autoptr (FramStoredCase) person = NULL;
  g_autoptr (FramRecord) record = NULL;
  g_autoptr (FramChanges) changes = NULL;

  FRAM_DESK_LOCKED (self);
  if (!fram_rights_reaches_site (self->viewer, FRAM_CLASS_BASIC, TRUE))
    return fram_desk_require (self, FRAM_CLASS_RIGHTS, TRUE, error);
  person = fram_people_load_one (self->db, self->viewer, case_no_or_id, error);
  if (person == NULL)
    return FALSE;
  if (person->enrolment == 0 || (person->closed != FRAM_DATE_NONE && person->closed < self->viewer->today))
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                           _ ("The enrolment is closed; what stands there is read and not changed."));
      return FALSE;
    }
  record = fram_record_new (FRAM_ENTITY_ENROLMENT, &person->enrolment_id);
  fram_record_set_text (record, "wished_place", wish[0] != '\0' ? wish : NULL);
  changes = fram_changes_begin (self->db, self->viewer, "wish", NULL, error);
  if (changes == NULL || fram_changes_update (changes, record, columns, error) == FRAM_WRITTEN_FAILED)
    return FALSE;
  /* Translators: a case number */
  return fram_desk_say (self, changes, g_strdup_printf (_ ("The wished place of %s is written."), person->case_no),
                        what, error);
}

/* Who is at an external place already, or is to be. */
static GHashTable *
load_placed (FramDesk *self, GError **error)
{
  g_autoptr (GArray) spans = fram_places_load_spans (self->db, 0, error);
  GHashTable *placed;

  if (spans == NULL)
    return NULL;
  placed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < spans->len; i++)
    {
      const FramPlaceSpan *span = &g_array_index (spans, FramPlaceSpan, i);

      if (span->to == FRAM_DATE_NONE || span->to >= self->viewer->today)
        g_hash_table_add (placed, g_memdup2 (&span->enrolment, sizeof span->enrolment));
    }
  return placed;
}

static char *
person_reasons (FramDesk *self, const FramPlacesBook *book, const FramStoredEnrolment *whose,
                const FramMatchPlace *place)
{
  gboolean from_workshops = FALSE;
  g_auto (GStrv) words = fram_match_split (whose->wished_place);
  g_auto (GStrv) fields = fields_of (self, book, whose, &from_workshops);
  FramMatchWish wish = { (const char *const *)words, (const char *const *)fields, NULL, 0, self->viewer->today };
  g_autoptr (GPtrArray) matches = fram_match_places (&wish, place, 1);
  const FramMatch *match = g_ptr_array_index (matches, 0);
  g_autofree char *names = fram_places_book_names_of (book, (const char *const *)match->fields, FALSE);

  if (match->fields[0] == NULL && match->words[0] == NULL)
    return NULL;
  if (from_workshops)
    /* Translators: a kind of work, as "Wood and building" */
    return g_strdup_printf (_ ("Trains in a workshop for: %s"), names);
  /* Translators: what somebody wishes for, in own words */
  return g_strdup_printf (_ ("Wishes: %s"), whose->wished_place);
}

static GPtrArray *
find_people (FramDesk *self, const FramPlacesBook *book, const FramMatchPlace *place, GError **error)
{
  g_autoptr (GPtrArray) open = fram_enrolment_load_open (self->db, self->viewer, error);
  g_autoptr (GHashTable) placed = open != NULL ? load_placed (self, error) : NULL;
  GPtrArray *people;

  if (placed == NULL)
    return NULL;
  people = g_ptr_array_new_with_free_func (person_match_free);
  for (guint i = 0; i < open->len; i++)
    {
      const FramStoredEnrolment *whose = g_ptr_array_index (open, i);
      g_autofree char *reasons =
          g_hash_table_contains (placed, &whose->row) ? NULL : person_reasons (self, book, whose, place);
      FramPersonMatch *match;

      if (reasons == NULL)
        continue;
      match = g_new0 (FramPersonMatch, 1);
      match->participant = whose->participant_id;
      match->case_no = g_strdup (whose->case_no);
      match->name = fram_enrolment_dup_name (whose);
      match->sort_key = fram_text_sort_key (match->name);
      match->reasons = g_steal_pointer (&reasons);
      g_ptr_array_add (people, match);
    }
  return people;
}

static gboolean
may_look_for_people (FramDesk *self, GError **error)
{
  if (fram_rights_reaches_site (self->viewer, FRAM_CLASS_PLACES, TRUE) &&
      fram_rights_reaches_site (self->viewer, FRAM_CLASS_PLAN, FALSE))
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED, _ ("Your roles do not let you see this."));
  return FALSE;
}

/**
 * fram_desk_who_fits:
 * @self: the desk
 * @place: which
 * @error: return location; %FRAM_ERROR_DENIED but for who keeps the register of places
 *
 * Returns: (transfer full) (nullable) (element-type FramPersonMatch): enrolled people without an external place whose
 *   wishes the place answers, by name
 */
GPtrArray *
fram_desk_who_fits (FramDesk *self, const FramUuid *place, GError **error)
{
  g_auto (FramPlacesBook) book = { 0 };
  g_autoptr (FramStoredPlace) stored = NULL;
  g_autoptr (GArray) compared = g_array_new (FALSE, FALSE, sizeof (FramMatchPlace));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) places = NULL, one = NULL;

  FRAM_DESK_LOCKED (self);
  if (!may_look_for_people (self, error))
    return NULL;
  stored = fram_places_load_one (self->db, self->viewer, place, error);
  if (stored == NULL || !fram_places_book_load (&book, self, stored->row, error) ||
      !fram_access_log_add (self->db, self->viewer, "listed", FRAM_CLASS_PLAN, 0, NULL, error))
    return NULL;
  one = g_ptr_array_new ();
  g_ptr_array_add (one, stored);
  places = show_places (&book, one, self->viewer->today, compared, texts);
  if (compared->len == 0)
    return g_ptr_array_new_with_free_func (person_match_free);
  return find_people (self, &book, &g_array_index (compared, FramMatchPlace, 0), error);
}
