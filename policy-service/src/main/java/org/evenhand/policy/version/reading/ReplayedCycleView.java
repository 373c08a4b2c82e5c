package org.evenhand.policy.version.reading;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
    @Schema(description = "Reviews that would not have been opened") long leaving) {

  public static List<ReplayedCycleView> all(ReplayAnswer answer) {
    return answer.cycles().stream().map(ReplayedCycleView::of).toList();
  }

  private static ReplayedCycleView of(ReplayedCycle cycle) {
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
        cycle.leaving());
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
