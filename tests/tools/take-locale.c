#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A test program that never calls setlocale() would pass under any LANG and prove nothing. Preloaded, this takes the
   locale named in FRAM_TEST_LOCALE before main(), whatever the test's own environment says, and ends the test if the C
   library has it not. */
__attribute__ ((constructor)) static void
take_locale (void)
{
  const char *wanted = getenv ("FRAM_TEST_LOCALE");
  const char *taken;

  if (wanted == NULL)
    return;
  taken = setlocale (LC_ALL, wanted);
  if (taken == NULL || strcmp (taken, wanted) != 0 || strcmp (localeconv ()->decimal_point, ",") != 0)
    {
      fprintf (stderr, "The locale %s was not taken.\n", wanted);
      abort ();
    }
  setenv ("LC_ALL", wanted, 1);
}
