/** What a reader is shown of a cycle, and what they may do. */
@NullMarked
package org.evenhand.review.cycle.reading;

import org.jspecify.annotations.NullMarked;
