#include "fram-invitation.h"
#include "fram-week-paper.h"
#include "paper-text.h"
#include "schedule-fixture.h"

#include <string.h>

/* Thursday 12 November 2026, 09.14 */
#define PRINTED_AT G_GINT64_CONSTANT (1794471240000)
#define FOOTER     "Would you like to join a group? Talk to your case worker."

static FramWeekPaperHead
make_head (void)
{
  FramWeekPaperHead head = { 0 };

  head.title = "Groups of the week";
  head.site = "Pildammsvägen";
  head.from = fram_test_date ("2026-11-09");
  head.to = fram_test_date ("2026-11-13");
  head.footer = FOOTER;
  head.log_text = "wall 2026-W46";
  head.printed_at = PRINTED_AT;
  return head;
}

/* Words are divided at the ends of lines: they are looked for without that. */
static char *
joined (const PaperText *text)
{
  g_autoptr (GString) all = g_string_new (text->text);

  g_string_replace (all, "- ", "", 0);
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    n++;
  return n;
}

static void
test_wall (void)
{
  FramWeekPaperHead head = make_head ();
  g_autoptr (FramPaper) paper = fram_wall_week_paper_new (schedule_week (), &head);
  g_autoptr (PaperText) text = paper_text_read (paper, "wall");
  g_autofree char *all = NULL;

  g_assert_cmpuint (paper->n_pages, ==, 1);
  g_assert_cmpfloat (paper->width, >, paper->height);
  g_assert_cmpuint (paper->people->len, ==, 0);
  if (text == NULL)
    return;
  g_assert_cmpuint (text->n_pages, ==, 1);
  paper_text_assert_has (text, "Groups of the week");
  paper_text_assert_has (text, "week 46, 9–13 November 2026");
  paper_text_assert_has (text, "Pildammsvägen");
  paper_text_assert_has (text, FOOTER);
  paper_text_assert_has (text, "Printed 12 November 2026");
  paper_text_assert_has (text, "Thursday 12/11");
  paper_text_assert_has (text, "Inställd, åter 19 nov");
  paper_text_assert_tidy (text, paper, 20);
  all = joined (text);
  g_assert_cmpuint (count (all, "Friskvård"), ==, 3);
  g_assert_cmpuint (count (all, "Arbetsmarknadskunskap"), >=, 1);
}

/* Whatever there is in the week stands on one page, in full, also what found no room in its box. */
static void
test_full_wall (void)
{
  static const guint sizes[] = { 10, 25, 60 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      FramWeekPaperHead head = make_head ();
      g_autoptr (FramPaper) paper = fram_wall_week_paper_new (schedule_crowd (sizes[i], 11), &head);
      g_autoptr (PaperText) text = paper_text_read (paper, "full wall");
      g_autofree char *all = NULL;

      g_assert_cmpuint (paper->n_pages, ==, 1);
      if (text == NULL)
        return;
      all = joined (text);
      g_assert_cmpuint (count (all, "Sara L."), ==, sizes[i]);
      g_assert_cmpuint (count (all, "Rum 1"), ==, sizes[i]);
      g_assert_null (strstr (all, "…"));
      paper_text_assert_tidy (text, paper, 20);
    }
}

static void
test_holiday (void)
{
  FramWeekPaperHead head = make_head ();
  FramSchedulePicture *picture = schedule_week ();
  g_autoptr (FramPaper) paper = NULL;
  g_autoptr (PaperText) text = NULL;

  g_array_index (picture->heads, FramScheduleHead, 0).note = g_strdup ("Planning day");
  g_array_index (picture->heads, FramScheduleHead, 0).off = TRUE;
  paper = fram_wall_week_paper_new (picture, &head);
  text = paper_text_read (paper, "holiday");
  if (text != NULL)
    paper_text_assert_has (text, "Planning day");
}

/* A paper says in words what it shows, for who does not see the preview. */
static void
test_told (void)
{
  FramWeekPaperHead head = make_head ();
  g_autoptr (FramPaper) paper = fram_wall_week_paper_new (schedule_week (), &head);
  g_autofree char *told = paper->tell (paper, 0), *label = paper->describe (paper, 0);

  g_assert_nonnull (strstr (told, "Tue 10 November: "));
  g_assert_cmpstr (label, ==, "Groups of the week, week 46, 9–13 November 2026, page 1 of 1.");
}

/* Large letters, day by day: no word is smaller than 18 px but the line at the bottom. */
static void
test_own (void)
{
  FramUuid participant = { { 1 } };
  FramWeekPaperHead head = make_head ();
  g_autoptr (FramPaper) paper = NULL;
  g_autoptr (PaperText) text = NULL;

  head.title = "My week";
  head.name = "Amina H.";
  head.footer = NULL;
  head.participant = &participant;
  paper = fram_own_week_paper_new (schedule_week (), &head);
  g_assert_cmpfloat (paper->width, <, paper->height);
  g_assert_cmpuint (paper->people->len, ==, 1);
  text = paper_text_read (paper, "own week");
  if (text == NULL)
    return;
  paper_text_assert_has (text, "My week");
  paper_text_assert_has (text, "Amina H.");
  paper_text_assert_has (text, "Monday 9 November");
  paper_text_assert_has (text, "10–11.30 Arbetsmarknadskunskap");
  paper_text_assert_has (text, "all day Öppet hus");
  paper_text_assert_tidy (text, paper, 30);
  for (guint i = 0; i < text->words->len; i++)
    {
      const PaperWord *word = &g_array_index (text->words, PaperWord, i);

      if (g_str_equal (word->text, "Friskvård"))
        g_assert_cmpfloat (word->bottom - word->top, >=, 18 * 0.75);
    }
}

/* A day that is empty says so; a day off says why. */
static void
test_empty_days (void)
{
  FramWeekPaperHead head = make_head ();
  FramSchedulePicture *picture = fram_schedule_picture_new ();
  g_autoptr (FramPaper) paper = NULL;
  g_autoptr (PaperText) text = NULL;

  fram_schedule_picture_add_day (picture, fram_test_date ("2026-11-09"), FALSE, NULL);
  fram_schedule_picture_add_day (picture, fram_test_date ("2026-11-10"), TRUE, "Planning day");
  paper = fram_own_week_paper_new (picture, &head);
  g_assert_cmpuint (paper->n_pages, ==, 1);
  text = paper_text_read (paper, "empty days");
  if (text == NULL)
    return;
  paper_text_assert_has (text, "Monday 9 November nothing planned");
  paper_text_assert_has (text, "Tuesday 10 November · Planning day");
}

static void
test_invitation (void)
{
  FramInvitation invitation = { 0 };
  g_autoptr (FramPaper) paper = NULL;
  g_autoptr (PaperText) text = NULL;

  invitation.group = "Friskvård";
  invitation.name = "Amina";
  invitation.day = fram_test_date ("2026-11-17");
  invitation.starts = 13 * 60;
  invitation.ends = 14 * 60 + 30;
  invitation.place = "Gymsalen";
  invitation.house = "Pildammsvägen";
  invitation.meets = "Lina B. i entrén, tio minuter före";
  invitation.bring = "kläder som du kan röra dig i";
  invitation.phone = "040-12 34 56";
  invitation.printed_at = PRINTED_AT;
  paper = fram_invitation_paper_new (&invitation);
  g_assert_cmpuint (paper->n_pages, ==, 1);
  text = paper_text_read (paper, "invitation");
  if (text == NULL)
    return;
  g_assert_cmpuint (count (text->text, "Welcome, Amina!"), ==, 2);
  g_assert_cmpuint (count (text->text, "Day Tuesday 17 November"), ==, 2);
  g_assert_cmpuint (count (text->text, "Time 13–14.30"), ==, 2);
  g_assert_cmpuint (count (text->text, "Place Gymsalen"), ==, 2);
  g_assert_cmpuint (count (text->text, "Who Lina B. i entrén, tio minuter före"), ==, 2);
  g_assert_cmpuint (count (text->text, "Bring kläder som du kan röra dig i"), ==, 2);
  g_assert_cmpuint (count (text->text, "You cannot come? Call 040-12 34 56."), ==, 2);
  paper_text_assert_tidy (text, paper, 30);
}

/* What nobody wrote down is not asked for on the slip; what is long shrinks and stays on its half. */
static void
test_invitation_sparse (void)
{
  FramInvitation invitation = {
    .group = "ReDO", .day = FRAM_DATE_NONE, .starts = FRAM_TIME_NONE, .ends = FRAM_TIME_NONE, .printed_at = PRINTED_AT
  };
  g_autofree char *most = g_strnfill (900, 'a');
  g_autoptr (FramPaper) paper = NULL;
  g_autoptr (PaperText) text = NULL;

  for (guint i = 9; i < 900; i += 10)
    most[i] = ' ';
  invitation.meets = most;
  paper = fram_invitation_paper_new (&invitation);
  text = paper_text_read (paper, "sparse invitation");
  if (text == NULL)
    return;
  paper_text_assert_has (text, "Welcome!");
  paper_text_assert_has_not (text, "Bring");
  paper_text_assert_has_not (text, "Call");
  paper_text_assert_has_not (text, "Day");
  paper_text_assert_tidy (text, paper, 30);
}

int
main (int argc, char *argv[])
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/draw/schedule-paper/wall", test_wall);
  g_test_add_func ("/draw/schedule-paper/wall of a full week", test_full_wall);
  g_test_add_func ("/draw/schedule-paper/holiday", test_holiday);
  g_test_add_func ("/draw/schedule-paper/told in words", test_told);
  g_test_add_func ("/draw/schedule-paper/own week", test_own);
  g_test_add_func ("/draw/schedule-paper/own week with empty days", test_empty_days);
  g_test_add_func ("/draw/schedule-paper/invitation", test_invitation);
  g_test_add_func ("/draw/schedule-paper/invitation with little or much", test_invitation_sparse);
  return g_test_run ();
}
