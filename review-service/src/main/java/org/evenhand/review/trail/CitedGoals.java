package org.evenhand.review.trail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.review.growth.citation.Cited;
import org.evenhand.review.growth.citation.SelfCitations;
import org.evenhand.review.review.Review;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * To which goals the reviewee points. That they do is a part of how the decision came about, once
 * it is made; to which ones, how many and when is between them and whoever rates them. Plans are in
 * no trail: no panel learns of one.
 */
@ApplicationScoped
class CitedGoals {

  /**
   * @param which null for a reader who isn't one of the two
   */
  record Told(boolean any, @Nullable List<TrailView.CitedGoal> which) {}

  private final SelfCitations citations;

  CitedGoals(SelfCitations citations) {
    this.citations = citations;
  }

  /**
   * @param rates whether the reader is one of the two
   */
  Uni<Told> of(Mutiny.Session session, Review review, boolean rates) {
    return citations
        .of(session, Cited.Kind.GOAL, review.id())
        .map(
            cited ->
                cited.stream().map(each -> new TrailView.CitedGoal(each.id(), each.at())).toList())
        .map(
            goals ->
                rates
                    ? new Told(!goals.isEmpty(), goals)
                    : new Told(isSubmitted(review) && !goals.isEmpty(), null));
  }

  /** Nobody watches the person choose: until then they take back what they point to. */
  private static boolean isSubmitted(Review review) {
    return review.conclusion().submission() != null;
  }
}
