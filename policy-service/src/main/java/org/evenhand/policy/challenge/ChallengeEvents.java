package org.evenhand.policy.challenge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;
import org.jspecify.annotations.Nullable;

/** What has happened, as the audit keeps it and as subscribers learn of it. */
public final class ChallengeEvents {

  /** The audit's name for a challenge. */
  public static final String AGGREGATE = "challenge";

  private static final String TOPIC = "evenhand.policies";

  private ChallengeEvents() {}

  /**
   * The payload of every event. It names nobody, neither by a session or a duty, and repeats no
   * words.
   *
   * @param part JSON pointer into the content of the version
   * @param outcome of the last answer; null without one
   * @param late whether the last answer was late, or none was there in time when it was merged
   */
  record Told(
      UUID challengeId,
      ChallengeKind kind,
      ChallengeState state,
      @Nullable UUID policyId,
      @Nullable Integer version,
      @Nullable String part,
      @Nullable PracticeKind practice,
      @Nullable ChallengeOutcome outcome,
      boolean late,
      @Nullable UUID mergedInto,
      Instant at) {}

  public static Fact fact(Challenge challenge, ChallengeHappening happening, Instant at) {
    String id = challenge.id().toString();
    Told told = told(challenge, at);
    return new Fact(
        AGGREGATE,
        challenge.id(),
        happening.slug(),
        told,
        happening.told()
            ? List.of(
                new OutboxEvent(TOPIC, type(happening), id, id, challenge.lockVersion(), told))
            : List.of());
  }

  static String type(ChallengeHappening happening) {
    return "org.evenhand.challenge." + happening.slug() + ".v1";
  }

  private static Told told(Challenge challenge, Instant at) {
    return new Told(
        challenge.id(),
        challenge.kind(),
        challenge.state(),
        challenge.part().map(VersionPart::policyId).orElse(null),
        challenge.part().map(VersionPart::version).orElse(null),
        challenge.part().map(VersionPart::pointer).orElse(null),
        challenge.practice().map(Practice::kind).orElse(null),
        challenge.lastAnswer().map(ChallengeAnswer::outcome).orElse(null),
        challenge.wasLate(),
        challenge.mergedInto().orElse(null),
        at);
  }
}
