package org.evenhand.calibration.session.deliberation;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.calibration.session.Decision;
import org.evenhand.calibration.session.Sample;
import org.jspecify.annotations.Nullable;

/** What the event of the lock carries, by the reviews' ids. */
record LockedDecisions(List<Decided> decisions) {

  record Decided(
      UUID reviewId,
      Decision.Kind decision,
      @Nullable Integer ordinal,
      @Nullable UUID precedentId,
      Decision.ReasonCode reasonCode) {}

  static LockedDecisions of(List<Sample> samples) {
    return new LockedDecisions(
        samples.stream()
            .flatMap(sample -> Stream.ofNullable(sample.decision()).map(made -> of(sample, made)))
            .sorted(Comparator.comparing(Decided::reviewId))
            .toList());
  }

  private static Decided of(Sample sample, Decision made) {
    return new Decided(
        sample.reviewId(), made.kind(), made.ordinal(), made.precedentId(), made.reasonCode());
  }
}
