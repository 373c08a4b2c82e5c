package org.evenhand.review.growth.remediation.gate;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.growth.remediation.GateReview;
import org.evenhand.review.growth.remediation.RemediationPlan;
import org.evenhand.review.growth.remediation.access.RemediationContext;
import org.evenhand.review.growth.remediation.access.RemediationRelation;
import org.evenhand.review.growth.remediation.terms.CheckDay;
import org.evenhand.review.growth.remediation.terms.RemediationTerms;
import org.jspecify.annotations.Nullable;

/**
 * What has to be there before somebody is told that they have to do better: a gap to an anchor,
 * seen twice and said in time with help offered, time, days to look at it, and what the company
 * gives. A rating is none of it.
 */
@ApplicationScoped
public class Gate {

  private static final int LEAST_DAYS = 30;
  private static final int MOST_DAYS = 90;
  private static final int LEAST_CHECKPOINTS = 3;
  private static final int DAYS_SEEN = 2;
  private static final int DAYS_BETWEEN = 7;
  private static final int SAID_DAYS_AGO = 30;
  private static final int WORKING_DAYS_BACK = 20;
  private static final Duration LATELY = Duration.ofDays(90);

  /**
   * @param exception why it has to be, of hr-lead; null as a rule
   * @return what the level means
   * @throws Problem RULE_VIOLATED with each thing that is missing
   */
  public Uni<GateReview> pass(RemediationContext context, @Nullable String exception) {
    return Evidence.of(
            context.session(),
            context.plan().assignmentId(),
            context.plan().terms(),
            context.at().minus(LATELY))
        .map(evidence -> pass(context, evidence, exception));
  }

  /** Whether what it rests on is still there, which its authors can take back at any time. */
  public Uni<Boolean> stands(RemediationContext context) {
    return Evidence.of(
            context.session(),
            context.plan().assignmentId(),
            context.plan().terms(),
            context.at().minus(LATELY))
        .map(
            evidence ->
                evidence.daysSeen() >= DAYS_SEEN && evidence.saidOn(context.days()) != null);
  }

  private static GateReview pass(
      RemediationContext context, Evidence evidence, @Nullable String exception) {
    List<Violation> found = new ArrayList<>(ofTerms(context.plan().terms()));
    found.addAll(ofMeans(context.plan()));
    found.addAll(ofEvidence(context, evidence));
    found.addAll(ofException(context, evidence, exception));
    if (!found.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "Something has to be there first.").with(found);
    }
    return new GateReview(
        Objects.requireNonNull(evidence.anchor()), context.actor(), context.at(), exception);
  }

  private static List<Violation> ofTerms(RemediationTerms terms) {
    List<Violation> found = new ArrayList<>();
    if (terms.days() < LEAST_DAYS || terms.days() > MOST_DAYS) {
      found.add(RANGE.at("/terms/days", "is not from 30 to 90"));
    }
    if (terms.checkpoints().stream().map(CheckDay::day).distinct().count() < LEAST_CHECKPOINTS) {
      found.add(REQUIRED.at("/terms/checkpoints", "names fewer than three days"));
    } else if (!areSpread(terms)) {
      found.add(
          INCONSISTENT.at(
              "/terms/checkpoints",
              "are not at least seven days apart, the last one in the second half of the time"));
    }
    if (terms.means().isEmpty()) {
      found.add(REQUIRED.at("/terms/means", "names nothing that the company gives"));
    }
    return found;
  }

  private static boolean areSpread(RemediationTerms terms) {
    List<Integer> days = terms.checkpoints().stream().map(CheckDay::day).sorted().toList();
    return days.get(days.size() - 1) * 2 >= terms.days()
        && IntStream.range(1, days.size())
            .allMatch(i -> days.get(i) - days.get(i - 1) >= DAYS_BETWEEN);
  }

  /** Of what has begun, means may be added later, and are none too late. */
  private static List<Violation> ofMeans(RemediationPlan plan) {
    int first =
        plan.terms().checkpoints().stream().mapToInt(CheckDay::day).min().orElse(LEAST_DAYS);
    return plan.startsOn().isEmpty()
            && plan.terms().means().stream().anyMatch(each -> each.day() > first)
        ? List.of(INCONSISTENT.at("/terms/means", "come after the first checkpoint"))
        : List.of();
  }

  private static List<Violation> ofEvidence(RemediationContext context, Evidence evidence) {
    List<Violation> found = new ArrayList<>();
    if (evidence.anchor() == null) {
      found.add(
          NOT_FOUND.at(
              "/terms/criterion", "has no anchor at this level in a policy in force for them"));
    }
    if (evidence.daysSeen() < DAYS_SEEN) {
      found.add(
          REQUIRED.at(
              "/terms/observations",
              "names fewer than two days on which it was seen, by this criterion, and told to the"
                  + " person"));
    }
    LocalDate said = evidence.saidOn(context.days());
    if (said == null || said.isAfter(context.today().minusDays(SAID_DAYS_AGO))) {
      found.add(
          REQUIRED.at(
              "/terms/said", "names nothing by which the gap was said at least 30 days ago"));
    }
    LocalDate back = evidence.returnedOn();
    if (evidence.away()
        || back != null && !context.today().isAfter(context.days().plus(back, WORKING_DAYS_BACK))) {
      found.add(
          NOT_ALLOWED.at(
              "",
              "is about somebody who is away, or has been back for 20 working days" + " or less"));
    }
    return found;
  }

  /** While the person says that something was wrong, nobody does this without a second thought. */
  private static List<Violation> ofException(
      RemediationContext context, Evidence evidence, @Nullable String exception) {
    if (!evidence.objects()) {
      return exception == null
          ? List.of()
          : List.of(NOT_ALLOWED.at("/exception", "is not needed: nothing is open"));
    }
    if (!context.relations().contains(RemediationRelation.HR_LEAD)) {
      return List.of(
          NOT_ALLOWED.at(
              "", "is hr-lead's to review: the person has objected in the last 90 days"));
    }
    return exception == null
        ? List.of(REQUIRED.at("/exception", "is needed: the person has objected lately"))
        : List.of();
  }
}
