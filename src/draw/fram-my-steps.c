#include "fram-my-steps-private.h"

#include "fram-clock.h"
#include "fram-paper-page.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

/* What stands on the sheet, and the sheet as a paper. */

static void
clear_month (gpointer data)
{
  g_free (((FramMyMonth *)data)->state);
}

static void
free_step (gpointer data)
{
  FramMyStep *step = data;

  g_free (step->title);
  g_free (step->detail);
  g_free (step);
}

/**
 * fram_my_steps_new:
 *
 * Returns: (transfer full): a sheet with nothing on it
 */
FramMySteps *
fram_my_steps_new (void)
{
  FramMySteps *self = g_new0 (FramMySteps, 1);

  self->months = g_array_new (FALSE, TRUE, sizeof (FramMyMonth));
  g_array_set_clear_func (self->months, clear_month);
  self->steps = g_ptr_array_new_with_free_func (free_step);
  self->seen = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
fram_my_steps_free (FramMySteps *self)
{
  g_free (self->title);
  g_free (self->name);
  g_free (self->period);
  g_free (self->house);
  g_free (self->date);
  g_array_unref (self->months);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->seen);
  g_free (self->kind_words);
  g_free (self->milestone);
  g_free (self->meeting);
  g_free (self->case_worker);
  g_free (self->language);
  g_free (self);
}

/**
 * fram_my_steps_add_month:
 * @self: a sheet
 * @first: first day of the month
 * @weekly_minutes: hours present in a week, as minutes; -1 where nothing is shown
 * @state: (nullable): why
 */
void
fram_my_steps_add_month (FramMySteps *self, FramDate first, int weekly_minutes, const char *state)
{
  FramMyMonth month = { first, weekly_minutes, g_strdup (state) };

  g_array_append_val (self->months, month);
}

/**
 * fram_my_steps_add_step:
 * @self: a sheet
 * @title: what it is
 * @detail: (nullable): more about it
 *
 * Adds a step forward; the newest is added first.
 */
void
fram_my_steps_add_step (FramMySteps *self, const char *title, const char *detail)
{
  FramMyStep *step = g_new0 (FramMyStep, 1);

  step->title = g_strdup (title);
  step->detail = g_strdup (detail);
  g_ptr_array_add (self->steps, step);
}

/**
 * fram_my_steps_hours_to_text:
 * @minutes: minutes
 *
 * Returns: (transfer full): as hours, to the nearest half: "12", "4.5"; "0.5" at least where there are any
 */
char *
fram_my_steps_hours_to_text (int minutes)
{
  int halves = MAX ((minutes + 15) / 30, minutes > 0 ? 1 : 0);

  if (halves % 2 == 0)
    return g_strdup_printf ("%d", halves / 2);
  return g_strdup_printf (fram_text_is_swedish () ? "%d,5" : "%d.5", halves / 2);
}

/**
 * fram_my_steps_is_rtl:
 * @self: a sheet
 *
 * Returns: whether its language is read from right to left
 */
gboolean
fram_my_steps_is_rtl (const FramMySteps *self)
{
  static const char *const languages[] = { "ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi", NULL };
  g_auto (GStrv) parts = g_strsplit_set (self->language != NULL ? self->language : "", "_-.@", 2);

  return parts[0] != NULL && g_strv_contains (languages, parts[0]);
}

/* --- as a paper --- */

static void
sheet_free (gpointer data)
{
  FramMyLayout *layout = data;

  fram_my_steps_free (layout->steps);
  g_array_unref (layout->blocks);
  g_free (layout);
}

static void
draw_page (const FramPaper *paper, guint page, FramLook look, gboolean has_ground, double width, double height,
           cairo_t *cr)
{
  FramPrintPalette palette;

  fram_print_palette_init (&palette, look, has_ground);
  fram_paper_page_begin (cr, FRAM_MY_WIDTH, FRAM_MY_HEIGHT, has_ground ? &palette.ground : NULL, width, height);
  fram_my_layout_draw (paper->data, &palette, look, cr);
  fram_paper_page_end (cr);
}

static void
tell_months (const FramMySteps *self, GString *words)
{
  for (guint i = 0; i < self->months->len; i++)
    {
      const FramMyMonth *month = &g_array_index (self->months, FramMyMonth, i);
      g_autofree char *hours = fram_my_steps_hours_to_text (month->weekly_minutes);
      g_autofree char *name = fram_my_month_to_text (month, FALSE);

      if (month->weekly_minutes > 0)
        /* Translators: a month and hours a week: "april: 4 hours a week" */
        g_string_append_printf (words, C_ ("my steps", "%1$s: %2$s hours a week. "), name, hours);
      else if (month->state != NULL)
        g_string_append_printf (words, "%s: %s. ", name, month->state);
    }
}

/* What stands on the page, for who does not see it. */
static char *
tell (const FramPaper *paper, guint page)
{
  const FramMyLayout *layout = paper->data;
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < layout->blocks->len; i++)
    {
      const FramMyBlock *block = &g_array_index (layout->blocks, FramMyBlock, i);

      if (block->kind == FRAM_MY_CHART)
        tell_months (layout->steps, words);
      else if (block->text != NULL)
        g_string_append_printf (words, g_str_has_suffix (block->text, ".") ? "%s " : "%s. ", block->text);
      if (block->detail != NULL)
        g_string_append_printf (words, g_str_has_suffix (block->detail, ".") ? "%s " : "%s. ", block->detail);
    }
  return g_strchomp (g_string_free (words, FALSE));
}

static char *
describe (const FramPaper *paper, guint page)
{
  return g_strdup (paper->title);
}

static void
set_names (FramPaper *paper, const FramMySteps *steps)
{
  char day[FRAM_DATE_TEXT_SIZE];
  const char *title = steps->title != NULL ? steps->title : C_ ("my steps", "My steps");
  const char *name = steps->name != NULL ? steps->name : "";
  g_autofree char *stem =
      g_strdup_printf ("%s %s %s", title, name,
                       steps->made_at > 0 ? fram_date_format (fram_instant_get_date (steps->made_at), day) : "");

  paper->title = g_strdup_printf ("%s, %s", title, name);
  fram_paper_set_file_stem (paper, g_strchomp (stem));
  paper->log_text = g_strdup ("my steps");
}

/**
 * fram_my_steps_paper_new:
 * @steps: (transfer full): a sheet
 *
 * One page always: what does not fit is left out, the oldest first, and never cut.
 *
 * Returns: (transfer full): the sheet on paper
 */
FramPaper *
fram_my_steps_paper_new (FramMySteps *steps)
{
  FramMyLayout *layout;
  FramPaper *paper;

  g_return_val_if_fail (steps != NULL, NULL);
  layout = fram_my_layout_new (steps);
  paper = fram_paper_new (NULL, draw_page, layout, sheet_free);
  g_clear_pointer (&paper->file_stem, g_free);
  set_names (paper, steps);
  paper->log_class = FRAM_CLASS_PROGRESS;
  g_array_append_val (paper->people, steps->participant);
  paper->made_at = steps->made_at;
  paper->width = FRAM_PAPER_SHORT;
  paper->height = FRAM_PAPER_LONG;
  paper->describe = describe;
  paper->tell = tell;
  return paper;
}

/**
 * fram_my_steps_paper_left_out:
 * @paper: made by fram_my_steps_paper_new()
 *
 * Returns: how many steps and lines of what was seen had no room
 */
guint
fram_my_steps_paper_left_out (const FramPaper *paper)
{
  g_return_val_if_fail (paper != NULL && paper->draw == draw_page, 0);
  return ((const FramMyLayout *)paper->data)->n_left_out;
}
