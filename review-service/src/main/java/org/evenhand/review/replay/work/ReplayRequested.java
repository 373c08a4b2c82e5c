package org.evenhand.review.replay.work;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.evenhand.review.replay.Draft;
import org.evenhand.review.replay.DraftRules;
import org.evenhand.review.replay.Mapping;
import org.jspecify.annotations.Nullable;

/** What policy-service asks for: cycles under the rules of a draft. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReplayRequested(
    @Nullable UUID replayId,
    @Nullable UUID policyId,
    @Nullable Set<UUID> alsoOf,
    @Nullable List<UUID> cycleIds,
    @Nullable DraftRules rules,
    @Nullable Mapping mapping) {

  Replay replay() {
    if (replayId == null || policyId == null || rules == null || mapping == null) {
      throw new RefusedEvent("A replay names itself, its policy, its rules and its mapping");
    }
    Set<UUID> others = alsoOf == null ? Set.of() : alsoOf;
    return new Replay(replayId, policyId, others, new Draft(rules, mapping));
  }

  List<UUID> cycles() {
    if (cycleIds == null || cycleIds.isEmpty()) {
      throw new RefusedEvent("A replay names its cycles");
    }
    return cycleIds.stream().distinct().toList();
  }
}
