package org.evenhand.review.review;

import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.policy.Criterion;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.rating.EvidenceCounts;

/**
 * Whether the ratings rest on what was seen. A level off the middle of the scale, to either side,
 * needs dated observations within the person's own rated period; the policy says how many.
 */
public final class Evidence {

  private Evidence() {}

  /**
   * @throws Problem 422 that names every criterion without a rating, or else every one without the
   *     evidence that its level needs
   */
  static void require(ReviewWork work, PolicyContent policy, RatedPeriod period) {
    List<Violation> unrated = new ArrayList<>();
    List<Violation> unproven = new ArrayList<>();
    for (Criterion criterion : policy.criteria()) {
      work.rating(criterion.key())
          .ifPresentOrElse(
              rating -> {
                int seen = seen(work, criterion.key(), period);
                int needed = needed(rating.ordinal(), policy);
                if (seen < needed) {
                  unproven.add(missing(criterion.key(), seen, needed));
                }
              },
              () -> unrated.add(REQUIRED.at(pointer(criterion.key()), "is not rated")));
    }
    if (!unrated.isEmpty()) {
      throw Problem.of(
              ReviewProblem.CRITERION_NOT_RATED, "Every criterion of the policy needs a rating.")
          .with(unrated);
    }
    if (!unproven.isEmpty()) {
      throw Problem.of(
              ReviewProblem.EVIDENCE_MISSING,
              "A level off the middle needs dated observations within the rated period, "
                  + period.from()
                  + " to "
                  + period.to()
                  + ".")
          .with(unproven);
    }
  }

  /** The dated observations of a criterion that count. */
  public static int seen(ReviewWork work, String criterion, RatedPeriod period) {
    return (int)
        work.observationsOn(criterion)
            .filter(Observation::isEvidence)
            .filter(seen -> period.contains(seen.observedOn()))
            .count();
  }

  /** What a conclusion rests on, in numbers. Every criterion is rated by then. */
  static EvidenceCounts counted(Review review, Submission concluded) {
    ReviewWork work = review.work();
    List<Observation> within =
        work.observations().stream()
            .filter(Observation::isEvidence)
            .filter(seen -> review.period().contains(seen.observedOn()))
            .toList();
    LocalDate day = concluded.at().atZone(ZoneOffset.UTC).toLocalDate();
    return new EvidenceCounts(
        within.size(),
        (int) within.stream().filter(seen -> !seen.impact().isEmpty()).count(),
        (int)
            work.ratings().stream()
                .filter(rating -> seen(work, rating.criterion(), review.period()) == 0)
                .count(),
        within.stream()
            .map(Observation::observedOn)
            .max(Comparator.naturalOrder())
            // Where it is tomorrow already, something may have been seen after this day.
            .map(last -> (int) Math.max(0, ChronoUnit.DAYS.between(last, day)))
            .orElse(null));
  }

  private static int needed(int ordinal, PolicyContent policy) {
    return policy.evidence().needed(ordinal, policy.scale().size());
  }

  private static Violation missing(String criterion, int seen, int needed) {
    return REQUIRED.at(
        pointer(criterion), "needs " + needed + " observations in the rated period, has " + seen);
  }

  private static String pointer(String criterion) {
    return "/ratings/" + criterion.replace("~", "~0").replace("/", "~1");
  }
}
