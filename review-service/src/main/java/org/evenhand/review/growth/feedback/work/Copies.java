package org.evenhand.review.growth.feedback.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.review.growth.feedback.access.FeedbackContext;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewFacts;
import org.evenhand.review.review.ReviewRepository;

/**
 * Where the words of feedback stand beside itself: in reviews that cite it, and in the answers that
 * are remembered for repeats. Once its words are gone they go from there too.
 */
@ApplicationScoped
class Copies {

  private final ReviewRepository reviews;
  private final Idempotency idempotency;

  Copies(ReviewRepository reviews, Idempotency idempotency) {
    this.reviews = reviews;
    this.idempotency = idempotency;
  }

  /** What came about with the reviews, in whichever state they are. */
  Uni<List<Fact>> remove(FeedbackContext gone) {
    UUID feedback = gone.feedback().id();
    Set<UUID> citing =
        gone.feedback().recipients().stream()
            .flatMap(one -> one.citedIn().stream())
            .collect(Collectors.toSet());
    Set<UUID> said = new HashSet<>(citing);
    said.add(feedback);
    return idempotency
        .takeWords(gone.session(), said)
        .chain(() -> reviews.locked(gone.session(), citing))
        .invoke(found -> found.forEach(review -> review.takeOut(feedback)))
        .map(found -> found.stream().map(review -> takenOut(review, feedback)).toList());
  }

  private static Fact takenOut(Review review, UUID feedback) {
    return ReviewFacts.noted(review.id(), "feedback-taken-out", Map.of("feedbackId", feedback));
  }
}
