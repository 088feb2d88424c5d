#pragma once

#include "store-fixture.h"

G_BEGIN_DECLS

/**
 * TestPicture:
 *
 * Every recorded value of a register and every stamp at one moment. Between two pictures no value may differ without a
 * new stamp of its unit, and nothing may be stamped that is as it was.
 */
typedef struct
{
  GHashTable *cells;  /* "table/row/column" → value */
  GHashTable *stamps; /* "row/unit", of marks "mark/enrolment/day/activity/part" → "sender/seq" */
  gint64 n_changes;
} TestPicture;

TestPicture *test_picture_take (FramDb *db);
void test_picture_free (TestPicture *self);
guint test_picture_compare (FramDb *db, const TestPicture *before, const TestPicture *after);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestPicture, test_picture_free)

FramRecord *test_fill (FramDb *db, FramEntity entity, const FramUuid *id, int variant);

G_END_DECLS
