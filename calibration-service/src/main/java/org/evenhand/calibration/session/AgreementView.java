package org.evenhand.calibration.session;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.calibration.agreement.ScoreSpread;
import org.jspecify.annotations.Nullable;

/**
 * How far the blind scores agree, and what to talk about first.
 *
 * @param agenda the blind samples, most disputed first
 */
@Schema(example = Examples.AGREEMENT)
public record AgreementView(Agreement agreement, List<Item> agenda) {

  /**
   * @param scores in ascending order; empty when everyone was too close to it
   * @param spread null without scores; in rating points
   */
  record Item(
      UUID sampleId,
      int position,
      List<Integer> scores,
      int originalOrdinal,
      @Nullable ScoreSpread spread) {}
}
