#pragma once

#include "fram-date.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramFieldError:
 *
 * A row that stands below an entry row of a form and says in one sentence what is wrong with what was typed there. It
 * is hidden while all is well and goes away as soon as the text changes. Assistive technology finds it as the error
 * message of the entry.
 *
 * Properties: `field` (#AdwEntryRow), the row it speaks about.
 */
#define FRAM_TYPE_FIELD_ERROR (fram_field_error_get_type ())
G_DECLARE_FINAL_TYPE (FramFieldError, fram_field_error, FRAM, FIELD_ERROR, AdwPreferencesRow)

void fram_field_error_set (FramFieldError *self, const char *sentence);
const char *fram_field_error_get (FramFieldError *self);
void fram_field_error_focus (FramFieldError *self);

/* What is typed in the field, checked. Each shows its sentence at the field and answers %FALSE where it is not right. */
gboolean fram_field_error_read_text (FramFieldError *self, const char *missing, char **text);
gboolean fram_field_error_read_date (FramFieldError *self, gboolean required, FramDate *date);
gboolean fram_field_error_read_number (FramFieldError *self, int least, int most, int *number);

G_END_DECLS
