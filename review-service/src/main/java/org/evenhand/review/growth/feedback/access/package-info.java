/** Who stands in which relation to feedback, and which steps are theirs. */
@NullMarked
package org.evenhand.review.growth.feedback.access;

import org.jspecify.annotations.NullMarked;
