/**
 * What was seen of somebody in the course of the year, by whoever saw it. It is its author's until
 * they tell the person of it; from then on the person and whoever reviews them read it too, and it
 * can be cited in a review, which keeps a copy. Nothing outside needs this room.
 */
@NullMarked
package org.evenhand.review.growth.observation;

import org.jspecify.annotations.NullMarked;
