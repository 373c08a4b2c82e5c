package org.evenhand.calibration.norm;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** How a session reads an anchor. */
@Schema(
    example =
        """
        {"criterion": "delivery", "ordinal": 3,
         "sentence": "What was agreed anew in the open counts as agreed."}
        """)
record NewNorm(
    @NotNull @PlainText @Size(max = 60) String criterion,
    @NotNull @Min(1) Integer ordinal,
    @NotNull @PlainText @Size(max = 300) @Schema(description = "About the anchor, and about nobody")
        String sentence) {

  /** The same of the same anchor, in other words. */
  NewNorm saying(String other) {
    return new NewNorm(criterion, ordinal, other);
  }
}
