package org.evenhand.review.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A level of the scale; a higher ordinal is better. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RatingLevel(int ordinal, String label) {}
