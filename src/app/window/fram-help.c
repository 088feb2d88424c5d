#include "fram-help.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *title;
  const char *text;
} Topic;

static const Topic topics[] = {
  { N_ ("Mark attendance"), N_ ("Press a letter, P for present, and the keyboard goes on to the next person. The "
                                "letters stand above the marks. Enter goes "
                                "to the next unmarked person, Space repeats the last mark, Delete clears it. After L "
                                "for late, type the minutes.") },
  { N_ ("Mark several people"), N_ ("Hold Shift and press the arrows, or press Ctrl+A, and then a letter. “Mark the "
                                    "rest present” marks everybody who is "
                                    "still unmarked and touches nobody else.") },
  { N_ ("Saved when you see it"),
    N_ ("There is no Save button. A mark that the window shows is on disk. Ctrl+Z takes back what you did last.") },
  { N_ ("Another day"), N_ ("Alt+Left and Alt+Right go to the previous and next working day, Alt+Home to today. Click "
                            "the date to go to any day.") },
  { N_ ("Several windows"), N_ ("Drag a tab out of the window, or press Ctrl+Shift+M, and it has a window of its own. "
                                "Drag it to another window, or press Ctrl+Alt+M, to move it there. The windows are "
                                "there again at the next start.") },
  { N_ ("Copy a table"), N_ ("Select rows in a list and press Ctrl+C. The table can be pasted into a spreadsheet or a "
                             "letter. That participants were copied is logged.") },
  { N_ ("Find somebody"), N_ ("Press Ctrl+K and write the beginning of a name, a case number or a workshop. å, ä and ö "
                              "need not be written.") },
  { N_ ("A shared computer"),
    N_ ("Press Ctrl+L before you leave, or let the program lock after a while. Choose a PIN in the menu with your "
        "name. "
        "Ctrl+Shift+H is for when others can see the screen: names become short and hints become icons.") },
  { N_ ("Who sees what"), N_ ("What you see follows from your roles. People with protected identity are shown by "
                              "initials or alias, and only to those named "
                              "for them. That a record was opened is logged.") },
};

static GtkWidget *
make_topic (const Topic *topic)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (_ (topic->title));
  GtkWidget *text = gtk_label_new (_ (topic->text));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), text);
  return box;
}

static void
close_on_escape (GtkWindow *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

/**
 * fram_help_new:
 * @parent: the window
 *
 * Returns: (transfer floating): the first steps, without a network
 */
GtkWindow *
fram_help_new (GtkWindow *parent)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_window_set_title (GTK_WINDOW (window), _ ("Help"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_default_size (GTK_WINDOW (window), 520, 560);
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    gtk_box_append (GTK_BOX (box), make_topic (&topics[i]));
  gtk_widget_add_css_class (box, "fram-help");
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (outer), header);
  gtk_box_append (GTK_BOX (outer), scroller);
  adw_window_set_content (ADW_WINDOW (window), outer);
  close_on_escape (GTK_WINDOW (window));
  return GTK_WINDOW (window);
}
