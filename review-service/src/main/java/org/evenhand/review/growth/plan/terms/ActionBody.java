package org.evenhand.review.growth.plan.terms;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * One way in which somebody learns.
 *
 * @param id of one that stays; absent for one that is new
 */
@Schema(
    name = "DevelopmentActionRequest",
    example =
        """
        {"kind": "MENTORING", "title": "Plan a release beside somebody who has done it",
         "gap": {"criterion": "delivery", "ordinal": 4}, "measure": "The next plan held",
         "dueOn": "2027-06-30", "checkpoints": [{"on": "2027-03-31"}],
         "means": [{"kind": "MENTOR", "text": "An hour a week", "dueOn": "2027-01-31"}]}
        """)
public record ActionBody(
    @Nullable UUID id,
    @NotNull ActionKind kind,
    @NotNull @PlainText @Size(max = 200) String title,
    @Valid @Nullable GapBody gap,
    @NotNull @PlainText @Size(max = 2000) String measure,
    @NotNull LocalDate dueOn,
    @Size(max = 12) @Nullable List<@NotNull @Valid CheckpointBody> checkpoints,
    @Size(max = 8) @Nullable List<@NotNull @Valid MeansBody> means) {

  List<CheckpointBody> checkpointsOrNone() {
    return Objects.requireNonNullElse(checkpoints, List.of());
  }

  public List<MeansBody> meansOrNone() {
    return Objects.requireNonNullElse(means, List.of());
  }
}
