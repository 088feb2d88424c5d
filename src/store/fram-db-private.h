#pragma once

/* Inside the store only: the room that knows SQLite. */

#include "fram-db.h"

#include <sqlite3.h>

G_BEGIN_DECLS

#define FRAM_APPLICATION_ID 0x4672616d /* "Fram" */

struct _FramDb
{
  sqlite3 *handle;
  char *path;
  FramClock *clock;
  GHashTable *statements; /* SQL text → sqlite3_stmt */
  char *read_only_reason;
  int wal_pages; /* how long the log was after the last commit */
  gboolean bulk;
  gint64 last_clock;  /* hybrid logical clock of the newest change */
  gint64 clock_as_of; /* data version at which it was read */
};

sqlite3_stmt *fram_db_prepare (FramDb *self, const char *sql, GError **error);
sqlite3_stmt *fram_db_query (FramDb *self, GError **error, const char *sql, const char *types, ...);
gboolean fram_db_run (FramDb *self, GError **error, const char *sql, const char *types, ...);
gboolean fram_db_step (FramDb *self, sqlite3_stmt *stmt, GError **error);
gboolean fram_db_step_row (FramDb *self, sqlite3_stmt *stmt, GError **error);
void fram_db_tidy_statements (FramDb *self);
gboolean fram_db_exec (FramDb *self, const char *sql, GError **error);
gint64 fram_db_int (FramDb *self, gint64 fallback, const char *sql, const char *types, ...);
char *fram_db_text (FramDb *self, const char *sql, const char *types, ...);
void fram_db_set_error (FramDb *self, GError **error);
void fram_sqlite_error (int code, const char *path, GError **error);
gboolean fram_db_migrate (FramDb *self, GError **error);
gboolean fram_db_follow_clock (FramDb *self, GError **error);
gboolean fram_sync_folder (const char *path);

char *fram_column_text (sqlite3_stmt *stmt, int column);
const char *fram_column_peek (sqlite3_stmt *stmt, int column);
FramDate fram_column_date (sqlite3_stmt *stmt, int column);
int fram_column_minutes (sqlite3_stmt *stmt, int column);
FramUuid fram_column_uuid (sqlite3_stmt *stmt, int column);
void fram_bind_date (sqlite3_stmt *stmt, int index, FramDate date);

G_END_DECLS
