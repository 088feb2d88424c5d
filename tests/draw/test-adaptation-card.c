#include "fram-adaptation-card.h"
#include "paper-text.h"

#include <locale.h>

/* The adaptation card: one page whatever is chosen, all of it in letters that can be read, and nothing cut. */

static FramAdaptationCard *
begin (const char *name, const char *recipient)
{
  FramAdaptationCard *self = fram_adaptation_card_new ();

  self->name = g_strdup (name);
  self->house = g_strdup ("FRAM, Pildammsvägen");
  self->date = g_strdup ("12 november 2026");
  self->recipient = g_strdup (recipient);
  self->ask = g_strdup ("Rebecka Memic");
  return self;
}

static FramAdaptationCard *
full (void)
{
  FramAdaptationCard *self = begin ("Samira D.", "Blomsterhandeln Linnea");

  fram_adaptation_card_add (self->strengths, "Visade en ny person var verktygen ligger.", NULL);
  fram_adaptation_card_add (self->strengths, "Jag är noga med växterna.", NULL);
  fram_adaptation_card_add (self->measures, "Hörselkåpor vid maskinerna", NULL);
  fram_adaptation_card_add (self->measures, "En sak i taget, skriven på en lapp",
                            "Jag vill veta vad som kommer sedan.");
  fram_adaptation_card_add (self->measures, "Paus tio minuter varje timme", NULL);
  fram_adaptation_card_add (self->aids, "Hörselkåpor", "Dragana Andersen tar med dem.");
  return self;
}

/* Takes the card. */
static FramPaper *
check (FramAdaptationCard *card, const char *name, PaperText **read)
{
  FramPaper *paper = fram_adaptation_card_paper_new (card);
  PaperText *text = paper_text_read (paper, name);

  *read = text;
  if (text == NULL)
    return paper;
  g_assert_cmpuint (text->n_pages, ==, 1);
  paper_text_assert_tidy (text, paper, 14);
  paper_text_assert_has_not (text, "…");
  paper_text_assert_has (text, "I decide who sees this.");
  for (guint i = 0; i < text->words->len; i++)
    {
      const PaperWord *word = &g_array_index (text->words, PaperWord, i);

      if (word->right - word->left > 3)
        g_assert_cmpfloat (word->bottom - word->top, >=, 12);
    }
  return paper;
}

static void
test_all_that_is_chosen_can_be_read (void)
{
  static const char *const lines[] = {
    "What works for me",
    "Samira D. · for Blomsterhandeln Linnea",
    "FRAM, Pildammsvägen",
    "12 november 2026",
    "I am good at this",
    "Visade en ny person var verktygen ligger.",
    "Do it like this",
    "Hörselkåpor vid maskinerna",
    "En sak i taget, skriven på en lapp",
    "Jag vill veta vad som kommer sedan.",
    "I use these things",
    "Dragana Andersen tar med dem.",
    "Questions? Ask my case worker.",
    "Rebecka Memic",
  };
  g_autoptr (PaperText) text = NULL;
  g_autoptr (FramPaper) paper = check (full (), "full", &text);

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (lines); i++)
    paper_text_assert_has (text, lines[i]);
  g_assert_cmpuint (fram_adaptation_card_paper_get_left_out (paper)->len, ==, 0);
  g_assert_cmpfloat (paper->width, <, paper->height);
  g_assert_cmpstr (paper->title, ==, "What works for me, Samira D.");
  g_assert_cmpstr (paper->recipient, ==, "Blomsterhandeln Linnea");
  g_assert_cmpint (paper->log_class, ==, FRAM_CLASS_NEED);
}

static double
top_of (const PaperText *text, const char *word)
{
  for (guint i = 0; i < text->words->len; i++)
    if (g_str_equal (g_array_index (text->words, PaperWord, i).text, word))
      return g_array_index (text->words, PaperWord, i).top;
  g_error ("“%s” is not on the page", word);
}

static void
test_strengths_come_first (void)
{
  g_autoptr (PaperText) text = NULL;
  g_autoptr (FramPaper) paper = check (full (), "order", &text);

  if (text == NULL)
    return;
  g_assert_cmpfloat (top_of (text, "Visade"), <, top_of (text, "maskinerna"));
  g_assert_cmpfloat (top_of (text, "maskinerna"), <, top_of (text, "Dragana"));
  g_assert_cmpfloat (top_of (text, "Dragana"), <, top_of (text, "Rebecka"));
}

static void
add_measures (FramAdaptationCard *card, guint n, const char *text)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = g_strdup_printf ("Rad%02u %s", i + 1, text);

      fram_adaptation_card_add (card->measures, line, NULL);
    }
}

static void
test_fifteen_lines_are_one_page (void)
{
  FramAdaptationCard *card = begin ("Samira D.", NULL);
  g_autoptr (PaperText) text = NULL;
  g_autoptr (FramPaper) paper = NULL;

  fram_adaptation_card_add (card->strengths, "Visade en ny person var verktygen ligger.", NULL);
  fram_adaptation_card_add (card->aids, "Hörselkåpor", "Dragana Andersen tar med dem.");
  add_measures (card, 15, "gör så här och ta en paus när det behövs");
  paper = check (card, "fifteen", &text);
  g_assert_cmpuint (fram_adaptation_card_paper_get_left_out (paper)->len, ==, 0);
  for (guint i = 0; text != NULL && i < 15; i++)
    {
      g_autofree char *word = g_strdup_printf ("Rad%02u", i + 1);

      paper_text_assert_has (text, word);
    }
}

/* Each line is there whole, or told to have no room. */
static void
test_what_has_no_room_is_told_and_never_cut (void)
{
  FramAdaptationCard *card = full ();
  const GPtrArray *left_out;
  g_autoptr (PaperText) text = NULL;
  g_autoptr (FramPaper) paper = NULL;

  add_measures (card, 30,
                "gör så här och ta en paus när det behövs, och fråga mig hur det går innan dagen är slut. Klart");
  paper = check (card, "forty", &text);
  left_out = fram_adaptation_card_paper_get_left_out (paper);
  g_assert_cmpuint (left_out->len, >, 0);
  g_assert_cmpuint (left_out->len, <, 30);
  for (guint i = 0; text != NULL && i < left_out->len; i++)
    {
      g_autofree char *word = g_strndup (left_out->pdata[i], 5);

      paper_text_assert_has_not (text, word);
    }
  if (text == NULL)
    return;
  paper_text_assert_has (text, "Rad01");
  paper_text_assert_has (text, "Jag är noga med växterna.");
  paper_text_assert_has (text, "Rebecka Memic");
}

static void
test_a_long_text_stands_whole (void)
{
  FramAdaptationCard *card = begin ("Samira-Alexandra von Dannenberg-Söderström af Ugglas", "Blomsterhandeln Linnea & "
                                                                                            "Döttrar i Södra Sandby");
  g_autoptr (PaperText) text = NULL;
  g_autoptr (FramPaper) paper = NULL;

  card->ask = (g_free (card->ask), g_strdup ("Rebecka Memic, Alexandra Konstantinopoulou-Bergström, Petra Annan"));
  add_measures (card, 1,
                "börja lugnt. Berätta först vad dagen har i sig. Visa sedan hur det går till, en sak i taget. "
                "Vänta på svar. Fråga om det är klart innan nästa sak. Skriv upp det på en lapp som får ligga "
                "kvar på bordet hela dagen. Säg till när det är fem minuter kvar. Sluta på utsatt tid. Slutord");
  paper = check (card, "long", &text);
  if (text == NULL)
    return;
  paper_text_assert_has (text, "Slutord");
  paper_text_assert_has (text, "Sandby");
}

static void
test_an_empty_card_is_there_to_write_on (void)
{
  g_autoptr (PaperText) text = NULL;
  g_autoptr (FramPaper) paper = check (begin ("Ali", NULL), "empty", &text);

  if (text == NULL)
    return;
  paper_text_assert_has (text, "I am good at this");
  paper_text_assert_has (text, "Do it like this");
  paper_text_assert_has_not (text, "I use these things");
  paper_text_assert_has_not (text, "· for");
  g_assert_null (paper->recipient);
}

static void
test_it_is_told_to_who_does_not_see_it (void)
{
  g_autoptr (FramPaper) paper = fram_adaptation_card_paper_new (full ());
  g_autofree char *told = paper->tell (paper, 0);

  g_assert_nonnull (g_strstr_len (told, -1, "Hörselkåpor vid maskinerna."));
  g_assert_nonnull (g_strstr_len (told, -1, "Dragana Andersen tar med dem."));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card/all-that-is-chosen-can-be-read", test_all_that_is_chosen_can_be_read);
  g_test_add_func ("/card/strengths-come-first", test_strengths_come_first);
  g_test_add_func ("/card/fifteen-lines-are-one-page", test_fifteen_lines_are_one_page);
  g_test_add_func ("/card/what-has-no-room-is-told-and-never-cut", test_what_has_no_room_is_told_and_never_cut);
  g_test_add_func ("/card/a-long-text-stands-whole", test_a_long_text_stands_whole);
  g_test_add_func ("/card/an-empty-card-is-there-to-write-on", test_an_empty_card_is_there_to_write_on);
  g_test_add_func ("/card/it-is-told-to-who-does-not-see-it", test_it_is_told_to_who_does_not_see_it);
  return g_test_run ();
}
