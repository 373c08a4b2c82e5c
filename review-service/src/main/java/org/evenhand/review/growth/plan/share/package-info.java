/**
 * What a result that is shared begins. Nothing outside needs this room: sharing finds who hears of
 * it.
 */
@NullMarked
package org.evenhand.review.growth.plan.share;

import org.jspecify.annotations.NullMarked;
