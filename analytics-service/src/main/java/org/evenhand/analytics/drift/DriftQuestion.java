package org.evenhand.analytics.drift;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import java.util.Set;
import org.evenhand.analytics.AnalyticsProblem;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.publication.SuppressionWords;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is asked.
 *
 * @param value the group; of dimension {@code none} there is one only
 * @param the first cycle, by key or id; null for the earliest
 * @param the last cycle; null for the latest
 * @param level from which on a rating counts into the share; null for the scale's favourable one
 */
record DriftQuestion(
    String dimension,
    @Nullable String value,
    Phase phase,
    @Nullable String from,
    @Nullable String to,
    @Nullable Integer level) {

  /** The one group of dimension {@code none}. */
  static final String ALL = "all";

  /**
   * The group asked for.
   *
   * @throws Problem INVALID_PARAMETER where a dimension of several groups is asked without one
   */
  String group() {
    if (dimension.equals(Dimensions.NONE)) {
      if (value != null && !value.equals(ALL)) {
        throw unknown(Set.of(ALL));
      }
      return ALL;
    }
    if (value == null || value.isBlank()) {
      throw Problem.of(
              CommonProblem.INVALID_PARAMETER, "A series is of one group; say which by its value.")
          .with(REQUIRED.parameter("value", "is needed with a dimension of several groups"));
    }
    return value;
  }

  /**
   * The level asked for, on the scale of the series.
   *
   * @throws Problem INVALID_PARAMETER
   */
  int level(Scale scale) {
    if (level == null) {
      return scale.favourableFrom();
    }
    if (!scale.has(level)) {
      throw Problem.of(
              CommonProblem.INVALID_PARAMETER,
              "The series is on a scale of 1 to " + scale.size() + ".")
          .with(RANGE.parameter("level", "must be from 1 to " + scale.size()));
    }
    return level;
  }

  /** Names are no secret: hidden groups are named wherever groups are listed. */
  static Problem unknown(Set<String> known) {
    return Problem.of(
            AnalyticsProblem.GROUP_UNKNOWN,
            known.isEmpty()
                ? "No ratings of any group are counted in these cycles."
                : "Groups with ratings in these cycles: " + String.join(", ", known))
        .with(NOT_FOUND.parameter("value", "is not a group with ratings in these cycles"));
  }

  /** The same words, whatever hides the group and in whichever cycle. */
  static Problem suppressed(long leastGroup) {
    return Problem.of(AnalyticsProblem.GROUP_SUPPRESSED, SuppressionWords.rule(leastGroup))
        .with(
            NOT_ALLOWED.parameter("value", "names a group that is hidden in each of these cycles"));
  }
}
