/** What a reader is shown of a round of upward feedback. */
@NullMarked
package org.evenhand.review.growth.upward.reading;

import org.jspecify.annotations.NullMarked;
