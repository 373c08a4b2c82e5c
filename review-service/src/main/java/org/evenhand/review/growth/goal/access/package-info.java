/** Who stands in which relation to a goal, and what that opens to them. */
@NullMarked
package org.evenhand.review.growth.goal.access;

import org.jspecify.annotations.NullMarked;
