/** The announced policy versions that a cycle can pin, as policy-service publishes them. */
@NullMarked
package org.evenhand.review.policy;

import org.jspecify.annotations.NullMarked;
