#pragma once

#include "fram-desk-places.h"
#include "fram-desk-private.h"
#include "fram-enrolment-store.h"
#include "fram-match.h"
#include "fram-places-store.h"
#include "fram-profile-fields.h"

G_BEGIN_DECLS

/* The lists that places carry codes of, and who stays where: read once for a list of places. */
typedef struct
{
  GPtrArray *fields; /* FramWorkField */
  GPtrArray *areas;  /* FramChoice */
  GArray *spans;     /* FramPlaceSpan */
} FramPlacesBook;

gboolean fram_places_book_load (FramPlacesBook *self, FramDesk *desk, gint64 place, GError **error);
void fram_places_book_clear (FramPlacesBook *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramPlacesBook, fram_places_book_clear)

GArray *fram_places_book_taken (const FramPlacesBook *self, gint64 place, gint64 but_enrolment);
FramExternalPlace *fram_places_book_show (const FramPlacesBook *self, const FramStoredPlace *stored, FramDate day);
char *fram_places_book_names_of (const FramPlacesBook *self, const char *const *codes, gboolean areas);

GStrv fram_codes_split (const char *list);
char *fram_desk_name_of (const char *given, const char *family, gboolean is_protected);
FramExternalStay *fram_desk_external_stay_of (const FramStoredOutside *stored);
void fram_external_stay_free (FramExternalStay *self);
GPtrArray *fram_desk_follow_ups_of (FramDesk *self, GPtrArray *visits);
gboolean fram_desk_say (FramDesk *self, FramChanges *changes, char *sentence, char **what, GError **error);
gboolean fram_desk_may_write_plan (FramDesk *self, GError **error);

G_END_DECLS
