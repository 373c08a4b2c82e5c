package org.evenhand.policy.notice;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A receipt as a client reads it. */
@Schema(name = "Acknowledgement", description = "A receipt, not consent.")
public record AcknowledgementView(UUID id, UUID employeeId, Stage stage, Instant acknowledgedAt) {

  static AcknowledgementView of(Acknowledgement a) {
    return new AcknowledgementView(a.id(), a.employeeId(), a.stage(), a.acknowledgedAt());
  }
}
