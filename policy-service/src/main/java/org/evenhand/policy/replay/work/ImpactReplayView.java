package org.evenhand.policy.replay.work;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.people.PersonRef;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.impact.MappedCriterion;
import org.evenhand.policy.replay.ImpactReplay;
import org.evenhand.policy.replay.ReplayState;
import org.evenhand.policy.version.VersionAddress;
import org.evenhand.policy.version.reading.ReplayedCycleView;
import org.jspecify.annotations.Nullable;

/** A replay as a client reads it. */
@Schema(
    name = "ImpactReplay",
    description =
        "Past cycles under the rules of a draft. Nobody sees it of one person: numbers are steps of"
            + " five, and what fewer than five people of a level come to is counted as what most of"
            + " them come to. Of each person one review counts. It is no rating.")
public record ImpactReplayView(
    UUID policyId,
    int version,
    @Schema(description = "The replay's number within its version, from 1 on") int number,
    ReplayState state,
    @Schema(description = "Percent") int progress,
    @Schema(description = "What it waits for, in words; absent where it doesn't wait")
        @Nullable String waitsFor,
    List<UUID> cycleIds,
    List<MappedCriterion> criteria,
    List<Integer> levels,
    @Schema(description = "What came of each cycle; empty until it is over")
        List<ReplayedCycleView> cycles,
    PersonRef requestedBy,
    Instant requestedAt,
    @Nullable Instant finishedAt,
    @Schema(description = "What is open to the caller with regard to the replays of the version")
        List<String> actions) {

  private static final String FAIRNESS =
      "All is counted. What it means by protected attribute is still being worked out.";

  static ImpactReplayView of(
      VersionAddress address, ImpactReplay replay, Actor reader, List<String> actions) {
    return new ImpactReplayView(
        address.policyId(),
        address.version(),
        replay.number(),
        replay.state(),
        replay.progress(),
        replay.waitsForFairness() ? FAIRNESS : null,
        replay.question().cycleIds(),
        replay.question().criteria(),
        replay.question().levels(),
        replay.answer().map(answer -> ReplayedCycleView.all(answer, reader)).orElse(List.of()),
        PersonRef.of(replay.requestedBy()),
        replay.requestedAt(),
        replay.finishedAt().orElse(null),
        actions);
  }
}
