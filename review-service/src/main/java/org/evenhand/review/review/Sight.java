package org.evenhand.review.review;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What of a review somebody sees, by what they are to it.
 *
 * @param whole the reviewer, whoever is above, and HR see everything but who wrote from below
 * @param result the rating and what it rests on
 */
record Sight(UUID viewerId, boolean own, boolean whole, boolean result) {

  /** From so many on, views from below are shown, for then nobody can be told by theirs. */
  private static final int LEAST_UPWARD = 3;

  private static final Set<Relation> WHOLE =
      EnumSet.of(Relation.REVIEWER, Relation.LINE, Relation.HR, Relation.HR_LEAD);

  static Sight of(Review review, Set<Relation> relations, UUID viewerId) {
    boolean own = relations.contains(Relation.OWN);
    boolean whole = !own && relations.stream().anyMatch(WHOLE::contains);
    return new Sight(viewerId, own, whole, whole || (own && review.phase().isShared()));
  }

  List<ReviewView.ContributionView> contributions(Review review) {
    List<ReviewView.ContributionView> seen = new ArrayList<>();
    List<Contribution> all = review.work().contributions();
    long upward = all.stream().filter(one -> one.type() == ContributionType.UPWARD).count();
    for (Contribution one : all) {
      boolean written = one.authorId().equals(viewerId);
      boolean named =
          switch (one.type()) {
            case SELF -> whole;
            case MANAGER -> result;
            case PEER -> whole;
            case UPWARD -> false;
          };
      if (written || named) {
        seen.add(ReviewView.ContributionView.of(one));
      } else if (one.type() == ContributionType.UPWARD && whole && upward >= LEAST_UPWARD) {
        seen.add(ReviewView.ContributionView.unnamed(one));
      }
    }
    return seen;
  }
}
