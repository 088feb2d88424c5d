#include "fram-section.h"

G_DEFINE_INTERFACE (FramSection, fram_section, GTK_TYPE_WIDGET)

static void
fram_section_default_init (FramSectionInterface *iface)
{
}

/**
 * fram_section_show:
 * @self: a section
 * @desk: the desk
 * @what: (nullable): the participant; %NULL before the one shown is freed
 *
 * Shows a participant, or the same one again after a change.
 */
void
fram_section_show (FramSection *self, FramDesk *desk, const FramCase *what)
{
  g_return_if_fail (FRAM_IS_SECTION (self));
  FRAM_SECTION_GET_IFACE (self)->show (self, desk, what);
}

void
fram_section_focus (FramSection *self)
{
  if (FRAM_SECTION_GET_IFACE (self)->focus != NULL)
    FRAM_SECTION_GET_IFACE (self)->focus (self);
}

/**
 * fram_section_edit:
 * @self: a section
 * @entity: what is to be changed
 * @id: which one
 *
 * Returns: whether the section knows it and shows where it is changed
 */
gboolean
fram_section_edit (FramSection *self, FramEntity entity, const FramUuid *id)
{
  FramSectionInterface *iface = FRAM_SECTION_GET_IFACE (self);

  return iface->edit != NULL && iface->edit (self, entity, id);
}

/**
 * fram_section_add:
 * @self: a section
 * @what: "entry", "meeting", "milestone" …
 *
 * Returns: whether the section knows it and has begun one
 */
gboolean
fram_section_add (FramSection *self, const char *what)
{
  FramSectionInterface *iface = FRAM_SECTION_GET_IFACE (self);

  return iface->add != NULL && iface->add (self, what);
}

gboolean
fram_section_can_print (FramSection *self)
{
  FramSectionInterface *iface = FRAM_SECTION_GET_IFACE (self);

  return iface->print != NULL && (iface->can_print == NULL || iface->can_print (self));
}

void
fram_section_print (FramSection *self)
{
  if (fram_section_can_print (self))
    FRAM_SECTION_GET_IFACE (self)->print (self);
}

/**
 * fram_section_dup_selection:
 * @self: a section
 *
 * Returns: (transfer full) (nullable): what is selected as a table for the clipboard
 */
char *
fram_section_dup_selection (FramSection *self)
{
  FramSectionInterface *iface = FRAM_SECTION_GET_IFACE (self);

  return iface->dup_selection != NULL ? iface->dup_selection (self) : NULL;
}

/**
 * fram_section_dup_state:
 * @self: a section
 *
 * Returns: (transfer full) (nullable): how it is shown, %NULL for as usual
 */
char *
fram_section_dup_state (FramSection *self)
{
  FramSectionInterface *iface = FRAM_SECTION_GET_IFACE (self);

  return iface->dup_state != NULL ? iface->dup_state (self) : NULL;
}

void
fram_section_set_state (FramSection *self, const char *state)
{
  FramSectionInterface *iface = FRAM_SECTION_GET_IFACE (self);

  if (iface->set_state != NULL)
    iface->set_state (self, state);
}

/* How a section is shown has changed. */
void
fram_section_remember (GtkWidget *inside)
{
  gtk_widget_activate_action (inside, "participant.remember", NULL);
}

/**
 * fram_section_flush:
 * @self: a section
 *
 * Writes down at once what is being written.
 */
void
fram_section_flush (FramSection *self)
{
  if (FRAM_SECTION_GET_IFACE (self)->flush != NULL)
    FRAM_SECTION_GET_IFACE (self)->flush (self);
}

/**
 * fram_section_toast:
 * @inside: a widget of the section
 * @text: a sentence
 * @with_undo: whether what it tells of can be undone from the toast
 *
 * Says something in the window, without taking the keyboard away.
 */
void
fram_section_toast (GtkWidget *inside, const char *text, gboolean with_undo)
{
  gtk_widget_activate_action (inside, "win.toast", "(sb)", text, with_undo);
}
