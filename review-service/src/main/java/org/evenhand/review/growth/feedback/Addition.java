package org.evenhand.review.growth.feedback;

import java.time.Instant;

/** What its author has said later. */
public record Addition(String text, Instant at) {}
