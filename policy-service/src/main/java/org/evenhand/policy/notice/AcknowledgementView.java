package org.evenhand.policy.notice;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.people.PersonRef;

/** A receipt as a client reads it. */
@Schema(
    name = "Acknowledgement",
    description = "A receipt, not consent.",
    example =
        """
        {
          "id": "0198f2a0-0000-7000-8000-000000000030",
          "employee": {"id": "0198f2a0-0000-7000-8000-000000000301", "name": "Zoë Brontë"},
          "stage": "INFORMED",
          "acknowledgedAt": "2026-12-04T08:00:00Z"
        }
        """)
public record AcknowledgementView(
    UUID id, PersonRef employee, Stage stage, Instant acknowledgedAt) {

  static AcknowledgementView of(Acknowledgement a) {
    return new AcknowledgementView(
        a.id(), PersonRef.of(a.employeeId()), a.stage(), a.acknowledgedAt());
  }
}
