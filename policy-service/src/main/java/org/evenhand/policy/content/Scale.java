package org.evenhand.policy.content;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/**
 * Rating levels, ordinals 1 to n, higher is better.
 *
 * @param favourableFrom the ordinal from which on a rating counts as favourable; n when left out
 */
public record Scale(
    @NotNull @Size(min = 2, max = 10) List<@NotNull @Valid RatingLevel> levels,
    @Min(1) @Max(10) Integer favourableFrom) {

  public Scale {
    int size = Objects.requireNonNullElse(levels, List.of()).size();
    favourableFrom = Objects.requireNonNullElse(favourableFrom, Math.max(1, Math.min(size, 10)));
  }
}
