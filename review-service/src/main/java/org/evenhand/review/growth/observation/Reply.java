package org.evenhand.review.growth.observation;

import java.time.Instant;

/** What the person says to what was seen of them. */
record Reply(String text, Instant at) {}
