package org.evenhand.review.replay;

/** How many of a block come to an outcome. */
public record Counted(String block, String outcome, long people) {}
