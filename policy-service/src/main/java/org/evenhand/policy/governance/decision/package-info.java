/** What becomes of the decisions of a review. */
@NullMarked
package org.evenhand.policy.governance.decision;

import org.jspecify.annotations.NullMarked;
