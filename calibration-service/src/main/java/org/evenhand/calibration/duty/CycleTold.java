package org.evenhand.calibration.duty;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.jspecify.annotations.Nullable;

/** What we read of any event of a cycle: how it is after the transition. */
record CycleTold(
    UUID cycleId,
    String state,
    @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate calibrationDue,
    @Nullable UUID policyId,
    @Nullable Integer policyVersion) {

  record Cycle(
      @Nullable UUID cycleId,
      @Nullable String state,
      @Nullable UUID policyId,
      @Nullable Integer policyVersion,
      @Nullable Milestones milestones) {}

  record Milestones(@Nullable LocalDate calibration) {}

  /**
   * @throws RefusedEvent when it does not say which cycle it is about, how that stands, or until
   *     when it is calibrated
   */
  static CycleTold of(ReceivedEvent event) {
    Cycle told = event.as(Cycle.class);
    UUID id = told.cycleId();
    String state = told.state();
    Milestones milestones = told.milestones();
    LocalDate due = milestones == null ? null : milestones.calibration();
    if (id == null || state == null || due == null) {
      throw new RefusedEvent("cycleId, state and milestones.calibration must be there");
    }
    return new CycleTold(id, state, due, told.policyId(), told.policyVersion());
  }
}
