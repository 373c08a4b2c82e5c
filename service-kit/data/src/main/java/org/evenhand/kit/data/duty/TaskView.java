package org.evenhand.kit.data.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An open duty, as one of those sees it who can do it.
 *
 * @param dueAt when the due day ends at the place
 * @param as why it is the caller's
 * @param step how many steps of its escalation path a late duty has taken
 * @param subject the path of what it is about
 * @param operations the ids of the operations that do it
 * @param holder who owes it, for whoever can propose that it needn't be done; absent for others,
 *     and where a role owes it, or nobody
 * @param waiver the path under which two people can say that it needn't be done; absent where it
 *     has to be done
 */
@Schema(
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000111", "kind": "SELF_REVIEW",
         "dueOn": "2026-12-04", "dueAt": "2026-12-04T23:00:00Z", "late": false, "state": "DUE",
         "step": 0, "as": "HOLDER",
         "subject": "/v1/reviews/019a8c1e-6f00-7000-8000-000000000112",
         "operations": ["putContribution"],
         "waiver": "/v1/tasks/review/019a8c1e-6f00-7000-8000-000000000111/waiver"}
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
    List<String> operations,
    @Nullable NamedPerson holder,
    @Nullable String waiver) {

  /** Why somebody has a task. */
  public enum As {
    /** They owe it. */
    HOLDER,
    /** Somebody else owes it, and they act for them. */
    DELEGATE,
    /** Whoever has their role owes it. */
    ROLE,
    /** Somebody else owes it and is late. */
    RESPONSIBLE,
    /** Somebody else owes it, it is proposed to be waived, and they can agree. */
    COUNTERSIGNER,
    /** Somebody else owes it, and they can propose that it needn't be done. */
    PROPOSER
  }
}
