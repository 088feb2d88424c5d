#include "fram-list-page.h"

#include "fram-kinds.h"

typedef struct
{
  FramDesk *desk;        /* owned; NULL once the page is going */
  GCancellable *reading; /* owned; NULL while nothing is read */
  gboolean stale;        /* to be read when it comes into view, or once more after what is being read */
} FramListPagePrivate;

typedef enum
{
  PROP_DESK = 1,
} FramListPageProperty;

static GParamSpec *properties[PROP_DESK + 1];

static void fram_list_page_page_init (FramPageInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (FramListPage, fram_list_page, ADW_TYPE_BIN,
                                  G_ADD_PRIVATE (FramListPage)
                                      G_IMPLEMENT_INTERFACE (FRAM_TYPE_PAGE, fram_list_page_page_init))

static FramListPagePrivate *
private_of (gpointer self)
{
  return fram_list_page_get_instance_private (FRAM_LIST_PAGE (self));
}

static void
give_up (FramListPagePrivate *priv)
{
  g_cancellable_cancel (priv->reading);
  g_clear_object (&priv->reading);
}

static void
prepare (FramListPage *self)
{
  if (FRAM_LIST_PAGE_GET_CLASS (self)->prepare != NULL)
    FRAM_LIST_PAGE_GET_CLASS (self)->prepare (self);
}

static void
on_changed_cb (FramListPage *self, const FramChanged *what)
{
  if (what->house || !FRAM_LIST_PAGE_GET_CLASS (self)->house_only)
    fram_list_page_reload (self);
}

static void
on_person_changed_cb (FramListPage *self)
{
  give_up (private_of (self));
  if (FRAM_LIST_PAGE_GET_CLASS (self)->forget != NULL)
    FRAM_LIST_PAGE_GET_CLASS (self)->forget (self);
  prepare (self);
  fram_list_page_reload (self);
}

static void
fram_list_page_map (GtkWidget *widget)
{
  FramListPagePrivate *priv = private_of (widget);

  GTK_WIDGET_CLASS (fram_list_page_parent_class)->map (widget);
  if (priv->stale && priv->reading == NULL)
    fram_list_page_ask (FRAM_LIST_PAGE (widget));
}

static void
fram_list_page_constructed (GObject *object)
{
  FramListPagePrivate *priv = private_of (object);

  G_OBJECT_CLASS (fram_list_page_parent_class)->constructed (object);
  g_signal_connect_object (priv->desk, "changed", G_CALLBACK (on_changed_cb), object, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->desk, "person-changed", G_CALLBACK (on_person_changed_cb), object, G_CONNECT_SWAPPED);
  prepare (FRAM_LIST_PAGE (object));
}

static void
fram_list_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((FramListPageProperty)id)
    {
    case PROP_DESK: private_of (object)->desk = g_value_dup_object (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fram_list_page_dispose (GObject *object)
{
  FramListPagePrivate *priv = private_of (object);

  give_up (priv);
  g_clear_object (&priv->desk);
  G_OBJECT_CLASS (fram_list_page_parent_class)->dispose (object);
}

static void
fram_list_page_class_init (FramListPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = fram_list_page_constructed;
  object_class->dispose = fram_list_page_dispose;
  object_class->set_property = fram_list_page_set_property;
  GTK_WIDGET_CLASS (klass)->map = fram_list_page_map;
  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FRAM_TYPE_DESK,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
fram_list_page_init (FramListPage *self)
{
  private_of (self)->stale = TRUE;
}

static FramDesk *
page_get_desk (FramPage *page)
{
  return private_of (page)->desk;
}

static char *
page_dup_uri (FramPage *page)
{
  return g_strdup (FRAM_LIST_PAGE_GET_CLASS (page)->uri);
}

static char *
page_dup_title (FramPage *page)
{
  return g_strdup (fram_kinds_get_title (FRAM_LIST_PAGE_GET_CLASS (page)->uri));
}

static const char *
page_get_icon_name (FramPage *page)
{
  return fram_kinds_get_icon_name (FRAM_LIST_PAGE_GET_CLASS (page)->uri);
}

static void
page_reload (FramPage *page)
{
  prepare (FRAM_LIST_PAGE (page));
  fram_list_page_reload (FRAM_LIST_PAGE (page));
}

static void
page_focus (FramPage *page)
{
  FRAM_LIST_PAGE_GET_CLASS (page)->focus (FRAM_LIST_PAGE (page));
}

static gboolean
page_can_print (FramPage *page)
{
  return FALSE;
}

static char *
page_dup_selection (FramPage *page)
{
  FramListPageClass *klass = FRAM_LIST_PAGE_GET_CLASS (page);

  return klass->dup_selection != NULL ? klass->dup_selection (FRAM_LIST_PAGE (page)) : NULL;
}

static GArray *
page_dup_selected_people (FramPage *page, FramClass *of)
{
  FramListPageClass *klass = FRAM_LIST_PAGE_GET_CLASS (page);

  return klass->dup_selected_people != NULL ? klass->dup_selected_people (FRAM_LIST_PAGE (page), of) : NULL;
}

static void
fram_list_page_page_init (FramPageInterface *iface)
{
  iface->get_desk = page_get_desk;
  iface->dup_uri = page_dup_uri;
  iface->dup_title = page_dup_title;
  iface->get_icon_name = page_get_icon_name;
  iface->reload = page_reload;
  iface->focus = page_focus;
  iface->can_print = page_can_print;
  iface->dup_selection = page_dup_selection;
  iface->dup_selected_people = page_dup_selected_people;
}

/**
 * fram_list_page_get_desk:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): its desk; %NULL once the page is going
 */
FramDesk *
fram_list_page_get_desk (FramListPage *self)
{
  g_return_val_if_fail (FRAM_IS_LIST_PAGE (self), NULL);
  return private_of (self)->desk;
}

/**
 * fram_list_page_reload:
 * @self: a page
 *
 * What it shows may be another: what is out of view is read when it comes into view, and while something is being read
 * once more after that.
 */
void
fram_list_page_reload (FramListPage *self)
{
  FramListPagePrivate *priv = private_of (self);

  priv->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && priv->reading == NULL)
    fram_list_page_ask (self);
}

/**
 * fram_list_page_ask:
 * @self: a page
 *
 * Something else is asked for, as by a filter: a reading under way is given up.
 */
void
fram_list_page_ask (FramListPage *self)
{
  FramListPagePrivate *priv = private_of (self);

  if (priv->desk == NULL)
    return;
  give_up (priv);
  priv->stale = FALSE;
  priv->reading = g_cancellable_new ();
  FRAM_LIST_PAGE_GET_CLASS (self)->read (self, priv->reading);
}

static gboolean
read_once_more (gpointer data)
{
  FramListPagePrivate *priv = private_of (data);

  if (priv->stale && priv->reading == NULL && gtk_widget_get_mapped (data))
    fram_list_page_ask (data);
  return G_SOURCE_REMOVE;
}

/**
 * fram_list_page_take:
 * @self: a page
 * @result: an answer that has come
 *
 * Returns: whether it is to be shown; not where something else has been asked for since, or the page is going
 */
gboolean
fram_list_page_take (FramListPage *self, GAsyncResult *result)
{
  FramListPagePrivate *priv = private_of (self);

  if (priv->desk == NULL || priv->reading == NULL || g_task_get_cancellable (G_TASK (result)) != priv->reading)
    return FALSE;
  g_clear_object (&priv->reading);
  if (priv->stale)
    g_idle_add_full (G_PRIORITY_DEFAULT, read_once_more, g_object_ref (self), g_object_unref);
  return TRUE;
}

/**
 * fram_list_page_is_idle:
 * @self: a page
 *
 * Returns: whether what it shows is what was asked for
 */
gboolean
fram_list_page_is_idle (FramListPage *self)
{
  FramListPagePrivate *priv = private_of (self);

  return priv->reading == NULL && !priv->stale;
}

/**
 * fram_list_page_is_writable:
 * @self: a page
 *
 * Returns: whether the register can be written; rights are asked for beside that
 */
gboolean
fram_list_page_is_writable (FramListPage *self)
{
  return fram_desk_get_read_only_reason (private_of (self)->desk) == NULL;
}
