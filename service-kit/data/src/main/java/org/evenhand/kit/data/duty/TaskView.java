package org.evenhand.kit.data.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An open duty, as one of those sees it who can do it.
 *
 * @param dueAt when the due day ends at the place
 * @param as why it is the caller's
 * @param step how many steps of its escalation path a late duty has taken
 * @param subject the path of what it is about
 * @param operations the ids of the operations that do it
 */
@Schema(
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000111", "kind": "SELF_REVIEW",
         "dueOn": "2026-12-04", "dueAt": "2026-12-04T23:00:00Z", "late": false, "state": "DUE",
         "step": 0, "as": "HOLDER",
         "subject": "/v1/reviews/019a8c1e-6f00-7000-8000-000000000112",
         "operations": ["putContribution"]}
        """)
public record TaskView(
    UUID id,
    String kind,
    LocalDate dueOn,
    Instant dueAt,
    boolean late,
    DutyState state,
    int step,
    As as,
    String subject,
    List<String> operations) {

  /** Why somebody has a task. */
  public enum As {
    /** They owe it. */
    HOLDER,
    /** Somebody else owes it, and they act for them. */
    DELEGATE,
    /** Whoever has their role owes it. */
    ROLE,
    /** Somebody else owes it and is late. */
    RESPONSIBLE
  }

  static TaskView of(Duty duty, Worker worker, Instant now) {
    return new TaskView(
        duty.id(),
        duty.kind().name(),
        duty.deadline().on(),
        duty.deadline().at(),
        duty.isLate(now),
        duty.course().state(),
        duty.course().step(),
        as(duty, worker),
        duty.kind().path(duty.matter().subject(), duty.matter().part()),
        duty.kind().operations());
  }

  private static As as(Duty duty, Worker worker) {
    Holder holder = duty.holder();
    if (worker.person().equals(holder.person())) {
      return As.HOLDER;
    }
    if (duty.isDelegatedTo(worker)) {
      return As.DELEGATE;
    }
    return holder.role() != null && worker.roles().contains(holder.role())
        ? As.ROLE
        : As.RESPONSIBLE;
  }
}
