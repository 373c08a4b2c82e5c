/** What a reader is shown of a review, and what they may do. */
@NullMarked
package org.evenhand.policy.governance.reading;

import org.jspecify.annotations.NullMarked;
