package org.evenhand.calibration.obligation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.calibration.obligation.PossibleChecks.PossibleCheck;
import org.evenhand.kit.data.duty.DutyState;
import org.evenhand.kit.data.quarter.Quarter;
import org.evenhand.kit.people.PersonRef;
import org.jspecify.annotations.Nullable;

/** How many checks a manager owes of a quarter, as they and their HR see it. */
record ObligationView(
    UUID id,
    PersonRef manager,
    @Schema(pattern = Quarter.FORM, examples = "2027-Q1") String quarter,
    @Schema(description = "Of the duty; LAPSED where nothing is owed any more") DutyState state,
    @Schema(description = "Absent where nothing was ever owed") @Nullable LocalDate dueOn,
    @Schema(description = "How many checks the manager owes") int owed,
    @Schema(description = "How many have come to their note") int noted,
    @Schema(description = "How many may look at reviews that the manager has written")
        int ownAtMost,
    @Schema(
            description =
                "Which kinds of check the manager can begin now; for them alone, and in no list")
        @Nullable List<PossibleCheck> kinds,
    @Schema(
            description =
                "For HR: whether more is to be begun than there is to look at, so that an exercise"
                    + " is wanted")
        @Nullable Boolean exerciseWanted,
    @Schema(description = "The operations that the caller may begin now") List<String> actions) {

  static ObligationView of(ObligationContext context) {
    Obligation obligation = context.obligation();
    return new ObligationView(
        obligation.id(),
        PersonRef.of(obligation.managerId()),
        obligation.quarter().text(),
        context.duty().map(ObligationContext.Standing::state).orElse(DutyState.LAPSED),
        context.duty().map(ObligationContext.Standing::dueOn).orElse(null),
        obligation.owed(),
        obligation.noted(),
        obligation.ownAtMost(),
        null,
        null,
        context.actions());
  }

  ObligationView with(List<PossibleCheck> possible) {
    return new ObligationView(
        id, manager, quarter, state, dueOn, owed, noted, ownAtMost, possible, null, actions);
  }

  ObligationView wanting(@Nullable Boolean exercise) {
    return new ObligationView(
        id, manager, quarter, state, dueOn, owed, noted, ownAtMost, kinds, exercise, actions);
  }
}
