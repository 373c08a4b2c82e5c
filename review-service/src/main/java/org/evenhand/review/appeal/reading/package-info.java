/** What a reader is shown of an appeal. */
@NullMarked
package org.evenhand.review.appeal.reading;

import org.jspecify.annotations.NullMarked;
