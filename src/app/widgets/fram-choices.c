#include "fram-choices.h"

static GPtrArray *
codes_of (AdwComboRow *row)
{
  return g_object_get_data (G_OBJECT (row), "fram-codes");
}

/* Takes all choices away. */
void
fram_choices_clear (AdwComboRow *row)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_if_fail (ADW_IS_COMBO_ROW (row));
  g_object_set_data_full (G_OBJECT (row), "fram-codes", g_ptr_array_new_with_free_func (g_free),
                          (GDestroyNotify)g_ptr_array_unref);
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
}

/**
 * fram_choices_add:
 * @row: the row
 * @code: (nullable): what is written
 * @name: what is read
 *
 * Adds a choice at the end; the first one is chosen.
 */
void
fram_choices_add (AdwComboRow *row, const char *code, const char *name)
{
  g_return_if_fail (ADW_IS_COMBO_ROW (row));
  if (codes_of (row) == NULL)
    fram_choices_clear (row);
  /* the code stands there before the row can be chosen */
  g_ptr_array_add (codes_of (row), g_strdup (code));
  gtk_string_list_append (GTK_STRING_LIST (adw_combo_row_get_model (row)), name);
}

/**
 * fram_choices_get:
 * @row: the row
 *
 * Returns: (nullable): the code of the chosen one
 */
const char *
fram_choices_get (AdwComboRow *row)
{
  GPtrArray *codes;
  guint selected;

  g_return_val_if_fail (ADW_IS_COMBO_ROW (row), NULL);
  codes = codes_of (row);
  selected = adw_combo_row_get_selected (row);
  return codes != NULL && selected < codes->len ? g_ptr_array_index (codes, selected) : NULL;
}

/**
 * fram_choices_select:
 * @row: the row
 * @code: (nullable): a code
 *
 * Returns: whether there is such a choice
 */
gboolean
fram_choices_select (AdwComboRow *row, const char *code)
{
  GPtrArray *codes;

  g_return_val_if_fail (ADW_IS_COMBO_ROW (row), FALSE);
  codes = codes_of (row);
  for (guint i = 0; codes != NULL && i < codes->len; i++)
    if (g_strcmp0 (g_ptr_array_index (codes, i), code) == 0)
      {
        adw_combo_row_set_selected (row, i);
        return TRUE;
      }
  return FALSE;
}
