package org.evenhand.review.cycle;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.web.problem.Violation;

/**
 * What a cycle is about, fixed when it is created.
 *
 * @param key how people and files name it, for example 2026; unique over live and past cycles
 * @param orgUnits the population
 * @param periodStart the first day that is reviewed
 * @param periodEnd the last one; both are in the period
 * @param cutOffDate the day on which eligibility is judged
 */
public record CyclePlan(
    String key,
    String name,
    UUID policyId,
    int policyVersion,
    List<String> orgUnits,
    LocalDate periodStart,
    LocalDate periodEnd,
    LocalDate cutOffDate,
    Milestones milestones) {

  private static final int LONGEST_PERIOD_YEARS = 3;

  public CyclePlan {
    orgUnits = List.copyOf(orgUnits);
  }

  /** What is against the rules, each with its place; empty when nothing is. */
  public List<Violation> violations() {
    List<Violation> found = new ArrayList<>();
    if (!key.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
      found.add(MALFORMED.at("/key", "is 1 to 40 letters, digits, dots, hyphens and underscores"));
    }
    if (orgUnits.isEmpty()) {
      found.add(REQUIRED.at("/orgUnits", "names no unit"));
    }
    for (int index = 0; index < orgUnits.size(); index++) {
      if (orgUnits.indexOf(orgUnits.get(index)) < index) {
        found.add(DUPLICATE.at("/orgUnits/" + index, "is named before"));
      }
    }
    if (periodEnd.isBefore(periodStart)) {
      found.add(INCONSISTENT.at("/periodEnd", "is before the period's start"));
    }
    if (!periodEnd.isBefore(periodStart.plusYears(LONGEST_PERIOD_YEARS))) {
      found.add(RANGE.at("/periodEnd", "makes the period longer than three years"));
    }
    if (cutOffDate.isBefore(periodStart) || cutOffDate.isAfter(periodEnd)) {
      found.add(INCONSISTENT.at("/cutOffDate", "is outside the period"));
    }
    found.addAll(milestones.violations());
    found.addAll(milestones.misplaced(orgUnits));
    return found;
  }
}
