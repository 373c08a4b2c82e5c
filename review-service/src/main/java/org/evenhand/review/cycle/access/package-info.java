/** Who takes a step on a cycle, and for which side they may sign. */
@NullMarked
package org.evenhand.review.cycle.access;

import org.jspecify.annotations.NullMarked;
