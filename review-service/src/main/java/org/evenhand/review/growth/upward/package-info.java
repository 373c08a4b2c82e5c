/**
 * Rounds of upward feedback: a manager's direct reports are asked together, and their answers are
 * shown together, or not at all. What a round holds, its life as a table, its facts. Nothing here
 * tells anybody who has written, when, or in which order.
 */
@NullMarked
package org.evenhand.review.growth.upward;

import org.jspecify.annotations.NullMarked;
