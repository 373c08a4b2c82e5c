/** What a reader is shown of feedback. */
@NullMarked
package org.evenhand.review.growth.feedback.reading;

import org.jspecify.annotations.NullMarked;
