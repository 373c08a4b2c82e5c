package org.evenhand.review.growth.feedback.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.growth.feedback.access.FeedbackContext;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewFacts;
import org.evenhand.review.review.ReviewRepository;

/**
 * Where the words of feedback stand beside itself: in reviews that cite it, and in the answers that
 * are remembered for repeats. Once its words are gone they go from there too. The service does
 * that, and the trails of the reviews name it: whoever took the words away is named to nobody.
 */
@ApplicationScoped
class Copies {

  private static final String SYSTEM = "review-service";

  private final ReviewRepository reviews;
  private final Idempotency idempotency;
  private final Journal journal;

  Copies(ReviewRepository reviews, Idempotency idempotency, Journal journal) {
    this.reviews = reviews;
    this.idempotency = idempotency;
    this.journal = journal;
  }

  /** From the reviews in whichever state they are; they are held before answers are looked at. */
  Uni<Void> remove(FeedbackContext gone) {
    UUID feedback = gone.feedback().id();
    Set<UUID> citing =
        gone.feedback().recipients().stream()
            .flatMap(one -> one.citedIn().stream())
            .collect(Collectors.toSet());
    Set<UUID> said = new HashSet<>(citing);
    said.add(feedback);
    return reviews
        .locked(gone.session(), citing)
        .invoke(found -> found.forEach(review -> review.takeOut(feedback)))
        .call(() -> idempotency.takeWords(gone.session(), said))
        .chain(
            found ->
                journal.write(
                    gone.session(),
                    SYSTEM,
                    () -> found.stream().map(review -> takenOut(review, feedback)).toList()));
  }

  private static Fact takenOut(Review review, UUID feedback) {
    return ReviewFacts.noted(review.id(), "feedback-taken-out", Map.of("feedbackId", feedback));
  }
}
