#pragma once

#include "fram-desk-case.h"
#include "fram-desk-rating.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramRatingDialog:
 *
 * The form of a talk: which set of questions, then the participant's side, then the case worker's own, or the areas of an
 * agenda. Every answer is kept as a draft at once; closing the dialog, a lock or a crash loses nothing. The participant's
 * side can be shown in large type, alone on the whole screen, to turn the screen.
 *
 * Signals: `written` (FramRatingDialog*, const char *what): the talk is written down; what is a sentence for a toast.
 */
#define FRAM_TYPE_RATING_DIALOG (fram_rating_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramRatingDialog, fram_rating_dialog, FRAM, RATING_DIALOG, AdwWindow)

FramRatingDialog *fram_rating_dialog_new (FramDesk *desk, GtkWidget *parent, const FramCase *what, const FramUuid *set);

/* What `participant.add` begins: "rating", or "rating:UUID" with a set. Answers whether it was one of these; the sentence
 * about what was written is told in @parent's window. */
gboolean fram_rating_dialog_add (FramDesk *desk, GtkWidget *parent, const FramCase *what, const char *adding);

G_END_DECLS
