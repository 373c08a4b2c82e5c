/** The one way through the steps that people take on a review. */
@NullMarked
package org.evenhand.policy.governance.work;

import org.jspecify.annotations.NullMarked;
