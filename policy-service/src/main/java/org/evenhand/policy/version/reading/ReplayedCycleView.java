package org.evenhand.policy.version.reading;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.impact.ReplayAnswer;
import org.evenhand.policy.impact.ReplayNote;
import org.evenhand.policy.impact.ReplayRefusal;
import org.evenhand.policy.impact.ReplayedCycle;
import org.jspecify.annotations.Nullable;

/** What a replay says of a cycle, as a client reads it. */
@Schema(name = "ReplayedCycle", description = "Numbers of people, in steps of five.")
public record ReplayedCycleView(
    UUID cycleId,
    @Nullable String cycleKey,
    @Schema(description = "Whether it was rated here or imported")
        ReplayedCycle.@Nullable Origin origin,
    @Schema(description = "Why it isn't replayed") @Nullable RefusalView refusal,
    @Schema(description = "What of it can't be replayed") List<NoteView> notes,
    @Schema(description = "Every pair of a level before and a level after") List<CellView> cells,
    @Schema(description = "How many levels the scale has") @Nullable ChangeView levels,
    @Schema(description = "How many ratings count as favourable") @Nullable ChangeView favourable,
    @Schema(description = "Submissions that would have lacked evidence") long refused,
    @Schema(description = "People without a review who would have had one") long entering,
    @Schema(description = "Reviews that would not have been opened") long leaving,
    @Schema(
            description =
                "How groups of protected attributes fared, and would have. hr-lead and auditor read"
                    + " it, as they read such figures of a cycle; absent for others, and of a cycle"
                    + " that isn't replayed")
        @Nullable ReplayedFairnessView fairness) {

  public static List<ReplayedCycleView> all(ReplayAnswer answer, Actor reader) {
    return answer.cycles().stream()
        .map(
            cycle ->
                of(
                    cycle,
                    answer
                        .fairness(cycle.cycleId())
                        .filter(told -> reader.readsFairness())
                        .map(ReplayedFairnessView::of)
                        .orElse(null)))
        .toList();
  }

  private static ReplayedCycleView of(
      ReplayedCycle cycle, @Nullable ReplayedFairnessView fairness) {
    return new ReplayedCycleView(
        cycle.cycleId(),
        cycle.cycleKey(),
        cycle.origin(),
        cycle.refusal() == null ? null : RefusalView.of(cycle.refusal()),
        cycle.notes().stream().map(NoteView::of).toList(),
        cycle.cells().stream().map(CellView::of).toList(),
        ChangeView.of(cycle.levels()),
        ChangeView.of(cycle.favourable()),
        cycle.refused(),
        cycle.entering(),
        cycle.leaving(),
        fairness);
  }

  /** How many had one level and would have another, or the same. */
  @Schema(name = "ReplayCell")
  public record CellView(
      @Schema(description = "What the reviewers concluded") int before,
      @Schema(description = "What it would have been") int after,
      long people) {
    static CellView of(ReplayedCycle.Cell cell) {
      return new CellView(cell.before(), cell.after(), cell.people());
    }
  }

  /** A number before, and under the draft. */
  @Schema(name = "ReplayChange")
  public record ChangeView(
      @Schema(description = "In the cycle") long before,
      @Schema(description = "Under the draft") long after) {
    static @Nullable ChangeView of(ReplayedCycle.@Nullable Change change) {
      return change == null ? null : new ChangeView(change.before(), change.after());
    }
  }

  /** What can't be replayed. */
  @Schema(name = "ReplayNote")
  public record NoteView(ReplayNote code, @Schema(description = "The same in words") String text) {
    static NoteView of(ReplayNote note) {
      return new NoteView(note, note.text());
    }
  }

  /** Why a cycle isn't replayed. */
  @Schema(name = "ReplayRefusal")
  public record RefusalView(
      ReplayRefusal code, @Schema(description = "The same in words") String text) {
    static RefusalView of(ReplayRefusal why) {
      return new RefusalView(why, why.text());
    }
  }
}
