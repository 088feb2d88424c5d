#include "fram-ctl.h"

int
main (int argc, char **argv)
{
  return fram_ctl_main (argv);
}
