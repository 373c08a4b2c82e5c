/** What people do with goals, and what happens to goals when people come, go or move. */
@NullMarked
package org.evenhand.review.growth.goal.work;

import org.jspecify.annotations.NullMarked;
