package org.evenhand.calibration.norm;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which norms a reader looks for. */
record NormFilter(
    List<NormState> states,
    @Nullable UUID policyId,
    @Nullable String criterion,
    @Nullable Integer ordinal) {

  /** What holds now. */
  private static final List<NormState> HOLDING = List.of(NormState.AGREED, NormState.CARRIED);

  static NormFilter of(
      @Nullable NormState state,
      @Nullable UUID policyId,
      @Nullable String criterion,
      @Nullable Integer ordinal) {
    return new NormFilter(state == null ? HOLDING : List.of(state), policyId, criterion, ordinal);
  }
}
