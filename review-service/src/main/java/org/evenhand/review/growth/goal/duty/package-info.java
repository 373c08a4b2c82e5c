/** What people owe because of goals. Nothing outside needs this room: the kit finds its rule. */
@NullMarked
package org.evenhand.review.growth.goal.duty;

import org.jspecify.annotations.NullMarked;
