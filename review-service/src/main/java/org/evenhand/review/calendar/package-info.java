/** The dates that cycles set for people. Nothing outside needs this room: the kit finds it. */
@NullMarked
package org.evenhand.review.calendar;

import org.jspecify.annotations.NullMarked;
