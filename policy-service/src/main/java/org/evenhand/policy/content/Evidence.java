package org.evenhand.policy.content;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;

/**
 * The evidence that a rating needs.
 *
 * @param observationsOffMiddle dated observations that a level off the middle needs
 */
public record Evidence(@Min(0) @Max(20) Integer observationsOffMiddle) {

  static final Evidence DEFAULT = new Evidence(2);

  public Evidence {
    observationsOffMiddle = Objects.requireNonNullElse(observationsOffMiddle, 2);
  }
}
