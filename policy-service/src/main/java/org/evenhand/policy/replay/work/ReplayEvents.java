package org.evenhand.policy.replay.work;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.policy.impact.MappedCriterion;
import org.evenhand.policy.impact.ReplayRules;
import org.evenhand.policy.replay.ImpactReplay;

/** What review-service is asked for. It gets the rules of the draft, and none of its texts. */
final class ReplayEvents {

  private static final String AGGREGATE = "impact-replay";
  private static final String TOPIC = "evenhand.internal.impact-replays";
  private static final String TYPE = "org.evenhand.impact-replay.requested.v1";

  private static final String STALED = "org.evenhand.impact-replay.staled.v1";

  private ReplayEvents() {}

  private record Staled(UUID replayId) {}

  private record Asked(
      UUID replayId,
      UUID policyId,
      Set<UUID> alsoOf,
      int version,
      List<UUID> cycleIds,
      ReplayRules rules,
      Mapping mapping) {}

  private record Mapping(List<MappedCriterion> criteria, List<Integer> levels) {}

  /** After the request, and the last that is told of it. */
  static OutboxEvent staled(ImpactReplay replay) {
    String id = replay.id().toString();
    return new OutboxEvent(TOPIC, STALED, id, id, 2, new Staled(replay.id()));
  }

  /**
   * @param others the policies besides the draft's own whose cycles may be named
   */
  record Request(ImpactReplay replay, Set<UUID> others) {}

  static Fact requested(Request request, int version) {
    ImpactReplay replay = request.replay();
    String id = replay.id().toString();
    Asked asked =
        new Asked(
            replay.id(),
            replay.policyId(),
            request.others(),
            version,
            replay.question().cycleIds(),
            replay.rules(),
            new Mapping(replay.question().criteria(), replay.question().levels()));
    return Fact.told(
        AGGREGATE,
        replay.id(),
        "requested",
        Map.of("policyId", replay.policyId(), "version", version, "number", replay.number()),
        new OutboxEvent(TOPIC, TYPE, id, id, 1, asked));
  }
}
