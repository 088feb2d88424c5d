#include "fram-test.h"

#include "fram-text.h"
#include "fram-uuid.h"

static void
test_fold (void)
{
  static const char *const pairs[][2] = {
    { "Söderström", "soderstrom" },
    { "ÅÄÖ åäö", "aao aao" },
    { "Zejnullahu", "zejnullahu" },
    { "Müller-Ré", "muller-re" },
    { "Đorđević", "dordevic" },
    { "Łukasz", "lukasz" },
    { "Straße", "strasse" },
    { "Æbelø", "aebelo" },
    { "Yıldız", "yildiz" },
    { "e\xcc\x81", "e" },
    { "", "" },
    { "F2026-0012", "f2026-0012" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *folded = fram_text_fold (pairs[i][0]);

      g_assert_cmpstr (folded, ==, pairs[i][1]);
    }
  {
    g_autofree char *none = fram_text_fold (NULL);

    g_assert_cmpstr (none, ==, "");
  }
}

static void
test_matches (void)
{
  static const struct
  {
    const char *text, *terms;
    gboolean matches;
  } cases[] = {
    { "amina hassan", "ami", TRUE },
    { "amina hassan", "has", TRUE },
    { "amina hassan", "has ami", TRUE },
    { "amina hassan", "mina", FALSE },
    { "amina hassan", "ami x", FALSE },
    { "amina hassan", "", TRUE },
    { "amina hassan", "  ami  ", TRUE },
    { "anna-karin ek", "karin", TRUE },
    { "banana ana", "ana", TRUE },
    { "banana", "ana", FALSE },
    { "", "a", FALSE },
    { "f2026-0012", "0012", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (fram_text_matches (cases[i].text, cases[i].terms), ==, cases[i].matches);
}

static void
test_names (void)
{
  g_autofree char *initials = fram_text_initials ("Märta", "Öberg");
  g_autofree char *lower = fram_text_initials ("åsa", NULL);
  g_autofree char *short_name = fram_text_short_name ("Amina", "Hassan");
  g_autofree char *given_only = fram_text_short_name ("Amina", "");

  g_assert_cmpstr (initials, ==, "M. Ö.");
  g_assert_cmpstr (lower, ==, "Å.");
  g_assert_cmpstr (short_name, ==, "Amina H.");
  g_assert_cmpstr (given_only, ==, "Amina");
}

/* Hours in files have a point and the shortest form in every locale. */
static void
test_hours (void)
{
  static const struct
  {
    int minutes;
    const char *text;
  } cases[] = { { 0, "0" },    { 60, "1" },     { 90, "1.5" },     { 15, "0.25" }, { 120, "2" },
                { 600, "10" }, { 1, "0.0167" }, { 100, "1.6667" }, { 1440, "24" }, { -1, "" } };
  static const char *const bad[] = { "", "-1", "x", "1x", "1 h", "1.5.5", " 1", "1e99", "nan", "10001", NULL };
  int minutes = -7;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = fram_hours_format (cases[i].minutes);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  for (int i = 0; i <= 1440; i++)
    {
      g_autofree char *text = fram_hours_format (i);

      g_assert_true (fram_hours_parse (text, &minutes));
      g_assert_cmpint (minutes, ==, i);
    }
  g_assert_true (fram_hours_parse ("1,5", &minutes));
  g_assert_cmpint (minutes, ==, 90);
  minutes = -7;
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (fram_hours_parse (bad[i], &minutes));
  g_assert_cmpint (minutes, ==, -7);
}

static void
test_numbers (void)
{
  gint64 value = 0;

  g_assert_true (fram_int_parse ("-42", &value));
  g_assert_cmpint (value, ==, -42);
  g_assert_true (fram_int_parse ("9223372036854775807", &value));
  g_assert_false (fram_int_parse ("9223372036854775808", &value));
  g_assert_false (fram_int_parse ("4 2", &value));
  g_assert_false (fram_int_parse ("4,2", &value));
  g_assert_false (fram_int_parse ("", &value));
  g_assert_false (fram_int_parse (NULL, &value));
}

static void
test_uuid_text (void)
{
  static const char *const bad[] = { "",
                                     "0192",
                                     "0192f3a4-7b1c-7def-8123-456789abcde",
                                     "x192f3a4-7b1c-7def-8123-456789abcdef",
                                     "0192f3a47b1c7def8123456789abcdef",
                                     "{192f3a4-7b1c-7def-8123-456789abcde}",
                                     NULL };
  FramUuid id;
  g_autofree char *text = NULL, *none = NULL;
  FramUuid zero = FRAM_UUID_NONE;

  g_assert_true (fram_uuid_parse ("0192F3A4-7b1c-7def-8123-456789abcdef", &id));
  text = fram_uuid_to_text (&id);
  g_assert_cmpstr (text, ==, "0192f3a4-7b1c-7def-8123-456789abcdef");
  g_assert_false (fram_uuid_is_none (&id));
  g_assert_true (fram_uuid_is_none (&zero));
  none = fram_uuid_to_text (&zero);
  g_assert_cmpstr (none, ==, "00000000-0000-0000-0000-000000000000");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (fram_uuid_parse (bad[i], &id));
}

/* Fresh ids: the version and variant of RFC 9562, the milliseconds in front, and no two alike. */
static void
test_uuid_new (void)
{
  g_autoptr (FramClock) clock = fram_clock_new_fixed (G_GINT64_CONSTANT (0x0192f3a47b1c));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (fram_uuid_hash, fram_uuid_equal, g_free, NULL);

  for (int i = 0; i < 10000; i++)
    {
      FramUuid id = fram_uuid_new (clock);

      g_assert_cmpint (id.bytes[6] >> 4, ==, 7);
      g_assert_cmpint (id.bytes[8] >> 6, ==, 2);
      g_assert_cmpmem (id.bytes, 6, "\x01\x92\xf3\xa4\x7b\x1c", 6);
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)));
    }
}

/* Derived ids are in registers: they never change, and where one part ends and the next begins matters. */
static void
test_uuid_derived (void)
{
  FramUuid a = fram_uuid_derive ("workshop", "snickeri");
  FramUuid again = fram_uuid_derive_v ("workshop", "snickeri", NULL);
  FramUuid other_kind = fram_uuid_derive ("group", "snickeri");
  FramUuid ab_c = fram_uuid_derive_v ("mark", "ab", "c", NULL);
  FramUuid a_bc = fram_uuid_derive_v ("mark", "a", "bc", NULL);
  g_autofree char *text = fram_uuid_to_text (&a);

  /* the first half of SHA-256 ("workshop\0snickeri\0") with version 8 stamped on */
  g_assert_cmpstr (text, ==, "0f0b23c0-b1dd-866c-b33d-fc7761eb3d76");
  g_assert_true (fram_uuid_equal (&a, &again));
  g_assert_false (fram_uuid_equal (&a, &other_kind));
  g_assert_false (fram_uuid_equal (&ab_c, &a_bc));
}

static void
test_capitalise (void)
{
  static const char *const pairs[][2] = {
    { "måndag", "Måndag" }, { "öppet", "Öppet" }, { "Kristi himmelsfärdsdag", "Kristi himmelsfärdsdag" },
    { "1 maj", "1 maj" },   { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *text = fram_text_capitalise (pairs[i][0]);

      g_assert_cmpstr (text, ==, pairs[i][1]);
    }
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/base/text/fold", test_fold);
  g_test_add_func ("/base/text/capitalise", test_capitalise);
  g_test_add_func ("/base/text/matches", test_matches);
  g_test_add_func ("/base/text/names", test_names);
  g_test_add_func ("/base/text/hours", test_hours);
  g_test_add_func ("/base/text/numbers", test_numbers);
  g_test_add_func ("/base/uuid/text", test_uuid_text);
  g_test_add_func ("/base/uuid/new", test_uuid_new);
  g_test_add_func ("/base/uuid/derived", test_uuid_derived);
  return g_test_run ();
}
