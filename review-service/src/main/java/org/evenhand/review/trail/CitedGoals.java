package org.evenhand.review.trail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.review.growth.citation.Cited;
import org.evenhand.review.growth.citation.SelfCitations;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * To which goals the reviewee points. That they do is a part of how the decision came about; to
 * which ones is between them and whoever rates them. Plans are in no trail: no panel learns of one.
 */
@ApplicationScoped
class CitedGoals {

  private final SelfCitations citations;

  CitedGoals(SelfCitations citations) {
    this.citations = citations;
  }

  /**
   * @param named whether the reader is one of the two
   */
  Uni<List<TrailView.CitedGoal>> of(Mutiny.Session session, UUID review, boolean named) {
    return citations
        .of(session, Cited.Kind.GOAL, review)
        .map(
            cited ->
                cited.stream()
                    .map(each -> new TrailView.CitedGoal(named ? each.id() : null, each.at()))
                    .toList());
  }
}
