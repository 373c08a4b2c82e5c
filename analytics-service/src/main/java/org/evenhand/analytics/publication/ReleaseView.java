package org.evenhand.analytics.publication;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.counts.Cycle;
import org.jspecify.annotations.Nullable;

/** Which edition of a cycle an answer shows, and which comes next. */
@Schema(name = "Release")
public record ReleaseView(
    @Schema(description = "Absent before the first") @Nullable EditionView edition,
    @Schema(description = "At which moment the next one is made; absent when none is to come")
        @Nullable Moment next,
    @Schema(description = "The calendar in words") String note) {

  private static final String NOTE =
      "Figures of a cycle are published when its calibration begins, when sharing is proposed and"
          + " when it is closed; those of an imported year once it is still. In between they stay"
          + " as they are.";

  /** All that was published of a cycle at one moment. */
  @Schema(name = "Edition")
  public record EditionView(
      @Schema(description = "1, 2, ... within the cycle") int number,
      Moment moment,
      Instant publishedAt) {

    static EditionView of(Edition edition) {
      return new EditionView(edition.number(), edition.moment(), edition.publishedAt());
    }
  }

  public static ReleaseView of(Cycle cycle, Optional<Edition> last) {
    return new ReleaseView(
        last.map(EditionView::of).orElse(null),
        Moment.after(last.map(Edition::moment).orElse(null), cycle.origin()).orElse(null),
        NOTE);
  }
}
