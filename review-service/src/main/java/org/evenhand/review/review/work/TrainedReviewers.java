package org.evenhand.review.review.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.data.training.Grace;
import org.evenhand.review.review.Reassignment;
import org.evenhand.review.review.access.ReviewContext;
import org.evenhand.review.training.Requirement;
import org.evenhand.review.training.TrainingGate;
import org.jspecify.annotations.Nullable;

/**
 * Whoever rates is trained, also who does it in the reviewer's place. To whom a review has passed
 * has ten working days: they didn't ask for it, and the reviewee waits.
 */
@ApplicationScoped
class TrainedReviewers {

  private final TrainingGate gate;

  TrainedReviewers(TrainingGate gate) {
    this.gate = gate;
  }

  Uni<Void> require(ReviewContext context) {
    return gate.require(
        context.session(),
        context.cycle(),
        Requirement.RATING,
        Map.of("", context.actor()),
        new Grace(passedAt(context), context.at()));
  }

  private static @Nullable Instant passedAt(ReviewContext context) {
    List<Reassignment> all = context.review().past().reassignments();
    return all.stream()
        .reduce((earlier, later) -> later)
        .filter(last -> context.actor().equals(last.to()))
        .map(Reassignment::at)
        .orElse(null);
  }
}
