package org.evenhand.policy.version.reading;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.impact.Impact;
import org.evenhand.policy.impact.MappedCriterion;
import org.jspecify.annotations.Nullable;

/** What an announcement says of past cycles under the new rules. */
@Schema(name = "AnnouncedImpact", description = "What the new rules would have changed.")
public record ImpactView(
    @Schema(description = "Every replay that was done with the rules announced")
        List<ReplayedView> replays,
    @Schema(description = "Why there needn't be one; absent where nobody waived it")
        @Nullable String waived) {

  static ImpactView of(Impact impact, Actor reader) {
    return new ImpactView(
        impact.replays().stream().map(replay -> ReplayedView.of(replay, reader)).toList(),
        impact.waived());
  }

  /** A replay: its mapping and what came of it. */
  @Schema(name = "AnnouncedReplay")
  public record ReplayedView(
      List<UUID> cycleIds,
      List<MappedCriterion> criteria,
      List<Integer> levels,
      @Schema(description = "What came of each cycle") List<ReplayedCycleView> cycles,
      @Nullable Instant finishedAt) {
    static ReplayedView of(Impact.Replayed replay, Actor reader) {
      return new ReplayedView(
          replay.question().cycleIds(),
          replay.question().criteria(),
          replay.question().levels(),
          ReplayedCycleView.all(replay.answer(), reader),
          replay.finishedAt());
    }
  }
}
