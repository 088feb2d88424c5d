#include "fram-plan-part.h"

#include "fram-form-dialog.h"

#define KEY "fram-key"

typedef struct
{
  /* owned */
  FramDesk *desk;
  FramCasePlan *plan; /* NULL until it is read */
  GCancellable *reading;

  FramUuid enrolment;
  gboolean wants_focus;
  FramEntity editing; /* what is to be changed once the plan is read */
  FramUuid editing_id;
  char *adding;
} FramPlanPartPrivate;

static void fram_plan_part_section_init (FramSectionInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (FramPlanPart, fram_plan_part, ADW_TYPE_BIN,
                                  G_ADD_PRIVATE (FramPlanPart)
                                      G_IMPLEMENT_INTERFACE (FRAM_TYPE_SECTION, fram_plan_part_section_init))

#define PRIVATE(self) ((FramPlanPartPrivate *)fram_plan_part_get_instance_private (self))

static void
free_key (gpointer key)
{
  g_free (key);
}

const FramUuid *
fram_plan_part_get_key (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), KEY);
}

/* The row that the keyboard is in. */
static gboolean
find_focused (FramPlanPart *self, FramUuid *key)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (; focus != NULL && focus != GTK_WIDGET (self); focus = gtk_widget_get_parent (focus))
    if (fram_plan_part_get_key (focus) != NULL)
      {
        *key = *fram_plan_part_get_key (focus);
        return gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
      }
  return FALSE;
}

static GtkWidget *
find_row (GtkWidget *widget, const FramUuid *key)
{
  if (fram_plan_part_get_key (widget) != NULL && fram_uuid_equal (fram_plan_part_get_key (widget), key))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, key);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
do_what_waits (FramPlanPart *self)
{
  FramPlanPartPrivate *priv = PRIVATE (self);
  FramPlanPartClass *klass = FRAM_PLAN_PART_GET_CLASS (self);
  g_autofree char *adding = g_steal_pointer (&priv->adding);
  FramEntity editing = priv->editing;

  priv->editing = FRAM_ENTITY_NONE;
  if (editing != FRAM_ENTITY_NONE && klass->edit != NULL)
    klass->edit (self, priv->plan, editing, &priv->editing_id);
  if (adding != NULL && klass->add != NULL)
    klass->add (self, priv->plan, adding);
  if (priv->wants_focus)
    {
      priv->wants_focus = FALSE;
      gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
    }
}

/* Rows are made anew; who stood in one of them stands in the same again, or at the beginning where it has gone. */
static void
show_plan (FramPlanPart *self, FramCasePlan *plan)
{
  FramPlanPartPrivate *priv = PRIVATE (self);
  g_autoptr (FramCasePlan) old = priv->plan;
  FramUuid key;
  gboolean focused = find_focused (self, &key);
  GtkWidget *row;

  priv->plan = plan;
  FRAM_PLAN_PART_GET_CLASS (self)->fill (self, plan);
  row = focused ? find_row (GTK_WIDGET (self), &key) : NULL;
  if (focused && (row == NULL || !gtk_widget_grab_focus (row)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  do_what_waits (self);
}

static gpointer
read_plan (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_case_plan (desk, data, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramPlanPart) self = user_data;
  g_autoptr (GError) error = NULL;
  FramCasePlan *plan = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || PRIVATE (self)->desk == NULL)
    g_clear_pointer (&plan, fram_case_plan_free);
  else if (plan != NULL)
    show_plan (self, plan);
  else
    fram_section_toast (GTK_WIDGET (self), error->message, FALSE);
}

static void
stop_reading (FramPlanPart *self)
{
  g_cancellable_cancel (PRIVATE (self)->reading);
  g_clear_object (&PRIVATE (self)->reading);
}

static void
section_show (FramSection *section, FramDesk *desk, const FramCase *what)
{
  FramPlanPart *self = FRAM_PLAN_PART (section);
  FramPlanPartPrivate *priv = PRIVATE (self);

  stop_reading (self);
  if (what == NULL || fram_uuid_is_none (&what->enrolment))
    {
      g_clear_object (&priv->desk);
      return;
    }
  if (!fram_uuid_equal (&priv->enrolment, &what->enrolment))
    g_clear_pointer (&priv->plan, fram_case_plan_free);
  g_set_object (&priv->desk, desk);
  priv->enrolment = what->enrolment;
  priv->reading = g_cancellable_new ();
  fram_desk_run_async (desk, read_plan, g_memdup2 (&what->enrolment, sizeof what->enrolment), g_free,
                       (GDestroyNotify)fram_case_plan_free, priv->reading, on_read_cb, g_object_ref (self));
}

static void
section_focus (FramSection *section)
{
  FramPlanPart *self = FRAM_PLAN_PART (section);

  PRIVATE (self)->wants_focus = PRIVATE (self)->plan == NULL;
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static gboolean
is_mine (FramPlanPart *self, FramEntity entity)
{
  return FRAM_PLAN_PART_GET_CLASS (self)->edit != NULL &&
         FRAM_PLAN_PART_GET_CLASS (self)->edit (self, NULL, entity, NULL);
}

/* Before the plan is read a part answers for what it can change at all. */
static gboolean
section_edit (FramSection *section, FramEntity entity, const FramUuid *id)
{
  FramPlanPart *self = FRAM_PLAN_PART (section);
  FramPlanPartPrivate *priv = PRIVATE (self);

  if (!is_mine (self, entity))
    return FALSE;
  if (priv->plan != NULL)
    return FRAM_PLAN_PART_GET_CLASS (self)->edit (self, priv->plan, entity, id);
  priv->editing = entity;
  priv->editing_id = *id;
  return TRUE;
}

static gboolean
section_add (FramSection *section, const char *what)
{
  FramPlanPart *self = FRAM_PLAN_PART (section);
  FramPlanPartPrivate *priv = PRIVATE (self);
  FramPlanPartClass *klass = FRAM_PLAN_PART_GET_CLASS (self);

  if (klass->add == NULL || !klass->add (self, priv->plan, what))
    return FALSE;
  if (priv->plan != NULL)
    return TRUE;
  g_free (priv->adding);
  priv->adding = g_strdup (what);
  return TRUE;
}

static gboolean
section_can_print (FramSection *section)
{
  FramPlanPart *self = FRAM_PLAN_PART (section);

  return FRAM_PLAN_PART_GET_CLASS (self)->print != NULL && PRIVATE (self)->plan != NULL &&
         PRIVATE (self)->plan->sees_plan;
}

static void
section_print (FramSection *section)
{
  FramPlanPart *self = FRAM_PLAN_PART (section);

  if (section_can_print (section))
    FRAM_PLAN_PART_GET_CLASS (self)->print (self, PRIVATE (self)->plan);
}

static void
section_flush (FramSection *section)
{
  FramPlanPart *self = FRAM_PLAN_PART (section);

  if (FRAM_PLAN_PART_GET_CLASS (self)->flush != NULL && PRIVATE (self)->plan != NULL && PRIVATE (self)->desk != NULL)
    FRAM_PLAN_PART_GET_CLASS (self)->flush (self, PRIVATE (self)->plan);
}

static void
fram_plan_part_section_init (FramSectionInterface *iface)
{
  iface->show = section_show;
  iface->focus = section_focus;
  iface->edit = section_edit;
  iface->add = section_add;
  iface->can_print = section_can_print;
  iface->print = section_print;
  iface->flush = section_flush;
}

static void
fram_plan_part_dispose (GObject *object)
{
  FramPlanPart *self = FRAM_PLAN_PART (object);

  stop_reading (self);
  g_clear_object (&PRIVATE (self)->desk);
  g_clear_pointer (&PRIVATE (self)->plan, fram_case_plan_free);
  g_clear_pointer (&PRIVATE (self)->adding, g_free);
  G_OBJECT_CLASS (fram_plan_part_parent_class)->dispose (object);
}

static void
fram_plan_part_class_init (FramPlanPartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_plan_part_dispose;
}

static void
fram_plan_part_init (FramPlanPart *self)
{
}

FramDesk *
fram_plan_part_get_desk (FramPlanPart *self)
{
  g_return_val_if_fail (FRAM_IS_PLAN_PART (self), NULL);
  return PRIVATE (self)->desk;
}

/* The plan shown, or NULL until it is read. */
const FramCasePlan *
fram_plan_part_get_plan (FramPlanPart *self)
{
  g_return_val_if_fail (FRAM_IS_PLAN_PART (self), NULL);
  return PRIVATE (self)->plan;
}

/**
 * fram_plan_part_run:
 * @self: a part
 * @deed: (transfer full): what to do
 */
void
fram_plan_part_run (FramPlanPart *self, FramPlanDeed *deed)
{
  g_return_if_fail (FRAM_IS_PLAN_PART (self) && deed != NULL);
  if (PRIVATE (self)->desk != NULL)
    fram_plan_deed_run (GTK_WIDGET (self), PRIVATE (self)->desk, deed);
  else
    fram_plan_deed_free (deed);
}

static void
on_written_cb (FramPlanPart *self, const char *what)
{
  fram_section_toast (GTK_WIDGET (self), what, TRUE);
}

/* Shows a #FramFormDialog, and later what it has done. */
void
fram_plan_part_present (FramPlanPart *self, GtkWidget *dialog)
{
  g_return_if_fail (FRAM_IS_PLAN_PART (self) && FRAM_IS_FORM_DIALOG (dialog));
  g_signal_connect_object (dialog, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

GtkWidget *
fram_plan_part_new_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  fram_widget_set_accessible_name (list, name);
  return list;
}

/**
 * fram_plan_part_add_row:
 * @list: a list
 * @position: where, -1 for the end
 * @title: what it says
 * @subtitle: (nullable): a second line
 * @key: (nullable): what it is about
 *
 * Returns: (transfer none): an #AdwActionRow
 */
GtkWidget *
fram_plan_part_add_row (GtkWidget *list, int position, const char *title, const char *subtitle, const FramUuid *key)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (key != NULL && !fram_uuid_is_none (key))
    g_object_set_data_full (G_OBJECT (row), KEY, g_memdup2 (key, sizeof *key), free_key);
  gtk_list_box_insert (GTK_LIST_BOX (list), row, position);
  return row;
}

GtkWidget *
fram_plan_part_add_button (GtkWidget *row, const char *icon, const char *name, GCallback clicked, gpointer data)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "fram-target");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  fram_widget_set_accessible_name (button, name);
  g_signal_connect_object (button, "clicked", clicked, data, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

/* The last row of a list: begins a new thing. */
GtkWidget *
fram_plan_part_add_more (GtkWidget *list, const char *title, GCallback activated, gpointer data)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "list-add-symbolic");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", activated, data, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

/* Takes every row away but one. */
void
fram_plan_part_clear_rows (GtkWidget *list, GtkWidget *keep)
{
  GtkWidget *row = gtk_widget_get_first_child (list);

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (row != keep && GTK_IS_LIST_BOX_ROW (row))
        gtk_list_box_remove (GTK_LIST_BOX (list), row);
      row = next;
    }
}
