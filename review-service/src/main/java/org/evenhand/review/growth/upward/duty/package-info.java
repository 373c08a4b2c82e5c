/** What a round of upward feedback asks of people, of which nobody else is told. */
@NullMarked
package org.evenhand.review.growth.upward.duty;

import org.jspecify.annotations.NullMarked;
