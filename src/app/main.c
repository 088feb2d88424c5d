#include "fram-application.h"

#include "fram-locale.h"

int
main (int argc, char **argv)
{
  g_autoptr (FramApplication) app = NULL;

  fram_locale_init ();
  app = fram_application_new ();
  return g_application_run (G_APPLICATION (app), argc, argv);
}
