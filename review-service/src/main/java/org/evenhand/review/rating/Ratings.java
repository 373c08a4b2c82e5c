package org.evenhand.review.rating;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.paging.ChangePosition;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.rating.RatingChanges.Change;
import org.hibernate.reactive.mutiny.Mutiny;

/** Gives the HRIS what was published. */
@ApplicationScoped
class Ratings {

  private final Mutiny.SessionFactory sessions;
  private final RatingChanges changes;
  private final CycleKeys cycles;
  private final Access access;

  Ratings(Mutiny.SessionFactory sessions, RatingChanges changes, CycleKeys cycles, Access access) {
    this.sessions = sessions;
    this.changes = changes;
    this.cycles = cycles;
    this.access = access;
  }

  Uni<RatingsPage> page(Optional<String> cycle, ChangePosition from, int limit) {
    return sessions.withTransaction(
        session ->
            access
                .viewer(session)
                .chain(
                    viewer ->
                        cycleId(session, cycle)
                            .chain(id -> changes.after(session, viewer, from, id, limit + 1)))
                .map(found -> page(found, from, limit)));
  }

  private Uni<Optional<UUID>> cycleId(Mutiny.Session session, Optional<String> cycle) {
    if (cycle.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return cycles
        .find(session, cycle.get())
        .map(
            found ->
                Optional.of(
                    found.map(CycleKeys.Registered::cycleId).orElseThrow(Ratings::unknown)));
  }

  private static RatingsPage page(List<Change> found, ChangePosition from, int limit) {
    List<Change> shown = found.subList(0, Math.min(limit, found.size()));
    ChangePosition last = shown.isEmpty() ? from : shown.get(shown.size() - 1).position();
    return new RatingsPage(
        shown.stream().map(Change::rating).toList(),
        found.size() > limit ? last.token() : null,
        last.token());
  }

  private static Problem unknown() {
    return Problem.of(ReviewProblem.CYCLE_UNKNOWN, "There is no such cycle.")
        .with(NOT_FOUND.parameter("cycle", "is neither the key nor the id of a cycle"));
  }
}
