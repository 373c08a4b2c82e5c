package org.evenhand.policy.replay;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.policy.version.VersionAddress;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is known here of the cycles that rated under a policy. */
public final class PastCycles {

  private static final int MOST_YEARS = 3;

  private PastCycles() {}

  /** A cycle of this system, and under which version of its policy it rates. */
  public record Known(UUID cycleId, UUID policyId, int number, boolean closed) {

    public VersionAddress version() {
      return new VersionAddress(policyId, number);
    }

    static Known of(Row row) {
      return new Known(
          row.uuid("cycle_id"), row.uuid("policy_id"), row.integer("number"), row.flag("closed"));
    }
  }

  /** Whether one of a version, or one before it, has ended lately enough to be replayed. */
  static Uni<Boolean> any(Mutiny.Session session, UUID policyId, int number, LocalDate today) {
    return Rows.unflushed(
            session,
            "select 1 from pinned_version where policy_id = :policy and number <= :number"
                + " and closed and period_end >= :earliest")
        .bind("policy", policyId)
        .bind("number", number)
        .bind("earliest", today.minusYears(MOST_YEARS))
        .any();
  }

  /** Whether another system has sent a year that ended lately enough. */
  static Uni<Boolean> anyImported(Mutiny.Session session, LocalDate today) {
    return Rows.unflushed(session, "select 1 from past_cycle where period_end >= :earliest")
        .bind("earliest", today.minusYears(MOST_YEARS))
        .any();
  }

  /** Those of the cycles that this system has; an imported one isn't among them. */
  public static Uni<Map<UUID, Known>> known(Mutiny.Session session, Collection<UUID> cycles) {
    return Rows.unflushed(
            session,
            "select cycle_id, policy_id, number, closed from pinned_version"
                + " where cycle_id = any(:cycles)")
        .bind("cycles", cycles.toArray(UUID[]::new))
        .list(Known::of)
        .map(
            found -> found.stream().collect(Collectors.toMap(Known::cycleId, Function.identity())));
  }
}
