package org.evenhand.review.growth.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.review.growth.plan.terms.Gap;
import org.jspecify.annotations.Nullable;

/**
 * What a plan comes from.
 *
 * @param author who begins it, and alone knows of it until it is proposed; null for one that is
 *     owed, of which both know from the first on
 * @param reviewId the review whose result was shared
 * @param sharedOn the day on which it was, at the person's place
 * @param gaps the levels next to those that were rated
 * @param carriedFrom the plan that it goes on with
 */
public record PlanOrigin(
    @Nullable UUID author,
    @Nullable UUID reviewId,
    @Nullable LocalDate sharedOn,
    List<Gap> gaps,
    @Nullable UUID carriedFrom) {

  public PlanOrigin {
    gaps = List.copyOf(gaps);
  }

  public static PlanOrigin begunBy(UUID author) {
    return new PlanOrigin(author, null, null, List.of(), null);
  }

  public static PlanOrigin ofShare(UUID review, LocalDate on, List<Gap> gaps) {
    return new PlanOrigin(null, review, on, gaps, null);
  }

  static PlanOrigin after(DevelopmentPlan plan) {
    return new PlanOrigin(null, null, null, plan.gaps(), plan.id());
  }
}
