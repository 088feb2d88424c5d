#pragma once

/* Inside the store only: who is on a roster, as SQL. ?1 is the workshop, ?2 the day. */

/* Who is placed there on the day. In two parts, so that each is found in the index of activity and last day and ten years of
 * placements that are over are not walked through. */
#define FRAM_PLACED_HERE                                                                                               \
  "SELECT enrolment FROM placement WHERE activity = ?1 AND gone = 0 AND from_day <= ?2 AND to_day >= ?2"               \
  " UNION SELECT enrolment FROM placement WHERE activity = ?1 AND gone = 0 AND from_day <= ?2 AND to_day IS NULL"
