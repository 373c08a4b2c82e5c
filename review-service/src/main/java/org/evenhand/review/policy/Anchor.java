package org.evenhand.review.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The behaviour that a level of a criterion means. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Anchor(String criterion, int ordinal, String text) {}
