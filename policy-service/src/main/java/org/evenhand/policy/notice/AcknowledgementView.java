package org.evenhand.policy.notice;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A receipt as a client reads it. */
@Schema(
    name = "Acknowledgement",
    description = "A receipt, not consent.",
    example =
        """
        {
          "id": "0198f2a0-0000-7000-8000-000000000030",
          "employeeId": "0198f2a0-0000-7000-8000-000000000301",
          "stage": "INFORMED",
          "acknowledgedAt": "2026-12-04T08:00:00Z"
        }
        """)
public record AcknowledgementView(UUID id, UUID employeeId, Stage stage, Instant acknowledgedAt) {

  static AcknowledgementView of(Acknowledgement a) {
    return new AcknowledgementView(a.id(), a.employeeId(), a.stage(), a.acknowledgedAt());
  }
}
