#include "fram-desk-my-steps-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a higher own rating means, said to the participant. It is known of the questions that come with the programme, in
 * the words they come with; a question that somebody has changed may mean something else, and is told by its name. */

typedef struct
{
  const char *en;
  const char *sv;
  const char *words;
} Question;

static const Question questions[] = {
  { "How are you?", "Hur har du det?", NC_ ("my steps", "You feel better") },
  { "How much do you feel like coming here?", "Hur är lusten att komma hit?",
    NC_ ("my steps", "You want to come here more") },
  { "What was a little easier?", "Vad gick lite lättare?", NC_ ("my steps", "More is easy for you now") },
  { "Believing in getting a job", "Att tro på ett jobb", NC_ ("my steps", "You trust more that you can get a job") },
  { "Belief in getting a job", "Tron på att få ett jobb", NC_ ("my steps", "You trust more that you can get a job") },
  { "Can you get a job?", "Kan du få ett jobb?", NC_ ("my steps", "You trust more that you can get a job") },
  { "Managing a job", "Att klara ett arbete", NC_ ("my steps", "You trust more that you can manage a job") },
  { "Can you manage a job today?", "Klarar du ett arbete i dag?",
    NC_ ("my steps", "You trust more that you can manage a job") },
  { "Knowing my goal", "Att veta sitt mål", NC_ ("my steps", "You know your goal better") },
  { "Knowing where one is going", "Målmedvetenhet", NC_ ("my steps", "You know your goal better") },
  { "Knowing which jobs there are", "Att veta vilka jobb som finns",
    NC_ ("my steps", "You know more about which jobs there are") },
  { "Knowledge of the labour market", "Kunskap om arbetsmarknaden",
    NC_ ("my steps", "You know more about which jobs there are") },
  { "Looking for work", "Att söka jobb", NC_ ("my steps", "You look for work more") },
  { "Knowing what I can do", "Att veta vad jag kan", NC_ ("my steps", "You know more about what you can do") },
  { "Skills", "Kompetens", NC_ ("my steps", "You know more about what you can do") },
  { "Do you know what you are good at?", "Vet du vad du är bra på?",
    NC_ ("my steps", "You know more about what you can do") },
  { "Working with others", "Att arbeta med andra", NC_ ("my steps", "It is easier for you to work with others") },
  { "Working with others", "Samarbete", NC_ ("my steps", "It is easier for you to work with others") },
  { "Do you work well with others?", "Går det bra att arbeta med andra?",
    NC_ ("my steps", "It is easier for you to work with others") },
  { "Being with others", "Att vara med andra", NC_ ("my steps", "It is easier for you to be with others") },
  { "Everyday life", "Vardagen", NC_ ("my steps", "Everyday life is easier for you") },
  { "Do you have support in everyday life?", "Har du stöd i vardagen?",
    NC_ ("my steps", "You have more support in everyday life") },
  { "People who support me", "Människor som stöttar", NC_ ("my steps", "You have more support from others") },
  { "People around me", "Människor omkring mig", NC_ ("my steps", "You have more support from others") },
  { "Can you work with your health?", "Kan du arbeta med din hälsa?",
    NC_ ("my steps", "You trust more that you can work with your health") },
  { "Getting here", "Att komma hit", NC_ ("my steps", "It is easier for you to get here") },
  { "Trying something new", "Att prova något nytt", NC_ ("my steps", "You try more new things") },
  { "Saying what I need", "Att säga vad jag behöver", NC_ ("my steps", "You say more often what you need") },
  { "My way to work", "Min väg till arbete", NC_ ("my steps", "You have come further on your way to work") },
};

const char *
fram_my_steps_of_question (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (g_strcmp0 (questions[i].en, name) == 0 || g_strcmp0 (questions[i].sv, name) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "my steps", questions[i].words);
  return NULL;
}
