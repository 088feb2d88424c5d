#include "fram-rating-dialog.h"

#include "fram-discreet.h"
#include "fram-form-dialog.h"
#include "fram-rating-choice.h"
#include "fram-rating-large.h"
#include "fram-rating-private.h"
#include "fram-rating-read.h"
#include "fram-rating-side.h"
#include "fram-words.h"

#include <glib/gi18n.h>

enum
{
  WRITTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramRatingDialog, fram_rating_dialog, ADW_TYPE_WINDOW)

void
fram_rating_dialog_set_trouble (FramRatingDialog *self, const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->sentence, sentence);
  gtk_revealer_set_reveal_child (self->trouble, sentence != NULL);
}

static FramDate
today (FramRatingDialog *self)
{
  return fram_clock_today (fram_desk_get_clock (self->desk));
}

gboolean
fram_rating_dialog_asks (FramRatingDialog *self, FramRater rater)
{
  return self->work != NULL && !fram_rating_work_get_form (self->work)->is_agenda &&
         fram_rating_work_count_asked (self->work, rater) > 0;
}

gboolean
fram_rating_dialog_has_both (FramRatingDialog *self)
{
  return fram_rating_dialog_asks (self, FRAM_RATER_PARTICIPANT) &&
         fram_rating_dialog_asks (self, FRAM_RATER_CASE_WORKER);
}

static FramRatingSide *
front_side (FramRatingDialog *self)
{
  return self->work == NULL ? NULL : self->side == FRAM_RATER_PARTICIPANT ? self->theirs_side : self->mine_side;
}

/* A page that is not in front is not there for a screen reader either. */
void
fram_rating_dialog_show_page (FramRatingDialog *self, const char *name)
{
  GtkWidget *wanted = gtk_stack_get_child_by_name (self->stack, name);

  gtk_widget_set_visible (wanted, TRUE);
  gtk_stack_set_visible_child (self->stack, wanted);
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    gtk_widget_set_visible (page, page == wanted);
}

/* What stands around the pages */

static void
show_titles (FramRatingDialog *self)
{
  const FramRatingForm *form = self->work != NULL ? fram_rating_work_get_form (self->work) : NULL;
  g_autofree char *day =
      form != NULL ? fram_date_to_near_words (fram_rating_work_get_day (self->work), today (self)) : NULL;
  g_autofree char *below = form != NULL ? g_strdup_printf ("%s · %s", self->name, day) : g_strdup (self->name);
  const char *title = form != NULL ? form->name : _ ("Talk");

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, below);
  gtk_window_set_title (GTK_WINDOW (self), self->large != NULL ? _ ("Framsteg") : title);
}

static void
show_progress (FramRatingDialog *self)
{
  guint asked = self->work == NULL ? 0
                : fram_rating_work_get_form (self->work)->is_agenda
                    ? fram_rating_work_count (self->work)
                    : fram_rating_work_count_asked (self->work, self->side);
  guint answered = self->work != NULL ? fram_rating_work_count_answered (self->work, self->side) : 0;
  /* Translators: how many questions are answered, and how many there are: "4 of 11" */
  g_autofree char *words = g_strdup_printf (C_ ("answered", "%1$u of %2$u"), answered, asked);

  gtk_label_set_label (self->progress, words);
  gtk_progress_bar_set_fraction (self->bar, asked > 0 ? (double)answered / asked : 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rating.throw-away",
                                 self->work != NULL && !fram_rating_work_is_empty (self->work));
}

static void
show_go_on (FramRatingDialog *self)
{
  gboolean turn = fram_rating_dialog_has_both (self) && self->side == FRAM_RATER_PARTICIPANT;
  const char *label = turn ? _ ("My own rating") : _ ("Finish");

  gtk_button_set_label (self->go_on, label);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (self->go_on)), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (gtk_button_get_child (self->go_on)), GTK_NATURAL_WRAP_NONE);
  fram_widget_set_accessible_name (self->go_on, label);
}

void
fram_rating_dialog_show_parts (FramRatingDialog *self)
{
  gboolean filling = self->work != NULL && self->large == NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->header), self->large == NULL);
  gtk_widget_set_visible (self->head, filling);
  gtk_widget_set_visible (self->foot, filling);
  gtk_widget_set_visible (self->sides, fram_rating_dialog_has_both (self));
  gtk_widget_set_visible (GTK_WIDGET (self->back), self->work != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rating.large",
                                 fram_rating_dialog_asks (self, FRAM_RATER_PARTICIPANT));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rating.other-side",
                                 fram_rating_dialog_has_both (self) && self->large == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rating.finish", filling);
  show_titles (self);
  show_progress (self);
  show_go_on (self);
}

static void
say_state (FramRatingDialog *self, const char *sentence, gboolean wrong)
{
  gtk_label_set_label (self->state, sentence);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "fram-error-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), "fram-error-text");
}

static void
show_busy (FramRatingDialog *self)
{
  gboolean busy = self->work != NULL && fram_rating_work_is_busy (self->work);

  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->go_on), !busy);
}

/* The sides */

void
fram_rating_dialog_show_side (FramRatingDialog *self, FramRater side)
{
  self->side = side;
  self->turning = TRUE;
  gtk_toggle_button_set_active (side == FRAM_RATER_PARTICIPANT ? self->theirs : self->mine, TRUE);
  self->turning = FALSE;
  fram_rating_dialog_show_page (self, side == FRAM_RATER_PARTICIPANT ? "participant" : "caseworker");
  fram_rating_dialog_show_parts (self);
  fram_rating_side_begin (front_side (self));
}

static void
on_side_toggled_cb (FramRatingDialog *self)
{
  if (self->turning || self->work == NULL)
    return;
  fram_rating_dialog_show_side (self, gtk_toggle_button_get_active (self->theirs) ? FRAM_RATER_PARTICIPANT
                                                                                  : FRAM_RATER_CASE_WORKER);
}

static void
on_changed_cb (FramRatingDialog *self)
{
  fram_rating_dialog_set_trouble (self, NULL);
  show_progress (self);
}

static void
on_finished_cb (FramRatingDialog *self, const char *what)
{
  if (what != NULL)
    g_signal_emit (self, signals[WRITTEN], 0, what);
  self->ended = TRUE;
  gtk_window_destroy (GTK_WINDOW (self));
}

/* At the question where it is one, else above all. */
static void
on_refused_cb (FramRatingDialog *self, const char *sentence, int question, int rater)
{
  FramRatingSide *side;

  show_busy (self);
  if (question < 0)
    {
      fram_rating_dialog_set_trouble (self, sentence);
      return;
    }
  if (fram_rating_work_get_form (self->work)->is_agenda)
    rater = (int)self->side;
  if ((int)self->side != rater)
    fram_rating_dialog_show_side (self, (FramRater)rater);
  side = front_side (self);
  if (side == NULL || !fram_rating_side_show_trouble (side, (guint)question, sentence))
    fram_rating_dialog_set_trouble (self, sentence);
}

static void
on_done_cb (FramRatingDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->go_on));
}

static void
on_large_cb (FramRatingDialog *self)
{
  fram_rating_dialog_show_large (self);
}

static FramRatingSide *
add_side (FramRatingDialog *self, AdwBin *place, FramRater rater)
{
  FramRatingSide *side = fram_rating_side_new (self->work, rater);

  g_signal_connect_object (side, "done", G_CALLBACK (on_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (side, "large", G_CALLBACK (on_large_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (place, GTK_WIDGET (side));
  return side;
}

static void
leave_work (FramRatingDialog *self)
{
  if (self->work != NULL)
    fram_rating_work_flush (self->work);
  adw_bin_set_child (self->participant_place, NULL);
  adw_bin_set_child (self->case_worker_place, NULL);
  self->theirs_side = self->mine_side = NULL;
  if (self->work != NULL)
    g_signal_handlers_disconnect_by_data (self->work, self);
  g_clear_object (&self->work);
}

static void
say_begun (FramRatingDialog *self, const FramRatingForm *form)
{
  g_autofree char *day = fram_date_to_near_words (form->draft_day, today (self));
  g_autofree char *begun = g_strdup_printf (_ ("Begun %s. Kept as a draft until it is finished."), day);

  say_state (self, form->draft != NULL && form->draft->len > 0 ? begun : _ ("Each answer is kept at once."), FALSE);
}

static void
take_form (FramRatingDialog *self, FramRatingForm *form, FramDate day, const GPtrArray *earlier)
{
  leave_work (self);
  self->work = fram_rating_work_new (self->desk, form, day);
  g_signal_connect_object (self->work, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->work, "state", G_CALLBACK (say_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->work, "finished", G_CALLBACK (on_finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->work, "refused", G_CALLBACK (on_refused_cb), self, G_CONNECT_SWAPPED);
  if (fram_rating_dialog_asks (self, FRAM_RATER_PARTICIPANT))
    self->theirs_side = add_side (self, self->participant_place, FRAM_RATER_PARTICIPANT);
  if (form->is_agenda || fram_rating_dialog_asks (self, FRAM_RATER_CASE_WORKER))
    self->mine_side = add_side (self, self->case_worker_place, FRAM_RATER_CASE_WORKER);
  say_begun (self, form);
  if (form->is_agenda && earlier != NULL)
    fram_rating_side_show_earlier (self->mine_side, earlier);
  if (self->theirs_side == NULL && self->mine_side == NULL)
    {
      leave_work (self);
      fram_rating_dialog_show_nothing (self, _ ("None of these questions are yours to fill in."));
      return;
    }
  fram_rating_dialog_show_side (self, self->theirs_side != NULL ? FRAM_RATER_PARTICIPANT : FRAM_RATER_CASE_WORKER);
}

/* Reading */

void
fram_rating_dialog_show_nothing (FramRatingDialog *self, const char *sentence)
{
  adw_status_page_set_title (self->nothing, _ ("No questions to show"));
  adw_status_page_set_description (self->nothing, sentence);
  fram_rating_dialog_show_page (self, "nothing");
  fram_rating_dialog_show_parts (self);
}

static void
on_form_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramRatingDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRatingRead) read = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  if (read != NULL)
    take_form (self, g_steal_pointer (&read->form), read->day, read->earlier);
  else
    fram_rating_dialog_show_nothing (self, error->message);
}

static void
read_form (FramRatingDialog *self, const FramUuid *set, FramDate day)
{
  fram_rating_dialog_show_page (self, "wait");
  fram_desk_run_async (self->desk, fram_rating_read_form, fram_rating_ask_new (&self->enrolment, set, day), g_free,
                       fram_rating_read_free, NULL, on_form_read_cb, g_object_ref (self));
}

static void
on_chosen_cb (FramRatingDialog *self, const FramRatingForm *form)
{
  FramDate day;

  if (form->draft_day != FRAM_DATE_NONE && !fram_rating_choice_has_own_day (self->choice))
    day = form->draft_day;
  else if (!fram_rating_choice_read_day (self->choice, form, &day))
    return;
  read_form (self, &form->set, day);
}

static void
on_forms_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramRatingDialog) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *forms = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk == NULL)
    g_clear_pointer (&forms, g_ptr_array_unref);
  else if (forms == NULL)
    fram_rating_dialog_show_nothing (self, error->message);
  else if (forms->len == 0)
    {
      g_ptr_array_unref (forms);
      fram_rating_dialog_show_nothing (self,
                                       _ ("The programme offers no set of questions. An administrator chooses them."));
    }
  else
    {
      fram_rating_choice_show (self->choice, forms, today (self));
      fram_rating_dialog_show_page (self, "choice");
      fram_rating_dialog_show_parts (self);
      fram_rating_choice_focus (self->choice);
    }
}

static void
read_forms (FramRatingDialog *self)
{
  fram_rating_dialog_show_page (self, "wait");
  fram_desk_run_async (self->desk, fram_rating_read_forms, g_memdup2 (&self->enrolment, sizeof self->enrolment), g_free,
                       (GDestroyNotify)g_ptr_array_unref, NULL, on_forms_read_cb, g_object_ref (self));
}

/* Actions */

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FramRatingDialog *self = FRAM_RATING_DIALOG (widget);

  if (self->work != NULL && fram_rating_work_is_busy (self->work))
    return;
  leave_work (self);
  fram_rating_dialog_set_trouble (self, NULL);
  fram_rating_dialog_show_parts (self);
  read_forms (self);
}

static void
finish (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FramRatingDialog *self = FRAM_RATING_DIALOG (widget);

  if (self->work == NULL || self->large != NULL)
    return;
  fram_rating_dialog_set_trouble (self, NULL);
  fram_rating_work_finish (self->work);
  if (!self->ended)
    show_busy (self);
}

static void
show_other_side (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FramRatingDialog *self = FRAM_RATING_DIALOG (widget);

  fram_rating_dialog_show_side (self,
                                self->side == FRAM_RATER_PARTICIPANT ? FRAM_RATER_CASE_WORKER : FRAM_RATER_PARTICIPANT);
}

static void
on_go_on_clicked_cb (FramRatingDialog *self)
{
  if (fram_rating_dialog_has_both (self) && self->side == FRAM_RATER_PARTICIPANT)
    fram_rating_dialog_show_side (self, FRAM_RATER_CASE_WORKER);
  else
    finish (GTK_WIDGET (self), NULL, NULL);
}

static void
on_throw_response_cb (FramRatingDialog *self, const char *response)
{
  if (g_str_equal (response, "throw") && self->work != NULL)
    fram_rating_work_throw_away (self->work);
}

static void
ask_throw_away (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FramRatingDialog *self = FRAM_RATING_DIALOG (widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Throw the draft away?"),
                                              _ ("What was answered in this talk is lost. Earlier talks stay."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _ ("_Keep"), "throw", _ ("_Throw away"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "throw", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_throw_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_large_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FramRatingDialog *self = FRAM_RATING_DIALOG (widget);

  if (self->large != NULL)
    fram_rating_dialog_leave_large (self, FALSE);
  else
    fram_rating_dialog_show_large (self);
}

static void
leave (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FramRatingDialog *self = FRAM_RATING_DIALOG (widget);

  if (self->large != NULL)
    fram_rating_dialog_leave_large (self, FALSE);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* After a lock it is alone on the screen again. */
static void
fram_rating_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fram_rating_dialog_parent_class)->map (widget);
  if (FRAM_RATING_DIALOG (widget)->large != NULL)
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

/* What is being written down is told first. */
static gboolean
fram_rating_dialog_close_request (GtkWindow *window)
{
  FramRatingDialog *self = FRAM_RATING_DIALOG (window);

  if (self->work != NULL && fram_rating_work_is_busy (self->work))
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (fram_rating_dialog_parent_class)->close_request (window);
}

/* The screen is locked, or the dialog closes: what was typed last is on disk too. */
static void
fram_rating_dialog_unmap (GtkWidget *widget)
{
  FramRatingDialog *self = FRAM_RATING_DIALOG (widget);

  if (self->work != NULL && !self->ended)
    fram_rating_work_flush (self->work);
  GTK_WIDGET_CLASS (fram_rating_dialog_parent_class)->unmap (widget);
}

static void
fram_rating_dialog_dispose (GObject *object)
{
  FramRatingDialog *self = FRAM_RATING_DIALOG (object);

  if (self->work != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->work, self);
      fram_rating_work_flush (self->work);
    }
  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->work);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (fram_rating_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FramRatingDialog, header);
  gtk_widget_class_bind_template_child (widget_class, FramRatingDialog, title);
  gtk_widget_class_bind_template_child (widget_class, FramRatingDialog, back);
  gtk_widget_class_bind_template_child (widget_class, FramRatingDialog, head);
  gtk_widget_class_bind_template_child (widget_class, FramRatingDialog, sides);
  gtk_widget_class_bind_template_child (widget_class, FramRatingDialog, theirs);
  gtk_widget_class_bind_template_child (widget_class, FramRatingDialog, mine);
  gtk_widget_class_bind_template_child (widget_class, FramRatingDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, FramRatingDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, FramRatingDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, FramRatingDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, FramRatingDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FramRatingDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, FramRatingDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, FramRatingDialog, participant_place);
  gtk_widget_class_bind_template_child (widget_class, FramRatingDialog, case_worker_place);
  gtk_widget_class_bind_template_child (widget_class, FramRatingDialog, large_place);
  gtk_widget_class_bind_template_child (widget_class, FramRatingDialog, foot);
  gtk_widget_class_bind_template_child (widget_class, FramRatingDialog, state);
  gtk_widget_class_bind_template_child (widget_class, FramRatingDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, FramRatingDialog, go_on);
  gtk_widget_class_bind_template_callback (widget_class, on_side_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_go_on_clicked_cb);
}

static void
fram_rating_dialog_class_init (FramRatingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_rating_dialog_dispose;
  widget_class->map = fram_rating_dialog_map;
  widget_class->unmap = fram_rating_dialog_unmap;
  GTK_WINDOW_CLASS (klass)->close_request = fram_rating_dialog_close_request;
  signals[WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "rating.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "rating.finish", NULL, finish);
  gtk_widget_class_install_action (widget_class, "rating.other-side", NULL, show_other_side);
  gtk_widget_class_install_action (widget_class, "rating.throw-away", NULL, ask_throw_away);
  gtk_widget_class_install_action (widget_class, "rating.large", NULL, show_large_action);
  gtk_widget_class_install_action (widget_class, "rating.leave", NULL, leave);
  g_type_ensure (FRAM_TYPE_RATING_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-rating-dialog.ui");
  bind_children (widget_class);
}

static void
fram_rating_dialog_init (FramRatingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* In a small window it takes all the room there is. */
static void
take_place (FramRatingDialog *self, GtkWidget *parent)
{
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;
  int width = root != NULL ? gtk_widget_get_width (GTK_WIDGET (root)) : 0;
  int height = root != NULL ? gtk_widget_get_height (GTK_WIDGET (root)) : 0;

  if (!GTK_IS_WINDOW (root))
    return;
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  if (width > 0 && height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), MIN (720, width), MIN (740, height));
}

/**
 * fram_rating_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @what: whose talk
 * @set: (nullable): with which questions; %NULL asks first
 *
 * Returns: (transfer floating): the dialog
 */
FramRatingDialog *
fram_rating_dialog_new (FramDesk *desk, GtkWidget *parent, const FramCase *what, const FramUuid *set)
{
  FramRatingDialog *self = g_object_new (FRAM_TYPE_RATING_DIALOG, NULL);
  const char *name = what->person->row->name;

  self->desk = g_object_ref (desk);
  self->enrolment = what->enrolment;
  self->name = parent != NULL ? fram_discreet_shown_name (parent, name) : g_strdup (name);
  take_place (self, parent);
  fram_rating_dialog_show_parts (self);
  if (set != NULL)
    read_form (self, set, FRAM_DATE_NONE);
  else
    read_forms (self);
  return self;
}
