/** Who stands in which relation to a development plan, and what that opens to them. */
@NullMarked
package org.evenhand.review.growth.plan.access;

import org.jspecify.annotations.NullMarked;
