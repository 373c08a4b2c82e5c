package org.evenhand.review.me;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The caller, as this service knows them.
 *
 * @param client the client, where no person is calling
 * @param reports how many people are directly below by LINE
 * @param hrUnits the units served as HR partner today
 * @param actions operations that the roles open; each of them decides which objects it reaches
 */
@Schema(
    example =
        """
        {"employeeId": "019a8c1e-6f00-7000-8000-000000000011",
         "externalId": "L011", "name": "José Núñez", "roles": ["employee"],
         "manager": {"employeeId": "019a8c1e-6f00-7000-8000-000000000005",
           "externalId": "L005", "name": "Zoë Brontë"},
         "reports": 0, "hrUnits": [], "actions": ["listCycles", "listReviews"]}
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
    List<String> actions) {

  /** The direct manager of the main assignment. */
  record ManagerView(UUID employeeId, String externalId, String name) {}
}
