#include "fram-demo-private.h"

/* What the fictitious programme writes, in Swedish as such a programme would. Lines say what to do, never why. */

const DemoAdaptation demo_adaptations[] = {
  { "arbetsmiljo", "Störs av ljud från maskiner", "Hörselkåpor vid maskinerna", "Hörselkåpor vid maskinerna" },
  { "arbetsmiljo", "Svårt att koncentrera sig i öppen lokal", "Plats vid väggen, bort från dörren",
    "Egen plats vid väggen, bort från dörren" },
  { "arbetsmiljo", "Känslig för dofter", "Annan uppgift när det steks eller limmas",
    "Annan uppgift när det steks eller limmas" },
  { "arbetstid", "Svårt att komma igång på morgonen", "Börjar 30 minuter senare",
    "Börjar kl. 9.30, räknas inte som sen" },
  { "arbetstid", "Orkar korta pass i början", "Korta pass om 20 minuter",
    "Korta pass: 20 minuter, sedan byte av uppgift" },
  { "arbetstid", "Hämtar barn på förskola", "Slutar senast kl. 14.30", "Slutar senast kl. 14.30" },
  { "fysiskt", "Svårt att stå längre stunder", "Sittande arbete", "Sittande arbete, stol med ryggstöd" },
  { "fysiskt", "Får inte lyfta tungt", "Lyfter högst 5 kilo", "Lyfter högst 5 kg, be om hjälp med resten" },
  { "fysiskt", "Ont i händerna", "Grepp med tjockt skaft", "Använd verktyget med tjockt skaft" },
  { "hjalpmedel", "Behöver se tiden tydligt", "Timstock på arbetsplatsen", "Ställ timstocken när uppgiften börjar" },
  { "hjalpmedel", "Tappar bort vad som är gjort", "Checklista att pricka av",
    "Lägg fram checklistan, pricka av tillsammans" },
  { "hjalpmedel", "Läser långsamt", "Bildstöd i stället för text", "Visa med bilder, inte med text" },
  { "instruktioner", "Svårt med flera steg på en gång", "En instruktion i taget",
    "Ge en sak i taget, vänta tills den är klar" },
  { "instruktioner", "Glömmer muntliga instruktioner", "Skriftlig instruktion", "Skriv ner uppgiften på en lapp" },
  { "instruktioner", "Osäker på om det är rätt", "Visa först, gör sedan tillsammans",
    "Visa först, gör sedan tillsammans" },
  { "kommunikation", "Vill ha återkoppling ofta", "Avstämning efter varje moment", "Stäm av efter varje moment" },
  { "kommunikation", "Blir stressad av frågor inför andra", "Frågor enskilt",
    "Ställ frågor enskilt, inte inför gruppen" },
  { "kommunikation", "Lär sig svenska", "Tydligt och långsamt tal", "Tala långsamt, en mening i taget" },
  { "pauser", "Blir trött efter en stund", "Paus efter 40 minuter", "Paus efter 40 minuter" },
  { "pauser", "Behöver dra sig undan", "Får gå ut när det behövs", "Får gå ut fem minuter utan att fråga" },
  { "pauser", "Glömmer att ta paus", "Påminnelse om paus", "Påminn om paus kl. 10 och 11" },
  { "resor", "Svårt att åka buss i rusningstid", "Börjar efter rusningen", "Kommer med bussen efter kl. 9" },
  { "socialt", "Obekväm i större grupp", "Liten grupp, högst fyra", "Arbetar i liten grupp, högst fyra personer" },
  { "socialt", "Behöver någon att gå till", "Samma ledare varje gång", "Samma ledare möter vid dörren" },
  { "struktur", "Orolig för det oväntade", "Får dagens plan i förväg", "Gå igenom dagens plan först på morgonen" },
  { "struktur", "Svårt att byta uppgift", "Förvarning tio minuter före byte", "Säg till tio minuter före byte" },
};
const guint demo_n_adaptations = G_N_ELEMENTS (demo_adaptations);

const DemoGoal demo_goals[] = {
  { "Komma i tid tre dagar i veckan", "Tränar nu: komma i tid" },
  { "Klara ett helt förmiddagspass", "Tränar nu: stanna hela passet" },
  { "Be om hjälp när något är oklart", "Tränar nu: be om hjälp" },
  { "Ringa själv vid frånvaro", "Tränar nu: ringa själv vid frånvaro" },
  { "Ta emot kunder i butiken", "Tränar nu: hälsa på kunder" },
  { "Arbeta tillsammans med någon annan", "Tränar nu: arbeta två och två" },
  { "Slutföra en uppgift från början till slut", "Tränar nu: slutföra en uppgift" },
  { "Läsa en enkel instruktion på egen hand", "Tränar nu: läsa instruktionen själv" },
  { "Fyra timmar om dagen utan att bli slut efteråt", "Tränar nu: hushålla med krafterna" },
  { "Skriva ett eget cv", NULL },
  { "Göra ett studiebesök på en arbetsplats", NULL },
  { "Prova på ett nytt moment varje vecka", "Tränar nu: nya moment" },
};
const guint demo_n_goals = G_N_ELEMENTS (demo_goals);

/* one for each workshop: the office, crafts, kitchen, woodwork, garden, shop */
const char *const demo_first_tools[] = { "Kopiatorn",   "Symaskinen", "Degskrapan",
                                         "Slipklossen", "Krattan",    "Prismärkaren" };

const char *const demo_seen[] = {
  "Visade en ny deltagare hur man gör.",
  "Stannade kvar och gjorde klart.",
  "Frågade själv efter nästa uppgift.",
  "Skrattade tillsammans med gruppen i dag.",
  "Kom fast det var motigt.",
  "Märkte felet och rättade det utan hjälp.",
  "Tog emot en kund alldeles själv.",
  "Höll ordning på alla verktyg.",
  NULL,
};
const char *const demo_mark_notes[] = {
  "Gick tidigare, avtalat.",
  "Bytte till eftermiddagen den här dagen.",
  "Ringde kl. 8.",
  "Hjälpte till i köket på slutet.",
  "Mötte handläggaren kl. 10.",
  "Bra dag.",
  NULL,
};
const char *const demo_reasons[] = { "Barn sjukt", "Möte på skolan",  "Tåget inställt",
                                     "Flyttar",    "Myndighetsbesök", NULL };
const char *const demo_languages[] = { "arabiska",  "bosniska", "dari",      "polska",
                                       "somaliska", "tigrinja", "ukrainska", NULL };
const char *const demo_aliases[] = { "Kim", "Robin", "Sam", "Alex", NULL };
const char *const demo_next_steps[] = {
  "Anställning med stöd",
  "Praktik hos arbetsgivare",
  "Folkhögskola",
  "Planering med AF och FK",
  "Kontakt med vårdcentral",
  "Planering hos AMA",
  "Paus, ny kontakt i höst",
  NULL,
};
const char *const demo_organisations[] = { "AMA", "FK", "AF", NULL };
const char *const demo_outcomes_reached[] = {
  "arbete",        "studier",       "rehabsamverkan", "rehabsamverkan",   "af_ordinarie", "af_ordinarie",
  "ama_ordinarie", "ama_ordinarie", "ama_ordinarie",  "ovrigt_arbetsliv", NULL,
};
const char *const demo_outcomes_other[] = {
  "ohalsa",      "ohalsa", "ohalsa",  "ohalsa",        "annan_rehab", "annan_rehab",
  "lag_narvaro", "annat",  "flyttat", "foraldraledig", "avbrutit",    NULL,
};
const char *const demo_refusals[] = {
  "withdrawn",
  "withdrawn",
  "withdrawn",
  "withdrawn",
  "physical_ill_health",
  "physical_ill_health",
  "physical_ill_health",
  "overall_ill_health_too_extensive",
  "repeated_no_show_at_enrolment",
  "doctor_advised_against",
  "started_work_or_studies",
  "intellectual_disability",
  NULL,
};
const char *const demo_follow_ups[] = { "arbete", "studier",     "af_ordinarie", "ama_ordinarie",
                                        "ohalsa", "annan_rehab", "ingen_insats", NULL };
