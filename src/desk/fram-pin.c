#include "fram-pin.h"

#include "fram-error.h"

#include <crypt.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* What a PIN is: its form, its hash and what a wrong one costs. */

/* A guess takes about 160 ms on a plain desktop computer; a computer that has no yescrypt uses SHA-512 at the same price. */
static const struct
{
  const char *prefix;
  unsigned long cost;
} methods[] = { { "$y$", 7 }, { "$6$", 250000 } };

#define FREE_TRIES    2
#define FIRST_DELAY   30
#define LONGEST_DELAY (15 * 60)

/* 0000, 1234, 8765, 7890: each digit lies as far from the one before it. */
static gboolean
is_run (const char *pin)
{
  int step = (pin[1] - pin[0] + 10) % 10;

  for (gsize i = 1; pin[i] != '\0'; i++)
    if ((pin[i] - pin[i - 1] + 10) % 10 != step)
      return FALSE;
  return step == 0 || step == 1 || step == 9;
}

/* 1212, 123123: a few digits over and over. */
static gboolean
is_repetition (const char *pin)
{
  gsize length = strlen (pin);

  for (gsize n = 2; n <= length / 2; n++)
    if (length % n == 0 && strncmp (pin, pin + n, length - n) == 0)
      return TRUE;
  return FALSE;
}

/**
 * fram_pin_check_form:
 * @pin: what somebody wants as PIN
 * @error: return location; %FRAM_ERROR_INVALID with a sentence that says what to do
 *
 * Returns: whether it is 4 to 12 digits that are not among the first to be guessed
 */
gboolean
fram_pin_check_form (const char *pin, GError **error)
{
  gsize length = strlen (pin);

  if (length < FRAM_PIN_SHORTEST || length > FRAM_PIN_LONGEST || strspn (pin, "0123456789") != length)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("A PIN is 4 to 12 digits."));
  else if (is_run (pin) || is_repetition (pin) || g_str_equal (pin, "2580"))
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                         _ ("That PIN is among the first to be guessed. Choose another one, not 1234 or 0000."));
  else
    return TRUE;
  return FALSE;
}

/* libcrypt's working memory is large and holds the PIN: it is wiped after use. */
static char *
crypted (const char *pin, const char *setting)
{
  struct crypt_data *data = g_new0 (struct crypt_data, 1);
  char *hash = g_strdup (crypt_rn (pin, setting, data, sizeof *data));

  explicit_bzero (data, sizeof *data);
  g_free (data);
  return hash;
}

/**
 * fram_pin_hash:
 * @pin: a PIN
 * @error: return location
 *
 * Takes 100–200 ms.
 *
 * Returns: (transfer full) (nullable): what fram_pin_matches() checks it against, with a salt of its own
 */
char *
fram_pin_hash (const char *pin, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      char *setting = crypt_gensalt_ra (methods[i].prefix, methods[i].cost, NULL, 0);
      char *hash = setting != NULL ? crypted (pin, setting) : NULL;

      free (setting);
      if (hash != NULL)
        return hash;
    }
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_IO,
                       _ ("This computer cannot keep a PIN safely. Ask whoever looks after it."));
  return NULL;
}

/* How long it takes tells nothing of where the two differ. */
static gboolean
same_text (const char *a, const char *b)
{
  gsize length = strlen (b);
  volatile guchar different = strlen (a) != length;

  for (gsize i = 0; i < length && a[i] != '\0'; i++)
    different |= (guchar)(a[i] ^ b[i]);
  return different == 0;
}

/**
 * fram_pin_matches:
 * @pin: what somebody has typed
 * @hash: what fram_pin_hash() made
 *
 * Takes 100–200 ms, whether it is right or not.
 *
 * Returns: whether it is the PIN
 */
gboolean
fram_pin_matches (const char *pin, const char *hash)
{
  g_autofree char *again = crypted (pin, hash);

  return again != NULL && same_text (again, hash);
}

/**
 * fram_pin_forget:
 * @pin: (transfer full) (nullable): a PIN
 *
 * Wipes it from memory before it is freed.
 */
void
fram_pin_forget (char *pin)
{
  if (pin != NULL)
    explicit_bzero (pin, strlen (pin));
  g_free (pin);
}

/**
 * fram_pin_delay:
 * @wrong: how many tries were wrong in a row
 *
 * Returns: seconds to wait before the next one: none after the first two, then 30 s, and twice as long each time up to
 *   15 minutes
 */
int
fram_pin_delay (int wrong)
{
  int delay = FIRST_DELAY;

  if (wrong <= FREE_TRIES)
    return 0;
  for (int i = FREE_TRIES + 1; i < wrong && delay < LONGEST_DELAY; i++)
    delay *= 2;
  return MIN (delay, LONGEST_DELAY);
}
