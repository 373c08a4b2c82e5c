/** Opening a cycle: one review for every eligible assignment, none lost and none doubled. */
@NullMarked
package org.evenhand.review.opening;

import org.jspecify.annotations.NullMarked;
