package org.evenhand.analytics.completion;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.viewer.CycleView;
import org.evenhand.analytics.viewer.View;

/** How far the reviews of a cycle have come. */
@Schema(name = "Completion", example = CompletionExample.JSON)
public record CompletionView(
    CycleView cycle,
    @Schema(examples = "orgUnit") String by,
    View.Scope scope,
    @Schema(description = "What the numbers are, or why there are none") String note,
    List<GroupView> groups) {

  /** Reviews that have reached a stage; each number includes those of the later stages. */
  @Schema(name = "CompletionGroup")
  public record GroupView(
      String value,
      long opened,
      long started,
      long submitted,
      long calibrated,
      @Schema(description = "Went on without a session having decided") long notCalibrated,
      long shared,
      long acknowledged,
      @Schema(description = "Joined late, on leave or left; among the opened") long notRated) {

    static GroupView of(String value, Map<Stage, Long> reached) {
      return new GroupView(
          value,
          reached.getOrDefault(Stage.OPENED, 0L),
          reached.getOrDefault(Stage.STARTED, 0L),
          reached.getOrDefault(Stage.SUBMITTED, 0L),
          reached.getOrDefault(Stage.CALIBRATED, 0L),
          reached.getOrDefault(Stage.NOT_CALIBRATED, 0L),
          reached.getOrDefault(Stage.SHARED, 0L),
          reached.getOrDefault(Stage.ACKNOWLEDGED, 0L),
          reached.getOrDefault(Stage.NOT_RATED, 0L));
    }
  }
}
