/** Who stands in which relation to a checklist, and what that opens to them. */
@NullMarked
package org.evenhand.review.growth.checklist.access;

import org.jspecify.annotations.NullMarked;
