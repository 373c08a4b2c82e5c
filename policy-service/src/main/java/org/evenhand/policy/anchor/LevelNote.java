package org.evenhand.policy.anchor;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.policy.content.Anchor;

/**
 * How far raters agreed on a level, beside the anchors that say what it means.
 *
 * @param criteria with an anchor at this level
 */
@Schema(
    example =
        """
        {"ordinal": 3, "criteria": ["delivery", "together"], "sessions": 4, "agreement": 0.4}
        """)
public record LevelNote(
    int ordinal,
    List<String> criteria,
    long sessions,
    @Schema(
            description =
                "Of those who gave another score to a sample that somebody put on this level, the"
                    + " share that put it there too, in tenths")
        double agreement) {

  /** In tenths: exact shares of few sessions would let somebody work out single scores. */
  static LevelNote of(int ordinal, long sessions, double agreement, List<Anchor> anchors) {
    return new LevelNote(
        ordinal,
        anchors.stream()
            .filter(anchor -> anchor.ordinal() == ordinal)
            .map(Anchor::criterion)
            .distinct()
            .toList(),
        sessions,
        Math.rint(agreement * 10) / 10);
  }
}
