package org.evenhand.analytics.viewer;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ONE_OF;

import java.util.List;
import java.util.Optional;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The parameter {@code by}: an organisational partition. */
public final class By {

  private By() {}

  /**
   * The partition, {@code none} if nothing is said.
   *
   * @throws Problem INVALID_PARAMETER naming those that there are
   */
  public static String parse(@Nullable String by) {
    List<String> known = Dimensions.ORGANISATIONAL;
    return Optional.ofNullable(by)
        .or(() -> Optional.of(Dimensions.NONE))
        .filter(known::contains)
        .orElseThrow(
            () ->
                Problem.of(
                        CommonProblem.INVALID_PARAMETER,
                        "Ratings are counted by " + String.join(", ", known) + ".")
                    .with(
                        NOT_ONE_OF.parameter("by", "must be one of " + String.join(", ", known))));
  }
}
