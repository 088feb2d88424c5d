#include "window-test.h"

#include "fram-desk-people.h"
#include "fram-lock.h"
#include "fram-rating-private.h"
#include "fram-rating-scale.h"

/* The form of a talk, driven by keys: digits, both sides, notes, a draft that nothing loses, refusals, large type, undo. */

static FramUuid
set_of (FramDesk *desk, const FramUuid *enrolment, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = fram_desk_rating_forms (desk, enrolment, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < forms->len; i++)
    if (g_strcmp0 (((FramRatingForm *)g_ptr_array_index (forms, i))->code, code) == 0)
      return ((FramRatingForm *)g_ptr_array_index (forms, i))->set;
  g_assert_not_reached ();
}

/* Nadia's own participant. */
static FramCase *
own_participant (Fixture *f)
{
  FramPeopleQuery query = { .search = "Testdotter" };
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;
  FramCase *what;
  FramDesk *desk;

  make_register (f);
  open_as (f, "nadia");
  desk = fram_window_get_desk (f->window);
  add_person (desk, "Maria", "Testdotter", "snickeri");
  people = fram_desk_people (desk, &query, NULL);
  what = fram_desk_case (desk, ((FramPersonRow *)g_ptr_array_index (people, 0))->case_no, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (what->writes_progress);
  return what;
}

static FramRatingDialog *
open_form (Fixture *f, const FramCase *what, const char *code)
{
  FramDesk *desk = fram_window_get_desk (f->window);
  FramUuid set = set_of (desk, &what->enrolment, code);
  FramRatingDialog *dialog = fram_rating_dialog_new (desk, GTK_WIDGET (f->window), what, &set);

  gtk_window_present (GTK_WINDOW (dialog));
  WAIT_FOR (dialog->work != NULL);
  return dialog;
}

static FramRatingForm *
read_again (Fixture *f, const FramCase *what, const char *code)
{
  FramDesk *desk = fram_window_get_desk (f->window);
  FramUuid set = set_of (desk, &what->enrolment, code);
  g_autoptr (GError) error = NULL;
  FramRatingForm *form = fram_desk_rating_form (desk, &what->enrolment, &set, FRAM_DATE_NONE, &error);

  g_assert_no_error (error);
  return form;
}

static FramRatingSide *
front_side (FramRatingDialog *dialog)
{
  return dialog->side == FRAM_RATER_PARTICIPANT ? dialog->theirs_side : dialog->mine_side;
}

/* The scale that the keyboard is in gets a key, as its controller would. */
static void
key (FramRatingDialog *dialog, guint symbol)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (dialog));
  GtkWidget *scale = focus != NULL && FRAM_IS_RATING_SCALE (focus) ? focus
                     : focus != NULL ? gtk_widget_get_ancestor (focus, FRAM_TYPE_RATING_SCALE)
                                     : NULL;

  g_assert_nonnull (scale);
  fram_rating_scale_handle_key (FRAM_RATING_SCALE (scale), symbol, 0);
}

static int
current (FramRatingDialog *dialog)
{
  FramRatingCard *card = fram_rating_side_get_current (front_side (dialog));

  return card != NULL ? (int)fram_rating_card_get_question (card) : -1;
}

static void
write_note (FramRatingDialog *dialog, guint question, const char *text)
{
  FramRatingCard *card = fram_rating_side_get_card (front_side (dialog), question);

  fram_rating_card_open_note (card);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (fram_rating_card_get_note (card)), text, -1);
}

static char *
note_of (FramRatingDialog *dialog, guint question)
{
  GtkTextView *view = fram_rating_card_get_note (fram_rating_side_get_card (front_side (dialog), question));
  char *text;

  g_object_get (gtk_text_view_get_buffer (view), "text", &text, NULL);
  return text;
}

static void
assert_note (FramRatingDialog *dialog, guint question, const char *expected)
{
  g_autofree char *text = note_of (dialog, question);

  g_assert_cmpstr (text, ==, expected);
  g_assert_true (gtk_widget_get_mapped (
      GTK_WIDGET (fram_rating_card_get_note (fram_rating_side_get_card (front_side (dialog), question)))));
}

static gboolean gone;

static void
on_gone_cb (gpointer data, GObject *dialog)
{
  gone = TRUE;
}

static void
watch (FramRatingDialog *dialog)
{
  gone = FALSE;
  g_object_weak_ref (G_OBJECT (dialog), on_gone_cb, NULL);
}

static int
answers_on_disk (Fixture *f, const FramCase *what, const char *code)
{
  g_autoptr (FramRatingForm) form = read_again (f, what, code);

  return form->draft != NULL ? (int)form->draft->len : 0;
}

static void
test_digits_answer_and_go_on (Fixture *f, gconstpointer data)
{
  g_autoptr (FramCase) what = own_participant (f);
  FramRatingDialog *dialog = open_form (f, what, "indikator-11");

  WAIT_FOR (current (dialog) == 0);
  g_assert_true (says (dialog->head, "0 of 10"));
  key (dialog, GDK_KEY_4);
  g_assert_cmpint (current (dialog), ==, 1);
  key (dialog, GDK_KEY_KP_2);
  g_assert_cmpint (current (dialog), ==, 2);
  key (dialog, GDK_KEY_Return); /* may be left empty */
  g_assert_cmpint (current (dialog), ==, 3);
  key (dialog, GDK_KEY_7); /* not on the scale: nothing happens */
  g_assert_cmpint (current (dialog), ==, 3);
  g_assert_true (says (dialog->head, "2 of 10"));
  g_assert_cmpint (fram_rating_work_get_value (dialog->work, 0, FRAM_RATER_PARTICIPANT), ==, 4);
  g_assert_cmpint (fram_rating_work_get_value (dialog->work, 1, FRAM_RATER_PARTICIPANT), ==, 2);
  g_assert_cmpint (fram_rating_work_get_value (dialog->work, 2, FRAM_RATER_PARTICIPANT), ==, 0);
  fram_rating_card_focus (fram_rating_side_get_card (front_side (dialog), 0));
  key (dialog, GDK_KEY_Delete);
  g_assert_cmpint (current (dialog), ==, 0);
  g_assert_true (says (dialog->head, "1 of 10"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
finish (FramRatingDialog *dialog)
{
  watch (dialog);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "rating.finish", NULL);
  WAIT_FOR (gone);
}

static void
test_both_sides_in_one_step_back (Fixture *f, gconstpointer data)
{
  g_autoptr (FramCase) what = own_participant (f);
  FramRatingDialog *dialog = open_form (f, what, "indikator-11");
  g_autoptr (FramRatingForm) form = NULL;
  g_autoptr (FramRatingForm) after = NULL;

  WAIT_FOR (current (dialog) == 0);
  key (dialog, GDK_KEY_4);
  write_note (dialog, 0, "The week went well.");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "rating.other-side", NULL);
  g_assert_cmpint (dialog->side, ==, FRAM_RATER_CASE_WORKER);
  /* neither steers the other */
  g_assert_false (says (dialog->mine_side, "The week went well."));
  g_assert_cmpint (current (dialog), ==, 0);
  key (dialog, GDK_KEY_3);
  finish (dialog);

  form = read_again (f, what, "indikator-11");
  g_assert_cmpint (((FramQuestion *)form->questions->pdata[0])->last[FRAM_RATER_PARTICIPANT], ==, 4);
  g_assert_cmpint (((FramQuestion *)form->questions->pdata[0])->last[FRAM_RATER_CASE_WORKER], ==, 3);
  g_assert_cmpstr (((FramQuestion *)form->questions->pdata[0])->last_note[FRAM_RATER_PARTICIPANT], ==,
                   "The week went well.");
  g_assert_cmpint (form->last, ==, fram_test_date ("2026-11-12"));
  g_assert_true (form->draft == NULL || form->draft->len == 0);
  WAIT_FOR (may (f, "undo"));
  g_assert_true (fram_desk_undo (fram_window_get_desk (f->window), NULL, NULL));
  after = read_again (f, what, "indikator-11");
  g_assert_cmpint (((FramQuestion *)after->questions->pdata[0])->last[FRAM_RATER_PARTICIPANT], ==, 0);
  g_assert_cmpint (((FramQuestion *)after->questions->pdata[0])->last[FRAM_RATER_CASE_WORKER], ==, 0);
}

/* A talk three weeks ago. */
static void
talk_before (Fixture *f, const FramCase *what, const char *code, int value, const char *note)
{
  g_autoptr (FramRatingForm) form = read_again (f, what, code);
  g_autoptr (GArray) answers = fram_answers_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < form->questions->len; i++)
    {
      FramAnswer answer = { ((FramQuestion *)form->questions->pdata[i])->id, FRAM_RATER_PARTICIPANT, value,
                            g_strdup (note) };

      g_array_append_val (answers, answer);
    }
  fram_desk_save_ratings (fram_window_get_desk (f->window), &what->enrolment, &form->set, fram_test_date ("2026-10-22"),
                          answers, NULL, &error);
  g_assert_no_error (error);
}

static const char *
told (FramRatingDialog *dialog, guint question)
{
  return fram_rating_card_get_told (fram_rating_side_get_card (front_side (dialog), question));
}

static void
test_last_time_is_told_afterwards (Fixture *f, gconstpointer data)
{
  g_autoptr (FramCase) what = own_participant (f);
  FramRatingDialog *dialog;

  talk_before (f, what, "avstamning-3", 3, "Slept badly.");
  dialog = open_form (f, what, "avstamning-3");
  WAIT_FOR (current (dialog) == 0);
  g_assert_null (told (dialog, 0));
  g_assert_false (says (dialog, "22 October"));
  g_assert_false (says (dialog, "Slept badly."));
  key (dialog, GDK_KEY_4);
  g_assert_cmpstr (told (dialog, 0), ==, "1 step up. Last time, 22 October: 3. “Slept badly.”");
  g_assert_null (told (dialog, 1));
  key (dialog, GDK_KEY_3);
  g_assert_cmpstr (told (dialog, 1), ==, "The same as last time. Last time, 22 October: 3. “Slept badly.”");
  key (dialog, GDK_KEY_1);
  g_assert_cmpstr (told (dialog, 2), ==, "2 steps down. Last time, 22 October: 3. “Slept badly.”");
  /* taken back, it is hidden again */
  fram_rating_card_focus (fram_rating_side_get_card (front_side (dialog), 0));
  key (dialog, GDK_KEY_BackSpace);
  g_assert_null (told (dialog, 0));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_closing_keeps_the_draft (Fixture *f, gconstpointer data)
{
  g_autoptr (FramCase) what = own_participant (f);
  FramRatingDialog *dialog = open_form (f, what, "indikator-11");

  WAIT_FOR (current (dialog) == 0);
  key (dialog, GDK_KEY_4);
  WAIT_FOR (fram_rating_work_is_kept (dialog->work));
  g_assert_cmpint (answers_on_disk (f, what, "indikator-11"), ==, 1);
  key (dialog, GDK_KEY_5);
  write_note (dialog, 1, "Typed a moment ago.");
  /* at once: the pause in typing is not over */
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_FOR (answers_on_disk (f, what, "indikator-11") == 2);

  dialog = open_form (f, what, "indikator-11");
  g_assert_cmpint (fram_rating_work_get_value (dialog->work, 0, FRAM_RATER_PARTICIPANT), ==, 4);
  g_assert_cmpint (fram_rating_work_get_value (dialog->work, 1, FRAM_RATER_PARTICIPANT), ==, 5);
  g_assert_cmpstr (fram_rating_work_get_note (dialog->work, 1, FRAM_RATER_PARTICIPANT), ==, "Typed a moment ago.");
  g_assert_true (says (dialog, "Begun 12 November"));
  assert_note (dialog, 1, "Typed a moment ago.");
  WAIT_FOR (current (dialog) == 2);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static GtkWidget *
question_dialog (void)
{
  g_autoptr (GList) tops = gtk_window_list_toplevels ();

  for (GList *l = tops; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

/* As its buttons do. */
static void
answer (const char *response)
{
  GtkWidget *dialog = question_dialog ();

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_throwing_away_asks_first (Fixture *f, gconstpointer data)
{
  g_autoptr (FramCase) what = own_participant (f);
  FramRatingDialog *dialog = open_form (f, what, "indikator-11");

  WAIT_FOR (current (dialog) == 0);
  key (dialog, GDK_KEY_4);
  WAIT_FOR (fram_rating_work_is_kept (dialog->work));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "rating.throw-away", NULL);
  WAIT_FOR (question_dialog () != NULL);
  answer ("keep");
  wait_ms (50);
  g_assert_cmpint (answers_on_disk (f, what, "indikator-11"), ==, 1);
  watch (dialog);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "rating.throw-away", NULL);
  WAIT_FOR (question_dialog () != NULL);
  answer ("throw");
  WAIT_FOR (gone);
  g_assert_cmpint (answers_on_disk (f, what, "indikator-11"), ==, 0);
}

static const char *
trouble (FramRatingDialog *dialog, guint question)
{
  return fram_rating_card_get_trouble (fram_rating_side_get_card (front_side (dialog), question));
}

static void
test_a_refusal_loses_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (FramCase) what = own_participant (f);
  FramRatingDialog *dialog = open_form (f, what, "indikator-11");
  g_autofree char *endless = g_strnfill (60000, 'x');

  WAIT_FOR (current (dialog) == 0);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "rating.finish", NULL);
  g_assert_true (says (dialog->trouble, "Answer at least one question first."));
  key (dialog, GDK_KEY_4);
  g_assert_false (gtk_revealer_get_reveal_child (dialog->trouble));
  write_note (dialog, 2, "A note alone.");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "rating.other-side", NULL);
  /* said at the question, on the side where it is */
  gtk_widget_activate_action (GTK_WIDGET (dialog), "rating.finish", NULL);
  g_assert_cmpint (dialog->side, ==, FRAM_RATER_PARTICIPANT);
  g_assert_cmpint (current (dialog), ==, 2);
  g_assert_nonnull (trouble (dialog, 2));
  key (dialog, GDK_KEY_2);
  g_assert_null (trouble (dialog, 2));
  /* what the desk refuses */
  write_note (dialog, 2, endless);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "rating.finish", NULL);
  WAIT_FOR (trouble (dialog, 2) != NULL);
  g_assert_nonnull (strstr (trouble (dialog, 2), "too long"));
  g_assert_cmpint (fram_rating_work_get_value (dialog->work, 0, FRAM_RATER_PARTICIPANT), ==, 4);
  write_note (dialog, 2, "Shorter.");
  finish (dialog);
  g_assert_cmpint (answers_on_disk (f, what, "indikator-11"), ==, 0);
}

static void
test_large_type_tells_nothing_else (Fixture *f, gconstpointer data)
{
  g_autoptr (FramCase) what = own_participant (f);
  FramRatingDialog *dialog;

  talk_before (f, what, "avstamning-3", 3, "Slept badly.");
  dialog = open_form (f, what, "avstamning-3");
  WAIT_FOR (current (dialog) == 0);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "rating.large", NULL);
  g_assert_nonnull (dialog->large);
  WAIT_FOR (gtk_window_is_fullscreen (GTK_WINDOW (dialog)));
  g_assert_true (says (dialog, "How are you?"));
  key (dialog, GDK_KEY_4);
  g_assert_true (says (dialog, "2 of 3"));
  key (dialog, GDK_KEY_5);
  g_assert_false (says (dialog, "Testdotter"));
  g_assert_false (says (dialog, "Slept badly."));
  g_assert_false (says (dialog, "last time"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Framsteg");
  key (dialog, GDK_KEY_Return);
  g_assert_true (fram_rating_large_is_thanking (dialog->large));
  g_assert_true (says (dialog, "Thank you!"));
  g_assert_false (says (dialog, "How are you?"));
  /* Escape goes back to the form, not out of it */
  gtk_widget_activate_action (GTK_WIDGET (dialog), "rating.leave", NULL);
  g_assert_null (dialog->large);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (dialog)) == GTK_WINDOW (f->window));
  g_assert_true (gtk_window_get_modal (GTK_WINDOW (dialog)));
  g_assert_cmpint (fram_rating_work_get_value (dialog->work, 0, FRAM_RATER_PARTICIPANT), ==, 4);
  g_assert_cmpint (fram_rating_work_get_value (dialog->work, 1, FRAM_RATER_PARTICIPANT), ==, 5);
  finish (dialog);
}

/* Others find nothing of it, the same person finds all. */
static void
test_the_lock_covers_large_type (Fixture *f, gconstpointer data)
{
  g_autoptr (FramCase) what = own_participant (f);
  FramRatingDialog *dialog = open_form (f, what, "indikator-11");
  FramLock *lock = fram_application_get_lock (f->app);

  WAIT_FOR (current (dialog) == 0);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "rating.large", NULL);
  key (dialog, GDK_KEY_4);
  fram_lock_lock (lock);
  g_assert_true (fram_lock_is_locked (lock));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog)));
  g_assert_cmpint (answers_on_disk (f, what, "indikator-11"), ==, 1);
  fram_lock_accept (lock, f->window, fram_seat_get_person (f->window->seat));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog)));
  g_assert_nonnull (dialog->large);
  WAIT_FOR (gtk_window_is_fullscreen (GTK_WINDOW (dialog)));
  fram_rating_dialog_leave_large (dialog, TRUE);
  g_assert_cmpint (dialog->side, ==, FRAM_RATER_CASE_WORKER);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_areas_are_written_about (Fixture *f, gconstpointer data)
{
  g_autoptr (FramCase) what = own_participant (f);
  FramRatingDialog *dialog = open_form (f, what, "fram-8");
  g_autoptr (GPtrArray) notes = NULL;

  g_assert_null (dialog->theirs_side);
  WAIT_FOR (current (dialog) == 0);
  write_note (dialog, 0, "Comes on three days.");
  write_note (dialog, 2, "Wants to learn the band saw.");
  g_assert_true (says (dialog->head, "2 of 8"));
  gtk_window_close (GTK_WINDOW (dialog));
  wait_ms (50);
  dialog = open_form (f, what, "fram-8");
  assert_note (dialog, 2, "Wants to learn the band saw.");
  finish (dialog);
  notes = fram_desk_area_notes (fram_window_get_desk (f->window), &what->enrolment, NULL);
  g_assert_cmpuint (notes->len, ==, 2);
  dialog = open_form (f, what, "fram-8");
  g_assert_true (says (dialog, "1 earlier note"));
  g_assert_cmpstr (fram_rating_work_get_note (dialog->work, 0, FRAM_RATER_CASE_WORKER), ==, "");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_the_light_one_is_first (Fixture *f, gconstpointer data)
{
  g_autoptr (FramCase) what = own_participant (f);
  FramRatingDialog *dialog;
  GtkListBoxRow *row;

  talk_before (f, what, "avstamning-3", 3, NULL);
  dialog = fram_rating_dialog_new (fram_window_get_desk (f->window), GTK_WIDGET (f->window), what, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  WAIT_FOR ((row = fram_rating_choice_get_row (dialog->choice, "avstamning-3")) != NULL);
  WAIT_FOR (gtk_window_get_focus (GTK_WINDOW (dialog)) == GTK_WIDGET (row));
  g_assert_true (says (row, "Last done 22 October · due today"));
  g_assert_true (says (dialog->choice, "Not done yet"));
  /* a day outside the enrolment is refused where it is typed */
  fram_rating_choice_set_day (dialog->choice, "2026-09-30");
  g_signal_emit_by_name (row, "activated");
  g_assert_true (says (dialog->choice, "The enrolment began on 1 October 2026"));
  g_assert_null (dialog->work);
  fram_rating_choice_set_day (dialog->choice, "2026-11-13");
  g_signal_emit_by_name (row, "activated");
  g_assert_true (says (dialog->choice, "choose today or an earlier day"));
  fram_rating_choice_set_day (dialog->choice, "2026-11-10");
  g_signal_emit_by_name (row, "activated");
  WAIT_FOR (dialog->work != NULL);
  g_assert_cmpint (fram_rating_work_get_day (dialog->work), ==, fram_test_date ("2026-11-10"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
assert_targets (FramRatingScale *scale, int least, int width)
{
  int height, natural;

  gtk_widget_measure (GTK_WIDGET (scale), GTK_ORIENTATION_VERTICAL, width, &height, &natural, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (scale), width, natural, -1, NULL);
  for (int value = 1; value <= 10 && fram_rating_scale_get_target (scale, value) != NULL; value++)
    {
      GtkWidget *target = fram_rating_scale_get_target (scale, value);
      graphene_rect_t box;

      g_assert_true (gtk_widget_compute_bounds (target, GTK_WIDGET (scale), &box));
      g_assert_cmpfloat (box.size.width, >=, least);
      g_assert_cmpfloat (box.size.height, >=, least);
      g_assert_cmpfloat (box.origin.x, >=, 0);
      g_assert_cmpfloat (box.origin.x + box.size.width, <=, width);
    }
}

static void
test_targets_are_large_and_named (Fixture *f, gconstpointer data)
{
  static const int widths[] = { 300, 344, 520, 1000 };
  GtkWidget *window = gtk_window_new ();

  for (guint i = 0; i < G_N_ELEMENTS (widths) * 4; i++)
    {
      gboolean large = i % 2 == 1;
      FramRatingScale *scale = fram_rating_scale_new (1, i / 2 % 2 == 0 ? 5 : 10, large);

      gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (scale));
      fram_rating_scale_set_texts (scale, "Health", "It stops me", "I know how");
      assert_targets (scale, large ? 64 : 44, widths[i / 4]);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_a_screen_reader_hears_the_scale (Fixture *f, gconstpointer data)
{
  FramRatingScale *scale = g_object_ref_sink (fram_rating_scale_new (1, 5, FALSE));

  fram_rating_scale_set_texts (scale, "Health", "It stops me", "I know how");
  fram_rating_scale_set_value (scale, 3);
  gtk_test_accessible_assert_role (scale, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_LABEL, "Health");
  for (int value = 1; value <= 5; value++)
    gtk_test_accessible_assert_role (fram_rating_scale_get_target (scale, value), GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (fram_rating_scale_get_target (scale, 3), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "3 of 5");
  gtk_test_accessible_assert_property (fram_rating_scale_get_target (scale, 5), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "5 of 5, I know how");
  gtk_test_accessible_assert_state (fram_rating_scale_get_target (scale, 3), GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_test_accessible_assert_state (fram_rating_scale_get_target (scale, 2), GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  g_object_unref (scale);
}

static void
on_next_cb (FramRatingScale *scale, guint *times)
{
  (*times)++;
}

/* On a scale to ten a 1 waits a moment for a 0. */
static void
test_ten_is_typed_with_two_digits (Fixture *f, gconstpointer data)
{
  FramRatingScale *scale = fram_rating_scale_new (1, 10, FALSE);
  GtkWidget *window = gtk_window_new ();
  guint times = 0;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (scale));
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (scale, "next", G_CALLBACK (on_next_cb), &times);
  fram_rating_scale_handle_key (scale, GDK_KEY_1, 0);
  g_assert_cmpint (fram_rating_scale_get_value (scale), ==, 1);
  g_assert_cmpuint (times, ==, 0);
  fram_rating_scale_handle_key (scale, GDK_KEY_0, 0);
  g_assert_cmpint (fram_rating_scale_get_value (scale), ==, 10);
  g_assert_cmpuint (times, ==, 1);
  fram_rating_scale_handle_key (scale, GDK_KEY_1, 0);
  WAIT_FOR (times == 2);
  g_assert_cmpint (fram_rating_scale_get_value (scale), ==, 1);
  g_assert_false (fram_rating_scale_handle_key (scale, GDK_KEY_3, GDK_CONTROL_MASK));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A form that is in no register: a question in Arabic too, and a question to oneself. */
static FramRatingForm *
make_form (void)
{
  FramRatingForm *form = g_new0 (FramRatingForm, 1);

  form->name = g_strdup ("Check-in");
  form->lowest = 1;
  form->highest = 5;
  form->draft_day = FRAM_DATE_NONE;
  form->questions = g_ptr_array_new ();
  for (int i = 0; i < 2; i++)
    {
      FramQuestion *question = g_new0 (FramQuestion, 1);

      question->ordinal = i + 1;
      question->id.bytes[0] = (guint8)(i + 1);
      question->name = g_strdup (i == 0 ? "How are you?" : "The participant can get a job");
      question->low = g_strdup ("Not well");
      question->high = g_strdup ("Well");
      question->belief = i == 1;
      question->raters = i == 0 ? FRAM_RATERS_BOTH : 1u << FRAM_RATER_CASE_WORKER;
      question->languages =
          g_strdup ("ar=كيف حالك؟\nar.anchors=لست بخير;بخير\nso=Sidee tahay?\nso.anchors=Ma fiicna;Wanaagsan");
      g_ptr_array_add (form->questions, question);
    }
  return form;
}

static void
test_large_type_in_another_language (Fixture *f, gconstpointer data)
{
  g_autoptr (FramCase) what = own_participant (f);
  g_autoptr (FramRatingWork) work = NULL;
  GtkWidget *window = gtk_window_new (), *first, *last;
  FramRatingLarge *large;
  graphene_rect_t a, b;

  work = fram_rating_work_new (fram_window_get_desk (f->window), make_form (), fram_test_date ("2026-11-12"));
  large = fram_rating_large_new (work, -1);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (large));
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (says (large, "1 of 1"));
  g_assert_true (says (large, "How are you?"));
  fram_rating_large_set_language (large, "ar");
  g_assert_true (says (large, "كيف حالك؟"));
  g_assert_true (says (large, "5 – بخير"));
  g_assert_false (says (large, "How are you?"));
  first = fram_rating_scale_get_target (fram_rating_large_get_scale (large), 1);
  last = fram_rating_scale_get_target (fram_rating_large_get_scale (large), 5);
  WAIT_FOR (gtk_widget_get_width (first) > 0);
  WAIT_FOR (gtk_widget_compute_bounds (first, window, &a) && gtk_widget_compute_bounds (last, window, &b) &&
            a.origin.x > b.origin.x);
  fram_rating_large_set_language (large, "so");
  g_assert_true (says (large, "Sidee tahay?"));
  WAIT_FOR (gtk_widget_compute_bounds (first, window, &a) && gtk_widget_compute_bounds (last, window, &b) &&
            a.origin.x < b.origin.x);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_own_belief_is_the_case_workers_alone (Fixture *f, gconstpointer data)
{
  g_autoptr (FramCase) what = own_participant (f);
  g_autoptr (FramRatingWork) work = NULL;
  FramRatingSide *theirs, *mine;
  FramRatingLarge *large;

  work = fram_rating_work_new (fram_window_get_desk (f->window), make_form (), fram_test_date ("2026-11-12"));
  theirs = g_object_ref_sink (fram_rating_side_new (work, FRAM_RATER_PARTICIPANT));
  mine = g_object_ref_sink (fram_rating_side_new (work, FRAM_RATER_CASE_WORKER));
  large = g_object_ref_sink (fram_rating_large_new (work, 1));
  g_assert_null (fram_rating_side_get_card (theirs, 1));
  g_assert_false (says (theirs, "belief"));
  g_assert_true (says (mine, "What would let my belief grow?"));
  g_assert_true (says (mine, "It is in no list, report or print"));
  g_assert_true (says (large, "1 of 1"));
  g_assert_false (says (large, "The participant can get a job"));
  g_object_unref (large);
  g_object_unref (mine);
  g_object_unref (theirs);
}

/* A talk was begun with an answer to the question to oneself, and the programme has turned it off since: nobody can see that
 * answer, and it does not keep the rest from being written down. */
static void
test_a_draft_outlives_belief_turned_off (Fixture *f, gconstpointer data)
{
  g_autoptr (FramCase) what = own_participant (f);
  g_autoptr (FramRatingWork) work = NULL;
  FramRatingForm *form = make_form ();

  form->draft = fram_answers_new ();
  form->draft_day = fram_test_date ("2026-11-12");
  for (guint i = 0; i < form->questions->len; i++)
    {
      FramQuestion *question = g_ptr_array_index (form->questions, i);
      FramAnswer begun = { question->id, FRAM_RATER_CASE_WORKER, 4, NULL };

      if (question->belief)
        question->raters = 1u << FRAM_RATER_PARTICIPANT;
      g_array_append_val (form->draft, begun);
    }
  work = fram_rating_work_new (fram_window_get_desk (f->window), form, form->draft_day);
  g_assert_cmpint (fram_rating_work_get_value (work, 0, FRAM_RATER_CASE_WORKER), ==, 4);
  g_assert_cmpint (fram_rating_work_get_value (work, 1, FRAM_RATER_CASE_WORKER), ==, 0);
  g_assert_cmpuint (fram_rating_work_count_answered (work, FRAM_RATER_CASE_WORKER), ==, 1);
}

static FramRatingDialog *
dialog_in_front (void)
{
  g_autoptr (GList) tops = gtk_window_list_toplevels ();

  for (GList *l = tops; l != NULL; l = l->next)
    if (FRAM_IS_RATING_DIALOG (l->data) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

/* As Today opens it. */
static void
test_a_due_talk_is_opened_by_its_address (Fixture *f, gconstpointer data)
{
  g_autoptr (FramCase) what = own_participant (f);
  FramUuid set = set_of (fram_window_get_desk (f->window), &what->enrolment, "avstamning-3");
  char id[FRAM_UUID_TEXT_SIZE], set_id[FRAM_UUID_TEXT_SIZE];
  g_autofree char *uri =
      g_strdup_printf ("participant:%s@progression+rating:%s", fram_uuid_format (&what->person->row->participant, id),
                       fram_uuid_format (&set, set_id));
  FramRatingDialog *dialog;

  g_assert_true (fram_tabs_open (f->window->tabs, uri));
  WAIT_FOR ((dialog = dialog_in_front ()) != NULL && dialog->work != NULL);
  g_assert_cmpstr (fram_rating_work_get_form (dialog->work)->code, ==, "avstamning-3");
  WAIT_FOR (current (dialog) == 0);
  key (dialog, GDK_KEY_3);
  finish (dialog);
  WAIT_FOR (may (f, "undo"));
  WAIT_FOR (f->window->toast != NULL);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = start_at_home (&argc, &argv);
  int status;

#define ADD(path, func) g_test_add ("/rating/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("digits-answer-and-go-on", test_digits_answer_and_go_on);
  ADD ("both-sides-in-one-step-back", test_both_sides_in_one_step_back);
  ADD ("last-time-is-told-afterwards", test_last_time_is_told_afterwards);
  ADD ("closing-keeps-the-draft", test_closing_keeps_the_draft);
  ADD ("throwing-away-asks-first", test_throwing_away_asks_first);
  ADD ("a-refusal-loses-nothing", test_a_refusal_loses_nothing);
  ADD ("large-type-tells-nothing-else", test_large_type_tells_nothing_else);
  ADD ("the-lock-covers-large-type", test_the_lock_covers_large_type);
  ADD ("areas-are-written-about", test_areas_are_written_about);
  ADD ("the-light-one-is-first", test_the_light_one_is_first);
  ADD ("targets-are-large", test_targets_are_large_and_named);
  ADD ("a-screen-reader-hears-the-scale", test_a_screen_reader_hears_the_scale);
  ADD ("ten-is-typed-with-two-digits", test_ten_is_typed_with_two_digits);
  ADD ("large-type-in-another-language", test_large_type_in_another_language);
  ADD ("own-belief-is-the-case-workers-alone", test_own_belief_is_the_case_workers_alone);
  ADD ("a-draft-outlives-belief-turned-off", test_a_draft_outlives_belief_turned_off);
  ADD ("a-due-talk-is-opened-by-its-address", test_a_due_talk_is_opened_by_its_address);
#undef ADD
  status = g_test_run ();
  remove_files (home);
  return status;
}
