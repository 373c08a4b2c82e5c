/** Who stands in which relation to a review, and what that opens to them. */
@NullMarked
package org.evenhand.review.review.access;

import org.jspecify.annotations.NullMarked;
