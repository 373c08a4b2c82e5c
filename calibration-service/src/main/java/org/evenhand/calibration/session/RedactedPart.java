package org.evenhand.calibration.session;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One criterion of a redacted review, as review-service gave it. */
public record RedactedPart(
    @Nullable String criterion,
    List<Observed> observations,
    @Nullable String narrative,
    @Nullable String contextNote) {

  public record Observed(String situation, String behaviour, String impact) {}

  /** All that a reader sees but the criterion, which the policy words. */
  Stream<String> texts() {
    return Stream.concat(
        observations.stream()
            .flatMap(one -> Stream.of(one.situation(), one.behaviour(), one.impact())),
        Stream.of(narrative, contextNote).filter(Objects::nonNull));
  }

  RedactedPart map(UnaryOperator<String> change) {
    return new RedactedPart(
        criterion,
        observations.stream()
            .map(
                one ->
                    new Observed(
                        change.apply(one.situation()),
                        change.apply(one.behaviour()),
                        change.apply(one.impact())))
            .toList(),
        narrative == null ? null : change.apply(narrative),
        contextNote == null ? null : change.apply(contextNote));
  }
}
