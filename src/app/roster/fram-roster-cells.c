#include "fram-roster-cells.h"

struct _FramRosterCells
{
  GtkWidget parent_instance;
};

static void fram_roster_cells_buildable_init (GtkBuildableIface *iface);
static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (FramRosterCells, fram_roster_cells, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, fram_roster_cells_buildable_init))

static void
fram_roster_cells_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
fram_roster_cells_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = fram_roster_cells_add_child;
}

static void
fram_roster_cells_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (fram_roster_cells_parent_class)->dispose (object);
}

static void
fram_roster_cells_class_init (FramRosterCellsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_roster_cells_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "rostercells");
}

static void
fram_roster_cells_init (FramRosterCells *self)
{
}
