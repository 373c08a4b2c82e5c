/** Goals that HR keeps ready by job family and level; {@code /v1/goal-library}. */
@NullMarked
package org.evenhand.review.growth.goal.library;

import org.jspecify.annotations.NullMarked;
