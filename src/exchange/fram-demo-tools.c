#include "fram-demo-private.h"

#include "fram-day.h"
#include "fram-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

guint64
demo_random_next (DemoRandom *self)
{
  guint64 z = (self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* Numbers of their own for each thing, so that one more of something changes nothing else. */
DemoRandom
demo_random_for (const Demo *self, const char *what, guint ordinal)
{
  DemoRandom random = { self->options.seed };

  random.state ^= demo_random_next (&random) + g_str_hash (what);
  random.state ^= demo_random_next (&random) + ordinal;
  demo_random_next (&random);
  return random;
}

/* Returns: a number from low to high, both included */
int
demo_between (DemoRandom *self, int low, int high)
{
  return low + (int)(demo_random_next (self) % (guint64)(high - low + 1));
}

gboolean
demo_chance (DemoRandom *self, int per_thousand)
{
  return (int)(demo_random_next (self) % 1000) < per_thousand;
}

const char *
demo_pick (DemoRandom *self, const char *const *words)
{
  return words[demo_random_next (self) % g_strv_length ((char **)words)];
}

FramUuid
demo_id (const Demo *self, const char *kind, guint a, guint b)
{
  char text[32];

  g_snprintf (text, sizeof text, "%u %u", a, b);
  return fram_uuid_derive_v ("demonstration", self->seed, kind, text, NULL);
}

FramRecord *
demo_begin (Demo *self, FramEntity entity, FramUuid id)
{
  fram_record_reset (&self->record, entity, &id);
  return &self->record;
}

gboolean
demo_put (Demo *self)
{
  return self->sink (&self->record, self->sink_data, self->error);
}

gboolean
demo_is_open (const Demo *self, FramDate date)
{
  int i = date - self->first;

  return i >= 0 && i < self->n_days && self->open[i];
}

FramDate
demo_next_open (const Demo *self, FramDate date)
{
  while (date - self->first < self->n_days && !demo_is_open (self, date))
    date++;
  return date;
}

/* The numbers that PTS keeps free for books and films: 070-174 06 05 to 99. */
char *
demo_phone (guint ordinal)
{
  return g_strdup_printf ("070-174 06 %02u", 5 + ordinal % 95);
}

/* One name a line after its kind: F and M given names, N family names. */
static void
take_name (Demo *self, const char *line)
{
  if (line[0] == '\0' || line[0] == '#' || line[1] != ' ')
    return;
  switch (line[0])
    {
    case 'F': g_ptr_array_add (self->given[1], g_strdup (line + 2)); break;
    case 'M': g_ptr_array_add (self->given[0], g_strdup (line + 2)); break;
    case 'N': g_ptr_array_add (self->family, g_strdup (line + 2)); break;
    default: break;
    }
}

gboolean
demo_load_names (Demo *self, GError **error)
{
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data ("/se/framsteg/Framsteg/demo/names.txt", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  self->given[0] = g_ptr_array_new_with_free_func (g_free);
  self->given[1] = g_ptr_array_new_with_free_func (g_free);
  self->family = g_ptr_array_new_with_free_func (g_free);
  if (bytes != NULL)
    {
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      lines = g_strsplit (text, "\n", -1);
      for (guint i = 0; lines[i] != NULL; i++)
        take_name (self, g_strchomp (lines[i]));
    }
  if (self->given[0]->len > 0 && self->given[1]->len > 0 && self->family->len > 0)
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                       _ ("The names for the demonstration are missing; install the program again."));
  return FALSE;
}

const char *
demo_given_name (const Demo *self, DemoRandom *random, gboolean woman)
{
  const GPtrArray *names = self->given[woman ? 1 : 0];

  return names->pdata[demo_random_next (random) % names->len];
}

const char *
demo_family_name (const Demo *self, DemoRandom *random)
{
  return self->family->pdata[demo_random_next (random) % self->family->len];
}
