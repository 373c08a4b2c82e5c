/** The trail: how the decision on a review unfolded, for the person whom it concerns. */
@NullMarked
package org.evenhand.review.trail;

import org.jspecify.annotations.NullMarked;
