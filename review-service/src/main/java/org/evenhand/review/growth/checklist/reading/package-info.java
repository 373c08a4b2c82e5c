/** What a reader is shown of a checklist. */
@NullMarked
package org.evenhand.review.growth.checklist.reading;

import org.jspecify.annotations.NullMarked;
