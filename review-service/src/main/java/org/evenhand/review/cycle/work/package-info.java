/**
 * Planning a cycle, opening and cancelling it, and the one way through its steps ({@code
 * CycleSteps}).
 */
@NullMarked
package org.evenhand.review.cycle.work;

import org.jspecify.annotations.NullMarked;
