/** How many check-ins were held of those that were planned, in numbers, for analytics-service. */
@NullMarked
package org.evenhand.review.growth.checkin.figures;

import org.jspecify.annotations.NullMarked;
