/** What a reader is shown of goals. */
@NullMarked
package org.evenhand.review.growth.goal.reading;

import org.jspecify.annotations.NullMarked;
