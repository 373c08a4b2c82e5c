/** What decided appeals tell of a policy's anchors, all together; nothing of a single appeal. */
@NullMarked
package org.evenhand.review.appeal.anchor;

import org.jspecify.annotations.NullMarked;
