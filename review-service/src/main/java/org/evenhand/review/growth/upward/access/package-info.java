/** Who stands in which relation to a round of upward feedback, and what that opens to them. */
@NullMarked
package org.evenhand.review.growth.upward.access;

import org.jspecify.annotations.NullMarked;
