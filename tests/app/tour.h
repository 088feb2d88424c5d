#pragma once

#include "fram-application.h"
#include "fram-window.h"

/* A tour of every page and dialog: one look, one process. */

#define NOW "2026-11-12T09:14"

typedef struct
{
  const char *directory;
  const char *name; /* "sv-dark" */
  FramApplication *app;
  FramWindow *window;
  gboolean failed;
} Tour;

/* waiting, looking and taking pictures: tour-camera.c */
GLogWriterOutput tour_listen (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data);
gboolean tour_has_complained (void);
void tour_wait_ms (guint ms);
void tour_wait_read (Tour *tour);
void tour_take (Tour *tour, GtkWidget *window, const char *page, int width);
void tour_take_sizes (Tour *tour, const char *page);
void tour_visit (Tour *tour, const char *page, const char *uri);
void tour_visit_dialog (Tour *tour, const char *page, GtkWindow *dialog);
GtkWidget *tour_find_mapped (GtkWidget *widget, GType type);

/* a participant, and what belongs to the work with participants: tour-people.c */
void tour_visit_people (Tour *tour, const char *path);

/* the form of a talk: tour-rating.c */
void tour_visit_ratings (Tour *tour, const char *id);

/* all of it: tour-walk.c */
void tour_walk (Tour *tour, const char *path);
