package org.evenhand.analytics.finding.response;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ONE_OF;

import java.util.List;
import java.util.Optional;
import org.evenhand.analytics.finding.FindingState;
import org.evenhand.analytics.finding.FindingVerdict;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Which findings are asked for; each part is empty when nothing is said of it. */
record FindingFilter(
    Optional<String> cycle,
    Optional<String> metric,
    Optional<FindingVerdict> verdict,
    Optional<FindingState> state,
    Optional<String> dimension) {

  /**
   * Reads the parameters of the list.
   *
   * @throws Problem INVALID_PARAMETER naming the parameter and what it may be
   */
  static FindingFilter of(
      @Nullable String cycle,
      @Nullable FindingMetric metric,
      @Nullable FindingVerdict verdict,
      @Nullable FindingState state,
      @Nullable String dimension) {
    return new FindingFilter(
        Optional.ofNullable(cycle),
        Optional.ofNullable(metric).map(FindingMetric::toString),
        Optional.ofNullable(verdict),
        Optional.ofNullable(state),
        Optional.ofNullable(dimension));
  }

  /** A dimension is a matter of configuration: whether there is one, only the database knows. */
  void requireKnown(List<String> dimensions) {
    if (dimension.isPresent() && !dimensions.contains(dimension.get())) {
      throw refused("dimension", String.join(", ", dimensions));
    }
  }

  private static Problem refused(String parameter, String known) {
    String words = known.isEmpty() ? "there is none yet" : "must be one of " + known;
    return Problem.of(CommonProblem.INVALID_PARAMETER, "Findings can't be asked for like this.")
        .with(NOT_ONE_OF.parameter(parameter, words));
  }
}
