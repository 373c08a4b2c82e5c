/** Who stands in which relation to an appeal, and what that opens to them. */
@NullMarked
package org.evenhand.review.appeal.access;

import org.jspecify.annotations.NullMarked;
