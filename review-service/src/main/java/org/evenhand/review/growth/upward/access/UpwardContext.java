package org.evenhand.review.growth.upward.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.upward.UpwardRound;
import org.evenhand.review.growth.upward.UpwardStep;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * All that a step on a round has at hand.
 *
 * @param days of the place where the manager works
 */
public record UpwardContext(
    Mutiny.Session session,
    UpwardRound round,
    Viewer viewer,
    Set<UpwardRelation> relations,
    WorkingDays days,
    Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return viewer.employeeId();
  }

  /** The steps that are both allowed by the state and the caller's to take. */
  public List<String> open() {
    return isOver()
        ? List.of()
        : UpwardPermissions.open(relations).stream().filter(round.allowed()::contains).toList();
  }

  /** Whether its day is over, though it may not be closed yet. */
  private boolean isOver() {
    return !at.isBefore(days.endOf(round.closesOn()));
  }

  /**
   * @throws Problem 409 where it has ended, or its day is over
   */
  public void require(UpwardStep step) {
    round.require(step);
    if (isOver()) {
      throw Problem.of(CommonProblem.STATE_CONFLICT, "The day of this round is over.")
          .allowing(List.of());
    }
  }
}
