#pragma once

#include "desk-fixture.h"

G_BEGIN_DECLS

/* A house with one of each who carries participants: Carlos is Rebecka's. */
typedef struct
{
  Fixture base;
  FramUuid rebecka;
  FramUuid dragana;
  char *carlos;
  FramUuid participant;
  FramUuid enrolment;
} RelayHouse;

void relay_house_set_up (RelayHouse *h, gconstpointer unused);
void relay_house_tear_down (RelayHouse *h, gconstpointer unused);
gboolean relay_house_sees (RelayHouse *h, const char *who);

G_END_DECLS
