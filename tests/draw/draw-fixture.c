#include "draw-fixture.h"

/* The statuses of the profile `fram` (DATA.md, "Codes"). */
GArray *
draw_statuses (void)
{
  static const struct
  {
    const char *code, *sv, *en, *letter_sv, *letter_en;
    FramShape shape;
    FramCounts counts;
  } all[] = {
    { "present", "Närvarande", "Present", "N", "P", FRAM_SHAPE_DISC, FRAM_COUNTS_PRESENT },
    { "late", "Sen", "Late", "S", "L", FRAM_SHAPE_HALF_RING, FRAM_COUNTS_PRESENT },
    { "absent_notified", "Anmäld frånvaro", "Notified", "A", "A", FRAM_SHAPE_RING, FRAM_COUNTS_ABSENT },
    { "absent_unnotified", "Oanmäld frånvaro", "Unnotified", "O", "U", FRAM_SHAPE_SALTIRE, FRAM_COUNTS_ABSENT },
    { "sick", "Sjuk", "Sick", "J", "S", FRAM_SHAPE_PLUS, FRAM_COUNTS_ABSENT },
    { "leave", "Ledig", "Leave", "L", "V", FRAM_SHAPE_SQUARE, FRAM_COUNTS_NEITHER },
    { "other_appointment", "Annan bokning", "Other appointment", "B", "B", FRAM_SHAPE_DIAMOND, FRAM_COUNTS_NEITHER },
  };
  GArray *statuses = g_array_new (FALSE, FALSE, sizeof (FramStatus));

  g_array_set_clear_func (statuses, (GDestroyNotify)fram_status_clear);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      FramStatus status = { .row = (gint64)i + 1, .shape = all[i].shape, .counts = all[i].counts };

      status.code = g_strdup (all[i].code);
      status.name_sv = g_strdup (all[i].sv);
      status.name_en = g_strdup (all[i].en);
      status.letter_sv = g_strdup (all[i].letter_sv);
      status.letter_en = g_strdup (all[i].letter_en);
      g_array_append_val (statuses, status);
    }
  return statuses;
}

FramPrintRow *
draw_add_person (FramRosterSheet *sheet, guint number, const char *name, gboolean is_protected)
{
  FramUuid id = { { 1, (guint8)(number >> 8), (guint8)number } };
  g_autofree char *key = g_strdup_printf ("%05u", number);

  return fram_roster_sheet_add_person (sheet, &id, &id, name, key, is_protected);
}

void
draw_mark (FramRosterSheet *sheet, FramPrintRow *row, guint day, const char *code)
{
  FramPrintPart part = FRAM_PRINT_PART_INIT;

  part.planned_from = 9 * 60;
  part.planned_to = 12 * 60;
  part.planned_minutes = 180;
  part.status = fram_roster_sheet_find_status (sheet, code);
  if (g_strcmp0 (code, "late") == 0)
    part.minutes_late = 20;
  if (part.status >= 0)
    part.attended_minutes = g_strcmp0 (code, "present") == 0 ? 180 : part.minutes_late > 0 ? 160 : 0;
  fram_roster_sheet_add_part (sheet, row, day, &part);
}

/* People who are expected every day and marked in turns; every second one under @name. */
FramRosterSheet *
draw_sheet (FramPrintKind kind, guint n_people, const char *name)
{
  g_autoptr (GArray) statuses = draw_statuses ();
  FramRosterSheet *sheet = fram_roster_sheet_new (kind, fram_test_date (DRAW_DAY), statuses);

  sheet->name = g_strdup ("Snickeri");
  sheet->site = g_strdup ("Pildammsvägen");
  sheet->printed_by = g_strdup ("Örjan Kadhim");
  sheet->printed_at = fram_instant_new (fram_test_date (DRAW_DAY), 9 * 60);
  for (FramDate day = sheet->from; day <= sheet->to; day++)
    if (fram_date_get_weekday (day) < 6)
      fram_roster_sheet_add_day (sheet, day, FALSE, NULL);
  for (guint i = 0; i < n_people; i++)
    {
      g_autofree char *other = g_strdup_printf ("Person %u", i + 1);
      FramPrintRow *row = draw_add_person (sheet, i, name != NULL && i % 2 == 0 ? name : other, FALSE);

      for (guint d = 0; d < sheet->days->len; d++)
        draw_mark (sheet, row, d, (i + d) % 8 < 7 ? g_array_index (statuses, FramStatus, (i + d) % 8 % 7).code : NULL);
    }
  fram_roster_sheet_finish (sheet);
  return sheet;
}

/* A page on nothing, so that its ink can be measured. */
cairo_surface_t *
draw_page (const FramRosterSheet *sheet, guint page)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  FramPrintPalette palette;
  double width, height;

  fram_print_kind_get_paper (sheet->kind, &width, &height);
  fram_print_palette_init (&palette, FRAM_LOOK_LIGHT, FALSE);
  fram_roster_sheet_draw_page (sheet, page, &palette, width, height, cr);
  cairo_destroy (cr);
  return surface;
}
