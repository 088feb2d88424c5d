#include "fram-test.h"

#include "fram-error.h"
#include "fram-indicator-file.h"

/* A set of questions as a key file: what is written is read again, however it has travelled. */

static const char plain[] =
    "[indicator_set var-egen]\nkind=scale\nname=Our own\nname[sv]=Vår egen\nlowest=1\nhighest=7\n"
    "every_days=14\n\n[indicator var-egen 1]\nname=Did you sleep?\nname[sv]=Sov du gott?\n"
    "name[so]=Ma hurudday?\nanchors=No;Yes\nanchors[sv]=Nej;Ja\nanchors[so]=Maya;Haa\n"
    "rated_by=participant\n";

static FramIndicatorSet *
read_text (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  FramIndicatorSet *set = fram_indicator_set_from_text (text, length, &error);

  g_assert_no_error (error);
  return set;
}

static void
check (const char *text, gsize length)
{
  g_autoptr (FramIndicatorSet) set = read_text (text, length);
  const FramIndicatorDraft *draft = g_ptr_array_index (set->indicators, 0);
  g_autofree char *somali = fram_indicator_get_language (draft, "so", TRUE);

  g_assert_cmpstr (set->code, ==, "var-egen");
  g_assert_cmpint (set->highest, ==, 7);
  g_assert_cmpint (set->every_days, ==, 14);
  g_assert_cmpstr (set->name_sv, ==, "Vår egen");
  g_assert_cmpstr (draft->anchors_sv, ==, "Nej;Ja");
  g_assert_cmpstr (somali, ==, "Maya;Haa");
  g_assert_cmpuint (draft->raters, ==, 1u << FRAM_RATER_PARTICIPANT);
}

static void
test_line_ends (void)
{
  static const char *const ends[] = { "\n", "\r\n", "\r" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_auto (GStrv) lines = g_strsplit (plain, "\n", -1);
      g_autofree char *text = g_strjoinv (ends[i], lines), *marked = g_strconcat ("\xef\xbb\xbf", text, NULL);
      gsize length = 0;
      g_autofree char *windows = g_convert (text, -1, "WINDOWS-1252", "UTF-8", NULL, &length, NULL);

      check (text, strlen (text));
      check (marked, strlen (marked));
      check (windows, length);
    }
}

static void
test_round_trip (void)
{
  g_autoptr (FramIndicatorSet) set = read_text (plain, strlen (plain)), again = NULL;
  g_autofree char *text = fram_indicator_set_to_text (set), *second = NULL;

  check (text, strlen (text));
  again = read_text (text, strlen (text));
  second = fram_indicator_set_to_text (again);
  g_assert_cmpstr (second, ==, text);
}

static void
test_unknown (void)
{
  g_autofree char *text = g_strconcat ("# a note\n[staff x]\nrole=administrator\n", plain, "command=rm -rf /\n", NULL);
  g_autoptr (FramIndicatorSet) set = read_text (text, strlen (text));
  g_autofree char *kept = fram_indicator_set_to_text (set);

  g_assert_null (strstr (kept, "rm -rf"));
  g_assert_null (strstr (kept, "administrator"));
}

/* Cut off anywhere it is either right or refused with a sentence. */
static void
test_cut (void)
{
  for (gsize n = 0; n < strlen (plain); n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FramIndicatorSet) set = fram_indicator_set_from_text (plain, n, &error);

      if (set != NULL)
        continue;
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/exchange/indicator-file/line ends", test_line_ends);
  g_test_add_func ("/exchange/indicator-file/round trip", test_round_trip);
  g_test_add_func ("/exchange/indicator-file/unknown", test_unknown);
  g_test_add_func ("/exchange/indicator-file/cut", test_cut);
  return g_test_run ();
}
