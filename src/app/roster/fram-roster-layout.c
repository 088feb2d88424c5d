#include "fram-roster-layout.h"

#include "fram-mark-strip.h"
#include "fram-palette.h"
#include "fram-status.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* VISUAL.md, "Roster row", in pixels at text scale 1 */
#define PAD         18
#define PAD_NARROW  12
#define NAME        176
#define PLAN        62
#define HOURS       66
#define LABEL_GAP   10
#define LAST        150
#define NOTES_LEAST 280 /* an instruction line that is not cut */
#define ROW         44
#define ROW_COMPACT 36
#define NOTES_LINE  28
#define MENU        36
#define PENCIL      28
#define SESSIONS    136
#define HERE        64
#define GAP         8
#define END         6
#define LATE_ENTRY  (6 + 40 + 6 + 28)

struct _FramRosterLayoutChild
{
  GtkLayoutChild parent_instance;

  FramRosterColumn column;
};

struct _FramRosterLayout
{
  GtkLayoutManager parent_instance;

  FramRosterMetrics metrics;
  FramRosterForm form;
};

enum
{
  PROP_COLUMN = 1
};

/* The children by column, and where they go. */
typedef struct
{
  const FramRosterMetrics *metrics;
  FramRosterForm form;
  GtkWidget *children[FRAM_N_COLUMNS];
  GtkAllocation boxes[FRAM_N_COLUMNS];
} Places;

G_DEFINE_FINAL_TYPE (FramRosterLayoutChild, fram_roster_layout_child, GTK_TYPE_LAYOUT_CHILD)
G_DEFINE_FINAL_TYPE (FramRosterLayout, fram_roster_layout, GTK_TYPE_LAYOUT_MANAGER)

GType
fram_roster_column_get_type (void)
{
  static const GEnumValue values[] = {
    { FRAM_COLUMN_ICON, "FRAM_COLUMN_ICON", "icon" }, { FRAM_COLUMN_NAME, "FRAM_COLUMN_NAME", "name" },
    { FRAM_COLUMN_PLAN, "FRAM_COLUMN_PLAN", "plan" }, { FRAM_COLUMN_HOURS, "FRAM_COLUMN_HOURS", "hours" },
    { FRAM_COLUMN_MARK, "FRAM_COLUMN_MARK", "mark" }, { FRAM_COLUMN_LABEL, "FRAM_COLUMN_LABEL", "label" },
    { FRAM_COLUMN_LAST, "FRAM_COLUMN_LAST", "last" }, { FRAM_COLUMN_NOTES, "FRAM_COLUMN_NOTES", "notes" },
    { FRAM_COLUMN_HERE, "FRAM_COLUMN_HERE", "here" }, { FRAM_COLUMN_AWAY, "FRAM_COLUMN_AWAY", "away" },
    { FRAM_COLUMN_EDIT, "FRAM_COLUMN_EDIT", "edit" }, { FRAM_COLUMN_ACT, "FRAM_COLUMN_ACT", "act" },
    { FRAM_COLUMN_MENU, "FRAM_COLUMN_MENU", "menu" }, { 0, NULL, NULL },
  };
  static gsize type = 0;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("FramRosterColumn", values));
  return type;
}

static void
fram_roster_layout_child_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FRAM_ROSTER_LAYOUT_CHILD (object)->column = g_value_get_enum (value);
}

static void
fram_roster_layout_child_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_enum (value, FRAM_ROSTER_LAYOUT_CHILD (object)->column);
}

static void
fram_roster_layout_child_class_init (FramRosterLayoutChildClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = fram_roster_layout_child_set_property;
  object_class->get_property = fram_roster_layout_child_get_property;
  g_object_class_install_property (object_class, PROP_COLUMN,
                                   g_param_spec_enum ("column", NULL, NULL, FRAM_TYPE_ROSTER_COLUMN, FRAM_COLUMN_ICON,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

static void
fram_roster_layout_child_init (FramRosterLayoutChild *self)
{
}

static int
scaled (const FramRosterMetrics *metrics, int size)
{
  return (int)ceil (size * metrics->scale);
}

static int
strip_width (const FramRosterMetrics *metrics)
{
  return scaled (metrics, FRAM_TARGET) * (int)metrics->n_statuses;
}

static int
plan_width (const FramRosterMetrics *metrics)
{
  return MAX (scaled (metrics, PLAN), metrics->plan);
}

/* Where the strip begins; in the medium form hours stand below the plan. */
static int
mark_start (const FramRosterMetrics *metrics, FramRosterForm form)
{
  return scaled (metrics, PAD) + scaled (metrics, NAME) + plan_width (metrics) +
         (form == FRAM_ROSTER_MEDIUM ? 0 : scaled (metrics, HOURS));
}

static int
label_start (const FramRosterMetrics *metrics, FramRosterForm form)
{
  return mark_start (metrics, form) + strip_width (metrics) + scaled (metrics, LABEL_GAP);
}

/* The widest word: a label of two words stands on two lines. */
static int
widest_word (PangoLayout *layout, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  int widest = 0;

  for (char **word = words; *word != NULL; word++)
    {
      int width;

      pango_layout_set_text (layout, *word, -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      widest = MAX (widest, width);
    }
  return widest;
}

/* A time range with minutes at both ends, in figures of one width. */
static int
widest_plan (GtkWidget *widget)
{
  g_autofree char *text = fram_time_range_to_text (12 * 60 + 30, 14 * 60 + 30);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) figures = pango_attr_list_new ();
  int width;

  pango_attr_list_insert (figures, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, figures);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/**
 * fram_roster_metrics_init:
 * @self: metrics
 * @widget: a widget of the page, for font and scale
 * @statuses: (element-type FramStatus): the programme's statuses
 */
void
fram_roster_metrics_init (FramRosterMetrics *self, GtkWidget *widget, const GArray *statuses)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, NULL);
  g_autoptr (PangoAttrList) bold = pango_attr_list_new ();

  self->scale = fram_widget_get_text_scale (widget);
  self->n_statuses = statuses->len;
  pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, bold);
  self->label = widest_word (layout, C_ ("attendance", "Unmarked"));
  for (guint i = 0; i < statuses->len; i++)
    {
      const FramStatus *status = &g_array_index (statuses, FramStatus, i);
      int width = widest_word (layout, fram_status_get_name (status));

      self->label = MAX (self->label, width + (fram_status_is_late (status) ? scaled (self, LATE_ENTRY) : 0));
    }
  self->label += 4;
  self->plan = widest_plan (widget) + scaled (self, GAP);
}

gboolean
fram_roster_form_is_stacked (FramRosterForm form)
{
  return form == FRAM_ROSTER_NARROW || form == FRAM_ROSTER_COMPACT;
}

/**
 * fram_roster_metrics_get_form:
 * @self: metrics
 * @width: width of the page
 *
 * Returns: the form in which everything has room
 */
FramRosterForm
fram_roster_metrics_get_form (const FramRosterMetrics *self, int width)
{
  int menu = scaled (self, END + MENU), label_end = label_start (self, FRAM_ROSTER_WIDE) + self->label;

  if (width >= label_end + scaled (self, GAP + LAST + NOTES_LEAST) + menu)
    return FRAM_ROSTER_WIDE;
  if (width >= label_end + scaled (self, GAP + SESSIONS + PENCIL) + menu)
    return FRAM_ROSTER_ROOMY;
  label_end = label_start (self, FRAM_ROSTER_MEDIUM) + self->label;
  return width >= label_end + menu ? FRAM_ROSTER_MEDIUM : FRAM_ROSTER_NARROW;
}

static void
place (Places *places, FramRosterColumn column, int x, int y, int width, int height)
{
  places->boxes[column] = (GtkAllocation){ x, y, MAX (0, width), MAX (0, height) };
}

static int
natural_width (const Places *places, FramRosterColumn column)
{
  int natural = 0;

  if (places->children[column] != NULL)
    gtk_widget_measure (places->children[column], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
needed_height (const Places *places, FramRosterColumn column, int width)
{
  int least = 0;

  if (places->children[column] != NULL)
    gtk_widget_measure (places->children[column], GTK_ORIENTATION_VERTICAL, MAX (width, -1), &least, NULL, NULL, NULL);
  return least;
}

/* The height of the first line: that of the strip, or more where a name has badges below it. */
static int
first_line (const Places *places)
{
  int height = needed_height (places, FRAM_COLUMN_NAME, scaled (places->metrics, NAME - GAP));

  height = MAX (height, needed_height (places, FRAM_COLUMN_MARK, -1));
  return MAX (height, needed_height (places, FRAM_COLUMN_LABEL, -1));
}

/* Name, plan, hours, strip and label; the menu at the end. */
static void
arrange_columns (Places *places, FramRosterForm form, int width, int height)
{
  const FramRosterMetrics *m = places->metrics;
  gboolean below = form == FRAM_ROSTER_MEDIUM && places->children[FRAM_COLUMN_HOURS] != NULL;
  int x = scaled (m, PAD), menu = scaled (m, MENU), plan = plan_width (m), half = height / 2;

  place (places, FRAM_COLUMN_NAME, x, 0, scaled (m, NAME - GAP), height);
  x += scaled (m, NAME);
  place (places, FRAM_COLUMN_PLAN, x, 0, plan - scaled (m, GAP), below ? half : height);
  place (places, FRAM_COLUMN_HOURS, below ? x : x + plan, below ? half : 0, below ? plan : scaled (m, HOURS),
         below ? half : height);
  place (places, FRAM_COLUMN_MARK, mark_start (m, form), 0, strip_width (m), height);
  place (places, FRAM_COLUMN_LABEL, label_start (m, form), 0, m->label, height);
  place (places, FRAM_COLUMN_MENU, width - menu - scaled (m, END), 0, menu, height);
}

static gboolean
has_notes (const Places *places)
{
  return natural_width (places, FRAM_COLUMN_NOTES) > scaled (places->metrics, PENCIL);
}

/* A line for notes and what can be done at once, the latter at the end; answers its height, 0 where there is neither. */
static int
arrange_second_line (Places *places, int x, int y, int width)
{
  const FramRosterMetrics *m = places->metrics;
  int act = MIN (natural_width (places, FRAM_COLUMN_ACT), width), height = 0, notes = width;

  if (act > 0)
    {
      height = needed_height (places, FRAM_COLUMN_ACT, act);
      notes = width - act - scaled (m, GAP);
    }
  if (has_notes (places))
    height = MAX (height, scaled (m, NOTES_LINE));
  if (height == 0)
    return 0;
  if (act > 0 && !has_notes (places))
    place (places, FRAM_COLUMN_ACT, x + scaled (m, GAP), y, act, height);
  else
    place (places, FRAM_COLUMN_ACT, x + width - act, y, act, height);
  if (has_notes (places))
    place (places, FRAM_COLUMN_NOTES, x, y, notes, height);
  return height + scaled (m, 4);
}

/* The notes have a column of their own; what can be done at once stands below them. */
static int
arrange_wide (Places *places, int width)
{
  const FramRosterMetrics *m = places->metrics;
  int x = label_start (m, FRAM_ROSTER_WIDE) + m->label + scaled (m, GAP), last = scaled (m, LAST);
  int notes = width - x - last - scaled (m, END + MENU), act = natural_width (places, FRAM_COLUMN_ACT);
  int act_height = act > 0 ? needed_height (places, FRAM_COLUMN_ACT, act) : 0, notes_height, height;

  notes_height = needed_height (places, FRAM_COLUMN_NOTES, notes);
  if (act > 0 && !has_notes (places))
    notes_height = 0;
  height = MAX (first_line (places), notes_height + act_height + (act_height > 0 ? scaled (m, GAP) : 0));
  arrange_columns (places, FRAM_ROSTER_WIDE, width, height);
  place (places, FRAM_COLUMN_LAST, x, 0, last - scaled (m, GAP), height);
  if (act_height == 0)
    place (places, FRAM_COLUMN_NOTES, x + last, 0, notes, height);
  else
    {
      place (places, FRAM_COLUMN_NOTES, x + last, scaled (m, GAP) / 2, notes, notes_height);
      place (places, FRAM_COLUMN_ACT, x + last + scaled (m, 6), height - act_height - scaled (m, GAP) / 2,
             MIN (act, notes), act_height);
    }
  return height;
}

/* Room for the sessions on the first line: then the second one is there for notes alone, where there are any. */
static int
arrange_roomy (Places *places, int width)
{
  const FramRosterMetrics *m = places->metrics;
  int height = first_line (places), left = scaled (m, PAD - GAP) + 2, pencil = scaled (m, PENCIL);

  arrange_columns (places, FRAM_ROSTER_ROOMY, width, height);
  place (places, FRAM_COLUMN_LAST, label_start (m, FRAM_ROSTER_ROOMY) + m->label + scaled (m, GAP), 0,
         scaled (m, SESSIONS), height);
  if (!has_notes (places))
    place (places, FRAM_COLUMN_NOTES, width - pencil - scaled (m, END + MENU), 0, pencil, height);
  return height + arrange_second_line (places, left, height - scaled (m, 4), width - left - scaled (m, END)) -
         (has_notes (places) ? scaled (m, 4) : 0);
}

/* The last sessions stand below the name, notes beside them. */
static int
arrange_medium (Places *places, int width)
{
  const FramRosterMetrics *m = places->metrics;
  int height = first_line (places), left = scaled (m, PAD), last = scaled (m, LAST), second;

  arrange_columns (places, FRAM_ROSTER_MEDIUM, width, height);
  if (places->children[FRAM_COLUMN_NOTES] == NULL && places->children[FRAM_COLUMN_LAST] == NULL)
    return height;
  second = arrange_second_line (places, left + last, height, width - left - last - scaled (m, END));
  if (!has_notes (places) && natural_width (places, FRAM_COLUMN_ACT) == 0)
    place (places, FRAM_COLUMN_NOTES, left + last, height, scaled (m, PENCIL), scaled (m, NOTES_LINE));
  second = MAX (second, scaled (m, NOTES_LINE + 4));
  place (places, FRAM_COLUMN_LAST, left, height, last - scaled (m, GAP), second - scaled (m, 4));
  return height + second;
}

/* Shape, name and plan from the left; menu, pencil and label from the right. Where the plan has no room beside the name it
 * stands below. */
static int
arrange_narrow_head (Places *places, int width)
{
  const FramRosterMetrics *m = places->metrics;
  int left = PAD_NARROW, right = width - 4, below;
  int height = scaled (m, places->form == FRAM_ROSTER_COMPACT ? ROW_COMPACT : ROW);
  int icon = natural_width (places, FRAM_COLUMN_ICON), edit = natural_width (places, FRAM_COLUMN_EDIT);
  int label = MIN (natural_width (places, FRAM_COLUMN_LABEL), width / 2),
      menu = natural_width (places, FRAM_COLUMN_MENU);
  int plan = natural_width (places, FRAM_COLUMN_PLAN), name = natural_width (places, FRAM_COLUMN_NAME);

  height = MAX (height, needed_height (places, FRAM_COLUMN_NAME, -1));
  place (places, FRAM_COLUMN_ICON, left, 0, icon, height);
  left += icon > 0 ? icon + GAP : 0;
  right -= menu;
  place (places, FRAM_COLUMN_MENU, right, 0, menu, height);
  right -= edit;
  place (places, FRAM_COLUMN_EDIT, right, 0, edit, height);
  right -= label;
  place (places, FRAM_COLUMN_LABEL, right, 0, label, height);
  right -= GAP;
  if (name + GAP + plan <= right - left)
    {
      place (places, FRAM_COLUMN_NAME, left, 0, name, height);
      place (places, FRAM_COLUMN_PLAN, left + name + GAP, 0, plan, height);
      return height;
    }
  below = needed_height (places, FRAM_COLUMN_PLAN, -1);
  if (name > right - left)
    {
      /* with large texts the name takes the line, and the label stands below too */
      right += GAP + label;
      below = MAX (below, needed_height (places, FRAM_COLUMN_LABEL, -1));
      place (places, FRAM_COLUMN_LABEL, width - PAD_NARROW - label, height - scaled (m, 8), label, below);
    }
  place (places, FRAM_COLUMN_NAME, left, 0, MIN (name, right - left), height);
  place (places, FRAM_COLUMN_PLAN, left, height - scaled (m, 8), plan, below);
  return height + below - scaled (m, 2);
}

/* "Here" has two thirds, unless "Not here" needs more; with large texts one stands below the other. */
static int
arrange_here (Places *places, int room, int y)
{
  int height = scaled (places->metrics, HERE), here = (room - GAP) * 64 / 100;
  int least = natural_width (places, FRAM_COLUMN_AWAY);

  if (least > room - GAP - here)
    here = room - GAP - least;
  if (here < natural_width (places, FRAM_COLUMN_HERE))
    {
      place (places, FRAM_COLUMN_HERE, PAD_NARROW, y, room, height);
      y += height + GAP;
      place (places, FRAM_COLUMN_AWAY, PAD_NARROW, y, room, height);
      return y + height + GAP;
    }
  place (places, FRAM_COLUMN_HERE, PAD_NARROW, y, here, height);
  place (places, FRAM_COLUMN_AWAY, PAD_NARROW + here + GAP, y, room - here - GAP, height);
  return y + height + GAP;
}

static int
arrange_narrow_buttons (Places *places, int width, int y)
{
  const FramRosterMetrics *m = places->metrics;
  int room = width - 2 * PAD_NARROW;

  if (places->children[FRAM_COLUMN_HERE] != NULL)
    y = arrange_here (places, room, y);
  if (places->children[FRAM_COLUMN_MARK] != NULL)
    {
      place (places, FRAM_COLUMN_MARK, PAD_NARROW, y, room, scaled (m, FRAM_TARGET));
      y += scaled (m, FRAM_TARGET) + GAP;
    }
  if (places->children[FRAM_COLUMN_ACT] != NULL)
    {
      place (places, FRAM_COLUMN_ACT, PAD_NARROW, y, room, scaled (m, FRAM_TARGET));
      y += scaled (m, FRAM_TARGET) + GAP;
    }
  return y;
}

static int
arrange_narrow (Places *places, int width)
{
  int room = width - 2 * PAD_NARROW, y = arrange_narrow_buttons (places, width, arrange_narrow_head (places, width));
  int height;

  if (places->children[FRAM_COLUMN_LAST] != NULL)
    {
      height = needed_height (places, FRAM_COLUMN_LAST, -1);
      place (places, FRAM_COLUMN_LAST, PAD_NARROW, y, room, height);
      y += height + GAP;
    }
  if (places->children[FRAM_COLUMN_NOTES] != NULL)
    {
      height = needed_height (places, FRAM_COLUMN_NOTES, room + 6);
      place (places, FRAM_COLUMN_NOTES, PAD_NARROW - 6, y, room + 6, height);
      y += height + GAP;
    }
  return y;
}

static void
find_places (FramRosterLayout *self, GtkWidget *widget, Places *places)
{
  *places = (Places){ .metrics = &self->metrics, .form = self->form };
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkLayoutChild *layout = gtk_layout_manager_get_layout_child (GTK_LAYOUT_MANAGER (self), child);

      if (gtk_widget_should_layout (child))
        places->children[FRAM_ROSTER_LAYOUT_CHILD (layout)->column] = child;
    }
}

static int
arrange (FramRosterLayout *self, Places *places, int width)
{
  switch (self->form)
    {
    case FRAM_ROSTER_WIDE: return arrange_wide (places, width);
    case FRAM_ROSTER_ROOMY: return arrange_roomy (places, width);
    case FRAM_ROSTER_MEDIUM: return arrange_medium (places, width);
    case FRAM_ROSTER_NARROW:
    case FRAM_ROSTER_COMPACT:
    default: return arrange_narrow (places, width);
    }
}

static void
fram_roster_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  FramRosterLayout *self = FRAM_ROSTER_LAYOUT (manager);
  Places places;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->form == FRAM_ROSTER_COMPACT ? 240 : 300;
      *natural = MAX (*minimum, label_start (&self->metrics, FRAM_ROSTER_MEDIUM) + self->metrics.label);
      return;
    }
  find_places (self, widget, &places);
  *minimum = *natural = arrange (self, &places, for_size >= 0 ? for_size : 900);
}

static void
fram_roster_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  FramRosterLayout *self = FRAM_ROSTER_LAYOUT (manager);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Places places;

  find_places (self, widget, &places);
  arrange (self, &places, width);
  for (guint i = 0; i < FRAM_N_COLUMNS; i++)
    {
      GtkAllocation *box = &places.boxes[i];
      int least = 0;

      if (places.children[i] == NULL)
        continue;
      gtk_widget_measure (places.children[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      box->width = MAX (box->width, least);
      if (mirrored)
        box->x = width - box->x - box->width;
      gtk_widget_size_allocate (places.children[i], box, -1);
    }
}

static GtkSizeRequestMode
fram_roster_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fram_roster_layout_class_init (FramRosterLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = fram_roster_layout_measure;
  layout_class->allocate = fram_roster_layout_allocate;
  layout_class->get_request_mode = fram_roster_layout_get_request_mode;
  layout_class->layout_child_type = FRAM_TYPE_ROSTER_LAYOUT_CHILD;
}

static void
fram_roster_layout_init (FramRosterLayout *self)
{
  self->metrics.scale = 1;
}

void
fram_roster_layout_set_metrics (FramRosterLayout *self, const FramRosterMetrics *metrics)
{
  g_return_if_fail (FRAM_IS_ROSTER_LAYOUT (self));
  self->metrics = *metrics;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

void
fram_roster_layout_set_form (FramRosterLayout *self, FramRosterForm form)
{
  g_return_if_fail (FRAM_IS_ROSTER_LAYOUT (self));
  if (self->form == form)
    return;
  self->form = form;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}
