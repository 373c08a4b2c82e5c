package org.evenhand.analytics.guidance;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A row of {@code policy_guidance}: what an announced policy version expects.
 *
 * @param scaleSize the number of levels of its scale
 * @param levels the lowest first; none where it gives no guidance
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record PolicyGuidance(UUID policyId, int version, int scaleSize, List<GuidedLevel> levels) {

  private static final int WHOLE = 100;

  /**
   * @throws IllegalArgumentException a level is not one of the scale, is there twice or has no
   *     share, or no distribution could have so much at each
   */
  public PolicyGuidance {
    levels = levels.stream().sorted(Comparator.comparingInt(GuidedLevel::ordinal)).toList();
    for (GuidedLevel level : levels) {
      if (level.ordinal() < 1 || level.ordinal() > scaleSize) {
        throw new IllegalArgumentException("Guidance names a level outside the scale");
      }
      if (level.low() < 0 || level.low() > level.high() || level.high() > WHOLE) {
        throw new IllegalArgumentException("Guidance runs from 0 to 100 percent, low to high");
      }
    }
    if (levels.stream().map(GuidedLevel::ordinal).distinct().count() < levels.size()) {
      throw new IllegalArgumentException("Guidance names a level twice");
    }
    if (levels.stream().mapToInt(GuidedLevel::low).sum() > WHOLE) {
      throw new IllegalArgumentException("The lower ends of guidance sum to more than 100 percent");
    }
  }
}
