#include "fram-desk-places-private.h"

#include "fram-rights.h"
#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

void
fram_external_place_free (FramExternalPlace *self)
{
  g_free (self->employer);
  g_free (self->tasks);
  g_free (self->contact_name);
  g_free (self->contact_phone);
  g_free (self->contact_email);
  g_free (self->address);
  g_strfreev (self->fields);
  g_free (self->field_names);
  g_strfreev (self->areas);
  g_free (self->area_names);
  g_free (self->adaptations);
  g_free (self->note);
  g_free (self->free_text);
  g_free (self);
}

void
fram_external_details_free (FramExternalDetails *self)
{
  g_clear_pointer (&self->place, fram_external_place_free);
  g_clear_pointer (&self->now, g_ptr_array_unref);
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  g_clear_pointer (&self->follow_ups, g_ptr_array_unref);
  g_free (self);
}

/* "a;b" as it is recorded; blanks and empty pieces do not count. */
GStrv
fram_codes_split (const char *list)
{
  g_auto (GStrv) pieces = g_strsplit (list != NULL ? list : "", ";", -1);
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; pieces[i] != NULL; i++)
    if (g_strstrip (pieces[i])[0] != '\0')
      g_ptr_array_add (codes, g_strdup (pieces[i]));
  g_ptr_array_add (codes, NULL);
  return (GStrv)g_ptr_array_free (codes, FALSE);
}

static GPtrArray *
load_areas (FramDesk *self)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *areas = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_choice_free);

  fram_house_load_codes (self->db, FRAM_ENTITY_ADAPTATION_AREA, codes, names, NULL);
  for (guint i = 0; i < codes->len; i++)
    {
      FramChoice *choice = g_new0 (FramChoice, 1);

      choice->code = g_strdup (g_ptr_array_index (codes, i));
      choice->name = g_strdup (g_ptr_array_index (names, i));
      g_ptr_array_add (areas, choice);
    }
  return areas;
}

static GPtrArray *
load_fields (FramDesk *self, GError **error)
{
  g_autofree char *programme = fram_db_get_meta (self->db, "programme");

  return fram_profile_load_fields (programme != NULL ? programme : "fram", error);
}

/* Everything that a list of places is shown with; of one place where @place is not 0. */
gboolean
fram_places_book_load (FramPlacesBook *self, FramDesk *desk, gint64 place, GError **error)
{
  *self = (FramPlacesBook){ 0 };
  self->fields = load_fields (desk, error);
  self->areas = load_areas (desk);
  self->spans = self->fields != NULL ? fram_places_load_spans (desk->db, place, error) : NULL;
  return self->spans != NULL;
}

void
fram_places_book_clear (FramPlacesBook *self)
{
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->spans, g_array_unref);
}

/* The days on which a place is taken, by others than one enrolment where that is not 0. */
GArray *
fram_places_book_taken (const FramPlacesBook *self, gint64 place, gint64 but_enrolment)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (FramTaken));

  for (guint i = 0; i < self->spans->len; i++)
    {
      const FramPlaceSpan *span = &g_array_index (self->spans, FramPlaceSpan, i);
      FramTaken one = { span->from, span->to };

      if (span->place == place && (but_enrolment == 0 || span->enrolment != but_enrolment))
        g_array_append_val (taken, one);
    }
  return taken;
}

static const char *
name_of_code (const FramPlacesBook *self, const char *code, gboolean area)
{
  for (guint i = 0; area && i < self->areas->len; i++)
    {
      const FramChoice *choice = g_ptr_array_index (self->areas, i);

      if (g_str_equal (choice->code, code))
        return choice->name;
    }
  for (guint i = 0; !area && i < self->fields->len; i++)
    {
      const FramWorkField *field = g_ptr_array_index (self->fields, i);

      if (g_str_equal (field->code, code))
        return field->name;
    }
  /* a code of another version of the profile says itself */
  return code;
}

/* Names of codes, ", " between. */
char *
fram_places_book_names_of (const FramPlacesBook *self, const char *const *codes, gboolean areas)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name_of_code (self, codes[i], areas));
  return g_string_free (names, FALSE);
}

static char *
free_text (const FramExternalPlace *place, FramDate day)
{
  g_autofree char *from = NULL;

  if (!place->active)
    return g_strdup (C_ ("external place", "No longer used"));
  if (place->capacity < 0)
    return g_strdup (C_ ("external place", "Number of places not agreed"));
  if (place->free > 0)
    /* Translators: places: "2 of 3 free" */
    return g_strdup_printf (C_ ("external place", "%1$d of %2$d free"), place->free, place->capacity);
  if (place->free_from == FRAM_DATE_NONE)
    return g_strdup (C_ ("external place", "Full until further notice"));
  from = fram_date_to_day_month (place->free_from);
  if (place->agreed_from != FRAM_DATE_NONE && place->agreed_from > day)
    return g_strdup_printf (C_ ("external place", "Free from %s"), from);
  return g_strdup_printf (C_ ("external place", "Full, free from %s"), from);
}

static void
count_free (const FramPlacesBook *self, FramExternalPlace *place, gint64 row, FramDate day)
{
  g_autoptr (GArray) taken = fram_places_book_taken (self, row, 0);
  FramDate from = MAX (day, place->agreed_from);

  place->taken = fram_taken_on (taken, day);
  place->free = place->capacity < 0 ? -1 : MAX (0, place->capacity - place->taken);
  place->free_from = FRAM_DATE_NONE;
  if (from > day || !place->active)
    place->free = MIN (place->free, 0);
  if (place->active)
    place->free_from = fram_taken_next_free (taken, place->capacity, from);
}

/**
 * fram_places_book_show:
 * @self: the lists
 * @stored: a place
 * @day: the day that free places are counted on
 *
 * Returns: (transfer full): the place as it is shown
 */
FramExternalPlace *
fram_places_book_show (const FramPlacesBook *self, const FramStoredPlace *stored, FramDate day)
{
  FramExternalPlace *place = g_new0 (FramExternalPlace, 1);

  place->id = stored->id;
  place->employer = g_strdup (stored->employer);
  place->tasks = g_strdup (stored->tasks);
  place->contact_name = g_strdup (stored->contact_name);
  place->contact_phone = g_strdup (stored->contact_phone);
  place->contact_email = g_strdup (stored->contact_email);
  place->address = g_strdup (stored->address);
  place->fields = fram_codes_split (stored->fields);
  place->field_names = fram_places_book_names_of (self, (const char *const *)place->fields, FALSE);
  place->areas = fram_codes_split (stored->areas);
  place->area_names = fram_places_book_names_of (self, (const char *const *)place->areas, TRUE);
  place->adaptations = g_strdup (stored->adaptations);
  place->note = g_strdup (stored->note);
  place->capacity = stored->capacity;
  place->agreed_from = stored->free_from;
  place->active = stored->active;
  count_free (self, place, stored->row, day);
  place->free_text = free_text (place, day);
  return place;
}

/* Every word of the search begins a word of what is known of the place. */
static gboolean
is_found (const FramExternalPlace *place, const char *const *terms)
{
  const char *const texts[] = { place->employer,      place->tasks,         place->field_names,
                                place->contact_name,  place->address,       place->adaptations,
                                place->contact_phone, place->contact_email, NULL };
  GString *all = g_string_new (NULL);
  g_autofree char *folded = NULL;
  gboolean found;

  for (guint i = 0; i + 1 < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      g_string_append_printf (all, "%s ", texts[i]);
  folded = fram_text_fold (all->str);
  found = fram_text_matches_terms (folded, terms);
  g_string_free (all, TRUE);
  return found;
}

static GStrv
terms_of (const char *search)
{
  g_autofree char *folded = fram_text_fold (search != NULL ? search : "");
  g_auto (GStrv) all = g_strsplit_set (folded, " \t", -1);
  GPtrArray *terms = g_ptr_array_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (all[i][0] != '\0')
      g_ptr_array_add (terms, g_strdup (all[i]));
  g_ptr_array_add (terms, NULL);
  return (GStrv)g_ptr_array_free (terms, FALSE);
}

static gboolean
is_wanted (const FramPlacesQuery *query, const FramExternalPlace *place, FramDate day, const char *const *terms)
{
  if (!place->active && (!query->inactive || query->only_free))
    return FALSE;
  if (query->only_free && place->free_from != day)
    return FALSE;
  if (query->field != NULL && !g_strv_contains ((const char *const *)place->fields, query->field))
    return FALSE;
  return is_found (place, terms);
}

/**
 * fram_desk_external_places:
 * @self: the desk
 * @query: which
 * @error: return location; %FRAM_ERROR_DENIED
 *
 * Returns: (transfer full) (nullable) (element-type FramExternalPlace): the register of external places, by employer
 */
GPtrArray *
fram_desk_external_places (FramDesk *self, const FramPlacesQuery *query, GError **error)
{
  g_auto (FramPlacesBook) book = { 0 };
  g_auto (GStrv) terms = terms_of (query->search);
  g_autoptr (GPtrArray) stored = NULL;
  GPtrArray *places;
  FramDate day;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_PLACES, FALSE, error))
    return NULL;
  day = query->day != FRAM_DATE_NONE ? query->day : self->viewer->today;
  fram_db_begin_read (self->db);
  stored = fram_places_book_load (&book, self, 0, error) ? fram_places_load (self->db, self->viewer, error) : NULL;
  fram_db_end_read (self->db);
  if (stored == NULL)
    return NULL;
  places = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_external_place_free);
  for (guint i = 0; i < stored->len; i++)
    {
      FramExternalPlace *place = fram_places_book_show (&book, g_ptr_array_index (stored, i), day);

      if (is_wanted (query, place, day, (const char *const *)terms))
        g_ptr_array_add (places, place);
      else
        fram_external_place_free (place);
    }
  return places;
}

/**
 * fram_desk_work_fields:
 * @self: the desk
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramChoice): kinds of work of the programme, in its order
 */
GPtrArray *
fram_desk_work_fields (FramDesk *self, GError **error)
{
  g_autoptr (GPtrArray) fields = NULL;
  GPtrArray *choices;

  FRAM_DESK_LOCKED (self);
  fields = load_fields (self, error);
  if (fields == NULL)
    return NULL;
  choices = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_choice_free);
  for (guint i = 0; i < fields->len; i++)
    {
      const FramWorkField *field = g_ptr_array_index (fields, i);
      FramChoice *choice = g_new0 (FramChoice, 1);

      choice->code = g_strdup (field->code);
      choice->name = g_strdup (field->name);
      g_ptr_array_add (choices, choice);
    }
  return choices;
}

/* Areas in which work can be adapted. */
GPtrArray *
fram_desk_adaptation_areas (FramDesk *self, GError **error)
{
  FRAM_DESK_LOCKED (self);
  return load_areas (self);
}

/**
 * fram_desk_find_external_place:
 * @self: the desk
 * @employer: an employer's name
 * @place: (out): the place
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Returns: whether there is exactly one of that name
 */
gboolean
fram_desk_find_external_place (FramDesk *self, const char *employer, FramUuid *place, GError **error)
{
  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_PLACES, FALSE, error))
    return FALSE;
  if (fram_places_find (self->db, self->viewer, employer, place))
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
               _ ("There is no external place “%s”; “framstegctl places” lists them."), employer);
  return FALSE;
}

char *
fram_desk_name_of (const char *given, const char *family, gboolean is_protected)
{
  return is_protected ? fram_text_initials (given, family) : g_strjoin (" ", given, family, NULL);
}

void
fram_external_stay_free (FramExternalStay *self)
{
  g_free (self->case_no);
  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

static char *
stay_text (const FramStoredOutside *stored)
{
  g_autofree char *from = fram_date_to_day_month (stored->from);
  g_autofree char *to = stored->to != FRAM_DATE_NONE ? fram_date_to_day_month (stored->to) : NULL;
  g_autofree char *when =
      to != NULL ? g_strdup_printf ("%s – %s", from, to) : g_strdup_printf (C_ ("stay", "From %s"), from);
  g_autofree char *hours = NULL;

  if (stored->weekly_minutes <= 0)
    return g_steal_pointer (&when);
  hours = fram_hours_format (stored->weekly_minutes);
  if (fram_text_is_swedish ())
    g_strdelimit (hours, ".", ',');
  /* Translators: days, and hours a week: "From 5 October 2026, 12 h a week" */
  return g_strdup_printf (_ ("%1$s, %2$s h a week"), when, hours);
}

FramExternalStay *
fram_desk_external_stay_of (const FramStoredOutside *stored)
{
  FramExternalStay *stay = g_new0 (FramExternalStay, 1);

  stay->placement = stored->id;
  stay->enrolment = stored->enrolment_id;
  stay->case_no = g_strdup (stored->case_no);
  stay->name = fram_desk_name_of (stored->given_name, stored->family_name, stored->is_protected);
  stay->from = stored->from;
  stay->to = stored->to;
  stay->weekly_minutes = stored->weekly_minutes;
  stay->text = stay_text (stored);
  return stay;
}

static void
add_stays (FramDesk *self, FramExternalDetails *details, const GPtrArray *stays, const GArray *spans)
{
  FramDate today = self->viewer->today;

  details->now = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_external_stay_free);
  details->earlier = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_external_stay_free);
  for (guint i = 0; i < stays->len; i++)
    {
      const FramStoredOutside *stored = g_ptr_array_index (stays, i);
      gboolean over = stored->to != FRAM_DATE_NONE && stored->to < today;

      g_ptr_array_add (over ? details->earlier : details->now, fram_desk_external_stay_of (stored));
    }
  for (guint i = 0; i < spans->len; i++)
    {
      FramDate to = g_array_index (spans, FramPlaceSpan, i).to;

      details->hidden += to == FRAM_DATE_NONE || to >= today;
    }
  details->hidden -= MIN (details->hidden, details->now->len);
}

/**
 * fram_desk_external_place:
 * @self: the desk
 * @place: which
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the place with who is and was there, as far as the person at the keyboard may see
 *   their plans
 */
FramExternalDetails *
fram_desk_external_place (FramDesk *self, const FramUuid *place, GError **error)
{
  g_autoptr (FramExternalDetails) details = g_new0 (FramExternalDetails, 1);
  g_auto (FramPlacesBook) book = { 0 };
  g_autoptr (FramStoredPlace) stored = NULL;
  g_autoptr (GPtrArray) stays = NULL, visits = NULL;
  gboolean writable;

  FRAM_DESK_LOCKED (self);
  writable = fram_db_get_read_only_reason (self->db) == NULL;
  if (!fram_desk_require (self, FRAM_CLASS_PLACES, FALSE, error))
    return NULL;
  stored = fram_places_load_one (self->db, self->viewer, place, error);
  if (stored == NULL || !fram_places_book_load (&book, self, stored->row, error))
    return NULL;
  stays = fram_places_load_stays (self->db, self->viewer, stored->row, 0, error);
  visits = stays != NULL ? fram_places_load_visits (self->db, self->viewer, stored->row, 0, error) : NULL;
  if (visits == NULL)
    return NULL;
  details->place = fram_places_book_show (&book, stored, self->viewer->today);
  add_stays (self, details, stays, book.spans);
  details->follow_ups = fram_desk_follow_ups_of (self, visits);
  details->may_write = writable && fram_rights_reaches_site (self->viewer, FRAM_CLASS_PLACES, TRUE);
  details->may_match = stored->active && fram_rights_reaches_site (self->viewer, FRAM_CLASS_PLACES, TRUE) &&
                       fram_rights_reaches_site (self->viewer, FRAM_CLASS_PLAN, FALSE);
  details->may_hold = writable && fram_rights_reaches_site (self->viewer, FRAM_CLASS_PLAN, TRUE);
  return g_steal_pointer (&details);
}
