#include "fram-sections.h"

#include "fram-adaptations-section.h"
#include "fram-documents-section.h"
#include "fram-journal-section.h"
#include "fram-plan-section.h"
#include "fram-progression-section.h"
#include "fram-schedule-section.h"
#include "fram-timeline-section.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
sees_way (const FramCase *what)
{
  return what->sees_groups || what->sees_progress;
}

static gboolean
sees_progression (const FramCase *what)
{
  return what->sees_progress;
}

static gboolean
sees_plan (const FramCase *what)
{
  return what->sees_plan || what->sees_progress;
}

static gboolean
sees_documents (const FramCase *what)
{
  return what->sees_document;
}

static gboolean
sees_adaptations (const FramCase *what)
{
  return what->sees_need;
}

/* Who neither reads notes nor books sees meetings on the timeline. */
static gboolean
sees_journal (const FramCase *what)
{
  return what->sees_note || what->books;
}

/* In the order of UX.md, "Participant". A line here is all that a new section needs. */
static const FramSectionKind kinds[] = {
  { "timeline", NC_ ("section", "Timeline"), fram_timeline_section_new, sees_way },
  { "progression", NC_ ("section", "Progression"), fram_progression_section_new, sees_progression },
  { "plan", NC_ ("section", "Plan"), fram_plan_section_new, sees_plan },
  { "schedule", NC_ ("section", "Schedule"), fram_schedule_section_new, fram_schedule_section_is_for },
  { "adaptations", NC_ ("section", "Adaptations"), fram_adaptations_section_new, sees_adaptations },
  { "journal", NC_ ("section", "Journal"), fram_journal_section_new, sees_journal },
  { "documents", NC_ ("section", "Documents"), fram_documents_section_new, sees_documents },
};

guint
fram_sections_count (void)
{
  return G_N_ELEMENTS (kinds);
}

/**
 * fram_sections_get:
 * @n: counted from 0, below fram_sections_count()
 *
 * Returns: the section
 */
const FramSectionKind *
fram_sections_get (guint n)
{
  g_return_val_if_fail (n < G_N_ELEMENTS (kinds), NULL);
  return &kinds[n];
}

/**
 * fram_sections_find:
 * @name: (nullable): a section's name
 *
 * Returns: which one it is, -1 for none
 */
int
fram_sections_find (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, name) == 0)
      return (int)i;
  return -1;
}

const char *
fram_section_kind_get_title (const FramSectionKind *self)
{
  return g_dpgettext2 (NULL, "section", self->title);
}
