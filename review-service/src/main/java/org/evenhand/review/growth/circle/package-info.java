/**
 * Coaching circles of people who have no line to one another: what one holds, its life as a table,
 * its facts. There are no minutes.
 */
@NullMarked
package org.evenhand.review.growth.circle;

import org.jspecify.annotations.NullMarked;
