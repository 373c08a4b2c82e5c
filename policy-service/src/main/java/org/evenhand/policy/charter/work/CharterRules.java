package org.evenhand.policy.charter.work;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ONE_OF;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evenhand.kit.data.duty.Responsible;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.charter.CharterContent;
import org.evenhand.policy.charter.kind.KindTerms;
import org.evenhand.policy.charter.kind.KnownDuties;
import org.evenhand.policy.charter.kind.PathStep;
import org.evenhand.policy.directory.People;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a charter has to fulfil beyond its schema. */
@ApplicationScoped
public class CharterRules {

  /** A date further ahead is a typing error. */
  private static final int MOST_YEARS_AHEAD = 1;

  private final KnownDuties known;
  private final People people;
  private final Clock clock;

  CharterRules(KnownDuties known, People people, Clock clock) {
    this.known = known;
    this.people = people;
    this.clock = clock;
  }

  /**
   * @throws Problem 422 naming everything that is wrong
   */
  public Uni<Void> require(Mutiny.Session session, CharterContent content) {
    LocalDate today = LocalDate.now(clock);
    return people
        .servingAsHr(session, Set.of(content.owner()), today)
        .invoke(serving -> require(violations(known, content, !serving.isEmpty(), today)))
        .replaceWithVoid();
  }

  private static void require(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw Problem.of(PolicyProblem.CHARTER_INVALID, "Duties could not follow it so.")
          .with(violations);
    }
  }

  static List<Violation> violations(
      KnownDuties known, CharterContent content, boolean ownerServes, LocalDate today) {
    List<Violation> found = new ArrayList<>();
    LocalDate latest = today.plusYears(MOST_YEARS_AHEAD);
    if (content.inForceOn().isAfter(latest)) {
      found.add(RANGE.at("/inForceOn", "must be " + latest + " at the latest"));
    }
    if (!ownerServes) {
      found.add(NOT_ALLOWED.at("/owner", "is nobody who is at work and serves a unit as HR today"));
    }
    List<String> kinds = content.terms().stream().map(KindTerms::kind).toList();
    for (int i = 0; i < kinds.size(); i++) {
      String at = "/terms/" + i;
      kind(known, kinds, i, at + "/kind", found);
      path(known, content.terms().get(i), at, found);
    }
    return found;
  }

  private static void kind(
      KnownDuties known, List<String> kinds, int i, String at, List<Violation> found) {
    String kind = kinds.get(i);
    int first = kinds.indexOf(kind);
    if (first < i) {
      found.add(DUPLICATE.at(at, "repeats /terms/" + first + "/kind"));
    } else if (!known.include(kind)) {
      found.add(
          NOT_ONE_OF.at(
              at, "is no kind of duty; the nearest are " + String.join(", ", known.nearest(kind))));
    }
  }

  /**
   * Without its last step a duty could be late with nobody left who hears of it; of what is
   * confidential nobody else hears, whoever signs, or nobody but those of the default.
   */
  private static void path(KnownDuties known, KindTerms terms, String at, List<Violation> found) {
    List<PathStep> path = terms.path();
    int last = path.size() - 1;
    if (known.confidential(terms.kind())) {
      found.add(
          NOT_ALLOWED.at(
              at + "/kind",
              "can't be set: nobody else may learn of a %s; leave these terms out"
                  .formatted(terms.kind())));
    } else if (!known.admit(terms.kind(), path)) {
      found.add(
          NOT_ALLOWED.at(
              at + "/path",
              "can't lead elsewhere: nobody but those of the default may learn of a %s"
                  .formatted(terms.kind())));
    } else if (path.get(last).to() != Responsible.HR_LEAD) {
      found.add(
          NOT_ALLOWED.at(at + "/path/" + last + "/to", "must be HR_LEAD, where every path ends"));
    }
  }
}
