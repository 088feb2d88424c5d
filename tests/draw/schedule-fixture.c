#include "schedule-fixture.h"

#define MONDAY "2026-11-09"

static void
add (FramSchedulePicture *picture, FramScheduleStyle style, int weekday, int starts, int ends, guint colour,
     const char *title, const char *lines)
{
  FramDate day = fram_test_date (MONDAY) + weekday - 1;
  FramScheduleBlock *block = fram_schedule_picture_add (picture, style, day, starts, ends, title);

  block->colour = colour;
  block->tag = picture->blocks->len;
  block->lines = lines != NULL ? g_strsplit (lines, "|", -1) : NULL;
}

static FramSchedulePicture *
empty_week (void)
{
  FramSchedulePicture *picture = fram_schedule_picture_new ();

  for (int i = 0; i < 5; i++)
    {
      FramOpening open = { i + 1, 8 * 60 + 30, i == 4 ? 15 * 60 : 16 * 60 };

      fram_schedule_picture_add_day (picture, fram_test_date (MONDAY) + i, FALSE, NULL);
      g_array_append_val (picture->open, open);
    }
  picture->today = fram_test_date ("2026-11-12");
  picture->now = 10 * 60 + 5;
  return picture;
}

FramSchedulePicture *
schedule_week (void)
{
  FramSchedulePicture *p = empty_week ();

  add (p, FRAM_SCHEDULE_OTHER, 1, 540, 660, 3, "Friskvård", "Gymsalen|Lina B.");
  add (p, FRAM_SCHEDULE_OTHER, 1, 780, 900, 0, "Introduktion", "Rum 2|Sara L.");
  add (p, FRAM_SCHEDULE_OTHER, 2, 600, 690, 4, "Arbetsmarknadskunskap", "Rum 4|Karim D.");
  add (p, FRAM_SCHEDULE_OWN, 2, 780, 900, 1, "Återhämtningsgrupp", "Rum 1|6 av 8 kom");
  add (p, FRAM_SCHEDULE_OWN, 3, 540, 660, 3, "Friskvård", "Promenad|9 av 12 kom");
  add (p, FRAM_SCHEDULE_OTHER, 3, 660, 750, 2, "ReDO", "Rum 2|Ylva N.");
  add (p, FRAM_SCHEDULE_OTHER, 3, 780, 870, 5, "Föreläsning", "Aulan|Öppen för alla");
  add (p, FRAM_SCHEDULE_OWN, 4, 540, 660, 1, "Återhämtningsgrupp", "Rum 1|5 av 7 här");
  add (p, FRAM_SCHEDULE_CANCELLED, 4, 780, 900, 3, "Friskvård", "Inställd, åter 19 nov|Gymsalen");
  add (p, FRAM_SCHEDULE_OTHER, 5, 540, 630, 0, "Introduktion", "Rum 2|Sara L.");
  add (p, FRAM_SCHEDULE_OWN, 5, 630, 720, 1, "Kamratsamtal", "Rum 3|Två bokade");
  add (p, FRAM_SCHEDULE_OTHER, 5, 780, 900, 2, "ReDO", "Rum 2|Ylva N.");
  add (p, FRAM_SCHEDULE_AWAY, 2, 540, 585, 5, "Studiebesök", "Flyttad till 19 november");
  add (p, FRAM_SCHEDULE_TALK, 4, 930, 960, 0, "Kamratsamtal", "Rum 3");
  add (p, FRAM_SCHEDULE_OTHER, 1, 600, 720, 6, "Skrivarverkstad", "Biblioteket|Örjan K.");
  add (p, FRAM_SCHEDULE_OTHER, 5, FRAM_TIME_NONE, FRAM_TIME_NONE, 7, "Öppet hus", NULL);
  fram_schedule_picture_fit (p);
  return p;
}

FramSchedulePicture *
schedule_crowd (guint n, guint32 seed)
{
  static const char *const titles[] = { "Friskvård", "Återhämtningsgrupp", "ReDO", "Introduktion",
                                        "Arbetsmarknadskunskap" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  FramSchedulePicture *p = empty_week ();

  for (guint i = 0; i < n; i++)
    {
      int from = 8 * 60 + g_rand_int_range (rand, 0, 30) * 15;

      add (p, (FramScheduleStyle)g_rand_int_range (rand, 0, FRAM_SCHEDULE_FREE + 1), 1 + (int)(i % 5), from,
           from + g_rand_int_range (rand, 1, 9) * 15, i % 12, titles[i % G_N_ELEMENTS (titles)], "Rum 1|Sara L.");
    }
  fram_schedule_picture_fit (p);
  return p;
}
