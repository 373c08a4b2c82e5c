package org.evenhand.review.opening;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.review.cycle.CyclePlan;
import org.evenhand.review.cycle.Milestone;
import org.evenhand.review.cycle.MilestoneDates;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.evenhand.review.directory.people.Position;
import org.evenhand.review.review.DueDates;
import org.evenhand.review.review.Placement;
import org.evenhand.review.review.RatedPeriod;
import org.evenhand.review.review.ReviewSeed;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The starting point of each review. The reviewer is the nearest person above who is at work: a
 * vacancy, a leave or an exit passes the review to the next manager up. Where nobody is above,
 * there is no reviewer yet.
 */
@ApplicationScoped
class Seeding {

  private final Directory directory;

  Seeding(Directory directory) {
    this.directory = directory;
  }

  Uni<List<ReviewSeed>> seeds(
      Mutiny.Session session, List<Assignment> assignments, CyclePlan plan) {
    Set<UUID> employees = new HashSet<>();
    assignments.forEach(assignment -> employees.add(assignment.employee().id()));
    return directory
        .linesAbove(session, employees)
        .chain(
            lines ->
                directory
                    .byIds(session, managers(assignments, lines))
                    .map(
                        known ->
                            assignments.stream()
                                .map(assignment -> seed(assignment, lines, known, plan))
                                .toList()));
  }

  private static Set<UUID> managers(List<Assignment> assignments, Map<UUID, List<UUID>> lines) {
    Set<UUID> ids = new HashSet<>();
    lines.values().forEach(ids::addAll);
    assignments.forEach(assignment -> assignment.lineManagerId().ifPresent(ids::add));
    return ids;
  }

  private static ReviewSeed seed(
      Assignment assignment,
      Map<UUID, List<UUID>> lines,
      Map<UUID, Employee> known,
      CyclePlan plan) {
    UUID employee = assignment.employee().id();
    List<UUID> above = lines.getOrDefault(employee, List.of());
    Position position = assignment.position();
    return new ReviewSeed(
        employee,
        assignment.id(),
        reviewer(assignment, above, known),
        assignment.lineManagerId().orElse(null),
        above,
        new Placement(
            position.orgUnit(),
            position.jobLevel(),
            position.jobFamily(),
            position.workLocation(),
            position.country()),
        period(assignment, plan),
        due(plan.milestones().in(position.orgUnit(), position.country())));
  }

  /** The manager of this very assignment comes first; a person may hold several. */
  private static @Nullable UUID reviewer(
      Assignment assignment, List<UUID> above, Map<UUID, Employee> known) {
    UUID self = assignment.employee().id();
    return Stream.concat(assignment.lineManagerId().stream(), above.stream())
        .filter(manager -> !manager.equals(self))
        .filter(manager -> isAtWork(known.get(manager)))
        .findFirst()
        .orElse(null);
  }

  private static boolean isAtWork(@Nullable Employee manager) {
    return manager != null && manager.status() == EmploymentStatus.ACTIVE;
  }

  private static RatedPeriod period(Assignment assignment, CyclePlan plan) {
    LocalDate from =
        assignment.startedOn().isAfter(plan.periodStart())
            ? assignment.startedOn()
            : plan.periodStart();
    LocalDate last =
        assignment
            .endedOn()
            .map(ended -> ended.minusDays(1))
            .filter(ended -> ended.isBefore(plan.periodEnd()))
            .orElse(plan.periodEnd());
    return new RatedPeriod(from, last.isBefore(from) ? from : last);
  }

  private static DueDates due(MilestoneDates dates) {
    return new DueDates(
        date(dates, Milestone.SELF_REVIEW),
        date(dates, Milestone.MANAGER_REVIEW),
        date(dates, Milestone.CALIBRATION),
        date(dates, Milestone.SHARE),
        date(dates, Milestone.APPEAL_WINDOW));
  }

  private static LocalDate date(MilestoneDates dates, Milestone milestone) {
    return Objects.requireNonNull(dates.on(milestone), milestone::name);
  }
}
