/** Who stands in which relation to a remediation plan, and which steps are theirs. */
@NullMarked
package org.evenhand.review.growth.remediation.access;

import org.jspecify.annotations.NullMarked;
