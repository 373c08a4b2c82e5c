package org.evenhand.analytics.objection;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.analytics.AnalyticsProblem;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The conditions of an objection: the rater has seen figures, and no earlier objection is open or
 * was upheld.
 */
@ApplicationScoped
class Grounds {

  private final ObjectionRepository repository;
  private final Cycles cycles;

  Grounds(ObjectionRepository repository, Cycles cycles) {
    this.repository = repository;
    this.cycles = cycles;
  }

  /**
   * The cycle that a rater may object to the profile of.
   *
   * @throws Problem PROFILE_NOT_SEEN also for a cycle that doesn't exist; STATE_CONFLICT when an
   *     objection is open or was upheld
   */
  Uni<Cycle> of(Mutiny.Session session, UUID cycle, UUID rater) {
    return repository
        .hasSeenProfile(session, cycle, rater)
        .chain(seen -> cycles.find(session, cycle).map(found -> found.filter(each -> seen)))
        .map(found -> found.orElseThrow(Grounds::notSeen))
        .call(() -> requireNone(session, cycle, rater));
  }

  private Uni<Void> requireNone(Mutiny.Session session, UUID cycle, UUID rater) {
    return repository
        .standing(session, cycle, rater)
        .invoke(found -> found.ifPresent(Grounds::refuseBeside))
        .replaceWithVoid();
  }

  private static void refuseBeside(Objection standing) {
    throw Problem.of(
        CommonProblem.STATE_CONFLICT,
        "Your objection " + standing.id() + " is " + standing.state() + ".");
  }

  private static Problem notSeen() {
    return Problem.of(
            AnalyticsProblem.PROFILE_NOT_SEEN,
            "Read your profile first (/v1/raters); there may be none.")
        .with(NOT_FOUND.at("/cycleId", "names no cycle in which you saw your profile"));
  }
}
