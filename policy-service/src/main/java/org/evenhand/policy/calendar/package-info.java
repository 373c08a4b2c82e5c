/** The dates that policies set for people. Nothing outside needs this room: the kit finds it. */
@NullMarked
package org.evenhand.policy.calendar;

import org.jspecify.annotations.NullMarked;
