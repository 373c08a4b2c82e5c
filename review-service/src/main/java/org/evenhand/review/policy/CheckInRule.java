package org.evenhand.review.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * How often people and whoever leads them meet.
 *
 * @param everyWeeks at least once in so many weeks
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CheckInRule(int everyWeeks) {}
