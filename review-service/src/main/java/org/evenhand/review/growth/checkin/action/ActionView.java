package org.evenhand.review.growth.checkin.action;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.checkin.Party;
import org.jspecify.annotations.Nullable;

/**
 * An action, as one of the two reads it.
 *
 * @param manager whoever leads the person; absent where nobody does
 * @param closedBy absent where it ended with the assignment
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(
    name = "CheckInActionView",
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000511", "state": "OPEN",
         "employee": {"id": "019a8c1e-6f00-7000-8000-000000000021", "name": "Aafke Zandstra"},
         "manager": {"id": "019a8c1e-6f00-7000-8000-000000000022", "name": "Bojan Yordanov"},
         "owedBy": "MANAGER", "title": "Ask for a second tester", "dueOn": "2026-12-18",
         "actions": ["closeCheckInAction"]}
        """)
record ActionView(
    UUID id,
    ActionState state,
    PersonRef employee,
    @Nullable PersonRef manager,
    Party owedBy,
    String title,
    LocalDate dueOn,
    @Nullable PersonRef closedBy,
    @Nullable String reason,
    List<String> actions) {

  static ActionView of(CheckInAction action, Names names) {
    return new ActionView(
        action.id(),
        action.state(),
        names.of(action.employeeId()),
        names.orNull(action.managerId().orElse(null)),
        action.owedBy(),
        action.title(),
        action.dueOn(),
        names.orNull(action.closedBy().orElse(null)),
        action.reason().orElse(null),
        ActionLifecycle.OF_ACTIONS.operations(action.state()));
  }
}
