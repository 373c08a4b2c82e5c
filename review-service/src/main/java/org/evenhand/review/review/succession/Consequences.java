package org.evenhand.review.review.succession;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.policy.RatingScale;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewEventType;
import org.evenhand.review.review.ReviewFacts;
import org.evenhand.review.review.succession.Finding.IsAsked;
import org.evenhand.review.review.succession.Finding.Passes;

/** What becomes of reviews of one cycle, and what is told of it. */
final class Consequences {

  private final ReviewFacts told;
  private final List<Review> passed = new ArrayList<>();
  private final List<Fact> noted = new ArrayList<>();

  Consequences(Cycle cycle, RatingScale scale, Instant at) {
    this.told = new ReviewFacts(cycle, scale, ReviewEventType.REASSIGNED, at);
  }

  void take(Review review, Finding finding) {
    if (finding instanceof Passes passes) {
      review.succeed(passes.successor(), passes.why(), passes.manager(), told.at());
      passed.add(review);
    } else if (finding instanceof IsAsked asked) {
      review.question(asked.why(), asked.manager(), told.at());
      note(review, "reviewer-questioned", Map.of("concern", asked.why()));
    } else {
      review.withdrawQuestion();
      note(review, "reviewer-question-withdrawn", Map.of());
    }
  }

  private void note(Review review, String action, Map<String, ?> content) {
    noted.add(ReviewFacts.noted(review.id(), action, content));
  }

  /** The reviews that have another reviewer. */
  List<UUID> passed() {
    return passed.stream().map(Review::id).toList();
  }

  /** Asked after the flush: events carry the version after the change. */
  List<Fact> facts() {
    return Stream.concat(told.of(passed).stream(), noted.stream()).toList();
  }
}
