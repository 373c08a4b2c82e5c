package org.evenhand.analytics.guidance;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the guidance for a cycle.
 *
 * @param policyId the policy that the cycle pins; null for an imported year, and while not known
 * @param scaleSize 0 unless the state is GIVEN
 * @param levels those with guidance, the lowest first
 */
public record Guidance(
    GuidanceState state,
    @Nullable UUID policyId,
    @Nullable Integer policyVersion,
    int scaleSize,
    List<GuidedLevel> levels) {

  static Guidance none(
      GuidanceState state, @Nullable UUID policyId, @Nullable Integer policyVersion) {
    return new Guidance(state, policyId, policyVersion, 0, List.of());
  }
}
