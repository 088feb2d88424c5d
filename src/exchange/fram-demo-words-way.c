#include "fram-demo-private.h"

/* What is written on the way, in Swedish as such a programme would: what was agreed and what works, never an illness. */

const DemoEmployer demo_employers[] = {
  { "Möllans Cykel", "Tvätta, plocka isär och sortera cyklar", "Korta pass, eget hörn", "repair_technical",
    "arbetstid;arbetsmiljo", "Yusuf Holm", "Ystadsgatan 14, Malmö", 2, 0 },
  { "Kirsebergs Trädgårdshandel", "Vattna, plantera om, packa upp", "Sittande arbete finns",
    "garden_outdoors;shop_customers", "fysiskt;pauser", "Anita Brandt", "Vattenverksvägen 8, Malmö", 2, 0 },
  { "Västra Hamnens Kafé", "Disk, smörgåsar, servering", "Start efter rusningen", "kitchen_cafe", "resor;arbetstid",
    "Leo Sandell", "Stora Varvsgatan 3, Malmö", 3, 0 },
  { "Limhamns Byggåtervinning", "Sortera virke, dra spik", "Hörselkåpor finns", "wood_building",
    "arbetsmiljo;hjalpmedel", "Mona Ek", "Linnégatan 40, Limhamn", 3, 0 },
  { "Rosengårds Skrädderi", "Fålla, sy i knappar, pressa", "Lugnt rum, en uppgift i taget", "textile_crafts",
    "arbetsmiljo;instruktioner", "Farah Nouri", "von Rosens väg 2, Malmö", 1, 0 },
  { "Hyllie Lager", "Plocka order, packa, märka", "Checklistor, bildstöd", "store_transport",
    "hjalpmedel;instruktioner", "Patrik Lund", "Hyllie vattenparksgata 9, Malmö", 3, 0 },
  { "Sorgenfri Tryckeri", "Vika, häfta, packa", "Eget arbetsbord", "repair_technical;store_transport",
    "arbetsmiljo;struktur", "Ingela Friis", "Industrigatan 21, Malmö", 1, 0 },
  { "Slottsparkens Förskola", "Kök, tvätt, utegård", "Halva dagar", "care_children;kitchen_cafe", "arbetstid;pauser",
    "Berit Ström", "Slottsgatan 5, Malmö", 2, 0 },
  { "Möbelverkstan Almen", "Slipa, olja, laga möbler", "Verktyg med tjocka skaft", "wood_building",
    "fysiskt;hjalpmedel", "Sten Alm", "Norra Grängesbergsgatan 12, Malmö", 2, 0 },
  { "Hamnstadens Bibliotek", "Sätta upp böcker, plasta, ta emot", "Tyst avdelning", "office",
    "arbetsmiljo;kommunikation", "Elin Wiberg", "Kung Oscars väg 11, Malmö", 1, 21 },
  { "Bulltofta Städ och Fastighet", "Trapphus, tvättstuga, utemiljö", "Fast schema, samma hus", "cleaning_property",
    "struktur;resor", "Omar Lindh", "Bulltoftavägen 30, Malmö", 2, 0 },
  { "Second hand Gåvan", "Sortera kläder, prismärka, kassa", "Liten grupp", "shop_customers;textile_crafts",
    "socialt;pauser", "Gun Palm", "Nobelvägen 77, Malmö", 3, 0 },
  { "Husie Ridskola", "Mocka, fodra, laga staket", "Utomhus, egna pauser", "garden_outdoors", "pauser;socialt",
    "Hanna Berg", "Husievägen 50, Malmö", 1, 40 },
  { "Nobeltorgets Matsal", "Förbereda grönsaker, diska", "Instruktioner med bilder", "kitchen_cafe",
    "instruktioner;kommunikation", "Tomas Vik", "Nobeltorget 3, Malmö", 2, 0 },
};
const guint demo_n_employers = G_N_ELEMENTS (demo_employers);

const DemoSupport demo_supports[] = {
  { "health", "Vårdcentralen", "Samtal var tredje vecka" },
  { "social", "Boendestöd", "Två besök i veckan" },
  { "competence", "Komvux", "Svenska, kvällskurs" },
  { "job", "Arbetsförmedlingen", "SIUS-konsulent" },
  { "health", "Rehabkoordinator", NULL },
  { "social", "Budget- och skuldrådgivning", NULL },
  { "competence", "Lärvux", "Datakunskap, grund" },
  { "job", "Jobb Malmö", "Matchning mot praktik" },
  { "health", "Psykiatrin", "Samtal" },
  { "social", "Personligt ombud", NULL },
  { "competence", "SFI", "Tre förmiddagar i veckan" },
  { "health", "Sjukgymnast", NULL },
  { "social", "Kontaktperson", NULL },
  { "competence", "Folkuniversitetet", "Körkortsteori" },
};
const guint demo_n_supports = G_N_ELEMENTS (demo_supports);

const char *const demo_main_goals[] = {
  "Halvtidsarbete med stöd",
  "Arbete i butik eller lager",
  "Arbete i kök, 20 timmar i veckan",
  "Börja läsa in gymnasiet",
  "Arbete utomhus, gärna med växter",
  "Praktik som leder till anställning",
  "Komma tillbaka till yrket på deltid",
  "En yrkesutbildning till hösten",
  "Arbete med händerna, i liten grupp",
  NULL,
};
const char *const demo_extensions[] = {
  "Timmarna ökar, extern plats prövas härnäst",
  "Nästa steg är planerat men inte klart",
  "Framsteg i arbetsträningen, mer tid behövs",
  "Väntar på start av utbildning",
  NULL,
};
const char *const demo_incomes[] = { "Försörjningsstöd",       "Sjukpenning", "Aktivitetsersättning", "Aktivitetsstöd",
                                     "Rehabiliteringspenning", NULL };
const char *const demo_wishes[] = {
  "Gärna ett kafé, inte för många gäster",
  "Lager eller butik, nära hemmet",
  "Utomhus, i en park eller trädgård",
  "Snickeri eller möbler",
  "Kontor, lugn miljö",
  "Cyklar eller annan reparation",
  "Förskola eller skolkök",
  "Kläder och sömnad",
  NULL,
};
/* other appointments: with whom; only those who read notes see it */
const char *const demo_elsewhere[] = { "Tandläkare", "Vårdcentralen", "Barnets skola",
                                       "Banken",     "Hyresvärden",   "Skatteverket",
                                       "Boendestöd", "Syncentral",    "Bilbesiktningen",
                                       NULL };

const char *const demo_first_notes[] = {
  "Gick igenom åtaganden och vem som gör vad. Berättar själv om vad som har fungerat tidigare: tydlig början på dagen "
  "och "
  "en person att gå till.",
  "Vi ritade upp en vecka tillsammans. Vill börja med få timmar och öka när det känns tryggt.",
  "Pratade om intressen: laga mat, cyklar och att vara utomhus. Vill prova två arbetslag innan valet.",
  "Anvisande handläggare var med. Samtycke till att dela planen gicks igenom och skrevs under.",
  NULL,
};
const char *const demo_talk_notes[] = {
  "Trivs i arbetslaget. Har kommit i tid fyra gånger av fem och är nöjd med det. Vi provar en timme till på torsdagar.",
  "Vill ta mer ansvar för egna uppgifter. Ledaren visar en gång, sedan på egen hand. Följs upp om tre veckor.",
  "Gick igenom delmålen. Det första är klart, vi firade med kaffe. Nästa är att ringa själv vid frånvaro.",
  "Tung vecka, men kom alla dagar. Det som hjälpte var att veta i förväg vad som skulle göras.",
  "Tittade på två externa platser. Vill besöka kaféet först. Jag bokar ett studiebesök.",
  "Pratade om vad som gör en bra arbetsdag: korta pass, paus före lunch och samma kollega.",
  "Vi gick igenom schemat och flyttade en dag så att den inte krockar med kursen.",
  "Berättar om ett samtal med bostadsstödet som gick bra. Orken räcker längre på eftermiddagarna nu.",
  NULL,
};
const char *const demo_three_notes[] = {
  "Anvisande handläggare, deltagaren och jag. Planen ligger fast, timmarna ökar från nästa månad. Anvisaren ordnar "
  "nästa "
  "steg hos sig.",
  "Vi gick igenom tiden hittills. Alla är överens om att fortsätta och att söka en extern plats. Nytt möte om åtta "
  "veckor.",
  "Deltagaren berättade själv om sina framsteg. Anvisaren tar ansvar för beslutet om ersättning före den sista.",
  NULL,
};
const char *const demo_phone_notes[] = {
  "Ringde för att stämma av veckan. Allt enligt plan.",
  "Kort avstämning: bussen krånglar, kommer en kvart senare resten av veckan. Ledaren vet.",
  "Ringde tillbaka. Vill flytta mötet, ny tid bokad.",
  NULL,
};
const char *const demo_ot_notes[] = {
  "Provade stol med ryggstöd vid bänken. Fungerar bra, får stå kvar.",
  "Checklistan används varje dag nu. Nästa gång provar vi utan den sista raden.",
  "Gick igenom arbetsplatsen tillsammans. Egen plats vid väggen gjorde störst skillnad.",
  NULL,
};
const char *const demo_draft_notes[] = {
  "Mötet i förmiddags: glad över nya arbetsuppgifter. Ska fråga ledaren om",
  "Ringde om schemat. Önskar byta fredag mot tisdag, kolla med arbetslaget",
  "Inför trepartsmötet: tre saker att ta upp, delmål två, extern plats och",
  NULL,
};

/* on the handover sheet: in the participant's own words */
const char *const demo_good_at[] = {
  "Jag är noggrann och gör klart det jag börjar på.",
  "Jag är bra med kunder när jag vet vad jag ska säga.",
  "Jag lagar det mesta som är trasigt.",
  "Jag är lugn och hjälper gärna nya.",
  "Jag lär mig snabbt om någon visar.",
  NULL,
};
const char *const demo_works[] = {
  "Att veta dagen innan vad jag ska göra.", "Korta pass och en paus före lunch.", "En sak i taget, gärna på en lapp.",
  "Samma ledare när jag kommer.",           "Att få börja efter rusningen.",      NULL,
};

const char *const demo_dips[] = {
  "Dipp: flytten.",
  "Dipp: besked från myndigheten dröjer.",
  "Dipp: ny arbetsledare, mycket på en gång.",
  "Dipp: sjukt barn i två veckor.",
  "Dipp: för många tider samma vecka.",
  "Dipp: tappade rutinen efter semestern.",
  NULL,
};

const char *const demo_rating_notes[] = {
  "Vågar fråga mer nu.",
  "Kom i tid hela veckan.",
  "Tog kassan själv en stund.",
  "Vill prova fler timmar.",
  "Har pratat med grannen om arbetet.",
  "Hittade en annons som passar.",
  "Fick beröm och blev glad.",
  NULL,
};

const char *const demo_easier[] = {
  "Att komma upp på morgonen.",
  "Att säga nej.",
  "Att äta lunch med de andra.",
  "Att be om hjälp.",
  "Att ta bussen.",
  "Att ringa och säga till.",
  "Att börja på en ny uppgift.",
  NULL,
};

/* Attendance, communication, motivation, hours, taking part, health, follow-up, goals towards work. */
const char *const demo_area_notes[][2] = {
  { "Kommer de dagar som är planerade. Ringer när det inte går.", "Förmiddagar går bäst, eftermiddagar ibland." },
  { "Säger till själv i arbetslaget.", "Vill ha skriftlig lista; det fungerar." },
  { "Ser nyttan med att vara här.", "Roligast när något blir klart." },
  { "Prövar en dag till från nästa månad.", "Stannar på samma timmar en tid till." },
  { "Är med på gruppens möten.", "Valde själv uppgift den här veckan." },
  { "Vet vad som ger kraft och vad som tar.", "Pauserna hjälper, håller fast vid dem." },
  { "Nästa samtal om tre veckor, före trepartsmötet.", "Anvisaren har fått veta vad vi kommit överens om." },
  { "Målet är halvtid i butik.", "Ett studiebesök till, sedan extern plats." },
};
