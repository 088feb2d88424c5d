#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A disk in memory, one of SQLite's ways to files, that keeps apart what has been synced and what has only been
 * written. When the plug is pulled, what was not synced is there or not, whole or torn, in any order. One connection at a
 * time. */

void test_power_install (void);
void test_power_remove (void);
void test_power_use (gboolean use);
void test_power_seed (guint32 seed);
void test_power_put (const char *name, const char *from);
void test_power_clear (void);

/**
 * TestPlug:
 *
 * Called when the plug could be pulled: in the middle of a call, before it has any effect.
 */
typedef void (*TestPlug) (gpointer data);

void test_power_watch (TestPlug plug, gpointer data);
void test_power_cut (const char *name, const char *to);
guint test_power_n_syncs (void);

G_END_DECLS
