/** Who stands in which relation to a check-in, and what that opens to them. */
@NullMarked
package org.evenhand.review.growth.checkin.access;

import org.jspecify.annotations.NullMarked;
