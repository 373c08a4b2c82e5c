/** What a reader is shown of a check-in. */
@NullMarked
package org.evenhand.review.growth.checkin.reading;

import org.jspecify.annotations.NullMarked;
