package org.evenhand.calibration.session.deliberation;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.calibration.session.Decision;
import org.evenhand.calibration.session.Sample;
import org.evenhand.calibration.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * What a session has decided, with the reasons in words, by the reviews' ids.
 *
 * @param memberIds everybody who has or had a seat: none of them judges an appeal against it
 */
public record Decisions(UUID sessionId, List<UUID> memberIds, List<Reasoned> decisions) {

  public record Reasoned(
      UUID reviewId,
      Decision.Kind decision,
      @Nullable Integer ordinal,
      @Nullable UUID precedentId,
      Decision.ReasonCode reasonCode,
      String reason) {}

  static Decisions of(Session session, List<Sample> samples) {
    return new Decisions(
        session.id(),
        session.members().ever(),
        samples.stream()
            .flatMap(sample -> Stream.ofNullable(sample.decision()).map(made -> of(sample, made)))
            .sorted(Comparator.comparing(Reasoned::reviewId))
            .toList());
  }

  private static Reasoned of(Sample sample, Decision made) {
    return new Reasoned(
        sample.reviewId(),
        made.kind(),
        made.ordinal(),
        made.precedentId(),
        made.reasonCode(),
        made.reason());
  }
}
