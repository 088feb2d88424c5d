#include "fram-handover-sheet.h"

#include <string.h>

/* What is handed to participants is plain Swedish: one idea per line, words that everybody knows (DOMAIN.md, "Words"). */

static const char *const codes[FRAM_N_HANDOVER_FIELDS] = {
  "good_at", "works", "want", "not_again", "agreed", "contacts"
};

static const char *const headings[FRAM_N_HANDOVER_FIELDS] = {
  "Det här är jag bra på",
  "Det här fungerar för mig",
  "Det här vill jag nu",
  "Det här vill jag inte berätta igen",
  "Det här har vi kommit överens om",
  "Mina kontakter och nästa möten",
};

static const char *const months[] = { "januari", "februari", "mars",      "april",   "maj",      "juni",
                                      "juli",    "augusti",  "september", "oktober", "november", "december" };

static const char *const weekdays[] = { "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag" };

static const struct
{
  const char *kind;
  const char *name;
} meetings[] = {
  { "inskrivningsmote", "Inskrivningsmöte" },
  { "kartlaggningssamtal", "Kartläggningssamtal" },
  { "uppfoljning", "Uppföljning" },
  { "trepartsmote", "Trepartsmöte" },
  { "sip", "SIP-möte" },
  { "studie_och_yrkesvagledning", "Studie- och yrkesvägledning" },
  { "extern_plats_start", "Start på extern plats" },
  { "uppfoljning_extern_plats", "Uppföljning på extern plats" },
  { "avslutsmote", "Avslutsmöte" },
  { "avstamning_telefon", "Avstämning på telefon" },
  { "overlamning", "Överlämning" },
  { "samtal", "Samtal" },
  { "annan_bokning", "Annan bokning" },
};

/**
 * fram_handover_field_get_code:
 * @field: a field
 *
 * Returns: its key in the document's text
 */
const char *
fram_handover_field_get_code (FramHandoverField field)
{
  g_return_val_if_fail (field < FRAM_N_HANDOVER_FIELDS, NULL);
  return codes[field];
}

const char *
fram_handover_field_get_heading (FramHandoverField field)
{
  g_return_val_if_fail (field < FRAM_N_HANDOVER_FIELDS, NULL);
  return headings[field];
}

/**
 * fram_handover_date_to_words:
 * @date: a day
 * @with_weekday: whether the weekday stands before it
 *
 * Returns: (transfer full): "12 november 2026", "torsdag 12 november"
 */
char *
fram_handover_date_to_words (FramDate date, gboolean with_weekday)
{
  int year, month, day;

  fram_date_get_ymd (date, &year, &month, &day);
  if (with_weekday)
    return g_strdup_printf ("%s %d %s", weekdays[fram_date_get_weekday (date) - 1], day, months[month - 1]);
  return g_strdup_printf ("%d %s %d", day, months[month - 1], year);
}

const char *
fram_handover_weekday (int weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, NULL);
  return weekdays[weekday - 1];
}

/* "9", "9.30" */
char *
fram_handover_time_to_words (int minutes)
{
  if (minutes % 60 == 0)
    return g_strdup_printf ("%d", minutes / 60);
  return g_strdup_printf ("%d.%02d", minutes / 60, minutes % 60);
}

const char *
fram_handover_meeting (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (meetings); i++)
    if (g_strcmp0 (meetings[i].kind, kind) == 0)
      return meetings[i].name;
  return "Möte";
}
