package org.evenhand.review.review.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.review.Contribution;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.access.Relation;
import org.evenhand.review.review.access.ReviewContext;

/**
 * What of a review somebody sees, by what they are to it.
 *
 * @param whole the reviewer, whoever is above, and HR see everything
 * @param result the rating and what it rests on
 */
record VisibleParts(UUID viewerId, boolean own, boolean whole, boolean result) {

  private static final Set<Relation> WHOLE =
      EnumSet.of(Relation.REVIEWER, Relation.LINE, Relation.HR, Relation.HR_LEAD);

  public static VisibleParts of(ReviewContext context) {
    return of(context.review(), context.relations(), context.viewer().employeeId());
  }

  public static VisibleParts of(Review review, Set<Relation> relations, UUID viewerId) {
    boolean own = relations.contains(Relation.OWN);
    boolean whole = !own && relations.stream().anyMatch(WHOLE::contains);
    return new VisibleParts(viewerId, own, whole, whole || (own && review.phase().isShared()));
  }

  List<ReviewView.ContributionView> contributions(Review review, Names names) {
    List<ReviewView.ContributionView> seen = new ArrayList<>();
    for (Contribution one : review.work().contributions()) {
      boolean written = one.authorId().equals(viewerId);
      boolean named =
          switch (one.type()) {
            case SELF -> whole;
            case MANAGER -> result;
            case PEER -> whole;
          };
      if (written || named) {
        seen.add(ReviewView.ContributionView.of(one, names));
      }
    }
    return seen;
  }
}
