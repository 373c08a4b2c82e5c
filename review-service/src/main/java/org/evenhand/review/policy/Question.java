package org.evenhand.review.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A question of the form.
 *
 * @param contributor who answers it: SELF, MANAGER, PEER or UPWARD
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Question(String key, String contributor, String question) {}
