#pragma once

#include "fram-page.h"

G_BEGIN_DECLS

void fram_schedule_show_capacity (FramPage *page, FramDesk *desk);

G_END_DECLS
