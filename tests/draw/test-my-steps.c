#include "fram-my-steps.h"
#include "fram-text.h"
#include "fram-words.h"
#include "paper-text.h"

#include <locale.h>
#include <string.h>

/* Mina steg: one page whatever there is, all that stands on it in letters that can be read, and nothing that hurts. */

static FramMySteps *
begin (const char *name)
{
  FramMySteps *self = fram_my_steps_new ();

  self->title = g_strdup ("Mina steg");
  self->name = g_strdup (name);
  self->period = g_strdup ("april till november 2026");
  self->house = g_strdup ("FRAM Malmö");
  self->date = g_strdup ("12 november 2026");
  self->case_worker = g_strdup ("Sara L.");
  self->language = g_strdup ("sv");
  return self;
}

static void
add_months (FramMySteps *self, const char *first, guint n)
{
  FramDate month = fram_date_parse (first);

  for (guint i = 0; i < n; i++)
    {
      int year, number, day;

      fram_date_get_ymd (month, &year, &number, &day);
      if (number == 7)
        fram_my_steps_add_month (self, month, -1, "stängt");
      else
        fram_my_steps_add_month (self, month, 240 + (int)MIN (i, 8) * 90, NULL);
      month = fram_date_add_months (month, 1);
    }
}

/* The page of the picture that was agreed on. */
static FramMySteps *
full (void)
{
  FramMySteps *self = begin ("Samira D.");
  static const int hours[] = { 4, 6, 8, -1, 9, 12, 12, 16 };
  FramDate month = fram_date_new (2026, 4, 1);

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++, month = fram_date_add_months (month, 1))
    fram_my_steps_add_month (self, month, hours[i] < 0 ? -1 : hours[i] * 60, hours[i] < 0 ? "stängt" : NULL);
  fram_my_steps_add_step (self, "Du började på en extern plats", "26 oktober, Blomsterhandeln Linnea");
  fram_my_steps_add_step (self, "Du arbetar 16 timmar i veckan", "I april var det 4 timmar");
  fram_my_steps_add_step (self, "Du är här fyra dagar i veckan", "I april var det två dagar");
  fram_my_steps_add_step (self, "Du litar mer på att du kan få ett jobb", "Du satte 2 i april och 4 i november");
  g_ptr_array_add (self->seen, g_strdup ("Du visade en ny person var verktygen ligger."));
  self->kind_words = g_strdup ("I början av oktober var det tyngre en tid. Du kom tillbaka. Två steg fram och ett "
                               "tillbaka är vanligt.");
  self->milestone = g_strdup ("Ta emot kunder själv en förmiddag");
  self->meeting = g_strdup ("Vi pratar om hur det går torsdag 3 december klockan 10.");
  return self;
}

static void
assert_readable (const PaperText *text)
{
  for (guint i = 0; i < text->words->len; i++)
    {
      const PaperWord *word = &g_array_index (text->words, PaperWord, i);
      double size = MIN (word->bottom - word->top, word->right - word->left > 3 ? 1000 : 0);

      if (size > 0 && size < 12)
        g_error ("“%s” is too small to read: %.1f", word->text, size);
    }
}

static void
assert_nothing_hurts (const PaperText *text)
{
  static const char *const words[] = { "%", "frånvar", "procent", "absen", "per cent", "oanmäld", "sjuk", "…" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    paper_text_assert_has_not (text, words[i]);
}

/* Takes the sheet. */
static FramPaper *
check (FramMySteps *steps, const char *name, PaperText **read)
{
  FramPaper *paper = fram_my_steps_paper_new (steps);
  PaperText *text = paper_text_read (paper, name);

  *read = text;
  if (text == NULL)
    return paper;
  g_assert_cmpuint (text->n_pages, ==, 1);
  paper_text_assert_tidy (text, paper, 14);
  assert_readable (text);
  assert_nothing_hurts (text);
  paper_text_assert_has (text, "This paper is yours. You decide who may see it");
  return paper;
}

static void
test_all_of_it_can_be_read (void)
{
  static const char *const lines[] = {
    "Mina steg",
    "Samira D.",
    "april till november 2026",
    "FRAM Malmö",
    "12 november 2026",
    "Hours a week",
    "stängt",
    "Steps forward",
    "Du började på en extern plats",
    "26 oktober, Blomsterhandeln Linnea",
    "Du arbetar 16 timmar i veckan",
    "Du är här fyra dagar i veckan",
    "Du litar mer på att du kan få ett jobb",
    "Du satte 2 i april och 4 i november",
    "This is what we saw in the workshop",
    "Du visade en ny person var verktygen ligger.",
    "I början av oktober var det tyngre en tid. Du kom tillbaka.",
    "Next milestone",
    "Ta emot kunder själv en förmiddag",
    "Vi pratar om hur det går torsdag 3 december klockan 10.",
    "Your case worker: Sara L.",
  };
  g_autoptr (PaperText) text = NULL;
  g_autoptr (FramPaper) paper = check (full (), "full", &text);

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (lines); i++)
    paper_text_assert_has (text, lines[i]);
  g_assert_cmpuint (fram_my_steps_paper_left_out (paper), ==, 0);
  g_assert_cmpfloat (paper->width, <, paper->height);
  g_assert_cmpstr (paper->title, ==, "Mina steg, Samira D.");
  g_assert_cmpint (paper->log_class, ==, FRAM_CLASS_PROGRESS);
}

static guint
count_words (const PaperText *text, const char *word)
{
  guint n = 0;

  for (guint i = 0; i < text->words->len; i++)
    n += g_str_equal (g_array_index (text->words, PaperWord, i).text, word);
  return n;
}

static void
test_every_bar_has_its_number (void)
{
  g_autoptr (PaperText) text = NULL;
  g_autoptr (FramPaper) paper = check (full (), "numbers", &text);

  if (text == NULL)
    return;
  g_assert_cmpuint (count_words (text, "12"), ==, 3); /* two bars, and the day */
  g_assert_cmpuint (count_words (text, "6"), ==, 1);
  g_assert_cmpuint (count_words (text, "9"), ==, 1);
  g_assert_cmpuint (count_words (text, "September"), ==, 1);
  g_assert_cmpuint (count_words (text, "stängt"), ==, 1);
}

static void
test_half_hours_are_told (void)
{
  FramMySteps *steps = begin ("Ali");
  g_autoptr (PaperText) text = NULL;
  g_autoptr (FramPaper) paper = NULL;

  fram_my_steps_add_month (steps, fram_date_new (2026, 9, 1), 270, NULL);
  fram_my_steps_add_month (steps, fram_date_new (2026, 10, 1), 10, NULL);
  fram_my_steps_add_month (steps, fram_date_new (2026, 11, 1), 0, NULL);
  paper = check (steps, "halves", &text);
  if (text == NULL)
    return;
  g_assert_cmpuint (count_words (text, fram_text_is_swedish () ? "4,5" : "4.5"), ==, 1);
  g_assert_cmpuint (count_words (text, fram_text_is_swedish () ? "0,5" : "0.5"), ==, 1);
  g_assert_cmpuint (count_words (text, "0"), ==, 1); /* of the scale: no bar, no number where nobody came */
}

static void
test_twenty_months_have_room (void)
{
  FramMySteps *steps = full ();
  g_autoptr (PaperText) text = NULL;
  g_autoptr (FramPaper) paper = NULL;

  g_array_set_size (steps->months, 0);
  add_months (steps, "2025-04-01", 20);
  paper = check (steps, "twenty", &text);
  if (text == NULL)
    return;
  paper_text_assert_has (text, "2025");
  paper_text_assert_has (text, "2026");
  g_assert_cmpuint (count_words (text, "stängt"), ==, 2);
}

static void
test_five_years_have_room (void)
{
  FramMySteps *steps = full ();
  g_autoptr (PaperText) text = NULL;
  g_autoptr (FramPaper) paper = NULL;

  g_array_set_size (steps->months, 0);
  add_months (steps, "2021-12-01", 60);
  paper = check (steps, "sixty", &text);
}

static void
test_nothing_yet_is_said_with_respect (void)
{
  g_autoptr (PaperText) text = NULL;
  g_autoptr (FramPaper) paper = check (begin ("Ali"), "nothing", &text);

  if (text == NULL)
    return;
  paper_text_assert_has (text, "You have begun. That is a step.");
  paper_text_assert_has (text, "We write your next steps here.");
  paper_text_assert_has (text, "Here you can write yourself");
  paper_text_assert_has_not (text, "Hours a week");
}

static void
test_one_step_is_enough (void)
{
  FramMySteps *steps = begin ("Ali");
  g_autoptr (PaperText) text = NULL;
  g_autoptr (FramPaper) paper = NULL;

  add_months (steps, "2026-10-01", 2);
  fram_my_steps_add_step (steps, "Du började i Snickeri", "5 oktober");
  steps->milestone = g_strdup ("Komma två dagar i veckan");
  paper = check (steps, "sparse", &text);
  if (text == NULL)
    return;
  paper_text_assert_has (text, "Komma två dagar i veckan");
  paper_text_assert_has_not (text, "You have begun");
}

/* The newest of each are there whole, the others are counted, and none is cut. */
static void
test_what_does_not_fit_is_left_out_whole (void)
{
  FramMySteps *steps = full ();
  g_autoptr (PaperText) text = NULL;
  g_autoptr (FramPaper) paper = NULL;
  guint on_page = 0;

  g_ptr_array_set_size (steps->steps, 0);
  g_ptr_array_set_size (steps->seen, 0);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *title = g_strdup_printf ("Steg nummer%u har du tagit och hållit", i);
      g_autofree char *detail = g_strdup_printf ("Det var annorlunda innan%u", i);

      fram_my_steps_add_step (steps, title, detail);
      g_ptr_array_add (steps->seen, g_strdup_printf ("Rad%u: du hjälpte en annan person som var ny och visade hur man "
                                                     "gör när man sågar och slipar slut%u.",
                                                     i, i));
    }
  paper = check (steps, "many", &text);
  if (text == NULL)
    return;
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *step = g_strdup_printf ("nummer%u har du tagit och hållit Det var annorlunda innan%u", i, i);
      g_autofree char *first = g_strdup_printf ("Rad%u:", i), *last = g_strdup_printf ("slut%u.", i);

      g_assert_cmpuint (count_words (text, first), ==, count_words (text, last));
      on_page += (strstr (text->text, step) != NULL) + count_words (text, first);
    }
  paper_text_assert_has (text, "Steg nummer0 ");
  paper_text_assert_has (text, "Rad0:");
  paper_text_assert_has (text, "Du kom tillbaka.");
  paper_text_assert_has (text, "Ta emot kunder själv en förmiddag");
  g_assert_cmpuint (on_page + fram_my_steps_paper_left_out (paper), ==, 24);
  g_assert_cmpuint (on_page, >=, 6);
}

static void
test_long_names_stay_in_their_place (void)
{
  FramMySteps *steps = full ();
  g_autoptr (PaperText) text = NULL;
  g_autoptr (FramPaper) paper = NULL;

  g_free (steps->name);
  steps->name = g_strdup ("Maria Antonia Esperanza Fernández de la Vega y Rodríguez-Villanueva von Hohenstaufen");
  g_free (steps->house);
  steps->house = g_strdup ("Arbetsrehabiliteringen vid Pildammsvägen i Malmö");
  g_free (steps->case_worker);
  steps->case_worker = g_strdup ("Anna-Karin Elisabeth Svensson Bergström-Lagercrantz");
  g_free (steps->milestone);
  steps->milestone = g_strdup ("Ta emot kunder själv en förmiddag i veckan, räkna kassan, ställa fram varorna och "
                               "låsa butiken när alla har gått hem");
  paper = check (steps, "long", &text);
  if (text == NULL)
    return;
  paper_text_assert_has (text, "von Hohenstaufen");
  paper_text_assert_has (text, "när alla har gått hem");
  paper_text_assert_has (text, "Lagercrantz");
}

static const PaperWord *
find_word (const PaperText *text, const char *wanted)
{
  for (guint i = 0; i < text->words->len; i++)
    if (g_str_equal (g_array_index (text->words, PaperWord, i).text, wanted))
      return &g_array_index (text->words, PaperWord, i);
  g_error ("“%s” does not stand on the paper", wanted);
}

/* A name in Arabic letters on a page in Swedish begins where names begin; a page in Arabic begins at the right. */
static void
test_it_is_read_from_the_right_where_the_language_is (void)
{
  FramMySteps *steps = full ();
  g_autoptr (PaperText) swedish = NULL, arabic = NULL;
  g_autoptr (FramPaper) first = NULL, second = NULL;

  g_free (steps->name);
  steps->name = g_strdup ("سميرة");
  first = check (steps, "name", &swedish);
  steps = full ();
  g_free (steps->language);
  steps->language = g_strdup ("ar");
  second = check (steps, "right", &arabic);
  if (swedish == NULL || arabic == NULL)
    return;
  g_assert_cmpfloat (find_word (swedish, "Mina")->left, <, 60);
  g_assert_cmpfloat (find_word (arabic, "steg")->right, >, second->width - 60);
  g_assert_cmpfloat (find_word (swedish, "April")->left, <, find_word (swedish, "November")->left);
  g_assert_cmpfloat (find_word (arabic, "April")->left, >, find_word (arabic, "November")->left);
}

static void
test_it_is_told_in_words (void)
{
  g_autoptr (FramPaper) paper = fram_my_steps_paper_new (full ());
  g_autofree char *words = paper->tell (paper, 0);

  g_assert_nonnull (strstr (words, "April: 4 hours a week."));
  g_assert_nonnull (strstr (words, "July: stängt."));
  g_assert_nonnull (strstr (words, "Du arbetar 16 timmar i veckan. I april var det 4 timmar."));
  g_assert_nonnull (strstr (words, "Ta emot kunder själv en förmiddag."));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/my-steps/all-of-it-can-be-read", test_all_of_it_can_be_read);
  g_test_add_func ("/my-steps/every-bar-has-its-number", test_every_bar_has_its_number);
  g_test_add_func ("/my-steps/half-hours-are-told", test_half_hours_are_told);
  g_test_add_func ("/my-steps/twenty-months-have-room", test_twenty_months_have_room);
  g_test_add_func ("/my-steps/five-years-have-room", test_five_years_have_room);
  g_test_add_func ("/my-steps/nothing-yet-is-said-with-respect", test_nothing_yet_is_said_with_respect);
  g_test_add_func ("/my-steps/one-step-is-enough", test_one_step_is_enough);
  g_test_add_func ("/my-steps/what-does-not-fit-is-left-out-whole", test_what_does_not_fit_is_left_out_whole);
  g_test_add_func ("/my-steps/long-names-stay-in-their-place", test_long_names_stay_in_their_place);
  g_test_add_func ("/my-steps/it-is-read-from-the-right-where-the-language-is",
                   test_it_is_read_from_the_right_where_the_language_is);
  g_test_add_func ("/my-steps/it-is-told-in-words", test_it_is_told_in_words);
  return g_test_run ();
}
