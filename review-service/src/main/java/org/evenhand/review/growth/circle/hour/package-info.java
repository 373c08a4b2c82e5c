/** The hour of a meeting of people in several time zones, in plain Java. */
@NullMarked
package org.evenhand.review.growth.circle.hour;

import org.jspecify.annotations.NullMarked;
