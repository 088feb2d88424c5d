#include "fram-indicators-page.h"

#include "fram-indicator-dialog.h"
#include "fram-indicator-text-dialog.h"
#include "fram-page.h"

#include <glib/gi18n.h>
#include <string.h>

struct _FramIndicatorsPage
{
  FramHousePage parent_instance;

  /* borrowed */
  GtkWidget *take_in;

  /* owned */
  GPtrArray *sets;
  GtkFileChooserNative *chooser;
  char *giving; /* text of the set that is being saved */
};

G_DEFINE_FINAL_TYPE (FramIndicatorsPage, fram_indicators_page, FRAM_TYPE_HOUSE_PAGE)

typedef struct
{
  GPtrArray *sets;
  gboolean belief;
} Facts;

static void
facts_free (gpointer data)
{
  g_clear_pointer (&((Facts *)data)->sets, g_ptr_array_unref);
  g_free (data);
}

static gpointer
read_facts (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Facts *facts = g_new0 (Facts, 1);

  facts->sets = fram_desk_indicator_sets (desk, error);
  facts->belief = fram_desk_get_belief (desk);
  if (facts->sets == NULL)
    g_clear_pointer (&facts, facts_free);
  return facts;
}

static const FramIndicatorSet *
set_of (FramIndicatorsPage *self, gpointer widget)
{
  const char *code = g_object_get_data (G_OBJECT (widget), "key");

  for (guint i = 0; self->sets != NULL && i < self->sets->len; i++)
    if (g_strcmp0 (((FramIndicatorSet *)g_ptr_array_index (self->sets, i))->code, code) == 0)
      return g_ptr_array_index (self->sets, i);
  return NULL;
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramIndicatorsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  fram_page_toast (FRAM_PAGE (self), what != NULL ? what : error->message, what != NULL);
  if (what == NULL)
    fram_house_page_reload (FRAM_HOUSE_PAGE (self));
}

static gpointer
offer_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  char *what = NULL;

  return fram_desk_offer_sets (desk, data, &what, error) ? what : NULL;
}

/* @sets: the offered ones, in order */
static void
offer (FramIndicatorsPage *self, const GPtrArray *codes)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < codes->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (codes, i));
  fram_desk_run_async (fram_house_page_get_desk (FRAM_HOUSE_PAGE (self)), offer_on_desk, g_strv_builder_end (builder),
                       (GDestroyNotify)g_strfreev, g_free, NULL, on_written_cb, g_object_ref (self));
}

/* (element-type utf8): borrowed codes of those that are offered, but @except */
static GPtrArray *
list_offered (FramIndicatorsPage *self, const FramIndicatorSet *except)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < self->sets->len; i++)
    {
      FramIndicatorSet *set = g_ptr_array_index (self->sets, i);

      if (set->offered && set != except)
        g_ptr_array_add (codes, set->code);
    }
  return codes;
}

static void
on_offered_cb (FramIndicatorsPage *self, GParamSpec *pspec, GtkSwitch *control)
{
  const FramIndicatorSet *set = set_of (self, control);
  g_autoptr (GPtrArray) codes = set != NULL ? list_offered (self, set) : NULL;

  if (codes == NULL)
    return;
  if (gtk_switch_get_active (control))
    g_ptr_array_add (codes, set->code);
  offer (self, codes);
}

static void
move (FramIndicatorsPage *self, gpointer widget, int by)
{
  const FramIndicatorSet *set = set_of (self, widget);
  g_autoptr (GPtrArray) codes = list_offered (self, NULL);
  guint place;

  if (set == NULL || !g_ptr_array_find_with_equal_func (codes, set->code, g_str_equal, &place) ||
      (by < 0 ? place == 0 : place + 1 >= codes->len))
    return;
  g_ptr_array_remove_index (codes, place);
  g_ptr_array_insert (codes, (int)place + by, set->code);
  offer (self, codes);
}

static void
on_up_cb (FramIndicatorsPage *self, GtkWidget *button)
{
  move (self, button, -1);
}

static void
on_down_cb (FramIndicatorsPage *self, GtkWidget *button)
{
  move (self, button, 1);
}

static gpointer
believe_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  char *what = NULL;

  return fram_desk_set_belief (desk, GPOINTER_TO_INT (data), &what, error) ? what : NULL;
}

static void
on_belief_cb (FramIndicatorsPage *self, GParamSpec *pspec, GtkSwitch *control)
{
  fram_desk_run_async (fram_house_page_get_desk (FRAM_HOUSE_PAGE (self)), believe_on_desk,
                       GINT_TO_POINTER (gtk_switch_get_active (control)), NULL, g_free, NULL, on_written_cb,
                       g_object_ref (self));
}

static void
present (FramIndicatorsPage *self, const FramIndicatorSet *before, const FramIndicatorSet *set)
{
  FramHousePage *page = FRAM_HOUSE_PAGE (self);

  fram_house_page_present (
      page, FRAM_FORM_DIALOG (fram_indicator_dialog_new (fram_house_page_get_desk (page), GTK_WIDGET (self), before,
                                                         set, fram_house_page_may_write (page))));
}

static void
on_row_activated_cb (FramIndicatorsPage *self, AdwActionRow *row)
{
  const FramIndicatorSet *set = set_of (self, row);

  if (set != NULL)
    present (self, set, NULL);
}

static void
on_taken_cb (FramIndicatorsPage *self, FramIndicatorSet *set, FramIndicatorSet *before)
{
  present (self, before, set);
}

static void
on_take_in_clicked_cb (FramIndicatorsPage *self)
{
  FramIndicatorTextDialog *dialog =
      fram_indicator_text_dialog_new (fram_house_page_get_desk (FRAM_HOUSE_PAGE (self)), GTK_WIDGET (self));

  g_signal_connect_object (dialog, "taken", G_CALLBACK (on_taken_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gpointer
give_on_desk (FramDesk *desk, gpointer code, GCancellable *cancellable, GError **error)
{
  return fram_desk_indicator_set_to_text (desk, code, error);
}

static void
on_stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramIndicatorsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean stored = g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);

  g_clear_pointer (&self->giving, g_free);
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    fram_page_toast (FRAM_PAGE (self), stored ? _ ("The set is saved as a text.") : error->message, FALSE);
}

static void
on_place_chosen_cb (FramIndicatorsPage *self, int response)
{
  g_autoptr (GFile) file =
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;

  if (file != NULL)
    g_file_replace_contents_async (file, self->giving, strlen (self->giving), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                   on_stored_cb, g_object_ref (self));
  g_clear_object (&self->chooser);
}

static void
on_given_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramIndicatorsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = fram_desk_run_finish (FRAM_DESK (source), result, &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!GTK_IS_WINDOW (root))
    return;
  if (text == NULL)
    {
      fram_page_toast (FRAM_PAGE (self), error->message, FALSE);
      return;
    }
  g_free (self->giving);
  self->giving = g_steal_pointer (&text);
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Save the Set of Questions"), GTK_WINDOW (root),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), _ ("questions.txt"));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_place_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_give_clicked_cb (FramIndicatorsPage *self, GtkWidget *button)
{
  const FramIndicatorSet *set = set_of (self, button);

  if (set != NULL)
    fram_desk_run_async (fram_house_page_get_desk (FRAM_HOUSE_PAGE (self)), give_on_desk, g_strdup (set->code), g_free,
                         g_free, NULL, on_given_cb, g_object_ref (self));
}

/* "3 questions · 1–5 · every 21 days · version 2" */
static char *
set_text (const FramIndicatorSet *set)
{
  guint n = set->indicators->len;
  GString *text = g_string_new (NULL);

  if (set->is_agenda)
    g_string_append_printf (text, g_dngettext (NULL, "%u area with notes", "%u areas with notes", n), n);
  else
    {
      g_string_append_printf (text, g_dngettext (NULL, "%u question", "%u questions", n), n);
      g_string_append_printf (text, " · %d–%d", set->lowest, set->highest);
    }
  if (set->every_days > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, g_dngettext (NULL, "every day", "every %d days", (gulong)set->every_days),
                              set->every_days);
    }
  if (set->version > 1)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("version %d"), set->version);
    }
  return g_string_free (text, FALSE);
}

/* Takes @name over. */
static GtkWidget *
add_button (FramIndicatorsPage *self, GtkWidget *row, const FramIndicatorSet *set, const char *icon, char *name,
            GCallback callback)
{
  g_autofree char *owned = name;
  GtkWidget *button = fram_house_page_add_button (row, icon, owned);

  g_object_set_data_full (G_OBJECT (button), "key", g_strdup (set->code), g_free);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_buttons (FramIndicatorsPage *self, GtkWidget *row, const FramIndicatorSet *set, guint place, guint n)
{
  const char *name = fram_indicator_set_get_name (set);
  GtkWidget *up, *down;

  if (set->offered && n > 1)
    {
      up = add_button (self, row, set, "go-up-symbolic", g_strdup_printf (_ ("Move “%s” up"), name),
                       G_CALLBACK (on_up_cb));
      down = add_button (self, row, set, "go-down-symbolic", g_strdup_printf (_ ("Move “%s” down"), name),
                         G_CALLBACK (on_down_cb));
      gtk_widget_set_sensitive (up, place > 0);
      gtk_widget_set_sensitive (down, place + 1 < n);
    }
  add_button (self, row, set, "document-save-symbolic", g_strdup_printf (_ ("Save “%s” as a text"), name),
              G_CALLBACK (on_give_clicked_cb));
}

static void
add_switch (FramIndicatorsPage *self, GtkWidget *row, const FramIndicatorSet *set)
{
  g_autofree char *name = g_strdup_printf (_ ("New talks can use “%s”"), fram_indicator_set_get_name (set));
  GtkWidget *control = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (control), set->offered);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (control, name);
  fram_widget_set_accessible_name (control, name);
  g_object_set_data_full (G_OBJECT (control), "key", g_strdup (set->code), g_free);
  g_signal_connect_object (control, "notify::active", G_CALLBACK (on_offered_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
}

static void
add_set (FramIndicatorsPage *self, AdwPreferencesGroup *group, const FramIndicatorSet *set, guint place, guint n)
{
  g_autofree char *text = set_text (set);
  GtkWidget *row =
      fram_house_page_add_row (FRAM_HOUSE_PAGE (self), group, set->code, fram_indicator_set_get_name (set), text);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);
  if (fram_house_page_may_write (FRAM_HOUSE_PAGE (self)))
    {
      add_buttons (self, row, set, place, n);
      add_switch (self, row, set);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
}

static void
add_sets (FramIndicatorsPage *self, gboolean offered, const char *title, const char *hint)
{
  AdwPreferencesGroup *group = NULL;
  guint n = 0, place = 0;

  for (guint i = 0; i < self->sets->len; i++)
    n += !((FramIndicatorSet *)g_ptr_array_index (self->sets, i))->offered == !offered;
  for (guint i = 0; i < self->sets->len; i++)
    {
      const FramIndicatorSet *set = g_ptr_array_index (self->sets, i);

      if (!set->offered != !offered)
        continue;
      if (group == NULL)
        {
          group = fram_house_page_add_group (FRAM_HOUSE_PAGE (self), title);
          adw_preferences_group_set_description (group, hint);
        }
      add_set (self, group, set, place++, n);
    }
}

static void
add_belief (FramIndicatorsPage *self, gboolean on)
{
  gboolean may_write = fram_house_page_may_write (FRAM_HOUSE_PAGE (self));
  AdwPreferencesGroup *group = fram_house_page_add_group (FRAM_HOUSE_PAGE (self), _ ("The case worker's own belief"));
  const char *title = _ ("Case workers rate their own belief");
  GtkWidget *control = gtk_switch_new ();
  GtkWidget *row = fram_house_page_add_row (
      FRAM_HOUSE_PAGE (self), group, "belief", title,
      _ ("A question to oneself: what would let my belief grow? Only case workers read it, of their own participants. "
         "It is "
         "in no list, report or final document. It is in the register extract that a participant can ask for."));

  gtk_switch_set_active (GTK_SWITCH (control), on);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (control, may_write);
  fram_widget_set_accessible_name (control, title);
  g_signal_connect_object (control, "notify::active", G_CALLBACK (on_belief_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  if (may_write)
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
}

static guint
fram_indicators_page_show (FramHousePage *page, gpointer answer)
{
  FramIndicatorsPage *self = FRAM_INDICATORS_PAGE (page);
  Facts *facts = answer;

  g_clear_pointer (&self->sets, g_ptr_array_unref);
  self->sets = g_ptr_array_ref (facts->sets);
  gtk_widget_set_visible (self->take_in, fram_house_page_may_write (page));
  add_sets (self, TRUE, _ ("For new talks"), _ ("The form of a talk offers these sets in this order."));
  add_sets (self, FALSE, _ ("Not for new talks"), _ ("What was rated with them stays and is shown."));
  add_belief (self, facts->belief);
  return self->sets->len;
}

static char *
fram_indicators_page_count_text (FramHousePage *page, guint n)
{
  return g_strdup_printf (g_dngettext (NULL, "%u set", "%u sets", n), n);
}

static void
fram_indicators_page_add (FramHousePage *page)
{
  present (FRAM_INDICATORS_PAGE (page), NULL, NULL);
}

static void
fram_indicators_page_dispose (GObject *object)
{
  FramIndicatorsPage *self = FRAM_INDICATORS_PAGE (object);

  g_clear_pointer (&self->sets, g_ptr_array_unref);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->giving, g_free);
  G_OBJECT_CLASS (fram_indicators_page_parent_class)->dispose (object);
}

static void
fram_indicators_page_class_init (FramIndicatorsPageClass *klass)
{
  FramHousePageClass *page_class = FRAM_HOUSE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_indicators_page_dispose;
  page_class->klass = FRAM_CLASS_REF;
  page_class->or_klass = FRAM_CLASS_REF;
  page_class->title = N_ ("Questions of talks");
  page_class->add_label = N_ ("_Add set");
  page_class->uri = "indicators:";
  page_class->icon = "view-list-bullet-symbolic";
  page_class->empty_title = N_ ("No sets of questions");
  page_class->empty_hint = N_ ("Add a set, or take one from a text.");
  page_class->read = read_facts;
  page_class->free_answer = facts_free;
  page_class->show = fram_indicators_page_show;
  page_class->count_text = fram_indicators_page_count_text;
  page_class->add = fram_indicators_page_add;
}

static void
fram_indicators_page_init (FramIndicatorsPage *self)
{
  GtkBox *bar = fram_house_page_get_bar (FRAM_HOUSE_PAGE (self));

  self->take_in = gtk_button_new_from_icon_name ("document-open-symbolic");
  gtk_widget_set_valign (self->take_in, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->take_in, _ ("Take a set from a text"));
  fram_widget_set_accessible_name (self->take_in, _ ("Take a set from a text"));
  g_signal_connect_object (self->take_in, "clicked", G_CALLBACK (on_take_in_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (bar, self->take_in);
}

/**
 * fram_indicators_page_new:
 * @desk: the desk
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
fram_indicators_page_new (FramDesk *desk)
{
  return g_object_new (FRAM_TYPE_INDICATORS_PAGE, "desk", desk, NULL);
}
