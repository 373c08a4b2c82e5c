package org.evenhand.review.me;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.review.access.WaitingReviews;
import org.jspecify.annotations.Nullable;

/**
 * The caller, as this service knows them.
 *
 * @param client the client, where no person is calling
 * @param reports how many people are directly below by LINE
 * @param hrUnits the units served as HR partner today
 * @param actions operations that the roles open; each of them decides which objects it reaches
 * @param waiting what waits for the person
 */
@Schema(
    example =
        """
        {"employeeId": "019a8c1e-6f00-7000-8000-000000000011",
         "externalId": "L011", "name": "José Núñez", "roles": ["employee"],
         "manager": {"employeeId": "019a8c1e-6f00-7000-8000-000000000005",
           "externalId": "L005", "name": "Zoë Brontë"},
         "reports": 0, "hrUnits": [], "actions": ["listCycles", "listReviews"],
         "waiting": {"selfReviews": 1, "contributions": 2, "reviews": 0, "results": 0,
           "countersignatures": 0}}
        """)
record MeView(
    @Nullable UUID employeeId,
    @Nullable String externalId,
    @Nullable String name,
    @Nullable String client,
    List<String> roles,
    @Nullable ManagerView manager,
    long reports,
    List<String> hrUnits,
    List<String> actions,
    @Nullable Waiting waiting) {

  /** The direct manager of the main assignment. */
  record ManagerView(UUID employeeId, String externalId, String name) {}

  /**
   * What waits, counted.
   *
   * @param selfReviews own reviews to which the person has written nothing yet
   * @param contributions reviews to which the person was asked to contribute and hasn't
   * @param reviews reviews that the person writes and hasn't concluded
   * @param results own results that the person hasn't acknowledged
   * @param countersignatures cycles of which the other side has proposed a step
   */
  record Waiting(
      long selfReviews, long contributions, long reviews, long results, long countersignatures) {

    static Waiting of(WaitingReviews.Counts counts, long countersignatures) {
      return new Waiting(
          counts.selfReviews(),
          counts.contributions(),
          counts.reviews(),
          counts.results(),
          countersignatures);
    }
  }
}
