/** Who sees an opportunity and its applications, and what that opens to them. */
@NullMarked
package org.evenhand.review.growth.opportunity.access;

import org.jspecify.annotations.NullMarked;
