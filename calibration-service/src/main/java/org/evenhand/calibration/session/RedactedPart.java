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

  /** What may stand where a passage was taken out by hand. */
  public static final String PLACEHOLDER =
      "^\\[(Reviewee|Reviewer|Removed|(Colleague|Team|Place) [A-Z]{1,3}"
          + "|(Date|Address|Link|Number) [0-9]{1,4})\\]$";

  /** What stands there where nothing else is said. */
  public static final String REMOVED = "[Removed]";

  /**
   * @param reply what the reviewee said to it, where it was gathered during the year
   */
  public record Observed(
      String situation, String behaviour, String impact, @Nullable String reply) {

    private Stream<String> texts() {
      return Stream.of(situation, behaviour, impact, reply).filter(Objects::nonNull);
    }

    private Observed map(UnaryOperator<String> change) {
      return new Observed(
          change.apply(situation),
          change.apply(behaviour),
          change.apply(impact),
          reply == null ? null : change.apply(reply));
    }
  }

  /** All that a reader sees but the criterion, which the policy words. */
  public Stream<String> texts() {
    return Stream.concat(
        observations.stream().flatMap(Observed::texts),
        Stream.of(narrative, contextNote).filter(Objects::nonNull));
  }

  public RedactedPart map(UnaryOperator<String> change) {
    return new RedactedPart(
        criterion,
        observations.stream().map(one -> one.map(change)).toList(),
        narrative == null ? null : change.apply(narrative),
        contextNote == null ? null : change.apply(contextNote));
  }
}
