package org.evenhand.review.me;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The caller, as this service knows them.
 *
 * @param client the system, where no person is calling
 * @param reports how many people are directly below by LINE
 * @param hrUnits the units served as HR partner today
 * @param actions operations that the roles open; which objects they reach is decided by each
 */
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
