/** What a reader is shown of a review. */
@NullMarked
package org.evenhand.review.review.reading;

import org.jspecify.annotations.NullMarked;
