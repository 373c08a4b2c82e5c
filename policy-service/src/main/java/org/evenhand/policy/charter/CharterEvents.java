package org.evenhand.policy.charter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;
import org.jspecify.annotations.Nullable;

/** What has happened, as the audit keeps it and as others learn of it. */
public final class CharterEvents {

  /** The audit's name for a charter. */
  public static final String AGGREGATE = "charter";

  static final String IN_FORCE = "org.evenhand.charter.in-force.v1";

  private static final String PUBLIC = "evenhand.policies";
  private static final String INTERNAL = "evenhand.internal.charters";

  /** One charter holds at a time: a key of its own for each would keep those that are over. */
  private static final String KEY =
      UUID.nameUUIDFromBytes(AGGREGATE.getBytes(StandardCharsets.UTF_8)).toString();

  private CharterEvents() {}

  /** What the audit keeps. */
  private record Note(
      int version, CharterState state, String contentHash, Instant at, @Nullable String reason) {}

  public static Fact fact(Charter charter, CharterHappening happening) {
    return new Fact(
        AGGREGATE,
        charter.id(),
        happening.slug(),
        note(charter, happening),
        happening == CharterHappening.IN_FORCE
            ? List.of(event(PUBLIC, charter), event(INTERNAL, charter))
            : List.of());
  }

  private static Note note(Charter charter, CharterHappening happening) {
    return new Note(
        charter.number(),
        charter.state(),
        charter.contentHash(),
        charter.updatedAt(),
        happening == CharterHappening.SIGN_OFF_WITHDRAWN
            ? charter.withdrawal().map(SignOffWithdrawal::reason).orElse(null)
            : null);
  }

  private static OutboxEvent event(String topic, Charter charter) {
    return new OutboxEvent(topic, IN_FORCE, KEY, KEY, charter.number(), CharterInForce.of(charter));
  }
}
