package org.evenhand.review.appeal;

/** What a level of a criterion means, named as what a case turns on. */
public record NamedAnchor(String criterion, int ordinal) {}
