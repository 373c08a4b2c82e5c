/**
 * Many goals from the library for many people, in one file; {@code /v1/goal-assignments}. Each is a
 * proposal like others: nobody has a goal that they haven't agreed to.
 */
@NullMarked
package org.evenhand.review.growth.goal.assignment;

import org.jspecify.annotations.NullMarked;
