/**
 * What people owe because of check-ins. Nothing outside needs this room: the kit finds its rules.
 */
@NullMarked
package org.evenhand.review.growth.checkin.duty;

import org.jspecify.annotations.NullMarked;
