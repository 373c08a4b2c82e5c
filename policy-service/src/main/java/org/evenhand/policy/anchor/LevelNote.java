package org.evenhand.policy.anchor;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.policy.content.Anchor;
import org.evenhand.policy.content.PolicyContent;
import org.evenhand.policy.norm.Norm;
import org.jspecify.annotations.Nullable;

/**
 * How far raters agreed on a level and how sessions read it, beside the anchors that say what it
 * means.
 *
 * @param criteria with an anchor at this level
 */
@Schema(
    example =
        """
        {"ordinal": 3, "criteria": ["delivery", "together"], "sessions": 4, "agreement": 0.4,
         "norms": [{"id": "0198f2a0-0000-7000-8000-000000000011", "criterion": "delivery",
           "sentence": "What was agreed anew in the open counts as agreed."}]}
        """)
public record LevelNote(
    int ordinal,
    List<String> criteria,
    @Schema(description = "Absent where too few raters were asked") @Nullable Long sessions,
    @Schema(
            description =
                "Of those who gave another score to a sample that somebody put on this level, the"
                    + " share that put it there too, in tenths; absent where too few raters were"
                    + " asked")
        @Nullable Double agreement,
    @Schema(description = "On which sessions have agreed, and which hold") List<AnchorNorm> norms) {

  /** What is known of one level of a version. */
  static LevelNote of(
      int ordinal, @Nullable Measured measured, List<Norm> norms, PolicyContent content) {
    return new LevelNote(
        ordinal,
        content.anchors().stream()
            .filter(anchor -> anchor.ordinal() == ordinal)
            .map(Anchor::criterion)
            .distinct()
            .toList(),
        measured == null ? null : measured.sessions(),
        measured == null ? null : measured.inTenths(),
        norms.stream().filter(norm -> norm.ordinal() == ordinal).map(AnchorNorm::of).toList());
  }

  /**
   * @param agreement from 0 to 1
   */
  record Measured(int ordinal, long sessions, double agreement) {

    /** Exact shares of few sessions would let somebody work out single scores. */
    private double inTenths() {
      return Math.rint(agreement * 10) / 10;
    }
  }
}
