#include "fram-participant-page-private.h"

#include "fram-discreet.h"
#include "fram-page.h"
#include "fram-sections.h"

#include <glib/gi18n.h>
#include <string.h>

static void fram_participant_page_page_init (FramPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FramParticipantPage, fram_participant_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FRAM_TYPE_PAGE, fram_participant_page_page_init))

static FramSection *
section_at (FramParticipantPage *self, int n)
{
  return n >= 0 && self->made[n] != NULL ? FRAM_SECTION (self->made[n]) : NULL;
}

static FramSection *
current (FramParticipantPage *self)
{
  return section_at (self, fram_sections_find (gtk_stack_get_visible_child_name (self->sections)));
}

/* A section is made when it is shown first. */
FramSection *
fram_participant_page_make_section (FramParticipantPage *self, int n)
{
  GtkWidget *place;

  if (n < 0 || self->what == NULL || !fram_sections_get ((guint)n)->is_for (self->what))
    return NULL;
  if (self->made[n] == NULL)
    {
      place = gtk_stack_get_child_by_name (self->sections, fram_sections_get ((guint)n)->name);
      self->made[n] = fram_sections_get ((guint)n)->make ();
      adw_bin_set_child (ADW_BIN (place), self->made[n]);
      fram_section_show (FRAM_SECTION (self->made[n]), self->desk, self->what);
    }
  return FRAM_SECTION (self->made[n]);
}

void
fram_participant_page_go_to (FramParticipantPage *self, int n)
{
  if (fram_participant_page_make_section (self, n) != NULL)
    gtk_stack_set_visible_child_name (self->sections, fram_sections_get ((guint)n)->name);
}

static void
on_section_changed_cb (FramParticipantPage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->sections);

  for (guint i = 0; i < fram_sections_count (); i++)
    if (self->made[i] != NULL && g_strcmp0 (fram_sections_get (i)->name, name) != 0)
      fram_section_flush (FRAM_SECTION (self->made[i]));
  fram_participant_page_make_section (self, fram_sections_find (name));
  if (self->what != NULL)
    fram_page_changed (FRAM_PAGE (self));
}

/* What is not for the person at the keyboard has no place in the switcher. */
static void
show_sections (FramParticipantPage *self)
{
  for (guint i = 0; i < fram_sections_count (); i++)
    {
      const FramSectionKind *kind = fram_sections_get (i);
      GtkWidget *place = gtk_stack_get_child_by_name (self->sections, kind->name);

      gtk_stack_page_set_visible (gtk_stack_get_page (self->sections, place), kind->is_for (self->what));
      if (self->made[i] != NULL)
        fram_section_show (FRAM_SECTION (self->made[i]), self->desk, self->what);
    }
}

static int
first_section (FramParticipantPage *self)
{
  for (guint i = 0; i < fram_sections_count (); i++)
    if (fram_sections_get (i)->is_for (self->what))
      return (int)i;
  return -1;
}

static void
show_wanted (FramParticipantPage *self)
{
  int n = fram_sections_find (self->wanted);

  if (n < 0 || !fram_sections_get ((guint)n)->is_for (self->what))
    n = fram_sections_find (gtk_stack_get_visible_child_name (self->sections));
  if (n < 0 || !fram_sections_get ((guint)n)->is_for (self->what))
    n = first_section (self);
  g_clear_pointer (&self->wanted, g_free);
  fram_participant_page_go_to (self, n);
  if (self->wanted_state != NULL && section_at (self, n) != NULL)
    fram_section_set_state (section_at (self, n), self->wanted_state);
  g_clear_pointer (&self->wanted_state, g_free);
  if (self->wanted_nth > 0)
    fram_participant_page_go_to_nth (self, self->wanted_nth);
  self->wanted_nth = 0;
}

static void
show_case (FramParticipantPage *self, FramCase *what)
{
  g_autoptr (FramCase) old = self->what;

  self->what = what;
  fram_participant_head_show (self->head, what, fram_clock_today (fram_desk_get_clock (self->desk)));
  gtk_stack_set_visible_child_name (self->stack, "page");
  show_sections (self);
  show_wanted (self);
  fram_participant_page_enable_actions (self);
  fram_page_changed (FRAM_PAGE (self));
  if (self->adding != NULL)
    {
      g_autofree char *adding = g_steal_pointer (&self->adding);

      fram_participant_page_add (self, adding);
    }
  else if (self->wants_focus && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    fram_page_focus (FRAM_PAGE (self));
}

static void
show_trouble (FramParticipantPage *self, const GError *error)
{
  adw_status_page_set_description (self->trouble, error->message);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

typedef struct
{
  FramUuid participant;
  FramUuid enrolment;
  gboolean has_enrolment;
  gboolean again;
} Asked;

static gpointer
read_case (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  char id[FRAM_UUID_TEXT_SIZE];

  fram_uuid_format (&asked->participant, id);
  if (asked->again)
    return fram_desk_case_again (desk, id, asked->has_enrolment ? &asked->enrolment : NULL, error);
  return fram_desk_case (desk, id, asked->has_enrolment ? &asked->enrolment : NULL, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramParticipantPage) self = user_data;
  g_autoptr (GError) error = NULL;
  FramCase *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    {
      g_clear_pointer (&what, fram_case_free);
      return;
    }
  g_clear_object (&self->loading);
  if (what != NULL)
    show_case (self, what);
  else
    show_trouble (self, error);
}

void
fram_participant_page_reload (FramParticipantPage *self)
{
  Asked *asked;

  /* a tab behind others is read when it is seen next */
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self)) && self->what != NULL;
  if (self->stale || self->desk == NULL)
    return;
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  asked = g_new0 (Asked, 1);
  asked->participant = self->participant;
  asked->enrolment = self->enrolment;
  asked->has_enrolment = self->has_enrolment;
  asked->again = self->what != NULL;
  fram_desk_run_async (self->desk, read_case, asked, g_free, (GDestroyNotify)fram_case_free, self->loading, on_read_cb,
                       g_object_ref (self));
}

static void
on_changed_cb (FramParticipantPage *self)
{
  fram_participant_page_reload (self);
}

static void
on_room_changed_cb (FramParticipantPage *self)
{
  fram_participant_head_set_room (self->head, fram_size_bin_get_room (self->room));
}

static GtkWidget *
make_trouble (FramParticipantPage *self)
{
  GtkWidget *again = gtk_button_new_with_mnemonic (_ ("_Try again"));

  self->trouble = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->trouble, "dialog-warning-symbolic");
  adw_status_page_set_title (self->trouble, _ ("This person cannot be shown"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (again), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Try again"), -1);
  gtk_widget_set_halign (again, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (again, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (again), "participant.reload");
  adw_status_page_set_child (self->trouble, again);
  return GTK_WIDGET (self->trouble);
}

static void
add_places (FramParticipantPage *self)
{
  self->sections = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->sections, FALSE);
  gtk_stack_set_vhomogeneous (self->sections, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->sections), TRUE);
  for (guint i = 0; i < fram_sections_count (); i++)
    {
      const FramSectionKind *kind = fram_sections_get (i);

      gtk_stack_add_titled (self->sections, adw_bin_new (), kind->name, fram_section_kind_get_title (kind));
    }
  g_signal_connect_object (self->sections, "notify::visible-child", G_CALLBACK (on_section_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* With many sections, or large letters, they scroll sideways. */
static GtkWidget *
make_switcher (FramParticipantPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->switcher = gtk_stack_switcher_new ();
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (self->switcher), self->sections);
  gtk_widget_add_css_class (self->switcher, "fram-sections");
  gtk_widget_set_halign (self->switcher, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->switcher), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sections of the participant"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->switcher);
  gtk_widget_add_css_class (scroller, "fram-sections-bar");
  return scroller;
}

static GtkWidget *
make_page (FramParticipantPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_places (self);
  self->head = g_object_new (FRAM_TYPE_PARTICIPANT_HEAD, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (box), make_switcher (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sections));
  return box;
}

static void
on_discreet_changed (GtkWidget *widget, gboolean discreet)
{
  FramParticipantPage *self = FRAM_PARTICIPANT_PAGE (widget);

  if (self->what == NULL)
    return;
  fram_participant_head_show (self->head, self->what, fram_clock_today (fram_desk_get_clock (self->desk)));
  fram_page_changed (FRAM_PAGE (self));
}

static void
flush (FramParticipantPage *self)
{
  for (guint i = 0; i < fram_sections_count (); i++)
    if (self->made[i] != NULL)
      fram_section_flush (FRAM_SECTION (self->made[i]));
}

static void
fram_participant_page_map (GtkWidget *widget)
{
  FramParticipantPage *self = FRAM_PARTICIPANT_PAGE (widget);

  GTK_WIDGET_CLASS (fram_participant_page_parent_class)->map (widget);
  if (self->stale)
    fram_participant_page_reload (self);
}

static void
fram_participant_page_unmap (GtkWidget *widget)
{
  flush (FRAM_PARTICIPANT_PAGE (widget));
  GTK_WIDGET_CLASS (fram_participant_page_parent_class)->unmap (widget);
}

static gboolean
fram_participant_page_grab_focus (GtkWidget *widget)
{
  FramParticipantPage *self = FRAM_PARTICIPANT_PAGE (widget);

  return self->what != NULL && gtk_widget_child_focus (self->switcher, GTK_DIR_TAB_FORWARD);
}

static void
fram_participant_page_dispose (GObject *object)
{
  FramParticipantPage *self = FRAM_PARTICIPANT_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->desk != NULL)
    for (guint i = 0; i < fram_sections_count (); i++)
      if (self->made[i] != NULL)
        {
          fram_section_flush (FRAM_SECTION (self->made[i]));
          fram_section_show (FRAM_SECTION (self->made[i]), self->desk, NULL);
          self->made[i] = NULL;
        }
  g_clear_object (&self->desk);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (fram_participant_page_parent_class)->dispose (object);
}

static void
fram_participant_page_finalize (GObject *object)
{
  FramParticipantPage *self = FRAM_PARTICIPANT_PAGE (object);

  g_clear_pointer (&self->what, fram_case_free);
  g_free (self->made);
  g_free (self->wanted);
  g_free (self->wanted_state);
  g_free (self->adding);
  G_OBJECT_CLASS (fram_participant_page_parent_class)->finalize (object);
}

static void
fram_participant_page_class_init (FramParticipantPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_participant_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = fram_participant_page_finalize;
  widget_class->map = fram_participant_page_map;
  widget_class->unmap = fram_participant_page_unmap;
  widget_class->grab_focus = fram_participant_page_grab_focus;
}

static void
fram_participant_page_init (FramParticipantPage *self)
{
  self->made = g_new0 (GtkWidget *, fram_sections_count () + 1);
  fram_participant_page_add_actions (self);
  self->room = g_object_new (FRAM_TYPE_SIZE_BIN, NULL);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  self->wait = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_focusable (self->wait, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->wait), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The participant is being read"), -1);
  gtk_stack_add_named (self->stack, self->wait, "wait");
  gtk_stack_add_named (self->stack, make_page (self), "page");
  gtk_stack_add_named (self->stack, make_trouble (self), "trouble");
  g_object_set (self->room, "child", self->stack, NULL);
  g_signal_connect_object (self->room, "notify::room", G_CALLBACK (on_room_changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->room));
  fram_discreet_follow (GTK_WIDGET (self), on_discreet_changed);
}

static FramDesk *
page_get_desk (FramPage *page)
{
  return FRAM_PARTICIPANT_PAGE (page)->desk;
}

static char *
page_dup_uri (FramPage *page)
{
  FramParticipantPage *self = FRAM_PARTICIPANT_PAGE (page);
  const char *section = self->wanted != NULL ? self->wanted : gtk_stack_get_visible_child_name (self->sections);
  g_autofree char *shown =
      self->wanted != NULL || current (self) == NULL ? NULL : fram_section_dup_state (current (self));
  const char *state = self->wanted != NULL ? self->wanted_state : shown;
  char id[FRAM_UUID_TEXT_SIZE];

  return g_strdup_printf ("participant:%s@%s%s%s", fram_uuid_format (&self->participant, id),
                          section != NULL ? section : "", state != NULL ? "=" : "", state != NULL ? state : "");
}

/* A tab is narrow, and others see it: "Amina H." */
static char *
page_dup_title (FramPage *page)
{
  FramParticipantPage *self = FRAM_PARTICIPANT_PAGE (page);

  return self->what != NULL ? fram_discreet_name (self->what->person->row->name) : g_strdup ("…");
}

static const char *
page_get_icon_name (FramPage *page)
{
  return "avatar-default-symbolic";
}

static void
page_reload (FramPage *page)
{
  fram_participant_page_reload (FRAM_PARTICIPANT_PAGE (page));
}

static void
page_focus (FramPage *page)
{
  FramParticipantPage *self = FRAM_PARTICIPANT_PAGE (page);
  FramSection *section = current (self);

  self->wants_focus = self->what == NULL;
  if (section != NULL)
    fram_section_focus (section);
  else if (self->what == NULL)
    gtk_widget_grab_focus (self->wait);
}

/* Cuts off what follows a sign. */
static char *
cut_after (char *text, char sign)
{
  char *at = text != NULL ? strchr (text, sign) : NULL;

  if (at == NULL)
    return NULL;
  *at = '\0';
  return g_strdup (at + 1);
}

static void
read_rest (const char *rest, FramUuid *participant, char **section, char **state, char **adding)
{
  g_auto (GStrv) parts = g_strsplit (rest, "@", 2);

  if (parts[0] == NULL || !fram_uuid_parse (parts[0], participant))
    *participant = (FramUuid){ 0 };
  *section = parts[0] != NULL && parts[1] != NULL ? g_strdup (parts[1]) : NULL;
  *adding = cut_after (*section, '+');
  *state = cut_after (*section, '=');
}

/* "participant:UUID@journal+entry" begins an entry, "participant:UUID@progression=lines" shows it so. */
static void
page_show (FramPage *page, const char *uri)
{
  FramParticipantPage *self = FRAM_PARTICIPANT_PAGE (page);
  FramUuid participant;

  g_free (self->wanted);
  g_free (self->wanted_state);
  g_free (self->adding);
  read_rest (uri + strlen ("participant:"), &participant, &self->wanted, &self->wanted_state, &self->adding);
  if (self->what == NULL)
    return;
  show_wanted (self);
  if (self->adding != NULL)
    {
      g_autofree char *adding = g_steal_pointer (&self->adding);

      fram_participant_page_add (self, adding);
    }
}

static gboolean
page_can_print (FramPage *page)
{
  FramSection *section = current (FRAM_PARTICIPANT_PAGE (page));

  return section != NULL && fram_section_can_print (section);
}

static void
page_print (FramPage *page)
{
  FramSection *section = current (FRAM_PARTICIPANT_PAGE (page));

  if (section != NULL)
    fram_section_print (section);
}

static char *
page_dup_selection (FramPage *page)
{
  FramSection *section = current (FRAM_PARTICIPANT_PAGE (page));

  return section != NULL ? fram_section_dup_selection (section) : NULL;
}

static GArray *
page_dup_selected_people (FramPage *page, FramClass *klass)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (FramUuid));

  *klass = g_strcmp0 (gtk_stack_get_visible_child_name (FRAM_PARTICIPANT_PAGE (page)->sections), "progression") == 0
               ? FRAM_CLASS_PROGRESS
               : FRAM_CLASS_PLAN;
  g_array_append_val (people, FRAM_PARTICIPANT_PAGE (page)->participant);
  return people;
}

static void
fram_participant_page_page_init (FramPageInterface *iface)
{
  iface->get_desk = page_get_desk;
  iface->dup_uri = page_dup_uri;
  iface->dup_title = page_dup_title;
  iface->get_icon_name = page_get_icon_name;
  iface->reload = page_reload;
  iface->focus = page_focus;
  iface->show = page_show;
  iface->can_print = page_can_print;
  iface->print = page_print;
  iface->dup_selection = page_dup_selection;
  iface->dup_selected_people = page_dup_selected_people;
}

/**
 * fram_participant_page_new:
 * @desk: the desk
 * @rest: an id, with "@" and the name of a section after it, with "=" and how it is shown or "+" and what to begin after that
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
fram_participant_page_new (FramDesk *desk, const char *rest)
{
  FramParticipantPage *self = g_object_new (FRAM_TYPE_PARTICIPANT_PAGE, NULL);

  self->desk = g_object_ref (desk);
  read_rest (rest, &self->participant, &self->wanted, &self->wanted_state, &self->adding);
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "person-changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  fram_participant_page_reload (self);
  return GTK_WIDGET (self);
}

/**
 * fram_participant_page_reads:
 * @rest: what follows "participant:" in an address
 *
 * Returns: whether it can be one
 */
gboolean
fram_participant_page_reads (const char *rest)
{
  FramUuid participant;
  g_autofree char *section = NULL, *state = NULL, *adding = NULL;

  read_rest (rest, &participant, &section, &state, &adding);
  return !fram_uuid_is_none (&participant);
}

/* The participant shown, or NULL until read. */
const FramCase *
fram_participant_page_get_case (FramParticipantPage *self)
{
  g_return_val_if_fail (FRAM_IS_PARTICIPANT_PAGE (self), NULL);
  return self->what;
}

/* A section, made if need be; NULL where it is not for the person at the keyboard. */
GtkWidget *
fram_participant_page_get_section (FramParticipantPage *self, const char *name)
{
  FramSection *section = fram_participant_page_make_section (self, fram_sections_find (name));

  return section != NULL ? GTK_WIDGET (section) : NULL;
}
