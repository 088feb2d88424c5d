#include "fram-desk-handover-private.h"

#include "fram-rights.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *kind;
  const char *title;
} titles[] = {
  { FRAM_DOCUMENT_HANDOVER, NC_ ("document", "Handover sheet") },
  { "plan", NC_ ("document", "Individual plan") },
  { "final", NC_ ("document", "Final document") },
};

static void
given_free (gpointer data)
{
  g_free (((FramGiven *)data)->to);
  g_free (data);
}

void
fram_document_free (FramDocument *self)
{
  g_free (self->kind);
  g_free (self->title);
  g_free (self->written_by);
  g_clear_pointer (&self->given, g_ptr_array_unref);
  g_free (self);
}

void
fram_handover_free (FramHandover *self)
{
  g_free (self->name);
  for (guint i = 0; i < FRAM_N_HANDOVER_FIELDS; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->given, g_ptr_array_unref);
  g_free (self);
}

/* (element-type FramGiven): a line for each, "2026-11-12 Mona Lundberg". */
GPtrArray *
fram_handover_given_of (const char *sent_to)
{
  GPtrArray *given = g_ptr_array_new_with_free_func (given_free);
  g_auto (GStrv) lines = g_strsplit (sent_to != NULL ? sent_to : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 2);
      FramGiven *one;

      if (words[0] == NULL || words[1] == NULL || fram_date_parse (words[0]) == FRAM_DATE_NONE)
        continue;
      one = g_new0 (FramGiven, 1);
      one->day = fram_date_parse (words[0]);
      one->to = g_strdup (words[1]);
      g_ptr_array_add (given, one);
    }
  return given;
}

static const char *
title_of (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_strcmp0 (titles[i].kind, kind) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "document", titles[i].title);
  return C_ ("document", "Document");
}

static FramDocument *
document_of (FramStoredDocument *stored)
{
  FramDocument *self = g_new0 (FramDocument, 1);

  self->id = stored->id;
  self->title = g_strdup (title_of (stored->kind));
  self->kind = g_steal_pointer (&stored->kind);
  self->version = stored->version;
  self->day = stored->at > 0 ? fram_instant_get_date (stored->at) : FRAM_DATE_NONE;
  self->approved = stored->approved;
  self->is_draft = g_strcmp0 (self->kind, FRAM_DOCUMENT_HANDOVER) == 0 && stored->approved == FRAM_DATE_NONE;
  self->written_by = g_steal_pointer (&stored->staff_name);
  self->given = fram_handover_given_of (stored->sent_to);
  return self;
}

/**
 * fram_desk_documents:
 * @self: the desk
 * @participant: whose
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable) (element-type FramDocument): documents, newest first
 */
GPtrArray *
fram_desk_documents (FramDesk *self, const FramUuid *participant, GError **error)
{
  g_autoptr (GPtrArray) stored = NULL;
  GPtrArray *documents;
  gint64 row;

  FRAM_DESK_LOCKED (self);
  row = fram_db_find_row (self->db, participant);
  if (row == 0 || !fram_people_may (self->db, self->viewer, FRAM_CLASS_DOCUMENT, row))
    {
      if (fram_desk_require (self, FRAM_CLASS_DOCUMENT, FALSE, error))
        g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("The person is not among your participants."));
      return NULL;
    }
  stored = fram_document_load (self->db, self->viewer, row, NULL, error);
  if (stored == NULL)
    return NULL;
  documents = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_document_free);
  for (guint i = 0; i < stored->len; i++)
    g_ptr_array_add (documents, document_of (g_ptr_array_index (stored, i)));
  return documents;
}

gboolean
fram_handover_may_write (FramDesk *self, gint64 participant)
{
  g_autoptr (FramViewer) writers = fram_rights_writers (self->viewer, FRAM_CLASS_DOCUMENT);

  return fram_db_get_read_only_reason (self->db) == NULL && fram_rights_may_write (self->viewer, FRAM_CLASS_DOCUMENT) &&
         fram_people_may (self->db, writers, FRAM_CLASS_DOCUMENT, participant);
}

gboolean
fram_handover_refuse_denied (GError **error)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                       _ ("Only the participant's own case worker writes documents."));
  return FALSE;
}

/* A handover sheet that who sits there may do something with. */
FramStoredDocument *
fram_handover_load_writable (FramDesk *self, const FramUuid *id, GError **error)
{
  g_autoptr (FramStoredDocument) stored = fram_document_load_one (self->db, self->viewer, id, error);

  if (stored == NULL)
    return NULL;
  if (g_strcmp0 (stored->kind, FRAM_DOCUMENT_HANDOVER) != 0)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("That document is no handover sheet."));
  else if (fram_handover_may_write (self, stored->participant))
    return g_steal_pointer (&stored);
  else
    fram_handover_refuse_denied (error);
  return NULL;
}

char *
fram_handover_shown_name (const FramStoredDocument *stored)
{
  return stored->is_protected ? fram_text_initials (stored->given_name, stored->family_name)
                              : g_strjoin (" ", stored->given_name, stored->family_name, NULL);
}

void
fram_handover_read_texts (const char *text, char **texts)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (text != NULL)
    g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL);
  for (int field = 0; field < FRAM_N_HANDOVER_FIELDS; field++)
    {
      g_free (texts[field]);
      texts[field] =
          g_key_file_get_string (file, "handover", fram_handover_field_get_code ((FramHandoverField)field), NULL);
      if (texts[field] == NULL)
        texts[field] = g_strdup ("");
    }
}

char *
fram_handover_write_texts (char *const *texts)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  for (int field = 0; field < FRAM_N_HANDOVER_FIELDS; field++)
    g_key_file_set_string (file, "handover", fram_handover_field_get_code ((FramHandoverField)field),
                           texts[field] != NULL ? texts[field] : "");
  return g_key_file_to_data (file, NULL, NULL);
}
