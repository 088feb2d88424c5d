#include "fram-error.h"

G_DEFINE_QUARK (fram - error - quark, fram_error)
