package org.evenhand.policy.content;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.evenhand.kit.web.text.PlainText;

/**
 * Who is rated at all.
 *
 * @param workerTypes empty: as the cycle decides by default
 * @param leastDays least days of work in the period
 */
public record Eligibility(
    @Size(max = 50) List<@NotNull @PlainText @Size(max = 100) String> workerTypes,
    @Min(0) @Max(366) Integer leastDays) {

  static final Eligibility DEFAULT = new Eligibility(List.of(), 0);

  public Eligibility {
    workerTypes = Objects.requireNonNullElse(workerTypes, List.of());
    leastDays = Objects.requireNonNullElse(leastDays, 0);
  }
}
