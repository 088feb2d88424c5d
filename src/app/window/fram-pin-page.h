#pragma once

#include "fram-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramPinAsk:
 * @FRAM_PIN_ASK_CLICK: the person has no PIN and needs none: a click on the own name
 * @FRAM_PIN_ASK_PIN: the person's PIN
 * @FRAM_PIN_ASK_NEW: the person has none and must have one on this computer: a new one, twice
 */
typedef enum
{
  FRAM_PIN_ASK_CLICK,
  FRAM_PIN_ASK_PIN,
  FRAM_PIN_ASK_NEW,
} FramPinAsk;

/**
 * FramPinPage:
 *
 * One person shows to be that person.
 *
 * Signals: `accepted`: it is; `back`: it is somebody else.
 */
#define FRAM_TYPE_PIN_PAGE (fram_pin_page_get_type ())
G_DECLARE_FINAL_TYPE (FramPinPage, fram_pin_page, FRAM, PIN_PAGE, AdwBin)

GtkWidget *fram_pin_page_new (void);
void fram_pin_page_ask (FramPinPage *self, FramDesk *desk, const FramUuid *who, const char *name, FramPinAsk ask);
void fram_pin_page_rest (FramPinPage *self, const char *name);
void fram_pin_page_set_status (FramPinPage *self, const char *status);
void fram_pin_page_set_note (FramPinPage *self, const char *note);
void fram_pin_page_say (FramPinPage *self, const char *sentence);
void fram_pin_page_focus (FramPinPage *self);
const FramUuid *fram_pin_page_get_person (FramPinPage *self);

G_END_DECLS
