package org.evenhand.review.growth.circle.hour;

import java.time.ZoneId;
import java.util.UUID;

/**
 * Somebody who comes to a meeting.
 *
 * @param zone where they work
 * @param burden what all meetings so far have asked of them
 * @param wasInNight whether the last one fell into their night
 */
public record Attendee(UUID person, ZoneId zone, int burden, boolean wasInNight) {}
