package org.evenhand.review.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a review looks at.
 *
 * @param weight in whole percent; the weights of a version sum to 100
 * @param aim which strategic aim it serves
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Criterion(String key, String title, int weight, @Nullable String aim) {}
